//! Marks of advertisements.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::lexicon::StubKind;

pub(super) const RULE: Rule = Rule {
    name: "ad-label",
    group: Group::Furniture,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A mark above or below an advertisement",
    docs: include_str!("ad_label.md"),
    check,
};

fn check(c: &mut Checker) {
    c.report_furniture(&[StubKind::Ad]);
}
