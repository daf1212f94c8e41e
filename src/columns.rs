//! Rows of tables that only blanks set apart: columns that begin or end below each other.

use crate::article::{Article, Role};
use crate::blanks::{self, Kind, Place, Run};
use crate::chars;
use crate::facts::Facts;
use crate::mojibake::Garbled;
use crate::source::{Source, Span};

/// Gaps between columns are wider than this somewhere: what typists put behind a full stop is two spaces.
const GAP_OF_TYPISTS: usize = 2;
/// A row has no more words than this.
const MOST_WORDS: usize = 12;

/// The lines of `source` that are rows of tables, in order. Two rows or more make a table, blank lines between them or
/// not. Empty for a text without two spaces side by side.
pub fn rows(source: &Source, article: &Article, garbled: &Garbled) -> Vec<usize> {
    if !source.facts().any(Facts::DOUBLE_SPACE) {
        return Vec::new();
    }
    let runs: Vec<Run> = blanks::runs(source, article, garbled)
        .filter(|run| run.place == Place::Inner && run.kind == Kind::Spaces)
        .collect();
    let lines: Vec<Row> =
        runs.chunk_by(|one, other| one.line == other.line).map(|runs| Row::new(runs, source)).collect();
    let follows = |one: &Row, next: &Row| {
        let mut between = one.line + 1..next.line;
        one.shares(next) && between.all(|line| article.role(line) == Role::Blank)
    };
    let is_table = |rows: &&[Row]| rows.len() > 1 && rows.iter().any(|row| row.widest > GAP_OF_TYPISTS);
    lines.chunk_by(follows).filter(is_table).flatten().map(|row| row.line).collect()
}

/// Whether a line reads as a row of something and not as prose: it is short, and no sentence ends it.
pub fn reads_as_row(line: &str) -> bool {
    !chars::is_finished(line) && !chars::has_more_words(line, MOST_WORDS)
}

/// A line with gaps in it.
struct Row {
    /// Its index.
    line: usize,
    /// The length of the widest gap.
    widest: usize,
    /// Where the word behind each gap begins and ends, in characters; none if the line reads as prose.
    columns: Vec<(usize, usize)>,
}

impl Row {
    fn new(gaps: &[Run], source: &Source) -> Self {
        let line = gaps.first().map_or(0, |gap| gap.line);
        let widest = gaps.iter().map(|gap| gap.span.len()).max().unwrap_or(0);
        let mut row = Self { line, widest, columns: Vec::new() };
        let Some(of_source) = source.lines().get(line).filter(|line| reads_as_row(source.line_text(**line))) else {
            return row;
        };
        let (mut at, mut column) = (of_source.span.start, 0);
        for gap in gaps {
            column += source.slice(Span::new(at, gap.span.end)).chars().count();
            at = gap.span.end;
            let word = gap.sides(source).1.split(chars::is_blank).next().unwrap_or_default();
            row.columns.push((column, column + word.chars().count()));
        }
        row
    }

    fn shares(&self, other: &Self) -> bool {
        let is_below = |one: &(usize, usize)| other.columns.iter().any(|other| one.0 == other.0 || one.1 == other.1);
        self.columns.iter().any(is_below)
    }
}
