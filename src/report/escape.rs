//! The only place that knows what may reach a terminal or a log: text from outside is shown through here or not at all.
//!
//! Control characters move the cursor or hide text, bidirectional ones reorder it, and build servers take commands from
//! the lines of a log (`::name::`, `##[name]`). None of them gets through.

use std::fmt;

use crate::chars;

/// A text that is safe to print: made by the functions of this module and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown(String);

impl Shown {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A text on one line: control characters as pictures, invisible and reordering ones by their number, and nothing that
/// a build server takes for a command. No-break spaces stay.
pub fn show(text: &str) -> Shown {
    let mut shown = String::with_capacity(text.len());
    let mut brackets = CommandBrackets::default();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        push_visible(&mut shown, c, &mut brackets);
        // `::name` is a command at the start of a line, and wrapping may start a line anywhere.
        if c == ':' && rest.peek() == Some(&':') {
            shown.push('\\');
        }
    }
    Shown(shown)
}

/// A path: as [`show`] does it, in quotes if blanks or characters that do not print would make it hard to read.
pub fn show_path(path: &str) -> Shown {
    let shown = show(path);
    let is_plain = |c: char| !(chars::is_unprintable(c) || (chars::is_blank(c) && c != ' '));
    if !path.is_empty() && path.chars().all(is_plain) && path.trim() == path {
        return shown;
    }
    Shown(format!("\"{}\"", shown.0))
}

/// A piece of a text for people to look at: as [`show`] does it, and odd spaces are visible too.
///
/// Its caller puts it behind a gutter, so that it never starts a line.
pub fn show_excerpt(text: &str) -> Shown {
    let mut pictures = Pictures::default();
    Shown(text.chars().map(|c| pictures.of(c).0).collect())
}

/// Shows an excerpt character by character, for callers that have to know where each one went.
#[derive(Debug, Default)]
pub struct Pictures {
    brackets: CommandBrackets,
}

impl Pictures {
    /// What stands for `c`, the next character of the excerpt. One column wide for most.
    pub fn of(&mut self, c: char) -> Shown {
        let mut shown = String::new();
        // In Chinese, Japanese and Korean U+3000 is an ordinary space, and two columns wide.
        let c = if chars::is_odd_space(c) && c != '\u{3000}' { '⍽' } else { c };
        push_visible(&mut shown, c, &mut self.brackets);
        Shown(shown)
    }
}

/// Makes serialised JSON inert in a log: what [`show`] would not let through becomes `\u` escapes, so the value stays
/// the same. Such characters only occur inside strings.
pub fn inert_json(json: &str) -> String {
    let mut inert = String::with_capacity(json.len());
    let mut brackets = CommandBrackets::default();
    for c in json.chars() {
        let opens_command = brackets.opens_command(c);
        if opens_command || (chars::is_unprintable(c) && c != '\n') {
            inert.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            inert.push(c);
        }
    }
    inert
}

fn push_visible(shown: &mut String, c: char, brackets: &mut CommandBrackets) {
    if brackets.opens_command(c) {
        shown.push('\\');
    }
    match c {
        '\0'..='\x1f' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
        '\x7f' => shown.push('␡'),
        _ if chars::is_unprintable(c) => shown.extend([format!("‹U+{:04X}›", u32::from(c))]),
        _ => shown.push(c),
    }
}

/// Watches for the `[` of `##[name]`, `##vso[name]` and the like, which build servers obey anywhere in a line.
#[derive(Debug, Default)]
struct CommandBrackets {
    hashes: usize,
}

impl CommandBrackets {
    fn opens_command(&mut self, c: char) -> bool {
        let opens = c == '[' && self.hashes >= 2;
        self.hashes = match c {
            '#' => self.hashes + 1,
            _ if c.is_ascii_alphabetic() && self.hashes >= 2 => self.hashes,
            _ => 0,
        };
        opens
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_become_pictures() {
        assert_eq!(show("a\x1b[2J\r\n\0\x7f").as_str(), "a␛[2J␍␊␀␡");
    }

    #[test]
    fn what_cannot_be_seen_is_named() {
        assert_eq!(
            show("\u{85}\u{9b}\u{2028}\u{202e}\u{200b}\u{feff}").as_str(),
            "‹U+0085›‹U+009B›‹U+2028›‹U+202E›‹U+200B›‹U+FEFF›"
        );
        assert_eq!(show("\u{e0041}").as_str(), "‹U+E0041›");
    }

    #[test]
    fn joiners_and_no_break_spaces_stay() {
        assert_eq!(show("می\u{200c}خواهم \u{a0}👩\u{200d}🚀").as_str(), "می\u{200c}خواهم \u{a0}👩\u{200d}🚀");
    }

    #[test]
    fn commands_of_build_servers_are_broken() {
        assert_eq!(show("##[error]x").as_str(), "##\\[error]x");
        assert_eq!(show("##vso[task]##teamcity[x]").as_str(), "##vso\\[task]##teamcity\\[x]");
        assert_eq!(show("::add-mask::x").as_str(), ":\\:add-mask:\\:x");
        assert_eq!(show("#[x] ## [y] a[1]").as_str(), "#[x] ## [y] a[1]");
        assert_eq!(show_excerpt("##[group]").as_str(), "##\\[group]");
    }

    #[test]
    fn paths_are_quoted_if_hard_to_read() {
        assert_eq!(show_path("a b/c.txt").as_str(), "a b/c.txt");
        assert_eq!(show_path(" a").as_str(), "\" a\"");
        assert_eq!(show_path("a\nb").as_str(), "\"a␊b\"");
        assert_eq!(show_path("a\u{a0}b").as_str(), "\"a\u{a0}b\"");
        assert_eq!(show_path("").as_str(), "\"\"");
    }

    #[test]
    fn odd_spaces_are_visible_in_excerpts() {
        assert_eq!(show_excerpt("a\u{a0}b\u{202f}c\td\u{3000}").as_str(), "a⍽b⍽c␉d\u{3000}");
    }

    #[test]
    fn inert_json_is_the_same_value() {
        let value = "##[x] \u{7f}\u{9b}\u{2028}\u{202e}\u{e0041} é";
        let json = inert_json(&serde_json::to_string(value).unwrap());
        assert_eq!(json, r###""##\u005bx] \u007f\u009b\u2028\u202e\udb40\udc41 é""###);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), value);
    }
}
