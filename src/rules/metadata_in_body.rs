//! Lines of the page's own header in the body.

use std::cell::LazyCell;

use super::{Checker, Fixable, Group, Rule};
use crate::article::Article;
use crate::diagnostic::Severity;
use crate::fix::{Fix, Safety};
use crate::metadata::{self, Kind};
use crate::profile::FieldKind;
use crate::removal;

pub(super) const RULE: Rule = Rule {
    name: "metadata-in-body",
    group: Group::Furniture,
    severity: Severity::Warning,
    fixable: Fixable::Sometimes,
    since: "1.0",
    is_default: true,
    summary: "A line of the page’s own header, such as a news code or a last update, stands in the body",
    docs: include_str!("metadata_in_body.md"),
    check,
};

fn check(c: &mut Checker) {
    // Where even the headline is such a line, the header is that of another wire, and `missing-field` says so.
    if c.article.headline.is_some_and(|headline| metadata::whole_line(headline.text).is_some()) {
        return;
    }
    let (article, profile) = (c.article, c.profile);
    // Asked once: every line may be one of the header's.
    let has_story = LazyCell::new(|| metadata::has_story(article.body().map(|block| block.text), profile));
    let lines: LazyCell<Vec<&str>, _> = LazyCell::new(|| article.body().map(|block| block.text).collect());
    for (index, block) in c.article.body().enumerate() {
        let Some(kind) = metadata::whole_line(block.text).filter(|_| !metadata::is_in_box(&lines, index)) else {
            continue;
        };
        let what = if kind == Kind::Id { "number" } else { "date" };
        let gap = removal::line_with_gap(c.source, c.article, block.line);
        let is_needless = *has_story && is_stated(c.article, kind);
        let finding =
            c.report(block.span, format!("`{}` states the {what} of the story, and is no part of it", block.text));
        finding
            .help("Pages print such lines beside the story. If the header lacks it, put it there; take it out here.");
        if is_needless {
            finding.fix(Fix::remove_lines(Safety::Unsafe, "remove the line", gap));
        }
    }
}

/// Whether the header states what such a line does. Without it, the line is all that is known.
fn is_stated(article: &Article, kind: Kind) -> bool {
    match kind {
        Kind::Id => article.field(FieldKind::NewsId).is_some(),
        Kind::Date | Kind::Part => article.field(FieldKind::PublishDate).is_some(),
        Kind::Person | Kind::Source => true,
    }
}
