//! The findings of the JSON report alone, one object a line.

use super::document::findings;
use super::{FileReport, Format, Problem, Style, Summary};

pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    for_people: false,
    summary: "The findings of the JSON report, one object a line",
    begin: String::new,
    file,
    separator: "",
    end,
};

fn file(report: &FileReport, _style: Style) -> String {
    findings(report).into_iter().map(|finding| finding + "\n").collect()
}

fn end(_problems: &[Problem], _summary: &Summary) -> String {
    String::new()
}
