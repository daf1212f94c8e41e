//! Dates that are not written as the wire writes them.

use super::{Checker, Fixable, Group, Rule};
use crate::datetime::{DateFaultKind, DatePattern, Part, Timestamp, Unit, Variant, VariantKind, Width};
use crate::diagnostic::Severity;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::profile::FieldKind;

pub(super) const RULE: Rule = Rule {
    name: "malformed-date",
    group: Group::Date,
    severity: Severity::Error,
    fixable: Fixable::Sometimes,
    since: "1.0",
    is_default: true,
    summary: "The publish date is not written in the wire's own form",
    docs: include_str!("malformed_date.md"),
    check,
};

fn check(c: &mut Checker) {
    match &c.article.published {
        Some(Ok(timestamp)) if !timestamp.variants.is_empty() => respell(c, timestamp),
        Some(Err(fault)) if !fault.kind.is_impossible_value() => {
            let written = c.source.slice(fault.span);
            let message = describe(&fault.kind, written);
            if fault.kind == DateFaultKind::Empty
                && c.profile.form(FieldKind::PublishDate).is_some_and(|form| form.may_be_empty)
            {
                return;
            }
            let dates = c.profile.dates_in_words();
            let help = format!(
                "The wire writes dates {dates}. What is meant here can't be told for certain: look the date up."
            );
            c.report(fault.span, message).help(help);
        }
        _ => {}
    }
}

/// One finding for all spellings that are unusual but clear; it points at the first and labels the others.
fn respell(c: &mut Checker, timestamp: &Timestamp) {
    let variants = &timestamp.variants;
    let Some((first, others)) = variants.split_first() else { return };
    let edits = variants.iter().map(|variant| Edit::replace(variant.span, &*variant.canonical)).collect();
    let fix = Fix::of(Safety::Safe, Effect::RespellsHeader, "write the date in the wire's own form", edits);
    let form = c.profile.dates.get(timestamp.pattern).map(DatePattern::in_words).unwrap_or_default();
    let message = unusual(first);
    let finding = c.report(first.span, message);
    finding.help(format!("The wire writes dates as {form}. This one can mean only one thing, so it can be rewritten."));
    finding.fix(fix);
    for other in others {
        finding.label(other.span, unusual(other));
    }
}

fn unusual(variant: &Variant) -> String {
    match variant.kind {
        VariantKind::LeadingZero(unit) => format!("the {} has a leading zero", unit.name()),
        VariantKind::NoLeadingZero(unit) => format!("the {} lacks its leading zero", unit.name()),
        VariantKind::HalfDaySpelling | VariantKind::NameSpelling => format!("this is written `{}`", variant.canonical),
        VariantKind::MissingBlank => "a blank is missing here".to_owned(),
        VariantKind::OddBlank if variant.canonical.is_empty() => "no blank belongs here".to_owned(),
        VariantKind::OddBlank if variant.canonical.len() > 1 => {
            format!("{} plain blanks belong here", variant.canonical.len())
        }
        VariantKind::OddBlank => "one plain blank belongs here".to_owned(),
    }
}

fn describe(kind: &DateFaultKind, written: &str) -> String {
    match kind {
        DateFaultKind::Empty => "the publish date is empty".to_owned(),
        DateFaultKind::YearDigits => format!("the year `{written}` does not have four digits"),
        DateFaultKind::TooManyDigits(unit) => format!("`{written}` has too many digits for the {}", unit.name()),
        DateFaultKind::ForeignDigits => format!("`{written}` is not written in the digits 0 to 9"),
        DateFaultKind::WrongOrder { expected, found } => {
            let hint = match found {
                Unit::Hour12 | Unit::Hour24 => "the time".to_owned(),
                other => format!("the {}", other.name()),
            };
            format!(
                "the parts stand in another order: the {} is expected here, this seems to be {hint}",
                expected.name()
            )
        }
        DateFaultKind::TrailingText => format!("`{}` follows the date; nothing may", written.trim()),
        DateFaultKind::Expected(part) if written.is_empty() => {
            format!("the date ends here; {} is expected", expected(part))
        }
        DateFaultKind::Expected(part) => format!("{} is expected here, not `{written}`", expected(part)),
        DateFaultKind::Ambiguous => format!("`{written}` can mean two different dates on this wire"),
        DateFaultKind::NoForm => "how this wire writes dates is not known".to_owned(),
        DateFaultKind::OutOfRange(..)
        | DateFaultKind::NoSuchDay(..)
        | DateFaultKind::NoSuchJalaliDay(..)
        | DateFaultKind::NoJalaliYear(..)
        | DateFaultKind::WrongWeekday { .. } => String::new(),
    }
}

fn expected(part: &Part) -> String {
    match part {
        Part::Number(unit, Width::Fixed(digits)) => format!("the {} in {digits} digits", unit.name()),
        Part::Number(unit, Width::Minimal) => format!("the {} as a number", unit.name()),
        Part::HalfDay => "`AM` or `PM`".to_owned(),
        Part::Month(_) => "the name of a month".to_owned(),
        Part::Weekday(_) => "the name of a weekday".to_owned(),
        Part::Literal(text) if text.trim().is_empty() => "a blank".to_owned(),
        Part::Literal(text) => format!("`{}`", text.trim()),
    }
}
