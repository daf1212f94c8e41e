//! What several tests need: the examples of the rule pages, and settings.

pub(crate) mod pages;
