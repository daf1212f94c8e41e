//! The built-in phrases as tables that `build.rs` has made of `phrases.tsv`.

use unicode_normalization::char::is_combining_mark;

use super::filter::Filter;
use super::{StubKind, Tier};
use crate::chars;

include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

/// What the tables say about a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub(super) kind: StubKind,
    pub(super) tier: Tier,
    /// Whether it ends like a sentence.
    pub(super) is_sentence: bool,
    /// Whether it is the name of a brand and nothing else.
    pub(super) is_brand: bool,
    /// Whether prose may open with it, too, so that it tells nothing unless the line mentions what forms talk about; of
    /// a whole phrase, whether a story may end in it, too.
    pub(super) needs_topics: bool,
}

/// How many words may stand in place of a template's `%s`.
const TEMPLATE_WORDS: std::ops::RangeInclusive<usize> = 1..=6;

/// Whether a line may be a phrase or begin with one, as far as its first letters tell.
pub(super) fn may_begin(line: &str) -> bool {
    super::quick::may_begin(line, &FEW, &MANY)
}

/// Whether a line may end like a phrase that begins with a name, as far as its last letters tell.
pub(super) fn may_end(line: &str) -> bool {
    super::quick::may_end(line, &LAST)
}

/// The phrase with this key.
pub(super) fn whole(key: &str) -> Option<Phrase> {
    WHOLE.binary_search_by(|(known, _)| (*known).cmp(key)).ok().map(|at| WHOLE[at].1)
}

/// Whether a phrase that is a whole line begins with `word`, which has nothing but letters.
pub(super) fn begins_with(word: &str) -> bool {
    // A blank comes before all letters: if there is such a phrase, it is the next one.
    let next = WHOLE.partition_point(|(known, _)| *known < word);
    let rest = WHOLE.get(next).and_then(|(known, _)| known.strip_prefix(word));
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

/// The keys of all phrases that are whole lines.
pub(super) fn keys<'k>() -> impl Iterator<Item = &'k str> {
    WHOLE.iter().map(|(key, _)| *key)
}

/// The longest phrase that a key opens with, and what follows it.
pub(super) fn opening(key: &str) -> Option<(Phrase, &str)> {
    let mut known = key;
    loop {
        let after = OPENINGS.partition_point(|(opening, _)| *opening <= known);
        let (opening, phrase) = OPENINGS.get(after.checked_sub(1)?)?;
        let common = known.char_indices().zip(opening.chars()).find(|((_, a), b)| a != b);
        let common = common.map_or(known.len().min(opening.len()), |((at, _), _)| at);
        if common == opening.len() {
            let rest = &key[common..];
            if ends_word(opening, rest) {
                return Some((*phrase, rest));
            }
        }
        // What lies between shares no more than this with any phrase that could still fit.
        let shorter = common.min(known.char_indices().next_back().map_or(0, |(last, _)| last));
        known = &known[..shorter];
    }
}

/// The template that a key fills in, and what it ends with.
pub(super) fn template(key: &str) -> Option<(&'static str, Phrase)> {
    // The longer of two beginnings sorts last and says more.
    alike(&TEMPLATES, key)
        .iter()
        .rev()
        .find(|(before, after, _)| fills_in(key, before, after))
        .map(|(_, after, phrase)| (*after, *phrase))
}

/// The template without a beginning that a key fills in, and what it ends with.
pub(super) fn ending(key: &str) -> Option<(&'static str, &'static str, Phrase)> {
    ENDINGS.iter().rev().find(|(before, after, _)| fills_in(key, before, after)).copied()
}

/// The template that a key opens with and fills in, the words after its name, and where what follows begins.
pub(super) fn cut(key: &str) -> Option<(Phrase, &'static str, usize)> {
    alike(&CUT, key).iter().rev().find_map(|(before, after, phrase)| {
        let named = key.strip_prefix(before)?;
        if after.is_empty() {
            return fills_in(key, before, after).then_some((*phrase, *after, key.len()));
        }
        let mut ends = named.match_indices(after).map(|(at, _)| before.len() + at + after.len());
        ends.find(|end| fills_in(&key[..*end], before, after)).map(|end| (*phrase, *after, end))
    })
}

/// The rows of a table whose first words begin with the same byte as a key. Rows are in order, and none begins with the
/// name.
fn alike<'t>(
    rows: &'t [(&'static str, &'static str, Phrase)],
    key: &str,
) -> &'t [(&'static str, &'static str, Phrase)] {
    let first = key.as_bytes().first();
    let from = rows.partition_point(|(before, ..)| before.as_bytes().first() < first);
    let len = rows[from..].partition_point(|(before, ..)| before.as_bytes().first() == first);
    &rows[from..from + len]
}

/// Whether a key is a name with these words before and after it.
fn fills_in(key: &str, before: &str, after: &str) -> bool {
    let middle = key.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
    middle.is_some_and(|middle| {
        let is_set_off = ends_word(before, middle) && ends_word(middle, after);
        is_set_off && TEMPLATE_WORDS.contains(&middle.split_whitespace().count())
    })
}

/// Whether no word goes on from `text` into `rest`, as far as the script shows where words end.
fn ends_word(text: &str, rest: &str) -> bool {
    let (Some(last), Some(next)) = (text.chars().next_back(), rest.chars().next()) else { return true };
    let is_within = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    [last, next].into_iter().any(|c| chars::breaks_lines_without_spaces(c) || !is_within(c))
}
