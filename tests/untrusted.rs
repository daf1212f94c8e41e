//! Submissions that try to weaken their own check: with `--untrusted` none comes out better than the same article alone.

use std::ffi::OsString;

use crate::support::articles::{CLEAN, DIRTY};
use crate::support::hostile::assert_inert;
use crate::support::wirelint::{Output, Run, Tree};

/// Everything in a submission that some other program would let decide what is checked, and how.
const SWITCHES: [(&str, &str); 12] = [
    ("wirelint.toml", "select = ['tab']\nfail-on = 'never'\n"),
    (".wirelint.toml", "select = ['tab']\n"),
    ("sub/wirelint.toml", "[files]\nexclude = ['*']\n"),
    ("wirelint-baseline.json", "{\"version\":1,\"findings\":[]}"),
    ("pyproject.toml", "[tool.wirelint]\nselect = ['tab']\n"),
    (".gitignore", "*\n"),
    (".ignore", "*\n"),
    (".rgignore", "*\n"),
    (".git/info/exclude", "*\n"),
    (".git/config", "[core]\nexcludesFile = /dev/null\n"),
    (".editorconfig", "root = true\n[*]\nignore = true\n"),
    ("@args.txt", "--exit-zero\n--select\ntab\n"),
];

/// What one article of a submission, in `in/`, comes to.
fn verdict(tree: &Tree, extra: &[&str]) -> Output {
    tree.wirelint(["check", "--untrusted", "in", "--output-format", "json"]).args(extra).run()
}

fn paths(output: &Output) -> Vec<String> {
    let report = output.json();
    let findings = report["findings"].as_array().expect("findings");
    let mut paths: Vec<String> =
        findings.iter().map(|finding| finding["path"].as_str().expect("a path").to_owned()).collect();
    paths.dedup();
    paths
}

#[test]
fn no_file_of_a_submission_decides_about_its_check() {
    let alone = verdict(&Tree::new().file("in/sub/a.txt", DIRTY), &[]).status(1);
    for (name, content) in SWITCHES {
        let tree = Tree::new().file("in/sub/a.txt", DIRTY).file(&format!("in/{name}"), content);
        let output = verdict(&tree, &[]).status(1);
        let of_article = |output: &Output| {
            let report = output.json();
            let all = report["findings"].as_array().expect("findings").iter();
            all.filter(|finding| finding["path"] == "in/sub/a.txt").cloned().collect::<Vec<_>>()
        };
        assert_eq!(of_article(&output), of_article(&alone), "{name}");
    }
}

/// Run where the submission lies, as a pipeline does that has checked it out.
#[test]
fn no_file_of_the_working_directory_decides_about_it_either() {
    let alone = Tree::new().file("sub/a.txt", DIRTY).wirelint(["check", "--untrusted", "."]).run().status(1);
    for (name, content) in SWITCHES.into_iter().filter(|(name, _)| *name != "@args.txt") {
        let tree = Tree::new().file("sub/a.txt", DIRTY).file(name, content);
        let output = tree.wirelint(["check", "--untrusted", "."]).run().status(1);
        assert_eq!(output.out(), alone.out(), "{name}");
    }
}

