//! Names and texts made to break a log or a document: nothing of them gets through, in any format and on any stream.

use proptest::prelude::*;
use wirelint::chars;
use wirelint::diagnostic::{Diagnostic, Severity};
use wirelint::diff;
use wirelint::fingerprint::fingerprints;
use wirelint::lint::{self, Settings};
use wirelint::report::escape::{carries_command, show, show_lines};
use wirelint::report::{FORMATS, FileReport, Format, Problem, ProblemKind, Style, Summary};
use wirelint::source::{Source, Span};

use crate::properties::cases;
use crate::support::hostile::{PIECES, assert_inert};
use crate::support::runner::commands;
use crate::support::wirelint::{Output, Tree};

fn trouble() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

/// A whole document about one file and one problem, all of it made of `text` and `name`.
fn document(format: &Format, name: &str, text: &str, message: &str) -> String {
    let source = Source::new(name, text);
    let mut diagnostics = lint::check(&source, &Settings::default()).diagnostics;
    let (span, severity) = (Span::new(0, text.len()), Severity::Info);
    let (help, labels) = (message.to_owned(), Vec::new());
    diagnostics.push(Diagnostic {
        rule: "form-stub",
        severity,
        span,
        message: message.to_owned(),
        help,
        labels,
        fix: None,
    });
    let mut summary = Summary::default();
    summary.add_file(&diagnostics);
    let prints = fingerprints(name, &source, &diagnostics);
    let report = FileReport { path: name, source: &source, diagnostics: &diagnostics, fingerprints: &prints };
    let of = |path: Option<&str>| Problem {
        path: path.map(str::to_owned),
        kind: ProblemKind::Unreadable,
        message: message.to_owned(),
    };
    let file = (format.file)(&report, Style { color: false, width: 80 });
    let end = (format.end)(&[of(Some(name)), of(None)], &summary);
    [(format.begin)().as_str(), file.as_str(), end.as_str()].concat()
}

/// The document says what it was given, as its readers understand it.
#[track_caller]
fn assert_true(format: &str, text: &str, name: &str, findings: usize) {
    let shown = show(name);
    match format {
        "github" | "azure" => {
            let found = commands(text);
            assert_eq!((found.len(), text.lines().count()), (findings + 2, findings + 2), "{text:?}");
            let key = if format == "github" { "file" } else { "sourcepath" };
            let names = found.iter().filter_map(|command| command.property(key));
            assert!(shown.is_empty() || names.eq([shown.as_str()].repeat(findings + 1)), "{text:?}");
        }
        "junit" | "checkstyle" => {
            let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text:?}"));
            let wanted = if format == "junit" { "testcase" } else { "error" };
            let count = document.descendants().filter(|node| node.has_tag_name(wanted)).count();
            assert_eq!(count, findings + 2, "{text:?}");
        }
        "json" | "gitlab" | "sarif" | "rdjson" => {
            serde_json::from_str::<serde_json::Value>(text).unwrap_or_else(|error| panic!("{error}: {text:?}"));
        }
        "jsonl" => assert_eq!(text.lines().count(), findings),
        _ => {}
    }
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn no_format_lets_anything_through(name in trouble(), text in trouble(), message in trouble()) {
        for format in FORMATS {
            let document = document(format, &name, &text, &message);
            assert_inert(format.name, &document);
            let findings = lint::check(&Source::new(&name, &text), &Settings::default()).diagnostics.len() + 1;
            assert_true(format.name, &document, &name, findings);
        }
    }
}

#[test]
fn no_format_lets_a_known_attack_through() {
    for piece in PIECES {
        for format in FORMATS {
            let document = document(format, piece, &format!("News ID : {piece}\n{piece}\n\n{piece}\n"), piece);
            assert_inert(format.name, &document);
        }
    }
}

/// Files with hostile names and contents, as far as the file system takes the names.
fn hostile_tree() -> Tree {
    let mut tree = Tree::new();
    for (number, piece) in PIECES.iter().enumerate() {
        let name = format!("{}{number}.txt", piece.replace(['/', '\0'], ""));
        let content = format!("News ID: {piece}\nPublish Date : {piece}\n{piece}\n\n{piece}\n\n{piece} \n");
        if std::fs::write(tree.path(&name), content).is_err() {
            tree = tree.file(&format!("{number}.txt"), piece);
        }
    }
    tree.file("latin.txt", b"\xff ::error::x").file("::error::y.txt", b"\xff")
}

#[track_caller]
fn assert_streams_inert(format: &str, output: &Output) {
    assert_inert(format, std::str::from_utf8(&output.stdout).expect("UTF-8"));
    assert_inert(format, std::str::from_utf8(&output.stderr).expect("UTF-8"));
}

