//! What the articles of a run prove together: gathered while each is checked, judged when all are done.

use std::collections::BTreeMap;

use super::run::Run;
use super::workers::Article;
use crate::batch::{self, Conflict, Dated};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::lint::{self, Checked, Settings};
use crate::source::Source;

/// What the articles of a run say, by the wire they come from.
#[derive(Default)]
pub(super) struct Batch {
    by_wire: BTreeMap<String, Vec<Dated>>,
}

/// What one article says.
pub(super) struct Contribution {
    wire: String,
    dated: Dated,
}

/// An article that contradicts the others, read once more.
pub(super) struct Conflicting<'r> {
    pub(super) article: &'r Article<'r>,
    pub(super) source: &'r Source<'r>,
    /// What is found in it alone.
    pub(super) own: Vec<Diagnostic>,
    /// What is found because of the others.
    pub(super) found: Vec<Diagnostic>,
}

/// What an article contributes; nothing if no rule looks at it, or it is not one of a batch.
pub(super) fn contribution(checked: &Checked, settings: &Settings, article: &Article) -> Option<Contribution> {
    article.target.filter(|_| settings.looks_at_batches())?;
    let dated = lint::dated(&checked.article, &settings.profile, article.place)?;
    Some(Contribution { wire: settings.profile.name.clone(), dated })
}

/// Whether the articles of a run are enough to prove something, and a rule looks at that.
pub(super) fn can_prove(run: &Run) -> bool {
    run.targets().len() >= batch::LEAST && run.config.looks_at_batches()
}

impl Batch {
    pub(super) fn add(&mut self, contribution: Option<Contribution>) {
        if let Some(Contribution { wire, dated }) = contribution {
            self.by_wire.entry(wire).or_default().push(dated);
        }
    }

    /// Takes up each article that contradicts the others of its wire, in the order of their names. What could not be
    /// read again is a problem of the run.
    pub(super) fn judge<T>(
        self,
        run: &mut Run,
        work: impl Fn(Conflicting) -> T,
        mut take: impl FnMut(&mut Run, usize, T),
    ) {
        let mut conflicts: BTreeMap<usize, (Dated, Conflict)> = BTreeMap::new();
        for articles in self.by_wire.into_values() {
            let mut found = batch::conflicts(&articles);
            let with_conflict =
                |dated: Dated| found.remove(&dated.place).map(|conflict| (dated.place, (dated, conflict)));
            conflicts.extend(articles.into_iter().filter_map(with_conflict));
        }
        for (place, (dated, conflict)) in conflicts {
            let done = run.again(place, |config, article| take_up(config, article, &dated, &conflict, &work));
            match done {
                Some(Ok(Some(done))) => take(run, place, done),
                Some(Err(problem)) => run.problems.push(problem),
                // It was changed meanwhile: what was gathered does not speak of it any more.
                Some(Ok(None)) | None => {}
            }
        }
    }
}

fn take_up<T>(
    config: &Config,
    article: &Article,
    dated: &Dated,
    conflict: &Conflict,
    work: impl Fn(Conflicting) -> T,
) -> Option<T> {
    let source = Source::new(article.shown, article.text);
    let settings = config.settings_for(article.shown).for_text(&source);
    let Checked { article: tree, diagnostics: own } = lint::check(&source, &settings);
    if lint::dated(&tree, &settings.profile, article.place).as_ref() != Some(dated) {
        return None;
    }
    let found = lint::check_conflict(&source, conflict, &settings);
    (!found.is_empty()).then(|| work(Conflicting { article, source: &source, own, found }))
}
