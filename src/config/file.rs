//! A configuration file that was found good, together with the files it extends.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::gitignore::Gitignore;

use super::allow::AllowList;
use super::document::Document;
use super::error::{Advice, ConfigError};
use super::furniture::Furniture;
use super::origin::{Lines, Origin, Setting};
use super::selection::Choice;
use super::{FailOn, suggest};
use crate::lint::{LineEnding, Recognition};
use crate::profile::Profile;
use crate::ruleset::Ruleset;

/// The most bytes a configuration may have.
const SIZE_LIMIT: u64 = 1 << 20;
/// How many files may extend each other, the first one included.
const MOST_FILES: usize = 8;

/// A configuration file in which every value has been found to make sense.
#[derive(Clone, Debug, Default)]
pub struct ConfigFile {
    pub(super) path: Option<PathBuf>,
    pub(super) extend: Option<Setting<String>>,
    pub(super) required_version: Option<Setting<String>>,
    pub(super) ruleset: Option<Setting<Ruleset>>,
    pub(super) choice: Choice,
    pub(super) fail_on: Option<Setting<FailOn>>,
    pub(super) line_ending: Option<Setting<LineEnding>>,
    /// A name that [`ConfigFile::find_profile`] finds.
    pub(super) profile: Option<Setting<String>>,
    pub(super) include: Option<Setting<Vec<String>>>,
    pub(super) exclude: Option<Setting<Vec<String>>>,
    /// Those of the file, then those of the files that it extends.
    pub(super) allow: Vec<AllowList>,
    pub(super) baseline: Option<Setting<String>>,
    pub(super) furniture: Furniture,
    pub(super) profiles: BTreeMap<String, Setting<Profile>>,
    pub(super) overrides: Option<Setting<Vec<Override>>>,
}

/// What a configuration says about some files only.
#[derive(Clone, Debug)]
pub(super) struct Override {
    pub(super) origin: Origin,
    /// The globs, as they are written.
    pub(super) files: Setting<Vec<String>>,
    /// The same, ready to be asked about a path that is relative to the configuration.
    pub(super) matcher: Gitignore,
    pub(super) choice: Choice,
    pub(super) line_ending: Option<Setting<LineEnding>>,
    /// A name that [`ConfigFile::find_profile`] finds.
    pub(super) profile: Option<Setting<String>>,
}

/// A profile, and how it is found.
pub(super) type Wire = (Arc<Profile>, Recognition);

impl ConfigFile {
    /// Reads the configuration at `path`, and those it extends.
    ///
    /// # Errors
    /// If it cannot be read, is larger than 1 MiB, is not UTF-8, or is wrong in itself.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let file = read_chain(path, &mut Vec::new())?;
        Ok(Self { path: Some(path.to_owned()), ..file })
    }

    /// Reads a configuration from its text; `name` is how people call it. What it extends is not read.
    ///
    /// # Errors
    /// If it is no TOML, or a key or value in it makes no sense; the error knows where.
    pub fn parse(name: &str, text: String) -> Result<Self, ConfigError> {
        let checked = Document::read(&text).and_then(|document| document.check(&Lines::new(name, &text), None));
        checked.map_err(|problem| problem.within(name, text))
    }

    /// The profile of that name, the file's own ones included, and how it is found; of `auto` it is yet to be found.
    pub(super) fn find_profile(&self, name: &str) -> Result<Wire, Advice> {
        if name == Profile::AUTO {
            let built_in = Profile::built_in_names().filter_map(Profile::built_in);
            let own = self.profiles.values().map(|profile| profile.value.clone());
            let candidates: Vec<Arc<Profile>> = built_in.chain(own).map(Arc::new).collect();
            return Ok((Arc::new(Profile::unknown()), Recognition::AnyOf(candidates.into())));
        }
        let own = || self.profiles.get(name).map(|profile| profile.value.clone());
        let profile = Profile::built_in(name).or_else(own);
        profile.map(|profile| (Arc::new(profile), Recognition::Named)).ok_or_else(|| {
            let mut names: Vec<&str> = Profile::built_in_names().collect();
            names.extend(self.profiles.keys().map(String::as_str));
            names.push(Profile::AUTO);
            let guess = suggest::did_you_mean(name, names.iter().copied());
            let help = format!("{guess}There is {}; describe another wire under `[profiles]`.", suggest::list(&names));
            Advice::new(format!("there is no profile called `{name}`"), help)
        })
    }

    /// This with every key that it does not set taken from `base`. Of `severity`, `profiles`, `files` and
    /// `furniture` each key counts by itself, and all that either allows is allowed. What `base` extends and which version it is for is its own affair.
    pub(super) fn or(self, base: Self) -> Self {
        let mut profiles = base.profiles;
        profiles.extend(self.profiles);
        let mut allow = self.allow;
        allow.extend(base.allow);
        Self {
            path: self.path,
            extend: self.extend,
            required_version: self.required_version,
            ruleset: self.ruleset.or(base.ruleset),
            choice: self.choice.or(base.choice),
            fail_on: self.fail_on.or(base.fail_on),
            line_ending: self.line_ending.or(base.line_ending),
            profile: self.profile.or(base.profile),
            include: self.include.or(base.include),
            exclude: self.exclude.or(base.exclude),
            allow,
            baseline: self.baseline.or(base.baseline),
            furniture: self.furniture.or(base.furniture),
            profiles,
            overrides: self.overrides.or(base.overrides),
        }
    }
}

