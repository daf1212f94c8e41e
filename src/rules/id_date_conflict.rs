//! Dates that do not fit between those of the ids around their own.

use super::{Checker, Fixable, Group, Rule};
use crate::batch::Conflict;
use crate::diagnostic::Severity;
use crate::profile::FieldKind;

pub(super) const RULE: Rule = Rule {
    name: "id-date-conflict",
    group: Group::Corpus,
    since: "1.0",
    is_default: true,
    severity: Severity::Warning,
    fixable: Fixable::No,
    summary: "The date lies clearly before or after those of the articles with ids around its own",
    docs: include_str!("id_date_conflict.md"),
    check,
};

fn check(c: &mut Checker) {
    let Some(Conflict::OutOfStep { day, between }) = c.conflict else { return };
    let Some(date) = c.article.field(FieldKind::PublishDate) else { return };
    let id = c.article.field(FieldKind::NewsId).map(|field| field.value.span);
    let (before, after) = (between.before, between.after);
    let message = format!("the date is {day}, but the ids around this one are from {} to {}", before.1, after.1);
    let finding = c.report(date.value.span, message);
    finding.help(format!(
        "Ids rise with dates in this run, and this id lies between {} and {}. Either the date or the id is wrong.",
        before.0, after.0
    ));
    if let Some(id) = id {
        finding.label(id, "this id lies between them");
    }
}
