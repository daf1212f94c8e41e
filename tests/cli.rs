//! Exit codes and streams of `check`, `fix` and `parse`, whatever they are given.

use crate::schemas::Report;
use crate::support::articles::{CLEAN, DIRTY};
use crate::support::wirelint::{Output, Tree};

/// Found wrong, and beyond repair.
const HOPELESS: &str = "News ID : x\nPublish Date : 13/9/2024 8:05:30 AM\nTalks\n\nThey met.\n";
const LATIN_1: &[u8] = b"News ID : 1\nPublish Date : 4/9/2024 8:05:30 AM\nCaf\xe9 opens\n\nIt opened.\n";

/// Two rules only, so that the other faults do not matter here.
const FEW: [&str; 3] = ["--select", "duplicate-headline,extra-blank-line", "-q"];

fn report(output: &Output) -> Report {
    serde_json::from_slice(&output.stdout).expect("a valid report")
}

#[test]
fn check_says_what_it_found() {
    let tree = Tree::new().file("clean.txt", CLEAN).file("dirty.txt", DIRTY);
    tree.wirelint(["check", "clean.txt"]).run().status(0).stdout("").stderr("1 file checked: nothing to report\n");
    let output = tree.wirelint(["check", "dirty.txt"]).args(FEW).run().status(1).stderr("");
    output.stdout(
        "dirty.txt:5:1: error[duplicate-headline] the headline stands here a second time\n\
         dirty.txt:9:1: warning[extra-blank-line] 1 blank line too many between two blocks\n\
         dirty.txt:14:1: warning[extra-blank-line] 1 blank line too many between two blocks\n",
    );
    assert_eq!(tree.read("dirty.txt"), DIRTY, "check only reads");
}

#[test]
fn the_threshold_decides_the_exit_code() {
    let tree = Tree::new().file("a.txt", DIRTY);
    let gap = ["check", "a.txt", "--select", "extra-blank-line", "--fail-on"];
    for (threshold, code) in [("info", 1), ("warning", 1), ("error", 0), ("never", 0)] {
        tree.wirelint(gap).args([threshold]).run().status(code).stdout_contains("extra-blank-line");
    }
    tree.wirelint(gap).args(["error", "--severity", "extra-blank-line=error"]).run().status(1);
    tree.wirelint(gap).args(["warning", "--severity", "extra-blank-line=info"]).run().status(0);
    tree.wirelint(gap).args(["often"]).run().status(2).stdout("").stderr_contains("never");
}

#[test]
fn fix_writes_and_reports_what_is_left() {
    let tree = Tree::new().file("clean.txt", CLEAN).file("dirty.txt", DIRTY).file("hopeless.txt", HOPELESS);
    tree.wirelint(["fix", "clean.txt"]).run().status(0).stdout("");
    tree.wirelint(["fix", "dirty.txt"]).run().status(0).stdout("").stderr_contains("line 5: [duplicate-headline]");
    tree.wirelint(["check", "dirty.txt"]).run().status(0);
    tree.wirelint(["fix", "hopeless.txt"]).run().status(1).stdout_contains("invalid-news-id");
    assert_eq!(tree.read("hopeless.txt"), HOPELESS);
}

#[test]
fn diff_and_check_write_nothing() {
    let tree = Tree::new().file("a/dirty.txt", DIRTY).file("clean.txt", CLEAN).file("hopeless.txt", HOPELESS);
    for option in ["--diff", "--check"] {
        tree.wirelint(["fix", option, "clean.txt"]).run().status(0).stdout("");
        tree.wirelint(["fix", option, "a"]).run().status(1).stdout_contains("a/dirty.txt");
        // Nothing a patch could do, but not fine either.
        let output = tree.wirelint(["fix", option, "hopeless.txt"]).run().status(1).stdout("");
        output.stderr_contains("hopeless.txt:1:11: error[invalid-news-id]");
    }
    tree.wirelint(["fix", "--check", "."]).run().status(1).stdout("a/dirty.txt\n");
    tree.wirelint(["fix", "--check", "--diff", "."]).run().status(2);
    assert_eq!(tree.read("a/dirty.txt"), DIRTY);
}

