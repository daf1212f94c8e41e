//! Entries that were given an end, and have reached it.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "expired-allowance",
    group: Group::Corpus,
    since: "1.0",
    is_default: true,
    severity: Severity::Warning,
    fixable: Fixable::No,
    summary: "An entry of the configuration is past its last day and allows nothing any more",
    docs: include_str!("expired_allowance.md"),
    check,
};

fn check(c: &mut Checker) {
    for allowance in c.allowances {
        let Some(day) = allowance.expired else { continue };
        c.report(
            allowance.place,
            format!("this entry allowed {} up to {day}, and that day has passed", allowance.what),
        )
        .help(
            "What it allowed is reported again. Mend that and run `wirelint baseline prune`, or agree on a later day.",
        );
    }
}
