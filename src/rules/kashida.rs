//! Kashidas that stretch a word.

use super::{Checker, Fixable, Group, Rule};
use crate::chars::{self, Stretch};
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::language;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "kashida",
    group: Group::Characters,
    severity: Severity::Info,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: false,
    summary: "A kashida that stretches a word",
    docs: include_str!("kashida.md"),
    check,
};

const KASHIDA: char = '\u{640}';
/// What is set apart from a name or a number by a kashida, and the abbreviation of the Islamic calendar.
const PARTICLES: [&str; 17] =
    ["", "ه", "ب", "ل", "ك", "ک", "و", "ف", "س", "ال", "وال", "بال", "فال", "كال", "لل", "ول", "وب"];

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::KASHIDA) {
        return;
    }
    let source = c.source;
    for line in source.lines() {
        let runs = chars::stretches(source.line_text(*line), |c| c == KASHIDA).filter(|run| stretches_word(*run));
        let starts = runs.map(|run| (line.span.start + run.before.len(), run.text.len()));
        let edits: Vec<Edit> = starts.map(|(start, len)| Edit::delete(Span::new(start, start + len))).collect();
        let Some(first) = edits.first() else { continue };
        let message = match edits.len() {
            1 => "a kashida (U+0640) stretches the word".to_owned(),
            count => format!("{count} kashidas (U+0640) stretch words of the line"),
        };
        c.report(first.span, message)
            .help("It is a mark of layout, not of spelling; a search for the word does not find it.")
            .fix(Fix::of(Safety::Unsafe, Effect::FoldsLetters, "write the words unstretched", edits));
    }
}

/// Whether kashidas stand between two letters of a word and only stretch it.
fn stretches_word(run: Stretch) -> bool {
    let word = run.before.chars().rev().take_while(|c| language::is_of_word(*c));
    // The longest particle has four letters, or three with a mark on each.
    let letters: Vec<char> = word.take(8).filter(|c| language::is_letter(*c)).collect();
    let is_particle = PARTICLES.iter().any(|particle| particle.chars().rev().eq(letters.iter().copied()));
    !is_particle && run.after.chars().next().is_some_and(language::is_letter)
}
