//! Only what was reported changes, and what a safe repair takes from the text is told.

use std::collections::BTreeMap;

use wirelint::fix::{Effect, Safety};
use wirelint::keys;
use wirelint::lint;
use wirelint::source::Source;

use super::inputs::Input;
use super::passes::{Pass, passes};

/// The edits are in order, apart and on boundaries; made by themselves, they give what `fix` gives; safe ones take no
/// letter, digit or joiner of a word that they do not tell.
pub fn hold(bytes: &[u8]) {
    let Input { settings, text } = Input::of(bytes);
    for safety in [Safety::Safe, Safety::Unsafe] {
        let Ok(fixed) = lint::fix(&Source::new("input", &text), settings, safety) else { continue };
        let passes = passes(&text, settings, safety);
        for pass in &passes {
            assert_apart(pass);
            for fix in pass.fixes() {
                for edit in &fix.edits {
                    let old = &pass.before[edit.span.range()];
                    assert!(keeps_letters(fix.effect, old, &edit.text), "{old:?} becomes {edit:?}: {text:?}");
                }
            }
        }
        let last = passes.last().map_or_else(|| text.to_string(), Pass::after);
        assert_eq!(fixed.text, last, "{text:?}");
        let told: String = fixed.removed.iter().map(|removed| removed.text.as_str()).collect();
        assert_eq!(letters(&taken_out(&passes)), letters(&told), "what is told is not what was taken out: {text:?}");
        if safety == Safety::Safe {
            let mut left = joiners(&fixed.text);
            fixed
                .removed
                .iter()
                .flat_map(|removed| joiners(&removed.text))
                .for_each(|(at, n)| *left.entry(at).or_default() += n);
            for (place, before) in joiners(&text) {
                assert!(left.get(&place).is_some_and(|after| *after >= before), "{place:?} is lost: {text:?}");
            }
        }
    }
}

fn assert_apart(pass: &Pass) {
    let mut end = 0;
    for (index, edit) in pass.edits().into_iter().enumerate() {
        assert!(pass.before.get(edit.span.range()).is_some(), "{edit:?} is no part of {:?}", pass.before);
        assert!(index == 0 || edit.span.start >= end, "{edit:?} meets another one in {:?}", pass.before);
        end = edit.span.end;
    }
}

/// Whether an edit keeps the letters and digits as its effect has it. Removals are told, and weighed as a whole.
fn keeps_letters(effect: Effect, old: &str, new: &str) -> bool {
    match effect {
        Effect::KeepsWords => plain_letters(old) == plain_letters(new),
        Effect::FoldsLetters => letters_in_order(old) == letters_in_order(new),
        Effect::CutsLeftovers | Effect::RemovesRepeat | Effect::RemovesLeftovers | Effect::RemovesLines => {
            new.is_empty()
        }
        Effect::RedecodesCharacters
        | Effect::ResolvesReferences
        | Effect::RemovesTags
        | Effect::ComposesCharacters
        | Effect::RespellsHeader => true,
    }
}

/// What the repairs take out as a whole.
fn taken_out(passes: &[Pass]) -> String {
    let is_told = |effect| matches!(effect, Effect::RemovesRepeat | Effect::RemovesLeftovers | Effect::RemovesLines);
    let of_pass = |pass: &Pass| -> String {
        let edits = pass.fixes().filter(|fix| is_told(fix.effect)).flat_map(|fix| &fix.edits);
        edits.map(|edit| &pass.before[edit.span.range()]).collect()
    };
    passes.iter().map(of_pass).collect()
}

fn plain_letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Letters and digits, those of another keyboard alike.
fn letters_in_order(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphanumeric()).filter_map(keys::fold_typed).collect()
}

/// The same without their order.
fn letters(text: &str) -> Vec<char> {
    let mut letters = letters_in_order(text);
    letters.sort_unstable();
    letters
}

/// The zero-width non-joiners that keep two letters apart which would join, by what stands around them.
fn joiners(text: &str) -> BTreeMap<(char, char), usize> {
    const JOIN_BOTH_SIDES: &str = "بپتثجچحخسشصضطظعغفقکگلمنهی";
    const JOIN_BEFORE: &str = "ادذرزژو";
    let mut found = BTreeMap::new();
    for (at, joiner) in text.match_indices('\u{200c}') {
        let before = text[..at].chars().next_back().and_then(keys::fold_typed);
        let after = text[at + joiner.len()..].chars().next().and_then(keys::fold_typed);
        let (Some(before), Some(after)) = (before, after) else { continue };
        if JOIN_BOTH_SIDES.contains(before) && (JOIN_BOTH_SIDES.contains(after) || JOIN_BEFORE.contains(after)) {
            *found.entry((before, after)).or_default() += 1;
        }
    }
    found
}
