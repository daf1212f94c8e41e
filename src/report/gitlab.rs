//! The code quality report of GitLab: a JSON array of issues that merge requests compare.
//!
//! Source: "Code Quality report format" of GitLab's documentation. What could not be done is an issue, too: a report
//! without any would read as a clean run.

use serde::Serialize;

use super::escape::{Shown, join, json, show};
use super::{FileReport, Format, Problem, Reader, Style, Summary, UNLISTED};
use crate::diagnostic;
use crate::fingerprint::of_texts;

pub(super) const FORMAT: Format = Format {
    name: "gitlab",
    summary: "The code quality report of GitLab",
    reader: Reader::Program,
    lists_clean_files: false,
    begin,
    file,
    separator: ",",
    end,
};

#[derive(Serialize)]
struct Issue<'a> {
    description: Shown,
    check_name: &'a str,
    fingerprint: String,
    severity: Severity,
    location: Location<'a>,
}

/// The severities of GitLab that have a use here.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Severity {
    Info,
    Minor,
    Major,
    Blocker,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

fn begin() -> Shown {
    join(&[&"["])
}

fn file(report: &FileReport, _style: Style) -> Shown {
    let issues = report.identified().map(|(diagnostic, fingerprint)| {
        let (begin, end) = report.lines(diagnostic.span);
        Issue {
            description: show(&diagnostic.message),
            check_name: diagnostic.rule,
            fingerprint: fingerprint.to_owned(),
            severity: match diagnostic.severity {
                diagnostic::Severity::Error => Severity::Major,
                diagnostic::Severity::Warning => Severity::Minor,
                diagnostic::Severity::Info => Severity::Info,
            },
            location: Location { path: report.path, lines: Lines { begin, end } },
        }
    });
    let rest = report.rest().map(|description| Issue {
        description,
        check_name: UNLISTED,
        fingerprint: of_texts(&[[UNLISTED, report.path, ""]]).concat(),
        severity: Severity::Info,
        location: Location { path: report.path, lines: Lines { begin: 1, end: 1 } },
    });
    lines(issues.chain(rest), true)
}

fn end(problems: &[Problem], summary: &Summary) -> Shown {
    let texts: Vec<[&str; 3]> = problems
        .iter()
        .map(|problem| [problem.kind.name(), problem.path.as_deref().unwrap_or_default(), &problem.message])
        .collect();
    let issues = problems.iter().zip(of_texts(&texts)).map(|(problem, fingerprint)| Issue {
        description: show(&problem.message),
        check_name: problem.kind.name(),
        fingerprint,
        severity: Severity::Blocker,
        // GitLab wants a place for every issue.
        location: Location { path: problem.path.as_deref().unwrap_or("."), lines: Lines { begin: 1, end: 1 } },
    });
    join(&[&lines(issues, summary.findings() == 0), &"\n]\n"])
}

/// One issue a line, the first without a comma if nothing stands before it.
fn lines<'a>(issues: impl Iterator<Item = Issue<'a>>, is_first: bool) -> Shown {
    let line = |(place, issue)| join(&[&if is_first && place == 0 { "\n" } else { ",\n" }, &json(&issue)]);
    issues.enumerate().map(line).collect()
}
