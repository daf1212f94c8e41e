//! No-break spaces that a page used for layout.

use super::{Checker, Fixable, Group, Rule};
use crate::blanks::{self, Kind, Place};
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Fix, Safety};

pub(super) const RULE: Rule = Rule {
    name: "no-break-space",
    group: Group::Characters,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A no-break space where an ordinary space, or nothing, belongs",
    docs: include_str!("no_break_space.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::NO_BREAK_SPACE) {
        return;
    }
    let (source, article) = (c.source, c.article);
    let is_foreign = blanks::is_foreign(source);
    for run in blanks::runs(source, article).filter(|run| run.kind == Kind::NoBreak) {
        let (before, after) = run.sides(source);
        let is_single = run.place == Place::Inner && source.slice(run.span) == "\u{a0}";
        if is_single && blanks::is_kept_together(before, after, is_foreign) {
            continue;
        }
        let title = match run.place {
            Place::Inner => "put an ordinary space in its place",
            Place::Leading | Place::Trailing => "remove the no-break space",
        };
        c.report(run.span, format!("no-break space (U+00A0) {}", run.place_in_words(source)))
            .help("It is the `&nbsp;` of a web page; searches and word counts take the words beside it for one.")
            .fix(Fix::new(Safety::Safe, title, run.mended()));
    }
}
