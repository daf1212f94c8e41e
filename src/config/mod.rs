//! How a run is configured: `wirelint.toml`, the options that win over it, and what the two make together.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::diagnostic::Severity;
use crate::lint::{LineEnding, Settings};
use crate::profile::Profile;
use crate::ruleset::Ruleset;

mod allow;
mod document;
mod effective;
mod error;
mod file;
mod furniture;
mod glob;
mod origin;
mod overrides;
mod per_file;
mod schema;
mod selection;
mod selector;
mod starter;
pub(crate) mod suggest;
mod syntax;
mod table;
mod values;
mod wire;
mod words;

pub use allow::{AllowList, Allowed};
pub use effective::{Effective, Entry, LISTS, effective};
pub use error::{Advice, ConfigError, Located};
pub use file::ConfigFile;
pub use origin::Origin;
use origin::Setting;
use per_file::{PerFile, Plan};
pub use schema::schema;
use selection::{Choice, Words};
use selector::Selector;
pub use starter::STARTER;
pub use values::ruleset;

/// The globs that an option gives, without the `./` that shells put before names.
///
/// # Errors
/// A sentence, if one of them could never match.
pub fn checked_globs(option: &str, globs: &[String]) -> Result<Vec<String>, String> {
    let check = |written: &String| {
        let glob = glob::glob(written.strip_prefix("./").unwrap_or(written));
        glob.map_err(|advice| format!("{option}: {}. {}", advice.message, advice.help))
    };
    if globs.len() > glob::MOST {
        return Err(format!("{option}: more than {} globs. Name directories instead of files.", glob::MOST));
    }
    globs.iter().map(check).collect()
}

/// The name a configuration file is found by.
pub const FILE_NAME: &str = "wirelint.toml";
/// The name of the baseline unless the configuration or the command line gives another.
pub const BASELINE_NAME: &str = "wirelint-baseline.json";

