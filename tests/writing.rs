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

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;
    use crate::support::programs::make_pipe;

    #[test]
    fn the_mode_stays() {
        for mode in [0o640, 0o600, 0o755, 0o664] {
            let tree = Tree::new().file("a.txt", DIRTY);
            fs::set_permissions(tree.path("a.txt"), fs::Permissions::from_mode(mode)).expect("permissions can be set");
            tree.wirelint(["fix", "a.txt"]).run().status(0);
            let after = fs::metadata(tree.path("a.txt")).expect("a file").permissions().mode();
            assert_eq!(after & 0o7777, mode, "{mode:o}");
            assert_ne!(tree.read("a.txt"), DIRTY);
        }
    }

    #[test]
    fn a_named_link_stays_a_link_and_its_target_is_fixed() {
        let tree = Tree::new().file("store/a.txt", DIRTY);
        symlink("store/a.txt", tree.path("link.txt")).expect("links can be made");
        tree.wirelint(["fix", "link.txt"]).run().status(0).stderr_contains("link.txt: fixed");
        assert!(fs::symlink_metadata(tree.path("link.txt")).expect("a link").file_type().is_symlink());
        assert_ne!(tree.read("store/a.txt"), DIRTY);
    }

    #[test]
    fn links_met_on_the_way_are_not_followed() {
        let outside = Tree::new().file("a.txt", DIRTY).file("dir/b.txt", DIRTY);
        let tree = Tree::new().file("clean.txt", CLEAN);
        symlink(outside.path("a.txt"), tree.path("file.txt")).expect("links can be made");
        symlink(outside.path("dir"), tree.path("directory")).expect("links can be made");
        symlink(tree.root(), tree.path("loop")).expect("links can be made");
        symlink("nowhere", tree.path("dangling.txt")).expect("links can be made");
        tree.wirelint(["fix", "."]).run().status(0).stdout("").stderr_contains("1 file checked, 2 skipped");
        assert_eq!(outside.read("a.txt"), DIRTY);
        assert_eq!(outside.read("dir/b.txt"), DIRTY);
        tree.wirelint(["check", "dangling.txt"]).run().status(2);
    }

    #[test]
    fn pipes_and_devices_are_not_waited_for() {
        let tree = Tree::new().file("clean.txt", CLEAN);
        if !make_pipe(tree.root(), "pipe.txt") {
            return;
        }
        for command in ["check", "fix", "parse"] {
            tree.wirelint([command, "."]).run().status(0).stderr_contains("1 file checked, 1 skipped");
            tree.wirelint([command, "pipe.txt"]).run().status(2).stderr_contains("pipe.txt: not a regular file");
            tree.wirelint([command, "/dev/null"]).run().status(2).stderr_contains("not a regular file");
        }
    }
}
