//! Which files are checked, and that nobody is fooled about the others.

use std::process::Command;

use crate::support::articles::{CLEAN, DIRTY};
use crate::support::wirelint::Tree;

fn git(tree: &Tree, args: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(tree.root()).args(["-c", "user.name=t", "-c", "user.email=t@example.org"]).args(args);
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(name);
    }
    let output = command.env("GIT_CONFIG_GLOBAL", tree.path("no-such-file")).output().expect("git is installed");
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The files that a run with `args` checks.
fn checked(tree: &Tree, args: &[&str]) -> Vec<String> {
    let output = tree.wirelint(["check", "--show-files"]).args(args).run().status(0);
    output.out().lines().map(str::to_owned).collect()
}

#[test]
fn exclusions_replace_extend_and_reach_named_files_on_request() {
    let tree = Tree::new()
        .file("a.txt", CLEAN)
        .file("drafts/b.txt", DIRTY)
        .file("old/c.txt", DIRTY)
        .file("wirelint.toml", "files.exclude = ['drafts/']\n");
    assert_eq!(checked(&tree, &[]), ["a.txt", "old/c.txt"]);
    assert_eq!(checked(&tree, &["--extend-exclude", "old/"]), ["a.txt"]);
    assert_eq!(checked(&tree, &["--exclude", "old/"]), ["a.txt", "drafts/b.txt"]);
    assert_eq!(checked(&tree, &["drafts/b.txt"]), ["drafts/b.txt"]);
    let forced = ["check", "--force-exclude", "a.txt", "drafts/b.txt"];
    tree.wirelint(forced).run().status(0).stderr("1 file checked, 1 skipped (1 excluded): nothing to report\n");
    let none = ["check", "--force-exclude", "drafts/b.txt"];
    let output = tree.wirelint(none).run().status(2);
    output.stderr_contains("the one that was found is left out");
    tree.wirelint(none).args(["--allow-empty"]).run().status(0);
}

#[test]
fn show_files_says_why() {
    let tree = Tree::new().file("a.txt", CLEAN).file("drafts/b.txt", DIRTY);
    let output = tree.wirelint(["check", "--show-files", "--why", "--exclude", "drafts/"]).run().status(0);
    output.stdout("checked  a.txt\nskipped  drafts/b.txt (excluded)\n");
}

#[test]
fn paths_come_from_a_list() {
    let tree = Tree::new().file("a b.txt", CLEAN).file("c.txt", CLEAN).file("d.txt", DIRTY);
    let tree = tree.file("list", "a b.txt\r\nc.txt\n").file("zeros", "a b.txt\0c.txt\0").file("args", "check\nc.txt\n");
    let wanted = "2 files checked: nothing to report\n";
    tree.wirelint(["check", "--files-from", "list"]).run().status(0).stderr(wanted);
    tree.wirelint(["check", "--files-from", "zeros", "-0"]).run().status(0).stderr(wanted);
    tree.wirelint(["check", "--files-from", "-"]).stdin("c.txt\na b.txt\n").run().status(0).stderr(wanted);
    tree.wirelint(["@args"]).run().status(0).stderr("1 file checked: nothing to report\n");
    tree.wirelint(["@no-such-file"]).run().status(2).stderr_contains("no-such-file");
    tree.wirelint(["check", "--files-from", "no-such-file"]).run().status(2).stderr_contains("no-such-file");
}

#[test]
fn git_says_what_has_changed() {
    let tree = Tree::new().file("old.txt", CLEAN).file("sub/changed.txt", CLEAN).file("staged.txt", CLEAN);
    git(&tree, &["init", "--quiet"]);
    git(&tree, &["add", "."]);
    git(&tree, &["commit", "--quiet", "-m", "x"]);
    let nothing = tree.wirelint(["check", "--changed"]).run().status(2);
    nothing.stderr_contains("no article has changed");
    let tree = tree.file("sub/changed.txt", DIRTY).file("staged.txt", DIRTY).file("new.txt", CLEAN).file("new.md", "x");
    git(&tree, &["add", "staged.txt"]);
    assert_eq!(checked(&tree, &["--staged"]), ["staged.txt"]);
    assert_eq!(checked(&tree, &["--changed"]), ["new.txt", "staged.txt", "sub/changed.txt"]);
    assert_eq!(checked(&tree, &["--changed", "sub"]), ["sub/changed.txt"]);
    git(&tree, &["commit", "--quiet", "-a", "-m", "y"]);
    assert_eq!(checked(&tree, &["--changed=HEAD~1"]), ["new.txt", "staged.txt", "sub/changed.txt"]);
    let within = tree.wirelint(["check", "--show-files", "--changed=HEAD~1"]).within("sub").run().status(0);
    within.stdout("changed.txt\n");
    let unknown = tree.wirelint(["check", "--changed=nowhere"]).run().status(2);
    unknown.stderr_contains("there is no revision `nowhere`");
    tree.wirelint(["check", "--changed=--output=x"]).run().status(2).stderr_contains("there is no revision");
}

