//! Quotation marks of a story that have no partner, found over all its paragraphs.

use crate::article::Block;
use crate::chars;
use crate::profile::Profile;
use crate::quotes::{self, Mark, Side};
use crate::repetition;
use crate::source::Span;

/// The marks of one convention.
pub struct Convention {
    open: char,
    close: [char; 2],
    /// Whether quotations inside quotations may have the same marks, so that one mark closes both: «Фирма «Восток».
    nests: bool,
}

/// “…”.
pub const ENGLISH: Convention = Convention { open: '“', close: ['”', '”'], nests: false };
/// German and its neighbours close with the mark that English opens with, Polish and its neighbours with the other one.
pub const LOW: Convention = Convention { open: '„', close: ['“', '”'], nests: true };
/// «…».
pub const GUILLEMETS: Convention = Convention { open: '«', close: ['»', '»'], nests: true };

/// So many headings may stand between two paragraphs of a quotation.
const MOST_HEADINGS: usize = 2;

/// What is wrong with a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It is opened and never closed.
    NeverClosed,
    /// It is closed and was never opened.
    NeverOpened,
    /// Its other mark is a straight one.
    Mixed {
        /// Where that mark stands.
        straight: Span,
    },
}

/// A quotation mark without its partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The mark.
    pub place: Span,
    /// What is wrong.
    pub kind: Kind,
    /// Whether the mark can't be an arrow or a divider, as `« Older posts` and `Home » News` have them.
    is_certain: bool,
}

/// The marks of `convention` without a partner in `body`, the paragraphs of a story, in order. Empty where any mark
/// stands on the wrong side of its words, or one closes before any opens: the story follows another convention.
///
/// A quotation of several paragraphs may open each of them and close the last, or open the first and close the last.
/// What nobody can know is no fault: marks that stand for inches, and guillemets with plain spaces inside, which are
/// arrows unless some pair of the story is set so. A paragraph that stands in the story twice counts once, with or
/// without a credit of `profile`: its marks would make up for those of the other only until that goes.
pub fn faults(body: &[&Block], convention: &Convention, profile: &Profile) -> Vec<Fault> {
    let Some(marks) = marks(body, convention) else { return Vec::new() };
    if marks.chunk_by(are_together).all(|paragraph| is_whole(paragraph, convention)) {
        return by_paragraph(body, &marks, convention);
    }
    let firsts = repetition::firsts(body, profile);
    let is_first = |(place, _): &(usize, &&Block)| firsts[*place] == *place;
    let body: Vec<&Block> = body.iter().enumerate().filter(is_first).map(|(_, block)| *block).collect();
    self::marks(&body, convention).map_or_else(Vec::new, |marks| by_paragraph(&body, &marks, convention))
}

/// The marks that have a say, each with the number of its paragraph; `None` if the story follows another convention.
fn marks(body: &[&Block], convention: &Convention) -> Option<Vec<(usize, Mark)>> {
    let opens = |mark: &Mark| mark.c == convention.open;
    let is_straight = |mark: &Mark| mark.c == '"';
    let is_one = |mark: &Mark| (opens(mark) || convention.close.contains(&mark.c)) && !mark.is_measure;
    let mut marks: Vec<(usize, Mark)> = Vec::new();
    let mut seen_open = false;
    for (number, block) in body.iter().enumerate() {
        for mark in quotes::marks(block.text) {
            if is_one(&mark) {
                seen_open |= opens(&mark);
                if is_backward(block.text, &mark, opens(&mark)) || !seen_open {
                    return None;
                }
            } else if !(is_straight(&mark) || convention.close.contains(&mark.c)) {
                continue;
            }
            marks.push((number, mark));
        }
    }
    seen_open.then_some(marks)
}

fn are_together((one, _): &(usize, Mark), (other, _): &(usize, Mark)) -> bool {
    one == other
}

