//! One line a finding, in the form that editors and terminals turn into links.

use super::escape::{show, show_path};
use super::{FileReport, Format, Problem, Style, Summary};
use crate::diagnostic::Diagnostic;

pub(super) const FORMAT: Format = Format {
    name: "concise",
    for_people: true,
    summary: "One line a finding: path:line:column: severity[rule] message",
    begin: String::new,
    file,
    separator: "",
    end,
};

fn file(report: &FileReport, _style: Style) -> String {
    let path = show_path(report.path);
    let line = |diagnostic: &Diagnostic| {
        let at = report.source.position(diagnostic.span.start);
        let severity = diagnostic.severity.name();
        format!("{path}:{}:{}: {severity}[{}] {}\n", at.line, at.column, diagnostic.rule, show(&diagnostic.message))
    };
    report.diagnostics.iter().map(line).collect()
}

fn end(_problems: &[Problem], _summary: &Summary) -> String {
    String::new()
}
