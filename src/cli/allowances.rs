//! What a run lets pass: the configuration's `[[allow]]` and the baseline.

use std::collections::BTreeSet;
use std::env;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::args::{BaselineArgs, Purpose, RunArgs};
use super::run::Run;
use super::summary;
use super::workers::Article;
use crate::baseline::{self, Entry};
use crate::config::{Allowed, BASELINE_NAME, Config};
use crate::diagnostic::Diagnostic;
use crate::files::{self, Target};
use crate::report::{Problem, ProblemKind};
use crate::source::Source;
use crate::suppress::{Known, Parted, Permit, Suppressions, Uses};

/// What a run lets pass.
pub(super) struct Allowances {
    pub(super) suppressions: Suppressions,
    /// What paths and globs are relative to: the directory of the configuration, or the working directory.
    pub(super) root: PathBuf,
    /// The directories that are searched, seen from there.
    pub(super) searched: Vec<String>,
    pub(super) respect_gitignore: bool,
    pub(super) untrusted: bool,
    /// The day it is.
    pub(super) today: Option<NaiveDate>,
    pub(super) baseline: Baseline,
}

/// The baseline of a run.
pub(super) struct Baseline {
    pub(super) target: Target,
    /// Its text; `None` if there is no such file, or it is not to be used.
    pub(super) text: Option<String>,
    /// What is in it, sorted.
    pub(super) entries: Vec<Entry>,
}

impl Baseline {
    /// Reads the baseline that the command line or the configuration names, or the one at the usual place.
    pub(super) fn read(args: &BaselineArgs, config: &Config) -> Result<Self, Problem> {
        let dir = working_dir()?;
        let (path, is_named) = match (&args.baseline, &config.baseline) {
            (Some(path), _) => (dir.join(path), true),
            // Who names the usual place says nothing new.
            (None, Some(path)) => (dir.join(config.root()).join(path), path != Path::new(BASELINE_NAME)),
            (None, None) => (dir.join(config.root()).join(BASELINE_NAME), false),
        };
        let target = Target::new(files::shown(&dir, &path), path);
        if args.no_baseline {
            return Ok(Self { target, text: None, entries: Vec::new() });
        }
        let text = files::read_own(&target)?;
        if text.is_none() && is_named && args.purpose != Purpose::Make {
            let message = "there is no such baseline; `wirelint baseline create` makes one".to_owned();
            return Err(Problem { path: Some(target.shown), kind: ProblemKind::NotFound, message });
        }
        let entries = text.as_deref().map(baseline::parse).transpose().map_err(|error| Problem {
            path: Some(target.shown.clone()),
            kind: ProblemKind::Configuration,
            message: error.to_string(),
        })?;
        Ok(Self { target, text, entries: entries.unwrap_or_default() })
    }
}

impl Allowances {
    /// Reads what is let pass in a run over `paths`.
    ///
    /// # Errors
    /// If the baseline can't be read, or is none.
    pub(super) fn load(run: &Run, paths: &RunArgs, args: &BaselineArgs) -> Result<Self, Problem> {
        let dir = working_dir()?;
        let config = &run.config;
        // It can't matter to a text without a path, and its faults must not keep the text from its reader.
        let is_needless = run.is_stream() && paths.files.stdin_filename.is_none();
        // Whoever has put it beside the files must not weaken their check.
        let is_strange = args.baseline.is_none() && (paths.config.isolated || paths.files.untrusted);
        let baseline = if is_needless || (is_strange && args.purpose == Purpose::Use) {
            Baseline::read(&BaselineArgs { no_baseline: true, ..BaselineArgs::default() }, config)?
        } else {
            Baseline::read(args, config)?
        };
        let today = config.settings.now.map(|now| now.date_naive());
        let permit = |allowed: &Allowed| {
            let is_valid = expiry(allowed, today).is_none();
            Permit::new(allowed.rules.clone(), &allowed.files, allowed.text.clone(), is_valid)
        };
        let permits: Result<Vec<Permit>, _> = config.allow.iter().flat_map(|list| &list.entries).map(permit).collect();
        let permits = permits.map_err(|error| Problem {
            path: config.path.as_deref().map(|path| path.display().to_string()),
            kind: ProblemKind::Configuration,
            message: format!("a glob under `[[allow]]` can't be used: {error}"),
        })?;
        let known =
            baseline.entries.iter().map(|Entry { path, rule, fingerprint, .. }| Known { path, rule, fingerprint });
        let suppressions = Suppressions::new(permits, known);
        // Taken apart and put together, so that no `.` is left in it.
        let root: PathBuf = dir.join(config.root()).components().collect();
        let searched = searched(paths).into_iter().map(|path| dir.join(path)).filter(|path| files::is_directory(path));
        let searched = searched.map(|path| files::relative(&root, &path)).collect();
        let (respect_gitignore, untrusted) = (!paths.files.no_respect_gitignore, paths.files.untrusted);
        Ok(Self { suppressions, root, searched, respect_gitignore, untrusted, today, baseline })
    }

