//! How much of a page a text is: the story alone, or menus and forms as well.

use super::Line;
use super::forms;
use crate::chars::{self, has_more_words};
use crate::lexicon::StubKind;

/// A text that holds so many phrases that only pages have is a whole page, with its menus.
const TELLING_LEAST: usize = 2;
/// So many leave no doubt: such a text is a page with a story in it, and what may be a part of a form is one.
const MANY_TELLING: usize = 3;
/// So many different parts of forms are a page as well, even if each alone may be a word of the story.
const MANY_CONTROLS: usize = 4;
/// A page has so many different phrases of pages, short ones among them.
const PHRASES_OF_PAGE: usize = 4;
/// So many are enough where nearly all is menus.
const FEW_PHRASES_OF_PAGE: usize = 2;
/// So many leave no doubt.
const MANY_PHRASES_OF_PAGE: usize = 5;
/// A link of a menu has mostly no more words than this.
const SHORT_MOST_WORDS: usize = 4;
/// A page has so many of them.
const SHORT_LEAST: usize = 15;
/// So many leave no doubt.
const MANY_SHORT: usize = 20;
/// So many with hardly a phrase among them are menus nevertheless.
const MOSTLY_SHORT: usize = 40;
/// They are this part of its lines, at least: two of five.
const MENUS_LEAST: (usize, usize) = (2, 5);

/// How much of a page a text is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Extent {
    /// A story, and at most a line of the page.
    Story,
    /// A page as it is, with menus and all.
    Page,
    /// A page, and no doubt about it.
    CertainPage,
}

/// How much of a page a text is, by the phrases in it that only pages have, and by how many parts of forms it holds.
pub(super) fn of(lines: &[Line]) -> Extent {
    let is_of_page = |line: &&Line| {
        line.is_telling() && line.hit.is_some_and(|hit| !matches!(hit.kind, StubKind::EndMark | StubKind::SystemText))
    };
    let told = match lines.iter().filter(is_of_page).count() {
        MANY_TELLING.. => Extent::CertainPage,
        TELLING_LEAST.. => Extent::Page,
        _ if forms::controls(lines.iter()) >= MANY_CONTROLS => Extent::Page,
        _ => Extent::Story,
    };
    if told == Extent::CertainPage { told } else { told.max(extent_by_menus(lines)) }
}

/// How much of a page a text is by its menus: lines of a few words that make up much of it, with several
/// phrases of pages among them.
fn extent_by_menus(lines: &[Line]) -> Extent {
    let mut phrases: Vec<&str> = lines.iter().filter(|line| line.is_exact()).map(|line| line.block.text).collect();
    phrases.sort_unstable();
    phrases.dedup();
    if phrases.len() < FEW_PHRASES_OF_PAGE {
        return Extent::Story;
    }
    let is_short =
        |line: &&Line| !has_more_words(line.block.text, SHORT_MOST_WORDS) && !chars::is_finished(line.block.text);
    let short = lines.iter().filter(is_short).count();
    match (short, phrases.len()) {
        _ if short * MENUS_LEAST.1 < lines.len() * MENUS_LEAST.0 => Extent::Story,
        (MANY_SHORT.., MANY_PHRASES_OF_PAGE..) => Extent::CertainPage,
        (SHORT_LEAST.., PHRASES_OF_PAGE..) | (MOSTLY_SHORT.., _) => Extent::Page,
        _ => Extent::Story,
    }
}
