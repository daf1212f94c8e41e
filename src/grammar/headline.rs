//! Finds the headline, what stands for it a second time, and the kicker between the two.

use super::field;
use super::furniture::may_be_link;
use crate::article::{Article, Block, Likeness, Repeat, Role};
use crate::chars;
use crate::keys;
use crate::lexicon::{self, Lexicon};
use crate::profile::Profile;
use crate::source::Span;
use crate::verse;

/// A part of a headline must have this many letters to be recognised as one, and so must what is fused with more words.
const PART_LEAST: usize = 12;
/// So many lines above and below show whether one is verse.
const VERSES: usize = 2;
/// … which are looked for among so many: a file may have nothing but repeats.
const REACH: usize = 64;
/// The name of a site has at most so many words …
const SITE_MOST_WORDS: usize = 4;
/// … and so many characters.
const SITE_MOST: usize = 32;
/// What pages put between a title and the name of the site and no sentence has inside.
const SITE_SEPARATORS: [&str; 5] = [" | ", " :: ", " » ", " / ", " ‹ "];
/// What they put there as well, but sentences have inside too.
const SITE_DASHES: [&str; 4] = [" - ", " – ", " — ", " : "];
/// Words that newsrooms print as a line of their own to label a story, in the languages of the wires.
const KICKERS: [&str; 44] = [
    "Exclusive",
    "Breaking",
    "Breaking News",
    "Just In",
    "Developing",
    "Analysis",
    "Opinion",
    "Editorial",
    "Commentary",
    "Interview",
    "Feature",
    "Explainer",
    "Special Report",
    "Photo Report",
    "In Pictures",
    "Live",
    "Video",
    "Update",
    "Exclusif",
    "Exklusiv",
    "Exclusiva",
    "Esclusiva",
    "Exclusivo",
    "Analyse",
    "Análisis",
    "Analisi",
    "Interview exclusive",
    "Kommentar",
    "Meinung",
    "Opinión",
    "Tribune",
    "Эксклюзив",
    "Интервью",
    "Мнение",
    "Özel Haber",
    "Röportaj",
    "اختصاصی",
    "تحلیل",
    "یادداشت",
    "گفت‌وگو",
    "حصري",
    "عاجل",
    "خاص",
    "تحليل",
];

/// A line of more bytes is none of them, whatever stands around it.
const KICKER_MOST: usize = 40;

