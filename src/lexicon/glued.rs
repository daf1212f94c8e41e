//! Phrases that stand directly behind the last sentence of a paragraph: `… he said.Top of Form`.

use memchr::memchr3_iter;

use super::key::ends_like_a_sentence;
use super::{Hit, Lexicon, StubKind, Tier};
use crate::scan;

/// How far from the end of a paragraph such a phrase begins at most, in bytes.
const LONGEST: usize = 200;

/// Marks that may stand between the last sentence and the phrase; where a paragraph ends in one, somebody speaks.
const CLOSING: [char; 8] = ['"', '”', '“', '’', '»', '«', ')', '」'];

impl Lexicon {
    /// The phrase glued to the end of a paragraph, and the byte where it begins: behind the end of a sentence, with no
    /// blank or only no-break spaces between. Only phrases count that tell something by themselves.
    pub fn glued(&self, paragraph: &str) -> Option<(usize, Hit)> {
        if paragraph.ends_with(CLOSING) {
            return None;
        }
        let mut is_after_sentence = false;
        let from = paragraph.len().saturating_sub(LONGEST);
        let start = (from.saturating_sub(3)..=from).rev().find(|at| paragraph.is_char_boundary(*at))?;
        if !may_be_glued(&paragraph.as_bytes()[start..]) {
            return None;
        }
        for (at, c) in paragraph[start..].char_indices().map(|(at, c)| (start + at, c)) {
            if is_after_sentence && c.is_alphabetic() {
                let stub = &paragraph[at..];
                let hit = self.recognise(stub).filter(|hit| is_certain(*hit));
                if let Some(hit) = hit {
                    return Some((at, hit));
                }
            }
            is_after_sentence = match c {
                '\u{a0}' => is_after_sentence,
                c => is_end(c) || (is_after_sentence && CLOSING.contains(&c)),
            };
        }
        None
    }
}

/// Whether the end of a sentence stands somewhere with something other than a blank behind it, as far as bytes tell.
fn may_be_glued(text: &[u8]) -> bool {
    let goes_on = |at: usize| !matches!(text.get(at + 1), None | Some(b' ' | b'.'));
    // What Latin, Greek and Cyrillic letters begin with begins no mark of other scripts.
    let has_other_scripts = || text.iter().fold(false, |found, byte| found | (*byte >= 0xd8));
    memchr3_iter(b'.', b'!', b'?', text).any(goes_on) || has_other_scripts() && may_be_glued_to_other_end(text)
}

/// The same for `。`, `…`, `！`, `？`, `؟`, `۔` and `।`, by their last two bytes. Without a branch.
fn may_be_glued_to_other_end(text: &[u8]) -> bool {
    let is_end = |first: u8, second: u8| {
        (first == 0x80) & ((second == 0x82) | (second == 0xa6))
            | (first == 0xbc) & ((second == 0x81) | (second == 0x9f))
            | (first == 0xd8) & (second == 0x9f)
            | (first == 0xdb) & (second == 0x94)
            | (first == 0xa5) & (second == 0xa4)
    };
    scan::has_triple(text, |first, second, third| is_end(first, second) & (third != b' '))
}

fn is_end(c: char) -> bool {
    let mut buffer = [0; 4];
    ends_like_a_sentence(c.encode_utf8(&mut buffer))
}

fn is_certain(hit: Hit) -> bool {
    hit.is_exact && hit.tier > Tier::Word && !matches!(hit.kind, StubKind::Related | StubKind::Tag)
}
