//! Tells what the page left behind from the story: each line by what the lexicon knows of it and by its neighbours.

use std::cell::LazyCell;

use crate::article::{Article, Block, Furniture, Role, Standing};
use crate::chars::{self, has_more_words, words};
use crate::keys;
use crate::lexicon::{self, Hit, Lexicon, StubKind, Tier, Wording};
use crate::listing;
use crate::metadata;
use crate::subject;
use crate::verse;
use company::Company;

mod company;
mod extent;
mod forms;

/// A short word counts only if something more telling stands within so many lines of text. Source: the neighbour rule
/// of jusText, which judges a short paragraph by those around it.
const NEIGHBOUR_LINES: usize = 2;
/// A line of so many words is a paragraph, finished or not.
const PARAGRAPH_LEAST: usize = 8;
/// So many blank lines set a line off.
const GAP_LINES: usize = 2;
/// Within so many lines of text a form is one: labels and buttons stand between its sentence and its last button.
const FORM_LINES: usize = 8;
/// What stands between two leftovers belongs to them up to this many words.
const WORDS_BETWEEN: usize = 3;

/// Several lines go unasked only from below a body of this many words. Source: boilerpipe, which ends a text at its
/// comments only after 60 words of content.
const BODY_LEAST: usize = 60;
/// More lines than these are a part of the page that someone should look at.
const TAIL_MOST_LINES: usize = 15;
/// So is more than this part of the file: one fifth.
const TAIL_MOST_PART: usize = 5;

/// Greek asks with a semicolon, which has a second character that looks like it.
const GREEK_QUESTION_MARK: char = '\u{37e}';

/// So many lines show whether they are verse.
const VERSES: usize = 3;

/// Lines under a heading such as `Related articles` are links up to this length and number.
const LINK_MOST_WORDS: usize = 16;
const LINKS_MOST: usize = 10;
/// So many links make a heading of one or two words a heading of links.
const LINKS_LEAST: usize = 3;

/// A line of text and what is known of it by itself.
struct Line<'b, 't> {
    block: &'b Block<'t>,
    /// The most blank lines in a row between it and the line of text above: repeats and fields between are no gap.
    gap: usize,
    hit: Option<Hit>,
    /// It has words of its own behind a label: the link to another story, or a list of topics.
    has_own_words: bool,
    /// Its form tells what it is, but it may be what readers should know.
    is_credit: bool,
    /// No phrase is like it, but it says what forms are about, in their words.
    is_form_like: bool,
}

impl Line<'_, '_> {
    fn is_exact(&self) -> bool {
        self.hit.is_some_and(|hit| hit.is_exact)
    }

    /// Whether it is a leftover wherever it stands.
    fn is_telling(&self) -> bool {
        self.hit.is_some_and(|hit| hit.is_exact && hit.tier > Tier::Word)
    }

    /// Whether it reads as a paragraph of the story and not as a part of a page.
    fn is_paragraph(&self) -> bool {
        self.hit.is_none()
            && (chars::is_finished(self.block.text)
                || !self.is_form_like && has_more_words(self.block.text, PARAGRAPH_LEAST - 1))
    }

    /// Whether it holds a quotation: a story about forms quotes them.
    fn is_quoting(&self) -> bool {
        self.block.text.contains(['"', '“', '”', '„', '«', '»', '「'])
    }

    fn is_form(&self) -> bool {
        self.hit.is_some_and(|hit| hit.is_exact && hit.kind.is_form())
    }

    /// Whether it may say something that readers should know: a name of a network, a credit, a line of code.
    fn may_inform(&self) -> bool {
        self.is_credit || self.hit.is_some_and(|hit| hit.is_brand)
    }

    /// Whether it is a leftover if it stands alone after the end of a story: a label or a heading has nothing under it
    /// there, but a name of a network may be a credit, or the last item of a list.
    fn can_stand_alone(&self) -> bool {
        !self.is_credit && (self.is_telling() || (self.is_exact() && !self.may_inform()))
    }
}

