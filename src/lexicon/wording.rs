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
/// So many words of forms may have a name among them: that of the site.
const WORDS_BESIDE_NAME: usize = 2;

/// How much the words of a line are those of forms, in one of the languages whose words are known. A name may stand among
/// them.
pub fn wording(line: &str) -> Wording {
    let folded = simple::fold(line);
    let (mut all, mut telling) = (u64::MAX, 0);
    let (mut known, mut names, mut is_long) = (0, 0, false);
    let words = || line.split(chars::is_blank).filter(|word| word.contains(char::is_alphanumeric));
    if words().count() > MOST_WORDS {
        return Wording::Other;
    }
    // Folding parts words at other blanks in rare scripts only, and then no word is known.
    let mut originals = words();
    for word in folded.split(|c: char| c.is_whitespace() || c == '/') {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        let original = originals.next().unwrap_or_default();
        if word.chars().all(char::is_numeric) {
            continue;
        }
        match languages(word) {
            Some((having, saying)) => {
                all &= having;
                telling |= saying;
                known += 1;
                is_long |= word.len() >= LONG_WORD;
            }
            None if is_name(original) => names += 1,
            None => return Wording::Other,
        }
        if all == 0 {
            return Wording::Other;
        }
    }
    match known {
        _ if !is_long => Wording::Other,
        _ if known < names * WORDS_BESIDE_NAME => Wording::Other,
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

#[cfg(test)]
mod tests {
    use super::{Wording, wording};

    #[test]
    fn the_words_of_forms_are_known() {
        for line in [
            "Create your free account with your email",
            "Please log in or register to comment",
            "Unohtuiko salasana?",
            "Nombre de usuario o correo electrónico",
            "Podaj nowe hasło",
        ] {
            assert_eq!(wording(line), Wording::Telling, "{line}");
        }
        assert_eq!(wording("Country"), Wording::Shared);
    }

    #[test]
    fn other_words_are_not() {
        for line in [
            "The harbour reopens",
            "His password was stolen on Friday",
            "Storm damages the harbour wall",
            "123",
            "",
        ] {
            assert_eq!(wording(line), Wording::Other, "{line}");
        }
    }
}
