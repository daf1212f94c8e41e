//! The difference of two texts: as an exact patch for machines, and with everything visible for people.

use std::time::Duration;

use similar::TextDiff;

mod patch;
mod view;

pub use patch::{harmless, unified};
pub use view::terminal;

/// Lines shown around a change.
const CONTEXT: usize = 3;
/// How long the search for the smallest difference may take; past it the difference is right but larger.
const DEADLINE: Duration = Duration::from_secs(1);

/// Lines end at LF and nowhere else, as in every patch.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn compare<'old, 'new>(old: &[&'old str], new: &[&'new str]) -> TextDiff<'old, 'new, str> {
    TextDiff::configure().newline_terminated(true).timeout(DEADLINE).diff_slices(old, new)
}

#[cfg(test)]
mod tests;
