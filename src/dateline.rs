//! The dateline that a story opens with: place, date, source, dash.
//!
//! Sources of the forms: the stylebooks of AP and Superdesk, and what agencies print: `TEHRAN, Sep. 21 (MNA) –`, `Tehran,
//! Nov 1, IRNA --`, `MOSCOW, January 16. /TASS/.`, `BEIRUT, Lebanon, June 2 —`, `Peking, 15. Juli (Hibya) –`.

use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::{Calendar, Language, month_at_start, weekday_at_start, weekday_of};
use crate::chars;

/// What stands between a dateline and the story.
const DASHES: [char; 5] = ['-', '–', '—', '―', '_'];
/// A dateline is no longer than this, in bytes.
const LONGEST: usize = 120;
/// Words of a place, such as `United Nations, New York`.
const MOST_PLACE_WORDS: usize = 6;
/// Characters of a source, brackets aside.
const LONGEST_SOURCE: usize = 40;

/// The date in a dateline. Places are bytes of the text it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// From the weekday or the month to the day or the year.
    pub place: Range<usize>,
    /// The weekday, if it is stated.
    pub weekday: Option<Weekday>,
    /// The month, from 1.
    pub month: u32,
    /// The day of the month.
    pub day: u32,
    /// The year, if it is stated.
    pub year: Option<i32>,
}

impl Dateline {
    /// The day that is meant: of several years, if none is stated, the one nearest to `published`.
    pub fn nearest(&self, published: NaiveDate) -> Option<NaiveDate> {
        let years = self.year.map_or(published.year() - 1..=published.year() + 1, |year| year..=year);
        let days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, self.month, self.day));
        days.min_by_key(|day| (*day - published).num_days().abs())
    }
}

/// The date of the dateline that `text` opens with. A place or a source in capitals, or a source in brackets, tells it
/// from a list of events; a range of days is none.
pub fn read(text: &str, languages: &[Language]) -> Option<Dateline> {
    let reach = (0..=LONGEST.min(text.len().checked_sub(1)?)).rev().find(|at| text.is_char_boundary(*at))?;
    let head = text
        .get(..reach)
        .filter(|head| head.starts_with(char::is_uppercase) && head.bytes().any(|byte| byte.is_ascii_digit()))?;
    let mut commas = head.match_indices([',', '(']).map(|(at, _)| at);
    commas.find_map(|at| {
        let place = head.get(..at).filter(|place| is_place(place))?;
        let bracketed = head.get(at..)?.starts_with('(');
        let (dateline, end) = date(text, at + 1, languages)?;
        let rest = text.get(end..)?;
        let rest = if bracketed { rest.strip_prefix(')')? } else { rest };
        let has_source = source(rest, languages)?;
        (has_source || bracketed || is_in_capitals(place)).then_some(dateline)
    })
}

/// Whether every word begins with a capital, as in the name of a place, and none is a weekday, as in a programme.
fn is_place(text: &str) -> bool {
    let words = || text.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty());
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
            && weekday_of(word).is_none()
    };
    (1..=MOST_PLACE_WORDS).contains(&words().count()) && words().all(is_name)
}

/// Whether the first word has no small letter.
fn is_in_capitals(text: &str) -> bool {
    let word = text.split([' ', ',']).next().unwrap_or_default();
    word.chars().count() > 2 && !word.contains(char::is_lowercase)
}

/// The date at byte `start` of `text`, and where it ends.
fn date(text: &str, start: usize, languages: &[Language]) -> Option<(Dateline, usize)> {
    let start = after_blanks(text, start);
    let mut at = start;
    let mut weekday = None;
    if let Some((length, day)) = weekday_at_start(text.get(at..)?, languages) {
        weekday = Some(day);
        at = after_blanks(text, after(text, at + length, ','));
    }
    let month_at = |at: usize| month_at_start(text.get(at..)?, Calendar::Gregorian, languages);
    let (month, day, end) = if let Some((length, month)) = month_at(at) {
        let (day, end) = number(text, after_blanks(text, at + length), 2)?;
        (month, day, after_ordinal(text, end))
    } else {
        let (day, end) = number(text, at, 2)?;
        let month_start = after_blanks(text, after(text, after_ordinal(text, end), '.'));
        let (length, month) = month_at(month_start)?;
        (month, day, month_start + length)
    };
    let year = number(text, after_blanks(text, after(text, end, ',')), 4).filter(|(year, _)| *year >= 1000);
    let (year, end) = year.map_or((None, end), |(year, end)| (i32::try_from(year).ok(), end));
    let is_day = (1..=31).contains(&day);
    is_day.then_some((Dateline { place: start..end, weekday, month, day, year }, end))
}