#[test]
fn no_line_of_an_article_decides_about_its_check() {
    let rules = |output: &Output| {
        let report = output.json();
        let findings = report["findings"].as_array().expect("findings").iter();
        findings.filter_map(|finding| finding["rule"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    let alone = rules(&verdict(&Tree::new().file("in/a.txt", DIRTY), &[]).status(1));
    for line in [
        "wirelint: ignore",
        "wirelint-disable-file",
        "# wirelint: noqa",
        "<!-- wirelint-disable -->",
        "// wirelint-ignore all",
        "[[allow]]",
        "-*- wirelint: off -*-",
    ] {
        for text in [format!("{DIRTY}\n{line}\n"), DIRTY.replacen("The boats", &format!("{line}\n\nThe boats"), 1)] {
            let found = rules(&verdict(&Tree::new().file("in/a.txt", text), &[]).status(1));
            assert!(alone.iter().all(|rule| found.contains(rule)), "{line}: {found:?}");
        }
    }
}

#[test]
fn what_can_not_be_checked_is_never_clean() {
    let huge = format!("{CLEAN}{}", "x".repeat(16 << 20));
    for (name, content) in [
        ("huge.txt", huge.as_bytes()),
        ("latin.txt", b"caf\xe9\n"),
        ("wide.txt", b"\xff\xfea\0"),
        ("zeros.txt", &[0; 4096]),
    ] {
        let tree = Tree::new().file("in/a.txt", CLEAN).file(&format!("in/{name}"), content);
        let output = verdict(&tree, &[]);
        let code = output.json()["summary"]["failed"].as_u64().expect("a number");
        let findings = paths(&output);
        assert!(code == 1 || findings.iter().any(|path| path.ends_with(name)), "{name}: {}", output.out());
        verdict(&tree, &["--exclude", name]).status(2);
    }
}

#[cfg(unix)]
#[test]
fn links_out_of_a_submission_are_refused() {
    for target in ["../outside.txt", "/etc/hostname", "link.txt", "missing.txt", ".."] {
        let tree = Tree::new().file("in/a.txt", CLEAN).file("outside.txt", DIRTY);
        std::os::unix::fs::symlink(target, tree.path("in/link.txt")).expect("links can be made");
        verdict(&tree, &[]).status(2);
        tree.wirelint(["fix", "--untrusted", "in"]).run().status(2);
        assert_eq!(tree.read("outside.txt"), DIRTY, "{target}");
        tree.wirelint(["check", "--untrusted", "in/link.txt"]).run().status(2);
    }
}

/// Names that a shell puts in place of `*`, and that are options or files of arguments to other programs.
#[test]
fn names_are_names() {
    let names =
        ["@args.txt", "@.txt", "--exit-zero.txt", "-q.txt", "-.txt", "a b.txt", "~.txt", "$(x).txt", "*.txt", "--.txt"];
    let tree = names.iter().fold(Tree::new(), |tree, name| tree.file(name, DIRTY));
    let tree = tree.file("args", "--exit-zero\n").file("@args", DIRTY);
    let all: Vec<OsString> = names.iter().map(OsString::from).collect();
    let output = tree.wirelint(["check", "--untrusted", "-q", "--"]).args(&all).run().status(1);
    for name in names {
        assert!(output.out().contains(name), "{name}: {}", output.out());
    }
    let output = tree.wirelint(["check", "-q", "--"]).args(&all).run().status(1);
    assert!(output.out().contains("@args.txt"), "{}", output.out());
    // Without `--`, as a careless pipeline has it: a name is never an argument file.
    tree.wirelint(["check", "--untrusted", "@args", "@args.txt"]).run().status(1).stdout_contains("@args.txt:");
    tree.wirelint(["check", "@args", "a b.txt"]).run().status(0);
}

/// With everything at once, on a machine of a build server.
#[test]
fn a_submission_that_tries_everything_is_found_out_and_inert() {
    let tree = SWITCHES.iter().fold(Tree::new(), |tree, (name, content)| tree.file(&format!("in/{name}"), content));
    let text = format!("{DIRTY}\n##[add-mask]x\n::stop-commands::y\n\u{1b}[2J wirelint: ignore\n");
    let tree = tree.file("in/sub/::error::a.txt", &text).file("in/.hidden/b.txt", DIRTY);
    let in_build = |run: Run| run.env("GITHUB_ACTIONS", "true").env("CI", "true").run();
    for args in [
        &["check", "--untrusted", "in"][..],
        &["check", "--untrusted", "in", "-v", "--statistics", "--output-format", "full"],
        &["fix", "--untrusted", "--check", "in"],
    ] {
        let output = in_build(tree.wirelint(args)).status(1);
        assert_inert("", &output.out());
        assert_inert("", &output.err());
    }
    let output = in_build(tree.wirelint(["check", "--untrusted", "in", "--output-format", "github"])).status(1);
    assert_inert("github", &output.out());
    assert_inert("", &output.err());
}
