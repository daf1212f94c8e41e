//! Parts of forms that their company tells: a field above its button, a button among links, a label nobody knows.
//!
//! The numbers below were weighed on 139 whole pages of news sites in 17 languages, with 620 lines of forms, and held
//! against the text of 552 stories. A step to either side finds at most 1.1 % of these lines more; what finds more takes
//! three words for a page, or one telling line.

use super::extent::Extent;
use super::{FORM_LINES, Line, NEIGHBOUR_LINES, within};
use crate::chars::{self, has_more_words, words};
use crate::lexicon::{self, StubKind, Tier, Wording};

/// So many different labels and buttons of a form in a row are a form, even if each alone may be a word of the story.
const ROW_LEAST: usize = 3;
/// What has to be pressed.
const BUTTONS: [StubKind; 2] = [StubKind::FormButton, StubKind::Newsletter];
/// So many are one where nothing announces them as items of a list.
const PAIR: usize = 2;
/// What a search box has.
const FIELDS_AND_BUTTONS: [StubKind; 2] = [StubKind::FormField, StubKind::FormButton];
/// How lines begin that name what a search box looks through, in small letters.
#[rustfmt::skip]
const SEARCHES: [&str; 19] = [
    "search ", "search: ", "suche in ", "suchen in ", "suche auf ", "rechercher ", "recherche ", "buscar ", "pesquisar ",
    "cerca ", "zoek ", "szukaj ", "hledat ", "sök ", "поиск ",
    "suchen ", "搜索", "检索", "검색",
];
/// Words that are the button of a search box, in small letters, where they say nothing of what it looks through.
#[rustfmt::skip]
const SEARCH_WORDS: [&str; 42] = [
    "søg", "søk", "haku", "hae", "etsi", "otsi", "meklēt", "ieškoti", "paieška", "hľadaj", "hľadať", "vyhľadať", "hledej",
    "vyhledat", "keresés", "keres", "căutați", "caută", "căutare", "kërko", "ara", "traži", "pretraga", "iskanje", "išči",
    "търсене", "търси", "пошук", "шукати", "претрага", "αναζήτηση", "بحث", "البحث", "جستجو", "جستجوی", "חיפוש", "חפש",
    "खोजें", "खोज", "tìm", "cari", "검색",
];
/// How they end.
const SEARCHES_BEHIND: [&str; 4] = [" durchsuchen", " suchen", " search", " doorzoeken"];
/// A label of a field has no more words than this.
const LABEL_MOST_WORDS: usize = 6;
/// Nor more bytes than this.
const LONGEST_LABEL: usize = 120;
/// What a form remarks has no more bytes than this.
const LONGEST_REMARK: usize = 200;
/// Within so many lines of a part of a form, words that stories have as well are another part of it.
const SHARED_LINES: usize = 3;
/// They are no more than this.
const SHARED_MOST_WORDS: usize = 9;
/// A link of a menu has no more words than this.
const LINK_MOST_WORDS: usize = 7;
/// So many lines on either side of a button show that it stands among links.
const LINKS_BESIDE: usize = 3;
/// So many do where nothing else tells that the text is a whole page.
const MANY_LINKS_BESIDE: usize = 5;
/// So many of them close together are one form.
const CONTROLS_LEAST: usize = 4;
/// So many labels close together that are marked as those of fields are one form, if one of them is known.
const MARKED_LEAST: usize = 3;
/// A label that nobody knows and nothing marks has no more words than this.
const BARE_LABEL_MOST_WORDS: usize = 4;
/// So many fields in a row with nothing behind their colons are a form without a button: pages draw it as a picture.
const EMPTY_FIELDS: usize = 3;

/// Whether a line stands in a row of labels of a form, each another one, with something to press among them.
pub(super) fn is_part_of_row(lines: &[Line], index: usize) -> bool {
    if !is_control(&lines[index]) {
        return false;
    }
    let is_part = |line: &&Line| is_control(line);
    let above = lines[..index].iter().rev().take(ROW_LEAST).take_while(is_part).count();
    let below = lines[index..].iter().take(ROW_LEAST).take_while(is_part).count();
    let row = &lines[index - above..index + below];
    // A story may list fields, but a form has something to press as well.
    let has_button = row.iter().any(|line| line.hit.is_some_and(|hit| hit.kind != StubKind::FormField));
    let mut texts: Vec<&str> = row.iter().map(|line| line.block.text).collect();
    texts.sort_unstable();
    texts.dedup();
    let is_row = texts.len() >= ROW_LEAST;
    has_button && (is_row || texts.len() >= PAIR && is_field_and_button(lines, index - above, row))
        || is_row && row.iter().filter(|line| is_empty_field(line)).count() >= EMPTY_FIELDS
}

