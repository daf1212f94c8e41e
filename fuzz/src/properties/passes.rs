//! The passes of repairs that lead from a text to what `fix` makes of it, made once more from the findings.

use wirelint::diagnostic::Diagnostic;
use wirelint::fix::{Edit, Fix, Safety};
use wirelint::lint::{self, Settings};
use wirelint::source::Source;

/// More than any text takes.
const MOST: usize = 12;

/// One pass: the text before it, and what is repaired in it.
pub struct Pass {
    /// The text before.
    pub before: String,
    /// Findings that are repaired together.
    pub repairs: Vec<Diagnostic>,
}

impl Pass {
    /// The repairs.
    pub fn fixes(&self) -> impl Iterator<Item = &Fix> {
        self.repairs.iter().filter_map(|finding| finding.fix.as_ref())
    }

    /// Every edit of the pass, in the order of the text.
    pub fn edits(&self) -> Vec<&Edit> {
        let mut edits: Vec<&Edit> = self.fixes().flat_map(|fix| &fix.edits).collect();
        edits.sort();
        edits
    }

    /// The text after: what stands between the edits stays, and theirs comes in between.
    pub fn after(&self) -> String {
        let mut text = self.before.clone();
        for edit in self.edits().into_iter().rev() {
            text.replace_range(edit.span.range(), &edit.text);
        }
        text
    }
}

/// The passes that `text` takes.
pub fn passes(text: &str, settings: &Settings, safety: Safety) -> Vec<Pass> {
    let mut passes: Vec<Pass> = Vec::new();
    let mut before = text.to_owned();
    while passes.len() < MOST {
        let source = Source::new("input", &before);
        let checked = lint::check(&source, settings);
        let chosen = lint::choose(&source, &checked, settings, safety, |_| false);
        if chosen.is_empty() {
            break;
        }
        let repairs = chosen.into_iter().map(|(finding, _)| finding.clone()).collect();
        let pass = Pass { before, repairs };
        before = pass.after();
        passes.push(pass);
    }
    passes
}
