//! Every phrase of the lexicon goes when it stands alone after the story, and stays inside a sentence.

use wirelint::chars;
use wirelint::fix::Safety;
use wirelint::lexicon::{Lexicon, StubKind, Tier};
use wirelint::lint::{self, Settings};
use wirelint::metadata;
use wirelint::source::Source;

use crate::support::articles::CLEAN;

/// Lines that a story may end in as well: they go only in company, or after a gap.
const NEED_COMPANY: [&str; 4] = ["شما در حال پاسخ به", "پاسخ دادن به %s", "پاسخ به %s", "No comment yet."];

fn fixed(text: &str) -> String {
    lint::fix(&Source::new("t", text), &Settings::default(), Safety::Safe).expect("the repairs settle").text
}

/// Languages whose rows are tried in every form; the others in the one that pages print most.
const IN_EVERY_FORM: [&str; 2] = ["en", "fa"];

/// A row of the lexicon's data.
struct Row {
    language: &'static str,
    kind: StubKind,
    way: &'static str,
    phrase: &'static str,
}

impl Row {
    /// The phrase as a page prints it: openings go on, and a name stands in for `%s`.
    fn line(&self) -> String {
        match self.way {
            "prefix" if !self.phrase.ends_with('.') => format!("{} and more", self.phrase),
            "opening" => format!("{} comment moderation e-mail", self.phrase),
            _ => self.phrase.replace("%s", "Jane"),
        }
    }

    /// Whether it is removed unasked wherever it follows the story. Of a phrase that is in the data more than once, the
    /// row counts that tells least.
    fn is_certain(&self) -> bool {
        let hit = Lexicon::built_in().recognise(&self.line());
        self.kind.is_form()
            && matches!(self.way, "whole" | "prefix")
            && hit.is_some_and(|hit| hit.is_exact && hit.tier > Tier::Word && hit.kind.is_form())
    }
}

fn rows() -> impl Iterator<Item = Row> {
    let data = [include_str!("../src/lexicon/page.tsv"), include_str!("../src/lexicon/phrases.tsv")];
    data.into_iter().flat_map(|data| data.lines().skip(1)).map(|row| {
        let columns: Vec<&str> = row.split('\t').collect();
        let [language, kind, _, way, phrase] = columns[..] else { panic!("{row}") };
        Row { language, kind: StubKind::from_name(kind).expect("a kind"), way, phrase }
    })
}

#[test]
fn a_phrase_alone_after_the_story_goes_and_the_article_is_as_it_was() {
    for row in rows().filter(|row| IN_EVERY_FORM.contains(&row.language) && row.kind.is_form()) {
        let line = row.line();
        let lines =
            [line.clone(), line.to_uppercase(), format!("{line} *"), format!("{line}:"), line.replace(' ', "\u{a0}")];
        for line in lines {
            assert_eq!(fixed(&format!("{CLEAN}\n\n{line}")), CLEAN, "{line}");
            if !NEED_COMPANY.contains(&row.phrase) {
                assert_eq!(fixed(&format!("{CLEAN}\n{line}\n")), CLEAN, "{line}");
                assert_eq!(fixed(&format!("{CLEAN}{line}\n")), CLEAN, "{line}");
            }
        }
    }
    for row in rows().filter(|row| !IN_EVERY_FORM.contains(&row.language) && row.is_certain()) {
        let line = row.line();
        assert_eq!(fixed(&format!("{CLEAN}\n{line}\n")), CLEAN, "{line}");
    }
}

/// Labels of a name, a source or a date without it are another rule's.
#[test]
fn every_phrase_alone_after_the_story_is_found() {
    let missed: Vec<String> = rows()
        .map(|row| row.line())
        .filter(|line| metadata::empty_label(line).is_none())
        .filter(|line| {
            let text = format!("{CLEAN}\n\n{line}\n");
            lint::check(&Source::new("t", &text), &Settings::default()).article.furniture.is_empty()
        })
        .collect();
    assert_eq!(missed, Vec::<String>::new());
}

#[test]
fn a_phrase_inside_a_sentence_stays() {
    let lexicon = Lexicon::built_in();
    for row in rows() {
        // Pages write some of them with non-joiners that have nothing to keep apart.
        let line = row.line().replace("\u{200c}\u{200c}", "").replace("\u{200c} ", " ");
        for sentence in [
            format!("The page says “{line}” to everybody."),
            format!("“{line}”, she said."),
            format!("In the end {line} was what they read."),
        ] {
            let hit = lexicon.recognise(&sentence).filter(|hit| hit.is_exact && hit.tier > Tier::Word);
            assert_eq!(hit, None, "{sentence}");
        }
        if IN_EVERY_FORM.contains(&row.language) {
            let text = format!("{CLEAN}\nThe page says “{line}” to everybody.\n");
            assert_eq!(fixed(&text), text, "{line}");
        }
    }
}

/// Sentences and headings that open like a phrase, hold one, or are nearly one, by language.
fn lookalikes() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("leftovers/lookalikes.tsv").lines().map(|line| line.split_once('\t').expect("a language and a line"))
}

#[test]
fn no_line_of_prose_is_certain_to_be_furniture() {
    let lexicon = Lexicon::built_in();
    let mut wrong = Vec::new();
    for (language, line) in lookalikes() {
        for line in [line.to_owned(), line.to_uppercase(), format!("• {line}"), format!("{line} (3)")] {
            if let Some(hit) = lexicon.recognise(&line).filter(|hit| hit.is_exact && hit.tier > Tier::Word) {
                wrong.push(format!("{language} {line}: {hit:?}"));
            }
            if let Some(glued) = lexicon.glued(&format!("They left.{line}")).or_else(|| lexicon.glued(&line)) {
                wrong.push(format!("{language} {line}: {glued:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn sentences_that_open_like_a_phrase_stay() {
    let lines = [
        "There are currently no comments from the ministry on the attack.",
        "You must be logged in to the tax portal before midnight to claim the rebate, the agency said.",
        "Your email address will not be shared with the police, the minister promised.",
        "Submitted comments will be subject to review by the parliament’s committee until July 3.",
        "Enter the text you see on the tablet, the curator says, and the room lights up.",
        "Log in to leave a bid by noon on Friday.",
        "در حال حاضر نظری برای اعلام ندارم، وزیر گفت.",
        "متنی که در تصویر می‌بینید سند سال ۱۳۲۰ است.",
        "پاسخ به منتقدان",
    ];
    for line in lines {
        let (last, inside) = (format!("{CLEAN}\n{line}\n"), format!("{CLEAN}\n{line}\n\nThey left.\n"));
        for text in [last, inside] {
            let found = lint::check(&Source::new("t", &text), &Settings::default()).diagnostics;
            assert_eq!(found, [], "{line}");
        }
    }
}

#[test]
fn lines_that_look_like_a_phrase_stay_where_a_story_goes_on_or_ends_with_them() {
    let is_stub = |text: &str| {
        let found = lint::check(&Source::new("t", text), &Settings::default()).diagnostics;
        found.iter().any(|finding| finding.rule == "form-stub")
    };
    for (_, line) in lookalikes() {
        assert!(!is_stub(&format!("{CLEAN}\n{line}\n\nThey left.\n")), "{line}");
        // After a finished story, a word that is the label of a field is one.
        assert!(!chars::is_finished(line) || !is_stub(&format!("{CLEAN}\n{line}\n")), "{line}");
    }
}
