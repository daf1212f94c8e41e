//! Lines that are no prose: those of programs, and the rows of tables.

use crate::article::Block;
use crate::chars;
use crate::subject;

/// So many lines of code in a story are no accident: it shows them.
const LINES_OF_CODE: usize = 3;
/// So many lines about programs are no mention in passing.
const LINES_ABOUT: usize = 3;
/// Signs of programs, at least.
const LEAST_SIGNS: usize = 2;
/// A line has one such sign in so many characters, blanks aside, at least. In prose there is hardly one in a thousand.
const CHARACTERS_PER_SIGN: usize = 10;
/// An ending in brackets has no more bytes: `boat(s)`, `Leser(innen)`.
const LONGEST_ENDING: usize = 5;
/// How lines that somebody types into a machine begin.
const PROMPTS: [&str; 3] = ["$ ", ">>> ", "C:\\>"];
/// What only programs and data say.
const IN_CODE: [&str; 8] = [" => ", " == ", " != ", " += ", "({", "})", "};", "\": "];

/// What programs say that are no scripts of pages, so that a page can't have left them behind.
const OF_OTHER_PROGRAMS: [&str; 10] = [
    "#include",
    "#define ",
    "typedef ",
    "printf(",
    "std::",
    "public static ",
    "public class ",
    "def __init__",
    "import java",
    "package main",
];

/// Whether a line is one of a program, of data for one, or a command.
pub fn is_code(line: &str) -> bool {
    let is_sign = |byte| b"(){}=;_$\\>\"".contains(&byte);
    if !line.bytes().any(is_sign) {
        return false;
    }
    let line = line.trim();
    if PROMPTS.iter().any(|prompt| line.starts_with(prompt)) || IN_CODE.iter().any(|piece| line.contains(piece)) {
        return true;
    }
    let calls = line.contains("()") || line.match_indices('(').any(|(at, _)| is_name_before(line, at));
    let calls_method = || line.match_indices('(').any(|(at, _)| is_method_before(line, at));
    let is_statement = line.ends_with([';', '{', '}']) && (calls || line.contains(" = "))
        || line.contains("()") && line.contains(" = ")
        || line.ends_with('{')
        || calls_method()
        || line.ends_with("):")
        || line.match_indices('(').any(|(at, _)| {
            line.get(at + 1..).is_some_and(|inside| inside.starts_with(['"', '\''])) && is_name_before(line, at)
        });
    is_statement || names_with_underscores(line) >= LEAST_SIGNS || is_full_of_signs(line)
}

/// Whether a story shows code: several of its lines are code.
pub fn shows_code<'b, 't: 'b>(prose: impl Iterator<Item = &'b Block<'t>>) -> bool {
    prose.filter(|block| is_code(block.text)).nth(LINES_OF_CODE - 1).is_some()
}

/// Whether a story is about programs: several of its lines speak of them, those of code and of markup aside, or are code
/// that no page has for itself.
pub fn is_about_programs<'b, 't: 'b>(prose: impl Iterator<Item = &'b Block<'t>>) -> bool {
    let speaks = |text: &str| !text.contains(['<', '{']) && subject::is_programming(text) && !is_code(text);
    let shows = |text: &str| OF_OTHER_PROGRAMS.iter().any(|piece| text.contains(piece));
    prose.filter(|block| shows(block.text) || speaks(block.text)).nth(LINES_ABOUT - 1).is_some()
}

/// Whether a line is a row of a table: cells with bars between, or drawn with the signs for boxes.
pub fn is_table_row(line: &str) -> bool {
    line.contains(is_box) || (line.starts_with('|') && line.ends_with('|') && line.len() > 1)
}

/// Whether a line is an item of a list: behind a bullet or a number.
pub fn is_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = rest.len() < line.len() && rest.starts_with(['.', ')']);
    is_numbered || ["- ", "• ", "* ", "· ", "▪ ", "■ "].iter().any(|bullet| line.starts_with(bullet))
}

/// Whether a character is the border of a cell.
pub fn is_border(c: char) -> bool {
    c == '|' || is_box(c)
}

/// A sign that tables are drawn with.
fn is_box(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{257f}')
}