/// Whether a line is the label of a field with nothing behind its colon.
fn is_empty_field(line: &Line) -> bool {
    is_kind(line, &[StubKind::FormField]) && line.block.text.ends_with(chars::COLONS)
}

/// Whether a row from `start` on is a field and its button. Below a colon, items of a list may be both.
fn is_field_and_button(lines: &[Line], start: usize, row: &[Line]) -> bool {
    let is_field = |line: &Line| is_kind(line, &[StubKind::FormField]) || is_placeholder(line.block.text);
    let is_announced = start.checked_sub(1).is_some_and(|above| lines[above].block.text.ends_with(chars::COLONS));
    row.iter().any(|line| is_kind(line, &BUTTONS)) && row.iter().any(is_field) && !is_announced
}

/// Whether a line is part of a form, be it the one for a newsletter, or what an empty field says.
fn is_control(line: &Line) -> bool {
    line.is_form()
        || line.is_exact() && is_kind(line, &BUTTONS)
        || is_placeholder(line.block.text) && is_kind(line, &FIELDS_AND_BUTTONS)
}

fn is_kind(line: &Line, kinds: &[StubKind]) -> bool {
    line.hit.is_some_and(|hit| kinds.contains(&hit.kind))
}

/// Whether a line trails off or ends in a colon, as what is written into an empty field does: `Search …`.
fn is_placeholder(text: &str) -> bool {
    text.ends_with(['…', ':', '：']) || text.ends_with("...")
}

/// Whether a line is marked at its end as what has to be filled in is: `Name:`, `Name *`, `Search …`.
fn is_open(text: &str) -> bool {
    text.ends_with(chars::COLONS) || text.ends_with(['…', '*']) || text.ends_with("...")
}

/// How many different parts of forms there are among lines; none if nothing there is to be pressed.
pub(super) fn controls<'l, 'b: 'l, 't: 'b>(lines: impl Iterator<Item = &'l Line<'b, 't>>) -> usize {
    let mut texts: Vec<&str> = Vec::new();
    let mut has_button = false;
    for line in lines.filter(|line| line.is_form() || line.is_form_like) {
        has_button |= is_kind(line, &BUTTONS);
        texts.push(line.block.text);
    }
    texts.sort_unstable();
    texts.dedup();
    if has_button { texts.len() } else { 0 }
}

/// Whether a part of a form stands among the links of a menu: short lines on both sides, none of them a part of a
/// sentence. Columns of tables are short, too, and headed by words such as `Name`: of fields, only longer ones tell.
/// What is no doubt a page holds its parts of forms anywhere but between two paragraphs, where a story has headings.
pub(super) fn is_among_links(lines: &[Line], index: usize, extent: Extent) -> bool {
    let line = &lines[index];
    let text = line.block.text;
    let is_page = extent >= Extent::Page;
    if extent == Extent::CertainPage && is_control(line) && !is_between_paragraphs(lines, index) {
        return true;
    }
    let is_field = || line.is_form() && (text.contains(chars::is_blank) || text.contains('-'));
    let reach = if is_page { LINKS_BESIDE } else { MANY_LINKS_BESIDE };
    if !is_control(line)
        || !(is_kind(line, &[StubKind::FormButton, StubKind::FormPrompt, StubKind::Newsletter]) || is_field())
    {
        return false;
    }
    if is_page && words(text) == 1 && (line.is_exact() || is_placeholder(text)) && is_search(text) {
        return true;
    }
    // A menu may end in its search box, and begin with it.
    if is_page { is_beside_links(lines, index, reach) } else { links_beside(lines, index, reach) == [true; 2] }
}

/// Whether so many links of a menu stand above a line, or below.
fn is_beside_links(lines: &[Line], index: usize, reach: usize) -> bool {
    links_beside(lines, index, reach).contains(&true)
}

/// Whether so many links stand above a line, and whether below.
fn links_beside(lines: &[Line], index: usize, reach: usize) -> [bool; 2] {
    let above = || lines[..index].iter().rev().take(reach);
    let below = || lines[index + 1..].iter().take(reach);
    [above().all(is_link) && above().count() == reach, below().all(is_link) && below().count() == reach]
}

