//! Boxes of facts that belong to a story: the book it reviews, the meeting it announces.

use super::label_at;
use crate::chars::{self, COLONS};

/// A label of a fact has at most so many words …
const LABEL_MOST_WORDS: usize = 3;
/// … and so many bytes.
const LABEL_MOST: usize = 40;
/// A fact has at most so many words.
const FACT_MOST_WORDS: usize = 12;
/// A fact with more words than this is a sentence if it ends like one.
const SENTENCE_LEAST_WORDS: usize = 6;

/// So many lines above and below show whether a line is in a box: a file may have nothing but such lines.
const REACH: usize = 16;

/// Whether the line at `index` is one of several facts side by side, one of which no page states about its stories:
/// `Title: …` beside `Author: …` and `Published: …`.
pub fn is_in_box(lines: &[&str], index: usize) -> bool {
    let is_fact = |line: &&&str| fact(line).is_some();
    let above = lines.get(..index).unwrap_or_default().iter().rev().take(REACH).take_while(is_fact);
    let below = lines.get(index + 1..).unwrap_or_default().iter().take(REACH).take_while(is_fact);
    above.chain(below).any(|line| label_at(line).is_none()) || is_on_lines_of_its_own(lines, index)
}

/// Whether labels and facts take turns: `Title:`, the title, `Author:`, the author.
fn is_on_lines_of_its_own(lines: &[&str], index: usize) -> bool {
    let is_label = |at: Option<usize>| {
        let line = at.and_then(|at| lines.get(at));
        line.is_some_and(|line| fact(line) == Some("") && label_at(line).is_none())
    };
    is_label(index.checked_sub(2)) || is_label(Some(index + 2))
}

/// What stands behind the label of a line, if it may be a fact.
fn fact(line: &str) -> Option<&str> {
    let (at, colon) = line.char_indices().find(|(_, c)| COLONS.contains(c))?;
    let (label, value) = (line.get(..at)?.trim_end(), line.get(at + colon.len_utf8()..)?.trim());
    let is_label = label.len() <= LABEL_MOST
        && !chars::has_more_words(label, LABEL_MOST_WORDS)
        && label.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    let words = chars::words(value);
    let is_fact = words < SENTENCE_LEAST_WORDS || words <= FACT_MOST_WORDS && !chars::is_finished(value);
    (is_label && is_fact).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_beside_those_of_a_book_or_a_meeting_are_in_a_box() {
        for lines in [
            ["Title: Harbour Nights", "Author: Lena Ortiz", "Published: 5 May 2024"],
            ["Titel: Nächte am Hafen", "Verlag: Brenn", "Veröffentlicht: 5. Mai 2024"],
            ["Title:", "Harbour Nights", "Author:"],
        ] {
            assert!(is_in_box(&lines, 2), "{lines:?}");
        }
    }

    #[test]
    fn what_pages_state_is_in_none() {
        for lines in [
            ["They met.", "Author: Lena Ortiz", "Published: 5 May 2024"],
            ["The minister said on Friday: we shall see what they say in May.", "They met.", "Author:"],
            ["News ID: 4288", "Source: Brenn News", "Updated: 5 May 2024"],
        ] {
            assert!(!is_in_box(&lines, 2), "{lines:?}");
        }
    }
}
