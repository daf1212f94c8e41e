//! Header fields whose label or separator is not spelled the canonical way.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "malformed-field",
    group: Group::Header,
    severity: Severity::Error,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "The label of a header field, or the space around its colon, is written in another way",
    docs: include_str!("malformed_field.md"),
    check,
};

fn check(c: &mut Checker) {
    let fields = &c.article.fields;
    for field in fields {
        let label = c.profile.label(field.kind);
        let separator = match field.value.text {
            "" => c.profile.separator.trim_end(),
            _ => &c.profile.separator,
        };
        let (written_label, written_separator) = (c.source.slice(field.label), c.source.slice(field.separator));
        let (label_differs, separator_differs) = (written_label != label, written_separator != separator);
        let (span, message) = match (label_differs, separator_differs) {
            (false, false) => continue,
            (true, false) => (field.label, format!("the label is written `{written_label}`; it is `{label}`")),
            (false, true) if written_separator.is_empty() => {
                (field.separator, format!("there is no `{}` between the label and its value", separator.trim()))
            }
            (false, true) => (field.separator, format!("after `{label}` stands `{written_separator}`")),
            (true, true) => {
                let span = Span::new(field.label.start, field.separator.end);
                (span, format!("the field opens with `{}`", c.source.slice(span)))
            }
        };
        let mut edits = Vec::new();
        if label_differs {
            edits.push(Edit::replace(field.label, label));
        }
        if separator_differs {
            edits.push(Edit::replace(field.separator, separator));
        }
        let canonical = format!("{label}{separator}");
        let help = format!("Programs look for exactly `{canonical}`, and miss the field if it is written otherwise.");
        let fix = Fix::of(Safety::Safe, Effect::RespellsHeader, format!("write `{canonical}`"), edits);
        c.report(span, message).help(help).fix(fix);
    }
}
