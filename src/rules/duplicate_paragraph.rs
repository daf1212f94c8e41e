//! Paragraphs that stand in the story twice.

use std::collections::HashMap;

use super::{Checker, Fixable, Group, Rule};
use crate::article::Block;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Fix, Safety};
use crate::{keys, removal};

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

fn check(c: &mut Checker) {
    let paragraphs = &c.article.paragraphs;
    let are_plain = !c.source.facts().any(Facts::MENDED);
    if (are_plain && all_differ(paragraphs)) || all_have_other_signs(paragraphs) {
        return;
    }
    let mut seen: HashMap<u64, usize> = HashMap::with_capacity(paragraphs.len());
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let first = *seen.entry(keys::words_hash(paragraph.text)).or_insert(index);
        let least = if index == first + 1 { LEAST_ADJACENT } else { LEAST };
        let Some(first) = paragraphs.get(first).filter(|_| first < index) else { continue };
        if paragraph.text.chars().nth(least - 1).is_none() || !keys::same_words(first.text, paragraph.text) {
            continue;
        }
        if !repeats_standfirst(c, paragraph) {
            report(c, paragraph, first);
        }
    }
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

/// Whether all paragraphs are certain to have different words, as far as numbers of signs tell that are no blanks and can
/// be seen: those of ASCII, and the letters of Latin, Greek and Cyrillic, as their first bytes tell them.
fn all_have_other_signs(paragraphs: &[Block]) -> bool {
    let signs = |block: &Block| -> (usize, usize) {
        let bytes = block.text.bytes();
        (bytes.clone().filter(u8::is_ascii_graphic).count(), bytes.filter(|byte| matches!(byte, 0xc3..=0xd7)).count())
    };
    let mut seen: Vec<_> = paragraphs.iter().map(signs).collect();
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
