//! Control characters: commands to machines that no article contains.

use super::{Checker, Fixable, Group, Rule};
use crate::article::Role;
use crate::chars::{self, Stretch};
use crate::diagnostic::Severity;
use crate::facts::{self, Facts};
use crate::fix::{Edit, Fix, Safety};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "control-character",
    group: Group::Characters,
    severity: Severity::Error,
    fixable: Fixable::Sometimes,
    since: "1.0",
    is_default: true,
    summary: "A control character, or a line separator of another system",
    docs: include_str!("control_character.md"),
    check,
};

/// What the bytes 0x80 to 0x9F mean in Windows-1252, in order; a space where they mean nothing. Source: the index of
/// windows-1252 in the WHATWG Encoding Standard.
const WINDOWS_1252: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::CONTROL) {
        return;
    }
    let source = c.source;
    let garbled = c.garbled();
    let is_garbled = |span| garbled.meets(span);
    for (index, line) in source.lines().iter().enumerate() {
        let text = source.line_text(*line);
        if !facts::may_have_control(text) {
            continue;
        }
        let at = |run: Stretch| {
            let start = line.span.start + run.before.len();
            Span::new(start, start + run.text.len())
        };
        for run in chars::stretches(text, chars::is_control) {
            report_control(c, at(run), run);
        }
        for run in chars::stretches(text, chars::is_c1_control).filter(|run| !is_garbled(at(*run))) {
            report_misread(c, at(run), run);
        }
        for run in chars::stretches(text, chars::is_line_separator).filter(|run| !is_garbled(at(*run))) {
            report_separator(c, at(run), run, c.article.role(index) == Role::HeaderField);
        }
    }
}

fn report_control(c: &mut Checker, span: Span, run: Stretch) {
    let parts_words = run.text.contains(['\u{b}', '\u{c}']) && is_between_words(run);
    let (title, text) =
        if parts_words { ("put a space in its place", " ") } else { ("remove the control character", "") };
    c.report(span, message(run))
        .help("It is a command to a machine, no part of the text, and some programs stop reading at it.")
        .fix(Fix::new(Safety::Safe, title, Edit::replace(span, text)));
}

/// A C1 control is what is left of a character that was read in the wrong encoding.
fn report_misread(c: &mut Checker, span: Span, run: Stretch) {
    let meant: String = run.text.chars().filter_map(windows_1252).collect();
    let help = if meant.is_empty() {
        "It is left of a character that was read in the wrong encoding: ask the sender for the original.".to_owned()
    } else {
        format!("It is left of a character that was read in the wrong encoding, probably {meant} of Windows-1252.")
    };
    c.report(span, message(run)).help(help);
}

fn report_separator(c: &mut Checker, span: Span, run: Stretch, in_header: bool) {
    let line_end = c.line_end;
    let finding = c.report(span, message(run));
    let at_start = run.before.trim_end_matches(chars::is_blank).is_empty();
    let at_end = run.after.trim_start_matches(chars::is_blank).is_empty();
    let reads_finished = chars::is_finished(run.before);
    if run.text.contains('\u{85}') && !reads_finished && !(at_start && at_end) {
        finding.help("It may be left of an ellipsis that was read in the wrong encoding: put … or a space there.");
        return;
    }
    if in_header && !at_start && !at_end {
        finding.help("Whether a line of the header ends here is for you to say: the value might go on, or stop.");
        return;
    }
    let fix = if at_start || at_end {
        Fix::new(Safety::Safe, "remove the separator", Edit::delete(span))
    } else if run.text.contains('\u{2029}') && reads_finished {
        Fix::new(Safety::Safe, "end the paragraph here", Edit::replace(span, line_end.repeat(2)))
    } else {
        let text = if is_between_words(run) { " " } else { "" };
        Fix::new(Safety::Unsafe, "go on in the same line", Edit::replace(span, text))
    };
    finding.help("Some programs end a line here and some do not; the wire ends lines in one way only.").fix(fix);
}

fn message(run: Stretch) -> String {
    let first = run.text.chars().next().map(chars::describe).unwrap_or_default();
    match run.text.chars().count() {
        1 => format!("{first} in the text"),
        count => format!("{count} control characters in the text, beginning with: {first}"),
    }
}

/// Whether the words on both sides would be glued together without the run; of several runs side by side, the first one
/// keeps them apart.
fn is_between_words(run: Stretch) -> bool {
    let before = run.before.trim_end_matches(|c| chars::is_control(c) || chars::is_line_separator(c));
    let others = run.before.get(before.len()..).unwrap_or_default();
    let is_kept_apart = others.contains(|c| matches!(c, '\u{b}' | '\u{c}') || chars::is_line_separator(c));
    !before.is_empty()
        && !run.after.is_empty()
        && !is_kept_apart
        && !before.ends_with(chars::is_blank)
        && !run.after.starts_with(chars::is_blank)
}

fn windows_1252(c: char) -> Option<char> {
    let place = u32::from(c).checked_sub(0x80)?;
    WINDOWS_1252.chars().nth(place.try_into().ok()?).filter(|c| *c != ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_control_of_windows_1252_is_traced_to_its_character() {
        let found: Vec<_> = ['\u{80}', '\u{81}', '\u{85}', '\u{93}', '\u{99}', '\u{9f}'].map(windows_1252).to_vec();
        assert_eq!(found, [Some('€'), None, Some('…'), Some('“'), Some('™'), Some('Ÿ')]);
    }
}
