//! Reports: what was found and what could not be done, in the output format that was asked for.
//!
//! A format is one constant and three functions. The document is what `begin` gives, then what `file` gives for each
//! file (empty strings left out, joined by the separator), then what `end` gives: files can be rendered in parallel
//! and written in order. Formats never import each other; what several of them need is in `document`, `escape` and
//! `excerpt`. A document is put together from [`Shown`] texts, so that nothing reaches it but through `escape`.

use crate::diagnostic::{Diagnostic, MOST_LISTED, Severity};
use crate::fix::Safety;
use crate::source::{Source, Span};
use escape::{Shown, join};

mod azure;
mod checkstyle;
mod concise;
mod document;
pub mod escape;
mod excerpt;
mod github;
mod gitlab;
mod grouped;
mod json;
mod jsonl;
mod junit;
mod path_bytes;
mod pretty;
mod rdjson;
mod sarif;

pub use document::schema;
pub use path_bytes::path_bytes;
pub use pretty::render_in_text;

/// Every output format, in the order of the documentation; the first is the default.
pub const FORMATS: &[Format] = &[
    pretty::FORMAT,
    concise::FORMAT,
    grouped::FORMAT,
    json::FORMAT,
    jsonl::FORMAT,
    github::FORMAT,
    gitlab::FORMAT,
    azure::FORMAT,
    sarif::FORMAT,
    junit::FORMAT,
    checkstyle::FORMAT,
    rdjson::FORMAT,
];

/// An output format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The name by which it is chosen.
    pub name: &'static str,
    /// One sentence for tables: what it gives.
    pub summary: &'static str,
    /// Who reads it.
    pub reader: Reader,
    /// Whether files without findings are to leave a trace, too.
    pub lists_clean_files: bool,
    /// What stands before the first file.
    pub begin: fn() -> Shown,
    /// The findings of one file; empty if they leave no trace in this format.
    pub file: fn(&FileReport, Style) -> Shown,
    /// What stands between two files that left a trace.
    pub separator: &'static str,
    /// What stands after the last file. If the summary counts findings, a file has left a trace.
    pub end: fn(&[Problem], &Summary) -> Shown,
}

/// Who reads a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// People.
    People,
    /// A program that is given the whole document.
    Program,
    /// A build server that takes commands out of the log, so that people can't read them there.
    BuildServer,
}

impl Format {
    /// Whether what is written makes sense as a whole only, so that nobody reads it before its end.
    pub fn is_one_document(&self) -> bool {
        !(self.begin)().is_empty()
    }
}

/// The format of that name.
pub fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// The default for people: with the lines of each finding on a terminal, one finding a line elsewhere.
pub fn readable(is_terminal: bool) -> &'static Format {
    if is_terminal { &pretty::FORMAT } else { &concise::FORMAT }
}

/// What stands in place of the name of a rule where a report says how many findings are not listed.
const UNLISTED: &str = "unlisted";

/// What was found in one file.
#[derive(Clone, Copy, Debug)]
pub struct FileReport<'a, 't> {
    /// Path relative to the working directory, with `/`; bytes that are not UTF-8 as `\xFF`.
    pub path: &'a str,
    /// The text.
    pub source: &'a Source<'t>,
    /// What is wrong with it, in order; all of it, listed or not.
    pub diagnostics: &'a [Diagnostic],
    /// The fingerprint of each. Made before any was let pass, so that it stays the same whatever is.
    pub fingerprints: &'a [String],
}

impl<'a> FileReport<'a, '_> {
    /// The findings that are listed: the first [`MOST_LISTED`].
    pub fn listed(&self) -> &'a [Diagnostic] {
        self.diagnostics.get(..MOST_LISTED).unwrap_or(self.diagnostics)
    }

    /// Says how many more findings there are than are listed; `None` if all are.
    pub fn rest(&self) -> Option<Shown> {
        match self.diagnostics.len() - self.listed().len() {
            0 => None,
            1 => Some(join(&[&"1 more finding is not listed"])),
            more => Some(join(&[&more, &" more findings are not listed"])),
        }
    }

    /// Each finding that is listed, with its fingerprint.
    pub fn identified(&self) -> impl Iterator<Item = (&'a Diagnostic, &'a str)> + use<'a> {
        let fingerprints = self.fingerprints.iter().map(String::as_str);
        // A finding is never lost for want of a fingerprint.
        self.listed().iter().zip(fingerprints.chain(std::iter::repeat("")))
    }

    /// The first and the last line that `span` touches, counted from 1.
    pub fn lines(&self, span: Span) -> (usize, usize) {
        let last = if span.is_empty() { span.start } else { span.end - 1 };
        (self.source.position(span.start).line, self.source.line_index(last) + 1)
    }
}

