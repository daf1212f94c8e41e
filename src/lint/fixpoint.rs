//! Repairs a text until nothing is left to repair, and refuses rather than guess when that does not work out.

use std::collections::BTreeSet;

use super::choice::{choose, is_of_characters};
use super::verify::{self, Mismatch};
use super::{Settings, check};
use crate::article::{Article, Role};
use crate::diagnostic::Diagnostic;
use crate::fix::{Edit, Effect, Fix, Safety, apply};
use crate::source::{Source, Span};

/// More passes than this are not repairs but rules that fight each other.
const MOST_PASSES: usize = 10;

/// A text after its repairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The repaired text; equal to the original if nothing was repaired.
    pub text: String,
    /// What was done, in order.
    pub applied: Vec<Applied>,
    /// Lines with text that were taken out, in the order of the original.
    pub removed: Vec<Removed>,
    /// How many findings the original has.
    pub found: usize,
    /// What is still wrong; the spans are in the repaired text.
    pub left: Vec<Diagnostic>,
    passes: Vec<Pass>,
}

impl Fixed {
    /// Where in the original text the byte at `offset` of the repaired text stood, or would have stood.
    pub fn origin(&self, offset: usize) -> usize {
        origin(&self.passes, offset)
    }
}

/// One repair that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The rule whose finding was repaired.
    pub rule: &'static str,
    /// What was done: "remove the repeated headline".
    pub title: String,
    /// The finding's place in the original text.
    pub span: Span,
}

/// A line that was taken out, or the part of one that was there twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// What the line was.
    pub role: Role,
    /// First byte of the line in the original text.
    pub at: usize,
    /// Its text, without blanks at the edges.
    pub text: String,
}

/// Why a text was left as it is although it has repairs. Always a fault of the rules, never of the text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FixRefused {
    /// The repairs undo each other.
    #[error("the repairs of {} undo each other; the file is left as it was", names(.0))]
    Endless(Vec<&'static str>),
    /// The repaired text is not what the repairs promised.
    #[error("the repairs of {} {mismatch}; the file is left as it was", names(.rules))]
    Mismatch {
        /// The rules whose repairs took part.
        rules: Vec<&'static str>,
        /// What the check before writing found.
        mismatch: Mismatch,
    },
}

fn names(rules: &[&str]) -> String {
    rules.iter().map(|rule| format!("`{rule}`")).collect::<Vec<_>>().join(", ")
}

/// Applies every repair of at least `safety`, pass by pass, until none is left.
///
/// Before the result is handed out it is verified: bytes outside the reported spans are the same, letters and digits
/// outside removed lines are the same, no fault of syntax was added, and nothing is left to repair.
///
/// A wire that is to be recognised is recognised anew before each pass, so that the result is repaired as what it is.
///
/// # Errors
/// If the repairs do not settle, or if the verification fails. The text is then to be left as it is.
pub fn fix(source: &Source, settings: &Settings, safety: Safety) -> Result<Fixed, FixRefused> {
    fix_sparing(source, settings, safety, |_, _| false)
}

