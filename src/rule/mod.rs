//! What a rule is.

use crate::diagnostic::Severity;

mod checker;

pub use checker::Checker;

/// A rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Permanent name, kebab-case, after the bad pattern: read "allow *name*".
    pub name: &'static str,
    /// What part of an article it is about.
    pub group: Group,
    /// Severity in the ruleset the rule came with, unless the configuration says otherwise.
    pub severity: Severity,
    /// Whether its findings come with a repair.
    pub fixable: Fixable,
    /// The ruleset the rule came with, one of [`RULESETS`](crate::ruleset::RULESETS).
    pub since: &'static str,
    /// Whether it is on unless the configuration says otherwise. A rule that is not is a matter of house style, or is
    /// wrong too often for a newsroom that has not asked for it.
    pub is_default: bool,
    /// One sentence for tables: what it finds.
    pub summary: &'static str,
    /// The whole documentation page, in Markdown.
    pub docs: &'static str,
    /// Looks for it.
    pub check: fn(&mut Checker),
}

/// What part of an article a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Which parts there are, and in which order.
    Structure,
    /// How the header fields are written.
    Header,
    /// What the date says.
    Date,
    /// The headline and its repeats.
    Headline,
    /// What the page around the article left behind.
    Furniture,
    /// Characters that do not belong into an article.
    Characters,
    /// Blanks, blank lines and line ends.
    Whitespace,
    /// What only a run over many articles shows.
    Corpus,
}

impl Group {
    /// All groups, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::Structure,
        Self::Header,
        Self::Date,
        Self::Headline,
        Self::Furniture,
        Self::Characters,
        Self::Whitespace,
        Self::Corpus,
    ];

    /// The name by which the group is selected.
    pub fn name(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Header => "header",
            Self::Date => "date",
            Self::Headline => "headline",
            Self::Furniture => "furniture",
            Self::Characters => "characters",
            Self::Whitespace => "whitespace",
            Self::Corpus => "corpus",
        }
    }

    /// Whether the group's rules say that the text does not follow the grammar. A repair must never add such a
    /// finding.
    pub fn is_syntax(self) -> bool {
        matches!(self, Self::Structure | Self::Header | Self::Date)
    }
}

/// Whether a rule's findings come with a repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixable {
    /// Never.
    No,
    /// Some do.
    Sometimes,
    /// All do.
    Always,
}

impl Fixable {
    /// The word used in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Sometimes => "sometimes",
            Self::Always => "yes",
        }
    }
}
