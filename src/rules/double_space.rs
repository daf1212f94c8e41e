//! Several spaces where one belongs.

use super::{Checker, Fixable, Group, Rule};
use crate::blanks::{self, Kind, Place, Run};
use crate::chars;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Fix, Safety};
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

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::DOUBLE_SPACE) {
        return;
    }
    let (source, article) = (c.source, c.article);
    for run in blanks::runs(source, article).filter(|run| run.place == Place::Inner && run.kind == Kind::Spaces) {
        if is_wanted(run, source) {
            continue;
        }
        c.report(run.span, format!("{} spaces {}", run.span.len(), run.place_in_words(source)))
            .help("One space separates two words; a page shows several as one, so nobody there saw them.")
            .fix(Fix::new(Safety::Safe, "leave one space", run.mended()));
    }
}

/// Whether the script has more than one width of space: Thai and its neighbours end a sentence with a wide one, Chinese
/// and Japanese fill up short names, and a wide gap parts the halves of a verse in Arabic script.
fn is_wanted(run: Run, source: &Source) -> bool {
    let (before, after) = run.sides(source);
    let (last, next) = (before.chars().next_back(), after.chars().next());
    let is_hangul = |c: char| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}');
    let is_unspaced = |c: char| chars::breaks_lines_without_spaces(c) && !is_hangul(c);
    let is_right_to_left = |c: Option<char>| c.is_some_and(chars::is_right_to_left);
    [last, next].into_iter().flatten().any(is_unspaced)
        || (run.span.len() >= GAP_OF_VERSE && is_right_to_left(last) && is_right_to_left(next))
}
