//! One line of a text made ready to be shown: unprintable characters as pictures, cut to a width around what matters.

use unicode_width::UnicodeWidthChar;

use super::escape::Pictures;
use crate::chars;
use crate::source::{Source, Span};

/// Stands for what was cut off; one column wide.
const ELLIPSIS: &str = "…";

/// A line ready to be shown.
#[derive(Debug)]
pub(super) struct Row {
    /// What is shown.
    pub(super) text: String,
    /// Where the marks went: bytes of `text`, in the order of the marks.
    pub(super) places: Vec<Span>,
}

/// A character of the line and what stands for it.
struct Cell {
    /// Where it starts in the source.
    at: usize,
    shown: String,
    columns: usize,
}

/// The line of that index, at most `columns` wide and cut so that the start of the first of `marks` can be seen. The
/// line after the last one is empty.
///
/// What it takes does not depend on how long the line is.
pub(super) fn row(source: &Source, index: usize, marks: &[Span], columns: usize) -> Row {
    let line = shown_part(source, index, marks);
    let focus = marks.first().map_or(Span::at(line.start), |mark| clamp(*mark, line));
    let cells = cells(source, line, focus.start, columns);
    let (first, last) = visible(&cells, line, source, focus, columns);
    let shown = &cells[first..last];
    let from = shown.first().map_or(line.start, |cell| cell.at);
    let to = cells.get(last).map_or_else(|| end_of(&cells, source, line), |cell| cell.at);
    let (cut_before, cut_after) = (from > line.start, to < line.end);

    let mut text = String::from(if cut_before { ELLIPSIS } else { "" });
    let mut starts = Vec::with_capacity(shown.len() + 1);
    for cell in shown {
        starts.push((cell.at, text.len()));
        text.push_str(&cell.shown);
    }
    let inner_end = text.len();
    text.push_str(if cut_after { ELLIPSIS } else { "" });
    let offset = |at: usize| starts.iter().find(|(start, _)| *start >= at).map_or(inner_end, |(_, place)| *place);
    let place = |mark: &Span| {
        let mark = clamp(*mark, line);
        // What lies in a part that was cut off is marked at the ellipsis.
        let start = if mark.start < from { 0 } else { offset(mark.start) };
        let end = match mark.end {
            end if end < from || (end == from && mark.start < from) => ELLIPSIS.len(),
            end if end > to => text.len(),
            end => offset(end),
        };
        Span::new(start, end.max(start))
    };
    let places = marks.iter().map(place).collect();
    Row { text, places }
}

/// The bytes of the line that are shown: its content, with the byte order mark or the line end if a mark is about them.
fn shown_part(source: &Source, index: usize, marks: &[Span]) -> Span {
    let Some(line) = source.lines().get(index) else {
        let start = source.lines().last().map_or(0, |last| last.next);
        return Span::new(start, source.text().len());
    };
    let content = line.span;
    let is_about_start = |mark: &Span| mark.start < content.start && index == 0;
    let is_about_end = |mark: &Span| {
        let under = source.slice(clamp(*mark, content));
        mark.end > content.end && mark.start < line.next && under.chars().all(chars::is_blank)
    };
    Span::new(
        if marks.iter().any(is_about_start) { 0 } else { content.start },
        if marks.iter().any(is_about_end) { line.next } else { content.end },
    )
}

/// The characters around `at`, as many to either side as could be visible.
fn cells(source: &Source, line: Span, at: usize, columns: usize) -> Vec<Cell> {
    let before = source.slice(Span::new(line.start, at));
    let start = before.char_indices().rev().take(columns).last().map_or(at, |(offset, _)| line.start + offset);
    let after = source.slice(Span::new(at, line.end));
    let end = after.char_indices().nth(columns + 1).map_or(line.end, |(offset, _)| at + offset);
    let mut pictures = Pictures::default();
    let cell = |(offset, c)| {
        let shown = pictures.of(c).as_str().to_owned();
        let columns = shown.chars().map(|c| c.width().unwrap_or(0)).sum();
        Cell { at: start + offset, shown, columns }
    };
    source.slice(Span::new(start, end)).char_indices().map(cell).collect()
}

