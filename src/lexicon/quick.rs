//! A quick look at how a line begins, which most lines of prose do not pass.
//!
//! `build.rs` compiles this file too: it fills the filters.

use super::key;

/// How many letters of a short line are looked at: it may be a word and its marks.
pub(crate) const FEW: usize = 3;
/// How many letters of a long line are looked at: it can only open with a phrase.
pub(crate) const MANY: usize = key::SETTLED;
/// A line of more bytes than this is long: it is no single word, whatever pages add.
const LONG: usize = 60;
/// A first piece that is too short for [`MANY`] ends within so many bytes.
const HEAD: usize = 40;
/// A line without a letter that is a phrase has no more bytes than this.
const LONGEST_MARK: usize = 12;

/// A phrase that begins with a name has no more bytes than this, with the name.
const LONGEST_NAMED: usize = 120;

/// The first letters that some phrase has: a set of hashes (a Bloom filter with one hash).
#[derive(Clone, Debug)]
pub(crate) struct Filter(pub(crate) [u64; WORDS]);

/// Words of a filter: so many that a hash that is in none by chance is one in thirty.
const WORDS: usize = 1 << 12;

impl Filter {
    #[allow(clippy::large_stack_arrays, reason = "32 KiB, where a configuration has phrases of its own")]
    #[allow(dead_code, reason = "build.rs begins with it")]
    pub(crate) const EMPTY: Self = Self([0; WORDS]);

    /// Takes in the first letters of a phrase: `count` of them, or all if it has fewer.
    #[allow(dead_code, reason = "build.rs fills the filters")]
    pub(crate) fn add(&mut self, phrase: &str, count: usize) {
        let (word, bit) = place(key::letters(phrase).take(count).fold(key::NO_LETTERS, key::hash));
        self.0[word] |= bit;
    }

    /// Takes in the last letters of a phrase.
    #[allow(dead_code, reason = "build.rs fills the filters")]
    pub(crate) fn add_end(&mut self, phrase: &str) {
        let (word, bit) = place(end_hash(phrase));
        self.0[word] |= bit;
    }

    fn has(&self, hash: u32) -> bool {
        let (word, bit) = place(hash);
        self.0[word] & bit != 0
    }
}

/// The hash of the last [`FEW`] letters.
fn end_hash(text: &str) -> u32 {
    let letters = text.char_indices().rev().filter(|(_, c)| c.is_alphabetic());
    let start = letters.take(FEW).last().map_or(0, |(at, _)| at);
    key::letters(&text[start..]).fold(key::NO_LETTERS, key::hash)
}

fn place(hash: u32) -> (usize, u64) {
    let folded = (hash >> 14) ^ hash;
    ((folded >> 6) as usize % WORDS, 1 << (folded & 63))
}

/// Whether a line may be a phrase or begin with one, as far as its first letters tell.
#[allow(dead_code, reason = "lines are looked at when the program runs")]
pub(crate) fn may_begin(line: &str, few: &Filter, many: &Filter) -> bool {
    let head = line.as_bytes().get(..32).unwrap_or(line.as_bytes());
    if head.is_ascii()
        && (head.len() == line.len() || head.iter().filter(|byte| byte.is_ascii_alphabetic()).count() >= MANY)
    {
        let letters = head.iter().filter(|byte| byte.is_ascii_alphabetic());
        begins(line, letters.map(|byte| char::from(byte.to_ascii_lowercase())), few, many)
    } else if let Some(letters) = key::settled_letters(line) {
        begins(line, letters.into_iter(), few, many)
    } else {
        begins(line, key::letters(line), few, many)
    }
}

/// Whether a line may end like a phrase that begins with a name, as far as its last letters tell.
#[allow(dead_code, reason = "lines are looked at when the program runs")]
pub(crate) fn may_end(line: &str, last: &Filter) -> bool {
    if line.len() > LONGEST_NAMED || ends_like_a_sentence(line) {
        return false;
    }
    let unmarked = line.strip_suffix(')').and_then(|line| line.rsplit_once('(')).map_or(line, |(before, _)| before);
    last.has(end_hash(unmarked))
}

fn begins(line: &str, letters: impl Iterator<Item = char>, few: &Filter, many: &Filter) -> bool {
    let (mut hash, mut count) = (key::NO_LETTERS, 0);
    let is_long = line.len() > LONG && !has_short_piece(line);
    let most = if is_long { MANY } else { FEW };
    for letter in letters.take(most) {
        hash = key::hash(hash, letter);
        count += 1;
        if !is_long && few.has(hash) {
            return true;
        }
    }
    if count == 0 { line.len() <= LONGEST_MARK } else { is_long && count == MANY && many.has(hash) }
}

/// Whether a long line may begin with a short phrase: `Name * Email * …`.
fn has_short_piece(line: &str) -> bool {
    let head = line.as_bytes().get(..HEAD).unwrap_or(line.as_bytes());
    let is_parting = |byte: &u8| matches!(byte, b'|' | b'*' | b'/' | b':' | b'\t');
    // Bullets, dots, arrows and dashes, as far as their first two bytes tell them from letters; then gaps.
    let is_mark = |pair: &[u8]| matches!(pair, [0xc2, 0xa0 | 0xb7 | 0xbb] | [0xe2, 0x80 | 0x86 | 0x96] | b"  ");
    head.iter().any(is_parting) || head.windows(2).any(is_mark)
}

/// Whether a text trails off: controls do so while they wait.
#[allow(dead_code, reason = "lines are looked at when the program runs")]
pub(crate) fn trails_off(text: &str) -> bool {
    text.ends_with('…') || text.ends_with("..")
}

/// Whether a text ends in a mark that ends sentences.
pub(crate) fn ends_like_a_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?', '…', '؟', '۔', '।', '。', '！', '？'])
}
