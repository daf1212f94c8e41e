//! Quotations that never end, or never begin.

use super::{Checker, Fixable, Group, Rule};
use crate::article::Block;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::quotations::{self, Convention, ENGLISH, Fault, GUILLEMETS, Kind, LOW};

pub(super) const RULE: Rule = Rule {
    name: "unbalanced-quote",
    group: Group::Characters,
    severity: Severity::Warning,
    fixable: Fixable::No,
    since: "1.0",
    is_default: true,
    summary: "A quotation that is opened and never closed, or closed and never opened",
    docs: include_str!("unbalanced_quote.md"),
    check,
};

fn check(c: &mut Checker) {
    let facts = c.source.facts();
    if facts.any(Facts::CURLY_QUOTE) {
        let has_low = c.article.body().any(|block| block.text.contains('„'));
        look(c, &if has_low { LOW } else { ENGLISH });
    }
    if facts.any(Facts::GUILLEMET) {
        look(c, &GUILLEMETS);
    }
}

fn look(c: &mut Checker, convention: &Convention) {
    let body: Vec<&Block> = c.article.body().collect();
    for Fault { place, kind, .. } in quotations::faults(&body, convention, c.profile) {
        let message = match kind {
            Kind::NeverClosed => "this quotation is opened and never closed",
            Kind::NeverOpened => "this quotation is closed and was never opened",
            Kind::Mixed { straight } if straight.start < place.start => {
                "this quotation is opened with a straight mark and closed with a typographic one"
            }
            Kind::Mixed { .. } => "this quotation is opened with a typographic mark and closed with a straight one",
        };
        let finding = c.report(place, message);
        match kind {
            Kind::Mixed { straight } => finding
                .label(straight, "the other mark")
                .help("Only one of the two is how this article writes quotations: put its partner in the other place."),
            _ => finding.help(
                "Readers can't tell whose words they read. Put the other mark where the quotation ends or begins.",
            ),
        };
    }
}
