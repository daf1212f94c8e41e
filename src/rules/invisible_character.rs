//! Characters that show nothing and have no job where they stand.

use super::{Checker, Fixable, Group, Rule};
use crate::article::{Article, Role};
use crate::chars::{self, Stretch};
use crate::diagnostic::Severity;
use crate::facts::{self, Facts};
use crate::fix::{Edit, Fix, Safety};
use crate::language;
use crate::source::{Source, Span};

pub(super) const RULE: Rule = Rule {
    name: "invisible-character",
    group: Group::Characters,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A character that shows nothing and has no job where it stands",
    docs: include_str!("invisible_character.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::INVISIBLE) {
        return;
    }
    let (source, article) = (c.source, c.article);
    let mut is_right_to_left = None;
    let garbled = c.garbled();
    for line in source.lines() {
        let text = source.line_text(*line);
        if !facts::may_have_invisible(text) {
            continue;
        }
        for run in chars::stretches(text, chars::is_invisible).map(|run| without_flag(text, run)) {
            if !run.text.is_empty() && !has_a_job(run) && !garbled.meets(span_of(line.span.start, run)) {
                report(c, line.span.start, run, safety(run));
            }
        }
        if text.contains(chars::is_directional_mark)
            && !text.contains(chars::is_right_to_left)
            // Such a text sets marks on its lines of numbers and of Latin names as well.
            && !*is_right_to_left.get_or_insert_with(|| language::are_right_to_left(story(source, article)))
        {
            for run in chars::stretches(text, chars::is_directional_mark) {
                report(c, line.span.start, run, Safety::Unsafe);
            }
        }
    }
}

fn span_of(line_start: usize, run: Stretch) -> Span {
    let start = line_start + run.before.len();
    Span::new(start, start + run.text.len())
}

/// The lines that are the article's own: labels of the header are in the language of the wire, leftovers in that of the
/// page.
fn story<'t>(source: &Source<'t>, article: &Article) -> impl Iterator<Item = &'t str> {
    let lines = source.lines().iter().enumerate();
    let is_own = |index| !matches!(article.role(index), Role::HeaderField | Role::Furniture);
    lines.filter(move |(index, _)| is_own(*index)).map(|(_, line)| source.line_text(*line))
}

fn report(c: &mut Checker, line_start: usize, run: Stretch, safety: Safety) {
    let Some(first) = run.text.chars().next() else { return };
    let name = chars::describe(first);
    let span = span_of(line_start, run);
    let (message, title) = match run.text.chars().count() {
        1 => (format!("invisible character: {name}"), format!("remove the {name}")),
        count => (
            format!("{count} invisible characters, beginning with: {name}"),
            "remove the invisible characters".to_owned(),
        ),
    };
    let help = match safety {
        Safety::Safe => "Nobody sees it, but a search for the word does not find it.",
        Safety::Unsafe if first == '\u{ad}' => {
            "It may be the only hyphen of a compound: put a hyphen there if the word needs one."
        }
        Safety::Unsafe => "Nobody sees it, but programs do; check that nothing beside it depends on it.",
    };
    c.report(span, message).help(help).fix(Fix::new(safety, title, Edit::delete(span)));
}

/// The run without the tags of a flag such as that of Wales: a black flag, letters as tags, and the closing tag.
fn without_flag<'t>(line: &'t str, run: Stretch<'t>) -> Stretch<'t> {
    let letters = run.text.trim_start_matches(|c| matches!(c, '\u{e0020}'..='\u{e007e}'));
    let Some(rest) = letters.strip_prefix('\u{e007f}').filter(|_| run.before.ends_with('\u{1f3f4}')) else {
        return run;
    };
    let flag_end = run.before.len() + run.text.len() - rest.len();
    Stretch { before: line.get(..flag_end).unwrap_or_default(), text: rest, after: run.after }
}

/// Whether the script of the line needs it: to break lines between words, or to shape the end of a word.
fn has_a_job(run: Stretch) -> bool {
    let [before, after] = sides(run);
    let beside = |is_kind: fn(char) -> bool| [before, after].into_iter().flatten().any(is_kind);
    let inside_word = [before, after].iter().all(|side| side.is_some_and(char::is_alphanumeric));
    let breaks_lines = || {
        let near = chars::surroundings(run.before, run.after);
        near.iter().any(|part| part.contains(chars::breaks_lines_without_spaces))
    };
    (is_only(run, '\u{200b}') && (beside(chars::breaks_lines_without_spaces) || (!inside_word && breaks_lines())))
        || (is_only(run, '\u{180e}') && beside(chars::is_mongolian))
}

fn safety(run: Stretch) -> Safety {
    let [before, after] = sides(run);
    let may_break_lines = [before, after].into_iter().flatten().any(chars::breaks_lines_without_spaces);
    // Inside a word no line breaks anyhow, nor does one before a blank.
    let is_inside_word = [before, after].iter().all(|side| side.is_some_and(char::is_alphanumeric));
    let may_bind = run.text.contains('\u{2060}') && !is_inside_word && !after.is_none_or(chars::is_blank);
    let may_hyphenate = run.text.contains('\u{ad}') && !is_amid_word(run);
    if may_hyphenate || may_bind || (run.text.contains('\u{200b}') && may_break_lines) {
        Safety::Unsafe
    } else {
        Safety::Safe
    }
}

/// Whether a soft hyphen stands between two small letters, and not behind a single one, as in e-mail.
fn is_amid_word(run: Stretch) -> bool {
    let [_, after] = sides(run);
    let mut letters = run.before.chars().rev().filter(|c| *c != '\u{ad}');
    let (last, last_but_one) = (letters.next(), letters.next());
    last.is_some_and(|c| c.is_alphabetic() && !c.is_uppercase())
        && last_but_one.is_some_and(char::is_alphabetic)
        && after.is_some_and(|c| c.is_alphabetic() && !c.is_uppercase())
}

fn sides(run: Stretch) -> [Option<char>; 2] {
    [run.before.chars().next_back(), run.after.chars().next()]
}

fn is_only(run: Stretch, wanted: char) -> bool {
    run.text.chars().all(|c| c == wanted)
}
