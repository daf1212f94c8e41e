//! Identities of findings that survive edits elsewhere in the file: what a baseline and a code host remember.

use std::collections::HashMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::chars;
use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// Bytes of the hash that are kept: enough that two findings of one project never meet by chance.
const KEPT_BYTES: usize = 16;

/// One fingerprint for each of `diagnostics`, in their order: 32 hexadecimal digits.
///
/// Made of the rule, the path, the text it is about and the place among equal findings of the file, never of a line
/// number. `path` is the one of the report. No two findings of a file share one.
pub fn fingerprints(path: &str, source: &Source, diagnostics: &[Diagnostic]) -> Vec<String> {
    let mut seen: HashMap<(&str, String), usize> = HashMap::new();
    diagnostics
        .iter()
        .map(|diagnostic| {
            let text = collapse_blanks(offending_text(source, diagnostic));
            let ordinal = seen.entry((diagnostic.rule, text.clone())).or_default();
            *ordinal += 1;
            of_parts([diagnostic.rule, path, &text], *ordinal - 1)
        })
        .collect()
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

/// The text under the span; the line it stands in if the span is empty.
fn offending_text<'t>(source: &Source<'t>, diagnostic: &Diagnostic) -> &'t str {
    if !diagnostic.span.is_empty() {
        return source.slice(diagnostic.span);
    }
    let line = source.lines().get(source.line_index(diagnostic.span.start));
    line.map_or("", |line| source.line_text(*line))
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
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut digits, byte| {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::diagnostic::Severity;
    use crate::source::Span;

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
    fn an_empty_span_stands_for_its_line() {
        assert_eq!(of("a", "x", &[finding("r", 1, 1)]), of("a", "x", &[finding("r", 0, 1)]));
        assert_eq!(of("a", "", &[finding("r", 0, 0)]).len(), 1);
    }
}
