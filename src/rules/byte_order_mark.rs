//! A byte order mark before the first line.

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::fix::{Edit, Fix, Safety};
use crate::source::{BYTE_ORDER_MARK, Span};

pub(super) const RULE: Rule = Rule {
    name: "byte-order-mark",
    group: Group::Characters,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A byte order mark at the start of the file",
    docs: include_str!("byte_order_mark.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.has_byte_order_mark() {
        return;
    }
    let span = Span::new(0, BYTE_ORDER_MARK.len_utf8());
    c.report(span, "byte order mark (U+FEFF) at the start of the file")
        .help("UTF-8 needs none, and programs that do not expect it take it for a part of the first label.")
        .fix(Fix::new(Safety::Safe, "remove the byte order mark", Edit::delete(span)));
}
