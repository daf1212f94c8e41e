//! What a run lets pass: the configuration's `[[allow]]` and the baseline, and what of them is needed no longer.

use std::collections::BTreeSet;
use std::env;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::args::{BaselineArgs, RunArgs};
use super::findings::Findings;
use super::run::{Article, Run, Tally};
use super::{Context, summary};
use crate::allowance::Allowance;
use crate::baseline::{self, Entry, Places};
use crate::config::{Allowed, BASELINE_NAME, Config};
use crate::diagnostic::Diagnostic;
use crate::files::{self, Filter, Target};
use crate::lint;
use crate::report::{FileReport, Format, Problem, ProblemKind, Style};
use crate::rules::RULES;
use crate::source::Source;
use crate::suppress::{Known, Parted, Permit, Suppressions, Uses};

/// What a run lets pass.
pub(super) struct Allowances {
    suppressions: Suppressions,
    /// What paths and globs are relative to: the directory of the configuration, or the working directory.
    root: PathBuf,
    /// The directories that are searched, seen from there.
    searched: Vec<String>,
    /// The day it is.
    today: Option<NaiveDate>,
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
            (None, Some(path)) => (dir.join(config.root()).join(path), true),
            (None, None) => (dir.join(config.root()).join(BASELINE_NAME), false),
        };
        let target = Target { shown: files::shown(&dir, &path), path };
        if args.no_baseline {
            return Ok(Self { target, text: None, entries: Vec::new() });
        }
        let text = files::read_own(&target)?;
        if text.is_none() && is_named && !args.may_be_missing {
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
        let baseline = if run.is_stream() {
            // It can't matter to a text without a path, and its faults must not keep the text from its reader.
            Baseline::read(&BaselineArgs { no_baseline: true, ..BaselineArgs::default() }, config)?
        } else {
            Baseline::read(args, config)?
        };
        let today = config.settings.now.map(|now| now.date_naive());
        let permit = |allowed: &Allowed| {
            let is_valid = expiry(allowed, today).is_none();
            Permit::new(allowed.rules.clone(), &allowed.files, allowed.text.clone(), is_valid)
        };
        let permits: Result<Vec<Permit>, _> = config.allow.entries.iter().map(permit).collect();
        let permits = permits.map_err(|error| Problem {
            path: config.path.as_deref().map(|path| path.display().to_string()),
            kind: ProblemKind::Configuration,
            message: format!("a glob under `[[allow]]` can't be used: {error}"),
        })?;
        let known =
            baseline.entries.iter().map(|Entry { path, rule, fingerprint, .. }| Known { path, rule, fingerprint });
        let suppressions = Suppressions::new(permits, known);
        let root = dir.join(config.root());
        let searched = paths.paths.iter().map(|path| dir.join(path)).filter(|path| files::is_directory(path));
        let searched = searched.map(|path| files::relative(&root, &path)).collect();
        Ok(Self { suppressions, root, searched, today, baseline })
    }

    /// The path by which entries know an article; `None` for standard input.
    pub(super) fn path_of(&self, article: &Article) -> Option<String> {
        article.target.map(|target| files::relative(&self.root, &target.path))
    }

    /// Parts the findings of an article into those to report and those let pass.
    pub(super) fn part(&self, article: &Article, source: &Source, findings: Vec<Diagnostic>) -> Parted {
        match self.path_of(article).filter(|_| !self.suppressions.is_empty()) {
            Some(path) => self.suppressions.part(&path, source, findings),
            None => Parted::nothing_let_pass(findings),
        }
    }

    /// Says of each finding of an article whether `[[allow]]` allows it.
    pub(super) fn permits<'a>(&'a self, article: &Article) -> impl Fn(&Source, &Diagnostic) -> bool + use<'a> {
        let path = self.path_of(article);
        move |source, finding| {
            path.as_deref().is_some_and(|path| self.suppressions.permits_finding(path, source, finding))
        }
    }

    /// The entries of `[[allow]]` that the run can judge, with their places in the list.
    pub(super) fn judged_permits(&self, uses: &Uses, config: &Config) -> Vec<(usize, Allowance)> {
        let saw_everything = self.searched.iter().any(|dir| is_within("", dir));
        let mut articles: Option<Option<Vec<String>>> = None;
        let mut judged = Vec::new();
        for (index, (allowed, permit)) in config.allow.entries.iter().zip(self.suppressions.permits()).enumerate() {
            let has_seen = saw_everything || uses.covered().iter().any(|path| permit.covers(path));
            let expired = expiry(allowed, self.today);
            let times = uses.of_permit(index);
            if !has_seen || (expired.is_none() && !allowed.rules.iter().all(|rule| is_on(rule, config))) {
                continue;
            }
            if times == 0 && expired.is_none() {
                // Only now, because a run over one file should not search the whole directory for nothing.
                let articles = articles.get_or_insert_with(|| self.all_articles(config));
                let is_missed = |path: &String| permit.covers(path) && !uses.covered().contains(path);
                if articles.as_ref().is_none_or(|paths| paths.iter().any(is_missed)) {
                    continue;
                }
            }
            let allowance = Allowance { place: allowed.place, what: describe(allowed), uses: times, expired };
            judged.push((index, allowance));
        }
        judged
    }

    /// Every article below the root; `None` if a part of it can't be searched.
    fn all_articles(&self, config: &Config) -> Option<Vec<String>> {
        let filter = Filter::new(&self.root, &config.files.include, &config.files.exclude).ok()?;
        let found = files::find(&self.root, std::slice::from_ref(&self.root), &filter);
        let paths = found.targets.iter().map(|target| files::relative(&self.root, &target.path)).collect();
        found.problems.is_empty().then_some(paths)
    }

    /// The entries of the baseline that the run can judge, by their places in it, and whether they were met again.
    pub(super) fn judged_known(&self, uses: &Uses, config: &Config) -> Vec<(usize, bool)> {
        let mut gone: Option<(&str, bool)> = None;
        let mut is_gone = |path| match gone {
            // Entries are sorted by path.
            Some((last, known)) if last == path => known,
            _ => {
                let known =
                    self.searched.iter().any(|dir| is_within(path, dir)) && files::is_gone(&self.root.join(path));
                gone = Some((path, known));
                known
            }
        };
        let mut judged = Vec::new();
        for (index, entry) in self.baseline.entries.iter().enumerate() {
            let has_seen = uses.has_seen_file_of_known(index) || is_gone(entry.path.as_str());
            if has_seen && is_on(&entry.rule, config) {
                judged.push((index, uses.has_met(index)));
            }
        }
        judged
    }

    /// Reports the entries that are needed no longer, as findings in the files that hold them.
    pub(super) fn report(
        &self,
        uses: &Uses,
        (format, style): (&Format, Style),
        (run, findings): (&mut Run, &mut Findings),
        context: &mut Context,
    ) {
        let judged = self.judged_permits(uses, &run.config);
        let permits: Vec<Allowance> = judged.into_iter().map(|(_, allowance)| allowance).collect();
        if let Some(path) = run.config.path.clone() {
            let shown = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
            let text = run.config.allow.text.clone();
            report_in(&shown, &text, &permits, (format, style), (run, findings), context);
        }
        let Some(text) = &self.baseline.text else { return };
        let judged = self.judged_known(uses, &run.config);
        let places = if judged.iter().all(|(_, is_met)| *is_met) { None } else { Some(Places::of(text)) };
        let known = judged.into_iter().filter_map(|(index, is_met)| {
            let entry = self.baseline.entries.get(index)?;
            let what = format!("`{}` in `{}`", entry.rule, entry.path);
            let place = places.as_ref()?.find(&entry.fingerprint);
            Some(Allowance { place, what, uses: usize::from(is_met), expired: None })
        });
        report_in(
            &self.baseline.target.shown,
            text,
            &known.collect::<Vec<_>>(),
            (format, style),
            (run, findings),
            context,
        );
    }
}

