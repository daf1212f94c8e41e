//! Looks at bytes, many of them in one step.

/// Bytes that are looked at together.
const TOGETHER: usize = 8;
const SPACES: u64 = u64::from_le_bytes([b' '; TOGETHER]);
const HIGHS: u64 = u64::from_le_bytes([0x80; TOGETHER]);
const LOWS: u64 = !HIGHS;

/// Where words end: the place of each space in `bytes`, from first to last, and their end. Words are so short that a search
/// that is begun anew for each takes longer than the word.
///
/// Source: the exact test for bytes that are zero in "Bit Twiddling Hacks" (S. E. Anderson).
pub fn ends(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let (chunks, rest) = bytes.as_chunks::<TOGETHER>();
    let mut last = [0; TOGETHER];
    last[..rest.len()].copy_from_slice(rest);
    last[rest.len()] = b' ';
    let (mut chunks, mut last) = (chunks.iter(), Some(last));
    let (mut marked, mut start) = (0, 0_usize.wrapping_sub(TOGETHER));
    std::iter::from_fn(move || {
        while marked == 0 {
            let chunk = chunks.next().copied().or_else(|| last.take())?;
            start = start.wrapping_add(TOGETHER);
            let mixed = u64::from_le_bytes(chunk) ^ SPACES;
            // The highest bit of each byte that is a space.
            marked = !(((mixed & LOWS) + LOWS) | mixed) & HIGHS;
        }
        let end = start + marked.trailing_zeros() as usize / 8;
        marked &= marked - 1;
        Some(end)
    })
}

/// Whether two bytes side by side are what `is_one` holds for. Every pair is looked at, so that nothing branches and the
/// compiler takes many in one step: for texts that hardly ever have one. `is_one` must not branch either (`&`, `|`).
#[inline]
pub fn has_pair(bytes: &[u8], is_one: impl Fn(u8, u8) -> bool) -> bool {
    let next = bytes.get(1..).unwrap_or_default();
    bytes.iter().zip(next).fold(false, |found, (first, second)| found | is_one(*first, *second))
}

/// The same of three bytes in a row.
#[inline]
pub fn has_triple(bytes: &[u8], is_one: impl Fn(u8, u8, u8) -> bool) -> bool {
    let (second, third) = (bytes.get(1..).unwrap_or_default(), bytes.get(2..).unwrap_or_default());
    let triples = bytes.iter().zip(second).zip(third);
    triples.fold(false, |found, ((first, second), third)| found | is_one(*first, *second, *third))
}

#[cfg(test)]
mod tests {
    use super::{ends, has_pair, has_triple};

    #[test]
    fn pairs_are_found_wherever_they_stand() {
        for length in 0..70 {
            let bytes = vec![b'a'; length];
            assert!(!has_pair(&bytes, |first, second| (first == b'x') & (second == b'y')));
            for at in 1..length {
                let mut bytes = bytes.clone();
                bytes[at - 1..=at].copy_from_slice(b"xy");
                assert!(has_pair(&bytes, |first, second| (first == b'x') & (second == b'y')), "{at} of {length}");
                assert!(!has_pair(&bytes, |first, second| (first == b'y') & (second == b'x')), "{at} of {length}");
            }
        }
    }

    #[test]
    fn triples_are_found_wherever_they_stand() {
        for length in 0..70 {
            for at in 0..length {
                let mut bytes = vec![b'a'; length];
                let end = length.min(at + 3);
                bytes[at..end].copy_from_slice(&b"xyz"[..end - at]);
                let has = |wanted: [u8; 3]| has_triple(&bytes, |first, second, third| [first, second, third] == wanted);
                assert_eq!((has(*b"xyz"), has(*b"zyx")), (at + 3 <= length, false), "{at} of {length}");
            }
        }
    }

    /// A number from a generator that needs no more than the one before it (xorshift).
    fn next(state: &mut u64) -> u64 {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        *state
    }

    #[test]
    fn words_end_where_looking_at_every_byte_finds_them() {
        let mut state = 0x9e37_79b9_7f4a_7c15;
        for _ in 0..50_000 {
            // Bytes that differ from a space in one bit, and whatever else.
            let length = next(&mut state) % 40;
            let byte = |number: u64| match number % 4 {
                0 => b' ',
                1 => b' ' ^ (1 << (number >> 8 & 7)),
                _ => number.to_le_bytes()[3],
            };
            let bytes: Vec<u8> = (0..length).map(|_| byte(next(&mut state))).collect();
            let spaces = (0..bytes.len()).filter(|at| bytes[*at] == b' ');
            let wanted: Vec<usize> = spaces.chain([bytes.len()]).collect();
            let found: Vec<usize> = ends(&bytes).collect();
            assert_eq!(found, wanted, "{bytes:?}");
        }
    }
}
