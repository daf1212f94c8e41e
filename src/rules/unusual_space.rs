//! Spaces of unusual width without a job.

use super::{Checker, Fixable, Group, Rule};
use crate::blanks::{self, Kind, Place, Run};
use crate::chars;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Fix, Safety};
use crate::source::Source;
use crate::typography;

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
    let (source, article, garbled) = (c.source, c.article, c.garbled());
    for run in blanks::runs(source, article, &garbled).filter(|run| run.kind == Kind::Odd && !has_a_job(*run, source)) {
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
fn has_a_job(run: Run, source: &Source) -> bool {
    let text = source.slice(run.span);
    let (before, after) = run.sides(source);
    let beside = |is_kind: fn(char) -> bool| {
        before.chars().next_back().is_some_and(is_kind) || after.chars().next().is_some_and(is_kind)
    };
    match run.place {
        Place::Leading => text.chars().all(|c| matches!(c, '\u{2003}' | '\u{3000}')) && first_letter_is_wide(after),
        Place::Inner if text.chars().all(|c| c == '\u{3000}') => {
            chars::surroundings(before, after).iter().any(|part| part.contains(chars::is_wide_script))
        }
        Place::Inner if text == "\u{1680}" => beside(|c| matches!(c, '\u{1681}'..='\u{169c}')),
        Place::Inner if text == "\u{202f}" && beside(chars::is_mongolian) => true,
        Place::Inner => {
            matches!(
                text,
                "\u{2004}"
                    | "\u{2005}"
                    | "\u{2006}"
                    | "\u{2007}"
                    | "\u{2008}"
                    | "\u{2009}"
                    | "\u{200a}"
                    | "\u{202f}"
                    | "\u{205f}"
            ) && typography::is_kept_together(before, after)
        }
        Place::Trailing => false,
    }
}

/// Whether a line is of a script that indents with wide spaces; a quotation mark or bracket may come first.
fn first_letter_is_wide(text: &str) -> bool {
    text.chars().find(|c| c.is_alphanumeric()).is_some_and(chars::is_wide_script)
}