fn report_in(
    path: &str,
    text: &str,
    allowances: &[Allowance],
    (format, style): (&Format, Style),
    (run, findings): (&mut Run, &mut Findings),
    context: &mut Context,
) {
    if allowances.is_empty() {
        return;
    }
    let source = Source::new(path, text);
    let diagnostics = lint::check_allowances(&source, allowances, &run.config.settings);
    if !diagnostics.is_empty() {
        run.count(&Tally::besides_articles(&diagnostics));
        findings.file(&(format.file)(&FileReport { path, source: &source, diagnostics: &diagnostics }, style), context);
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
fn expiry(allowed: &Allowed, today: Option<NaiveDate>) -> Option<NaiveDate> {
    allowed.expires.filter(|day| today.is_some_and(|today| today > *day))
}

/// Whether the rule of that name is on in this run.
pub(super) fn is_on(name: &str, config: &Config) -> bool {
    let levels = RULES.iter().zip(&config.settings.levels);
    levels.into_iter().any(|(rule, level)| rule.name == name && level.is_some())
}

/// Whether `path` lies in `dir`, or is it; both are seen from the same directory.
fn is_within(path: &str, dir: &str) -> bool {
    let is_above = !dir.is_empty() && dir.split('/').all(|part| part == "..");
    let levels = |path: &str| path.split('/').take_while(|part| *part == "..").count();
    match dir {
        "" => levels(path) == 0,
        dir if is_above => levels(path) <= levels(dir),
        dir => path.strip_prefix(dir).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
    }
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

#[cfg(test)]
mod tests {
    use super::is_within;

    #[test]
    fn a_directory_holds_what_is_below_it() {
        assert!(is_within("a.txt", "") && is_within("a/b.txt", "a") && is_within("a.txt", "..") && is_within("", ".."));
        assert!(is_within("", "") && is_within("../b.txt", "..") && is_within("../b/c.txt", "../b"));
        assert!(!is_within("ab.txt", "a") && !is_within("../b.txt", "") && !is_within("a.txt", "../b"));
        assert!(!is_within("", "a") && !is_within("../../b.txt", ".."));
    }
}
