//! The one-byte encodings that text in UTF-8 is most often misread in, as data.
//!
//! Bytes that an encoding leaves unassigned stand for the C1 control of the same number, as in the decoders of browsers.

use std::sync::LazyLock;

/// Names, and what the bytes from 0x80 up mean, in order; those most often met come first. Sources: the indices of the
/// WHATWG Encoding Standard, and for code page 437 the mapping tables of Unicode.
const ENCODINGS: [(&str, &str); 10] = [
    (
        "Windows-1252",
        "\
            €\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\
            \u{90}‘’“”•–—˜™š›œ\u{9d}žŸ\
            \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯\
            °±²³´µ¶·¸¹º»¼½¾¿\
            ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
            ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
            àáâãäåæçèéêëìíîï\
            ðñòóôõö÷øùúûüýþÿ",
    ),
    (
        "ISO-8859-1",
        "\
            \u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\
            \u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\
            \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯\
            °±²³´µ¶·¸¹º»¼½¾¿\
            ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
            ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
            àáâãäåæçèéêëìíîï\
            ðñòóôõö÷øùúûüýþÿ",
    ),
    (
        "Windows-1251",
        "\
            ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ\
            ђ‘’“”•–—\u{98}™љ›њќћџ\
            \u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї\
            °±Ііґµ¶·ё№є»јЅѕї\
            АБВГДЕЖЗИЙКЛМНОП\
            РСТУФХЦЧШЩЪЫЬЭЮЯ\
            абвгдежзийклмноп\
            рстуфхцчшщъыьэюя",
    ),
    (
        "Windows-1250",
        "\
            €\u{81}‚\u{83}„…†‡\u{88}‰Š‹ŚŤŽŹ\
            \u{90}‘’“”•–—\u{98}™š›śťžź\
            \u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż\
            °±˛ł´µ¶·¸ąş»Ľ˝ľż\
            ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎ\
            ĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
            ŕáâăäĺćçčéęëěíîď\
            đńňóôőö÷řůúűüýţ˙",
    ),
    (
        "Windows-1254",
        "\
            €\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}\u{8e}\u{8f}\
            \u{90}‘’“”•–—˜™š›œ\u{9d}\u{9e}Ÿ\
            \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯\
            °±²³´µ¶·¸¹º»¼½¾¿\
            ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
            ĞÑÒÓÔÕÖ×ØÙÚÛÜİŞß\
            àáâãäåæçèéêëìíîï\
            ğñòóôõö÷øùúûüışÿ",
    ),
    (
        "Windows-1257",
        "\
            €\u{81}‚\u{83}„…†‡\u{88}‰\u{8a}‹\u{8c}¨ˇ¸\
            \u{90}‘’“”•–—\u{98}™\u{9a}›\u{9c}¯˛\u{9f}\
            \u{a0}¡¢£¤¥¦§Ø©Ŗ«¬\u{ad}®Æ\
            °±²³´µ¶·ø¹ŗ»¼½¾æ\
            ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻ\
            ŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽß\
            ąįāćäåęēčéźėģķīļ\
            šńņóōõö÷ųłśūüżž˙",
    ),
    (
        "Windows-1253",
        "\
            €\u{81}‚ƒ„…†‡\u{88}‰\u{8a}‹\u{8c}\u{8d}\u{8e}\u{8f}\
            \u{90}‘’“”•–—\u{98}™\u{9a}›\u{9c}\u{9d}\u{9e}\u{9f}\
            \u{a0}΅Ά£¤¥¦§¨©ª«¬\u{ad}®―\
            °±²³΄µ¶·ΈΉΊ»Ό½ΎΏ\
            ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟ\
            ΠΡÒΣΤΥΦΧΨΩΪΫάέήί\
            ΰαβγδεζηθικλμνξο\
            πρςστυφχψωϊϋόύώÿ",
    ),
    (
        "ISO-8859-2",
        "\
            \u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\
            \u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\
            \u{a0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{ad}ŽŻ\
            °ą˛ł´ľśˇ¸šşťź˝žż\
            ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎ\
            ĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
            ŕáâăäĺćçčéęëěíîď\
            đńňóôőö÷řůúűüýţ˙",
    ),
    (
        "macintosh",
        "\
            ÄÅÇÉÑÖÜáàâäãåçéè\
            êëíìîïñóòôöõúùûü\
            †°¢£§•¶ß®©™´¨≠ÆØ\
            ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
            ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ\
            –—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
            ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\
            ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
    ),
    (
        "code page 437",
        "\
            ÇüéâäàåçêëèïîìÄÅ\
            ÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
            áíóúñÑªº¿⌐¬½¼¡«»\
            ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
            └┴┬├─┼╞╟╚╔╩╦╠═╬╧\
            ╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
            αßΓπΣσµτΦΘΩδ∞φε∩\
            ≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
    ),
];

