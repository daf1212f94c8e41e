//! What a configuration says about page furniture: phrases of its own, and lines that are none.

use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};
use toml::Spanned;

use super::document::Texts;
use super::error::{Advice, Problem, one};
use super::origin::{Lines, Setting};
use super::{schema, suggest};
use crate::lexicon::{Lexicon, OwnPhrase, StubKind};

/// Phrases of pages, such as the labels of their comment forms.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
#[schemars(rename = "Furniture")]
pub(super) struct FurnitureTable {
    /// Lines that are page furniture in addition to those that wirelint knows. Case, marks and counters do not count.
    #[serde(default)]
    #[schemars(schema_with = "schema::own_phrases", extend("default" = []))]
    extend: Option<Spanned<Vec<Spanned<PhraseEntry>>>>,

    /// Lines that are none, although wirelint knows them as such. Case, marks and counters do not count.
    #[serde(default)]
    #[schemars(with = "Vec<String>", extend("default" = []))]
    allow: Texts,
}

/// A phrase, or a table with the phrase and its kind.
struct PhraseEntry {
    phrase: String,
    kind: Option<Spanned<String>>,
}

/// The entry as a table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
struct PhraseTable {
    phrase: String,
    #[serde(default)]
    kind: Option<Spanned<String>>,
}

impl<'de> Deserialize<'de> for PhraseEntry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrTable)
    }
}

struct TextOrTable;

impl<'de> Visitor<'de> for TextOrTable {
    type Value = PhraseEntry;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, phrase: &str) -> Result<PhraseEntry, E> {
        Ok(PhraseEntry { phrase: phrase.to_owned(), kind: None })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<PhraseEntry, A::Error> {
        let PhraseTable { phrase, kind } = PhraseTable::deserialize(MapAccessDeserializer::new(map))?;
        Ok(PhraseEntry { phrase, kind })
    }
}

/// What has been said about furniture, and found to make sense.
#[derive(Clone, Debug, Default)]
pub(super) struct Furniture {
    pub(super) extend: Option<Setting<Vec<OwnPhrase>>>,
    pub(super) allow: Option<Setting<Vec<String>>>,
}

impl Furniture {
    /// This with what it does not set taken from `base`.
    pub(super) fn or(self, base: Self) -> Self {
        Self { extend: self.extend.or(base.extend), allow: self.allow.or(base.allow) }
    }

    /// The phrases that count where this is said.
    pub(super) fn lexicon(&self) -> Arc<Lexicon> {
        let mut lexicon = self.extended();
        for phrase in self.allow.iter().flat_map(|set| &set.value) {
            lexicon.remove(phrase);
        }
        Arc::new(lexicon)
    }

    fn extended(&self) -> Lexicon {
        let mut lexicon = Lexicon::default();
        for own in self.extend.iter().flat_map(|set| &set.value) {
            lexicon.add(own);
        }
        lexicon
    }
}

impl FurnitureTable {
    /// Checks every phrase; `base` is what the file that is extended says.
    pub(super) fn check(self, lines: &Lines, base: Furniture) -> Result<Furniture, Problem> {
        let extend = self.extend.map(|list| {
            let origin = lines.origin(&list.span());
            let value = list.into_inner().into_iter().map(own_phrase).collect::<Result<_, Problem>>()?;
            Ok(Setting { value, origin })
        });
        let own = Furniture { extend: extend.transpose()?, allow: None }.or(base);
        let mut lexicon = own.extended();
        for entry in self.allow.iter().flat_map(Spanned::get_ref) {
            allowed(&mut lexicon, entry.get_ref()).map_err(|advice| advice.at(entry.span()))?;
        }
        let allow = lines.each(self.allow, |phrase| Ok(phrase.to_owned()))?;
        Ok(Furniture { extend: None, allow }.or(own))
    }
}

fn own_phrase(entry: Spanned<PhraseEntry>) -> Result<OwnPhrase, Problem> {
    let span = entry.span();
    let PhraseEntry { phrase, kind } = entry.into_inner();
    if let Some(advice) = unfit(&phrase) {
        return Err(advice.at(span));
    }
    let kind = kind.map_or(Ok(StubKind::FormPrompt), |kind| one(&kind, stub_kind))?;
    Ok(OwnPhrase { phrase, kind })
}

/// Why a text can be no phrase of a page.
fn unfit(phrase: &str) -> Option<Advice> {
    let shown = phrase.escape_debug();
    let message = if phrase.contains(['\n', '\r']) {
        format!("`{shown}` is more than one line")
    } else if phrase.len() > Lexicon::LONGEST_LINE {
        format!("a phrase of {} bytes is longer than any line that is taken for furniture", phrase.len())
    } else if !OwnPhrase::is_long_enough(phrase) {
        format!("`{shown}` is too short to be a phrase of a page: stories have such lines, too")
    } else {
        return None;
    };
    Some(Advice::new(message, "Write one whole line as the page prints it: `\"Tip the news desk\"`."))
}

fn stub_kind(word: &str) -> Result<StubKind, Advice> {
    StubKind::from_name(word).ok_or_else(|| {
        let names = StubKind::names();
        let guess = suggest::did_you_mean(word, names);
        Advice::new(format!("`{word}` is no kind of furniture"), format!("{guess}It may be {}.", suggest::list(&names)))
    })
}

/// Takes a phrase out of the lexicon, which has to have it.
fn allowed(lexicon: &mut Lexicon, phrase: &str) -> Result<(), Advice> {
    if lexicon.remove(phrase) {
        return Ok(());
    }
    let guess = suggest::did_you_mean(phrase, lexicon.keys());
    let help = format!("{guess}Write one whole line that is reported, or take the entry out.");
    Err(Advice::new(format!("no phrase is `{}`, so that this allows nothing", phrase.escape_debug()), help))
}
