//! Spaces and tabs after the last word of a line.

use super::{Checker, Fixable, Group, Rule};
use crate::blanks::{self, Kind, Place};
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Fix, Safety};

pub(super) const RULE: Rule = Rule {
    name: "trailing-whitespace",
    group: Group::Whitespace,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "Spaces or tabs at the end of a line",
    docs: include_str!("trailing_whitespace.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::BLANK_AT_EDGE) {
        return;
    }
    let (source, article, garbled) = (c.source, c.article, c.garbled());
    for run in
        blanks::runs(source, article, &garbled).filter(|run| run.place == Place::Trailing && run.kind <= Kind::Tab)
    {
        let (what, is_one) = run.in_words(source);
        let article = if is_one { "a " } else { "" };
        c.report(run.span, format!("{article}{what} {}", run.place_in_words(source)))
            .help("Nobody sees that, but it makes two equal lines differ.")
            .fix(Fix::new(Safety::Safe, format!("remove the {what}"), run.mended()));
    }
}
