//! Jalali dates and Gregorian ones.
//!
//! The Jalali year begins on the day of the March equinox if that comes before noon in Tehran, else on the next day.
//! `calendrical_calculations`, the arithmetic of the Unicode project's ICU4X, has these days by a 33-year cycle; the
//! 2820-year cycle of other libraries goes wrong in 1403. Astronomers' tables and the breaks between cycles that K. M.
//! Borkowski published agree with it up to 1501 and part in 1502, when the equinox comes close to noon.

use calendrical_calculations::persian::{fast_persian_from_fixed, fixed_from_fast_persian, is_leap_year};
use calendrical_calculations::rata_die::RataDie;
use chrono::{Datelike, NaiveDate};

/// The years about which all tables agree: 1799 to 2123.
const YEARS: std::ops::RangeInclusive<i32> = 1178..=1501;

/// The Gregorian day of a Jalali one; `None` if the month has no such day, or the year is not one of 1178 to 1501.
pub fn to_gregorian(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let days = match month {
        1..=6 => 31,
        7..=11 => 30,
        12 if is_leap_year(year) => 30,
        12 => 29,
        _ => return None,
    };
    if !YEARS.contains(&year) || !(1..=days).contains(&day) {
        return None;
    }
    let fixed = fixed_from_fast_persian(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(fixed.to_i64_date()).ok()?)
}

/// Year, month and day of a Gregorian day in the Jalali calendar; `None` outside the years 1178 to 1501.
pub fn from_gregorian(date: NaiveDate) -> Option<(i32, u32, u32)> {
    let (year, month, day) = fast_persian_from_fixed(RataDie::new(date.num_days_from_ce().into())).ok()?;
    YEARS.contains(&year).then_some((year, month.into(), day.into()))
}
