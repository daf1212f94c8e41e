//! Text that was written in UTF-8 and read in another encoding, such as `Ã©` for `é`, and what it was.
//!
//! The idea is that of ftfy ("fixes text for you"): what nobody writes, but is valid UTF-8 once it is back in bytes, was
//! UTF-8. The tables and the judgement of what nobody writes are this module's own.

mod encodings;
mod sequence;

use std::cmp::Reverse;

pub use encodings::Encoding;
use sequence::{Kind, Sequence};

use crate::chars;
use crate::facts::{self, Facts};
use crate::source::{Line, Source, Span};

/// A piece of a line that was read in the wrong encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Garble {
    /// Its first byte in the line.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// The encoding it was read in.
    pub encoding: Encoding,
    /// What was written; `None` if nobody can tell any more.
    pub meant: Option<String>,
    /// How many places nobody would have written.
    pub hits: usize,
    /// Whether it is one of the pairs that are met most often, and are nothing else.
    pub is_well_known: bool,
    /// Whether there is no doubt about what was written.
    pub is_clear: bool,
}

/// A text that was misread more often than this is beyond repair.
const MOST_LAYERS: usize = 4;

/// What is found most often in misread text, and never in other text.
const WELL_KNOWN: [&str; 15] =
    ["â€™", "â€œ", "â€\u{9d}", "â€“", "â€”", "â€¦", "Â\u{a0}", "Ã©", "Ã¨", "Ã¼", "Ã¶", "Ã¤", "Ã±", "Ø§", "Ù„"];

/// Sequences of one encoding side by side.
#[derive(Clone)]
struct Run {
    encoding: Encoding,
    /// Place of the first character in the line.
    start: usize,
    sequences: Vec<Sequence>,
    hits: usize,
    /// Whether it is misread for certain, whatever else the line has.
    is_certain: bool,
}

impl Run {
    fn end(&self) -> usize {
        self.start + self.sequences.iter().map(|sequence| sequence.len).sum::<usize>()
    }

    fn meant(&self) -> Option<String> {
        self.sequences.iter().map(|sequence| sequence.meant).collect()
    }
}

/// The pieces of `line` that were read in the wrong encoding, in order.
pub fn find(line: &str) -> Vec<Garble> {
    if !facts::may_be_garbled(line) {
        return Vec::new();
    }
    let text: Vec<char> = line.chars().collect();
    let mut chosen = choose(&text);
    chosen.sort_by_key(|(run, _)| run.start);
    let mut offsets: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
    offsets.push(line.len());
    let garble = |(run, is_clear): &(Run, bool)| {
        let (start, end) = (offsets[run.start], offsets[run.end()]);
        let piece = &line[start..end];
        let meant = run.meant().map(|meant| {
            let deepest = to_the_bottom(&text, run, meant.clone());
            if is_misreading(&deepest, piece) { deepest } else { meant }
        });
        Garble {
            start,
            end,
            encoding: run.encoding,
            meant,
            hits: run.hits,
            is_well_known: WELL_KNOWN.iter().any(|known| piece.contains(known)),
            is_clear: *is_clear && run.sequences.iter().all(|sequence| !sequence.is_damaged),
        }
    };
    chosen.iter().map(garble).filter(|garble| !is_greek_numeral(line, garble)).collect()
}

/// Whether a piece is a numeral by itself, as Greek writes them: `Β΄` (second), `Γ΄` (third).
fn is_greek_numeral(line: &str, garble: &Garble) -> bool {
    let (before, after) = (&line[..garble.start], &line[garble.end..]);
    let stands_alone = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
    stands_alone && matches!(&line[garble.start..garble.end], "Β΄" | "Γ΄" | "Β´" | "Γ´" | "Β’" | "Γ’")
}

/// What of a text was read in the wrong encoding: a blank or an invisible character there is half a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Garbled {
    /// The lines that have such pieces, with these, in order.
    pub lines: Vec<(Line, Vec<Garble>)>,
}

