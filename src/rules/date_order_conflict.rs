//! Dates with day and month in another order than the other articles of the run prove.

use super::{Checker, Fixable, Group, Rule};
use crate::batch::Conflict;
use crate::datetime::{DatePattern, Unit};
use crate::diagnostic::Severity;
use crate::profile::FieldKind;

pub(super) const RULE: Rule = Rule {
    name: "date-order-conflict",
    group: Group::Corpus,
    since: "1.0",
    is_default: true,
    severity: Severity::Warning,
    fixable: Fixable::No,
    summary: "Day and month stand in another order than the other articles of the run prove",
    docs: include_str!("date_order_conflict.md"),
    check,
};

fn check(c: &mut Checker) {
    let Some(conflict) = c.conflict else { return };
    let Some(field) = c.article.field(FieldKind::PublishDate) else { return };
    let (place, written) = (field.value.span, field.value.text);
    match conflict {
        Conflict::Order { others, meant } => {
            // An article that can be read as the profile has it is the one that stands alone in it.
            let fits = matches!(c.article.published, Some(Ok(_)));
            let mut orders = c.profile.dates.iter().filter_map(DatePattern::open_order);
            let Some([first, second]) = orders.next().map(|order| order.map(Unit::name)) else { return };
            let (in_profile, other) = (format!("{first}/{second}"), format!("{second}/{first}"));
            let (own, theirs) = if fits { (in_profile, other) } else { (other, in_profile) };
            let proof = if *others == 1 {
                "another date of this run proves".into()
            } else {
                format!("{others} other dates of this run prove")
            };
            let message = format!("this date is written {own}, and {proof} {theirs}");
            c.report(place, message).help(format!(
                "A number above 12 can only be a day. `{meant}` is meant here; write it as the others are, or look \
                 the date up."
            ));
        }
        Conflict::Swapped { day, meant, between } => {
            let message = format!(
                "`{written}` says {day}, but by its id the article is from between {} and {}: with day and month \
                 swapped it is {meant}",
                between.before.1, between.after.1
            );
            c.report(place, message).help(format!(
                "Ids rise with dates in this run, and the nearest ids are {} and {}. Look the date up: `{meant}` fits, \
                 `{day}` does not.",
                between.before.0, between.after.0
            ));
        }
        Conflict::OutOfStep { .. } => {}
    }
}
