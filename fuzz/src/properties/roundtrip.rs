//! The tree of an article holds the whole text, and an article that is printed reads back as what it was printed from.

use std::collections::BTreeMap;

use wirelint::article::{Article, Role};
use wirelint::lint::{self, Settings};
use wirelint::profile::FieldKind;
use wirelint::source::{BYTE_ORDER_MARK, Source, Span};

use super::canonical::Parts;
use super::inputs::Input;

/// Every line has one role and the nodes of that role; nothing a reader sees is outside of them.
pub fn hold(bytes: &[u8]) {
    let Input { settings, text } = Input::of(bytes);
    let source = Source::new("input", &text);
    let article = lint::check(&source, settings).article;
    assert_covered(&source, &article);
    assert_read_back(&Parts::from(bytes));
}

fn assert_covered(source: &Source, article: &Article) {
    assert_eq!(article.roles.len(), source.lines().len());
    let mark = if source.has_byte_order_mark() { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    let mut rebuilt = source.text()[..mark].to_owned();
    let mut nodes = nodes(article);
    for (index, (line, role)) in source.lines().iter().zip(&article.roles).enumerate() {
        rebuilt.push_str(source.slice(line.full_span()));
        let mut spans = nodes.remove(&index).unwrap_or_default();
        spans.sort_by_key(|(_, span)| *span);
        assert_eq!(spans.is_empty(), *role == Role::Blank, "line {}: {:?}", index + 1, source.text());
        let mut outside = String::new();
        let mut at = line.span.start;
        for (own, span) in spans {
            assert_eq!(own, *role, "line {}: {:?}", index + 1, source.text());
            assert!(at <= span.start && line.span.contains(span), "{span:?}: {:?}", source.text());
            outside.push_str(source.slice(Span::new(at, span.start)));
            at = span.end;
        }
        outside.push_str(source.slice(Span::new(at, line.span.end)));
        let stray = outside.chars().find(|c| c.is_alphanumeric());
        assert_eq!(stray, None, "line {} as {role:?}: {:?}", index + 1, source.text());
    }
    assert!(nodes.is_empty(), "{nodes:?}: {:?}", source.text());
    assert_eq!(rebuilt, source.text());
}

/// The nodes of the tree by the index of their line.
fn nodes(article: &Article) -> BTreeMap<usize, Vec<(Role, Span)>> {
    let mut nodes: BTreeMap<usize, Vec<(Role, Span)>> = BTreeMap::new();
    let fields = article.fields.iter().map(|field| (Role::HeaderField, field.line, field.span()));
    let blocks = [
        (Role::Headline, article.headline.iter().collect::<Vec<_>>()),
        (Role::RepeatedHeadline, article.repeats.iter().map(|repeat| &repeat.block).collect()),
        (Role::Kicker, article.kicker.iter().collect()),
        (Role::Standfirst, article.standfirst.iter().collect()),
        (Role::Paragraph, article.paragraphs.iter().collect()),
        (Role::Furniture, article.furniture.iter().map(|furniture| &furniture.block).collect()),
    ];
    let blocks = blocks.iter().flat_map(|(role, blocks)| blocks.iter().map(|block| (*role, block.line, block.span)));
    // The day of the page is part of the header of a wire that always has it, and left over elsewhere.
    let page_dates = article.page_dates.iter().map(|block| {
        let role = article.role(block.line);
        assert!(matches!(role, Role::HeaderField | Role::Furniture), "{block:?} as {role:?}");
        (role, block.line, block.span)
    });
    for (role, line, span) in fields.chain(blocks).chain(page_dates) {
        nodes.entry(line).or_default().push((role, span));
    }
    nodes
}

fn assert_read_back(parts: &Parts) {
    let text = parts.printed();
    let source = Source::new("input", &text);
    let checked = lint::check(&source, &Settings::default());
    assert_eq!(checked.diagnostics, [], "{text}");
    let article = checked.article;
    assert_eq!(article.field(FieldKind::NewsId).map(|field| field.value.text), Some(parts.id.as_str()), "{text}");
    let published = article.published.as_ref().and_then(|published| published.as_ref().ok());
    assert_eq!(published.map(|published| published.local), Some(parts.published), "{text}");
    assert_eq!(article.headline.map(|headline| headline.text), Some(parts.headline.as_str()), "{text}");
    let body: Vec<&str> = article.body().map(|block| block.text).collect();
    assert_eq!(body, parts.paragraphs, "{text}");
    assert_eq!(article.standfirst.is_some(), parts.paragraphs.len() > 1, "{text}");
    assert_eq!(
        article.fields.len() + 1 + body.len(),
        article.roles.iter().filter(|role| **role != Role::Blank).count()
    );
}
