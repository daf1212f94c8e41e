//! Character references of HTML that were not resolved.

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
                .fix(Fix::of(safety(text, reference), Effect::ResolvesReferences, title, edits));
        }
    }
}

/// Markup in the line may need its references, what they stand for may become markup, and a quoted one is the subject.
fn safety(line: &str, reference: Reference) -> Safety {
    let before = line.get(..reference.start).and_then(|before| before.chars().next_back());
    let after = line.get(reference.end..).and_then(|after| after.chars().next());
    let is_quote = |c: Option<char>| c.is_some_and(|c| "\"'`‘’‚“”„«»‹›".contains(c));
    let is_quoted = is_quote(before) && is_quote(after);
    let is_harmless = !matches!(reference.character, '<' | '>' | '\u{200c}' | '\u{200d}');
    let is_subject = is_quoted || ["HTML", "XML", "html", "xml"].iter().any(|name| line.contains(name));
    if is_harmless && !is_subject && !line.contains('<') { Safety::Safe } else { Safety::Unsafe }
}
