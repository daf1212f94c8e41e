//! Controls that make a line read differently from what it says.

use super::{Checker, Fixable, Group, Rule};
use crate::chars;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Fix, Safety};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "bidi-control",
    group: Group::Characters,
    severity: Severity::Error,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "A control character that can reorder the letters of a line",
    docs: include_str!("bidi_control.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::BIDI_CONTROL) {
        return;
    }
    let source = c.source;
    for line in source.lines() {
        let text = source.line_text(*line);
        if !text.contains(chars::is_bidi_control) {
            continue;
        }
        let controls = controls(text);
        let is_nothing = |c| chars::is_blank(c) || chars::is_bidi_control(c);
        let end = text.trim_end_matches(is_nothing).len();
        let has_right_to_left = text.contains(chars::is_right_to_left);
        for control in &controls {
            if has_right_to_left && is_needed(control, text) {
                continue;
            }
            let name = chars::describe(control.c);
            let start = line.span.start + control.at;
            let span = Span::new(start, start + control.c.len_utf8());
            let safety = if has_no_effect(control, end, has_right_to_left) { Safety::Safe } else { Safety::Unsafe };
            let message = match safety {
                Safety::Safe => format!("{name} without a partner"),
                Safety::Unsafe => format!("{name} can make the line read differently from what it says"),
            };
            c.report(span, message)
                .help("Such characters hide text in plain sight; right-to-left words are shown rightly without them.")
                .fix(Fix::new(safety, format!("remove the {name}"), Edit::delete(span)));
        }
    }
}

/// How deep the algorithm follows controls inside each other (UAX #9, BD2).
const DEEPEST: usize = 125;

/// A control of a line, with the place of the one that closes it or that it closes.
struct Control {
    at: usize,
    c: char,
    partner: Option<usize>,
}

/// The controls of a line, paired as the bidirectional algorithm pairs them (UAX #9, BD9 and X1 to X7).
fn controls(line: &str) -> Vec<Control> {
    let mut controls: Vec<Control> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, control) in line.match_indices(chars::is_bidi_control) {
        let Some(c) = control.chars().next() else { continue };
        let index = controls.len();
        controls.push(Control { at, c, partner: None });
        let opener = match c {
            '\u{202c}' => open.pop_if(|opener| !is_isolate(controls[*opener].c)),
            // An isolate closes whatever is still open in it.
            '\u{2069}' => open.iter().rposition(|opener| is_isolate(controls[*opener].c)).map(|place| {
                let opener = open[place];
                open.truncate(place);
                opener
            }),
            _ => {
                if open.len() < DEEPEST {
                    open.push(index);
                }
                None
            }
        };
        if let Some(opener) = opener {
            controls[index].partner = Some(controls[opener].at);
            controls[opener].partner = Some(at);
        }
    }
    controls
}

fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2068}')
}

/// Whether a pair sets off a part of a line with right-to-left text: a number, a Latin name, a quotation. Overrides
/// show letters in another order than they have, so nothing needs them.
fn is_needed(control: &Control, line: &str) -> bool {
    let Some(partner) = control.partner else { return false };
    let (start, end) = (control.at.min(partner), control.at.max(partner));
    let Some(mut inside) = line.get(start..end).map(str::chars) else { return false };
    match inside.next() {
        Some('\u{202a}' | '\u{2066}' | '\u{2068}') => true,
        Some('\u{202b}' | '\u{2067}') => {
            inside.clone().any(chars::is_right_to_left) || !inside.any(char::is_alphabetic)
        }
        _ => false,
    }
}

/// Whether the algorithm itself passes over a control: nothing is open that it closes, or nothing follows that it could
/// turn. `end` is where the last character of the line is that shows something.
fn has_no_effect(control: &Control, end: usize, has_right_to_left: bool) -> bool {
    let is_last = control.at >= end;
    control.partner.is_none()
        && match control.c {
            '\u{202c}' => true,
            '\u{2069}' => is_last || !has_right_to_left,
            _ => is_last,
        }
}
