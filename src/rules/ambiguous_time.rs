//! Times that came twice because the clocks went back.

use chrono::MappedLocalTime;

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::profile::FieldKind;

pub(super) const RULE: Rule = Rule {
    name: "ambiguous-time",
    group: Group::Date,
    severity: Severity::Warning,
    fixable: Fixable::No,
    since: "1.0",
    is_default: true,
    summary: "The publish time came twice that day, because the clocks went back",
    docs: include_str!("ambiguous_time.md"),
    check,
};

fn check(c: &mut Checker) {
    let Some(field) = c.article.field(FieldKind::PublishDate) else { return };
    let Some(Ok(timestamp)) = &c.article.published else { return };
    if !timestamp.has_time {
        return;
    }
    if let MappedLocalTime::Ambiguous(first, second) = c.profile.instant(timestamp.local) {
        let zone = c.profile.zone.name();
        let message = format!("this time came twice in {zone} that day, because the clocks went back");
        let help = format!(
            "It may mean {} or {}. Records take the first of the two; the wire has no way to say which one is meant.",
            first.to_rfc3339(),
            second.to_rfc3339()
        );
        c.report(field.value.span, message).help(help);
    }
}
