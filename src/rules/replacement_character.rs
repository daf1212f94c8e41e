//! Places where a character was lost for good.

use super::{Checker, Fixable, Group, Rule};
use crate::chars;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "replacement-character",
    group: Group::Characters,
    severity: Severity::Error,
    fixable: Fixable::No,
    since: "1.0",
    is_default: true,
    summary: "A mark that stands where a character was lost",
    docs: include_str!("replacement_character.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::REPLACEMENT) {
        return;
    }
    for run in chars::stretches(c.source.text(), |c| c == '\u{fffd}') {
        let start = run.before.len();
        let message = match run.text.chars().count() {
            1 => "a character was lost here when the text was converted (U+FFFD)".to_owned(),
            count => format!("characters were lost here when the text was converted ({count} times U+FFFD)"),
        };
        c.report(Span::new(start, start + run.text.len()), message)
            .help("Nothing in the file tells which one it was: ask the sender for the original.");
    }
}
