//! The check of the product on itself: a repaired text is held against what its repairs promised before anyone may
//! write it.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use super::{Settings, legible};
use crate::article::{Article, Role};
use crate::diagnostic::Severity;
use crate::fix::{Edit, Effect, Fix, Safety, apply};
use crate::grammar;
use crate::keys;
use crate::mojibake;
use crate::profile::FieldKind;
use crate::references;
use crate::rules::{Checker, RULES};
use crate::source::{Source, Span};

/// What a repaired text has that its repairs did not promise. The offsets are bytes of the text before that pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// Bytes changed that no repair had reported.
    OutsideSpans(usize),
    /// A letter or digit was lost or added outside removed lines.
    Words(Span),
    /// The new characters are not those that the old ones stand for.
    Characters(Span),
    /// A part of a line was removed where whole lines were announced, or a line of the story where leftovers were.
    Lines(Span),
    /// A header field states another value than before.
    HeaderValue(FieldKind),
    /// The repaired text has faults of syntax that the original did not have.
    Syntax,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::OutsideSpans(at) => write!(f, "would change byte {at}, which they did not report"),
            Self::Words(span) => write!(f, "would change letters or digits at bytes {} to {}", span.start, span.end),
            Self::Characters(span) => {
                write!(f, "would put characters at bytes {} to {} that were not meant there", span.start, span.end)
            }
            Self::Lines(span) => write!(f, "would cut into a line at bytes {} to {}", span.start, span.end),
            Self::HeaderValue(FieldKind::NewsId) => write!(f, "would change the news id"),
            Self::HeaderValue(FieldKind::PublishDate) => write!(f, "would change the publish date"),
            Self::Syntax => write!(f, "would break the structure of the article"),
        }
    }
}

/// Holds one pass against its repairs.
///
/// # Errors
/// The first thing that was not promised.
pub(super) fn pass(
    before: &Source,
    article: &Article,
    fixes: &[&Fix],
    after: &str,
    settings: &Settings,
) -> Result<(), Mismatch> {
    let mut edits: Vec<&Edit> = fixes.iter().flat_map(|fix| &fix.edits).collect();
    edits.sort();
    only_spans_changed(before.text(), &edits, after)?;
    for fix in fixes {
        for edit in &fix.edits {
            match fix.effect {
                Effect::KeepsWords => words_kept(before.slice(edit.span), edit)?,
                Effect::CutsLeftovers => glued_part(article, edit)?,
                Effect::RemovesRepeat => said_twice(before, article, edit)?,
                Effect::FoldsLetters => letters_folded(before.slice(edit.span), edit)?,
                Effect::RemovesLeftovers | Effect::RemovesLines => whole_lines(before, article, fix.effect, edit)?,
                Effect::RedecodesCharacters
                | Effect::ResolvesReferences
                | Effect::RemovesTags
                | Effect::ComposesCharacters => characters_meant(fix.effect, before.slice(edit.span), edit)?,
                Effect::RespellsHeader => {}
            }
        }
    }
    let mut respelled: Vec<&Edit> =
        fixes.iter().filter(|fix| fix.effect == Effect::RespellsHeader).flat_map(|fix| &fix.edits).collect();
    if !respelled.is_empty() {
        // By itself, because other repairs of the pass may rightly take something out of a value.
        respelled.sort();
        let text = apply(before.text(), &respelled);
        let source = Source::new(before.name(), &text);
        header_values_kept(article, &grammar::parse(&source, &settings.profile, &settings.lexicon))?;
    }
    Ok(())
}

/// Holds the result against the original: no more faults of syntax than before, those not counted that only characters
/// had hidden.
pub(super) fn result(
    original: &Source,
    repaired: &Source,
    settings: &Settings,
    safety: Safety,
) -> Result<(), Mismatch> {
    if original.text() == repaired.text() {
        return Ok(());
    }
    let faults = syntax_faults(repaired, settings);
    if faults <= syntax_faults(original, settings) {
        return Ok(());
    }
    let had_as_many = |text: &String| faults <= syntax_faults(&Source::new(original.name(), text), settings);
    if legible::readings(original, settings, safety).iter().any(had_as_many) { Ok(()) } else { Err(Mismatch::Syntax) }
}

