//! Tells a header field from prose, and takes it apart: label, separator, value.

use nom::bytes::complete::{tag, tag_no_case, take_while, take_while1};
use nom::{IResult, Offset, Parser};

use super::datetime;
use crate::article::{Block, Field};
use crate::chars::{self, COLONS};
use crate::keys;
use crate::profile::{FieldKind, Profile};
use crate::source::Span;

/// Marks that pages print inside and before labels: `News_ID`, `• News ID`.
const ORNAMENTS: [char; 12] = ['_', '-', '–', '—', '.', '·', '•', '*', '|', '#', '>', '►'];
/// A label is misspelled, not another label, up to this many typing errors, if it has at least [`MISSPELLED_LEAST`]
/// letters.
const MISSPELLED_MOST: usize = 2;
const MISSPELLED_LEAST: usize = 5;

/// How the label of a line was matched.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    /// The label's own letters, whatever the case, the blanks and the marks between them.
    OwnLetters,
    /// A few typing errors away, or without a colon: a field only if nothing else is that field.
    Guessed,
}

/// The parts of a line that looks like a field, as offsets into the line.
struct Parts<'l> {
    label: &'l str,
    value: &'l str,
    spelling: Spelling,
}

/// Reads a line of the header as a field, if it can be one. `line` has no blanks at its edges and starts at `at`.
pub(super) fn header_field<'t>(line: Block<'t>, profile: &Profile) -> Option<(Field<'t>, Spelling)> {
    FieldKind::IN_ORDER.into_iter().find_map(|kind| {
        let label = profile.label(kind);
        let parts = with_colon(line.text, label)
            .filter(|parts| parts.spelling == Spelling::OwnLetters || opens_like_a_value(parts.value))
            .or_else(|| {
                without_colon(line.text, label, &profile.separator).filter(|parts| is_value(kind, parts.value, profile))
            })?;
        Some((field(line, kind, &parts, true), parts.spelling))
    })
}

/// Reads a line below the headline as a field: only what is certain, a canonical label with a value that is one.
pub(super) fn stray_field<'t>(line: Block<'t>, profile: &Profile) -> Option<Field<'t>> {
    FieldKind::IN_ORDER.into_iter().find_map(|kind| {
        let (rest, label) = tag::<_, _, nom::error::Error<_>>(profile.label(kind)).parse(line.text).ok()?;
        let value = rest.trim_start_matches(chars::is_blank);
        let value = value.strip_prefix(COLONS)?.trim_start_matches(chars::is_blank);
        let parts = Parts { label, value, spelling: Spelling::OwnLetters };
        is_value(kind, value, profile).then(|| field(line, kind, &parts, false))
    })
}

fn field<'t>(line: Block<'t>, kind: FieldKind, parts: &Parts<'t>, in_header: bool) -> Field<'t> {
    let place = |part: &str| {
        let start = line.span.start + line.text.offset(part);
        Span::new(start, start + part.len())
    };
    let (label, value) = (place(parts.label), place(parts.value));
    let separator = Span::new(label.end, value.start);
    let value = Block { line: line.line, span: value, text: parts.value };
    Field { kind, line: line.line, label, separator, value, in_header }
}

/// `label : value` in any spelling.
fn with_colon<'l>(line: &'l str, wanted: &str) -> Option<Parts<'l>> {
    let before_colon =
        |line: &'l str| -> IResult<&'l str, &'l str> { take_while1(|c| !COLONS.contains(&c)).parse(line) };
    let after_colon = |rest: &'l str| -> IResult<&'l str, &'l str> {
        take_while(|c| COLONS.contains(&c) || chars::is_blank(c)).parse(rest)
    };
    let (rest, written) = before_colon(line).ok()?;
    let (value, colon) = after_colon(rest).ok()?;
    if colon.is_empty() {
        return None;
    }
    let label = written.trim_end_matches(chars::is_blank);
    let spelling = if keys::same_letters(label, wanted) && label.chars().all(is_part_of_label) {
        Spelling::OwnLetters
    } else if is_misspelled(label, wanted) {
        Spelling::Guessed
    } else {
        return None;
    };
    Some(Parts { label, value, spelling })
}

