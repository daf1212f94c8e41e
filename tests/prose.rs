//! Clean articles stay as they are: nothing is found in them and nothing is repaired, in any language.

use std::collections::BTreeMap;

use wirelint::diagnostic::Diagnostic;
use wirelint::fix::Safety;
use wirelint::lint::{self, LineEnding, Settings};
use wirelint::source::Source;

use crate::evidence::corpus::articles;

const LEAST_LANGUAGES: usize = 18;
const LEAST_ARTICLES: usize = 6;
const LEAST_PARAGRAPHS: usize = 6;

fn check(text: &str, settings: &Settings) -> Vec<Diagnostic> {
    lint::check(&Source::new("t", text), settings).diagnostics
}

fn fixed(text: &str, settings: &Settings, safety: Safety) -> String {
    lint::fix(&Source::new("t", text), settings, safety).expect("the repairs settle").text
}

/// What was found, by rule and text, in every article that `twin` makes of the clean ones.
fn found(twin: fn(&str) -> String, settings: &Settings, own: &str) -> Vec<String> {
    let mut found = Vec::new();
    for article in articles() {
        let text = twin(&article.text);
        for finding in check(&text, settings).iter().filter(|finding| finding.rule != own) {
            let place = Source::new("t", &text).position(finding.span.start);
            found.push(format!("{}:{}: {}: {}", article.name, place.line, finding.rule, finding.message));
        }
    }
    found
}

#[test]
fn there_are_enough_of_them() {
    let mut languages: BTreeMap<String, usize> = BTreeMap::new();
    for article in articles() {
        assert!(article.lines().count() >= 3 + LEAST_PARAGRAPHS, "{}", article.name);
        *languages.entry(article.language).or_default() += 1;
    }
    assert!(languages.len() >= LEAST_LANGUAGES, "{languages:?}");
    assert!(languages.values().all(|count| *count >= LEAST_ARTICLES), "{languages:?}");
}

#[test]
fn nothing_is_found_in_clean_articles() {
    assert_eq!(found(str::to_owned, &Settings::default(), ""), Vec::<String>::new());
}

#[test]
fn no_repair_changes_a_byte_of_a_clean_article() {
    for article in articles() {
        for safety in [Safety::Safe, Safety::Unsafe] {
            assert_eq!(fixed(&article.text, &Settings::default(), safety), article.text, "{}", article.name);
        }
    }
}

#[test]
fn line_ends_and_byte_order_marks_add_nothing_but_their_own_findings() {
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let marked = |text: &str| format!("\u{feff}{text}");
    assert_eq!(found(crlf, &Settings::default(), "carriage-return"), Vec::<String>::new());
    let wanted = Settings { line_ending: LineEnding::CrLf, ..Settings::default() };
    assert_eq!(found(crlf, &wanted, ""), Vec::<String>::new());
    assert_eq!(found(marked, &Settings::default(), "byte-order-mark"), Vec::<String>::new());
    for article in articles() {
        assert_eq!(fixed(&crlf(&article.text), &Settings::default(), Safety::Safe), article.text, "{}", article.name);
        assert_eq!(fixed(&marked(&article.text), &Settings::default(), Safety::Safe), article.text, "{}", article.name);
    }
}
