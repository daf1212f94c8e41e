//! What kinds of bytes side by side tell of a text.

use super::{ARABIC_LEAD, Facts, KANA_LEAD};
use crate::scan;

impl Facts {
    /// The facts that two or three bytes in a row show. `seen` are the kinds of bytes that occur at all. Without a branch, so
    /// that many bytes are looked at in one step.
    pub(super) fn of_pairs(bytes: &[u8], seen: u32) -> Self {
        let mut facts = Self::default();
        let next = bytes.get(1..).unwrap_or_default();
        let (mut double_space, mut space_before_mark, mut stop_before_capital) = (false, false, false);
        for (first, second) in bytes.iter().zip(next) {
            let is_mark =
                (*second == b',') | (*second == b'.') | (*second == b';') | (*second == b'!') | (*second == b'?');
            double_space |= (*first == b' ') & (*second == b' ');
            space_before_mark |= (*first == b' ') & is_mark;
            stop_before_capital |= (*first == b'.') & (second.is_ascii_uppercase() | (*second >= 0xc3));
        }
        facts.note(double_space, Self::DOUBLE_SPACE);
        facts.note(space_before_mark, Self::SPACE_BEFORE_MARK);
        facts.note(stop_before_capital, Self::STOP_BEFORE_CAPITAL);
        if seen & ARABIC_LEAD != 0 {
            // U+061C
            facts.note(scan::has_pair(bytes, |first, second| (first == 0xd8) & (second == 0x9c)), Self::INVISIBLE);
        }
        if seen & KANA_LEAD != 0 {
            // U+3000; U+3099 and U+309A
            let is_wide_space = |first, second, third| (first == 0xe3) & (second == 0x80) & (third == 0x80);
            let is_voicing =
                |first, second, third| (first == 0xe3) & (second == 0x82) & ((third == 0x99) | (third == 0x9a));
            facts.note(scan::has_triple(bytes, is_wide_space), Self::ODD_SPACE);
            facts.note(scan::has_triple(bytes, is_voicing), Self::DECOMPOSED);
        }
        facts
    }

    fn note(&mut self, is_seen: bool, fact: Self) {
        if is_seen {
            self.insert(fact);
        }
    }
}

/// Whether a line may have a control or a line separator, as far as pairs of bytes tell: of a text with one, most lines
/// have none.
pub(crate) fn may_have_control(line: &str) -> bool {
    let is_control = |byte: &u8| (*byte < b' ') | (*byte == 0x7f);
    // U+0080 to U+009F; the last two bytes of U+2028 and U+2029, the first of which begin many other signs.
    let is_other =
        |first: u8, second: u8| (first == 0xc2) & (second < 0xa0) | (first == 0x80) & (second & 0xfe == 0xa8);
    line.as_bytes().iter().any(is_control) || scan::has_pair(line.as_bytes(), is_other)
}

/// Whether a line may have an invisible character or a directional mark, in the same way.
pub(crate) fn may_have_invisible(line: &str) -> bool {
    let begins_one = |first: u8, second: u8| {
        (first == 0xc2) & (second == 0xad)
            | (first == 0xd8) & (second == 0x9c)
            | (first == 0xe1) & (second == 0xa0)
            // U+200B, U+200E and U+200F; U+2060 to U+206F: their last two bytes.
            | (first == 0x80) & ((second == 0x8b) | (second & 0xfe == 0x8e))
            | (first == 0x81) & (second & 0xf0 == 0xa0)
            | (first == 0xef) & ((second == 0xbb) | (second == 0xbf))
            | (first == 0xf3) & (second == 0xa0)
    };
    scan::has_pair(line.as_bytes(), begins_one)
}

/// Whether a line may have a piece of markup or of a script: what tells that of the whole text tells it of a line.
pub(crate) fn may_have_markup(line: &str) -> bool {
    let bytes = line.as_bytes();
    let seen = bytes.iter().fold(0, |seen, byte| seen | super::BYTE_KINDS[usize::from(*byte)]);
    seen & super::MARKUP != 0 || super::SCRIPT.find(bytes).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chars;

    #[test]
    fn no_line_that_may_have_nothing_invisible_has_it() {
        for c in ('\0'..=char::MAX).filter(|c| chars::is_invisible(*c) || chars::is_directional_mark(*c)) {
            assert!(may_have_invisible(&c.to_string()) && may_have_invisible(&format!("a{c}b")), "{c:?}");
        }
        assert!(!may_have_invisible("The café at Brenn"));
    }

    #[test]
    fn no_line_that_may_have_no_control_has_one() {
        let is_any = |c| chars::is_control(c) || chars::is_c1_control(c) || chars::is_line_separator(c);
        for c in ('\0'..=char::MAX).filter(|c| is_any(*c)) {
            for line in [c.to_string(), format!("a{c}b")] {
                assert!(may_have_control(&line), "{c:?}");
            }
        }
        assert!(!may_have_control("The café at Brenn"));
    }
}
