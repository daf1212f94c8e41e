//! Quotations that never end, or never begin.

use super::{Checker, Fixable, Group, Rule};
use crate::article::Block;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::quotes::{self, Mark, Side};
use crate::source::Span;

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

/// The marks of one convention.
struct Convention {
    open: char,
    close: [char; 2],
}

const ENGLISH: Convention = Convention { open: '“', close: ['”', '”'] };
/// German and its neighbours close with the mark that English opens with, Polish and its neighbours with the other one.
const LOW: Convention = Convention { open: '„', close: ['“', '”'] };
const GUILLEMETS: Convention = Convention { open: '«', close: ['»', '»'] };

const NEVER_CLOSED: &str = "this quotation is opened and never closed";

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
    let opens = |mark: &Mark| mark.c == convention.open;
    let is_one = |mark: &Mark| opens(mark) || convention.close.contains(&mark.c);
    let marks = |block: &Block<'_>| quotes::marks(block.text).filter(is_one).collect::<Vec<_>>();
    // Other languages open with what this one closes with: where a mark stands on the wrong side, nothing is certain.
    let is_backward = |mark: &Mark| mark.side == if opens(mark) { Side::Closes } else { Side::Opens };
    let (mut seen_open, mut is_other) = (false, false);
    for mark in c.article.body().flat_map(marks) {
        seen_open |= opens(&mark);
        is_other |= is_backward(&mark) || !seen_open;
    }
    if is_other || !seen_open {
        return;
    }
    let blocks: Vec<(Span, Vec<Mark>)> = c.article.body().map(|block| (block.span, marks(block))).collect();
    // The mark that waits for its partner, the paragraph it stands in, and whether it certainly waits.
    let mut pending: Option<(Span, usize, bool)> = None;
    let mut found = Vec::new();
    for (number, (span, marks)) in blocks.iter().enumerate() {
        let place = |mark: &Mark| Span::new(span.start + mark.at, span.start + mark.at + mark.c.len_utf8());
        let mut open: Vec<Span> = Vec::new();
        let mut closed_inside = 0;
        for (index, mark) in marks.iter().enumerate() {
            // A quotation of several paragraphs opens each of them, in French and Spanish with the closing mark.
            let continues = index == 0 && mark.at == 0 && pending.is_some_and(|(_, earlier, _)| earlier + 1 == number);
            match (opens(mark), pending) {
                (true, Some((earlier, _, waits))) if !continues => {
                    found.extend(waits.then_some((earlier, NEVER_CLOSED)));
                    pending = None;
                    open.push(place(mark));
                }
                (true, _) => {
                    pending = None;
                    open.push(place(mark));
                }
                (false, _) if continues => {}
                (false, _) if open.pop().is_some() => closed_inside += usize::from(!open.is_empty()),
                (false, Some(_)) => pending = None,
                (false, None) => found.push((place(mark), "this quotation is closed and was never opened")),
            }
        }
        // Where a name in the same marks ends a quotation, one mark closes both: «Фирма «Восток».
        let waits = convention.open == ENGLISH.open || open.len() > closed_inside;
        pending = open.first().map(|first| (*first, number, waits)).or(pending);
    }
    found.extend(pending.filter(|(.., waits)| *waits).map(|(earlier, ..)| (earlier, NEVER_CLOSED)));
    for (place, message) in found {
        c.report(place, message)
            .help("Readers can't tell whose words they read. Put the other mark where the quotation ends or begins.");
    }
}