#[test]
fn fix_of_standard_input_prints_the_whole_text() {
    let tree = Tree::new();
    tree.wirelint(["fix", "-"]).stdin(CLEAN).run().status(0).stdout(CLEAN);
    tree.wirelint(["fix", "-"]).stdin(HOPELESS).run().status(1).stdout(HOPELESS).stderr_contains("<stdin>:1:11");
    let output = tree.wirelint(["fix", "-"]).stdin(DIRTY).run().status(0);
    tree.wirelint(["check", "-"]).stdin(&output.stdout).run().status(0).stdout("");
    // What can't be checked comes out as it went in: whoever pipes a text through never loses it.
    let refused = tree.wirelint(["fix", "-"]).stdin(LATIN_1).run().status(2).stderr_contains("not UTF-8");
    assert_eq!(refused.stdout, LATIN_1);
    tree.wirelint(["check", "-"]).stdin(DIRTY).run().status(1).stdout_contains("<stdin>:5:1: error");
    tree.wirelint(["check", "-", "."]).run().status(2).stdout("").stderr_contains("can't be mixed");
}

#[test]
fn parse_accepts_or_rejects() {
    let tree = Tree::new().file("clean.txt", CLEAN).file("hopeless.txt", HOPELESS).file("latin.txt", LATIN_1);
    let output =
        tree.wirelint(["parse", "clean.txt"]).run().status(0).stderr("1 file checked: 1 accepted, 0 rejected\n");
    assert_eq!(output.json()["id"], "nournews:170204");
    tree.wirelint(["parse", "hopeless.txt"]).run().status(1).stdout("").stderr_contains("invalid-news-id");
    let output = tree.wirelint(["parse", "."]).run().status(2).stderr_contains("latin.txt: not UTF-8");
    assert_eq!(output.out().lines().count(), 1, "the others still get their records");
}

#[test]
fn parse_explains_the_role_of_every_line() {
    let tree = Tree::new();
    let output = tree.wirelint(["parse", "--explain", "-"]).stdin(DIRTY).run().status(0);
    let roles: Vec<String> =
        output.out().lines().map(|line| line.split_whitespace().nth(2).expect("a role").to_owned()).collect();
    let expected = "header-field header-field headline blank repeated-headline blank standfirst blank blank paragraph \
                    blank paragraph blank blank furniture furniture";
    assert_eq!(roles.join(" "), expected);
}

#[test]
fn an_unknown_rule_is_never_a_green_run() {
    let tree = Tree::new().file("a.txt", CLEAN);
    for option in ["--select", "--ignore"] {
        let output = tree.wirelint(["check", option, "form-stubb", "a.txt"]).run().status(2).stdout("");
        output.stderr_contains("form-stubb").stderr_contains("form-stub`");
    }
    tree.wirelint(["check", "--severity", "form-stubb=error", "a.txt"]).run().status(2).stderr_contains("form-stub`");
    tree.wirelint(["check", "--profile", "nurnews", "a.txt"]).run().status(2).stderr_contains("nournews");
    tree.wirelint(["explain", "form-stubb"]).run().status(2).stdout("").stderr_contains("did you mean `form-stub`?");
    tree.wirelint(["chekc", "a.txt"]).run().status(2).stdout("").stderr_contains("check");
    tree.wirelint(["check", "--output-format", "xml", "a.txt"]).run().status(2).stdout("").stderr_contains("jsonl");
}

#[test]
fn a_missing_path_does_not_hide_the_others() {
    let tree = Tree::new().file("dirty.txt", DIRTY);
    for command in ["check", "parse"] {
        let output = tree.wirelint([command, "gone.txt", "dirty.txt"]).run().status(2);
        let output = output.stderr_contains("error: gone.txt: no such file or directory\n");
        assert!((output.out() + &output.err()).contains("duplicate-headline"), "{command}");
    }
    tree.wirelint(["fix", "gone.txt", "dirty.txt"]).run().status(2);
    assert_ne!(tree.read("dirty.txt"), DIRTY, "what can be fixed is fixed");
}

#[test]
fn what_cannot_be_read_is_named_and_left_alone() {
    let tree = Tree::new().file("latin.txt", LATIN_1).file("dirty.txt", DIRTY).file("wide.txt", b"\xff\xfea\0b\0");
    let output = tree.wirelint(["check", "."]).run().status(2).stdout_contains("dirty.txt:5:1");
    let output = output.stderr_contains("latin.txt: not UTF-8: byte 0xE9 at offset 50, in line 3");
    output
        .stderr_contains("wide.txt: not a text article: the text is UTF-16")
        .stderr_contains("1 file checked, 2 not checked");
    tree.wirelint(["fix", "."]).run().status(2);
    assert_eq!(std::fs::read(tree.path("latin.txt")).expect("a file"), LATIN_1);
}

