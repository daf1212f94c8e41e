//! Headlines repeated word for word.

use super::{Checker, Fixable, Group, Rule};
use crate::article::{Article, Block, Likeness};
use crate::diagnostic::Severity;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::removal;
use crate::verse;

pub(super) const RULE: Rule = Rule {
    name: "duplicate-headline",
    group: Group::Headline,
    severity: Severity::Error,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "The headline is repeated word for word",
    docs: include_str!("duplicate_headline.md"),
    check,
};

/// So many lines show whether they are verse.
const VERSES: usize = 4;

fn check(c: &mut Checker) {
    let (Some(headline), repeats) = (c.article.headline, &c.article.repeats) else { return };
    for repeat in repeats.iter().filter(|repeat| repeat.likeness == Likeness::Exact) {
        let gap = removal::line_with_gap(c.source, c.article, repeat.block.line);
        let (safety, message, help) = if repeat.directly_below && opens_verse(c.article, &repeat.block) {
            (
                Safety::Unsafe,
                "the headline stands here a second time",
                "It may be the first line of the verses below. If the page only printed its title twice, take it out.",
            )
        } else if repeat.directly_below {
            (
                Safety::Safe,
                "the headline stands here a second time",
                "The page printed it once as its title and once above the story. An article has one headline.",
            )
        } else {
            (
                Safety::Unsafe,
                "the headline stands here once more, further down",
                "Pages repeat it above a gallery or a form. Make sure that nothing but the repeat goes.",
            )
        };
        c.report(repeat.block.span, message)
            .help(help)
            .label(headline.span, "first given here")
            .fix(Fix::remove_lines(safety, "remove the repeated headline", gap));
    }
    for repeat in &c.article.fused {
        let (message, help) = if headline.span.contains(*repeat) {
            ("the headline stands here twice, on one line", "The page printed it twice without a break between.")
        } else {
            (
                "the headline stands here once more, fused with the first word of the story",
                "The page printed both without a break between. The story begins behind it.",
            )
        };
        let fix =
            Fix::of(Safety::Unsafe, Effect::RemovesRepeat, "remove the repeated headline", vec![Edit::delete(*repeat)]);
        c.report(*repeat, message).help(help).label(headline.span, "the headline").fix(fix);
    }
}

/// Whether what follows a repeat reads as verse: poems are often named by their first line.
fn opens_verse(article: &Article, repeat: &Block) -> bool {
    let below = article.body().filter(|block| block.line > repeat.line);
    let next: Vec<&str> = below.take(VERSES).map(|block| block.text).collect();
    verse::reads_as_verse(&next)
}
