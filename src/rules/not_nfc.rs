//! Letters that are written as a letter and a mark although Unicode has one character for both.

use unicode_normalization::char::{canonical_combining_class, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::{Checker, Fixable, Group, Rule};
use crate::chars;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "not-nfc",
    group: Group::Characters,
    severity: Severity::Info,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A letter in several characters that Unicode has as one",
    docs: include_str!("not_nfc.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::DECOMPOSED) {
        return;
    }
    let source = c.source;
    for line in source.lines() {
        let text = source.line_text(*line);
        if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
            continue;
        }
        let edits: Vec<Edit> = clusters(text)
            .filter_map(|(start, cluster)| {
                let composed: String = cluster.nfc().collect();
                let span = Span::new(line.span.start + start, line.span.start + start + cluster.len());
                is_worth_it(cluster, &composed).then(|| Edit::replace(span, composed))
            })
            .collect();
        let (Some(first), Some(last)) = (edits.first(), edits.last()) else { continue };
        let message = match edits.len() {
            1 => format!("“{}” is written in a way that searches do not find", source.slice(first.span)),
            count => format!("{count} letters are written in a way that searches do not find"),
        };
        c.report(Span::new(first.span.start, last.span.end), message)
            .help("A letter and its mark are two characters here; normalization form C of Unicode has one for both.")
            .fix(Fix::of(Safety::Unsafe, Effect::ComposesCharacters, "put one character in their place", edits));
    }
}

/// Whether normalization composes the cluster, or replaces a sign that Unicode has twice. Letters that it takes apart,
/// marks that it only puts in another order, and ideographs whose form may be a matter of a name are left alone.
fn is_worth_it(cluster: &str, composed: &str) -> bool {
    let (old, new) = (cluster.chars().count(), composed.chars().count());
    new < old || (composed != cluster && new == old && cluster.chars().any(chars::is_written_otherwise))
}

/// The pieces of a text that normalization can look at by themselves: a letter with all that may be composed with it.
fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let goes_on = |c: char| {
            canonical_combining_class(c) != 0
                || is_combining_mark(c)
                || matches!(c, '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}')
        };
        let len = rest.char_indices().skip(1).find(|(_, c)| !goes_on(*c)).map_or(rest.len(), |(at, _)| at);
        let start = at;
        at += len;
        Some((start, rest.get(..len)?))
    })
}
