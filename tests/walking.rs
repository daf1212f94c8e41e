//! Every file that is found is checked, skipped or named as a problem, whatever it is.
#![cfg(unix)]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::process::Command;

use crate::support::articles::{CLEAN, DIRTY};
use crate::support::programs::{make_pipe, not_as_root};
use crate::support::wirelint::{Output, Tree};

mod found;

/// The numbers of the summary; the first is the sum of the other three, or something was lost.
#[track_caller]
fn accounts(output: &Output) -> [u64; 4] {
    let summary = &output.json()["summary"];
    let numbers = ["found", "checked", "skipped", "failed"].map(|key| summary[key].as_u64().expect("a number"));
    assert_eq!(numbers[0], numbers[1..].iter().sum::<u64>(), "{summary}");
    numbers
}

/// The paths of the problems, and their kinds.
fn problems(output: &Output) -> Vec<(String, String)> {
    let problems = output.json()["problems"].as_array().expect("problems").clone();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    problems.iter().map(|problem| (text(&problem["path"]), text(&problem["kind"]))).collect()
}

const JSON: [&str; 2] = ["--output-format", "json"];

#[test]
fn every_kind_of_file_is_accounted_for() {
    let long = format!("{}.txt", "n".repeat(251));
    let tree =
        Tree::new().file("clean.txt", CLEAN).file("dirty.txt", DIRTY).file(&long, CLEAN).file("nul.txt", b"a\0b");
    let tree = tree.file("wide.txt", b"\xff\xfea\0").file("latin.txt", b"caf\xe9").file("notes.md", DIRTY);
    let _socket = UnixListener::bind(tree.path("socket.txt")).expect("a socket");
    symlink("loop.txt", tree.path("loop.txt")).expect("a link");
    symlink("clean.txt", tree.path("link.txt")).expect("a link");
    symlink("nowhere.txt", tree.path("dangling.txt")).expect("a link");
    symlink(".", tree.path("round")).expect("a link");
    let pipes = u64::from(make_pipe(tree.root(), "pipe.txt"));
    let is_any_name = fs::write(tree.root().join(OsStr::from_bytes(b"b\xff.txt")), CLEAN).is_ok();
    let checked = 3 + u64::from(is_any_name);
    for command in ["check", "fix"] {
        let output = tree.wirelint([command, "."]).args(JSON).run().status(2);
        assert_eq!(accounts(&output), [10 + checked - 3 + pipes, checked, 4 + pipes, 3], "{command}");
        let wanted = [("latin.txt", "not-utf8"), ("nul.txt", "not-text"), ("wide.txt", "not-text")];
        assert_eq!(problems(&output), wanted.map(|(path, kind)| (path.to_owned(), kind.to_owned())), "{command}");
    }
    let output =
        tree.wirelint(["check", "loop.txt", "socket.txt", "/dev/zero", "clean.txt"]).args(JSON).run().status(2);
    assert_eq!(accounts(&output), [4, 1, 0, 3]);
    // With strangers' files, what is left out is a problem, too.
    let output = tree.wirelint(["check", ".", "--untrusted"]).args(JSON).run().status(2);
    assert_eq!(accounts(&output)[2], 4 + pipes);
    assert_eq!(problems(&output).iter().filter(|(_, kind)| kind == "skipped").count() as u64, 4 + pipes);
}

#[test]
fn a_pipe_in_place_of_a_gitignore_is_not_waited_for() {
    let tree = Tree::new().file("a/clean.txt", CLEAN).file("b/clean.txt", CLEAN).file("b/.git/info/x", "");
    if !make_pipe(tree.root(), "a/.gitignore") || !make_pipe(tree.root(), "b/.git/info/exclude") {
        return;
    }
    for dir in [".", "a"] {
        let output = tree.wirelint(["check", dir]).args(JSON).run().status(2);
        accounts(&output);
        assert!(problems(&output).contains(&("a/.gitignore".to_owned(), "not-a-file".to_owned())));
    }
    tree.wirelint(["check", "b"]).run().status(2).stderr_contains("b/.git/info/exclude: not a regular file");
    let output = tree.wirelint(["check", ".", "--untrusted"]).args(JSON).run().status(0);
    assert_eq!(accounts(&output), [2, 2, 0, 0], "ignore files are not read at all");
}

