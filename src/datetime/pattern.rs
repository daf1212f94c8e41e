//! Date patterns, compiled from a subset of strftime.

use chrono::Weekday;

use crate::calendar::{self, Calendar, Form, Language};

/// One part of a date pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A number of fixed meaning.
    Number(Unit, Width),
    /// `AM` or `PM`.
    HalfDay,
    /// The name of a month.
    Month(Form),
    /// The name of a weekday.
    Weekday(Form),
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
    notation: Notation,
}

/// What a pattern leaves open: how its numbers and names are to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notation {
    /// The calendar that year, month and day are counted in.
    pub calendar: Calendar,
    /// The languages that months and weekdays are named in, the first one first.
    pub languages: Vec<Language>,
    /// Whether the digits of Persian and Arabic script count as much as 0 to 9.
    pub takes_any_digits: bool,
    /// Whether every spelling of one meaning counts as canonical, because it is not known how the source writes dates.
    pub takes_any_spelling: bool,
}

impl Default for Notation {
    fn default() -> Self {
        Self {
            calendar: Calendar::Gregorian,
            languages: vec![Language::English],
            takes_any_digits: false,
            takes_any_spelling: false,
        }
    }
}

/// Why a date pattern cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// A specifier outside the subset.
    #[error(
        "`{0}` is not supported here; use %Y %m %d %B %b %A %a %H %I %M %S %p, `%-m` and the like for no leading zero, and %% for a percent sign"
    )]
    UnknownSpecifier(String),
    /// Something stated twice, so that a value could contradict itself.
    #[error("the {0} stands in it twice")]
    Repeated(&'static str),
    /// Something without which neither the day nor the time of day can be known.
    #[error("it has no {0} (`{1}`)")]
    Missing(&'static str, &'static str),
    /// Names of months in a calendar for which none of the languages has names.
    #[error("no language of the profile has names for the months of the {0} calendar")]
    NoNames(&'static str),
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
    /// Compiles `pattern`, to be read by `notation`: `%Y %m %d %H %I %M %S %p %%`, each number also with `-` for "no
    /// leading zero"; `%B` and `%A` for names of months and weekdays, `%b` and `%a` for short ones.
    ///
    /// # Errors
    /// If it has other specifiers, or does not fix one day, or one minute of it.
    pub fn compile(pattern: &str, notation: Notation) -> Result<Self, PatternError> {
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
                Some('B') if !minimal => Part::Month(Form::Full),
                Some('b') if !minimal => Part::Month(Form::Short),
                Some('A') if !minimal => Part::Weekday(Form::Full),
                Some('a') if !minimal => Part::Weekday(Form::Short),
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
        let compiled = Self { source: pattern.to_owned(), parts, notation };
        compiled.check_complete()?;
        Ok(compiled)
    }

    fn check_complete(&self) -> Result<(), PatternError> {
        let count = |is_one: fn(&Part) -> bool| self.parts.iter().filter(|part| is_one(part)).count();
        let hours = count(|part| matches!(part, Part::Number(Unit::Hour24 | Unit::Hour12, _)));
        let minutes = count(|part| matches!(part, Part::Number(Unit::Minute, _)));
        let seconds = count(|part| matches!(part, Part::Number(Unit::Second, _)));
        let half_days = count(|part| *part == Part::HalfDay);
        let months = count(|part| matches!(part, Part::Number(Unit::Month, _) | Part::Month(_)));
        let needed = [
            (count(|part| matches!(part, Part::Number(Unit::Year, _))), "year", "%Y", true),
            (months, "month", "%m", true),
            (count(|part| matches!(part, Part::Number(Unit::Day, _))), "day", "%d", true),
            (hours, "hour", "%H or %I", minutes + seconds + half_days > 0),
            (minutes, "minute", "%M", hours > 0),
            (seconds, "second", "%S", false),
            (count(|part| matches!(part, Part::Weekday(_))), "weekday", "%A", false),
        ];
        for (count, name, specifier, required) in needed {
            match count {
                0 if required => return Err(PatternError::Missing(name, specifier)),
                0 | 1 => {}
                _ => return Err(PatternError::Repeated(name)),
            }
        }
        if half_days > 1 {
            return Err(PatternError::Repeated("AM/PM mark"));
        }
        if half_days != count(|part| matches!(part, Part::Number(Unit::Hour12, _))) {
            return Err(PatternError::HalfDayAlone);
        }
        let is_named = self.parts.iter().any(|part| matches!(part, Part::Month(_)));
        if is_named && self.month_name(1, Form::Full).is_none() {
            return Err(PatternError::NoNames(self.notation.calendar.name()));
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

    /// Which of day and month comes first, and which second, if nothing else in a date of this form says that: both
    /// are numbers, and the year does not stand before them.
    pub fn open_order(&self) -> Option<[Unit; 2]> {
        let is_day = |part: &&Part| matches!(part, Part::Number(Unit::Year | Unit::Month | Unit::Day, _));
        let mut units = self.parts.iter().filter(is_day);
        match (units.next(), units.next()) {
            (Some(Part::Number(first @ Unit::Day, _)), Some(Part::Number(second @ Unit::Month, _)))
            | (Some(Part::Number(first @ Unit::Month, _)), Some(Part::Number(second @ Unit::Day, _))) => {
                Some([*first, *second])
            }
            _ => None,
        }
    }

    /// Whether its day is three numbers of the Gregorian calendar and nothing else.
    pub fn has_numbers_only(&self) -> bool {
        let is_name = |part: &Part| matches!(part, Part::Month(_) | Part::Weekday(_));
        self.notation.calendar == Calendar::Gregorian && !self.parts.iter().any(is_name)
    }

    fn month_name(&self, number: u32, form: Form) -> Option<&'static str> {
        let mut languages = self.notation.languages.iter();
        languages.find_map(|language| calendar::month_name(number, form, self.notation.calendar, *language))
    }

    /// The pattern as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The parts, in order.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// How its numbers and names are to be read.
    pub fn notation(&self) -> &Notation {
        &self.notation
    }

    /// How 22 June 2024, 54 seconds past 17:01, is written.
    pub fn example(&self) -> String {
        let (year, month, day) = match self.notation.calendar {
            Calendar::Gregorian => (2024, 6, 22),
            Calendar::Jalali => (1403, 4, 2),
        };
        let value = |unit| match unit {
            Unit::Year => year,
            Unit::Month => month,
            Unit::Day => day,
            Unit::Hour24 => 17,
            Unit::Hour12 => 5,
            Unit::Minute => 1,
            Unit::Second => 54,
        };
        let write = |part: &Part| match part {
            Part::Number(unit, Width::Minimal) => value(*unit).to_string(),
            Part::Number(unit, Width::Fixed(digits)) => format!("{:0digits$}", value(*unit)),
            Part::HalfDay => "PM".to_owned(),
            Part::Month(form) => self.month_name(month, *form).unwrap_or_default().to_owned(),
            Part::Weekday(form) => {
                let mut languages = self.notation.languages.iter();
                let name = languages.find_map(|language| calendar::weekday_name(Weekday::Sat, *form, *language));
                name.unwrap_or_default().to_owned()
            }
            Part::Literal(text) => text.clone(),
        };
        self.parts.iter().map(write).collect()
    }

    /// The pattern as an editor would write it: `month/day/year hour:minute:second AM/PM`.
    pub fn in_words(&self) -> String {
        let word = |part: &Part| match part {
            Part::Number(unit, _) => unit.name().to_owned(),
            Part::HalfDay => "AM/PM".to_owned(),
            Part::Month(_) => "name of the month".to_owned(),
            Part::Weekday(_) => "weekday".to_owned(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_patterns_that_fix_a_day_or_a_minute_compile() {
        let compile = |pattern| DatePattern::compile(pattern, Notation::default());
        let error = |pattern| compile(pattern).expect_err(pattern);
        assert!(compile("%-m/%-d/%Y %-I:%M:%S %p").is_ok());
        assert!(compile("%Y%m%d %H%M").is_ok());
        assert!(compile("%A, %-d %B %Y").is_ok());
        assert_eq!(error("%d.%m.%Y %H"), PatternError::Missing("minute", "%M"));
        assert_eq!(error("%d.%m.%Y %M"), PatternError::Missing("hour", "%H or %I"));
        assert_eq!(error("%d.%m.%Y %I:%M"), PatternError::HalfDayAlone);
        assert_eq!(error("%d.%m.%Y %H:%M %p"), PatternError::HalfDayAlone);
        assert_eq!(error("%d.%d.%m.%Y %H:%M"), PatternError::Repeated("day"));
        assert_eq!(error("%-d%m.%Y %H:%M"), PatternError::Unseparated);
        assert_eq!(error("%d %B %m %Y"), PatternError::Repeated("month"));
        assert_eq!(error("%d.%m.%y"), PatternError::UnknownSpecifier("%y".into()));
        assert_eq!(error("%Y 1 %m"), PatternError::BadLiteral('1'));
    }

    #[test]
    fn names_and_years_are_those_of_the_calendar() {
        let jalali = |pattern, language| {
            let notation = Notation { calendar: Calendar::Jalali, languages: vec![language], ..Notation::default() };
            DatePattern::compile(pattern, notation)
        };
        let example = |pattern, language| jalali(pattern, language).expect(pattern).example();
        assert_eq!(example("%-d %B %Y", Language::Persian), "2 تیر 1403");
        assert_eq!(example("%A %Y/%m/%d", Language::Persian), "شنبه 1403/04/02");
        assert_eq!(jalali("%-d %B %Y", Language::English), Err(PatternError::NoNames("jalali")));
    }
}
