//! News in many languages, set as professionals set it: nothing is found in its characters and blanks, and no safe fix
//! changes a byte. Line ends, a byte order mark and a paragraph in another script make no difference.

use wirelint::diagnostic::Diagnostic;
use wirelint::fix::Safety;
use wirelint::lint::{self, LineEnding, Settings};
use wirelint::rules::{self, Group};
use wirelint::source::Source;

use crate::support::pages::unescape;

const TOP: &str = "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\n";

/// Paragraphs of each language, under its name: `languages.txt` writes characters that nobody can see as `‹U+00A0›`.
fn languages() -> Vec<(String, Vec<String>)> {
    let text = unescape(include_str!("languages.txt"));
    let sections = text.split("# ").skip(1).map(|section| {
        let (name, body) = section.split_once('\n').expect("a name and paragraphs");
        (name.to_owned(), body.split('\n').filter(|line| !line.is_empty()).map(str::to_owned).collect())
    });
    sections.collect()
}

fn article(paragraphs: &[String]) -> String {
    let headline = "Harbour reopens after storm".to_owned();
    let blocks: Vec<String> = std::iter::once(headline).chain(paragraphs.iter().cloned()).collect();
    format!("{TOP}{}\n", blocks.join("\n\n"))
}

fn about_characters(text: &str, settings: &Settings) -> Vec<Diagnostic> {
    let found = lint::check(&Source::new("t", text), settings).diagnostics;
    let groups = [Group::Characters, Group::Whitespace];
    found.into_iter().filter(|found| groups.contains(&rules::find(found.rule).expect("a rule").group)).collect()
}

/// Rule, line and column of each finding.
fn places(text: &str, settings: &Settings) -> Vec<(&'static str, usize, usize)> {
    let source = Source::new("t", text);
    let place = |found: &Diagnostic| {
        let at = source.position(found.span.start);
        (found.rule, at.line, at.column)
    };
    about_characters(text, settings).iter().map(place).collect()
}

#[test]
fn nothing_is_found_in_what_professionals_set_and_no_fix_changes_it() {
    let languages = languages();
    assert!(languages.len() >= 25);
    let settings = Settings::default();
    for (name, paragraphs) in &languages {
        assert!(paragraphs.len() >= 3, "{name}");
        // Also paragraph by paragraph: what is right on its line may not depend on the others.
        for text in paragraphs.chunks(1).map(article).chain([article(paragraphs)]) {
            assert_eq!(about_characters(&text, &settings), [], "{name}");
            let fixed = lint::fix(&Source::new("t", &text), &settings, Safety::Safe).expect("the repairs settle");
            assert_eq!(fixed.text, text, "{name}");
        }
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let settings = Settings::default();
    for (name, paragraphs) in languages() {
        let text = article(&paragraphs);
        let crlf = Settings { line_ending: LineEnding::CrLf, ..Settings::default() };
        assert_eq!(places(&text.replace('\n', "\r\n"), &crlf), [], "{name}");
        let marked = places(&format!("\u{feff}{text}"), &settings);
        assert_eq!(marked, [("byte-order-mark", 1, 1)], "{name}");
    }
}

/// Faults that are faults in every language, with the rules that find them.
const FAULTS: [(&str, &str); 6] = [
    ("They\u{a0}met in the harbour.", "no-break-space"),
    ("They\u{2003}met.", "unusual-space"),
    ("The har\u{200b}bour is open.", "invisible-character"),
    ("The har\u{200c}bour is open.", "zero-width-misuse"),
    ("The \u{202e}harbour is open.", "bidi-control"),
    ("The  harbour is open.", "double-space"),
];

#[test]
fn a_paragraph_in_another_script_changes_nothing_about_other_lines() {
    let settings = Settings::default();
    for (name, paragraphs) in languages() {
        for (fault, rule) in FAULTS {
            let mut blocks = paragraphs.clone();
            blocks.insert(0, fault.to_owned());
            assert_eq!(
                places(&article(&blocks), &settings).iter().map(|found| found.0).collect::<Vec<_>>(),
                [rule],
                "{name}: {fault}"
            );
            blocks.rotate_left(1);
            assert_eq!(places(&article(&blocks), &settings).len(), 1, "{name}: {fault}");
        }
    }
}
