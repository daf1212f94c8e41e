//! Two lines of text without the blank line that belongs between them.

use super::{Checker, Fixable, Group, Rule};
use crate::article::Role;
use crate::chars;
use crate::diagnostic::Severity;
use crate::fix::{Edit, Fix, Safety};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "missing-blank-line",
    group: Group::Whitespace,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "Two blocks without a blank line between them",
    docs: include_str!("missing_blank_line.md"),
    check,
};

/// Lines of verse and of dialogue are rarely longer than this many characters.
const LONGEST_VERSE: usize = 45;

fn check(c: &mut Checker) {
    // Whether every line of the group so far, the headline aside, reads finished: wrapped prose and verse do not.
    let mut are_paragraphs = true;
    let roles = &c.article.roles;
    for (lower, pair) in (1..).zip(roles.windows(2)) {
        let above = pair[0];
        if !is_block(above) {
            are_paragraphs = true;
        } else if above != Role::RepeatedHeadline && is_block(pair[1]) {
            let upper = c.source.lines().get(lower - 1);
            are_paragraphs &= upper.is_some_and(|line| reads_as_paragraph(c.source.line_text(*line)));
        }
        if (above == Role::Headline || is_block(above)) && is_block(pair[1]) && !is_repeat(c, lower) {
            report(c, above, lower, are_paragraphs);
        }
    }
}

/// Whether lines of this role stand below the headline, each one set off from the next. Furniture goes anyway.
fn is_block(role: Role) -> bool {
    role.is_body() || matches!(role, Role::RepeatedHeadline | Role::Kicker)
}

/// Whether the line is a repeat that goes anyway, and the want of a blank line with it.
fn is_repeat(c: &Checker, line: usize) -> bool {
    let repeats = &c.article.repeats;
    repeats.binary_search_by_key(&line, |repeat| repeat.block.line).is_ok_and(|found| repeats[found].directly_below)
}

/// Whether a line by itself reads as a paragraph: finished, and longer than a line of verse.
fn reads_as_paragraph(line: &str) -> bool {
    chars::is_finished(line) && line.chars().nth(LONGEST_VERSE).is_some()
}

fn report(c: &mut Checker, above: Role, lower: usize, are_paragraphs: bool) {
    let Some(line) = c.source.lines().get(lower) else { return };
    let content = c.source.line_text(*line);
    let start = line.span.end - content.trim_start_matches(chars::is_blank).len();
    let text = content.trim_matches(chars::is_blank);
    let (safety, help) = if are_paragraphs || matches!(above, Role::Headline | Role::RepeatedHeadline) {
        (Safety::Safe, "Programs that split articles at blank lines take the two lines for one block.")
    } else {
        (
            Safety::Unsafe,
            "The lines above do not all read as paragraphs: if the two lines are one paragraph or verse, join them by hand.",
        )
    };
    let message = match above {
        Role::Headline | Role::RepeatedHeadline => "no blank line below the headline",
        _ => "no blank line between this line and the one above",
    };
    let edit = Edit::insert(line.span.start, c.line_end);
    c.report(Span::new(start, start + text.len()), message).help(help).fix(Fix::new(
        safety,
        "insert a blank line",
        edit,
    ));
}
