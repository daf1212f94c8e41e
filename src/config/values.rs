//! What the words and lists of a configuration may say.

use std::collections::BTreeMap;

use semver::{Version, VersionReq};
use toml::Spanned;

use super::document::Texts;
use super::error::{Advice, Problem, one};
use super::origin::{Lines, Setting};
use super::selection::Words;
use super::selector::Selector;
use super::{FailOn, suggest};
use crate::diagnostic::Severity;
use crate::lint::LineEnding;
use crate::ruleset::{RULESETS, Ruleset};

/// The version that `required-version` is compared with.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

impl Lines<'_> {
    /// What `select` lists; it has to list something.
    pub(super) fn select(&self, words: Texts) -> Result<Words, Problem> {
        if let Some(words) = words.as_ref().filter(|words| words.get_ref().is_empty()) {
            let help = "Leave `select` out to run the default rules, or name the rules to run.";
            return Err(Advice::new("`select` is empty, so that no rule would run", help).at(words.span()));
        }
        self.each(words, Selector::parse)
    }

    /// The entries of `severity`.
    pub(super) fn severities(
        &self,
        table: BTreeMap<Spanned<String>, Spanned<String>>,
    ) -> Result<Vec<(Selector, Setting<Severity>)>, Problem> {
        let pair = |(selector, level): (Spanned<String>, Spanned<String>)| {
            let origin = self.origin(&level.span());
            Ok((one(&selector, Selector::parse_narrow)?, Setting { value: one(&level, severity)?, origin }))
        };
        table.into_iter().map(pair).collect()
    }
}

/// Whether this `version` of wirelint is one of those that a file is for.
pub(super) fn required_version(requirement: &str, version: &str) -> Result<(), Advice> {
    let wanted = VersionReq::parse(requirement).map_err(|error| {
        let help = "Write it as Cargo does: `\">=0.1, <2\"`, with a comma between two conditions.";
        Advice::new(format!("`{requirement}` is no requirement of a version: {error}"), help)
    })?;
    let fits = Version::parse(version).is_ok_and(|version| wanted.matches(&version));
    if fits {
        return Ok(());
    }
    let help = format!("Run a wirelint that fits `{requirement}`, or change `required-version`.");
    Err(Advice::new(format!("this file is for wirelint {requirement}, and this is wirelint {version}"), help))
}

/// The ruleset of that name.
///
/// # Errors
/// If there is none, with a guess at what was meant.
pub fn ruleset(word: &str) -> Result<Ruleset, Advice> {
    Ruleset::from_name(word).ok_or_else(|| {
        let guess = suggest::did_you_mean(word, RULESETS);
        let known = suggest::list(&RULESETS);
        let help = format!("{guess}wirelint {VERSION} knows {known}; a newer wirelint may know more.");
        Advice::new(format!("there is no ruleset called `{word}`"), help)
    })
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

pub(super) fn fail_on(word: &str) -> Result<FailOn, Advice> {
    FailOn::from_name(word).ok_or_else(|| unknown(word, "value of `fail-on`", &FailOn::NAMES))
}

/// The path of a baseline.
pub(super) fn baseline(path: &str) -> Result<String, Advice> {
    if path.trim().is_empty() || path.ends_with(['/', '\\']) {
        let help = "Write its path, relative to this file: `baseline = \"wirelint-baseline.json\"`.";
        return Err(Advice::new(format!("`{path}` names no file"), help));
    }
    Ok(path.to_owned())
}

pub(super) fn line_ending(word: &str) -> Result<LineEnding, Advice> {
    LineEnding::from_name(word).ok_or_else(|| unknown(word, "line ending", &LineEnding::ALL.map(LineEnding::name)))
}

fn unknown(word: &str, what: &str, names: &[&str]) -> Advice {
    let guess = suggest::did_you_mean(word, names.iter().copied());
    Advice::new(format!("`{word}` is no {what}"), format!("{guess}It may be {}.", suggest::list(names)))
}

#[cfg(test)]
mod tests {
    use super::required_version;

    #[test]
    fn a_version_fits_or_both_are_named() {
        for (requirement, version) in [(">=0.1, <2", "0.1.0"), (">=0.1, <2", "1.9.3"), ("0.1", "0.1.7"), ("*", "3.0.0")]
        {
            assert_eq!(required_version(requirement, version), Ok(()), "{requirement} {version}");
        }
        let advice = required_version(">=0.1, <2", "2.0.0").expect_err("too new");
        assert_eq!(advice.message, "this file is for wirelint >=0.1, <2, and this is wirelint 2.0.0");
        let advice = required_version(">0.1 <2", "0.2.0").expect_err("no comma");
        assert!(advice.message.starts_with("`>0.1 <2` is no requirement of a version: "), "{}", advice.message);
    }
}
