//! Whether a line is worded like those of forms, though no phrase is known that it is: `Create your free account`.

use super::simple;
use crate::chars;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// How much the words of a line are those of forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wording {
    /// Some of its words are not.
    Other,
    /// All of them are, but stories use them as well.
    Shared,
    /// All of them are, and one of them says what forms are about: a password, a comment.
    Telling,
}

/// A line of a form has no more words than this.
const MOST_WORDS: usize = 20;
/// Of shorter words alone, in bytes, nothing can be told.
const LONG_WORD: usize = 3;
/// Where no blanks part words, a word has no more characters than this.
const LONGEST_UNSPACED: usize = 9;
/// So many words of forms may have a name among them: that of the site.
const WORDS_BESIDE_NAME: usize = 2;
/// So many may have one among them that is none of theirs.
const WORDS_BESIDE_OTHER: usize = 5;

/// How much the words of a line are those of forms, in one of the languages whose words are known. A name may stand among
/// them.
pub fn wording(line: &str) -> Wording {
    let folded = simple::fold(line);
    let (mut all, mut telling) = (u64::MAX, 0);
    let (mut known, mut names, mut unknown, mut is_long) = (0, 0, 0, false);
    let words = || line.split(chars::is_blank).filter(|word| word.contains(char::is_alphanumeric));
    if words().count() > MOST_WORDS {
        return Wording::Other;
    }
    // Folding parts words at other blanks in rare scripts only, and then no word is known.
    let mut originals = words();
    for word in folded.split(|c: char| c.is_whitespace()) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        let original = originals.next().unwrap_or_default();
        for part in word.split('/').filter(|part| !part.chars().all(char::is_numeric)) {
            match languages(part).or_else(|| languages_of_parts(part)) {
                Some((having, saying)) => {
                    all &= having;
                    telling |= saying;
                    known += 1;
                    is_long |= part.len() >= LONG_WORD;
                }
                None if is_name(original) => names += 1,
                None => unknown += 1,
            }
        }
        if all == 0 {
            return Wording::Other;
        }
    }
    match known {
        _ if !is_long || known < names * WORDS_BESIDE_NAME + unknown * WORDS_BESIDE_OTHER => Wording::Other,
        _ if all & telling != 0 => Wording::Telling,
        _ => Wording::Shared,
    }
}

/// Whether a word may be the name of a site: it has a capital, a digit or a dot in it.
pub fn is_name(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.contains(|c: char| c.is_uppercase() || c.is_numeric() || c == '.')
}

/// In the forms of which languages a word stands, and in which of them it says what forms are about, as bits.
fn languages(word: &str) -> Option<(u64, u64)> {
    let hash = word.chars().fold(super::key::NO_LETTERS, super::key::hash);
    let at = HASHES.binary_search(&hash).ok()?;
    Some(SETS[usize::from(PLACES[at])])
}

/// The same of a text without blanks between its words, if it is words of forms from end to end.
fn languages_of_parts(text: &str) -> Option<(u64, u64)> {
    if !text.chars().any(chars::breaks_lines_without_spaces) {
        return None;
    }
    let (mut all, mut telling) = (u64::MAX, 0);
    let mut rest = text;
    while !rest.is_empty() {
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_UNSPACED);
        let longest = ends.filter_map(|end| Some((end, languages(&rest[..end])?))).last();
        let (end, (having, saying)) = longest?;
        all &= having;
        telling |= saying;
        rest = &rest[end..];
    }
    (all != 0).then_some((all, telling))
}

#[cfg(test)]
mod tests {
    use super::{Wording, wording};

    const DATA: &str = include_str!("words.tsv");

    #[test]
    fn the_data_is_sorted_and_every_word_is_known() {
        let rows: Vec<Vec<&str>> = DATA.lines().skip(1).map(|line| line.split('\t').collect()).collect();
        assert!(rows.is_sorted(), "the rows are sorted by language, class and words");
        for row in rows {
            let [_, class, words] = row[..] else { panic!("{row:?}") };
            assert!(matches!(class, "other" | "telling"), "{class}");
            for word in words.split(' ') {
                assert!(super::languages(&super::simple::fold(word)).is_some(), "{word}");
            }
        }
    }

    #[test]
    fn the_words_of_forms_are_known() {
        for line in [
            "Create your free account with your email",
            "Please log in or register to comment",
            "Unohtuiko salasana?",
            "Nombre de usuario o correo electrónico",
            "Podaj nowe hasło",
            "请输入您的邮箱",
            "コメントを入力してください",
        ] {
            assert_eq!(wording(line), Wording::Telling, "{line}");
        }
        assert_eq!(wording("Country"), Wording::Shared);
    }

    #[test]
    fn other_words_are_not() {
        for line in
            ["The harbour reopens", "His password was stolen on Friday", "Storm damages the harbour wall", "123", ""]
        {
            assert_eq!(wording(line), Wording::Other, "{line}");
        }
    }
}
