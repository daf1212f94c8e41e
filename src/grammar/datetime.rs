//! Matches a header value against a date pattern: what fits, what fits in another spelling, and where it stops fitting.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while, take_while1};
use nom::combinator::recognize;
use nom::{IResult, Parser};

use crate::chars;
use crate::datetime::{DateFault, DateFaultKind, DatePattern, Part, Timestamp, Unit, Variant, VariantKind, Width};
use crate::source::Span;

/// Reads `value`, which starts at byte `base` of its text, by `pattern`.
///
/// # Errors
/// The first fault, at its exact bytes.
pub(super) fn read(value: &str, base: usize, pattern: &DatePattern) -> Result<Timestamp, DateFault> {
    if value.is_empty() {
        return Err(DateFault { span: Span::at(base), kind: DateFaultKind::Empty });
    }
    let mut reader = Reader { whole: value, rest: value, base, found: Found::default(), variants: Vec::new() };
    let parts = pattern.parts();
    for (index, part) in parts.iter().enumerate() {
        let (before, after) = (index.checked_sub(1).and_then(|at| parts.get(at)), parts.get(index + 1));
        match part {
            Part::Number(unit, width) => reader.number(part, *unit, *width, after)?,
            Part::HalfDay => reader.half_day()?,
            Part::Literal(text) => reader.literal(part, text, before, after)?,
        }
    }
    if !reader.rest.is_empty() {
        let span = reader.span_of(reader.rest);
        return Err(DateFault { span, kind: DateFaultKind::TrailingText });
    }
    let local = reader.found.validate()?;
    Ok(Timestamp { local, variants: reader.variants })
}

struct Reader<'v> {
    whole: &'v str,
    rest: &'v str,
    base: usize,
    found: Found,
    variants: Vec<Variant>,
}

/// The numbers read so far, each with its place.
#[derive(Default)]
struct Found {
    numbers: Vec<(Unit, u32, Span)>,
    afternoon: Option<bool>,
}

impl<'v> Reader<'v> {
    /// Where the next unread byte stands in the text.
    fn here(&self) -> usize {
        self.base + self.whole.len() - self.rest.len()
    }

    /// The bytes of `part`, which must be where the rest begins.
    fn span_of(&self, part: &str) -> Span {
        Span::new(self.here(), self.here() + part.len())
    }

