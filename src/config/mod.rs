//! How a run is configured: `wirelint.toml`, the options that win over it, and what the two make together.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::diagnostic::Severity;
use crate::lint::Settings;

mod allow;
mod error;
mod file;
mod schema;
mod selection;
pub(crate) mod suggest;
mod syntax;
mod table;
mod wire;

pub use allow::{AllowList, Allowed};
pub use error::{Advice, ConfigError, Located};
pub use file::ConfigFile;
pub use schema::schema;
use selection::Selector;

/// The name a configuration file is found by.
pub const FILE_NAME: &str = "wirelint.toml";
/// The name of the baseline unless the configuration or the command line gives another.
pub const BASELINE_NAME: &str = "wirelint-baseline.json";

/// Everything a run needs to know.
#[derive(Clone, Debug)]
pub struct Config {
    /// How each text is checked.
    pub settings: Settings,
    /// From which severity on a finding fails the run.
    pub fail_on: FailOn,
    /// Which files are checked.
    pub files: Files,
    /// What is allowed although a rule finds it.
    pub allow: AllowList,
    /// Path of the baseline, relative to [`Self::root`], if the file names one.
    pub baseline: Option<PathBuf>,
    /// The file this came from; `None` if there is none.
    pub path: Option<PathBuf>,
}

/// Which files of a directory are checked. Globs as in `.gitignore`, relative to [`Config::root`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// Files that are checked.
    pub include: Vec<String>,
    /// Those among them that are not, and directories that are not entered.
    pub exclude: Vec<String>,
}

impl Files {
    /// What is included unless the configuration says otherwise.
    pub const DEFAULT_INCLUDE: [&str; 1] = ["*.txt"];
}

impl Default for Files {
    fn default() -> Self {
        Self { include: Self::DEFAULT_INCLUDE.map(str::to_owned).to_vec(), exclude: Vec::new() }
    }
}

/// From which severity on a finding fails the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// A finding as bad as this or worse.
    At(Severity),
    /// No finding; what could not be checked still fails the run.
    Never,
}

impl FailOn {
    /// The words for it, mildest severity first.
    pub const NAMES: [&str; 4] = ["info", "warning", "error", "never"];

    /// The word used on the command line and in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::At(severity) => severity.name(),
            Self::Never => "never",
        }
    }

    /// What that word means, if it means something.
    pub fn from_name(name: &str) -> Option<Self> {
        if name == Self::Never.name() { Some(Self::Never) } else { Severity::from_name(name).map(Self::At) }
    }

    /// Whether a finding of this severity fails the run.
    pub fn is_reached(self, severity: Severity) -> bool {
        matches!(self, Self::At(least) if severity >= least)
    }
}

impl Default for FailOn {
    fn default() -> Self {
        Self::At(Severity::Warning)
    }
}

/// What the command line says; it wins over the file.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// Rules, groups, `all` or `default` to turn on, in place of the file's `select`.
    pub select: Vec<String>,
    /// Rules, groups, `all` or `default` to turn off, in addition to the file's `ignore`.
    pub ignore: Vec<String>,
    /// Severities of rules or groups, as `RULE=LEVEL`; the later of two for the same rule counts.
    pub severity: Vec<String>,
    /// From which severity on a finding fails the run.
    pub fail_on: Option<FailOn>,
    /// Name of the profile to check with: a built-in one or one of the file's own.
    pub profile: Option<String>,
    /// The present, for rules that compare with it.
    pub now: Option<DateTime<Utc>>,
}

impl Overrides {
    /// What is said about rules.
    fn choice(&self) -> Result<selection::Choice, ConfigError> {
        let selectors = |flag, words: &[String]| {
            let parse = |word: &String| Selector::parse(word).map_err(|advice| ConfigError::Flag { flag, advice });
            words.iter().map(parse).collect::<Result<Vec<_>, _>>()
        };
        let severity = |entry: &String| {
            let (selector, level) = entry.split_once('=').ok_or_else(|| {
                let message = format!("`{entry}` has no `=`");
                Advice::new(message, "Write a rule or a group, `=`, and a severity: `whitespace=error`.")
            })?;
            Ok((Selector::parse_narrow(selector)?, file::severity(level)?))
        };
        let severity = self.severity.iter().map(severity).collect::<Result<_, _>>();
        Ok(selection::Choice {
            select: selectors("--select", &self.select)?,
            ignore: selectors("--ignore", &self.ignore)?,
            severity: severity.map_err(|advice| ConfigError::Flag { flag: "--severity", advice })?,
        })
    }
}

impl Config {
    /// What `file` and `overrides` make together; without a file, the defaults take its place.
    ///
    /// # Errors
    /// If an override names a rule, group, severity or profile that does not exist, or if no rule is left on.
    pub fn resolve(file: Option<&ConfigFile>, overrides: &Overrides) -> Result<Self, ConfigError> {
        let defaults = ConfigFile::default();
        let file = file.unwrap_or(&defaults);
        let profile = match &overrides.profile {
            None => file.profile.clone(),
            Some(name) => file.find_profile(name).map_err(|advice| ConfigError::Flag { flag: "--profile", advice })?,
        };
        let levels = selection::levels(&file.choice, &overrides.choice()?);
        if levels.iter().all(Option::is_none) {
            return Err(ConfigError::NoRules);
        }
        Ok(Self {
            settings: Settings { levels, profile, line_ending: file.line_ending, now: overrides.now },
            fail_on: overrides.fail_on.unwrap_or(file.fail_on),
            files: file.files.clone(),
            allow: file.allow.clone(),
            baseline: file.baseline.clone(),
            path: file.path.clone(),
        })
    }

    /// The directory that globs are relative to: the one of the configuration file, or the working directory.
    pub fn root(&self) -> &Path {
        match self.path.as_deref().and_then(Path::parent) {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        }
    }
}

/// The configuration file for a run in the working directory `from`, an absolute path: the one there or in the nearest
/// directory above it. A dangling link counts, so that it is reported and not passed over.
pub fn find(from: &Path) -> Option<PathBuf> {
    from.ancestors().map(|directory| directory.join(FILE_NAME)).find(|path| {
        path.symlink_metadata().is_ok_and(|metadata| metadata.is_file() || metadata.file_type().is_symlink())
    })
}

#[cfg(test)]
mod tests;
