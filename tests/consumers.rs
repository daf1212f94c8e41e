//! Documents read the way their readers read them: every field written down once more and by hand, and no other.

use std::collections::HashSet;

use serde::Deserialize;
use wirelint::rules::RULES;

use crate::schemas::Report;
use crate::support::articles::{CLEAN, DIRTY};
use crate::support::wirelint::Tree;

/// As GitLab documents its code quality report.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Issue {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: String,
    location: IssueLocation,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IssueLocation {
    path: String,
    lines: IssueLines,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IssueLines {
    begin: usize,
    end: usize,
}

/// As `proto/rdf/reviewdog.proto` has it, so far as it is used.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DiagnosticResult {
    source: RdSource,
    diagnostics: Vec<RdDiagnostic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RdSource {
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RdDiagnostic {
    message: String,
    location: Option<RdLocation>,
    severity: RdSeverity,
    code: RdCode,
    #[serde(default)]
    suggestions: Vec<RdSuggestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RdLocation {
    path: String,
    range: Option<RdRange>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RdRange {
    start: RdPosition,
    end: RdPosition,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RdPosition {
    line: usize,
    column: usize,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum RdSeverity {
    Error,
    Warning,
    Info,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RdCode {
    value: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RdSuggestion {
    range: RdRange,
    text: String,
}

fn tree() -> Tree {
    Tree::new().file("clean.txt", CLEAN).file("news/a.txt", DIRTY).file("news/b.txt", DIRTY).file("latin.txt", b"\xe9")
}

fn document(tree: &Tree, format: &str) -> String {
    tree.wirelint(["check", ".", "--output-format", format]).run().status(2).out()
}

fn report(tree: &Tree) -> Report {
    serde_json::from_str(&document(tree, "json")).expect("a report")
}

#[test]
fn gitlab_has_every_finding_and_every_problem() {
    let tree = tree();
    let report = report(&tree);
    let issues: Vec<Issue> = serde_json::from_str(&document(&tree, "gitlab")).expect("issues");
    assert_eq!(issues.len(), report.findings.len() + 1);
    for (issue, finding) in issues.iter().zip(&report.findings) {
        assert_eq!((&issue.check_name, &issue.location.path), (&finding.rule, &finding.path));
        assert_eq!(issue.fingerprint, finding.fingerprint);
        assert!(["info", "minor", "major"].contains(&issue.severity.as_str()) && !issue.description.is_empty());
        assert_eq!(issue.location.lines.begin, finding.span.start_line);
        assert!((issue.location.lines.begin..=finding.span.end_line).contains(&issue.location.lines.end));
    }
    let last = issues.last().expect("the problem");
    assert_eq!((last.severity.as_str(), last.location.path.as_str()), ("blocker", "latin.txt"));
    let unique: HashSet<&str> = issues.iter().map(|issue| issue.fingerprint.as_str()).collect();
    assert_eq!(unique.len(), issues.len());
}

/// The byte of a place, as reviewdog finds it.
fn offset(text: &str, position: &RdPosition) -> usize {
    let above: usize = text.split_inclusive('\n').take(position.line - 1).map(str::len).sum();
    above + position.column - 1
}

#[test]
fn the_suggestions_of_reviewdog_are_the_fixes() {
    let tree = tree();
    let report = report(&tree);
    let result: DiagnosticResult = serde_json::from_str(&document(&tree, "rdjson")).expect("diagnostics");
    assert_eq!((result.source.name.as_str(), result.diagnostics.len()), ("wirelint", report.findings.len() + 1));
    for (diagnostic, finding) in result.diagnostics.iter().zip(&report.findings) {
        assert_eq!((&diagnostic.code.value, diagnostic.message.is_empty()), (&finding.rule, false));
        let location = diagnostic.location.as_ref().expect("a place");
        let range = location.range.as_ref().expect("a range");
        assert_eq!(location.path, finding.path);
        let found = (offset(DIRTY, &range.start), offset(DIRTY, &range.end));
        assert_eq!(found, (finding.span.start, finding.span.end));
        let of = |suggestion: &RdSuggestion| {
            let range = &suggestion.range;
            (offset(DIRTY, &range.start), offset(DIRTY, &range.end), suggestion.text.clone())
        };
        let edits = finding.fix.iter().flat_map(|fix| &fix.edits).map(|edit| (edit.start, edit.end, edit.text.clone()));
        assert!(diagnostic.suggestions.iter().map(of).eq(edits), "{}", finding.rule);
    }
    let last = result.diagnostics.last().expect("the problem");
    assert_eq!((&last.severity, last.code.value.as_str()), (&RdSeverity::Error, "not-utf8"));
}

#[test]
fn sarif_says_the_same_as_json() {
    let tree = tree();
    let report = report(&tree);
    let log: serde_json::Value = serde_json::from_str(&document(&tree, "sarif")).expect("JSON");
    let run = &log["runs"][0];
    assert_eq!((&log["version"], &run["columnKind"]), (&"2.1.0".into(), &"unicodeCodePoints".into()));
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), RULES.len());
    for (described, rule) in rules.iter().zip(RULES) {
        assert_eq!((&described["id"], &described["help"]["markdown"]), (&rule.name.into(), &rule.docs.into()));
        assert!(described["help"]["text"].as_str().is_some_and(|text| text.contains(rule.name)));
    }
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), report.findings.len());
    for (result, finding) in results.iter().zip(&report.findings) {
        assert_eq!(result["ruleId"], finding.rule.as_str());
        let index = result["ruleIndex"].as_u64().and_then(|index| usize::try_from(index).ok()).expect("an index");
        assert_eq!(rules[index]["id"], finding.rule.as_str());
        assert_eq!(result["partialFingerprints"]["wirelint/v1"], finding.fingerprint.as_str());
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], finding.path.as_str());
        let region = &place["region"];
        let span = &finding.span;
        assert_eq!(
            (&region["startLine"], &region["startColumn"]),
            (&span.start_line.into(), &span.start_column.into())
        );
        assert_eq!((&region["endLine"], &region["endColumn"]), (&span.end_line.into(), &span.end_column.into()));
        assert_eq!(result["relatedLocations"].as_array().map_or(0, Vec::len), finding.labels.len());
        let edits = finding.fix.as_ref().map_or(0, |fix| fix.edits.len());
        let replacements = &result["fixes"][0]["artifactChanges"][0]["replacements"];
        assert_eq!(replacements.as_array().map_or(0, Vec::len), edits, "{}", finding.rule);
    }
    let notice = &run["invocations"][0]["toolExecutionNotifications"][0];
    assert_eq!((&notice["level"], &notice["descriptor"]["id"]), (&"error".into(), &"not-utf8".into()));
}

#[test]
fn junit_counts_what_it_holds() {
    let tree = tree();
    let text = document(&tree, "junit");
    let xml = roxmltree::Document::parse(&text).expect("XML");
    let suites: Vec<_> = xml.root_element().children().filter(roxmltree::Node::is_element).collect();
    let names: Vec<_> = suites.iter().filter_map(|suite| suite.attribute("name")).collect();
    assert_eq!(names, ["clean.txt", "news/a.txt", "news/b.txt", "latin.txt"]);
    for suite in suites {
        let count = |name: &str| suite.descendants().filter(|node| node.has_tag_name(name)).count().to_string();
        for (attribute, element) in [("tests", "testcase"), ("failures", "failure"), ("errors", "error")] {
            assert_eq!(suite.attribute(attribute), Some(count(element).as_str()), "{attribute}");
        }
        let cases: Vec<_> = suite.children().filter_map(|case| case.attribute("name")).collect();
        assert_eq!(cases.iter().collect::<HashSet<_>>().len(), cases.len(), "tests of one name are taken for one");
    }
}

#[test]
fn checkstyle_has_every_finding_in_its_file() {
    let tree = tree();
    let report = report(&tree);
    let text = document(&tree, "checkstyle");
    let xml = roxmltree::Document::parse(&text).expect("XML");
    let errors = xml.descendants().filter(|node| node.has_tag_name("error"));
    let errors: Vec<_> = errors.filter(|error| error.attribute("line").is_some()).collect();
    assert_eq!(errors.len(), report.findings.len());
    for (error, finding) in errors.iter().zip(&report.findings) {
        assert_eq!(error.parent_element().and_then(|file| file.attribute("name")), Some(finding.path.as_str()));
        assert_eq!(error.attribute("source"), Some(format!("wirelint.{}", finding.rule).as_str()));
        assert_eq!(error.attribute("line"), Some(finding.span.start_line.to_string().as_str()));
        assert_eq!(error.attribute("column"), Some(finding.span.start_column.to_string().as_str()));
    }
}

/// Lines added above change no fingerprint, in no format.
#[test]
fn fingerprints_do_not_move() {
    let before = Tree::new().file("a.txt", DIRTY);
    let (head, body) = DIRTY.split_once("\n\nFerries").expect("a paragraph");
    let moved = format!("{head}\n\nA line that was added here.\n\nFerries{body}");
    let after = Tree::new().file("a.txt", moved);
    for format in ["json", "gitlab", "sarif"] {
        let of = |tree: &Tree| {
            let args = ["check", "a.txt", "--select", "form-stub,trailing-whitespace", "--output-format", format];
            let text = tree.wirelint(args).run().status(1).out();
            let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            let mut found = Vec::new();
            fingerprints(&value, &mut found);
            found
        };
        assert!(of(&before).len() >= 3, "{format}");
        assert_eq!(of(&before), of(&after), "{format}");
    }
}

fn fingerprints(value: &serde_json::Value, found: &mut Vec<String>) {
    if let Some(object) = value.as_object() {
        let own = object.iter().filter(|(key, _)| matches!(key.as_str(), "fingerprint" | "wirelint/v1"));
        found.extend(own.filter_map(|(_, value)| value.as_str().map(str::to_owned)));
        object.values().for_each(|value| fingerprints(value, found));
    }
    for value in value.as_array().into_iter().flatten() {
        fingerprints(value, found);
    }
}
