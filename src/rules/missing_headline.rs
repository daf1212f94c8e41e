//! Articles without a headline.

use super::{Checker, Fixable, Group, Rule};
use crate::article::Role;
use crate::diagnostic::Severity;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "missing-headline",
    group: Group::Structure,
    severity: Severity::Error,
    fixable: Fixable::No,
    since: "1.0",
    is_default: true,
    summary: "There is no headline",
    docs: include_str!("missing_headline.md"),
    check,
};

fn check(c: &mut Checker) {
    if c.article.headline.is_some() {
        return;
    }
    let last_field = c.article.roles.iter().rposition(|role| *role == Role::HeaderField);
    let at = last_field.and_then(|index| c.source.lines().get(index)).map_or(0, |line| line.next);
    c.report(Span::at(at), "there is no headline; it belongs below the header").help(
        "The first line of text after the header is taken as the headline, but no line of text follows. Was the file \
         cut off?",
    );
}
