//! Repairs as edits on spans of bytes, and the one function that applies them.

use std::collections::BTreeSet;

use crate::source::Span;

/// Replace the bytes of a span by a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The bytes that go; empty to insert before `span.start`.
    pub span: Span,
    /// What comes in their place; empty to delete.
    pub text: String,
}

impl Edit {
    /// Deletes the bytes of `span`.
    pub fn delete(span: Span) -> Self {
        Self { span, text: String::new() }
    }

    /// Puts `text` before the byte at `at`.
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { span: Span::at(at), text: text.into() }
    }

    /// Puts `text` in place of the bytes of `span`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }
}

/// How much trust a repair deserves. A repair applies if its safety is at or above the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Safety {
    /// Removes or rewrites something a reader may miss: only on request.
    Unsafe,
    /// Cannot change what the story says: applied by default.
    Safe,
}

impl Safety {
    /// The word used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unsafe => "unsafe",
            Self::Safe => "safe",
        }
    }
}

/// What a repair does to the letters and digits of the text; checked before anything is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Every letter and digit stays, in order: only blanks, marks and invisible characters change.
    KeepsWords,
    /// Characters that were read in the wrong encoding become those that were written.
    RedecodesCharacters,
    /// Character references of HTML become the characters they stand for.
    ResolvesReferences,
    /// Tags of HTML go; the text between them stays.
    RemovesTags,
    /// Characters become the ones that Unicode holds to be the same, in normalization form C.
    ComposesCharacters,
    /// Letters and digits are typed as the language of the text types them: Persian ی and ک for Arabic ي and ك, digits
    /// of another kind with the same value, no kashida. Everything else stays, in order.
    FoldsLetters,
    /// A header line is spelled the canonical way; the value it states stays the same.
    RespellsHeader,
    /// A leftover of the page goes that is glued to the end of a paragraph.
    CutsLeftovers,
    /// Words go that stand there twice: right before them in the same line, or as the headline.
    RemovesRepeat,
    /// Whole lines go that are no part of the story: blank ones, repeats of the headline, leftovers of the page.
    RemovesLeftovers,
    /// Whole lines go, whatever they are.
    RemovesLines,
}

/// A repair: edits that only make sense together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the repair does, as an instruction: "remove the repeated headline".
    pub title: String,
    /// Whether it may be applied without being asked for; a configuration may say otherwise than the rule does.
    pub safety: Safety,
    /// What it does to the words.
    pub effect: Effect,
    /// Sorted by span, not overlapping, never empty.
    pub edits: Vec<Edit>,
}

impl Fix {
    /// A repair of one edit that keeps every letter and digit.
    pub fn new(safety: Safety, title: impl Into<String>, edit: Edit) -> Self {
        Self::of(safety, Effect::KeepsWords, title, vec![edit])
    }

    /// A repair of several edits.
    pub fn of(safety: Safety, effect: Effect, title: impl Into<String>, mut edits: Vec<Edit>) -> Self {
        edits.sort();
        Self { title: title.into(), safety, effect, edits }
    }

    /// A repair that takes whole lines out; a safe one takes none of the story.
    pub fn remove_lines(safety: Safety, title: impl Into<String>, span: Span) -> Self {
        let effect = if safety == Safety::Safe { Effect::RemovesLeftovers } else { Effect::RemovesLines };
        Self::of(safety, effect, title, vec![Edit::delete(span)])
    }

    /// First byte any of the edits touches.
    pub fn start(&self) -> usize {
        self.edits.first().map_or(0, |edit| edit.span.start)
    }
}

/// Applies `edits` to `text`. They must be sorted, must not overlap and must lie on character boundaries, as
/// [`select`] leaves them.
pub fn apply(text: &str, edits: &[&Edit]) -> String {
    let mut result = String::with_capacity(text.len() + edits.iter().map(|edit| edit.text.len()).sum::<usize>());
    let mut at = 0;
    for edit in edits {
        result.push_str(text.get(at..edit.span.start).unwrap_or_default());
        result.push_str(&edit.text);
        at = edit.span.end;
    }
    result.push_str(text.get(at..).unwrap_or_default());
    result
}

