//! Folds texts whose characters fold one by one, as most do, in a fraction of the time that [`key`] takes.

use super::key;
use crate::chars;

include!(concat!(env!("OUT_DIR"), "/simple.rs"));

/// A character as [`key::folded`] has it where that does not depend on what stands beside it.
enum Folded {
    /// It folds to this letter.
    Letter(char),
    /// It folds to this mark, digit or blank.
    Sign(char),
    /// It is left out.
    Nothing,
    /// It folds to several characters, or with its neighbours.
    Manifold,
}

#[inline]
fn folded(c: char) -> Folded {
    match c {
        'A'..='Z' => Folded::Letter(c.to_ascii_lowercase()),
        // Small letters, ideographs and Hangul fold to themselves, and nothing composes with the one before it but what is
        // manifold.
        'a'..='z' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => Folded::Letter(c),
        _ => match SIMPLE.get(c as usize).copied().unwrap_or(MANIFOLD) {
            MANIFOLD => Folded::Manifold,
            LEFT_OUT => Folded::Nothing,
            folded => {
                let as_char = char::from_u32(u32::from(folded & !LETTER)).unwrap_or(c);
                if folded & LETTER == 0 { Folded::Sign(as_char) } else { Folded::Letter(as_char) }
            }
        },
    }
}

/// What [`key::fold`] makes of a text.
pub(super) fn fold(text: &str) -> String {
    let mut one_by_one = String::with_capacity(text.len());
    let (mut has_gaps, mut last) = (false, '\0');
    for c in text.chars() {
        match folded(c) {
            Folded::Letter('ß') => one_by_one.push_str("ss"),
            Folded::Letter(folded) => one_by_one.push(folded),
            Folded::Sign(folded) => {
                has_gaps |=
                    folded == ' ' && last == ' ' || folded != ' ' && (chars::is_blank(folded) || folded.is_control());
                one_by_one.push(folded);
                last = folded;
                continue;
            }
            Folded::Nothing => continue,
            Folded::Manifold => return key::fold(text),
        }
        last = 'a';
    }
    if has_gaps { key::with_gaps(one_by_one.len(), one_by_one.chars()) } else { one_by_one }
}

/// Shows `see` the first `most` of the letters of a text, as [`key::letters`] gives them, and says how many there are;
/// `None` if they depend on more than themselves, and then what was shown counts for nothing.
#[inline]
pub(super) fn first_letters(text: &str, most: usize, mut see: impl FnMut(char)) -> Option<usize> {
    let mut found = 0;
    for c in text.chars() {
        let letter = match folded(c) {
            Folded::Letter('ß') | Folded::Manifold => return None,
            Folded::Letter(letter) => letter,
            Folded::Sign(_) | Folded::Nothing => continue,
        };
        // One letter more than is wanted: had it been no letter by itself, it might belong to the last.
        if found == most {
            break;
        }
        see(letter);
        found += 1;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_same(text: &str) -> bool {
        let letters = |most| {
            let slowly: Vec<char> = key::letters(text).take(most).collect();
            let mut letters = Vec::new();
            let found = first_letters(text, most, |letter| letters.push(letter));
            found.is_none_or(|found| found == letters.len() && letters == slowly)
        };
        fold(text) == key::fold(text) && letters(12) && letters(3)
    }

    #[test]
    fn characters_fold_as_they_do_the_long_way() {
        for c in '\0'..=char::MAX {
            let text = format!("{c}a{c}bcd{c}efghijklmnop");
            assert!(are_same(&text), "{text:?}");
            let text = format!("abcdefg{c}h{c}ijklmnopq");
            assert!(are_same(&text), "{text:?}");
            let text = format!("A{c} b {c}{c}\t {c}");
            assert!(are_same(&text), "{text:?}");
        }
    }

    #[test]
    fn characters_fold_beside_any_other_as_they_do_the_long_way() {
        // Whatever composes or is put in order, beside every tenth of the others.
        let marks = ('\0'..=char::MAX).filter(|c| {
            unicode_normalization::is_nfkc_quick([*c].into_iter()) != unicode_normalization::IsNormalized::Yes
                || unicode_normalization::char::canonical_combining_class(*c) != 0
        });
        for mark in marks.step_by(31) {
            for c in ('\u{20}'..'\u{3200}').chain('\u{ac00}'..'\u{ac20}').step_by(11) {
                let text = format!("{c}{mark}{c}");
                assert!(fold(&text) == key::fold(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn texts_of_many_scripts_fold_one_by_one() {
        for text in [
            "Ёлки-палки и ещё",
            "“Fünf Straßen” – größer",
            "كتابٌ جديد في المدينة",
            "گفت‌وگو با وزیر",
            "港口重新开放",
            "港が再開した",
            "항구가 다시 열렸다",
            "Ελληνικό λιμάνι",
            "नया बंदरगाह",
            "Việt Nam",
        ] {
            assert!(text.chars().all(|c| !matches!(folded(c), Folded::Manifold)), "{text}");
            assert!(are_same(text), "{text}");
        }
    }
}