/// Whether the marks of a paragraph are pairs, so that it changes nothing for the others.
fn is_whole(paragraph: &[(usize, Mark)], convention: &Convention) -> bool {
    let mut open = 0_usize;
    for (_, mark) in paragraph.iter().filter(|(_, mark)| mark.c != '"') {
        if mark.c == convention.open {
            open += 1;
        } else if open > 0 && !mark.is_measure {
            open -= 1;
        } else {
            return false;
        }
    }
    open == 0
}

fn by_paragraph(body: &[&Block], marks: &[(usize, Mark)], convention: &Convention) -> Vec<Fault> {
    let mut story = Story { body, convention, open: Vec::new(), faults: Vec::new(), are_blanks_inside: false };
    for paragraph in marks.chunk_by(are_together) {
        story.add(paragraph);
    }
    let never_closed = story.open.iter().map(|open| Fault { kind: Kind::NeverClosed, ..open.fault });
    let mut faults = story.faults;
    faults.extend(never_closed);
    faults.retain(|fault| fault.is_certain || story.are_blanks_inside);
    faults.sort_by_key(|fault| fault.place.start);
    faults
}

/// Whether a mark stands on the wrong side of its words. Guillemets may have blanks inside, beside a bracket or a comma.
fn is_backward(text: &str, mark: &Mark, opens: bool) -> bool {
    let before = text.get(..mark.at).unwrap_or_default();
    let after = text.get(mark.at + mark.c.len_utf8()..).unwrap_or_default();
    let is_beside_mark = match mark.c {
        '«' => before.ends_with(['(', '[', '–', '—', '-', '“', '‘', '"', '/']),
        '»' => after.starts_with([',', '.', ';', ':', '!', '?', ')', ']', '…', '–', '—', '-', '”', '’', '"', '/']),
        _ => false,
    };
    mark.side == if opens { Side::Closes } else { Side::Opens } && !is_beside_mark
}

/// A quotation that waits for its end.
struct Open {
    fault: Fault,
    /// The paragraph it stands in.
    paragraph: usize,
    has_blank_inside: bool,
}

/// What is known of the paragraphs so far.
struct Story<'b, 't> {
    body: &'b [&'b Block<'t>],
    convention: &'b Convention,
    open: Vec<Open>,
    faults: Vec<Fault>,
    /// Whether some pair has blanks inside, as French sets them.
    are_blanks_inside: bool,
}

impl Story<'_, '_> {
    /// Adds the marks of the next paragraph that has any.
    fn add(&mut self, marks: &[(usize, Mark)]) {
        let Some((number, _)) = marks.first().copied() else { return };
        let from_above = self.open.len();
        let mut closed_inside = 0;
        // The straight mark of this paragraph that waits for its partner.
        let mut straight: Option<Span> = None;
        let mut next = 0;
        for (index, (_, mark)) in marks.iter().enumerate() {
            let place = self.place(number, mark);
            // A quotation of several paragraphs opens each of them, in French and Spanish with the closing mark.
            let continues = index == 0 && mark.at == 0 && self.is_open_right_above(number);
            if mark.c == '"' && self.may_be_inches(number, mark) {
                continue;
            }
            if mark.c == '"' {
                let can_open = mark.side != Side::Closes && (mark.side == Side::Opens || straight.is_none());
                let is_end = self.open.len() > from_above && straight.is_none() && mark.side != Side::Opens;
                if is_end && !self.is_closed_next(marks, index, &mut next) {
                    self.close_with_straight(place);
                } else {
                    straight = can_open.then_some(place);
                }
            } else if mark.c == self.convention.open {
                if continues {
                    self.open.pop();
                }
                let (has_blank_inside, is_loose) = self.blanks(number, mark);
                let fault = Fault { place, kind: Kind::NeverClosed, is_certain: !is_loose };
                self.open.push(Open { fault, paragraph: number, has_blank_inside });
            } else if !continues {
                closed_inside += self.close(number, mark, from_above, &mut straight);
            }
        }
        let left = self.open.len().saturating_sub(from_above);
        // One mark may have closed several; and of several that wait, the outermost is reported.
        let wait = !self.convention.nests || left > closed_inside;
        self.open.truncate(from_above + usize::from(wait && left > 0));
    }

