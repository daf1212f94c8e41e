//! Owners, modes, links and attributes: what a file has beside its text under Unix.

use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};

#[cfg(target_os = "linux")]
use wirelint::files::{Disk, System};

use super::*;
use crate::support::programs::{NOBODY, make_pipe, not_as_root};

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

#[test]
fn a_file_with_several_names_is_refused_unless_it_is_asked_for() {
    let tree = Tree::new().file("a.txt", DIRTY);
    fs::hard_link(tree.path("a.txt"), tree.path("b.txt")).expect("hard links can be made");
    let inode = |name: &str| fs::metadata(tree.path(name)).expect("a file").ino();
    let output =
        tree.wirelint(["fix", "."]).run().status(2).stderr_contains("a.txt: not written: the file has 1 more name");
    output.stderr_contains("b.txt: not written: the file has 1 more name").stderr_contains("--break-hard-links");
    assert_eq!((tree.read("a.txt"), inode("a.txt")), (DIRTY.to_owned(), inode("b.txt")));
    tree.wirelint(["fix", ".", "--break-hard-links"]).run().status(0).stderr_contains("2 files fixed");
    assert_ne!(tree.read("a.txt"), DIRTY);
    assert_eq!(tree.read("a.txt"), tree.read("b.txt"));
    assert_ne!(inode("a.txt"), inode("b.txt"));
    assert_eq!(names(&tree), ["a.txt", "b.txt"]);
}

#[test]
fn a_link_that_leads_elsewhere_is_followed_only_if_that_is_asked_for() {
    let outside = Tree::new().file("a.txt", DIRTY).file("dir/b.txt", DIRTY).file("dir/c.txt", DIRTY);
    let tree = Tree::new().file("sub/clean.txt", CLEAN);
    symlink(outside.path("a.txt"), tree.path("a.txt")).expect("links can be made");
    symlink(outside.path("dir"), tree.path("dir")).expect("links can be made");
    for args in [&["fix", "a.txt", "dir"][..], &["fix", "a.txt", "dir/b.txt", "dir/c.txt"]] {
        let output = tree.wirelint(args).run().status(2).stderr_contains("a.txt: not written: it is a link that leads");
        output.stderr_contains("dir/b.txt: not written").stderr_contains("dir/c.txt: not written");
    }
    let from_elsewhere = tree.path("a.txt");
    let output = outside.wirelint(["fix"]).within("dir").args([&from_elsewhere]).run();
    output.status(2).stderr_contains("a.txt: not written: it is a link");
    assert_eq!([outside.read("a.txt"), outside.read("dir/b.txt")], [DIRTY, DIRTY]);
    // To look is free.
    tree.wirelint(["check", "a.txt", "dir"]).run().status(1).stderr_contains("3 files checked");
    tree.wirelint(["fix", "--follow-outside", "a.txt", "dir"]).run().status(0).stderr_contains("3 files fixed");
    assert!(fs::symlink_metadata(tree.path("a.txt")).expect("a link").is_symlink());
    tree.wirelint(["check", "a.txt", "dir"]).run().status(0);
    // What is named without a link is meant.
    let tree = tree.file("sub/dirty.txt", DIRTY).directory("beside");
    tree.wirelint(["fix", "../sub"]).within("beside").run().status(0).stderr_contains("1 file fixed");
}

#[test]
fn the_owner_stays_or_the_file_does() {
    let tree = Tree::new().file("a.txt", DIRTY);
    let owned = |name: &str| {
        let metadata = fs::metadata(tree.path(name)).expect("a file");
        (metadata.uid(), metadata.gid(), metadata.mode() & 0o7777)
    };
    fs::set_permissions(tree.path("a.txt"), fs::Permissions::from_mode(0o666)).expect("permissions can be set");
    if chown(tree.path("a.txt"), Some(12345), Some(23456)).is_err() {
        // Only root gives files away, so that there is no foreign file to try it with.
        return;
    }
    let output = not_as_root(tree.wirelint(["fix", "a.txt"]).command(), tree.root());
    if let Some(output) = output {
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(said.contains("a.txt: not written: it belongs to another owner"), "{said}");
        assert_eq!(tree.read("a.txt"), DIRTY);
    }
    tree.wirelint(["fix", "a.txt"]).run().status(0);
    assert_ne!(tree.read("a.txt"), DIRTY);
    assert_eq!(owned("a.txt"), (12345, 23456, 0o666));
    assert_eq!(names(&tree), ["a.txt"]);
    fs::write(tree.path("own.md"), "").expect("a file");
    let (own_user, own_group, _) = owned("own.md");
    for (user, group) in [(12345, own_group), (own_user, 23456)] {
        fs::write(tree.path("a.txt"), DIRTY).expect("a file");
        chown(tree.path("a.txt"), Some(user), Some(group)).expect("root gives files away");
        tree.wirelint(["fix", "a.txt"]).run().status(0);
        assert_eq!(owned("a.txt"), (user, group, 0o666));
    }
}

/// An access list: what the owner, the user 12345, the group and others may do.
#[cfg(target_os = "linux")]
fn access_list() -> Vec<u8> {
    let entries: [(u16, u16, u32); 5] =
        [(1, 6, u32::MAX), (2, 4, 12345), (4, 4, u32::MAX), (16, 4, u32::MAX), (32, 0, u32::MAX)];
    let entry =
        |(tag, may, who): (u16, u16, u32)| [&tag.to_le_bytes()[..], &may.to_le_bytes(), &who.to_le_bytes()].concat();
    [2_u32.to_le_bytes().to_vec()].into_iter().chain(entries.into_iter().map(entry)).flatten().collect()
}