/// Whether a name ends right before the bracket at `at`, and no ending of a word stands in it: `boat(s)`.
fn is_name_before(line: &str, at: usize) -> bool {
    let inside = line.get(at + 1..).unwrap_or_default();
    let is_ending = inside.bytes().take(LONGEST_ENDING + 1).any(|byte| byte == b')');
    !is_ending && line.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_'))
}

/// Whether the name of a method stands right before `at`: `harbour.open(`.
fn is_method_before(line: &str, at: usize) -> bool {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let Some(before) = line.get(..at) else { return false };
    let owner = before.trim_end_matches(is_of_name);
    owner.len() < before.len() && owner.strip_suffix('.').is_some_and(|owner| owner.ends_with(is_of_name))
}

/// How many words have an underscore between two letters, addresses aside.
fn names_with_underscores(line: &str) -> usize {
    let is_name = |word: &&str| {
        let inner = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        inner.contains('_') && !inner.contains(['/', '@'])
    };
    if line.contains('_') { line.split(chars::is_blank).filter(is_name).count() } else { 0 }
}

fn is_full_of_signs(line: &str) -> bool {
    let mut next = line.chars().peekable();
    let (mut signs, mut characters) = (0, 0);
    while let Some(c) = next.next() {
        characters += usize::from(!chars::is_blank(c));
        let is_sign = match c {
            '{' | '}' | '=' | ';' | '\\' => true,
            // A sum of money begins with the same sign.
            '$' => next.peek().is_some_and(|c| c.is_ascii_alphabetic() || *c == '_'),
            _ => false,
        };
        signs += usize::from(is_sign);
    }
    signs >= LEAST_SIGNS && signs * CHARACTERS_PER_SIGN >= characters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_commands_and_data_are_code() {
        for line in [
            "exports.Harbour = Harbour;",
            "$ git add .",
            ">>> ships.sort()",
            "handler = harbour.Ships().all.open",
            "SELECT name FROM unnest(array[2, 3, 5]) AS n;",
            "AVG(boats) OVER day_window as mean_boats,",
            "class Harbour(Place):",
            "\"harbour_name\": \"Brenn\",",
            "{{ship.name ? ship.name : 'none'}}",
            "7 $image ? qq|<img src=\"$image\">| : $title",
            "if (ship.isOpen) {",
            "log(copy.method); // \"GET\" console.log(copy.url); // true",
            "html.parse('<div class=\"sea\">')",
            "console.log(\"They met\"); } }",
        ] {
            assert!(is_code(line), "{line}");
        }
    }

    #[test]
    fn prose_is_no_code() {
        for line in [
            "The harbour reopened on Friday morning, after two days of high seas.",
            "The owner(s) paid $5, $3 and $2 million (about €9m); others paid nothing;",
            "Goals: Ortiz (12), Brandt (40); cards: none;",
            "They met (on Friday) and left; then they met again:",
            "See https://harbour.example/a_b_c?d=e or write to harbour_office@brenn.example.",
            "2 + 2 = 4",
            "E = mc²",
            "Boutros Boutros-Ghali; Kofi Annan; Ban Ki-moon",
            "___",
            "The firm (Node.js) and booking.com (a site), e.g.(not i.e.) the U.S.(ally)",
            "The band (\"The Harbours\") and the \"sea\" (\"mer\").",
            "",
        ] {
            assert!(!is_code(line), "{line}");
        }
    }

    #[test]
    fn items_have_bullets_or_numbers() {
        for line in ["- two boats", "• two boats", "12. two boats", "3) two boats"] {
            assert!(is_item(line), "{line}");
        }
        for line in ["-two", "12 boats", "— Two boats?", "A. Ortiz", ""] {
            assert!(!is_item(line), "{line}");
        }
    }

    #[test]
    fn rows_have_borders() {
        for line in ["| Brenn | 3 |  |", "400 │ 2020 │ 12", "──┼──"] {
            assert!(is_table_row(line), "{line}");
        }
        for line in ["News | Sport", "|", "", "Brenn 3, Orm 1"] {
            assert!(!is_table_row(line), "{line}");
        }
    }
}
