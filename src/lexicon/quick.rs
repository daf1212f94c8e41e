//! A quick look at how a line begins, which most lines of prose do not pass.

use super::filter::{FEW, Filter, MANY, end_hash};
use super::key;
use super::simple;

/// A line of more bytes than this is long: it is no single word, whatever pages add.
const LONG: usize = 60;
/// A first piece that is too short for [`MANY`] ends within so many bytes.
const HEAD: usize = 50;
/// A line without a letter that is a phrase has no more bytes than this.
const LONGEST_MARK: usize = 12;
/// A phrase that begins with a name has no more bytes than this, with the name.
const LONGEST_NAMED: usize = 120;

/// Whether a line may be a phrase or begin with one, as far as its first letters tell.
pub(super) fn may_begin(line: &str, few: &Filter, many: &Filter) -> bool {
    if line.len() > LONG && !has_short_piece(line) {
        let mut look = Look::default();
        let count = letters(line, MANY, &mut look);
        return count == MANY && many.has(look.hash);
    }
    let mut look = Look { few: Some(few), ..Look::default() };
    if letters(line, FEW, &mut look) == 0 { line.len() <= LONGEST_MARK } else { look.is_known }
}

/// What is seen of the first letters of a line.
struct Look<'f> {
    hash: u32,
    /// A filter that may have the letters up to any of them.
    few: Option<&'f Filter>,
    is_known: bool,
}

impl Default for Look<'_> {
    fn default() -> Self {
        Self { hash: key::NO_LETTERS, few: None, is_known: false }
    }
}

impl Look<'_> {
    fn see(&mut self, letter: char) {
        self.hash = key::hash(self.hash, letter);
        self.is_known |= self.few.is_some_and(|few| few.has(self.hash));
    }
}

/// Looks at the first `most` letters of a line. Returns how many there are.
fn letters(line: &str, most: usize, look: &mut Look) -> usize {
    let before = Look { ..*look };
    simple::first_letters(line, most, |letter| look.see(letter)).unwrap_or_else(|| {
        *look = before;
        key::letters(line).take(most).map(|letter| look.see(letter)).count()
    })
}

/// Whether a line may end like a phrase that begins with a name, as far as its last letters tell.
pub(super) fn may_end(line: &str, last: &Filter) -> bool {
    if line.len() > LONGEST_NAMED || key::ends_like_a_sentence(line) {
        return false;
    }
    let unmarked = line.strip_suffix(')').and_then(|line| line.rsplit_once('(')).map_or(line, |(before, _)| before);
    last.has(end_hash(unmarked))
}

/// Whether a long line may begin with a short phrase: `Name * Email * …`. Without a branch, and of as many bytes in every
/// line, so that many are looked at in one step.
fn has_short_piece(line: &str) -> bool {
    let Some(head) = line.as_bytes().first_chunk::<HEAD>() else { return true };
    let is_parting = |byte: u8| (byte == b'|') | (byte == b'*') | (byte == b'/') | (byte == b':') | (byte == b'\t');
    let mut found = is_parting(head[0]) | is_parting(head[1]);
    for at in 0..HEAD - 2 {
        let (first, second, third) = (head[at], head[at + 1], head[at + 2]);
        // Bullets, dots, arrows and dashes, as far as their bytes tell them from letters; then gaps.
        let is_mark = (first == 0xc2) & ((second == 0xa0) | (second == 0xb7) | (second == 0xbb))
            | (first == 0xe2) & ((second == 0x86) | (second == 0x96))
            | (first == 0xe2)
                & (second == 0x80)
                & ((third == 0xa2) | (third == 0xa6) | (third == 0xba) | (third.wrapping_sub(0x90) <= 5))
            | (first == b' ') & (second == b' ');
        found |= is_parting(third) | is_mark;
    }
    found
}

/// Whether a text trails off: controls do so while they wait.
pub(super) fn trails_off(text: &str) -> bool {
    text.ends_with('…') || text.ends_with("..")
}
