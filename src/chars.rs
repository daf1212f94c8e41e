//! What single characters are and what they are called, and where in a line runs of a kind stand: no opinions.

/// A blank the wire does not allow: any horizontal space but U+0020 and the tab, by Unicode category Zs.
pub fn is_odd_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Anything that a reader sees as a gap inside a line: space, tab and the odd spaces.
pub fn is_blank(c: char) -> bool {
    c == ' ' || c == '\t' || is_odd_space(c)
}

/// A C0 control other than tab and the line ends, or DEL.
pub fn is_control(c: char) -> bool {
    (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || c == '\u{7f}'
}

/// A C1 control (U+0080 to U+009F) other than NEL, which [`is_line_separator`] covers.
pub fn is_c1_control(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}') && c != '\u{85}'
}

/// A Unicode line separator that the wire does not use as one: NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
pub fn is_line_separator(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// One of the nine explicit bidirectional controls that can make text read differently from what it says.
///
/// Source: "Trojan Source" (CVE-2021-42574), the set that rustc denies.
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A directional mark (LRM, RLM, ALM): it carries meaning around numbers in right-to-left text.
pub fn is_directional_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// A character that shows nothing and joins nothing: zero-width space, soft hyphen, word joiner, stray BOM, tags …
///
/// ZWNJ and ZWJ are not among them: they have work to do in Persian, Indic scripts and emoji.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{180e}'
        | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A zero-width non-joiner or joiner: invisible, but what Persian and Indic words and many emoji are made of.
pub fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// A character that shows nothing, parts nothing and may be taken out of a value or a label without a letter lost: what
/// [`is_unprintable`] has, but for blanks, line ends and what is left of a letter in another encoding.
pub fn is_unseen(c: char) -> bool {
    is_unprintable(c) && !matches!(c, '\t' | '\n' | '\r') && !is_c1_control(c) && !is_line_separator(c)
}

/// The kinds of decimal digits that are written with Arabic letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArabicDigits {
    /// ٠ to ٩ (U+0660 to U+0669), of Arabic.
    Eastern,
    /// ۰ to ۹ (U+06F0 to U+06F9), of Persian and Urdu.
    Persian,
}

/// The kind and the value of a digit that is written with Arabic letters.
pub fn arabic_digit(c: char) -> Option<(ArabicDigits, u32)> {
    match c {
        '\u{660}'..='\u{669}' => Some((ArabicDigits::Eastern, u32::from(c) - 0x660)),
        '\u{6f0}'..='\u{6f9}' => Some((ArabicDigits::Persian, u32::from(c) - 0x6f0)),
        _ => None,
    }
}

/// A character that should never be shown raw: it can move the cursor, hide text or reorder a line.
pub fn is_unprintable(c: char) -> bool {
    c.is_control() || is_bidi_control(c) || is_directional_mark(c) || is_invisible(c) || is_line_separator(c)
}

/// A character that normalization form C never leaves as it is, because Unicode has it twice, or that it takes together
/// with the one before it: vowels and final consonants of Korean that stand by themselves, the voicing marks of Kana.
///
/// Ideographs for compatibility are not among them: their form can be a matter of somebody's name.
/// Source: the decompositions of the Unicode Character Database.
pub fn is_written_otherwise(c: char) -> bool {
    matches!(c,
        '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}' | '\u{3099}' | '\u{309a}'
        | '\u{1f71}' | '\u{1f73}' | '\u{1f75}' | '\u{1f77}' | '\u{1f79}' | '\u{1f7b}' | '\u{1f7d}' | '\u{1fbb}' | '\u{1fbe}'
        | '\u{1fc9}' | '\u{1fcb}' | '\u{1fd3}' | '\u{1fdb}' | '\u{1fe3}' | '\u{1feb}' | '\u{1fee}' | '\u{1fef}'
        | '\u{1ff9}' | '\u{1ffb}' | '\u{1ffd}' | '\u{2126}' | '\u{212a}' | '\u{212b}')
}

