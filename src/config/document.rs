//! The keys of `wirelint.toml` as they are read, and the checks that each value has to pass.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::{Spanned, Value};

use super::allow::{self, AllowTable};
use super::error::{Advice, Problem, one};
use super::file::{ConfigFile, Override};
use super::furniture::FurnitureTable;
use super::origin::{Lines, Setting};
use super::overrides::OverrideTable;
use super::schema::SelectorName;
use super::selection::Choice;
use super::selector::Selector;
use super::table::Table;
use super::values::{VERSION, baseline, fail_on, line_ending, required_version, ruleset};
use super::wire::{self, ProfileTable};
use super::{FailOn, Files, schema, syntax};
use crate::lint::LineEnding;
use crate::profile::Profile;
use crate::ruleset::RULESETS;

/// A list of texts, if the key is there.
pub(super) type Texts = Option<Spanned<Vec<Spanned<String>>>>;

/// How wirelint checks news articles in the plain-text wire format. Globs are relative to the directory of this file.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
#[schemars(title = "wirelint.toml", rename = "Configuration")]
pub(super) struct Document {
    /// The versions of wirelint that this file is for, as Cargo writes requirements: `>=0.1, <2`.
    #[serde(default)]
    #[schemars(with = "String", extend("examples" = [">=0.1, <2"]), transform = schema::without_default)]
    required_version: Option<Spanned<String>>,

    /// A local configuration file, relative to this one, whose keys count where this file does not set them.
    #[serde(default)]
    #[schemars(with = "String", extend("examples" = ["../base.toml"]), transform = schema::without_default)]
    pub(super) extend: Option<Spanned<String>>,

    /// The version of the default rules and severities, whatever version of wirelint runs; the newest unless given.
    #[serde(default)]
    #[schemars(with = "String", extend("enum" = RULESETS), transform = schema::without_default)]
    ruleset: Option<Spanned<String>>,

    /// Rules to turn on: names of rules or groups, `all` or `default`. The more specific name wins over `ignore`.
    #[serde(default)]
    #[schemars(with = "Vec<SelectorName>", extend("default" = ["default"], "minItems" = 1))]
    select: Texts,

    /// Rules to turn on in addition to `select`.
    #[serde(default)]
    #[schemars(with = "Vec<SelectorName>", extend("default" = []))]
    extend_select: Texts,

    /// Rules to turn off: names of rules or groups, `all` or `default`. Wins over an equally specific `select`.
    #[serde(default)]
    #[schemars(with = "Vec<SelectorName>", extend("default" = []))]
    ignore: Texts,

    /// Severities of rules or groups, in place of the rules' own; a rule's name wins over its group's.
    #[serde(default)]
    #[schemars(schema_with = "schema::severities", extend("default" = {}))]
    severity: BTreeMap<Spanned<String>, Spanned<String>>,

    /// Rules whose fixes are offered.
    #[serde(default)]
    #[schemars(with = "Vec<SelectorName>", extend("default" = ["all"]))]
    fixable: Texts,

    /// Rules whose fixes are not offered. Wins over an equally specific `fixable`.
    #[serde(default)]
    #[schemars(with = "Vec<SelectorName>", extend("default" = []))]
    unfixable: Texts,

    /// Rules whose fixes all count as safe, so that they are made without being asked for.
    #[serde(default)]
    #[schemars(with = "Vec<SelectorName>", extend("default" = []))]
    safe_fixes: Texts,

    /// Rules whose fixes all count as unsafe, so that they are made on request only.
    #[serde(default)]
    #[schemars(with = "Vec<SelectorName>", extend("default" = []))]
    unsafe_fixes: Texts,

    /// The mildest severity that makes a run fail; `never` if no finding does.
    #[serde(default)]
    #[schemars(with = "String", extend("enum" = FailOn::NAMES, "default" = FailOn::default().name()))]
    fail_on: Option<Spanned<String>>,

    /// The line end that articles should have; `auto` for whichever most lines of an article have.
    #[serde(default)]
    #[schemars(with = "String", extend("enum" = LineEnding::ALL.map(LineEnding::name), "default" = "lf"))]
    line_ending: Option<Spanned<String>>,

    /// The wire the articles come from: a built-in profile, one of `[profiles]`, or `auto` for whichever fits an article.
    #[serde(default)]
    #[schemars(with = "String", extend("default" = Profile::DEFAULT, "examples" = Profile::built_in_names().chain([Profile::AUTO]).collect::<Vec<_>>()))]
    profile: Option<Spanned<String>>,

    /// The file that holds the findings known before wirelint came, relative to this file.
    #[serde(default)]
    #[schemars(with = "String", length(min = 1), extend("default" = super::BASELINE_NAME))]
    baseline: Option<Spanned<String>>,

    /// Which files are checked.
    #[serde(default)]
    #[schemars(with = "FilesTable", transform = schema::without_default)]
    files: Table<FilesTable>,

