//! What is left in a line of the markup and the scripts of a page.

use ahead::{Ahead, Quotations};

use crate::chars;
use crate::facts;

mod ahead;

/// What a piece of markup is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A tag that sets words apart inside a line: without it the words stay as they are.
    InlineTag,
    /// A tag that parts lines, or brings in something that is not text.
    BlockTag,
    /// A comment of HTML.
    Comment,
    /// A code in square brackets that the editing system should have replaced.
    Shortcode,
    /// A place in a template that was not filled.
    Template,
    /// An image of Markdown.
    Image,
    /// An attribute whose tag is lost.
    Attribute,
    /// A piece of a script or a style sheet.
    Code,
}

/// A piece of markup in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// Its first byte in the line.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
}

/// Elements inside a line whose names are no English words, or too short to be written so in prose.
const INLINE: [&str; 18] = [
    "a", "abbr", "b", "big", "em", "font", "i", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
    "wbr",
];
/// Elements that part lines. Source of both: the index of elements in the HTML Standard.
const BLOCK: [&str; 34] = [
    "blockquote",
    "body",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "html",
    "iframe",
    "img",
    "li",
    "noscript",
    "ol",
    "p",
    "pre",
    "script",
    "section",
    "style",
    "svg",
    "table",
    "tbody",
    "td",
    "thead",
    "tr",
    "ul",
];
/// Elements whose names are words too: a tag only with a slash or an attribute.
const WORDS: [&str; 20] = [
    "article", "aside", "audio", "button", "center", "cite", "embed", "figure", "footer", "form", "header", "input",
    "label", "link", "meta", "nav", "object", "picture", "source", "video",
];
/// How codes of `WordPress` and its plugins begin.
const SHORTCODES: [&str; 14] = [
    "ad_1]",
    "ad_2]",
    "caption ",
    "/caption]",
    "embed]",
    "/embed]",
    "gallery ids",
    "/video]",
    "/audio]",
    "vc_",
    "/vc_",
    "et_pb_",
    "contact-form-7",
    "fusion_",
];
const ATTRIBUTES: [&str; 5] = ["alt=", "src=", "href=", "class=", "style="];

/// The pieces of markup in a line, in order. What stands in quotation marks or between grave accents is what the story
/// is about, and is left out.
pub fn find(line: &str) -> Vec<Leftover> {
    let mut found = Vec::new();
    if !facts::may_have_markup(line) {
        return found;
    }
    let (mut ahead, mut quotations) = (Ahead::new(line), Quotations::new(line));
    let mut at = 0;
    while let Some(place) =
        line.get(at..).and_then(|rest| rest.find(['<', '[', '{', '!', 'j', 'a', 's', 'h', 'c', 'f', '@']))
    {
        let start = at + place;
        match piece(line, start, &mut ahead) {
            Some((end, kind)) if !quotations.are_around(start, end) => {
                found.push(Leftover { start, end, kind });
                at = end;
            }
            _ => at = start + 1,
        }
    }
    if found.is_empty() && is_code(line) && !line.contains('`') {
        let start = line.len() - line.trim_start().len();
        found.push(Leftover { start, end: line.trim_end().len(), kind: Kind::Code });
    }
    found
}

