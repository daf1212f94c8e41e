//! What holds for every text, tried on many: see `support/articles.rs` for how they are made.

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use wirelint::article::Role;
use wirelint::chars;
use wirelint::diagnostic::Diagnostic;
use wirelint::diff;
use wirelint::fingerprint::fingerprints;
use wirelint::fix::{Edit, Safety};
use wirelint::keys;
use wirelint::lint::{self, FixPolicy, LineEnding, Settings};
use wirelint::report::{FORMATS, FileReport, Style};
use wirelint::rules::RULES;
use wirelint::source::{Source, Span};

use crate::support::articles::{article, text};
use crate::support::programs::git_apply;
use crate::support::wirelint::Tree;

fn settings() -> Settings {
    let now: DateTime<Utc> = "2024-07-01T00:00:00Z".parse().expect("RFC 3339");
    Settings { now: Some(now), ..Settings::default() }
}

fn check(text: &str) -> Vec<Diagnostic> {
    lint::check(&Source::new("t", text), &settings()).diagnostics
}

/// The same texts in every run; `PROPTEST_CASES` and `PROPTEST_RNG_SEED` look at more or at others.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    let given = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { given.cases } else { cases };
    let rng_seed = if given.rng_seed == RngSeed::Random { RngSeed::Fixed(1) } else { given.rng_seed };
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..given }
}

fn is_inside(text: &str, span: Span) -> bool {
    span.start <= span.end && text.get(span.range()).is_some()
}

/// What one pass of repairs makes of a text, and the edits it makes.
fn pass(text: &str, safety: Safety) -> Vec<Edit> {
    let (source, settings) = (Source::new("t", text), settings());
    let checked = lint::check(&source, &settings);
    let chosen = lint::choose(&source, &checked, &settings, safety, |_| false);
    let mut edits: Vec<Edit> = chosen.into_iter().flat_map(|(_, fix)| fix.edits.clone()).collect();
    edits.sort();
    edits
}

/// The letters and digits of the lines that are not in the header, without their order.
fn story_letters(text: &str) -> Vec<char> {
    let source = Source::new("t", text);
    let article = lint::check(&source, &settings()).article;
    let lines = source.lines().iter().enumerate().filter(|(index, _)| article.role(*index) != Role::HeaderField);
    sorted_letters(lines.map(|(_, line)| source.line_text(*line)))
}

fn sorted_letters<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<char> {
    let typed = texts.flat_map(str::chars).filter(|c| c.is_alphanumeric()).filter_map(keys::fold_typed);
    let mut letters: Vec<char> = typed.collect();
    letters.sort_unstable();
    letters
}

/// Rule, line and column of every finding but those of `own`.
fn places(text: &str, settings: &Settings, own: &str) -> Vec<(&'static str, usize, usize)> {
    let source = Source::new("t", text);
    let found = lint::check(&source, settings).diagnostics;
    let others = found.iter().filter(|finding| finding.rule != own);
    let mut places: Vec<_> = others
        .map(|finding| (finding.rule, source.position(finding.span.start)))
        .map(|(rule, at)| (rule, at.line, at.column))
        .collect();
    places.sort_unstable();
    places
}

#[test]
fn texts_that_once_went_wrong_settle() {
    // A blank line above a byte order mark: without the line, the mark is at the start of the text.
    for text in ["\n\u{feff}", "\n\u{feff}Talks\n\nThey met.\n", "\u{feff}\u{feff}", "\u{feff}\n\u{feff}\n"] {
        for safety in [Safety::Safe, Safety::Unsafe] {
            let fixed = lint::fix(&Source::new("t", text), &settings(), safety);
            let fixed = fixed.unwrap_or_else(|refused| panic!("{text:?}: {refused}"));
            assert_eq!(pass(&fixed.text, safety), [], "{text:?}");
        }
    }
}

