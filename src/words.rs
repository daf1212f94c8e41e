//! Where words end, found several bytes at a time.

/// Bytes that are looked at together.
const TOGETHER: usize = 8;
const ONES: u64 = u64::from_le_bytes([1; TOGETHER]);
const HIGHS: u64 = u64::from_le_bytes([0x80; TOGETHER]);
const SPACES: u64 = u64::from_le_bytes([b' '; TOGETHER]);

/// The place of the first space in `bytes` from byte `from` on, or their end if there is none. Words are short: a search
/// that has to be prepared takes longer than the word.
///
/// Source: the test for a byte that is zero in "Bit Twiddling Hacks" (S. E. Anderson); what it marks first is exact.
#[inline]
pub fn next_space(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(together) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let mixed = u64::from_le_bytes(*together) ^ SPACES;
        let marked = mixed.wrapping_sub(ONES) & !mixed & HIGHS;
        if marked != 0 {
            return at + marked.trailing_zeros() as usize / 8;
        }
        at += TOGETHER;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::next_space;

    /// A number from a generator that needs no more than the one before it (xorshift).
    fn next(state: &mut u64) -> u64 {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        *state
    }

    #[test]
    fn a_space_is_where_looking_at_every_byte_finds_it() {
        let mut state = 0x9e37_79b9_7f4a_7c15;
        for _ in 0..20_000 {
            // Bytes beside the space, and whatever else.
            let bytes: Vec<u8> = (0..next(&mut state) % 40)
                .map(|_| match next(&mut state) % 8 {
                    0 => b' ',
                    1 => 0x21,
                    2 => 0x1f,
                    3 => 0xa0,
                    _ => next(&mut state).to_le_bytes()[0],
                })
                .collect();
            for from in 0..=bytes.len() {
                let wanted = (from..bytes.len()).find(|at| bytes[*at] == b' ').unwrap_or(bytes.len());
                assert_eq!(next_space(&bytes, from), wanted, "{bytes:?} from {from}");
            }
        }
    }
}
