//! Little words written twice.

use std::cell::LazyCell;

use super::{Checker, Fixable, Group, Rule};
use crate::chars;
use crate::diagnostic::Severity;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::little_words;
use crate::source::Span;
use crate::words;

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
        let (mut before, mut previous, mut begins, mut start) = ((0, 0), (0, 0), None, 0);
        words::each_end(bytes, |end| {
            if start < end {
                let opening = opening(bytes, start);
                if opening == begins {
                    let of = |(start, end): (usize, usize)| text.get(start..end).unwrap_or_default();
                    let (first, second) = (of(previous), of((start, end)));
                    if let Some(word) = repeated(first, second)
                        && !of(before).eq_ignore_ascii_case(first)
                        && languages.iter().any(|language| language.never_twice.contains(&word))
                        && is_slip(word, text, start)
                    {
                        report(c, block.span.start + start, word, first);
                    }
                }
                (before, previous, begins) = (previous, (start, end), opening);
            }
            start = end + 1;
        });
    }
}

/// The first two bytes from `at` on, capitals and small letters alike: hardly any two words that stand side by side share
/// them.
fn opening(bytes: &[u8], at: usize) -> Option<u16> {
    const CASE: u16 = 0x2020;
    bytes.get(at..)?.first_chunk().map(|two| u16::from_le_bytes(*two) | CASE)
}

/// The second of two words, without the marks behind it, if it is the first one again in small letters.
#[cold]
fn repeated<'t>(first: &str, second: &'t str) -> Option<&'t str> {
    let word = second.get(..first.len()).filter(|word| word.eq_ignore_ascii_case(first))?;
    let rest = second.get(first.len()..)?;
    let ends =
        rest.is_empty() || rest.chars().all(|c| matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | '،' | '؛' | '؟'));
    let is_word = word.chars().nth(1).is_some() && word.chars().all(|c| c.is_alphabetic() && !c.is_uppercase());
    (ends && is_word).then_some(word)
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
