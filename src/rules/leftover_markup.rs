//! Markup and scripts of the page that came along with the text.

use std::cell::LazyCell;

use super::{Checker, Fixable, Group, Rule};
use crate::article::Role;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::listing;
use crate::markup::{self, Kind, Leftover};
use crate::source::Span;
use crate::subject;

pub(super) const RULE: Rule = Rule {
    name: "leftover-markup",
    group: Group::Characters,
    severity: Severity::Warning,
    fixable: Fixable::Sometimes,
    since: "1.0",
    is_default: true,
    summary: "A tag, a code of the editing system, or a piece of a script",
    docs: include_str!("leftover_markup.md"),
    check,
};

/// Longer pieces are not quoted in a message, in characters.
const LONGEST_QUOTED: usize = 40;

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::MARKUP) {
        return;
    }
    let (source, article) = (c.source, c.article);
    let is_about_pages = LazyCell::new(|| article.prose().any(|block| subject::is_pages(&without_markup(block.text))));
    let is_about_programs = LazyCell::new(|| listing::is_about_programs(article.prose()));
    for (index, line) in source.lines().iter().enumerate() {
        // A line that goes as a whole is reported once.
        if article.role(index) == Role::Furniture {
            continue;
        }
        let text = source.line_text(*line);
        let found = markup::find(text);
        let (Some(first), Some(last)) = (found.first(), found.last()) else { continue };
        let is_about_tags = *is_about_pages || subject::is_tags(text) || names_image(text, &found);
        let is_example =
            |piece: &Leftover| *is_about_pages && is_code(*piece) || is_about_tags && is_plain_tag(text, *piece);
        if found.iter().all(|piece| is_example(piece) || is_ticker(text, *piece))
            || is_shown(text) && *is_about_programs
        {
            continue;
        }
        let at = |start, end| Span::new(line.span.start + start, line.span.start + end);
        let edges = (text.len() - text.trim_start().len(), text.trim_end().len());
        let is_removable = found.iter().all(|piece| piece.kind == Kind::InlineTag || parts_nothing(edges, *piece));
        let edits = || found.iter().map(|piece| Edit::delete(at(piece.start, piece.end))).collect();
        let piece = text.get(first.start..first.end).unwrap_or_default();
        let finding = c.report(at(first.start, last.end), message(first.kind, piece, found.len()));
        if is_removable {
            let title = if found.len() == 1 { "remove the tag" } else { "remove the tags" };
            finding.help("It was meant for a browser; the words between tags stay as they are.").fix(Fix::of(
                Safety::Unsafe,
                Effect::RemovesTags,
                title,
                edits(),
            ));
        } else {
            finding
                .help("It was meant for a browser or an editing system: see what belongs there, and delete the rest.");
        }
    }
}

/// Whether a tag that parts lines stands at an edge of its line, where it parts nothing. `edges` are where the words of
/// the line begin and end.
fn parts_nothing((first, last): (usize, usize), piece: Leftover) -> bool {
    piece.kind == Kind::BlockTag && (piece.start <= first || piece.end >= last)
}

fn message(kind: Kind, piece: &str, count: usize) -> String {
    let what = match kind {
        Kind::InlineTag | Kind::BlockTag => "a tag of HTML",
        Kind::Comment => "a comment of HTML",
        Kind::Shortcode => "a code of the editing system",
        Kind::Template => "a place in a template that was not filled",
        Kind::Image => "an image of Markdown",
        Kind::Attribute => "a piece of a tag of HTML",
        Kind::Code => "a piece of a script or a style sheet",
    };
    let quoted =
        if piece.chars().count() <= LONGEST_QUOTED { format!("“{piece}” is {what}") } else { what.to_owned() };
    match count {
        1 => format!("{quoted}, not text"),
        _ => format!("{quoted}, not text; there are {count} such pieces in the line"),
    }
}

/// What a line says beside its markup, which speaks about nothing.
fn without_markup(line: &str) -> String {
    let mut text = line.to_owned();
    for piece in markup::find(line).iter().rev() {
        text.replace_range(piece.start..piece.end, "");
    }
    text
}

/// Whether a line may be what a story about programs shows: nothing but markup, a line of code, or a quotation.
fn is_shown(line: &str) -> bool {
    let line = line.trim();
    let is_quoted = ['\'', '"'].iter().any(|mark| line.len() > 1 && line.starts_with(*mark) && line.ends_with(*mark));
    let rest = without_markup(line);
    // The lines of a listing may be numbered.
    let is_markup_only = rest.trim().bytes().all(|byte| byte.is_ascii_digit());
    is_quoted || is_markup_only || listing::is_code(line) || listing::is_code(&rest)
}

/// Whether a line speaks of a tag that is never left without its attributes.
fn names_image(line: &str, found: &[Leftover]) -> bool {
    found.iter().any(|piece| line.get(piece.start..piece.end) == Some("<img>")) && line.trim() != "<img>"
}

/// Whether a piece may be code that a story about pages gives as an example.
fn is_code(piece: Leftover) -> bool {
    matches!(piece.kind, Kind::Comment | Kind::Shortcode | Kind::Template | Kind::Code)
}

/// Whether a piece is the sign of a share behind the name of its company, as agencies write it: `First Boats Corp <I>`.
fn is_ticker(line: &str, piece: Leftover) -> bool {
    let (before, tag) = line.split_at_checked(piece.start).unwrap_or_default();
    let Some((tag, after)) = tag.split_at_checked(piece.end - piece.start) else { return false };
    let word = before.strip_suffix(' ').and_then(|before| before.rsplit(' ').next()).unwrap_or_default();
    piece.kind == Kind::InlineTag
        && tag.bytes().all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'<' | b'>'))
        && word.starts_with(char::is_uppercase)
        && word.ends_with(char::is_alphanumeric)
        && !after.starts_with(char::is_alphanumeric)
        && !after.contains("</")
}

/// Whether a piece is a tag by its name alone, as stories about tags write them.
fn is_plain_tag(line: &str, piece: Leftover) -> bool {
    let is_tag = matches!(piece.kind, Kind::InlineTag | Kind::BlockTag);
    is_tag && line.get(piece.start..piece.end).is_some_and(|tag| !tag.contains('='))
}
