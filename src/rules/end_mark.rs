//! End marks and file codes of agencies.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::lexicon::StubKind;

pub(super) const RULE: Rule = Rule {
    name: "end-mark",
    group: Group::Furniture,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "The end mark or file code of an agency below the story",
    docs: include_str!("end_mark.md"),
    check,
};

fn check(c: &mut Checker) {
    c.report_furniture(&[StubKind::EndMark]);
}
