//! Texts that are exact by contract (a patch, a repaired text): whether a build server would take a command out of one.

use super::{Commands, Opening, is_skipped};
use crate::chars;

/// Whether a build server that reads `text` in a log would find a command in it, or a terminal a sequence that moves the
/// cursor: `::name` at the start of a line, behind blanks of any kind or none; `##[name]`, `##vso[name]` and
/// `##teamcity[name]` anywhere; control characters other than tabs and line ends.
///
/// In doubt it would. Characters that cannot be seen hide nothing, whether the search skips them or not.
pub fn carries_command(text: &str) -> bool {
    // A runner's lines end at a lone CR, too.
    text.split(['\n', '\r']).any(opens_command)
}

fn opens_command(line: &str) -> bool {
    let mut commands = Commands::default();
    let mut is_at_start = true;
    for c in line.chars() {
        if chars::is_control(c) || begins_sequence(c) {
            return true;
        }
        if is_skipped(c) || chars::is_unprintable(c) {
            continue;
        }
        match commands.meet(c) {
            Some(Opening::Bracket) => return true,
            Some(Opening::Colon) if is_at_start => return true,
            _ => {}
        }
        is_at_start &= c == ':' || c.is_whitespace();
    }
    false
}

/// The C1 controls that terminals take for `ESC` and a letter: DCS, SOS, CSI, OSC, PM and APC. The others do nothing.
///
/// Source: ECMA-48, sections 8.3.2 to 8.3.143.
fn begins_sequence(c: char) -> bool {
    matches!(c, '\u{90}' | '\u{98}' | '\u{9b}' | '\u{9d}'..='\u{9f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_seen_wherever_a_runner_sees_them() {
        for text in [
            "::error::x",
            "a\n \u{a0}\u{3000}::add-mask::x",
            "a\r::error::x",
            ":\u{200d}:error::x",
            "\u{200b}::error::x",
            ":\u{200b}:error::x",
            "a ##[group]",
            "+#\u{fe0f}#\u{200b}[error]x",
            "##vso[task.complete]",
            "a##teamcity[x",
            "section_start:1:x\r\u{1b}[0K",
            "a\u{8}b",
            "\u{9b}2J",
        ] {
            assert!(carries_command(text), "{text:?}");
        }
    }

    #[test]
    fn prose_and_what_wirelint_repairs_carry_none() {
        for text in [
            "",
            "a ::error::x",
            "-::error::x",
            ": :x\n:x::y",
            "#[x] ## [y] a[1] #1[",
            "\u{feff}he\u{200b}llo\u{ad} \u{202e}x\u{202c}\u{a0}\t\r\n",
            "\u{93}quoted\u{94}\u{85}",
            "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-x \n+x\n",
        ] {
            assert!(!carries_command(text), "{text:?}");
        }
    }
}
