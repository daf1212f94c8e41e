//! The file `wirelint.toml`: its keys, and the checks that each value has to pass.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use ignore::overrides::OverrideBuilder;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::allow::{self, AllowList, AllowTable};
use super::error::{Advice, ConfigError, Problem, each, one};
use super::selection::{Choice, Selector};
use super::table::Table;
use super::wire::{self, ProfileTable};
use super::{FailOn, Files, schema, suggest, syntax};
use crate::diagnostic::Severity;
use crate::lint::LineEnding;
use crate::profile::Profile;

/// The most bytes a configuration may have.
const SIZE_LIMIT: u64 = 1 << 20;

/// Line endings by the words for them.
const LINE_ENDINGS: [(&str, LineEnding); 3] =
    [("lf", LineEnding::Lf), ("crlf", LineEnding::CrLf), ("auto", LineEnding::Auto)];

/// How wirelint checks news articles in the plain-text wire format. Paths are relative to this file.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
#[schemars(title = "wirelint.toml", rename = "Configuration")]
pub(super) struct Document {
    /// Rules to turn on: names of rules or groups, `all` or `default`. The more specific name wins over `ignore`.
    #[serde(default)]
    #[schemars(schema_with = "schema::selectors", extend("default" = ["default"], "minItems" = 1))]
    select: Option<Spanned<Vec<Spanned<String>>>>,

    /// Rules to turn off: names of rules or groups, `all` or `default`. Wins over an equally specific `select`.
    #[serde(default)]
    #[schemars(schema_with = "schema::selectors", extend("default" = []))]
    ignore: Vec<Spanned<String>>,

    /// Severities of rules or groups, in place of the rules' own; a rule's name wins over its group's.
    #[serde(default)]
    #[schemars(schema_with = "schema::severities", extend("default" = {}))]
    severity: BTreeMap<Spanned<String>, Spanned<String>>,

    /// The mildest severity that makes a run fail; `never` if no finding does.
    #[serde(default)]
    #[schemars(with = "String", extend("enum" = FailOn::NAMES, "default" = FailOn::default().name()))]
    fail_on: Option<Spanned<String>>,

    /// The line end that articles should have; `auto` for whichever most lines of an article have.
    #[serde(default)]
    #[schemars(with = "String", extend("enum" = LINE_ENDINGS.map(|(name, _)| name), "default" = "lf"))]
    line_ending: Option<Spanned<String>>,

    /// The wire the articles come from: a built-in profile or one of `[profiles]`.
    #[serde(default)]
    #[schemars(with = "String", extend("default" = Profile::DEFAULT, "examples" = Profile::built_in_names()))]
    profile: Option<Spanned<String>>,

    /// Which files are checked.
    #[serde(default)]
    #[schemars(with = "FilesTable", transform = schema::without_default)]
    files: Table<FilesTable>,

    /// Findings that are let pass, each with a reason.
    #[serde(default)]
    #[schemars(with = "Vec<AllowTable>", extend("default" = []))]
    allow: Vec<Spanned<Table<AllowTable>>>,

    /// The file that holds the findings known before wirelint came, relative to this file.
    #[serde(default)]
    #[schemars(with = "String", length(min = 1), extend("default" = super::BASELINE_NAME))]
    baseline: Option<Spanned<String>>,

    /// Wires of your own, by name.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, ProfileTable>", extend("default" = {}))]
    profiles: BTreeMap<Spanned<String>, Table<ProfileTable>>,
}

/// Which files are checked.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
#[schemars(rename = "Files")]
struct FilesTable {
    /// Files to check in a directory: globs as in `.gitignore`, relative to this file.
    #[serde(default)]
    #[schemars(with = "Vec<String>", extend("default" = Files::DEFAULT_INCLUDE))]
    include: Option<Vec<Spanned<String>>>,

    /// Files and directories to leave out: globs as in `.gitignore`, relative to this file.
    #[serde(default)]
    #[schemars(with = "Vec<String>", extend("default" = []))]
    exclude: Vec<Spanned<String>>,
}

