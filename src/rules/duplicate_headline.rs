//! Headlines repeated word for word.

use super::{Checker, Fixable, Group, Rule};
use crate::article::Likeness;
use crate::diagnostic::Severity;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::removal;

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

fn check(c: &mut Checker) {
    let (Some(headline), repeats) = (c.article.headline, &c.article.repeats) else { return };
    for repeat in repeats.iter().filter(|repeat| repeat.likeness == Likeness::Exact) {
        let gap = removal::line_with_gap(c.source, c.article, repeat.block.line);
        let (safety, message, help) = if repeat.directly_below {
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
