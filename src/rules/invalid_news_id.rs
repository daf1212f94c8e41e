//! News ids that are not plain digits.

use super::{Checker, Fixable, Group, Rule};
use crate::chars;
use crate::diagnostic::Severity;
use crate::profile::{FieldKind, Habit};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "invalid-news-id",
    group: Group::Header,
    severity: Severity::Error,
    fixable: Fixable::No,
    since: "1.0",
    is_default: true,
    summary: "The news id is not a number in plain digits",
    docs: include_str!("invalid_news_id.md"),
    check,
};

fn check(c: &mut Checker) {
    let Some(value) = c.article.field(FieldKind::NewsId).map(|field| field.value) else { return };
    let label = c.profile.label(FieldKind::NewsId);
    let takes_any = c.profile.has(Habit::AnyDigits);
    let is_foreign = |c: char| if takes_any { chars::digit(c).is_none() } else { !c.is_ascii_digit() };
    let (span, message) = match (value.text.find(is_foreign), value.text.rfind(is_foreign)) {
        _ if value.text.is_empty() => (value.span, format!("`{label}` has no value")),
        (Some(first), Some(last)) => {
            let last_len = value.text.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let span = Span::new(value.span.start + first, value.span.start + last + last_len);
            let text = c.source.slice(span);
            let message = if text.chars().all(char::is_numeric) {
                format!("`{text}` is not written in the digits 0 to 9, but in those of another script")
            } else {
                format!("`{text}` does not belong in a news id")
            };
            (span, message)
        }
        _ => return,
    };
    c.report(span, message).help(
        "A news id is the source's own number, in the digits 0 to 9 and nothing else. Records are filed under it, so a \
         guess would file the story under another one's name: ask the source.",
    );
}