/// Which of `fixes` can be applied together: by first byte, whole or not at all, each one that touches none before it.
/// The others wait for the next pass. Returns indices into `fixes`, in the order of their first bytes.
pub fn select(fixes: &[&Fix]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..fixes.len()).collect();
    order.sort_by_key(|index| (fixes[*index].start(), *index));
    let mut taken = BTreeSet::new();
    let mut chosen = Vec::new();
    for index in order {
        let spans = || fixes[index].edits.iter().map(|edit| edit.span);
        if spans().any(|span| conflicts(&taken, span)) {
            continue;
        }
        taken.extend(spans());
        chosen.push(index);
    }
    chosen
}

/// Whether `span` meets one of `taken` (disjoint). Two replacements may touch; an insertion may touch nothing,
/// because what stands at that place afterwards would depend on the order.
fn conflicts(taken: &BTreeSet<Span>, span: Span) -> bool {
    let meets = |other: &Span| {
        if other.is_empty() || span.is_empty() {
            other.start <= span.end && span.start <= other.end
        } else {
            other.start < span.end && span.start < other.end
        }
    };
    taken.range(span..).next().is_some_and(meets) || taken.range(..span).next_back().is_some_and(meets)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fix(edits: Vec<Edit>) -> Fix {
        Fix::of(Safety::Safe, Effect::KeepsWords, "x", edits)
    }

    #[test]
    fn a_fix_that_meets_an_earlier_one_waits_as_a_whole() {
        let first = fix(vec![Edit::delete(Span::new(0, 2)), Edit::delete(Span::new(8, 9))]);
        let meets = fix(vec![Edit::delete(Span::new(3, 4)), Edit::delete(Span::new(8, 10))]);
        let touches = fix(vec![Edit::delete(Span::new(2, 3))]);
        assert_eq!(select(&[&meets, &first, &touches]), [1, 2]);
    }

    #[test]
    fn an_insertion_waits_for_an_edit_it_touches() {
        let deletion = fix(vec![Edit::delete(Span::new(2, 5))]);
        let insertion = fix(vec![Edit::insert(5, "x")]);
        assert_eq!(select(&[&deletion, &insertion]), [0]);
        assert_eq!(select(&[&insertion]), [0]);
    }

    #[test]
    fn two_repairs_are_made_together_unless_they_share_a_byte_or_one_inserts_where_the_other_is() {
        let spans: Vec<Span> = (5..9).flat_map(|start| (start..9).map(move |end| Span::new(start, end))).collect();
        let is_at =
            |insertion: Span, other: Span| insertion.is_empty() && (other.start..=other.end).contains(&insertion.start);
        for (one, other) in spans.iter().flat_map(|one| spans.iter().map(move |other| (*one, *other))) {
            let share_a_byte = (one.start..one.end).any(|at| (other.start..other.end).contains(&at));
            let meet = share_a_byte || is_at(one, other) || is_at(other, one);
            // What begins first goes first, so that the edit in question may stand on either side of the other one.
            let first = fix(vec![Edit::delete(Span::new(0, 1)), Edit::delete(one)]);
            let second = fix(vec![Edit::delete(Span::new(2, 3)), Edit::delete(other)]);
            let expected: &[usize] = if meet { &[1] } else { &[1, 0] };
            assert_eq!(select(&[&second, &first]), expected, "{one:?} {other:?}");
        }
    }

    #[test]
    fn edits_leave_everything_else_as_it_was() {
        let edits = [Edit::delete(Span::new(1, 2)), Edit::insert(3, "é"), Edit::replace(Span::new(4, 5), "")];
        assert_eq!(apply("abcde", &edits.iter().collect::<Vec<_>>()), "acéd");
    }
}
