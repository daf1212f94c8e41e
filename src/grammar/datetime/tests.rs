use super::reader::read;
use super::{is_clear_date, is_page_date, read as read_by_wire, read_as};
use crate::calendar::Form;
use crate::datetime::{DateFault, DateFaultKind, DatePattern, Notation, Part, Timestamp, Unit, VariantKind, Width};
use crate::profile::Profile;
use crate::source::Span;

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

fn wire(name: &str) -> Profile {
    Profile::built_in(name).expect("a built-in wire")
}

/// A wire that writes dates by these patterns.
fn wire_of(patterns: &[&str]) -> Profile {
    let compile = |pattern: &&str| DatePattern::compile(pattern, Notation::default()).expect("a pattern");
    Profile { dates: patterns.iter().map(compile).collect(), ..Profile::default() }
}

#[test]
fn a_date_of_the_last_change_has_to_be_one_and_does_not_count() {
    let read = |value| read_by_wire(value, 10, &wire("presstv"));
    let found = read("Sat Jun 22, 2024 05:01PM [Updated: Sun Jun 23, 2024 06:10PM ]").unwrap();
    assert_eq!(found.local.to_string(), "2024-06-22 17:01:00");
    let fault = read("Sat Jun 22, 2024 05:01PM [Updated: Sun Jun 32, 2024 06:10PM ]").unwrap_err();
    assert_eq!((fault.span, fault.kind), (Span::new(53, 55), DateFaultKind::OutOfRange(Unit::Day, 32)));
}

#[test]
fn the_day_of_a_page_is_a_date_and_nothing_else_in_a_wire_that_prints_it() {
    assert!(is_page_date("Saturday 28 November 2020", &wire("kayhan")));
    assert!(!is_page_date("Harbour reopens after storm", &wire("kayhan")));
    assert!(!is_page_date("Saturday 28 November 2020", &wire("nournews")));
}

#[test]
fn years_before_the_gregorian_calendar_are_of_another_one_only_where_the_wire_has_one() {
    let year =
        |value, wire: &Profile| read_by_wire(value, 0, wire).map(|found| found.local.to_string()[..4].to_owned());
    assert_eq!(year("6/22/1402 5:01:54 PM", &Profile::default()), Ok("1402".to_owned()));
    assert_eq!(year("۱۰ ژوئن ۱۵۸۳", &wire("nournews-fa")), Ok("1583".to_owned()));
    assert!(year("۱۰ ژوئن ۱۵۸۲", &wire("nournews-fa")).is_err());
    assert_eq!(year("۱۰ خرداد ۱۴۰۲", &wire("nournews-fa")), Ok("2023".to_owned()));
}

#[test]
fn of_several_patterns_the_one_counts_that_the_value_is_spelled_by() {
    let (bare, full) = ("%-d %B %Y", "%d %B %Y");
    let read = |value, patterns: &[&str]| {
        let found = read_by_wire(value, 0, &wire_of(patterns)).expect(value);
        (found.pattern, found.variants.iter().map(|variant| variant.kind).collect::<Vec<_>>())
    };
    assert_eq!(read("06 June 2024", &[bare, full]), (1, vec![]));
    assert_eq!(read("06 June 2024", &[full, bare]), (0, vec![]));
    assert_eq!(read("6 June 2024", &[bare, full]), (0, vec![]));
    // Where both fit as well, the first.
    assert_eq!(read("22 June 2024", &[bare, full]), (0, vec![]));
    assert_eq!(read("6 Jun 2024", &[bare, full]), (0, vec![VariantKind::NameSpelling]));
}

