//! The findings of the JSON report alone, one object a line.

use super::document::findings;
use super::escape::{Shown, join};
use super::{FileReport, Format, Problem, Reader, Style, Summary};

pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    summary: "The findings of the JSON report, one object a line",
    reader: Reader::Program,
    lists_clean_files: false,
    begin: Shown::default,
    file,
    separator: "",
    end,
};

fn file(report: &FileReport, _style: Style) -> Shown {
    findings(report).into_iter().map(|finding| join(&[&finding, &"\n"])).collect()
}

fn end(_problems: &[Problem], _summary: &Summary) -> Shown {
    Shown::default()
}
