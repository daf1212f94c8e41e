//! Phrases that pages leave around an article, as reviewed data, and how a line is recognised as one.

use std::collections::HashMap;
use std::sync::OnceLock;

mod key;

/// What part of a page a phrase comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StubKind {
    /// The label of an input: `Name *`.
    FormField,
    /// A sentence around a form: `Leave a reply`.
    FormPrompt,
    /// A button: `Post Comment`.
    FormButton,
    /// A test for robots: `Enter the text you see`.
    Captcha,
}

impl StubKind {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "form-field" => Self::FormField,
            "form-prompt" => Self::FormPrompt,
            "form-button" => Self::FormButton,
            "captcha" => Self::Captcha,
            _ => return None,
        })
    }

    /// What an editor calls it.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::FormField => "a field of the page's comment form",
            Self::FormPrompt => "the page's comment form",
            Self::FormButton => "a button of the page's comment form",
            Self::Captcha => "the page's test for robots",
        }
    }
}

/// How telling a phrase is. The order is from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// A word or two that prose uses as well: tells something only beside other phrases or alone at the very end.
    Word,
    /// A phrase that tells something when it is a whole line.
    Phrase,
    /// A long sentence that only pages say.
    Sentence,
}

impl Tier {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "T1" => Self::Sentence,
            "T2" => Self::Phrase,
            "T3" => Self::Word,
            _ => return None,
        })
    }
}

/// What a line was recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What part of a page it comes from.
    pub kind: StubKind,
    /// How telling the phrase is.
    pub tier: Tier,
}

/// The phrases, ready to be matched against lines.
#[derive(Debug, Default)]
pub struct Lexicon {
    whole: HashMap<String, Hit>,
    prefixes: HashMap<String, Hit>,
    templates: Vec<(String, String, Hit)>,
    longest_prefix: usize,
}

/// One row of the data: language, kind, tier, way to match, phrase.
struct Row<'d> {
    hit: Hit,
    way: &'d str,
    phrase: &'d str,
}

/// Lines longer than this many bytes are prose, whatever they begin with.
const LONGEST_LINE: usize = 600;
/// How many words may stand in place of a template's `%s`.
const TEMPLATE_WORDS: std::ops::RangeInclusive<usize> = 1..=6;

const DATA: &str = include_str!("phrases.tsv");

impl Lexicon {
    /// The built-in phrases.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Lexicon> = OnceLock::new();
        BUILT_IN.get_or_init(|| {
            let mut lexicon = Self::default();
            for row in rows(DATA) {
                lexicon.add(&row);
            }
            lexicon
        })
    }

    fn add(&mut self, row: &Row) {
        match row.way {
            "template" => {
                if let Some((before, after)) = row.phrase.split_once("%s") {
                    self.templates.push((key::key(before), key::key(after), row.hit));
                }
            }
            "prefix" => {
                let key = key::key(row.phrase);
                self.longest_prefix = self.longest_prefix.max(key.len());
                self.prefixes.entry(key).or_insert(row.hit);
            }
            _ => {
                self.whole.entry(key::key(row.phrase)).or_insert(row.hit);
            }
        }
    }

    /// What `line` is recognised as, if it is one of the phrases and nothing else.
    pub fn recognise(&self, line: &str) -> Option<Hit> {
        if line.len() > LONGEST_LINE {
            return None;
        }
        let key = key::key(line);
        if key.is_empty() {
            return None;
        }
        let hit = self.recognise_key(&key)?;
        // `Reply.` may be the last word of a story; the labels of a form do not end like sentences.
        (hit.tier > Tier::Word || !line.ends_with(['.', '!', '?', '…'])).then_some(hit)
    }

    fn recognise_key(&self, key: &str) -> Option<Hit> {
        if let Some(hit) = self.whole.get(key) {
            return Some(*hit);
        }
        if is_sum(key) {
            return Some(Hit { kind: StubKind::Captcha, tier: Tier::Word });
        }
        let ends = key.match_indices(' ').map(|(at, _)| at).take_while(|at| *at <= self.longest_prefix);
        for end in ends.chain([key.len()]) {
            let start = key.get(..end).unwrap_or_default().trim_end_matches(['.', ':', ',', '!']);
            if let Some(hit) = self.prefixes.get(start) {
                return Some(*hit);
            }
        }
        self.templates.iter().find_map(|(before, after, hit)| {
            let middle = key.strip_prefix(before.as_str())?.strip_suffix(after.as_str())?;
            let words = middle.split_whitespace().count();
            (middle.starts_with(' ') && TEMPLATE_WORDS.contains(&words)).then_some(*hit)
        })
    }
}

/// Whether a key is the sum a form asks robots to solve: `1 + 6 =`.
fn is_sum(key: &str) -> bool {
    let mut words = key.trim_end_matches(['?', ' ']).split(' ');
    let number = |word: Option<&str>| word.is_some_and(|word| word.len() <= 6 && word.chars().all(char::is_numeric));
    number(words.next())
        && matches!(words.next(), Some("+" | "-" | "−" | "×" | "x" | "*"))
        && number(words.next())
        && words.next() == Some("=")
        && words.next().is_none()
}

fn rows(data: &str) -> impl Iterator<Item = Row<'_>> {
    data.lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        let _language = columns.next()?;
        let kind = StubKind::from_name(columns.next()?)?;
        let tier = Tier::from_name(columns.next()?)?;
        let way = columns.next()?;
        let phrase = columns.next()?;
        Some(Row { hit: Hit { kind, tier }, way, phrase })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_data_is_well_formed_and_recognised() {
        let lexicon = Lexicon::built_in();
        assert_eq!(rows(DATA).count(), DATA.lines().count() - 1, "a row has an unknown kind, tier or too few columns");
        for row in rows(DATA) {
            assert!(matches!(row.way, "whole" | "prefix" | "template"), "{}", row.phrase);
            let line = match row.way {
                "prefix" => format!("{} and more words", row.phrase),
                _ => row.phrase.replace("%s", "Jane Q. Reader"),
            };
            assert!(lexicon.recognise(&line).is_some(), "{line}");
        }
    }

    #[test]
    fn case_marks_and_counters_make_no_difference() {
        let lexicon = Lexicon::built_in();
        let lines = ["FIRST NAME & LAST NAME", "Name *", "email (required):", "7 Comments", "Comments (7)", "1 + 6 ="];
        for line in lines.into_iter().chain(["نام و نام خانوادگی", "ديدگاهتان را بنويسيد"])
        {
            assert!(lexicon.recognise(line).is_some(), "{line}");
        }
    }

    #[test]
    fn sentences_that_merely_hold_a_phrase_are_prose() {
        let lexicon = Lexicon::built_in();
        for line in
            ["Her first name & last name were misspelt.", "Comments by the minister drew protest.", "2024", "Reply."]
        {
            assert!(lexicon.recognise(line).is_none(), "{line}");
        }
    }
}
