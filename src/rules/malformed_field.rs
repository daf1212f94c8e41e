//! Header fields whose label or separator is not spelled the canonical way.

use super::{Checker, Fixable, Group, Rule};
use crate::article::Field;
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
    for field in &c.article.fields {
        let Some(form) = c.profile.form(field.kind) else { continue };
        if let Some(joint) = field.joint {
            check_joint(c, field, joint);
        }
        let Some(label) = form.labels.get(field.form) else { continue };
        let end = |separator| if field.value.text.is_empty() { str::trim_end(separator) } else { separator };
        let (written_label, written_separator) = (c.source.slice(field.label), c.source.slice(field.separator));
        let separator = end(c.profile.separator());
        // Without its colon a label could not be told from prose but by a number behind it, so the colon has to stay.
        let needs_colon = separator.trim().is_empty() && !field.value.text.starts_with(char::is_numeric);
        let is_in_use = needs_colon || c.profile.separators.iter().any(|known| end(known) == written_separator);
        let (label_differs, separator_differs) = (written_label != label, !is_in_use);
        let (span, message) = match (label_differs, separator_differs) {
            (false, false) => continue,
            (true, false) => (field.label, format!("the label is written `{written_label}`; it is `{label}`")),
            (false, true) if written_separator.is_empty() && separator.trim().is_empty() => {
                (field.separator, "there is no blank between the label and its value".to_owned())
            }
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

/// What parts two fields on one line.
fn check_joint(c: &mut Checker, field: &Field, joint: Span) {
    let canonical = c.profile.joint.as_deref().unwrap_or(" ");
    let written = c.source.slice(joint);
    if written == canonical {
        return;
    }
    let label = c.source.slice(field.label);
    let message = match written {
        "" => format!("nothing parts `{label}` from the field before it"),
        written => format!("`{written}` parts `{label}` from the field before it"),
    };
    let help = format!("The wire has `{canonical}` between two fields on one line; programs cut the line there.");
    let edit = Edit::replace(joint, canonical);
    let fix = Fix::of(Safety::Safe, Effect::RespellsHeader, format!("write `{canonical}`"), vec![edit]);
    c.report(joint, message).help(help).fix(fix);
}
