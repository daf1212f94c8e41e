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
    let firsts = || FieldKind::IN_ORDER.into_iter().filter_map(|kind| c.article.field(kind));
    let is_below_later = |field: &&Field| firsts().any(|other| other.kind > field.kind && other.line < field.line);
    let misplaced: Vec<Field> = firsts().filter(|field| !field.in_header || is_below_later(field)).copied().collect();
    for field in misplaced {
        let label = c.profile.label(field.kind);
        let headline = c.article.headline.filter(|_| !field.in_header);
        let message = match headline {
            Some(_) => format!("`{label}` stands below the headline"),
            None => format!("`{label}` stands below `{}`", c.profile.label(FieldKind::PublishDate)),
        };
        let order: Vec<String> =
            FieldKind::IN_ORDER.into_iter().map(|kind| format!("`{}`", c.profile.label(kind))).collect();
        let help = format!(
            "The header comes first, in this order: {}, then the headline. Move the line up.",
            order.join(", ")
        );
        let finding = c.report(field.span(), message).help(help);
        if let Some(headline) = headline {
            finding.label(headline.span, "the headline: fields belong above it");
        }
    }
}
