//! Header fields in the wrong order or below the headline.

use super::{Checker, Fixable, Group, Rule};
use crate::article::Field;
use crate::diagnostic::Severity;
use crate::profile::FieldKind;

pub(super) const RULE: Rule = Rule {
    name: "misplaced-field",
    group: Group::Structure,
    severity: Severity::Error,
    fixable: Fixable::No,
    since: "1.0",
    is_default: true,
    summary: "A header field stands in the wrong place",
    docs: include_str!("misplaced_field.md"),
    check,
};

fn check(c: &mut Checker) {
    let profile = c.profile;
    let firsts = || profile.fields.iter().filter_map(|form| c.article.field(form.kind));
    let misplaced: Vec<(Field, Fault)> = firsts()
        .filter_map(|field| {
            let is_later = |other: &&Field| {
                profile.rank(other.kind) > profile.rank(field.kind)
                    && other.is_below == field.is_below
                    && (other.line, other.value.span) < (field.line, field.value.span)
            };
            let fault = match (profile.is_at_end(field.kind), field.is_below) {
                (false, true) => Fault::BelowHeadline,
                (true, false) => Fault::AboveHeadline,
                _ => firsts().rfind(is_later).map(|other| Fault::BelowField(other.kind))?,
            };
            Some((*field, fault))
        })
        .collect();
    for (field, fault) in misplaced {
        let name = profile.call(field.kind);
        let headline = c.article.headline.filter(|_| fault == Fault::BelowHeadline);
        let message = match fault {
            Fault::BelowHeadline if headline.is_some() => format!("{name} stands below the headline"),
            Fault::BelowHeadline => format!("{name} stands below the place of the headline"),
            Fault::AboveHeadline => format!("{name} stands above the headline"),
            Fault::BelowField(other) => format!("{name} stands below {}", profile.call(other)),
        };
        let help = if fault == Fault::AboveHeadline {
            "This wire has it below the story, on the last line. Move the line down.".to_owned()
        } else {
            let in_order =
                profile.fields.iter().filter(|form| profile.is_at_end(form.kind) == profile.is_at_end(field.kind));
            let order: Vec<String> = in_order.map(|form| profile.call(form.kind)).collect();
            if profile.is_at_end(field.kind) {
                format!("Below the story the fields stand in this order: {}. Move the line up.", order.join(", "))
            } else {
                let order = order.join(", ");
                format!("The header comes first, in this order: {order}, then the headline. Move the line up.")
            }
        };
        let finding = c.report(field.span(), message).help(help);
        if let Some(headline) = headline {
            finding.label(headline.span, "the headline: fields belong above it");
        }
    }
}

/// In which way a field is out of its place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    BelowHeadline,
    AboveHeadline,
    BelowField(FieldKind),
}
