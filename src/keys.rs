//! When two texts count as the same: keys that leave out what does not matter to the question.

use std::char::ToLowercase;

use crate::chars;

/// Characters of `text` as a reader sees them once the blanks are mended: every run of blanks is one space, none at
/// the edges, nothing invisible.
fn mended(text: &str) -> impl Iterator<Item = char> {
    let mut chars = text
        .chars()
        .filter(|c| !(chars::is_invisible(*c) || chars::is_control(*c) || chars::is_c1_control(*c)))
        .map(|c| if chars::is_blank(c) || chars::is_line_separator(c) { ' ' } else { c })
        .peekable();
    while chars.next_if_eq(&' ').is_some() {}
    std::iter::from_fn(move || {
        let c = chars.next()?;
        if c == ' ' {
            while chars.next_if_eq(&' ').is_some() {}
            chars.peek()?;
        }
        Some(c)
    })
}

/// Whether two texts are the same word for word, blanks and invisible characters aside.
pub fn same_words(a: &str, b: &str) -> bool {
    // Most texts that are compared differ in their first characters.
    if let (Some(one), Some(other)) = (a.bytes().next(), b.bytes().next())
        && one.is_ascii_graphic()
        && other.is_ascii_graphic()
        && one != other
    {
        return false;
    }
    mended(a).eq(mended(b))
}

/// Whether a text is the same words twice, side by side or with a blank between.
pub fn is_twice(text: &str, words: &str) -> bool {
    let twice = |gap: Option<char>| mended(text).eq(mended(words).chain(gap).chain(mended(words)));
    twice(None) || twice(Some(' '))
}

/// A number that is the same for texts that are [`same_words`], and nearly always another one for other texts (FNV-1a
/// over characters).
pub fn words_hash(text: &str) -> u64 {
    hash(mended(text).map(|c| u64::from(u32::from(c))))
}

/// The same for texts that are the same bytes.
pub fn bytes_hash(text: &str) -> u64 {
    hash(text.bytes().map(u64::from))
}

fn hash(numbers: impl Iterator<Item = u64>) -> u64 {
    numbers.fold(0xcbf2_9ce4_8422_2325, |hash, number| (hash ^ number).wrapping_mul(0x0100_0000_01b3))
}

/// Letters and digits of `text`, in lower case, Arabic and Persian forms of a letter alike; everything else is left
/// out, except that a break between two digits is kept (`1-0` is not `10`).
pub fn letters(text: &str) -> impl Iterator<Item = char> {
    let mut chars = text.chars();
    // Of one letter: what its capital has become, which may be several letters.
    let mut waiting: Option<ToLowercase> = None;
    let (mut after_digit, mut broken) = (false, false);
    std::iter::from_fn(move || {
        loop {
            if let Some(letter) = waiting.as_mut().and_then(Iterator::next) {
                return Some(letter);
            }
            let c = chars.next()?;
            let Some(folded) = fold_letter(c) else { continue };
            if !chars::is_alphanumeric(folded) {
                broken = true;
                continue;
            }
            let is_digit = folded.is_numeric();
            let has_gap = broken && after_digit && is_digit;
            (after_digit, broken) = (is_digit, false);
            if folded.is_ascii() && !has_gap {
                return Some(folded.to_ascii_lowercase());
            }
            waiting = Some(folded.to_lowercase());
            if has_gap {
                return Some('\u{1f}');
            }
        }
    })
}

/// The first of the [`letters`] of a text.
pub fn first_letter(text: &str) -> Option<char> {
    let first = text.chars().filter_map(fold_letter).find(|c| chars::is_alphanumeric(*c))?;
    first.to_lowercase().next()
}

/// Whether two texts have the same letters and digits in the same order, and at least one.
pub fn same_letters(a: &str, b: &str) -> bool {
    letters(a).next().is_some() && letters(a).eq(letters(b))
}

/// The second half of a text that is the same words twice, as a range of its bytes with the blank between them, if there
/// is one; nothing if a half has fewer than `least` letters or only one word: `Talks resumeTalks resume`.
pub fn second_half(text: &str, least: usize) -> Option<std::ops::Range<usize>> {
    let gap = text.len() % 2;
    let (first, rest) = text.split_at_checked(text.len() / 2)?;
    let second = if gap == 1 { rest.strip_prefix(' ')? } else { rest };
    let is_long = || first.contains(' ') && letters(first).nth(least - 1).is_some();
    (first == second && is_long()).then_some(first.len()..text.len())
}

