//! Where zero-width joiners and non-joiners have work to do, and where they certainly have none.

use unicode_joining_type::{JoiningType, get_joining_type};
use unicode_normalization::char::canonical_combining_class;

use crate::chars::{self, Stretch};

/// Zero-width non-joiner: keeps apart letters that would join.
pub const NON_JOINER: char = '\u{200c}';
/// Zero-width joiner: gives a letter the form that it has beside a joining one, and puts emoji together.
pub const JOINER: char = '\u{200d}';

/// What stands beside a joiner.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// A blank, or the edge of the line.
    Gap,
    /// A mark after which a word or clause begins.
    Opening,
    /// A mark that ends a word or clause.
    Closing,
    /// Another mark, which may stand inside a word: a hyphen, an apostrophe, a slash.
    Mark,
    /// A digit, or a letter of a script in which letters do not join: Latin, Greek, Cyrillic, Han, Kana, Hangul.
    Plain,
    /// A letter or mark of the Arabic script.
    Arabic,
    /// Anything else: scripts with conjuncts, emoji, other invisible characters.
    Other,
}

/// The longest runs of joiners in `text`.
pub fn runs(text: &str) -> impl Iterator<Item = Stretch<'_>> {
    // Both are three bytes, of which the first begins few other characters in the texts that have them.
    let is_one = |at: usize| matches!(text.as_bytes().get(at + 1..at + 3), Some([0x80, 0x8c | 0x8d]));
    let mut end = 0;
    memchr::memchr_iter(0xe2, text.as_bytes()).filter(move |at| is_one(*at)).filter_map(move |at| {
        if at < end {
            return None;
        }
        let (before, rest) = text.split_at_checked(at)?;
        let (run, after) = rest.split_at_checked(rest.len() - rest.trim_start_matches(chars::is_joiner).len())?;
        end = at + run.len();
        Some(Stretch { before, text: run, after })
    })
}

/// Whether a joiner in this place is one that the shaping of text is defined for: a non-joiner between two letters
/// that would join, marks on them aside, or either kind behind a virama.
///
/// Source: the rules CONTEXTJ of RFC 5892, A.1 and A.2, which UAX #31 has as A1 and B.
pub fn is_in_context(before: &str, joiner: char, after: &str) -> bool {
    let is_after_virama = before.chars().next_back().is_some_and(is_virama);
    is_after_virama || (joiner == NON_JOINER && joins_forward(before) && joins_backward(after))
}

/// Whether a joiner may do something where it stands. `false` is certain; whatever is in doubt has work.
///
/// Beyond [`is_in_context`] that is so in every script with conjuncts, in emoji, in Arabic words even behind a letter
/// that does not join (Persian `ر‌ها`) and between an Arabic ending and a number, a Latin word or a closing mark, and
/// between two Latin letters that fonts may draw as one.
pub fn has_work(before: &str, joiner: char, after: &str) -> bool {
    let (last, next) = (before.chars().next_back(), after.chars().next());
    let may_shape = joiner == JOINER && (joins_forward(before) || joins_backward(after));
    match (side(last), side(next)) {
        (Side::Arabic, Side::Gap | Side::Closing) | (Side::Gap | Side::Opening, Side::Arabic) => may_shape,
        (Side::Other | Side::Arabic, _) | (_, Side::Other | Side::Arabic) => true,
        (Side::Plain, Side::Plain) => may_be_drawn_as_one(last, next),
        _ => false,
    }
}

/// Whether a joiner stands between two letters or digits, so that it might be meant for them.
pub fn is_between_letters(before: &str, after: &str) -> bool {
    side(before.chars().next_back()) == Side::Plain && side(after.chars().next()) == Side::Plain
}

/// A sign that takes the vowel from a consonant, so that it may join the next one.
fn is_virama(c: char) -> bool {
    canonical_combining_class(c) == 9
}

/// Whether the last letter joins what follows it.
fn joins_forward(text: &str) -> bool {
    let mut types = text.chars().rev().map(get_joining_type).skip_while(|kind| *kind == JoiningType::Transparent);
    types.next().is_some_and(|kind| matches!(kind, JoiningType::LeftJoining | JoiningType::DualJoining))
}

/// Whether the first letter joins what stands before it.
fn joins_backward(text: &str) -> bool {
    let mut types = text.chars().map(get_joining_type).skip_while(|kind| *kind == JoiningType::Transparent);
    types.next().is_some_and(|kind| matches!(kind, JoiningType::RightJoining | JoiningType::DualJoining))
}

fn side(c: Option<char>) -> Side {
    let Some(c) = c else { return Side::Gap };
    match c {
        _ if chars::is_blank(c) || chars::is_line_separator(c) => Side::Gap,
        '(' | '[' | '{' | '«' | '“' | '‘' | '„' => Side::Opening,
        ')' | ']' | '}' | '»' | '”' | '’' | '.' | ',' | ':' | ';' | '!' | '?' | '…' | '،' | '؛' | '؟' | '۔' | '。'
        | '、' | '，' | '：' | '；' | '！' | '？' => Side::Closing,
        '-' | '\u{2010}'..='\u{2014}' | '/' | '"' | '\'' | '%' | '٪' => Side::Mark,
        _ if never_joins(c) => Side::Plain,
        '\u{610}'..='\u{61a}' | '\u{620}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' => Side::Arabic,
        _ => Side::Other,
    }
}