fn read_text(path: &Path) -> Result<String, ConfigError> {
    let unreadable = |cause| ConfigError::Read { path: path.to_owned(), cause };
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(SIZE_LIMIT + 1).read_to_end(&mut bytes)).map_err(unreadable)?;
    if u64::try_from(bytes.len()).is_ok_and(|len| len > SIZE_LIMIT) {
        return Err(ConfigError::TooLarge { path: path.to_owned(), limit: SIZE_LIMIT });
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        ConfigError::NotUtf8 { path: path.to_owned(), offset }
    })
}

/// Reads the file at `path` and those it extends; `above` are the files that led here, by their real paths.
fn read_chain(path: &Path, above: &mut Vec<PathBuf>) -> Result<ConfigFile, ConfigError> {
    let text = read_text(path)?;
    above.push(fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()));
    let name = path.display().to_string();
    let document = match Document::read(&text) {
        Ok(document) => document,
        Err(problem) => return Err(problem.within(&name, text)),
    };
    let base = match &document.extend {
        None => None,
        Some(extend) => match read_base(path, extend.get_ref(), above) {
            Ok(base) => Some(base),
            Err(Refusal::Here(advice)) => return Err(advice.at(extend.span()).within(&name, text)),
            Err(Refusal::There(error)) => return Err(error),
        },
    };
    let checked = document.check(&Lines::new(&name, &text), base);
    checked.map_err(|problem| problem.within(&name, text))
}

/// Why a file cannot be extended.
enum Refusal {
    /// Because of what `extend` says.
    Here(Advice),
    /// Because something in that file is wrong.
    There(ConfigError),
}

/// Reads the file that the one at `path` extends.
fn read_base(path: &Path, extend: &str, above: &mut Vec<PathBuf>) -> Result<ConfigFile, Refusal> {
    let refuse = |message: String, help: &str| Err(Refusal::Here(Advice::new(message, help)));
    let local = "Write the path of a local file, relative to this one: `\"../base.toml\"`.";
    if extend.contains("://") {
        return refuse(format!("`{extend}` is no local file, and nothing is fetched from elsewhere"), local);
    }
    if extend.trim().is_empty() {
        return refuse("`extend` is empty".to_owned(), local);
    }
    let base = path.parent().unwrap_or(Path::new("")).join(extend);
    if fs::canonicalize(&base).is_ok_and(|base| above.contains(&base)) {
        return refuse(format!("`{extend}` leads back to a file that is being read"), "Take one `extend` of them out.");
    }
    if above.len() == MOST_FILES {
        let message = format!("more than {MOST_FILES} files extend each other");
        return refuse(message, "Put what they share into fewer files.");
    }
    read_chain(&base, above).map_err(|error| match error {
        ConfigError::InFile(_) => Refusal::There(error),
        error => Refusal::Here(Advice::new(error.to_string(), local)),
    })
}