/// The same, but what `is_spared` says of a finding in the text of its pass is left as it is: somebody wants it so.
///
/// # Errors
/// As [`fix`].
pub fn fix_sparing(
    source: &Source,
    settings: &Settings,
    safety: Safety,
    is_spared: impl Fn(&Source, &Diagnostic) -> bool,
) -> Result<Fixed, FixRefused> {
    let text = source.text().to_owned();
    let mut result =
        Fixed { text, applied: Vec::new(), removed: Vec::new(), found: 0, left: Vec::new(), passes: Vec::new() };
    let mut seen: Vec<String> = Vec::new();
    // Since when it has been taken for this wire.
    let mut wire = (source.text().to_owned(), settings.for_text(source));
    let mut is_of_characters_only = true;
    loop {
        let now = Source::new(source.name(), &result.text);
        let own = settings.for_text(&now);
        if own.profile.name != wire.1.profile.name {
            // What the repairs so far have promised, they have promised for the wire it was taken for; those of
            // characters have promised nothing about structure, and have shown that it was another one.
            if !is_of_characters_only {
                verify::result(&Source::new(source.name(), &wire.0), &now, &wire.1, safety)
                    .map_err(|mismatch| refused(&result, mismatch))?;
            }
            is_of_characters_only = true;
            wire = (now.text().to_owned(), own);
        }
        let checked = check(&now, settings);
        if result.passes.is_empty() {
            result.found = checked.diagnostics.len();
        }
        let chosen = choose(&now, &checked, settings, safety, |finding| is_spared(&now, finding));
        if chosen.is_empty() {
            result.left = checked.diagnostics;
            break;
        }
        is_of_characters_only &= chosen.iter().all(|(finding, _)| is_of_characters(finding));
        let edits = sorted_edits(&chosen);
        let next = apply(&result.text, &edits);
        if is_endless(&seen, &result.text, &next) {
            return Err(FixRefused::Endless(rules_of(&chosen)));
        }
        let repairs: Vec<&Fix> = chosen.iter().map(|(_, fix)| *fix).collect();
        verify::pass(&now, &checked.article, &repairs, &next, &wire.1)
            .map_err(|mismatch| FixRefused::Mismatch { rules: rules_of(&chosen), mismatch })?;
        let back = |offset| origin(&result.passes, offset);
        for (finding, fix) in &chosen {
            let start = back(finding.span.start);
            let span = Span::new(start, back(finding.span.end).max(start));
            result.applied.push(Applied { rule: finding.rule, title: fix.title.clone(), span });
            if fix.effect == Effect::RemovesRepeat {
                result.removed.extend(removed_parts(&now, &checked.article, fix, back));
            }
            if matches!(fix.effect, Effect::RemovesLeftovers | Effect::RemovesLines) {
                result.removed.extend(removed_lines(&now, &checked.article, fix, back));
            }
        }
        let pass = Pass::new(&edits);
        result.passes.push(pass);
        seen.push(std::mem::replace(&mut result.text, next));
    }
    result.removed.sort_by_key(|removed| removed.at);
    let repaired = Source::new(source.name(), &result.text);
    verify::result(&Source::new(source.name(), &wire.0), &repaired, &wire.1, safety)
        .map_err(|mismatch| refused(&result, mismatch))?;
    Ok(result)
}

/// Whether a pass too many has been made, or one that leads nowhere: from `text` to itself, or back to one of `seen`.
fn is_endless(seen: &[String], text: &str, next: &str) -> bool {
    seen.len() == MOST_PASSES || next == text || seen.iter().any(|earlier| earlier == next)
}

fn refused(result: &Fixed, mismatch: Mismatch) -> FixRefused {
    let rules: BTreeSet<_> = result.applied.iter().map(|applied| applied.rule).collect();
    FixRefused::Mismatch { rules: rules.into_iter().collect(), mismatch }
}

fn rules_of(chosen: &[(&Diagnostic, &Fix)]) -> Vec<&'static str> {
    chosen.iter().map(|(finding, _)| finding.rule).collect::<BTreeSet<_>>().into_iter().collect()
}

fn sorted_edits<'d>(chosen: &[(&'d Diagnostic, &'d Fix)]) -> Vec<&'d Edit> {
    let mut edits: Vec<&Edit> = chosen.iter().flat_map(|(_, fix)| &fix.edits).collect();
    edits.sort();
    edits
}

fn removed_lines<'s>(
    source: &'s Source,
    article: &'s Article,
    fix: &'s Fix,
    back: impl Fn(usize) -> usize + 's,
) -> impl Iterator<Item = Removed> + 's {
    fix.edits
        .iter()
        .flat_map(move |edit| {
            let first = source.line_index(edit.span.start);
            let lines = source.lines().iter().enumerate().skip(first);
            lines
                .take_while(|(_, line)| line.span.start < edit.span.end)
                .filter(|(_, line)| edit.span.contains(line.span))
        })
        .filter(|(index, _)| article.role(*index) != Role::Blank)
        .map(move |(index, line)| Removed {
            role: article.role(index),
            at: back(line.span.start),
            text: source.line_text(*line).trim_matches(crate::chars::is_blank).to_owned(),
        })
}

fn removed_parts<'s>(
    source: &'s Source,
    article: &'s Article,
    fix: &'s Fix,
    back: impl Fn(usize) -> usize + 's,
) -> impl Iterator<Item = Removed> + 's {
    fix.edits.iter().map(move |edit| Removed {
        role: if article.fused.binary_search(&edit.span).is_ok() {
            Role::RepeatedHeadline
        } else {
            article.role(source.line_index(edit.span.start))
        },
        at: back(edit.span.start),
        text: source.slice(edit.span).trim_matches(crate::chars::is_blank).to_owned(),
    })
}

