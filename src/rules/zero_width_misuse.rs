//! Joiners and non-joiners in places where they do nothing.

use super::{Checker, Fixable, Group, Rule};
use crate::chars::{self, Stretch};
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::joiners;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "zero-width-misuse",
    group: Group::Characters,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A zero-width joiner or non-joiner where it can do nothing",
    docs: include_str!("zero_width_misuse.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::JOINER) {
        return;
    }
    let source = c.source;
    for line in source.lines() {
        for run in joiners::runs(source.line_text(*line)) {
            if is_one_between_letters(run) {
                continue;
            }
            if run.text.chars().any(|joiner| joiners::has_work(run.before, joiner, run.after)) {
                report_surplus(c, line.span.start, run);
            } else {
                report_idle(c, line.span.start, run);
            }
        }
    }
}

/// Whether a run is one joiner in a word of a script that needs them, as nearly all are.
fn is_one_between_letters(run: Stretch) -> bool {
    let is_letter = |c: Option<char>| matches!(c, Some('\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}'));
    run.text.len() == joiners::JOINER.len_utf8()
        && is_letter(run.before.chars().next_back())
        && is_letter(run.after.chars().next())
}

fn report_idle(c: &mut Checker, line_start: usize, run: Stretch) {
    let Some(first) = run.text.chars().next() else { return };
    let start = line_start + run.before.len();
    let span = Span::new(start, start + run.text.len());
    // A joiner between two letters may be meant to ask for a ligature of some font.
    let is_meant = run.text.contains(joiners::JOINER) && joiners::is_between_letters(run.before, run.after);
    let task = if first == joiners::JOINER { "join" } else { "keep apart" };
    c.report(span, format!("{} with nothing to {task}", chars::describe(first)))
        .help("Nobody sees it, but a search for the word does not find it; take it out.")
        .fix(Fix::new(
            if is_meant { Safety::Unsafe } else { Safety::Safe },
            format!("remove the {}", chars::describe(first)),
            Edit::delete(span),
        ));
}

/// Each joiner that only says again what the one before it has said.
fn report_surplus(c: &mut Checker, line_start: usize, run: Stretch) {
    let pairs = run.text.char_indices().zip(run.text.chars().skip(1));
    let surplus = pairs.filter(|((_, joiner), next)| joiner == next).map(|((at, joiner), _)| at + joiner.len_utf8());
    let edits: Vec<Edit> = surplus
        .map(|at| line_start + run.before.len() + at)
        .map(|at| Edit::delete(Span::new(at, at + joiners::JOINER.len_utf8())))
        .collect();
    let (Some(first), Some(last)) = (edits.first(), edits.last()) else { return };
    let span = Span::new(first.span.start, last.span.end);
    let what = run.text.chars().next().map(chars::describe).unwrap_or_default();
    let times = if edits.len() == 1 { "twice".to_owned() } else { format!("{} times", edits.len() + 1) };
    c.report(span, format!("{what} {times} where once is enough"))
        .help("The first one does the work; take the others out.")
        .fix(Fix::of(Safety::Safe, Effect::KeepsWords, "leave one of them", edits));
}
