//! How libFuzzer has an input changed.

use crate::mutation::{Numbers, change};
use crate::vocabulary::Vocabulary;

/// Changes the first `size` of `bytes` and returns how many there are then, at most `most`. `plainly` is libFuzzer's own
/// way, which knows nothing of texts; it is taken every third time.
pub fn mutate(
    bytes: &mut [u8],
    size: usize,
    most: usize,
    seed: u32,
    vocabulary: &Vocabulary,
    plainly: impl Fn(&mut [u8], usize, usize) -> usize,
) -> usize {
    let mut numbers = Numbers::from(seed);
    if size == 0 || numbers.below(3) == 0 {
        return plainly(bytes, size, most);
    }
    let mut changed = bytes[..size].to_vec();
    for _ in 0..=numbers.below(3) {
        change(&mut changed, vocabulary, &mut numbers);
    }
    let size = changed.len().min(most).min(bytes.len());
    bytes[..size].copy_from_slice(&changed[..size]);
    size
}
