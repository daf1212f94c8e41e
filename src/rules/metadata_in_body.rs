//! Lines of the page's own header in the body.

use std::cell::LazyCell;

use super::{Checker, Fixable, Group, Rule};
use crate::article::{Article, Block};
use crate::diagnostic::Severity;
use crate::fix::{Fix, Safety};
use crate::metadata::{self, Kind};
use crate::profile::{FieldKind, Profile};
use crate::{removal, repetition};

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
    let facts = LazyCell::new(|| Facts::of(article, profile));
    for (index, block) in c.article.body().enumerate() {
        let Some(kind) = metadata::whole_line(block.text).filter(|_| !facts.is_in_box(index)) else { continue };
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

/// The lines among which some may be a box of facts: each once, however often it stands there.
struct Facts<'t> {
    lines: Vec<&'t str>,
    /// Of each line of the body, its place among them.
    places: Vec<usize>,
}

impl<'t> Facts<'t> {
    fn of(article: &Article<'t>, profile: &Profile) -> Self {
        let body: Vec<&Block> = article.body().collect();
        let (mut lines, mut places) = (Vec::with_capacity(body.len()), Vec::with_capacity(body.len()));
        for (index, first) in repetition::firsts(&body, profile).into_iter().enumerate() {
            let place = places.get(first).copied().unwrap_or(lines.len());
            places.push(place);
            if first == index {
                lines.push(body[index].text);
            }
        }
        Self { lines, places }
    }

    fn is_in_box(&self, index: usize) -> bool {
        metadata::is_in_box(&self.lines, self.places[index])
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
