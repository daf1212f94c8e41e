//! Discovery, configuration, colours, and the commands that answer questions.

use std::process::Stdio;

use wirelint::report::{FORMATS, Reader};
use wirelint::rules::RULES;

use crate::support::articles::{CLEAN, DIRTY};
use crate::support::programs::git_init;
use crate::support::wirelint::{Tree, wait};

/// The files a run has findings in, by name.
#[track_caller]
fn found(tree: &Tree, args: &[&str]) -> Vec<String> {
    let output = tree.wirelint(["check", "--select", "duplicate-headline"]).args(args).run();
    output.out().lines().filter_map(|line| line.split(':').next()).map(str::to_owned).collect()
}

#[test]
fn ignored_files_are_not_checked_unless_they_are_named() {
    let names = ["a.txt", "draft/b.txt", "draft/keep/c.txt", "d.draft.txt"];
    let tree = names.iter().fold(Tree::new(), |tree, name| tree.file(name, DIRTY));
    let tree = tree.file(".gitignore", "draft/\n*.draft.txt\n");
    git_init(tree.root());
    assert_eq!(found(&tree, &["."]), ["a.txt"]);
    assert_eq!(found(&tree, &[".", "draft/b.txt"]), ["a.txt", "draft/b.txt"]);
}

#[test]
fn hidden_files_are_not_checked_unless_they_are_named() {
    let tree = Tree::new().file("a.txt", DIRTY).file(".hidden.txt", DIRTY).file(".desk/b.txt", DIRTY);
    assert_eq!(found(&tree, &["."]), ["a.txt"]);
    assert_eq!(found(&tree, &[".hidden.txt", ".desk"]), [".desk/b.txt", ".hidden.txt"]);
}

#[test]
fn excluded_files_are_left_out_though_they_are_named_if_that_is_forced() {
    let toml = "[files]\nexclude = [\"old/\", \"*.draft.txt\"]\n";
    let names = ["a.txt", "b.draft.txt", "old/c.txt", "old/deep/d.txt"];
    let tree = names.iter().fold(Tree::new(), |tree, name| tree.file(name, DIRTY)).file("wirelint.toml", toml);
    assert_eq!(found(&tree, &names), names);
    let forced = [["--force-exclude"].as_slice(), &names].concat();
    assert_eq!(found(&tree, &forced), ["a.txt"]);
    let skipped = tree.wirelint(["check", "--force-exclude", "--allow-empty"]).args(&names[1..]).run().status(0);
    skipped.stdout("").stderr_contains("0 files checked, 3 skipped");
    tree.wirelint(["check", "--force-exclude", "old", "no-such.txt"]).run().status(2).stderr_contains("no-such.txt");
    tree.wirelint(["fix", "--force-exclude", "old/c.txt", "a.txt"]).run().status(0);
    assert_eq!(tree.read("old/c.txt"), DIRTY);
}

#[test]
fn the_configuration_says_which_files_are_checked() {
    let toml = "[files]\ninclude = [\"*.news\"]\nexclude = [\"old/\"]\n";
    let tree = ["a.txt", "b.news", "old/c.news"].iter().fold(Tree::new(), |tree, name| tree.file(name, DIRTY));
    let tree = tree.file("wirelint.toml", toml);
    assert_eq!(found(&tree, &["."]), ["b.news"]);
    assert_eq!(found(&tree, &["--isolated", "."]), ["a.txt"]);
    assert_eq!(found(&tree, &["--config", "wirelint.toml", "."]), ["b.news"]);
}

#[test]
fn the_configuration_is_looked_for_upwards() {
    let tree =
        Tree::new().file("wirelint.toml", "ignore = [\"all\"]\nselect = [\"form-stub\"]\n").file("sub/a.txt", DIRTY);
    let output = tree.wirelint(["check", "-v", "a.txt"]).within("sub").run().status(1).stdout_contains("form-stub");
    assert!(!output.out().contains("duplicate-headline"), "{}", output.out());
    output.stderr_contains("wirelint.toml");
    // One run, one configuration: a file in the tree that is checked cannot weaken the check.
    let tree = Tree::new().file("in/wirelint.toml", "ignore = [\"duplicate-headline\"]\n").file("in/a.txt", DIRTY);
    tree.wirelint(["check", "in"]).run().status(1).stdout_contains("duplicate-headline");
}

#[test]
fn errors_of_the_configuration_show_the_place() {
    let tree =
        Tree::new().file("wirelint.toml", "select = [\"default\"]\nignroe = [\"form-stub\"]\n").file("a.txt", CLEAN);
    for command in ["check", "fix", "parse"] {
        let output = tree.wirelint([command, "a.txt"]).run().status(2).stdout("");
        output.stderr_contains("wirelint.toml:2:1").stderr_contains("ignroe").stderr_contains("`ignore`");
    }
    tree.wirelint(["check", "a.txt", "--isolated"]).run().status(0);
    tree.wirelint(["check", "a.txt", "--config", "gone.toml"]).run().status(2).stdout("").stderr_contains("gone.toml");
    tree.wirelint(["check", "a.txt", "--config", "x", "--isolated"]).run().status(2).stdout("");
}

