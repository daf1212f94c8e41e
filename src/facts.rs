//! Which kinds of characters occur in a text at all, so that a rule whose kind is absent can return at once.

use std::sync::LazyLock;

use memchr::{memchr, memchr_iter, memchr2_iter, memchr3_iter, memmem};

use crate::chars;

mod garbled;
mod pairs;

pub(crate) use garbled::may_be_garbled;
pub(crate) use pairs::{may_have_control, may_have_invisible, may_have_markup};

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
    /// A straight double quotation mark (U+0022).
    pub const STRAIGHT_QUOTE: Self = Self(1 << 14);
    /// A curly double quotation mark, raised or low ([`chars::is_curly_quote`]).
    pub const CURLY_QUOTE: Self = Self(1 << 15);
    /// A guillemet, `«` or `»`.
    pub const GUILLEMET: Self = Self(1 << 16);
    /// A straight apostrophe or single quotation mark (U+0027).
    pub const STRAIGHT_APOSTROPHE: Self = Self(1 << 17);
    /// A curly apostrophe or closing single quotation mark (U+2019).
    pub const CURLY_APOSTROPHE: Self = Self(1 << 18);
    /// A pair of characters such as text in UTF-8 turns into when it is read in another encoding.
    pub const GARBLED: Self = Self(1 << 19);
    /// An ampersand with a semicolon not far behind it.
    pub const ENTITY: Self = Self(1 << 20);
    /// A character that markup and scripts need and prose hardly does.
    pub const MARKUP: Self = Self(1 << 21);
    /// A character that Unicode composes with the one before it, or replaces by another.
    pub const DECOMPOSED: Self = Self(1 << 22);
    /// A space right before one of `, . ; ! ?`.
    pub const SPACE_BEFORE_MARK: Self = Self(1 << 23);
    /// A full stop right before what may be a capital: one of A to Z, or a character outside of ASCII.
    pub const STOP_BEFORE_CAPITAL: Self = Self(1 << 24);

    /// What a reader sees otherwise than it is written: blanks other than one space between words, and what shows
    /// nothing. Of texts without any of it, those that are [`crate::keys::same_words`] are the same bytes.
    pub const MENDED: Self = Self::NO_BREAK_SPACE
        .with(Self::ODD_SPACE)
        .with(Self::TAB)
        .with(Self::CARRIAGE_RETURN)
        .with(Self::CONTROL)
        .with(Self::INVISIBLE)
        .with(Self::DOUBLE_SPACE)
        .with(Self::BLANK_AT_EDGE);

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
        let seen = byte_kinds(text.as_bytes());
        if seen & TAB != 0 {
            facts.insert(Self::TAB);
        }
        if seen & CR != 0 {
            facts.insert(Self::CARRIAGE_RETURN);
        }
        if seen & CONTROL != 0 {
            facts.insert(Self::CONTROL);
        }
        if seen & QUOTE != 0 {
            facts.insert(Self::STRAIGHT_QUOTE);
        }
        if seen & APOSTROPHE != 0 {
            facts.insert(Self::STRAIGHT_APOSTROPHE);
        }
        for (kind, lead) in SUSPECTS {
            if seen & kind != 0 {
                facts.add_suspects(text, lead);
            }
        }
        let bytes = text.as_bytes();
        facts.insert(Self::of_pairs(bytes, seen));
        if seen & AMPERSAND != 0 && has_entity(bytes) {
            facts.insert(Self::ENTITY);
        }
        if seen & MARKUP != 0 || SCRIPT.find(bytes).is_some() {
            facts.insert(Self::MARKUP);
        }
        if seen & MARK != 0 || (seen & JOINS != 0 && has_joining_pair(bytes)) {
            facts.insert(Self::DECOMPOSED);
        }
        if (seen & LATIN != 0 && garbled::is_latin(bytes))
            || (seen & GREEK != 0 && garbled::is_greek(bytes))
            || (seen & CYRILLIC != 0 && garbled::is_cyrillic(bytes))
        {
            facts.insert(Self::GARBLED);
        }
        if seen & ARABIC != 0 {
            facts.add_arabic(bytes);
        }
        facts
    }

    /// The facts about the characters whose first byte is `lead`.
    fn add_suspects(&mut self, text: &str, lead: u8) {
        for at in memchr_iter(lead, text.as_bytes()) {
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { continue };
            if garbled::begins_garbled(text, at, c) {
                self.insert(Self::GARBLED);
            }
            match c {
                '\u{a0}' => self.insert(Self::NO_BREAK_SPACE),
                '\u{fffd}' => self.insert(Self::REPLACEMENT),
                '’' => self.insert(Self::CURLY_APOSTROPHE),
                '«' | '»' => self.insert(Self::GUILLEMET),
                _ if chars::is_curly_quote(c) => self.insert(Self::CURLY_QUOTE),
                _ if chars::is_odd_space(c) => self.insert(Self::ODD_SPACE),
                _ if chars::is_c1_control(c) || chars::is_line_separator(c) => self.insert(Self::CONTROL),
                _ if chars::is_bidi_control(c) => self.insert(Self::BIDI_CONTROL),
                _ if chars::is_joiner(c) => self.insert(Self::JOINER),
                _ if chars::is_invisible(c) || chars::is_directional_mark(c) => self.insert(Self::INVISIBLE),
                _ if chars::is_written_otherwise(c) => self.insert(Self::DECOMPOSED),
                _ => {}
            }
        }
    }

    /// Without a branch, as [`Self::of_pairs`]: nearly every character of an Arabic text would take one.
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