/// What bytes mean, and which byte means a character, without a search.
struct Tables {
    /// What the bytes from 0x80 up mean, by encoding.
    characters: Vec<Vec<char>>,
    /// By code point, which of `bytes` is that of the character; the first stands for those that no encoding has. No
    /// encoding has a character behind the last.
    places: Vec<u16>,
    /// The byte of a character in each encoding; 0 where an encoding does not have it.
    bytes: Vec<[u8; ENCODINGS.len()]>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let characters: Vec<Vec<char>> = ENCODINGS.iter().map(|(_, high)| high.chars().collect()).collect();
    let mut tables = Tables { characters, places: Vec::new(), bytes: vec![[0; ENCODINGS.len()]] };
    for (encoding, characters) in tables.characters.iter().enumerate() {
        for (c, byte) in characters.iter().zip(0x80..=0xff) {
            let code_point = *c as usize;
            tables.places.resize(tables.places.len().max(code_point + 1), 0);
            if tables.places[code_point] == 0 {
                tables.places[code_point] = u16::try_from(tables.bytes.len()).unwrap_or_default();
                tables.bytes.push([0; ENCODINGS.len()]);
            }
            tables.bytes[usize::from(tables.places[code_point])][encoding] = byte;
        }
    }
    tables
});

/// An encoding of one byte a character that agrees with ASCII in its lower half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Encoding(usize);

impl Encoding {
    /// All of them, those most often met first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..ENCODINGS.len()).map(Self)
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        ENCODINGS[self.0].0
    }

    /// Whether letters stand for the first bytes of sequences of UTF-8; in the others signs do.
    pub(super) fn leads_are_letters(self) -> bool {
        self.0 < 8
    }

    /// The byte of `c`, if the encoding has it.
    pub fn byte(self, c: char) -> Option<u8> {
        if c.is_ascii() {
            return u8::try_from(c).ok();
        }
        let tables = &*TABLES;
        let place = tables.places.get(c as usize).copied().unwrap_or_default();
        Some(tables.bytes[usize::from(place)][self.0]).filter(|byte| *byte != 0)
    }

    /// What `byte` means in it.
    pub fn character(self, byte: u8) -> char {
        match byte.checked_sub(0x80) {
            Some(place) => TABLES.characters[self.0][usize::from(place)],
            None => char::from(byte),
        }
    }

    /// What text in UTF-8 looks like when it is read in this encoding.
    pub fn misread(self, text: &str) -> String {
        text.bytes().map(|byte| self.character(byte)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_those_of_the_standard() {
        for encoding in Encoding::all() {
            let standard = encoding_rs::Encoding::for_label(encoding.name().as_bytes());
            for byte in 0..=u8::MAX {
                let own = encoding.character(byte);
                assert_eq!(encoding.byte(own), Some(byte), "{} {byte:x}", encoding.name());
                let Some(standard) = standard.filter(|_| encoding.name() != "ISO-8859-1") else { continue };
                let theirs = standard.decode_without_bom_handling(&[byte]).0.into_owned();
                let meant = if theirs == "\u{fffd}" { char::from(byte).to_string() } else { theirs };
                assert_eq!(own.to_string(), meant, "{} {byte:x}", encoding.name());
            }
        }
        assert_eq!(Encoding::all().last().map(|last| last.misread("é, “")), Some("├⌐, ΓÇ£".to_owned()));
    }
}
