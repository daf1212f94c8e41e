use super::reader::{longest, read};
use super::{is_clear_date, is_page_date, read as read_by_wire, read_as};
use crate::calendar::{Calendar, Form, Language};
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

/// What `value`, which starts at byte 5 of its text, is as respelled by `pattern`, with what was unusual about it.
fn respelled(pattern: &str, notation: Notation, value: &str) -> (String, Vec<VariantKind>) {
    let found = read(value, 5, &DatePattern::compile(pattern, notation).expect("a pattern")).expect(value);
    let mut text = format!("12345{value}");
    for variant in found.variants.iter().rev() {
        text.replace_range(variant.span.range(), &variant.canonical);
    }
    (text[5..].to_owned(), found.variants.iter().map(|variant| variant.kind).collect())
}

/// What is wrong with `value`, which starts at byte 5 of its text, and its bytes.
fn fault_by(pattern: &str, notation: Notation, value: &str) -> (String, DateFaultKind) {
    let fault = read(value, 5, &DatePattern::compile(pattern, notation).expect("a pattern")).expect_err(value);
    (value[fault.span.start - 5..fault.span.end - 5].to_owned(), fault.kind)
}

fn in_persian() -> Notation {
    Notation { languages: vec![Language::Persian], takes_any_digits: true, ..Notation::default() }
}

#[test]
fn zeros_are_put_before_a_number_or_taken_off_in_its_own_digits() {
    let kinds = |value| respelled("%-m/%d/%Y %H:%M", in_persian(), value);
    assert_eq!(kinds("6/22/2024 17:01"), ("6/22/2024 17:01".to_owned(), vec![]));
    assert_eq!(kinds("06/22/2024 17:01").1, [VariantKind::LeadingZero(Unit::Month)]);
    assert_eq!(kinds("6/2/2024 17:01"), ("6/02/2024 17:01".to_owned(), vec![VariantKind::NoLeadingZero(Unit::Day)]));
    assert_eq!(kinds("۰۶/۲/۲۰۲۴ ۵:۰۱").0, "۶/۰۲/۲۰۲۴ ۰۵:۰۱");
    assert_eq!(kinds("۱۰/۲۰/۲۰۲۴ ۱۷:۰۱").1, []);
    assert_eq!(respelled("%-m/%-d/%Y %-H:%M", Notation::default(), "6/22/2024 00:01").0, "6/22/2024 0:01");
}

#[test]
fn a_number_is_as_long_as_its_unit() {
    let fault = |value| fault_by("%-m/%-d/%Y %-I:%M:%S %p", Notation::default(), value);
    assert_eq!(fault("123/22/2024"), ("123".to_owned(), DateFaultKind::TooManyDigits(Unit::Month)));
    assert_eq!(fault("6/22/2024 1234:01:54 PM"), ("1234".to_owned(), DateFaultKind::TooManyDigits(Unit::Hour12)));
    assert_eq!(fault("6/2024/22").1, DateFaultKind::WrongOrder { expected: Unit::Day, found: Unit::Year });
    let second = DateFaultKind::Expected(Part::Number(Unit::Second, Width::Fixed(2)));
    assert_eq!(fault("6/22/2024 5:01:4 PM"), ("4".to_owned(), second));
    assert_eq!(fault("32/6/2024 5:01:54 PM"), ("32".to_owned(), DateFaultKind::OutOfRange(Unit::Month, 32)));
    assert_eq!(fault("22/13/2024 5:01:54 PM"), ("22".to_owned(), DateFaultKind::OutOfRange(Unit::Month, 22)));
    assert_eq!(fault("22/0/2024 5:01:54 PM"), ("22".to_owned(), DateFaultKind::OutOfRange(Unit::Month, 22)));
}

