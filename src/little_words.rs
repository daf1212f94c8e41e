//! Little words that are never right twice in a row, by language.

use crate::chars;

/// Little words of one language.
pub struct Words {
    /// What never stands twice in a row.
    pub never_twice: &'static [&'static str],
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

/// The languages that a paragraph may be in.
pub fn languages(text: &str) -> Vec<&'static Words> {
    let has = |wanted: &&&str| text.split(chars::is_blank).any(|word| word == **wanted);
    let is_shown = |language: &&Words| language.evidence.iter().filter(has).nth(EVIDENCE - 1).is_some();
    LANGUAGES.iter().filter(is_shown).collect()
}

/// Whether `next`, the word behind the second of two, begins a phrase with it: `the kind of of course`.
pub fn begins_phrase(word: &str, next: &str) -> bool {
    BEGINS_PHRASE.iter().any(|(first, then)| *first == word && then.contains(&next))
}
