//! The JSON Schemas in `schemas/` are those of what the command really writes and reads.

use std::fs;
use std::path::PathBuf;

use serde::Deserialize;
use wirelint::record::article::ArticleRecord;

use crate::fixtures::cases;
use crate::support::golden::{Goldens, assert_golden};
use crate::support::wirelint::Tree;

/// The shape of a report, written down once more and by hand: every field, and no other.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Report {
    pub(crate) version: u32,
    pub(crate) findings: Vec<Finding>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) summary: Summary,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Finding {
    pub(crate) rule: String,
    pub(crate) group: String,
    pub(crate) severity: Severity,
    pub(crate) path: String,
    pub(crate) path_bytes: Option<String>,
    pub(crate) message: String,
    pub(crate) help: String,
    pub(crate) span: Span,
    pub(crate) labels: Vec<Label>,
    pub(crate) fix: Option<Fix>,
    pub(crate) fingerprint: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Severity {
    Error,
    Warning,
    Info,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) start_line: usize,
    pub(crate) start_column: usize,
    pub(crate) end_line: usize,
    pub(crate) end_column: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Label {
    pub(crate) message: String,
    pub(crate) span: Span,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fix {
    pub(crate) title: String,
    pub(crate) safety: Safety,
    pub(crate) edits: Vec<Edit>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Safety {
    Safe,
    Unsafe,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Edit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Problem {
    pub(crate) path: Option<String>,
    pub(crate) path_bytes: Option<String>,
    pub(crate) kind: String,
    pub(crate) message: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Summary {
    pub(crate) found: usize,
    pub(crate) checked: usize,
    pub(crate) skipped: usize,
    pub(crate) failed: usize,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) infos: usize,
    pub(crate) fixable: usize,
    pub(crate) unlisted: usize,
}

/// The fixtures; none while another test writes their goldens anew.
fn cases_with_goldens() -> Vec<PathBuf> {
    if Goldens::are_updated() { Vec::new() } else { cases() }
}

#[test]
fn the_schemas_are_those_of_the_program() {
    for name in ["report", "article", "config", "baseline"] {
        let output = Tree::new().wirelint(["schema", name]).run().status(0).stderr("");
        assert_golden(&format!("schemas/{name}.schema.json"), &output.out());
    }
}

#[test]
fn every_report_has_the_shape_and_says_what_is_true() {
    for case in cases_with_goldens() {
        let text = fs::read_to_string(case.join("input.txt")).expect("UTF-8");
        let json = fs::read_to_string(case.join("check.json")).expect("a golden");
        let report: Report = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{}: {error}", case.display()));
        assert_eq!((report.version, report.problems.len()), (1, 0));
        let Summary { found, checked, skipped, failed, errors, warnings, infos, fixable, unlisted } = report.summary;
        assert_eq!((found, checked, skipped, failed, unlisted), (1, 1, 0, 0, 0));
        let count = |wanted| report.findings.iter().filter(|finding| finding.severity == wanted).count();
        assert_eq!((errors, warnings), (count(Severity::Error), count(Severity::Warning)), "{}", case.display());
        assert_eq!(infos, count(Severity::Info), "{}", case.display());
        let safe = report.findings.iter().filter_map(|finding| finding.fix.as_ref());
        assert_eq!(fixable, safe.filter(|fix| fix.safety == Safety::Safe).count(), "{}", case.display());
        for finding in &report.findings {
            holds(finding, &text);
        }
    }
}

/// Names are known, texts are not empty, and places are in the text.
#[track_caller]
fn holds(finding: &Finding, text: &str) {
    let rule = wirelint::rules::find(&finding.rule).expect("a rule");
    assert_eq!(rule.group.name(), finding.group);
    assert_eq!(finding.path, "input.txt");
    assert_eq!(finding.path_bytes, None);
    assert!(!finding.message.is_empty() && !finding.help.is_empty() && !finding.fingerprint.is_empty());
    let spans =
        finding.labels.iter().map(|label| (&label.span, &label.message)).chain([(&finding.span, &finding.help)]);
    for (span, message) in spans {
        assert!(!message.is_empty());
        assert!(text.get(span.start..span.end).is_some(), "{}", finding.rule);
        assert!((span.start_line, span.start_column) <= (span.end_line, span.end_column));
        assert!(span.start_line >= 1 && span.start_column >= 1);
    }
    assert!(finding.fix.iter().all(|fix| !fix.title.is_empty() && !fix.edits.is_empty()));
    for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
        assert_ne!(text.get(edit.start..edit.end), Some(edit.text.as_str()), "{}: an edit of nothing", finding.rule);
    }
}

#[test]
fn every_record_has_the_shape() {
    for case in cases_with_goldens() {
        let golden = fs::read_to_string(case.join("article.json")).expect("a golden");
        if golden != "rejected\n" {
            let record: ArticleRecord = serde_json::from_str(&golden).expect("a record");
            if let Some(news_id) = &record.news_id {
                assert_eq!(record.id, format!("{}:{news_id}", record.source));
            }
        }
    }
}

#[test]
fn every_field_of_a_schema_is_described() {
    for name in ["report", "article", "config", "baseline"] {
        let schema = Tree::new().wirelint(["schema", name]).run().json();
        let mut missing = Vec::new();
        undescribed(&schema, name, &mut missing);
        assert_eq!(missing, [""; 0]);
    }
}

fn undescribed(value: &serde_json::Value, place: &str, missing: &mut Vec<String>) {
    let Some(object) = value.as_object() else { return };
    for (name, property) in object.get("properties").and_then(|properties| properties.as_object()).into_iter().flatten()
    {
        if property.get("description").is_none() {
            missing.push(format!("{place}.{name}"));
        }
    }
    for (name, below) in object {
        undescribed(below, &format!("{place}.{name}"), missing);
    }
}
