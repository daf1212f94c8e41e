use chrono::{Days, NaiveDate};

use super::*;

/// The names of a row, in the columns from `first` on.
fn spellings(line: &str, first: usize) -> impl Iterator<Item = &str> {
    line.split('\t').skip(first).flat_map(|names| names.split(", ")).filter(|name| !name.is_empty())
}

#[test]
fn every_row_is_read_and_no_name_means_two_things() {
    assert_eq!(months().count(), MONTHS.lines().count() - 1);
    assert_eq!(weekdays().count(), WEEKDAYS.lines().count() - 1);
    for (month, line) in months().zip(MONTHS.lines().skip(1)) {
        for name in spellings(line, 3) {
            let meanings = meanings(&MONTH_NAMES, &key(name));
            assert!(meanings.iter().all(|known| (known.1, known.2) == (month.calendar, month.number)), "{name}");
            assert!(meanings.iter().any(|known| known.0 == month.language), "{name}");
        }
    }
    for (day, line) in weekdays().zip(WEEKDAYS.lines().skip(1)) {
        for name in spellings(line, 2) {
            let meanings = meanings(&WEEKDAY_NAMES, &key(name));
            assert!(meanings.iter().all(|known| known.1 == day.weekday), "{name}");
            assert!(meanings.iter().any(|known| known.0 == day.language), "{name}");
        }
    }
    for code in Language::codes() {
        let language = Language::from_code(code).expect("its own code");
        assert_eq!(months().filter(|month| month.language == language).count() % 12, 0, "{code}");
        assert_eq!(weekdays().filter(|day| day.language == language).count(), 7, "{code}");
    }
}

#[test]
fn months_are_known_whatever_the_keyboard_case_accents_and_dots() {
    use Calendar::{Gregorian, Jalali};
    for (word, wanted) in [
        ("January", (Gregorian, 1)),
        ("SEPT.", (Gregorian, 9)),
        ("فروردین", (Jalali, 1)),
        ("ارديبهشت", (Jalali, 2)),
        ("اردیبهشت", (Jalali, 2)),
        ("آذر", (Jalali, 9)),
        ("اذر", (Jalali, 9)),
        ("آذار", (Gregorian, 3)),
        ("ژوئیه", (Gregorian, 7)),
        ("Ordibehesht", (Jalali, 2)),
        ("dey", (Jalali, 10)),
        ("يناير كانون الثاني", (Gregorian, 1)),
        ("كانون الثاني/يناير", (Gregorian, 1)),
        ("تشرين\u{a0}الثاني", (Gregorian, 11)),
        ("إبريل", (Gregorian, 4)),
        ("جويلية", (Gregorian, 7)),
        ("غشت", (Gregorian, 8)),
        ("جولائی", (Gregorian, 7)),
        ("апрель", (Gregorian, 4)),
        ("мая", (Gregorian, 5)),
        ("листопада", (Gregorian, 11)),
        ("ŞUBAT", (Gregorian, 2)),
        ("KASIM", (Gregorian, 11)),
        ("İyun", (Gregorian, 6)),
        ("Februar", (Gregorian, 2)),
        ("fevrier", (Gregorian, 2)),
        ("märz", (Gregorian, 3)),
        ("października", (Gregorian, 10)),
        ("Nëntor", (Gregorian, 11)),
        ("十一月", (Gregorian, 11)),
    ] {
        assert_eq!(month_of(word), Some(wanted), "{word}");
    }
    for word in ["", ".", "Febuary", "Janu ary", "مارسی", "11", "May 5", "Monday"] {
        assert_eq!(month_of(word), None, "{word}");
    }
}

#[test]
fn weekdays_are_known_alike() {
    for (word, wanted) in [
        ("Thurs.", Weekday::Thu),
        ("سه\u{200c}شنبه", Weekday::Tue),
        ("سه شنبه", Weekday::Tue),
        ("پنجشنبه", Weekday::Thu),
        ("يكشنبه", Weekday::Sun),
        ("الأربعاء", Weekday::Wed),
        ("الاربعاء", Weekday::Wed),
        ("ÇARŞAMBA", Weekday::Wed),
        ("Salı", Weekday::Tue),
        ("п'ятниця", Weekday::Fri),
        ("segunda-feira", Weekday::Mon),
        ("bazar ertəsi", Weekday::Mon),
        ("بدھ", Weekday::Wed),
        ("星期天", Weekday::Sun),
    ] {
        assert_eq!(weekday_of(word), Some(wanted), "{word}");
    }
    assert_eq!(weekday_of("in"), None);
    assert_eq!(weekday_of("May"), None);
}

