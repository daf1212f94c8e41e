//! Leftovers of the page's comment form.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::lexicon::StubKind;

pub(super) const RULE: Rule = Rule {
    name: "form-stub",
    group: Group::Furniture,
    severity: Severity::Error,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A line that the page's comment form left behind",
    docs: include_str!("form_stub.md"),
    check,
};

fn check(c: &mut Checker) {
    c.report_furniture(&[StubKind::FormField, StubKind::FormPrompt, StubKind::FormButton]);
}
