//! Stories that end in the middle.

use super::{Checker, Fixable, Group, Rule};
use crate::chars;
use crate::diagnostic::Severity;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "truncated-text",
    group: Group::Structure,
    severity: Severity::Warning,
    fixable: Fixable::No,
    since: "1.0",
    is_default: true,
    summary: "The story ends as if it was cut off",
    docs: include_str!("truncated_text.md"),
    check,
};

/// What feeds and pages put where they cut, in small letters.
const CUTS: [&str; 12] = [
    "[…]",
    "[...]",
    "[&hellip;]",
    "(more…)",
    "(more...)",
    "(more)",
    "[more]",
    "(continued)",
    "(continues)",
    "[continues]",
    "(ادامه دارد)",
    "(يتبع)",
];
/// Words that no sentence ends in, in the languages of the wires, and that end none in another one (`or`, `las`, `os`).
const HANGING: [&str; 37] = [
    "the", "and", "of", "because", "although", "whose", "their", "und", "oder", "weil", "dass", "dem", "des", "les",
    "que", "porque", "della", "nel", "perché", "uma", "een", "och", "att", "oraz", "że", "и", "в", "на", "что", "для",
    "що", "ve", "و", "که", "از", "با", "إلى",
];
/// A last line of fewer words than this may be a title, a name or the last item of a list.
const LEAST_WORDS: usize = 6;

fn check(c: &mut Checker) {
    let Some(last) = c.article.body().last().copied() else { return };
    let Some(word) = last.text.split(chars::is_blank).rfind(|word| !word.is_empty()) else { return };
    let at = last.span.end - word.len();
    let is_sentence = || {
        let words = last.text.split(chars::is_blank).filter(|word| !word.is_empty());
        words.take(LEAST_WORDS).count() == LEAST_WORDS
    };
    let message = if let Some(cut) = cut(last.text) {
        format!("the story ends in `{cut}`, where a page or a feed has cut it off")
    } else if word.ends_with([',', '،', '、', '，']) && is_sentence() {
        "the story ends in a comma".to_owned()
    } else if HANGING.contains(&word) && is_sentence() {
        format!("the story ends in “{word}”, in the middle of a sentence")
    } else {
        return;
    };
    c.report(Span::new(at, last.span.end), message).help("It reads as if cut off. Fetch the whole article.");
}

/// The mark at the end of a text that says it goes on elsewhere: one of [`CUTS`], or the `[+1234 chars]` of news feeds.
fn cut(text: &str) -> Option<&str> {
    // All of them end in a bracket.
    if !text.ends_with([')', ']']) {
        return None;
    }
    let found = CUTS.iter().find_map(|cut| {
        let start = text.len().checked_sub(cut.len())?;
        text.get(start..).filter(|end| end.eq_ignore_ascii_case(cut))
    });
    let of_feed = || {
        let at = text.rfind("[+")?;
        let count = text.get(at + 2..)?.strip_suffix(" chars]")?;
        chars::is_plain_number(count).then(|| text.get(at..)).flatten()
    };
    found.or_else(of_feed)
}
