//! What is allowed or was there before is not reported, and nothing else is: `[[allow]]` and the baseline.

use std::fs;

use crate::support::wirelint::{Output, Tree};

mod reach;

const HEAD: &str = "News ID : 401\nPublish Date : 5/3/2024 9:30:00 AM\nHarbour reopens\n\n";
const BASELINE: &str = "wirelint-baseline.json";

/// An article with these paragraphs.
fn article(paragraphs: &[&str]) -> String {
    format!("{HEAD}{}\n", paragraphs.join("\n\n"))
}

/// Two articles, one of them in a directory, with a finding each.
fn tree() -> Tree {
    Tree::new()
        .file("a.txt", article(&["The harbour  reopened.", "Ferries sail again."]))
        .file("sub/b.txt", article(&["The\tpilots returned."]))
}

/// The findings of a run as `path:line:column: severity[rule]`.
fn found(output: &Output) -> Vec<String> {
    output.out().lines().filter_map(|line| Some(line.split_once("] ")?.0.to_owned() + "]")).collect()
}

fn check(tree: &Tree, args: &[&str]) -> Vec<String> {
    found(&tree.wirelint(["check"]).args(args).run())
}

fn allow(rule: &str, glob: &str) -> String {
    format!("[[allow]]\nrule = '{rule}'\nfiles = ['{glob}']\nreason = 'made so'\n")
}

#[test]
fn what_was_there_is_not_reported_and_never_silently() {
    let tree = tree();
    tree.wirelint(["baseline", "create"]).run().status(0).stdout("").stderr_contains("2 findings in 2 files");
    tree.wirelint(["check"])
        .run()
        .status(0)
        .stdout("")
        .stderr("2 files checked: nothing to report\n2 findings in the baseline\n");
    tree.wirelint(["check", "--no-baseline"])
        .run()
        .status(1)
        .stdout_contains("[tab]")
        .stdout_contains("[double-space]");
    let json = tree.wirelint(["check", "--output-format", "json"]).run().status(0).json();
    assert_eq!(json["summary"]["warnings"], 0);
    let list = tree.wirelint(["baseline", "show"]).run().status(0).out();
    assert_eq!(list, "a.txt: [double-space] The harbour reopened.\nsub/b.txt: [tab] The pilots returned.\n");
    tree.wirelint(["baseline", "create"]).run().status(2).stderr_contains("wirelint baseline update");
}

#[test]
fn moving_lines_is_free_and_swapping_a_fault_for_another_is_not() {
    let tree = tree();
    tree.wirelint(["baseline", "create"]).run().status(0);
    let tree = tree.file("a.txt", article(&["New.", "Ferries sail again.", "The harbour  reopened."]));
    assert_eq!(check(&tree, &[]), [""; 0]);
    let tree = tree.file("a.txt", article(&["The harbour reopened.", "Ferries  sail again."]));
    assert_eq!(
        check(&tree, &[]),
        ["a.txt:7:8: warning[double-space]", "wirelint-baseline.json:4:58: warning[unused-allowance]"]
    );
    let tree = tree.file("a.txt", article(&["The  harbour reopened.", "Ferries sail again."]));
    assert_eq!(check(&tree, &[]).len(), 2, "another place in the same line");
}

#[test]
fn update_takes_in_what_is_there_and_prune_only_takes_out() {
    let tree = tree();
    tree.wirelint(["baseline", "update"]).run().status(2).stderr_contains("wirelint baseline create");
    tree.wirelint(["baseline", "create"]).run().status(0);
    let tree = tree.file("a.txt", article(&["The harbour reopened.", "Ferries\tsail again."]));
    let before = tree.read(BASELINE);
    tree.wirelint(["baseline", "prune"])
        .run()
        .status(0)
        .stdout("wirelint-baseline.json: removed a.txt: [double-space] The harbour reopened.\n")
        .stderr_contains("1 finding removed; 1 finding in 1 file");
    let line = before.lines().find(|line| line.contains("a.txt")).expect("an entry a line");
    assert_eq!(tree.read(BASELINE), before.replace(&format!("{line}\n"), ""));
    assert_eq!(check(&tree, &[]), ["a.txt:7:8: warning[tab]"]);
    tree.wirelint(["baseline", "update"]).run().status(0).stderr_contains("1 added, 0 removed; 2 findings in 2 files");
    assert_eq!(check(&tree, &[]), [""; 0]);
    tree.wirelint(["baseline", "update"]).run().status(0).stderr_contains("0 added, 0 removed");
}

