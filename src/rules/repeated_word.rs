//! Little words written twice.

use std::cell::LazyCell;

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
        never_twice: &["il", "della", "del", "nel", "dei"],
        evidence: &["il", "della", "che", "di", "una", "per", "con", "nel", "sono", "è", "gli"],
    },
    Words {
        never_twice: &["os", "dos", "de"],
        evidence: &["os", "dos", "não", "uma", "em", "para", "com", "ao", "que"],
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
/// A paragraph is in a language if it has so many different words of its evidence.
const EVIDENCE: usize = 3;

fn check(c: &mut Checker) {
    let prose: Vec<_> = c.article.prose().copied().collect();
    for block in prose {
        let (mut before, mut previous) = ("", "");
        // Asked once a paragraph, which may be as long as the file.
        let languages = LazyCell::new(|| languages(block.text));
        let mut at = 0;
        for space in memchr::memchr_iter(b' ', block.text.as_bytes()).chain([block.text.len()]) {
            let word = block.text.get(at..space).unwrap_or_default();
            if !word.is_empty() {
                if let Some(repeated) = repeated(previous, word)
                    && !before.eq_ignore_ascii_case(previous)
                    && languages.iter().any(|language| language.never_twice.contains(&repeated))
                    && is_slip(repeated, block.text, at)
                {
                    report(c, block.span.start + at, repeated, previous);
                }
                (before, previous) = (previous, word);
            }
            at = space + 1;
        }
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

/// The languages that a paragraph may be in.
fn languages(text: &str) -> Vec<&'static Words> {
    let has = |wanted: &&&str| text.split(chars::is_blank).any(|word| word == **wanted);
    let is_shown = |language: &&Words| language.evidence.iter().filter(has).nth(EVIDENCE - 1).is_some();
    LANGUAGES.iter().filter(is_shown).collect()
}

/// Whether the word at `at` stands there no third time, and prose goes on behind it.
fn is_slip(word: &str, text: &str, at: usize) -> bool {
    let after = text.get(at + word.len()..).unwrap_or_default().trim_start_matches(chars::is_blank);
    // `de de Gaulle` is right, and `und und und` is meant.
    let is_third = after.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    !is_third && after.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase())
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
