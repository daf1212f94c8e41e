//! Datelines whose day is not that of the header.

use chrono::{Datelike, NaiveDate};

use super::{Checker, Fixable, Group, Rule};
use crate::calendar::{Form, Language, weekday_name};
use crate::dateline;
use crate::diagnostic::Severity;
use crate::profile::FieldKind;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "dateline-conflict",
    group: Group::Date,
    since: "1.0",
    is_default: true,
    severity: Severity::Info,
    fixable: Fixable::No,
    summary: "The dateline names a day that is not near the publish date, or a weekday that is not that day's",
    docs: include_str!("dateline_conflict.md"),
    check,
};

/// A story may come out so many days after its dateline: weeklies and translations do.
const MOST_BEFORE: i64 = 7;
/// And so many days before, where zones and night editions meet.
const MOST_AFTER: i64 = 3;
/// A date with its year that is farther away than this is quoted on purpose: an old report, printed again.
const MOST_YEARS: i32 = 1;

fn check(c: &mut Checker) {
    let Some(Ok(timestamp)) = &c.article.published else { return };
    let Some(field) = c.article.field(FieldKind::PublishDate) else { return };
    let published = timestamp.local.date();
    let mut languages = vec![Language::English];
    languages.extend(c.profile.languages.iter().filter(|language| **language != Language::English));
    for block in c.article.body().take(2) {
        let story = c.profile.strip_credit(block.text).unwrap_or(block.text);
        let Some(found) = dateline::read(story, &languages) else { continue };
        let is_quoted = found.year.is_some_and(|year| (year - published.year()).abs() > MOST_YEARS);
        let Some(day) = found.nearest(published).filter(|_| !is_quoted) else { return };
        let start = block.span.start + block.text.len() - story.len();
        let place = Span::new(start + found.place.start, start + found.place.end);
        if let Some(message) = describe(day, &found, published) {
            c.report(place, message)
                .help("One of the two is wrong, or the story is an old one. Look up when it was filed.")
                .label(field.value.span, format!("the header says {published}"));
        }
        return;
    }
}

fn describe(day: NaiveDate, found: &dateline::Dateline, published: NaiveDate) -> Option<String> {
    let apart = (published - day).num_days();
    if apart > MOST_BEFORE {
        return Some(format!("the dateline is of {day}, {apart} days before the publish date"));
    }
    if -apart > MOST_AFTER {
        return Some(format!("the dateline is of {day}, {} days after the publish date", -apart));
    }
    let stated = found.weekday.filter(|stated| *stated != day.weekday())?;
    let [stated, actual] =
        [stated, day.weekday()].map(|day| weekday_name(day, Form::Full, Language::English).unwrap_or_default());
    Some(format!("the dateline says {stated}, but {day} is a {actual}"))
}
