//! What single rules about blanks and characters do with small texts: what they mend, and what they leave alone.

use wirelint::fix::Safety::{self, Safe, Unsafe};
use wirelint::lint::{self, LineEnding, Settings};
use wirelint::rules::RULES;
use wirelint::source::Source;

use Outcome::{Keep, Mend, Report};

/// What a rule makes of a text, alone and with nothing else on.
enum Outcome {
    /// No finding.
    Keep,
    /// A finding without a repair.
    Report,
    /// The finding's repair needs this safety and gives this text.
    Mend(Safety, &'static str),
}

/// Rule, text, outcome. `§` stands for a header, a headline and a blank line.
const CASES: &[(&str, &str, Outcome)] = &[
    ("trailing-whitespace", "§They met. \n", Mend(Safe, "§They met.\n")),
    ("trailing-whitespace", "§They met.\n \t\n", Mend(Safe, "§They met.\n\n")),
    ("trailing-whitespace", "§They met. \r\n", Mend(Safe, "§They met.\r\n")),
    ("trailing-whitespace", "§They met.\u{a0}\n", Keep),
    ("trailing-whitespace", "§They met. \u{2009}\n", Keep),
    ("trailing-whitespace", "§They  met.\r\n", Keep),
    ("leading-whitespace", "§ They met.\n", Mend(Safe, "§They met.\n")),
    ("leading-whitespace", "§\t They met.\n", Mend(Safe, "§They met.\n")),
    ("leading-whitespace", "\u{feff} §They met.\n", Mend(Safe, "\u{feff}§They met.\n")),
    ("leading-whitespace", "§\u{3000}港。\n", Keep),
    ("leading-whitespace", "§They met.\n \n", Keep),
    ("leading-whitespace", "§\u{a0} They met.\n", Keep),
    ("double-space", "§They  met.\n", Mend(Safe, "§They met.\n")),
    ("double-space", "§They   met  him.\n", Mend(Safe, "§They met him.\n")),
    ("double-space", "§They met.  \u{201c}Good.\u{201d}\n", Mend(Safe, "§They met. \u{201c}Good.\u{201d}\n")),
    ("double-space", "News ID  :  4\nTalks\n", Keep),
    ("double-space", "§  They met.  \n", Keep),
    ("double-space", "§They \u{a0} met \t him.\n", Keep),
    ("tab", "§They\tmet.\n", Mend(Safe, "§They met.\n")),
    ("tab", "§They \t\t met.\n", Mend(Safe, "§They met.\n")),
    ("tab", "§They\tmet\thim.\n", Mend(Safe, "§They met him.\n")),
    ("tab", "§\tThey met.\t\n", Keep),
    ("tab", "News ID\t:\t4\nTalks\n", Keep),
    ("tab", "§They\t\u{a0}met.\n", Keep),
    ("no-break-space", "§They\u{a0}met.\n", Mend(Safe, "§They met.\n")),
    ("no-break-space", "§They met. \u{a0}\u{201c}Good.\u{201d}\n", Mend(Safe, "§They met. \u{201c}Good.\u{201d}\n")),
    ("no-break-space", "§\u{a0}They met.\u{a0} \n\u{a0}\n", Mend(Safe, "§They met.\n\n")),
    ("no-break-space", "§5\u{a0}km\n", Keep),
    ("no-break-space", "§А.\u{a0}С.\u{a0}Пушкин\u{a0}— поэт, и в\u{a0}Праге №\u{a0}5\n", Keep),
    ("no-break-space", "§«\u{a0}Oui\u{a0}!\u{a0}»\n", Keep),
    ("no-break-space", "§12\u{a0}000 euros, 5\u{a0}% de plus\n", Keep),
    ("no-break-space", "News ID\u{a0}:\u{a0}4\nTalks\n", Keep),
    ("unusual-space", "§They\u{2003}met.\n", Mend(Unsafe, "§They met.\n")),
    ("unusual-space", "§They met.\u{3000}\n", Mend(Unsafe, "§They met.\n")),
    ("unusual-space", "§\u{3000}They met.\n", Mend(Unsafe, "§They met.\n")),
    ("unusual-space", "§1\u{2003}000\n", Mend(Unsafe, "§1 000\n")),
    ("unusual-space", "§\u{3000}\u{3000}「港は再開した。\n", Keep),
    ("unusual-space", "§東京\u{3000}大阪\n", Keep),
    ("unusual-space", "§12\u{202f}000\u{202f}%\n", Keep),
    ("unusual-space", "§«\u{202f}Oui\u{202f}»\n", Keep),
    ("unusual-space", "§ᠬᠠᠷ\u{202f}ᠤᠨ\n", Keep),
    ("unusual-space", "§one\u{200a}—\u{200a}two\n", Keep),
    ("missing-blank-line", "News ID : 4\nTalks\nThey met\n", Mend(Safe, "News ID : 4\nTalks\n\nThey met\n")),
    (
        "missing-blank-line",
        "§The two sides met in the harbour office on Friday morning.\n  They left.\n",
        Mend(Safe, "§The two sides met in the harbour office on Friday morning.\n\n  They left.\n"),
    ),
    (
        "missing-blank-line",
        "§The crowd at the gate shouted again and again: “Go!”\nThey left.\n",
        Mend(Safe, "§The crowd at the gate shouted again and again: “Go!”\n\nThey left.\n"),
    ),
    ("missing-blank-line", "§O wind!\nO sea!\n", Mend(Unsafe, "§O wind!\n\nO sea!\n")),
    ("missing-blank-line", "§They met and\nthey left.\n", Mend(Unsafe, "§They met and\n\nthey left.\n")),
    ("missing-blank-line", "§They met.\nPost Comment\n", Keep),
    ("missing-blank-line", "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks\n", Keep),
    ("missing-blank-line", "News ID : 4\nTalks\nTalks\n", Keep),
    ("missing-blank-line", "§They met.\n \nThey left.\n", Keep),
    ("missing-final-newline", "§They met.", Mend(Safe, "§They met.\n")),
    ("missing-final-newline", "a", Mend(Safe, "a\n")),
    ("missing-final-newline", "§They met.\n ", Mend(Safe, "§They met.\n \n")),
    ("missing-final-newline", "", Keep),
    ("missing-final-newline", "\u{feff}", Keep),
    ("missing-final-newline", "§They met.\r", Keep),
    ("carriage-return", "§They met.\r\n", Mend(Safe, "§They met.\n")),
    ("carriage-return", "§They met.\r\r\n\rThey left.", Mend(Safe, "§They met.\n\nThey left.")),
    ("carriage-return", "\r", Mend(Safe, "\n")),
    ("carriage-return", "§They met.\n", Keep),
    ("carriage-return", "They met.", Keep),
    ("carriage-return", "", Keep),
    ("byte-order-mark", "\u{feff}§They met.\n", Mend(Safe, "§They met.\n")),
    ("byte-order-mark", "\u{feff}", Mend(Safe, "")),
    ("byte-order-mark", "\u{feff}\n", Mend(Safe, "\n")),
    ("byte-order-mark", "§They\u{feff} met.\n", Keep),
    ("byte-order-mark", "\n\u{feff}§They met.\n", Keep),
    ("byte-order-mark", "\u{fffd}§They met.\n", Keep),
    ("control-character", "§Th\0\u{8}ey met.\u{7f}\n", Mend(Safe, "§They met.\n")),
    ("control-character", "§They\u{b}met.\u{c}\n", Mend(Safe, "§They met.\n")),
    ("control-character", "§They \u{b}met.\n", Mend(Safe, "§They met.\n")),
    ("control-character", "§They met.\u{85}\n", Mend(Safe, "§They met.\n")),
    ("control-character", "§They met\u{2028} \n\u{85}\n", Mend(Safe, "§They met \n\n")),
    ("control-character", "§They met.\u{2029}They left.\n", Mend(Safe, "§They met.\n\nThey left.\n")),
    ("control-character", "§They\u{2029}met.\n", Mend(Unsafe, "§They met.\n")),
    ("control-character", "§They met.\u{2028}They left.\n", Mend(Unsafe, "§They met. They left.\n")),
    ("control-character", "§They \u{2028}met.\n", Mend(Unsafe, "§They met.\n")),
    ("control-character", "§They met\u{85}\n", Report),
    ("control-character", "§They\u{85}met.\n", Report),
    ("control-character", "§\u{93}They met.\u{94}\n", Report),
    ("control-character", "§They\tmet.\r\nThey left.\r", Keep),
    ("control-character", "§Café “É” À\u{a0}…\n", Keep),
    ("control-character", "§می\u{200c}خواهم\n", Keep),
    ("invisible-character", "§Th\u{200b}ey\u{feff} met.\n", Mend(Safe, "§They met.\n")),
    ("invisible-character", "§co\u{ad}opera\u{ad}tion\n", Mend(Safe, "§cooperation\n")),
    ("invisible-character", "\u{feff}\u{feff}a\n", Mend(Safe, "\u{feff}a\n")),
    ("invisible-character", "§They met.\u{e0041}\u{e007f}\n", Mend(Safe, "§They met.\n")),
    ("invisible-character", "§🏴\u{e0067}\u{e007f}\u{200b}\n", Mend(Safe, "§🏴\u{e0067}\u{e007f}\n")),
    ("invisible-character", "§Anglo\u{ad}French\n", Mend(Unsafe, "§AngloFrench\n")),
    ("invisible-character", "§Covid\u{ad}19\n", Mend(Unsafe, "§Covid19\n")),
    ("invisible-character", "§co\u{ad}\n", Mend(Unsafe, "§co\n")),
    ("invisible-character", "§They met.\u{200e}\n", Mend(Unsafe, "§They met.\n")),
    ("invisible-character", "§ไทย\u{200b}\u{2060}ไทย\n", Mend(Unsafe, "§ไทยไทย\n")),
    ("invisible-character", "§می\u{200c}خواهم خانه\u{200c}اش\n", Keep),
    ("invisible-character", "§അവന\u{d4d}\u{200d}\n", Keep),
    ("invisible-character", "§👨\u{200d}👩\u{200d}👧\u{200d}👦 and 🏳\u{fe0f}\u{200d}🌈\n", Keep),
    ("invisible-character", "§🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}\n", Keep),
    ("invisible-character", "§גשר 12\u{200e}, חיפה.\n", Keep),
    ("invisible-character", "§เรือ\u{200b}ออก\u{200b} ភាសា\u{200b}ខ្មែរ\n", Keep),
    ("invisible-character", "§ᠬᠠᠷ\u{180e}ᠠ\n", Keep),
    ("invisible-character", "\u{feff}§They met.\n", Keep),
    ("bidi-control", "§They \u{202e}met.\n", Mend(Unsafe, "§They met.\n")),
    ("bidi-control", "§\u{2067}They\u{2069} met.\n", Mend(Unsafe, "§They met.\n")),
    ("bidi-control", "§They met.\u{202c}\n", Mend(Unsafe, "§They met.\n")),
    ("bidi-control", "§\u{200f}גשר 12\u{200e}, חיפה.\n", Keep),
    ("bidi-control", "§\u{61c}می\u{200c}خواهم\n", Keep),
    ("bidi-control", "§They\u{2028}met.\u{2065}\n", Keep),
    ("replacement-character", "§caf\u{fffd}\n", Report),
    ("replacement-character", "§\u{fffd}\u{fffd}They\n", Report),
    ("replacement-character", "News ID : \u{fffd}\nTalks\n", Report),
    ("replacement-character", "§café ?\n", Keep),
    ("replacement-character", "§\u{fffc}\n", Keep),
    ("replacement-character", "§？\n", Keep),
];

const TOP: &str = "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks\n\n";

fn only(rule: &str) -> Settings {
    let levels = RULES.iter().map(|other| (other.name == rule).then_some(other.severity)).collect();
    Settings { levels, ..Settings::default() }
}

fn fixed(text: &str, settings: &Settings, safety: Safety) -> String {
    lint::fix(&Source::new("case", text), settings, safety).expect("the repairs settle").text
}

#[test]
fn each_rule_mends_what_it_should_and_leaves_the_rest_alone() {
    for (rule, text, outcome) in CASES {
        let settings = only(rule);
        let text = text.replace('§', TOP);
        let found = lint::check(&Source::new("case", &text), &settings).diagnostics;
        let (safe, all) = (fixed(&text, &settings, Safe), fixed(&text, &settings, Unsafe));
        let context = format!("{rule}: {text:?}: {found:?}");
        match outcome {
            Keep => assert!(found.is_empty(), "{context}"),
            Report => {
                assert!(!found.is_empty(), "{context}");
                assert_eq!(all, text, "{context}");
            }
            Mend(safety, wanted) => {
                let wanted = wanted.replace('§', TOP);
                assert_eq!(all, wanted, "{context}");
                assert_eq!(safe, if *safety == Safe { wanted } else { text }, "{context}");
            }
        }
    }
}

#[test]
fn each_rule_has_at_least_three_cases_of_either_kind() {
    for (rule, ..) in CASES {
        let of_rule = || CASES.iter().filter(|(other, ..)| other == rule);
        let kept = of_rule().filter(|(.., outcome)| matches!(outcome, Keep)).count();
        assert!(kept >= 3 && of_rule().count() >= kept + 3, "{rule}");
    }
}

#[test]
fn line_ends_follow_the_wire() {
    let crlf = Settings { line_ending: LineEnding::CrLf, ..only("carriage-return") };
    assert_eq!(fixed("a\r\nb\nc\rd\r\r\ne", &crlf, Safe), "a\r\nb\r\nc\r\nd\r\ne");
    assert_eq!(lint::check(&Source::new("case", "a\r\nb"), &crlf).diagnostics, []);
    let auto = Settings { line_ending: LineEnding::Auto, ..only("carriage-return") };
    assert_eq!(fixed("a\r\nb\r\nc\n", &auto, Safe), "a\r\nb\r\nc\r\n");
    assert_eq!(fixed("a\r\nb\n", &auto, Safe), "a\nb\n");
    let mixed = lint::check(&Source::new("case", "a\nb\rc\r\n"), &only("carriage-return")).diagnostics;
    assert_eq!(mixed.len(), 1);
    assert_eq!(mixed[0].message, "2 lines do not end in LF");
}
