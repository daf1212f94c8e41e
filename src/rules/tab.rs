//! Tabs where a space belongs.

use super::{Checker, Fixable, Group, Rule};
use crate::blanks::{self, Kind, Place};
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Fix, Safety};

pub(super) const RULE: Rule = Rule {
    name: "tab",
    group: Group::Whitespace,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A tab inside a line",
    docs: include_str!("tab.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::TAB) {
        return;
    }
    let (source, article) = (c.source, c.article);
    for run in blanks::runs(source, article).filter(|run| run.place == Place::Inner && run.kind == Kind::Tab) {
        c.report(run.span, format!("tab {}", run.place_in_words(source)))
            .help("Every program shows a tab in its own width, and tables of articles take it for the end of a column.")
            .fix(Fix::new(Safety::Safe, "put one space in place of the tab", run.mended()));
    }
}
