//! Months and weekdays by their names in the languages of the wires, and the Jalali calendar.

use chrono::Weekday;
use unicode_normalization::char::is_combining_mark;

use key::{key, parts_words};

mod jalali;
mod key;
mod language;
mod whole;

pub use jalali::{from_gregorian, to_gregorian};
pub use language::Language;
pub use whole::is_date_only;

/// A way to count years and months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// The civil calendar of most countries.
    #[default]
    Gregorian,
    /// The solar calendar of Iran (Solar Hijri), whose year begins at the March equinox.
    Jalali,
}

impl Calendar {
    /// Both calendars.
    pub const ALL: [Self; 2] = [Self::Gregorian, Self::Jalali];

    /// The word used in data and configurations.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gregorian => "gregorian",
            Self::Jalali => "jalali",
        }
    }

    /// The calendar of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|calendar| calendar.name() == name)
    }
}

/// How much of a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// `January`; the case that dates take, in languages that decline.
    Full,
    /// `Jan`; the full name where the language has no other, or none without a dot.
    Short,
}

/// A month in one language.
struct Month {
    language: Language,
    calendar: Calendar,
    number: u32,
    full: &'static str,
    short: &'static str,
}

/// A weekday in one language.
struct Day {
    language: Language,
    weekday: Weekday,
    full: &'static str,
    short: &'static str,
}

const MONTHS: &str = include_str!("months.tsv");
const WEEKDAYS: &str = include_str!("weekdays.tsv");

/// Which month a name means in a language and a calendar, from 1.
type MonthMeant = (Language, Calendar, u32);
/// Which weekday a name means in a language.
type DayMeant = (Language, Weekday);

// The same by key and in order, as `build.rs` has made it: `MONTH_NAMES` and `WEEKDAY_NAMES`, each key with what it means,
// and `MOST_WORDS`, the most words in one name.
include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// What a table says of a key.
fn meanings<T>(table: &[(&str, &'static [T])], key: &str) -> &'static [T] {
    table.binary_search_by(|(known, _)| (*known).cmp(key)).map_or(&[], |place| table[place].1)
}

/// The month that `word` names in any of the languages, case, accents, keyboards and dots aside: its calendar and its
/// number from 1. Many names are ordinary words as well (`may`, `set`, `دی`): whether a month is meant is for the
/// caller to judge.
pub fn month_of(word: &str) -> Option<(Calendar, u32)> {
    meanings(&MONTH_NAMES, &key(word)).first().map(|(_, calendar, number)| (*calendar, *number))
}

/// The weekday that `word` names in any of the languages; as for [`month_of`].
pub fn weekday_of(word: &str) -> Option<Weekday> {
    meanings(&WEEKDAY_NAMES, &key(word)).first().map(|(_, weekday)| *weekday)
}

/// The longest name of a month of `calendar` in one of `languages` that `text` opens with: its length in bytes, an
/// abbreviating dot included, and the number from 1.
pub fn month_at_start(text: &str, calendar: Calendar, languages: &[Language]) -> Option<(usize, u32)> {
    longest(text, |key| {
        let known = meanings(&MONTH_NAMES, key).iter();
        known.filter(|month| month.1 == calendar && languages.contains(&month.0)).map(|month| month.2).next()
    })
}

/// The longest name of a weekday in one of `languages` that `text` opens with; as for [`month_at_start`].
pub fn weekday_at_start(text: &str, languages: &[Language]) -> Option<(usize, Weekday)> {
    longest(text, |key| {
        meanings(&WEEKDAY_NAMES, key).iter().find(|day| languages.contains(&day.0)).map(|(_, weekday)| *weekday)
    })
}

/// How `language` writes a month of `calendar`; `None` if it has no names for that calendar, or there is no such month.
pub fn month_name(number: u32, form: Form, calendar: Calendar, language: Language) -> Option<&'static str> {
    let mut months = months();
    let month =
        months.find(|month| month.language == language && month.calendar == calendar && month.number == number)?;
    Some(if form == Form::Short && !month.short.is_empty() { month.short } else { month.full })
}

/// How `language` writes a weekday.
pub fn weekday_name(weekday: Weekday, form: Form, language: Language) -> Option<&'static str> {
    let day = weekdays().find(|day| day.language == language && day.weekday == weekday)?;
    Some(if form == Form::Short && !day.short.is_empty() { day.short } else { day.full })
}

/// What `find` says of the longest run of whole words at the start of `text` that it knows, and the bytes of that run.
fn longest<T>(text: &str, find: impl Fn(&str) -> Option<T>) -> Option<(usize, T)> {
    let is_part = |c: char| c.is_alphabetic() || is_combining_mark(c) || c == '\u{200c}';
    let mut found = None;
    let mut at = 0;
    for _ in 0..MOST_WORDS {
        let Some(rest) = text.get(at..) else { break };
        let word = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        if word == 0 {
            break;
        }
        at += word;
        if let Some(value) = text.get(..at).and_then(|name| find(&key(name))) {
            let dot = usize::from(text.get(at..).is_some_and(|rest| rest.starts_with('.')));
            found = Some((at + dot, value));
        }
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(joint) if parts_words(joint) => at += joint.len_utf8(),
            _ => break,
        }
    }
    found
}

fn months() -> impl Iterator<Item = Month> {
    MONTHS.lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        Some(Month {
            language: Language::from_code(columns.next()?)?,
            calendar: Calendar::from_name(columns.next()?)?,
            number: columns.next()?.parse().ok()?,
            full: columns.next()?,
            short: columns.next()?,
        })
    })
}

fn weekdays() -> impl Iterator<Item = Day> {
    WEEKDAYS.lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        Some(Day {
            language: Language::from_code(columns.next()?)?,
            weekday: Weekday::try_from(columns.next()?.parse::<u8>().ok()?.checked_sub(1)?).ok()?,
            full: columns.next()?,
            short: columns.next()?,
        })
    })
}

#[cfg(test)]
mod tests;