/// Walks both texts side by side, from edit to edit.
fn only_spans_changed(before: &str, edits: &[&Edit], after: &str) -> Result<(), Mismatch> {
    let (mut old, mut new) = (0, 0);
    for edit in edits {
        let kept = before.get(old..edit.span.start).ok_or(Mismatch::OutsideSpans(old))?;
        let there = after.get(new..new + kept.len());
        let put = after.get(new + kept.len()..new + kept.len() + edit.text.len());
        if there != Some(kept) || put != Some(&edit.text) {
            return Err(Mismatch::OutsideSpans(old));
        }
        old = edit.span.end;
        new += kept.len() + edit.text.len();
    }
    if before.get(old..) == after.get(new..) { Ok(()) } else { Err(Mismatch::OutsideSpans(old)) }
}

fn words_kept(old: &str, edit: &Edit) -> Result<(), Mismatch> {
    if words(old) == words(&edit.text) { Ok(()) } else { Err(Mismatch::Words(edit.span)) }
}

/// Each way of writing characters is followed back from the new ones, which are to give the old ones.
fn characters_meant(effect: Effect, old: &str, edit: &Edit) -> Result<(), Mismatch> {
    let new = edit.text.as_str();
    let holds = match effect {
        Effect::RedecodesCharacters => mojibake::is_misreading(new, old) && !new.contains('\u{fffd}'),
        Effect::ResolvesReferences => references::resolve(old).as_deref() == Some(new),
        Effect::RemovesTags => new.is_empty() && is_tag(old),
        Effect::ComposesCharacters => new.nfc().eq(old.nfc()) && new.nfc().eq(new.chars()),
        _ => false,
    };
    if holds { Ok(()) } else { Err(Mismatch::Characters(edit.span)) }
}

/// Whether a text is one tag and nothing more.
fn is_tag(text: &str) -> bool {
    let inner = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    inner.is_some_and(|inner| !inner.contains(['<', '>', '\n', '\r']))
}

fn letters_folded(old: &str, edit: &Edit) -> Result<(), Mismatch> {
    if keys::same_typed(old, &edit.text) { Ok(()) } else { Err(Mismatch::Words(edit.span)) }
}

