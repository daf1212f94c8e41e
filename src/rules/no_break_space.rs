//! No-break spaces that a page used for layout.

use super::{Checker, Fixable, Group, Rule};
use crate::blanks::{self, Kind, Place};
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Fix, Safety};
use crate::joiners;
use crate::language;
use crate::typography;

pub(super) const RULE: Rule = Rule {
    name: "no-break-space",
    group: Group::Characters,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A no-break space where an ordinary space, or nothing, belongs",
    docs: include_str!("no_break_space.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::NO_BREAK_SPACE) {
        return;
    }
    let (source, article, garbled) = (c.source, c.article, c.garbled());
    for run in blanks::runs(source, article, &garbled).filter(|run| run.kind == Kind::NoBreak) {
        let (before, after) = run.sides(source);
        if run.place == Place::Inner
            && source.slice(run.span) == "\u{a0}"
            && typography::is_kept_together(before, after)
        {
            continue;
        }
        let title = match run.place {
            Place::Inner => "put an ordinary space in its place",
            Place::Leading | Place::Trailing => "remove the no-break space",
        };
        let is_beside_mark = before.ends_with('«') || after.starts_with(['»', ';', ':', '!', '?']);
        let fix = if run.place == Place::Inner && is_beside_mark {
            Fix::new(Safety::Safe, "leave one no-break space", Edit::replace(run.span, "\u{a0}"))
        } else if is_persian_ending(before, after) {
            let edit = Edit::replace(run.span, joiners::NON_JOINER.to_string());
            Fix::new(Safety::Unsafe, "put a zero-width non-joiner in its place", edit)
        } else {
            Fix::new(Safety::Safe, title, run.mended())
        };
        c.report(run.span, format!("no-break space (U+00A0) {}", run.place_in_words(source)))
            .help("It is the `&nbsp;` of a web page; searches and word counts take the words beside it for one.")
            .fix(fix);
    }
}

/// Whether the blank stands inside a Persian word, where old keyboards had no zero-width non-joiner: an ordinary space
/// would tear the word apart.
fn is_persian_ending(before: &str, after: &str) -> bool {
    let word_before = before.rsplit(|c| !language::is_of_word(c)).next().unwrap_or_default();
    let word_after = after.split(|c| !language::is_of_word(c)).next().unwrap_or_default();
    let is_prefix = matches!(word_before, "می" | "نمی" | "مي" | "نمي");
    let is_ending = matches!(word_after, "ها" | "های" | "هاي" | "هایی" | "هايي" | "تر" | "ترین" | "ترين");
    (is_prefix && !word_after.is_empty()) || (is_ending && !word_before.is_empty())
}
