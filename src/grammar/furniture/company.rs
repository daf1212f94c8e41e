//! Leftovers that are known by their company: by the lines around them, or by what else the text holds.

use super::extent::{self, Extent};
use super::forms;
use super::{Line, is_answer, is_leftover};
use crate::lexicon::StubKind;

/// A button that stands in a text so often belongs to comments, if there is a comment form as well.
const BUTTONS_LEAST: usize = 3;

/// What the lines of a text tell of each other.
pub(super) struct Company<'t> {
    /// Buttons between the comments of readers.
    buttons: Vec<&'t str>,
    /// Of each line, whether it is in a row of leftovers, one of which is telling.
    runs: Vec<bool>,
    /// How much of a page the text is.
    extent: Extent,
}

impl<'t> Company<'t> {
    pub(super) fn of(lines: &[Line<'_, 't>]) -> Self {
        let (buttons, runs, extent) = (repeated_buttons(lines), telling_runs(lines), extent::of(lines));
        Self { buttons, runs, extent }
    }

    /// Whether a line is known as a leftover, wherever it stands, by itself or by those around it.
    pub(super) fn tells(&self, lines: &[Line], index: usize) -> bool {
        let line = &lines[index];
        let Some(hit) = line.hit else {
            return forms::is_label(lines, index)
                || forms::is_search_of(lines, index, self.extent)
                || forms::is_worded_like_a_form(lines, index, self.extent);
        };
        (self.runs[index] && hit.is_exact)
            || (is_leftover(lines, index, hit) && !is_answer(lines, index))
            || (hit.kind == StubKind::FormButton && self.buttons.binary_search(&line.block.text).is_ok())
            || forms::is_among_links(lines, index, self.extent)
            || line.is_form_like && forms::is_worded_like_a_form(lines, index, self.extent)
    }

    /// Whether a line above the tail would count as one of the story, were the tail gone.
    pub(super) fn is_missed(&self, lines: &[Line], tail: usize) -> bool {
        let above = &lines[..tail];
        let mut told = (0..tail).filter(|index| self.tells(lines, *index)).peekable();
        told.peek().is_some() && {
            let alone = Company::of(above);
            told.any(|index| !alone.tells(above, index))
        }
    }
}

/// Of each line, whether it is in a row of leftovers, one of which is telling: a share bar under its label. What
/// answers a question is the last word of the story and begins no such row.
fn telling_runs(lines: &[Line]) -> Vec<bool> {
    let mut runs = Vec::with_capacity(lines.len());
    for run in lines.chunk_by(|one, next| one.hit.is_some() == next.hit.is_some()) {
        let answers = usize::from(is_answer(lines, runs.len()));
        runs.resize(runs.len() + answers, false);
        runs.resize(runs.len() + run.len() - answers, run[answers..].iter().any(Line::is_telling));
    }
    runs
}

/// The buttons that stand between a reader's comment and the next, in a text that has a comment form.
fn repeated_buttons<'t>(lines: &[Line<'_, 't>]) -> Vec<&'t str> {
    if !lines.iter().any(|line| line.is_telling() && line.is_form()) {
        return Vec::new();
    }
    let is_button = |line: &&Line| line.hit.is_some_and(|hit| hit.is_exact && hit.kind == StubKind::FormButton);
    let mut texts: Vec<&str> = lines.iter().filter(is_button).map(|line| line.block.text).collect();
    texts.sort_unstable();
    texts.chunk_by(|a, b| a == b).filter(|same| same.len() >= BUTTONS_LEAST).map(|same| same[0]).collect()
}
