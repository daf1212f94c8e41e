//! Headings of links to other stories.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::lexicon::StubKind;

pub(super) const RULE: Rule = Rule {
    name: "related-links",
    group: Group::Furniture,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A heading of links to other stories, with the links under it",
    docs: include_str!("related_links.md"),
    check,
};

fn check(c: &mut Checker) {
    c.report_furniture(&[StubKind::Related]);
}
