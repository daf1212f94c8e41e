//! Whatever a file is called and holds, every report of it is whole, readable to its programs, and inert.

use wirelint::diagnostic::{Diagnostic, Severity};
use wirelint::fingerprint::fingerprints;
use wirelint::lint::{self, Settings};
use wirelint::report::{FORMATS, FileReport, Format, Problem, ProblemKind, Style, Summary};
use wirelint::source::{Source, Span};

use crate::support::hostile::assert_inert;
use crate::support::runner::commands;

/// The first byte is the length of the name; what follows the name is the text.
pub fn hold(bytes: &[u8]) {
    let (first, rest) = bytes.split_first().map_or((0, bytes), |(first, rest)| (usize::from(*first), rest));
    let (name, text) = rest.split_at(first.min(rest.len()));
    let [name, text] = [name, text].map(String::from_utf8_lossy);
    let source = Source::new(&name, &text);
    let mut findings = lint::check(&source, &Settings::default()).diagnostics;
    // A finding with all of it in its message, which alone may quote what came from outside.
    findings.push(Diagnostic {
        rule: "form-stub",
        severity: Severity::Info,
        span: Span::new(0, text.len()),
        message: text.to_string(),
        help: "Have a look.".to_owned(),
        labels: Vec::new(),
        fix: None,
    });
    for format in FORMATS {
        let document = document(format, &source, &findings);
        assert_inert(format.name, &document);
        assert_readable(format, &document, findings.len());
    }
}

/// A document about the file, and about a problem with it and one with the run.
fn document(format: &Format, source: &Source, findings: &[Diagnostic]) -> String {
    let name = source.name();
    let prints = fingerprints(name, source, findings);
    let report = FileReport { path: name, source, diagnostics: findings, fingerprints: &prints };
    let mut summary = Summary::default();
    summary.add_file(findings);
    let problem = |path: Option<&str>| Problem {
        path: path.map(str::to_owned),
        kind: ProblemKind::Unreadable,
        message: name.to_owned(),
    };
    let file = (format.file)(&report, Style { color: false, width: 80 });
    let end = (format.end)(&[problem(Some(name)), problem(None)], &summary);
    [(format.begin)().as_str(), file.as_str(), end.as_str()].concat()
}

/// The programs that the format is for can read it, and find everything in it.
fn assert_readable(format: &Format, document: &str, findings: usize) {
    let json = |text: &str| -> serde_json::Value {
        serde_json::from_str(text).unwrap_or_else(|error| panic!("{}: {error}: {text:?}", format.name))
    };
    match format.name {
        "json" => assert_eq!(json(document)["findings"].as_array().map(Vec::len), Some(findings)),
        "gitlab" => assert_eq!(json(document).as_array().map(Vec::len), Some(findings + 2)),
        "sarif" | "rdjson" => drop(json(document)),
        "jsonl" => assert_eq!(document.lines().map(json).collect::<Vec<_>>().len(), findings),
        "junit" | "checkstyle" => {
            let parsed = roxmltree::Document::parse(document);
            let parsed = parsed.unwrap_or_else(|error| panic!("{}: {error}: {document:?}", format.name));
            let wanted = if format.name == "junit" { "testcase" } else { "error" };
            let found = parsed.descendants().filter(|node| node.has_tag_name(wanted)).count();
            assert_eq!(found, findings + 2, "{}: {document:?}", format.name);
        }
        "github" | "azure" => {
            assert_eq!(commands(document).len(), findings + 2, "{}: {document:?}", format.name);
            assert_eq!(document.lines().count(), findings + 2, "{}: {document:?}", format.name);
        }
        _ => {}
    }
}