/// `label value` or `labelvalue`: the colon was lost.
fn without_colon<'l>(line: &'l str, wanted: &str, separator: &str) -> Option<Parts<'l>> {
    if !separator.contains(COLONS) {
        return None;
    }
    let parsed: IResult<&str, (&str, &str)> = (tag_no_case(wanted), take_while(chars::is_blank)).parse(line);
    let (value, (label, _)) = parsed.ok()?;
    Some(Parts { label, value, spelling: Spelling::Guessed })
}

/// Whether a character may stand in a label or before it as an ornament, so that the label loses nothing without it.
fn is_part_of_label(c: char) -> bool {
    c.is_alphanumeric()
        || chars::is_blank(c)
        || chars::is_unprintable(c)
        || keys::fold_letter(c).is_none()
        || ORNAMENTS.contains(&c)
}

fn is_misspelled(label: &str, wanted: &str) -> bool {
    // A digit or a letter of another script is no typing error.
    let is_foreign =
        |c: char| (c.is_numeric() && !wanted.contains(c)) || (c.is_alphabetic() && wanted.is_ascii() && !c.is_ascii());
    if label.contains(is_foreign) || !label.chars().all(is_part_of_label) {
        return false;
    }
    let (label, wanted): (String, String) = (keys::letters(label).collect(), keys::letters(wanted).collect());
    let most = if wanted.chars().count() > MISSPELLED_LEAST + 2 { MISSPELLED_MOST } else { 1 };
    wanted.chars().count() >= MISSPELLED_LEAST
        && label.chars().count().abs_diff(wanted.chars().count()) <= most
        && strsim::osa_distance(&label, &wanted) <= most
}

/// Whether a field states what may be a value, or nothing at all: `News ID: what every editor should know` is a headline.
pub(super) fn is_plausible(field: &Field) -> bool {
    field.value.text.is_empty() || opens_like_a_value(field.value.text)
}

/// Ids and dates begin with a digit of some script.
fn opens_like_a_value(value: &str) -> bool {
    value.starts_with(char::is_numeric)
}

/// Whether `value` is certainly a value of this kind.
fn is_value(kind: FieldKind, value: &str, profile: &Profile) -> bool {
    match kind {
        FieldKind::NewsId => chars::is_plain_number(value),
        FieldKind::PublishDate => datetime::read(value, 0, &profile.date).is_ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str) -> Block<'_> {
        Block { line: 0, span: Span::new(0, text.len()), text }
    }

    fn header(text: &str) -> Option<(FieldKind, &str, &str)> {
        let (field, _) = header_field(block(text), &Profile::default())?;
        Some((field.kind, &text[field.label.range()], field.value.text))
    }

    #[test]
    fn a_label_is_known_in_any_spelling() {
        for line in
            ["News ID : 17", "NEWS ID:17", "NewsID：17", "news_id :\u{a0}17", "Nwes ID : 17", "News ID 17", "News ID17"]
        {
            let (kind, _, value) = header(line).expect(line);
            assert_eq!((kind, value), (FieldKind::NewsId, "17"), "{line}");
        }
        for line in [
            "Publish Date :",
            "Publish date: 6/22/2024 5:01:54 PM",
            "Publised Date : 6/22",
            "Publish Date6/22/2024 5:01:54 PM",
        ] {
            assert_eq!(header(line).expect(line).0, FieldKind::PublishDate, "{line}");
        }
    }

    #[test]
    fn a_headline_with_a_colon_is_no_field() {
        for line in [
            "News in: five charts",
            "Breaking News : IDs stolen",
            "Newsroom: 5 reporters leave",
            "News ID cards introduced",
            "Published: a life",
        ] {
            assert_eq!(header(line), None, "{line}");
        }
    }

    #[test]
    fn below_the_headline_only_a_certain_field_counts() {
        let profile = Profile::default();
        assert!(stray_field(block("News ID: 17"), &profile).is_some());
        assert!(stray_field(block("Publish Date : 6/22/2024 5:01:54 PM"), &profile).is_some());
        for line in ["News ID : see below", "news id : 17", "Publish Date : tomorrow", "The News ID : 17"] {
            assert!(stray_field(block(line), &profile).is_none(), "{line}");
        }
    }
}