#[test]
fn a_run_judges_only_what_it_has_looked_at() {
    let tree = tree().file("wirelint.toml", allow("bidi-control", "sub/") + &allow("tab", "nowhere/"));
    tree.wirelint(["baseline", "create"]).run().status(0);
    let mended =
        tree.file("a.txt", article(&["The harbour reopened."])).file("sub/b.txt", article(&["Pilots returned."]));
    let unused = |args: &[&str]| {
        let places = check(&mended, args);
        places.iter().map(|place| place.split(": ").next().expect("a place").to_owned()).collect::<Vec<_>>()
    };
    let (config, baseline) = ("wirelint.toml", BASELINE);
    let at = |name: &str, places: &[&str]| places.iter().map(|place| format!("{name}:{place}")).collect::<Vec<_>>();
    assert_eq!(unused(&["a.txt"]), at(baseline, &["4:58"]));
    assert_eq!(unused(&["sub"]), [at(config, &["1:1"]), at(baseline, &["5:53"])].concat());
    assert_eq!(unused(&[]), [at(config, &["1:1", "5:1"]), at(baseline, &["4:58", "5:53"])].concat());
    assert_eq!(unused(&["--select", "tab,unused-allowance"]), [at(config, &["5:1"]), at(baseline, &["5:53"])].concat());
    assert_eq!(unused(&["--ignore", "unused-allowance"]), [""; 0]);
    mended.wirelint(["check", "--severity", "unused-allowance=error", "--fail-on", "error"]).run().status(1);
    mended.wirelint(["check", "--fail-on", "error"]).run().status(0);
    mended.wirelint(["baseline", "prune", "a.txt"]).run().status(0);
    assert!(mended.read(BASELINE).contains("sub/b.txt") && !mended.read(BASELINE).contains("a.txt\""));
    assert_eq!(mended.read("wirelint.toml"), allow("bidi-control", "sub/") + &allow("tab", "nowhere/"));
}

#[test]
fn an_allowance_is_judged_only_when_all_its_files_were_checked() {
    let tree = tree().file("wirelint.toml", allow("tab", "*.txt") + &allow("bidi-control", "a.txt"));
    assert_eq!(check(&tree, &["a.txt", "--ignore", "double-space"]), ["wirelint.toml:5:1: warning[unused-allowance]"]);
    let tree = tree.file("sub/a.txt", article(&["Calm."]));
    assert_eq!(check(&tree, &["a.txt", "--ignore", "double-space"]), [""; 0], "`a.txt` is also `sub/a.txt`");
    let tree = tree.file("sub/a.txt", b"\xff");
    let run = tree.wirelint(["check", "--ignore", "double-space"]).run().status(2);
    assert_eq!(found(&run), [""; 0], "what could not be read may need it");
}

#[test]
fn a_text_without_a_path_needs_no_baseline() {
    let tree = tree().file(BASELINE, "broken");
    let text = article(&["Calm."]);
    tree.wirelint(["fix", "-"]).stdin(&text).run().status(0).stdout(&text);
}

#[test]
fn entries_of_a_file_that_is_gone_are_unused() {
    let tree = tree();
    tree.wirelint(["baseline", "create"]).run().status(0);
    fs::remove_file(tree.path("sub/b.txt")).expect("a file can be removed");
    assert_eq!(check(&tree, &["a.txt"]), [""; 0]);
    assert_eq!(check(&tree, &[]), ["wirelint-baseline.json:5:53: warning[unused-allowance]"]);
    let mistyped = tree.wirelint(["check", "a.txt", "sub/b.txt"]).run().status(2);
    assert_eq!(found(&mistyped), [""; 0], "a name that leads nowhere may be a mistake");
    let hidden = tree.file("sub/b.txt", article(&["The\tpilots returned."])).file(".ignored", "");
    assert_eq!(check(&hidden, &["--no-baseline"]).len(), 2);
    let excluded = hidden.file("wirelint.toml", "[files]\nexclude = ['sub/']\n");
    assert_eq!(check(&excluded, &[]), [""; 0], "it is there, and was not looked at");
}

#[test]
fn an_allowance_needs_rule_file_and_text() {
    let with = |entry: &str| tree().file("wirelint.toml", entry);
    assert_eq!(check(&with(&allow("tab", "sub/")), &[]), ["a.txt:5:12: warning[double-space]"]);
    assert_eq!(check(&with(&allow("whitespace", "*.txt")), &[]), [""; 0]);
    let text = |text: &str| allow("whitespace", "*.txt") + &format!("text = '{text}'\n");
    assert_eq!(check(&with(&text("harbour reopened")), &[]), ["sub/b.txt:5:4: warning[tab]"]);
    assert_eq!(check(&with(&text("no such words")), &[]).len(), 3);
    with(&allow("tab", "*.txt")).wirelint(["check"]).run().status(1).stderr_contains("1 finding allowed\n");
}

