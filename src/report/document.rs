//! The JSON report as structs of its own: what scripts read, independent of how findings are kept inside.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};

use super::escape::{Shown, json};
use super::path_bytes;
use super::{FileReport, Problem, Summary};
use crate::{diagnostic, fix, rules, source};

/// Version of the shape of the document; a field that goes or changes its meaning raises it.
pub(super) const VERSION: usize = 1;

/// The report of a run.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Report {
    /// Version of the shape of this document: 1.
    pub(super) version: u32,
    /// What was found, by path, place and rule; at the end what is said about entries that allow findings.
    pub(super) findings: Vec<Finding>,
    /// What could not be done; if there is any, the run did not do the whole job.
    pub(super) problems: Vec<Trouble>,
    /// The run in numbers.
    pub(super) summary: Numbers,
}

/// One finding.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Finding {
    /// Name of the rule, permanent.
    rule: String,
    /// What part of an article the rule is about; `internal` if the rule is not one of the table.
    group: String,
    /// How bad it is under the configuration in force.
    severity: Severity,
    /// Path relative to the working directory, with `/`; a byte that belongs to no character as `\xFF`.
    path: String,
    /// The bytes of the path in base64, if they are not those of `path`; else absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    path_bytes: Option<String>,
    /// What is wrong, in one sentence without a full stop.
    message: String,
    /// Why it matters or what to do; may be empty.
    help: String,
    /// The exact place; empty where something is missing.
    span: Span,
    /// Other places that matter.
    labels: Vec<Label>,
    /// What would mend it; null if a machine cannot tell.
    fix: Option<Fix>,
    /// Stays the same when other parts of the file change; unique within the file.
    fingerprint: String,
}

/// How bad a finding is.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Severity {
    /// The article cannot be used as it is.
    Error,
    /// Should be put right before the article goes out.
    Warning,
    /// Worth knowing; nothing has to be done.
    Info,
}

/// A place in a file. Ends are exclusive, lines and columns count from 1, columns in characters.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Span {
    /// First byte, from 0.
    start: usize,
    /// One past the last byte.
    end: usize,
    /// Line of `start`.
    start_line: usize,
    /// Column of `start`.
    start_column: usize,
    /// Line of `end`.
    end_line: usize,
    /// Column of `end`.
    end_column: usize,
}

/// A second place that explains a finding.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Label {
    /// What is there, in a few words.
    message: String,
    /// The place.
    span: Span,
}

/// A repair.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Fix {
    /// What it does, as an instruction.
    title: String,
    /// Whether it is applied without being asked for.
    safety: Safety,
    /// The edits, which only make sense together; sorted, not overlapping.
    edits: Vec<Edit>,
}

/// How much trust a repair deserves.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Safety {
    /// Cannot change what the story says: applied by default.
    Safe,
    /// Applied on request only.
    Unsafe,
}

/// Replace bytes of the file by a text.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Edit {
    /// First byte that goes, from 0.
    start: usize,
    /// One past the last byte that goes.
    end: usize,
    /// What comes in their place.
    text: String,
}

/// Something that could not be done.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Trouble {
    /// The path it is about; null if it is about the run.
    path: Option<String>,
    /// The bytes of the path in base64, if they are not those of `path`; else absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    path_bytes: Option<String>,
    /// What kind of thing went wrong.
    kind: String,
    /// What happened.
    message: String,
}

/// A run in numbers.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Numbers {
    /// Files that were found.
    found: usize,
    /// Files that were checked.
    checked: usize,
    /// Files that were left out on purpose.
    skipped: usize,
    /// Files that could not be checked.
    failed: usize,
    /// Findings that are errors.
    errors: usize,
    /// Findings that are warnings.
    warnings: usize,
    /// Findings that are infos.
    infos: usize,
    /// Findings with a safe repair.
    fixable: usize,
    /// Findings that are counted but not listed: of a file with more than 10,000, only the first 10,000 are.
    unlisted: usize,
}

/// The JSON Schema of the report.
pub fn schema() -> serde_json::Value {
    // Of what is written, not of what could be read: no field but `path_bytes` is ever left out.
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Report>().to_value()
}

/// The findings of a file, one JSON object each.
pub(super) fn findings(report: &FileReport) -> Vec<Shown> {
    report.identified().map(|(diagnostic, fingerprint)| json(&Finding::new(report, diagnostic, fingerprint))).collect()
}

impl Finding {
    fn new(report: &FileReport, diagnostic: &diagnostic::Diagnostic, fingerprint: &str) -> Self {
        let label =
            |label: &diagnostic::Label| Label { message: label.message.clone(), span: span(report.source, label.span) };
        Self {
            rule: diagnostic.rule.to_owned(),
            group: rules::find(diagnostic.rule).map_or("internal", |rule| rule.group.name()).to_owned(),
            severity: match diagnostic.severity {
                diagnostic::Severity::Error => Severity::Error,
                diagnostic::Severity::Warning => Severity::Warning,
                diagnostic::Severity::Info => Severity::Info,
            },
            path: report.path.to_owned(),
            path_bytes: path_bytes(report.path),
            message: diagnostic.message.clone(),
            help: diagnostic.help.clone(),
            span: span(report.source, diagnostic.span),
            labels: diagnostic.labels.iter().map(label).collect(),
            fix: diagnostic.fix.as_ref().map(Fix::new),
            fingerprint: fingerprint.to_owned(),
        }
    }
}

fn span(source: &source::Source, span: source::Span) -> Span {
    let (first, last) = (source.position(span.start), source.position(span.end));
    Span {
        start: span.start,
        end: span.end,
        start_line: first.line,
        start_column: first.column,
        end_line: last.line,
        end_column: last.column,
    }
}

impl Fix {
    fn new(fix: &fix::Fix) -> Self {
        let edit = |edit: &fix::Edit| Edit { start: edit.span.start, end: edit.span.end, text: edit.text.clone() };
        Self {
            title: fix.title.clone(),
            safety: match fix.safety {
                fix::Safety::Safe => Safety::Safe,
                fix::Safety::Unsafe => Safety::Unsafe,
            },
            edits: fix.edits.iter().map(edit).collect(),
        }
    }
}

impl Trouble {
    pub(super) fn new(problem: &Problem) -> Self {
        let bytes = problem.path.as_deref().and_then(path_bytes);
        let (kind, message) = (problem.kind.name().to_owned(), problem.message.clone());
        Self { path: problem.path.clone(), path_bytes: bytes, kind, message }
    }
}

impl Numbers {
    pub(super) fn new(summary: &Summary) -> Self {
        Self {
            found: summary.found,
            checked: summary.checked,
            skipped: summary.skipped,
            failed: summary.failed,
            errors: summary.errors,
            warnings: summary.warnings,
            infos: summary.infos,
            fixable: summary.fixable,
            unlisted: summary.unlisted,
        }
    }
}
