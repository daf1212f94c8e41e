//! Reads a header value as a date by the patterns of a profile.

use std::cell::LazyCell;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveTime};

use crate::calendar::{self, Calendar, Language};
use crate::datetime::{DateFault, DateFaultKind, DatePattern, Part, Timestamp};
use crate::profile::{Calendars, Habit, Profile, every_clear_pattern};
use crate::source::Span;

mod found;
mod reader;

/// The first year of the Gregorian calendar: in a wire that uses another one as well, earlier years are of that one.
const FIRST_GREGORIAN_YEAR: i32 = 1583;

/// Reads `value`, which starts at byte `base` of its text, as `profile`'s wire writes dates. A date of the last change
/// behind it has to be one too, but does not count.
///
/// # Errors
/// The first fault of the pattern that fits furthest, at its exact bytes.
pub(super) fn read(value: &str, base: usize, profile: &Profile) -> Result<Timestamp, DateFault> {
    let Some((first, updated, at)) = without_update(value, profile) else {
        return by_patterns(value, base, profile, &profile.dates);
    };
    let timestamp = by_patterns(first, base, profile, &profile.dates)?;
    by_patterns(updated, base + at, profile, &profile.dates)?;
    Ok(timestamp)
}

/// Reads `value` as [`read`] does, but by one pattern.
///
/// # Errors
/// The first fault, at its exact bytes.
pub(super) fn read_as(
    pattern: &DatePattern,
    value: &str,
    base: usize,
    profile: &Profile,
) -> Result<Timestamp, DateFault> {
    let value = without_update(value, profile).map_or(value, |(first, ..)| first);
    by_patterns(value, base, profile, std::slice::from_ref(pattern))
}

/// Whether `line` is the day on which the page was printed, and nothing else.
pub(super) fn is_page_date(line: &str, profile: &Profile) -> bool {
    by_patterns(line, 0, profile, &profile.page_dates).is_ok()
}

/// Whether `text` is a date in a shape that can mean one day only, in the languages of the wire or in English.
pub(super) fn is_clear_date(text: &str, profile: &Profile) -> bool {
    static ENGLISH: OnceLock<Vec<DatePattern>> = OnceLock::new();
    if !text.contains(char::is_numeric) {
        return false;
    }
    let english = || every_clear_pattern(&[Language::English], Calendars::Both, true);
    by_patterns(text, 0, profile, ENGLISH.get_or_init(english)).is_ok()
        || by_patterns(text, 0, profile, &profile.dates).is_ok()
}

/// The date of publication and the one of the last change, with the place of the latter.
fn without_update<'v>(value: &'v str, profile: &Profile) -> Option<(&'v str, &'v str, usize)> {
    let (open, close) = profile.updated.as_ref()?;
    let start = value.find(open.as_str())?;
    let inside = value.get(start + open.len()..)?.strip_suffix(close.as_str())?;
    Some((value.get(..start)?, inside, start + open.len()))
}

fn by_patterns(value: &str, base: usize, profile: &Profile, patterns: &[DatePattern]) -> Result<Timestamp, DateFault> {
    if value.is_empty() {
        return Err(DateFault { span: Span::at(base), kind: DateFaultKind::Empty });
    }
    let are_mixed = patterns.iter().any(|pattern| pattern.notation().calendar != Calendar::Gregorian);
    let mut best: Option<Timestamp> = None;
    let mut fault: Option<DateFault> = None;
    let opening = LazyCell::new(|| Opening::of(value, patterns));
    let all = || patterns.iter().enumerate();
    // One pattern has to be tried, to say what is wrong.
    for (index, pattern) in all().take(1).chain(all().skip(1).filter(|(_, pattern)| opening.suits(pattern))) {
        let is_gregorian = pattern.notation().calendar == Calendar::Gregorian;
        match reader::read(value, base, pattern) {
            Ok(found) if are_mixed && is_gregorian && found.local.year() < FIRST_GREGORIAN_YEAR => {}
            Ok(found) => match &best {
                Some(other) if other.local != found.local => {
                    let span = Span::new(base, base + value.len());
                    return Err(DateFault { span, kind: DateFaultKind::Ambiguous });
                }
                Some(other) if other.variants.len() <= found.variants.len() => {}
                _ => best = Some(Timestamp { pattern: index, ..found }),
            },
            // A number outside its range says that the rest fits, so it wins over a pattern that fits as far.
            Err(other) => {
                let reach = |fault: &DateFault| (fault.kind.is_impossible_value(), fault.span.start);
                if fault.as_ref().is_none_or(|known| reach(&other) > reach(known)) {
                    fault = Some(other);
                }
            }
        }
    }
    match (best, fault) {
        (Some(found), _) => Ok(without_midnight(found, profile)),
        (None, Some(fault)) => Err(fault),
        (None, None) => Err(DateFault { span: Span::new(base, base + value.len()), kind: DateFaultKind::NoForm }),
    }
}

/// What a value opens with: most of many patterns open otherwise.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Number,
    /// Of a month or a weekday; some names are both.
    Name,
    Other,
}

impl Opening {
    fn of(value: &str, patterns: &[DatePattern]) -> Self {
        let Some(languages) = patterns.first().map(|pattern| &pattern.notation().languages) else { return Self::Other };
        let is_month = |calendar| calendar::month_at_start(value, calendar, languages).is_some();
        if value.starts_with(char::is_numeric) {
            Self::Number
        } else if Calendar::ALL.into_iter().any(is_month) || calendar::weekday_at_start(value, languages).is_some() {
            Self::Name
        } else {
            Self::Other
        }
    }

    fn suits(self, pattern: &DatePattern) -> bool {
        match pattern.parts().first() {
            Some(Part::Number(..)) => self == Self::Number,
            Some(Part::Month(_) | Part::Weekday(_)) => self == Self::Name,
            Some(Part::HalfDay | Part::Literal(_)) | None => true,
        }
    }
}

/// Midnight is no time of day where the wire prints it for want of one.
fn without_midnight(found: Timestamp, profile: &Profile) -> Timestamp {
    let is_no_time = profile.has(Habit::MidnightIsNoTime) && found.local.time() == NaiveTime::MIN;
    Timestamp { has_time: found.has_time && !is_no_time, ..found }
}

#[cfg(test)]
mod tests;
