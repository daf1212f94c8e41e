//! Standfirsts that the story repeats word for word.

use super::{Checker, Fixable, Group, Rule};
use crate::article::Block;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Fix, Safety};
use crate::{keys, removal};

pub(super) const RULE: Rule = Rule {
    name: "duplicate-standfirst",
    group: Group::Structure,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "The standfirst is repeated word for word, with or without the credit of the source",
    docs: include_str!("duplicate_standfirst.md"),
    check,
};

/// A standfirst shorter than this many characters may be a line that repeats for good reasons, such as a refrain; behind
/// a credit it is a repeat whatever its length.
const LEAST: usize = 40;

fn check(c: &mut Checker) {
    let Some(standfirst) = c.article.standfirst else { return };
    let is_plain = !c.source.facts().any(Facts::MENDED);
    let is_short = standfirst.text.chars().nth(LEAST - 1).is_none();
    // A credit makes it longer.
    let is_long_enough = |paragraph: &&Block| !is_plain || paragraph.text.len() >= standfirst.text.len();
    for paragraph in c.article.paragraphs.iter().filter(is_long_enough) {
        let uncredited = c.profile.strip_credit(paragraph.text);
        if is_plain && uncredited.unwrap_or(paragraph.text).trim_start().len() != standfirst.text.len() {
            continue;
        }
        if (is_short && uncredited.is_none())
            || !keys::same_words(standfirst.text, uncredited.unwrap_or(paragraph.text))
        {
            continue;
        }
        let message = match uncredited {
            Some(_) => "the standfirst stands here a second time, behind the credit of the source",
            None => "the standfirst stands here a second time",
        };
        let gap = removal::line_with_gap(c.source, c.article, paragraph.line);
        c.report(paragraph.span, message)
            .help(
                "Readers get the same sentence twice. Take the repeat out, or write the story its own first paragraph.",
            )
            .label(standfirst.span, "first given here")
            .fix(Fix::remove_lines(Safety::Unsafe, "remove the repeated standfirst", gap));
    }
}
