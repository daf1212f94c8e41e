//! The whole report as one JSON document, a finding a line.

use super::document::{Numbers, Trouble, VERSION, findings};
use super::escape::{Shown, join, json};
use super::{FileReport, Format, Problem, Reader, Style, Summary};

pub(super) const FORMAT: Format = Format {
    name: "json",
    summary: "One JSON document with findings, problems and a summary",
    reader: Reader::Program,
    lists_clean_files: false,
    begin,
    file,
    separator: ",",
    end,
};

fn begin() -> Shown {
    join(&[&"{\"version\":", &VERSION, &",\"findings\":["])
}

fn file(report: &FileReport, _style: Style) -> Shown {
    let line = |(place, finding)| join(&[&if place == 0 { "\n" } else { ",\n" }, &finding]);
    findings(report).into_iter().enumerate().map(line).collect()
}

fn end(problems: &[Problem], summary: &Summary) -> Shown {
    let problems = json(&problems.iter().map(Trouble::new).collect::<Vec<_>>());
    join(&[&"\n],\"problems\":", &problems, &",\"summary\":", &json(&Numbers::new(summary)), &"}\n"])
}
