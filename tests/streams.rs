//! Streams that are closed, full, or whose reader has gone: the exit code stays true, and no file is written to by mistake.
#![cfg(unix)]

use std::io::Read;
use std::process::{Command, Output, Stdio};

use crate::support::articles::{CLEAN, DIRTY};
use crate::support::wirelint::{Tree, WIRELINT, wait};

/// Runs the command line, in which `$0` is the command.
fn shell(tree: &Tree, line: &str) -> Output {
    let output = Command::new("sh").args(["-c", line, WIRELINT]).current_dir(tree.root()).output().expect("a shell");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("panicked"), "{line}: {said}");
    output
}

fn tree() -> Tree {
    (0..300).fold(Tree::new(), |tree, number| tree.file(&format!("{number}.txt"), DIRTY)).file("clean.txt", CLEAN)
}

#[test]
fn a_reader_that_goes_away_hides_no_finding() {
    let tree = tree();
    for args in
        [&["check", "."][..], &["check", ".", "--output-format", "json"], &["fix", "--diff", "."], &["parse", "."]]
    {
        let mut command = tree.wirelint(args).command();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let mut stderr = child.stderr.take().expect("a pipe");
        let reader = std::thread::spawn(move || {
            let mut said = String::new();
            stderr.read_to_string(&mut said).expect("UTF-8");
            said
        });
        let mut stdout = child.stdout.take().expect("a pipe");
        stdout.read_exact(&mut [0; 10]).expect("ten bytes");
        drop(stdout);
        assert_eq!(wait(&mut child, "wirelint"), Some(1), "{args:?}");
        assert!(!reader.join().expect("reading does not panic").contains("panicked"), "{args:?}");
    }
}

#[test]
fn a_stream_that_is_closed_changes_neither_code_nor_files() {
    let tree = Tree::new().file("a.txt", DIRTY).file("clean.txt", CLEAN);
    for closed in ["<&-", ">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"] {
        // What is opened next gets the number of what was closed: the article must not become stdout.
        for (args, code) in
            [("check .", 1), ("check clean.txt", 0), ("fix --diff .", 1), ("parse .", 1), ("check gone", 2)]
        {
            assert_eq!(shell(&tree, &format!("\"$0\" {args} {closed}")).status.code(), Some(code), "{args} {closed}");
            assert_eq!([tree.read("a.txt"), tree.read("clean.txt")], [DIRTY, CLEAN], "{args} {closed}");
        }
        let copy = Tree::new().file("a.txt", DIRTY);
        assert_eq!(shell(&copy, &format!("\"$0\" fix . {closed}")).status.code(), Some(0), "{closed}");
        copy.wirelint(["check", "."]).run().status(0);
    }
    assert_eq!(shell(&tree, "\"$0\" check - <&-").status.code(), Some(1), "an empty text is no article");
}

#[cfg(target_os = "linux")]
#[test]
fn a_stream_that_is_full_is_no_success() {
    let tree = Tree::new().file("a.txt", DIRTY).file("clean.txt", CLEAN);
    for args in [
        "check a.txt",
        "check clean.txt --output-format json",
        "fix - < a.txt",
        "fix --diff .",
        "parse clean.txt",
        "rules",
        "version",
        "--help",
        "config show",
        "explain form-stub",
    ] {
        let output = shell(&tree, &format!("\"$0\" {args} > /dev/full"));
        assert_eq!(output.status.code(), Some(2), "{args}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("error: the output could not be written"), "{args}");
    }
    assert_eq!(shell(&tree, "\"$0\" check clean.txt 2> /dev/full").status.code(), Some(2));
    assert_eq!(shell(&tree, "\"$0\" check clean.txt -q 2> /dev/full").status.code(), Some(0), "nothing is said");
    assert_eq!(shell(&tree, "\"$0\" fix a.txt > /dev/full 2> /dev/full").status.code(), Some(2));
    assert_ne!(tree.read("a.txt"), DIRTY, "what is repaired is repaired all the same");
}
