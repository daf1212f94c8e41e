//! Character references of HTML, such as `&nbsp;`, and what they stand for in plain text.

use crate::chars;

/// The names of U+00A0 to U+00FF, in order. Source: the named character references of the HTML Standard.
const LATIN_1: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde \
    Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde \
    Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil \
    egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave \
    uacute ucirc uuml yacute thorn yuml";

/// Other names that pages leave behind. Source: as above.
const OTHERS: [(&str, char); 62] = [
    ("amp", '&'),
    ("AMP", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("num", '#'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("horbar", '―'),
    ("hellip", '…'),
    ("bull", '•'),
    ("dagger", '†'),
    ("Dagger", '‡'),
    ("permil", '‰'),
    ("prime", '′'),
    ("Prime", '″'),
    ("euro", '€'),
    ("trade", '™'),
    ("numero", '№'),
    ("minus", '−'),
    ("larr", '←'),
    ("uarr", '↑'),
    ("rarr", '→'),
    ("darr", '↓'),
    ("ne", '≠'),
    ("le", '≤'),
    ("ge", '≥'),
    ("infin", '∞'),
    ("asymp", '≈'),
    ("hearts", '♥'),
    ("check", '✓'),
    ("star", '☆'),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
    ("Scaron", 'Š'),
    ("scaron", 'š'),
    ("Zcaron", 'Ž'),
    ("zcaron", 'ž'),
    ("Ccaron", 'Č'),
    ("ccaron", 'č'),
    ("Yuml", 'Ÿ'),
    ("fnof", 'ƒ'),
    ("inodot", 'ı'),
    ("Lstrok", 'Ł'),
    ("lstrok", 'ł'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("period", '.'),
];

/// A reference is shorter than this, in bytes.
const LONGEST: usize = 16;

/// A reference in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its first byte in the line.
    pub start: usize,
    /// One past its semicolon.
    pub end: usize,
    /// The character it stands for.
    pub character: char,
}

/// The references in a line that end in a semicolon and stand for a character there is, in order.
pub fn find(line: &str) -> impl Iterator<Item = Reference> {
    memchr::memchr_iter(b'&', line.as_bytes()).filter_map(|start| {
        let rest = line.get(start + 1..)?;
        let len = rest.bytes().take(LONGEST).position(|byte| byte == b';')?;
        let character = character(rest.get(..len)?)?;
        Some(Reference { start, end: start + 1 + len + 1, character })
    })
}

/// What stands in plain text for a text that is one reference, from the ampersand to the semicolon: an ordinary space
/// for the blanks of layout, nothing for a soft hyphen. `None` if the text is something else, or if its character has
/// no place in an article.
pub fn resolve(text: &str) -> Option<String> {
    let reference = find(text).next().filter(|reference| reference.start == 0 && reference.end == text.len())?;
    match reference.character {
        '\u{a0}' | '\u{2002}' | '\u{2003}' | '\u{2009}' => Some(" ".to_owned()),
        '\u{ad}' | '\u{200b}' | '\u{feff}' => Some(String::new()),
        c if chars::is_unprintable(c) || c == '\u{fffd}' => None,
        c => Some(c.to_string()),
    }
}

/// The character that a name or number between `&` and `;` stands for.
fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => u32::from_str_radix(digits, 16),
            None if number.bytes().all(|byte| byte.is_ascii_digit()) => number.parse(),
            _ => return None,
        };
        return code.ok().and_then(char::from_u32);
    }
    let latin_1 = || LATIN_1.split(' ').zip('\u{a0}'..='\u{ff}').find(|(known, _)| *known == name);
    let other = || OTHERS.iter().find(|(known, _)| *known == name);
    other().map(|(_, c)| *c).or_else(|| latin_1().map(|(_, c)| c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_stand_for_their_characters() {
        let text = |text: &str| resolve(text);
        for (reference, wanted) in [
            ("&nbsp;", " "),
            ("&#160;", " "),
            ("&#xA0;", " "),
            ("&amp;", "&"),
            ("&quot;", "\""),
            ("&#x27;", "'"),
            ("&#039;", "'"),
            ("&rsquo;", "’"),
            ("&#8217;", "’"),
            ("&eacute;", "é"),
            ("&yuml;", "ÿ"),
            ("&divide;", "÷"),
            ("&shy;", ""),
            ("&zwnj;", "\u{200c}"),
            ("&#1587;", "س"),
        ] {
            assert_eq!(text(reference).as_deref(), Some(wanted), "{reference}");
        }
        for other in [
            "&T;", "&;", "&#;", "&#x;", "&#0;", "&#7;", "&#10;", "&#133;", "&#xD800;", "&copy", "R&D", "&rlm;", "&#+5;",
        ] {
            assert_eq!(text(other), None, "{other}");
        }
    }
}