    /// Takes what `parser` accepts off the rest.
    fn take(&mut self, mut parser: impl FnMut(&'v str) -> IResult<&'v str, &'v str>) -> Option<(&'v str, Span)> {
        let (rest, taken) = parser(self.rest).ok()?;
        let span = self.span_of(taken);
        self.rest = rest;
        Some((taken, span))
    }

    fn vary(&mut self, span: Span, canonical: impl Into<String>, kind: VariantKind) {
        self.variants.push(Variant { span, canonical: canonical.into(), kind });
    }

    /// The fault that something else stands where `part` was expected: up to the next blank or mark.
    fn unexpected(&self, part: &Part) -> DateFault {
        let token = first_token(self.rest);
        let foreign = |c: char| c.is_numeric() && !c.is_ascii();
        if self.rest.starts_with(foreign) {
            let digits = self.rest.trim_start_matches(foreign);
            let span = Span::new(self.here(), self.here() + self.rest.len() - digits.len());
            return DateFault { span, kind: DateFaultKind::ForeignDigits };
        }
        DateFault { span: self.span_of(token), kind: DateFaultKind::Expected(part.clone()) }
    }

    fn number(&mut self, part: &Part, unit: Unit, width: Width, after: Option<&Part>) -> Result<(), DateFault> {
        let glued = matches!(after, Some(Part::Number(..)));
        let Some((digits, span)) = self.take(take_while1(|c: char| c.is_ascii_digit())) else {
            return Err(self.unexpected(part));
        };
        let wanted = match width {
            Width::Fixed(digits) => digits,
            Width::Minimal => 2,
        };
        // Digits that belong to the next number: the pattern has nothing in between, or a blank that is missing.
        let blank_follows = matches!(after, Some(Part::Literal(text)) if text.starts_with(' '));
        let blank_is_lost = blank_follows && !self.rest.starts_with(chars::is_blank);
        let runs_on =
            digits.len() > wanted && (glued || (unit == Unit::Year && blank_is_lost && digits.len() <= wanted + 2));
        let (digits, span) = if runs_on {
            let own = digits.get(..wanted).unwrap_or(digits);
            let span = Span::new(span.start, span.start + own.len());
            self.rest = self.whole.get(span.end - self.base..).unwrap_or_default();
            (own, span)
        } else {
            (digits, span)
        };
        self.check_width(part, unit, width, digits, span)?;
        let number = digits.parse().unwrap_or(u32::MAX);
        self.found.numbers.push((unit, number, span));
        Ok(())
    }

    fn check_width(
        &mut self,
        part: &Part,
        unit: Unit,
        width: Width,
        digits: &str,
        span: Span,
    ) -> Result<(), DateFault> {
        let fault = |kind| Err(DateFault { span, kind });
        match (unit, width, digits.len()) {
            (Unit::Year, _, 4) => {}
            (Unit::Year, ..) => return fault(DateFaultKind::YearDigits),
            (_, _, 4) if matches!(unit, Unit::Month | Unit::Day) => {
                return fault(DateFaultKind::WrongOrder { expected: unit, found: Unit::Year });
            }
            (_, _, 3..) => return fault(DateFaultKind::TooManyDigits(unit)),
            (_, Width::Minimal, 2) if digits.starts_with('0') => {
                self.vary(
                    span,
                    digits.trim_start_matches('0').to_owned() + zero_if(digits == "00"),
                    VariantKind::LeadingZero(unit),
                );
            }
            // One digit of a minute or second may be all that is left of two: that is no variant but a loss.
            (Unit::Minute | Unit::Second, Width::Fixed(2), 1) => return fault(DateFaultKind::Expected(part.clone())),
            (_, Width::Fixed(2), 1) => self.vary(span, format!("0{digits}"), VariantKind::NoLeadingZero(unit)),
            _ => {}
        }
        Ok(())
    }

    fn half_day(&mut self) -> Result<(), DateFault> {
        let half = |letter| {
            recognize((tag_no_case(letter), take_while(|c| c == '.'), tag_no_case("m"), take_while(|c| c == '.')))
        };
        let spelled = |rest| alt((half("a"), half("p"))).parse(rest);
        let Some((spelling, span)) = self.take(spelled) else {
            return Err(self.unexpected(&Part::HalfDay));
        };
        let afternoon = spelling.starts_with(['p', 'P']);
        let canonical = if afternoon { "PM" } else { "AM" };
        if spelling != canonical {
            self.vary(span, canonical, VariantKind::HalfDaySpelling);
        }
        self.found.afternoon = Some(afternoon);
        Ok(())
    }

    fn literal(
        &mut self,
        part: &Part,
        text: &str,
        before: Option<&Part>,
        after: Option<&Part>,
    ) -> Result<(), DateFault> {
        let mut marks = text.chars();
        while let Some(c) = marks.next() {
            let blanks = self.take(take_while(chars::is_blank));
            let (blanks, span) = blanks.unwrap_or(("", Span::at(self.here())));
            if c == ' ' {
                let goes_on = match marks.as_str().chars().next() {
                    Some(next) => self.rest.starts_with(next),
                    None => self.rest.starts_with(char::is_alphanumeric),
                };
                if blanks.is_empty() && goes_on {
                    self.vary(span, " ", VariantKind::MissingBlank);
                } else if blanks.is_empty() {
                    return Err(self.after_number(part, before, after));
                } else if blanks != " " {
                    self.vary(span, " ", VariantKind::OddBlank);
                }
                continue;
            }
            if !blanks.is_empty() {
                self.vary(span, "", VariantKind::OddBlank);
            }
            let mut mark = [0; 4];
            let mark: &str = c.encode_utf8(&mut mark);
            if self.take(tag(mark)).is_none() {
                return Err(self.after_number(part, before, after));
            }
        }
        if text.ends_with(' ') {
            return Ok(());
        }
        // `6/ 22`: a blank that the pattern does not have.
        if let Some((blanks, span)) = self.take(take_while1(chars::is_blank)) {
            debug_assert!(!blanks.is_empty());
            self.vary(span, "", VariantKind::OddBlank);
        }
        Ok(())
    }

    /// The fault that `part` does not follow the number before it. A colon after what should be a month, day or year
    /// says that the time comes first.
    fn after_number(&self, part: &Part, before: Option<&Part>, after: Option<&Part>) -> DateFault {
        if let (Some(Part::Number(expected @ (Unit::Year | Unit::Month | Unit::Day), _)), true) =
            (before, self.rest.starts_with(':'))
            && let Some((_, _, span)) = self.found.numbers.last()
        {
            return DateFault {
                span: *span,
                kind: DateFaultKind::WrongOrder { expected: *expected, found: Unit::Hour12 },
            };
        }
        // Where the value ends before a blank, what is missing is what the blank leads to.
        let is_blank = matches!(part, Part::Literal(text) if text.trim().is_empty());
        match after {
            Some(missing) if is_blank && self.rest.is_empty() => self.unexpected(missing),
            _ => self.unexpected(part),
        }
    }
}

fn zero_if(all_zeros: bool) -> &'static str {
    if all_zeros { "0" } else { "" }
}

