//! Tells a header field from prose, and takes it apart: label, separator, value.

use std::borrow::Cow;

use nom::bytes::complete::{tag_no_case, take_while, take_while1};
use nom::{IResult, Offset, Parser};

use super::datetime;
use crate::article::{Block, Field};
use crate::chars::{self, COLONS};
use crate::joiners;
use crate::keys;
use crate::profile::{FieldKind, Habit, Place, Profile};
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

/// Reads a line of the header as one field, or as several if the wire has them on one line. `line` has no blanks at its
/// edges. Of `at_end` only the fields count that the wire has below the story.
pub(super) fn header_fields<'t>(
    line: Block<'t>,
    profile: &Profile,
    at_end: bool,
) -> impl Iterator<Item = (Field<'t>, Spelling)> {
    let mut rest = Some((line, None));
    std::iter::from_fn(move || {
        let (line, joint) = rest.take()?;
        let next = profile.joint.as_ref().and_then(|_| next_label(line, profile));
        let (first, joined) = match next {
            Some((end, start)) => (part(line, 0, end), Some((part(line, start, line.text.len()), end))),
            None => (line, None),
        };
        let (field, spelling) = header_field(first, profile, at_end)?;
        rest = joined.map(|(next, end)| (next, Some(Span::new(line.span.start + end, next.span.start))));
        Some((Field { joint, ..field }, spelling))
    })
}

/// Reads a line, or a part of one, as a field.
fn header_field<'t>(line: Block<'t>, profile: &Profile, at_end: bool) -> Option<(Field<'t>, Spelling)> {
    let forms = profile.fields.iter().filter(|form| !at_end || form.place == Place::End);
    let colon = at_colon(line.text);
    let with_colon = |label: &str| colon.and_then(|(written, value)| with_colon(written, value, label));
    forms.into_iter().find_map(|form| {
        if form.labels.is_empty() {
            let parts = alone(line.text, form.kind, profile)?;
            return Some((field(line, form.kind, &parts, 0), parts.spelling));
        }
        // The label in its own letters first, in whichever spelling: another one may be a typing error away.
        let labels = || form.labels.iter().enumerate();
        let own = labels().find_map(|(index, label)| {
            let parts = with_colon(label).or_else(|| with_blank(line.text, label, profile));
            Some((index, parts.filter(|parts| parts.spelling == Spelling::OwnLetters)?))
        });
        let (index, parts) = own.or_else(|| {
            labels().find_map(|(index, label)| {
                let guessed = with_colon(label).filter(|parts| opens_like_a_value(parts.value));
                let lost = || {
                    let parts = without_colon(line.text, label, profile.separator());
                    parts.filter(|parts| is_value(form.kind, parts.value, profile))
                };
                Some((index, guessed.or_else(lost)?))
            })
        })?;
        Some((field(line, form.kind, &parts, index), parts.spelling))
    })
}

/// Where in a line another field begins: the end of the field before it, and its start.
fn next_label(line: Block, profile: &Profile) -> Option<(usize, usize)> {
    let labels = profile.fields.iter().flat_map(|form| &form.labels);
    let starts = labels.flat_map(|label| line.text.match_indices(label.as_str()));
    let is_label = |(at, label): &(usize, &str)| {
        let after = line.text.get(at + label.len()..).unwrap_or_default().trim_start_matches(chars::is_blank);
        let before = line.text.get(..*at).unwrap_or_default();
        after.starts_with(COLONS) && before.contains(char::is_numeric) && !before.ends_with(char::is_alphabetic)
    };
    let start = starts.filter(is_label).map(|(at, _)| at).min()?;
    let before = line.text.get(..start)?;
    Some((before.trim_end_matches(|c| chars::is_blank(c) || c == '|').len(), start))
}

