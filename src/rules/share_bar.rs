//! Names and labels of a page's buttons for sharing.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::lexicon::StubKind;

pub(super) const RULE: Rule = Rule {
    name: "share-bar",
    group: Group::Furniture,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "Buttons or counters for sharing that the page left behind",
    docs: include_str!("share_bar.md"),
    check,
};

fn check(c: &mut Checker) {
    c.report_furniture(&[StubKind::Share]);
}
