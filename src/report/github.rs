//! Workflow commands of GitHub Actions: each finding becomes an annotation at its line.
//!
//! Source: "Workflow commands for GitHub Actions"; the escapes are those of its toolkit.

use super::escape::{Shown, github_data, github_property, join};
use super::{FileReport, Format, Problem, Reader, Style, Summary, UNLISTED};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const FORMAT: Format = Format {
    name: "github",
    summary: "Annotations of GitHub Actions",
    reader: Reader::BuildServer,
    lists_clean_files: false,
    begin: Shown::default,
    file,
    separator: "",
    end,
};

fn file(report: &FileReport, _style: Style) -> Shown {
    let rest = report.rest().map(|rest| {
        let place = join(&[&"::notice file=", &github_property(report.path), &",title=wirelint (", &UNLISTED]);
        join(&[&place, &")::", &rest, &"\n"])
    });
    report.listed().iter().map(|diagnostic| annotation(report, diagnostic)).chain(rest).collect()
}

fn annotation(report: &FileReport, diagnostic: &Diagnostic) -> Shown {
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let (first, last) = report.lines(diagnostic.span);
    let start = report.source.position(diagnostic.span.start);
    let end = report.source.position(diagnostic.span.end);
    // GitHub takes columns of a single line only.
    let columns = if start.line == end.line {
        join(&[&",col=", &start.column, &",endColumn=", &end.column])
    } else {
        Shown::default()
    };
    let title = join(&[&" title=wirelint (", &diagnostic.rule, &"),file=", &github_property(report.path)]);
    let place = join(&[&",line=", &first, &",endLine=", &last, &columns]);
    let help = github_data(&diagnostic.help);
    let help = if help.is_empty() { help } else { join(&[&"%0A", &help]) };
    join(&[&"::", &level, &title, &place, &"::", &github_data(&diagnostic.message), &help, &"\n"])
}

fn end(problems: &[Problem], _summary: &Summary) -> Shown {
    let annotation = |problem: &Problem| {
        // Never last: the runner takes blanks off the end of the last property.
        let file = problem.path.as_deref().map(|path| join(&[&"file=", &github_property(path), &","]));
        let file = file.unwrap_or_default();
        let title = join(&[&"title=wirelint (", &problem.kind.name(), &")::"]);
        join(&[&"::error ", &file, &title, &github_data(&problem.message), &"\n"])
    };
    problems.iter().map(annotation).collect()
}
