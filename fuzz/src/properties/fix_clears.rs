//! What can be repaired is gone after the repair, and nothing new is wrong but for what a repair uncovers.

use std::collections::BTreeSet;

use wirelint::fix::Safety;
use wirelint::lint::{self, FixPolicy, Settings};
use wirelint::rules::{Group, RULES, Rule};
use wirelint::source::Source;

use super::inputs::Input;

/// `lint(fix(x))` has nothing to repair, and no rule that `lint(x)` did not have, but for what comes to light.
pub fn hold(bytes: &[u8]) {
    let Input { settings, text } = Input::of(bytes);
    let source = Source::new("input", &text);
    let before = rules(&source, settings);
    for safety in [Safety::Safe, Safety::Unsafe] {
        let Ok(fixed) = lint::fix(&source, settings, safety) else { continue };
        let left = lint::check(&Source::new("input", &fixed.text), settings).diagnostics;
        let repairable = left.iter().find(|finding| finding.fix.as_ref().is_some_and(|fix| fix.safety >= safety));
        assert_eq!(repairable, None, "{text:?}");
        let mut added: BTreeSet<&str> = left.iter().map(|finding| finding.rule).collect();
        added.retain(|rule| !before.contains(rule));
        let wire = |text: &str| settings.for_text(&Source::new("input", text)).profile.name.clone();
        if added.is_empty() || wire(&text) != wire(&fixed.text) {
            // By the rules of the wire that it turns out to be, something else is wrong.
            continue;
        }
        // What is wrong once the characters are those that were meant was wrong before, and nobody could see it.
        let of_characters = Settings { fixes: only_characters(settings), ..settings.clone() };
        if let Ok(legible) = lint::fix(&source, &of_characters, safety) {
            let legible = rules(&Source::new("input", &legible.text), settings);
            added.retain(|rule| !legible.contains(rule));
        }
        let repaired: BTreeSet<&str> = fixed.applied.iter().map(|applied| applied.rule).collect();
        added.retain(|rule| !UNCOVERED.iter().any(|(by, rules)| repaired.contains(by) && rules.contains(rule)));
        assert_eq!(added, BTreeSet::new(), "{safety:?} repairs of {repaired:?}: {text:?}");
    }
}

/// What another repair may bring to light. Each run of blanks belongs to one rule, and while it is more than one blank, to
/// none of those that look at the mark after it.
const UNCOVERED: [(&str, &[&str]); 4] = [
    ("double-space", &["space-before-punctuation"]),
    ("no-break-space", &["space-before-punctuation"]),
    ("tab", &["space-before-punctuation"]),
    ("unusual-space", &["space-before-punctuation"]),
];

fn rules(source: &Source, settings: &Settings) -> BTreeSet<&'static str> {
    lint::check(source, settings).diagnostics.iter().map(|finding| finding.rule).collect()
}

/// Nothing is repaired but characters.
fn only_characters(settings: &Settings) -> Vec<FixPolicy> {
    let of = |(rule, policy): (&Rule, &FixPolicy)| {
        if rule.group == Group::Characters { *policy } else { FixPolicy::Never }
    };
    RULES.iter().zip(&settings.fixes).map(of).collect()
}
