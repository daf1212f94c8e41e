//! The difference of two texts: as an exact patch for machines, and with everything visible for people.

mod alignment;
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

#[cfg(test)]
mod tests;
