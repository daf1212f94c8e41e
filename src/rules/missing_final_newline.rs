//! A last line without a line end.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::fix::{Edit, Fix, Safety};
use crate::source::{LineEnd, Span};

pub(super) const RULE: Rule = Rule {
    name: "missing-final-newline",
    group: Group::Whitespace,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "The last line has no line end",
    docs: include_str!("missing_final_newline.md"),
    check,
};

fn check(c: &mut Checker) {
    let Some(last) = c.source.lines().last() else { return };
    if c.source.line_end(*last) != LineEnd::Missing {
        return;
    }
    let end = last.next;
    let edit = Edit::insert(end, c.line_end);
    c.report(Span::at(end), "the last line has no line end")
        .help("A file that is put behind this one would begin in the middle of its last line.")
        .fix(Fix::new(Safety::Safe, "add a line end", edit));
}
