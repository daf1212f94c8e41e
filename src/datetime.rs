//! The shape of a date and time in a header, as data, and everything a value can get wrong about it.

use chrono::NaiveDateTime;

use crate::source::Span;

/// One part of a date pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A number of fixed meaning.
    Number(Unit, Width),
    /// `AM` or `PM`.
    HalfDay,
    /// Exactly this text.
    Literal(String),
}

/// What a number in a date counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Year, four digits.
    Year,
    /// Month, 1 to 12.
    Month,
    /// Day of the month.
    Day,
    /// Hour of the day, 0 to 23.
    Hour24,
    /// Hour on the clock face, 1 to 12.
    Hour12,
    /// Minute.
    Minute,
    /// Second, 0 to 59.
    Second,
}

impl Unit {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
            Self::Hour24 | Self::Hour12 => "hour",
            Self::Minute => "minute",
            Self::Second => "second",
        }
    }

    /// The values it can have, whatever the calendar says.
    pub fn range(self) -> std::ops::RangeInclusive<u32> {
        match self {
            Self::Year => 1000..=9999,
            Self::Day => 1..=31,
            Self::Hour24 => 0..=23,
            Self::Month | Self::Hour12 => 1..=12,
            Self::Minute | Self::Second => 0..=59,
        }
    }
}

/// How many digits a number is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// As few as it takes: no leading zero.
    Minimal,
    /// Exactly so many, with leading zeros.
    Fixed(usize),
}

/// A date pattern, compiled from a subset of strftime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatePattern {
    source: String,
    parts: Vec<Part>,
}

/// Why a date pattern cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// A specifier outside the subset.
    #[error(
        "`{0}` is not supported here; use %Y %m %d %H %I %M %S %p, `%-m` and the like for no leading zero, and %% for a percent sign"
    )]
    UnknownSpecifier(String),
    /// Something stated twice, so that a value could contradict itself.
    #[error("the {0} stands in it twice")]
    Repeated(&'static str),
    /// Something without which no instant can be known.
    #[error("it has no {0} (`{1}`)")]
    Missing(&'static str, &'static str),
    /// `%I` without `%p` or `%p` without `%I`.
    #[error("`%I` and `%p` only make sense together")]
    HalfDayAlone,
    /// Two numbers of variable width without anything between them.
    #[error("two numbers stand side by side with nothing between them, so nobody can tell where the first one ends")]
    Unseparated,
    /// A control character or a digit in literal text.
    #[error("literal text in it may not hold {0:?}")]
    BadLiteral(char),
}

impl DatePattern {
    /// Compiles `pattern`: `%Y %m %d %H %I %M %S %p %%`, each number also with `-` for "no leading zero".
    ///
    /// # Errors
    /// If it has other specifiers, or does not fix one instant to the minute.
    pub fn compile(pattern: &str) -> Result<Self, PatternError> {
        let mut parts: Vec<Part> = Vec::new();
        let mut chars = pattern.chars();
        while let Some(c) = chars.next() {
            if c != '%' {
                push_literal(&mut parts, c)?;
                continue;
            }
            let mut specifier = chars.next();
            let minimal = specifier == Some('-');
            if minimal {
                specifier = chars.next();
            }
            let width = |digits| if minimal { Width::Minimal } else { Width::Fixed(digits) };
            let part = match specifier {
                Some('%') if !minimal => {
                    push_literal(&mut parts, '%')?;
                    continue;
                }
                Some('Y') if !minimal => Part::Number(Unit::Year, Width::Fixed(4)),
                Some('m') => Part::Number(Unit::Month, width(2)),
                Some('d') => Part::Number(Unit::Day, width(2)),
                Some('H') => Part::Number(Unit::Hour24, width(2)),
                Some('I') => Part::Number(Unit::Hour12, width(2)),
                Some('M') => Part::Number(Unit::Minute, width(2)),
                Some('S') => Part::Number(Unit::Second, width(2)),
                Some('p') if !minimal => Part::HalfDay,
                other => {
                    let dash = if minimal { "-" } else { "" };
                    let letter = other.map(String::from).unwrap_or_default();
                    return Err(PatternError::UnknownSpecifier(format!("%{dash}{letter}")));
                }
            };
            if matches!((parts.last(), &part), (Some(Part::Number(_, Width::Minimal)), Part::Number(..))) {
                return Err(PatternError::Unseparated);
            }
            parts.push(part);
        }
        let compiled = Self { source: pattern.to_owned(), parts };
        compiled.check_complete()?;
        Ok(compiled)
    }

