//! Identities of findings that survive edits elsewhere in the file: what a baseline and a code host remember.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::chars;
use crate::diagnostic::Diagnostic;
use crate::keys;
use crate::source::{Source, Span};

/// Bytes of the hash that are kept: enough that two findings of one project never meet by chance.
const KEPT_BYTES: usize = 16;

/// Characters around a finding that are read to tell it from others; a line may be as long as a file.
const MOST_AROUND: usize = 160;
/// Letters among them that count, on either side: fewer, so that a blank mended nearby does not let others in.
const MOST_LETTERS: usize = 48;
/// Lines that are looked at for one with text, above a finding on a blank line.
const MOST_LINES_ABOVE: usize = 64;

/// One fingerprint for each of `diagnostics`, in their order: 32 hexadecimal digits.
///
/// Made of the rule, the path, the text it is about and the place among equal findings of the file, never of a line
/// number. Where that text has no letter and no digit, as a no-break space has none, the letters around it in its line
/// count too, so that two of a kind are told apart. `path` is the one of the report. No two findings of a file share
/// one.
pub fn fingerprints(path: &str, source: &Source, diagnostics: &[Diagnostic]) -> Vec<String> {
    let mut fingerprints = Fingerprints::new(path, source);
    diagnostics.iter().map(|diagnostic| fingerprints.next(diagnostic)).collect()
}

/// The fingerprints of the findings of a file, one after the other: for whoever does not need all of them.
pub struct Fingerprints<'s, 't> {
    path: &'s str,
    source: &'s Source<'t>,
    seen: HashMap<(&'static str, String), usize>,
}

impl<'s, 't> Fingerprints<'s, 't> {
    /// For findings in `source`, which reports call `path`.
    pub fn new(path: &'s str, source: &'s Source<'t>) -> Self {
        Self { path, source, seen: HashMap::new() }
    }

    /// The fingerprint of the next finding. It depends on all before it, so none may be left out.
    pub fn next(&mut self, diagnostic: &Diagnostic) -> String {
        let text = identity(self.source, diagnostic.span);
        let ordinal = self.seen.entry((diagnostic.rule, text.clone())).or_default();
        *ordinal += 1;
        of_parts([diagnostic.rule, self.path, &text], *ordinal - 1)
    }
}

/// One fingerprint for each three texts, in their order. No two of them share one, even if their texts are equal.
pub fn of_texts(texts: &[[&str; 3]]) -> Vec<String> {
    let mut seen: HashMap<[&str; 3], usize> = HashMap::new();
    texts
        .iter()
        .map(|parts| {
            let ordinal = seen.entry(*parts).or_default();
            *ordinal += 1;
            of_parts(*parts, *ordinal - 1)
        })
        .collect()
}

fn of_parts(parts: [&str; 3], ordinal: usize) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        // With its length in front, no part can pass for the end of the one before it.
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.update((ordinal as u64).to_le_bytes());
    hexadecimal(&hash.finalize()[..KEPT_BYTES])
}

/// The text a finding is about, as people would quote it: what stands under its span, or the line around it if that
/// has no letter and no digit. Runs of blanks are one space; of a very long line the part near the span.
pub fn offending_text(source: &Source, diagnostic: &Diagnostic) -> String {
    let under = source.slice(diagnostic.span);
    if under.contains(chars::is_alphanumeric) {
        return collapse_blanks(under);
    }
    let (before, after) = around(source, diagnostic.span);
    collapse_blanks(&format!("{before}{under}{after}")).trim().to_owned()
}

/// What tells the text at `span` from other texts of the file, whatever is mended around it.
fn identity(source: &Source, span: Span) -> String {
    let under = collapse_blanks(source.slice(span));
    if under.contains(chars::is_alphanumeric) {
        return under;
    }
    let (mut before, after) = around(source, span);
    if !before.contains(chars::is_alphanumeric) && !after.contains(chars::is_alphanumeric) {
        before = text_above(source, span);
    }
    let mut nearest: Vec<char> = keys::letters(before).collect();
    nearest.drain(..nearest.len().saturating_sub(MOST_LETTERS));
    let before: String = nearest.into_iter().collect();
    let after: String = keys::letters(after).take(MOST_LETTERS).collect();
    format!("{before}\u{1}{under}\u{1}{after}")
}

/// What stands in the line before `span`, and after it.
fn around<'t>(source: &Source<'t>, span: Span) -> (&'t str, &'t str) {
    let line = |at| source.lines().get(source.line_index(at)).map_or(Span::at(at), |line| line.span);
    let (first, last) = (line(span.start), line(span.end));
    let before = source.slice(Span::new(first.start.min(span.start), span.start));
    let after = source.slice(Span::new(span.end, last.end.max(span.end)));
    let start = before.char_indices().rev().nth(MOST_AROUND - 1).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(MOST_AROUND).map_or(after.len(), |(at, _)| at);
    (before.get(start..).unwrap_or_default(), after.get(..end).unwrap_or_default())
}

