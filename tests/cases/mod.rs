//! What single rules do with small texts: what they mend, what they only report, and what they leave alone.

use wirelint::fix::Safety::{self, Safe, Unsafe};
use wirelint::lint::{self, LineEnding, Recognition, Settings};
use wirelint::rules::{ABOUT_ALLOWANCES, ABOUT_BATCHES, RULES, Rule, UNKNOWN_PROFILE};
use wirelint::source::Source;

use crate::rules::any_built_in;
use Outcome::{Keep, Mend, Report};

mod articles;
mod blanks;
mod characters;
mod datelines;
mod forms;
mod furniture;
mod garbled;
mod meant;
mod prose;
mod scripts;
mod wires;

/// What a rule makes of a text, alone and with nothing else on.
enum Outcome {
    /// No finding.
    Keep,
    /// A finding without a repair.
    Report,
    /// The finding's repair needs this safety and gives this text.
    Mend(Safety, &'static str),
}

/// Rule, text, outcome. `§` stands for a header, a headline and a blank line, `¶` for a paragraph of sixty words.
type Case = (&'static str, &'static str, Outcome);

const TOP: &str = "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks\n\n";

const STORY: &str = "\
The harbour reopened on Friday morning after two days of high seas, and the first boats sailed at noon with more people \
on board than on any day of this year. The port authority had sent divers down before dawn, who found the channel free \
of wreckage from end to end. Tickets of the two lost days stay good until June, the company said in the evening.";

/// The text of a case with what its signs stand for.
fn spelled_out(text: &str) -> String {
    text.replace('§', TOP).replace('¶', STORY)
}

fn cases() -> impl Iterator<Item = &'static Case> {
    const ALL: &[&[Case]] = &[
        articles::CASES,
        blanks::CASES,
        characters::CASES,
        datelines::CASES,
        forms::CASES,
        furniture::CASES,
        garbled::CASES,
        meant::CASES,
        prose::CASES,
        scripts::CASES,
        wires::CASES,
    ];
    ALL.iter().copied().flatten()
}

fn only(rule: &str) -> Settings {
    let levels = RULES.iter().map(|other| (other.name == rule).then_some(other.severity)).collect();
    let now = Some("2024-06-01T00:00:00Z".parse().expect("an instant"));
    let recognition = if rule == UNKNOWN_PROFILE { any_built_in() } else { Recognition::Named };
    Settings { levels, now, recognition, ..Settings::default() }
}

fn fixed(text: &str, settings: &Settings, safety: Safety) -> String {
    lint::fix(&Source::new("case", text), settings, safety).expect("the repairs settle").text
}

#[test]
fn each_rule_mends_what_it_should_and_leaves_the_rest_alone() {
    for (rule, text, outcome) in cases() {
        let settings = only(rule);
        let text = spelled_out(text);
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
                let wanted = spelled_out(wanted);
                assert_eq!(all, wanted, "{context}");
                assert_eq!(safe, if *safety == Safe { wanted } else { text }, "{context}");
            }
        }
    }
}

#[test]
fn each_rule_has_at_least_three_cases_of_either_kind() {
    // Rules about entries or batches find nothing in an article alone; tests/allowances.rs and tests/batches.rs have
    // their cases.
    let is_about_more = |rule: &&Rule| ABOUT_ALLOWANCES.contains(&rule.name) || ABOUT_BATCHES.contains(&rule.name);
    for Rule { name, .. } in RULES.iter().filter(|rule| !is_about_more(rule)) {
        let of_rule = || cases().filter(|(rule, ..)| rule == name);
        let kept = of_rule().filter(|(.., outcome)| matches!(outcome, Keep)).count();
        assert!(kept >= 3 && of_rule().count() >= kept + 3, "{name}");
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
