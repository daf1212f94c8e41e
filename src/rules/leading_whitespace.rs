//! Spaces and tabs before the first word of a line.

use super::{Checker, Fixable, Group, Rule};
use crate::blanks::{self, Kind, Place, Run};
use crate::chars;
use crate::columns;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Fix, Safety};

pub(super) const RULE: Rule = Rule {
    name: "leading-whitespace",
    group: Group::Whitespace,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "Spaces or tabs at the start of a line",
    docs: include_str!("leading_whitespace.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::BLANK_AT_EDGE) {
        return;
    }
    let (source, article, garbled) = (c.source, c.article, c.garbled());
    let rows = columns::rows(source, article, &garbled);
    for run in
        blanks::runs(source, article, &garbled).filter(|run| run.place == Place::Leading && run.kind <= Kind::Tab)
    {
        let (what, is_one) = run.in_words(source);
        // What stands first in a row of a table, or right above or below one, belongs to a column.
        let is_of_table =
            rows.get(rows.partition_point(|row| row + 1 < run.line)).is_some_and(|row| *row <= run.line + 1);
        let safety = if is_of_table || is_step(run, c) { Safety::Unsafe } else { Safety::Safe };
        let article = if is_one { "a " } else { "" };
        c.report(run.span, format!("{article}{what} {}", run.place_in_words(source)))
            .help("The wire separates blocks by blank lines and indents nothing.")
            .fix(Fix::new(safety, format!("remove the {what}"), run.mended()));
    }
}

/// Whether the line stands right below another one of the story that is indented otherwise: the step may be all that
/// shows where a paragraph or a verse begins.
fn is_step(run: Run, c: &Checker) -> bool {
    let Some(above) = run.line.checked_sub(1).filter(|above| c.article.role(*above).is_body()) else { return false };
    let text = c.source.lines().get(above).map_or("", |line| c.source.line_text(*line));
    text.len() - text.trim_start_matches(chars::is_blank).len() != run.span.len()
}