/// Everything a run needs to know.
#[derive(Clone, Debug)]
pub struct Config {
    /// How each text is checked where no override says otherwise.
    pub settings: Settings,
    /// From which severity on a finding fails the run.
    pub fail_on: FailOn,
    /// Which files are checked.
    pub files: Files,
    /// What is allowed although a rule finds it: by the file this came from, and by those that it extends.
    pub allow: Vec<AllowList>,
    /// Path of the baseline, relative to [`Self::root`], if the file names one.
    pub baseline: Option<PathBuf>,
    /// The file this came from; `None` if there is none.
    pub path: Option<PathBuf>,
    per_file: PerFile,
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
pub struct Flags {
    /// Rules, groups, `all` or `default` to turn on, in place of the file's `select` and `extend-select`.
    pub select: Vec<String>,
    /// Rules to turn on as well.
    pub extend_select: Vec<String>,
    /// Rules, groups, `all` or `default` to turn off, in addition to the file's `ignore`.
    pub ignore: Vec<String>,
    /// Rules whose repairs are offered, in place of the file's `fixable`.
    pub fixable: Vec<String>,
    /// Rules whose repairs are not offered, in addition to the file's `unfixable`.
    pub unfixable: Vec<String>,
    /// Severities of rules or groups, as `RULE=LEVEL`; the later of two for the same rule counts.
    pub severity: Vec<String>,
    /// From which severity on a finding fails the run.
    pub fail_on: Option<FailOn>,
    /// Name of the profile to check with: a built-in one or one of the file's own.
    pub profile: Option<String>,
    /// The present, for rules that compare with it.
    pub now: Option<DateTime<Utc>>,
    /// What the paths of files are relative to, and the path of the configuration unless it is absolute.
    pub working_dir: PathBuf,
}

impl Flags {
    /// What is said about rules.
    fn choice(&self) -> Result<Choice, ConfigError> {
        let words = |flag, words: &[String]| -> Result<Words, ConfigError> {
            let parse = |word: &String| Selector::parse(word).map_err(|advice| ConfigError::Flag { flag, advice });
            let value = words.iter().map(parse).collect::<Result<Vec<_>, _>>()?;
            Ok((!value.is_empty()).then_some(Setting { value, origin: Origin::Flag(flag) }))
        };
        let severity = |entry: &String| {
            let (selector, level) = entry.split_once('=').ok_or_else(|| {
                let message = format!("`{entry}` has no `=`");
                Advice::new(message, "Write a rule or a group, `=`, and a severity: `whitespace=error`.")
            })?;
            let origin = Origin::Flag("--severity");
            Ok((Selector::parse_narrow(selector)?, Setting { value: values::severity(level)?, origin }))
        };
        let severity = self.severity.iter().map(severity).collect::<Result<_, _>>();
        Ok(Choice {
            select: words("--select", &self.select)?,
            extend_select: words("--extend-select", &self.extend_select)?,
            ignore: words("--ignore", &self.ignore)?,
            fixable: words("--fixable", &self.fixable)?,
            unfixable: words("--unfixable", &self.unfixable)?,
            severity: severity.map_err(|advice| ConfigError::Flag { flag: "--severity", advice })?,
            ..Choice::default()
        })
    }
}

impl Config {
    /// What `file` and `flags` make together; without a file, the defaults take its place.
    ///
    /// # Errors
    /// If a flag names a rule, group, severity or profile that does not exist, or if no rule is left on.
    pub fn resolve(file: Option<&ConfigFile>, flags: &Flags) -> Result<Self, ConfigError> {
        let defaults = ConfigFile::default();
        let file = file.unwrap_or(&defaults);
        let own = || file.profile.as_ref().map(|name| name.value.as_str());
        let name = flags.profile.as_deref().or_else(own).unwrap_or(Profile::DEFAULT);
        let profile = file.find_profile(name).map_err(|advice| ConfigError::Flag { flag: "--profile", advice })?;
        let plan = Plan {
            ruleset: file.ruleset.as_ref().map_or(Ruleset::NEWEST, |set| set.value),
            file: file.choice.clone(),
            flags: flags.choice()?,
            profile,
            is_profile_fixed: flags.profile.is_some(),
            line_ending: file.line_ending.as_ref().map_or(LineEnding::default(), |set| set.value),
            lexicon: file.furniture.lexicon(),
            now: flags.now,
        };
        let settings = plan.settings(&[]);
        if !settings.looks_at_articles() {
            return Err(ConfigError::NoRules);
        }
        let globs = |set: &Option<Setting<Vec<String>>>| set.as_ref().map(|set| set.value.clone());
        let default = Files::default();
        Ok(Self {
            settings,
            fail_on: flags.fail_on.or(file.fail_on.as_ref().map(|set| set.value)).unwrap_or_default(),
            files: Files {
                include: globs(&file.include).unwrap_or(default.include),
                exclude: globs(&file.exclude).unwrap_or(default.exclude),
            },
            allow: file.allow.clone(),
            baseline: file.baseline.as_ref().map(|set| PathBuf::from(&set.value)),
            path: file.path.clone(),
            per_file: PerFile::new(file, &plan, &flags.working_dir, root(file.path.as_deref()))?,
        })
    }

    /// How the text of the file at `path` is checked; `path` is relative to the working directory.
    pub fn settings_for(&self, path: &str) -> &Settings {
        self.per_file.settings(path).unwrap_or(&self.settings)
    }

    /// Whether a rule that looks at many articles together is on for any file.
    pub fn looks_at_batches(&self) -> bool {
        self.settings.looks_at_batches() || self.per_file.any(Settings::looks_at_batches)
    }

    /// The directory that globs are relative to: the one of the configuration file, or the working directory.
    pub fn root(&self) -> &Path {
        root(self.path.as_deref())
    }
}

fn root(path: Option<&Path>) -> &Path {
    match path.and_then(Path::parent) {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
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
