//! Counters, reading times and controls.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::lexicon::StubKind;

pub(super) const RULE: Rule = Rule {
    name: "view-counter",
    group: Group::Furniture,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A counter, a reading time or a control that the page left behind",
    docs: include_str!("view_counter.md"),
    check,
};

fn check(c: &mut Checker) {
    c.report_furniture(&[StubKind::ViewCounter]);
}