#[test]
fn both_are_counted_and_an_allowance_comes_first() {
    let tree = tree();
    tree.wirelint(["baseline", "create"]).run().status(0);
    let tree = tree.file("wirelint.toml", allow("tab", "*.txt"));
    tree.wirelint(["check"])
        .run()
        .status(1)
        .stdout_contains("wirelint-baseline.json:5:53: warning[unused-allowance]")
        .stderr_contains("1 finding in the baseline, 1 allowed\n");
}

#[test]
fn an_entry_ends_with_its_last_day() {
    let entry = "# verse\n".to_owned() + &allow("whitespace", "*.txt") + "expires = '2027-01-31'\n";
    let tree = tree().file("wirelint.toml", entry + "\n# rest\n[files]\n");
    assert_eq!(check(&tree, &["--now", "2027-01-31T23:59:59Z"]), [""; 0]);
    let late = check(&tree, &["--now", "2027-02-01"]);
    assert_eq!(late.len(), 3);
    assert_eq!(late[2], "wirelint.toml:2:1: warning[expired-allowance]");
    tree.wirelint(["baseline", "prune", "--now", "2027-02-01"])
        .run()
        .status(0)
        .stdout("wirelint.toml:2: removed [[allow]] `whitespace` in `*.txt`\n")
        .stderr("");
    assert_eq!(tree.read("wirelint.toml"), "# verse\n\n# rest\n[files]\n");
}

#[cfg(unix)]
#[test]
fn a_list_with_two_names_is_mended_under_the_one_that_was_named() {
    let text = allow("tab", "nowhere/") + "# rest\n";
    let tree = tree().file("wirelint.toml", &text);
    fs::hard_link(tree.path("wirelint.toml"), tree.path("other.toml")).expect("a second name");
    tree.wirelint(["baseline", "prune"]).run().status(0);
    assert!(!tree.read("wirelint.toml").contains("nowhere"));
    assert_eq!(tree.read("other.toml"), text);
}

#[test]
fn an_inline_entry_is_left_to_people() {
    let text = "allow = [{ rule = 'bidi-control', files = ['a.txt'], reason = 'r' }]\n";
    let tree = tree().file("wirelint.toml", text);
    tree.wirelint(["baseline", "prune"]).run().status(1).stdout_contains("wirelint.toml:1: to be taken out by hand");
    assert_eq!(tree.read("wirelint.toml"), text);
}

#[test]
fn a_wrong_entry_stops_the_run_at_its_place() {
    let tree = tree().file("wirelint.toml", "[[allow]]\nrule = 'tab'\nfiles = ['*.txt']\n");
    tree.wirelint(["check"]).run().status(2).stdout("").stderr_contains("wirelint.toml:1:1").stderr_contains("reason");
}

#[test]
fn what_is_no_baseline_stops_the_run() {
    let cases = [
        ("{\n  \"version\": 1,\n<<<<<<< ours\n", "line 3"),
        ("{\"version\": 2, \"groups\": []}", "version 2"),
        ("{\"version\": 1, \"entries\": [], \"extra\": 0}", "extra"),
        ("", "wirelint baseline create"),
    ];
    for (text, said) in cases {
        let tree = tree().file(BASELINE, text);
        for command in
            [&["check"][..], &["fix"], &["baseline", "update"], &["baseline", "prune"], &["baseline", "show"]]
        {
            tree.wirelint(command).run().status(2).stdout("").stderr_contains(BASELINE).stderr_contains(said);
        }
        let json = tree.wirelint(["check", "--output-format", "json"]).run().status(2).json();
        assert_eq!(json["problems"][0]["kind"], "configuration");
        assert_eq!(tree.read(BASELINE), text);
        tree.wirelint(["check", "--no-baseline"]).run().status(1);
    }
    let tree = tree().directory(BASELINE);
    tree.wirelint(["check"]).run().status(2).stderr_contains("not a regular file");
    tree.wirelint(["baseline", "create"]).run().status(2).stderr_contains("not a regular file");
}