#[test]
fn a_year_may_run_into_the_hour_where_a_blank_was_lost() {
    let of = |value| respelled("%-m/%-d/%Y %-I:%M:%S %p", Notation::default(), value);
    assert_eq!(of("6/22/20245:01:54 PM"), ("6/22/2024 5:01:54 PM".to_owned(), vec![VariantKind::MissingBlank]));
    assert_eq!(of("6/22/202411:01:54 PM").0, "6/22/2024 11:01:54 PM");
    let fault = |value| fault_by("%-m/%-d/%Y %-I:%M:%S %p", Notation::default(), value);
    assert_eq!(fault("6/22/2024115:01:54 PM"), ("2024115".to_owned(), DateFaultKind::YearDigits));
    assert_eq!(fault("6/22/20245 :01:54 PM"), ("20245".to_owned(), DateFaultKind::YearDigits));
    assert_eq!(fault_by("%-d.%-m.%Y, %H:%M", Notation::default(), "22.6.202417:01").1, DateFaultKind::YearDigits);
    // A month or a day does not run on.
    assert_eq!(fault("6225/22/2024").1, DateFaultKind::WrongOrder { expected: Unit::Month, found: Unit::Year });
    assert_eq!(respelled("%Y%m%d %H:%M", in_persian(), "۲۰۲۴۰۶۲۲ ۱۷:۰۱"), ("۲۰۲۴۰۶۲۲ ۱۷:۰۱".to_owned(), vec![]));
    let wrong = DateFaultKind::WrongOrder { expected: Unit::Month, found: Unit::Day };
    assert_eq!(fault_by("%Y%m%d", Notation::default(), "2024132"), ("13".to_owned(), wrong));
}

#[test]
fn digits_of_another_script_are_pointed_at_by_themselves() {
    let fault = |value| fault_by("%-m/%-d/%Y", Notation::default(), value);
    assert_eq!(fault("6/۲۲/2024"), ("۲۲".to_owned(), DateFaultKind::ForeignDigits));
    assert_eq!(fault("6/۲۲"), ("۲۲".to_owned(), DateFaultKind::ForeignDigits));
    assert_eq!(fault("6–22–2024").0, "–");
    assert_eq!(fault("6/Juni/2024").0, "Juni");
    assert_eq!(fault("6/22/2024x").0, "x");
}

#[test]
fn a_half_of_the_day_is_respelled() {
    let of = |value: &str| respelled("%-I:%M %p, %-d %B %Y", Notation::default(), value);
    for value in ["5:01 am, 22 June 2024", "5:01 a.m., 22 June 2024", "5:01 Am, 22 June 2024"] {
        assert_eq!(of(value), ("5:01 AM, 22 June 2024".to_owned(), vec![VariantKind::HalfDaySpelling]), "{value}");
    }
    assert_eq!(of("5:01 AM, 22 June 2024").1, []);
    assert_eq!(of("5:01 P.M., 22 June 2024").0, "5:01 PM, 22 June 2024");
}

#[test]
fn names_are_of_the_first_language_that_knows_them_longest() {
    let of = |languages: &[Language], value: &str| {
        respelled("%-d %B %Y", Notation { languages: languages.to_vec(), ..Notation::default() }, value)
    };
    let (english, dutch) = (Language::English, Language::from_code("nl").expect("Dutch"));
    let known = |language| Some(if language == english { (3, 'e') } else { (5, 'd') });
    assert_eq!(longest(&[english, dutch], known), Some((dutch, (5, 'd'))));
    assert_eq!(longest(&[dutch, english], known), Some((dutch, (5, 'd'))));
    assert_eq!(of(&[english, dutch], "22 april 2024"), ("22 April 2024".to_owned(), vec![VariantKind::NameSpelling]));
    assert_eq!(of(&[dutch, english], "22 april 2024"), ("22 april 2024".to_owned(), vec![]));
    assert_eq!(of(&[english, dutch], "22 mei 2024").1, []);
    assert_eq!(of(&[english], "22 Jun 2024").0, "22 June 2024");
    let day = |value| respelled("%A %-d %B %Y", Notation::default(), value);
    assert_eq!(day("Sat 22 June 2024"), ("Saturday 22 June 2024".to_owned(), vec![VariantKind::NameSpelling]));
    let fault = fault_by("%A %-d %B %Y", Notation::default(), "Sunday 22 June 2024");
    let (stated, actual) = (chrono::Weekday::Sun, chrono::Weekday::Sat);
    assert_eq!(fault, ("Sunday".to_owned(), DateFaultKind::WrongWeekday { stated, actual }));
}