/// Goes back through the passes, last one first.
fn origin(passes: &[Pass], offset: usize) -> usize {
    passes.iter().rev().fold(offset, |offset, pass| pass.before(offset))
}

/// Where the edits of one pass stood before, and where what they put stands after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Pass(Vec<(Span, Span)>);

impl Pass {
    /// `edits` are sorted and disjoint.
    fn new(edits: &[&Edit]) -> Self {
        let (mut old, mut new) = (0, 0);
        let places = edits.iter().map(|edit| {
            new += edit.span.start - old;
            let after = Span::new(new, new + edit.text.len());
            (old, new) = (edit.span.end, after.end);
            (edit.span, after)
        });
        Self(places.collect())
    }

    /// Where the byte at `offset` stood before the pass; inside a new text, where that text was put.
    fn before(&self, offset: usize) -> usize {
        let next = self.0.partition_point(|(_, after)| after.start <= offset);
        let Some((before, after)) = next.checked_sub(1).and_then(|last| self.0.get(last)) else { return offset };
        if offset < after.end { before.start } else { before.end + (offset - after.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;
    use crate::profile::FieldKind;

    #[test]
    fn a_refusal_says_which_rules_would_have_done_what_and_where() {
        let span = Span::new(7, 9);
        let refused = |mismatch| FixRefused::Mismatch { rules: vec!["html-entity", "tag-line"], mismatch }.to_string();
        for (mismatch, words) in [
            (Mismatch::OutsideSpans(7), "would change byte 7, which they did not report"),
            (Mismatch::Words(span), "would change letters or digits at bytes 7 to 9"),
            (Mismatch::Characters(span), "would put characters at bytes 7 to 9 that were not meant there"),
            (Mismatch::Lines(span), "would cut into a line at bytes 7 to 9"),
            (Mismatch::HeaderValue(FieldKind::NewsId), "would change the news id"),
            (Mismatch::HeaderValue(FieldKind::PublishDate), "would change the publish date"),
            (Mismatch::Syntax, "would break the structure of the article"),
        ] {
            let whole = format!("the repairs of `html-entity`, `tag-line` {words}; the file is left as it was");
            assert_eq!(refused(mismatch), whole);
        }
        assert_eq!(
            FixRefused::Endless(vec!["html-entity"]).to_string(),
            "the repairs of `html-entity` undo each other; the file is left as it was"
        );
    }

    #[test]
    fn repairs_that_lead_nowhere_are_given_up() {
        let seen = |number: usize| (0..number).map(|pass| format!("text {pass}")).collect::<Vec<_>>();
        assert!(!is_endless(&seen(0), "text", "next") && !is_endless(&seen(MOST_PASSES - 1), "text", "next"));
        assert!(is_endless(&seen(MOST_PASSES), "text", "next"));
        assert!(is_endless(&seen(0), "text", "text") && is_endless(&seen(3), "text", "text 1"));
    }

    #[test]
    fn rules_are_named_once_and_in_order() {
        let finding = |rule| Diagnostic {
            rule,
            severity: Severity::Error,
            span: Span::new(0, 1),
            message: String::new(),
            help: String::new(),
            labels: Vec::new(),
            fix: None,
        };
        let fix = Fix::new(Safety::Safe, "x", Edit::delete(Span::new(0, 1)));
        let (tab, double) = (finding("tab"), finding("double-space"));
        assert_eq!(rules_of(&[(&tab, &fix), (&double, &fix), (&tab, &fix)]), ["double-space", "tab"]);
    }

    #[test]
    fn offsets_lead_back_through_every_pass() {
        let first = vec![Edit::delete(Span::new(2, 4)), Edit::insert(6, "xy")];
        let second = vec![Edit::delete(Span::new(0, 1))];
        // "abCDefgh" -> "abefxygh" -> "befxygh"
        let passes = [first, second].map(|edits| Pass::new(&edits.iter().collect::<Vec<_>>()));
        let back: Vec<usize> = (0..8).map(|offset| origin(&passes, offset)).collect();
        assert_eq!(back, [1, 4, 5, 6, 6, 6, 7, 8]);
    }
}
