//! Articles made by number: the same number gives the same bytes on every machine, and what is wrong with them is known.

#[path = "../../tests/evidence/mod.rs"]
#[allow(dead_code, reason = "the report on evidence is not made here")]
mod evidence;

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};

use evidence::damage::DEFECTS;
use evidence::leftovers::{Numbers, forms};

/// Bytes of text that an article is filled up to.
pub(crate) const BYTES: usize = 2500;
/// Of so many articles …
const OF: usize = 10;
/// … so many are damaged.
const DAMAGED: usize = 3;
/// A damaged article has up to so many defects.
const MOST_DEFECTS: usize = 4;
/// One language in so many articles is drawn from all; the others are English.
const FOREIGN: usize = 2;
/// One defect in so many is a leftover of the page below the story.
const LEFTOVERS: usize = 3;
/// Sentences of a paragraph.
const SENTENCES: std::ops::Range<usize> = 1..4;
/// The id of the first article, and the minutes between one and the next.
const FIRST_ID: usize = 160_000;
const MINUTES: i64 = 11;

/// An article and what was done to it.
pub(crate) struct Made {
    /// The text.
    pub(crate) text: String,
    /// The language of its prose.
    pub(crate) language: &'static str,
    /// The defects put into it, in order; none in a clean article.
    pub(crate) defects: Vec<&'static str>,
}

/// Phrases of one language, by their place in a sentence.
#[derive(Default)]
struct Grammar {
    parts: [Vec<&'static str>; 4],
}

/// Makes articles.
pub(crate) struct Maker {
    grammars: BTreeMap<&'static str, Grammar>,
    forms: Vec<(&'static str, Vec<String>)>,
}

impl Maker {
    /// Reads the phrases.
    pub(crate) fn new() -> Self {
        let mut grammars: BTreeMap<&'static str, Grammar> = BTreeMap::new();
        for row in include_str!("phrases.tsv").lines().skip(1) {
            let columns: Vec<&str> = row.split('\t').collect();
            let [language, part, phrases] = columns[..] else { panic!("{row}") };
            let place = ["when", "who", "what", "why"].iter().position(|name| *name == part).expect("a part");
            grammars.entry(language).or_default().parts[place] = phrases.split('|').collect();
        }
        Self { grammars, forms: forms().collect() }
    }

    /// The article of that number, without a fault.
    pub(crate) fn clean(&self, number: usize) -> Made {
        let mut numbers = seeded(number);
        let languages: Vec<&'static str> = self.grammars.keys().copied().collect();
        let is_foreign = numbers.below(FOREIGN) == 0;
        let language = if is_foreign { languages[numbers.below(languages.len())] } else { "en" };
        let start = NaiveDate::from_ymd_opt(2023, 1, 2).and_then(|day| day.and_hms_opt(6, 0, 0)).expect("a day");
        let published = start + TimeDelta::minutes(MINUTES * i64::try_from(number).expect("a small number"));
        let id = FIRST_ID + number;
        let headline = self.headline(language, &mut numbers);
        let mut text =
            format!("News ID : {id}\nPublish Date : {}\n{headline}\n", published.format("%-m/%-d/%Y %-I:%M:%S %p"));
        while text.len() < BYTES {
            let count = numbers.below(SENTENCES.len()) + SENTENCES.start;
            let sentences: Vec<String> = (0..count).map(|_| self.sentence(language, &mut numbers)).collect();
            let blank = if language == "zh" { "" } else { " " };
            let paragraph = sentences.join(blank);
            // A paragraph twice is a fault.
            if !text.contains(&paragraph) {
                text += &format!("\n{paragraph}\n");
            }
        }
        Made { text, language, defects: Vec::new() }
    }

    /// The article of that number; three in ten have up to four defects.
    pub(crate) fn mixed(&self, number: usize) -> Made {
        let mut made = self.clean(number);
        let mut numbers = seeded(!number);
        if numbers.below(OF) >= DAMAGED {
            return made;
        }
        for _ in 0..=numbers.below(MOST_DEFECTS) {
            if numbers.below(LEFTOVERS) == 0 {
                let (_, lines) = &self.forms[numbers.below(self.forms.len())];
                let line = &lines[numbers.below(lines.len())];
                made.text += &format!("\n\n{line}\n");
                made.defects.push("a line of a comment form below the story");
                continue;
            }
            let fitting: Vec<_> = DEFECTS
                .iter()
                .filter(|defect| defect.languages.is_empty() || defect.languages.contains(&made.language))
                .collect();
            let defect = fitting[numbers.below(fitting.len())];
            if let Some(damaged) = (defect.put)(&made.text) {
                made.text = damaged.text;
                made.defects.push(defect.name);
            }
        }
        made
    }

    fn sentence(&self, language: &str, numbers: &mut Numbers) -> String {
        let blank = if language == "zh" { "" } else { " " };
        let mut sentence = String::new();
        for phrases in &self.grammars[language].parts {
            let phrase = phrases[numbers.below(phrases.len())];
            if !sentence.is_empty() && !phrase.starts_with([',', '，']) {
                sentence += blank;
            }
            sentence += phrase;
        }
        sentence
    }

    /// Who says what, with a capital and without a full stop.
    fn headline(&self, language: &str, numbers: &mut Numbers) -> String {
        let [_, who, what, _] = &self.grammars[language].parts;
        let (who, what) = (who[numbers.below(who.len())], what[numbers.below(what.len())]);
        let blank = if language == "zh" || what.starts_with(',') { "" } else { " " };
        let mut letters = who.chars();
        let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        format!("{first}{}{blank}{what}", letters.as_str())
    }
}

/// Numbers that differ for neighbouring articles from the first one on.
fn seeded(number: usize) -> Numbers {
    let mut numbers = Numbers(number as u64 ^ 0x9e37_79b9_7f4a_7c15);
    for _ in 0..3 {
        numbers.below(2);
    }
    numbers
}
