//! Findings below the name of their file, for people with many files.

use super::escape::{Shown, blanks, join, show, show_path};
use super::{FileReport, Format, Problem, Reader, Style, Summary};
use crate::diagnostic::Diagnostic;
use crate::source::Position;

pub(super) const FORMAT: Format = Format {
    name: "grouped",
    summary: "Findings below the name of their file, one line each",
    reader: Reader::People,
    lists_clean_files: false,
    begin: Shown::default,
    file,
    separator: "\n",
    end,
};

fn file(report: &FileReport, style: Style) -> Shown {
    if report.diagnostics.is_empty() {
        return Shown::default();
    }
    let (bold, plain) = if style.color { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    let heading = join(&[&bold, &show_path(report.path), &plain, &"\n"]);
    let places: Vec<Position> =
        report.listed().iter().map(|diagnostic| report.source.position(diagnostic.span.start)).collect();
    let digits = |number: usize| number.to_string().len();
    let lines = places.iter().map(|at| digits(at.line)).max().unwrap_or(0);
    let columns = places.iter().map(|at| digits(at.column)).max().unwrap_or(0);
    let line = |(diagnostic, at): (&Diagnostic, &Position)| {
        let before = blanks(2 + lines - digits(at.line));
        let place = join(&[&before, &at.line, &":", &at.column, &blanks(columns - digits(at.column) + 2)]);
        let (severity, message) = (diagnostic.severity.name(), show(&diagnostic.message));
        let kind = join(&[&severity, &"[", &diagnostic.rule, &"] "]);
        join(&[&place, &kind, &message, &"\n"])
    };
    let rest = report.rest().map(|rest| join(&[&"  ", &rest, &"\n"]));
    join(&[&heading, &report.listed().iter().zip(&places).map(line).chain(rest).collect::<Shown>()])
}

fn end(_problems: &[Problem], _summary: &Summary) -> Shown {
    Shown::default()
}
