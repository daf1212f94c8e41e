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

/// Fields below the story stand within so many of the last lines of text.
const END_LINES: usize = 12;

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
        let is_guess = spelling == Spelling::Guessed || !field::is_plausible(&field);
        if is_guess && is_field_elsewhere(article, &field, below, profile) {
            break;
        }
        // A date alone is the date of the story only once.
        if field.label.is_empty() && article.field(field.kind).is_some() {
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

/// Takes the fields that the wire has below the story, from the last lines up.
pub(super) fn end_header<'t>(article: &mut Article<'t>, below: &[Block<'t>], profile: &Profile) {
    if profile.fields.iter().all(|form| form.place == Place::Top) {
        return;
    }
    let above = article.fields.len();
    // Without the headline, so that an article is never without one for the sake of its footer.
    let is_text = |block: &&Block| !block.text.is_empty();
    let headline = below.iter().find(is_text).map(|block| block.line);
    for block in below.iter().rev().filter(is_text).take(END_LINES).filter(|block| Some(block.line) != headline) {
        let found = field::header_fields(*block, profile, true);
        let found: Vec<Field> = found
            .filter(|(field, spelling)| *spelling == Spelling::OwnLetters && field::is_plausible(field))
            .map(|(field, _)| Field { is_below: true, ..field })
            .collect();
        let is_new = |field: &Field| article.fields.iter().all(|known| known.kind != field.kind);
        if !found.is_empty() && found.iter().all(is_new) {
            article.roles[block.line] = Role::HeaderField;
            article.fields.extend(found);
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
        .is_some_and(|(field, spelling)| spelling == Spelling::OwnLetters && field::is_plausible(&field))
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
            .any(|(field, spelling)| {
                field.kind == guessed.kind && spelling == Spelling::OwnLetters && field::is_plausible(&field)
            })
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
mod tests {
    use super::*;

    fn roles(text: &str) -> Vec<Role> {
        parse(&Source::new("t", text), &Profile::default(), Lexicon::built_in()).roles
    }

    const HEADER: &str = "News ID : 1\nPublish Date : 6/22/2024 5:01:54 PM\n";

    #[test]
    fn every_line_of_a_whole_article_has_its_role() {
        use Role::{Blank, Furniture, HeaderField, Headline, Paragraph, RepeatedHeadline, Standfirst};
        let text = format!(
            "{HEADER}Talks resume\n\nTalks resume\n\nThe two sides met.\n\nThey spoke.\n\n\nfirst name & last name"
        );
        let wanted = [
            HeaderField,
            HeaderField,
            Headline,
            Blank,
            RepeatedHeadline,
            Blank,
            Standfirst,
            Blank,
            Paragraph,
            Blank,
            Blank,
            Furniture,
        ];
        assert_eq!(roles(&text), wanted);
    }

    #[test]
    fn a_lone_block_is_the_story_and_a_credited_block_is_its_lede() {
        assert_eq!(roles(&format!("{HEADER}Talks\n\nThey spoke.\n")).last(), Some(&Role::Paragraph));
        let credited = roles(&format!("{HEADER}Talks\n\nNOURNEWS- They spoke.\n\nMore.\n"));
        assert_eq!(credited[4], Role::Paragraph);
    }

    #[test]
    fn short_words_of_forms_are_prose_unless_they_stand_after_the_story() {
        let body = roles(&format!("{HEADER}Talks\n\nThey spoke.\n\nName\n\nThey left.\n"));
        assert_eq!(body[6], Role::Paragraph);
        let tail = roles(&format!("{HEADER}Talks\n\nThey spoke.\n\nThey left.\n\nName\n"));
        assert_eq!(tail[8], Role::Furniture);
        let unfinished = roles(&format!("{HEADER}Talks\n\nThey spoke.\n\nSigned by\n\nName\n"));
        assert_eq!(unfinished[8], Role::Paragraph);
    }

    fn article<'t>(text: &'t str, wire: &str) -> Article<'t> {
        parse(&Source::new("t", text), &Profile::built_in(wire).expect("a built-in wire"), Lexicon::built_in())
    }

    #[test]
    fn a_block_is_what_a_reader_sees_of_its_line() {
        let block = |text| {
            let source = Source::new("t", text);
            let found = block(&source, 0, source.lines()[0]);
            assert_eq!(source.slice(found.span), found.text);
            found.text.to_owned()
        };
        for line in ["Talks", "Talks ", " Talks", "\t\u{a0}Talks\u{7} ", "\u{feff}\u{200b}Talks\u{ad}"] {
            assert_eq!(block(line), "Talks", "{line:?}");
        }
        // What decides how a line is laid out, or how its last letter is shaped.
        for line in ["\u{200f}سلام!", "\u{202b}سلام\u{202c}", "خانه\u{200c}", "\u{200d}ه"] {
            assert_eq!(block(line), line, "{line:?}");
        }
        for line in [" ", "\u{200f}\u{202b} \u{200c}\u{7}"] {
            assert_eq!(block(line), "", "{line:?}");
        }
    }

    #[test]
    fn a_count_of_readers_is_part_of_the_header_below_its_first_field() {
        use Role::{Blank, Furniture, HeaderField, Headline, Paragraph};
        let below = article("Jun 22, 2024, 5:01 PM\n12 Persons\nNews ID: 4\nTalks\n\nThey met.\n", "irna");
        assert_eq!(below.roles, [HeaderField, Furniture, HeaderField, Headline, Blank, Paragraph]);
        let above = article("12 Persons\nJun 22, 2024, 5:01 PM\nNews ID: 4\nTalks\n\nThey met.\n", "irna");
        assert_eq!(above.roles[0], Headline);
    }

    #[test]
    fn the_day_of_a_page_stands_above_all_fields() {
        use Role::{Furniture, HeaderField, Headline};
        let day = "28 November 2020\n";
        assert_eq!(roles(&format!("{day}{day}{HEADER}Talks\n"))[..3], [Furniture, Furniture, HeaderField]);
        assert_eq!(roles(&format!("News ID : 1\n{day}{HEADER}Talks\n"))[..2], [HeaderField, Headline]);
        assert_eq!(roles(&format!("{day}Talks\n{HEADER}"))[..1], [Headline]);
        // A wire that has it has it once.
        let header = "News ID: 5\nPublish Date: 28 October 2020 - 21:27\nTalks\n\nThey met.\n";
        assert_eq!(article(&format!("{day}{header}"), "kayhan").roles[..2], [HeaderField; 2]);
        assert_eq!(article(&format!("{day}{day}{header}"), "kayhan").roles[..2], [HeaderField, Headline]);
    }

    #[test]
    fn fields_below_the_story_end_at_the_first_line_that_is_none() {
        let fields = |tail: &str| {
            let text = format!("Talks\n\nThey met.\n\n{tail}\n");
            let article = article(&text, "kurdpress");
            let of_header = article.fields.iter().filter(|field| field.in_header);
            of_header.map(|field| field.value.text.to_owned()).collect::<Vec<_>>()
        };
        let date = "Date: 2024/06/22  |  Time: 17 : 01";
        assert_eq!(fields(&format!("News Code: 17  |  {date}")), ["17", "2024/06/22  |  Time: 17 : 01"]);
        assert_eq!(fields(&format!("News Code: 17\n{date}")), ["17", "2024/06/22  |  Time: 17 : 01"]);
        assert_eq!(fields("News Code: 17\nShare this story"), ["17"]);
        assert_eq!(fields(&format!("{date}\nThey left.\nNews Code: 17")), ["17"]);
        // Nor is anything that is only like a field.
        assert_eq!(fields("News Cdoe: 17"), [""; 0]);
        assert_eq!(fields("News Code: what every editor should know"), [""; 0]);
    }

    #[test]
    fn a_guess_is_no_field_above_the_field_itself() {
        use Role::{Blank, HeaderField, Headline};
        assert_eq!(roles("Nwes ID : 17\nPublish Date : 6/22/2024 5:01:54 PM\nTalks\n")[..1], [HeaderField]);
        for guess in ["Nwes ID : 17", "News ID: what every editor should know"] {
            let found =
                roles(&format!("{guess}\n\nNews ID : 4\nPublish Date : 6/22/2024 5:01:54 PM\n\nTalks\n\nThey met.\n"));
            assert_eq!(found[..2], [Headline, Blank], "{guess}");
        }
        // Of two guesses the first one counts, and what states nothing is no field that was meant.
        assert_eq!(roles("Nwes ID : 17\nNesw ID : 18\n\nThey met.\n")[..2], [HeaderField, Headline]);
        assert_eq!(roles("Nwes ID : 17\nNews ID : see below\n\nThey met.\n")[..2], [HeaderField, Headline]);
    }

    #[test]
    fn a_date_that_stands_alone_a_second_time_is_known_by_itself() {
        let text = "Jun 22, 2024, 5:01 PM\nNews ID: 4\nTalks\n\nJun 22, 2024, 5:01 PM\n\nThey met.\n";
        let article = article(text, "irna");
        let again = article.fields.last().expect("a field");
        assert_eq!((again.line, again.in_header, again.is_below), (4, false, true));
        assert_eq!((again.label, again.separator, again.value.span), (Span::at(40), Span::at(40), Span::new(40, 61)));
        let other = text.replacen("5:01 PM\n\nThey", "6:01 PM\n\nThey", 1);
        assert_eq!(self::article(&other, "irna").fields.len(), 2);
    }

    #[test]
    fn the_date_of_a_story_may_be_read_by_another_pattern() {
        let text = "News ID : 4\nPublish Date : 3/4/2024 5:01:54 PM\nTalks\n";
        let article = article(text, "nournews");
        let read = |pattern: &str| {
            let pattern = DatePattern::compile(pattern, crate::datetime::Notation::default()).expect("a pattern");
            published_as(&pattern, &article, &Profile::default()).map(|local| local.to_string())
        };
        assert_eq!(read("%-m/%-d/%Y %-I:%M:%S %p"), Some("2024-03-04 17:01:54".to_owned()));
        assert_eq!(read("%-d/%-m/%Y %-I:%M:%S %p"), Some("2024-04-03 17:01:54".to_owned()));
        assert_eq!(read("%Y-%m-%d"), None);
    }

    #[test]
    fn what_is_glued_to_a_paragraph_has_its_place_in_the_text() {
        let text = format!("{HEADER}Talks\n\nThey met.Leave a Reply\n\nThey left.\n");
        let article = article(&text, "nournews");
        let glued: Vec<_> = article.glued.iter().map(|glued| (&text[glued.span.range()], glued.kind)).collect();
        assert_eq!(glued, [("Leave a Reply", StubKind::FormPrompt)]);
    }
}
