//! Line ends of another system.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "carriage-return",
    group: Group::Whitespace,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A line end other than the one the files of this wire have",
    docs: include_str!("carriage_return.md"),
    check,
};

fn check(c: &mut Checker) {
    if c.line_end == "\n" && !c.source.facts().any(Facts::CARRIAGE_RETURN) {
        return;
    }
    let (source, wanted) = (c.source, c.line_end);
    let is_other = |span: Span| !span.is_empty() && source.slice(span) != wanted;
    let ends: Vec<Span> = source.lines().iter().map(|line| line.end_span()).filter(|span| is_other(*span)).collect();
    let Some(first) = ends.first() else { return };
    let (name, help) = if wanted == "\n" {
        ("LF", "A carriage return is no part of a line; programs that split at LF keep it at the end of every line.")
    } else {
        ("CR LF", "Mixed line ends make programs disagree about where a line ends.")
    };
    let message = match ends.len() {
        1 => format!("1 line does not end in {name}"),
        count => format!("{count} lines do not end in {name}"),
    };
    let edits = ends.iter().map(|span| Edit::replace(*span, wanted)).collect();
    c.report(*first, message).help(help).fix(Fix::of(
        Safety::Safe,
        Effect::KeepsWords,
        format!("end every line in {name}"),
        edits,
    ));
}
