//! When a file is still the one that was read, and when it is not: what a repair of the old text must not overwrite.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;

use wirelint::files::{self, Disk, LARGEST_FILE, Policy, Reader, System, Target, Writer};

use super::*;

const CHANGED: &str = "not written: the file has changed since it was read";

/// Reads `a.txt`, lets `change` happen, and prepares another text for it. Returns why that is refused; what is not goes in.
fn prepared_after(tree: &Tree, staged: Option<&str>, change: impl FnOnce()) -> Result<(), String> {
    let disk = System::new();
    let staged = staged.map(|text| text.as_bytes().to_vec());
    let target = Target { staged, ..Target::new("a.txt".to_owned(), tree.path("a.txt")) };
    let original = Reader::new(&disk, LARGEST_FILE).read(&target).expect("a file");
    change();
    let writer = Writer { disk: &disk, policy: Policy { break_hard_links: true, ..Policy::default() } };
    let prepared = writer.prepare(&target, &original, b"new\n").map_err(|problem| problem.message)?;
    let finished = writer.finish(&[prepared]).into_iter().collect::<Result<(), _>>();
    finished.expect("what has changed is refused before anything is written");
    Ok(())
}

fn with_two_names() -> Tree {
    let tree = Tree::new().file("a.txt", "old\n");
    fs::hard_link(tree.path("a.txt"), tree.path("b.txt")).expect("a second name");
    tree
}

fn only_names(tree: &Tree) -> Vec<String> {
    let entries = fs::read_dir(tree.root()).expect("a directory");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
    names.sort();
    names
}

#[test]
fn a_file_of_several_names_may_lose_one_meanwhile() {
    let tree = with_two_names();
    let result = prepared_after(&tree, None, || fs::remove_file(tree.path("b.txt")).expect("a file"));
    assert_eq!((result, tree.read("a.txt").as_str()), (Ok(()), "new\n"));
}

#[test]
fn a_file_of_several_names_that_is_saved_by_another_one_is_not_overwritten() {
    let tree = with_two_names();
    let result = prepared_after(&tree, None, || fs::write(tree.path("b.txt"), "saved\n").expect("a file"));
    assert_eq!((result, tree.read("a.txt").as_str()), (Err(CHANGED.to_owned()), "saved\n"));
    assert_eq!(only_names(&tree), ["a.txt", "b.txt"]);
}

#[test]
fn another_file_in_its_place_is_not_overwritten_even_if_it_says_the_same() {
    let tree = with_two_names();
    let result = prepared_after(&tree, None, || {
        fs::write(tree.path("c.txt"), "old\n").expect("a file");
        fs::rename(tree.path("c.txt"), tree.path("a.txt")).expect("a file");
    });
    assert_eq!((result, tree.read("a.txt").as_str()), (Err(CHANGED.to_owned()), "old\n"));
}

#[test]
fn a_file_of_one_name_is_as_it_was_read_in_every_respect() {
    let tree = Tree::new().file("a.txt", "old\n");
    assert_eq!(prepared_after(&tree, None, || {}), Ok(()));
    let private = Permissions::from_mode(0o600);
    let result = prepared_after(&tree, None, || fs::set_permissions(tree.path("a.txt"), private).expect("a file"));
    assert_eq!((result, tree.read("a.txt").as_str()), (Err(CHANGED.to_owned()), "new\n"));
}

#[test]
fn what_is_not_staged_yet_is_not_overwritten() {
    let tree = Tree::new().file("a.txt", "not staged\n");
    assert_eq!(prepared_after(&tree, Some("old\n"), || {}), Err(CHANGED.to_owned()));
    assert_eq!((tree.read("a.txt").as_str(), only_names(&tree)), ("not staged\n", vec!["a.txt".to_owned()]));
    assert_eq!(prepared_after(&tree, Some("not staged\n"), || {}), Ok(()));
    assert_eq!(tree.read("a.txt"), "new\n");
}

