//! What is exact by contract, where a build server reads along: a patch or a text never becomes a command there, and is
//! never quietly another one either.

use std::fs::{self, File};
use std::process::Stdio;

use crate::support::articles::{CLEAN, DIRTY};
use crate::support::hostile::{PIECES, assert_inert};
use crate::support::programs::{git_apply, git_refuses, patch, patch_refuses};
use crate::support::runner::commands;
use crate::support::wirelint::{Output, Run, Tree, wait};

/// Variables by which build servers are known.
const SERVERS: [(&str, &str); 6] = [
    ("CI", "true"),
    ("GITHUB_ACTIONS", "true"),
    ("TF_BUILD", "True"),
    ("GITLAB_CI", "true"),
    ("TEAMCITY_VERSION", "2024.07.1"),
    ("BUILDKITE", "true"),
];

/// An article with repairs beside lines that hold what a build server takes for a command.
fn hostile(piece: &str) -> String {
    DIRTY.replacen("The boats", &format!("{piece}\n\nThe boats"), 1).replacen(
        "last one back",
        &format!("x {piece} \n"),
        1,
    )
}

/// Pieces that are commands to a build server or sequences to a terminal.
fn attacks() -> impl Iterator<Item = &'static str> {
    let is_one = |piece: &&str| piece.contains("::") || piece.contains(['#', '\u{1b}', '\u{9b}']);
    PIECES.into_iter().filter(is_one)
}

fn in_build(run: Run) -> Output {
    run.env("CI", "true").run()
}

#[test]
fn an_ordinary_patch_is_exact_in_every_build() {
    let text = format!("\u{feff}{}", DIRTY.replace('\n', "\r\n"));
    let tree = Tree::new().file("a b.txt", &text).file("c.txt", DIRTY.replace(". ", ".\u{200b}\u{202e} "));
    let exact = tree.wirelint(["fix", "--diff", "."]).run().status(1);
    for (name, value) in SERVERS {
        let output = tree.wirelint(["fix", "--diff", "."]).env(name, value).run().status(1);
        assert_eq!(output.stdout, exact.stdout, "{name}");
        assert_eq!(output.stderr, exact.stderr, "{name}");
    }
}

#[test]
fn a_patch_with_a_command_is_harmless_in_every_build_and_nobody_applies_it() {
    let tree = Tree::new().file("a.txt", hostile("##[error]x")).file("b.txt", DIRTY);
    let exact = tree.wirelint(["fix", "--diff", "."]).run().status(1);
    assert!(exact.out().contains("##[error]x"), "{}", exact.out());
    for (name, value) in SERVERS {
        let output = tree.wirelint(["fix", "--diff", "."]).env(name, value).run().status(1);
        assert_inert(name, &without_headings(&output.out()));
        assert!(output.err().contains("--patch FILE") && output.err().contains("--raw"), "{}", output.err());
        let said_no = tree.wirelint(["fix", "--diff", "."]).env(name, "false").run();
        assert_eq!(said_no.stdout, exact.stdout, "{name}");
    }
}

#[test]
fn no_command_gets_into_the_log_with_a_patch() {
    let mut refused = 0;
    for piece in attacks() {
        let text = hostile(piece);
        let tree = Tree::new().file("a.txt", &text);
        let args = ["fix", "--diff", "--unsafe-fixes", "a.txt"];
        let (exact, output) = (tree.wirelint(args).run(), in_build(tree.wirelint(args)).status(1));
        assert_eq!(commands(&output.out()), [], "{piece:?}");
        // Behind the sign of a changed line a `::` opens nothing.
        if output.stdout != exact.stdout {
            refused += 1;
            assert_inert("patch", &without_headings(&output.out()));
            git_refuses(tree.root(), &output.stdout);
            assert!(patch_refuses(tree.root(), &output.stdout), "{piece:?}");
            assert_eq!(tree.read("a.txt"), text, "{piece:?}");
        }
    }
    assert!(refused > 10, "{refused}");
}