#[test]
fn no_stream_lets_anything_through() {
    let tree = hostile_tree();
    for format in FORMATS {
        let output = tree.wirelint(["check", ".", "\n::error::gone", "--output-format", format.name]).run().status(2);
        assert_streams_inert(format.name, &output);
        let output = tree.wirelint(["fix", "--check", ".", "--output-format", format.name]).run().status(2);
        assert_streams_inert(format.name, &output);
    }
    for args in [&["parse", "."][..], &["parse", "--explain", "."], &["parse", "--fix", "."], &["check", "-v", "."]] {
        assert_streams_inert("", &tree.wirelint(args).run().status(2));
    }
    for wrong in [
        &["explain", "##[group]\n::error::x"][..],
        &["check", "--output-format", "##[group]\n::error::x"],
        &["check", "--output-format", "json=\n::error::x/##[group]"],
        &["check", "--config", "\n::error::x"],
        &["check", "--profile", "\n::error::##[x]"],
        &["check", "--select", "\n::error::##[x]"],
        &["check", "--##[group]\n::error::x"],
        &["\u{1b}[31m\n::error::x"],
        &["check", "--color", "\n::add-mask::x"],
        &["check", "--now", "\u{9b}2J##vso[x]"],
        &["check", "--fail-on", "\u{202e}\n::error::x"],
        &["check", "--severity", "\n::error::x=##[y]"],
        &["check", "--exclude", "!\n::error::##[x]"],
        &["check", "--files-from", "\n::error::x/##[y]"],
        &["check", "@\n::error::x/##[y]"],
        &["check", "--changed=\n::error::##[x]"],
        &["check", "--baseline", "\n::error::x/##[y]"],
        &["fix", "--patch", "\n::error::x/##[y]"],
        &["config", "get", "\n::error::##[x]"],
        &["rules", "--since", "\n::error::##[x]"],
        &["schema", "\n::error::##[x]"],
        &["man", "--out-dir", "latin.txt/\n::error::##[x]"],
        &["init", "latin.txt/\n::error::##[x]"],
        &["baseline", "show", "--baseline", "\n::error::x/##[y]"],
    ] {
        assert_streams_inert("", &tree.wirelint(wrong).run().status(2));
    }
    // Last, because it changes the files. What `fix -` and `fix --diff` print is exact by contract.
    assert_streams_inert("", &tree.wirelint(["fix", "."]).run().status(2));
}

/// Texts of a configuration that make sense there and are shown again, or refused with a message that quotes them.
#[test]
fn no_configuration_lets_anything_through() {
    for pieces in PIECES.chunks(6) {
        let piece = pieces.concat();
        let quoted = toml::Value::from(format!("x{piece}")).to_string();
        for config in [
            format!("[files]\nexclude = [{quoted}]\n"),
            format!("[furniture]\nallow = [{quoted}]\n"),
            format!("[[allow]]\nrule = 'tab'\nfiles = ['old/']\nreason = {quoted}\n"),
            format!("[[allow]]\nrule = 'tab'\nfiles = ['*.txt']\nreason = 'x y z'\ntext = {quoted}\n"),
            format!("profile = {quoted}\n"),
            format!("extend = {quoted}\n"),
            format!("baseline = {quoted}\n"),
            format!("select = [{quoted}]\n"),
            format!("{quoted} = 1\n"),
            format!("[severity]\n{quoted} = 'error'\n"),
            format!("[profiles.{quoted}]\nextends = 'nournews'\nnews-id = [{quoted}]\n"),
            format!("fail-on = {quoted}\nselect = {quoted}"),
            format!("a = {piece}\n"),
        ] {
            let tree = Tree::new().file("a.txt", "News ID : 1\n\tx\n").file("wirelint.toml", &config);
            for args in
                [&["check", "a.txt", "-v"][..], &["config", "show", "--origin"], &["baseline", "prune", "a.txt"]]
            {
                assert_streams_inert("", &tree.wirelint(args).run());
            }
        }
    }
}

#[test]
fn what_is_shown_of_a_configuration_is_the_configuration() {
    for piece in PIECES {
        let quoted = toml::Value::from(format!("x{piece}")).to_string();
        let config = format!("[furniture]\nallow = [{quoted}]\n");
        let tree = Tree::new().file("wirelint.toml", config);
        let shown = tree.wirelint(["config", "show"]).run();
        if shown.stderr.is_empty() {
            let table: toml::Table = shown.out().parse().unwrap_or_else(|error| panic!("{error}: {}", shown.out()));
            assert_eq!(table["furniture"]["allow"][0].as_str(), Some(format!("x{piece}").as_str()));
            let value = tree.wirelint(["config", "get", "furniture.allow"]).run().status(0).json();
            assert_eq!(value[0].as_str(), Some(format!("x{piece}").as_str()));
        }
    }
}

