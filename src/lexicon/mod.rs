//! Phrases that pages leave around an article, as reviewed data, and how a line is recognised as one.

use std::collections::{BTreeMap, BTreeSet};

mod answers;
mod evidence;
mod filter;
mod glued;
mod inputs;
pub(crate) mod key;
mod labels;
mod own;
mod pieces;
mod quick;
mod requests;
mod rights;
mod shapes;
mod simple;
mod sums;
mod table;
#[cfg(test)]
mod tests;
mod wording;

use crate::chars;

use filter::Filter;
use key::ends_like_a_sentence;
use quick::trails_off;
use sums::sum;
use table::Phrase;

pub use answers::counted_answers;
pub(crate) use key::is_marked_field;
pub use labels::labelled;
pub use own::OwnPhrase;
pub use shapes::{may_inform, shape};
pub use wording::{Wording, is_name, wording};

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
        (Self::EndMark, "end-mark", "what an agency sets below a story"),
        (Self::Ad, "ad", "an advertisement on the page"),
        (Self::ReadMore, "read-more", "a link of the page to more to read"),
        (Self::ViewCounter, "view-counter", "a counter or control of the page"),
        (Self::SystemText, "system-text", "a browser or a script of the page"),
    ];

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known, _)| *known == name).map(|(kind, ..)| *kind)
    }

    /// The names of all kinds.
    pub fn names() -> [&'static str; 15] {
        Self::NAMES.map(|(_, name, _)| name)
    }

    /// The name in the data and in configurations.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(kind, ..)| *kind == self).map_or("", |(_, name, _)| name)
    }

    /// What an editor calls it.
    pub fn in_words(self) -> &'static str {
        Self::NAMES.iter().find(|(kind, ..)| *kind == self).map_or("", |(.., words)| words)
    }

    /// Whether it heads a list that the page puts together: other stories, topics. Stories have such headings, too.
    pub fn is_list(self) -> bool {
        matches!(self, Self::Related | Self::Tag)
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

/// What a line was recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What part of a page it comes from.
    pub kind: StubKind,
    /// How telling the phrase is.
    pub tier: Tier,
    /// Whether the line is certainly the phrase. If not, it only opens like one, fills in one, or ends in a mark that
    /// the phrase does not have, and may be a sentence of the story.
    pub is_exact: bool,
    /// Whether the line is names of brands and nothing else: `Facebook`. Such a line may be a heading or the name that
    /// a story ends in, so it is never certain to be furniture.
    pub is_brand: bool,
}

/// The phrases, ready to be matched against lines: the built-in ones and those that a configuration adds or removes.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Phrases of a configuration by key.
    own: BTreeMap<String, Phrase>,
    own_starts: Option<Box<(Filter, Filter)>>,
    /// Keys of lines that are prose whatever else is said.
    prose: BTreeSet<String>,
}

/// A phrase that was found, whether it ends like a sentence, and whether a story may end in it, too.
struct Found {
    hit: Hit,
    is_sentence: bool,
    is_said: bool,
}

impl From<Phrase> for Found {
    fn from(phrase: Phrase) -> Self {
        let Phrase { kind, tier, is_brand, is_sentence, needs_topics: is_said } = phrase;
        Self { hit: Hit { kind, tier, is_exact: true, is_brand }, is_sentence, is_said }
    }
}

/// Quotation marks that may stand around a phrase.
const QUOTES: [char; 5] = ['"', '“', '”', '»', '\''];
/// An opening of so many words, or of so many characters where there are no blanks, is known by itself.
const FEWEST_WORDS: usize = 4;
const FEWEST_SIGNS: usize = 9;
/// So many characters are several words where there are no blanks.
const FEWEST_UNSPACED: usize = 5;
/// What counts comments has no more characters than this.
const LONGEST_COUNTED: usize = 20;
/// A remark about a field has no more words than this.
const MOST_WORDS_OF_REMARK: usize = 6;
/// The sum that a form asks robots to solve has no more bytes than this.
const LONGEST_SUM: usize = 40;

impl Lexicon {
    /// Lines of more bytes are prose, whatever they begin with.
    pub const LONGEST_LINE: usize = 600;

