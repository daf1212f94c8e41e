//! The difference of two texts: as an exact patch for machines, and with everything visible for people.

use std::fmt::{self, Write};
use std::time::{Duration, Instant};

use anstyle::{AnsiColor, Effects, Style as Paint};
use similar::{ChangeTag, DiffOp, InlineChangeMode, InlineChangeOptions, TextDiff};

use crate::chars;
use crate::report::Style;
use crate::report::escape::{show_excerpt, show_path};

/// Lines shown around a change.
const CONTEXT: usize = 3;
/// How long the search for the smallest difference may take; past it the difference is right but larger.
const DEADLINE: Duration = Duration::from_secs(1);

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
    let diff = compare(&old_lines, &new_lines);
    let mut text = format!("--- {}\n+++ {}\n", patch_name('a', path), patch_name('b', path));
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        text.push_str(&hunk.header().to_string());
        text.push('\n');
        for change in hunk.iter_changes() {
            text.push(match change.tag() {
                ChangeTag::Equal => ' ',
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            });
            text.push_str(change.value());
            // Asked of the text itself: the library takes a lone CR for a line end.
            if !change.value().ends_with('\n') {
                text.push_str("\n\\ No newline at end of file\n");
            }
        }
    }
    text
}

/// Lines end at LF and nowhere else, as in every patch.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn compare<'old, 'new>(old: &[&'old str], new: &[&'new str]) -> TextDiff<'old, 'new, str> {
    TextDiff::configure().newline_terminated(true).timeout(DEADLINE).diff_slices(old, new)
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