/// All [`BYTE_KINDS`] that occur.
fn byte_kinds(bytes: &[u8]) -> u32 {
    let kind = |byte: &u8| BYTE_KINDS[usize::from(*byte)];
    let (chunks, rest) = bytes.as_chunks::<8>();
    let of_chunk = |chunk: &[u8; 8]| chunk.iter().fold(0, |seen, byte| seen | kind(byte));
    chunks.iter().fold(0, |seen, chunk| seen | of_chunk(chunk)) | rest.iter().fold(0, |seen, byte| seen | kind(byte))
}

const TAB: u32 = 1;
const CR: u32 = 1 << 1;
const CONTROL: u32 = 1 << 2;
/// U+0600–063F.
const ARABIC_LEAD: u32 = 1 << 3;
const AMPERSAND: u32 = 1 << 4;
const MARKUP: u32 = 1 << 5;
/// First byte of the combining marks U+0300 to U+036F and little else.
const MARK: u32 = 1 << 6;
/// First byte of a mark of another script that may be composed with the letter before it.
const JOINS: u32 = 1 << 7;
/// First byte of letters that may begin a garbled pair.
const LATIN: u32 = 1 << 8;
const GREEK: u32 = 1 << 9;
const CYRILLIC: u32 = 1 << 10;
/// First byte of U+0640–067F and U+06C0–06FF.
const ARABIC: u32 = 1 << 11;
const QUOTE: u32 = 1 << 12;
const APOSTROPHE: u32 = 1 << 13;
/// U+3000–3FFF.
const KANA_LEAD: u32 = 1 << 14;
/// First bytes of UTF-8 sequences that may encode a character of one of the kinds above: U+0080–00BF, U+1000–1FFF,
/// U+2000–2FFF, U+F000–FFFF, U+C0000–FFFFF.
const SUSPECTS: [(u32, u8); 5] = [(1 << 15, 0xc2), (1 << 16, 0xe1), (1 << 17, 0xe2), (1 << 18, 0xef), (1 << 19, 0xf3)];

/// What links to scripts begin with.
static SCRIPT: LazyLock<memmem::Finder> = LazyLock::new(|| memmem::Finder::new("javascript"));

static BYTE_KINDS: [u32; 256] = {
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
    kinds[b'"' as usize] = QUOTE;
    kinds[b'\'' as usize] = APOSTROPHE;
    let mut suspect = 0;
    while suspect < SUSPECTS.len() {
        let (kind, lead) = SUSPECTS[suspect];
        kinds = add(kinds, kind, &[lead]);
        suspect += 1;
    }
    kinds = add(kinds, ARABIC_LEAD, &[0xd8]);
    kinds = add(kinds, KANA_LEAD, &[0xe3]);
    kinds = add(kinds, AMPERSAND, b"&");
    kinds = add(kinds, MARKUP, b"<>[{}=");
    kinds = add(kinds, MARK, &[0xcc, 0xcd]);
    // U+0640–067F, U+0800–0FFF, U+1000–1FFF
    kinds = add(kinds, JOINS, &[0xd9, 0xe0, 0xe1]);
    kinds = add(kinds, LATIN, &[0xc3, 0xc4, 0xc5]);
    kinds = add(kinds, GREEK, &[0xce]);
    kinds = add(kinds, CYRILLIC, &[0xd0]);
    add(kinds, ARABIC, &[0xd9, 0xdb])
};

