//! What can be wrong with a configuration, and where.

use std::fmt;
use std::io;
use std::ops::Range;
use std::path::PathBuf;

use toml::Spanned;

use super::origin::Origin;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Source, Span};

/// Why a configuration cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("the configuration {} cannot be read: {cause}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
    /// The file is larger than any configuration is.
    #[error("the configuration {} is larger than {limit} bytes, so it cannot be one", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The most bytes a configuration may have.
        limit: u64,
    },
    /// The file is not UTF-8.
    #[error("the configuration {} is not UTF-8: the byte at offset {offset} belongs to no character", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The first byte that is wrong, from 0.
        offset: usize,
    },
    /// Something in the file is wrong.
    #[error(transparent)]
    InFile(Box<Located>),
    /// Something on the command line is wrong.
    #[error("{flag}: {}. {}", advice.message, advice.help)]
    Flag {
        /// The option, as it is typed: `--select`.
        flag: &'static str,
        /// What is wrong with its value, and what to do.
        advice: Advice,
    },
    /// An override leaves no rule on that looks at articles, so that its files would pass whatever they hold.
    #[error(
        "{origin}: this override turns every rule off that looks at articles, so that its files would pass unchecked: \
         leave one of them on, or leave the files out under `files.exclude`"
    )]
    NoRulesFor {
        /// Where the override begins.
        origin: Origin,
    },
    /// File and command line together leave no rule on that looks at articles, so that every article would pass.
    #[error(
        "the configuration turns every rule off that looks at articles, so that nothing would be checked: leave at \
         least one of them on"
    )]
    NoRules,
}

impl ConfigError {
    /// The name of the file, its text and what is wrong in it, for showing it like a finding; `None` if the problem
    /// has no place in a text.
    pub fn as_diagnostic(&self) -> Option<(&str, &str, &Diagnostic)> {
        match self {
            Self::InFile(located) => Some((&located.name, &located.text, &located.diagnostic)),
            _ => None,
        }
    }
}

/// Something wrong at a place in a configuration file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// What people call the file.
    pub name: String,
    /// Its whole text.
    pub text: String,
    /// What is wrong, with its span in the text; its rule is [`Located::RULE`].
    pub diagnostic: Diagnostic,
}

impl Located {
    /// What stands in place of a rule's name in the diagnostic.
    pub const RULE: &'static str = "configuration";
}

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Diagnostic { span, message, help, .. } = &self.diagnostic;
        let position = Source::new(&self.name, &self.text).position(span.start);
        write!(f, "{}:{}:{}: {message}. {help}", self.name, position.line, position.column)
    }
}

impl std::error::Error for Located {}

/// What is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What is wrong, in one sentence without a full stop at the end. May quote what was written, so it must be made
    /// safe before it is shown.
    pub message: String,
    /// What to do, in one or two sentences.
    pub help: String,
}

impl Advice {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }

    /// The same, about these bytes of the file.
    pub(super) fn at(self, bytes: Range<usize>) -> Problem {
        Problem { span: Span::new(bytes.start, bytes.end.max(bytes.start)), advice: self }
    }
}

/// Something wrong at a place in a text that the caller knows.
#[derive(Debug)]
pub(super) struct Problem {
    span: Span,
    advice: Advice,
}

impl Problem {
    /// The same, in the text it is about.
    pub(super) fn within(self, name: &str, text: String) -> ConfigError {
        let diagnostic = Diagnostic {
            rule: Located::RULE,
            severity: Severity::Error,
            span: self.span,
            message: self.advice.message,
            help: self.advice.help,
            labels: Vec::new(),
            fix: None,
        };
        ConfigError::InFile(Box::new(Located { name: name.to_owned(), text, diagnostic }))
    }
}

/// What `check` makes of a value; what is wrong with it is wrong at its place.
pub(super) fn one<T>(value: &Spanned<String>, check: impl Fn(&str) -> Result<T, Advice>) -> Result<T, Problem> {
    check(value.get_ref()).map_err(|advice| advice.at(value.span()))
}

/// What `check` makes of each of these values.
pub(super) fn each<T>(
    values: &[Spanned<String>],
    check: impl Fn(&str) -> Result<T, Advice>,
) -> Result<Vec<T>, Problem> {
    values.iter().map(|value| one(value, &check)).collect()
}
