//! The difference of two texts: as an exact patch for machines, and with everything visible for people.

use similar::TextDiff;

mod patch;
mod view;

pub use patch::{harmless, unified};
pub use view::terminal;

/// Lines shown around a change.
const CONTEXT: usize = 3;
/// Lines end at LF and nowhere else, as in every patch.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Without a deadline, so that the difference is the same on every machine: the search gives up on the smallest
/// difference by itself where that would take long, and what it gives is right all the same.
fn compare<'old, 'new>(old: &[&'old str], new: &[&'new str]) -> TextDiff<'old, 'new, str> {
    TextDiff::configure().newline_terminated(true).diff_slices(old, new)
}

#[cfg(test)]
mod tests;