#[test]
fn the_longest_name_at_the_start_counts() {
    let month = |text| month_at_start(text, Calendar::Gregorian, &[Language::Arabic, Language::English]);
    assert_eq!(month("Sept. 5, 2024"), Some((5, 9)));
    assert_eq!(month("September 5"), Some((9, 9)));
    assert_eq!(month("Nov24"), Some((3, 11)));
    assert_eq!(month("يناير كانون الثاني 2024"), Some(("يناير كانون الثاني".len(), 1)));
    assert_eq!(month("يناير من"), Some(("يناير".len(), 1)));
    assert_eq!(month("Mayor 5"), None);
    assert_eq!(month("Kasım 5"), None);
    let weekday = |text| weekday_at_start(text, &[Language::Persian]);
    assert_eq!(weekday("سه شنبه ۵"), Some(("سه شنبه".len(), Weekday::Tue)));
    assert_eq!(weekday("شنبه ۵"), Some(("شنبه".len(), Weekday::Sat)));
}

#[test]
fn names_are_written_as_dates_have_them() {
    assert_eq!(month_name(9, Form::Short, Calendar::Gregorian, Language::English), Some("Sep"));
    assert_eq!(month_name(5, Form::Short, Calendar::Gregorian, Language::English), Some("May"));
    assert_eq!(month_name(2, Form::Full, Calendar::Jalali, Language::Persian), Some("اردیبهشت"));
    assert_eq!(month_name(4, Form::Full, Calendar::Gregorian, Language::Russian), Some("апреля"));
    assert_eq!(month_name(4, Form::Full, Calendar::Jalali, Language::Russian), None);
    assert_eq!(month_name(13, Form::Full, Calendar::Gregorian, Language::English), None);
    assert_eq!(weekday_name(Weekday::Sun, Form::Short, Language::English), Some("Sun"));
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

#[test]
fn jalali_days_are_those_of_known_history() {
    for (jalali, gregorian) in [
        ((1304, 1, 11), day(1925, 3, 31)),
        ((1357, 11, 22), day(1979, 2, 11)),
        ((1375, 1, 1), day(1996, 3, 20)),
        ((1376, 1, 1), day(1997, 3, 21)),
        ((1398, 1, 1), day(2019, 3, 21)),
        ((1399, 1, 1), day(2020, 3, 20)),
        ((1400, 1, 1), day(2021, 3, 21)),
        ((1403, 1, 1), day(2024, 3, 20)),
        ((1403, 2, 30), day(2024, 5, 19)),
        ((1403, 12, 30), day(2025, 3, 20)),
        ((1404, 1, 1), day(2025, 3, 21)),
        ((1405, 1, 1), day(2026, 3, 21)),
        ((1409, 1, 1), day(2030, 3, 21)),
    ] {
        assert_eq!(to_gregorian(jalali.0, jalali.1, jalali.2), Some(gregorian), "{jalali:?}");
        assert_eq!(from_gregorian(gregorian), Some(jalali), "{gregorian}");
    }
    for (year, month, day) in
        [(1402, 12, 30), (1404, 12, 30), (1403, 12, 31), (1403, 7, 31), (1403, 13, 1), (1403, 1, 0), (2024, 1, 1)]
    {
        assert_eq!(to_gregorian(year, month, day), None, "{year}/{month}/{day}");
    }
}

/// The first day of a Jalali year in March, by the breaks between cycles that K. M. Borkowski published ("The Persian
/// calendar for 3000 years", 1996): another method than the one in use.
fn borkowski(year: i32) -> NaiveDate {
    const BREAKS: [i32; 20] =
        [-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178];
    let gregorian = year + 621;
    let mut leaps = -14;
    let mut start = BREAKS[0];
    for end in &BREAKS[1..] {
        let jump = end - start;
        if year < *end {
            break;
        }
        leaps += jump / 33 * 8 + jump % 33 / 4;
        start = *end;
    }
    let jump = BREAKS.iter().find(|end| **end > year).expect("a later break") - start;
    let since = year - start;
    leaps += since / 33 * 8 + (since % 33 + 3) / 4;
    if jump % 33 == 4 && jump - since == 4 {
        leaps += 1;
    }
    let gregorian_leaps = gregorian / 4 - (gregorian / 100 + 1) * 3 / 4 - 150;
    day(gregorian, 3, u32::try_from(20 + leaps - gregorian_leaps).expect("a day in March"))
}

#[test]
fn every_new_year_is_that_of_the_breaks_and_every_day_comes_once() {
    let mut next = borkowski(1178);
    for year in 1178..=1501 {
        assert_eq!(to_gregorian(year, 1, 1), Some(borkowski(year)), "{year}");
        for month in 1..=12 {
            for number in 1..=31 {
                let Some(date) = to_gregorian(year, month, number) else { continue };
                assert_eq!(date, next);
                assert_eq!(from_gregorian(date), Some((year, month, number)));
                next = next.checked_add_days(Days::new(1)).expect("a next day");
            }
        }
    }
    assert_eq!(to_gregorian(1502, 1, 1), None);
}
