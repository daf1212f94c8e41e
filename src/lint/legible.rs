//! A text as its reader sees it, so that faults that a repair adds can be told from faults that characters had hidden.

use super::{Settings, check};
use crate::article::Article;
use crate::chars;
use crate::fix::{Effect, Fix, Safety, apply, select};
use crate::grammar;
use crate::source::Source;

/// Text that was read in the wrong encoding twice takes two passes, and a reference to a reference does, too.
const MOST_PASSES: usize = 10;

/// The ways to read a text: a label behind a zero-width space is a label, and what hides a headline may be the code of
/// a character that nobody sees.
pub(super) fn readings(source: &Source, settings: &Settings, safety: Safety) -> Vec<String> {
    // What a separator was worth depends on what stands around it, so each way of reading them counts.
    let line_ends: [&[char]; 3] = [&[], &['\u{2029}'], &['\u{85}', '\u{2028}', '\u{2029}']];
    let mut readings = Vec::new();
    // What nobody sees may keep misread letters from being known as such.
    let bare = without_invisible(source.text(), &[], None);
    let bare = as_written(&Source::new(source.name(), &bare), settings, safety);
    for text in [source.text().to_owned(), as_written(source, settings, safety), bare] {
        for (line_ends, others) in
            line_ends.iter().flat_map(|ends| [None, Some(' '), Some('\u{200b}')].map(|o| (ends, o)))
        {
            let bare = without_invisible(&text, line_ends, others);
            readings.push(bare.chars().filter(|c| !chars::is_joiner(*c)).collect());
            readings.push(bare);
        }
    }
    readings
}

/// The text with the characters that its sender wrote: no wrong encoding, no references, no tags.
fn as_written(source: &Source, settings: &Settings, safety: Safety) -> String {
    let mut text = source.text().to_owned();
    for _ in 0..MOST_PASSES {
        let found = check(&Source::new(source.name(), &text), settings).diagnostics;
        let of_characters = |fix: &&Fix| fix.safety >= safety && writes_characters(fix.effect);
        let fixes: Vec<&Fix> = found.iter().filter_map(|finding| finding.fix.as_ref()).filter(of_characters).collect();
        let mut edits: Vec<_> = select(&fixes).into_iter().flat_map(|index| &fixes[index].edits).collect();
        if edits.is_empty() {
            break;
        }
        edits.sort();
        text = apply(&text, &edits);
    }
    text
}

/// Whether a line turns out to have another role once the characters are those that their sender wrote.
pub(super) fn hides_roles(source: &Source, article: &Article, settings: &Settings, safety: Safety) -> bool {
    let written = as_written(source, settings, safety);
    let written = Source::new(source.name(), &written);
    let settings = settings.for_text(source);
    grammar::parse(&written, &settings.profile, &settings.lexicon).roles != article.roles
}

/// Whether a repair writes characters as they were meant.
pub(super) fn writes_characters(effect: Effect) -> bool {
    matches!(
        effect,
        Effect::RedecodesCharacters | Effect::ResolvesReferences | Effect::RemovesTags | Effect::ComposesCharacters
    )
}

/// The text without what nobody sees. The separators in `line_ends` are read as such, the others as `others`, or as
/// they are; so are the controls that may part words, or they are left out.
fn without_invisible(text: &str, line_ends: &[char], others: Option<char>) -> String {
    let may_part = |c| matches!(c, '\u{b}' | '\u{c}') && others.is_some();
    let is_kept = |c: &char| {
        !chars::is_unprintable(*c) || chars::is_line_separator(*c) || matches!(c, '\n' | '\r' | '\t') || may_part(*c)
    };
    let read = |c| match others {
        _ if line_ends.contains(&c) => '\n',
        Some(other) if chars::is_line_separator(c) || may_part(c) => other,
        _ => c,
    };
    text.chars().filter(is_kept).map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_a_line_is_read_away() {
        let hides_nothing = |text: &str| readings(&Source::new("t", text), &Settings::default(), Safety::Unsafe);
        for hidden in ["\u{200b}\nTalks", "&zwnj;\nTalks", "<br />\nTalks", "&amp;shy;\nTalks"] {
            assert!(hides_nothing(hidden).iter().any(|reading| reading == "\nTalks"), "{hidden}");
        }
    }

    #[test]
    fn what_nobody_sees_keeps_no_misread_letter_from_being_read() {
        let found = readings(&Source::new("t", "Â\u{a0}\u{2067}\nTalks"), &Settings::default(), Safety::Safe);
        assert!(found.iter().any(|reading| reading == "\u{a0}\nTalks"), "{found:?}");
    }

    #[test]
    fn a_separator_is_read_as_everything_it_may_have_been() {
        let readings = |text: &str| readings(&Source::new("t", text), &Settings::default(), Safety::Unsafe);
        for separator in ['\u{85}', '\u{2028}', '\u{2029}'] {
            let text = format!("Talks{separator}resume\t\r\n");
            let found = readings(&text);
            for between in ['\n', ' ', '\u{200b}', separator] {
                let reading = format!("Talks{between}resume\t\r\n");
                assert!(found.contains(&reading), "{reading:?} {found:?}");
            }
        }
        // A paragraph may end where a line does not.
        assert!(readings("a\u{2028}b\u{2029}c").contains(&"a b\nc".to_owned()));
        // A form feed parts two words, or it parts nothing.
        assert!(["a b", "ab"].iter().all(|reading| readings("a\u{c}b").contains(&(*reading).to_owned())));
        assert!(readings("a\u{200d}b").contains(&"ab".to_owned()), "without joiners, too");
    }
}
