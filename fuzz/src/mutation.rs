//! Changes an input the way articles go wrong: pieces come in, lines go, move and repeat, line ends change.

use super::properties::inputs::BY_DEFAULT;
use super::vocabulary::Vocabulary;

/// Makes one change.
pub fn change(bytes: &mut Vec<u8>, vocabulary: &Vocabulary, numbers: &mut Numbers) {
    if bytes.is_empty() {
        bytes.push(BY_DEFAULT);
    }
    match numbers.below(12) {
        0..=3 => {
            let at = character(bytes, numbers);
            put(bytes, at, at, vocabulary.piece(numbers).as_bytes());
        }
        4 => {
            let at = line(bytes, numbers).0;
            put(bytes, at, at, format!("{}\n", vocabulary.piece(numbers)).as_bytes());
        }
        5 => {
            let (start, end) = word(bytes, numbers);
            put(bytes, start, end, vocabulary.piece(numbers).as_bytes());
        }
        6 => {
            let (start, end) = line(bytes, numbers);
            put(bytes, start, end, b"");
        }
        7 => {
            let (start, end) = line(bytes, numbers);
            let copy = bytes[start..end].to_vec();
            let at = line(bytes, numbers).0;
            put(bytes, at, at, &copy);
        }
        8 => {
            let (start, end) = word(bytes, numbers);
            let copy = bytes[start..end].to_vec();
            let at = character(bytes, numbers);
            put(bytes, at, at, &copy);
        }
        9 => {
            let (start, end) = word(bytes, numbers);
            put(bytes, start, end, b"");
        }
        10 => {
            let (_, end) = line(bytes, numbers);
            let ends: [&[u8]; 7] = [b"", b"\n\n", b"\r\n", b"\r", b"\n \n", b"\n\n\n", b" \n"];
            let start = if bytes[..end].ends_with(b"\n") { end - 1 } else { end };
            put(bytes, start.max(1), end.max(1), ends[numbers.below(ends.len())]);
        }
        _ => bytes[0] = BY_DEFAULT.wrapping_add(u8::try_from(numbers.below(128)).unwrap_or_default()),
    }
}

impl Vocabulary {
    fn piece(&self, numbers: &mut Numbers) -> &str {
        let pieces = if self.rare.is_empty() || numbers.below(4) > 0 { &self.common } else { &self.rare };
        &pieces[numbers.below(pieces.len())]
    }
}

/// Puts `new` in place of the bytes from `start` to `end`.
fn put(bytes: &mut Vec<u8>, start: usize, end: usize, new: &[u8]) {
    bytes.splice(start..end, new.iter().copied());
}

/// Where a character begins, or the text ends; never the first byte, which is no part of the text.
fn character(bytes: &[u8], numbers: &mut Numbers) -> usize {
    let at = 1 + numbers.below(bytes.len());
    (1..=at).rev().find(|at| bytes.get(*at).is_none_or(|byte| byte & 0xc0 != 0x80)).unwrap_or(1)
}

/// A line with its line end.
fn line(bytes: &[u8], numbers: &mut Numbers) -> (usize, usize) {
    around(bytes, numbers, |byte| byte == b'\n', 1)
}

/// A word with the blank after it.
fn word(bytes: &[u8], numbers: &mut Numbers) -> (usize, usize) {
    around(bytes, numbers, |byte| matches!(byte, b' ' | b'\n'), 1)
}

fn around(bytes: &[u8], numbers: &mut Numbers, is_end: impl Fn(u8) -> bool, least: usize) -> (usize, usize) {
    let at = character(bytes, numbers);
    let start = bytes[least..at].iter().rposition(|byte| is_end(*byte)).map_or(least, |before| least + before + 1);
    let end = bytes[at..].iter().position(|byte| is_end(*byte)).map_or(bytes.len(), |after| at + after + 1);
    (start, end)
}

/// Numbers that look random and are the same for the same seed (xorshift, by Marsaglia).
pub struct Numbers(u64);

impl From<u32> for Numbers {
    fn from(seed: u32) -> Self {
        let mut numbers = Self((u64::from(seed) << 1 | 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        numbers.below(1);
        numbers
    }
}

impl Numbers {
    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % end as u64).unwrap_or_default()
    }
}
