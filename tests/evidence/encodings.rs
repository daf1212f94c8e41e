//! How text looks whose bytes were read in the wrong encoding. Source: the WHATWG Encoding Standard's indexes, where
//! bytes without a character stand for the control of the same number.

/// Characters of windows-1252 from 0x80 to 0x9F.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
/// Characters of windows-1251 from 0x80 to 0xFF.
const WINDOWS_1251: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї\
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";

/// The UTF-8 bytes of `text` read as windows-1252.
pub(super) fn read_as_1252(text: &str) -> String {
    let high: Vec<char> = WINDOWS_1252.chars().collect();
    text.bytes()
        .map(|byte| if (0x80..0xa0).contains(&byte) { high[usize::from(byte - 0x80)] } else { byte.into() })
        .collect()
}

/// The UTF-8 bytes of `text` read as windows-1251.
pub(super) fn read_as_1251(text: &str) -> String {
    let high: Vec<char> = WINDOWS_1251.chars().collect();
    text.bytes().map(|byte| if byte >= 0x80 { high[usize::from(byte - 0x80)] } else { byte.into() }).collect()
}

/// The UTF-8 bytes of `text` read as ISO 8859-1.
pub(super) fn read_as_latin_1(text: &str) -> String {
    text.bytes().map(char::from).collect()
}
