//! The patch of `fix --diff`, applied by Git and by `patch`, is what `fix` writes.

use std::fs;

use crate::fixtures::{cases, fixed, name};
use crate::support::articles::{CLEAN, DIRTY};
use crate::support::programs::{git_apply, git_init, patch};
use crate::support::wirelint::Tree;

const ISOLATED: &str = "--isolated";

/// Files whose patches are hard to get right, each with what `check` says once it is repaired.
fn hard() -> Vec<(&'static str, String)> {
    vec![
        ("plain.txt", DIRTY.to_owned()),
        ("crlf.txt", DIRTY.replace('\n', "\r\n")),
        ("lone-cr.txt", DIRTY.replacen(".\u{a0}\n", ".\r", 1)),
        ("only-cr.txt", DIRTY.replace('\n', "\r")),
        ("bom.txt", format!("\u{feff}{DIRTY}")),
        ("bom-crlf.txt", format!("\u{feff}{}", DIRTY.replace('\n', "\r\n"))),
        ("no-final-newline.txt", DIRTY.trim_end().to_owned()),
        ("name with blanks.txt", DIRTY.to_owned()),
        ("sub/plain.txt", DIRTY.to_owned()),
        ("sub dir/deep er/name with blanks.txt", DIRTY.to_owned()),
        ("خبر.txt", DIRTY.to_owned()),
        ("clean.txt", CLEAN.to_owned()),
    ]
}

fn tree(files: &[(&str, String)]) -> Tree {
    files.iter().fold(Tree::new(), |tree, (name, text)| tree.file(name, text))
}

#[track_caller]
fn assert_same(files: &[(&str, String)], one: &Tree, other: &Tree) {
    for (name, _) in files {
        assert_eq!(one.read(name), other.read(name), "{name}");
    }
}

#[test]
fn the_patch_of_all_files_is_the_fix_of_all_files() {
    let files = hard();
    let [by_git, by_patch, by_fix] = [tree(&files), tree(&files), tree(&files)];
    let output = by_git.wirelint(["fix", "--diff", "."]).run().status(1);
    by_fix.wirelint(["fix", "."]).run();
    git_apply(by_git.root(), &output.stdout);
    assert_same(&files, &by_git, &by_fix);
    if patch(by_patch.root(), &output.stdout) {
        assert_same(&files, &by_patch, &by_fix);
    }
}

#[test]
fn the_patch_of_each_file_is_its_fix() {
    for (name, text) in hard() {
        let file = [(name, text)];
        let [by_git, by_patch, by_fix] = [tree(&file), tree(&file), tree(&file)];
        let output = by_git.wirelint(["fix", "--diff", name]).run();
        by_fix.wirelint(["fix", name]).run();
        if output.stdout.is_empty() {
            assert_eq!(by_fix.read(name), file[0].1, "{name}: a fix without a patch");
            continue;
        }
        git_apply(by_git.root(), &output.stdout);
        assert_same(&file, &by_git, &by_fix);
        if patch(by_patch.root(), &output.stdout) {
            assert_same(&file, &by_patch, &by_fix);
        }
    }
}

#[test]
fn what_is_patched_has_nothing_left_to_find() {
    let tree = tree(&hard());
    let output = tree.wirelint(["fix", "--diff", "."]).run().status(1);
    git_apply(tree.root(), &output.stdout);
    tree.wirelint(["check", "."]).run().status(0).stdout("");
    tree.wirelint(["fix", "--diff", "."]).run().status(0).stdout("");
}

#[test]
fn a_patch_made_below_the_root_of_a_repository_applies_there() {
    let files = [("desk/a.txt", DIRTY.to_owned()), ("desk/sub/b c.txt", DIRTY.to_owned())];
    let [by_git, by_fix] = [tree(&files), tree(&files)];
    git_init(by_git.root());
    let output = by_git.wirelint(["fix", "--diff", "."]).within("desk").run().status(1);
    assert!(output.out().starts_with("--- a/a.txt\n"), "{}", output.out());
    git_apply(&by_git.path("desk"), &output.stdout);
    by_fix.wirelint(["fix", "."]).within("desk").run();
    assert_same(&files, &by_git, &by_fix);
}

#[test]
fn the_patch_of_every_fixture_applies() {
    let tree = Tree::new();
    let cases: Vec<_> = cases().into_iter().filter(|case| !case.join("wirelint.toml").exists()).collect();
    let place = |case: &std::path::Path| format!("{}.txt", name(case));
    let tree = cases.iter().fold(tree, |tree, case| {
        let input = fs::read(case.join("input.txt")).expect("an input");
        tree.file(&place(case), input)
    });
    let output = tree.wirelint(["fix", "--diff", ISOLATED, "--now", "2024-07-01T00:00:00Z", "."]).run().status(1);
    git_apply(tree.root(), &output.stdout);
    for case in &cases {
        assert_eq!(tree.read(&place(case)).as_bytes(), fixed(case, &[]), "{}", name(case));
    }
}

#[test]
fn the_patch_is_all_that_is_on_stdout() {
    let tree = tree(&hard());
    let output = tree.wirelint(["fix", "--diff", "."]).run().status(1).stderr_contains("would be fixed");
    let out = output.out();
    let names: Vec<&str> = out.lines().filter_map(|line| line.strip_prefix("--- a/")).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    assert_eq!(names, sorted, "by path");
    assert!(!out.contains("diff --git"), "{out}");
    assert!(out.contains("+++ b/name with blanks.txt\t\n"), "{out}");
    let begins = |line: &str| line.starts_with(['-', '+', ' ', '@', '\\']) || line.is_empty();
    assert!(out.split('\n').all(begins), "{out}");
}

#[test]
fn colours_never_reach_a_patch_in_a_pipe() {
    for variable in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
        let tree = Tree::new().file("a.txt", DIRTY);
        let plain = tree.wirelint(["fix", "--diff", "a.txt"]).run();
        let forced = tree.wirelint(["fix", "--diff", "a.txt"]).env(variable, "1").run();
        assert_eq!(forced.out(), plain.out(), "{variable}");
    }
}
