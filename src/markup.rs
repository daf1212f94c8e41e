//! What is left in a line of the markup and the scripts of a page.

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
    let mut at = 0;
    while let Some(place) =
        line.get(at..).and_then(|rest| rest.find(['<', '[', '{', '!', 'j', 'a', 's', 'h', 'c', 'f', '@']))
    {
        let start = at + place;
        let before = line.get(..start).unwrap_or_default();
        let rest = line.get(start..).unwrap_or_default();
        match piece(before, rest) {
            Some((len, kind)) if !is_quoted(before, rest.get(len..).unwrap_or_default()) => {
                found.push(Leftover { start, end: start + len, kind });
                at = start + len;
            }
            _ => at = start + 1,
        }
    }
    if found.is_empty() && is_code(line) && !is_quoted(line, "") && !line.contains('`') {
        let start = line.len() - line.trim_start().len();
        found.push(Leftover { start, end: line.trim_end().len(), kind: Kind::Code });
    }
    found
}

/// The piece of markup that `text` begins with: its length in bytes, and what it is.
fn piece(before: &str, text: &str) -> Option<(usize, Kind)> {
    let to = |end: &str| text.find(end).map(|at| at + end.len());
    match text.as_bytes().first()? {
        b'<' if text.starts_with("<!--") => Some((to("-->").unwrap_or(text.len()), Kind::Comment)),
        b'<' => tag(text),
        b'[' => {
            let rest = text.get(1..)?;
            SHORTCODES.iter().any(|code| rest.starts_with(code)).then(|| to("]").map(|len| (len, Kind::Shortcode)))?
        }
        b'{' if text.starts_with("{{") => to("}}").map(|len| (len, Kind::Template)),
        b'{' if text.starts_with("{%") => to("%}").map(|len| (len, Kind::Template)),
        b'!' if text.starts_with("![") => {
            let middle = text.find("](")?;
            let end = text.get(middle..)?.find(')')?;
            Some((middle + end + 1, Kind::Image))
        }
        b'j' => {
            let script = text.strip_prefix("javascript:")?;
            let is_call = script.starts_with(|c: char| c.is_ascii_lowercase() || c == ';' || c == '/');
            is_call.then(|| (text.find([' ', '"', '>']).unwrap_or(text.len()), Kind::Code))
        }
        b'f' => {
            let call = text.strip_prefix("function")?.trim_start();
            (call.starts_with('(') && call.contains('{')).then_some((text.len(), Kind::Code))
        }
        b'@' => {
            let query = text.strip_prefix("@media ")?;
            (query.trim_end().ends_with('{') || query.contains("(m")).then_some((text.len(), Kind::Code))
        }
        _ if before.chars().next_back().is_none_or(|c| c == ' ') => attribute(text),
        _ => None,
    }
}

/// A tag: `<`, perhaps `/`, the name of an element, perhaps attributes, `>`.
fn tag(text: &str) -> Option<(usize, Kind)> {
    let end = text.find('>')?;
    let inner = text.get(1..end)?;
    let is_closing = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let name_len = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let (name, rest) = inner.split_at(name_len);
    let is_plain = rest.trim_end_matches('/').trim().is_empty();
    let has_attribute = rest.starts_with([' ', '\t', '/']) && rest.contains('=');
    if inner.contains('<') || !(is_plain || has_attribute) {
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
fn attribute(text: &str) -> Option<(usize, Kind)> {
    let name = ATTRIBUTES.iter().find(|name| text.starts_with(*name))?;
    let value = text.get(name.len()..)?;
    let end = value.find('>')?;
    value.starts_with(['"', '\'', '”', '“', '″', '’']).then_some((name.len() + end + 1, Kind::Attribute))
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

/// Whether something between `before` and `after` is quoted: a quotation or a grave accent is open before it.
fn is_quoted(before: &str, after: &str) -> bool {
    let count = |mark: char| before.matches(mark).count();
    let closes = |mark: char| after.contains(mark);
    let is_open = |opening: char, closing: char| count(opening) > count(closing) && closes(closing);
    (count('`') % 2 == 1 && closes('`'))
        || is_open('“', '”')
        || is_open('„', '“')
        || is_open('«', '»')
        || is_open('‘', '’')
        || (before.ends_with(['"', '\'']) && after.starts_with(['"', '\'']))
        || (before.ends_with('”') && after.starts_with('”'))
}