/// Whether a word is the button of a search box: of a whole page, it is nothing else.
fn is_search(text: &str) -> bool {
    let text = text.to_lowercase();
    SEARCHES.iter().any(|words| text.starts_with(words.trim_end_matches([' ', ':'])))
        || SEARCH_WORDS.contains(&text.trim_end_matches(|c: char| !c.is_alphabetic()))
}

/// Whether the lines on both sides are paragraphs of a story.
fn is_between_paragraphs(lines: &[Line], index: usize) -> bool {
    let is_paragraph = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(Line::is_paragraph);
    is_paragraph(index.checked_sub(1)) && is_paragraph(Some(index + 1))
}

/// Whether a sentence or a list goes on behind a line.
fn goes_on(text: &str) -> bool {
    text.ends_with([',', ';', '،', '、', '-', '–', '—'])
}

/// Whether a line may be a link of a menu.
fn is_link(line: &Line) -> bool {
    let text = line.block.text;
    line.hit.is_some() || !has_more_words(text, LINK_MOST_WORDS) && !chars::is_finished(text) && !goes_on(text)
}

/// Whether a line names what a search box beside it looks through: `Search the Harbour Post`. On a page it needs no box
/// beside it if it trails off as the hint in an empty box does.
pub(super) fn is_search_of(lines: &[Line], index: usize, extent: Extent) -> bool {
    // Most lines are paragraphs, which need no folding to tell.
    let text = lines[index].block.text;
    if text.len() > LONGEST_LABEL || has_more_words(text, LABEL_MOST_WORDS) {
        return false;
    }
    let text = text.to_lowercase();
    let names = || {
        SEARCHES.iter().any(|words| text.starts_with(words))
            || SEARCHES_BEHIND.iter().any(|words| text.ends_with(words))
    };
    let is_hint = extent >= Extent::Page && is_placeholder(&text);
    let is_open = is_hint || !text.ends_with(['.', '!', '?', '。', ',']);
    let reach = if extent >= Extent::Page { NEIGHBOUR_LINES } else { 1 };
    let is_beside = || {
        let above = lines[..index].iter().rev().take(reach);
        above
            .chain(lines[index + 1..].iter().take(reach))
            .any(|line| line.is_form() && is_kind(line, &FIELDS_AND_BUTTONS))
    };
    is_open && names() && (is_hint || is_beside() || extent >= Extent::Page && names_a_site(lines[index].block.text))
}

/// Whether all words of a line behind the first are written as names are.
fn names_a_site(text: &str) -> bool {
    let mut names = text.split(chars::is_blank).filter(|word| !word.is_empty()).skip(1).peekable();
    names.peek().is_some() && names.all(lexicon::is_name)
}

/// Whether a line that no phrase is like is a label of a form: marked as a field beside another part of the form, or
/// written like a label between two of them.
pub(super) fn is_label(lines: &[Line], index: usize) -> bool {
    let text = lines[index].block.text;
    if has_more_words(text, LABEL_MOST_WORDS) || !text.contains(char::is_alphabetic) || lines[index].is_quoting() {
        return false;
    }
    let is_marked = lexicon::is_marked_field(text);
    let is_open = is_open(text);
    let is_bare = !is_marked && !is_open;
    if is_bare && (has_more_words(text, BARE_LABEL_MOST_WORDS) || chars::is_finished(text)) {
        return false;
    }
    let is_part = |line: &&Line| line.is_form() || line.is_form_like;
    let above = lines[..index].iter().rev().take(NEIGHBOUR_LINES).find(is_part);
    let below = lines[index + 1..].iter().take(NEIGHBOUR_LINES).find(is_part);
    let is_beside = match (above, below) {
        _ if is_marked => above.or(below).is_some(),
        _ if is_open => is_between(above, below),
        _ => is_behind_field(above, below),
    };
    is_beside && is_in_form(lines, index) || is_marked_behind(text) && is_among_marked(lines, index)
}

/// How much a line that no phrase is like has the words of forms. What quotes them is a story about forms.
pub(super) fn has_words_of_forms(line: &Line) -> Wording {
    let text = line.block.text;
    if text.len() > LONGEST_REMARK || line.is_quoting() || goes_on(text) {
        Wording::Other
    } else {
        lexicon::wording(text)
    }
}

