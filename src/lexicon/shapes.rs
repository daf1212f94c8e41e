//! Leftovers known by their form instead of their words: end marks, desk codes, counters, rights lines, scripts.

use super::rights::{Rights, rights};
use super::{Hit, StubKind, Tier};
use crate::chars;

/// Longer lines (in bytes) are prose or scripts.
const LONGEST_MARK: usize = 80;
/// End marks of agencies and press offices, in lower case. Sources: the newspaper end mark `-30-`, press releases'
/// `###` and `ENDS`, Xinhua's `Enditem`, and the closing words of Iranian, Arabic, Chinese, Japanese and Korean agencies.
const END_MARKS: [&str; 22] = [
    "-30-",
    "- 30 -",
    "–30–",
    "###",
    "# # #",
    "ends",
    "-ends-",
    "- ends -",
    "(ends)",
    "*ends*",
    "-end-",
    "(end)",
    "[end]",
    "enditem",
    "endnewsmessage1",
    "/انتهى/",
    "انتهى/",
    "انتهای پیام/",
    "（完）",
    "(完)",
    "（了）",
    "(끝)",
];

/// Words that say what a number on a page counts, in lower case; the flag says whether a story never has such a line.
const COUNTED: [(&str, bool); 26] = [
    ("min read", true),
    ("mins read", true),
    ("minute read", true),
    ("minutes read", true),
    ("min. lesezeit", true),
    ("minuten lesezeit", true),
    ("lesezeit: minuten", true),
    ("lesezeit: min", true),
    ("min de lecture", true),
    ("minutes de lecture", true),
    ("temps de lecture : min", true),
    ("min de lectura", true),
    ("minutos de lectura", true),
    ("min di lettura", true),
    ("minuti di lettura", true),
    ("min de leitura", true),
    ("мин. чтения", true),
    ("dk okuma", true),
    ("persons", false),
    ("views comments", true),
    ("views", false),
    ("shares", false),
    ("مشاهدات", false),
    ("مشاهدة", false),
    ("بازدید", false),
    ("просмотров", false),
];

/// Controls for the size of letters.
const CONTROLS: [&str; 5] = ["A/A/A", "A- A+", "A+ A-", "A-A+", "XS SM MD LG"];

/// Slots that a page fills with advertising.
const AD_SLOTS: [&str; 5] = ["[ad_1]", "[ad_2]", "[ads]", "[advertisement]", "google cta"];

/// How lines of scripts and style sheets begin, and what they then hold.
const SCRIPTS: [(&str, &str); 14] = [
    ("function ", "{"),
    ("function(", "{"),
    ("(function", "{"),
    ("!function(", "{"),
    ("var ", "="),
    ("let ", "="),
    ("const ", "="),
    ("window.", ";"),
    ("document.", ";"),
    ("jQuery(", "{"),
    ("$(", ");"),
    ("googletag.", ";"),
    ("@media", "{"),
    ("@import ", ";"),
];

/// What only the scripts and style sheets of pages name; other code may be what a story is about.
const OF_PAGES: [&str; 14] = [
    "window.",
    "document.",
    "jQuery",
    "$(",
    "function($",
    "googletag",
    "dataLayer",
    "adsbygoogle",
    "gtag(",
    "fbq(",
    "mc_embed",
    "@media",
    "!important",
    "px;",
];

/// What a line is by its form, if its form says so.
pub fn shape(line: &str) -> Option<Hit> {
    let hit = |kind, tier| Some(Hit { kind, tier, is_exact: true, is_brand: false });
    if is_script(line) {
        return hit(StubKind::SystemText, Tier::Phrase);
    }
    if rights(line).is_some() {
        return hit(StubKind::Copyright, Tier::Phrase);
    }
    if line.len() > LONGEST_MARK {
        return None;
    }
    if AD_SLOTS.iter().any(|slot| line.eq_ignore_ascii_case(slot)) {
        return hit(StubKind::Ad, Tier::Phrase);
    }
    if CONTROLS.contains(&line) {
        return hit(StubKind::ViewCounter, Tier::Phrase);
    }
    if let Some(tier) = end_mark(line) {
        return hit(StubKind::EndMark, tier);
    }
    counter(line).and_then(|tier| hit(StubKind::ViewCounter, tier))
}