    /// The built-in phrases alone.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: Lexicon = Lexicon { own: BTreeMap::new(), own_starts: None, prose: BTreeSet::new() };
        &BUILT_IN
    }

    /// What `line` is recognised as, if it is one or several of the phrases, or opens like one.
    pub fn recognise(&self, line: &str) -> Option<Hit> {
        let line = line.trim();
        if line.len() > Self::LONGEST_LINE || !self.may_begin(line) {
            return None;
        }
        let folded = simple::fold(line);
        let stripped = key::strip(&folded);
        let key = key::single_blanks(stripped);
        if key.is_empty() || self.is_prose(&key) {
            return None;
        }
        if let Some(Found { hit, is_sentence, is_said }) = self.whole(&key) {
            // `Reply.` may be the last word of a story, `Comments are closed.` is no more than a page says.
            let (is_several, is_open) = (has_several_words(&key), trails_off(line));
            // An empty field says `Search …`; in prose somebody's words trail off as well.
            let is_hint = is_open && matches!(hit.kind, StubKind::FormField | StubKind::FormButton);
            let has_own_end = is_sentence || !ends_like_a_sentence(line) || is_several && is_open;
            let is_finished = !is_open && line.ends_with(['.', '。', '।', '۔']);
            let is_exact = has_own_end && (hit.tier > Tier::Word || !is_finished || is_several && !is_said);
            // A number of comments stands above comments only.
            let is_counted = hit.kind.is_form() && is_counted(line, &key) && evidence::is_comment(&key);
            let known = if is_counted { hit.tier.max(Tier::Phrase) } else { hit.tier };
            let may_be_asked = hit.kind.is_form() && known < Tier::Phrase;
            let tier = if may_be_asked { asked_for(line, &key).unwrap_or(known) } else { known };
            return (has_own_end || is_hint || hit.tier > Tier::Word).then_some(Hit { tier, is_exact, ..hit });
        }
        if !ends_like_a_sentence(line) && (requests::is_request(&key) || self.is_qualified_field(&key)) {
            let kind = if key.ends_with(')') { StubKind::FormField } else { StubKind::FormPrompt };
            return Some(Hit { kind, tier: Tier::Phrase, is_exact: true, is_brand: false });
        }
        if let Some(tier) = asked_for(line, &key) {
            let asked = Hit { kind: StubKind::FormField, tier, is_exact: true, is_brand: false };
            return self.fields(&key).or(Some(asked));
        }
        let several = || self.composition(&folded).or_else(|| self.buttons(&key)).or_else(|| self.fields(&key));
        let opening = self.opening(&key);
        if opening.is_some_and(|hit| hit.is_exact) {
            return opening;
        }
        // `Reply to all` is a label, `To reply to all would be wrong.` no more than its beginning.
        let template = || table::template(&key).filter(|(_, phrase)| phrase.is_sentence || !ends_like_a_sentence(line));
        let cut = || cut(&key).filter(|hit| hit.tier > Tier::Word || !ends_like_a_sentence(line));
        let other = sum(&key)
            .or_else(cut)
            .or_else(several)
            .or(opening)
            .or_else(|| template().map(|(after, phrase)| replying(line, after, phrase)));
        other.or_else(|| if table::may_end(line) { ending(&key) } else { None })
    }

    fn may_begin(&self, line: &str) -> bool {
        table::may_begin(line)
            || table::may_end(line)
            || line.starts_with('©')
            || (line.len() <= LONGEST_SUM && line.starts_with(|c: char| c.is_numeric() || matches!(c, '+' | '×')))
            || self.own_starts.as_deref().is_some_and(|(few, many)| quick::may_begin(line, few, many))
    }

    /// Whether a configuration says that a line with this key is prose.
    fn is_prose(&self, key: &str) -> bool {
        !self.prose.is_empty() && self.prose.contains(key)
    }

    /// The phrase with this key.
    fn whole(&self, key: &str) -> Option<Found> {
        let known = |key: &str| self.own.get(key).copied().or_else(|| table::whole(key));
        known(key).or_else(|| uncounted(key).and_then(|key| known(&key))).map(Found::from)
    }

    /// Whether a key is a field with a remark in brackets that forms make: `Email (is never published)` says who sees it,
    /// or that it has to be filled in.
    fn is_qualified_field(&self, key: &str) -> bool {
        let Some((field, remark)) = key.strip_suffix(')').and_then(|key| key.split_once(" (")) else { return false };
        let is_short = remark.split(' ').count() <= MOST_WORDS_OF_REMARK && !remark.contains(char::is_numeric);
        let is_field = || self.whole(key::strip(field)).is_some_and(|found| found.hit.kind.is_form());
        is_short && evidence::is_about_fields(remark) && is_field()
    }

    /// The phrase that a key opens like.
    fn opening(&self, key: &str) -> Option<Hit> {
        let (phrase, rest) = table::opening(key)?;
        let opening = key.strip_suffix(rest).unwrap_or(key);
        if !rest.contains(char::is_alphabetic) && is_telling(opening) {
            // Half a sentence and nothing else: pages cut their texts short, stories don't.
            return Some(Hit { kind: phrase.kind, tier: phrase.tier, is_exact: true, is_brand: false });
        }
        // Who goes on after a colon or a closing quotation mark tells a story about the form.
        if rest.trim_start_matches(QUOTES).trim_start().starts_with(':') {
            return None;
        }
        if phrase.needs_topics && evidence::topics(key) == 0 {
            return None;
        }
        let (sentence, after) = match rest.find(". ").or_else(|| rest.find(['?', '!', '؟', '。', '।'])) {
            Some(end) => rest.split_at(end),
            None => (rest, ""),
        };
        let goes_on = after.contains(char::is_alphabetic)
            && !evidence::is_form("", after, false)
            && self.composition(after).is_none()
            && self.piece(after).is_none();
        // Who goes on after a colon tells a story about the form.
        let is_certain =
            !rest.starts_with(':') && !goes_on && evidence::is_form(opening, sentence, !phrase.needs_topics);
        let tier = if is_certain || !phrase.needs_topics { phrase.tier } else { Tier::Word };
        let is_exact = is_certain && tier > Tier::Word;
        Some(Hit { kind: phrase.kind, tier, is_exact, is_brand: false })
    }
}

