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
    let is_long = line.len() > LONG && !has_short_piece(line);
    let most = if is_long { MANY } else { FEW };
    let found = match simple::first_letters(line, most) {
        Some((letters, count)) => look(letters.into_iter().take(count), is_long, few, many),
        None => look(key::letters(line).take(most), is_long, few, many),
    };
    found.unwrap_or(line.len() <= LONGEST_MARK)
}

/// Whether one of the filters has letters; `None` if there are none.
fn look(letters: impl Iterator<Item = char>, is_long: bool, few: &Filter, many: &Filter) -> Option<bool> {
    let (mut hash, mut count) = (key::NO_LETTERS, 0);
    for letter in letters {
        hash = key::hash(hash, letter);
        count += 1;
        if !is_long && few.has(hash) {
            return Some(true);
        }
    }
    (count > 0).then(|| is_long && count == MANY && many.has(hash))
}

/// Whether a line may end like a phrase that begins with a name, as far as its last letters tell.
pub(super) fn may_end(line: &str, last: &Filter) -> bool {
    if line.len() > LONGEST_NAMED || key::ends_like_a_sentence(line) {
        return false;
    }
    let unmarked = line.strip_suffix(')').and_then(|line| line.rsplit_once('(')).map_or(line, |(before, _)| before);
    last.has(end_hash(unmarked))
}

/// Whether a long line may begin with a short phrase: `Name * Email * …`. Without a branch, so that many bytes are looked
/// at in one step.
fn has_short_piece(line: &str) -> bool {
    let head = line.as_bytes().get(..HEAD).unwrap_or(line.as_bytes());
    let is_parting = |byte: u8| (byte == b'|') | (byte == b'*') | (byte == b'/') | (byte == b':') | (byte == b'\t');
    head.windows(3).fold(false, |found, bytes| {
        let [first, second, third] = [bytes[0], bytes[1], bytes[2]];
        // Bullets, dots, arrows and dashes, as far as their bytes tell them from letters; then gaps.
        let is_mark = (first == 0xc2) & ((second == 0xa0) | (second == 0xb7) | (second == 0xbb))
            | (first == 0xe2) & ((second == 0x86) | (second == 0x96))
            | (first == 0xe2)
                & (second == 0x80)
                & ((third == 0xa2) | (third == 0xa6) | (third == 0xba) | (third.wrapping_sub(0x90) <= 5))
            | (first == b' ') & (second == b' ');
        found | is_parting(first) | is_parting(second) | is_parting(third) | is_mark
    })
}

/// Whether a text trails off: controls do so while they wait.
pub(super) fn trails_off(text: &str) -> bool {
    text.ends_with('…') || text.ends_with("..")
}
