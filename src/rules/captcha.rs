//! A line of a test for robots.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::lexicon::StubKind;

pub(super) const RULE: Rule = Rule {
    name: "captcha",
    group: Group::Furniture,
    severity: Severity::Error,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A test for robots that the page left behind",
    docs: include_str!("captcha.md"),
    check,
};

fn check(c: &mut Checker) {
    c.report_furniture(&[StubKind::Captcha]);
}