#[test]
fn colours_follow_the_conventions() {
    let tree = Tree::new().file("a.txt", DIRTY);
    let is_coloured = |variables: &[(&str, &str)], args: &[&str]| {
        let run = tree.wirelint(["check", "a.txt", "--output-format", "full"]).args(args);
        let run = variables.iter().fold(run, |run, (name, value)| run.env(name, value));
        run.run().status(1).out().contains('\u{1b}')
    };
    assert!(!is_coloured(&[], &[]), "a pipe");
    assert!(!is_coloured(&[("TERM", "xterm-256color")], &[]), "a pipe, whatever the terminal");
    assert!(is_coloured(&[("FORCE_COLOR", "1")], &[]));
    assert!(is_coloured(&[("CLICOLOR_FORCE", "1")], &[]));
    assert!(is_coloured(&[("FORCE_COLOR", "1"), ("TERM", "dumb")], &[]));
    assert!(!is_coloured(&[("FORCE_COLOR", "1"), ("NO_COLOR", "1")], &[]));
    assert!(!is_coloured(&[("FORCE_COLOR", "0")], &[]));
    assert!(is_coloured(&[("NO_COLOR", "1")], &["--color", "always"]));
    assert!(!is_coloured(&[("FORCE_COLOR", "1")], &["--color", "never"]));
}

#[test]
fn machine_formats_are_never_coloured() {
    let tree = Tree::new().file("a.txt", DIRTY);
    for format in FORMATS.iter().filter(|format| format.reader != Reader::People).map(|format| format.name) {
        let plain = tree.wirelint(["check", "a.txt", "--output-format", format]).run().out();
        let forced = tree.wirelint(["check", "a.txt", "--output-format", format, "--color", "always"]).run().out();
        assert_eq!(forced, plain, "{format}");
    }
}

#[test]
fn colours_add_nothing_but_colours() {
    let tree = Tree::new().file("a.txt", DIRTY);
    let args = ["check", "a.txt", "--output-format", "full", "--color"];
    let plain = tree.wirelint(args).args(["never"]).run().out();
    let coloured = tree.wirelint(args).args(["always"]).run().out();
    let mut stripped = String::new();
    for (index, piece) in coloured.split("\u{1b}[").enumerate() {
        let text = if index == 0 { piece } else { piece.split_once('m').expect("a colour ends").1 };
        stripped.push_str(text);
    }
    assert_eq!(stripped, plain);
}

#[test]
fn quiet_leaves_out_the_summary_only() {
    let tree = Tree::new().file("a.txt", DIRTY);
    let loud = tree.wirelint(["check", "a.txt"]).run().status(1).stderr_contains("1 file checked");
    tree.wirelint(["check", "-q", "a.txt"]).run().status(1).stdout(&loud.out()).stderr("");
    tree.wirelint(["check", "-q", "a.txt", "gone.txt"]).run().status(2).stderr_contains("gone.txt");
    tree.wirelint(["check", "-q", "-v", "a.txt"]).run().status(2);
}

#[test]
fn every_rule_is_listed_and_explained() {
    let tree = Tree::new();
    let text = tree.wirelint(["rules"]).run().status(0).stderr("").out();
    let json = tree.wirelint(["rules", "--output-format", "json"]).run().status(0).json();
    assert_eq!(json.as_array().map(Vec::len), Some(RULES.len()));
    for rule in RULES {
        assert!(text.lines().any(|line| line.starts_with(&format!("{} ", rule.name))), "{}", rule.name);
        tree.wirelint(["explain", rule.name]).run().status(0).stdout(rule.docs).stderr("");
    }
}

#[test]
fn the_program_says_what_it_is() {
    let tree = Tree::new();
    let version = format!("wirelint {}\n", env!("CARGO_PKG_VERSION"));
    tree.wirelint(["version"]).run().status(0).stdout(&version).stderr("");
    tree.wirelint(["--version"]).run().status(0).stdout(&version).stderr("");
    tree.wirelint(["--help"]).run().status(0).stdout_contains("Exit codes:").stderr("");
    tree.wirelint([""; 0]).run().status(2).stdout("");
    tree.wirelint(["schema", "nothing"]).run().status(2).stdout("").stderr_contains("report");
}

#[test]
fn a_reader_that_goes_away_changes_no_verdict() {
    let tree = (0..200).fold(Tree::new(), |tree, number| tree.file(&format!("{number}.txt"), DIRTY));
    let tree = tree.file("clean/a.txt", CLEAN);
    let runs: [(&[&str], i32); 5] = [
        (&["check", "."], 1),
        (&["check", ".", "--output-format", "json"], 1),
        (&["fix", "--diff", "."], 1),
        (&["check", "clean"], 0),
        (&["rules"], 0),
    ];
    for (args, code) in runs {
        let mut command = tree.wirelint(args).command();
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command starts");
        drop(child.stdout.take());
        let mut said = String::new();
        let mut stderr = child.stderr.take().expect("a pipe");
        std::io::Read::read_to_string(&mut stderr, &mut said).expect("UTF-8");
        assert_eq!(wait(&mut child, "wirelint"), Some(code), "{args:?}: {said}");
        assert!(!said.contains("panicked") && !said.contains("pipe"), "{args:?}: {said}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_is_lost_is_no_success() {
    let tree = Tree::new().file("clean.txt", CLEAN).file("dirty.txt", DIRTY);
    let runs: [&[&str]; 4] = [
        &["check", "dirty.txt"],
        &["check", "clean.txt", "--output-format", "json"],
        &["parse", "clean.txt"],
        &["rules"],
    ];
    for args in runs {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("a device that is full");
        let mut command = tree.wirelint(args).command();
        let output = command.stdin(Stdio::null()).stdout(full).output().expect("the command starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains("the output could not be written"), "{args:?}: {said}");
    }
}