/// A configuration file in which every value has been found to make sense.
#[derive(Clone, Debug, Default)]
pub struct ConfigFile {
    pub(super) path: Option<PathBuf>,
    pub(super) choice: Choice,
    pub(super) fail_on: FailOn,
    pub(super) line_ending: LineEnding,
    pub(super) profile: Profile,
    pub(super) files: Files,
    pub(super) allow: AllowList,
    pub(super) baseline: Option<PathBuf>,
    profiles: BTreeMap<String, Profile>,
}

impl ConfigFile {
    /// Reads the configuration at `path`.
    ///
    /// # Errors
    /// If it cannot be read, is larger than 1 MiB, is not UTF-8, or is wrong in itself.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let unreadable = |cause| ConfigError::Read { path: path.to_owned(), cause };
        let mut bytes = Vec::new();
        File::open(path).and_then(|file| file.take(SIZE_LIMIT + 1).read_to_end(&mut bytes)).map_err(unreadable)?;
        if u64::try_from(bytes.len()).is_ok_and(|len| len > SIZE_LIMIT) {
            return Err(ConfigError::TooLarge { path: path.to_owned(), limit: SIZE_LIMIT });
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let offset = error.utf8_error().valid_up_to();
            ConfigError::NotUtf8 { path: path.to_owned(), offset }
        })?;
        let file = Self::parse(&path.display().to_string(), text)?;
        Ok(Self { path: Some(path.to_owned()), ..file })
    }

    /// Reads a configuration from its text; `name` is how people call it.
    ///
    /// # Errors
    /// If it is no TOML, or a key or value in it makes no sense; the error knows where.
    pub fn parse(name: &str, text: String) -> Result<Self, ConfigError> {
        let parsed = toml::from_str::<Document>(&text).map_err(|error| syntax::explain(&error, &text));
        match parsed.and_then(|document| document.check(&text)) {
            Ok(file) => Ok(file),
            Err(problem) => Err(problem.within(name, text)),
        }
    }

    /// The profile of that name, the file's own ones included.
    pub(super) fn find_profile(&self, name: &str) -> Result<Profile, Advice> {
        Profile::built_in(name).or_else(|| self.profiles.get(name).cloned()).ok_or_else(|| {
            let mut names = Profile::built_in_names().to_vec();
            names.extend(self.profiles.keys().map(String::as_str));
            let guess = suggest::did_you_mean(name, names.iter().copied());
            let help = format!("{guess}There is {}; describe another wire under `[profiles]`.", suggest::list(&names));
            Advice::new(format!("there is no profile called `{name}`"), help)
        })
    }
}

impl Document {
    /// Checks every value; `text` is what the document was read from.
    fn check(self, text: &str) -> Result<ConfigFile, Problem> {
        let select = self.select.map(|select| {
            if select.get_ref().is_empty() {
                let help = "Leave `select` out to run the default rules, or name the rules to run.";
                return Err(Advice::new("`select` is empty, so that no rule would run", help).at(select.span()));
            }
            each(select.get_ref(), Selector::parse)
        });
        let pair = |(selector, level): (Spanned<String>, Spanned<String>)| {
            Ok((one(&selector, Selector::parse_narrow)?, one(&level, severity)?))
        };
        let choice = Choice {
            select: select.transpose()?.unwrap_or_default(),
            ignore: each(&self.ignore, Selector::parse)?,
            severity: self.severity.into_iter().map(pair).collect::<Result<_, _>>()?,
        };
        let mut profiles = BTreeMap::new();
        for (name, Table(table)) in self.profiles {
            profiles.insert(one(&name, wire::own_name)?, table.check(name.get_ref(), text)?);
        }
        let default = Files::default();
        let Table(files) = self.files;
        let files = Files {
            include: files.include.map_or(Ok(default.include), |globs| each(&globs, glob))?,
            exclude: each(&files.exclude, glob)?,
        };
        let mut file = ConfigFile {
            path: None,
            choice,
            fail_on: self.fail_on.map_or(Ok(FailOn::default()), |word| one(&word, fail_on))?,
            line_ending: self.line_ending.map_or(Ok(LineEnding::default()), |word| one(&word, line_ending))?,
            profile: Profile::default(),
            files,
            allow: allow::check(self.allow, text)?,
            baseline: self.baseline.map(|path| one(&path, baseline)).transpose()?,
            profiles,
        };
        if let Some(name) = self.profile {
            file.profile = one(&name, |name| file.find_profile(name))?;
        }
        Ok(file)
    }
}

