//! The shape of a date and time in a header, as data, and everything a value can get wrong about it.

use chrono::{NaiveDateTime, Weekday};

use crate::source::Span;

mod pattern;

pub use pattern::{DatePattern, Notation, Part, PatternError, Unit, Width};

/// A date and time read from a header value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timestamp {
    /// The instant on the wall clock of the profile's zone; midnight if only the day is stated.
    pub local: NaiveDateTime,
    /// Whether a time of day is stated.
    pub has_time: bool,
    /// Which of the profile's patterns it follows, by its place there.
    pub pattern: usize,
    /// Where the value is spelled otherwise than the pattern has it, though it can mean only one thing. Sorted by span.
    pub variants: Vec<Variant>,
}

/// A spelling that is not canonical but has one possible meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The bytes spelled otherwise; empty where something is missing.
    pub span: Span,
    /// The canonical spelling of them.
    pub canonical: String,
    /// What is unusual about them.
    pub kind: VariantKind,
}

/// What is unusual about a spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VariantKind {
    /// `06` where the pattern has `6`.
    LeadingZero(Unit),
    /// `6` where the pattern has `06`.
    NoLeadingZero(Unit),
    /// `pm`, `p.m.`
    HalfDaySpelling,
    /// `Sept.` where the pattern has `September`.
    NameSpelling,
    /// `54PM`: a blank is missing.
    MissingBlank,
    /// A no-break space, a tab or several blanks where the pattern has one blank, or a blank where it has none.
    OddBlank,
}

/// What is wrong with a date that cannot be read as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFault {
    /// The exact bytes; empty where something is missing.
    pub span: Span,
    /// What it is.
    pub kind: DateFaultKind,
}

/// Kinds of faults in a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateFaultKind {
    /// Nothing stands after the label.
    Empty,
    /// Something else stands where this part was expected.
    Expected(Part),
    /// A year of other than four digits.
    YearDigits,
    /// A number with too many digits for its unit.
    TooManyDigits(Unit),
    /// Digits of another script, such as Persian ones.
    ForeignDigits,
    /// The parts stand in another order; the one found in place of the one expected.
    WrongOrder {
        /// What the pattern has here.
        expected: Unit,
        /// What the value seems to have here.
        found: Unit,
    },
    /// The value goes on after the date.
    TrailingText,
    /// A number outside its range, such as month 13.
    OutOfRange(Unit, u32),
    /// A day the month does not have: day, month, year.
    NoSuchDay(u32, u32, u32),
    /// A day the month of the Jalali calendar does not have: day, month, year.
    NoSuchJalaliDay(u32, u32, u32),
    /// A year that can't be one of the Jalali calendar.
    NoJalaliYear(u32),
    /// The date falls on another weekday than the one it names.
    WrongWeekday {
        /// The weekday that stands there.
        stated: Weekday,
        /// The weekday of that date.
        actual: Weekday,
    },
    /// Two of the wire's patterns fit, and mean different dates.
    Ambiguous,
    /// No form of dates is known for the wire.
    NoForm,
}

impl DateFaultKind {
    /// Whether the value has the right shape and only names an instant that does not exist.
    pub fn is_impossible_value(&self) -> bool {
        matches!(
            self,
            Self::OutOfRange(..)
                | Self::NoSuchDay(..)
                | Self::NoSuchJalaliDay(..)
                | Self::NoJalaliYear(..)
                | Self::WrongWeekday { .. }
        )
    }
}
