//! Tabs where a space belongs.

use super::{Checker, Fixable, Group, Rule};
use crate::article::Role;
use crate::blanks::{self, Kind, Place, Run};
use crate::columns;
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
    let (source, article, garbled) = (c.source, c.article, c.garbled());
    let runs = blanks::runs(source, article, &garbled).filter(|run| run.place == Place::Inner && run.kind == Kind::Tab);
    let runs: Vec<Run> = runs.collect();
    let lines: Vec<&[Run]> = runs.chunk_by(|one, other| one.line == other.line).collect();
    for (index, runs) in lines.iter().enumerate() {
        let is_beside = |other: Option<&&[Run]>| other.is_some_and(|other| are_rows(runs, other, c));
        let is_row =
            is_beside(lines.get(index + 1)) || is_beside(index.checked_sub(1).and_then(|above| lines.get(above)));
        let safety = if is_row { Safety::Unsafe } else { Safety::Safe };
        for run in *runs {
            c.report(run.span, format!("tab {}", run.place_in_words(source)))
                .help("Every program shows a tab in its own width, and tables of articles take it for the end of a column.")
                .fix(Fix::new(safety, "put one space in place of the tab", run.mended()));
        }
    }
}

/// Whether two lines look like rows of a table: one below the other, with as many tabs, and no prose.
fn are_rows(one: &[Run], other: &[Run], c: &Checker) -> bool {
    let (Some(first), Some(second)) = (one.first(), other.first()) else { return false };
    let between = first.line.min(second.line) + 1..first.line.max(second.line);
    let is_short = |run: &Run| {
        let text = c.source.lines().get(run.line).map_or("", |line| c.source.line_text(*line));
        columns::reads_as_row(text)
    };
    one.len() == other.len()
        && between.into_iter().all(|line| c.article.role(line) == Role::Blank)
        && is_short(first)
        && is_short(second)
}
