//! What several tests need: the examples of the rule pages, runs of the command, goldens, other programs,
//! articles, hostile texts, and what a build server makes of a log.

pub(crate) mod articles;
pub(crate) mod batches;
pub(crate) mod disk;
pub(crate) mod golden;
pub(crate) mod hostile;
pub(crate) mod languages;
pub(crate) mod pages;
pub(crate) mod programs;
pub(crate) mod runner;
pub(crate) mod traps;
pub(crate) mod wirelint;