/// Takes the leftovers out of `text`, the lines below the headline. Returns the lines of the body.
pub(super) fn without_furniture<'t, 'b>(
    article: &mut Article<'t>,
    text: &[&'b Block<'t>],
    bytes: usize,
    lexicon: &Lexicon,
) -> Vec<&'b Block<'t>> {
    let headline = article.headline.map_or("", |headline| headline.text);
    let mut lines: Vec<Line> = text.iter().map(|block| read(block, headline, lexicon)).collect();
    if lines.iter().all(|line| line.hit.is_none()) {
        return text.to_vec();
    }
    let above = article.headline.iter().map(|headline| headline.line).chain(text.iter().map(|block| block.line));
    for (above, line) in above.zip(&mut lines) {
        line.gap = gap(article.roles.get(above + 1..line.block.line).unwrap_or_default());
        line.is_form_like = !line.is_exact() && forms::has_words_of_forms(line) == Wording::Telling;
    }
    keep_shown_code(&mut lines, text);
    let tail = tail_start(&lines);
    let company = Company::of(&lines);
    let standing = match tail_standing(&lines, tail, bytes) {
        Standing::AfterBody if company.is_missed(&lines, tail) => Standing::Evidence,
        standing => standing,
    };
    // Asked once, for a file may have as many such lines as others.
    let body = || lines[..tail].iter().filter(|line| line.hit.is_none()).map(|line| line.block.text);
    let is_about_sums = LazyCell::new(|| body().any(subject::is_sums));
    let is_about_code = LazyCell::new(|| body().any(subject::is_code));
    // Many a story mentions a newsletter; one that quotes a notice speaks of it right above.
    let ends_in_notices = LazyCell::new(|| body().next_back().is_some_and(subject::is_notices));
    let is_subject = |line: &Line| match line.hit.map(|hit| hit.kind) {
        Some(StubKind::Captcha) if line.block.text.contains('=') => *is_about_sums,
        Some(StubKind::Cookie | StubKind::Captcha | StubKind::Newsletter) => *ends_in_notices,
        Some(StubKind::SystemText) if lexicon::shape(line.block.text).is_some() => *is_about_code,
        _ => false,
    };
    let mut rest = Vec::with_capacity(text.len());
    let mut links_left = 0;
    for (index, line) in lines.iter().enumerate() {
        let under = links(&lines, index, &article.roles);
        let mut add = |kind, tier, standing, is_link| {
            article.roles[line.block.line] = Role::Furniture;
            article.furniture.push(Furniture { block: *line.block, kind, tier, standing, is_link });
        };
        if links_left > 0 {
            links_left -= 1;
            add(StubKind::Related, Tier::Word, Standing::InBody, true);
            continue;
        }
        let in_tail = index >= tail;
        if !(in_tail && line.hit.is_some()
            || company.tells(&lines, index)
            || line.hit.is_some() && under >= LINKS_LEAST)
        {
            rest.push(line.block);
            continue;
        }
        let Some(Hit { kind, tier, .. }) = line.hit else {
            add(StubKind::FormField, Tier::Word, Standing::InBody, false);
            continue;
        };
        let is_alone = in_tail && under == 0 && !line.has_own_words;
        let own_standing = match is_alone {
            true if line.is_credit || is_subject(line) => Standing::Credit,
            true => standing,
            false => Standing::InBody,
        };
        add(kind, tier, own_standing, false);
        links_left = under;
    }
    rest
}

/// The most blank lines in a row.
fn gap(between: &[Role]) -> usize {
    between.split(|role| *role != Role::Blank).map(<[Role]>::len).max().unwrap_or(0)
}

/// Takes the lines of code of a story about programs for what it shows.
fn keep_shown_code(lines: &mut [Line], text: &[&Block]) {
    let is_code = |line: &Line| {
        line.hit.is_some_and(|hit| hit.kind == StubKind::SystemText) && lexicon::shape(line.block.text).is_some()
    };
    if lines.iter().any(is_code) && listing::is_about_programs(text.iter().copied()) {
        lines.iter_mut().filter(|line| is_code(line)).for_each(|line| line.hit = None);
    }
}

fn read<'b, 't>(block: &'b Block<'t>, headline: &str, lexicon: &Lexicon) -> Line<'b, 't> {
    // What has lost the name or source it announces is a label, whatever page it is from.
    if metadata::empty_label(block.text).is_some() {
        return Line { block, gap: 0, hit: None, has_own_words: false, is_credit: false, is_form_like: false };
    }
    if lexicon::counted_answers(block.text).is_some_and(|title| keys::same_letters(title, headline)) {
        let hit = Hit { kind: StubKind::FormPrompt, tier: Tier::Phrase, is_exact: true, is_brand: false };
        return Line { block, gap: 0, hit: Some(hit), has_own_words: false, is_credit: false, is_form_like: false };
    }
    let (phrase, shape) = (lexicon.recognise(block.text), lexicon::shape(block.text));
    // `Comments: 12` counts, `Password: 123456` states.
    let states = |hit: &Hit| hit.kind == StubKind::FormField && has_number_behind_colon(block.text);
    let phrase = phrase.filter(|hit| !states(hit));
    let whole = shape.or(phrase.filter(|hit| hit.is_exact));
    let labelled = if whole.is_some() { None } else { lexicon::labelled(block.text) };
    let hit = whole.or(labelled).or(phrase).map(|hit| {
        let is_marked = hit.kind == StubKind::FormField && hit.is_exact && lexicon::is_marked_field(block.text);
        Hit { tier: if is_marked { hit.tier.max(Tier::Phrase) } else { hit.tier }, ..hit }
    });
    let is_credit = shape.is_some_and(|hit| lexicon::may_inform(block.text, hit.kind));
    Line { block, gap: 0, hit, has_own_words: labelled.is_some(), is_credit, is_form_like: false }
}