/// A patch without the lines that name its file, which open a group in the log of Buildkite and do no harm there.
fn without_headings(patch: &str) -> String {
    let is_heading = |line: &&str| line.starts_with("--- a/") || line.starts_with("+++ b/");
    patch.lines().filter(|line| !is_heading(line)).flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn raw_and_patch_files_are_exact_and_apply() {
    for piece in attacks() {
        let text = hostile(piece);
        let [by_raw, by_file, by_patch, by_fix] = [(); 4].map(|()| Tree::new().file("sub/a b.txt", &text));
        by_fix.wirelint(["fix", "."]).run();
        let exact = by_raw.wirelint(["fix", "--diff", "."]).run();
        let raw = in_build(by_raw.wirelint(["fix", "--diff", "--raw", "."]));
        assert_eq!(raw.stdout, exact.stdout, "{piece:?}");
        git_apply(by_raw.root(), &raw.stdout);
        let output = in_build(by_file.wirelint(["fix", "--patch", "a.patch", "."]));
        assert_inert("", &output.out());
        assert_inert("", &output.err());
        assert_eq!(by_file.read("a.patch").as_bytes(), exact.stdout, "{piece:?}");
        git_apply(by_file.root(), by_file.read("a.patch").as_bytes());
        for tree in [&by_raw, &by_file] {
            assert_eq!(tree.read("sub/a b.txt"), by_fix.read("sub/a b.txt"), "{piece:?}");
        }
        if patch(by_patch.root(), &exact.stdout) {
            assert_eq!(by_patch.read("sub/a b.txt"), by_fix.read("sub/a b.txt"), "{piece:?}");
        }
    }
}

#[test]
fn a_patch_file_is_whole_and_nothing_else_is_written() {
    let tree = Tree::new().file("a.txt", DIRTY).file("clean.txt", CLEAN);
    let findings = tree.wirelint(["fix", "--patch", "p", "a.txt", "--output-format", "json"]).run().status(1).json();
    assert_eq!(findings["findings"], serde_json::json!([]));
    assert_eq!(tree.read("a.txt"), DIRTY);
    assert!(tree.read("p").starts_with("--- a/a.txt\n"));
    let both = tree.wirelint(["fix", "--diff", "--patch", "q", "a.txt"]).run().status(1);
    assert_eq!(both.out(), tree.read("q"));
    tree.wirelint(["fix", "--patch", "p", "clean.txt"]).run().status(0).stdout("");
    assert_eq!(tree.read("p"), "", "no older patch is left");
    for (file, why) in [
        ("a.txt", "this run reads it"),
        ("no/such/p", "there is no directory"),
        (".", "it is a directory"),
        ("-", "--diff"),
        ("r", "a report is written there"),
    ] {
        let args = ["fix", "--patch", file, ".", "--output-format", "json=r"];
        tree.wirelint(args).run().status(2).stderr_contains(why).stdout("");
        assert_eq!(tree.read("a.txt"), DIRTY);
    }
    tree.wirelint(["fix", "--patch", "p", "--check", "."]).run().status(2);
    let left: Vec<_> =
        fs::read_dir(tree.root()).expect("a directory").map(|entry| entry.expect("a file").file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains(".tmp")), "{left:?}");
}

#[test]
fn a_text_with_a_command_is_not_printed_in_a_build() {
    let mut refused = 0;
    for piece in attacks() {
        let text = hostile(piece);
        let tree = Tree::new();
        let filter = |args: &[&str]| tree.wirelint(args).stdin(&text);
        let exact = filter(&["fix", "-"]).run();
        let output = in_build(filter(&["fix", "-"]));
        assert_eq!(commands(&output.out()), [], "{piece:?}");
        assert_inert("", &output.err());
        // What the repairs have made harmless is printed as ever.
        if output.stdout != exact.stdout {
            refused += 1;
            let output = output.status(2).stdout("").stderr_contains("--raw");
            assert!(output.err().contains("not printed"), "{piece:?} {}", output.err());
        }
        let raw = in_build(filter(&["fix", "-", "--raw"]));
        assert_eq!(raw.stdout, exact.stdout, "{piece:?}");
    }
    assert!(refused > 10, "{refused}");
}

#[test]
fn an_ordinary_text_is_printed_in_a_build() {
    let tree = Tree::new();
    for text in [DIRTY.to_owned(), DIRTY.replace('\n', "\r\n"), format!("\u{feff}{CLEAN}")] {
        let exact = tree.wirelint(["fix", "-"]).stdin(&text).run().status(0);
        let output = in_build(tree.wirelint(["fix", "-"]).stdin(&text)).status(0);
        assert_eq!(output.stdout, exact.stdout);
    }
}

#[test]
fn a_stream_that_passes_through_is_looked_at_too() {
    let tree = Tree::new();
    let broken = b"caf\xe9 ::x\n::error::y\n";
    let exact = tree.wirelint(["fix", "-"]).stdin(broken).run().status(2);
    assert_eq!(exact.stdout, broken);
    in_build(tree.wirelint(["fix", "-"]).stdin(broken)).status(2).stdout("").stderr_contains("not printed");
    let args = ["fix", "-", "--stdin-filename", "x.txt", "--exclude", "x.txt", "--force-exclude", "--allow-empty"];
    let excluded = tree.wirelint(args).stdin("##[x]\n").run();
    assert_eq!(excluded.out(), "##[x]\n");
    in_build(tree.wirelint(args).stdin("##[x]\n")).status(2).stdout("");
    assert_eq!(in_build(tree.wirelint(args).stdin("# [x]\n")).out(), "# [x]\n");
}

#[test]
fn a_file_is_no_log() {
    let text = hostile("##[error]x");
    let tree = Tree::new().file("a.txt", &text);
    for args in [&["fix", "--diff", "a.txt"][..], &["fix", "-"]] {
        let exact = tree.wirelint(args).stdin(&text).run();
        let mut command = tree.wirelint(args).env("CI", "true").command();
        let input = File::open(tree.path("a.txt")).expect("a file");
        let output = File::create(tree.path("out")).expect("a file");
        let mut child = command.stdin(input).stdout(output).stderr(Stdio::null()).spawn().expect("the command starts");
        wait(&mut child, "wirelint fix > out");
        assert_eq!(fs::read(tree.path("out")).expect("a file"), exact.stdout, "{args:?}");
    }
}