#[test]
fn names_too_long_for_the_system_are_problems() {
    // A path of 6 kB can't be named, but its lower half can be moved below its upper half.
    let [upper, lower] = ["upper/", "lower/"].map(|top| format!("{top}{}", "dddd/".repeat(600)));
    let tree = Tree::new().file("clean.txt", CLEAN).directory(&upper).file(&format!("{lower}x.txt"), DIRTY);
    fs::rename(tree.path("lower"), tree.path(&upper).join("lower")).expect("directories can be moved");
    let outputs = ["check", "fix", "parse"].map(|command| tree.wirelint([command, "."]).run());
    let quiet = tree.wirelint(["check", "-q", "."]).run();
    let report = tree.wirelint(["check", "."]).args(JSON).run();
    // First of all, because nothing of the standard library can remove it.
    assert!(Command::new("rm").args(["-rf", "upper"]).current_dir(tree.root()).status().expect("rm").success());
    for output in outputs {
        let output = output.status(2).stderr_contains("File name too long\n");
        output.stderr_contains("1 file checked, 1 not checked");
    }
    quiet.status(2).stderr_contains("File name too long\n");
    assert_eq!(accounts(&report.status(2)), [2, 1, 0, 1]);
}

#[test]
fn what_may_not_be_read_is_a_problem() {
    let tree = Tree::new().file("clean.txt", CLEAN).file("shut/a.txt", CLEAN).file("secret.txt", CLEAN);
    let mode = |name: &str, mode| {
        fs::set_permissions(tree.path(name), fs::Permissions::from_mode(mode)).expect("permissions can be set");
    };
    mode("shut", 0o000);
    mode("secret.txt", 0o000);
    let command = tree.wirelint(["check", "."]).args(JSON).command();
    let output = not_as_root(command, tree.root());
    mode("shut", 0o755);
    let Some(output) = output else { return };
    assert_eq!(output.status.code(), Some(2));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let numbers = ["found", "checked", "skipped", "failed"].map(|key| report["summary"][key].as_u64());
    assert_eq!(numbers, [3, 1, 0, 2].map(Some));
    let messages = report["problems"].as_array().expect("problems");
    assert!(messages.iter().all(|problem| problem["message"] == "permission denied"), "{messages:?}");
}

#[test]
fn the_limit_of_size_is_what_is_asked_for() {
    let tree = Tree::new().file("a.txt", CLEAN);
    let size = CLEAN.len();
    for (most, code) in [(size.to_string(), 0), ((size - 1).to_string(), 2), ("1K".to_owned(), 0), ("0".to_owned(), 2)]
    {
        tree.wirelint(["check", "a.txt", "--max-bytes", &most]).run().status(code);
        tree.wirelint(["check", "-", "--max-bytes", &most]).stdin(CLEAN).run().status(code);
    }
    let output = tree.wirelint(["check", ".", "--max-bytes", "0"]).args(JSON).run().status(2);
    assert_eq!(accounts(&output), [1, 0, 0, 1]);
    assert_eq!(problems(&output), [("a.txt".to_owned(), "too-large".to_owned())]);
    tree.wirelint(["check", ".", "--max-bytes", "16MiB"]).run().status(2).stderr_contains("512K, 16M");
    tree.wirelint(["fix", "-", "--max-bytes", "3"]).stdin(DIRTY).run().status(2).stdout(DIRTY);
}

#[test]
fn files_that_the_system_makes_up_are_read() {
    // They say that they are empty, so that their size is no sign of a change.
    if fs::metadata("/proc/version").is_ok() {
        Tree::new().wirelint(["check", "/proc/version"]).run().status(1).stdout_contains("missing-field");
    }
}

#[test]
fn names_that_are_no_text_can_be_found_again() {
    let tree = Tree::new();
    if fs::write(tree.root().join(OsStr::from_bytes(b"a\xff.txt")), DIRTY).is_err() {
        return;
    }
    fs::write(tree.root().join(OsStr::from_bytes(b"b\xfe.txt")), b"\xff").expect("a file");
    let tree = tree.file("c.txt", DIRTY);
    let report = tree.wirelint(["check", "."]).args(JSON).run().status(2).json();
    let lines = tree.wirelint(["check", ".", "--output-format", "jsonl"]).run().status(2).out();
    for finding in report["findings"].as_array().expect("findings") {
        let wanted = (finding["path"] != "c.txt").then_some("Yf8udHh0");
        assert_eq!(finding.get("path_bytes").and_then(|bytes| bytes.as_str()), wanted, "{finding}");
    }
    assert_eq!(
        lines.lines().filter(|line| line.contains(r#""path_bytes":"Yf8udHh0""#)).count() * 2,
        lines.lines().count()
    );
    assert_eq!(report["problems"][0]["path_bytes"], "Yv4udHh0");
    tree.wirelint(["fix", "."]).run().status(2);
    let record = tree.wirelint(["parse", "."]).run().status(2).out();
    let record: serde_json::Value = serde_json::from_str(record.lines().next().expect("a record")).expect("JSON");
    assert_eq!(record["provenance"]["path_bytes"], "Yf8udHh0");
}