/// A part of a line, as a line of its own.
fn part(line: Block<'_>, start: usize, end: usize) -> Block<'_> {
    let text = line.text.get(start..end).unwrap_or_default();
    Block { line: line.line, span: Span::new(line.span.start + start, line.span.start + start + text.len()), text }
}

/// Reads a line below the headline as a field: only what is certain, a canonical label with a value that is one.
pub(super) fn stray_field<'t>(line: Block<'t>, profile: &Profile) -> Option<Field<'t>> {
    profile.fields.iter().find_map(|form| {
        form.labels.iter().enumerate().find_map(|(index, label)| {
            let (label, rest) = opening(line.text, label)?;
            let value = rest.trim_start_matches(|c| chars::is_blank(c) || chars::is_unseen(c));
            let value = match value.strip_prefix(COLONS) {
                Some(value) => value.trim_start_matches(chars::is_blank),
                None if profile.separator().contains(COLONS) => return None,
                None => value,
            };
            let parts = Parts { label, value, spelling: Spelling::OwnLetters };
            let field = field(line, form.kind, &parts, index);
            is_value(form.kind, value, profile).then_some(Field { in_header: false, is_below: true, ..field })
        })
    })
}

/// Whether the first words of a line below the headline can be those of a field.
pub(super) fn opens_like_a_field(line: &str, profile: &Profile) -> bool {
    profile.fields.iter().flat_map(|form| &form.labels).any(|label| opening(line, label).is_some())
}

/// The label `wanted` at the start of a line, and what follows it. Blanks of any kind and number stand for its blanks,
/// and characters that nobody sees for nothing: they go, and what they hid was a label before.
fn opening<'l>(line: &'l str, wanted: &str) -> Option<(&'l str, &'l str)> {
    // Most lines begin with another letter.
    let (first, label) = (line.bytes().next()?, wanted.bytes().next()?);
    if first != label && begins_a_letter(first) && begins_a_letter(label) {
        return None;
    }
    let mut rest = line;
    for c in wanted.chars() {
        rest = rest.trim_start_matches(chars::is_unseen);
        rest = match c {
            ' ' if rest.starts_with(chars::is_blank) => {
                rest.trim_start_matches(|c| chars::is_blank(c) || chars::is_unseen(c))
            }
            _ => rest.strip_prefix(c)?,
        };
    }
    line.split_at_checked(line.len() - rest.len())
}

/// Whether a byte begins a character that everybody sees, as all do that begin with it.
fn begins_a_letter(byte: u8) -> bool {
    byte.is_ascii_graphic() || matches!(byte, 0xc3..=0xcb | 0xce..=0xd7 | 0xd9..=0xdf | 0xe4..=0xee)
}

/// A value as its reader sees it: without the characters that show nothing, and with a space for those controls that
/// part words. What it states does not depend on them, and repairs take them out.
pub(super) fn legible(value: &str) -> Cow<'_, str> {
    if !value.contains(|c| chars::is_unseen(c) || chars::is_joiner(c)) {
        return Cow::Borrowed(value);
    }
    let is_idle = |at: usize, c: char| {
        let (before, after) = (value.get(..at).unwrap_or_default(), value.get(at + c.len_utf8()..).unwrap_or_default());
        !joiners::has_work(before, c, after)
    };
    let seen = value.char_indices().filter_map(|(at, c)| match c {
        '\u{b}' | '\u{c}' => Some(' '),
        c if chars::is_unseen(c) || chars::is_joiner(c) && is_idle(at, c) => None,
        c => Some(c),
    });
    let seen: String = seen.collect();
    Cow::Owned(seen.trim_matches(chars::is_blank).to_owned())
}

/// A number and one of the wire's words for readers: `0 Persons`.
pub(super) fn is_counter(line: &str, profile: &Profile) -> bool {
    let counted = |word: &String| {
        let number = line.strip_suffix(word.as_str())?.strip_suffix(' ')?;
        Some(chars::is_number(number))
    };
    profile.counters.iter().any(|word| counted(word) == Some(true))
}

fn field<'t>(line: Block<'t>, kind: FieldKind, parts: &Parts<'t>, form: usize) -> Field<'t> {
    let place = |part: &str| {
        let start = line.span.start + line.text.offset(part);
        Span::new(start, start + part.len())
    };
    let (label, value) = (place(parts.label), place(parts.value));
    let separator = Span::new(label.end, value.start);
    let value = Block { line: line.line, span: value, text: parts.value };
    Field { kind, line: line.line, label, form, joint: None, separator, value, in_header: true, is_below: false }
}

/// A value without a label: a date of the right form, whether or not the calendar has it.
fn alone<'l>(line: &'l str, kind: FieldKind, profile: &Profile) -> Option<Parts<'l>> {
    let is_one = match kind {
        FieldKind::NewsId => false,
        FieldKind::PublishDate => {
            line.contains(char::is_numeric)
                && datetime::read(&legible(line), 0, profile)
                    .map_or_else(|fault| fault.kind.is_impossible_value(), |_| true)
        }
    };
    let (label, value) = line.split_at_checked(0)?;
    is_one.then_some(Parts { label, value, spelling: Spelling::OwnLetters })
}