#[test]
fn a_new_text_that_somebody_has_removed_is_not_said_to_be_left() {
    let tree = Tree::new().file("a.txt", "old\n");
    let disk = System::new();
    let target = Target::new("a.txt".to_owned(), tree.path("a.txt"));
    let original = Reader::new(&disk, LARGEST_FILE).read(&target).expect("a file");
    let writer = Writer { disk: &disk, policy: Policy::default() };
    let prepared = writer.prepare(&target, &original, b"new\n").expect("room");
    for name in only_names(&tree).iter().filter(|name| name.starts_with('.')) {
        fs::remove_file(tree.path(name)).expect("a temporary file");
    }
    let results = writer.finish(&[prepared]);
    let said: Vec<String> = results.into_iter().map(|result| result.expect_err("no new text").message).collect();
    assert_eq!(said, ["not written: no such file or directory"]);
    assert_eq!(tree.read("a.txt"), "old\n");
}

/// What becomes of `a.txt` if `change` happens between preparing a new text and putting it in place.
fn finished_after(tree: &Tree, change: impl FnOnce()) -> Result<(), String> {
    let disk = System::new();
    let target = Target::new("a.txt".to_owned(), tree.path("a.txt"));
    let original = Reader::new(&disk, LARGEST_FILE).read(&target).expect("a file");
    let writer = Writer { disk: &disk, policy: Policy { break_hard_links: true, ..Policy::default() } };
    let prepared = writer.prepare(&target, &original, b"new\n").expect("room");
    change();
    let result = writer.finish(&[prepared]).into_iter().collect::<Result<(), _>>();
    result.map_err(|problem| problem.message)
}

#[test]
fn a_mode_that_is_set_meanwhile_is_not_lost() {
    let tree = Tree::new().file("a.txt", "old\n");
    let private = Permissions::from_mode(0o600);
    let result = finished_after(&tree, || fs::set_permissions(tree.path("a.txt"), private).expect("a file"));
    assert_eq!((result, tree.read("a.txt").as_str()), (Err(CHANGED.to_owned()), "old\n"));
    let mode = fs::metadata(tree.path("a.txt")).expect("a file").permissions().mode();
    assert_eq!((mode & 0o777, only_names(&tree)), (0o600, vec!["a.txt".to_owned()]));
}

#[test]
fn a_name_that_goes_meanwhile_is_no_change() {
    let tree = with_two_names();
    let result = finished_after(&tree, || fs::remove_file(tree.path("b.txt")).expect("a file"));
    assert_eq!((result, tree.read("a.txt").as_str()), (Ok(()), "new\n"));
}

#[test]
fn a_file_that_was_prepared_twice_is_replaced_once_and_counted_once() {
    let tree = Tree::new().file("a.txt", "old\n").directory("sub");
    let disk = System::new();
    let writer = Writer { disk: &disk, policy: Policy::default() };
    let prepared = ["a.txt", "sub/../a.txt"].map(|name| {
        let target = Target::new(name.to_owned(), tree.path(name));
        let original = Reader::new(&disk, LARGEST_FILE).read(&target).expect("a file");
        writer.prepare(&target, &original, b"new\n").expect("room")
    });
    let results: Result<Vec<()>, _> = writer.finish(&prepared).into_iter().collect();
    assert_eq!(results.map_err(|problem| problem.message), Ok(vec![(), ()]));
    assert_eq!((tree.read("a.txt").as_str(), only_names(&tree)), ("new\n", vec!["a.txt".to_owned(), "sub".to_owned()]));
    let mut replaced = 0;
    disk.temporaries().abandon(|number| replaced = number);
    assert_eq!(replaced, 1);
}

#[test]
fn a_report_keeps_the_mode_of_the_one_before_and_a_read_only_one_stays() {
    let tree = Tree::new().file("r.json", "old");
    let (disk, path) = (System::new(), tree.path("r.json"));
    let set_mode = |mode| fs::set_permissions(&path, Permissions::from_mode(mode)).expect("a file");
    set_mode(0o640);
    files::write(&disk, &path, "r.json", "new").expect("a report");
    let mode = fs::metadata(&path).expect("a file").permissions().mode();
    assert_eq!((mode & 0o777, tree.read("r.json").as_str()), (0o640, "new"));
    set_mode(0o440);
    let problem = files::write(&disk, &path, "r.json", "newer").expect_err("read-only");
    assert_eq!(problem.message, "the report could not be written: the file is read-only");
    assert_eq!((tree.read("r.json").as_str(), only_names(&tree)), ("new", vec!["r.json".to_owned()]));
}
