//! Evidence: what pages leave behind and what goes wrong with characters is put into clean articles, so that the truth
//! is known, and what is found, repaired and done by mistake is counted.

pub(crate) mod corpus;
pub(crate) mod damage;
mod encodings;
pub(crate) mod leftovers;
pub(crate) mod report;
pub(crate) mod tally;
