//! Little words written twice.

use std::ops::Range;

use super::{Checker, Fixable, Group, Rule};
use crate::chars;
use crate::diagnostic::Severity;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "repeated-word",
    group: Group::Characters,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A little word written twice, such as “the the”",
    docs: include_str!("repeated_word.md"),
    check,
};

/// The words of one language that never stand twice in a row.
struct Words {
    never_twice: &'static [&'static str],
    /// Frequent words that show that a paragraph is in this language.
    evidence: &'static [&'static str],
}

/// Many little words are right twice (`had had`, `die die`, `vous vous`, `de de Gaulle`), in some languages nearly all:
/// these are not.
const LANGUAGES: [Words; 10] = [
    Words {
        never_twice: &["the", "of", "and", "an", "their", "its", "than", "into"],
        evidence: &["the", "of", "and", "to", "was", "is", "that", "with", "said", "has", "have", "for", "are"],
    },
    Words { never_twice: &["und"], evidence: &["und", "der", "die", "das", "ist", "nicht", "mit", "den", "von", "im"] },
    Words {
        never_twice: &["les", "des", "et", "aux", "ces", "de"],
        evidence: &["les", "des", "et", "le", "la", "une", "est", "dans", "pour", "que", "qui", "sur"],
    },
    Words {
        never_twice: &["los", "las", "del", "de"],
        evidence: &["los", "las", "el", "que", "una", "por", "con", "para", "del", "se", "su"],
    },
    Words {
        never_twice: &["il", "della", "del", "nel"],
        evidence: &["il", "della", "che", "di", "una", "per", "con", "nel", "sono", "è", "gli"],
    },
    Words {
        never_twice: &["os", "dos", "de"],
        // None of those that Spanish has: `dos dos` is right there.
        evidence: &["os", "não", "uma", "em", "com", "ao", "da", "pela", "pelo", "mais", "são"],
    },
    Words { never_twice: &["się"], evidence: &["się", "nie", "na", "że", "jest", "do", "z", "w", "i"] },
    Words { never_twice: &["для"], evidence: &["и", "в", "на", "не", "что", "с", "по", "для"] },
    Words {
        never_twice: &["از", "که", "را"], evidence: &["از", "که", "را", "در", "به", "و", "این", "است", "با"]
    },
    Words {
        never_twice: &["إلى", "التي", "الذي"], evidence: &["في", "من", "على", "إلى", "أن", "التي", "عن"]
    },
];
/// Words that begin a phrase, or a name, with their first word, so that the one before may belong to what stands before.
#[rustfmt::skip]
const BEGINS_PHRASE: [(&str, &[&str]); 3] = [
    (
        "از",
        &[
            "سر", "سرگیری", "دست", "بین", "میان", "پا", "پای", "هم", "نو", "کار", "خود", "یاد", "جا", "آن", "این", "اینکه",
            "رده", "حد", "راه", "کف", "نظر", "سوی", "طریق", "پیش", "قبل", "پس", "درون", "بیرون", "نفس", "ته", "رونق",
        ],
    ),
    ("of", &["course", "late", "old", "necessity", "all", "itself", "themselves", "age", "interest", "use", "note"]),
    (
        "de",
        &["facto", "jure", "la", "las", "los", "le", "l", "novo", "nuevo", "verdad", "repente", "fato", "luxe", "visu"],
    ),
];

/// A paragraph is in a language if it has so many different words of its evidence.
const EVIDENCE: usize = 3;

fn check(c: &mut Checker) {
    let article = c.article;
    for block in article.prose() {
        let (text, bytes) = (block.text, block.text.as_bytes());
        let (mut before, mut previous, mut at) = (0..0, 0..0, 0);
        for space in memchr::memchr_iter(b' ', bytes).chain([bytes.len()]) {
            let word = at..space;
            at = space + 1;
            if word.is_empty() {
                continue;
            }
            if begin_alike(&bytes[previous.clone()], &bytes[word.clone()]) {
                let of = |word: &Range<usize>| text.get(word.clone()).unwrap_or_default();
                if let Some(repeated) = repeated(of(&previous), of(&word))
                    && !of(&before).eq_ignore_ascii_case(of(&previous))
                    && is_slip(repeated, text, word.start)
                {
                    report(c, block.span.start + word.start, repeated, of(&previous));
                }
            }
            (before, previous) = (previous, word);
        }
    }
}

/// Whether two words may be the same but for capitals, as far as their first two bytes tell: hardly any pair is.
fn begin_alike(first: &[u8], second: &[u8]) -> bool {
    const CASE: u8 = 0x20;
    match (first, second) {
        ([a, b, ..], [c, d, ..]) => (a ^ c) | (b ^ d) | CASE == CASE,
        _ => false,
    }
}

/// The second of two words, without the marks behind it, if it is the first one again in small letters.
fn repeated<'t>(first: &str, second: &'t str) -> Option<&'t str> {
    let word = second.get(..first.len()).filter(|word| word.eq_ignore_ascii_case(first))?;
    let rest = second.get(first.len()..)?;
    let ends =
        rest.is_empty() || rest.chars().all(|c| matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | '،' | '؛' | '؟'));
    let is_word = word.chars().nth(1).is_some() && word.chars().all(|c| c.is_alphabetic() && !c.is_uppercase());
    (ends && is_word).then_some(word)
}

/// Whether the word at `at` can't be right twice in the language of the paragraph, and stands there no third time.
fn is_slip(word: &str, text: &str, at: usize) -> bool {
    let has = |wanted: &&str| text.split(chars::is_blank).any(|word| word == *wanted);
    let is_known = LANGUAGES.iter().any(|language| {
        language.never_twice.contains(&word)
            && language.evidence.iter().filter(|other| has(other)).nth(EVIDENCE - 1).is_some()
    });
    let after = text.get(at + word.len()..).unwrap_or_default().trim_start_matches(chars::is_blank);
    // `de de Gaulle` is right, and `und und und` is meant.
    let is_third = after.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    let next = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let begins_phrase = BEGINS_PHRASE.iter().any(|(first, then)| *first == word && then.contains(&next));
    is_known && !is_third && !begins_phrase && after.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase())
}

fn report(c: &mut Checker, start: usize, word: &str, first: &str) {
    let end = start + word.len();
    c.report(Span::new(start - 1 - first.len(), end), format!("“{word}” stands here twice"))
        .help("Usually a slip in writing or at the end of a line. Take one of the two out.")
        .fix(Fix::of(
            Safety::Unsafe,
            Effect::RemovesRepeat,
            "remove the second one",
            vec![Edit::delete(Span::new(start - 1, end))],
        ));
}
