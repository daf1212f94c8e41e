//! What stands further on in a line, and what is quoted in it, found without reading the line anew for every piece.
//!
//! A line may be as long as a file, and hold as many openings as it has bytes. All questions are asked from left to
//! right, so that every answer that still holds is kept.

/// Where the next of some marks stand.
pub(super) struct Ahead<'l> {
    line: &'l str,
    /// Marks that were asked for, each with the last answer.
    known: Vec<(&'static str, Option<usize>)>,
}

impl<'l> Ahead<'l> {
    pub(super) fn new(line: &'l str) -> Self {
        Self { line, known: Vec::new() }
    }

    /// The first byte of the next `mark` at `from` or later. A mark is never asked for further to the left than before.
    pub(super) fn next(&mut self, mark: &'static str, from: usize) -> Option<usize> {
        let known = self.known.iter_mut().find(|(known, _)| *known == mark);
        if let Some((_, answer)) = &known
            && answer.is_none_or(|at| at >= from)
        {
            return *answer;
        }
        let answer = self.line.get(from..).and_then(|rest| rest.find(mark)).map(|at| from + at);
        match known {
            Some(known) => known.1 = answer,
            None => self.known.push((mark, answer)),
        }
        answer
    }

    /// The first byte after the next `mark`.
    pub(super) fn after(&mut self, mark: &'static str, from: usize) -> Option<usize> {
        self.next(mark, from).map(|at| at + mark.len())
    }
}

/// Marks that quote, each with the one that closes it.
const QUOTES: [(char, char); 4] = [('“', '”'), ('„', '“'), ('«', '»'), ('‘', '’')];
const GRAVE: char = '`';
/// All of them.
const MARKS: [char; 8] = ['“', '”', '„', '«', '»', '‘', '’', GRAVE];

/// Which quotations are open at a place.
pub(super) struct Quotations<'l> {
    line: &'l str,
    /// How far the marks are counted.
    counted_to: usize,
    /// How many of each of [`MARKS`] stand before that.
    counts: [usize; MARKS.len()],
    /// One past the first byte of the last of each, or 0 if there is none, once that was asked for.
    last: [Option<usize>; MARKS.len()],
}

impl<'l> Quotations<'l> {
    pub(super) fn new(line: &'l str) -> Self {
        Self { line, counted_to: 0, counts: [0; MARKS.len()], last: [None; MARKS.len()] }
    }

    /// Whether what stands from `start` to `end` is quoted: a quotation or a grave accent is open before it and closed
    /// after it, or it stands right between two quotation marks. Never asked further to the left than before.
    pub(super) fn are_around(&mut self, start: usize, end: usize) -> bool {
        for c in self.line.get(self.counted_to..start).unwrap_or_default().chars() {
            if let Some(place) = MARKS.iter().position(|mark| *mark == c) {
                self.counts[place] += 1;
            }
        }
        self.counted_to = self.counted_to.max(start);
        let before = self.line.get(..start).unwrap_or_default();
        let after = self.line.get(end..).unwrap_or_default();
        (self.count(GRAVE) % 2 == 1 && self.closes(GRAVE, end))
            || QUOTES
                .iter()
                .any(|(opening, closing)| self.count(*opening) > self.count(*closing) && self.closes(*closing, end))
            || (before.ends_with(['"', '\'']) && after.starts_with(['"', '\'']))
            || (before.ends_with('”') && after.starts_with('”'))
    }

    fn count(&self, mark: char) -> usize {
        MARKS.iter().zip(&self.counts).find(|(known, _)| **known == mark).map_or(0, |(_, count)| *count)
    }

    /// Whether `mark` stands at `end` or later.
    fn closes(&mut self, mark: char, end: usize) -> bool {
        let Some(place) = MARKS.iter().position(|known| *known == mark) else { return false };
        let last = *self.last[place].get_or_insert_with(|| self.line.rfind(mark).map_or(0, |at| at + 1));
        last > end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_those_of_reading_anew() {
        let line = "a>b<!-- c --> d> “e> f” --> ";
        let mut ahead = Ahead::new(line);
        for from in (0..line.len()).filter(|at| line.is_char_boundary(*at)) {
            for mark in [">", "-->", "”", "#"] {
                assert_eq!(ahead.next(mark, from), line[from..].find(mark).map(|at| from + at), "{from} {mark}");
            }
        }
    }

    #[test]
    fn quotations_are_open_until_they_are_closed() {
        let line = "a „c“ b `e` f «g ‘h’ i» j “k \"l\"";
        let at = |text: &str| line.find(text).expect(text);
        let mut quotations = Quotations::new(line);
        for (text, wanted) in [
            ("a", false),
            ("c", true),
            ("b", false),
            ("e", true),
            ("f", false),
            ("g", true),
            ("h", true),
            ("i", true),
            ("j", false),
        ] {
            assert_eq!(quotations.are_around(at(text), at(text) + 1), wanted, "{text}");
        }
        assert!(!quotations.are_around(at("k"), at("k") + 1), "not closed");
        assert!(quotations.are_around(at("l\""), at("l\"") + 1));
    }
}
