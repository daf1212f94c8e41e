//! Months and weekdays by their names in the languages of the wires, and the Jalali calendar.

use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::Weekday;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::chars;
use crate::keys::fold_letter;

mod jalali;
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
    others: &'static str,
}

/// A weekday in one language.
struct Day {
    language: Language,
    weekday: Weekday,
    full: &'static str,
    short: &'static str,
    others: &'static str,
}

/// What there is to look up, by [`key`].
struct Names {
    months: HashMap<String, Vec<(Language, Calendar, u32)>>,
    weekdays: HashMap<String, Vec<(Language, Weekday)>>,
    /// The most words in one name.
    most_words: usize,
}

const MONTHS: &str = include_str!("months.tsv");
const WEEKDAYS: &str = include_str!("weekdays.tsv");

/// The month that `word` names in any of the languages, case, accents, keyboards and dots aside: its calendar and its
/// number from 1. Many names are ordinary words as well (`may`, `set`, `دی`): whether a month is meant is for the
/// caller to judge.
pub fn month_of(word: &str) -> Option<(Calendar, u32)> {
    names().months.get(&key(word))?.first().map(|(_, calendar, number)| (*calendar, *number))
}

/// The weekday that `word` names in any of the languages; as for [`month_of`].
pub fn weekday_of(word: &str) -> Option<Weekday> {
    names().weekdays.get(&key(word))?.first().map(|(_, weekday)| *weekday)
}

/// The longest name of a month of `calendar` in one of `languages` that `text` opens with: its length in bytes, an
/// abbreviating dot included, and the number from 1.
pub fn month_at_start(text: &str, calendar: Calendar, languages: &[Language]) -> Option<(usize, u32)> {
    longest(text, |key| {
        let known = names().months.get(key)?.iter();
        known.filter(|month| month.1 == calendar && languages.contains(&month.0)).map(|month| month.2).next()
    })
}

/// The longest name of a weekday in one of `languages` that `text` opens with; as for [`month_at_start`].
pub fn weekday_at_start(text: &str, languages: &[Language]) -> Option<(usize, Weekday)> {
    longest(text, |key| {
        names().weekdays.get(key)?.iter().find(|day| languages.contains(&day.0)).map(|(_, weekday)| *weekday)
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
    for _ in 0..names().most_words {
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

fn parts_words(c: char) -> bool {
    chars::is_blank(c) || matches!(c, '-' | '/' | '\'' | '’' | 'ʼ')
}

/// The form in which names are compared: letters only, in lower case, without accents, the keyboards of Arabic script
/// alike, one space between words.
fn key(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    for c in word.nfkd().filter(|c| !is_combining_mark(*c)).filter_map(fold_letter).flat_map(char::to_lowercase) {
        match c {
            'ı' => key.push('i'),
            c if c.is_alphabetic() && c != 'ʼ' => key.push(c),
            c if parts_words(c) && !key.is_empty() && !key.ends_with(' ') => key.push(' '),
            c if parts_words(c) || c == '.' => {}
            // What is no part of any name, so that the key is no name's either.
            c => key.push(c),
        }
    }
    key.truncate(key.trim_end().len());
    key
}

fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names = Names { months: HashMap::new(), weekdays: HashMap::new(), most_words: 0 };
        let mut most_words = 0;
        let mut key_of = |name: &str| {
            let key = key(name);
            most_words = most_words.max(key.split(' ').count());
            key
        };
        for month in months() {
            for name in spellings(month.full, month.short, month.others) {
                let entry = (month.language, month.calendar, month.number);
                names.months.entry(key_of(name)).or_default().push(entry);
            }
        }
        for day in weekdays() {
            for name in spellings(day.full, day.short, day.others) {
                names.weekdays.entry(key_of(name)).or_default().push((day.language, day.weekday));
            }
        }
        names.most_words = most_words;
        names
    })
}

fn spellings<'d>(full: &'d str, short: &'d str, others: &'d str) -> impl Iterator<Item = &'d str> {
    [full, short].into_iter().chain(others.split(", ")).filter(|name| !name.is_empty())
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
            others: columns.next()?,
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
            others: columns.next()?,
        })
    })
}

#[cfg(test)]
mod tests;
