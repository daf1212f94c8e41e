//! Character references of HTML that were not resolved.

use std::cell::LazyCell;

use super::{Checker, Fixable, Group, Rule};
use crate::chars;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::listing;
use crate::references::{self, Reference};
use crate::source::Span;
use crate::subject;

pub(super) const RULE: Rule = Rule {
    name: "html-entity",
    group: Group::Characters,
    severity: Severity::Warning,
    fixable: Fixable::Sometimes,
    since: "1.0",
    is_default: true,
    summary: "A character reference of HTML, such as `&nbsp;`, in place of its character",
    docs: include_str!("html_entity.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::ENTITY) {
        return;
    }
    let (source, article) = (c.source, c.article);
    let is_about_characters = LazyCell::new(|| article.prose().any(|block| subject::is_characters(block.text)));
    let is_about_programs = LazyCell::new(|| listing::is_about_programs(article.prose()));
    for line in source.lines() {
        let text = source.line_text(*line);
        // Asked once a line, which may be as long as the file and hold nothing but references.
        let has_markup = LazyCell::new(|| text.contains('<'));
        let unreferenced = LazyCell::new(|| without_references(text));
        for reference in references::find(text) {
            // Markup is what such a story shows, and a reference in it a part of what it shows.
            if *has_markup && *is_about_programs {
                break;
            }
            let written = text.get(reference.start..reference.end).unwrap_or_default();
            let span = Span::new(line.span.start + reference.start, line.span.start + reference.end);
            let Some(resolved) = references::resolve(written) else {
                let name = chars::describe(reference.character);
                c.report(span, format!("`{written}` is HTML for a character that articles do not have: {name}"))
                    .help("It was meant for a browser; delete it, or put there what the sender meant.");
                continue;
            };
            let title = match resolved.as_str() {
                "" => "remove the reference".to_owned(),
                " " => "put a space in its place".to_owned(),
                other => format!("put {other} in its place"),
            };
            let is_subject = *is_about_characters || is_subject(text, reference, || unreferenced.as_str());
            let safety = safety(reference, is_subject, || *has_markup);
            let edits = vec![Edit::replace(span, resolved)];
            c.report(span, format!("`{written}` is HTML for {}", chars::name_or_self(reference.character)))
                .help("The page's text was taken without resolving it; a reader sees the code, not the character.")
                .fix(Fix::of(safety, Effect::ResolvesReferences, title, edits));
        }
    }
}

/// Markup in the line may need its references, what they stand for may become markup, and one that the story is about
/// has to stay.
fn safety(reference: Reference, is_subject: bool, has_markup: impl FnOnce() -> bool) -> Safety {
    let is_harmless = !matches!(reference.character, '<' | '>' | '\u{200c}' | '\u{200d}');
    if is_harmless && !is_subject && !has_markup() { Safety::Safe } else { Safety::Unsafe }
}

/// Whether a line speaks of the reference instead of using it: it is quoted, the line has its character as well, or it
/// stands where an ampersand has nothing to join.
fn is_subject<'l>(line: &str, reference: Reference, unreferenced: impl FnOnce() -> &'l str) -> bool {
    let (before, after) =
        (line.get(..reference.start).unwrap_or_default(), line.get(reference.end..).unwrap_or_default());
    let is_quote = |c: char| "\"'`‘’‚“”„«»‹›()".contains(c);
    let is_quoted = before.ends_with(is_quote) && after.starts_with(is_quote);
    let has_words = |text: &str| text.contains(char::is_alphanumeric);
    let joins_nothing = reference.character == '&' && !(has_words(before) && has_words(after));
    let is_visible = !chars::is_blank(reference.character) && !chars::is_unprintable(reference.character);
    is_quoted || joins_nothing || is_visible && unreferenced().contains(reference.character)
}

/// A line without its references, whose ampersands are no characters of the text.
fn without_references(line: &str) -> String {
    let mut text = line.to_owned();
    let found: Vec<Reference> = references::find(line).collect();
    for reference in found.iter().rev() {
        text.replace_range(reference.start..reference.end, "");
    }
    text
}