impl Garbled {
    /// Looks through all lines of `source`.
    pub fn of(source: &Source) -> Self {
        if !source.facts().any(Facts::GARBLED) {
            return Self::default();
        }
        let of_line = |line: &Line| (*line, find(source.line_text(*line)));
        Self { lines: source.lines().iter().map(of_line).filter(|(_, garbles)| !garbles.is_empty()).collect() }
    }

    /// Whether one of the pieces has a byte of `span`, which is part of one line.
    pub fn meets(&self, span: Span) -> bool {
        let next = self.lines.partition_point(|(line, _)| line.span.end <= span.start);
        let Some((line, garbles)) = self.lines.get(next) else { return false };
        let start = line.span.start;
        garbles.iter().any(|garble| start + garble.start < span.end && span.start < start + garble.end)
    }
}

/// Whether `garbled` is what `text` looks like when its UTF-8 is read in one of the encodings, perhaps more than once.
///
/// A no-break space may be lost in it, and a character that the encoding does not have may be U+FFFD.
pub fn is_misreading(text: &str, garbled: &str) -> bool {
    let most = garbled.chars().count() + 1;
    let mut layer = vec![text.to_owned()];
    for _ in 0..MOST_LAYERS {
        let mut next: Vec<String> = Vec::new();
        for text in layer.iter().filter(|text| text.len() <= most) {
            for encoding in Encoding::all() {
                let misread = encoding.misread(text);
                if looks_like(&misread, garbled) {
                    return true;
                }
                next.push(misread);
            }
        }
        next.sort_unstable();
        next.dedup();
        layer = next;
    }
    false
}

fn looks_like(misread: &str, garbled: &str) -> bool {
    let mut rest = garbled.chars().peekable();
    let follows = misread.chars().all(|c| {
        rest.next_if(|next| *next == c || (*next == '\u{fffd}' && chars::is_c1_control(c))).is_some() || c == '\u{a0}'
    });
    follows && rest.next().is_none()
}

/// Decodes what was misread more than once.
fn to_the_bottom(text: &[char], run: &Run, mut meant: String) -> String {
    for _ in 1..MOST_LAYERS {
        let before = run.start.checked_sub(1).map(|place| text[place]);
        let after = text.get(run.end()).copied();
        let around: Vec<char> = before.into_iter().chain(meant.chars()).chain(after).collect();
        if !facts::may_be_garbled(&around.iter().collect::<String>()) {
            break;
        }
        let inner = usize::from(before.is_some())..around.len() - usize::from(after.is_some());
        let mut next = choose(&around);
        next.retain(|(run, _)| inner.start <= run.start && run.end() <= inner.end);
        next.sort_by_key(|(run, _)| Reverse(run.start));
        let mut decoded = around.clone();
        for (run, _) in &next {
            let Some(deeper) = run.meant() else { continue };
            decoded.splice(run.start..run.end(), deeper.chars());
        }
        if decoded == around {
            break;
        }
        meant = decoded[inner.start..decoded.len() - usize::from(after.is_some())].iter().collect();
    }
    meant
}

/// How a line reads if it was misread in one encoding.
struct Reading {
    /// The longest runs of sequences, in order.
    runs: Vec<Run>,
    /// Places that nobody would have written, in the runs that are certain.
    hits: usize,
    /// How many characters are in a run.
    covered: usize,
    /// Whether every letter outside ASCII is in a run.
    is_whole: bool,
    /// How many letters it gives that few languages have.
    rare: usize,
}

