//! Where a value comes from: a line of a file, an option, or nowhere, for it is the default.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;

use super::error::{Advice, Problem, each, one};
use super::glob;

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody has said anything.
    Default,
    /// A configuration file.
    File {
        /// What people call the file.
        name: Arc<str>,
        /// The line, from 1.
        line: usize,
    },
    /// An option, as it is typed: `--select`.
    Flag(&'static str),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File { name, line } => write!(f, "{name}:{line}"),
            Self::Flag(flag) => f.write_str(flag),
        }
    }
}

/// A value that somebody has set.
#[derive(Clone, Debug)]
pub(super) struct Setting<T> {
    pub(super) value: T,
    pub(super) origin: Origin,
}

/// A configuration file as text, for finding the lines of what was read from it.
pub(super) struct Lines<'t> {
    name: Arc<str>,
    text: &'t str,
    /// The first byte of each line but the first.
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// `name` is what people call the file.
    pub(super) fn new(name: &str, text: &'t str) -> Self {
        let starts = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1).collect();
        Self { name: name.into(), text, starts }
    }

    pub(super) fn name(&self) -> Arc<str> {
        self.name.clone()
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// The line these bytes begin in.
    pub(super) fn origin(&self, bytes: &Range<usize>) -> Origin {
        let line = 1 + self.starts.partition_point(|start| *start <= bytes.start);
        Origin::File { name: self.name.clone(), line }
    }

    /// What `check` makes of the value, if there is one.
    pub(super) fn one<T>(
        &self,
        value: Option<Spanned<String>>,
        check: impl Fn(&str) -> Result<T, Advice>,
    ) -> Result<Option<Setting<T>>, Problem> {
        value.map(|value| Ok(Setting { value: one(&value, check)?, origin: self.origin(&value.span()) })).transpose()
    }

    /// The globs of the list, if there is one.
    pub(super) fn globs(
        &self,
        list: Option<Spanned<Vec<Spanned<String>>>>,
    ) -> Result<Option<Setting<Vec<String>>>, Problem> {
        list.map(|list| Ok(Setting { value: glob::globs(&list)?, origin: self.origin(&list.span()) })).transpose()
    }

    /// What `check` makes of each value of the list, if there is one.
    pub(super) fn each<T>(
        &self,
        list: Option<Spanned<Vec<Spanned<String>>>>,
        check: impl Fn(&str) -> Result<T, Advice>,
    ) -> Result<Option<Setting<Vec<T>>>, Problem> {
        list.map(|list| Ok(Setting { value: each(list.get_ref(), check)?, origin: self.origin(&list.span()) }))
            .transpose()
    }
}