/// Reads what stands between a date and the story: a source, if there is one, and a dash. `None` if it is anything
/// else; else whether there is a source.
fn source(rest: &str, languages: &[Language]) -> Option<bool> {
    let rest = rest.trim_start_matches(|c| chars::is_blank(c) || matches!(c, '.' | ','));
    let enclosed = [('(', ')'), ('/', '/')].into_iter().find_map(|(open, close)| {
        let (name, after) = rest.strip_prefix(open)?.split_once(close)?;
        (name.chars().count() <= LONGEST_SOURCE).then_some((after, close))
    });
    let after = match enclosed {
        Some((after, '/')) if after.starts_with('.') => return Some(true),
        Some((after, _)) => after,
        // A source without brackets is in capitals: `IRNA --`.
        None => rest.trim_start_matches(|c: char| c.is_uppercase()),
    };
    let has_source = after.len() < rest.len();
    let dash = after.trim_start_matches(chars::is_blank);
    let story = dash.trim_start_matches(DASHES);
    let next = story.trim_start_matches(chars::is_blank);
    let is_range = next.starts_with(char::is_numeric)
        || month_at_start(next, Calendar::Gregorian, languages).is_some()
        || weekday_at_start(next, languages).is_some();
    (story.len() < dash.len() && (!is_range || has_source)).then_some(has_source)
}

/// The number of up to `most` digits at `at`, and where it ends.
fn number(text: &str, at: usize, most: usize) -> Option<(u32, usize)> {
    let rest = text.get(at..)?;
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let number = rest.get(..digits).filter(|_| digits <= most)?.parse().ok()?;
    Some((number, at + digits))
}

fn after_ordinal(text: &str, at: usize) -> usize {
    let is_one = |ending: &&str| text.get(at..).is_some_and(|rest| rest.starts_with(*ending));
    ["st", "nd", "rd", "th"].into_iter().find(is_one).map_or(at, |ending| at + ending.len())
}

fn after(text: &str, at: usize, mark: char) -> usize {
    if text.get(at..).is_some_and(|rest| rest.starts_with(mark)) { at + mark.len_utf8() } else { at }
}

fn after_blanks(text: &str, at: usize) -> usize {
    text.get(at..).map_or(at, |rest| text.len() - rest.trim_start_matches(chars::is_blank).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(&str, u32, u32, Option<i32>)> {
        let dateline = read(text, &[Language::English, Language::German])?;
        Some((&text[dateline.place], dateline.month, dateline.day, dateline.year))
    }

    #[test]
    fn agencies_print_many_forms() {
        let cases = [
            ("TEHRAN, Sep. 21 (MNA) – Pilots met.", "Sep. 21", 9, 21, None),
            ("TEHRAN, Nov. 04 (MNA) –Pilots met.", "Nov. 04", 11, 4, None),
            ("Tehran, Nov 1, IRNA -- Pilots met.", "Nov 1", 11, 1, None),
            ("United Nations, New York, Sept 14, IRNA -- Pilots met.", "Sept 14", 9, 14, None),
            ("MOSCOW, January 16. /TASS/. Pilots met.", "January 16", 1, 16, None),
            ("XIGAZE, Tibet, April 29 (Xinhua) -- Pilots met.", "April 29", 4, 29, None),
            ("WANA (Mar 27) – Pilots met.", "Mar 27", 3, 27, None),
            ("BEIRUT, Lebanon, June 2 — Pilots met.", "June 2", 6, 2, None),
            ("Peking, 15. Juli (Hibya) – Die Lotsen.", "15. Juli", 7, 15, None),
            ("TABNAK, Nov. 20 - Pilots met.", "Nov. 20", 11, 20, None),
            ("PORTO, Monday, 2nd May, 2022 – Pilots met.", "Monday, 2nd May, 2022", 5, 2, Some(2022)),
        ];
        for (text, written, month, day, year) in cases {
            assert_eq!(found(text), Some((written, month, day, year)), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        let texts = [
            "Tehran, June 2 – Band in the park.",
            "Saturday, June 2 (Hall) – Band in the park.",
            "PORTO, June 2-5 – Fair on the quay.",
            "PORTO, June 2 – June 5 – Fair on the quay.",
            "PORTO, June 2 – 5: Fair on the quay.",
            "The pilots met in PORTO, June 2 – as they had the year before.",
            "PORTO, June 2, the pilots met – once more.",
            "PORTO (AP) — On June 2 the pilots met.",
            "TEHRAN – Pilots met on Nov. 4.",
            "Apollo 11, July 20 (1969) – The landing.",
            "",
        ];
        for text in texts {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_that_is_not_stated_is_the_nearest() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
        let nearest = |text: &str, published| read(text, &[Language::English]).expect(text).nearest(published);
        assert_eq!(nearest("OSLO, Dec. 31 (X) –", day(2024, 1, 1)), Some(day(2023, 12, 31)));
        assert_eq!(nearest("OSLO, Jan. 1 (X) –", day(2023, 12, 31)), Some(day(2024, 1, 1)));
        assert_eq!(nearest("OSLO, Feb. 29 (X) –", day(2024, 3, 1)), Some(day(2024, 2, 29)));
        assert_eq!(nearest("OSLO, Feb. 30 (X) –", day(2024, 3, 1)), None);
    }
}
