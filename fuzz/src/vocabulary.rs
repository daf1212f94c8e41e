//! The pieces that inputs are put together from, so that they get past the first line and reach the rules.

use std::sync::LazyLock;

use wirelint::config::STARTER;
use wirelint::diagnostic::Severity;
use wirelint::lexicon::StubKind;
use wirelint::profile::Profile;
use wirelint::rules::{Group, RULES};

use crate::support::hostile;

/// Pieces of one kind of input.
pub struct Vocabulary {
    /// What makes the difference most often.
    pub common: Vec<String>,
    /// Many of a kind, such as the phrases of the lexicon.
    pub rare: Vec<String>,
}

impl Vocabulary {
    /// Pieces of articles: headers, words, blanks, characters and what pages leave behind.
    pub fn articles() -> &'static Self {
        static ARTICLES: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
            common: ARTICLE_PIECES.iter().copied().map(str::to_owned).collect(),
            rare: TABLES.iter().flat_map(|table| last_column(table)).collect(),
        });
        &ARTICLES
    }

    /// Pieces of `wirelint.toml`: the lines of the one that `wirelint init` writes, and the words that values are.
    pub fn configurations() -> &'static Self {
        static CONFIGURATIONS: LazyLock<Vocabulary> = LazyLock::new(|| {
            let lines = STARTER.lines().filter_map(|line| line.strip_prefix('#').or(Some(line)));
            let lines = lines.filter(|line| !line.starts_with(' ') && !line.is_empty());
            let rules = RULES.iter().map(|rule| rule.name);
            let words = Group::ALL.iter().map(|group| group.name());
            let words = words.chain(Severity::ALL.map(Severity::name));
            let words = words.chain(Profile::built_in_names()).chain(StubKind::names());
            let quoted = rules.chain(words).map(|word| format!("\"{word}\""));
            Vocabulary {
                common: TOML_PIECES.iter().copied().map(str::to_owned).collect(),
                rare: lines.map(|line| format!("{line}\n")).chain(quoted).collect(),
            }
        });
        &CONFIGURATIONS
    }

    /// Pieces of names and texts that are made to break a log or a document.
    pub fn reports() -> &'static Self {
        static REPORTS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
            common: hostile::PIECES.iter().copied().map(str::to_owned).collect(),
            rare: ARTICLE_PIECES.iter().copied().map(str::to_owned).collect(),
        });
        &REPORTS
    }
}

/// The data that rules go by.
const TABLES: [&str; 3] = [
    include_str!("../../src/lexicon/phrases.tsv"),
    include_str!("../../src/lexicon/page.tsv"),
    include_str!("../../src/metadata/labels.tsv"),
];

/// What stands in the last column of a table, its heading left out.
fn last_column(table: &'static str) -> impl Iterator<Item = String> {
    table.lines().skip(1).filter_map(|line| line.rsplit('\t').next()).map(str::to_owned)
}

