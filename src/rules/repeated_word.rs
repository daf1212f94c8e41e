//! Little words written twice.

use std::cell::LazyCell;

use super::{Checker, Fixable, Group, Rule};
use crate::chars;
use crate::diagnostic::Severity;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::little_words;
use crate::scan;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "repeated-word",
    group: Group::Characters,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A little word written twice, such as “the the”",
    docs: include_str!("repeated_word.md"),
    check,
};

fn check(c: &mut Checker) {
    let article = c.article;
    for block in article.prose() {
        let (text, bytes) = (block.text, block.text.as_bytes());
        // Asked once a paragraph, which may be as long as the file.
        let languages = LazyCell::new(|| little_words::languages(text));
        let (mut before, mut start, mut begins) = (0, 0, 0);
        for end in scan::ends(bytes) {
            if start < end {
                let opening = opening(bytes, start);
                if opening == begins
                    && let Some((first, word)) = repeated(text, before, start, end)
                    && languages.iter().any(|language| language.never_twice.contains(&word))
                    && is_slip(word, text, start)
                {
                    report(c, block.span.start + start, word, first);
                }
                (before, begins) = (start, opening);
            }
            start = end + 1;
        }
    }
}

/// The first two bytes from `at` on as a number, capitals and small letters alike: hardly any two words that stand side
/// by side share them. 0 for the last byte of a text, which is no word that is looked for.
fn opening(bytes: &[u8], at: usize) -> u16 {
    const CASE: u16 = 0x2020;
    match bytes.get(at..at + 2) {
        Some([first, second]) => u16::from_le_bytes([*first, *second]) | CASE,
        _ => 0,
    }
}

/// The word from `before` to the one from `start` to `end`, and that one without the marks behind it, if it is the same
/// again in small letters, and for the first time.
#[cold]
fn repeated(text: &str, before: usize, start: usize, end: usize) -> Option<(&str, &str)> {
    let first = text.get(before..start)?.trim_end_matches(' ');
    let second = text.get(start..end)?;
    let word = second.get(..first.len()).filter(|word| !word.is_empty() && word.eq_ignore_ascii_case(first))?;
    let rest = second.get(first.len()..)?;
    let ends =
        rest.is_empty() || rest.chars().all(|c| matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | '،' | '؛' | '؟'));
    let is_word = word.chars().nth(1).is_some() && word.chars().all(|c| c.is_alphabetic() && !c.is_uppercase());
    let is_third = || last_word(text.get(..before).unwrap_or_default()).eq_ignore_ascii_case(first);
    (ends && is_word && !is_third()).then_some((first, word))
}

fn last_word(text: &str) -> &str {
    text.trim_end_matches(' ').rsplit(' ').next().unwrap_or_default()
}

/// Whether the word at `at` stands there no third time, and prose goes on behind it.
fn is_slip(word: &str, text: &str, at: usize) -> bool {
    let after = text.get(at + word.len()..).unwrap_or_default().trim_start_matches(chars::is_blank);
    // `de de Gaulle` is right, and `und und und` is meant.
    let is_third = after.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    let next = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !is_third
        && !little_words::begins_phrase(word, next)
        && after.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase())
}

fn report(c: &mut Checker, start: usize, word: &str, first: &str) {
    let end = start + word.len();
    c.report(Span::new(start - 1 - first.len(), end), format!("“{word}” stands here twice"))
        .help("Usually a slip in writing or at the end of a line. Take one of the two out.")
        .fix(Fix::of(
            Safety::Unsafe,
            Effect::RemovesRepeat,
            "remove the second one",
            vec![Edit::delete(Span::new(start - 1, end))],
        ));
}