/// Whether a line is a label with a number as its value.
fn has_number_behind_colon(line: &str) -> bool {
    let value = line.split_once(chars::COLONS).map(|(_, value)| value.trim()).unwrap_or_default();
    value.starts_with(char::is_numeric) && value.ends_with(char::is_numeric)
}

/// Whether a line before the tail is a leftover.
fn is_leftover(lines: &[Line], index: usize, hit: Hit) -> bool {
    lines[index].is_telling()
        || near(lines, index).any(|other| other.is_telling() && (hit.is_exact || !other.has_own_words))
            && (hit.is_exact || !lines[index].is_quoting())
        || forms::is_part_of_row(lines, index)
        || (hit.is_exact && hit.kind.is_form() && forms::is_in_form(lines, index))
}

/// The lines within reach of one line: those next to it, up to a paragraph of the story.
fn near<'l, 'b, 't>(lines: &'l [Line<'b, 't>], index: usize) -> impl Iterator<Item = &'l Line<'b, 't>> {
    within(lines, index, NEIGHBOUR_LINES)
}

/// The lines at most `reach` lines from one line, up to a paragraph of the story.
fn within<'l, 'b, 't>(lines: &'l [Line<'b, 't>], index: usize, reach: usize) -> impl Iterator<Item = &'l Line<'b, 't>> {
    let above = lines[..index].iter().rev().take(reach).take_while(|line| !line.is_paragraph());
    above.chain(lines[index + 1..].iter().take(reach).take_while(|line| !line.is_paragraph()))
}

/// How many lines under a heading of links are links: short, without the end of a sentence, up to something else. A field
/// of the header is something else, and is never in the middle of what goes.
fn links(lines: &[Line], heading: usize, roles: &[Role]) -> usize {
    let Some(hit) = lines[heading].hit.filter(|hit| hit.is_exact && hit.kind == StubKind::Related) else { return 0 };
    let is_link = |line: &&Line| {
        line.hit.is_none() && !chars::is_finished(line.block.text) && !has_more_words(line.block.text, LINK_MOST_WORDS)
    };
    let is_below_field = |index: &usize| {
        let between = lines[index - 1].block.line..lines[*index].block.line;
        roles.get(between).is_some_and(|roles| roles.contains(&Role::HeaderField))
    };
    let end = (heading + 1..lines.len()).find(is_below_field).unwrap_or(lines.len());
    let below = lines.get(heading + 1..end).unwrap_or_default();
    let count = below.iter().take(LINKS_MOST).take_while(is_link).count();
    let ends = below.get(count).is_none_or(|next| next.hit.is_some());
    // Inside the story nobody can tell where the links end and the story goes on.
    let is_heading = hit.tier > Tier::Word || lines[heading].block.text.contains(chars::is_blank);
    if is_heading && ends { count } else { 0 }
}

/// Whether a line may be one of the [links] under a heading, which go with it, as far as the lines above it tell.
pub(super) fn may_be_link(lines: &[&str], index: usize, lexicon: &Lexicon) -> bool {
    let is_short = |line: &&&str| !chars::is_finished(line) && !has_more_words(line, LINK_MOST_WORDS);
    let up_to = lines.get(..=index).unwrap_or_default().iter().rev().take(LINKS_MOST + 1);
    let mut above = up_to.take_while(is_short).skip(1);
    let heading = above.find_map(|line| lexicon.recognise(line));
    heading.is_some_and(|hit| hit.is_exact && hit.kind == StubKind::Related)
}