    fn check_complete(&self) -> Result<(), PatternError> {
        let count = |wanted: &[Unit]| {
            self.parts.iter().filter(|part| matches!(part, Part::Number(unit, _) if wanted.contains(unit))).count()
        };
        let half_days = self.parts.iter().filter(|part| **part == Part::HalfDay).count();
        let needed: [(&[Unit], &str, &str, bool); 6] = [
            (&[Unit::Year], "year", "%Y", true),
            (&[Unit::Month], "month", "%m", true),
            (&[Unit::Day], "day", "%d", true),
            (&[Unit::Hour24, Unit::Hour12], "hour", "%H or %I", true),
            (&[Unit::Minute], "minute", "%M", true),
            (&[Unit::Second], "second", "%S", false),
        ];
        for (units, name, specifier, required) in needed {
            match count(units) {
                0 if required => return Err(PatternError::Missing(name, specifier)),
                0 | 1 => {}
                _ => return Err(PatternError::Repeated(name)),
            }
        }
        if half_days > 1 {
            return Err(PatternError::Repeated("AM/PM mark"));
        }
        if half_days != count(&[Unit::Hour12]) {
            return Err(PatternError::HalfDayAlone);
        }
        Ok(())
    }

    /// The pattern with day and month in each other's place; their widths stay where they are.
    #[must_use]
    pub fn with_day_and_month_swapped(&self) -> Self {
        let swap = |part: &Part| match part {
            Part::Number(Unit::Day, width) => Part::Number(Unit::Month, *width),
            Part::Number(Unit::Month, width) => Part::Number(Unit::Day, *width),
            other => other.clone(),
        };
        Self { parts: self.parts.iter().map(swap).collect(), ..self.clone() }
    }

    /// Which of day and month comes first, and which second.
    pub fn order(&self) -> [Unit; 2] {
        let is_month = |part: &&Part| matches!(part, Part::Number(Unit::Month | Unit::Day, _));
        match self.parts.iter().find(is_month) {
            Some(Part::Number(Unit::Day, _)) => [Unit::Day, Unit::Month],
            _ => [Unit::Month, Unit::Day],
        }
    }

    /// The pattern as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The parts, in order.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// How 22 June 2024, 54 seconds past 17:01, is written.
    pub fn example(&self) -> String {
        let value = |unit| match unit {
            Unit::Year => 2024,
            Unit::Month => 6,
            Unit::Day => 22,
            Unit::Hour24 => 17,
            Unit::Hour12 => 5,
            Unit::Minute => 1,
            Unit::Second => 54,
        };
        let write = |part: &Part| match part {
            Part::Number(unit, Width::Minimal) => value(*unit).to_string(),
            Part::Number(unit, Width::Fixed(digits)) => format!("{:0digits$}", value(*unit)),
            Part::HalfDay => "PM".to_owned(),
            Part::Literal(text) => text.clone(),
        };
        self.parts.iter().map(write).collect()
    }

    /// The pattern as an editor would write it: `month/day/year hour:minute:second AM/PM`.
    pub fn in_words(&self) -> String {
        let word = |part: &Part| match part {
            Part::Number(unit, _) => unit.name().to_owned(),
            Part::HalfDay => "AM/PM".to_owned(),
            Part::Literal(text) => text.clone(),
        };
        self.parts.iter().map(word).collect()
    }
}

fn push_literal(parts: &mut Vec<Part>, c: char) -> Result<(), PatternError> {
    if c.is_control() || c.is_numeric() {
        return Err(PatternError::BadLiteral(c));
    }
    match parts.last_mut() {
        Some(Part::Literal(text)) => text.push(c),
        _ => parts.push(Part::Literal(c.to_string())),
    }
    Ok(())
}

/// A date and time read from a header value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timestamp {
    /// The instant on the wall clock of the profile's zone.
    pub local: NaiveDateTime,
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
}

impl DateFaultKind {
    /// Whether the value has the right shape and only names an instant that does not exist.
    pub fn is_impossible_value(&self) -> bool {
        matches!(self, Self::OutOfRange(..) | Self::NoSuchDay(..))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_patterns_that_fix_an_instant_compile() {
        let error = |pattern| DatePattern::compile(pattern).expect_err(pattern);
        assert!(DatePattern::compile("%-m/%-d/%Y %-I:%M:%S %p").is_ok());
        assert!(DatePattern::compile("%Y%m%d %H%M").is_ok());
        assert_eq!(error("%d.%m.%Y"), PatternError::Missing("hour", "%H or %I"));
        assert_eq!(error("%d.%m.%Y %I:%M"), PatternError::HalfDayAlone);
        assert_eq!(error("%d.%m.%Y %H:%M %p"), PatternError::HalfDayAlone);
        assert_eq!(error("%d.%d.%m.%Y %H:%M"), PatternError::Repeated("day"));
        assert_eq!(error("%-d%m.%Y %H:%M"), PatternError::Unseparated);
        assert_eq!(error("%d %B %Y %H:%M"), PatternError::UnknownSpecifier("%B".into()));
        assert_eq!(error("%Y 1 %m"), PatternError::BadLiteral('1'));
    }
}
