//! Controls that make a line read differently from what it says.

use super::{Checker, Fixable, Group, Rule};
use crate::chars;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Fix, Safety};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "bidi-control",
    group: Group::Characters,
    severity: Severity::Error,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A control character that can reorder the letters of a line",
    docs: include_str!("bidi_control.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::BIDI_CONTROL) {
        return;
    }
    for (at, control) in c.source.text().match_indices(chars::is_bidi_control) {
        let name = control.chars().next().map(chars::describe).unwrap_or_default();
        let span = Span::new(at, at + control.len());
        c.report(span, format!("{name} can make the line read differently from what it says"))
            .help("Such characters hide text in plain sight; right-to-left words are shown rightly without them.")
            .fix(Fix::new(Safety::Unsafe, format!("remove the {name}"), Edit::delete(span)));
    }
}