    fn place(&self, number: usize, mark: &Mark) -> Span {
        let start = self.body.get(number).map_or(0, |block| block.span.start) + mark.at;
        Span::new(start, start + mark.c.len_utf8())
    }

    /// Whether a quotation is open in the paragraph above, headings aside.
    fn is_open_right_above(&self, number: usize) -> bool {
        self.open.last().is_some_and(|open| {
            let between = self.body.get(open.paragraph + 1..number).unwrap_or_default();
            between.len() <= MOST_HEADINGS && between.iter().all(|block| !chars::is_finished(block.text))
        })
    }

    /// Whether the next mark of the convention in the paragraph closes. `next` is where it was found last: asked from
    /// left to right, no mark is looked at twice.
    fn is_closed_next(&self, marks: &[(usize, Mark)], index: usize, next: &mut usize) -> bool {
        *next = (*next).max(index + 1);
        while marks.get(*next).is_some_and(|(_, mark)| mark.c == '"') {
            *next += 1;
        }
        marks.get(*next).is_some_and(|(_, mark)| mark.c != self.convention.open && !mark.is_measure)
    }

    fn close_with_straight(&mut self, straight: Span) {
        if let Some(open) = self.open.pop() {
            self.faults.push(Fault { kind: Kind::Mixed { straight }, ..open.fault });
        }
    }

    /// Closes a quotation with `mark`; returns how many were closed inside another one of this paragraph: one or none.
    fn close(&mut self, number: usize, mark: &Mark, from_above: usize, straight: &mut Option<Span>) -> usize {
        let place = self.place(number, mark);
        let (has_blank_inside, is_loose) = self.blanks(number, mark);
        if mark.is_measure {
            // Inches go on with the sentence; the end of a quotation is rather the end of one.
            if self.is_at_end_of_sentence(number, mark) {
                self.open.pop();
            }
            return 0;
        }
        if self.open.len() <= from_above
            && let Some(straight) = straight.take()
        {
            self.faults.push(Fault { place, kind: Kind::Mixed { straight }, is_certain: true });
            return 0;
        }
        let Some(open) = self.open.pop() else {
            self.faults.push(Fault { place, kind: Kind::NeverOpened, is_certain: !is_loose });
            return 0;
        };
        self.are_blanks_inside |= open.has_blank_inside && has_blank_inside;
        usize::from(self.open.len() > from_above)
    }

    fn may_be_inches(&self, number: usize, mark: &Mark) -> bool {
        let text = self.body.get(number).map_or("", |block| block.text);
        let before = text.get(..mark.at).unwrap_or_default();
        before.ends_with(char::is_numeric) && !self.is_at_end_of_sentence(number, mark)
    }

    fn is_at_end_of_sentence(&self, number: usize, mark: &Mark) -> bool {
        let text = self.body.get(number).map_or("", |block| block.text);
        let after = text.get(mark.at + mark.c.len_utf8()..).unwrap_or_default();
        after.is_empty() || after.starts_with([',', '.', ';', ':', '!', '?', '…', ')'])
    }

    /// Whether a plain space stands between the mark and its words, and whether another one stands on its other side,
    /// or the mark is a guillemet at an edge of its paragraph, so that it may be no quotation mark at all.
    fn blanks(&self, number: usize, mark: &Mark) -> (bool, bool) {
        let text = self.body.get(number).map_or("", |block| block.text);
        let before = text.get(..mark.at).and_then(|before| before.chars().next_back());
        let after = text.get(mark.at + mark.c.len_utf8()..).and_then(|after| after.chars().next());
        let (inside, outside) = if mark.c == self.convention.open { (after, before) } else { (before, after) };
        let is_gap = outside.map_or(matches!(mark.c, '«' | '»'), chars::is_blank);
        (inside.is_some_and(chars::is_blank), inside == Some(' ') && is_gap)
    }
}