    /// Phrases of pages, such as the labels of their comment forms.
    #[serde(default)]
    #[schemars(with = "FurnitureTable", transform = schema::without_default)]
    furniture: Table<FurnitureTable>,

    /// Wires of your own, by name.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, ProfileTable>", extend("default" = {}))]
    profiles: BTreeMap<Spanned<String>, Spanned<Table<ProfileTable>>>,

    /// Findings that are let pass, each with a reason.
    #[serde(default)]
    #[schemars(with = "Vec<AllowTable>", extend("default" = []))]
    pub(super) allow: Vec<Spanned<Table<AllowTable>>>,

    /// What holds for some files only; later entries win over earlier ones.
    #[serde(default)]
    #[schemars(with = "Vec<OverrideTable>", extend("default" = []))]
    overrides: Option<Spanned<Vec<Spanned<Table<OverrideTable>>>>>,
}

/// Which files are checked.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
#[schemars(rename = "Files")]
struct FilesTable {
    /// Files to check in a directory: globs as in `.gitignore`.
    #[serde(default)]
    #[schemars(with = "Vec<String>", extend("default" = Files::DEFAULT_INCLUDE))]
    include: Texts,

    /// Files and directories to leave out: globs as in `.gitignore`.
    #[serde(default)]
    #[schemars(with = "Vec<String>", extend("default" = []))]
    exclude: Texts,
}

/// The one key that is read before all others, because a file for another version may have keys unknown to this one.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Needs {
    #[serde(default)]
    required_version: Option<Spanned<Value>>,
}

impl Document {
    /// Reads the keys of a file for this version of wirelint.
    pub(super) fn read(text: &str) -> Result<Self, Problem> {
        if let Ok(Needs { required_version: Some(wanted) }) = toml::from_str(text)
            && let Value::String(requirement) = wanted.get_ref()
        {
            required_version(requirement, VERSION).map_err(|advice| advice.at(wanted.span()))?;
        }
        toml::from_str(text).map_err(|error| syntax::explain(&error, text))
    }

    /// Checks every value; `lines` is what the document was read from, `base` what it extends.
    pub(super) fn check(self, lines: &Lines, base: Option<ConfigFile>) -> Result<ConfigFile, Problem> {
        let choice = Choice {
            select: lines.select(self.select)?,
            extend_select: lines.each(self.extend_select, Selector::parse)?,
            ignore: lines.each(self.ignore, Selector::parse)?,
            fixable: lines.each(self.fixable, Selector::parse)?,
            unfixable: lines.each(self.unfixable, Selector::parse)?,
            safe_fixes: lines.each(self.safe_fixes, Selector::parse)?,
            unsafe_fixes: lines.each(self.unsafe_fixes, Selector::parse)?,
            severity: lines.severities(self.severity)?,
        };
        let mut profiles = BTreeMap::new();
        for (name, table) in self.profiles {
            let origin = lines.origin(&name.span());
            let name = one(&name, wire::own_name)?;
            let Table(table) = table.into_inner();
            let value = table.check(&name, lines.text())?;
            profiles.insert(name, Setting { value, origin });
        }
        let Table(files) = self.files;
        if let Some(include) = files.include.as_ref().filter(|include| include.get_ref().is_empty()) {
            let help = "Leave `include` out to check `*.txt`, or name what is an article.";
            return Err(Advice::new("`include` is empty, so that no file would be checked", help).at(include.span()));
        }
        let Table(furniture) = self.furniture;
        let said = base.as_ref().map(|base| base.furniture.clone()).unwrap_or_default();
        let own = ConfigFile {
            path: None,
            extend: lines.one(self.extend, |path| Ok(path.to_owned()))?,
            required_version: lines.one(self.required_version, |wanted| Ok(wanted.to_owned()))?,
            ruleset: lines.one(self.ruleset, ruleset)?,
            choice,
            fail_on: lines.one(self.fail_on, fail_on)?,
            line_ending: lines.one(self.line_ending, line_ending)?,
            profile: None,
            include: lines.globs(files.include)?,
            exclude: lines.globs(files.exclude)?,
            allow: allow::check(self.allow, lines)?.into_iter().collect(),
            baseline: lines.one(self.baseline, baseline)?,
            furniture: furniture.check(lines, said)?,
            profiles,
            overrides: None,
        };
        let mut file = own.or(base.unwrap_or_default());
        let profile = |name: &str| file.find_profile(name).map(|_| name.to_owned());
        let profile_key = lines.one(self.profile, profile)?;
        if let Some(tables) = self.overrides {
            let origin = lines.origin(&tables.span());
            let tables = tables.into_inner().into_iter();
            let checked: Result<Vec<Override>, Problem> = tables
                .map(|table| {
                    let origin = lines.origin(&table.span());
                    let Table(table) = table.into_inner();
                    table.check(origin, lines, profile)
                })
                .collect();
            file.overrides = Some(Setting { value: checked?, origin });
        }
        file.profile = profile_key.or(file.profile);
        Ok(file)
    }
}
