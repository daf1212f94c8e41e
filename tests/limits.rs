//! What a hostile text can cost: the work grows as the text does, a report no longer than it is worth.
//!
//! `cargo run --release --example work_growth` counts the instructions.

use wirelint::diff;
use wirelint::fingerprint::fingerprints;
use wirelint::fix::Safety;
use wirelint::lint::{self, Settings};
use wirelint::report::{FORMATS, FileReport, Style};
use wirelint::source::Source;

use crate::support::articles::DIRTY;
use crate::support::traps;
use crate::support::wirelint::Tree;

/// Whatever is in a trap, a report of it is in proportion to it, and everything that can be done with it ends.
#[test]
fn what_is_made_of_a_trap_is_in_proportion_to_it() {
    const LONG: usize = 1024;
    for (name, text) in traps::all() {
        let text = text(LONG);
        let source = Source::new("a.txt", &text);
        let found = lint::check(&source, &Settings::default()).diagnostics;
        let prints = fingerprints("a.txt", &source, &found);
        let report = FileReport { path: "a.txt", source: &source, diagnostics: &found, fingerprints: &prints };
        for format in FORMATS {
            let length = (format.file)(&report, Style { color: false, width: 100 }).as_str().len();
            // A finding has its own words, and edits as many as it has places.
            let edits: usize = found.iter().flat_map(|finding| &finding.fix).map(|fix| fix.edits.len()).sum();
            let most = 4 * 1024 + 4 * text.len() + 3_000 * found.len() + 300 * edits;
            assert!(length <= most, "{name}: {length} bytes of {} for {} findings", format.name, found.len());
        }
        if let Ok(fixed) = lint::fix(&source, &Settings::default(), Safety::Unsafe) {
            let patch = diff::unified("a.txt", &text, &fixed.text);
            assert!(patch.len() <= 1024 + 8 * (text.len() + fixed.text.len()), "{name}: {}", patch.len());
        }
    }
}

/// A file with more findings than a report lists.
fn crowded() -> (Tree, usize) {
    const TOO_MANY: usize = 25;
    let text = DIRTY.replacen("The boats", &format!("{}The boats", "word\u{a0}".repeat(10_000 + TOO_MANY)), 1);
    (Tree::new().file("a.txt", text), TOO_MANY)
}

#[test]
fn what_is_not_listed_is_counted_and_repaired() {
    let (tree, more) = crowded();
    let output = tree.wirelint(["check", "a.txt", "--output-format", "json"]).run().status(1);
    let report = output.json();
    let number = |key: &str| usize::try_from(report["summary"][key].as_u64().expect(key)).expect(key);
    let all = number("errors") + number("warnings") + number("infos");
    assert_eq!(report["findings"].as_array().map(Vec::len), Some(10_000));
    assert_eq!((all, number("unlisted")), (10_000 + number("unlisted"), all - 10_000));
    assert!(number("unlisted") >= more);
    let rest = format!("{} findings not listed: a report lists the first 10000 of a file", number("unlisted"));
    output.stderr_contains(&format!("{all} findings")).stderr_contains(&rest);
    let most = (all - 1).to_string();
    tree.wirelint(["check", "a.txt", "-q", "--max-warnings", &most, "--fail-on", "never"]).run();
    tree.wirelint(["fix", "a.txt"]).run().status(0);
    tree.wirelint(["check", "a.txt"]).run().status(0);
}

#[test]
fn every_format_says_how_many_it_does_not_list() {
    let (tree, _) = crowded();
    let unlisted = |text: &str| text.lines().filter(|line| line.contains("not listed")).count();
    let files: Vec<String> = FORMATS.iter().map(|format| format!("--output-format={0}={0}.out", format.name)).collect();
    tree.wirelint(["check", "a.txt"]).args(&files).run().status(1);
    for format in FORMATS {
        let out = tree.read(&format!("{}.out", format.name));
        let wanted = usize::from(!matches!(format.name, "json" | "jsonl"));
        assert_eq!(unlisted(&out), wanted, "{}", format.name);
        match format.name {
            "jsonl" => assert_eq!(out.lines().count(), 10_000),
            "json" | "gitlab" | "sarif" | "rdjson" => {
                _ = serde_json::from_str::<serde_json::Value>(&out).expect("JSON");
            }
            "junit" | "checkstyle" => _ = roxmltree::Document::parse(&out).expect("XML"),
            _ => {}
        }
    }
}

#[test]
fn many_globs_and_long_ones_are_refused() {
    let tree = Tree::new().file("a.txt", DIRTY);
    let long = "a".repeat(1_001);
    tree.wirelint(["check", "a.txt", "--exclude", &long])
        .run()
        .status(2)
        .stderr_contains("longer than 1000 characters");
    let many = vec!["x"; 1_001].join(",");
    tree.wirelint(["check", "a.txt", "--exclude", &many]).run().status(2).stderr_contains("more than 1000 globs");
    let list = format!("[{}]", vec!["'x'"; 1_001].join(","));
    for config in [
        format!("[files]\nexclude = {list}\n"),
        format!("[[allow]]\nrule = 'tab'\nfiles = {list}\nreason = 'x y z'\n"),
        format!("[[overrides]]\nfiles = {list}\nignore = ['tab']\n"),
    ] {
        let tree = Tree::new().file("a.txt", DIRTY).file("wirelint.toml", config);
        tree.wirelint(["check", "a.txt"]).run().status(2).stderr_contains("these are more than 1000 globs");
    }
}

#[test]
fn a_configuration_larger_than_a_mebibyte_is_none() {
    let tree = Tree::new().file("a.txt", DIRTY).file("wirelint.toml", format!("#{}\n", "x".repeat(1 << 20)));
    tree.wirelint(["check", "a.txt"]).run().status(2).stderr_contains("larger than 1048576 bytes");
}