#[test]
fn of_several_patterns_the_one_that_fits_furthest_says_what_is_wrong() {
    let fault = |value, patterns: &[&str]| read_by_wire(value, 5, &wire_of(patterns)).expect_err(value);
    let day = || DateFaultKind::Expected(Part::Number(Unit::Day, Width::Minimal));
    for patterns in [["%-d %B %Y", "%B %-d, %Y"], ["%B %-d, %Y", "%-d %B %Y"]] {
        let found = fault("June the first", &patterns);
        assert_eq!((found.span, found.kind), (Span::new(10, 13), day()));
    }
    // A number outside its range, for the rest fits; and of two that fit as far, the first.
    assert_eq!(fault("31 June 2024", &["%-d %B %Y, %H:%M", "%-d %B %Y"]).kind, DateFaultKind::NoSuchDay(31, 6, 2024));
    let year = || DateFaultKind::Expected(Part::Number(Unit::Year, Width::Fixed(4)));
    let month = |form| DateFaultKind::Expected(Part::Month(form));
    assert_eq!(fault("22 Harbour", &["%-d %B %Y", "%-d %b %Y"]).kind, month(Form::Full));
    assert_eq!(fault("22 Harbour", &["%-d %b %Y", "%-d %B %Y"]).kind, month(Form::Short));
    // Of what opens like none, the first says what is missing.
    assert_eq!(fault("soon", &["%-d %B %Y", "%Y-%m-%d"]).kind, day());
    assert_eq!(fault("soon", &["%Y-%m-%d", "%-d %B %Y"]).kind, year());
    // Without any pattern nothing can be expected.
    let found = fault("soon", &[]);
    assert_eq!((found.span, found.kind), (Span::new(5, 9), DateFaultKind::NoForm));
}

#[test]
fn two_patterns_that_mean_different_days_say_nothing() {
    let wire = wire_of(&["%-d/%-m/%Y", "%-m/%-d/%Y"]);
    let found = read_by_wire("3/4/2024", 5, &wire).unwrap_err();
    assert_eq!((found.span, found.kind), (Span::new(5, 13), DateFaultKind::Ambiguous));
    let day = |value| read_by_wire(value, 5, &wire).map(|found| (found.pattern, found.local.date().to_string()));
    assert_eq!(day("4/4/2024"), Ok((0, "2024-04-04".to_owned())));
    assert_eq!(day("13/4/2024"), Ok((0, "2024-04-13".to_owned())));
    assert_eq!(day("4/13/2024"), Ok((1, "2024-04-13".to_owned())));
}

#[test]
fn midnight_is_no_time_where_the_wire_prints_it_for_want_of_one() {
    let has_time = |value, name| read_by_wire(value, 0, &wire(name)).expect(value).has_time;
    assert!(!has_time("۱۴۰۳/۲/۱۴ ۰۰:۰۰", "persian") && has_time("۱۴۰۳/۲/۱۴ ۰۰:۰۱", "persian"));
    assert!(!has_time("۱۴۰۳/۲/۱۴", "persian"));
    assert!(has_time("1/1/2024 12:00:00 AM", "nournews"));
}

#[test]
fn one_pattern_reads_a_date_and_takes_no_notice_of_its_last_change() {
    let wire = wire("presstv");
    let pattern = &wire.dates[0];
    let day = |value, base| read_as(pattern, value, base, &wire).map(|found| found.local.to_string());
    assert_eq!(day("Sat Jun 22, 2024 05:01PM", 0), Ok("2024-06-22 17:01:00".to_owned()));
    assert_eq!(day("Sat Jun 22, 2024 05:01PM [Updated: never ]", 0), Ok("2024-06-22 17:01:00".to_owned()));
    assert_eq!(day("soon", 7).unwrap_err().span, Span::new(7, 11));
}

#[test]
fn a_clear_date_can_mean_one_day_only() {
    for date in ["28 October 2020", "2020-10-28", "۲۸ اکتبر ۲۰۲۰", "۷ آبان ۱۳۹۹"] {
        assert!(is_clear_date(date, &wire("persian")), "{date}");
    }
    assert!(
        is_clear_date("28 October 2020", &wire("ikna")) && is_clear_date("6/22/2024 5:01:54 PM", &wire("nournews"))
    );
    for text in ["3/4/2020", "October", "28", "Harbour reopens", "۷ آبان ۱۳۹۹"] {
        assert!(!is_clear_date(text, &wire("ikna")), "{text}");
    }
}
