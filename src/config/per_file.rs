//! Which settings hold for which file: those of the run, and on top of them what `[[overrides]]` say about its path.

use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Utc};

use super::error::ConfigError;
use super::file::{ConfigFile, Override, Wire};
use super::selection::{Choice, Layers};
use crate::lexicon::Lexicon;
use crate::lint::{LineEnding, Settings};
use crate::ruleset::Ruleset;

/// All that settings are made of, overrides aside.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) ruleset: Ruleset,
    pub(super) file: Choice,
    pub(super) flags: Choice,
    pub(super) profile: Wire,
    /// Whether the command line names the profile, so that no override changes it.
    pub(super) is_profile_fixed: bool,
    pub(super) line_ending: LineEnding,
    pub(super) lexicon: Arc<Lexicon>,
    pub(super) now: Option<DateTime<Utc>>,
}

impl Plan {
    /// The settings where these overrides hold, of which later ones win over earlier ones.
    pub(super) fn settings(&self, overrides: &[&Entry]) -> Settings {
        let between = overrides.iter().map(|entry| &entry.table.choice);
        let choices = [&self.file].into_iter().chain(between).chain([&self.flags]).collect();
        let layers = Layers { ruleset: self.ruleset, choices };
        let line_ending = overrides.iter().rev().find_map(|entry| entry.table.line_ending.as_ref());
        let profile =
            overrides.iter().rev().find_map(|entry| entry.profile.as_ref()).filter(|_| !self.is_profile_fixed);
        let (profile, recognition) = profile.unwrap_or(&self.profile).clone();
        Settings {
            levels: layers.levels(),
            fixes: layers.fixes(),
            profile,
            recognition,
            line_ending: line_ending.map_or(self.line_ending, |set| set.value),
            lexicon: Arc::clone(&self.lexicon),
            now: self.now,
        }
    }
}

/// An override with the profile it names.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    table: Override,
    profile: Option<Wire>,
}

/// The settings of files that overrides hold for.
#[derive(Clone, Debug)]
pub(super) struct PerFile {
    plan: Plan,
    entries: Vec<Entry>,
    /// What paths are relative to.
    working_dir: PathBuf,
    /// What globs are relative to.
    root: PathBuf,
    known: OnceLock<Box<Known>>,
}

/// Settings made once, for all files that the same overrides hold for; a link in a list.
#[derive(Clone, Debug)]
struct Known {
    holds: Vec<bool>,
    settings: Settings,
    next: OnceLock<Box<Self>>,
}

impl PerFile {
    /// # Errors
    /// If an override leaves no rule on, so that its files would pass whatever they hold.
    pub(super) fn new(file: &ConfigFile, plan: &Plan, working_dir: &Path, root: &Path) -> Result<Self, ConfigError> {
        let tables = file.overrides.iter().flat_map(|tables| &tables.value);
        let find = |name: &str| file.find_profile(name).ok();
        let entry = |table: &Override| Entry {
            profile: table.profile.as_ref().and_then(|name| find(&name.value)),
            table: table.clone(),
        };
        let entries: Vec<Entry> = tables.map(entry).collect();
        // Without the command line, because who asks for one rule only may rightly find it off somewhere.
        let as_written = Plan { flags: Choice::default(), ..plan.clone() };
        for entry in &entries {
            if !as_written.settings(&[entry]).looks_at_articles() {
                return Err(ConfigError::NoRulesFor { origin: entry.table.origin.clone() });
            }
        }
        let root = normal(&working_dir.join(root));
        Ok(Self { plan: plan.clone(), entries, working_dir: working_dir.to_owned(), root, known: OnceLock::new() })
    }

    /// The settings of the file at `path`, relative to the working directory; `None` if no override holds for it.
    pub(super) fn settings(&self, path: &str) -> Option<&Settings> {
        if self.entries.is_empty() {
            return None;
        }
        let path = normal(&self.working_dir.join(path));
        // Outside the root the name alone counts, as it does for `files`.
        let path = path.strip_prefix(&self.root).unwrap_or_else(|_| path.file_name().map_or(&path, Path::new));
        let holds = |entry: &Entry| entry.table.matcher.matched_path_or_any_parents(path, false).is_ignore();
        let holds: Vec<bool> = self.entries.iter().map(holds).collect();
        if !holds.contains(&true) {
            return None;
        }
        let mut link = &self.known;
        loop {
            let known = link.get_or_init(|| Box::new(self.make(holds.clone())));
            if known.holds == holds {
                return Some(&known.settings);
            }
            link = &known.next;
        }
    }

    /// Whether the settings of files that an override holds for have a quality.
    pub(super) fn any(&self, has: impl Fn(&Settings) -> bool) -> bool {
        self.entries.iter().any(|entry| has(&self.plan.settings(&[entry])))
    }

    fn make(&self, holds: Vec<bool>) -> Known {
        let entries: Vec<&Entry> =
            self.entries.iter().zip(&holds).filter_map(|(entry, holds)| holds.then_some(entry)).collect();
        Known { settings: self.plan.settings(&entries), holds, next: OnceLock::new() }
    }
}

/// The path without `.` and, as far as that can be told from the path alone, without `..`.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(normal.components().next_back(), Some(Component::Normal(_))) => {
                normal.pop();
            }
            part => normal.push(part),
        }
    }
    normal
}