/// Which cells are shown: all if they fit, else the focus (or its start) with as much to either side as there is room.
fn visible(cells: &[Cell], line: Span, source: &Source, focus: Span, columns: usize) -> (usize, usize) {
    let width = |cells: &[Cell]| cells.iter().map(|cell| cell.columns).sum::<usize>();
    let is_whole = cells.first().is_none_or(|cell| cell.at == line.start) && end_of(cells, source, line) == line.end;
    if is_whole && width(cells) <= columns {
        return (0, cells.len());
    }
    let room = columns.saturating_sub(2 * ELLIPSIS.chars().count());
    let mut first = cells.partition_point(|cell| cell.at < focus.start);
    let mut last = first;
    let mut used = 0;
    // A long focus leaves a quarter for what stands before it.
    while let Some(cell) = cells.get(last).filter(|cell| cell.at < focus.end && used + cell.columns <= room / 4 * 3) {
        used += cell.columns;
        last += 1;
    }
    loop {
        let before = first.checked_sub(1).and_then(|place| cells.get(place)).filter(|cell| used + cell.columns <= room);
        if let Some(cell) = before {
            used += cell.columns;
            first -= 1;
        }
        let after = cells.get(last).filter(|cell| used + cell.columns <= room);
        if let Some(cell) = after {
            used += cell.columns;
            last += 1;
        }
        if before.is_none() && after.is_none() {
            return (first, last);
        }
    }
}

/// Where in the source the last of `cells` ends.
fn end_of(cells: &[Cell], source: &Source, line: Span) -> usize {
    let length = |at: usize| source.text().get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    cells.last().map_or(line.end, |cell| cell.at + length(cell.at))
}

fn clamp(span: Span, within: Span) -> Span {
    Span::new(span.start.clamp(within.start, within.end), span.end.clamp(within.start, within.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, mark: Span, columns: usize) -> (String, String) {
        let source = Source::new("t", text);
        let row = row(&source, source.line_index(mark.start), &[mark], columns);
        (row.text[row.places[0].range()].to_owned(), row.text)
    }

    #[test]
    fn a_line_that_fits_is_shown_whole() {
        assert_eq!(shown("a bc d", Span::new(2, 4), 6), ("bc".into(), "a bc d".into()));
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let text = format!("{}HERE{}", "a".repeat(50), "b".repeat(50));
        assert_eq!(shown(&text, Span::new(50, 54), 14), ("HERE".into(), "…aaaaHEREbbbb…".into()));
        assert_eq!(shown(&text, Span::new(0, 1), 10), ("a".into(), "aaaaaaaa…".into()));
        assert_eq!(shown(&text, Span::new(103, 104), 10), ("b".into(), "…bbbbbbbb".into()));
        assert_eq!(shown(&text, Span::new(0, 104), 6), ("aaaa…".into(), "aaaa…".into()));
    }

    #[test]
    fn marks_move_with_the_pictures() {
        assert_eq!(shown("\u{202e}x\u{1b}é\u{a0}z", Span::new(7, 9), 80), ("⍽".into(), "‹U+202E›x␛é⍽z".into()));
    }

    #[test]
    fn line_ends_and_the_byte_order_mark_are_shown_if_marked() {
        assert_eq!(shown("a\r\nb", Span::new(1, 2), 80), ("␍".into(), "a␍␊".into()));
        assert_eq!(shown("a \n", Span::new(0, 3), 80), ("a ".into(), "a ".into()));
        assert_eq!(shown("\u{feff}a\n", Span::new(0, 3), 80), ("‹U+FEFF›".into(), "‹U+FEFF›a".into()));
        assert_eq!(shown("a\n", Span::at(2), 80), (String::new(), String::new()));
    }
}
