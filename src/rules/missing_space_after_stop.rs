//! Sentences that begin right behind the full stop of the one before.

use super::{Checker, Fixable, Group, Rule};
use crate::chars;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Fix, Safety};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "missing-space-after-stop",
    group: Group::Characters,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A full stop with no space before the next sentence",
    docs: include_str!("missing_space_after_stop.md"),
    check,
};

/// Shorter words before a full stop are abbreviations: `bzw.`, `ул.`, `просп.`.
const LEAST_LETTERS: usize = 4;
const LEAST_LETTERS_CYRILLIC: usize = 7;
/// Names of companies end like their domains, whatever the case.
const DOMAINS: [&str; 10] = ["Com", "Net", "Org", "Info", "Biz", "Tv", "Io", "Ai", "Gov", "Edu"];

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::STOP_BEFORE_CAPITAL) {
        return;
    }
    let article = c.article;
    for block in article.prose() {
        for at in memchr::memchr_iter(b'.', block.text.as_bytes()) {
            let Some((before, after)) = words_around(block.text, at) else { continue };
            let start = block.span.start + at;
            // A leftover glued to a sentence is cut off, not set apart.
            if c.article.glued.binary_search_by_key(&(start + 1), |glued| glued.span.start).is_ok() {
                continue;
            }
            let span = Span::new(start - before.len(), start + 1 + after.len());
            c.report(span, format!("no space between “{before}.” and “{after}”"))
                .help("Two sentences run together here, and so do their words for a program that counts or searches.")
                .fix(Fix::new(Safety::Unsafe, "put a space after the full stop", Edit::insert(start + 1, " ")));
        }
    }
}

/// The last word of one sentence and the first of the next, around the full stop at `at`, if nothing else can be meant.
fn words_around(text: &str, at: usize) -> Option<(&str, &str)> {
    let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
    let mut next = after.chars();
    if !next.next().is_some_and(char::is_uppercase) || !next.next().is_some_and(char::is_lowercase) {
        return None;
    }
    if !before.ends_with(char::is_lowercase) {
        return None;
    }
    let is_gap =
        |c: char| chars::is_blank(c) || matches!(c, '“' | '”' | '"' | '«' | '»' | '„' | '(' | '‘' | '’' | '\'');
    // Read back as far as its small letters go, for a line may be one word as long as the file.
    let stem = before.trim_end_matches(char::is_lowercase);
    let word = before.get(stem.len()..).filter(|_| stem.is_empty() || stem.ends_with(is_gap))?;
    let next_word = after.split(|c: char| !c.is_alphabetic()).next()?;
    let rest = after.get(next_word.len()..)?;
    let is_cyrillic = word.chars().any(|c| matches!(c, '\u{400}'..='\u{4ff}'));
    let least = if is_cyrillic { LEAST_LETTERS_CYRILLIC } else { LEAST_LETTERS };
    let is_sentence = word.chars().nth(least - 1).is_some()
        && next_word.chars().skip(1).all(char::is_lowercase)
        && (rest.is_empty() || rest.starts_with(|c| chars::is_blank(c) || matches!(c, ',' | '’' | ';' | ':')))
        && !DOMAINS.contains(&next_word)
        && !rest.trim_start_matches(' ').starts_with('=');
    is_sentence.then_some((word, next_word))
}