#[test]
fn the_baseline_lies_where_it_was_said() {
    let tree = tree().file("wirelint.toml", "baseline = 'old/known.json'\n").directory("old");
    tree.wirelint(["check"]).run().status(2).stderr_contains("old/known.json").stderr_contains("baseline create");
    tree.wirelint(["baseline", "create"]).within("sub").run().status(0);
    assert!(
        tree.read("old/known.json").contains("\"path\":\"b.txt\"")
            || tree.read("old/known.json").contains("\"path\":\"sub/b.txt\"")
    );
    let below = tree.wirelint(["check"]).within("sub").run().status(0).stdout("");
    assert!(below.err().contains("1 finding in the baseline"));
    assert_eq!(check(&tree, &[]), ["a.txt:5:12: warning[double-space]"], "the same paths from wherever it runs");
    tree.wirelint(["baseline", "create", "--baseline", "mine.json"]).run().status(0);
    assert_eq!(check(&tree, &["--baseline", "mine.json"]), [""; 0]);
    tree.wirelint(["check", "--baseline", "gone.json"]).run().status(2).stderr_contains("gone.json");
}

#[test]
fn the_baseline_is_the_same_whatever_the_order() {
    let names = ["d.txt", "a.txt", "c/b.txt", "b.txt"];
    let tree = names.iter().fold(Tree::new(), |tree, name| {
        tree.file(name, article(&["The  harbour\treopened.", "The\u{a0}pilots  returned."]))
    });
    let create = |args: &[&str], threads: &str| {
        let run = tree.wirelint(["baseline", "create", "--baseline", "new.json"]).args(args);
        run.env("RAYON_NUM_THREADS", threads).run().status(0);
        let text = tree.read("new.json");
        fs::remove_file(tree.path("new.json")).expect("a file can be removed");
        text
    };
    let whole = create(&[], "1");
    assert_eq!(whole.lines().count(), 5 + 16);
    assert_eq!(create(&names, "4"), whole);
    assert_eq!(create(&["c", "./d.txt", "c/../b.txt", "a.txt"], "2"), whole);
}

#[test]
fn fix_mends_what_is_in_the_baseline_and_leaves_what_is_allowed() {
    let tree = tree();
    tree.wirelint(["baseline", "create"]).run().status(0);
    let tree = tree.file("wirelint.toml", allow("tab", "sub/"));
    let run = tree.wirelint(["fix"]).run().status(1);
    assert_eq!(found(&run).len(), 2, "the entry of what was mended, and the one of what is allowed");
    assert!(!tree.read("a.txt").contains("  ") && tree.read("sub/b.txt").contains("The\tpilots"));
    tree.wirelint(["baseline", "prune"]).run().status(0);
    tree.wirelint(["fix"]).run().status(0).stdout("").stderr_contains("1 finding allowed");
    tree.wirelint(["fix", "--diff"]).run().status(0).stdout("");
}

#[test]
fn a_record_needs_a_clean_article() {
    let dirty = article(&["The harbour reopened.", "first name & last name"]);
    let tree = Tree::new().file("a.txt", dirty).file("wirelint.toml", allow("form-stub", "*.txt"));
    assert_eq!(check(&tree, &[]), [""; 0]);
    tree.wirelint(["parse"]).run().status(1).stdout("");
}

#[test]
fn nothing_found_needs_no_baseline() {
    let tree = Tree::new().file("a.txt", article(&["Calm."]));
    tree.wirelint(["baseline", "create"]).run().status(0).stderr_contains("no baseline is needed");
    assert!(!tree.path(BASELINE).exists());
    tree.wirelint(["baseline", "show"]).run().status(2).stderr_contains("there is no baseline");
    tree.wirelint(["baseline", "create", "-"]).run().status(2).stderr_contains("files or directories");
}

#[test]
fn what_could_not_be_read_keeps_its_entries() {
    let tree = tree();
    tree.wirelint(["baseline", "create"]).run().status(0);
    let before = tree.read(BASELINE);
    let tree = tree.file("a.txt", b"\xff\xfe");
    for command in ["update", "prune"] {
        tree.wirelint(["baseline", command]).run().status(2).stderr_contains("a.txt");
        assert_eq!(tree.read(BASELINE), before);
    }
}

#[cfg(unix)]
#[test]
fn a_new_baseline_is_for_everybody_as_other_files_are() {
    use std::os::unix::fs::PermissionsExt;
    let tree = tree();
    tree.wirelint(["baseline", "create"]).run().status(0);
    let mode = |name: &str| fs::metadata(tree.path(name)).expect("a file").permissions().mode();
    assert_eq!(mode(BASELINE), mode("a.txt"));
}
