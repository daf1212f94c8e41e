//! Which date patterns a profile has: those its source is known to use, or all that can mean one day only.

use crate::calendar::{Calendar, Language};
use crate::datetime::{DatePattern, Notation, PatternError};

/// The calendars that a wire counts its dates in. In a wire with both, the year tells which one a date is in: the years
/// of news are far apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Calendars {
    /// The Gregorian calendar alone.
    #[default]
    Gregorian,
    /// The Jalali calendar alone.
    Jalali,
    /// Both.
    Both,
}

impl Calendars {
    /// All choices, with the words used in configurations.
    const NAMES: [(Self, &'static str); 3] =
        [(Self::Gregorian, "gregorian"), (Self::Jalali, "jalali"), (Self::Both, "both")];

    /// The words for all of them.
    pub const WORDS: [&'static str; 3] = ["gregorian", "jalali", "both"];

    /// The word used in configurations.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(calendars, _)| *calendars == self).map_or("", |(_, name)| name)
    }

    /// What that word means, if it means something.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(calendars, _)| *calendars)
    }

    fn list(self) -> &'static [Calendar] {
        match self {
            Self::Gregorian => &[Calendar::Gregorian],
            Self::Jalali => &[Calendar::Jalali],
            Self::Both => &[Calendar::Jalali, Calendar::Gregorian],
        }
    }
}

/// Compiles patterns for a wire of these languages and calendars.
///
/// # Errors
/// The first pattern that cannot be used in any of the calendars, and why.
pub fn patterns<'p>(
    sources: impl IntoIterator<Item = &'p str>,
    languages: &[Language],
    calendars: Calendars,
    takes_any_digits: bool,
) -> Result<Vec<DatePattern>, (&'p str, PatternError)> {
    let mut patterns = Vec::new();
    for source in sources {
        let before = patterns.len();
        let mut refused = None;
        for calendar in calendars.list() {
            let notation = Notation {
                calendar: *calendar,
                languages: languages.to_vec(),
                takes_any_digits,
                takes_any_spelling: false,
            };
            match DatePattern::compile(source, notation) {
                Ok(pattern) => patterns.push(pattern),
                Err(error) => refused = Some(error),
            }
        }
        if let (true, Some(error)) = (patterns.len() == before, refused) {
            return Err((source, error));
        }
    }
    Ok(patterns)
}

/// Shapes that can mean one day only: the month has a name, or the year comes first.
const CLEAR: [&str; 9] = [
    "%-d %B %Y",
    "%B %-d, %Y",
    "%B %-d %Y",
    "%A %-d %B %Y",
    "%A, %-d %B %Y",
    "%A, %B %-d, %Y",
    "%A %B %-d, %Y",
    "%Y-%m-%d",
    "%Y/%m/%d",
];
/// What may follow such a day, or stand before it.
const CLEAR_TIMES: [&str; 6] = ["@ - %H:%M", "@ %H:%M", "@ %H:%M:%S", "@, %H:%M", "@, %-I:%M %p", "%H:%M - @"];
const CLEAR_TIMES_IN_PERSIAN: [&str; 2] = ["@ ساعت %H:%M", "@ - ساعت %H:%M"];

/// The patterns of a wire whose own are not known, and of the day on which a page was printed: every shape that can
/// mean one thing only, in any spelling.
pub fn every_clear_pattern(languages: &[Language], calendars: Calendars, takes_any_digits: bool) -> Vec<DatePattern> {
    let has_persian = languages.contains(&Language::Persian);
    let persian = CLEAR_TIMES_IN_PERSIAN.iter().filter(|_| has_persian);
    let times: Vec<&str> = CLEAR_TIMES.iter().chain(persian).copied().collect();
    let mut patterns = Vec::new();
    for day in CLEAR {
        for time in times.iter().copied().chain(["@"]) {
            for calendar in calendars.list() {
                let notation = Notation {
                    calendar: *calendar,
                    languages: languages.to_vec(),
                    takes_any_digits,
                    takes_any_spelling: true,
                };
                patterns.extend(DatePattern::compile(&time.replace('@', day), notation));
            }
        }
    }
    patterns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clear_pattern_compiles() {
        let count = |languages: &[_], calendars| every_clear_pattern(languages, calendars, false).len();
        assert_eq!(count(&[Language::English], Calendars::Gregorian), CLEAR.len() * 7);
        assert_eq!(count(&[Language::Persian], Calendars::Both), CLEAR.len() * 9 * 2);
        // No English names for Jalali months: only the shapes in digits are left.
        assert_eq!(count(&[Language::English], Calendars::Jalali), 2 * 7);
    }

    #[test]
    fn the_words_for_calendars_are_complete() {
        assert_eq!(Calendars::NAMES.map(|(_, name)| name), Calendars::WORDS);
    }
}
