//! Numbers written in digits of more than one kind.

use super::{Checker, Fixable, Group, Rule};
use crate::article::Role;
use crate::chars::{self, ArabicDigits};
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::scan;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "mixed-digits",
    group: Group::Characters,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A number with European, Arabic or Persian digits mixed in it",
    docs: include_str!("mixed_digits.md"),
    check,
};

/// The digits zero of the three kinds, by which the kinds are numbered.
const ZEROS: [char; 3] = ['0', '\u{660}', '\u{6f0}'];

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::ARABIC_DIGIT) {
        return;
    }
    let (source, article) = (c.source, c.article);
    let mut elsewhere = None;
    for (index, line) in source.lines().iter().enumerate() {
        let text = source.line_text(*line);
        if article.role(index) == Role::HeaderField || !has_several_kinds(text.as_bytes()) {
            continue;
        }
        for token in chars::stretches(text, |c| !chars::is_blank(c)) {
            if token.text.contains(|c: char| c.is_ascii_alphabetic() || matches!(c, '@' | '#' | '_' | '=' | '\\')) {
                continue;
            }
            for number in numbers(token.text).filter(|number| counts(number.1).iter().filter(|n| **n > 0).count() > 1) {
                let start = line.span.start + token.before.len() + number.0;
                let elsewhere = *elsewhere.get_or_insert_with(|| counts(source.text()));
                report(c, start, number.1, elsewhere);
            }
        }
    }
}

/// Whether digits of more than one kind stand in a line.
fn has_several_kinds(line: &[u8]) -> bool {
    let has_eastern = || scan::has_pair(line, |lead, byte| (lead == 0xd9) & (byte.wrapping_sub(0xa0) <= 9));
    let has_persian = || scan::has_pair(line, |lead, byte| (lead == 0xdb) & (byte.wrapping_sub(0xb0) <= 9));
    let has_plain = line.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    if has_plain { has_eastern() || has_persian() } else { has_eastern() && has_persian() }
}

fn report(c: &mut Checker, start: usize, number: &str, elsewhere: [usize; 3]) {
    let here = counts(number);
    // The header is in European digits whatever the story is in, so it is the other kinds that count there.
    let kind = (0..ZEROS.len()).max_by_key(|kind| (here[*kind], *kind > 0, elsewhere[*kind])).unwrap_or_default();
    let digits = number.char_indices().filter_map(|(at, c)| digit(c).map(|(of, value)| (at, c, of, value)));
    let edits = digits.filter(|(_, _, of, _)| *of != kind).filter_map(|(at, c, _, value)| {
        let span = Span::new(start + at, start + at + c.len_utf8());
        Some(Edit::replace(span, char::from_u32(u32::from(ZEROS[kind]) + value)?))
    });
    let fix = Fix::of(Safety::Unsafe, Effect::FoldsLetters, "write it in digits of one kind", edits.collect());
    c.report(Span::new(start, start + number.len()), "number in digits of more than one kind")
        .help("A program reads several numbers there, or none; write it in the digits of the text.")
        .fix(fix);
}

/// Kind and value of a digit.
fn digit(c: char) -> Option<(usize, u32)> {
    match chars::arabic_digit(c) {
        Some((ArabicDigits::Eastern, value)) => Some((1, value)),
        Some((ArabicDigits::Persian, value)) => Some((2, value)),
        None => c.to_digit(10).map(|value| (0, value)),
    }
}

fn counts(text: &str) -> [usize; 3] {
    text.chars().filter_map(digit).fold([0; 3], |mut counts, (kind, _)| {
        counts[kind] += 1;
        counts
    })
}

/// The numbers of a token with their places: digits, and single separators of decimals and groups between them. A slash
/// or a hyphen separates two numbers, which may well be of two kinds: years of two calendars.
fn numbers(token: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |c| digit(c).is_some() || matches!(c, '.' | ',' | '\u{66b}' | '\u{66c}');
    let separators = ['.', ',', '\u{66b}', '\u{66c}'];
    chars::stretches(token, is_part).map(move |run| {
        let trimmed = run.text.trim_start_matches(separators);
        (run.before.len() + run.text.len() - trimmed.len(), trimmed.trim_end_matches(separators))
    })
}
