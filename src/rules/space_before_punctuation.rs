//! Spaces before marks that belong to the word before them.

use super::{Checker, Fixable, Group, Rule};
use crate::article::Block;
use crate::chars;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Fix, Safety};
use crate::listing;
use crate::source::Span;
use crate::subject;

pub(super) const RULE: Rule = Rule {
    name: "space-before-punctuation",
    group: Group::Characters,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A space before a comma, a full stop or another mark that belongs to the word before it",
    docs: include_str!("space_before_punctuation.md"),
    check,
};

/// French sets four marks apart, and so do typists who follow it: they are wrong only where the article itself sets
/// them the other way so many times as often, and at least so often.
const TIMES: usize = 3;
const LEAST: usize = 3;
/// A colon nearer to the start of its line than this many bytes may end a label.
const LABEL: usize = 40;

fn check(c: &mut Checker) {
    // The header has such colons of its own.
    let is_set_apart_colon = |text: &[u8], at: usize| at > 0 && text[at - 1] == b' ';
    let has_colon = |text: &[u8]| memchr::memchr_iter(b':', text).any(|at| is_set_apart_colon(text, at));
    let has_mark = c.source.facts().any(Facts::SPACE_BEFORE_MARK);
    if !has_mark && !c.article.prose().any(|block| has_colon(block.text.as_bytes())) {
        return;
    }
    // Without the space, what follows a label of the header may become its value.
    let labels: Vec<&str> = c.profile.fields.iter().flat_map(|form| &form.labels).map(String::as_str).collect();
    let names_field = |block: &&Block| labels.iter().any(|label| block.text.contains(label));
    let prose: Vec<(Block, bool)> = c.article.prose().map(|block| (*block, names_field(&block))).collect();
    let (mut spaced, mut close) = (Vec::new(), 0);
    for (block, names_field) in &prose {
        let bytes = block.text.as_bytes();
        let mut is_meant = None;
        for at in memchr::memchr2_iter(b',', b'.', bytes).filter(|at| is_set_apart(block.text, *at)) {
            if !names_field
                && !*is_meant.get_or_insert_with(|| speaks_of_marks(block.text))
                && !is_divider(block.text, at)
            {
                report(c, block, at);
            }
        }
        let others = memchr::memchr2_iter(b';', b':', bytes).chain(memchr::memchr2_iter(b'!', b'?', bytes));
        for at in others {
            if is_set_apart(block.text, at) {
                spaced.push((*block, at, *names_field));
            } else if is_behind_letter(block.text, at) {
                close += 1;
            }
        }
    }
    let is_other_style = c.source.facts().any(Facts::GUILLEMET) || close < LEAST || close < TIMES * spaced.len();
    if !is_other_style {
        spaced.sort_by_key(|(block, at, _)| block.span.start + at);
        for (block, at, _) in spaced.into_iter().filter(|(_, _, names_field)| !names_field) {
            let is_colon = block.text.as_bytes().get(at) == Some(&b':');
            if (!is_colon || (at > LABEL && is_within_sentence(block.text, at))) && !listing::is_code(block.text) {
                report(c, &block, at);
            }
        }
    }
}

fn report(c: &mut Checker, block: &Block, at: usize) {
    let mark = block.text.as_bytes().get(at).copied().map_or(' ', char::from);
    let word = block.text.get(..at - 1).and_then(|before| before.rsplit(chars::is_blank).next()).unwrap_or_default();
    let start = block.span.start + at;
    c.report(Span::new(start - 1, start + 1), format!("a space stands between “{word}” and the `{mark}` behind it"))
        .help("The mark belongs to the word before it: where a line breaks between them, it begins the next line.")
        .fix(Fix::new(Safety::Unsafe, "remove the space", Edit::delete(Span::new(start - 1, start))));
}

/// Whether the mark at `at` stands behind one ordinary space, between a word and a gap.
fn is_set_apart(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    if at < 2 || bytes[at - 1] != b' ' || bytes[at - 2] == b' ' {
        return false;
    }
    let (Some(before), Some(after)) = (text.get(..at - 1), text.get(at + 1..)) else { return false };
    let last = before.chars().next_back();
    let is_word =
        |c: char| (c.is_alphanumeric() && !chars::breaks_lines_without_spaces(c)) || matches!(c, ')' | ']' | '”' | '%');
    let is_closed = match bytes[at] {
        b',' | b'.' => after.is_empty() || after.starts_with([' ', '”', '"', '»', '’']),
        b':' => last.is_some_and(char::is_lowercase) && after.starts_with(' '),
        _ => after.is_empty() || after.starts_with([' ', '”', '"']),
    };
    // Dots set apart are an ellipsis, and so is a mark set apart on both sides in a row of them.
    let is_row = after.trim_start_matches(' ').starts_with(['.', ',', '…']);
    is_closed && !is_row && last.is_some_and(is_word)
}

/// Whether a line shows code or speaks of it, so that a mark in it may be meant by itself: `a trailing , in a list`.
fn speaks_of_marks(text: &str) -> bool {
    listing::is_code(text) || subject::is_programming(text)
}

/// Whether the full stop at `at` is no end of a sentence: it stands before a small letter, as in names that are written
/// so, or parts the pieces of a line that has no sentence.
fn is_divider(text: &str, at: usize) -> bool {
    let after = text.get(at + 1..).unwrap_or_default();
    let goes_on = after.strip_prefix(' ').filter(|rest| !rest.is_empty());
    text.as_bytes().get(at) == Some(&b'.')
        && goes_on.is_some_and(|rest| rest.starts_with(char::is_lowercase) || !chars::is_finished(text))
}

/// Whether the words on both sides of the colon at `at` are in small letters: it parts no title from its subtitle.
fn is_within_sentence(text: &str, at: usize) -> bool {
    let word = text.get(..at).and_then(|before| before.trim_end().rsplit(chars::is_blank).next());
    let next = text.get(at + 1..).map(str::trim_start);
    let is_small = |text: Option<&str>| text.is_some_and(|text| text.starts_with(char::is_lowercase));
    is_small(word) && is_small(next)
}

fn is_behind_letter(text: &str, at: usize) -> bool {
    let is_gap = |text: &str| text.is_empty() || text.starts_with([' ', '”', '"']);
    text.get(..at).is_some_and(|before| before.ends_with(char::is_alphabetic)) && text.get(at + 1..).is_some_and(is_gap)
}
