//! Articles whose header follows no known wire, or several equally well.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::grammar::Unrecognised;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "unknown-profile",
    group: Group::Structure,
    severity: Severity::Error,
    fixable: Fixable::No,
    since: "1.0",
    is_default: true,
    summary: "With `profile = \"auto\"`: the header is that of no known wire, or of several",
    docs: include_str!("unknown_profile.md"),
    check,
};

fn check(c: &mut Checker) {
    let (message, help) = match c.unrecognised {
        None => return,
        Some(Unrecognised::None) => (
            "this is the header of no wire that is known".to_owned(),
            "`wirelint profiles` lists the wires that are; name one with `--profile`, or describe another under \
             `[profiles]`. Without one the header can't be checked."
                .to_owned(),
        ),
        Some(Unrecognised::Several(names, by)) => {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            (
                format!("this may be the header of {}", names.join(" or of ")),
                format!(
                    "They have in common: {by}. Name the right one with `--profile`, or for these files under \
                         `[[overrides]]`."
                ),
            )
        }
    };
    let first = c.source.lines().iter().find(|line| !c.source.line_text(**line).trim().is_empty());
    let span = first.map_or(Span::at(0), |line| line.span);
    c.report(span, message).help(help);
}
