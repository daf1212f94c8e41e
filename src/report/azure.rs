//! Logging commands of Azure Pipelines: each finding becomes an issue of the build.
//!
//! Source: "Logging commands" of Azure Pipelines; the escapes are those of its agent.

use super::escape::{Shown, azure, join};
use super::{FileReport, Format, Problem, Reader, Style, Summary, UNLISTED};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const FORMAT: Format = Format {
    name: "azure",
    summary: "Issues of a build of Azure Pipelines",
    reader: Reader::BuildServer,
    lists_clean_files: false,
    begin: Shown::default,
    file,
    separator: "",
    end,
};

fn file(report: &FileReport, _style: Style) -> Shown {
    let issue = |diagnostic: &Diagnostic| {
        // There is nothing milder than a warning.
        let level = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning | Severity::Info => "warning",
        };
        let at = report.source.position(diagnostic.span.start);
        let kind = join(&[&"##vso[task.logissue type=", &level, &";code=", &diagnostic.rule]);
        let place =
            join(&[&";sourcepath=", &azure(report.path), &";linenumber=", &at.line, &";columnnumber=", &at.column]);
        join(&[&kind, &place, &";]", &azure(&diagnostic.message), &"\n"])
    };
    let rest = report.rest().map(|rest| {
        let kind = join(&[&"##vso[task.logissue type=warning;code=", &UNLISTED]);
        join(&[&kind, &";sourcepath=", &azure(report.path), &";]", &rest, &"\n"])
    });
    report.listed().iter().map(issue).chain(rest).collect()
}

fn end(problems: &[Problem], _summary: &Summary) -> Shown {
    let issue = |problem: &Problem| {
        let place = problem.path.as_deref().map(|path| join(&[&";sourcepath=", &azure(path)])).unwrap_or_default();
        let kind = join(&[&"##vso[task.logissue type=error;code=", &problem.kind.name()]);
        join(&[&kind, &place, &";]", &azure(&problem.message), &"\n"])
    };
    problems.iter().map(issue).collect()
}
