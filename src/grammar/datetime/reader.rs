//! Matches a value against one date pattern: what fits, what fits in another spelling, and where it stops fitting.

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while, take_while1};
use nom::combinator::recognize;
use nom::{IResult, Parser};

use super::found::Found;
use crate::calendar::{self, Form, Language};
use crate::chars;
use crate::datetime::{DateFault, DateFaultKind, DatePattern, Part, Timestamp, Unit, Variant, VariantKind, Width};
use crate::source::Span;

/// Reads `value`, which starts at byte `base` of its text, by `pattern`.
///
/// # Errors
/// The first fault, at its exact bytes.
pub(super) fn read<'v>(value: &'v str, base: usize, pattern: &'v DatePattern) -> Result<Timestamp, DateFault> {
    if value.is_empty() {
        return Err(DateFault { span: Span::at(base), kind: DateFaultKind::Empty });
    }
    let parts = pattern.parts();
    let found = Found { numbers: Vec::with_capacity(parts.len()), ..Found::default() };
    let mut reader = Reader { pattern, whole: value, rest: value, base, found, variants: Vec::new() };
    for (index, part) in parts.iter().enumerate() {
        let (before, after) = (index.checked_sub(1).and_then(|at| parts.get(at)), parts.get(index + 1));
        match part {
            Part::Number(unit, width) => reader.number(part, *unit, *width, after)?,
            Part::HalfDay => reader.half_day()?,
            Part::Month(form) => reader.month(part, *form)?,
            Part::Weekday(form) => reader.weekday(part, *form)?,
            Part::Literal(text) => reader.literal(part, text, before, after)?,
        }
    }
    if !reader.rest.is_empty() {
        let span = reader.span_of(reader.rest);
        return Err(DateFault { span, kind: DateFaultKind::TrailingText });
    }
    let notation = pattern.notation();
    let local = reader.found.validate(notation.calendar)?;
    if notation.takes_any_spelling {
        reader.variants.retain(|variant| matches!(variant.kind, VariantKind::MissingBlank | VariantKind::OddBlank));
    }
    Ok(Timestamp { local, has_time: reader.found.has_time(), pattern: 0, variants: reader.variants })
}

