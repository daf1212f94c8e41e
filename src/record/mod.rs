//! Typed records made from articles: what goes to whatever comes next. One format a file.

pub mod article;
