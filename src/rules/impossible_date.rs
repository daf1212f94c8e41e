//! Dates of the right form that no calendar or clock has.

use chrono::MappedLocalTime;

use super::{Checker, Fixable, Group, Rule};
use crate::calendar::{self, Calendar, Form, Language};
use crate::datetime::{DateFaultKind, Unit};
use crate::diagnostic::Severity;
use crate::profile::FieldKind;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "impossible-date",
    group: Group::Date,
    severity: Severity::Error,
    fixable: Fixable::No,
    since: "1.0",
    is_default: true,
    summary: "The publish date does not exist: month 13, 30 February, an hour the clocks skipped",
    docs: include_str!("impossible_date.md"),
    check,
};

fn check(c: &mut Checker) {
    let Some(field) = c.article.field(FieldKind::PublishDate) else { return };
    match &c.article.published {
        Some(Err(fault)) => {
            if let Some(message) = describe(&fault.kind) {
                report(c, fault.span, message);
            }
        }
        Some(Ok(timestamp))
            if timestamp.has_time && matches!(c.profile.instant(timestamp.local), MappedLocalTime::None) =>
        {
            let zone = c.profile.zone.name();
            report(c, field.value.span, format!("this time never was in {zone}: the clocks went forward past it"));
        }
        _ => {}
    }
}

fn report(c: &mut Checker, span: Span, message: String) {
    c.report(span, message).help("Somebody mistyped it, or the parts stand in another order. Look the date up.");
}

fn describe(kind: &DateFaultKind) -> Option<String> {
    Some(match kind {
        DateFaultKind::OutOfRange(Unit::Hour12, hour) => {
            format!("there is no hour {hour} with AM or PM: these hours go from 1 to 12")
        }
        DateFaultKind::OutOfRange(unit, number) => {
            let range = unit.range();
            let (unit, first, last) = (unit.name(), range.start(), range.end());
            format!("there is no {unit} {number}: {unit}s go from {first} to {last}")
        }
        DateFaultKind::NoSuchDay(day, month, year) => {
            let name = calendar::month_name(*month, Form::Full, Calendar::Gregorian, Language::English);
            format!("{} {year} has no day {day}", name.unwrap_or_default())
        }
        DateFaultKind::NoSuchJalaliDay(day, month, year) => {
            let name = calendar::month_name(*month, Form::Full, Calendar::Jalali, Language::LatinPersian);
            format!("{} {year} has no day {day}", name.unwrap_or_default())
        }
        DateFaultKind::NoJalaliYear(year) => format!("{year} is no year of the Jalali calendar in which news is dated"),
        DateFaultKind::WrongWeekday { stated, actual } => {
            let name = |day| calendar::weekday_name(day, Form::Full, Language::English).unwrap_or_default();
            format!("this date is a {}, not a {}", name(*actual), name(*stated))
        }
        _ => return None,
    })
}
