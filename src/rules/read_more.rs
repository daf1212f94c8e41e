//! Links to more to read.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::lexicon::StubKind;

pub(super) const RULE: Rule = Rule {
    name: "read-more",
    group: Group::Furniture,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A link to more to read that the page left behind",
    docs: include_str!("read_more.md"),
    check,
};

fn check(c: &mut Checker) {
    c.report_furniture(&[StubKind::ReadMore]);
}
