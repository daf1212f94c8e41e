//! A text to check: its name, its lines and its facts, and the two ways to say where something stands.

use std::cell::OnceCell;
use std::ops::Range;

use crate::chars;
use crate::facts::Facts;

/// A half-open range of bytes in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    /// The empty span before the byte at `at`.
    pub fn at(at: usize) -> Self {
        Self { start: at, end: at }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span covers no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The span as a range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// Where a person finds a byte: line and column, both counted from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1; a byte order mark at the start of the text does not count.
    pub column: usize,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEnd {
    /// LF, the wire's own.
    Lf,
    /// One or more CR, then LF.
    CrLf,
    /// CR alone.
    Cr,
    /// The text ends without one.
    Missing,
}

/// One line: its content, and where the next line starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The content, without the line end.
    pub span: Span,
    /// One past the line end: where the next line starts.
    pub next: usize,
}

impl Line {
    /// The bytes of the line end; empty on a last line without one.
    pub fn end_span(self) -> Span {
        Span::new(self.span.end, self.next)
    }

    /// The content together with its line end.
    pub fn full_span(self) -> Span {
        Span::new(self.span.start, self.next)
    }
}

/// A text with a name, split into lines.
///
/// A line ends at LF, at CR LF (however many CR), or at a lone CR.
#[derive(Clone, Debug)]
pub struct Source<'t> {
    name: &'t str,
    text: &'t str,
    lines: Vec<Line>,
    facts: Facts,
    /// How many characters begin in the first 0, 1, 2 … times [`STRIDE`] bytes, once that was asked for: a line may be
    /// the whole file, and every byte of it a finding.
    counts: OnceCell<Vec<usize>>,
}

/// Bytes between two places whose characters are counted beforehand.
const STRIDE: usize = 1 << 10;

/// U+FEFF at the very start of a text: a mark of the encoding, no part of the article.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

impl<'t> Source<'t> {
    /// Reads the lines and facts of `text`; `name` is how people call it (a path, or `<stdin>`).
    pub fn new(name: &'t str, text: &'t str) -> Self {
        let mut facts = Facts::of_characters(text);
        let lines = split_lines(text, facts.any(Facts::CARRIAGE_RETURN));
        if lines.iter().any(|line| has_blank_at_edge(text, *line)) {
            facts.insert(Facts::BLANK_AT_EDGE);
        }
        Self { name, text, lines, facts, counts: OnceCell::new() }
    }

    /// The name given to the text.
    pub fn name(&self) -> &'t str {
        self.name
    }

    /// The whole text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The lines, in order; none for an empty text. The first one starts after a byte order mark.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// What occurs in the text at all.
    pub fn facts(&self) -> Facts {
        self.facts
    }

    /// Whether the text opens with a byte order mark.
    pub fn has_byte_order_mark(&self) -> bool {
        self.text.starts_with(BYTE_ORDER_MARK)
    }

    /// The text under `span`; empty if the span is not on character boundaries inside the text.
    pub fn slice(&self, span: Span) -> &'t str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The content of a line.
    pub fn line_text(&self, line: Line) -> &'t str {
        self.slice(line.span)
    }

    /// How `line` ends.
    pub fn line_end(&self, line: Line) -> LineEnd {
        match self.slice(line.end_span()) {
            "" => LineEnd::Missing,
            "\n" => LineEnd::Lf,
            "\r" => LineEnd::Cr,
            _ => LineEnd::CrLf,
        }
    }

    /// Index into [`Self::lines`] of the line that holds the byte at `offset`; the end of the text belongs to the
    /// last line, or to the line after it if that one is ended.
    pub fn line_index(&self, offset: usize) -> usize {
        let index = self.lines.partition_point(|line| line.next <= offset);
        match self.lines.last() {
            Some(last) if offset == self.text.len() && last.end_span().is_empty() => index - 1,
            _ => index,
        }
    }

    /// Line and column of the byte at `offset`.
    pub fn position(&self, offset: usize) -> Position {
        let index = self.line_index(offset);
        let start = match self.lines.get(index) {
            Some(line) => line.span.start,
            None if self.lines.is_empty() && self.has_byte_order_mark() => BYTE_ORDER_MARK.len_utf8(),
            None => self.lines.last().map_or(0, |last| last.next),
        };
        let column = if self.text.is_char_boundary(offset) { 1 + self.characters(start, offset) } else { 1 };
        Position { line: index + 1, column }
    }

    /// How many characters begin in the bytes from `start` to `end`, without reading more than a few of a long line.
    fn characters(&self, start: usize, end: usize) -> usize {
        if end.saturating_sub(start) <= STRIDE {
            return count_characters(self.text.as_bytes().get(start..end).unwrap_or_default());
        }
        let counts = self.counts.get_or_init(|| {
            let mut total = 0;
            let count = |part: &[u8]| {
                total += count_characters(part);
                total
            };
            std::iter::once(0).chain(self.text.as_bytes().chunks(STRIDE).map(count)).collect()
        });
        let up_to = |offset: usize| {
            let before = counts.get(offset / STRIDE).copied().unwrap_or_default();
            let rest = self.text.as_bytes().get(offset / STRIDE * STRIDE..offset).unwrap_or_default();
            before + count_characters(rest)
        };
        up_to(end) - up_to(start)
    }
}

