//! Labels of author and source without what they announce.

use std::cell::LazyCell;

use super::{Checker, Fixable, Group, Rule};
use crate::article::Block;
use crate::diagnostic::Severity;
use crate::fix::{Fix, Safety};
use crate::metadata::{self, Kind};
use crate::removal;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "byline-stub",
    group: Group::Furniture,
    severity: Severity::Warning,
    fixable: Fixable::Sometimes,
    since: "1.0",
    is_default: true,
    summary: "A label of the author or the source that has lost what it announces",
    docs: include_str!("byline_stub.md"),
    check,
};

/// A name has at most so many words.
const NAME_MOST_WORDS: usize = 4;

fn check(c: &mut Checker) {
    let (article, profile) = (c.article, c.profile);
    // Asked once: every line may be such a label.
    let has_story = LazyCell::new(|| metadata::has_story(article.body().map(|block| block.text), profile));
    let lines: LazyCell<Vec<&str>, _> = LazyCell::new(|| article.body().map(|block| block.text).collect());
    let mut blocks = c.article.body().copied().enumerate().peekable();
    while let Some((index, block)) = blocks.next() {
        let is_first = index == 0;
        let next = blocks.peek().map(|(_, next)| *next);
        if let Some(next) = next.filter(|next| metadata::is_split(block.text, next.text)) {
            let message = format!("`{} {}` has lost the date it announces", block.text, next.text);
            stub(c, Span::new(block.span.start, next.span.end), message, [block.line, next.line], || *has_story);
        } else if let Some(kind) = metadata::empty_label(block.text).filter(|_| !metadata::is_in_box(&lines, index)) {
            empty(c, &block, kind, next.as_ref(), is_first, || *has_story);
        }
    }
}

/// Looks at an empty label. Followed by prose in the middle of a story it may be a heading or the start of an answer.
fn empty(
    c: &mut Checker,
    block: &Block,
    kind: Kind,
    next: Option<&Block>,
    is_first: bool,
    has_story: impl FnOnce() -> bool,
) {
    let what = match kind {
        Kind::Person => "name",
        Kind::Source => "source",
        _ => return,
    };
    if next.is_some_and(|next| kind == Kind::Person && is_name(next.text)) {
        c.report(block.span, format!("`{}` stands on a line of its own, above the name it announces", block.text))
            .help("Put the byline on one line, or take both lines out.");
    } else if next.is_none() || (is_first && kind == Kind::Person) {
        let message = format!("`{}` has lost the {what} it announces", block.text);
        stub(c, block.span, message, [block.line; 2], has_story);
    }
}

fn stub(c: &mut Checker, span: Span, message: String, lines: [usize; 2], has_story: impl FnOnce() -> bool) {
    let gap = removal::lines_with_gap(c.source, c.article, lines[0], lines[1]);
    let finding = c.report(span, message);
    finding.help("The page put it in from elsewhere, and the copy has only the label. Add it, or take the label out.");
    if has_story() {
        finding.fix(Fix::remove_lines(Safety::Unsafe, "remove the empty label", gap));
    }
}

/// Whether a line may be a name and nothing else: a few words that all begin like one.
fn is_name(text: &str) -> bool {
    let begins_like_a_name = |word: &str| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    text.split(' ').count() <= NAME_MOST_WORDS
        && text.split(' ').all(begins_like_a_name)
        && !text.ends_with([':', '.', '!', '?', '…', '؟'])
}
