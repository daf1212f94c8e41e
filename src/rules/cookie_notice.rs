//! A notice about cookies or data.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::lexicon::StubKind;

pub(super) const RULE: Rule = Rule {
    name: "cookie-notice",
    group: Group::Furniture,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A notice about cookies or data that the page left behind",
    docs: include_str!("cookie_notice.md"),
    check,
};

fn check(c: &mut Checker) {
    c.report_furniture(&[StubKind::Cookie]);
}
