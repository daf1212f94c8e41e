//! Entries that allow what is nowhere to be found.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "unused-allowance",
    group: Group::Corpus,
    since: "1.0",
    is_default: true,
    severity: Severity::Warning,
    fixable: Fixable::No,
    summary: "An entry of the configuration or the baseline allows what is no longer there",
    docs: include_str!("unused_allowance.md"),
    check,
};

fn check(c: &mut Checker) {
    for allowance in c.allowances.iter().filter(|allowance| allowance.uses == 0 && allowance.expired.is_none()) {
        c.report(allowance.place, format!("this entry allows {}, which is no longer there", allowance.what))
            .help("What it was for is mended or moved. `wirelint baseline prune` takes the entry out.");
    }
}
