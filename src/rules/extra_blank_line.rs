//! Blank lines that separate nothing.

use super::{Checker, Fixable, Group, Rule};
use crate::article::Role;
use crate::diagnostic::Severity;
use crate::fix::{Edit, Fix, Safety};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "extra-blank-line",
    group: Group::Whitespace,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A blank line at the top, in the header, at the end, or beside another blank line",
    docs: include_str!("extra_blank_line.md"),
    check,
};

fn check(c: &mut Checker) {
    let roles = &c.article.roles;
    let mut line = 0;
    while line < roles.len() {
        let start = line;
        while c.article.roles.get(line) == Some(&Role::Blank) {
            line += 1;
        }
        if start < line {
            report(c, start, line);
        }
        line += 1;
    }
}

/// Looks at the blank lines from `start` up to, not including, `end`.
fn report(c: &mut Checker, start: usize, end: usize) {
    let at_top = start == 0;
    let at_end = end == c.article.roles.len();
    let in_header = !at_top && !at_end && is_in_header(c, start, end);
    let wanted = usize::from(!(at_top || at_end || in_header));
    let (Some(first), Some(last)) = (c.source.lines().get(start + wanted), c.source.lines().get(end - 1)) else {
        return;
    };
    if start + wanted >= end {
        return;
    }
    let span = Span::new(first.span.start, last.next);
    let count = end - start - wanted;
    let (lines, them) = if count == 1 { ("blank line", "it") } else { ("blank lines", "them") };
    let message = match (at_top, at_end, in_header) {
        (true, ..) => format!("{count} {lines} above the header"),
        (_, true, _) => format!("{count} {lines} at the end of the file"),
        (.., true) => format!("{count} {lines} inside the header"),
        _ => format!("{count} {lines} too many between two blocks"),
    };
    c.report(span, message)
        .help(format!("One blank line separates two blocks, and nothing else needs one: take {them} out."))
        .fix(Fix::new(Safety::Safe, format!("remove the extra {lines}"), Edit::delete(span)));
}

/// Whether the lines above and below are both of the header: two fields, or the last field and the headline.
fn is_in_header(c: &Checker, start: usize, end: usize) -> bool {
    c.article.role(start - 1) == Role::HeaderField
        && matches!(c.article.role(end), Role::HeaderField | Role::Headline)
        && c.article.fields.iter().any(|field| field.line == start - 1 && field.in_header)
}