/// The first line of prose is the headline. Returns the lines of text below it.
pub(super) fn headline<'t, 'b>(article: &mut Article<'t>, below_header: &'b [Block<'t>]) -> Vec<&'b Block<'t>> {
    // Lines that already have a role are fields below the story.
    let is_left = |block: &&Block| !block.text.is_empty() && article.roles[block.line] == Role::Blank;
    let mut text: Vec<&Block> = Vec::with_capacity(below_header.len());
    text.extend(below_header.iter().filter(is_left));
    if !text.is_empty() {
        let headline = text.remove(0);
        article.roles[headline.line] = Role::Headline;
        article.headline = Some(*headline);
    }
    text
}

/// Takes a label of the story from directly below the headline, if more follows: one of a closed list, so that it is
/// one whether or not the headline stands below it once more.
pub(super) fn kicker<'t, 'b>(article: &mut Article<'t>, text: Vec<&'b Block<'t>>) -> Vec<&'b Block<'t>> {
    let Some(headline) = article.headline else { return text };
    // The headline may stand there twice or three times before its label.
    let place = text.iter().position(|block| !keys::same_words(headline.text, block.text));
    let Some(place) = place.filter(|place| place + 1 < text.len()) else { return text };
    let block = text[place];
    let last = if place == 0 { headline.line } else { text[place - 1].line };
    let is_below = article.roles[last + 1..block.line].iter().all(|role| *role == Role::Blank);
    let is_short = block.text.len() <= KICKER_MOST && !chars::is_finished(block.text);
    if !is_below || !is_short || !KICKERS.iter().any(|kicker| keys::same_letters(kicker, block.text)) {
        return text;
    }
    article.roles[block.line] = Role::Kicker;
    article.kicker = Some(*block);
    text.into_iter().filter(|other| other.line != block.line).collect()
}

/// Takes the lines out that stand for the headline once more. Returns the others.
pub(super) fn without_repeats<'t, 'b>(
    article: &mut Article<'t>,
    text: Vec<&'b Block<'t>>,
    profile: &Profile,
    lexicon: &Lexicon,
) -> Vec<&'b Block<'t>> {
    let Some(headline) = article.headline else { return text };
    article.fused.extend(keys::second_half(headline.text, PART_LEAST).map(|half| within(&headline, half)));
    // What stands below a repeat stands below the headline once the repeat is gone. Exact repeats go unasked, others don't.
    let (mut directly_below, mut below_repeats) = (true, true);
    let mut last = headline.line;
    let all: Vec<&str> = text.iter().map(|block| block.text).collect();
    let first = keys::first_letter(headline.text);
    text.into_iter()
        .enumerate()
        .filter(|(index, block)| {
            // A header that the page printed once more stands between as much as a paragraph does.
            let is_gap = |role: &Role| matches!(role, Role::Blank | Role::Kicker);
            below_repeats &= article.roles[last + 1..block.line].iter().all(is_gap);
            directly_below &= below_repeats;
            last = block.line;
            // A leftover between them is gone once it is repaired.
            let may_go = || lexicon.recognise(block.text).is_some_and(|hit| hit.is_exact);
            if !may_repeat(first, block.text) {
                (directly_below, below_repeats) = (false, below_repeats && may_go());
                return true;
            }
            let likeness = likeness(headline.text, block.text, below_repeats)
                .or_else(|| with_leftover(headline.text, block.text, below_repeats, profile, lexicon))
                .filter(|likeness| {
                    below_repeats || !(likeness.is_whole() && stands_in_verse(&all, *index, headline.text, lexicon))
                })
                // As long as the field stands there, the headline is none: it goes on looking like one.
                .filter(|likeness| *likeness == Likeness::Exact || !is_field(block, profile));
            if let Some(likeness) = likeness {
                article.roles[block.line] = Role::RepeatedHeadline;
                article.repeats.push(Repeat { block: **block, likeness, directly_below });
            } else if is_fused(headline.text, block.text, profile) {
                article.fused.push(within(block, 0..headline.text.len()));
            }
            directly_below &= likeness == Some(Likeness::Exact);
            below_repeats = below_repeats && (likeness.is_some() || may_go());
            likeness.is_none()
        })
        .map(|(_, block)| block)
        .collect()
}

/// Whether the lines on both sides of one are verse: there, the headline is the refrain that the poem is named by. Lines
/// that repairs may take out don't count, so that it is verse before and after.
fn stands_in_verse(lines: &[&str], index: usize, headline: &str, lexicon: &Lexicon) -> bool {
    let stays = |at: &usize| {
        let line = lines[*at];
        !keys::same_letters(line, headline)
            && lexicon.recognise(line).or_else(|| lexicon::shape(line)).is_none()
            && !may_be_link(lines, *at, lexicon)
    };
    let above = (0..index).rev().take(REACH).filter(stays).take(VERSES);
    let below = (index + 1..lines.len()).take(REACH).filter(stays).take(VERSES);
    let around: Vec<&str> = above.chain(below).map(|at| lines[at]).collect();
    around.len() > VERSES && verse::reads_as_verse(&around)
}

fn within(block: &Block, part: std::ops::Range<usize>) -> Span {
    Span::new(block.span.start + part.start, block.span.start + part.end)
}

/// Whether `line` may have anything to do with a headline whose first letter is `first`: it begins with that letter, or
/// is markup. Most lines are no more than looked at.
fn may_repeat(first: Option<char>, line: &str) -> bool {
    first.is_none() || keys::first_letter(line) == first || line.ends_with('>')
}

/// How `line` repeats `headline`, if it does. What may as well be a line of the story is a repeat only directly below.
fn likeness(headline: &str, line: &str, directly_below: bool) -> Option<Likeness> {
    if keys::same_words(headline, line) {
        return Some(Likeness::Exact);
    }
    if keys::same_letters(headline, line) {
        return Some(Likeness::SameLetters);
    }
    if keys::is_cut_short(line, headline, PART_LEAST) {
        return Some(Likeness::CutShort);
    }
    if directly_below && is_cut_at_apostrophe(line, headline) {
        return Some(Likeness::CutAtApostrophe);
    }
    if headline.contains(' ') && keys::is_twice(line, headline) && has_letters(headline, PART_LEAST) {
        return Some(Likeness::Doubled);
    }
    if let Some(rest) = line.strip_prefix(headline) {
        let is_long = has_letters(headline, PART_LEAST);
        let is_title = ((directly_below || is_long) && site_name(rest, &SITE_SEPARATORS).is_some())
            || (directly_below && is_long && site_name(rest, &SITE_DASHES).is_some_and(is_proper_name));
        let is_twice = is_long && is_again(rest, headline);
        return is_title.then_some(Likeness::WithSite).or(is_twice.then_some(Likeness::Doubled));
    }
    if let Some(rest) = headline.strip_prefix(line) {
        let is_title = directly_below && has_letters(line, PART_LEAST) && site_name(rest, &SITE_SEPARATORS).is_some();
        return is_title.then_some(Likeness::WithoutSite);
    }
    markup(line).filter(|text| keys::same_letters(text, headline)).map(|_| Likeness::InMarkup)
}

/// Whether a line is the headline with a leftover of the page glued to it, so that nothing of the story is left of it
/// without either.
fn with_leftover(
    headline: &str,
    line: &str,
    directly_below: bool,
    profile: &Profile,
    lexicon: &Lexicon,
) -> Option<Likeness> {
    let is_glued = || {
        let (start, _) = lexicon.glued(line)?;
        likeness(headline, line.get(..start)?.trim_end_matches(chars::is_blank), directly_below)
    };
    let is_fused = || {
        let rest = line.get(headline.len()..).filter(|_| is_fused(headline, line, profile))?;
        lexicon.recognise(rest).filter(|hit| hit.is_exact).or_else(|| lexicon::shape(rest))
    };
    (is_glued().is_some() || is_fused().is_some()).then_some(Likeness::WithLeftover)
}

/// Whether a line states what may be a field of the header.
fn is_field(block: &Block, profile: &Profile) -> bool {
    field::header_fields(*block, profile, false).any(|(field, _)| field::is_plausible(&field))
}

/// Whether what follows the headline on its line is nothing but the headline again, once or several times, at the end
/// perhaps in other letters or cut short.
fn is_again(rest: &str, headline: &str) -> bool {
    let mut last = rest;
    while let Some(next) = last.strip_prefix(headline) {
        last = next;
    }
    let is_like_it = keys::same_letters(last, headline) || keys::is_cut_short(last, headline, PART_LEAST);
    !rest.starts_with(chars::is_blank) && (is_like_it || keys::letters(last).next().is_none())
}

/// Whether `line` is the headline up to right before one of its apostrophes.
fn is_cut_at_apostrophe(line: &str, headline: &str) -> bool {
    headline.strip_prefix(line).is_some_and(|rest| rest.starts_with(['’', '\''])) && has_letters(line, PART_LEAST)
}

fn has_letters(text: &str, least: usize) -> bool {
    keys::letters(text).nth(least - 1).is_some()
}

/// The name that follows a headline on its line behind one of `separators`, if it may be that of a site.
fn site_name<'l>(rest: &'l str, separators: &[&str]) -> Option<&'l str> {
    separators.iter().find_map(|separator| rest.strip_prefix(separator)).filter(|name| {
        !name.is_empty()
            && name.chars().nth(SITE_MOST).is_none()
            && name.split(' ').count() <= SITE_MOST_WORDS
            && !chars::is_finished(name)
    })
}

