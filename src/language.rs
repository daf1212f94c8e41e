//! What language a text is in, judged by its letters and commonest words, as far as a rule needs to know.

use unicode_normalization::char::is_combining_mark;

use crate::chars;

/// Fewer letters than this say nothing about the language of a text.
const LEAST_LETTERS: usize = 40;
/// Of the commonest words of Persian, those that are no words of Arabic, as either keyboard types them.
const PERSIAN_WORDS: [&str; 17] =
    ["از", "این", "اين", "است", "با", "برای", "براي", "به", "در", "را", "شد", "شده", "که", "كه", "می", "مي", "های"];
/// Words that are Arabic wherever they stand.
const ARABIC_WORDS: [&str; 8] = ["في", "إلى", "الله", "الذي", "الذين", "هذا", "هذه", "ذلك"];

/// Whether a text is Persian as a whole, whatever keyboard it was typed on.
///
/// It is if at least 2 of 100 letters are پ, چ, ژ, گ, ک or ی, a word in twenty is one of the commonest of Persian, no
/// word ends in ة, and hardly a letter is one of Urdu, Kurdish, Pashto, Uyghur or another language in this script.
/// What stands between quotation marks does not count.
///
/// Source: the letter sets of CLDR (exemplar characters of fa, ar, ur, ckb, ps, ug).
pub fn is_persian(text: &str) -> bool {
    let (mut letters, mut persian, mut foreign, mut words, mut common) = (0, 0, 0, 0, 0);
    for line in text.lines() {
        for (part, is_quoted) in parts(line) {
            for word in arabic_words(part).filter(|_| !is_quoted) {
                if word.ends_with('ة') {
                    return false;
                }
                words += 1;
                common += usize::from(PERSIAN_WORDS.contains(&word));
                for c in word.chars().filter(|c| is_letter(*c)) {
                    letters += 1;
                    persian += usize::from(matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی'));
                    foreign += usize::from(!is_arabic_or_persian(c));
                }
            }
        }
    }
    letters >= LEAST_LETTERS && persian * 100 >= letters * 2 && common * 20 >= words && foreign * 200 <= letters
}

/// Whether a stretch of a Persian text is in Arabic: it has a word that only Arabic has, vowel marks, or many words
/// with the article.
pub fn is_arabic(text: &str) -> bool {
    let (mut words, mut with_article) = (0, 0);
    for word in arabic_words(text) {
        if word.ends_with('ة') || word.starts_with(['أ', 'إ']) || ARABIC_WORDS.contains(&word) {
            return true;
        }
        words += 1;
        with_article += usize::from(has_article(word));
    }
    let vowels = text.chars().filter(|c| matches!(c, '\u{64e}'..='\u{650}' | '\u{652}' | '\u{670}')).count();
    vowels >= 2 || (with_article > 0 && with_article * 4 >= words)
}

/// Whether a word begins with the Arabic article, alone or behind a particle that is written with it.
pub fn has_article(word: &str) -> bool {
    ["ال", "وال", "بال", "فال", "كال", "لل"].iter().any(|start| word.starts_with(start))
}

/// Whether lines are written from right to left for the most part.
pub fn are_right_to_left<'t>(lines: impl Iterator<Item = &'t str>) -> bool {
    let (mut letters, mut right_to_left) = (0, 0);
    for c in lines.flat_map(str::chars).filter(|c| c.is_alphabetic()) {
        letters += 1;
        right_to_left += usize::from(chars::is_right_to_left(c));
    }
    right_to_left * 2 > letters
}

/// The words of a line in Arabic script, marks and joiners in them included.
pub fn arabic_words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c| !is_of_word(c)).filter(|word| !word.is_empty())
}

/// The line cut at its quotation marks: each part, and whether it is a quotation.
pub fn parts(line: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut depth = 0_usize;
    line.split_inclusive(['«', '»', '“', '”']).map(move |part| {
        let is_quoted = depth > 0;
        match part.chars().next_back() {
            Some('«' | '“') => depth += 1,
            Some('»' | '”') => depth = depth.saturating_sub(1),
            _ => {}
        }
        (part, is_quoted)
    })
}

/// Whether a character is part of a word in Arabic script: a letter, a vowel mark, a kashida, a joiner.
pub fn is_of_word(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61a}' | '\u{620}'..='\u{65f}' | '\u{66e}'..='\u{6d3}' | '\u{6d5}'..='\u{6dc}' | '\u{6ee}'..='\u{6ef}' | '\u{6fa}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}')
        || chars::is_joiner(c)
}

/// Whether a character is a letter in Arabic script, and no mark on one.
pub fn is_letter(c: char) -> bool {
    is_of_word(c) && c.is_alphabetic() && !is_combining_mark(c)
}

fn is_arabic_or_persian(c: char) -> bool {
    matches!(c, '\u{621}'..='\u{63a}' | '\u{640}'..='\u{64a}' | '\u{671}' | 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' | 'ۀ')
}

#[cfg(test)]
mod tests {
    use super::*;

    const PERSIAN: &str = "به گزارش خبرنگار ما، بندر از ظهر امروز باز شد و کشتی‌ها در حال پهلو گرفتن هستند.";

    #[test]
    fn persian_is_persian_on_any_keyboard() {
        assert!(is_persian(PERSIAN));
        let typed = PERSIAN.replace('ی', "ي").replace('ک', "ك");
        assert!(is_persian(&typed));
        assert!(is_persian(&format!("{PERSIAN}\n«{}»", "المدرسة الكبيرة")));
    }

    #[test]
    fn its_neighbours_are_not() {
        for text in [
            "أعلنت هيئة الميناء أن حركة السفن استؤنفت صباح اليوم بعد توقف دام يومين بسبب العاصفة القوية.",
            "قال الوزير إن العمل سيبدأ قريبا وإن جميع السفن ستعود من جديد إلى عملها المعتاد خلال أيام",
            "بندرگاہ کے حکام نے بتایا ہے کہ طوفان کے بعد جہازوں کی آمد و رفت دوبارہ شروع ہو گئی ہے۔",
            "بەرپرسانی بەندەرەکە ڕایانگەیاند کە دوای زریانەکە هاتوچۆی کەشتییەکان دەستی پێ کردەوە.",
            "د بندر چارواکو وویل چې له توپان وروسته د بېړیو تګ راتګ بېرته پیل شوی دی او خلک خوښ دي.",
            "پورت دائىرىلىرى بوراندىن كېيىن پاراخوتلارنىڭ قاتنىشى ئەسلىگە كەلگەنلىكىنى بىلدۈردى.",
            "پورت کشتی گزارش",
            "The harbour reopened on Friday morning, two days after the storm.",
        ] {
            assert!(!is_persian(text), "{text}");
        }
    }

    #[test]
    fn a_quotation_in_arabic_is_told_from_persian() {
        for text in ["الحمد لله رب العالمين", "إنا لله", "مَن صَبَرَ ظَفِر", "سبيل الذين قتلوا", "مدرسة"]
        {
            assert!(is_arabic(text), "{text}");
        }
        for text in [PERSIAN, "البته مي‌توانيم در بندر بمانيم و کار كنيم", "علي گفت"]
        {
            assert!(!is_arabic(text), "{text}");
        }
    }
}
