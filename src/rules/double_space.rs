//! Several spaces where one belongs.

use std::cell::LazyCell;

use super::{Checker, Fixable, Group, Rule};
use crate::article::Role;
use crate::blanks::{self, Kind, Place, Run};
use crate::chars;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Fix, Safety};
use crate::listing;
use crate::source::{Source, Span};

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

/// Spaces of the gap between two halves of a verse, at least.
const GAP_OF_VERSE: usize = 4;

/// Gaps between columns are wider than this somewhere: what typists put behind a full stop is two spaces.
const GAP_OF_TYPISTS: usize = 2;
/// Nobody types so many spaces by a slip.
const WIDE_GAP: usize = 8;
/// A row of a table has no more words than this.
const ROW_MOST_WORDS: usize = 12;

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::DOUBLE_SPACE) {
        return;
    }
    let (source, article) = (c.source, c.article);
    let runs: Vec<Run> = blanks::runs(source, article)
        .filter(|run| run.place == Place::Inner && run.kind == Kind::Spaces && !is_wanted(*run, source))
        .collect();
    let lines: Vec<&[Run]> = runs.chunk_by(|one, other| one.line == other.line).collect();
    let columns: Vec<Vec<Column>> = lines.iter().map(|runs| columns(runs, source)).collect();
    let is_about_programs = LazyCell::new(|| listing::is_about_programs(article.prose()));
    let mut index = 0;
    while index < lines.len() {
        let has_next = |at: &usize| {
            let Some([one, next]) = lines.get(*at..*at + 2) else { return false };
            let between = one[0].line + 1..next[0].line;
            between.into_iter().all(|line| article.role(line) == Role::Blank) && share(&columns[*at], &columns[*at + 1])
        };
        let end = (index..).find(|at| !has_next(at)).unwrap_or(index) + 1;
        let is_table = end - index > 1
            && lines[index..end].iter().flat_map(|runs| runs.iter()).any(|run| run.span.len() > GAP_OF_TYPISTS);
        if !is_table {
            for (runs, columns) in lines[index..end].iter().zip(&columns[index..end]) {
                let is_row = !columns.is_empty();
                if !(is_row && *is_about_programs) {
                    report(c, runs, is_row);
                }
            }
        }
        index = end;
    }
}

/// `is_row` tells whether the line reads as a row of something and not as prose: a wide gap may part two pieces of it.
fn report(c: &mut Checker, runs: &[Run], is_row: bool) {
    let source = c.source;
    let text = runs.first().and_then(|run| source.lines().get(run.line)).map_or("", |line| source.line_text(*line));
    if listing::is_code(text) {
        return;
    }
    for run in runs {
        c.report(run.span, format!("{} spaces {}", run.span.len(), run.place_in_words(source)))
            .help("One space separates two words; a page shows several as one, so nobody there saw them.")
            .fix(Fix::new(
                if is_row && run.span.len() >= WIDE_GAP { Safety::Unsafe } else { Safety::Safe },
                "leave one space",
                run.mended(),
            ));
    }
}

/// Where a gap ends and where the word behind it does, in characters: columns begin or end below each other.
#[derive(Clone, Copy)]
struct Column {
    start: usize,
    end: usize,
}

/// The columns behind the gaps of a line; none if it reads as prose.
fn columns(runs: &[Run], source: &Source) -> Vec<Column> {
    let Some(line) = runs.first().and_then(|run| source.lines().get(run.line)) else { return Vec::new() };
    let text = source.line_text(*line);
    if chars::is_finished(text) || chars::words(text) > ROW_MOST_WORDS {
        return Vec::new();
    }
    let (mut at, mut column) = (line.span.start, 0);
    let mut upto = |end: usize| {
        column += source.slice(Span::new(at, end)).chars().count();
        at = end;
        column
    };
    let mut column_behind = |run: &Run| {
        let word = run.sides(source).1.split(chars::is_blank).next().unwrap_or_default().chars().count();
        let start = upto(run.span.end);
        Column { start, end: start + word }
    };
    runs.iter().map(&mut column_behind).collect()
}

fn share(one: &[Column], other: &[Column]) -> bool {
    one.iter().any(|one| other.iter().any(|other| one.start == other.start || one.end == other.end))
}

/// Whether the script has more than one width of space: Thai and its neighbours end a sentence with a wide one, Chinese
/// and Japanese fill up short names, and a wide gap parts the halves of a verse in Arabic script. Beside the border of a
/// cell blanks fill it.
fn is_wanted(run: Run, source: &Source) -> bool {
    let (before, after) = run.sides(source);
    let (last, next) = (before.chars().next_back(), after.chars().next());
    let is_hangul = |c: char| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}');
    let is_unspaced = |c: char| chars::breaks_lines_without_spaces(c) && !is_hangul(c);
    if [last, next].into_iter().flatten().any(listing::is_border) {
        return true;
    }
    let is_right_to_left = |c: Option<char>| c.is_some_and(chars::is_right_to_left);
    [last, next].into_iter().flatten().any(is_unspaced)
        || (run.span.len() >= GAP_OF_VERSE && is_right_to_left(last) && is_right_to_left(next))
}