struct Reader<'v> {
    pattern: &'v DatePattern,
    whole: &'v str,
    rest: &'v str,
    base: usize,
    found: Found,
    variants: Vec<Variant>,
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
        let is_digit = if self.pattern.notation().takes_any_digits {
            |c: char| chars::digit(c).is_some()
        } else {
            |c: char| c.is_ascii_digit()
        };
        let Some((digits, span)) = self.take(take_while1(is_digit)) else {
            return Err(self.unexpected(part));
        };
        let wanted = match width {
            Width::Fixed(digits) => digits,
            Width::Minimal => 2,
        };
        // Digits that belong to the next number: the pattern has nothing in between, or a blank that is missing.
        let blank_follows = matches!(after, Some(Part::Literal(text)) if text.starts_with(' '));
        let blank_is_lost = blank_follows && !self.rest.starts_with(chars::is_blank);
        let count = digits.chars().count();
        let runs_on = glued || (unit == Unit::Year && blank_is_lost && count <= wanted + 2);
        let (digits, span) = if runs_on {
            let end = digits.char_indices().nth(wanted).map_or(digits.len(), |(at, _)| at);
            let own = digits.get(..end).unwrap_or(digits);
            let span = Span::new(span.start, span.start + own.len());
            self.rest = self.whole.get(span.end - self.base..).unwrap_or_default();
            (own, span)
        } else {
            (digits, span)
        };
        self.check_width(part, unit, width, digits, span)?;
        let number = chars::number(digits).unwrap_or(u32::MAX);
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
        let zero = digits.chars().next().map_or('0', chars::zero_beside);
        match (unit, width, digits.chars().count()) {
            (Unit::Year, _, 4) => {}
            (Unit::Year, ..) => return fault(DateFaultKind::YearDigits),
            (_, _, 4) if matches!(unit, Unit::Month | Unit::Day) => {
                return fault(DateFaultKind::WrongOrder { expected: unit, found: Unit::Year });
            }
            (_, _, 3..) => return fault(DateFaultKind::TooManyDigits(unit)),
            (_, Width::Minimal, 2) if digits.starts_with(zero) => {
                let bare = digits.trim_start_matches(zero);
                let bare = if bare.is_empty() { zero.to_string() } else { bare.to_owned() };
                self.vary(span, bare, VariantKind::LeadingZero(unit));
            }
            // One digit of a minute or second may be all that is left of two: that is no variant but a loss.
            (Unit::Minute | Unit::Second, Width::Fixed(2), 1) => return fault(DateFaultKind::Expected(part.clone())),
            (_, Width::Fixed(2), 1) => self.vary(span, format!("{zero}{digits}"), VariantKind::NoLeadingZero(unit)),
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

    fn month(&mut self, part: &Part, form: Form) -> Result<(), DateFault> {
        let notation = self.pattern.notation();
        let known = |language: Language| calendar::month_at_start(self.rest, notation.calendar, &[language]);
        let Some((language, (len, number))) = longest(&notation.languages, known) else {
            return Err(self.unexpected(part));
        };
        let canonical = calendar::month_name(number, form, notation.calendar, language);
        let span = self.name(len, canonical);
        self.found.numbers.push((Unit::Month, number, span));
        Ok(())
    }

    fn weekday(&mut self, part: &Part, form: Form) -> Result<(), DateFault> {
        let known = |language: Language| calendar::weekday_at_start(self.rest, &[language]);
        let Some((language, (len, weekday))) = longest(&self.pattern.notation().languages, known) else {
            return Err(self.unexpected(part));
        };
        let span = self.name(len, calendar::weekday_name(weekday, form, language));
        self.found.weekday = Some((weekday, span));
        Ok(())
    }

    /// Takes a name of `len` bytes off the rest.
    fn name(&mut self, len: usize, canonical: Option<&str>) -> Span {
        let (written, rest) = self.rest.split_at_checked(len).unwrap_or((self.rest, ""));
        let span = self.span_of(written);
        self.rest = rest;
        if let Some(canonical) = canonical.filter(|canonical| *canonical != written) {
            self.vary(span, canonical, VariantKind::NameSpelling);
        }
        span
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
            if let Some(rest) = self.rest.strip_prefix(c)
                && is_as_written(c, marks.as_str(), rest)
            {
                self.rest = rest;
                continue;
            }
            let blanks = self.take(take_while(chars::is_blank));
            let (blanks, span) = blanks.unwrap_or(("", Span::at(self.here())));
            if c == ' ' {
                // A wire may have several blanks in one place: they are one gap.
                let gap = text.len() - marks.as_str().len() - 1;
                marks = marks.as_str().trim_start_matches(' ').chars();
                let gap = text.get(gap..text.len() - marks.as_str().len()).unwrap_or(" ");
                let goes_on = match marks.as_str().chars().next() {
                    Some(next) => self.rest.starts_with(next),
                    None => self.rest.starts_with(char::is_alphanumeric),
                };
                if blanks.is_empty() && goes_on {
                    self.vary(span, gap, VariantKind::MissingBlank);
                } else if blanks.is_empty() {
                    return Err(self.after_number(part, before, after));
                } else if blanks != gap {
                    self.vary(span, gap, VariantKind::OddBlank);
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

/// The language in which the longest name is known, the first of them if several are as long.
pub(super) fn longest<T>(
    languages: &[Language],
    known: impl Fn(Language) -> Option<(usize, T)>,
) -> Option<(Language, (usize, T))> {
    let mut best: Option<(Language, (usize, T))> = None;
    for language in languages {
        if let Some(name) = known(*language)
            && best.as_ref().is_none_or(|(_, (len, _))| name.0 > *len)
        {
            best = Some((*language, name));
        }
    }
    best
}

/// Whether `c`, a character of the pattern, stands in a value as it should, between `marks`, which the pattern has behind
/// it, and `rest`, which the value has: alone, if it is a space, and not another blank.
fn is_as_written(c: char, marks: &str, rest: &str) -> bool {
    match c {
        ' ' => !marks.starts_with(' ') && !rest.starts_with(chars::is_blank),
        _ => !chars::is_blank(c),
    }
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
