//! Which entries that let findings pass are needed no longer, as far as a run can tell.

use super::Context;
use super::allowances::{Allowances, describe, expiry};
use super::findings::{Findings, Renderer};
use super::run::{Run, Tally};
use crate::allowance::Allowance;
use crate::baseline::Places;
use crate::config::{AllowList, Allowed, Config};
use crate::files::{self, Filter, Search};
use crate::fingerprint::fingerprints;
use crate::lint::{self, Settings};
use crate::report::FileReport;
use crate::rules::ABOUT_BATCHES;
use crate::source::Source;
use crate::suppress::Uses;

impl Allowances {
    /// The entries of `[[allow]]` that the run can judge, list by list, with their places there.
    pub(super) fn judged_permits(&self, uses: &Uses, config: &Config) -> Vec<Vec<(usize, Allowance)>> {
        let saw_everything = self.saw_everything();
        let mut articles: Option<Option<Vec<String>>> = None;
        let mut permits = self.suppressions.permits().iter().enumerate();
        let mut judge = |list: &AllowList, allowed: &Allowed| {
            let (index, permit) = permits.next()?;
            let mut covered = uses.covered().iter().filter(|path| permit.covers(path)).peekable();
            let expired = expiry(allowed, self.today);
            let times = uses.of_permit(index);
            if !saw_everything && covered.peek().is_none() {
                return None;
            }
            if times == 0 && expired.is_none() {
                let has_all = |settings: &Settings| allowed.rules.iter().all(|rule| settings.has(rule));
                let is_checked_for = match covered.peek() {
                    None => has_all(&config.settings),
                    Some(_) => covered.any(|path| has_all(self.settings(path, config))),
                };
                // Another configuration that extends that file may need it.
                if !is_checked_for || !is_own(list, config) || !allowed.rules.iter().all(|rule| self.judges(rule, uses))
                {
                    return None;
                }
                // Only now, because a run over one file should not search the whole directory for nothing.
                let articles = articles.get_or_insert_with(|| self.all_articles(config));
                let is_missed = |path: &String| permit.covers(path) && !uses.covered().contains(path);
                if articles.as_ref().is_none_or(|paths| paths.iter().any(is_missed)) {
                    return None;
                }
            }
            Some(Allowance { place: allowed.place, what: describe(allowed), uses: times, expired })
        };
        let mut judge_all = |list: &AllowList| {
            let judged = list.entries.iter().enumerate().map(|(place, allowed)| (place, judge(list, allowed)));
            judged.filter_map(|(place, allowance)| Some((place, allowance?))).collect()
        };
        config.allow.iter().map(&mut judge_all).collect()
    }

    /// Whether the run has searched the whole directory of the configuration.
    fn saw_everything(&self) -> bool {
        self.searched.iter().any(|dir| is_within("", dir))
    }

    /// Whether the run has looked for what a rule finds. What many articles show, a part of them may not.
    fn judges(&self, rule: &str, uses: &Uses) -> bool {
        !ABOUT_BATCHES.contains(&rule) || (uses.has_compared() && self.saw_everything())
    }

    /// The settings of the file at `path`, seen from the root.
    fn settings<'c>(&self, path: &str, config: &'c Config) -> &'c Settings {
        config.settings_for(&self.root.join(path).to_string_lossy())
    }

    /// Every article below the root; `None` if a part of it can't be searched.
    fn all_articles(&self, config: &Config) -> Option<Vec<String>> {
        let filter = Filter::new(&self.root, &config.files.include, &config.files.exclude).ok()?;
        let search = Search {
            working_dir: &self.root,
            filter: &filter,
            force_exclude: false,
            respect_gitignore: self.respect_gitignore,
            untrusted: self.untrusted,
        };
        let found = search.run(std::slice::from_ref(&self.root));
        let paths = found.targets.iter().map(|target| files::relative(&self.root, &target.path)).collect();
        found.problems.is_empty().then_some(paths)
    }

    /// The entries of the baseline that the run can judge, by their places in it, and whether they were met again.
    pub(super) fn judged_known(&self, uses: &Uses, config: &Config) -> Vec<(usize, bool)> {
        let mut last: Option<(&str, bool)> = None;
        let mut judged = Vec::new();
        for (index, entry) in self.baseline.entries.iter().enumerate() {
            let path = entry.path.as_str();
            // Entries are sorted by path.
            let is_gone = match last {
                Some((before, is_gone)) if before == path => is_gone,
                _ => self.is_gone(path),
            };
            last = Some((path, is_gone));
            let has_seen = is_gone || uses.has_seen_file_of_known(index);
            if has_seen && self.settings(path, config).has(&entry.rule) && (is_gone || self.judges(&entry.rule, uses)) {
                judged.push((index, uses.has_met(index)));
            }
        }
        judged
    }

    /// Whether the file at `path`, seen from the root, is one that the run would have met and is not there any more.
    fn is_gone(&self, path: &str) -> bool {
        // A name that is not UTF-8 can't be looked for by what was written down of it.
        let is_searched = !path.contains("\\x") && self.searched.iter().any(|dir| is_within(path, dir));
        is_searched && files::is_gone(&self.root.join(path))
    }

    /// Reports the entries that are needed no longer, as findings in the files that hold them.
    pub(super) fn report(
        &self,
        uses: &Uses,
        renderer: &Renderer,
        (run, findings): (&mut Run, &mut Findings),
        context: &mut Context,
    ) {
        // What is typed into an editor is not what the file holds, so nothing is concluded from it.
        if run.is_stream() {
            return;
        }
        let mut report_in = |path: &str, text: &str, allowances: &[Allowance], run: &mut Run| {
            let source = Source::new(path, text);
            let diagnostics = lint::check_allowances(&source, allowances, &run.config.settings);
            if !diagnostics.is_empty() {
                run.count(&Tally::besides_articles(&diagnostics));
                let fingerprints = fingerprints(path, &source, &diagnostics);
                let report =
                    FileReport { path, source: &source, diagnostics: &diagnostics, fingerprints: &fingerprints };
                findings.file(&renderer.render(&report), context);
            }
        };
        let judged = self.judged_permits(uses, &run.config);
        for (list, judged) in run.config.allow.clone().iter().zip(judged) {
            let permits: Vec<Allowance> = judged.into_iter().map(|(_, allowance)| allowance).collect();
            let path = list.name.replace(std::path::MAIN_SEPARATOR, "/");
            report_in(&path, &list.text, &permits, run);
        }
        let Some(text) = &self.baseline.text else { return };
        let judged = self.judged_known(uses, &run.config);
        if judged.iter().all(|(_, is_met)| *is_met) {
            return;
        }
        let places = Places::of(text);
        let known = judged.into_iter().filter_map(|(index, is_met)| {
            let entry = self.baseline.entries.get(index)?;
            let what = format!("`{}` in `{}`", entry.rule, entry.path);
            Some(Allowance { place: places.find(&entry.fingerprint), what, uses: usize::from(is_met), expired: None })
        });
        report_in(&self.baseline.target.shown, text, &known.collect::<Vec<_>>(), run);
    }
}

/// Whether the list is the one of the configuration itself, not of a file that it extends.
pub(super) fn is_own(list: &AllowList, config: &Config) -> bool {
    config.path.as_ref().is_some_and(|path| *list.name == *path.display().to_string())
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