/// A letter or digit of a script written from right to left (Hebrew, Arabic and their presentation forms and neighbours).
pub fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        && c.is_alphanumeric()
}

/// A letter of a script that may break lines at a zero-width space: Thai, Lao, Tibetan, Myanmar, Khmer, Javanese,
/// Balinese and their neighbours, Kana and Han.
pub fn breaks_lines_without_spaces(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{1b7f}' | '\u{a980}'..='\u{a9ff}' | '\u{aa00}'..='\u{aadf}')
        || is_wide_script(c)
}

/// Han, Kana, Hangul and full-width forms: scripts in which U+3000 is the ordinary space.
pub fn is_wide_script(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{2fff}' | '\u{3001}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// The marks that pages print for the colon after a label.
pub const COLONS: [char; 4] = [':', '：', '﹕', '∶'];

/// Whether `text` is a number in the digits 0 to 9 and nothing else, as news ids are.
pub fn is_plain_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether `text` is a number in Latin, Arabic or Persian digits and nothing else.
pub fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| digit(c).is_some())
}

/// A number in Latin, Arabic or Persian digits, in the digits 0 to 9; `None` if it is no such number.
pub fn in_plain_digits(number: &str) -> Option<String> {
    let plain: Option<String> = number.chars().map(|c| char::from_digit(digit(c)?, 10)).collect();
    plain.filter(|plain| !plain.is_empty())
}

/// The zeros of the scripts whose digits stand in the ids and dates of wires: Latin, Arabic, Persian.
const ZEROS: [char; 3] = ['0', '\u{660}', '\u{6f0}'];

/// The zero of the script that a digit is of; `0` for what is none.
pub fn zero_beside(digit: char) -> char {
    let is_of = |zero: &char| (u32::from(*zero)..u32::from(*zero) + 10).contains(&u32::from(digit));
    ZEROS.into_iter().find(|zero| is_of(zero)).unwrap_or('0')
}

/// The value of a Latin, Arabic or Persian digit.
pub fn digit(c: char) -> Option<u32> {
    let value = u32::from(c).checked_sub(u32::from(zero_beside(c)))?;
    (value < 10).then_some(value)
}

/// The number that Latin, Arabic or Persian digits and nothing else write, if it is not too large.
pub fn number(digits: &str) -> Option<u32> {
    let add = |number: u32, c| number.checked_mul(10)?.checked_add(digit(c)?);
    if digits.is_empty() { None } else { digits.chars().try_fold(0, add) }
}

/// A mark that ends a sentence, in the scripts the wire meets.
fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '。' | '！' | '？' | '।' | '։' | '።')
}

/// A mark that may stand between the end of a sentence and the end of a paragraph: closing quotes and brackets.
fn closes(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | '“' | ')' | ']' | '」' | '』' | '）')
}

/// Whether a text reads as finished: it ends in a sentence mark, closing quotes and brackets aside.
pub fn is_finished(text: &str) -> bool {
    text.trim_end_matches(|c: char| closes(c) || is_blank(c)).ends_with(ends_sentence)
}

/// [`char::is_alphanumeric`], which searches a table for what is not ASCII: told by its place for most letters of most
/// scripts.
pub fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        'À'..='Ö'
        | 'Ø'..='ö'
        | 'ø'..='ʯ'
        | 'Α'..='Ρ'
        | 'Σ'..='ϵ'
        | 'Ѐ'..='ҁ'
        | 'Ҋ'..='ԯ'
        | 'א'..='ת'
        | '\u{620}'..='\u{657}'
        | '٠'..='٩'
        | '\u{66e}'..='\u{6d3}'
        | '۰'..='ۼ'
        | 'अ'..='ह'
        | 'ก'..='ะ'
        | 'ぁ'..='ゖ'
        | 'ァ'..='ヺ'
        | '㐀'..='䶿'
        | '一'..='鿿'
        | '가'..='힣' => true,
        _ => c.is_alphanumeric(),
    }
}