/// The end of the nearest line above `span` that has a letter or a digit.
fn text_above<'t>(source: &Source<'t>, span: Span) -> &'t str {
    let above = source.lines().iter().take(source.line_index(span.start)).rev().take(MOST_LINES_ABOVE);
    let mut ends = above.map(|line| around(source, Span::at(line.span.end)).0);
    ends.find(|end| end.contains(chars::is_alphanumeric)).unwrap_or_default()
}

fn collapse_blanks(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    for c in text.chars() {
        if !(chars::is_blank(c) || matches!(c, '\n' | '\r')) {
            collapsed.push(c);
        } else if !collapsed.ends_with(' ') {
            collapsed.push(' ');
        }
    }
    collapsed
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |number: u8| char::from(b"0123456789abcdef"[usize::from(number)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::diagnostic::Severity;

    fn finding(rule: &'static str, start: usize, end: usize) -> Diagnostic {
        Diagnostic {
            rule,
            severity: Severity::Error,
            span: Span::new(start, end),
            message: String::new(),
            help: String::new(),
            labels: Vec::new(),
            fix: None,
        }
    }

    fn of(path: &str, text: &str, diagnostics: &[Diagnostic]) -> Vec<String> {
        fingerprints(path, &Source::new(path, text), diagnostics)
    }

    #[test]
    fn lines_added_above_change_nothing() {
        let before = of("a", "one\ntwo\n", &[finding("r", 4, 7), finding("r", 8, 8)]);
        let after = of("a", "zero\none\ntwo\n", &[finding("r", 9, 12), finding("r", 13, 13)]);
        assert_eq!(before, after);
        assert_eq!(before[0].len(), 32);
    }

    #[test]
    fn equal_findings_of_a_file_differ() {
        let same = of("a", "x\nx\nx\n", &[finding("r", 0, 1), finding("r", 2, 3), finding("r", 4, 5)]);
        assert_eq!(same.iter().collect::<HashSet<_>>().len(), 3);
    }

    #[test]
    fn equal_texts_differ_by_their_order() {
        let all = of_texts(&[["a", "b", "c"], ["a", "b", "c"], ["ab", "", "c"]]);
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), 3);
    }

    #[test]
    fn rule_path_and_text_count_and_kinds_of_blanks_do_not() {
        let base = of("a", "x y\n", &[finding("r", 0, 3)]);
        assert_ne!(base, of("a", "x y\n", &[finding("q", 0, 3)]));
        assert_ne!(base, of("b", "x y\n", &[finding("r", 0, 3)]));
        assert_ne!(base, of("a", "x z\n", &[finding("r", 0, 3)]));
        assert_eq!(base, of("a", "x\u{a0}\ty\n", &[finding("r", 0, 5)]));
    }

    #[test]
    fn what_has_no_letter_is_told_apart_by_its_line() {
        let at = |text: &str| {
            let start = text.find('\u{a0}').expect("a no-break space");
            of("a", text, &[finding("r", start, start + 2)])
        };
        let base = at("They met.\nThey had\u{a0}talks.\n");
        assert_eq!(base, at("New.\n\nThey  had\u{a0}\u{200b}talks!\nThey met.\n"), "moved, and mended around");
        assert_ne!(base, at("They\u{a0}met.\nThey had talks.\n"), "another line");
        assert_ne!(base, at("They met.\nThey\u{a0}had talks.\n"), "another place in the line");
        let blank = |text: &str, at| of("a", text, &[finding("r", at, at + 1)]);
        assert_eq!(blank("One.\n\n\nTwo.\n", 6), blank("Top.\n\nOne.\n\n\nTwo.\n", 12));
        assert_ne!(blank("One.\n\n\nTwo.\n\nSix.\n", 6), blank("One.\n\nTwo.\n\n\nSix.\n", 12));
    }

    #[test]
    fn people_are_quoted_the_text_or_its_line() {
        let text = "They  had\u{a0}talks. \n\n";
        let quoted = |start, end| offending_text(&Source::new("a", text), &finding("r", start, end));
        assert_eq!(quoted(6, 17), "had talks.");
        assert_eq!(quoted(9, 11), "They had talks.");
        assert_eq!(quoted(17, 18), "They had talks.");
        assert_eq!(quoted(20, 20), "");
        assert_eq!(of("a", "", &[finding("r", 0, 0)]).len(), 1);
    }

    #[test]
    fn a_long_line_costs_no_more_than_a_short_one() {
        let text = "\u{a0}x".repeat(5_000);
        let findings: Vec<Diagnostic> = (0..5_000).map(|index| finding("r", 3 * index, 3 * index + 2)).collect();
        assert_eq!(of("a", &text, &findings).iter().collect::<HashSet<_>>().len(), findings.len());
    }
}