/// What the place allows that the report is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether escape sequences for colours are wanted.
    pub color: bool,
    /// Width in columns.
    pub width: usize,
}

/// Something that could not be done, so that the run did not do the whole job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The path it is about, as in [`FileReport::path`]; `None` if it is about the run.
    pub path: Option<String>,
    /// What kind of thing went wrong.
    pub kind: ProblemKind,
    /// What happened, in one sentence without a full stop. May quote names of files, so it must be made safe before it
    /// is shown.
    pub message: String,
}

/// What kind of thing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemKind {
    /// There is nothing at this path.
    NotFound,
    /// It is there but reading failed.
    Unreadable,
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The bytes are not text at all.
    NotText,
    /// The file is over the limit of size.
    TooLarge,
    /// A device, a socket or the like.
    NotAFile,
    /// No file was left to check.
    NothingChecked,
    /// A repair broke a promise, so the file was left as it was.
    FixRefused,
    /// The repaired text could not be written.
    NotWritten,
    /// The configuration is wrong, or there is none where one was named.
    Configuration,
    /// The command asks for what cannot be.
    Usage,
    /// A file was left out that had to be checked.
    Skipped,
    /// A fault of the program.
    Internal,
}

impl ProblemKind {
    /// All kinds.
    pub const ALL: [Self; 13] = [
        Self::NotFound,
        Self::Unreadable,
        Self::NotUtf8,
        Self::NotText,
        Self::TooLarge,
        Self::NotAFile,
        Self::NothingChecked,
        Self::FixRefused,
        Self::NotWritten,
        Self::Configuration,
        Self::Usage,
        Self::Skipped,
        Self::Internal,
    ];

    /// The word used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Unreadable => "unreadable",
            Self::NotUtf8 => "not-utf8",
            Self::NotText => "not-text",
            Self::TooLarge => "too-large",
            Self::NotAFile => "not-a-file",
            Self::NothingChecked => "nothing-checked",
            Self::FixRefused => "fix-refused",
            Self::NotWritten => "not-written",
            Self::Configuration => "configuration",
            Self::Usage => "usage",
            Self::Skipped => "skipped",
            Self::Internal => "internal",
        }
    }
}

/// A run in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that were found.
    pub found: usize,
    /// Files that were checked.
    pub checked: usize,
    /// Files that were left out on purpose.
    pub skipped: usize,
    /// Files that could not be checked.
    pub failed: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are infos.
    pub infos: usize,
    /// Findings with a safe repair.
    pub fixable: usize,
    /// Findings with an unsafe repair.
    pub fixable_unsafe: usize,
    /// Findings that are counted but not listed, because their file has too many.
    pub unlisted: usize,
}

impl Summary {
    /// How many findings there are.
    pub fn findings(&self) -> usize {
        self.errors + self.warnings + self.infos
    }

    /// Adds the numbers of another part of the same run.
    pub fn add(&mut self, other: &Self) {
        let Self { found, checked, skipped, failed, errors, warnings, infos, fixable, fixable_unsafe, unlisted } =
            *other;
        self.found += found;
        self.checked += checked;
        self.skipped += skipped;
        self.failed += failed;
        self.errors += errors;
        self.warnings += warnings;
        self.infos += infos;
        self.fixable += fixable;
        self.fixable_unsafe += fixable_unsafe;
        self.unlisted += unlisted;
    }

    /// Counts a checked file and its findings. `found`, `skipped` and `failed` are the business of whoever looks for
    /// files.
    pub fn add_file(&mut self, diagnostics: &[Diagnostic]) {
        self.checked += 1;
        self.unlisted += diagnostics.len().saturating_sub(MOST_LISTED);
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Info => self.infos += 1,
            }
            match diagnostic.fix.as_ref().map(|fix| fix.safety) {
                Some(Safety::Safe) => self.fixable += 1,
                Some(Safety::Unsafe) => self.fixable_unsafe += 1,
                None => {}
            }
        }
    }
}

#[cfg(test)]
mod tests;