/// Whether `text` is the beginning of `whole`, cut short with an ellipsis after at least `least` letters.
pub fn is_cut_short(text: &str, whole: &str, least: usize) -> bool {
    let text = text.trim_end_matches(chars::is_blank);
    let Some(start) = text.strip_suffix('…').or_else(|| text.strip_suffix("...")) else { return false };
    let mut rest = letters(whole);
    let mut count = 0;
    for letter in letters(start) {
        if rest.next() != Some(letter) {
            return false;
        }
        count += 1;
    }
    count >= least && rest.next().is_some()
}

/// One form for the letters that Arabic and Persian keyboards type differently; `None` for what a key leaves out
/// altogether: joiners, kashida, vowel marks, directional marks and everything invisible.
pub fn fold_letter(c: char) -> Option<char> {
    match c {
        '\0'..='\x7f' => Some(c),
        'ي' | 'ى' => Some('ی'),
        'ك' => Some('ک'),
        '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200c}' | '\u{200d}' => None,
        c if chars::is_invisible(c) || chars::is_directional_mark(c) || chars::is_bidi_control(c) => None,
        c => Some(c),
    }
}

/// A letter or digit as it would be on any keyboard: one form of ی and ک, digits 0 to 9; `None` for a kashida, which
/// only stretches the word.
pub fn fold_typed(c: char) -> Option<char> {
    match (c, chars::arabic_digit(c)) {
        ('\u{640}', _) => None,
        ('ي' | 'ى' | 'ك', _) => fold_letter(c),
        (_, Some((_, value))) => char::from_digit(value, 10),
        _ => Some(c),
    }
}

/// Whether two texts differ in nothing but the keyboard they were typed on ([`fold_typed`]).
pub fn same_typed(a: &str, b: &str) -> bool {
    a.chars().filter_map(fold_typed).eq(b.chars().filter_map(fold_typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_do_not_tell_words_apart() {
        assert!(same_words("Talks\u{a0}resume  in Vienna", " Talks resume in\tVienna "));
        assert!(same_words("co\u{ad}operation", "cooperation"));
        assert!(!same_words("co operation", "cooperation"));
        assert!(!same_words("Talks resume", "talks resume"));
    }

    #[test]
    fn words_twice_are_so_with_any_blank_between() {
        for text in ["Talks resumeTalks resume", "Talks resume Talks\u{a0}resume", "Talks  resume  Talks resume "] {
            assert!(is_twice(text, "Talks resume"), "{text:?}");
        }
        for text in ["Talks resume", "Talks resume, talks resume", "Talks resume Talks resume on Monday", ""] {
            assert!(!is_twice(text, "Talks resume"), "{text:?}");
        }
    }

    #[test]
    fn texts_that_need_no_mending_are_as_a_reader_sees_them() {
        let is_plain = |text: &str| !crate::source::Source::new("t", text).facts().any(crate::facts::Facts::MENDED);
        for c in ('\0'..='\u{ffff}').chain('\u{e0000}'..='\u{e0100}') {
            for text in [format!("a{c}b"), format!("{c}b"), format!("a{c}"), format!("a {c}b")] {
                assert!(!is_plain(&text) || text.contains('\n') || mended(&text).eq(text.chars()), "{text:?}");
            }
        }
        assert!(is_plain("The two sides met.\n\nThey spoke.\n"));
    }

    #[test]
    fn letters_ignore_case_punctuation_and_keyboard() {
        assert!(same_letters("“Iran’s” TALKS", "Iran's talks"));
        assert!(same_letters("كتاب‌هاي", "کتابهای"));
        assert!(!same_letters("Won 1-0", "Won 10"));
        assert!(!same_letters("…", "!"));
    }

    #[test]
    fn the_first_letter_is_that_of_all() {
        for c in '\0'..=char::MAX {
            let text = format!("{c}a");
            assert_eq!(first_letter(&text), letters(&text).next(), "{text:?}");
        }
        assert_eq!(first_letter("… – "), None);
    }

    #[test]
    fn halves_are_long_and_the_same() {
        assert_eq!(second_half("Harbour reopensHarbour reopens", 12), Some(15..30));
        assert_eq!(second_half("Harbour reopens Harbour reopens", 12), Some(15..31));
        for text in ["Bye bye", "New York New York", "Boutros-Boutros-Boutros", "Harbour reopens, harbour reopens", "é"]
        {
            assert_eq!(second_half(text, 12), None, "{text}");
        }
    }

    #[test]
    fn cut_short_needs_an_ellipsis_and_a_real_beginning() {
        let whole = "Ministers agree on new fishing quotas";
        assert!(is_cut_short("Ministers agree on new …", whole, 12));
        assert!(is_cut_short("MINISTERS agree on...", whole, 12));
        assert!(!is_cut_short("Ministers agree on new", whole, 12));
        assert!(!is_cut_short("Ministers…", whole, 12));
        assert!(!is_cut_short("Ministers agree on new fishing quotas…", whole, 12));
    }
}
