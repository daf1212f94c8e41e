//! Which bytes go when a whole line goes: the line, and the blank lines that would then separate nothing.

use crate::article::{Article, Role};
use crate::source::{Source, Span};

/// The bytes to delete so that the line at `index` vanishes without a trace.
///
/// The blank lines above go with it when a blank line, the end of the file or another line of no use follows; else
/// they stay, to separate what stands above from what stands below.
pub fn line_with_gap(source: &Source, article: &Article, index: usize) -> Span {
    let lines = source.lines();
    let Some(line) = lines.get(index) else { return Span::at(source.text().len()) };
    let is_last = index + 1 >= lines.len();
    let gap_goes = is_last || matches!(article.role(index + 1), Role::Blank | Role::Furniture | Role::RepeatedHeadline);
    let mut first = index;
    while gap_goes && first > 0 && article.role(first - 1) == Role::Blank {
        first -= 1;
    }
    let start = lines.get(first).map_or(line.span.start, |line| line.span.start);
    Span::new(start, line.next)
}
