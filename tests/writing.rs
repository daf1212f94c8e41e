//! What `fix` does to files beside changing their text: nothing.

use std::fs;
use std::time::{Duration, SystemTime};

use crate::support::articles::{CLEAN, DIRTY};
use crate::support::wirelint::Tree;

/// The names in the root of a tree, sorted.
fn names(tree: &Tree) -> Vec<String> {
    let entries = fs::read_dir(tree.root()).expect("a directory");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn files_without_repairs_are_not_touched() {
    let hopeless = CLEAN.replace("170204", "x");
    let tree = Tree::new().file("clean.txt", CLEAN).file("dirty.txt", DIRTY).file("hopeless.txt", &hopeless);
    let past = SystemTime::now() - Duration::from_secs(1_000_000);
    let touch = |name: &str| {
        let file = fs::OpenOptions::new().write(true).open(tree.path(name)).expect("a file");
        file.set_modified(past).expect("times can be set");
    };
    let modified = |name: &str| fs::metadata(tree.path(name)).and_then(|data| data.modified()).expect("a time");
    ["clean.txt", "dirty.txt", "hopeless.txt"].into_iter().for_each(touch);
    let before = modified("clean.txt");
    for option in ["--diff", "--check"] {
        tree.wirelint(["fix", option, "."]).run().status(1);
        assert_eq!(modified("dirty.txt"), before, "{option}");
    }
    tree.wirelint(["fix", "."]).run().status(1);
    assert_eq!(modified("clean.txt"), before);
    assert_eq!(modified("hopeless.txt"), before);
    assert_ne!(modified("dirty.txt"), before);
}

#[test]
fn nothing_else_is_left_in_the_directory() {
    let tree = Tree::new().file("a.txt", DIRTY).file("b.txt", DIRTY);
    tree.wirelint(["fix", "."]).run().status(0);
    assert_eq!(names(&tree), ["a.txt", "b.txt"]);
}

#[test]
fn a_file_named_twice_is_fixed_once() {
    let tree = Tree::new().file("a.txt", DIRTY).directory("sub");
    tree.wirelint(["fix", "a.txt", "./a.txt", ".", "sub/../a.txt"]).run().status(0).stderr_contains("1 file checked");
    tree.wirelint(["check", "a.txt"]).run().status(0);
}

#[test]
fn a_read_only_file_stays_as_it_is() {
    let tree = Tree::new().file("a.txt", DIRTY).file("b.txt", DIRTY);
    let mut permissions = fs::metadata(tree.path("a.txt")).expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(tree.path("a.txt"), permissions).expect("permissions can be set");
    tree.wirelint(["fix", "."]).run().status(2).stderr_contains("a.txt: not written: the file is read-only");
    assert_eq!(tree.read("a.txt"), DIRTY);
    assert_ne!(tree.read("b.txt"), DIRTY, "the others are still fixed");
    assert_eq!(names(&tree), ["a.txt", "b.txt"]);
}

#[test]
fn what_an_ended_run_has_left_is_named_and_left_alone() {
    let tree = Tree::new().file("a/a.txt", DIRTY).file("a/.wirelint-0123.tmp", DIRTY).file("b/.wirelint-0.tmp", DIRTY);
    let output = tree.wirelint(["fix", "."]).run().status(0).stderr_contains("note: a/.wirelint-0123.tmp was left by");
    assert!(!output.err().contains("b/.wirelint"), "nothing is written there");
    assert_eq!(tree.read("a/.wirelint-0123.tmp"), DIRTY);
    let many = (0..9).fold(Tree::new().file("a.txt", DIRTY), |tree, n| tree.file(&format!(".wirelint-{n}.tmp"), ""));
    let output = many.wirelint(["fix", "."]).run().status(0).stderr_contains("note: there are 4 more such files\n");
    assert_eq!(output.err().matches("was left by").count(), 5);
    for args in [&["check", "."][..], &["fix", "-q", "."], &["fix", "--check", "."]] {
        assert!(!tree.wirelint(args).run().status(0).err().contains(".wirelint-"), "{args:?}");
    }
    // Even where everything is an article, it is none; but nobody hides one from a check by its name.
    let tree = tree.file("wirelint.toml", "files = { include = ['*'] }");
    let changed = ["check", "--changed", "--output-format", "json"];
    crate::support::programs::git_init(tree.root());
    let report = tree.wirelint(changed).run().status(1).json();
    assert_eq!(report["summary"]["skipped"], 2);
    tree.wirelint(["check", ".", "--untrusted", "--config", "wirelint.toml"])
        .run()
        .status(1)
        .stdout_contains(".tmp:1:");
}

#[test]
fn a_copy_need_not_reach_the_disk() {
    let tree = Tree::new().file("a.txt", DIRTY).file("b.txt", DIRTY);
    tree.wirelint(["fix", ".", "--sync", "none"]).run().status(0).stderr_contains("2 files fixed");
    tree.wirelint(["check", "."]).run().status(0);
    assert_eq!(names(&tree), ["a.txt", "b.txt"]);
}

#[cfg(unix)]
mod prepared;
#[cfg(unix)]
mod unix;