const fn add(mut kinds: [u32; 256], kind: u32, bytes: &[u8]) -> [u32; 256] {
    let mut at = 0;
    while at < bytes.len() {
        kinds[bytes[at] as usize] |= kind;
        at += 1;
    }
    kinds
}

/// The longest name of a character that pages leave behind is shorter than this, in bytes.
const LONGEST_ENTITY: usize = 32;

fn has_entity(bytes: &[u8]) -> bool {
    memchr_iter(b'&', bytes).any(|at| {
        let rest = &bytes[at + 1..];
        let starts = rest.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'#');
        starts && memchr(b';', &rest[..rest.len().min(LONGEST_ENTITY)]).is_some()
    })
}

/// Whether a mark of Arabic or an Indic script stands behind the letter that it is composed with.
fn has_joining_pair(bytes: &[u8]) -> bool {
    // U+0653 to U+0655
    memchr3_iter(0x93, 0x94, 0x95, bytes).any(|at| at > 0 && bytes[at - 1] == 0xd9)
        || memchr2_iter(0xe0, 0xe1, bytes).any(|at| {
            let letter = at.checked_sub(3).and_then(|start| bytes.get(start..at)).unwrap_or_default();
            let mark = bytes.get(at..at + 3).unwrap_or_default();
            matches!(
                (letter, mark),
                ([0xe0, 0xa4, 0xa8 | 0xb0 | 0xb3], [_, 0xa4, 0xbc])
                    | ([0xe0, 0xa7, 0x87], [_, 0xa6, 0xbe] | [_, 0xa7, 0x97])
                    | ([0xe0, 0xad, 0x87], [_, 0xac, 0xbe] | [_, 0xad, 0x96 | 0x97])
                    | ([0xe0, 0xae, 0x92], [_, 0xaf, 0x97])
                    | ([0xe0, 0xaf, 0x86 | 0x87], [_, 0xae, 0xbe] | [_, 0xaf, 0x97])
                    | ([0xe0, 0xb1, 0x86], [_, 0xb1, 0x96])
                    | ([0xe0, 0xb2, 0xbf] | [0xe0, 0xb3, 0x86 | 0x8a], [_, 0xb3, 0x82 | 0x95 | 0x96])
                    | ([0xe0, 0xb5, 0x86 | 0x87], [_, 0xb4, 0xbe] | [_, 0xb5, 0x97])
                    | ([0xe0, 0xb7, 0x99 | 0x9c], [_, 0xb7, 0x8a | 0x8f | 0x9f])
                    | ([0xe1, 0x80, 0xa5], [_, 0x80, 0xae])
                    | ([0xe1, 0xac | 0xad, _], [_, 0xac, 0xb5])
            )
        })
}

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
            assert_eq!(facts.any(Facts::STRAIGHT_QUOTE), c == '"', "{c:?}");
            assert_eq!(facts.any(Facts::CURLY_QUOTE), chars::is_curly_quote(c), "{c:?}");
            assert_eq!(facts.any(Facts::GUILLEMET), matches!(c, '«' | '»'), "{c:?}");
            assert_eq!(facts.any(Facts::STRAIGHT_APOSTROPHE), c == '\'', "{c:?}");
            assert_eq!(facts.any(Facts::CURLY_APOSTROPHE), c == '’', "{c:?}");
        }
    }

    #[test]
    fn whatever_is_composed_with_the_letter_before_it_sets_its_fact() {
        use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
        let marks = ('\0'..=char::MAX).filter(|c| is_nfc_quick([*c].into_iter()) == IsNormalized::Maybe);
        let marks: Vec<char> = marks.collect();
        for letter in ('\0'..='\u{ffff}').filter(|c| c.is_alphanumeric() || !c.is_control()) {
            for mark in &marks {
                let Some(_) = unicode_normalization::char::compose(letter, *mark) else { continue };
                let facts = Facts::of_characters(&[letter, *mark].iter().collect::<String>());
                assert!(facts.any(Facts::DECOMPOSED), "{letter:?} {mark:?}");
            }
        }
        let facts = |text: &str| Facts::of_characters(text);
        for clean in ["Việt Nam", "گفت\u{200c}وگو", "Москва", "Ελλάδα", "한국", "বাংলা", "தமிழ்", "ไทย", "が"]
        {
            assert_eq!(clean.nfc().collect::<String>(), clean);
            assert!(!facts(clean).any(Facts::DECOMPOSED.with(Facts::GARBLED)), "{clean}");
        }
    }
}
