//! The day a page was printed or viewed on, above the header.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::fix::{Fix, Safety};
use crate::profile::{FieldKind, Habit};
use crate::removal;

pub(super) const RULE: Rule = Rule {
    name: "print-header",
    group: Group::Furniture,
    severity: Severity::Error,
    fixable: Fixable::Sometimes,
    since: "1.0",
    is_default: true,
    summary: "A date alone on the line above the header, as pages print the day they are viewed on",
    docs: include_str!("print_header.md"),
    check,
};

fn check(c: &mut Checker) {
    // On some wires it is the first line of every header.
    if c.profile.has(Habit::PageDate) {
        return;
    }
    let is_dated = c.article.field(FieldKind::PublishDate).is_some_and(|field| !field.value.text.is_empty());
    for date in &c.article.page_dates {
        let gap = removal::line_with_gap(c.source, c.article, date.line);
        let finding = c.report(date.span, "a date stands alone above the header");
        if is_dated {
            finding
                .help("Pages print the day they are viewed on there; the header has the date of the story.")
                .fix(Fix::remove_lines(Safety::Unsafe, "remove the date above the header", gap));
        } else {
            finding.help(
                "It may be the day the page was viewed on, or the only date of the story: the header states none. Put \
                 the date of the story into the header and take this line out.",
            );
        }
    }
}