/// Whether a line that its form tells to be of `kind` may say something that readers should know all the same: whose
/// report or picture this is, or the code that the story is about.
pub fn may_inform(line: &str, kind: StubKind) -> bool {
    match kind {
        StubKind::SystemText => !OF_PAGES.iter().any(|name| line.contains(name)),
        StubKind::Copyright => rights(line) == Some(Rights::Credit),
        // `MH/PA` is who wrote and who read it, `AFP/DPA` whose report it is.
        StubKind::EndMark => line.contains('/') && line.chars().all(|c| c.is_ascii_uppercase() || c == '/'),
        _ => false,
    }
}

/// Pairs of abbreviations that are words of the story.
const PAIRS: [&str; 12] =
    ["AC/DC", "TCP/IP", "AM/FM", "TV/HD", "CD/DVD", "EU/US", "US/UK", "UK/US", "US/EU", "HIV/TB", "PR/HR", "IT/HR"];

fn end_mark(line: &str) -> Option<Tier> {
    let is_short = line.len() <= 32;
    if is_short && END_MARKS.iter().any(|mark| line.eq_ignore_ascii_case(mark)) {
        // `ends` and `Ends` may be the last word of a poem.
        let is_word = matches!(line, "ends" | "Ends");
        return Some(if is_word { Tier::Word } else { Tier::Phrase });
    }
    is_desk_code(line)
}

/// What a desk files a story under, printed below it: `9156**1430`, `MA/4938628`, `End item/ 149`,
/// `MENAFN28092022000045014228ID1104938661`; initials and short numbers tell less.
fn is_desk_code(line: &str) -> Option<Tier> {
    let digits = |text: &str, least: usize| text.len() >= least && chars::is_plain_number(text);
    let capitals = |text: &str| (2..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase());
    if let Some((before, after)) = line.split_once("**") {
        return (digits(before, 3) && digits(after, 3)).then_some(Tier::Phrase);
    }
    if let Some(rest) = line.strip_prefix("MENAFN") {
        return rest.split_once("ID").filter(|(a, b)| digits(a, 8) && digits(b, 6)).map(|_| Tier::Phrase);
    }
    let (before, after) = line.split_once('/')?;
    let after = after.trim_start();
    if before.eq_ignore_ascii_case("end item") && digits(after, 1) {
        return Some(Tier::Phrase);
    }
    if capitals(before) && digits(after, 6) {
        return Some(Tier::Phrase);
    }
    let is_initials = capitals(before) && capitals(after) && !PAIRS.contains(&line);
    (is_initials || (after.is_empty() && digits(before, 3))).then_some(Tier::Word)
}

