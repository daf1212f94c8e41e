//! The only place that knows what may reach a terminal or a log: text from outside is shown through here or not at all.
//!
//! Control characters move the cursor or hide text, bidirectional ones reorder it, and build servers take commands from
//! the lines of a log (`::name::`, `##[name]`). None of them gets through. What a report is put together from is either
//! made here or written in the program; the compiler sees to that ([`Inert`]).

use std::fmt;

use serde::{Serialize, Serializer};

use crate::chars;

mod exact;
mod sinks;

pub use exact::carries_command;
pub use sinks::{azure, github_data, github_property, json, json_on_lines, toml, toml_key, uri, xml};

/// A text that is safe to print: made by the functions of this module and nowhere else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown(String);

impl Shown {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text without blanks at its end.
    #[must_use]
    pub fn trim_end(mut self) -> Self {
        self.0.truncate(self.0.trim_end().len());
        self
    }

    /// A text that other code has laid out from shown texts only. That it really did is the promise of the caller.
    pub(super) fn laid_out(text: String) -> Self {
        Self(text)
    }
}

/// What a safe text can be put together from: safe texts, texts of the program itself, and numbers.
pub trait Inert {
    /// Adds it to the end of `text`.
    fn push_to(&self, text: &mut String);
}

impl Inert for Shown {
    fn push_to(&self, text: &mut String) {
        text.push_str(&self.0);
    }
}

// Nothing that is read while the program runs lives as long as the program.
impl Inert for &'static str {
    fn push_to(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl Inert for usize {
    fn push_to(&self, text: &mut String) {
        text.push_str(&self.to_string());
    }
}

/// The pieces as one text.
pub fn join(pieces: &[&dyn Inert]) -> Shown {
    let mut text = String::new();
    for piece in pieces {
        piece.push_to(&mut text);
    }
    Shown(text)
}

/// So many spaces.
pub fn blanks(number: usize) -> Shown {
    Shown(" ".repeat(number))
}

impl FromIterator<Shown> for Shown {
    fn from_iter<I: IntoIterator<Item = Self>>(texts: I) -> Self {
        Self(texts.into_iter().map(|text| text.0).collect())
    }
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
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
    let mut commands = Commands::default();
    for c in text.chars() {
        // `::name` is a command at the start of a line, and wrapping may start a line anywhere.
        if commands.meet(c).is_some() {
            shown.push('\\');
        }
        push_visible(&mut shown, c);
    }
    Shown(shown)
}

/// A text of several lines: each as [`show`] does it, and LF between them as it is.
pub fn show_lines(text: &str) -> Shown {
    let lines: Vec<String> = text.split('\n').map(|line| show(line).0).collect();
    Shown(lines.join("\n"))
}

/// A path: as [`show`] does it, in quotes if blanks or characters that do not print would make it hard to read, or if a
/// log would fold at it.
pub fn show_path(path: &str) -> Shown {
    let shown = show(path);
    let is_plain = |c: char| !(chars::is_unprintable(c) || (chars::is_blank(c) && c != ' '));
    // Some build servers open a group of lines at these.
    let opens_group = ["--- ", "+++ ", "~~~ "].iter().any(|start| path.starts_with(start));
    if !path.is_empty() && path.chars().all(is_plain) && path.trim() == path && !opens_group {
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
    commands: Commands,
}

impl Pictures {
    /// What stands for `c`, the next character of the excerpt. One column wide for most.
    pub fn of(&mut self, c: char) -> Shown {
        let mut shown = String::new();
        if self.commands.meet(c) == Some(Opening::Bracket) {
            shown.push('\\');
        }
        // In Chinese, Japanese and Korean U+3000 is an ordinary space, and two columns wide.
        let c = if chars::is_odd_space(c) && c != '\u{3000}' { '⍽' } else { c };
        push_visible(&mut shown, c);
        Shown(shown)
    }
}

fn push_visible(shown: &mut String, c: char) {
    match c {
        '\0'..='\x1f' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
        '\x7f' => shown.push('␡'),
        _ if chars::is_unprintable(c) => shown.extend([format!("‹U+{:04X}›", u32::from(c))]),
        _ => shown.push(c),
    }
}

/// How a command of a build server opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    /// The second colon of `::name`, which opens a command at the start of a line.
    Colon,
    /// The bracket of `##[name]`, `##vso[name]` and the like, which opens one anywhere in a line.
    Bracket,
}

/// Watches for the character at which a command of a build server has to be broken.
#[derive(Debug, Default)]
struct Commands {
    hashes: usize,
    after_colon: bool,
}

impl Commands {
    /// How many bytes of `text`, which comes next, open nothing and can be shown as they are, as far as that is told
    /// quickly: letters, digits and most marks of ASCII, and a colon with such a one behind it.
    fn harmless(&mut self, text: &str) -> usize {
        if self.hashes > 0 {
            return 0;
        }
        let bytes = text.as_bytes();
        let mut count = 0;
        loop {
            count += plain_bytes(&bytes[count..]);
            let is_lone_colon = bytes.get(count) == Some(&b':') && (count > 0 || !self.after_colon);
            if !is_lone_colon || !bytes.get(count + 1).is_some_and(|next| is_plain(*next)) {
                break;
            }
            count += 2;
        }
        self.after_colon &= count == 0;
        count
    }

    /// What the next character of the text opens.
    fn meet(&mut self, c: char) -> Option<Opening> {
        if is_skipped(c) {
            return None;
        }
        let opening = match c {
            '[' if self.hashes >= 2 => Some(Opening::Bracket),
            ':' if self.after_colon => Some(Opening::Colon),
            _ => None,
        };
        self.after_colon = c == ':';
        self.hashes = match c {
            '#' => self.hashes + 1,
            _ if c.is_ascii_alphabetic() && self.hashes >= 2 => self.hashes,
            _ => 0,
        };
        opening
    }
}

/// A byte of ASCII that prints, and that no command and no tag begins with.
const fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') & (byte != b'#') & (byte != b':') & (byte != b'<') & (byte != b'[')
}