/// How telling a line is that asks for what a form needs. One that is open at its end or asks whether something is
/// forgotten is a part of a form wherever it stands; a story on how to log in has others for headings.
fn asked_for(line: &str, key: &str) -> Option<Tier> {
    let is_question = line.ends_with(['?', '？']);
    let is_open = trails_off(line) || line.ends_with(chars::COLONS) || line.ends_with('*');
    if ends_like_a_sentence(line) && !is_question && !is_open || !inputs::is_input(key, is_question) {
        return None;
    }
    Some(if is_question || is_open { Tier::Phrase } else { Tier::Word })
}

/// A short key without its numbers, in scripts that write numbers and words without a blank: `258条评论`.
fn uncounted(key: &str) -> Option<String> {
    let is_counted = key.starts_with(|c: char| c.is_ascii_digit()) && key.chars().count() <= LONGEST_COUNTED;
    let is_unspaced = || key.chars().any(chars::breaks_lines_without_spaces);
    (is_counted && is_unspaced()).then(|| key.chars().filter(|c| !matches!(c, '0'..='9' | ',' | '+')).collect())
}

/// Whether a line is one word and a number: where words have blanks between, `No comments (3)` is none.
fn is_counted(line: &str, key: &str) -> bool {
    let is_word = |c: char| c.is_alphabetic() && !chars::breaks_lines_without_spaces(c);
    line.contains(char::is_numeric) && key.chars().all(is_word)
}

/// Whether an opening is long enough to be known by itself: in scripts without blanks, it may be a word of prose.
fn is_telling(opening: &str) -> bool {
    let has_blanks = !opening.chars().any(chars::breaks_lines_without_spaces);
    has_blanks && opening.split(' ').count() >= FEWEST_WORDS || opening.chars().count() >= FEWEST_SIGNS
}

/// Whether a key is more than a word, as far as the script shows where words end.
fn has_several_words(key: &str) -> bool {
    key.contains(' ') || key.chars().any(chars::breaks_lines_without_spaces) && key.chars().count() >= FEWEST_UNSPACED
}

/// The phrase with a name in it that a key opens like: pages cut it short, or go on about the form.
fn cut(key: &str) -> Option<Hit> {
    let (Phrase { kind, tier, .. }, after, end) = table::cut(key)?;
    let (opening, rest) = key.split_at(end);
    let goes_on = rest.contains(char::is_alphabetic);
    let is_exact = !goes_on || evidence::is_form(opening, rest, !kind.is_form());
    // Only the words after the name tell it from a sentence that fills in as well.
    let tells = is_exact && !after.is_empty();
    Some(Hit { kind, tier: if tells { tier } else { Tier::Word }, is_exact, is_brand: false })
}

/// A phrase that begins with a name. One word after a name is a verb of prose as well.
fn ending(key: &str) -> Option<Hit> {
    let (before, after, phrase) = table::ending(key)?;
    let hit = filled_in(phrase);
    Some(Hit { is_exact: hit.is_exact && (!before.is_empty() || has_several_words(after)), ..hit })
}

/// A phrase that a line fills in: prose may do so, too, unless only pages say it. A telling phrase with a name in it
/// tells as much as a word does.
fn filled_in(Phrase { kind, tier, .. }: Phrase) -> Hit {
    let is_sentence = tier == Tier::Sentence;
    Hit { kind, tier: if is_sentence { tier } else { Tier::Word }, is_exact: tier > Tier::Word, is_brand: false }
}

/// A phrase with a name at its end: `Reply to Jane`. What goes on in small letters is no name and may be a heading of
/// the story.
fn replying(line: &str, after: &str, phrase: Phrase) -> Hit {
    let hit = filled_in(phrase);
    let last = line.split(' ').rev().find(|word| word.starts_with(char::is_alphabetic)).unwrap_or_default();
    let is_name = !after.is_empty() || !phrase.kind.is_form() || !last.starts_with(char::is_lowercase);
    Hit { is_exact: hit.is_exact && is_name, ..hit }
}