#[test]
fn what_is_staged_is_what_is_judged() {
    let tree = Tree::new().file("a.txt", DIRTY).file("gone.txt", CLEAN);
    git(&tree, &["init", "--quiet"]);
    let new = tree.wirelint(["check", "--show-files", "--changed"]).run().status(0);
    new.stdout("a.txt\ngone.txt\n");
    git(&tree, &["add", "."]);
    let tree = tree.file("a.txt", CLEAN);
    std::fs::remove_file(tree.path("gone.txt")).expect("a file can be removed");
    let staged = tree.wirelint(["check", "--staged"]).run().status(1).stdout_contains("a.txt:5:1: error");
    staged.stderr_contains("2 files checked");
    // What is in the working tree is not what was checked, so it is not replaced.
    let refused = tree.wirelint(["fix", "--staged"]).run().status(2);
    refused.stderr_contains("a.txt: not written: the file has changed since it was read");
    assert_eq!(tree.read("a.txt"), CLEAN);
}

#[test]
fn a_mistyped_word_is_never_a_green_run() {
    let tree = Tree::new().file("a.txt", CLEAN);
    let outside = tree.wirelint(["check", "--staged"]).run().status(2);
    outside.stderr_contains("this directory is in no git repository");
    git(&tree, &["init", "--quiet"]);
    git(&tree, &["add", "."]);
    let missing = tree.wirelint(["check", "--staged", "a.txt", "nope", "--allow-empty"]).run().status(2);
    missing.stderr_contains("nope: no such file or directory");
    tree.wirelint(["check", "--staged", "--files-from", "nope"]).run().status(2).stderr_contains("cannot be used with");
    tree.wirelint(["check", "a.txt", "--stdin-filename", "b.txt"]).run().status(2).stderr_contains("`-` is not among");
    for glob in ["", "!a.txt", "#x", "../x", "["] {
        tree.wirelint(["check", ".", "--exclude", glob]).run().status(2).stderr_contains("--exclude: ");
    }
    tree.wirelint(["check", ".", "--extend-exclude", "./a.txt", "--allow-empty"])
        .run()
        .status(0)
        .stderr_contains("1 excluded");
}

#[test]
fn standard_input_can_have_a_name() {
    let tree = Tree::new().file("wirelint.toml", "files.exclude = ['drafts/']\n");
    let named = ["check", "-", "--stdin-filename", "drafts/a.txt"];
    tree.wirelint(named).stdin(DIRTY).run().status(1).stdout_contains("drafts/a.txt:5:1: error");
    let excluded = ["fix", "-", "--force-exclude", "--stdin-filename", "drafts/a.txt"];
    tree.wirelint(excluded).stdin(DIRTY).run().status(0).stdout(DIRTY);
}

#[test]
fn what_strangers_send_cannot_hide() {
    let tree = Tree::new()
        .file("in/a.txt", CLEAN)
        .file("in/.hidden.txt", DIRTY)
        .file("in/ignored.txt", DIRTY)
        .file("in/.gitignore", "ignored.txt\n")
        .file("wirelint.toml", "select = ['tab']\n")
        .directory("in/.git");
    assert_eq!(checked(&tree, &["in"]), ["in/a.txt"]);
    assert_eq!(checked(&tree, &["in", "--no-respect-gitignore"]), ["in/a.txt", "in/ignored.txt"]);
    assert_eq!(checked(&tree, &["in", "--untrusted"]), ["in/.hidden.txt", "in/a.txt", "in/ignored.txt"]);
    tree.wirelint(["check", "in", "--untrusted"]).run().status(1).stdout_contains("duplicate-headline");
    tree.wirelint(["check", "in", "--untrusted", "--config", "wirelint.toml"]).run().status(0);
}

#[cfg(unix)]
#[test]
fn what_strangers_send_has_no_links() {
    let tree = Tree::new().file("in/a.txt", CLEAN).file("outside.txt", CLEAN);
    std::os::unix::fs::symlink(tree.path("outside.txt"), tree.path("in/link.txt")).expect("links can be made");
    tree.wirelint(["check", "in"]).run().status(0).stderr_contains("1 skipped (1 link)");
    let refused = tree.wirelint(["check", "in", "--untrusted"]).run().status(2);
    refused.stderr_contains("in/link.txt: left out (link)");
    tree.wirelint(["check", "in/link.txt"]).run().status(0);
    tree.wirelint(["check", "in/link.txt", "--untrusted"]).run().status(2).stderr_contains("links are not followed");
}

#[test]
fn tolerance_never_lowers_what_could_not_be_done() {
    let tree = Tree::new().file("a.txt", DIRTY);
    let warned = ["check", ".", "--select", "no-break-space"];
    tree.wirelint(warned).args(["--max-warnings", "2"]).run().status(0);
    let more = tree.wirelint(warned).args(["--max-warnings", "1"]).run().status(1);
    more.stderr_contains("more warnings than tolerated");
    tree.wirelint(["check", ".", "--max-warnings", "99"]).run().status(1);
    tree.wirelint(["check", ".", "--exit-zero"]).run().status(0).stdout_contains("error[");
    tree.wirelint(["fix", "--diff", ".", "--exit-zero"]).run().status(0).stdout_contains("+++ b/a.txt");
    tree.wirelint(["check", ".", "missing.txt", "--exit-zero"]).run().status(2);
}

#[test]
fn statistics_count_by_rule() {
    let tree = Tree::new().file("a.txt", DIRTY);
    let output = tree.wirelint(["check", ".", "-q", "--statistics"]).run().status(1);
    let rows: Vec<String> = output.err().lines().map(str::to_owned).collect();
    assert_eq!(rows[0], "2  extra-blank-line");
    assert!(rows.contains(&"1  duplicate-headline".to_owned()), "{rows:?}");
}