/// Whether every word begins like a name, without a number that would tell a part of a series.
fn is_proper_name(name: &str) -> bool {
    let begins_like_a_name = |word: &str| word.starts_with(char::is_uppercase) || word.contains('.');
    !name.contains(char::is_numeric) && name.split(' ').all(begins_like_a_name)
}

/// Whether a headline stands before the first words of a line, with nothing between them: `Talks resumeThe two sides`.
/// Without the headline, a field would be one more of the header.
fn is_fused(headline: &str, line: &str, profile: &Profile) -> bool {
    let Some(rest) = line.strip_prefix(headline).filter(|rest| !field::opens_like_a_field(rest, profile)) else {
        return false;
    };
    let mut rest = rest.chars();
    headline.ends_with(|c: char| c.is_lowercase() || c.is_numeric())
        && rest.next().is_some_and(char::is_uppercase)
        && rest.next().is_some_and(char::is_alphabetic)
        && headline.contains(' ')
        && has_letters(headline, PART_LEAST)
}

/// What stands in the remains of a picture's markup: `alt=” … ” />`.
fn markup(line: &str) -> Option<&str> {
    let end = line.strip_suffix("/>").or_else(|| line.strip_suffix('>'))?;
    let start = ["alt=", "title="].iter().find_map(|name| end.find(name).map(|at| at + name.len()))?;
    end.get(start..)
}

#[cfg(test)]
mod tests;
