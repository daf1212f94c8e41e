//! Labels that pages print beside the number, the date, the author and the source of a story, and how a line is known
//! as one of them.

mod fact_box;
mod key;

use key::{fold, opening_bit};

use crate::calendar;
use crate::chars::{self, COLONS};
use crate::profile::Profile;

pub use fact_box::is_in_box;

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The number of the story: `News ID: 84289`.
    Id,
    /// A day, with or without a time: `Last Update: 5 May 2024`.
    Date,
    /// A day or a time, but only behind one of the others on its line: `Time: 10:44`.
    Part,
    /// Who has written it: `Author: Jane Reader`.
    Person,
    /// Where it was first printed: `Source: National News`.
    Source,
}

/// A label as it stands in the data.
struct Label {
    kind: Kind,
    text: &'static str,
    /// Its characters, folded.
    folded: &'static [char],
}

/// A label found at the start of a text.
struct Match<'t> {
    kind: Kind,
    /// Whether it is more than one word: one word alone may be a word of the story.
    has_words: bool,
    has_colon: bool,
    rest: &'t str,
}

/// Lines longer than this many bytes are prose.
const LONGEST_LINE: usize = 240;
/// Digits of a number of a story.
const ID_DIGITS: std::ops::RangeInclusive<usize> = 3..=16;
/// Letters that may stand beside them: the code of a desk.
const ID_LETTERS: usize = 3;
/// What pages print before the first label of a line and between two of them.
const SEPARATORS: [char; 8] = ['|', '[', ']', '•', '·', '(', ')', '*'];

/// Labels of the date that pages print on two lines: what is left when the date itself is put in by a program.
pub const SPLIT: [[&str; 2]; 4] =
    [["Published", "on"], ["Posted", "on"], ["Yayımlandı", "üzerinde"], ["منتشر شده", "در"]];

/// Whether two lines are one of the labels in [`SPLIT`].
pub fn is_split(first: &str, second: &str) -> bool {
    SPLIT.iter().any(|pair| pair[0] == first && pair[1] == second)
}

// `LABELS` by their first characters, as `build.rs` has folded them, and `OPENINGS`: which first two characters they have,
// as far as `opening_bit` tells. Most lines begin otherwise.
include!(concat!(env!("OUT_DIR"), "/labels.rs"));

/// What a line says about the story as a whole, if that is all it says: one label or several, each with a value that is
/// one of its kind for certain, or with a colon and nothing behind it where the label alone says enough.
pub fn whole_line(line: &str) -> Option<Kind> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    let first = label_at(trim(line))?;
    let is_enough = matches!(first.kind, Kind::Id | Kind::Date) && (first.has_colon || first.has_words);
    (is_enough && is_value(&first, true)).then_some(first.kind)
}

/// What a label without its value announces: `Author:`, `منبع :`. A colon ends it, or it ends in a preposition.
pub fn empty_label(line: &str) -> Option<Kind> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    let trimmed = line.trim_matches(chars::is_blank);
    let ends_openly = line.ends_with(" by") || line.ends_with(" par") || line.ends_with(" von");
    if !ends_openly && !trimmed.ends_with(COLONS) {
        return None;
    }
    let found = label_at(trimmed)?;
    let is_empty = found.rest.is_empty() && (found.has_colon || (found.has_words && ends_openly));
    is_empty.then_some(found.kind)
}

/// Whether a body has more than lines of metadata and fields of the wire, so that something is left of it when they go.
pub fn has_story<'t>(mut body: impl Iterator<Item = &'t str>, profile: &Profile) -> bool {
    let is_split = |line: &str| SPLIT.iter().any(|pair| pair.contains(&line));
    body.any(|line| {
        let is_field = profile.opens_with_label(line);
        whole_line(line).is_none() && empty_label(line).is_none() && !is_split(line) && !is_field
    })
}

/// Whether what follows a label is its value, and whatever follows that is another label with its value.
fn is_value(found: &Match, is_first: bool) -> bool {
    if found.rest.is_empty() {
        return found.has_colon && found.has_words && is_first;
    }
    if is_of_kind(found.kind, trim(found.rest)) {
        return true;
    }
    let places = found.rest.char_indices().skip(1).filter_map(|(at, _)| found.rest.split_at_checked(at));
    places.filter(|(value, _)| is_of_kind(found.kind, trim(value))).any(|(_, rest)| {
        label_at(trim(rest)).is_some_and(|next| {
            matches!(next.kind, Kind::Id | Kind::Date | Kind::Part) && next.has_colon && is_value(&next, false)
        })
    })
}

fn is_of_kind(kind: Kind, value: &str) -> bool {
    let digits = value.chars().filter(|c| c.is_numeric()).count();
    match kind {
        Kind::Id => {
            let letters = value.chars().filter(|c| c.is_alphabetic()).count();
            let is_part = |c: char| c.is_alphanumeric() || chars::is_blank(c) || matches!(c, '/' | '-' | '*');
            ID_DIGITS.contains(&digits) && letters <= ID_LETTERS && value.chars().all(is_part)
        }
        Kind::Date => calendar::is_date_only(value),
        Kind::Part => digits > 0 && value.chars().all(|c| c.is_numeric() || chars::is_blank(c) || ":./-".contains(c)),
        Kind::Person | Kind::Source => false,
    }
}

