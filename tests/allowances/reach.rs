//! How far entries reach: strangers, standard input, extended files, overrides, and the reports of other runs.

use super::*;

#[test]
fn a_stranger_brings_no_baseline() {
    let tree = tree().file("wirelint.toml", "baseline = 'known.json'\n");
    tree.wirelint(["baseline", "create"]).run().status(0);
    tree.wirelint(["baseline", "create", "--isolated"]).run().status(0).stderr_contains(BASELINE);
    assert_eq!(check(&tree, &[]), [""; 0]);
    for strange in [&["--untrusted"][..], &["--isolated"], &["--untrusted", "--config", "wirelint.toml"]] {
        let of = |more: &[&str]| check(&tree, &[strange, more].concat()).len();
        assert_eq!((of(&[]), of(&["--baseline", BASELINE])), (2, 0), "{strange:?}");
    }
    let broken = tree.file(BASELINE, "broken");
    broken.wirelint(["check", "--untrusted"]).run().status(1).stdout_contains("[tab]");
}

#[test]
fn standard_input_with_a_name_is_that_file() {
    let tree = tree().file("wirelint.toml", allow("tab", "sub/"));
    tree.wirelint(["baseline", "create"]).run().status(0);
    let check = |name: &str, text: &str| {
        let run = tree.wirelint(["check", "--stdin-filename", name, "-"]).stdin(text).run();
        run.out().lines().count()
    };
    let (double, tab) = (article(&["The harbour  reopened."]), article(&["The\tpilots returned."]));
    assert_eq!((check("a.txt", &double), check("./sub/../a.txt", &double), check("b.txt", &double)), (0, 0, 1));
    assert_eq!((check("sub/c.txt", &tab), check("c.txt", &tab)), (0, 1));
    assert_eq!(check("a.txt", &article(&["Calm."])), 0, "what is being typed proves no entry needless");
    tree.wirelint(["fix", "--stdin-filename", "sub/c.txt", "-"]).stdin(&tab).run().status(0).stdout(&tab);
}

#[test]
fn a_finding_has_one_fingerprint_wherever_it_is_told() {
    let twice = article(&["The  harbour.", "The  harbour.", "The  harbour."]);
    let tree = Tree::new().file("wirelint.toml", "").file("sub/a.txt", twice);
    let prints = |args: &[&str], dir: &str| {
        let run = tree.wirelint(["check", "--output-format", "json"]).args(args).within(dir).run();
        let findings = run.json()["findings"].as_array().expect("findings").clone();
        let print = |finding: serde_json::Value| finding["fingerprint"].as_str().expect("a fingerprint").to_owned();
        findings.into_iter().map(print).collect::<Vec<_>>()
    };
    let all = prints(&["--no-baseline"], ".");
    assert_eq!(all.len(), 3);
    assert_eq!(prints(&["--no-baseline"], "sub"), all);
    tree.wirelint(["baseline", "create"]).run().status(0);
    let baseline = tree.read(BASELINE);
    assert!(all.iter().all(|print| baseline.contains(print)));
    let first = baseline.lines().find(|line| line.contains(&all[0])).expect("an entry a line").trim_end_matches(',');
    let tree = tree.file("one.json", format!("{{\"version\": 1, \"entries\": [\n{first}\n]}}\n"));
    let run = tree.wirelint(["check", "--baseline", "one.json", "--output-format", "json"]).run().json();
    let left: Vec<&str> =
        run["findings"].as_array().expect("findings").iter().filter_map(|f| f["fingerprint"].as_str()).collect();
    assert_eq!(left, all[1..]);
}

#[test]
fn what_an_extended_file_allows_is_allowed_and_left_alone() {
    let base =
        allow("tab", "sub/") + &allow("bidi-control", "*.txt") + &allow("tab", "*.txt") + "expires = '2027-01-31'\n";
    let tree = tree()
        .file("base.toml", &base)
        .file("wirelint.toml", "extend = 'base.toml'\n".to_owned() + &allow("double-space", "*.txt"));
    assert_eq!(check(&tree, &["--now", "2027-01-31"]), [""; 0], "others may need what is not needed here");
    assert_eq!(check(&tree, &["--now", "2027-02-01"]), ["base.toml:9:1: warning[expired-allowance]"]);
    let prune = tree.wirelint(["baseline", "prune", "--now", "2027-02-01"]).run().status(1);
    prune.stdout_contains("base.toml:9: to be taken out by hand");
    assert_eq!(tree.read("base.toml"), base);
    let shown = tree.wirelint(["config", "show", "--origin"]).run().status(0).out();
    for (rule, origin) in [("double-space", "wirelint.toml:3"), ("tab", "base.toml:2"), ("bidi-control", "base.toml:6")]
    {
        let line = format!("rule = \"{rule}\"");
        assert!(shown.lines().any(|shown| shown.starts_with(&line) && shown.ends_with(origin)), "{rule}:\n{shown}");
    }
    let entries = tree.wirelint(["config", "get", "allow"]).run().status(0).json();
    assert_eq!((entries[0]["rule"].as_str(), entries.as_array().map(Vec::len)), (Some("double-space"), Some(4)));
}

#[test]
fn an_entry_is_judged_by_the_rules_of_its_files() {
    let off = |glob: &str| format!("[[overrides]]\nfiles = ['{glob}']\nignore = ['tab', 'double-space']\n");
    let tree = tree();
    tree.wirelint(["baseline", "create"]).run().status(0);
    let tree = tree.file("wirelint.toml", off("sub/"));
    assert_eq!(check(&tree, &[]), [""; 0], "the rule is off for the file of the entry");
    let tree = tree.file("wirelint.toml", allow("tab", "*.txt") + &off("*.txt"));
    assert_eq!(check(&tree, &[]), [""; 0]);
    let tree = tree.file("wirelint.toml", allow("tab", "*.txt") + &off("sub/"));
    assert_eq!(check(&tree, &[]), ["wirelint.toml:1:1: warning[unused-allowance]"]);
}

#[test]
fn what_is_let_pass_is_not_counted_as_fixed() {
    let text = article(&["The  harbour\treopened.", "first name"]);
    let tree =
        Tree::new().file("a.txt", text).file("wirelint.toml", allow("tab", "*.txt") + &allow("form-stub", "*.txt"));
    let fix = |args: &[&str]| tree.wirelint(["fix"]).args(args).run().status(i32::from(!args.is_empty())).err();
    let said = fix(&["--diff"]);
    assert!(
        said.contains("1 file would be fixed (1 finding), nothing left") && said.contains("findings allowed"),
        "{said}"
    );
}

#[test]
fn rules_about_entries_alone_check_nothing() {
    let tree = tree();
    let select = ["--select", "unused-allowance,expired-allowance"];
    tree.wirelint(["check"]).args(select).run().status(2).stderr_contains("nothing would be checked");
    let tree = tree.file("wirelint.toml", "[[overrides]]\nfiles = ['sub/']\nselect = ['unused-allowance']\n");
    tree.wirelint(["check"]).run().status(2).stderr_contains("wirelint.toml:1: this override");
}

#[test]
fn a_report_never_replaces_the_baseline() {
    let tree = tree();
    tree.wirelint(["baseline", "create"]).run().status(0);
    let before = tree.read(BASELINE);
    let run = tree.wirelint(["check", "--output-format", "json=wirelint-baseline.json"]).run().status(2);
    run.stderr_contains("which this run reads");
    assert_eq!(tree.read(BASELINE), before);
}
