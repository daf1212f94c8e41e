//! What the parts of a value make together: a day that a calendar has, and a time that clocks show.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use crate::calendar::{self, Calendar};
use crate::datetime::{DateFault, DateFaultKind, Unit};
use crate::source::Span;

/// The numbers and names read so far, each with its place.
#[derive(Default)]
pub(super) struct Found {
    pub(super) numbers: Vec<(Unit, u32, Span)>,
    pub(super) afternoon: Option<bool>,
    pub(super) weekday: Option<(Weekday, Span)>,
}

impl Found {
    fn number(&self, wanted: Unit) -> Option<(u32, Span)> {
        self.numbers.iter().find(|(unit, ..)| *unit == wanted).map(|(_, number, span)| (*number, *span))
    }

    /// Whether there is a time of day.
    pub(super) fn has_time(&self) -> bool {
        self.number(Unit::Minute).is_some()
    }

    /// Asks the calendar and the clock.
    pub(super) fn validate(&self, calendar: Calendar) -> Result<NaiveDateTime, DateFault> {
        let fault = |span, kind| Err(DateFault { span, kind });
        if let (Some((month, span)), Some((day, _))) = (self.number(Unit::Month), self.number(Unit::Day))
            && (13..=31).contains(&month)
            && Unit::Month.range().contains(&day)
        {
            return fault(span, DateFaultKind::WrongOrder { expected: Unit::Month, found: Unit::Day });
        }
        for (unit, number, span) in &self.numbers {
            if !unit.range().contains(number) {
                return fault(*span, DateFaultKind::OutOfRange(*unit, *number));
            }
        }
        let value = |unit| self.number(unit).map_or(0, |(number, _)| number);
        let (year, month, day) = (value(Unit::Year), value(Unit::Month), value(Unit::Day));
        let hour = match self.afternoon {
            Some(afternoon) => value(Unit::Hour12) % 12 + if afternoon { 12 } else { 0 },
            None => value(Unit::Hour24),
        };
        let time = NaiveTime::from_hms_opt(hour, value(Unit::Minute), value(Unit::Second)).unwrap_or_default();
        let span_of = |unit| self.number(unit).map_or(Span::at(0), |(_, span)| span);
        let Ok(signed_year) = i32::try_from(year) else {
            return fault(span_of(Unit::Year), DateFaultKind::OutOfRange(Unit::Year, year));
        };
        let date = match calendar {
            Calendar::Gregorian => NaiveDate::from_ymd_opt(signed_year, month, day),
            Calendar::Jalali if calendar::to_gregorian(signed_year, 1, 1).is_none() => {
                return fault(span_of(Unit::Year), DateFaultKind::NoJalaliYear(year));
            }
            Calendar::Jalali => calendar::to_gregorian(signed_year, month, day),
        };
        let Some(date) = date else {
            let kind = match calendar {
                Calendar::Gregorian => DateFaultKind::NoSuchDay(day, month, year),
                Calendar::Jalali => DateFaultKind::NoSuchJalaliDay(day, month, year),
            };
            return fault(span_of(Unit::Day), kind);
        };
        match self.weekday {
            Some((stated, span)) if stated != date.weekday() => {
                fault(span, DateFaultKind::WrongWeekday { stated, actual: date.weekday() })
            }
            _ => Ok(date.and_time(time)),
        }
    }
}
