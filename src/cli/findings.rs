//! The document that findings are printed as: opened once, a piece for each article, closed once.

use super::Context;
use crate::report::{Format, Problem, Summary};

/// Which stream findings go to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    Out,
    /// Because stdout is for a patch, for names or for a text.
    Err,
}

/// A document of findings that was begun.
pub(super) struct Findings {
    format: &'static Format,
    stream: Stream,
    is_first: bool,
}

impl Findings {
    pub(super) fn begin(format: &'static Format, stream: Stream, context: &mut Context) -> Self {
        let findings = Self { format, stream, is_first: true };
        findings.print(&(format.begin)(), context);
        findings
    }

    /// Prints what the format makes of one article.
    pub(super) fn file(&mut self, rendered: &str, context: &mut Context) {
        if !rendered.is_empty() {
            if !std::mem::take(&mut self.is_first) {
                self.print(self.format.separator, context);
            }
            self.print(rendered, context);
        }
    }

    pub(super) fn end(self, problems: &[Problem], summary: &Summary, context: &mut Context) {
        self.print(&(self.format.end)(problems, summary), context);
    }

    /// Whether stderr is a document for a program, so that nothing else may be printed there.
    pub(super) fn fill_stderr(&self) -> bool {
        self.stream == Stream::Err && !self.format.for_people
    }

    fn print(&self, text: &str, context: &mut Context) {
        match self.stream {
            Stream::Out => context.out.print(text),
            Stream::Err => context.err.print(text),
        }
    }
}
