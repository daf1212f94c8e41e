//! One table of `[[overrides]]`: its keys, and the checks that each value has to pass.

use std::collections::BTreeMap;

use ignore::gitignore::GitignoreBuilder;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::document::Texts;
use super::error::{Advice, Problem};
use super::file::Override;
use super::origin::{Lines, Origin};
use super::schema::{self, SelectorName};
use super::selection::Choice;
use super::selector::Selector;
use super::values::line_ending;
use crate::lint::LineEnding;

/// What holds for some files only. Each key wins over the key of the same name at the top.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
#[schemars(rename = "Override")]
pub(super) struct OverrideTable {
    /// Files that this holds for: globs as in `.gitignore`.
    #[schemars(with = "Vec<String>", length(min = 1), extend("examples" = [["archive/"]]))]
    files: Spanned<Vec<Spanned<String>>>,

    /// Rules to turn on, in place of those that are on elsewhere.
    #[serde(default)]
    #[schemars(with = "Vec<SelectorName>", extend("minItems" = 1), transform = schema::without_default)]
    select: Texts,

    /// Rules to turn on as well.
    #[serde(default)]
    #[schemars(with = "Vec<SelectorName>", transform = schema::without_default)]
    extend_select: Texts,

    /// Rules to turn off.
    #[serde(default)]
    #[schemars(with = "Vec<SelectorName>", transform = schema::without_default)]
    ignore: Texts,

    /// Severities of rules or groups.
    #[serde(default)]
    #[schemars(schema_with = "schema::severities")]
    severity: BTreeMap<Spanned<String>, Spanned<String>>,

    /// Rules whose fixes are offered, in place of those that are elsewhere.
    #[serde(default)]
    #[schemars(with = "Vec<SelectorName>", transform = schema::without_default)]
    fixable: Texts,

    /// Rules whose fixes are not offered.
    #[serde(default)]
    #[schemars(with = "Vec<SelectorName>", transform = schema::without_default)]
    unfixable: Texts,

    /// Rules whose fixes all count as safe.
    #[serde(default)]
    #[schemars(with = "Vec<SelectorName>", transform = schema::without_default)]
    safe_fixes: Texts,

    /// Rules whose fixes all count as unsafe.
    #[serde(default)]
    #[schemars(with = "Vec<SelectorName>", transform = schema::without_default)]
    unsafe_fixes: Texts,

    /// The line end that these articles should have.
    #[serde(default)]
    #[schemars(with = "String", extend("enum" = LineEnding::ALL.map(LineEnding::name)))]
    #[schemars(transform = schema::without_default)]
    line_ending: Option<Spanned<String>>,

    /// The wire that these articles come from.
    #[serde(default)]
    #[schemars(with = "String", transform = schema::without_default)]
    profile: Option<Spanned<String>>,
}

impl OverrideTable {
    /// The override that this describes; `lines` is what it was read from, `origin` the line it begins in.
    pub(super) fn check(
        self,
        origin: Origin,
        lines: &Lines,
        profile: impl Fn(&str) -> Result<String, Advice>,
    ) -> Result<Override, Problem> {
        let span = self.files.span();
        let files = match lines.globs(Some(self.files))? {
            Some(files) if !files.value.is_empty() => files,
            _ => {
                let help = "Write the files that the override is for, such as `files = [\"archive/\"]`.";
                return Err(Advice::new("`files` is empty, so that the override holds for no file", help).at(span));
            }
        };
        // Relative to nothing: the paths it is asked about are made relative to the configuration before.
        let mut matcher = GitignoreBuilder::new("");
        let added = files.value.iter().try_for_each(|glob| matcher.add_line(None, glob).map(|_| ()));
        let matcher = added.and_then(|()| matcher.build()).map_err(|error| {
            Advice::new(format!("these globs cannot be used: {error}"), "Write simpler globs, or fewer.").at(span)
        })?;
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
        Ok(Override {
            origin,
            files,
            matcher,
            choice,
            line_ending: lines.one(self.line_ending, line_ending)?,
            profile: lines.one(self.profile, profile)?,
        })
    }
}