/// `label value`, where the wire has no colon between them.
fn with_blank<'l>(line: &'l str, wanted: &str, profile: &Profile) -> Option<Parts<'l>> {
    if profile.separator().contains(COLONS) {
        return None;
    }
    let parsed: IResult<&str, (&str, &str)> = (tag_no_case(wanted), take_while1(chars::is_blank)).parse(line);
    let (value, (label, _)) = parsed.ok()?;
    let parts = Parts { label, value, spelling: Spelling::OwnLetters };
    opens_like_a_value(value).then_some(parts)
}

/// A line at its first colon: what stands before it and what behind it, without blanks around the colon.
fn at_colon(line: &str) -> Option<(&str, &str)> {
    let (written, rest) = line.split_at_checked(colon(line)?)?;
    let value = rest.trim_start_matches(|c| COLONS.contains(&c) || chars::is_blank(c));
    Some((written.trim_end_matches(chars::is_blank), value))
}

/// Where the first colon of a line stands.
fn colon(line: &str) -> Option<usize> {
    let is_colon = |at: &usize| line.get(*at..).is_some_and(|rest| rest.starts_with(COLONS));
    memchr::memchr3_iter(b':', 0xe2, 0xef, line.as_bytes()).find(is_colon)
}

/// `label : value` in any spelling, taken apart at its colon.
fn with_colon<'l>(label: &'l str, value: &'l str, wanted: &str) -> Option<Parts<'l>> {
    let has_own_letters = || keys::same_letters(label, wanted) && label.chars().all(is_part_of_label);
    let spelling = if label == wanted || has_own_letters() {
        Spelling::OwnLetters
    } else if is_misspelled(label, wanted) {
        Spelling::Guessed
    } else {
        return None;
    };
    Some(Parts { label, value, spelling })
}

/// `label value` or `labelvalue`: the colon was lost, or the blank.
fn without_colon<'l>(line: &'l str, wanted: &str, separator: &str) -> Option<Parts<'l>> {
    if separator.is_empty() {
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

/// How many letters and digits a label has.
fn letters(label: &str) -> usize {
    if label.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b' ')) {
        label.bytes().filter(u8::is_ascii_alphabetic).count()
    } else {
        keys::letters(label).count()
    }
}

fn is_misspelled(label: &str, wanted: &str) -> bool {
    let (letters, least) = (letters(label), letters(wanted));
    let most = if least > MISSPELLED_LEAST + 2 { MISSPELLED_MOST } else { 1 };
    // A digit or a letter of another script is no typing error.
    let is_foreign =
        |c: char| (c.is_numeric() && !wanted.contains(c)) || (c.is_alphabetic() && wanted.is_ascii() && !c.is_ascii());
    let distance = || {
        let (label, wanted): (String, String) = (keys::letters(label).collect(), keys::letters(wanted).collect());
        strsim::osa_distance(&label, &wanted)
    };
    least >= MISSPELLED_LEAST
        && letters.abs_diff(least) <= most
        && !label.contains(is_foreign)
        && label.chars().all(is_part_of_label)
        && distance() <= most
}

/// Whether a field states what may be a value, or nothing at all: `News ID: what every editor should know` is a headline.
pub(super) fn is_plausible(field: &Field) -> bool {
    field.value.text.is_empty() || opens_like_a_value(field.value.text)
}

/// Ids and dates begin with a digit of some script.
fn opens_like_a_value(value: &str) -> bool {
    value.trim_start_matches(chars::is_unseen).starts_with(char::is_numeric)
}

/// Whether `value` is certainly a value of this kind.
pub(super) fn is_value(kind: FieldKind, value: &str, profile: &Profile) -> bool {
    let value = legible(value);
    match kind {
        FieldKind::NewsId if profile.has(Habit::AnyDigits) => chars::is_number(&value),
        FieldKind::NewsId => chars::is_plain_number(&value),
        FieldKind::PublishDate => datetime::read(&value, 0, profile).is_ok(),
    }
}

#[cfg(test)]
mod tests;
