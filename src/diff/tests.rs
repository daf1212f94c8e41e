//! Patches applied by the programs that read them, and what people are shown.

use std::io::Write;
use std::process::{Command, Stdio};

use proptest::prelude::*;

use super::*;
use crate::chars;
use crate::report::Style;

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
fn names_with_control_characters_are_quoted_as_git_quotes_them() {
    let patch = unified("a\n\r\t\u{1b}\u{7f}\"\\é b", "x\n", "");
    let name = r#"a\n\r\t\033\177\"\\é b"#;
    assert_eq!(patch, format!("--- \"a/{name}\"\n+++ \"b/{name}\"\n@@ -1 +0,0 @@\n-x\n"));
}

#[test]
fn what_is_harmless_keeps_the_headings_and_puts_every_line_of_a_text_behind_a_gutter() {
    let patch = unified("a.txt", "##[x]\nsame\n@@ 1\n", "::y\r\nsame\n@@ 1\n");
    assert_eq!(
        harmless(&patch).as_str(),
        "--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n| -##\\[x]\n| +:\\:y␍\n|  same\n|  @@ 1\n"
    );
    assert_eq!(harmless("").as_str(), "");
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
fn lines_have_their_numbers_before_and_after_and_a_gap_says_that_some_are_left_out() {
    let old = (1..=12).map(|number| format!("{number}\n")).collect::<Vec<_>>().concat();
    let new = format!("0\n{}", old.replace("12\n", "x\n"));
    assert_eq!(
        terminal("a.txt", &old, &new, Style { color: false, width: 80 }),
        "a.txt\n    1 │ + 0\n 1  2 │   1\n 2  3 │   2\n 3  4 │   3\n      ┊\n 9 10 │   9\n10 11 │   10\n11 12 │   11\n\
         12    │ - 12\n   13 │ + x\n"
    );
}

#[test]
fn blanks_at_the_end_are_visible_where_a_line_changes_and_nowhere_else() {
    let view = terminal("a", "same  \nthey met  \n", "same  \nwe met\n", Style { color: false, width: 80 });
    assert_eq!(view, "a\n1 1 │   same\n2   │ - they met··\n  2 │ + we met\n");
}

#[test]
fn a_change_too_long_to_compare_its_words_is_shown_whole_with_its_numbers() {
    let style = Style { color: true, width: 80 };
    // Two lines go and two come; each has this many bytes, its line end included.
    let text = |word: &str, length: usize| {
        let line = format!("{word}{}\n", " x".repeat(length)).get(..length - 1).unwrap().to_owned() + "\n";
        format!("same\nsame\n{line}{line}")
    };
    let marks = |length| {
        let view = terminal("a", &text("one", length), &text("two", length), style);
        let gutters: Vec<String> = view.lines().map(|line| line.chars().take(14).collect()).collect();
        (view.contains("\u{1b}[7m"), gutters)
    };
    let (are_marked, gutters) = marks(1 << 14);
    assert!(are_marked);
    assert_eq!(marks((1 << 14) + 1), (false, gutters.clone()));
    let numbers: Vec<&str> = gutters.iter().skip(1).map(|gutter| gutter.trim_start_matches("\u{1b}[2m")).collect();
    assert!(numbers[2].starts_with("3   │") && numbers[3].starts_with("4   │"), "{numbers:?}");
    assert!(numbers[4].starts_with("  3 │") && numbers[5].starts_with("  4 │"), "{numbers:?}");
}

#[test]
fn a_command_is_broken_wherever_its_pieces_meet() {
    let view = |old, new| terminal("a", old, new, Style { color: false, width: 80 });
    for (old, new) in
        [("a ##x]\n", "a ##[x]\n"), ("##[x]\n", "## [x]\n"), ("#b#[x]\n", "##[x]\n"), ("##vs\n", "##vs[x]\n")]
    {
        assert!(!view(old, new).contains("##[") && !view(old, new).contains("##vs["), "{}", view(old, new));
    }
    let long = "word ".repeat(40_000);
    assert!(view(&format!("{long}x\n"), &format!("{long}##[y]\n")).contains("##\\[y]"));
}

#[test]
fn words_that_change_stand_out() {
    let style = Style { color: true, width: 80 };
    let view = terminal("a.txt", "they\u{a0}met\n", "they met\n", style);
    assert!(view.contains("\u{1b}[7m\u{1b}[31m⍽"), "{view:?}");
}

fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec!["a", "b", "\n", "\n", "\n", "\r\n", "\r", " ", "\u{2028}", "é", "\\", "-"]);
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
