//! Articles without a story.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "missing-body",
    group: Group::Structure,
    severity: Severity::Error,
    fixable: Fixable::No,
    since: "1.0",
    is_default: true,
    summary: "There is no story below the headline",
    docs: include_str!("missing_body.md"),
    check,
};

fn check(c: &mut Checker) {
    if c.article.body().next().is_some() {
        return;
    }
    let at = c.source.text().len();
    c.report(Span::at(at), "there is no story")
        .help("An article needs at least one paragraph below its header and headline. Was the file cut off?");
}