impl Reading {
    /// `places` are those of the characters outside ASCII.
    fn new(encoding: Encoding, text: &[char], places: &[usize]) -> Self {
        let mut runs = runs(encoding, text, places);
        let is_rare = |sequence: &&Sequence| sequence.kind == Kind::Rare;
        if runs.iter().map(|run| run.hits).sum::<usize>() >= 2 {
            for run in &mut runs {
                run.is_certain |= run.hits > 0 && run.sequences.iter().any(|sequence| is_rare(&sequence));
            }
        }
        let mut inside = runs.iter().flat_map(|run| run.start..run.end()).peekable();
        let is_whole = places.iter().all(|place| {
            while inside.next_if(|next| next < place).is_some() {}
            inside.peek() == Some(place) || !chars::is_alphabetic(text[*place])
        });
        Self {
            hits: runs.iter().filter(|run| run.is_certain).map(|run| run.hits).sum(),
            covered: runs.iter().map(|run| run.end() - run.start).sum(),
            is_whole,
            rare: runs.iter().flat_map(|run| &run.sequences).filter(is_rare).count(),
            runs,
        }
    }

    /// Whether this reading is as good as `other` and gives something else for `run`, one of the runs of `other`.
    fn contradicts(&self, other: &Self, run: &Run) -> bool {
        let same = self.runs.binary_search_by_key(&run.start, |own| own.start).ok().map(|place| &self.runs[place]);
        self.covered >= other.covered
            && self.rare <= other.rare
            && same.is_some_and(|own| own.end() == run.end() && own.meant() != run.meant())
    }
}

/// The runs that were misread, each with whether it is clear what it was.
fn choose(text: &[char]) -> Vec<(Run, bool)> {
    let places: Vec<usize> = (0..text.len()).filter(|place| !text[*place].is_ascii()).collect();
    let mut readings: Vec<Reading> = Encoding::all().map(|encoding| Reading::new(encoding, text, &places)).collect();
    // Most hits first; of equal ones, a whole line before a part, usual letters before rare ones, then the encoding that
    // is met most often.
    readings.sort_by_key(|reading| (Reverse(reading.hits), !reading.is_whole, reading.rare));
    let most = readings.first().map_or(0, |reading| reading.hits);
    let mut chosen: Vec<(Run, bool)> = Vec::new();
    let mut is_taken = vec![false; text.len()];
    for reading in readings.iter().filter(|reading| reading.hits > 0) {
        for run in &reading.runs {
            let place = run.start..run.end();
            let is_in_company = reading.hits == most && (reading.is_whole || run.hits > 0);
            if is_taken[place.clone()].contains(&true) || !(run.is_certain || is_in_company) {
                continue;
            }
            is_taken[place].fill(true);
            let is_contradicted = readings.iter().any(|other| other.contradicts(reading, run));
            chosen.push((run.clone(), (run.is_certain || reading.is_whole) && !is_contradicted));
        }
    }
    chosen
}

/// The longest runs of sequences of `encoding`. `places` are those of the characters outside ASCII.
fn runs(encoding: Encoding, text: &[char], places: &[usize]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut next = 0;
    for place in places {
        if *place < next {
            continue;
        }
        let mut run = Run { encoding, start: *place, sequences: Vec::new(), hits: 0, is_certain: false };
        let mut common_hits = 0;
        next = *place;
        while let Some(mut sequence) = sequence::read(encoding, &text[next..]) {
            let before = next.checked_sub(1).map(|place| text[place]);
            let end = next + sequence.len;
            if sequence.is_doubtful(before, &text[next..end]) {
                sequence.is_damaged = true;
            }
            if !sequence::is_natural(encoding, before, &text[next..end], text.get(end).copied()) {
                run.hits += 1;
                let is_inside_word = [before, text.get(end).copied()].iter().all(|c| c.is_some_and(char::is_lowercase));
                common_hits +=
                    usize::from(sequence.kind == Kind::Common || (sequence.kind == Kind::Rare && is_inside_word));
            }
            run.sequences.push(sequence);
            next = end;
        }
        let of_scripts = run.sequences.iter().filter(|sequence| sequence.kind == Kind::Script).count();
        let needed = if encoding.leads_are_letters() { 2 } else { 3 };
        run.is_certain = common_hits > 0 || (of_scripts >= needed && run.hits >= 2);
        if !run.sequences.is_empty() {
            runs.push(run);
        }
    }
    runs
}