fn never_joins(c: char) -> bool {
    let is_latin = matches!(c, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    let is_greek = matches!(c, '\u{386}'..='\u{3ff}');
    let is_cyrillic = matches!(c, '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}');
    let is_east_asian = matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    c.is_ascii_digit() || chars::arabic_digit(c).is_some() || is_latin || is_greek || is_cyrillic || is_east_asian
}

/// Pairs that fonts have one sign for, beside those that begin with f or ſ; in German, a non-joiner keeps them apart
/// where two parts of a compound meet (Auf‌lage, Wacht‌turm).
///
/// Source: the pairs of the LaTeX package selnolig, and the ligatures that DIN 1338 and Fraktur types require.
const DRAWN_AS_ONE: [&str; 35] = [
    "as", "at", "ch", "ck", "ct", "et", "fi", "fl", "fr", "gg", "gi", "gj", "gy", "ij", "is", "it", "ll", "sh", "si",
    "sk", "sl", "sp", "ss", "st", "sz", "ta", "th", "ti", "tf", "tt", "ty", "tz", "us", "ly", "sſ",
];

fn may_be_drawn_as_one(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
    let (before, after) = (lower(before), lower(after));
    matches!(before, 'f' | 'ſ') || DRAWN_AS_ONE.iter().any(|pair| pair.chars().eq([before, after]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_those_that_looking_at_every_character_finds() {
        let pieces = ["", "a", "\u{200c}", "\u{200d}", "“", "\u{200b}", "می", " "];
        let triples = (0..pieces.len().pow(3)).map(|n| [n % 8, n / 8 % 8, n / 64].map(|at| pieces[at]));
        let texts: Vec<String> = triples.map(|[a, b, c]| format!("{a}{b}{c}{a}")).collect();
        for text in texts {
            let wanted: Vec<Stretch> = chars::stretches(&text, chars::is_joiner).collect();
            assert_eq!(runs(&text).collect::<Vec<_>>(), wanted, "{text:?}");
        }
    }

    #[test]
    fn what_the_shaping_rules_allow_has_work() {
        for (before, joiner, after) in [
            ("می", NON_JOINER, "خواهم"),
            ("خانه", NON_JOINER, "اش"),
            ("بِ", NON_JOINER, "ّب"),
            ("क्", NON_JOINER, "ष"),
            ("क्", JOINER, "ष"),
            ("ൻ്", JOINER, ""),
            ("ක්", JOINER, "ර"),
        ] {
            assert!(is_in_context(before, joiner, after), "{before} {after}");
            assert!(has_work(before, joiner, after), "{before} {after}");
        }
        assert!(!is_in_context("ر", NON_JOINER, "ها"));
        assert!(!is_in_context("a", NON_JOINER, "b"));
        assert!(!is_in_context("م", JOINER, "ی"));
    }

    #[test]
    fn what_is_in_doubt_has_work() {
        for (before, joiner, after) in [
            ("ر", NON_JOINER, "ها"),
            ("۲۰", NON_JOINER, "ها"),
            ("CD", NON_JOINER, "های"),
            ("«سی»", NON_JOINER, "ها"),
            ("ه", JOINER, ""),
            ("ه", JOINER, "."),
            ("", JOINER, "ه"),
            ("র", JOINER, "্য"),
            ("👨", JOINER, "👩"),
            ("♥", JOINER, "🔥"),
            ("Auf", NON_JOINER, "lage"),
            ("Wacht", NON_JOINER, "turm"),
            ("ו", NON_JOINER, "ֺ"),
            ("ᠭ", JOINER, ""),
            ("#", NON_JOINER, "a"),
        ] {
            assert!(has_work(before, joiner, after), "{before} {after}");
        }
    }

    #[test]
    fn between_gaps_marks_and_letters_that_never_join_there_is_no_work() {
        for (before, joiner, after) in [
            ("می", NON_JOINER, " خواهم"),
            ("می ", NON_JOINER, "خواهم"),
            ("خانه", NON_JOINER, ""),
            ("خانه", NON_JOINER, "،"),
            ("(", NON_JOINER, "خانه"),
            ("", NON_JOINER, ""),
            ("har", NON_JOINER, "bour"),
            ("гав", NON_JOINER, "ань"),
            ("λι", NON_JOINER, "μάνι"),
            ("東", NON_JOINER, "京"),
            ("har", JOINER, "bour"),
            ("بندر", JOINER, " "),
        ] {
            assert!(!has_work(before, joiner, after), "{before} {after}");
            assert!(!is_in_context(before, joiner, after), "{before} {after}");
        }
    }
}