/// The next word, number or mark: what a person would point at.
fn first_token(rest: &str) -> &str {
    let Some(first) = rest.chars().next() else { return "" };
    let end = if first.is_alphanumeric() {
        rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
    } else {
        first.len_utf8()
    };
    rest.get(..end).unwrap_or(rest)
}

impl Found {
    fn number(&self, wanted: Unit) -> Option<(u32, Span)> {
        self.numbers.iter().find(|(unit, ..)| *unit == wanted).map(|(_, number, span)| (*number, *span))
    }

    /// Asks the calendar and the clock.
    fn validate(&self) -> Result<NaiveDateTime, DateFault> {
        let fault = |span, kind| Err(DateFault { span, kind });
        if let (Some((month, span)), Some((day, _))) = (self.number(Unit::Month), self.number(Unit::Day))
            && (13..=31).contains(&month)
            && Unit::Month.range().contains(&day)
        {
            return fault(span, DateFaultKind::WrongOrder { expected: Unit::Month, found: Unit::Day });
        }
        for (unit, number, span) in &self.numbers {
            if !unit.range().contains(number) {
                return fault(*span, DateFaultKind::OutOfRange(*unit, *number));
            }
        }
        let value = |unit| self.number(unit).map_or(0, |(number, _)| number);
        let (year, month, day) = (value(Unit::Year), value(Unit::Month), value(Unit::Day));
        let hour = match self.afternoon {
            Some(afternoon) => value(Unit::Hour12) % 12 + if afternoon { 12 } else { 0 },
            None => value(Unit::Hour24),
        };
        let date = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
        let time = NaiveTime::from_hms_opt(hour, value(Unit::Minute), value(Unit::Second));
        if let (Some(date), Some(time)) = (date, time) {
            return Ok(date.and_time(time));
        }
        let span = self.number(Unit::Day).map_or(Span::at(0), |(_, span)| span);
        fault(span, DateFaultKind::NoSuchDay(day, month, year))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Profile;

    fn read_nournews(value: &str) -> Result<Timestamp, DateFault> {
        read(value, 0, &Profile::default().date)
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
        assert_eq!(
            fault("2024/6/22 5:01:54 PM"),
            ("2024", Kind::WrongOrder { expected: Unit::Month, found: Unit::Year })
        );
        assert_eq!(
            fault("5:01:54 PM 6/22/2024"),
            ("5", Kind::WrongOrder { expected: Unit::Month, found: Unit::Hour12 })
        );
        assert_eq!(fault("۶/22/2024 5:01:54 PM"), ("۶", Kind::ForeignDigits));
        assert_eq!(fault("6-22-2024 5:01:54 PM"), ("-", slash()));
        assert_eq!(fault("June 22"), ("June", Kind::Expected(Part::Number(Unit::Month, Width::Minimal))));
        assert_eq!(fault("6/22/2024 5:1:54 PM"), ("1", Kind::Expected(Part::Number(Unit::Minute, Width::Fixed(2)))));
        assert_eq!(fault("6/22/2024"), ("", Kind::Expected(Part::Number(Unit::Hour12, Width::Minimal))));
        assert_eq!(fault(""), ("", Kind::Empty));
    }

    #[test]
    fn a_blank_may_be_missing_before_a_mark() {
        let pattern = DatePattern::compile("%H:%M - %d.%m.%Y").unwrap();
        let found = read("17:01-22.06.2024", 0, &pattern).unwrap();
        assert_eq!(found.local.to_string(), "2024-06-22 17:01:00");
        assert_eq!(found.variants.len(), 2);
    }

    #[test]
    fn numbers_without_anything_between_them_have_fixed_widths() {
        let pattern = DatePattern::compile("%Y%m%d %H:%M").unwrap();
        assert_eq!(read("20240622 17:01", 0, &pattern).unwrap().local.to_string(), "2024-06-22 17:01:00");
    }
}