/// [`char::is_alphabetic`], told by its place for most marks and letters.
pub fn is_alphabetic(c: char) -> bool {
    match c {
        '\u{80}'..='\u{a9}' | '\u{ab}'..='´' | '\u{2010}'..='\u{205f}' | '─'..='▟' => false,
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ʯ' | 'Α'..='Ρ' | 'Σ'..='ϵ' | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' => true,
        _ => c.is_alphabetic(),
    }
}

/// How many words a text has. Scripts that put no blanks between words have about one in two characters.
pub fn words(text: &str) -> usize {
    word_counts(text).last().unwrap_or(0)
}

/// Whether a text has more [`words`] than `most`. Reads no further than that takes.
pub fn has_more_words(text: &str, most: usize) -> bool {
    // Up to the first letter of another script, what spaces part are words, unless another blank opens it.
    let is_of_spaced_script = |part: &&[u8]| part.iter().all(|byte| *byte < 0xe0);
    let is_word = |part: &&[u8]| part.first().is_some_and(|first| !matches!(first, b'\t' | 0xc2));
    let parts = text.as_bytes().split(|byte| *byte == b' ').take_while(is_of_spaced_script);
    parts.filter(is_word).nth(most).is_some() || word_counts(text).any(|count| count > most)
}

/// How many words a text has up to the end of each of those that blanks part.
fn word_counts(text: &str) -> impl Iterator<Item = usize> {
    let (mut count, mut unspaced) = (0, 0);
    text.split(is_blank).filter(|word| !word.is_empty()).map(move |word| {
        let breaks = |c: &char| breaks_lines_without_spaces(*c);
        let here = if word.is_ascii() { 0 } else { word.chars().filter(breaks).count() };
        unspaced += here;
        count += usize::from(here == 0);
        count + usize::div_ceil(unspaced, 2)
    })
}

/// A curly double quotation mark: `“`, `”`, `„` or `‟`.
pub fn is_curly_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟')
}

/// A character of the Mongolian script, in which U+180E and U+202F shape the ends of words.
pub fn is_mongolian(c: char) -> bool {
    matches!(c, '\u{1800}'..='\u{180d}' | '\u{180f}'..='\u{18af}')
}

/// A longest run of characters of one kind, with the text on both sides of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch<'t> {
    /// What stands before the run.
    pub before: &'t str,
    /// The run.
    pub text: &'t str,
    /// What stands after the run.
    pub after: &'t str,
}

/// The longest runs in `text` of characters for which `is_kind` holds.
pub fn stretches(text: &str, is_kind: fn(char) -> bool) -> impl Iterator<Item = Stretch<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text.get(at..)?.find(is_kind)?;
        let (before, rest) = text.split_at_checked(start)?;
        let len = rest.find(|c| !is_kind(c)).unwrap_or(rest.len());
        let (run, after) = rest.split_at_checked(len)?;
        at = start + len;
        Some(Stretch { before, text: run, after })
    })
}

/// The end of `before` and the start of `after`: enough to tell what language and script a place in a line is in, and no
/// more, because a line may be the whole file.
pub fn surroundings<'t>(before: &'t str, after: &'t str) -> [&'t str; 2] {
    const CHARACTERS: usize = 300;
    let start = before.char_indices().rev().nth(CHARACTERS).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(CHARACTERS).map_or(after.len(), |(at, _)| at);
    [before.get(start..).unwrap_or_default(), after.get(..end).unwrap_or_default()]
}

