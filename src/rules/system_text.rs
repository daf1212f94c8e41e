//! Messages of browsers, scripts and style sheets.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::lexicon::StubKind;

pub(super) const RULE: Rule = Rule {
    name: "system-text",
    group: Group::Furniture,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "What a browser or a script says, left in the text",
    docs: include_str!("system_text.md"),
    check,
};

fn check(c: &mut Checker) {
    c.report_furniture(&[StubKind::SystemText]);
}