fn count_characters(bytes: &[u8]) -> usize {
    // Every byte but those that go on with a character, as UTF-8 marks them.
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

fn split_lines(text: &str, has_returns: bool) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::with_capacity(bytes.len() / 64 + 8);
    let mut start = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    if !has_returns {
        for at in memchr::memchr_iter(b'\n', bytes) {
            lines.push(Line { span: Span::new(start, at), next: at + 1 });
            start = at + 1;
        }
    }
    let mut resume = start;
    let others = if has_returns { bytes } else { &[] };
    for at in memchr::memchr2_iter(b'\n', b'\r', others) {
        if at < resume {
            continue;
        }
        let returns = bytes[at..].iter().take_while(|byte| **byte == b'\r').count();
        let ends =
            if bytes.get(at + returns) == Some(&b'\n') { at + returns..at + returns + 1 } else { at..at + returns };
        // A run of CR is one line end before LF, and as many line ends as it is long without.
        let mut content_end = at;
        for last in ends {
            lines.push(Line { span: Span::new(start, content_end), next: last + 1 });
            start = last + 1;
            content_end = start;
        }
        resume = start;
    }
    if start < bytes.len() {
        lines.push(Line { span: Span::new(start, bytes.len()), next: bytes.len() });
    }
    lines
}

fn has_blank_at_edge(text: &str, line: Line) -> bool {
    let content = text.get(line.span.range()).unwrap_or_default();
    content.starts_with(chars::is_blank) || content.ends_with(chars::is_blank)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(text: &str) -> Vec<&str> {
        let source = Source::new("t", text);
        source.lines().iter().map(|line| source.line_text(*line)).collect()
    }

    #[test]
    fn a_line_ends_at_lf_crlf_or_a_lone_cr() {
        assert_eq!(contents("a\nb\r\nc\rd\r\r\ne"), ["a", "b", "c", "d", "e"]);
        assert_eq!(contents("a\r\rb\r"), ["a", "", "b"]);
        assert_eq!(contents(""), [""; 0]);
        assert_eq!(contents("\n"), [""]);
    }

    #[test]
    fn columns_are_characters_and_do_not_count_the_byte_order_mark() {
        let source = Source::new("t", "\u{feff}né\nx");
        assert_eq!(source.position(3), Position { line: 1, column: 1 });
        assert_eq!(source.position(6), Position { line: 1, column: 3 });
        assert_eq!(source.position(8), Position { line: 2, column: 2 });
    }

    #[test]
    fn columns_are_the_same_in_any_order_of_asking() {
        let text = "né\u{a0}x\rab\n\nçd";
        let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let source = Source::new("t", text);
        for offset in offsets.iter().chain(offsets.iter().rev()).chain([&6, &2, &7, &0, &9]) {
            assert_eq!(source.position(*offset), Source::new("t", text).position(*offset), "{offset}");
        }
    }

    #[test]
    fn columns_of_a_long_line_are_counted_as_those_of_a_short_one() {
        for text in ["né€🚀".repeat(STRIDE), format!("\u{feff}x\n{}", "éa".repeat(STRIDE)), "a".repeat(3 * STRIDE)]
        {
            let source = Source::new("t", &text);
            for offset in (0..=text.len()).rev().step_by(97).chain([STRIDE, 2 * STRIDE, text.len()]) {
                let line = source.lines()[source.line_index(offset)];
                let wanted = text.get(line.span.start..offset).map_or(1, |before| 1 + before.chars().count());
                assert_eq!(source.position(offset).column, wanted, "{offset}");
            }
        }
    }

    #[test]
    fn the_end_of_an_ended_text_is_the_start_of_the_next_line() {
        assert_eq!(Source::new("t", "a\n").position(2), Position { line: 2, column: 1 });
        assert_eq!(Source::new("t", "").position(0), Position { line: 1, column: 1 });
    }

    #[test]
    fn lines_tile_the_text() {
        for text in ["a\n\nb", "\r\r\r\n\n\r", "\u{feff}\n", "x\r"] {
            let source = Source::new("t", text);
            let mut at = if source.has_byte_order_mark() { 3 } else { 0 };
            for line in source.lines() {
                assert_eq!(line.span.start, at, "{text:?}");
                at = line.next;
            }
            assert_eq!(at, text.len(), "{text:?}");
        }
    }
}
