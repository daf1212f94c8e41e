//! Which kinds of characters occur in a text at all, so that a rule whose kind is absent can return at once.

use crate::chars;

/// A set of facts about a text, found in one pass over its bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts(u32);

impl Facts {
    /// A no-break space (U+00A0).
    pub const NO_BREAK_SPACE: Self = Self(1);
    /// Any other odd space ([`chars::is_odd_space`]).
    pub const ODD_SPACE: Self = Self(1 << 1);
    /// A tab.
    pub const TAB: Self = Self(1 << 2);
    /// A carriage return.
    pub const CARRIAGE_RETURN: Self = Self(1 << 3);
    /// A C0 or C1 control, DEL, or a Unicode line separator.
    pub const CONTROL: Self = Self(1 << 4);
    /// An explicit bidirectional control.
    pub const BIDI_CONTROL: Self = Self(1 << 5);
    /// An invisible character or a directional mark.
    pub const INVISIBLE: Self = Self(1 << 6);
    /// The replacement character (U+FFFD).
    pub const REPLACEMENT: Self = Self(1 << 7);
    /// Two ordinary spaces side by side.
    pub const DOUBLE_SPACE: Self = Self(1 << 8);
    /// A line that begins or ends in a blank of any kind.
    pub const BLANK_AT_EDGE: Self = Self(1 << 9);
    /// A zero-width joiner or non-joiner ([`chars::is_joiner`]).
    pub const JOINER: Self = Self(1 << 10);
    /// An Arabic letter that has a Persian twin: ي, ى or ك.
    pub const ARABIC_TWIN: Self = Self(1 << 11);
    /// A kashida (U+0640).
    pub const KASHIDA: Self = Self(1 << 12);
    /// A digit of the two kinds used with Arabic letters: ٠ to ٩ or ۰ to ۹.
    pub const ARABIC_DIGIT: Self = Self(1 << 13);

    /// Whether at least one of `wanted` holds.
    pub fn any(self, wanted: Self) -> bool {
        self.0 & wanted.0 != 0
    }

    /// This set and another together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn insert(&mut self, fact: Self) {
        self.0 |= fact.0;
    }

    /// The facts about characters of `text`; what concerns lines is added where the lines are found.
    pub(crate) fn of_characters(text: &str) -> Self {
        let mut facts = Self::default();
        let mut seen = 0u8;
        for byte in text.bytes() {
            seen |= BYTE_KINDS[byte as usize];
        }
        if seen & TAB != 0 {
            facts.insert(Self::TAB);
        }
        if seen & CR != 0 {
            facts.insert(Self::CARRIAGE_RETURN);
        }
        if seen & CONTROL != 0 {
            facts.insert(Self::CONTROL);
        }
        if seen & SUSPECT != 0 {
            facts.add_suspects(text);
        }
        if seen & ARABIC != 0 {
            facts.add_arabic(text.as_bytes());
        }
        if memchr::memmem::find(text.as_bytes(), b"  ").is_some() {
            facts.insert(Self::DOUBLE_SPACE);
        }
        facts
    }

    fn add_suspects(&mut self, text: &str) {
        for (at, byte) in text.bytes().enumerate() {
            if BYTE_KINDS[byte as usize] & SUSPECT == 0 {
                continue;
            }
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { continue };
            match c {
                '\u{a0}' => self.insert(Self::NO_BREAK_SPACE),
                '\u{fffd}' => self.insert(Self::REPLACEMENT),
                _ if chars::is_odd_space(c) => self.insert(Self::ODD_SPACE),
                _ if chars::is_c1_control(c) || chars::is_line_separator(c) => self.insert(Self::CONTROL),
                _ if chars::is_bidi_control(c) => self.insert(Self::BIDI_CONTROL),
                _ if chars::is_joiner(c) => self.insert(Self::JOINER),
                _ if chars::is_invisible(c) || chars::is_directional_mark(c) => self.insert(Self::INVISIBLE),
                _ => {}
            }
        }
    }

    /// Without a branch, so that many bytes are looked at in one step: nearly every character of an Arabic text would
    /// take one.
    fn add_arabic(&mut self, bytes: &[u8]) {
        let (mut twin, mut kashida, mut digit) = (false, false, false);
        for (lead, next) in bytes.iter().zip(bytes.get(1..).unwrap_or_default()) {
            let is_d9 = *lead == 0xd9;
            twin |= is_d9 & matches!(next, 0x83 | 0x89 | 0x8a);
            kashida |= is_d9 && *next == 0x80;
            digit |= is_d9 & matches!(next, 0xa0..=0xa9) | (*lead == 0xdb) & matches!(next, 0xb0..=0xb9);
        }
        for (seen, fact) in [(twin, Self::ARABIC_TWIN), (kashida, Self::KASHIDA), (digit, Self::ARABIC_DIGIT)] {
            if seen {
                self.insert(fact);
            }
        }
    }
}

const TAB: u8 = 1;
const CR: u8 = 2;
const CONTROL: u8 = 4;
/// First byte of a UTF-8 sequence that may encode a character of one of the kinds above.
const SUSPECT: u8 = 8;
/// First byte of U+0640–067F and U+06C0–06FF.
const ARABIC: u8 = 16;

static BYTE_KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 0x20 {
        kinds[byte] = CONTROL;
        byte += 1;
    }
    kinds[0x7f] = CONTROL;
    kinds[b'\n' as usize] = 0;
    kinds[b'\t' as usize] = TAB;
    kinds[b'\r' as usize] = CR;
    // U+0080–00BF, U+0600–063F, U+1000–1FFF, U+2000–2FFF, U+3000–3FFF, U+F000–FFFF, U+C0000–FFFFF
    let leads = [0xc2, 0xd8, 0xe1, 0xe2, 0xe3, 0xef, 0xf3];
    let mut lead = 0;
    while lead < leads.len() {
        kinds[leads[lead]] = SUSPECT;
        lead += 1;
    }
    kinds[0xd9] = ARABIC;
    kinds[0xdb] = ARABIC;
    kinds
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_of_a_kind_sets_its_fact_and_no_other_character_does() {
        for c in '\0'..=char::MAX {
            let facts = Facts::of_characters(&c.to_string());
            assert_eq!(facts.any(Facts::NO_BREAK_SPACE), c == '\u{a0}', "{c:?}");
            assert_eq!(facts.any(Facts::ODD_SPACE), c != '\u{a0}' && chars::is_odd_space(c), "{c:?}");
            let control = chars::is_control(c) || chars::is_c1_control(c) || chars::is_line_separator(c);
            assert_eq!(facts.any(Facts::CONTROL), control, "{c:?}");
            assert_eq!(facts.any(Facts::BIDI_CONTROL), chars::is_bidi_control(c), "{c:?}");
            let invisible = chars::is_invisible(c) || chars::is_directional_mark(c);
            assert_eq!(facts.any(Facts::INVISIBLE), invisible, "{c:?}");
            assert_eq!(facts.any(Facts::REPLACEMENT), c == '\u{fffd}', "{c:?}");
            assert_eq!(facts.any(Facts::JOINER), chars::is_joiner(c), "{c:?}");
            assert_eq!(facts.any(Facts::ARABIC_TWIN), matches!(c, 'ي' | 'ى' | 'ك'), "{c:?}");
            assert_eq!(facts.any(Facts::KASHIDA), c == '\u{640}', "{c:?}");
            assert_eq!(facts.any(Facts::ARABIC_DIGIT), chars::arabic_digit(c).is_some(), "{c:?}");
        }
    }
}
