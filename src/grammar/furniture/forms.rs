//! Parts of forms that their company tells: a field above its button, a button among links, a label nobody knows.

use super::{FORM_LINES, Line, NEIGHBOUR_LINES, within};
use crate::chars::{self, words};
use crate::lexicon::{self, StubKind, Tier};

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
/// How they end.
const SEARCHES_BEHIND: [&str; 4] = [" durchsuchen", " suchen", " search", " doorzoeken"];
/// A label of a field has no more words than this.
const LABEL_MOST_WORDS: usize = 6;
/// Nor more bytes than this.
const LONGEST_LABEL: usize = 120;
/// A link of a menu has no more words than this.
const LINK_MOST_WORDS: usize = 5;
/// So many lines on either side of a button show that it stands among links.
const LINKS_BESIDE: usize = 3;
/// So many do where nothing else tells that the text is a whole page.
const MANY_LINKS_BESIDE: usize = 5;
/// A text that holds so many phrases that only pages have is a whole page, with its menus.
const TELLING_LEAST: usize = 2;

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
    has_button && (texts.len() >= ROW_LEAST || texts.len() >= PAIR && is_field_and_button(lines, index - above, row))
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

/// Whether a text is a page as it is, with menus and all.
pub(super) fn is_whole_page(lines: &[Line]) -> bool {
    let is_of_page = |line: &&Line| line.is_telling() && line.hit.is_some_and(|hit| hit.kind != StubKind::EndMark);
    lines.iter().filter(is_of_page).count() >= TELLING_LEAST
}

/// Whether a part of a form stands among the links of a menu: short lines on both sides, none of them a part of a
/// sentence. Columns of tables are short, too, and headed by words such as `Name`: of fields, only longer ones tell.
pub(super) fn is_among_links(lines: &[Line], index: usize, is_page: bool) -> bool {
    let line = &lines[index];
    let text = line.block.text;
    let is_field = || line.is_form() && (text.contains(chars::is_blank) || text.contains('-'));
    let reach = if is_page { LINKS_BESIDE } else { MANY_LINKS_BESIDE };
    if !is_control(line)
        || !(is_kind(line, &[StubKind::FormButton, StubKind::FormPrompt, StubKind::Newsletter]) || is_field())
    {
        return false;
    }
    if is_page && words(text) == 1 && line.is_exact() && is_search(text) {
        return true;
    }
    let above = || lines[..index].iter().rev().take(reach);
    let below = || lines[index + 1..].iter().take(reach);
    // A menu may end in its search box, and begin with it.
    let is_at_edge =
        || [above().all(is_link) && above().count() == reach, below().all(is_link) && below().count() == reach];
    if is_page { is_at_edge().contains(&true) } else { is_at_edge() == [true; 2] }
}

/// Whether a word is the button of a search box: of a whole page, it is nothing else.
fn is_search(text: &str) -> bool {
    let text = text.to_lowercase();
    SEARCHES.iter().any(|words| text.starts_with(words.trim_end_matches([' ', ':'])))
}

/// Whether a line may be a link of a menu.
fn is_link(line: &Line) -> bool {
    let text = line.block.text;
    let goes_on = text.ends_with([',', ';', '،', '、', '-', '–', '—']);
    line.hit.is_some() || words(text) <= LINK_MOST_WORDS && !chars::is_finished(text) && !goes_on
}

/// Whether a line names what a search box beside it looks through: `Search the Harbour Post`.
pub(super) fn is_search_of(lines: &[Line], index: usize) -> bool {
    // Most lines are paragraphs, which need no folding to tell.
    let text = lines[index].block.text;
    if text.len() > LONGEST_LABEL || words(text) > LABEL_MOST_WORDS {
        return false;
    }
    let text = text.to_lowercase();
    let names = || {
        SEARCHES.iter().any(|words| text.starts_with(words))
            || SEARCHES_BEHIND.iter().any(|words| text.ends_with(words))
    };
    let is_open = !text.ends_with(['.', '!', '?', '。', ',']);
    let is_beside = || {
        let above = lines[..index].iter().rev().take(1);
        above.chain(lines[index + 1..].iter().take(1)).any(|line| line.is_form() && is_kind(line, &FIELDS_AND_BUTTONS))
    };
    is_open && names() && is_beside()
}

/// Whether a line that no phrase is like is a label of a form: marked as a field beside another part of the form, or
/// written like a label between two of them.
pub(super) fn is_label(lines: &[Line], index: usize) -> bool {
    let text = lines[index].block.text;
    if words(text) > LABEL_MOST_WORDS || !text.contains(char::is_alphabetic) || lines[index].is_quoting() {
        return false;
    }
    let is_marked = lexicon::is_marked_field(text);
    let is_open = text.ends_with(chars::COLONS) || text.ends_with(['…', '*']) || text.ends_with("...");
    if !is_marked && !is_open {
        return false;
    }
    let is_part = |line: &&Line| line.is_form();
    let above = lines[..index].iter().rev().take(NEIGHBOUR_LINES).find(is_part);
    let below = lines[index + 1..].iter().take(NEIGHBOUR_LINES).find(is_part);
    let is_beside = if is_marked { above.or(below).is_some() } else { is_between(above, below) };
    is_beside && within(lines, index, FORM_LINES).any(|other| other.is_telling() && other.is_form())
}

/// Whether two lines are parts of one form and not the buttons of two readers' comments, between which others write.
fn is_between(above: Option<&Line>, below: Option<&Line>) -> bool {
    let is_field =
        |line: &Line| line.hit.is_some_and(|hit| hit.kind == StubKind::FormField || hit.tier == Tier::Phrase);
    above.zip(below).is_some_and(|(above, below)| is_field(above) && is_field(below))
}
