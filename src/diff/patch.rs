//! The difference of two texts as a patch, exact to the byte; and the same for a log in which it would be a command.

use std::ops::Range;

use similar::{DiffOp, group_diff_ops};

use super::alignment::operations;
use super::{CONTEXT, lines};
use crate::report::escape::{Shown, join, show};

/// A patch that `git apply` and `patch -p1` turn `old` into `new` with, byte for byte; empty if they are equal.
///
/// `path` is relative to the directory the patch is applied in, with `/`. An absolute path is written without its first
/// `/`, so that the patch applies in the root directory. A path that goes up with `..` is written as it is: no patch
/// program follows one, and to guess what it means could name another file.
pub fn unified(path: &str, old: &str, new: &str) -> String {
    if old == new {
        return String::new();
    }
    let (old_lines, new_lines) = (lines(old), lines(new));
    let mut text = format!("--- {}\n+++ {}\n", patch_name('a', path), patch_name('b', path));
    for hunk in group_diff_ops(operations(&old_lines, &new_lines), CONTEXT) {
        text.push_str(&heading(&hunk));
        for operation in hunk {
            let (old, new) = (&old_lines[operation.old_range()], &new_lines[operation.new_range()]);
            if let DiffOp::Equal { .. } = operation {
                push_lines(&mut text, ' ', old);
            } else {
                push_lines(&mut text, '-', old);
                push_lines(&mut text, '+', new);
            }
        }
    }
    text
}

/// `@@ -1,4 +1,5 @@`: which lines a hunk is about.
fn heading(hunk: &[DiffOp]) -> String {
    let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else { return String::new() };
    let old = lines_of(first.old_range().start..last.old_range().end);
    let new = lines_of(first.new_range().start..last.new_range().end);
    format!("@@ -{old} +{new} @@\n")
}

/// First line and number of lines; of none, the line before them.
fn lines_of(range: Range<usize>) -> String {
    match range.len() {
        0 => format!("{},0", range.start),
        1 => (range.start + 1).to_string(),
        len => format!("{},{len}", range.start + 1),
    }
}

fn push_lines(text: &mut String, sign: char, lines: &[&str]) {
    for line in lines {
        text.push(sign);
        text.push_str(line);
        if !line.ends_with('\n') {
            text.push_str("\n\\ No newline at end of file\n");
        }
    }
}

/// An exact patch of one file as it may be shown in the log of a build: with no command in it, and with its lines behind
/// a gutter. Patch programs refuse it as malformed, so that nobody applies what was altered.
pub fn harmless(patch: &str) -> Shown {
    let line = |(place, line): (usize, &str)| {
        // After the two names, a line of the text has a sign before it, and only the heading of a hunk has none.
        let is_own = matches!(place, 0 | 1) || line.starts_with("@@ ");
        join(&[&if is_own { "" } else { "| " }, &show(line), &"\n"])
    };
    patch.split_terminator('\n').enumerate().map(line).collect()
}

/// A name in the header of a patch: quoted the way Git does it if it has to be, else closed by a TAB if it holds
/// blanks, because `patch` ends a name at the first one.
fn patch_name(side: char, path: &str) -> String {
    let path = path.trim_start_matches("./").trim_start_matches('/');
    let is_special = |c: char| c.is_ascii_control() || matches!(c, '"' | '\\');
    if !path.contains(is_special) {
        let close = if path.contains(' ') { "\t" } else { "" };
        return format!("{side}/{path}{close}");
    }
    let mut quoted = format!("\"{side}/");
    for c in path.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            _ if c.is_ascii_control() => quoted.extend(octal(c)),
            _ => quoted.push(c),
        }
    }
    quoted + "\""
}

/// A control character as Git writes it: `\033`.
fn octal(c: char) -> [char; 4] {
    let digit = |shift: u32| char::from_digit((u32::from(c) >> shift) & 7, 8).unwrap_or('0');
    ['\\', digit(6), digit(3), digit(0)]
}
