//! What the command says about each article in `fixtures/`, what it makes of it, and the record it gets: byte for byte.

use std::fs;
use std::path::{Path, PathBuf};

use wirelint::record::article::ArticleRecord;

use crate::support::golden::{Goldens, root};
use crate::support::wirelint::Run;

/// The present of every run.
const NOW: &str = "2024-07-01T00:00:00Z";

/// The directories in `fixtures/`, by name.
pub(crate) fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("fixtures")).expect("there are fixtures");
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    cases.retain(|case| case.is_dir());
    cases.sort();
    cases
}

pub(crate) fn name(case: &Path) -> &str {
    case.file_name().and_then(|name| name.to_str()).expect("a name")
}

/// A run of `command` over a case, with its own configuration or none.
pub(crate) fn run(case: &Path, command: &[&str]) -> Run {
    let configuration: &[&str] =
        if case.join("wirelint.toml").exists() { &["--config", "wirelint.toml"] } else { &["--isolated"] };
    Run::new(case).args(command).args(configuration).args(["--now", NOW])
}

/// What `fix` makes of a case.
pub(crate) fn fixed(case: &Path, options: &[&str]) -> Vec<u8> {
    let input = fs::read(case.join("input.txt")).expect("an input");
    run(case, &[&["fix", "-", "--quiet"], options].concat()).stdin(input).run().stdout
}

/// The record of an article, without what changes from one release to the next; `rejected` if it gets none.
fn record(case: &Path) -> Vec<u8> {
    let output = run(case, &["parse", "--fix", "input.txt", "--quiet"]).run();
    let line = output.out();
    if line.is_empty() {
        return b"rejected\n".to_vec();
    }
    let mut record: ArticleRecord = serde_json::from_str(&line).expect("a record");
    "<version>".clone_into(&mut record.provenance.wirelint);
    "<version>".clone_into(&mut record.provenance.tzdb);
    (serde_json::to_string_pretty(&record).expect("a record serialises") + "\n").into_bytes()
}

#[test]
fn every_case_is_as_its_goldens_say() {
    let mut goldens = Goldens::default();
    for case in cases() {
        let check = |format| run(&case, &["check", "input.txt", "--quiet", "--output-format", format]).run().stdout;
        goldens.compare(&case.join("check.txt"), Some(&check("full")));
        goldens.compare(&case.join("check.json"), Some(&check("json")));
        let safe = fixed(&case, &[]);
        let on_request = fixed(&case, &["--unsafe-fixes"]);
        goldens.compare(&case.join("fixed.txt"), Some(&safe));
        goldens.compare(&case.join("fixed-unsafe.txt"), (on_request != safe).then_some(&on_request));
        goldens.compare(&case.join("article.json"), Some(&record(&case)));
    }
    goldens.finish();
}

#[test]
fn clean_articles_and_traps_have_no_finding() {
    let mut alarms = Vec::new();
    let is_clean = |case: &PathBuf| name(case).starts_with("trap-") || name(case).contains("clean");
    for case in cases().iter().filter(|case| is_clean(case)) {
        let output = run(case, &["check", "input.txt", "--quiet"]).run();
        if !output.stdout.is_empty() || !output.stderr.is_empty() {
            alarms.push(format!("{}\n{}{}", name(case), output.out(), output.err()));
        }
    }
    assert!(alarms.is_empty(), "{}", alarms.join("\n"));
}

#[test]
fn what_was_fixed_needs_no_fix() {
    for case in cases() {
        let safe: &[&str] = &[];
        for options in [safe, &["--unsafe-fixes"]] {
            let once = fixed(&case, options);
            let again = run(&case, &["fix", "-"]).args(options).stdin(&once).run();
            assert_eq!(again.out(), String::from_utf8_lossy(&once), "{}", name(&case));
        }
    }
}