/// The difference for people to look at; empty if the texts are equal.
///
/// Each line has its number before and after in a gutter. Control characters, odd spaces, line ends other than LF and
/// blanks at the end of a changed line are visible; with colours, so are the words that changed. No line is cut.
pub fn terminal(path: &str, old: &str, new: &str, style: Style) -> String {
    if old == new {
        return String::new();
    }
    let (old_lines, new_lines) = (lines(old), lines(new));
    let diff = compare(&old_lines, &new_lines);
    let paints = if style.color { Paints::COLORED } else { Paints::PLAIN };
    let digits = old_lines.len().max(new_lines.len()).to_string().len();
    let mut view = View { text: String::new(), paints, digits };
    let heading = paints.heading;
    view.push(format_args!("{heading}{}{heading:#}\n", show_path(path)));
    let deadline = Instant::now() + DEADLINE;
    for (place, group) in diff.grouped_ops(CONTEXT).iter().enumerate() {
        if place > 0 {
            view.push_gap();
        }
        for op in group {
            view.push_op(&diff, op, deadline);
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

    fn push_op(&mut self, diff: &TextDiff<'_, '_, str>, op: &DiffOp, deadline: Instant) {
        let mut options = InlineChangeOptions::new();
        options.mode(InlineChangeMode::Words);
        for change in diff.iter_inline_changes_with_options_deadline(op, options, Some(deadline)) {
            let (sign, paint) = match change.tag() {
                ChangeTag::Equal => (' ', Paint::new()),
                ChangeTag::Delete => ('-', self.paints.delete),
                ChangeTag::Insert => ('+', self.paints.insert),
            };
            self.push_gutter(change.old_index(), change.new_index());
            self.push(format_args!("{paint}{sign} {paint:#}"));
            let is_ended = change.values().last().is_some_and(|(_, text)| text.ends_with('\n'));
            let content: String = change.values().iter().map(|(_, text)| *text).collect();
            let blanks_from = match sign {
                ' ' => content.len(),
                _ => content.trim_end_matches(['\n', '\r']).trim_end_matches(chars::is_blank).len(),
            };
            let mut at = 0;
            for (is_changed, piece) in change.values() {
                let paint = if *is_changed { paint.effects(paint.get_effects() | self.paints.changed) } else { paint };
                self.push_piece(piece.strip_suffix('\n').unwrap_or(piece), blanks_from.saturating_sub(at), paint);
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
    }

    fn push_gutter(&mut self, old: Option<usize>, new: Option<usize>) {
        let number = |index: Option<usize>| index.map_or(String::new(), |index| (index + 1).to_string());
        let (gutter, width) = (self.paints.gutter, self.digits);
        let (old, new) = (number(old), number(new));
        self.push(format_args!("{gutter}{old:>width$} {new:>width$} │{gutter:#} "));
    }

    /// Writes a piece of a line; from `blanks_from` on, ordinary blanks are visible too.
    fn push_piece(&mut self, piece: &str, blanks_from: usize, paint: Paint) {
        if piece.is_empty() {
            return;
        }
        let (body, tail) = piece.split_at_checked(blanks_from).unwrap_or((piece, ""));
        let tail = tail.replace(' ', "·");
        self.push(format_args!("{paint}{}{}{paint:#}", show_excerpt(body), show_excerpt(&tail)));
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::process::{Command, Stdio};

    use proptest::prelude::*;

    use super::*;

    /// What `program` makes of a file with the content `old` under `name` when it applies `patch`.
    /// `None` if it is not installed.
    fn apply(program: &str, arguments: &[&str], name: &str, old: &str, patch: &str) -> Option<String> {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, old).unwrap();
        let child = Command::new(program)
            .args(arguments)
            .current_dir(directory.path())
            .env("GIT_CEILING_DIRECTORIES", directory.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut child = child.ok()?;
        child.stdin.take().unwrap().write_all(patch.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{program}: {output:?}\n{patch}");
        Some(std::fs::read_to_string(&file).unwrap())
    }

    fn git_apply(name: &str, old: &str, patch: &str) -> String {
        apply("git", &["apply", "--whitespace=nowarn"], name, old, patch).expect("git is installed")
    }

    #[test]
    fn patches_apply_byte_for_byte() {
        let cases = [
            ("a.txt", "1\n2\n3\n", "1\nzwei\n3\n"),
            ("crlf.txt", "1\r\n2\r\n3\r\n", "1\n2\n3\n"),
            ("cr.txt", "1\rx\n2\r3\r\n", "1\nx\n2\r3\n"),
            ("cr-end.txt", "1\n2\r", "1\n3\r"),
            ("bom.txt", "\u{feff}1\n2\n", "1\n2\n"),
            ("old.txt", "1\n2", "1\n2\n"),
            ("new.txt", "1\n2\n", "1\n2"),
            ("both.txt", "1\n2", "1\n3"),
            ("context.txt", "1\n2\n3", "0\n2\n3"),
            ("name with blanks.txt", "1\n", "2\n"),
            ("sub/directory/a.txt", "1\n", "2\n"),
            ("sub dir/a b.txt", "1\n", "2\n"),
            ("separator.txt", "1\u{2028}2\u{85}\u{a0}\n", "1 2\u{c}\n"),
            ("from-empty.txt", "", "1\n2\n"),
            ("to-empty.txt", "1\n2\n", ""),
            ("quo\"te.txt", "1\n", "2\n"),
            ("back\\slash and blank.txt", "1\n", "2\n"),
            ("tab\there\u{1b}.txt", "1\n", "2\n"),
            ("خبر é.txt", "1\n", "2\n"),
        ];
        for (name, old, new) in cases {
            let patch = unified(name, old, new);
            assert_eq!(git_apply(name, old, &patch), new, "git: {name}");
            // Not every machine has `patch`; git is always there.
            if let Some(patched) = apply("patch", &["-p1", "--binary"], name, old, &patch) {
                assert_eq!(patched, new, "patch: {name}");
            }
        }
    }

    #[test]
    fn headers_name_the_file_and_nothing_else() {
        assert_eq!(unified("a", "x\n", "x\n"), "");
        assert_eq!(unified("./a", "", "x\n"), "--- a/a\n+++ b/a\n@@ -0,0 +1 @@\n+x\n");
        assert_eq!(unified("/r/a b", "x\n", ""), "--- a/r/a b\t\n+++ b/r/a b\t\n@@ -1 +0,0 @@\n-x\n");
        assert_eq!(
            unified("a\"\u{1}", "x", "x\n"),
            "--- \"a/a\\\"\\001\"\n+++ \"b/a\\\"\\001\"\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n"
        );
    }

    #[test]
    fn people_see_every_character_that_changes() {
        let style = Style { color: false, width: 80 };
        assert_eq!(terminal("a", "x\n", "x\n", style), "");
        assert_eq!(
            terminal("a.txt", "one\nhad\u{a0} to \r\nx\u{202e}", "one\nhad to\nx\n", style),
            "a.txt\n1 1 │   one\n2   │ - had⍽ to·␍\n3   │ - x‹U+202E›\n    │ \\ no line end at the end of the file\n\
             \u{20} 2 │ + had to\n  3 │ + x\n"
        );
    }

    #[test]
    fn words_that_change_stand_out() {
        let style = Style { color: true, width: 80 };
        let view = terminal("a.txt", "they\u{a0}met\n", "they met\n", style);
        assert!(view.contains("\u{1b}[7m\u{1b}[31m⍽"), "{view:?}");
    }

    fn soup() -> impl Strategy<Value = String> {
        let piece =
            prop::sample::select(vec!["a", "b", "\n", "\n", "\n", "\r\n", "\r", " ", "\u{2028}", "é", "\\", "-"]);
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_patch_applies(old in soup(), new in soup()) {
            prop_assume!(old != new);
            prop_assert_eq!(git_apply("a.txt", &old, &unified("a.txt", &old, &new)), new);
        }

        #[test]
        fn nothing_raw_reaches_a_terminal(old in any::<String>(), new in any::<String>()) {
            let view = terminal("a\u{1b}", &old, &new, Style { color: false, width: 80 });
            prop_assert!(!view.contains(|c: char| chars::is_unprintable(c) && c != '\n'), "{:?}", view);
        }
    }
}
