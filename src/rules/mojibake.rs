//! Text that was written in UTF-8 and read in another encoding.

use std::cell::LazyCell;

use super::{Checker, Fixable, Group, Rule};
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::mojibake::{self, Garble};
use crate::source::Span;
use crate::subject;

pub(super) const RULE: Rule = Rule {
    name: "mojibake",
    group: Group::Characters,
    severity: Severity::Error,
    fixable: Fixable::Sometimes,
    since: "1.0",
    is_default: true,
    summary: "Text that was read in the wrong encoding, such as `Ã©` for `é`",
    docs: include_str!("mojibake.md"),
    check,
};

/// Longer pieces are not quoted in a message, in characters.
const LONGEST_QUOTED: usize = 24;

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::GARBLED) {
        return;
    }
    let source = c.source;
    let article = c.article;
    let is_about_characters = LazyCell::new(|| article.prose().any(|block| subject::is_characters(block.text)));
    for (line, garbles) in &c.garbled().lines {
        let text = source.line_text(*line);
        let (Some(first), Some(last)) = (garbles.first(), garbles.last()) else { continue };
        let at = |start, end| Span::new(line.span.start + start, line.span.start + end);
        let edits: Vec<Edit> = garbles
            .iter()
            .filter_map(|garble| Some(Edit::replace(at(garble.start, garble.end), garble.meant.clone()?)))
            .collect();
        let finding = c.report(at(first.start, last.end), message(text, garbles));
        if edits.is_empty() {
            finding.help("What it was cannot be told from what is left: ask the sender for the original.");
            continue;
        }
        finding
            .help("The text was written in UTF-8 and read in another encoding; the sender's program needs to be told.")
            .fix(Fix::of(
                if *is_about_characters || is_subject(text, garbles) { Safety::Unsafe } else { safety(text, garbles) },
                Effect::RedecodesCharacters,
                "put back the characters that were written",
                edits,
            ));
    }
}

/// Safe only if there is no doubt that the line was misread, nor about what it was.
fn safety(line: &str, garbles: &[Garble]) -> Safety {
    let hits: usize = garbles.iter().map(|garble| garble.hits).sum();
    let is_sure = hits >= 2 || garbles.iter().any(|garble| garble.is_well_known);
    let mut repaired = line.to_owned();
    for garble in garbles.iter().rev() {
        let Some(meant) = garble.meant.as_ref().filter(|_| garble.is_clear) else { return Safety::Unsafe };
        repaired.replace_range(garble.start..garble.end, meant);
    }
    if is_sure && mojibake::find(&repaired).is_empty() { Safety::Safe } else { Safety::Unsafe }
}

/// Whether a line speaks of misread text instead of being misread: it has what was meant beside it, or quotes the piece.
fn is_subject(line: &str, garbles: &[Garble]) -> bool {
    let mut rest = line.to_owned();
    for garble in garbles.iter().rev() {
        rest.replace_range(garble.start..garble.end, "");
    }
    let is_quote = |c: char| "\"'`‘’‚“”„«»‹›()".contains(c);
    garbles.iter().any(|garble| {
        let (before, after) = (line.get(..garble.start), line.get(garble.end..));
        let is_quoted =
            before.is_some_and(|text| text.ends_with(is_quote)) && after.is_some_and(|text| text.starts_with(is_quote));
        // Punctuation stands in a line more than once; letters of another alphabet hardly ever beside their misreading.
        let letters = garble.meant.iter().flat_map(|meant| meant.chars()).filter(|c| c.is_alphabetic());
        is_quoted || letters.into_iter().any(|c| rest.contains(c))
    })
}

fn message(line: &str, garbles: &[Garble]) -> String {
    let quoted = garbles.iter().find_map(|garble| {
        let piece = line.get(garble.start..garble.end)?;
        (piece.chars().count() <= LONGEST_QUOTED).then_some((piece, garble.meant.as_deref()?, garble.encoding.name()))
    });
    match quoted {
        Some((piece, meant, encoding)) => format!("“{piece}” is “{meant}”, read in the wrong encoding ({encoding})"),
        None => "text that was read in the wrong encoding".to_owned(),
    }
}
