//! The difference of two texts for people: everything visible, line numbers in a gutter, and the words that changed.

use std::fmt::{self, Write};

use anstyle::{AnsiColor, Effects, Style as Paint};
use similar::{ChangeTag, DiffOp, InlineChangeMode, InlineChangeOptions, TextDiff, group_diff_ops};

use super::alignment::operations;
use super::{CONTEXT, lines};
use crate::chars;
use crate::report::Style;
use crate::report::escape::{Pictures, Shown, show_path};

/// Changes of more bytes than this are shown without the words that changed in them: nobody sees these any more, and a
/// line may be as long as a file.
const MOST_COMPARED: usize = 1 << 16;

/// The difference for people to look at; empty if the texts are equal.
///
/// Each line has its number before and after in a gutter. Control characters, odd spaces, line ends other than LF and
/// blanks at the end of a changed line are visible; with colours, so are the words that changed. No line is cut.
pub fn terminal(path: &str, old: &str, new: &str, style: Style) -> String {
    if old == new {
        return String::new();
    }
    let (old_lines, new_lines) = (lines(old), lines(new));
    let paints = if style.color { Paints::COLORED } else { Paints::PLAIN };
    let digits = old_lines.len().max(new_lines.len()).to_string().len();
    let mut view = View { text: String::new(), paints, digits };
    let heading = paints.heading;
    view.push(format_args!("{heading}{}{heading:#}\n", show_path(path)));
    for (place, group) in group_diff_ops(operations(&old_lines, &new_lines), CONTEXT).iter().enumerate() {
        if place > 0 {
            view.push_gap();
        }
        for op in group {
            view.push_op(&old_lines, &new_lines, op);
        }
    }
    view.text
}

/// What a piece of text is painted with.
#[derive(Clone, Copy)]
struct Paints {
    heading: Paint,
    gutter: Paint,
    delete: Paint,
    insert: Paint,
    /// Added to the paint of a changed line for the words that changed.
    changed: Effects,
}

impl Paints {
    const PLAIN: Self = Self {
        heading: Paint::new(),
        gutter: Paint::new(),
        delete: Paint::new(),
        insert: Paint::new(),
        changed: Effects::new(),
    };
    const COLORED: Self = Self {
        heading: Paint::new().bold(),
        gutter: Paint::new().dimmed(),
        delete: AnsiColor::Red.on_default(),
        insert: AnsiColor::Green.on_default(),
        changed: Effects::INVERT,
    };
}

/// The view of a difference while it is written.
struct View {
    text: String,
    paints: Paints,
    /// Columns of a line number.
    digits: usize,
}

impl View {
    fn push(&mut self, text: fmt::Arguments) {
        // Writing to a string cannot fail.
        let _ = self.text.write_fmt(text);
    }

    /// Says that lines are left out.
    fn push_gap(&mut self) {
        let (gutter, width) = (self.paints.gutter, self.digits);
        self.push(format_args!("{gutter}{:>width$} {:>width$} ┊{gutter:#}\n", "", ""));
    }

    fn push_op(&mut self, old: &[&str], new: &[&str], op: &DiffOp) {
        let (from_old, from_new) = (op.old_range().start, op.new_range().start);
        let (old, new) = (&old[op.old_range()], &new[op.new_range()]);
        let is_long = || old.iter().chain(new).map(|line| line.len()).sum::<usize>() > MOST_COMPARED;
        if matches!(op, DiffOp::Equal { .. }) {
            for (place, line) in old.iter().enumerate() {
                self.push_change(ChangeTag::Equal, [Some(from_old + place), Some(from_new + place)], &[(false, line)]);
            }
        } else if is_long() {
            for (place, line) in old.iter().enumerate() {
                self.push_change(ChangeTag::Delete, [Some(from_old + place), None], &[(false, line)]);
            }
            for (place, line) in new.iter().enumerate() {
                self.push_change(ChangeTag::Insert, [None, Some(from_new + place)], &[(false, line)]);
            }
        } else {
            let mut options = InlineChangeOptions::new();
            options.mode(InlineChangeMode::Words);
            let diff = TextDiff::configure().newline_terminated(true).diff_slices(old, new);
            for op in diff.ops() {
                for change in diff.iter_inline_changes_with_options_deadline(op, options, None) {
                    let numbers = [
                        change.old_index().map(|place| from_old + place),
                        change.new_index().map(|place| from_new + place),
                    ];
                    self.push_change(change.tag(), numbers, change.values());
                }
            }
        }
    }

    /// Writes a line, whose changed words are marked.
    fn push_change(&mut self, tag: ChangeTag, [old, new]: [Option<usize>; 2], values: &[(bool, &str)]) {
        let (sign, paint) = match tag {
            ChangeTag::Equal => (' ', Paint::new()),
            ChangeTag::Delete => ('-', self.paints.delete),
            ChangeTag::Insert => ('+', self.paints.insert),
        };
        self.push_gutter(old, new);
        self.push(format_args!("{paint}{sign} {paint:#}"));
        let is_ended = values.last().is_some_and(|(_, text)| text.ends_with('\n'));
        let content: String = values.iter().map(|(_, text)| *text).collect();
        let blanks_from = match sign {
            ' ' => content.len(),
            _ => content.trim_end_matches(['\n', '\r']).trim_end_matches(chars::is_blank).len(),
        };
        // Of the whole line, for a command may begin in one piece and end in the next.
        let mut pictures = Pictures::default();
        let mut at = 0;
        for (is_changed, piece) in values {
            let paint = if *is_changed { paint.effects(paint.get_effects() | self.paints.changed) } else { paint };
            let shown = piece.strip_suffix('\n').unwrap_or(piece);
            self.push_piece(shown, blanks_from.saturating_sub(at), paint, &mut pictures);
            at += piece.len();
        }
        // An empty line that stays needs no blanks after the gutter.
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.text.push('\n');
        if !is_ended {
            self.push_gutter(None, None);
            let gutter = self.paints.gutter;
            self.push(format_args!("{gutter}\\ no line end at the end of the file{gutter:#}\n"));
        }
    }

    fn push_gutter(&mut self, old: Option<usize>, new: Option<usize>) {
        let number = |index: Option<usize>| index.map_or(String::new(), |index| (index + 1).to_string());
        let (gutter, width) = (self.paints.gutter, self.digits);
        let (old, new) = (number(old), number(new));
        self.push(format_args!("{gutter}{old:>width$} {new:>width$} │{gutter:#} "));
    }

    /// Writes a piece of a line; from `blanks_from` on, ordinary blanks are visible too.
    fn push_piece(&mut self, piece: &str, blanks_from: usize, paint: Paint, pictures: &mut Pictures) {
        if piece.is_empty() {
            return;
        }
        let (body, tail) = piece.split_at_checked(blanks_from).unwrap_or((piece, ""));
        let tail = tail.chars().map(|c| if c == ' ' { '·' } else { c });
        let shown: Shown = body.chars().chain(tail).map(|c| pictures.of(c)).collect();
        self.push(format_args!("{paint}{shown}{paint:#}"));
    }
}
