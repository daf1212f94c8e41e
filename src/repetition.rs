//! Which paragraphs stand in a story a second time. What such a one tells beside others, the first of them tells: else it
//! would be told only until one of the two is gone.

use std::collections::HashMap;

use crate::article::Block;
use crate::keys;
use crate::profile::Profile;

/// From so many characters on a paragraph that stands in the story twice is a slip: what rules take out has no fewer.
const LEAST: usize = 20;

/// Of each paragraph of `body`, the place of the first that says the same, with or without a credit of `profile`: its own
/// place unless it stands there a second time.
pub fn firsts(body: &[&Block], profile: &Profile) -> Vec<usize> {
    let mut seen: HashMap<u64, usize> = HashMap::with_capacity(body.len());
    let texts: Vec<&str> = body.iter().map(|block| profile.strip_credit(block.text).unwrap_or(block.text)).collect();
    let first = |(place, block): (usize, &&Block)| {
        let text = texts[place];
        let first = *seen.entry(keys::words_hash(text)).or_insert(place);
        let is_long = text.len() < block.text.len() || text.chars().nth(LEAST - 1).is_some();
        if is_long && keys::same_words(texts[first], text) { first } else { place }
    };
    body.iter().enumerate().map(first).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn a_paragraph_says_again_what_a_longer_one_has_said() {
        let block = |text| Block { line: 0, span: Span::at(0), text };
        let found = |texts: &[&'static str]| {
            let blocks: Vec<Block> = texts.iter().map(|text| block(text)).collect();
            firsts(&blocks.iter().collect::<Vec<_>>(), &Profile::default())
        };
        let (long, other) = ("The harbour reopened.", "The harbour reopens.");
        assert_eq!(found(&[long, other, long, "The\u{a0}harbour  reopened.", other]), [0, 1, 0, 0, 1]);
        // Nineteen characters may well stand there twice, unless they are credited.
        assert_eq!(found(&["The harbour reopens", "The harbour reopens"]), [0, 1]);
        assert_eq!(found(&["They met.", "NOURNEWS- They met.", "They met."]), [0, 0, 2]);
        assert_eq!(found(&["NOURNEWS- They met.", "They left.", "NOURNEWS: They met."]), [0, 1, 0]);
        assert_eq!(found(&[]), [0; 0]);
    }
}
