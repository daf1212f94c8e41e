//! Runs of blanks inside lines, each with its place and its one owner, so that no two rules report the same blank.

use crate::article::{Article, Role};
use crate::chars;
use crate::fix::Edit;
use crate::mojibake::Garbled;
use crate::scan;
use crate::source::{Source, Span};

/// Where in its line a run of blanks stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Before the first character that is no blank.
    Leading,
    /// Between two characters that are no blanks.
    Inner,
    /// After the last character that is no blank, or the whole line.
    Trailing,
}

/// The most unusual blank of a run: it decides which rule the run belongs to. The order is from usual to unusual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Ordinary spaces only.
    Spaces,
    /// A tab among them.
    Tab,
    /// An odd space other than the no-break space among them.
    Odd,
    /// A no-break space among them.
    NoBreak,
}

/// A longest run of blanks in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its bytes.
    pub span: Span,
    /// Index of the line.
    pub line: usize,
    /// Where it stands in the line.
    pub place: Place,
    /// Its most unusual blank.
    pub kind: Kind,
}

/// A word of more bytes than this is not quoted in a message.
const LONGEST_QUOTED: usize = 24;
/// Quotation marks, which would stand beside those of the message.
const QUOTES: [char; 7] = ['“', '”', '"', '«', '»', '„', '‟'];

impl Run {
    /// Puts in its place what belongs there: one space between words, nothing at the edges of a line.
    pub fn mended(self) -> Edit {
        Edit::replace(self.span, if self.place == Place::Inner { " " } else { "" })
    }

    /// The line it stands in, before it and after it.
    pub fn sides<'t>(self, source: &Source<'t>) -> (&'t str, &'t str) {
        let Some(line) = source.lines().get(self.line) else { return ("", "") };
        let before = Span::new(line.span.start, self.span.start);
        (source.slice(before), source.slice(Span::new(self.span.end, line.span.end)))
    }

    /// What an editor calls a run of spaces and tabs, and whether it is one alone.
    pub fn in_words(self, source: &Source) -> (&'static str, bool) {
        match source.slice(self.span) {
            " " => ("space", true),
            "\t" => ("tab", true),
            text if text.bytes().all(|byte| byte == b' ') => ("spaces", false),
            text if text.bytes().all(|byte| byte == b'\t') => ("tabs", false),
            _ => ("spaces and tabs", false),
        }
    }

    /// Where it stands, for a message: `between “they” and “called”`.
    pub fn place_in_words(self, source: &Source) -> String {
        let (before, after) = self.sides(source);
        let word_before = before.rsplit(chars::is_blank).next().unwrap_or_default().trim_matches(QUOTES);
        let word_after = after.split(chars::is_blank).next().unwrap_or_default().trim_matches(QUOTES);
        match self.place {
            Place::Leading => "at the start of the line".to_owned(),
            Place::Trailing if before.is_empty() => "on a line without text".to_owned(),
            Place::Trailing => "at the end of the line".to_owned(),
            Place::Inner if word_before.len().max(word_after.len()) > LONGEST_QUOTED => "inside the line".to_owned(),
            Place::Inner => format!("between “{word_before}” and “{word_after}”"),
        }
    }
}

/// All runs of blanks that are not one plain space between two words. Inside a header field the runs belong to the
/// field, not to the text, and are left out; so are those that are half a letter, read in the wrong encoding: parts of
/// `garbled`.
pub fn runs<'s>(source: &'s Source, article: &'s Article, garbled: &'s Garbled) -> impl Iterator<Item = Run> + 's {
    let runs = source.lines().iter().enumerate().flat_map(move |(index, line)| {
        let in_header = article.role(index) == Role::HeaderField;
        let text = Some(source.line_text(*line)).filter(|text| may_have_runs(text.as_bytes())).unwrap_or_default();
        line_runs(text)
            .map(move |run| Run {
                span: Span::new(line.span.start + run.span.start, line.span.start + run.span.end),
                line: index,
                ..run
            })
            .filter(move |run| !(in_header && run.place == Place::Inner))
    });
    runs.filter(|run| !garbled.meets(run.span))
}

/// Whether a line may have blanks that are not one plain space between two words, as far as pairs of bytes tell: of a text
/// with such blanks, too, most lines have none.
fn may_have_runs(line: &[u8]) -> bool {
    let may_be_blank = |byte: Option<&u8>| byte.is_some_and(|byte| matches!(byte, b' ' | b'\t'));
    let is_one = |first: u8, second: u8| {
        (first == b'\t')
            | (first == b' ') & (second == b' ')
            | (first == 0xc2) & (second == 0xa0)
            | (first == 0xe1) & (second == 0x9a)
            | (first == 0xe2) & ((second == 0x80) | (second == 0x81))
            | (first == 0xe3) & (second == 0x80)
    };
    scan::has_pair(line, is_one) || may_be_blank(line.first()) || may_be_blank(line.last())
}

fn line_runs(text: &str) -> impl Iterator<Item = Run> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let start = at + rest.find(chars::is_blank)?;
            let blanks = text.get(start..)?;
            let len = blanks.find(|c| !chars::is_blank(c)).unwrap_or(blanks.len());
            let run = blanks.get(..len)?;
            at = start + len;
            let place = match (start, at) {
                (_, end) if end == text.len() => Place::Trailing,
                (0, _) => Place::Leading,
                _ => Place::Inner,
            };
            if run == " " && place == Place::Inner {
                continue;
            }
            let kind = run.chars().map(kind).max()?;
            return Some(Run { span: Span::new(start, at), line: 0, place, kind });
        }
    })
}

fn kind(c: char) -> Kind {
    match c {
        ' ' => Kind::Spaces,
        '\t' => Kind::Tab,
        '\u{a0}' => Kind::NoBreak,
        _ => Kind::Odd,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_run_is_in_a_line_that_is_passed_over() {
        for c in ('\0'..='\u{ffff}').filter(|c| !matches!(c, '\n' | '\r')) {
            for text in [format!("a{c}b"), format!("{c}b"), format!("a{c}"), format!("a {c}b"), c.to_string()] {
                assert!(may_have_runs(text.as_bytes()) || line_runs(&text).next().is_none(), "{text:?}");
            }
        }
    }

    #[test]
    fn each_run_has_one_place_and_one_owner() {
        let found: Vec<_> = line_runs(" a b\u{a0} c  d\te\u{2009}f \u{a0}").map(|run| (run.place, run.kind)).collect();
        let wanted = [
            (Place::Leading, Kind::Spaces),
            (Place::Inner, Kind::NoBreak),
            (Place::Inner, Kind::Spaces),
            (Place::Inner, Kind::Tab),
            (Place::Inner, Kind::Odd),
            (Place::Trailing, Kind::NoBreak),
        ];
        assert_eq!(found, wanted);
        assert_eq!(line_runs("  ").next().map(|run| run.place), Some(Place::Trailing));
    }
}
