//! Phrases that a configuration adds, and lines that it takes out.

use super::filter::{FEW, Filter, MANY};
use super::key::{self, ends_like_a_sentence};
use super::table::{self, Phrase};
use super::{Lexicon, StubKind, Tier};
use crate::chars;

/// The fewest letters of a phrase in a script that writes words out, and in one that writes them in a sign or two.
const FEWEST_LETTERS: (usize, usize) = (3, 2);

/// A phrase of a page that only its reader knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPhrase {
    /// The line as it stands on the page.
    pub phrase: String,
    /// What part of the page it comes from.
    pub kind: StubKind,
}

impl OwnPhrase {
    /// Whether this has letters enough that no other line has the same key by accident.
    pub fn is_long_enough(phrase: &str) -> bool {
        let key = key::key(phrase);
        let fewest = if key.chars().any(chars::is_wide_script) { FEWEST_LETTERS.1 } else { FEWEST_LETTERS.0 };
        key.chars().filter(|c| c.is_alphabetic()).count() >= fewest
    }
}

impl Lexicon {
    /// Adds a phrase: a line that is this and nothing else is furniture.
    pub fn add(&mut self, own: &OwnPhrase) {
        let is_sentence = ends_like_a_sentence(&own.phrase);
        let phrase = Phrase { kind: own.kind, tier: Tier::Phrase, is_sentence, is_brand: false, needs_topics: false };
        self.own.insert(key::key(&own.phrase), phrase);
        let starts = self.own_starts.get_or_insert_with(|| Box::new((Filter::EMPTY, Filter::EMPTY)));
        starts.0.add(&own.phrase, FEW);
        starts.1.add(&own.phrase, MANY);
    }

    /// Makes prose of every line that is this, marks and counters aside. Returns whether it was anything else before.
    pub fn remove(&mut self, phrase: &str) -> bool {
        self.recognise(phrase).is_some() && self.prose.insert(key::key(phrase))
    }

    /// The keys of all phrases that are whole lines.
    pub fn keys(&self) -> impl Iterator<Item = &str> + '_ {
        table::keys().chain(self.own.keys().map(String::as_str))
    }
}
