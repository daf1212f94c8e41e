//! Which bytes go when a whole line goes: the line, and the blank lines that would then separate nothing.

use crate::article::{Article, Role};
use crate::source::{Source, Span};

/// The bytes to delete so that the line at `index` vanishes without a trace.
///
/// The blank lines above go with it when a blank line, the end of the file or another line of no use follows; else
/// they stay, to separate what stands above from what stands below.
pub fn line_with_gap(source: &Source, article: &Article, index: usize) -> Span {
    lines_with_gap(source, article, index, index)
}

/// The bytes to delete so that the lines from `first` to `last` vanish without a trace, like one line.
pub fn lines_with_gap(source: &Source, article: &Article, first: usize, last: usize) -> Span {
    let lines = source.lines();
    let Some(line) = lines.get(last) else { return Span::at(source.text().len()) };
    let is_last = last + 1 >= lines.len();
    // Below a leftover, a repeat of the headline waits until it is asked for: it needs the gap as long as it stays.
    let gap_goes = is_last
        || match article.role(last + 1) {
            Role::Blank | Role::Furniture => true,
            Role::RepeatedHeadline => article.role(last) == Role::RepeatedHeadline,
            _ => false,
        };
    let mut first = first;
    while gap_goes && first > 0 && article.role(first - 1) == Role::Blank {
        first -= 1;
    }
    let start = lines.get(first).map_or(line.span.start, |line| line.span.start);
    Span::new(start, line.next)
}
