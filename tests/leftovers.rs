//! Every phrase of the lexicon goes when it stands alone after the story, and stays inside a sentence.

use wirelint::fix::Safety;
use wirelint::lint::{self, Settings};
use wirelint::source::Source;

use crate::support::articles::CLEAN;

/// Persian openings that a story may end in as well: they go only in company, or after a gap.
const NEED_COMPANY: [&str; 3] = ["شما در حال پاسخ به", "پاسخ دادن به %s", "پاسخ به %s"];

fn fixed(text: &str) -> String {
    lint::fix(&Source::new("t", text), &Settings::default(), Safety::Safe).expect("the repairs settle").text
}

/// The phrases as a page prints them: openings go on, and a name stands in for `%s`.
fn phrases() -> impl Iterator<Item = (&'static str, String)> {
    include_str!("../src/lexicon/phrases.tsv").lines().skip(1).map(|row| {
        let mut columns = row.split('\t').skip(3);
        let (way, phrase) = (columns.next().expect("a way to match"), columns.next().expect("a phrase"));
        let rest = if way == "prefix" { " and more" } else { "" };
        (phrase, phrase.replace("%s", "Jane") + rest)
    })
}

#[test]
fn a_phrase_alone_after_the_story_goes_and_the_article_is_as_it_was() {
    for (phrase, line) in phrases() {
        let lines =
            [line.clone(), line.to_uppercase(), format!("{line} *"), format!("{line}:"), line.replace(' ', "\u{a0}")];
        for line in lines {
            assert_eq!(fixed(&format!("{CLEAN}\n\n{line}")), CLEAN, "{line}");
            if !NEED_COMPANY.contains(&phrase) {
                assert_eq!(fixed(&format!("{CLEAN}\n{line}\n")), CLEAN, "{line}");
                assert_eq!(fixed(&format!("{CLEAN}{line}\n")), CLEAN, "{line}");
            }
        }
    }
}

#[test]
fn a_phrase_inside_a_sentence_stays() {
    for (_, line) in phrases() {
        // Pages write some of them with non-joiners that have nothing to keep apart.
        let line = line.replace("\u{200c}\u{200c}", "").replace("\u{200c} ", " ");
        let text = format!("{CLEAN}\nThe page says “{line}” to everybody.\n");
        assert_eq!(fixed(&text), text, "{line}");
    }
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
