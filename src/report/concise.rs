//! One line a finding, in the form that editors and terminals turn into links.

use super::escape::{Shown, join, show, show_path};
use super::{FileReport, Format, Problem, Reader, Style, Summary};
use crate::diagnostic::Diagnostic;

pub(super) const FORMAT: Format = Format {
    name: "concise",
    summary: "One line a finding: path:line:column: severity[rule] message",
    reader: Reader::People,
    lists_clean_files: false,
    begin: Shown::default,
    file,
    separator: "",
    end,
};

fn file(report: &FileReport, _style: Style) -> Shown {
    let path = show_path(report.path);
    let line = |diagnostic: &Diagnostic| {
        let at = report.source.position(diagnostic.span.start);
        let (severity, message) = (diagnostic.severity.name(), show(&diagnostic.message));
        let place = join(&[&path, &":", &at.line, &":", &at.column]);
        join(&[&place, &": ", &severity, &"[", &diagnostic.rule, &"] ", &message, &"\n"])
    };
    let rest = report.rest().map(|rest| join(&[&path, &": ", &rest, &"\n"]));
    report.listed().iter().map(line).chain(rest).collect()
}

fn end(_problems: &[Problem], _summary: &Summary) -> Shown {
    Shown::default()
}
