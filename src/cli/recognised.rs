//! Which profiles a run has recognised, and what to say about it.

use std::collections::BTreeMap;

use super::summary::count;
use super::{Context, Verbosity};
use crate::lint::Settings;
use crate::report::escape::{show, show_path};

/// The profile of one article.
pub(super) struct Recognised {
    shown: String,
    name: String,
    by: String,
}

impl Recognised {
    /// What `settings`, those of one text, say; `None` if its profile was named or could not be recognised.
    pub(super) fn of(settings: &Settings, shown: &str) -> Option<Self> {
        let by = settings.recognised_by()?.to_owned();
        Some(Self { shown: shown.to_owned(), name: settings.profile.name.clone(), by })
    }
}

/// The profiles of a run.
#[derive(Default)]
pub(super) struct Profiles {
    articles: BTreeMap<String, usize>,
    last: Option<Recognised>,
}

impl Profiles {
    /// Counts an article, and names its profile if everything is to be said.
    pub(super) fn add(&mut self, recognised: Option<Recognised>, context: &mut Context) {
        let Some(one) = recognised else { return };
        if context.verbosity == Verbosity::Verbose {
            let line = format!("{}: profile {}: {}\n", show_path(&one.shown), show(&one.name), show(&one.by));
            context.err.print(&line);
        }
        *self.articles.entry(one.name.clone()).or_default() += 1;
        self.last = Some(one);
    }

    /// What the summary says: for one article also why.
    pub(super) fn closing(&self) -> String {
        let counts = self.articles.iter().map(|(name, number)| format!("{} ({})", show(name), count(*number, "file")));
        match &self.last {
            None => String::new(),
            Some(one) if self.articles.values().sum::<usize>() == 1 => {
                format!("profile: {} ({})\n", show(&one.name), show(&one.by))
            }
            Some(_) => format!("profiles: {}\n", counts.collect::<Vec<_>>().join(", ")),
        }
    }
}
