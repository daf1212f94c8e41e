//! The Reviewdog Diagnostic Format, which reviewdog posts as comments and suggestions on any code host.
//!
//! Source: `proto/rdf/reviewdog.proto` of reviewdog. Ends are exclusive; lines and columns count from 1, columns in bytes.

use serde::Serialize;

use super::escape::{Shown, join, json, show};
use super::{FileReport, Format, Problem, Reader, Style, Summary, UNLISTED};
use crate::diagnostic;
use crate::fix::Edit;
use crate::source::{Source, Span};

pub(super) const FORMAT: Format = Format {
    name: "rdjson",
    summary: "The diagnostic format of reviewdog",
    reader: Reader::Program,
    lists_clean_files: false,
    begin,
    file,
    separator: ",",
    end,
};

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: Shown,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Location<'a>>,
    severity: Severity,
    code: Code,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "UPPERCASE")]
enum Severity {
    Error,
    Warning,
    Info,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

fn begin() -> Shown {
    join(&[&"{\"source\":{\"name\":\"wirelint\"},\"diagnostics\":["])
}

fn file(report: &FileReport, _style: Style) -> Shown {
    let diagnostics = report.listed().iter().map(|diagnostic| {
        let edits = diagnostic.fix.iter().flat_map(|fix| &fix.edits);
        let suggestion = |edit: &'_ Edit| range(report.source, edit.span);
        Diagnostic {
            message: show(&diagnostic.message),
            location: Some(Location { path: report.path, range: Some(range(report.source, diagnostic.span)) }),
            severity: match diagnostic.severity {
                diagnostic::Severity::Error => Severity::Error,
                diagnostic::Severity::Warning => Severity::Warning,
                diagnostic::Severity::Info => Severity::Info,
            },
            code: Code { value: diagnostic.rule },
            suggestions: edits.map(|edit| Suggestion { range: suggestion(edit), text: &edit.text }).collect(),
        }
    });
    let rest = report.rest().map(|message| Diagnostic {
        message,
        location: Some(Location { path: report.path, range: None }),
        severity: Severity::Info,
        code: Code { value: UNLISTED },
        suggestions: Vec::new(),
    });
    lines(diagnostics.chain(rest), true)
}

fn range(source: &Source, span: Span) -> Range {
    Range { start: position(source, span.start), end: position(source, span.end) }
}

fn position(source: &Source, offset: usize) -> Position {
    let index = source.line_index(offset);
    let start = index.checked_sub(1).and_then(|above| source.lines().get(above)).map_or(0, |above| above.next);
    Position { line: index + 1, column: offset.saturating_sub(start) + 1 }
}

fn end(problems: &[Problem], summary: &Summary) -> Shown {
    let diagnostics = problems.iter().map(|problem| Diagnostic {
        message: show(&problem.message),
        location: problem.path.as_deref().map(|path| Location { path, range: None }),
        severity: Severity::Error,
        code: Code { value: problem.kind.name() },
        suggestions: Vec::new(),
    });
    join(&[&lines(diagnostics, summary.findings() == 0), &"\n]}\n"])
}

/// One diagnostic a line, the first without a comma if nothing stands before it.
fn lines<'a>(diagnostics: impl Iterator<Item = Diagnostic<'a>>, is_first: bool) -> Shown {
    let line = |(place, diagnostic)| join(&[&if is_first && place == 0 { "\n" } else { ",\n" }, &json(&diagnostic)]);
    diagnostics.enumerate().map(line).collect()
}
