//! What a search finds, asked of the library: where targets lie, and what is no article though it is named like one.

use std::path::{Path, PathBuf};

use wirelint::files::{Changed, Filter, Found, Search, SkipReason};
use wirelint::report::ProblemKind;

use super::*;

/// What `ask` finds among articles `*.txt`, those in `old/` and those called `d.txt` left out.
fn found(working_dir: &Path, ask: impl FnOnce(&Search) -> Found) -> Found {
    let globs = |globs: &[&str]| globs.iter().map(|glob| (*glob).to_owned()).collect::<Vec<_>>();
    let filter = Filter::new(working_dir, &globs(&["*.txt"]), &globs(&["old/", "d.txt"])).expect("good globs");
    let search =
        Search { working_dir, filter: &filter, force_exclude: false, respect_gitignore: true, untrusted: false };
    ask(&search)
}

fn names(found: &Found) -> Vec<&str> {
    found.targets.iter().map(|target| target.shown.as_str()).collect()
}

fn skipped(found: &Found) -> Vec<(&str, SkipReason)> {
    found.skipped.iter().map(|skipped| (skipped.shown.as_str(), skipped.reason)).collect()
}

#[test]
fn a_directory_is_no_article_whatever_it_is_called() {
    let tree = Tree::new().file("c.txt/a.txt", CLEAN).file("d.txt/b.txt", CLEAN);
    let all = found(tree.root(), |search| search.run(&[PathBuf::from(".")]));
    assert_eq!((names(&all), skipped(&all)), (vec!["c.txt/a.txt"], vec![("d.txt/b.txt", SkipReason::Excluded)]));
    assert_eq!(all.targets[0].below.as_deref(), Some(tree.path(".").as_path()), "no link is followed from there on");
}

#[test]
fn a_file_is_found_once_whatever_ways_lead_to_it() {
    let tree = Tree::new().file("a.txt", CLEAN).file("sub/b.txt", CLEAN);
    symlink("a.txt", tree.path("link.txt")).expect("a link");
    let run = |named: &[&str]| {
        let named: Vec<PathBuf> = named.iter().map(PathBuf::from).collect();
        found(tree.root(), |search| search.run(&named))
    };
    assert_eq!(names(&run(&["sub/../a.txt", "a.txt", "link.txt", "a.txt"])), ["a.txt"]);
    assert_eq!(names(&run(&["link.txt"])), ["link.txt"]);
    assert_eq!(names(&run(&["."])), ["a.txt", "sub/b.txt"]);
}

#[test]
fn only_links_lead_outside_of_what_is_named_elsewhere() {
    let tree = Tree::new().file("a.txt", CLEAN).file("sub/b.txt", CLEAN).file("other/c.txt", CLEAN);
    symlink("../a.txt", tree.path("other/link.txt")).expect("a link");
    let outside = |named: &str| {
        let found = found(&tree.path("sub"), |search| search.run(&[PathBuf::from(named)]));
        found.targets.iter().map(|target| target.is_outside).collect::<Vec<_>>()
    };
    assert_eq!(
        (outside("b.txt"), outside("../a.txt"), outside("../other/link.txt")),
        (vec![false], vec![false], vec![true])
    );
    assert_eq!(outside(".."), [false; 3], "a directory above was named, and no link");
}

#[test]
fn what_has_changed_is_an_article_or_no_business_of_a_check() {
    let tree = Tree::new().file("a.txt", CLEAN).file("notes.md", "").file("old/b.txt", CLEAN).directory("c.txt");
    symlink("a.txt", tree.path("link.txt")).expect("a link");
    let changed = |name: &str, staged: Option<&str>| Changed {
        path: tree.path(name),
        staged: staged.map(|text| text.as_bytes().to_vec()),
    };
    let names_only = ["a.txt", "notes.md", "old/b.txt", "link.txt", "c.txt", "gone.txt", "gone.md"];
    let all = found(tree.root(), |search| search.listed(names_only.iter().map(|name| changed(name, None)).collect()));
    assert_eq!(names(&all), ["a.txt"]);
    assert_eq!(all.targets[0].below.as_deref(), Some(tree.root()));
    assert_eq!(skipped(&all), [("link.txt", SkipReason::Link), ("old/b.txt", SkipReason::Excluded)]);
    let problems: Vec<_> = all.problems.iter().map(|problem| (problem.path.as_deref(), problem.kind)).collect();
    assert_eq!(problems, [(Some("gone.txt"), ProblemKind::Unreadable)]);
    let staged = found(tree.root(), |search| {
        search.listed(["gone.txt", "notes.md", "old/b.txt"].map(|name| changed(name, Some("text"))).into())
    });
    assert_eq!((names(&staged), skipped(&staged)), (vec!["gone.txt"], vec![("old/b.txt", SkipReason::Excluded)]));
    assert_eq!(staged.targets[0].staged.as_deref(), Some(&b"text"[..]));
}
