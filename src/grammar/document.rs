//! Gives every line its role and builds the tree: header, headline, body, leftovers.

use chrono::NaiveDateTime;

use super::datetime;
use super::field::{self, Spelling};
use super::furniture::without_furniture;
use super::headline::{headline, kicker, without_repeats};
use crate::article::{Article, Block, Field, Furniture, Glued, Role, Standing};
use crate::calendar;
use crate::chars;
use crate::datetime::DatePattern;
use crate::lexicon::{Lexicon, StubKind, Tier};
use crate::profile::{FieldKind, Habit, Place, Profile};
use crate::source::{Line, Source, Span};

/// Reads `source` as an article of `profile`'s wire. Never fails: see the module's documentation.
pub fn parse<'t>(source: &Source<'t>, profile: &Profile, lexicon: &Lexicon) -> Article<'t> {
    let blocks: Vec<Block> =
        source.lines().iter().enumerate().map(|(index, line)| block(source, index, *line)).collect();
    let mut article = Article { roles: vec![Role::Blank; blocks.len()], ..Article::default() };
    let body = header(&mut article, &blocks, profile);
    end_header(&mut article, body, profile);
    let mut text = headline(&mut article, body);
    text = without_strays(&mut article, text, profile);
    text = kicker(&mut article, text);
    text = without_repeats(&mut article, text, profile, lexicon);
    text = without_furniture(&mut article, &text, source.text().len(), lexicon);
    paragraphs(&mut article, text, profile);
    article.fields.sort_by_key(|field| field.value.span);
    article.glued = glued(&article, lexicon);
    let field = article.field(FieldKind::PublishDate).map(|field| field.value);
    article.published = field.map(|value| datetime::read(value.text, value.span.start, profile));
    article
}

/// What the first publish date of `article` says by another pattern than those of `profile`; `None` if that is no date.
pub fn published_as(pattern: &DatePattern, article: &Article, profile: &Profile) -> Option<NaiveDateTime> {
    let value = article.field(FieldKind::PublishDate)?.value;
    datetime::read_as(pattern, value.text, value.span.start, profile).ok().map(|timestamp| timestamp.local)
}

/// The content of a line without blanks, controls and invisible characters at its edges; nothing if a reader sees
/// nothing in it.
pub(super) fn block<'t>(source: &Source<'t>, line: usize, at: Line) -> Block<'t> {
    let is_nothing = |c: char| chars::is_blank(c) || chars::is_unprintable(c) || chars::is_joiner(c);
    // A directional mark at an edge decides how the line is laid out, and a joiner which form the last letter has: they
    // belong to the text.
    let has_a_say = |c| chars::is_directional_mark(c) || chars::is_bidi_control(c) || chars::is_joiner(c);
    let is_edge = |c: char| is_nothing(c) && !has_a_say(c);
    let content = source.line_text(at);
    if content.is_empty() {
        return Block { line, span: at.span, text: "" };
    }
    let shows = |c: Option<char>| c.is_some_and(|c| !is_nothing(c));
    if shows(content.chars().next()) && shows(content.chars().next_back()) {
        return Block { line, span: at.span, text: content };
    }
    let text = content.trim_matches(is_edge);
    if text.chars().all(is_nothing) {
        return Block { line, span: Span::at(at.span.start), text: "" };
    }
    let start = at.span.start + (content.len() - content.trim_start_matches(is_edge).len());
    Block { line, span: Span::new(start, start + text.len()), text }
}

/// Takes the header off: fields and blank lines up to the first line of prose. Returns the lines below.
pub(super) fn header<'t, 'b>(article: &mut Article<'t>, blocks: &'b [Block<'t>], profile: &Profile) -> &'b [Block<'t>] {
    let mut left = blocks;
    while let Some((block, below)) = left.split_first() {
        if !block.text.is_empty() && !header_line(article, *block, below, profile) {
            break;
        }
        left = below;
    }
    left
}

/// Takes a line as part of the header, if it is.
fn header_line<'t>(article: &mut Article<'t>, block: Block<'t>, below: &[Block<'t>], profile: &Profile) -> bool {
    let before = article.fields.len();
    for (field, spelling) in field::header_fields(block, profile, false) {
        // What stands beside a field on its line is one as well, whatever it states.
        let is_first = article.fields.len() == before;
        if is_first && !is_certain(&field, spelling) && is_field_elsewhere(article, &field, below, profile) {
            break;
        }
        // A date alone is the date of the story only once.
        if is_first && field.label.is_empty() && article.field(field.kind).is_some() {
            break;
        }
        article.fields.push(field);
    }
    // A page may print the day several times; a wire that has it has it once.
    let has_page_date = !article.page_dates.is_empty();
    let may_be_page_date = before == 0 && !(has_page_date && profile.has(Habit::PageDate));
    if article.fields.len() > before {
        article.roles[block.line] = Role::HeaderField;
    } else if may_be_page_date && datetime::is_page_date(&field::legible(block.text), profile) {
        // This wire always has it.
        article.roles[block.line] = Role::HeaderField;
        article.page_dates.push(block);
    } else if may_be_page_date
        && calendar::is_date_only(&field::legible(block.text))
        && (has_page_date || leads_to_a_field(below, profile))
    {
        article.roles[block.line] = Role::Furniture;
        article.page_dates.push(block);
    } else if before > 0 && field::is_counter(block.text, profile) {
        counter(article, block);
    } else {
        return false;
    }
    true
}