#[cfg(target_os = "linux")]
#[test]
#[allow(clippy::print_stderr, reason = "said to whoever reads the output of the tests")]
fn attributes_and_access_lists_stay() {
    use rustix::buffer::spare_capacity;
    use rustix::fs::{XattrFlags, getxattr, setxattr};

    let (acl, default) = ("system.posix_acl_access", "system.posix_acl_default");
    let get = |tree: &Tree, name: &str| {
        let mut value = Vec::with_capacity(1000);
        getxattr(tree.path("a.txt"), name, spare_capacity(&mut value)).ok().map(|_| value)
    };
    for (name, value) in [("user.desk", b"foreign".to_vec()), ("user.empty", Vec::new()), (acl, access_list())] {
        let tree = Tree::new().file("a.txt", DIRTY);
        if setxattr(tree.path("a.txt"), name, &value, XattrFlags::empty()).is_err() {
            eprintln!("this file system has no `{name}`: it was not tried");
            continue;
        }
        let before = fs::metadata(tree.path("a.txt")).expect("a file").mode();
        tree.wirelint(["fix", "a.txt"]).run().status(0);
        assert_ne!(tree.read("a.txt"), DIRTY);
        assert_eq!(get(&tree, name), Some(value), "{name}");
        assert_eq!(fs::metadata(tree.path("a.txt")).expect("a file").mode(), before, "{name}");
    }
    // What the directory hands down to new files is not handed down to an old one.
    let tree = Tree::new().file("a.txt", DIRTY);
    if setxattr(tree.root(), default, &access_list(), XattrFlags::empty()).is_ok() {
        tree.wirelint(["fix", "a.txt"]).run().status(0);
        assert_ne!(tree.read("a.txt"), DIRTY);
        assert_eq!(get(&tree, acl), None);
    }
}

/// What goes to the disk can be seen only where the system refuses to bring it there: of a pipe there is nothing to bring,
/// and a directory whose names nobody may read is not opened for it.
#[cfg(target_os = "linux")]
#[test]
fn the_system_is_asked_to_bring_texts_and_names_to_the_disk() {
    let open = |tree: &Tree| fs::File::open(tree.path("a.txt")).expect("a file");
    assert!(System::new().sync(&open(&Tree::new().file("a.txt", DIRTY))).is_ok());
    let (_reader, writer) = std::io::pipe().expect("a pipe");
    assert!(System::new().sync(&fs::File::from(std::os::fd::OwnedFd::from(writer))).is_err());

    // Of one file the directory is synced, of many the file system before.
    for (count, is_written) in [(1, true), (16, false)] {
        let names: Vec<String> = (0..count).map(|number| format!("d/{number}.txt")).collect();
        let tree = names.iter().fold(Tree::new(), |tree, name| tree.file(name, DIRTY));
        let directory = tree.path("d");
        let may = |mode| fs::set_permissions(&directory, fs::Permissions::from_mode(mode)).expect("permissions");
        may(0o300);
        for path in names.iter().map(|name| tree.path(name)).chain([directory.clone()]) {
            // Only root may, and only for root another user runs the command.
            drop(chown(path, Some(NOBODY), Some(NOBODY)));
        }
        let args = ["fix", "--isolated"].into_iter().chain(names.iter().map(String::as_str));
        let output = not_as_root(tree.wirelint(args).command(), tree.root());
        may(0o700);
        let Some(output) = output else { return };
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{err}");
        assert_eq!(err.contains("written, but the disk does not confirm it"), is_written, "{err}");
        assert!(names.iter().all(|name| (tree.read(name) != DIRTY) == is_written), "{err}");
    }
}

/// A pipe can be given no attributes, and stands for a file system that reads more of them than it writes.
#[cfg(target_os = "linux")]
#[test]
#[allow(clippy::print_stderr, reason = "said to whoever reads the output of the tests")]
fn an_attribute_that_a_new_file_cannot_be_given_is_an_error() {
    use rustix::fs::{XattrFlags, setxattr};

    let tree = Tree::new().file("a.txt", DIRTY);
    let open = || fs::File::open(tree.path("a.txt")).expect("a file");
    let pipe = || fs::File::from(std::os::fd::OwnedFd::from(std::io::pipe().expect("a pipe").1));
    assert!(System::new().liken(&pipe(), &open()).is_ok());
    if setxattr(tree.path("a.txt"), "user.desk", b"foreign", XattrFlags::empty()).is_err() {
        eprintln!("this file system has no attributes: it was not tried");
        return;
    }
    let error = System::new().liken(&pipe(), &open()).expect_err("an attribute");
    assert_eq!(error.to_string(), "it has the attribute `user.desk`, which a new file can't be given");
}

/// A full disk, as a shell makes one: no file may be larger than 4 KiB.
#[test]
fn a_write_that_fails_half_way_costs_nothing() {
    let long = format!("{DIRTY}\n{}", "They met again, and nothing came of it.\n\n".repeat(2000));
    let tree = Tree::new().file("a.txt", &long).file("b.txt", &long);
    let mut command = std::process::Command::new("sh");
    let script = "trap '' XFSZ; ulimit -f 8; exec \"$0\" fix .";
    command.args(["-c", script, crate::support::wirelint::WIRELINT]).current_dir(tree.root());
    let output = command.output().expect("a shell");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("a.txt: not written: File too large"), "{said}");
    assert_eq!([tree.read("a.txt"), tree.read("b.txt")], [long.as_str(), long.as_str()]);
    assert_eq!(names(&tree), ["a.txt", "b.txt"]);
    tree.wirelint(["fix", "."]).run();
    assert_ne!(tree.read("a.txt"), long);
}