fn trim(text: &str) -> &str {
    text.trim_matches(|c| chars::is_blank(c) || chars::is_directional_mark(c) || SEPARATORS.contains(&c))
}

/// The longest label that `text` opens with.
fn label_at(text: &str) -> Option<Match<'_>> {
    let mut opening = text.chars().filter_map(fold);
    let first = opening.next()?;
    let second = opening.find(|c| *c != ' ' || first != ' ');
    let (place, bit) = opening_bit(first, second?);
    if OPENINGS[place] & bit == 0 {
        return None;
    }
    let start = LABELS.partition_point(|label| label.folded[0] < first);
    let like = LABELS.get(start..)?.iter().take_while(|label| label.folded[0] == first);
    let like = like.filter(|label| label.folded.get(1) == second.as_ref());
    let matches = like.filter_map(|label| Some((label, behind(text, label.folded)?)));
    let (label, rest) = matches.min_by_key(|(_, rest)| rest.len())?;
    let behind_blank = rest.trim_start_matches(chars::is_blank);
    let value = behind_blank.strip_prefix(COLONS);
    let is_word = rest.starts_with(char::is_alphabetic);
    if is_word && value.is_none() {
        return None;
    }
    Some(Match {
        kind: label.kind,
        has_words: label.text.contains(' ') || label.text.chars().any(chars::is_wide_script),
        has_colon: value.is_some(),
        rest: value.unwrap_or(behind_blank).trim_start_matches(chars::is_blank),
    })
}

/// What stands behind a folded label at the start of `text`, whatever the case, the keyboard, the blanks and the apostrophes.
fn behind<'t>(text: &'t str, label: &[char]) -> Option<&'t str> {
    let mut wanted = label.iter();
    let mut was_blank = false;
    for (at, c) in text.char_indices() {
        let Some(c) = fold(c) else { continue };
        if c == ' ' && was_blank {
            continue;
        }
        was_blank = c == ' ';
        match wanted.next() {
            Some(next) if *next == c => {}
            Some(_) => return None,
            None => return text.get(at..),
        }
    }
    wanted.as_slice().is_empty().then_some("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_data_is_read() {
        let rows: Vec<&str> = include_str!("labels.tsv").lines().skip(1).collect();
        assert_eq!(LABELS.len(), rows.len());
        for row in rows {
            let label = row.rsplit('\t').next().expect("a column");
            assert!(label_at(&format!("{label}: 1")).is_some_and(|found| found.has_colon), "{row}");
        }
    }

    #[test]
    fn labels_with_certain_values_are_metadata() {
        for line in [
            "News ID: 84289070",
            "| News ID: 84289070",
            "News ID 84289070",
            "Story Code : 1320134",
            "News code : ۱۳۲۰۱۳۴",
            "کد خبر: ۲۳۶۳۳۴",
            "كد خبر : 236334 A",
            "شناسه خبر : 48213",
            "تاریخ انتشار :",
            "تاریخ انتشار: ۱۴ مه ۲۰۲۴",
            "کد خبر: 317023تاریخ: 1400/7/20 18:47",
            "کد خبر: 317023   تاریخ انتشار : 1400/7/20",
            "News Code: 15957  |  Date: 2017/05/18  |  Time: 10 : 44",
            "Publish date24 Nov 2023 - 14:00",
            "[ Last Update: Saturday, 5 May 2024 ]",
            "Published: 5 May 2024 Updated: 6 May 2024",
            "Son Güncelleme : 28 Kasım 2020 14:20",
            "Дата публикации: 28 ноября 2020",
            "发布时间：2024-01-11 10:00",
            "Reporter’s code: 50101",
        ] {
            assert!(whole_line(line).is_some(), "{line}");
        }
    }

    #[test]
    fn prose_and_labels_of_other_things_are_none() {
        for line in [
            "IRAN DAILY:",
            "Published by hand until 1954, the catalogue is now a table of 2.1 million rows.",
            "The label reads News ID: 84289070",
            "News ID: see below",
            "News ID: 84289070 was quoted in court.",
            "News : a word that the Post spells with a blank.",
            "Updated",
            "Published",
            "Published: a life in letters",
            "Date: 5 May 2024",
            "Time: 19:30",
            "Author: Jane Reader",
            "کد خبر چیست؟",
            "تاریخ انتشار کتاب ۵ مه است",
            "Updated: the list of winners",
        ] {
            assert_eq!(whole_line(line), None, "{line}");
        }
    }

    #[test]
    fn labels_without_a_value_are_known() {
        for line in ["Author:", "作者:", "By :", "Written by", "نویسنده:", "Source link:", "منبع :", "Источник :"]
        {
            assert!(empty_label(line).is_some(), "{line}");
        }
        for line in ["Author", "By", "Author: Jane", "Sources:", "Name:", "Source", "Written by hand"] {
            assert_eq!(empty_label(line), None, "{line}");
        }
    }
}
