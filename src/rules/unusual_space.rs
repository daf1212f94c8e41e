//! Spaces of unusual width without a job.

use super::{Checker, Fixable, Group, Rule};
use crate::blanks::{self, Kind, Place, Run};
use crate::chars;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Fix, Safety};
use crate::source::Source;

pub(super) const RULE: Rule = Rule {
    name: "unusual-space",
    group: Group::Characters,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A space of unusual width, such as a thin or an ideographic space",
    docs: include_str!("unusual_space.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::ODD_SPACE) {
        return;
    }
    let (source, article) = (c.source, c.article);
    let is_foreign = blanks::is_foreign(source);
    for run in blanks::runs(source, article).filter(|run| run.kind == Kind::Odd && !has_a_job(*run, source, is_foreign))
    {
        let Some(odd) = source.slice(run.span).chars().find(|c| chars::is_odd_space(*c)) else { continue };
        let title = match run.place {
            Place::Inner => "put an ordinary space in its place",
            Place::Leading | Place::Trailing => "remove the space",
        };
        c.report(run.span, format!("{} {}", chars::describe(odd), run.place_in_words(source)))
            .help(
                "Searches and word counts may take the words beside it for one; check that it was not set on purpose.",
            )
            .fix(Fix::new(Safety::Unsafe, title, run.mended()));
    }
}

/// Whether the language or the typography of the line wants this blank.
fn has_a_job(run: Run, source: &Source, is_foreign: bool) -> bool {
    let text = source.slice(run.span);
    let (line_before, line_after) = run.sides(source);
    let (before, after) = (line_before.chars().next_back(), line_after.chars().next());
    if text.chars().all(|c| c == '\u{3000}') {
        return match run.place {
            Place::Leading => first_letter_is_wide(line_after),
            Place::Inner => [before, after].into_iter().flatten().any(chars::is_wide_script),
            Place::Trailing => false,
        };
    }
    run.place == Place::Inner
        && matches!(text, "\u{2007}" | "\u{2009}" | "\u{200a}" | "\u{202f}")
        && (blanks::is_kept_together(line_before, line_after, is_foreign)
            || [before, after]
                .into_iter()
                .flatten()
                .any(|c| is_dash(c) || (text == "\u{202f}" && chars::is_mongolian(c))))
}

/// Whether a line is of a script that indents with U+3000; a quotation mark or bracket may come first.
fn first_letter_is_wide(text: &str) -> bool {
    text.chars().find(|c| c.is_alphanumeric()).is_some_and(chars::is_wide_script)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}
