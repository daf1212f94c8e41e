//! Whether a text is a date and nothing else, in whatever way of writing: enough to tell such a line from prose.

use super::{Calendar, Language, month_at_start, weekday_at_start};
use crate::chars;

/// A date has no more parts than this: a weekday, three numbers or two and a month, a time, a zone.
const MOST_PARTS: usize = 14;
/// Numbers longer than this are no part of a date.
const MOST_DIGITS: usize = 4;
/// Marks between the parts of a date.
const MARKS: [char; 15] = [',', '.', '/', '-', '–', '—', ':', '：', '|', '،', '(', ')', '[', ']', '+'];
/// Words beside the names and numbers of a date, in lower case: halves of the day, zones, prepositions, endings of
/// ordinals, and the signs for year, month, day and hour.
const WORDS: [&str; 58] = [
    "am",
    "pm",
    "a",
    "p",
    "m",
    "utc",
    "gmt",
    "est",
    "edt",
    "pst",
    "pdt",
    "cet",
    "cest",
    "bst",
    "ist",
    "msk",
    "irst",
    "t",
    "z",
    "at",
    "of",
    "the",
    "um",
    "uhr",
    "à",
    "alle",
    "ore",
    "a las",
    "de",
    "del",
    "le",
    "den",
    "saat",
    "h",
    "hrs",
    "min",
    "st",
    "nd",
    "rd",
    "th",
    "er",
    "ساعت",
    "الساعة",
    "من",
    "م",
    "ه",
    "ق",
    "ظ",
    "в",
    "г",
    "года",
    "год",
    "ч",
    "年",
    "月",
    "日",
    "时",
    "分",
];

/// Whether `text` states a day and nothing else: names of months and weekdays in any of the languages, numbers, a time,
/// and at least a number beside a name, or three numbers with a year of four digits among them.
pub fn is_date_only(text: &str) -> bool {
    let languages = Language::codes().map(|code| Language::from_code(code).unwrap_or(Language::English));
    let (mut rest, mut names, mut numbers, mut parts, mut has_year) = (text, 0, 0, 0, false);
    loop {
        rest = rest.trim_start_matches(|c| chars::is_blank(c) || chars::is_directional_mark(c) || MARKS.contains(&c));
        let Some(first) = rest.chars().next() else { break };
        parts += 1;
        let digits = rest.find(|c: char| !c.is_numeric()).unwrap_or(rest.len());
        let name_here = || {
            let months = Calendar::ALL.into_iter().filter_map(|calendar| month_at_start(rest, calendar, &languages));
            let month = months.map(|(len, _)| len).max();
            month.max(weekday_at_start(rest, &languages).map(|(len, _)| len))
        };
        let len = if first.is_numeric() && !WORDS.contains(&first.to_string().as_str()) {
            let count = rest.get(..digits).unwrap_or_default().chars().count();
            numbers += 1;
            has_year |= count == MOST_DIGITS;
            if count > MOST_DIGITS {
                return false;
            }
            digits
        } else if let Some(len) = name_here() {
            names += 1;
            len
        } else {
            let len = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            let word = rest.get(..len).unwrap_or_default();
            let is_sign = |c: char| WORDS.contains(&c.to_string().as_str());
            if len == 0 || !(WORDS.contains(&word.to_lowercase().as_str()) || word.chars().all(is_sign)) {
                return false;
            }
            len
        };
        rest = rest.get(len..).unwrap_or_default();
        if parts > MOST_PARTS {
            return false;
        }
    }
    numbers > 0 && (names > 0 || (numbers >= 3 && has_year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_known_in_the_languages_of_the_wires() {
        for text in [
            "Saturday 28 November 2020",
            "Nov 25, 2023, 8:39 AM",
            "05th October, 2022",
            "11:47 AM EDT, Tue June 4, 2024",
            "2024/05/14 - 18:20",
            "1400/7/20 18:47",
            "14:48 - January 27, 2019",
            "شنبه ۸ آذر ۱۳۹۹",
            "سه‌شنبه ۱۴ مه ۲۰۲۴ ساعت ۱۸:۲۰",
            "السبت 28 نوفمبر 2020",
            "28 كانون الثاني 2020",
            "28 Kasım 2020 Cumartesi",
            "суббота, 28 ноября 2020 г.",
            "Samstag, 28. November 2020",
            "samedi 28 novembre 2020, 11h39",
            "sábado, 28 de noviembre de 2020",
            "sabato 28 novembre 2020",
            "2024年1月11日",
        ] {
            assert!(is_date_only(text), "{text}");
        }
    }

    #[test]
    fn prose_with_a_date_is_none() {
        for text in [
            "",
            "May",
            "Saturday",
            "28",
            "1-0",
            "9/11",
            "The events of 28 November 2020",
            "November 2020 elections",
            "28 November 2020: a day to remember",
            "1400 people",
            "12345 November",
        ] {
            assert!(!is_date_only(text), "{text}");
        }
    }
}
