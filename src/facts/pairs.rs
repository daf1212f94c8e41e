//! Which kinds of bytes stand side by side in a text.

use super::{ARABIC_LEAD, KANA_LEAD};

/// Kinds of bytes side by side.
#[derive(Default)]
pub(super) struct Pairs {
    pub(super) double_space: bool,
    pub(super) space_before_mark: bool,
    pub(super) stop_before_capital: bool,
    /// U+061C.
    pub(super) letter_mark: bool,
    /// U+3000.
    pub(super) wide_space: bool,
    /// U+3099 and U+309A.
    pub(super) voicing: bool,
}

impl Pairs {
    /// Without a branch, so that many bytes are looked at in one step.
    pub(super) fn of(bytes: &[u8], seen: u32) -> Self {
        let mut found = Self::default();
        let next = bytes.get(1..).unwrap_or_default();
        for (first, second) in bytes.iter().zip(next) {
            let is_mark =
                (*second == b',') | (*second == b'.') | (*second == b';') | (*second == b'!') | (*second == b'?');
            found.double_space |= (*first == b' ') & (*second == b' ');
            found.space_before_mark |= (*first == b' ') & is_mark;
            found.stop_before_capital |= (*first == b'.') & (second.is_ascii_uppercase() | (*second >= 0xc3));
        }
        if seen & ARABIC_LEAD != 0 {
            for (first, second) in bytes.iter().zip(next) {
                found.letter_mark |= (*first == 0xd8) & (*second == 0x9c);
            }
        }
        if seen & KANA_LEAD != 0 {
            for ((first, second), third) in bytes.iter().zip(next).zip(bytes.get(2..).unwrap_or_default()) {
                let is_lead = *first == 0xe3;
                found.wide_space |= is_lead & (*second == 0x80) & (*third == 0x80);
                found.voicing |= is_lead & (*second == 0x82) & ((*third == 0x99) | (*third == 0x9a));
            }
        }
        found
    }
}
