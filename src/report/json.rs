//! The whole report as one JSON document, a finding a line.

use super::document::{Numbers, Trouble, VERSION, findings, to_json};
use super::{FileReport, Format, Problem, Style, Summary};

pub(super) const FORMAT: Format = Format {
    name: "json",
    for_people: false,
    summary: "One JSON document with findings, problems and a summary",
    begin,
    file,
    separator: ",",
    end,
};

fn begin() -> String {
    format!("{{\"version\":{VERSION},\"findings\":[")
}

fn file(report: &FileReport, _style: Style) -> String {
    findings(report).iter().map(|finding| format!("\n{finding}")).collect::<Vec<_>>().join(",")
}

fn end(problems: &[Problem], summary: &Summary) -> String {
    let problems = to_json(&problems.iter().map(Trouble::new).collect::<Vec<_>>());
    format!("\n],\"problems\":{problems},\"summary\":{}}}\n", to_json(&Numbers::new(summary)))
}
