//! Headlines repeated in nearly the same words.

use super::{Checker, Fixable, Group, Rule};
use crate::article::Likeness;
use crate::diagnostic::Severity;
use crate::fix::{Fix, Safety};
use crate::removal;

pub(super) const RULE: Rule = Rule {
    name: "near-duplicate-headline",
    group: Group::Headline,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "The headline is repeated with other capitals, punctuation or quotes, cut short, or beside the site’s name",
    docs: include_str!("near_duplicate_headline.md"),
    check,
};

fn check(c: &mut Checker) {
    let (Some(headline), repeats) = (c.article.headline, &c.article.repeats) else { return };
    for repeat in repeats {
        let message = match repeat.likeness {
            Likeness::Exact => continue,
            Likeness::SameLetters => {
                "the headline stands here again; only capitals, punctuation, quotes or spacing differ"
            }
            Likeness::CutShort => "the headline stands here again, cut short",
            Likeness::CutAtApostrophe => "the headline stands here again, cut off at its apostrophe",
            Likeness::WithSite => "the headline stands here again, with the name of the site behind it",
            Likeness::WithoutSite => "the headline stands here again, without the name of the site behind it",
            Likeness::Doubled => "the headline stands here again, twice on one line",
            Likeness::WithLeftover => "the headline stands here again, with a leftover of the page glued to it",
            Likeness::InMarkup => "the headline stands here again, in the remains of a picture’s markup",
        };
        // What has the name of the site behind it is the title of the page.
        let (line, title) = match repeat.likeness {
            Likeness::WithoutSite => (headline.line, "remove the first version and keep the second"),
            _ => (repeat.block.line, "remove the second version and keep the first"),
        };
        let gap = removal::line_with_gap(c.source, c.article, line);
        c.report(repeat.block.span, message)
            .help("Keep the better of the two and take the other one out; an article has one headline.")
            .label(headline.span, "the headline")
            .fix(Fix::remove_lines(Safety::Unsafe, title, gap));
    }
}
