//! When lines read as verse and not as prose.

use crate::chars;

/// A verse has at most so many words. Source: an alexandrine has about nine, a Persian line of two halves about twelve.
const MOST_WORDS: usize = 12;

/// Whether `lines` are short, and half of them or more end without the end of a sentence. Lines with numbers are rather
/// the results of a match.
pub fn reads_as_verse(lines: &[&str]) -> bool {
    let is_short = |line: &&str| !chars::has_more_words(line, MOST_WORDS);
    let count = |is: fn(&str) -> bool| lines.iter().filter(|line| is(line)).count();
    !lines.is_empty()
        && lines.iter().all(is_short)
        && 2 * count(|line| !chars::is_finished(line)) >= lines.len()
        && 2 * count(|line| line.contains(char::is_numeric)) <= lines.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lines_without_stops_are_verse() {
        assert!(reads_as_verse(&["runs to the sea", "and brings", "nothing back to me."]));
        assert!(reads_as_verse(&["به دریا می‌رسد"]));
    }

    #[test]
    fn sentences_paragraphs_and_results_are_none() {
        assert!(!reads_as_verse(&[]));
        assert!(!reads_as_verse(&["They met.", "They left."]));
        assert!(!reads_as_verse(&["Brenn 3, Orm 1", "Salme 0, Orm 0", "Brenn 2, Salme 2"]));
        let standfirst = "Two sides met in the harbour office on Friday to speak about the ferries of the outer bay";
        assert!(!reads_as_verse(&[standfirst]));
    }
}