#[test]
fn a_file_too_large_is_not_read() {
    let tree = Tree::new().file("huge.txt", vec![b'a'; 17 * 1024 * 1024]).file("clean.txt", CLEAN);
    let output = tree.wirelint(["check", "."]).run().status(2).stderr_contains("huge.txt: larger than 16 MiB");
    output.stderr_contains("1 file checked, 1 not checked");
    let huge = vec![b'a'; 17 * 1024 * 1024];
    let stream = tree.wirelint(["fix", "-"]).stdin(&huge).run().status(2).stderr_contains("larger than 16 MiB");
    assert!(stream.stdout == huge, "the text is not passed through");
}

#[test]
fn to_check_nothing_is_no_success() {
    let tree = Tree::new().file("notes.md", CLEAN).directory("empty");
    for command in ["check", "fix", "parse"] {
        tree.wirelint([command]).run().status(2).stdout("").stderr_contains("nothing to check");
        tree.wirelint([command, "empty"]).run().status(2).stderr_contains("nothing to check");
    }
    // A file that is named is checked whatever it is called.
    tree.wirelint(["check", "notes.md"]).run().status(0);
}

#[test]
fn json_is_one_valid_document_whatever_happens() {
    let tree =
        Tree::new().file("clean.txt", CLEAN).file("dirty.txt", DIRTY).file("latin.txt", LATIN_1).directory("empty");
    let runs: [(&[&str], i32, usize, &[&str]); 6] = [
        (&["clean.txt"], 0, 0, &[]),
        (&["empty"], 2, 0, &["nothing-checked"]),
        (&["gone.txt"], 2, 0, &["not-found"]),
        (&["latin.txt"], 2, 0, &["not-utf8"]),
        (&["dirty.txt", "--select", "form-stub"], 1, 2, &[]),
        (
            &["clean.txt", "dirty.txt", "gone.txt", "latin.txt", "--select", "form-stub"],
            2,
            2,
            &["not-found", "not-utf8"],
        ),
    ];
    for (args, code, findings, problems) in runs {
        for command in ["check", "fix"] {
            // What can be fixed would be gone after the first run.
            let ignore: &[&str] = if command == "fix" { &["--fail-on", "info"] } else { &[] };
            if command == "fix" && findings > 0 {
                continue;
            }
            let output = tree.wirelint([command, "--output-format", "json"]).args(args).args(ignore).run().status(code);
            let report = report(&output);
            assert_eq!(report.findings.len(), findings, "{args:?}");
            let kinds: Vec<&str> = report.problems.iter().map(|problem| problem.kind.as_str()).collect();
            assert_eq!(kinds, problems, "{args:?}");
            assert!(report.problems.iter().all(|problem| !problem.message.is_empty() && problem.path_bytes.is_none()));
            let is_of_run = |kind: &str| kind == "nothing-checked";
            assert!(report.problems.iter().all(|problem| problem.path.is_none() == is_of_run(&problem.kind)));
            assert_eq!(report.summary.failed, problems.iter().filter(|kind| **kind != "nothing-checked").count());
        }
    }
}

#[test]
fn json_lines_are_the_same_findings() {
    let tree = Tree::new().file("a.txt", DIRTY).file("b.txt", DIRTY);
    let document = tree.wirelint(["check", ".", "--output-format", "json"]).run().status(1).json();
    let lines = tree.wirelint(["check", ".", "--output-format", "jsonl"]).run().status(1);
    let lines: Vec<serde_json::Value> =
        lines.out().lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(serde_json::Value::from(lines), document["findings"]);
    tree.wirelint(["check", "-", "--output-format", "jsonl"]).stdin(CLEAN).run().status(0).stdout("");
}

#[test]
fn the_order_is_that_of_the_paths() {
    let names = ["b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "a b.txt", "Z.txt"];
    let tree = names.iter().fold(Tree::new(), |tree, name| tree.file(name, DIRTY));
    let output = tree.wirelint(["check", "b.txt", ".", "a"]).args(FEW).run().status(1);
    let out = output.out();
    let mut found: Vec<&str> = out.lines().filter_map(|line| line.split(':').next()).collect();
    found.dedup();
    let mut sorted = names;
    sorted.sort_unstable();
    assert_eq!(found, sorted, "each once, by path");
    for _ in 0..4 {
        assert_eq!(tree.wirelint(["check", "b.txt", ".", "a"]).args(FEW).run().out(), out);
    }
}
