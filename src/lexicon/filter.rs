//! Sets of how phrases begin and end, which most lines of prose are not in.
//!
//! `build.rs` compiles this file too: it fills the sets.

use super::key;

/// How many letters of a short line are looked at, one after the other: it may be a word and its marks.
pub(crate) const FEW: usize = 6;
/// How many letters are looked at of the end of a line.
const FINAL: usize = 3;
/// How many letters of a long line are looked at: it can only open with a phrase.
pub(crate) const MANY: usize = 8;
/// The first letters that some phrase has: a set of hashes (a Bloom filter).
#[derive(Clone, Debug)]
pub(crate) struct Filter(pub(crate) [u64; WORDS]);

/// Words of a filter: so many that of the hashes that are no phrase's hardly one in two hundred seems to be.
const WORDS: usize = 1 << 12;

impl Filter {
    #[allow(clippy::large_stack_arrays, reason = "32 KiB, where a configuration has phrases of its own")]
    #[allow(dead_code, reason = "build.rs begins with it")]
    pub(crate) const EMPTY: Self = Self([0; WORDS]);

    /// Takes in the first letters of a phrase: `count` of them, or all if it has fewer.
    #[allow(dead_code, reason = "build.rs fills the filters")]
    pub(crate) fn add(&mut self, phrase: &str, count: usize) {
        let (word, bits) = place(key::letters(phrase).take(count).fold(key::NO_LETTERS, key::hash));
        self.0[word] |= bits;
    }

    /// Takes in the last letters of a phrase.
    #[allow(dead_code, reason = "build.rs fills the filters")]
    pub(crate) fn add_end(&mut self, phrase: &str) {
        let (word, bits) = place(end_hash(phrase));
        self.0[word] |= bits;
    }

    #[allow(dead_code, reason = "lines are looked at when the program runs")]
    pub(crate) fn has(&self, hash: u32) -> bool {
        let (word, bits) = place(hash);
        self.0[word] & bits == bits
    }
}

/// The hash of the last [`FINAL`] letters.
pub(crate) fn end_hash(text: &str) -> u32 {
    let letters = text.char_indices().rev().filter(|(_, c)| c.is_alphabetic());
    let start = letters.take(FINAL).last().map_or(0, |(at, _)| at);
    key::letters(&text[start..]).fold(key::NO_LETTERS, key::hash)
}

/// The word of a hash, and its two bits there.
fn place(hash: u32) -> (usize, u64) {
    let folded = (hash >> 14) ^ hash;
    ((folded >> 6) as usize % WORDS, 1 << (folded & 63) | 1 << (hash >> 26))
}