proptest! {
    #![proptest_config(cases(384))]

    #[test]
    fn every_place_is_inside_the_text(text in text()) {
        for finding in check(&text) {
            prop_assert!(is_inside(&text, finding.span), "{:?}", finding);
            prop_assert!(finding.labels.iter().all(|label| is_inside(&text, label.span)), "{:?}", finding);
            let Some(fix) = &finding.fix else { continue };
            prop_assert!(!fix.edits.is_empty(), "{:?}", finding);
            prop_assert!(fix.edits.iter().all(|edit| is_inside(&text, edit.span)), "{:?}", finding);
            prop_assert!(fix.edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{:?}", finding);
        }
    }

    #[test]
    fn every_line_has_exactly_one_role(text in text()) {
        let source = Source::new("t", &text);
        let article = lint::check(&source, &settings()).article;
        prop_assert_eq!(article.roles.len(), source.lines().len());
        let of = |wanted: &[Role]| article.roles.iter().filter(|role| wanted.contains(role)).count();
        prop_assert_eq!(of(&[Role::HeaderField]), article.fields.len());
        prop_assert_eq!(of(&[Role::Headline]), usize::from(article.headline.is_some()));
        prop_assert_eq!(of(&[Role::RepeatedHeadline]), article.repeats.len());
        prop_assert_eq!(of(&[Role::Standfirst]), usize::from(article.standfirst.is_some()));
        prop_assert_eq!(of(&[Role::Paragraph]), article.paragraphs.len());
        prop_assert_eq!(of(&[Role::Kicker]), usize::from(article.kicker.is_some()));
        prop_assert_eq!(of(&[Role::Furniture]), article.furniture.len() + article.page_dates.len());
        for (index, line) in source.lines().iter().enumerate() {
            let shows_nothing = |c| chars::is_blank(c) || chars::is_unprintable(c) || chars::is_joiner(c);
            let is_empty = source.line_text(*line).chars().all(shows_nothing);
            prop_assert_eq!(article.role(index) == Role::Blank, is_empty, "line {}", index + 1);
        }
    }

    #[test]
    fn repairs_settle_and_a_second_time_changes_nothing(text in text()) {
        for safety in [Safety::Safe, Safety::Unsafe] {
            let fixed = lint::fix(&Source::new("t", &text), &settings(), safety);
            prop_assert!(fixed.is_ok(), "{:?}", fixed);
            let fixed = fixed.expect("checked above");
            prop_assert_eq!(pass(&fixed.text, safety), []);
            let again = lint::fix(&Source::new("t", &fixed.text), &settings(), safety).expect("settled");
            prop_assert_eq!(&again.text, &fixed.text);
            prop_assert_eq!(again.left, fixed.left);
            prop_assert_eq!(fixed.applied.is_empty(), fixed.text == text);
        }
    }

    #[test]
    fn trust_decides_when_a_repair_is_made_and_not_what_it_does(text in text()) {
        let with = |policy, safety| {
            let settings = Settings { fixes: vec![policy; RULES.len()], ..settings() };
            lint::fix(&Source::new("t", &text), &settings, safety).map(|fixed| fixed.text)
        };
        prop_assert_eq!(with(FixPolicy::AllSafe, Safety::Safe), with(FixPolicy::AsDeclared, Safety::Unsafe));
        prop_assert_eq!(with(FixPolicy::AllUnsafe, Safety::Unsafe), with(FixPolicy::AsDeclared, Safety::Unsafe));
        prop_assert_eq!(with(FixPolicy::AllUnsafe, Safety::Safe), Ok(text.clone()));
        prop_assert_eq!(with(FixPolicy::Never, Safety::Unsafe), Ok(text.clone()));
    }

    #[test]
    fn only_what_was_reported_changes(text in text()) {
        for safety in [Safety::Safe, Safety::Unsafe] {
            let fixed = lint::fix(&Source::new("t", &text), &settings(), safety);
            prop_assume!(fixed.is_ok());
            // Pass by pass: what stands between the edits stays, in order, and only their own texts come in between.
            let mut now = text.clone();
            for _ in 0..10 {
                let edits = pass(&now, safety);
                let mut next = String::new();
                let mut rest = now.as_str();
                for edit in edits.iter().rev() {
                    let (before, after) = rest.split_at(edit.span.end);
                    next = edit.text.clone() + after + &next;
                    rest = &before[..edit.span.start];
                }
                now = rest.to_owned() + &next;
            }
            prop_assert_eq!(now, fixed.expect("checked above").text);
        }
    }

    #[test]
    fn no_letter_of_the_story_is_lost_or_invented(text in text()) {
        // Letters are what these write otherwise; what they may put there is a matter of verify.rs and tests/garbling.rs.
        let mut settings = settings();
        for (rule, level) in RULES.iter().zip(&mut settings.levels) {
            *level = level.filter(|_| !["mojibake", "html-entity", "leftover-markup", "not-nfc"].contains(&rule.name));
        }
        for safety in [Safety::Safe, Safety::Unsafe] {
            let fixed = lint::fix(&Source::new("t", &text), &settings, safety);
            prop_assume!(fixed.is_ok());
            let fixed = fixed.expect("checked above");
            let removed: Vec<&str> = fixed.removed.iter().map(|removed| removed.text.as_str()).collect();
            let left = story_letters(&fixed.text);
            let mut all: Vec<char> = left.into_iter().chain(sorted_letters(removed.into_iter())).collect();
            all.sort_unstable();
            prop_assert_eq!(all, story_letters(&text));
        }
    }

    #[test]
    fn nothing_raw_reaches_people(text in text(), name in any::<String>()) {
        let source = Source::new(&name, &text);
        let diagnostics = lint::check(&source, &settings()).diagnostics;
        for format in FORMATS {
            let prints = fingerprints(&name, &source, &diagnostics);
            let report = FileReport { path: &name, source: &source, diagnostics: &diagnostics, fingerprints: &prints };
            let shown = (format.file)(&report, Style { color: false, width: 100 });
            let shown = shown.as_str();
            let raw = shown.chars().find(|c| *c != '\n' && chars::is_unprintable(*c));
            prop_assert_eq!(raw, None, "{}: {:?}", format.name, shown);
        }
    }

    #[test]
    fn line_ends_make_no_other_difference(text in text()) {
        let unix = text.replace("\r\n", "\n").replace('\r', "");
        let dos = unix.replace('\n', "\r\n");
        let wanted = Settings { line_ending: LineEnding::CrLf, ..settings() };
        let expected = places(&unix, &settings(), "carriage-return");
        prop_assert_eq!(&places(&dos, &settings(), "carriage-return"), &expected, "LF wanted");
        prop_assert_eq!(&places(&dos, &wanted, ""), &expected, "CR LF wanted");
    }

    #[test]
    fn a_byte_order_mark_makes_no_other_difference(text in text()) {
        let plain = text.trim_start_matches('\u{feff}');
        let marked = format!("\u{feff}{plain}");
        let own = "byte-order-mark";
        prop_assert_eq!(places(&marked, &settings(), own), places(plain, &settings(), own));
    }
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn the_patch_is_the_fix(text in article()) {
        let fixed = lint::fix(&Source::new("a.txt", &text), &settings(), Safety::Unsafe);
        prop_assume!(fixed.as_ref().is_ok_and(|fixed| fixed.text != text));
        let fixed = fixed.expect("checked above").text;
        let tree = Tree::new().file("a.txt", &text);
        git_apply(tree.root(), diff::unified("a.txt", &text, &fixed).as_bytes());
        prop_assert_eq!(tree.read("a.txt"), fixed);
    }

    #[test]
    fn the_command_takes_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let tree = Tree::new();
        for command in ["check", "fix", "parse"] {
            let output = tree.wirelint([command, "-", "--isolated"]).stdin(&bytes).run();
            let code = if std::str::from_utf8(&bytes).is_ok() { 1 } else { 2 };
            output.status(code);
        }
    }
}