/// Whether a line that no phrase is like has the words of forms, and stands in one, or on a page.
pub(super) fn is_worded_like_a_form(lines: &[Line], index: usize, extent: Extent) -> bool {
    let line = &lines[index];
    if line.is_form_like {
        let is_on_page = match extent {
            // What is said there in so many words is of the story, if it is not asked.
            Extent::Story => {
                let text = line.block.text;
                let is_said = chars::is_finished(text) && !text.ends_with(['?', '？', '؟']) && !is_open(text);
                return !is_said && !has_more_words(text, SHARED_MOST_WORDS) && is_in_form(lines, index);
            }
            Extent::Page => words(line.block.text) > 1 || is_beside_links(lines, index, LINKS_BESIDE),
            Extent::CertainPage => true,
        };
        return is_on_page && !is_between_paragraphs(lines, index) || is_in_form(lines, index);
    }
    let is_open = is_open(line.block.text);
    if !is_open && chars::is_finished(line.block.text) || has_words_of_forms(line) != Wording::Shared {
        return false;
    }
    // What is beside a field is another one; a few words are known farther off, where nothing else is to be expected.
    let is_beside = |reach, kinds: &[StubKind]| {
        within(lines, index, reach).any(|other| other.is_form_like || other.is_form() && is_kind(other, kinds))
    };
    let is_several = || is_open || (2..=SHARED_MOST_WORDS).contains(&words(line.block.text));
    // A story may announce something in such words, too, but it does not trail off.
    let is_hint = || is_open && !line.block.text.ends_with(chars::COLONS);
    let is_on_page = extent == Extent::CertainPage && !is_between_paragraphs(lines, index);
    let parts = [StubKind::FormField, StubKind::FormButton, StubKind::Captcha];
    let reach = if is_open { FORM_LINES } else { SHARED_LINES };
    is_on_page && (is_hint() || is_several() && is_beside(reach, &parts))
        || (extent >= Extent::Page || words(line.block.text) > 1)
            && is_beside(NEIGHBOUR_LINES, &[StubKind::FormField])
            && is_in_form(lines, index)
}

/// Whether a line stands in a form: beside something that only forms say, or among several of their parts.
pub(super) fn is_in_form(lines: &[Line], index: usize) -> bool {
    within(lines, index, FORM_LINES).any(|other| other.is_telling() && other.is_form())
        || controls(within(lines, index, FORM_LINES).chain([&lines[index]])) >= CONTROLS_LEAST
}

/// Whether a label stands among others that are marked as those of fields, one of which is known: the stars behind the
/// lines of a list point to a note, too, but then none of them is the label of a field.
fn is_among_marked(lines: &[Line], index: usize) -> bool {
    let marked = || within(lines, index, FORM_LINES).filter(|line| is_marked_behind(line.block.text));
    marked().count() + 1 >= MARKED_LEAST && marked().any(Line::is_form)
}

/// Whether a short line is marked behind its words. A star before them is the bullet of a list as well.
fn is_marked_behind(text: &str) -> bool {
    let is_short = text.len() <= LONGEST_LABEL && !has_more_words(text, LABEL_MOST_WORDS);
    is_short && !text.starts_with('*') && lexicon::is_marked_field(text)
}

/// Whether two lines are parts of one form and not the buttons of two readers' comments, between which others write.
fn is_between(above: Option<&Line>, below: Option<&Line>) -> bool {
    above.zip(below).is_some_and(|(above, below)| says_form(above) && says_form(below))
}

/// Whether a form goes on between two lines: from a field to the next, or to a button. What stands between the heading of
/// a form and its first field is what a reader has typed, as is a name below the number of comments.
fn is_behind_field(above: Option<&Line>, below: Option<&Line>) -> bool {
    let ends = |line: &Line| line.is_form_like || is_kind(line, &FIELDS_AND_BUTTONS);
    above.is_some_and(is_field) && below.is_some_and(ends)
}

/// Whether a line is a field, or says what only forms say.
fn says_form(line: &Line) -> bool {
    is_field(line) || line.hit.is_some_and(|hit| hit.tier == Tier::Phrase)
}

fn is_field(line: &Line) -> bool {
    line.is_form_like || is_kind(line, &[StubKind::FormField])
}

#[cfg(test)]
mod tests;
