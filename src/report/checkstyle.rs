//! Checkstyle's XML report, which Jenkins and many others read.
//!
//! Source: the output of Checkstyle's `XMLLogger`, version 4.3 of the report.

use super::escape::{Shown, join, show, xml};
use super::{FileReport, Format, Problem, Reader, Style, Summary, UNLISTED};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const FORMAT: Format = Format {
    name: "checkstyle",
    summary: "The XML report of Checkstyle",
    reader: Reader::Program,
    lists_clean_files: true,
    begin,
    file,
    separator: "",
    end,
};

fn begin() -> Shown {
    join(&[&"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n"])
}

fn file(report: &FileReport, _style: Style) -> Shown {
    let rest = report.rest().map(|rest| {
        let what = join(&[&"    <error severity=\"info\" message=\"", &rest]);
        join(&[&what, &"\" source=\"wirelint.", &UNLISTED, &"\"/>\n"])
    });
    let errors = report.listed().iter().map(|diagnostic| error(report, diagnostic)).chain(rest).collect();
    element(report.path, &errors)
}

fn error(report: &FileReport, diagnostic: &Diagnostic) -> Shown {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    };
    let at = report.source.position(diagnostic.span.start);
    let place = join(&[&"<error line=\"", &at.line, &"\" column=\"", &at.column]);
    let message = xml(show(&diagnostic.message).as_str());
    let what = join(&[&"\" severity=\"", &severity, &"\" message=\"", &message]);
    join(&[&"    ", &place, &what, &"\" source=\"wirelint.", &diagnostic.rule, &"\"/>\n"])
}

fn end(problems: &[Problem], _summary: &Summary) -> Shown {
    let file = |problem: &Problem| {
        let message = xml(show(&problem.message).as_str());
        let what = join(&[&"    <error severity=\"error\" message=\"", &message]);
        let error = join(&[&what, &"\" source=\"wirelint.", &problem.kind.name(), &"\"/>\n"]);
        element(problem.path.as_deref().unwrap_or("."), &error)
    };
    join(&[&problems.iter().map(file).collect::<Shown>(), &"</checkstyle>\n"])
}

fn element(path: &str, errors: &Shown) -> Shown {
    join(&[&"  <file name=\"", &xml(path), &"\">\n", errors, &"  </file>\n"])
}