/// Of each byte, 1 if it is not [plain](is_plain).
static OTHER: [u8; 256] = {
    let mut other = [0; 256];
    let mut byte = 0;
    while byte < other.len() {
        other[byte] = !is_plain(byte.to_le_bytes()[0]) as u8;
        byte += 1;
    }
    other
};

/// How many of the first bytes are [plain](is_plain).
fn plain_bytes(bytes: &[u8]) -> usize {
    let other = |byte: &u8| OTHER[usize::from(*byte)];
    // Eight at a time, without a branch for each.
    let (chunks, _) = bytes.as_chunks::<8>();
    let is_plain = |chunk: &&[u8; 8]| chunk.iter().fold(0, |seen, byte| seen | other(byte)) == 0;
    let start = 8 * chunks.iter().take_while(is_plain).count();
    let rest = &bytes[start..];
    start + rest.iter().position(|byte| other(byte) == 1).unwrap_or(rest.len())
}

/// A character that stays as it is but that a search by the rules of a language skips, as that of a build server may:
/// joiners, variation selectors and fillers. It hides no command.
fn is_skipped(c: char) -> bool {
    matches!(c,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200c}' | '\u{200d}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}'
        | '\u{e0080}'..='\u{e0fff}')
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
        assert_eq!(show("#[x] ## [y] a[1] a: b :c").as_str(), "#[x] ## [y] a[1] a: b :c");
        assert_eq!(show("#\u{200d}#\u{fe0f}[x:\u{200c}:").as_str(), "#\u{200d}#\u{fe0f}\\[x:\u{200c}\\:");
        assert_eq!(show(":::").as_str(), ":\\:\\:");
        assert_eq!(show_excerpt("##[group]").as_str(), "##\\[group]");
    }

    #[test]
    fn what_opens_nothing_is_known_as_far_as_it_goes() {
        let harmless = |hashes, after_colon, text: &str| {
            let mut commands = Commands { hashes, after_colon };
            (commands.harmless(text), commands.after_colon)
        };
        for (text, count) in [
            ("", 0),
            ("plain text", 10),
            ("a: b", 4),
            ("abc: <", 5),
            (":b", 2),
            ("a:", 1),
            ("a::b", 1),
            ("ab<c", 2),
            ("a:#", 1),
            ("a [b]", 2),
            ("é", 0),
            ("a: b: é", 6),
        ] {
            assert_eq!(harmless(0, false, text), (count, false), "{text}");
            assert_eq!(harmless(1, false, text), (0, false), "{text}");
        }
        assert_eq!(harmless(0, true, ":b"), (0, true));
        assert_eq!(harmless(0, true, "b: c"), (4, false));
        assert_eq!(harmless(2, true, "b"), (0, true));
    }

    #[test]
    fn plain_bytes_are_those_that_looking_at_each_finds() {
        for byte in 0..=u8::MAX {
            let is_one = (b' '..=b'~').contains(&byte) && !b"#:<[".contains(&byte);
            assert_eq!((is_plain(byte), plain_bytes(&[byte])), (is_one, usize::from(is_one)), "{byte:#x}");
        }
        for length in 0..40 {
            assert_eq!(plain_bytes(&vec![b'a'; length]), length);
            for first in 0..length {
                for second in first..length {
                    let mut bytes = vec![b'a'; length];
                    (bytes[first], bytes[second]) = (b'#', b'<');
                    assert_eq!(plain_bytes(&bytes), first, "{second} of {length}");
                }
            }
        }
    }

    #[test]
    fn lines_stay_lines_and_each_is_harmless() {
        assert_eq!(show_lines("a\r\n##[x]\n\n::y").as_str(), "a␍\n##\\[x]\n\n:\\:y");
        assert_eq!(show_lines("").as_str(), "");
    }

    #[test]
    fn texts_are_put_together_as_they_are() {
        let text = join(&[&"a", &blanks(3), &show("\t"), &17]);
        assert_eq!(text.as_str(), "a   ␉17");
        assert_eq!(join(&[&text, &blanks(2)]).trim_end(), text);
        assert!(blanks(0).is_empty() && !text.is_empty());
    }

    #[test]
    fn paths_are_quoted_if_hard_to_read() {
        assert_eq!(show_path("a b/c.txt").as_str(), "a b/c.txt");
        assert_eq!(show_path(" a").as_str(), "\" a\"");
        assert_eq!(show_path("a\nb").as_str(), "\"a␊b\"");
        assert_eq!(show_path("a\u{a0}b").as_str(), "\"a\u{a0}b\"");
        assert_eq!(show_path("").as_str(), "\"\"");
        assert_eq!(show_path("--- a").as_str(), "\"--- a\"");
    }

    #[test]
    fn odd_spaces_are_visible_in_excerpts() {
        assert_eq!(show_excerpt("a\u{a0}b\u{202f}c\td\u{3000}").as_str(), "a⍽b⍽c␉d\u{3000}");
    }
}