#[test]
fn blanks_are_put_as_the_wire_has_them() {
    let wanted = "2024/06/22  |  Time: 17 : 01";
    let of = |value| respelled("%Y/%m/%d  |  Time: %H : %M", Notation::default(), value);
    assert_eq!(of(wanted), (wanted.to_owned(), vec![]));
    for (value, kinds) in [
        ("2024/06/22 |  Time: 17 : 01", vec![VariantKind::OddBlank]),
        ("2024/06/22|  Time: 17 : 01", vec![VariantKind::MissingBlank]),
        ("2024/06/22  |Time: 17 : 01", vec![VariantKind::MissingBlank]),
        ("2024/06/22  |  Time:17 : 01", vec![VariantKind::MissingBlank]),
        ("2024/06/22  |  Time: 17:01", vec![VariantKind::MissingBlank, VariantKind::MissingBlank]),
        ("2024/06/22  |  Time : 17 : 01", vec![VariantKind::OddBlank]),
        ("2024/ 06/22  |  Time: 17 : 01", vec![VariantKind::OddBlank]),
        ("2024 /06/22\u{a0}|\tTime: 17  :  01", vec![VariantKind::OddBlank; 5]),
    ] {
        assert_eq!(of(value), (wanted.to_owned(), kinds), "{value}");
    }
    let fault = |value| fault_by("%Y/%m/%d  |  Time: %H : %M", Notation::default(), value);
    assert_eq!(fault("2024/06/22  /  Time: 17 : 01").0, "/");
    assert_eq!(fault("2024/06/22").0, "");
    assert_eq!(fault("2024/06/22 17 : 01").0, "17");
}

#[test]
fn any_spelling_is_right_where_none_is_known_but_for_blanks() {
    let notation = Notation { takes_any_spelling: true, ..Notation::default() };
    let kinds = |value: &str| respelled("%-d %B %Y", notation.clone(), value).1;
    assert_eq!(kinds("06 Jun 2024"), []);
    assert_eq!(kinds("06  Jun\u{a0}2024"), [VariantKind::OddBlank; 2]);
    assert_eq!(kinds("06Jun 2024"), [VariantKind::MissingBlank]);
}

#[test]
fn a_time_in_the_place_of_a_day_is_in_the_wrong_order() {
    let fault = |pattern, value| fault_by(pattern, Notation::default(), value);
    let wrong = |expected| DateFaultKind::WrongOrder { expected, found: Unit::Hour12 };
    assert_eq!(fault("%-d %B %Y - %H:%M", "17:01 - 22 June 2024"), ("17".to_owned(), wrong(Unit::Day)));
    assert_eq!(fault("%B %-d, %Y", "June 22:01"), ("22".to_owned(), wrong(Unit::Day)));
    // After an hour or a name it is something else that is missing.
    let comma = DateFaultKind::Expected(Part::Literal(", ".into()));
    assert_eq!(fault("%-d %B, %Y", "22 June: 2024"), (":".to_owned(), comma));
    let dot = DateFaultKind::Expected(Part::Literal(".".into()));
    assert_eq!(fault("%H.%M, %-d %B %Y", "17:01, 22 June 2024"), (":".to_owned(), dot));
    // Where a value ends before a blank, it is what the blank leads to.
    let year = DateFaultKind::Expected(Part::Number(Unit::Year, Width::Fixed(4)));
    assert_eq!(fault("%-d %B %Y", "22 June"), (String::new(), year.clone()));
    assert_eq!(fault("%-d %B, %Y", "22 June"), (String::new(), DateFaultKind::Expected(Part::Literal(", ".into()))));
    assert_eq!(fault("%-d %B %Y", "22 June-"), ("-".to_owned(), DateFaultKind::Expected(Part::Literal(" ".into()))));
    assert_eq!(fault("%-d %B %Y", ""), (String::new(), DateFaultKind::Empty));
}

#[test]
fn a_day_has_to_be_one_of_its_calendar() {
    let jalali = || Notation { calendar: Calendar::Jalali, ..in_persian() };
    let fault = |value| fault_by("%Y/%m/%d", jalali(), value);
    assert_eq!(fault("1404/12/30"), ("30".to_owned(), DateFaultKind::NoSuchJalaliDay(30, 12, 1404)));
    assert_eq!(fault("1404/07/31"), ("31".to_owned(), DateFaultKind::NoSuchJalaliDay(31, 7, 1404)));
    assert_eq!(fault("9999/07/01"), ("9999".to_owned(), DateFaultKind::NoJalaliYear(9999)));
    let pattern = DatePattern::compile("%Y/%m/%d", jalali()).unwrap();
    assert_eq!(read("1403/12/30", 0, &pattern).unwrap().local.to_string(), "2025-03-20 00:00:00");
    assert!(!read("1403/12/30", 0, &pattern).unwrap().has_time);
    let fault = |value| fault_by("%Y/%m/%d", Notation::default(), value);
    assert_eq!(fault("2023/02/29"), ("29".to_owned(), DateFaultKind::NoSuchDay(29, 2, 2023)));
}
