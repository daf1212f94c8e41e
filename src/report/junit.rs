//! The XML report of `JUnit`: a suite for each file, a failed test for each finding, and a passed one for a clean file.
//!
//! There is no standard of it; the elements and attributes are those that Jenkins, GitLab and Azure Pipelines all read.

use super::escape::{Shown, join, show, show_path, xml};
use super::{FileReport, Format, Problem, Reader, Style, Summary};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const FORMAT: Format = Format {
    name: "junit",
    summary: "The XML report of JUnit, with a suite for each file",
    reader: Reader::Program,
    lists_clean_files: true,
    begin,
    file,
    separator: "",
    end,
};

fn begin() -> Shown {
    join(&[&"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"wirelint\">\n"])
}

fn file(report: &FileReport, _style: Style) -> Shown {
    let path = xml(report.path);
    if report.diagnostics.is_empty() {
        let test = join(&[&"    <testcase name=\"no findings\" classname=\"", &path, &"\"/>\n"]);
        return suite(&path, [1, 0, 0], &test);
    }
    let failed = report.listed().iter().filter(|diagnostic| fails(diagnostic)).count();
    let rest = report.rest().map(|rest| join(&[&"    <system-out>", &rest, &"</system-out>\n"]));
    let tests = report.listed().iter().map(|diagnostic| test(report, &path, diagnostic)).chain(rest).collect();
    suite(&path, [report.listed().len(), failed, 0], &tests)
}

/// A test either fails or passes, and of an info nothing has to be done.
fn fails(diagnostic: &Diagnostic) -> bool {
    match diagnostic.severity {
        Severity::Error | Severity::Warning => true,
        Severity::Info => false,
    }
}

fn test(report: &FileReport, path: &Shown, diagnostic: &Diagnostic) -> Shown {
    let at = report.source.position(diagnostic.span.start);
    // With its place, because tests of one name are taken for one test.
    let name = join(&[&diagnostic.rule, &" at ", &at.line, &":", &at.column]);
    let message = xml(show(&diagnostic.message).as_str());
    let place = join(&[&xml(show_path(report.path).as_str()), &":", &at.line, &":", &at.column, &": "]);
    let severity = diagnostic.severity.name();
    let text = join(&[&place, &severity, &"[", &diagnostic.rule, &"] ", &message, &"\n"]);
    let help = xml(show(&diagnostic.help).as_str());
    let text = if help.is_empty() { text } else { join(&[&text, &help, &"\n"]) };
    let outcome = if fails(diagnostic) {
        join(&[&"<failure type=\"", &severity, &"\" message=\"", &message, &"\">", &text, &"</failure>"])
    } else {
        join(&[&"<system-out>", &text, &"</system-out>"])
    };
    let open = join(&[&"    <testcase name=\"", &name, &"\" classname=\"", path, &"\">"]);
    join(&[&open, &outcome, &"</testcase>\n"])
}

fn end(problems: &[Problem], _summary: &Summary) -> Shown {
    let suite_of = |problem: &Problem| {
        let path = xml(problem.path.as_deref().unwrap_or("wirelint"));
        let (kind, message) = (problem.kind.name(), xml(show(&problem.message).as_str()));
        let error = join(&[&"<error type=\"", &kind, &"\" message=\"", &message, &"\"/>"]);
        let open = join(&[&"    <testcase name=\"", &kind, &"\" classname=\"", &path, &"\">"]);
        suite(&path, [1, 0, 1], &join(&[&open, &error, &"</testcase>\n"]))
    };
    join(&[&problems.iter().map(suite_of).collect::<Shown>(), &"</testsuites>\n"])
}

/// A suite with so many tests, failures and errors.
fn suite(path: &Shown, [tests, failures, errors]: [usize; 3], content: &Shown) -> Shown {
    let numbers = join(&[&"\" tests=\"", &tests, &"\" failures=\"", &failures, &"\" errors=\"", &errors]);
    join(&[&"  <testsuite name=\"", path, &numbers, &"\">\n", content, &"  </testsuite>\n"])
}