/// Where the leftovers after the body begin, as an index into `lines`: from there on nothing is a line of the story.
///
/// Source of the conditions: boilerpipe's guard (no tail without a body) and the rule that a short word is a leftover
/// only where a story cannot go on: after a finished paragraph or after a gap.
fn tail_start(lines: &[Line]) -> usize {
    let block = lines.iter().rposition(|line| line.hit.is_none()).map_or(0, |last| last + 1);
    if block == 0 || block == lines.len() {
        return lines.len();
    }
    // A tail needs a body above it, if only a line.
    let mut start = Some(through_strays(lines, block)).filter(|start| *start > 0).unwrap_or(block);
    let widest = widest_gap(&lines[..start]);
    let mut exact_below = lines[start..].iter().filter(|line| line.is_exact()).count();
    while let Some(line) = lines.get(start) {
        let is_set_off = if line.hit.is_some_and(|hit| hit.is_exact && hit.tier == Tier::Sentence) {
            true
        } else if line.is_exact() {
            // Below a colon or the items of a list even a telling phrase may be the next item.
            let ends = ends_a_story(lines[start - 1].block.text);
            is_after_gap(lines, start, widest) || ends && (line.is_telling() || !is_below_verse(&lines[..start]))
        } else {
            line.hit.is_some() && (exact_below > 0 || is_after_gap(lines, start, widest))
        };
        if is_set_off {
            break;
        }
        exact_below -= usize::from(line.is_exact());
        start += 1;
    }
    start
}

/// Whether a story can't go on below a line: it is finished, and no question, which a word would answer.
fn ends_a_story(text: &str) -> bool {
    chars::is_finished(text) && !is_question(text)
}

/// Whether a word may be the last verse of a poem.
fn is_below_verse(body: &[Line]) -> bool {
    let last: Vec<&str> = body.iter().rev().take(VERSES).map(|line| line.block.text).collect();
    last.len() == VERSES && verse::reads_as_verse(&last)
}

fn is_question(text: &str) -> bool {
    let is_mark = |c: char| {
        c.is_alphanumeric()
            || matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '。' | '！' | '？' | '।' | ';' | GREEK_QUESTION_MARK)
    };
    let Some(at) = text.rfind(is_mark) else { return false };
    let (before, end) = text.split_at(at);
    end.starts_with(['?', '؟', '？', GREEK_QUESTION_MARK])
        || end.starts_with(';') && before.ends_with(|c| matches!(c, 'Ͱ'..='Ͽ' | 'ἀ'..='῾'))
}

/// Whether a line may be the answer to the question above it.
fn is_answer(lines: &[Line], index: usize) -> bool {
    let above = index.checked_sub(1).and_then(|above| lines.get(above));
    !lines[index].is_telling() && above.is_some_and(|above| is_question(above.block.text))
}

/// Whether at least two blank lines, and more than anywhere in the body, set a line off.
fn is_after_gap(lines: &[Line], index: usize, widest: usize) -> bool {
    lines[index].gap >= GAP_LINES && lines[index].gap > widest
}

/// The start of the tail moved up through a few words between two leftovers: `Name`, what a reader typed, `Email`.
fn through_strays(lines: &[Line], mut start: usize) -> usize {
    while start > 1 {
        let stray = lines[start - 1].block.text;
        if !lines[start - 2].is_exact() || has_more_words(stray, WORDS_BETWEEN) || chars::is_finished(stray) {
            break;
        }
        start -= 1;
        while start > 0 && lines[start - 1].hit.is_some() {
            start -= 1;
        }
    }
    start
}

/// The most blank lines in a row between two lines of the body.
fn widest_gap(body: &[Line]) -> usize {
    body.iter().skip(1).map(|line| line.gap).max().unwrap_or(0)
}

/// How far the tail from `start` on is to be trusted.
fn tail_standing(lines: &[Line], start: usize, bytes: usize) -> Standing {
    let (body, tail) = lines.split_at(start);
    // What only opens like a phrase needs a gap; so does a name, which may be the last item of a list.
    let is_set_apart =
        || !tail.is_empty() && is_after_gap(lines, start, widest_gap(body)) && !tail.iter().any(Line::may_inform);
    let is_certain = tail.iter().any(Line::can_stand_alone) || is_set_apart();
    if !is_certain {
        return Standing::InBody;
    }
    let tail_bytes: usize = tail.iter().map(|line| line.block.text.len()).sum();
    let is_small = tail.len() <= TAIL_MOST_LINES && tail_bytes * TAIL_MOST_PART <= bytes;
    let mut count = 0;
    let mut has_body = || {
        body.iter().any(|line| {
            count += words(line.block.text);
            count >= BODY_LEAST
        })
    };
    if tail.len() == 1 || (is_small && has_body()) { Standing::AfterBody } else { Standing::LongTail }
}

#[cfg(test)]
mod tests;
