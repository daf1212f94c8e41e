//! Several spaces where one belongs.

use std::cell::LazyCell;

use super::{Checker, Fixable, Group, Rule};
use crate::blanks::{self, Kind, Place, Run};
use crate::chars;
use crate::columns;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Fix, Safety};
use crate::listing;
use crate::source::Source;

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
/// Nobody types so many spaces by a slip.
const WIDE_GAP: usize = 8;

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::DOUBLE_SPACE) {
        return;
    }
    let (source, article, garbled) = (c.source, c.article, c.garbled());
    let rows = columns::rows(source, article, &garbled);
    let is_about_programs = LazyCell::new(|| listing::is_about_programs(article.prose()));
    let runs: Vec<Run> = blanks::runs(source, article, &garbled)
        .filter(|run| run.place == Place::Inner && run.kind == Kind::Spaces && !is_wanted(*run, source))
        .collect();
    for runs in runs.chunk_by(|one, other| one.line == other.line) {
        let Some(line) = runs.first().and_then(|run| source.lines().get(run.line)) else { continue };
        let text = source.line_text(*line);
        let is_row = columns::reads_as_row(text);
        let is_kept = rows.binary_search(&runs[0].line).is_ok() || listing::is_code(text);
        if is_kept || (is_row && *is_about_programs) {
            continue;
        }
        for run in runs {
            // A wide gap in a line that is no sentence may part two pieces of it.
            let safety = if is_row && run.span.len() >= WIDE_GAP { Safety::Unsafe } else { Safety::Safe };
            c.report(run.span, format!("{} spaces {}", run.span.len(), run.place_in_words(source)))
                .help("One space separates two words; a page shows several as one, so nobody there saw them.")
                .fix(Fix::new(safety, "leave one space", run.mended()));
        }
    }
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
