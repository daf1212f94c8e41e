//! Character references of HTML that were not resolved.

use std::cell::LazyCell;

use super::{Checker, Fixable, Group, Rule};
use crate::chars;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::references::{self, Reference};
use crate::source::Span;

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
    let source = c.source;
    for line in source.lines() {
        let text = source.line_text(*line);
        // Asked once a line, which may be as long as the file and hold nothing but references.
        let is_about_markup = LazyCell::new(|| ABOUT_MARKUP.iter().any(|name| text.contains(name)));
        for reference in references::find(text) {
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
            let edits = vec![Edit::replace(span, resolved)];
            c.report(span, format!("`{written}` is HTML for {}", chars::name_or_self(reference.character)))
                .help("The page's text was taken without resolving it; a reader sees the code, not the character.")
                .fix(Fix::of(safety(text, reference, || *is_about_markup), Effect::ResolvesReferences, title, edits));
        }
    }
}

/// What a line holds that is about markup, or has some.
const ABOUT_MARKUP: [&str; 5] = ["HTML", "XML", "html", "xml", "<"];

/// Markup in the line may need its references, what they stand for may become markup, and a quoted one is the subject.
fn safety(line: &str, reference: Reference, is_about_markup: impl FnOnce() -> bool) -> Safety {
    let before = line.get(..reference.start).and_then(|before| before.chars().next_back());
    let after = line.get(reference.end..).and_then(|after| after.chars().next());
    let is_quote = |c: Option<char>| c.is_some_and(|c| "\"'`‘’‚“”„«»‹›".contains(c));
    let is_quoted = is_quote(before) && is_quote(after);
    let is_harmless = !matches!(reference.character, '<' | '>' | '\u{200c}' | '\u{200d}');
    if is_harmless && !is_quoted && !is_about_markup() { Safety::Safe } else { Safety::Unsafe }
}
