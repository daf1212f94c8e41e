//! Phrases that pages leave around an article, as reviewed data, and how a line is recognised as one.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use crate::chars;

mod key;
mod labels;
mod shapes;

pub use labels::labelled;
pub use shapes::shape;

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
    /// Buttons and counters for sharing: `Share on Facebook`.
    Share,
    /// An invitation to subscribe: `Sign up for our newsletter`.
    Newsletter,
    /// What a consent dialogue says: `Accept all cookies`.
    Cookie,
    /// The heading of a list of other stories: `Related articles`.
    Related,
    /// The label of a list of topics: `Tags:`.
    Tag,
    /// Who holds the rights: `All rights reserved.`
    Copyright,
    /// What an agency sets below the last line: `-30-`.
    EndMark,
    /// A mark above or below an advertisement: `ADVERTISEMENT`.
    Ad,
    /// A link to the rest of the story or to another one: `Continue reading`.
    ReadMore,
    /// A number the page counts, or a control: `1,099 views`, `A/A/A`.
    ViewCounter,
    /// What a browser or a script says: `Please enable JavaScript`.
    SystemText,
}

impl StubKind {
    /// Each kind with its name in the data and what an editor calls it.
    const NAMES: [(Self, &'static str, &'static str); 15] = [
        (Self::FormField, "form-field", "a field of the page's comment form"),
        (Self::FormPrompt, "form-prompt", "the page's comment form"),
        (Self::FormButton, "form-button", "a button of the page's comment form"),
        (Self::Captcha, "captcha", "the page's test for robots"),
        (Self::Share, "share", "the page's buttons for sharing"),
        (Self::Newsletter, "newsletter", "the page's invitation to a newsletter"),
        (Self::Cookie, "cookie", "the page's notice about cookies and data"),
        (Self::Related, "related", "the page's links to other stories"),
        (Self::Tag, "tag", "the page's list of topics"),
        (Self::Copyright, "copyright", "the page's copyright line"),
        (Self::EndMark, "end-mark", "the agency's end mark"),
        (Self::Ad, "ad", "an advertisement on the page"),
        (Self::ReadMore, "read-more", "a link of the page to more to read"),
        (Self::ViewCounter, "view-counter", "a counter or control of the page"),
        (Self::SystemText, "system", "a browser or a script of the page"),
    ];

    fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known, _)| *known == name).map(|(kind, ..)| *kind)
    }

    /// The name in the data and in configurations.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(kind, ..)| *kind == self).map_or("", |(_, name, _)| name)
    }

    /// What an editor calls it.
    pub fn in_words(self) -> &'static str {
        Self::NAMES.iter().find(|(kind, ..)| *kind == self).map_or("", |(.., words)| words)
    }

    /// Whether it is part of the form under an article: its fields, sentences, buttons and test for robots.
    pub fn is_form(self) -> bool {
        matches!(self, Self::FormField | Self::FormPrompt | Self::FormButton | Self::Captcha)
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
    /// Whether the line is the phrase and nothing else. If not, it only opens like a short phrase, or ends in a mark
    /// that the phrase does not have, and may be a sentence of the story.
    pub is_exact: bool,
}

/// The phrases, ready to be matched against lines.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// The keys that some phrase begins with: a line that begins otherwise is none of them.
    first_words: HashSet<String>,
    /// Whether the phrase itself ends like a sentence is kept beside the hit.
    whole: HashMap<String, (Hit, bool)>,
    prefixes: HashMap<String, Hit>,
    templates: Vec<(String, String, Hit)>,
    longest_prefix: usize,
}

/// One row of the data.
struct Row<'d> {
    kind: StubKind,
    tier: Tier,
    way: &'d str,
    phrase: &'d str,
}

/// Lines longer than this many bytes are prose, whatever they begin with.
const LONGEST_LINE: usize = 600;
/// How many words may stand in place of a template's `%s`.
const TEMPLATE_WORDS: std::ops::RangeInclusive<usize> = 1..=6;

const DATA: &str = include_str!("phrases.tsv");
const PAGE: &str = include_str!("page.tsv");

impl Lexicon {
    /// The built-in phrases.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Lexicon> = OnceLock::new();
        BUILT_IN.get_or_init(|| {
            let mut lexicon = Self::default();
            // What a phrase of the page's own says beats a wider kind that the comment systems file it under.
            for row in rows(PAGE).chain(rows(DATA)) {
                lexicon.add(&row);
            }
            lexicon
        })
    }

    fn add(&mut self, row: &Row) {
        self.first_words.insert(key::key(first_word(row.phrase)));
        let hit = Hit { is_exact: row.tier == Tier::Sentence, kind: row.kind, tier: row.tier };
        match row.way {
            "template" => {
                if let Some((before, after)) = row.phrase.split_once("%s") {
                    self.templates.push((key::key(before), key::key(after), hit));
                }
            }
            "prefix" => {
                let key = key::key(row.phrase);
                self.longest_prefix = self.longest_prefix.max(key.len());
                self.prefixes.entry(key).or_insert(hit);
            }
            _ => {
                let hit = Hit { is_exact: true, ..hit };
                self.whole.entry(key::key(row.phrase)).or_insert((hit, ends_like_a_sentence(row.phrase)));
            }
        }
    }

    /// What `line` is recognised as, if it is one of the phrases or opens like one.
    pub fn recognise(&self, line: &str) -> Option<Hit> {
        if line.len() > LONGEST_LINE {
            return None;
        }
        let first = first_word(line);
        if !first.starts_with(char::is_numeric) && !self.first_words.contains(&key::key(first)) {
            return None;
        }
        let key = key::key(line);
        if key.is_empty() {
            return None;
        }
        if let Some((hit, is_sentence)) = self.whole.get(&key) {
            // `Reply.` may be the last word of a story; the labels of a form do not end like sentences.
            let has_own_end = *is_sentence || !ends_like_a_sentence(line);
            return (has_own_end || hit.tier > Tier::Word).then_some(Hit { is_exact: has_own_end, ..*hit });
        }
        self.opening(&key)
    }

    /// TEMP
    pub fn glued(&self, paragraph: &str) -> Option<(usize, Hit)> {
        let start = paragraph.strip_suffix("Top of Form")?.len();
        Some((start, Hit { kind: StubKind::FormPrompt, tier: Tier::Phrase, is_exact: true }))
    }

    /// The phrase that a key opens like.
    fn opening(&self, key: &str) -> Option<Hit> {
        if is_sum(key) {
            return Some(Hit { kind: StubKind::Captcha, tier: Tier::Word, is_exact: true });
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

/// The first word of a line, without the ornaments before it.
fn first_word(line: &str) -> &str {
    let line = line.trim_start_matches(|c| chars::is_blank(c) || key::ORNAMENTS.contains(&c));
    line.split(chars::is_blank).next().unwrap_or_default()
}

fn ends_like_a_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '…', '؟'])
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
        Some(Row { kind, tier, way, phrase })
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
        let lines = [
            "FIRST NAME & LAST NAME",
            "Name *",
            "email (required):",
            "7 Comments",
            "Comments (7)",
            "1 + 6 =",
            "Comments: 7",
            "* Name",
            "- Email",
            "Leave a Reply »",
        ];
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
