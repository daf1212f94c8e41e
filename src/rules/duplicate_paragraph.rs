//! Paragraphs that stand in the story twice.

use std::cell::LazyCell;
use std::collections::HashMap;

use super::{Checker, Fixable, Group, Rule};
use crate::article::Block;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Fix, Safety};
use crate::{chars, keys, listing, removal, verse};

pub(super) const RULE: Rule = Rule {
    name: "duplicate-paragraph",
    group: Group::Structure,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A paragraph stands in the story twice",
    docs: include_str!("duplicate_paragraph.md"),
    check,
};

/// Paragraphs shorter than this many characters repeat for good reasons: a refrain, a list of answers.
const LEAST: usize = 40;
/// Right below one another a repeat is suspicious from this many characters on.
const LEAST_ADJACENT: usize = 20;
/// So many lines that are repeated one after the other were copied together, whatever each of them is.
const RUN: usize = 3;

fn check(c: &mut Checker) {
    let paragraphs = &c.article.paragraphs;
    let are_plain = !c.source.facts().any(Facts::MENDED);
    if (are_plain && all_differ(paragraphs)) || all_have_other_signs(paragraphs) {
        return;
    }
    let mut seen: HashMap<u64, usize> = HashMap::with_capacity(paragraphs.len());
    let is_about_code =
        LazyCell::new(|| listing::shows_code(paragraphs.iter()) || listing::is_about_programs(paragraphs.iter()));
    for (index, paragraph) in paragraphs.iter().enumerate() {
        // Of plain texts, the same words are the same bytes.
        let hash = if are_plain { keys::bytes_hash } else { keys::words_hash };
        let place = *seen.entry(hash(paragraph.text)).or_insert(index);
        let least = if index == place + 1 { LEAST_ADJACENT } else { LEAST };
        let Some(first) = paragraphs.get(place).filter(|_| place < index) else { continue };
        if paragraph.text.chars().nth(least - 1).is_none() || !keys::same_words(first.text, paragraph.text) {
            continue;
        }
        if !repeats_standfirst(c, paragraph) && !is_meant(paragraphs, index, place, || *is_about_code) {
            report(c, paragraph, first);
        }
    }
}

/// Whether the paragraph at `index` may well stand in the story twice: it is code, a row of a table, an address, or a
/// line of a song; or it is no sentence, such as an item of a list, and the lines beside it are not repeated with it.
fn is_meant(paragraphs: &[Block], index: usize, first: usize, is_about_code: impl Fn() -> bool) -> bool {
    let text = |at: usize| paragraphs.get(at).map_or("", |block| block.text);
    let line = text(index);
    if listing::is_table_row(line) || listing::is_code(line) || !chars::has_more_words(line, 1) {
        return true;
    }
    let around: Vec<&str> = (index.saturating_sub(1)..=index + 1).map(text).collect();
    if !listing::is_item(line) && !chars::is_finished(line) && verse::reads_as_verse(&around) {
        return true;
    }
    let is_announcement = line.ends_with(chars::COLONS);
    let is_unfinished = !chars::is_finished(line) || line.rsplit(' ').next().is_some_and(|word| word.contains("://"));
    if is_unfinished && is_about_code() {
        return true;
    }
    let is_piece = is_unfinished && line.starts_with(|c: char| c.is_lowercase() || !c.is_alphanumeric());
    if !(is_announcement || is_piece || (listing::is_item(line) && index > first + 1)) {
        return false;
    }
    let is_same = |at: &usize| keys::same_words(text(index - first + at), text(*at));
    let above = (0..first).rev().take(RUN - 1).take_while(is_same).count();
    let below = (first + 1..index).take(RUN - 1).take_while(is_same).count();
    above + below + 1 < RUN
}

/// Whether all paragraphs are certain to be different bytes, as far as their lengths and edges tell.
fn all_differ(paragraphs: &[Block]) -> bool {
    let edges = |block: &Block| -> (usize, [u8; 8], [u8; 8]) {
        let bytes = block.text.as_bytes();
        (bytes.len(), *bytes.first_chunk().unwrap_or(&[0; 8]), *bytes.last_chunk().unwrap_or(&[0; 8]))
    };
    let mut seen: Vec<_> = paragraphs.iter().map(edges).collect();
    seen.sort_unstable();
    seen.windows(2).all(|pair| pair[0] != pair[1])
}

/// Whether all paragraphs are certain to have different words, as far as sums of signs tell that are no blanks and can be
/// seen: those of ASCII, and the letters of most scripts, as their first bytes tell them.
fn all_have_other_signs(paragraphs: &[Block]) -> bool {
    let begins_letter = |byte: u8| {
        (byte.wrapping_sub(0xc3) <= 0xd7 - 0xc3)
            | (byte.wrapping_sub(0xd9) <= 0xe0 - 0xd9)
            | (byte.wrapping_sub(0xe4) <= 0xee - 0xe4)
    };
    let of = |byte: &u8| if byte.is_ascii_graphic() | begins_letter(*byte) { u16::from(*byte) } else { 0 };
    // So few bytes at a time that their sum is no more than such a number holds: many are added in one step.
    let sum = |block: &Block| -> u64 {
        block.text.as_bytes().chunks(128).map(|part| u64::from(part.iter().map(of).sum::<u16>())).sum()
    };
    let mut seen: Vec<u64> = paragraphs.iter().map(sum).collect();
    seen.sort_unstable();
    seen.windows(2).all(|pair| pair[0] != pair[1])
}

/// Such a paragraph is reported as `duplicate-standfirst`, once.
fn repeats_standfirst(c: &Checker, paragraph: &Block) -> bool {
    let text = c.profile.strip_credit(paragraph.text).unwrap_or(paragraph.text);
    c.article.standfirst.is_some_and(|standfirst| keys::same_words(standfirst.text, text))
}

fn report(c: &mut Checker, paragraph: &Block, first: &Block) {
    let gap = removal::line_with_gap(c.source, c.article, paragraph.line);
    c.report(paragraph.span, "this paragraph stands in the story twice")
        .help("Usually a slip in copying. Take one of the two out, unless the repeat is meant.")
        .label(first.span, "first given here")
        .fix(Fix::remove_lines(Safety::Unsafe, "remove the repeated paragraph", gap));
}
