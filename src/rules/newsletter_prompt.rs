//! An invitation to a newsletter.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::lexicon::StubKind;

pub(super) const RULE: Rule = Rule {
    name: "newsletter-prompt",
    group: Group::Furniture,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "An invitation to a newsletter that the page left behind",
    docs: include_str!("newsletter_prompt.md"),
    check,
};

fn check(c: &mut Checker) {
    c.report_furniture(&[StubKind::Newsletter]);
}
