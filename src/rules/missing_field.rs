//! Header fields that are nowhere in the text.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::profile::{FieldKind, Place};
use crate::source::{BYTE_ORDER_MARK, Span};

pub(super) const RULE: Rule = Rule {
    name: "missing-field",
    group: Group::Structure,
    severity: Severity::Error,
    fixable: Fixable::No,
    since: "1.0",
    is_default: true,
    summary: "A header field that the wire requires is not there",
    docs: include_str!("missing_field.md"),
    check,
};

fn check(c: &mut Checker) {
    let mut expected_at = if c.source.has_byte_order_mark() { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    for form in &c.profile.fields {
        let kind = form.kind;
        if let Some(field) = c.article.field(kind) {
            if field.in_header && form.place == Place::Top {
                expected_at = c.source.lines().get(field.line).map_or(expected_at, |line| line.next);
            }
            continue;
        }
        if form.is_optional {
            continue;
        }
        let label = c.profile.label(kind);
        let shape = match kind {
            FieldKind::NewsId => "the number of the article, in plain digits".to_owned(),
            FieldKind::PublishDate => format!("the date {}", c.profile.date_shape()),
        };
        let (line, addition) = match label {
            "" => (kind.name().to_owned(), shape),
            label => (format!("`{label}`"), format!("`{label}{}` and {shape}", c.profile.separator())),
        };
        let place = if form.place == Place::End { c.source.text().len() } else { expected_at };
        let help = format!("Add {addition}. Only the source knows the value, so it can't be filled in for you.");
        c.report(Span::at(place), format!("the {line} line is missing; it belongs here")).help(help);
    }
}
