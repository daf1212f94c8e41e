//! Several spaces where one belongs.

use super::{Checker, Fixable, Group, Rule};
use crate::blanks::{self, Kind, Place};
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Fix, Safety};

pub(super) const RULE: Rule = Rule {
    name: "double-space",
    group: Group::Whitespace,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "More than one space between two words",
    docs: include_str!("double_space.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::DOUBLE_SPACE) {
        return;
    }
    let (source, article) = (c.source, c.article);
    for run in blanks::runs(source, article).filter(|run| run.place == Place::Inner && run.kind == Kind::Spaces) {
        c.report(run.span, format!("{} spaces {}", run.span.len(), run.place_in_words(source)))
            .help("One space separates two words; a page shows several as one, so nobody there saw them.")
            .fix(Fix::new(Safety::Safe, "leave one space", run.mended()));
    }
}
