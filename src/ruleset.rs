//! Which rules are on by default and how bad their findings are, by version: a newer binary keeps to an older one.

use crate::diagnostic::Severity;
use crate::rules::{RULES, Rule};

/// The versions there are, oldest first. What one says never changes; a release that would change it adds the next.
pub const RULESETS: [&str; 1] = ["1.0"];

/// Default severities that a later version changed, oldest change first.
const CHANGES: &[Change] = &[];

/// From a version on, a rule has another default severity.
#[derive(Clone, Copy, Debug)]
struct Change {
    ruleset: &'static str,
    rule: &'static str,
    severity: Severity,
}

/// One of [`RULESETS`]. The order is from the oldest to the newest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ruleset(usize);

impl Ruleset {
    /// The one in force unless a configuration names another.
    pub const NEWEST: Self = Self(RULESETS.len() - 1);

    /// The version of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        RULESETS.iter().position(|known| *known == name).map(Self)
    }

    /// Its name: `1.0`.
    pub fn name(self) -> &'static str {
        RULESETS[self.0]
    }

    /// The severity that `rule` has in this version; `None` for a rule that came later.
    pub fn severity(self, rule: &Rule) -> Option<Severity> {
        severity(rule, self.name(), &RULESETS, CHANGES)
    }

    /// Whether the version knows `rule`. One that came later is run only where it is named.
    pub fn has(self, rule: &Rule) -> bool {
        self.severity(rule).is_some()
    }

    /// What the newest version does otherwise than this one: each rule that is new or has another severity, with the
    /// severity it has here and there.
    pub fn news(self) -> Vec<(&'static Rule, Option<Severity>, Severity)> {
        let news = |rule: &'static Rule| {
            let (here, newest) = (self.severity(rule), Self::NEWEST.severity(rule)?);
            (here != Some(newest)).then_some((rule, here, newest))
        };
        RULES.iter().filter_map(news).collect()
    }
}

impl Default for Ruleset {
    fn default() -> Self {
        Self::NEWEST
    }
}

/// The default severity of `rule` in the version `name` of `rulesets`, which are sorted and have brought `changes`.
fn severity(rule: &Rule, name: &str, rulesets: &[&str], changes: &[Change]) -> Option<Severity> {
    let place = |name: &str| rulesets.iter().position(|known| *known == name);
    let wanted = place(name)?;
    if place(rule.since)? > wanted {
        return None;
    }
    let is_past = |change: &&Change| change.rule == rule.name && place(change.ruleset).is_some_and(|at| at <= wanted);
    Some(changes.iter().rev().find(is_past).map_or(rule.severity, |change| change.severity))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_keeps_what_later_ones_change() {
        const NAMES: [&str; 3] = ["1.0", "1.1", "2.0"];
        let changes = [("1.1", Severity::Info), ("2.0", Severity::Error)];
        let changes = changes.map(|(ruleset, severity)| Change { ruleset, rule: "old", severity });
        let old = Rule { name: "old", since: "1.0", severity: Severity::Warning, ..RULES[0] };
        let new = Rule { name: "new", since: "1.1", ..old };
        let of = |rule: &Rule| NAMES.map(|name| severity(rule, name, &NAMES, &changes));
        assert_eq!(of(&old), [Severity::Warning, Severity::Info, Severity::Error].map(Some));
        assert_eq!(of(&new), [None, Some(Severity::Warning), Some(Severity::Warning)]);
        assert_eq!(severity(&old, "3.0", &NAMES, &changes), None);
    }

    #[test]
    fn every_rule_and_every_change_belongs_to_a_version() {
        for rule in RULES {
            assert!(Ruleset::from_name(rule.since).is_some(), "{}", rule.name);
            assert!(Ruleset::NEWEST.has(rule), "{}", rule.name);
        }
        for change in CHANGES {
            assert!(Ruleset::from_name(change.ruleset).is_some() && crate::rules::find(change.rule).is_some());
        }
    }

    #[test]
    fn nothing_is_newer_than_the_newest() {
        assert!(Ruleset::NEWEST.news().is_empty());
        assert_eq!(Ruleset::from_name("1.0").map(Ruleset::name), Some("1.0"));
        assert_eq!(Ruleset::from_name("0.9"), None);
    }
}
