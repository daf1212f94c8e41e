//! The Static Analysis Results Interchange Format, which GitHub's code scanning and many viewers read.
//!
//! Source: SARIF 2.1.0, OASIS standard. Lines and columns count from 1, columns in characters, ends are exclusive.

use serde::Serialize;

use super::escape::{Shown, join, json, show, uri};
use super::{FileReport, Format, Problem, Reader, Style, Summary, UNLISTED};
use crate::diagnostic::{Diagnostic, Severity};
use crate::fix::{Edit, Fix};
use crate::rules::{RULES, Rule};
use crate::source::{Source, Span};

pub(super) const FORMAT: Format = Format {
    name: "sarif",
    summary: "SARIF 2.1.0, for code scanning and viewers",
    reader: Reader::Program,
    lists_clean_files: false,
    begin,
    file,
    separator: ",",
    end,
};

/// What stands before the description of the tool.
const HEAD: &str = "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/\
                    sarif-schema-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":";
/// What stands between the tool and the results. Lone CR ends a line here, which readers would not expect.
const MIDDLE: &str =
    ",\"columnKind\":\"unicodeCodePoints\",\"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\"],\"results\":[";

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Text<&'static str>,
    help: Help,
    default_configuration: Configuration,
    properties: Properties,
}

#[derive(Serialize)]
struct Text<T> {
    text: T,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: &'static str,
}

#[derive(Serialize)]
struct Configuration {
    level: Level,
}

#[derive(Serialize)]
struct Properties {
    tags: [&'static str; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Level {
    Error,
    Warning,
    Note,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: Level,
    message: Text<Shown>,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Repair<'a>>,
    partial_fingerprints: Fingerprints,
}

#[derive(Serialize)]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text<Shown>>,
    #[serde(rename = "physicalLocation")]
    place: Place,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: Shown,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Repair<'a> {
    description: Text<Shown>,
    artifact_changes: [Change<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: Artifact,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Text<&'a str>,
}

#[derive(Serialize)]
struct Fingerprints {
    /// The number is raised when fingerprints are made in another way.
    #[serde(rename = "wirelint/v1")]
    own: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: Level,
    message: Text<Shown>,
    descriptor: Reference,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location>,
}

#[derive(Serialize)]
struct Reference {
    id: &'static str,
}

fn begin() -> Shown {
    let version = env!("CARGO_PKG_VERSION");
    let rules = RULES.iter().map(descriptor).collect();
    let tool = Tool { driver: Driver { name: "wirelint", version, semantic_version: version, rules } };
    join(&[&HEAD, &json(&tool), &MIDDLE])
}

fn descriptor(rule: &Rule) -> Descriptor {
    Descriptor {
        id: rule.name,
        short_description: Text { text: rule.summary },
        help: Help {
            text: format!("{}. `wirelint explain {}` says more.", rule.summary, rule.name),
            markdown: rule.docs,
        },
        default_configuration: Configuration { level: level(rule.severity) },
        properties: Properties { tags: [rule.group.name()] },
    }
}

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Info => Level::Note,
    }
}

fn file(report: &FileReport, _style: Style) -> Shown {
    let line = |(place, (diagnostic, own)): (usize, (_, &str))| {
        let outcome = outcome(report, diagnostic, Fingerprints { own: own.to_owned() });
        join(&[&if place == 0 { "\n" } else { ",\n" }, &json(&outcome)])
    };
    report.identified().enumerate().map(line).collect()
}

fn outcome<'a>(report: &FileReport<'a, '_>, diagnostic: &'a Diagnostic, fingerprint: Fingerprints) -> Outcome<'a> {
    let place = |span| Place { artifact_location: artifact(report.path), region: Some(region(report.source, span)) };
    let related = diagnostic.labels.iter().enumerate().map(|(index, label)| Location {
        id: Some(index),
        message: Some(Text { text: show(&label.message) }),
        place: place(label.span),
    });
    // The help belongs to this finding, not to its rule.
    let (message, help) = (show(&diagnostic.message), show(&diagnostic.help));
    let text = if help.is_empty() { message } else { join(&[&message, &". ", &help]) };
    Outcome {
        rule_id: diagnostic.rule,
        rule_index: RULES.iter().position(|rule| rule.name == diagnostic.rule),
        level: level(diagnostic.severity),
        message: Text { text },
        locations: [Location { id: None, message: None, place: place(diagnostic.span) }],
        related_locations: related.collect(),
        fixes: diagnostic.fix.iter().map(|fix| repair(report, fix)).collect(),
        partial_fingerprints: fingerprint,
    }
}

fn artifact(path: &str) -> Artifact {
    Artifact { uri: uri(path) }
}

fn region(source: &Source, span: Span) -> Region {
    let (start, end) = (source.position(span.start), source.position(span.end));
    Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
}

fn repair<'a>(report: &FileReport, fix: &'a Fix) -> Repair<'a> {
    let replacement = |edit: &'a Edit| Replacement {
        deleted_region: region(report.source, edit.span),
        inserted_content: Text { text: &edit.text },
    };
    Repair {
        description: Text { text: join(&[&show(&fix.title), &" (", &fix.safety.name(), &")"]) },
        artifact_changes: [Change {
            artifact_location: artifact(report.path),
            replacements: fix.edits.iter().map(replacement).collect(),
        }],
    }
}

fn end(problems: &[Problem], summary: &Summary) -> Shown {
    let notification = |problem: &Problem| {
        let place = |path| Place { artifact_location: artifact(path), region: None };
        let location = |path| Location { id: None, message: None, place: place(path) };
        Notification {
            level: Level::Error,
            message: Text { text: show(&problem.message) },
            descriptor: Reference { id: problem.kind.name() },
            locations: problem.path.as_deref().map(location).into_iter().collect(),
        }
    };
    let unlisted = (summary.unlisted > 0).then(|| Notification {
        level: Level::Warning,
        message: Text { text: join(&[&"findings not listed, because their file has too many: ", &summary.unlisted]) },
        descriptor: Reference { id: UNLISTED },
        locations: Vec::new(),
    });
    let invocation = Invocation {
        execution_successful: problems.is_empty(),
        tool_execution_notifications: problems.iter().map(notification).chain(unlisted).collect(),
    };
    join(&[&"\n],\"invocations\":[", &json(&invocation), &"]}]}\n"])
}
