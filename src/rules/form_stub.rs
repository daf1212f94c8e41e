//! Leftovers of the page's comment form.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::fix::{Fix, Safety};
use crate::removal;

pub(super) const RULE: Rule = Rule {
    name: "form-stub",
    group: Group::Furniture,
    severity: Severity::Error,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A line that the page's comment form left behind",
    docs: include_str!("form_stub.md"),
    check,
};

fn check(c: &mut Checker) {
    for furniture in &c.article.furniture {
        let block = furniture.block;
        let gap = removal::line_with_gap(c.source, c.article, block.line);
        let (safety, help) = if furniture.after_body {
            (Safety::Safe, "It stands alone after the end of the story, so it can go without a word of the story lost.")
        } else {
            (Safety::Unsafe, "It stands inside the story, where it might be meant. Read the place before it goes.")
        };
        let message = format!("`{}` is left over from {}", block.text, furniture.kind.in_words());
        c.report(block.span, message).help(help).fix(Fix::remove_lines(safety, "remove the leftover line", gap));
    }
}