    /// The path by which entries know an article; `None` for standard input without a name.
    pub(super) fn path_of(&self, article: &Article) -> Option<String> {
        article.path.map(|path| files::relative(&self.root, path))
    }

    /// Parts the findings of an article into those to report and those let pass.
    pub(super) fn part(&self, article: &Article, source: &Source, findings: Vec<Diagnostic>) -> Parted {
        if findings.is_empty() && self.suppressions.is_empty() {
            return Parted::default();
        }
        match self.path_of(article) {
            Some(path) => self.suppressions.part(&path, source, findings),
            None => Parted::nothing_let_pass(article.shown, source, findings),
        }
    }

    /// Says of each finding of an article whether `[[allow]]` allows it.
    pub(super) fn permits<'a>(&'a self, article: &Article) -> impl Fn(&Source, &Diagnostic) -> bool + use<'a> {
        let path = self.path_of(article);
        move |source, finding| {
            path.as_deref().is_some_and(|path| self.suppressions.permits_finding(path, source, finding))
        }
    }
}

/// The paths that a run searches as a whole; none if it looks at what has changed only.
fn searched(args: &RunArgs) -> Vec<PathBuf> {
    if args.files.staged || args.files.changed.is_some() {
        Vec::new()
    } else if args.paths.is_empty() && args.files.files_from.is_none() {
        vec![PathBuf::from(".")]
    } else {
        args.paths.clone()
    }
}

/// `12 findings in the baseline, 3 allowed`, as a line; empty if nothing was let pass.
pub(super) fn closing(uses: &Uses) -> String {
    match (uses.known(), uses.permitted()) {
        (0, 0) => String::new(),
        (0, allowed) => format!("{} allowed\n", summary::count(allowed, "finding")),
        (known, 0) => format!("{} in the baseline\n", summary::count(known, "finding")),
        (known, allowed) => format!("{} in the baseline, {allowed} allowed\n", summary::count(known, "finding")),
    }
}

/// `double-space` in `poems/` and `songs/`.
pub(super) fn describe(allowed: &Allowed) -> String {
    let files: Vec<String> = allowed.files.iter().map(|glob| format!("`{glob}`")).collect();
    let text = allowed.text.as_ref().map(|text| format!(" where it says “{text}”")).unwrap_or_default();
    format!("`{}` in {}{text}", allowed.selector, files.join(" and "))
}

/// The last day of an entry, if that has passed.
pub(super) fn expiry(allowed: &Allowed, today: Option<NaiveDate>) -> Option<NaiveDate> {
    allowed.expires.filter(|day| today.is_some_and(|today| today > *day))
}

/// The working directory.
pub(super) fn working_dir() -> Result<PathBuf, Problem> {
    env::current_dir().map_err(|error| Problem {
        path: None,
        kind: ProblemKind::Usage,
        message: format!("the working directory can't be used: {error}"),
    })
}

/// The paths among `entries`, each once.
pub(super) fn paths<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> usize {
    entries.into_iter().map(|entry| Path::new(&entry.path)).collect::<BTreeSet<_>>().len()
}