/// Numbers and what they count: `1,099 views`, `3 min read`, `0 Persons`.
fn counter(line: &str) -> Option<Tier> {
    if !line.contains(char::is_numeric) || line.ends_with(['.', '!', '?']) && !line.ends_with("min.") {
        return None;
    }
    let mut words = String::with_capacity(line.len());
    for c in line.chars() {
        let is_part = !(c.is_numeric() || matches!(c, ',' | '|' | '·' | '٬') || chars::is_blank(c));
        if is_part {
            words.extend(c.to_lowercase());
        } else if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    let words = words.trim_end();
    COUNTED.iter().find(|(known, _)| *known == words).map(|(_, is_certain)| match is_certain {
        true => Tier::Phrase,
        false => Tier::Word,
    })
}

/// A line of a script or a style sheet that the page showed as text.
fn is_script(line: &str) -> bool {
    if !line.ends_with(['}', ';', '{', ')', '/']) {
        return false;
    }
    let is_code =
        SCRIPTS.iter().any(|(opening, then)| line.strip_prefix(opening).is_some_and(|rest| rest.contains(then)));
    let is_comment = line.starts_with("/*") && line.ends_with("*/");
    let is_selector = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let is_style = line.strip_prefix(['.', '#']).is_some_and(is_selector)
        && line
            .find('{')
            .is_some_and(|open| line.get(open..).is_some_and(|body| body.contains(':') || body.len() == 1));
    is_code || is_comment || is_style
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Option<(StubKind, Tier)> {
        shape(line).map(|hit| (hit.kind, hit.tier))
    }

    #[test]
    fn end_marks_and_desk_codes_are_known() {
        let marks = [
            "-30-",
            "###",
            "# # #",
            "ENDS",
            "-ENDS-",
            "Enditem",
            "End item/ 149",
            "/انتهى/",
            "انتهای پیام/",
            "9156**1430",
            "MA/4938628",
            "（完）",
            "MENAFN28092022000045014228ID1104938661",
        ];
        for line in marks {
            assert_eq!(of(line), Some((StubKind::EndMark, Tier::Phrase)), "{line}");
        }
        for line in ["342/", "MH/PA", "ends", "Ends"] {
            assert_eq!(of(line), Some((StubKind::EndMark, Tier::Word)), "{line}");
        }
    }

    #[test]
    fn counters_rights_and_scripts_are_known() {
        for line in ["1 min read", "1,099 views0 comments", "A/A/A", "Lesezeit: 3 Minuten"] {
            assert_eq!(of(line), Some((StubKind::ViewCounter, Tier::Phrase)), "{line}");
        }
        assert_eq!(of("مشاهدات 53"), Some((StubKind::ViewCounter, Tier::Word)));
        for line in [
            "© 2024 Harbour News. All rights reserved.",
            "© Copyright LaPresse - Riproduzione Riservata",
            "Copyright 2024 Harbour News",
        ] {
            assert_eq!(of(line), Some((StubKind::Copyright, Tier::Phrase)), "{line}");
        }
        for line in [
            "#mc_embed_signup{background:#fff; clear:left;}",
            "var a = 1;",
            "(function($) {window.x = 1;}",
            "/* CSS */",
        ] {
            assert_eq!(of(line), Some((StubKind::SystemText, Tier::Phrase)), "{line}");
        }
    }

    #[test]
    fn credits_and_code_may_inform() {
        let informs = |line: &str| shape(line).is_some_and(|hit| may_inform(line, hit.kind));
        for line in [
            "MH/PA",
            "AFP/DPA",
            "© John Smith 2024",
            "© 2024 John Smith",
            "© AFP 2024",
            "© 2024 AFP",
            "(c) Harbour News 2024",
            "Copyright 2024 The Associated Press",
            "var a = 1;",
            "let x = 5;",
            "/* CSS */",
            ".teaser { color: red; }",
        ] {
            assert!(shape(line).is_some() && informs(line), "{line}");
        }
        for line in [
            "ENDS",
            "MA/4938628",
            "© 2024",
            "© 2024 Harbour News",
            "© 2024 AFP. All rights reserved.",
            "© Harbour Media Ltd 2024",
            "© 2019–2024 harbour.example",
            "var slot = window.slot;",
            "@media (min-width: 40em) {",
            "1 min read",
        ] {
            assert!(shape(line).is_some() && !informs(line), "{line}");
        }
    }

    #[test]
    fn scores_numbers_sums_and_sentences_are_prose() {
        for line in [
            "30",
            "1984",
            "2–1",
            "AC/DC",
            "24/7",
            "Copyright law is changing",
            "Copyright 2019 was the year the song entered the public domain in Brazil.",
            "© or not ©: the quarrel goes on",
            "© or not: the quarrel over a song of 1962 goes on.",
            "Copyright: who owns a song of 1962?",
            "let it be;",
            "var and offside",
            "#metoo",
            ".NET 8 is out",
            "3 persons.",
            "The story ends",
            "End",
            "9/11",
            "TCP/IP",
            "#1: the winner",
            "$(100); that was it",
        ] {
            assert!(!matches!(of(line), Some((_, Tier::Phrase))), "{line}");
        }
    }
}
