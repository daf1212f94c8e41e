//! Headers thrown together from labels, values and blanks of all wires: every profile takes them without harm.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use wirelint::article::Role;
use wirelint::fix::Safety;
use wirelint::lint::{self, Settings};
use wirelint::profile::Profile;
use wirelint::source::Source;

use crate::rules::any_built_in;

const LABELS: [&str; 13] = [
    "News ID",
    "News code",
    "Story Code",
    "Publish Date",
    "publish date",
    "Date",
    "کد خبر",
    "كد خبر",
    "شناسه خبر",
    "تاریخ انتشار",
    "تاریخ",
    "Nwes ID",
    "",
];
const SEPARATORS: [&str; 7] = [" : ", ": ", " ", "", " :", "：", "\u{a0}: "];
const VALUES: [&str; 16] = [
    "17",
    "۱۷",
    "17 A",
    "",
    "5/3/2024 9:30:00 AM",
    "05/03/2024 9:30:00am",
    "3 May 2024 - 9:30",
    "03 may. 2024 -09:30",
    "May 3, 2024, 9:30 AM",
    "Fri May 3, 2024 09:30AM [Updated: Sat May 4, 2024 12:03PM ]",
    "2024/05/03  |  Time: 09 : 30",
    "۱۴۰۳/۲/۱۴ ۰۰:۰۰:۰۰",
    "۳۰ اسفند ۱۴۰۴",
    "Friday 3 May 2024",
    "0 Persons",
    "Harbour reopens",
];
const ENDS: [&str; 6] = ["\n", "\n", "\n\n", "  |  ", "   ", ""];

fn texts() -> impl Strategy<Value = String> {
    let piece = (select(&LABELS[..]), select(&SEPARATORS[..]), select(&VALUES[..]), select(&ENDS[..]));
    let field = piece.prop_map(|(label, separator, value, end)| format!("{label}{separator}{value}{end}"));
    let story = "\nHarbour reopens\n\nThe harbour reopened on Friday morning.\n\nFerries sail again.\n\n";
    (vec(field.clone(), 0..5), vec(field, 0..3))
        .prop_map(move |(head, foot)| format!("{}{story}{}", head.concat(), foot.concat()))
}

fn letters(text: &str, settings: &Settings) -> Vec<char> {
    let source = Source::new("t", text);
    let article = lint::check(&source, settings).article;
    let story = source.lines().iter().enumerate().filter(|(index, _)| article.role(*index).is_body());
    story.flat_map(|(_, line)| source.line_text(*line).chars()).filter(|c| c.is_alphanumeric()).collect()
}

fn cases() -> ProptestConfig {
    ProptestConfig { cases: 256, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_profile_takes_any_header(text in texts(), name in select(Profile::built_in_names().collect::<Vec<_>>())) {
        let profile = Arc::new(Profile::built_in(name).expect(name));
        let settings = Settings { profile, ..Settings::default() };
        let source = Source::new("t", &text);
        let checked = lint::check(&source, &settings);
        for finding in &checked.diagnostics {
            prop_assert!(text.get(finding.span.range()).is_some(), "{name}: {finding:?}");
            prop_assert!(!finding.message.is_empty(), "{name}: {finding:?}");
        }
        for (index, line) in source.lines().iter().enumerate() {
            let is_empty = source.line_text(*line).trim().is_empty();
            prop_assert_eq!(checked.article.role(index) == Role::Blank, is_empty, "{} line {}", name, index + 1);
        }
        for safety in [Safety::Safe, Safety::Unsafe] {
            let fixed = lint::fix(&source, &settings, safety);
            let fixed = fixed.map_err(|refused| TestCaseError::fail(format!("{name}: {refused}\n{text}")))?;
            let again = lint::fix(&Source::new("t", &fixed.text), &settings, safety);
            prop_assert_eq!(again.expect("it settles").text, fixed.text.as_str(), "{}", name);
            if safety == Safety::Safe {
                let all = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
                prop_assert_eq!(letters(&fixed.text, &settings), letters(&text, &settings), "{}\n{}", name, text);
                prop_assert!(all(&fixed.text) + 40 >= all(&text), "{name}: {text}");
            }
        }
    }

    #[test]
    fn recognising_is_the_same_after_a_repair(text in texts()) {
        let auto = Settings { recognition: any_built_in(), ..Settings::default() };
        let source = Source::new("t", &text);
        let before = auto.for_text(&source);
        let fixed = lint::fix(&source, &auto, Safety::Safe).expect("it settles");
        if before.recognised_by().is_none() {
            prop_assert_eq!(&fixed.text, &text);
            return Ok(());
        }
        let repaired = Source::new("t", &fixed.text);
        prop_assert_eq!(&auto.for_text(&repaired).profile.name, &before.profile.name, "{}\n{}", text, fixed.text);
    }
}
