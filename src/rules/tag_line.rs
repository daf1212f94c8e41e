//! Lists of topics.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::lexicon::StubKind;

pub(super) const RULE: Rule = Rule {
    name: "tag-line",
    group: Group::Furniture,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A list of topics that the page left behind",
    docs: include_str!("tag_line.md"),
    check,
};

fn check(c: &mut Checker) {
    c.report_furniture(&[StubKind::Tag]);
}
