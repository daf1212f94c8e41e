//! Entries that allow findings, and what a run has made of them.

use chrono::NaiveDate;

use crate::source::Span;

/// An entry of the configuration or of the baseline, seen by a run that can judge it: everything it speaks of was
/// checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Where the entry stands in its file.
    pub place: Span,
    /// What it allows, in a few words without an article: "`tab` in `poems/`". May quote names of files, so it must be
    /// made safe before it is shown.
    pub what: String,
    /// How many findings it has covered.
    pub uses: usize,
    /// The last day it was valid, if that has passed.
    pub expired: Option<NaiveDate>,
}
