//! Dates later than the present.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::profile::FieldKind;

pub(super) const RULE: Rule = Rule {
    name: "future-date",
    group: Group::Date,
    severity: Severity::Info,
    fixable: Fixable::No,
    since: "1.0",
    is_default: true,
    summary: "The publish date lies in the future",
    docs: include_str!("future_date.md"),
    check,
};

fn check(c: &mut Checker) {
    let (Some(now), Some(field)) = (c.now, c.article.field(FieldKind::PublishDate)) else { return };
    let Some(Ok(timestamp)) = &c.article.published else { return };
    let here = now.with_timezone(&c.profile.zone);
    let is_future = if timestamp.has_time {
        c.profile.instant(timestamp.local).earliest().is_some_and(|instant| instant > now)
    } else {
        timestamp.local.date() > here.date_naive()
    };
    if is_future {
        let message = format!("the publish date lies in the future: it is now {}", here.format("%Y-%m-%d %H:%M %Z"));
        c.report(field.value.span, message).help(
            "An embargo, a wrong clock, or day and month in the wrong order. Check the date before the story goes out.",
        );
    }
}