/// The letters and digits of a text.
fn words(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A cut takes what the grammar knows as glued to a paragraph, and not a byte more.
fn glued_part(article: &Article, edit: &Edit) -> Result<(), Mismatch> {
    let is_glued = article.glued.binary_search_by_key(&edit.span, |glued| glued.span).is_ok();
    if is_glued && edit.text.is_empty() { Ok(()) } else { Err(Mismatch::Lines(edit.span)) }
}

/// What goes as a repeat stands right before itself in the same line, or is the headline, which stays.
fn said_twice(before: &Source, article: &Article, edit: &Edit) -> Result<(), Mismatch> {
    let repeated = words(before.slice(edit.span)).to_lowercase();
    let line = before.lines().get(before.line_index(edit.span.start)).map(|line| line.span);
    let Some(line) = line.filter(|line| line.contains(edit.span)) else { return Err(Mismatch::Lines(edit.span)) };
    let stands_before = || {
        // Small letters are never fewer than the letters they come from, so that as many are enough.
        let earlier = before.slice(Span::new(line.start, edit.span.start)).chars().rev();
        let letters = earlier.filter(|c| c.is_alphanumeric()).take(repeated.chars().count());
        let letters: String = letters.collect::<Vec<_>>().into_iter().rev().collect();
        letters.to_lowercase().ends_with(&repeated)
    };
    let is_headline = || {
        let headline = article.headline.filter(|headline| !line.contains(headline.span));
        headline.is_some_and(|headline| words(headline.text).to_lowercase() == repeated)
    };
    let is_said_twice = edit.text.is_empty() && !repeated.is_empty() && (stands_before() || is_headline());
    if is_said_twice { Ok(()) } else { Err(Mismatch::Words(edit.span)) }
}

/// A removal takes lines whole, and no line of the story unless it has announced that. What counts is what the rule
/// has declared, not how far a configuration trusts it.
fn whole_lines(before: &Source, article: &Article, effect: Effect, edit: &Edit) -> Result<(), Mismatch> {
    let cut = Mismatch::Lines(edit.span);
    if !edit.text.is_empty() {
        return Err(cut);
    }
    let first = before.line_index(edit.span.start);
    for (index, line) in before.lines().iter().enumerate().skip(first) {
        if line.span.start >= edit.span.end {
            break;
        }
        let touched = edit.span.start < line.span.end;
        let may_go = effect == Effect::RemovesLines
            || matches!(article.role(index), Role::RepeatedHeadline | Role::Furniture | Role::Blank);
        if touched && !(edit.span.contains(line.span) && may_go) {
            return Err(cut);
        }
    }
    Ok(())
}

fn header_values_kept(before: &Article, after: &Article) -> Result<(), Mismatch> {
    let id = |article: &Article| article.field(FieldKind::NewsId).map(|field| words(field.value.text));
    if id(before).is_some() && id(before) != id(after) {
        return Err(Mismatch::HeaderValue(FieldKind::NewsId));
    }
    let instant = |article: &Article| match &article.published {
        Some(Ok(timestamp)) => Some(timestamp.local),
        _ => None,
    };
    if instant(before).is_some() && instant(before) != instant(after) {
        return Err(Mismatch::HeaderValue(FieldKind::PublishDate));
    }
    Ok(())
}

/// How many faults of syntax a text has, whatever rules are switched off.
fn syntax_faults(source: &Source, settings: &Settings) -> usize {
    let article = grammar::parse(source, &settings.profile, &settings.lexicon);
    let mut checker = Checker::new(source, &article, &settings.profile, "\n", None);
    for rule in RULES.iter().filter(|rule| rule.group.is_syntax() && rule.severity == Severity::Error) {
        checker.run(rule, rule.severity);
    }
    checker.finish().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    const TEXT: &str = "News ID : 1\nPublish Date : 6/22/2024 5:01:54 PM\nTalks resume\n\nTalks resume\n\nThey met.\n";

    fn hold(fix: &Fix, after: &str) -> Result<(), Mismatch> {
        let source = Source::new("t", TEXT);
        let settings = Settings::default();
        let article = grammar::parse(&source, &settings.profile, &settings.lexicon);
        pass(&source, &article, &[fix], after, &settings)
    }

    fn place(text: &str) -> Span {
        let start = TEXT.rfind(text).expect(text);
        Span::new(start, start + text.len())
    }

    #[test]
    fn a_byte_outside_the_spans_is_noticed() {
        let fix = Fix::new(Safety::Safe, "x", Edit::insert(0, " "));
        assert_eq!(hold(&fix, &format!(" {}", TEXT.replace("met", "Met"))), Err(Mismatch::OutsideSpans(0)));
        assert_eq!(hold(&fix, &format!(" {TEXT}\n")), Err(Mismatch::OutsideSpans(0)));
        let at = place("met").start;
        let fix = Fix::of(Safety::Safe, Effect::KeepsWords, "x", vec![Edit::insert(0, " "), Edit::insert(at, "-")]);
        assert_eq!(hold(&fix, &format!(" {}", TEXT.replace("met", "-met"))), Ok(()));
        for after in [TEXT.replace("They met", "They-Met"), TEXT.replace("They met", "they -met"), "N".to_owned()] {
            assert_eq!(hold(&fix, &format!(" {after}")), Err(Mismatch::OutsideSpans(0)), "{after}");
        }
        assert_eq!(hold(&fix, &TEXT.replace("met", "-met")), Err(Mismatch::OutsideSpans(0)));
    }

    #[test]
    fn a_lost_letter_is_noticed() {
        let span = place("met");
        let fix = Fix::new(Safety::Safe, "x", Edit::replace(span, "me"));
        assert_eq!(hold(&fix, &TEXT.replace("met", "me")), Err(Mismatch::Words(span)));
    }

    #[test]
    fn characters_that_were_not_meant_are_noticed() {
        let holds = |effect, old: &str, new: &str| {
            let span = Span::new(0, old.len());
            characters_meant(effect, old, &Edit::replace(span, new)) == Ok(())
        };
        let redecodes = |old, new| holds(Effect::RedecodesCharacters, old, new);
        assert!(redecodes("Ã©", "é") && redecodes("РџСЂ", "Пр") && redecodes("Ã¢â‚¬â„¢", "’"));
        assert!(redecodes("â€\u{fffd}", "”") && redecodes("Ã", "à"));
        assert!(!redecodes("Ã©", "e") && !redecodes("Ã©", "É") && !redecodes("Ã©t", "é") && !redecodes("é", "é"));
        assert!(!redecodes("ï¿½", "\u{fffd}"));
        let resolves = |old, new| holds(Effect::ResolvesReferences, old, new);
        assert!(resolves("&eacute;", "é") && resolves("&nbsp;", " ") && resolves("&shy;", ""));
        assert!(!resolves("&eacute;", "e") && !resolves("&eacute;s", "é") && !resolves("R&D;", "R"));
        let untags = |old, new| holds(Effect::RemovesTags, old, new);
        assert!(untags("<b>", "") && untags("<a href=\"x\">", ""));
        assert!(!untags("<b>x</b>", "") && !untags("<b>x", "") && !untags("<b>", "x"));
        let composes = |old, new| holds(Effect::ComposesCharacters, old, new);
        assert!(composes("e\u{301}", "é") && composes("\u{212a}", "K"));
        assert!(!composes("e\u{301}", "e") && !composes("é", "e\u{301}") && !composes("³", "3"));
    }

    #[test]
    fn folding_takes_another_keyboard_and_nothing_else() {
        let text = "علي ۱2 كتـاب، ما\n";
        let hold = |old: &str, new: &str| {
            let start = text.find(old).expect(old);
            let edit = Edit::replace(Span::new(start, start + old.len()), new);
            let fix = Fix::of(Safety::Unsafe, Effect::FoldsLetters, "x", vec![edit]);
            let (source, settings) = (Source::new("t", text), Settings::default());
            let article = grammar::parse(&source, &settings.profile, Lexicon::built_in());
            pass(&source, &article, &[&fix], &text.replacen(old, new, 1), &settings)
        };
        for (old, new) in [("ي", "ی"), ("2", "۲"), ("كتـا", "کتا")] {
            assert_eq!(hold(old, new), Ok(()), "{old} {new}");
        }
        for (old, new) in [("ي", "و"), ("2", "۳"), ("ـا", ""), ("،", ","), ("، ", "،"), ("2", "")] {
            assert!(matches!(hold(old, new), Err(Mismatch::Words(_))), "{old} {new}");
        }
    }

    #[test]
    fn only_what_is_said_twice_goes_as_a_repeat() {
        let text = "Talks resume\n\nTalks resumeThey met the the crew.\n";
        let hold = |old: &str| {
            let start = text.rfind(old).expect(old);
            let edit = Edit::delete(Span::new(start, start + old.len()));
            let fix = Fix::of(Safety::Unsafe, Effect::RemovesRepeat, "x", vec![edit.clone()]);
            let (source, settings) = (Source::new("t", text), Settings::default());
            let article = grammar::parse(&source, &settings.profile, Lexicon::built_in());
            pass(&source, &article, &[&fix], &apply(text, &[&edit]), &settings)
        };
        assert_eq!((hold("Talks resume"), hold(" the")), (Ok(()), Ok(())));
        for other in ["They", "crew", "resume", "Talks resume\n\nTalks resume", " "] {
            assert!(hold(other).is_err(), "{other}");
        }
    }

    #[test]
    fn a_cut_takes_what_is_glued_to_a_paragraph_and_not_a_byte_more() {
        let text = TEXT.replace("They met.", "They met on Friday.\n\nThey talked, they said.Top of Form");
        let (source, settings) = (Source::new("t", &text), Settings::default());
        let article = grammar::parse(&source, &settings.profile, Lexicon::built_in());
        let glued = article.glued[0].span;
        assert_eq!(source.slice(glued), "Top of Form");
        let hold = |edit: Edit| {
            let fix = Fix::of(Safety::Unsafe, Effect::CutsLeftovers, "x", vec![edit.clone()]);
            pass(&source, &article, &[&fix], &apply(&text, &[&edit]), &settings)
        };
        assert_eq!(hold(Edit::delete(glued)), Ok(()));
        assert_eq!(hold(Edit::replace(glued, ".")), Err(Mismatch::Lines(glued)));
        for span in [Span::new(glued.start - 1, glued.end), Span::new(glued.start + 1, glued.end)] {
            assert_eq!(hold(Edit::delete(span)), Err(Mismatch::Lines(span)));
        }
    }

    #[test]
    fn half_a_line_is_noticed_and_so_is_a_line_of_the_story() {
        let half = place("Talks");
        let fix = Fix::remove_lines(Safety::Safe, "x", half);
        assert_eq!(
            hold(&fix, &TEXT.replacen("\nTalks resume\n\nThey", "\n resume\n\nThey", 1)),
            Err(Mismatch::Lines(half))
        );
        let story = place("They met.\n");
        assert_eq!(
            hold(&Fix::remove_lines(Safety::Safe, "x", story), &TEXT.replace("They met.\n", "")),
            Err(Mismatch::Lines(story))
        );
        assert_eq!(hold(&Fix::remove_lines(Safety::Unsafe, "x", story), &TEXT.replace("They met.\n", "")), Ok(()));
        let other = Fix::of(Safety::Unsafe, Effect::RemovesLines, "x", vec![Edit::replace(story, "x")]);
        assert_eq!(hold(&other, &TEXT.replace("They met.\n", "x")), Err(Mismatch::Lines(story)));
    }

    #[test]
    fn a_configuration_changes_nothing_about_what_a_removal_may_take() {
        let story = place("They met.\n");
        let after = TEXT.replace("They met.\n", "");
        let promoted = Fix { safety: Safety::Safe, ..Fix::remove_lines(Safety::Unsafe, "x", story) };
        assert_eq!(hold(&promoted, &after), Ok(()));
        let demoted = Fix { safety: Safety::Unsafe, ..Fix::remove_lines(Safety::Safe, "x", story) };
        assert_eq!(hold(&demoted, &after), Err(Mismatch::Lines(story)));
    }

    #[test]
    fn another_date_is_noticed() {
        let respell = |span, text| Fix::of(Safety::Safe, Effect::RespellsHeader, "x", vec![Edit::replace(span, text)]);
        let hour = place("5:01:54");
        let result = hold(&respell(hour, "6:01:54"), &TEXT.replace("5:01:54", "6:01:54"));
        assert_eq!(result, Err(Mismatch::HeaderValue(FieldKind::PublishDate)));
        let id = place("ID : 1");
        assert_eq!(
            hold(&respell(id, "ID : 2"), &TEXT.replace("ID : 1", "ID : 2")),
            Err(Mismatch::HeaderValue(FieldKind::NewsId))
        );
    }

    #[test]
    fn a_lost_headline_is_noticed() {
        let settings = Settings::default();
        let (before, after) = (Source::new("t", TEXT), Source::new("t", "News ID : 1\n"));
        assert_eq!(result(&before, &after, &settings, Safety::Safe), Err(Mismatch::Syntax));
    }
}