const ARTICLE_PIECES: &[&str] = &[
    // Headers of several wires, right and wrong.
    "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks will resume\n",
    "News ID : 170204\n",
    "News ID",
    "NEWS ID:",
    "News lD",
    "• News ID : 4",
    "\u{200b}News ID : 4\n",
    "News ID : ۱۷۰۲۰۴\n",
    "Publish Date : 5/3/2024 9:30:00 AM\n",
    "Publish Date",
    "Publish Date : 05/03/2024 09:30:00 am\n",
    "Publish Date : 13/3/2024 9:30:00 AM\n",
    "Publish Date : 2/30/2024 13:05:30 PM\n",
    "Publication date: 9.4.2024 20:05",
    "Story Code: 12",
    "کد خبر: 236334",
    "تاریخ انتشار: ۱۴ اردیبهشت ۱۴۰۳ - ۱۰:۳۰",
    "28 November 2020",
    "5/3/2024",
    "9:30:00 AM",
    ": ",
    " | ",
    // Headlines and their repeats.
    "Talks will resume",
    "Talks will resume\n\nTalks will resume\n\n",
    "TALKS WILL RESUME",
    "Talks will…",
    "NOURNEWS- ",
    "Exclusive\n",
    " | Brenn Daily",
    "alt=” Talks will resume ” />",
    // Prose.
    "They met.",
    "The port authority met in the morning, and found the channel clear of sand.\n\n",
    "LONDON, May 3 (Reuters) - ",
    "She said: \"We met.\"",
    "the the",
    " the the ",
    "café",
    "cafe\u{301}",
    "12",
    "12.5 %",
    "l’école",
    "don't",
    "don’t",
    "«",
    " »",
    "„",
    "“",
    "”",
    "\"",
    "'",
    ",",
    " ,",
    ".",
    " .",
    "met.They",
    "!",
    "?!",
    "—",
    "…",
    "...",
    "-30-",
    "###",
    "گفت\u{200c}وگو می\u{200c}کنند",
    "علي كتـاب ۱2",
    "حقوق",
    "港",
    "ไทย",
    "חיפה",
    "क्\u{200d}ष",
    "ක්\u{200d}ෂ",
    "🏴\u{e0067}\u{e007f}",
    "👩🏽\u{200d}🚀",
    // Blanks, line ends and characters that nobody sees.
    " ",
    "  ",
    "\t",
    "\u{a0}",
    "\u{2009}",
    "\u{202f}",
    "\u{3000}",
    "\u{1680}",
    "\u{2800}",
    "\n",
    "\n\n",
    "\n\n\n",
    "\r",
    "\r\n",
    "\r\r\n",
    "\u{b}",
    "\u{c}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{feff}",
    "\u{200b}",
    "\u{200c}",
    "\u{200d}",
    "\u{2060}",
    "\u{ad}",
    "\u{200e}",
    "\u{200f}",
    "\u{61c}",
    "\u{202a}",
    "\u{202c}",
    "\u{202e}",
    "\u{2067}",
    "\u{2069}",
    "\u{e0041}",
    "\u{fe0f}",
    "\u{34f}",
    "\0",
    "\u{7f}",
    "\u{93}",
    "\u{fffd}",
    "\u{fffe}",
    "\u{301}",
    "\u{64b}",
    "ـ",
    // Text read in the wrong encoding, references and markup.
    "â€™",
    "â€œ",
    "Ã©",
    "Ã\u{a0}",
    "Ã\u{ad}",
    "Â ",
    "Â\u{a0}",
    "Ø³Ù„Ø§Ù…",
    "РџСЂ",
    "Ã¢â‚¬â„¢",
    "ï»¿",
    "ï¿½",
    "&nbsp;",
    "&amp;",
    "&amp;nbsp;",
    "&#8217;",
    "&zwnj;",
    "&shy;",
    "&lt;b&gt;",
    "&#x200b;",
    "&#10;",
    "<b>",
    "</b>",
    "<br />",
    "<p>",
    "<a href=\"x\">",
    "<script>x</script>",
    "{{ad}}",
    "[caption]",
    // What pages leave behind.
    "Post Comment",
    "Leave a Reply\n",
    "Your email address will not be published.\n",
    "Name *\n",
    "first name & last name\n",
    "نام و نام خانوادگی\n",
    "1 + 6 =\n",
    "Read more: ",
    "Related",
    "Tags: ",
    "Source:",
    "Share",
    "Share this:\n",
    "Advertisement\n",
    "© 2024 Brenn Daily. All rights reserved.",
    "By Ida Brandt",
    "0 Persons\n",
    "1,204 views",
    "Comments (0)",
    "a.txt",
    "10/28/2020  1/2",
    "https://example.org/a?b",
];

const TOML_PIECES: &[&str] = &[
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    "\"",
    "'''",
    "\"\"\"",
    "#",
    ".",
    ",",
    "\n",
    "\\u0000",
    "\\x",
    "true",
    "1e9",
    "0",
    "-1",
    "1979-05-27",
    "\u{0}",
    "\u{feff}",
    "é",
    "select = [",
    "[[overrides]]\n",
    "[[allow]]\n",
    "files = [\"*.txt\"]\n",
    "reason = \"x\"\n",
    "rule = ",
    "until = 2030-01-01\n",
    "[profiles.x]\n",
    "[severity]\n",
    "[furniture]\n",
    "[files]\n",
    "extend = \"wirelint.toml\"\n",
    "required-version = \"<0\"\n",
    "ruleset = \"1.0\"\n",
    "all",
    "default",
    "..",
    "/",
    "**",
    "[a-",
    "!",
    "%Y",
    "zone = \"Asia/Tehran\"\n",
];
