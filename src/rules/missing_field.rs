//! Header fields that are nowhere in the text.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::profile::FieldKind;
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
    for kind in FieldKind::IN_ORDER {
        if let Some(field) = c.article.field(kind) {
            if field.in_header {
                expected_at = c.source.lines().get(field.line).map_or(expected_at, |line| line.next);
            }
            continue;
        }
        let label = c.profile.label(kind);
        let message = format!("the `{label}` line is missing; it belongs here");
        let shape = match kind {
            FieldKind::NewsId => "the number of the article, in plain digits".to_owned(),
            FieldKind::PublishDate => format!("the date as {}", c.profile.date.in_words()),
        };
        let help = format!(
            "Add `{label}{}` and {shape}. Only the source knows the value, so it can't be filled in for you.",
            c.profile.separator
        );
        c.report(Span::at(expected_at), message).help(help);
    }
}