/// The severity of that name.
pub(super) fn severity(word: &str) -> Result<Severity, Advice> {
    Severity::from_name(word).ok_or_else(|| {
        let names = Severity::ALL.map(Severity::name);
        if ["off", "none", "never", "ignore", "allow"].contains(&word) {
            let help = format!("To turn a rule off, put it under `ignore`. A severity is {}.", suggest::list(&names));
            return Advice::new(format!("`{word}` is no severity"), help);
        }
        unknown(word, "severity", &names)
    })
}

fn fail_on(word: &str) -> Result<FailOn, Advice> {
    FailOn::from_name(word).ok_or_else(|| unknown(word, "value of `fail-on`", &FailOn::NAMES))
}

fn line_ending(word: &str) -> Result<LineEnding, Advice> {
    let found = LINE_ENDINGS.into_iter().find(|(name, _)| *name == word);
    found.map(|(_, ending)| ending).ok_or_else(|| unknown(word, "line ending", &LINE_ENDINGS.map(|(name, _)| name)))
}

fn baseline(path: &str) -> Result<PathBuf, Advice> {
    if path.trim().is_empty() || path.ends_with(['/', '\\']) {
        let help = "Write its path, relative to this file: `baseline = \"wirelint-baseline.json\"`.";
        return Err(Advice::new(format!("`{path}` names no file"), help));
    }
    Ok(PathBuf::from(path))
}

fn unknown(word: &str, what: &str, names: &[&str]) -> Advice {
    let guess = suggest::did_you_mean(word, names.iter().copied());
    Advice::new(format!("`{word}` is no {what}"), format!("{guess}It may be {}.", suggest::list(names)))
}

/// A glob that can match something below the file.
pub(super) fn glob(glob: &str) -> Result<String, Advice> {
    if glob.trim().is_empty() {
        return Err(Advice::new("an empty glob matches nothing", "Write a glob such as `*.txt`, or take it out."));
    }
    if glob.starts_with('!') {
        let help = "Files to check go under `include`, files to leave out under `exclude`, both without `!`.";
        return Err(Advice::new(format!("the glob `{glob}` starts with `!`"), help));
    }
    if glob.starts_with('#') {
        let help =
            "Globs are read as in `.gitignore`, where such a line is a comment: write `\\\\#` for the character.";
        return Err(Advice::new(format!("the glob `{glob}` starts with `#` and would match nothing"), help));
    }
    if glob.split('/').any(|part| part == "." || part == "..") {
        let help = "Globs are relative to the directory of the configuration file and match only below it; leave `./` \
                    out, and move the file up to reach what lies beside it.";
        return Err(Advice::new(format!("the glob `{glob}` would match nothing"), help));
    }
    match OverrideBuilder::new("").allow_unclosed_class(false).add(glob) {
        Ok(_) => Ok(glob.to_owned()),
        Err(error) => {
            let cause = if let ignore::Error::Glob { err, .. } = error { err } else { error.to_string() };
            // What follows in brackets is advice for another syntax than TOML's.
            let cause = cause.split(" (").next().unwrap_or_default();
            let help = "Globs are written as in `.gitignore`: `*`, `?`, `**/`, `[abc]`.";
            Err(Advice::new(format!("the glob `{glob}` cannot be read: {cause}"), help))
        }
    }
}
