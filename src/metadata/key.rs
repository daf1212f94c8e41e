//! The form in which labels are compared.
//!
//! `build.rs` compiles this file too, so that the table holds the labels as lines are looked up by.

use crate::chars;
use crate::keys::fold_letter;

/// A character as labels are compared; `None` for what does not count.
pub(crate) fn fold(c: char) -> Option<char> {
    match c {
        '’' => Some('\''),
        'İ' => Some('i'),
        c if chars::is_blank(c) => Some(' '),
        c => fold_letter(c).and_then(|c| c.to_lowercase().next()),
    }
}

/// Where in the set of openings two characters are marked, by their lowest bits.
pub(crate) fn opening_bit(first: char, second: char) -> (usize, u64) {
    let low = |c: char| u32::from(c) & 63;
    (low(first) as usize, 1 << low(second))
}
