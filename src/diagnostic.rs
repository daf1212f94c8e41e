//! What is wrong, how bad it is, where it stands, and what would mend it.

use crate::fix::Fix;
use crate::source::Span;

/// How many findings of a file a report lists. More are counted and repaired all the same: a reader has long given up,
/// and nobody can fill a disk or a log with them.
pub const MOST_LISTED: usize = 10_000;

/// How bad a finding is. The order is the order of badness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing has to be done.
    Info,
    /// Should be put right before the article goes out.
    Warning,
    /// The article cannot be used as it is.
    Error,
}

impl Severity {
    /// All severities, mildest first.
    pub const ALL: [Self; 3] = [Self::Info, Self::Warning, Self::Error];

    /// The word used on the command line, in the configuration and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The severity of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.name() == name)
    }
}

/// A second place that explains a finding, such as the first of two equal headlines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The bytes it points at.
    pub span: Span,
    /// A few words.
    pub message: String,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Name of the rule that found it.
    pub rule: &'static str,
    /// How bad it is under the configuration in force.
    pub severity: Severity,
    /// The exact bytes it is about; empty where something is missing.
    pub span: Span,
    /// What is wrong, in one sentence without a full stop at the end. May quote the article, so it must be made safe
    /// before it is shown.
    pub message: String,
    /// Why it matters or what to do, in one or two sentences.
    pub help: String,
    /// Other places that matter.
    pub labels: Vec<Label>,
    /// What would mend it, if a machine can tell.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// Points at a second place.
    pub fn label(&mut self, span: Span, message: impl Into<String>) -> &mut Self {
        self.labels.push(Label { span, message: message.into() });
        self
    }

    /// Says why it matters or what to do.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = help.into();
        self
    }

    /// Offers a repair.
    pub fn fix(&mut self, fix: Fix) -> &mut Self {
        self.fix = Some(fix);
        self
    }
}
