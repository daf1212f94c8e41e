//! Header fields that are stated more than once.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::fix::{Fix, Safety};
use crate::profile::Habit;
use crate::removal;

pub(super) const RULE: Rule = Rule {
    name: "duplicate-field",
    group: Group::Structure,
    severity: Severity::Error,
    fixable: Fixable::Sometimes,
    since: "1.0",
    is_default: true,
    summary: "A header field is stated twice",
    docs: include_str!("duplicate_field.md"),
    check,
};

fn check(c: &mut Checker) {
    let fields = &c.article.fields;
    for (index, field) in fields.iter().enumerate() {
        let Some(first) = fields.iter().take(index).find(|earlier| earlier.kind == field.kind) else { continue };
        let name = c.profile.call(field.kind);
        let (message, help) = if first.value.text == field.value.text {
            (
                format!("{name} is stated a second time, with the same value"),
                "Take one of the two lines out; the first one is the one that counts.",
            )
        } else {
            (
                format!("{name} is stated a second time, with another value"),
                "Find out which of the two is right and take the other one out; until then the first one counts.",
            )
        };
        let is_same = first.value.text == field.value.text;
        let gap = removal::line_with_gap(c.source, c.article, field.line);
        // Where a wire prints its header twice, the second one is a leftover of the page.
        let repeats = is_same && field.is_below && c.profile.has(Habit::HeaderTwice);
        let finding = c.report(field.span(), message).help(help).label(first.span(), "first stated here");
        if repeats {
            finding.fix(Fix::remove_lines(Safety::Unsafe, "remove the repeated header field", gap));
        }
    }
}
