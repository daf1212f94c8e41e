//! Reads a text as an article: total over every text, strict about what it accepts silently.
//!
//! The canonical form, which passes without a fault and which repairs lead to:
//!
//! ```text
//! article    = id-line date-line headline blank body
//! id-line    = id-label separator digit { digit } eol
//! date-line  = date-label separator datetime eol
//! headline   = text eol
//! body       = paragraph { blank paragraph }
//! paragraph  = text eol
//! blank      = eol
//! ```
//!
//! Labels, separator and the pattern of `datetime` come from a [`crate::profile::Profile`]. Nothing is ever refused:
//! what deviates is kept in the tree with its place, and the rules say what is wrong with it.

mod datetime;
mod document;
mod field;
mod furniture;
mod headline;
mod recognise;

pub use document::{parse, published_as};
pub use recognise::{Recognised, Unrecognised, recognise};