#[test]
fn no_baseline_lets_anything_through() {
    let tree = hostile_tree();
    tree.wirelint(["baseline", "create", "."]).run();
    for args in [&["baseline", "show"][..], &["check", ".", "--statistics"], &["baseline", "update", "."]] {
        assert_streams_inert("", &tree.wirelint(args).run());
    }
    for piece in PIECES {
        let text = serde_json::to_string(piece).expect("JSON");
        let entry = format!("{{\"path\":{text},\"rule\":{text},\"fingerprint\":{text},\"excerpt\":{text}}}");
        for baseline in [format!("{{\"version\":1,\"findings\":[{entry}]}}"), text.clone(), format!("{{{piece}")] {
            let tree = Tree::new().file("a.txt", "News ID : 1\n").file("wirelint-baseline.json", baseline);
            for args in [&["baseline", "show"][..], &["check", "."], &["baseline", "prune", "."]] {
                assert_streams_inert("", &tree.wirelint(args).run());
            }
        }
    }
}

/// Everything that tells about files, with names and contents that are all trouble.
#[test]
fn no_listing_lets_anything_through() {
    let tree = hostile_tree();
    for args in [
        &["check", ".", "--show-files", "--why", "--exclude", "*1*"][..],
        &["check", ".", "--untrusted", "--exclude", "*1*"],
        &["check", ".", "-v", "--profile", "auto"],
        &["check", ".", "--statistics"],
        &["fix", "--check", "."],
        &["fix", "--patch", "p", ".", "-v"],
        &["parse", ".", "--fix", "--profile", "auto"],
        &["profiles"],
        &["rules"],
    ] {
        assert_streams_inert("", &tree.wirelint(args).run());
    }
}

/// The commands that the runner of GitHub knows, in both forms; a command with another name is one as well.
#[test]
fn every_registered_command_is_broken() {
    for name in [
        "stop-commands",
        "add-mask",
        "add-matcher",
        "remove-matcher",
        "set-output",
        "save-state",
        "debug",
        "notice",
        "warning",
        "error",
        "group",
        "endgroup",
        "echo",
        "set-env",
        "add-path",
        "internal-set-repo-path",
        "Add-Mask",
    ] {
        for line in [format!("::{name}::x"), format!("\u{3000}::{name} a=b::x"), format!("12 | ##[{name} a=b]x")] {
            assert_eq!(commands(&line).len(), 1, "{line}");
            assert_eq!(commands(show(&line).as_str()), [], "{line}");
            assert_eq!(commands(show_lines(&format!("a\n{line}\n")).as_str()), [], "{line}");
            assert!(carries_command(&format!("a\n{line}\n")), "{line}");
        }
    }
}

proptest! {
    #![proptest_config(cases(512))]

    /// Whatever a runner finds in a text is known beforehand, and gone from what is shown of its patch.
    #[test]
    fn no_patch_lets_a_command_through(old in trouble(), new in trouble(), name in trouble()) {
        prop_assert!(commands(&old).is_empty() || carries_command(&old), "{:?}", old);
        let patch = diff::unified(&name, &old, &new);
        prop_assert!(commands(&patch).is_empty() || carries_command(&patch), "{:?}", patch);
        let shown = diff::harmless(&patch);
        let raw = shown.as_str().chars().find(|c| *c != '\n' && chars::is_unprintable(*c));
        prop_assert_eq!(raw, None);
        prop_assert_eq!(commands(shown.as_str()), []);
        let view = diff::terminal(&name, &old, &new, Style { color: false, width: 80 });
        prop_assert_eq!(commands(&view), []);
        prop_assert!(!view.contains(|c: char| c != '\n' && chars::is_unprintable(c)), "{:?}", view);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_utf8_stay_apart() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let tree = Tree::new();
    for name in [&b"a\xff.txt"[..], b"a\xfe.txt", b"a\\xFF.txt"] {
        std::fs::write(tree.root().join(OsStr::from_bytes(name)), "News ID : 1\n").expect("a file");
    }
    let report = tree.wirelint(["check", ".", "--output-format", "json"]).run().status(1).json();
    let findings = report["findings"].as_array().expect("findings");
    let of = |key: &str| {
        let mut all: Vec<&str> = findings.iter().filter_map(|finding| finding[key].as_str()).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    assert_eq!(of("path"), ["a\\x5CxFF.txt", "a\\xFE.txt", "a\\xFF.txt"]);
    assert_eq!(of("fingerprint").len(), findings.len());
    let sarif = tree.wirelint(["check", ".", "--output-format", "sarif"]).run().status(1);
    for uri in ["\"a%5CxFF.txt\"", "\"a%FE.txt\"", "\"a%FF.txt\""] {
        assert!(sarif.out().contains(uri), "{uri}");
    }
}
