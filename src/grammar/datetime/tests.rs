use super::reader::read;
use crate::datetime::{DateFault, DateFaultKind, DatePattern, Notation, Part, Timestamp, Unit, Width};
use crate::profile::Profile;

fn read_nournews(value: &str) -> Result<Timestamp, DateFault> {
    read(value, 0, &Profile::default().dates[0])
}

fn canonical(value: &str) -> String {
    let found = read_nournews(value).expect(value);
    let mut text = value.to_owned();
    for variant in found.variants.iter().rev() {
        text.replace_range(variant.span.range(), &variant.canonical);
    }
    assert!(read_nournews(&text).expect("canonical").variants.is_empty(), "{text}");
    assert_eq!(read_nournews(&text).expect("canonical").local, found.local);
    text
}

fn fault(value: &str) -> (&str, DateFaultKind) {
    let fault = read_nournews(value).expect_err(value);
    (&value[fault.span.range()], fault.kind)
}

#[test]
fn the_canonical_form_has_no_variants() {
    let found = read_nournews("6/22/2024 5:01:54 PM").unwrap();
    assert_eq!(found.local.to_string(), "2024-06-22 17:01:54");
    assert!(found.variants.is_empty());
    assert_eq!(read_nournews("1/1/2024 12:00:00 AM").unwrap().local.to_string(), "2024-01-01 00:00:00");
    assert_eq!(read_nournews("1/1/2024 12:00:00 PM").unwrap().local.to_string(), "2024-01-01 12:00:00");
}

#[test]
fn spellings_of_one_possible_meaning_are_read_and_respelled() {
    let values = [
        "06/22/2024 05:01:54 PM",
        "6/22/2024 5:01:54 pm",
        "6/22/2024 5:01:54PM",
        "6/22/2024\u{a0}5:01:54\u{202f}p.m.",
        "6/22/20245:01:54 PM",
        "6 / 22 / 2024  5:01:54 P.M.",
        "6/22/2024 5: 01:54 PM",
    ];
    for value in values {
        assert_eq!(canonical(value), "6/22/2024 5:01:54 PM", "{value:?}");
    }
}

#[test]
fn faults_point_at_the_exact_characters() {
    use DateFaultKind as Kind;
    let slash = || Kind::Expected(Part::Literal("/".into()));
    assert_eq!(fault("13/22/2024 5:01:54 PM"), ("13", Kind::OutOfRange(Unit::Month, 13)));
    assert_eq!(fault("2/30/2024 5:01:54 PM"), ("30", Kind::NoSuchDay(30, 2, 2024)));
    assert_eq!(fault("6/22/2024 17:01:54 PM"), ("17", Kind::OutOfRange(Unit::Hour12, 17)));
    assert_eq!(fault("6/22/2024 5:61:54 PM"), ("61", Kind::OutOfRange(Unit::Minute, 61)));
    assert_eq!(fault("6/22/2024 5:01:54"), ("", Kind::Expected(Part::HalfDay)));
    assert_eq!(fault("6/22/12024 5:01:54 PM"), ("12024", Kind::YearDigits));
    assert_eq!(fault("6/22/24 5:01:54 PM"), ("24", Kind::YearDigits));
    assert_eq!(fault("6/22/2024 5:01:54 PM Tehran"), (" Tehran", Kind::TrailingText));
    assert_eq!(fault("22/6/2024 5:01:54 PM"), ("22", Kind::WrongOrder { expected: Unit::Month, found: Unit::Day }));
    assert_eq!(fault("2024/6/22 5:01:54 PM"), ("2024", Kind::WrongOrder { expected: Unit::Month, found: Unit::Year }));
    assert_eq!(fault("5:01:54 PM 6/22/2024"), ("5", Kind::WrongOrder { expected: Unit::Month, found: Unit::Hour12 }));
    assert_eq!(fault("۶/22/2024 5:01:54 PM"), ("۶", Kind::ForeignDigits));
    assert_eq!(fault("6-22-2024 5:01:54 PM"), ("-", slash()));
    assert_eq!(fault("June 22"), ("June", Kind::Expected(Part::Number(Unit::Month, Width::Minimal))));
    assert_eq!(fault("6/22/2024 5:1:54 PM"), ("1", Kind::Expected(Part::Number(Unit::Minute, Width::Fixed(2)))));
    assert_eq!(fault("6/22/2024"), ("", Kind::Expected(Part::Number(Unit::Hour12, Width::Minimal))));
    assert_eq!(fault(""), ("", Kind::Empty));
}

#[test]
fn a_blank_may_be_missing_before_a_mark() {
    let pattern = DatePattern::compile("%H:%M - %d.%m.%Y", Notation::default()).unwrap();
    let found = read("17:01-22.06.2024", 0, &pattern).unwrap();
    assert_eq!(found.local.to_string(), "2024-06-22 17:01:00");
    assert_eq!(found.variants.len(), 2);
}

#[test]
fn numbers_without_anything_between_them_have_fixed_widths() {
    let pattern = DatePattern::compile("%Y%m%d %H:%M", Notation::default()).unwrap();
    assert_eq!(read("20240622 17:01", 0, &pattern).unwrap().local.to_string(), "2024-06-22 17:01:00");
}
