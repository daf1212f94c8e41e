//! Texts made to break a log or a document, and how to tell that nothing of them gets through. Fuzzing has them, too.

use wirelint::chars;

use super::runner::{Command, commands};

/// Each would be a command, move the cursor, hide text, or end the value it stands in.
pub(crate) const PIECES: [&str; 37] = [
    "::error::x",
    "\n::warning title=x::y",
    "\r::add-mask::zz",
    "\u{a0}::stop-commands::t",
    "\u{3000}::set-output name=a::b",
    "\u{2028}::debug::x",
    ":\u{200d}:error::x",
    ":::notice:::",
    "##[add-mask]zz",
    "#\u{fe0f}#[group]",
    "###[error]x",
    "##\u{200c}[endgroup]",
    "##vso[task.complete result=Succeeded;]",
    "##teamcity[buildStatus status='SUCCESS']",
    "section_start:1:x\r\u{1b}[0K",
    "\n--- x\n+++ y\n~~~ z\n",
    "\u{1b}]0;OWNED\u{7}\u{1b}[31m",
    "\u{9b}2J\u{85}\u{7f}\0",
    "\u{202e}\u{2066}\u{200f}\u{200b}\u{feff}\u{e0041}",
    "%0A::error::x",
    "%25,file=b;]%5D",
    ",line=9::x",
    ";type=error]x",
    "\"><error/>&#27;&amp;",
    "]]>'<!--",
    "</script>",
    "\u{fffe}\u{ffff}\u{1fffe}",
    "\\\",}]{\n",
    "{\"a\":",
    "\\u001b\\xFF",
    "../../etc/passwd",
    "C:\\CON",
    "section_start",
    " ",
    "a",
    "é漢👩\u{200d}🚀",
    ".",
];

/// What stands in a stream is printable, and no command but those of the format itself is in it.
#[track_caller]
pub(crate) fn assert_inert(format: &str, text: &str) {
    let raw = text.chars().find(|c| *c != '\n' && chars::is_unprintable(*c));
    assert_eq!(raw, None, "{format}: {text:?}");
    let is_own = |command: &Command| match format {
        "github" => matches!(command.name.as_str(), "error" | "warning" | "notice"),
        "azure" => command.name == "task.logissue",
        _ => false,
    };
    let strangers: Vec<Command> = commands(text).into_iter().filter(|command| !is_own(command)).collect();
    assert_eq!(strangers, [], "{format}: {text:?}");
    assert!(!text.contains("##teamcity["), "{format}: {text:?}");
    // Sections of GitLab need a carriage return, which got caught above.
    let opens_group = |line: &str| ["--- ", "+++ ", "~~~ "].iter().any(|start| line.starts_with(start));
    assert!(!text.lines().any(opens_group), "{format}: {text:?}");
}