/// The piece of markup that begins at `start`: where it ends, and what it is.
fn piece(line: &str, start: usize, ahead: &mut Ahead) -> Option<(usize, Kind)> {
    let text = line.get(start..)?;
    match text.as_bytes().first()? {
        b'<' if text.starts_with("<!--") => Some((ahead.after("-->", start).unwrap_or(line.len()), Kind::Comment)),
        b'<' => tag(text, start, ahead),
        b'[' => {
            let rest = text.get(1..)?;
            let is_code = SHORTCODES.iter().any(|code| rest.starts_with(code));
            is_code.then(|| ahead.after("]", start).map(|end| (end, Kind::Shortcode)))?
        }
        b'{' if text.starts_with("{{") => ahead.after("}}", start).map(|end| (end, Kind::Template)),
        b'{' if text.starts_with("{%") => ahead.after("%}", start).map(|end| (end, Kind::Template)),
        b'!' if text.starts_with("![") => {
            let middle = ahead.next("](", start)?;
            Some((ahead.after(")", middle)?, Kind::Image))
        }
        b'j' => {
            let script = text.strip_prefix("javascript:")?;
            let is_call = script.starts_with(|c: char| c.is_ascii_lowercase() || c == ';' || c == '/');
            let mut end = || [" ", "\"", ">"].into_iter().filter_map(|mark| ahead.next(mark, start)).min();
            is_call.then(|| (end().unwrap_or(line.len()), Kind::Code))
        }
        b'f' => {
            let call = text.strip_prefix("function")?.trim_start();
            (call.starts_with('(') && ahead.next("{", line.len() - call.len()).is_some())
                .then_some((line.len(), Kind::Code))
        }
        b'@' => {
            let query = text.strip_prefix("@media ")?;
            let from = line.len() - query.len();
            let opens = || line.trim_end().ends_with('{');
            (ahead.next("(m", from).is_some() || (ahead.next("{", from).is_some() && opens()))
                .then_some((line.len(), Kind::Code))
        }
        _ if line.get(..start)?.chars().next_back().is_none_or(parts_words) => attribute(text, start, ahead),
        _ => None,
    }
}

/// Whether a word may begin behind a character: behind a blank, or behind the colon of a label that has lost its blank.
fn parts_words(c: char) -> bool {
    chars::is_blank(c) || chars::is_unseen(c) || chars::COLONS.contains(&c)
}

/// A tag: `<`, perhaps `/`, the name of an element, perhaps attributes, `>`.
fn tag(text: &str, start: usize, ahead: &mut Ahead) -> Option<(usize, Kind)> {
    let end = ahead.next(">", start)?;
    if ahead.next("<", start + 1).is_some_and(|other| other < end) {
        return None;
    }
    let inner = text.get(1..end - start)?;
    let is_closing = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let name_len = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let (name, rest) = inner.split_at(name_len);
    let is_plain = rest.trim_end_matches('/').trim().is_empty();
    let has_attribute = rest.starts_with([' ', '\t', '/']) && rest.contains('=');
    if !(is_plain || has_attribute) {
        return None;
    }
    let name = name.to_ascii_lowercase();
    let is_one_of = |names: &[&str]| names.contains(&name.as_str());
    if is_one_of(&INLINE) {
        Some((end + 1, Kind::InlineTag))
    } else if is_one_of(&BLOCK) || (is_one_of(&WORDS) && (is_closing || has_attribute)) {
        Some((end + 1, Kind::BlockTag))
    } else {
        None
    }
}

/// An attribute with its value, up to the end of its tag.
fn attribute(text: &str, start: usize, ahead: &mut Ahead) -> Option<(usize, Kind)> {
    let name = ATTRIBUTES.iter().find(|name| text.starts_with(*name))?;
    let value = text.get(name.len()..)?;
    let is_value = value.starts_with(['"', '\'', '”', '“', '″', '’']);
    is_value.then(|| ahead.after(">", start + name.len()).map(|end| (end, Kind::Attribute)))?
}

/// Whether a line is a rule of a style sheet, such as `.teaser { color: red }`, or a statement such as `var x = 1;`.
fn is_code(line: &str) -> bool {
    let line = line.trim();
    let is_name =
        |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "_-.#:, >".contains(c));
    let rule = line.split_once('{').is_some_and(|(selector, rest)| {
        selector.starts_with(['.', '#']) && is_name(selector) && rest.contains(':') && rest.contains([';', '}'])
    });
    let statement = ["var ", "let ", "const "].iter().find_map(|word| line.strip_prefix(word)).is_some_and(|rest| {
        let value = rest.split_once('=');
        line.ends_with([';', '{'])
            && value.is_some_and(|(name, _)| is_name(name.trim_end()) && !name.trim_end().contains(' '))
    });
    rule || statement
}
