//! Texts that are exact by contract, where a build server reads along and would take commands out of them.

use std::borrow::Cow;

use super::Context;
use crate::diff;
use crate::report::escape::carries_command;
use crate::report::{Problem, ProblemKind};

/// Said when a patch was not printed as it is.
pub(super) const NOT_EXACT: &str = "\
note: a patch above holds what a build server would take for a command, so it is shown harmless and does not apply; \
write the patch to a file with --patch FILE, or print it as it is with --raw\n";

/// Stands before stdout where it may be the log of a build.
#[derive(Clone, Copy, Debug)]
pub(super) struct Guard {
    is_on: bool,
}

impl Guard {
    /// On where a build server may read stdout, unless it is asked for `raw` output.
    pub(super) fn new(raw: bool, context: &Context) -> Self {
        Self { is_on: context.out_may_be_log && !raw }
    }

    /// The patch of a file as it may be printed, and whether it is not the exact one.
    pub(super) fn patch(self, patch: &str) -> (Cow<'_, str>, bool) {
        if self.is_on && carries_command(patch) {
            (Cow::Owned(diff::harmless(patch).as_str().to_owned()), true)
        } else {
            (Cow::Borrowed(patch), false)
        }
    }

    /// Whether `text` may be printed. If not, nothing of it is: a program on the other end of the stream would take
    /// an altered text for the article.
    ///
    /// # Errors
    /// If it may not; `shown` is how reports call it.
    pub(super) fn text(self, shown: &str, text: &str) -> Result<(), Problem> {
        if self.is_on && carries_command(text) { Err(refusal(shown)) } else { Ok(()) }
    }

    /// Whether a text may be printed that nobody has looked at as a whole.
    ///
    /// # Errors
    /// If it may not; `shown` is how reports call it.
    pub(super) fn unread(self, shown: &str) -> Result<(), Problem> {
        if self.is_on { Err(refusal(shown)) } else { Ok(()) }
    }
}

fn refusal(shown: &str) -> Problem {
    let message = "not printed: a build server that reads along could take a command out of it; send it to a file, or \
                   print it as it is with --raw";
    Problem { path: Some(shown.to_owned()), kind: ProblemKind::NotWritten, message: message.to_owned() }
}