fn counter<'t>(article: &mut Article<'t>, block: Block<'t>) {
    article.roles[block.line] = Role::Furniture;
    let (kind, tier, standing) = (StubKind::ViewCounter, Tier::Phrase, Standing::InBody);
    article.furniture.push(Furniture { block, kind, tier, standing, is_link: false });
}

/// Takes the fields that the wire has below the story: the last lines that are such fields, whatever stands below them.
/// Were it to be no more than so much, repairs above it might bring a line of the story into reach.
pub(super) fn end_header<'t>(article: &mut Article<'t>, below: &[Block<'t>], profile: &Profile) {
    if profile.fields.iter().all(|form| form.place == Place::Top) {
        return;
    }
    let above = article.fields.len();
    // Without the headline, so that an article is never without one for the sake of its footer.
    let is_text = |block: &&Block| !block.text.is_empty();
    let headline = below.iter().find(is_text).map(|block| block.line);
    for block in below.iter().rev().filter(is_text).filter(|block| Some(block.line) != headline) {
        let found: Vec<(Field, Spelling)> = field::header_fields(*block, profile, true).collect();
        let is_new = |(field, _): &(Field, Spelling)| article.fields.iter().all(|known| known.kind != field.kind);
        if found.iter().any(|(field, spelling)| is_certain(field, *spelling)) && found.iter().all(is_new) {
            article.roles[block.line] = Role::HeaderField;
            article.fields.extend(found.into_iter().map(|(field, _)| Field { is_below: true, ..field }));
        } else if article.fields.len() > above {
            break;
        }
    }
}

/// Whether the next line is a field, further dates aside: pages print the day they are viewed on above the header. A date
/// without a field below it may be a headline.
fn leads_to_a_field(below: &[Block], profile: &Profile) -> bool {
    let texts = below.iter().filter(|block| !block.text.is_empty());
    let mut fields = texts.map(|block| (block, field::header_fields(*block, profile, false).next()));
    fields
        .find(|(block, field)| field.is_some() || !calendar::is_date_only(&field::legible(block.text)))
        .and_then(|(_, field)| field)
        .is_some_and(|(field, spelling)| is_certain(&field, spelling))
}

/// Whether a field has its own label and may have a value.
fn is_certain(field: &Field, spelling: Spelling) -> bool {
    spelling == Spelling::OwnLetters && field::is_plausible(field)
}

/// Whether a field that is only guessed at is stated plainly above, or next below: then the guess is a headline.
fn is_field_elsewhere(article: &Article, guessed: &Field, below: &[Block], profile: &Profile) -> bool {
    article.field(guessed.kind).is_some()
        || below
            .iter()
            .filter(|block| !block.text.is_empty())
            .map_while(|block| {
                let mut fields = field::header_fields(*block, profile, false).peekable();
                fields.peek().is_some().then_some(fields)
            })
            .flatten()
            .any(|(field, spelling)| field.kind == guessed.kind && is_certain(&field, spelling))
}

fn without_strays<'t, 'b>(
    article: &mut Article<'t>,
    text: Vec<&'b Block<'t>>,
    profile: &Profile,
) -> Vec<&'b Block<'t>> {
    let alone = article.field(FieldKind::PublishDate).filter(|date| date.label.is_empty()).copied();
    text.into_iter()
        .filter(|block| {
            let field = if field::opens_like_a_field(block.text, profile) {
                field::stray_field(**block, profile)
            } else if profile.has(Habit::HeaderTwice) && field::is_counter(block.text, profile) {
                counter(article, **block);
                return false;
            } else {
                // The date of the header once more, where the wire prints its header twice.
                let is_again = |date: &Field| profile.has(Habit::HeaderTwice) && date.value.text == block.text;
                let label = Span::at(block.span.start);
                alone.filter(is_again).map(|date| Field {
                    line: block.line,
                    label,
                    separator: label,
                    value: **block,
                    in_header: false,
                    is_below: true,
                    ..date
                })
            };
            let Some(field) = field else { return true };
            article.roles[block.line] = Role::HeaderField;
            article.fields.push(field);
            false
        })
        .collect()
}

/// What is left is the body: the standfirst, if a story follows it and no credit opens it, and the paragraphs.
fn paragraphs<'t>(article: &mut Article<'t>, text: Vec<&Block<'t>>, profile: &Profile) {
    let mut text = text.into_iter().copied().peekable();
    if let Some(first) = text.next_if(|first| profile.strip_credit(first.text).is_none()) {
        if text.peek().is_some() {
            article.roles[first.line] = Role::Standfirst;
            article.standfirst = Some(first);
        } else {
            article.roles[first.line] = Role::Paragraph;
            article.paragraphs.push(first);
        }
    }
    article.paragraphs.reserve_exact(text.len());
    for block in text {
        article.roles[block.line] = Role::Paragraph;
        article.paragraphs.push(block);
    }
}

/// What is glued to the ends of paragraphs.
fn glued(article: &Article, lexicon: &Lexicon) -> Vec<Glued> {
    let of = |block: &Block| {
        let (start, hit) = lexicon.glued(block.text)?;
        Some(Glued { span: Span::new(block.span.start + start, block.span.end), kind: hit.kind })
    };
    article.body().filter_map(of).collect()
}

#[cfg(test)]
mod tests;
