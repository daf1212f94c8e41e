//! Header fields that are stated more than once.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;

pub(super) const RULE: Rule = Rule {
    name: "duplicate-field",
    group: Group::Structure,
    severity: Severity::Error,
    fixable: Fixable::No,
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
        let label = c.profile.label(field.kind);
        let (message, help) = if first.value.text == field.value.text {
            (
                format!("`{label}` is stated a second time, with the same value"),
                "Take one of the two lines out; the first one is the one that counts.",
            )
        } else {
            (
                format!("`{label}` is stated a second time, with another value"),
                "Find out which of the two is right and take the other one out; until then the first one counts.",
            )
        };
        c.report(field.span(), message).help(help).label(first.span(), "first stated here");
    }
}