/// What an editor may call a character that cannot be shown, with its number: `soft hyphen (U+00AD)`.
pub fn describe(c: char) -> String {
    let name = match c {
        '\0' => "null character",
        '\u{7}' => "bell",
        '\u{8}' => "backspace",
        '\t' => "tab",
        '\u{b}' => "vertical tab",
        '\u{c}' => "form feed",
        '\u{1b}' => "escape character",
        '\u{85}' => "next-line control",
        '\u{2028}' => "line separator",
        '\u{2029}' => "paragraph separator",
        '\u{a0}' => "no-break space",
        '\u{1680}' => "Ogham space mark",
        '\u{2000}' | '\u{2002}' => "en space",
        '\u{2001}' | '\u{2003}' => "em space",
        '\u{2004}'..='\u{2006}' => "narrow space",
        '\u{2007}' => "figure space",
        '\u{2008}' => "punctuation space",
        '\u{2009}' => "thin space",
        '\u{200a}' => "hair space",
        '\u{202f}' => "narrow no-break space",
        '\u{205f}' => "mathematical space",
        '\u{3000}' => "ideographic space",
        '\u{ad}' => "soft hyphen",
        '\u{200b}' => "zero-width space",
        '\u{feff}' => "byte order mark",
        '\u{180e}' => "Mongolian vowel separator",
        '\u{200c}' => "zero-width non-joiner",
        '\u{200d}' => "zero-width joiner",
        '\u{2060}' => "word joiner",
        '\u{2061}'..='\u{2064}' => "invisible mathematical sign",
        '\u{206a}'..='\u{206f}' => "obsolete formatting character",
        '\u{fff9}'..='\u{fffb}' => "annotation mark",
        '\u{e0000}'..='\u{e007f}' => "tag character",
        '\u{200e}' => "left-to-right mark",
        '\u{200f}' => "right-to-left mark",
        '\u{61c}' => "Arabic letter mark",
        '\u{202a}' => "left-to-right embedding",
        '\u{202b}' => "right-to-left embedding",
        '\u{202c}' => "pop directional formatting",
        '\u{202d}' => "left-to-right override",
        '\u{202e}' => "right-to-left override",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "pop directional isolate",
        '\u{fffd}' => "replacement character",
        c if c.is_control() => "control character",
        _ => "character",
    };
    format!("{name} (U+{:04X})", u32::from(c))
}

/// The character itself if it can be shown, else what an editor may call it.
pub fn name_or_self(c: char) -> String {
    if is_unprintable(c) || is_blank(c) || is_joiner(c) { describe(c) } else { c.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_more_words_than_it_has_less_one() {
        let pieces = ["", "a", "Бренн", "\t", "\u{a0}", "«", "港口", "ท่าเรือ", "\u{2003}", "a\tb", "\u{a0}c", "é"];
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    let text = format!("{first} {second}{third} {first}");
                    for most in 0..6 {
                        assert_eq!(has_more_words(&text, most), words(&text) > most, "{text:?} {most}");
                    }
                }
            }
        }
    }

    #[test]
    fn letters_and_digits_are_those_of_the_library() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?} {:x}", u32::from(c));
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?} {:x}", u32::from(c));
        }
    }

    #[test]
    fn stretches_are_as_long_as_they_can_be() {
        let found: Vec<_> = stretches("--a--b-", |c| c == '-').collect();
        let wanted = [("", "--", "a--b-"), ("--a", "--", "b-"), ("--a--b", "-", "")];
        assert_eq!(found, wanted.map(|(before, text, after)| Stretch { before, text, after }));
    }

    #[test]
    fn digits_of_three_scripts_are_numbers() {
        assert_eq!(["2024", "۲۰۲۴", "٢٠٢٤", "۲۰24"].map(number), [Some(2024); 4]);
        assert_eq!(["", "12a", "१२", "99999999999", "²"].map(number), [None; 5]);
        assert_eq!(['7', '۷', '٧', 'x'].map(zero_beside), ['0', '۰', '٠', '0']);
    }

    #[test]
    fn whatever_cannot_be_shown_has_a_name() {
        for c in ('\0'..=char::MAX).filter(|c| is_unprintable(*c) || (*c != ' ' && is_blank(*c))) {
            assert!(!describe(c).starts_with("character") || c == '\u{2065}', "{c:?}");
        }
    }
}
