//! Dates with day and month in another order than the other articles of the run prove.

use super::{Checker, Fixable, Group, Rule};
use crate::batch::Conflict;
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
    let order = c.profile.date.order();
    match conflict {
        Conflict::Order { others, meant } => {
            // An article that can be read as the profile has it is the one that stands alone in it.
            let fits = matches!(c.article.published, Some(Ok(_)));
            let [own, theirs] = [fits, !fits].map(|is_profile| {
                let [first, second] = order;
                let names = if is_profile { [first, second] } else { [second, first] };
                names.map(crate::datetime::Unit::name).join("/")
            });
            let message = format!("this date is written {own}, and {others} other dates of this run prove {theirs}");
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
