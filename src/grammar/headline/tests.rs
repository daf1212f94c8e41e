use super::*;
use crate::article::Likeness::{
    CutAtApostrophe, CutShort, Doubled, Exact, InMarkup, SameLetters, WithLeftover, WithSite, WithoutSite,
};
use crate::grammar::parse;
use crate::source::Source;

const HEADER: &str = "News ID : 1\nPublish Date : 6/22/2024 5:01:54 PM\n";
const HEADLINE: &str = "Harbour reopens after storm";

/// Asks something of the article that a headline and the lines below it make.
fn ask<T>(headline: &str, below: &[&str], question: impl FnOnce(&Article) -> T) -> T {
    let text = format!("{HEADER}{headline}\n{}\n", below.join("\n"));
    question(&parse(&Source::new("t", &text), &Profile::default(), Lexicon::built_in()))
}

/// The repeats of a headline among the lines below it: which line, how alike, and whether directly below.
fn repeats(headline: &str, below: &[&str]) -> Vec<(usize, Likeness, bool)> {
    ask(headline, below, |article| {
        article.repeats.iter().map(|repeat| (repeat.block.line - 3, repeat.likeness, repeat.directly_below)).collect()
    })
}

/// How a line directly below the headline repeats it, and how it does below a paragraph.
fn both(headline: &str, line: &str) -> [Option<Likeness>; 2] {
    let first = |below: &[&str]| repeats(headline, below).first().map(|(_, likeness, _)| *likeness);
    [first(&[line, "They met."]), first(&["They met.", "", line, "", "They left."])]
}

/// What of the lines is fused with the headline.
fn fused(headline: &str, below: &[&str]) -> Vec<String> {
    let text = format!("{HEADER}{headline}\n{}\n", below.join("\n"));
    let article = parse(&Source::new("t", &text), &Profile::default(), Lexicon::built_in());
    article.fused.iter().map(|span| text[span.range()].to_owned()).collect()
}

#[test]
fn a_label_of_the_story_stands_below_the_headline_and_above_the_story() {
    let kicker = |below: &[&str]| ask(HEADLINE, below, |article| article.kicker.map(|block| block.line - 3));
    assert_eq!(kicker(&["Exclusive", "They met."]), Some(0));
    assert_eq!(kicker(&["", "EXCLUSIVE", "", "They met."]), Some(1));
    assert_eq!(kicker(&[HEADLINE, "Exclusive", "They met."]), Some(1));
    assert_eq!(kicker(&[HEADLINE, "", HEADLINE, "Exclusive", "They met."]), Some(3));
    // Not as the last line, nor below anything else, nor with a stop.
    assert_eq!(kicker(&["Exclusive"]), None);
    assert_eq!(kicker(&["They met.", "Exclusive", "They left."]), None);
    assert_eq!(kicker(&["News ID : 5", "Exclusive", "They met."]), None);
    assert_eq!(kicker(&["Exclusive.", "They met."]), None);
    assert_eq!(kicker(&["Harbour", "They met."]), None);
    // What adorns it does not make it a line of the story, as long as it is not most of the line.
    assert_eq!(kicker(&["*** Interview exclusive ***", "They met."]), Some(0));
    assert_eq!(kicker(&["************** Interview exclusive **************", "They met."]), None);
    let rest = |article: &Article| article.body().map(|block| block.text.to_owned()).collect::<Vec<_>>();
    assert_eq!(ask(HEADLINE, &["Exclusive", "They met.", "They left."], rest), ["They met.", "They left."]);
}

#[test]
fn exact_repeats_are_so_anywhere_and_go_on_being_directly_below() {
    assert_eq!(repeats(HEADLINE, &[HEADLINE, "", HEADLINE]), [(0, Exact, true), (2, Exact, true)]);
    assert_eq!(repeats(HEADLINE, &["Exclusive", HEADLINE, "They met."]), [(1, Exact, true)]);
    assert_eq!(repeats(HEADLINE, &["They met.", HEADLINE, HEADLINE]), [(1, Exact, false), (2, Exact, false)]);
    assert_eq!(repeats(HEADLINE, &["Halt: they met.", HEADLINE]), [(1, Exact, false)]);
    assert_eq!(repeats(HEADLINE, &["News ID : 5", HEADLINE]), [(1, Exact, false)]);
    // Below one that may stay, nothing is directly below.
    let upper = HEADLINE.to_uppercase();
    assert_eq!(repeats(HEADLINE, &[&upper, HEADLINE]), [(0, SameLetters, true), (1, Exact, false)]);
    assert_eq!(repeats("Talks", &["talks", "Talks | Harbour Post"]), [(0, SameLetters, true), (1, WithSite, false)]);
    // A leftover between them goes, but asked for.
    assert_eq!(repeats("Talks", &["Share on Facebook", "Talks | Harbour Post"]), [(1, WithSite, false)]);
    assert_eq!(repeats("Talks", &["Share on Facebook", "Talks"]), [(1, Exact, false)]);
    assert_eq!(repeats("Talks", &["They met.", "Talks | Harbour Post"]), []);
    assert_eq!(repeats("Talks", &["Telegram", "Talks | Harbour Post"]), [(1, WithSite, false)]);
    assert_eq!(repeats("Talks", &["They met", "Share on Facebook", "Talks | Harbour Post"]), []);
}

#[test]
fn a_headline_cut_short_has_enough_of_it() {
    assert_eq!(both(HEADLINE, "Harbour reope…"), [Some(CutShort); 2]);
    assert_eq!(both(HEADLINE, "Harbour reop..."), [None; 2]);
    let owner = "Harbour master’s log is found";
    assert_eq!(both(owner, "Harbour master"), [Some(CutAtApostrophe), None]);
    assert_eq!(both("Harbour master's log is found", "Harbour master"), [Some(CutAtApostrophe), None]);
    assert_eq!(both("Harbour man’s log is found", "Harbour man"), [None; 2]);
    assert_eq!(both(owner, "Harbour maste"), [None; 2]);
}

#[test]
fn a_headline_twice_on_a_line_is_a_repeat() {
    assert_eq!(both(HEADLINE, &HEADLINE.repeat(2)), [Some(Doubled); 2]);
    assert_eq!(both(HEADLINE, &format!("{HEADLINE} {HEADLINE}")), [Some(Doubled); 2]);
    assert_eq!(both(HEADLINE, &HEADLINE.repeat(3)), [Some(Doubled); 2]);
    assert_eq!(both(HEADLINE, &format!("{HEADLINE}{}", HEADLINE.to_uppercase())), [Some(Doubled); 2]);
    assert_eq!(both(HEADLINE, &format!("{HEADLINE}Harbour reopens…")), [Some(Doubled); 2]);
    // Marks behind it are no words, but words are.
    assert_eq!(both(HEADLINE, &format!("{HEADLINE}!")), [Some(SameLetters); 2]);
    assert_eq!(both(HEADLINE, &format!("{HEADLINE} and they met")), [None; 2]);
    assert_eq!(both(HEADLINE, &format!("{HEADLINE} Harbour reopens…")), [None; 2]);
    // Few letters, or a single word, may stand twice for good reasons.
    assert_eq!(both("No no", "No no No no"), [None; 2]);
    assert_eq!(both("Wiederaufnahme", "Wiederaufnahme Wiederaufnahme"), [None; 2]);
    assert_eq!(both("Wiederaufnahme", "WiederaufnahmeWiederaufnahme"), [Some(Doubled); 2]);
    assert_eq!(both("Talks", "TalksTalks"), [None; 2]);
}

#[test]
fn the_name_of_a_site_behind_a_headline_is_none_of_the_story() {
    for separator in [" | ", " :: ", " » ", " / ", " ‹ "] {
        assert_eq!(both(HEADLINE, &format!("{HEADLINE}{separator}Harbour Post")), [Some(WithSite); 2], "{separator}");
        let title = format!("{HEADLINE}{separator}Harbour Post");
        assert_eq!(both(&title, HEADLINE), [Some(WithoutSite), None], "{separator}");
    }
    for separator in [" - ", " – ", " — ", " : "] {
        let line = |name: &str| format!("{HEADLINE}{separator}{name}");
        assert_eq!(both(HEADLINE, &line("Harbour Post")), [Some(WithSite), None], "{separator}");
        assert_eq!(both(HEADLINE, &line("post.example")), [Some(WithSite), None], "{separator}");
        assert_eq!(both(HEADLINE, &line("Harbour news")), [None; 2], "{separator}");
        assert_eq!(both(HEADLINE, &line("Part 2")), [None; 2], "{separator}");
        assert_eq!(both(&line("Harbour Post"), HEADLINE), [None; 2], "{separator}");
    }
    // Short headlines are repeated so directly below only, and need more than a dash.
    assert_eq!(both("Talks", "Talks | Harbour Post"), [Some(WithSite), None]);
    assert_eq!(both("Talks", "Talks - Harbour Post"), [None; 2]);
    assert_eq!(both("Talks | Harbour Post", "Talks"), [None; 2]);
    // A name is short, and no sentence.
    let named = |name: &str| both(HEADLINE, &format!("{HEADLINE} | {name}"))[0];
    assert_eq!(named("One Two Three Four"), Some(WithSite));
    assert_eq!(named("One Two Three Four Five"), None);
    assert_eq!(named(&"n".repeat(32)), Some(WithSite));
    assert_eq!(named(&"n".repeat(33)), None);
    assert_eq!(named("They met."), None);
}

#[test]
fn what_is_left_of_the_markup_of_a_picture_may_name_it_like_the_headline() {
    for line in [
        format!("alt=“{HEADLINE}” />"),
        format!("<img src=x title=\"{HEADLINE}\">"),
        format!("alt=\"{HEADLINE}\" title=\"\" />").replace("\" title=\"\"", ""),
    ] {
        assert_eq!(both(HEADLINE, &line), [Some(InMarkup); 2], "{line}");
    }
    for line in [format!("alt=“{HEADLINE}”"), "alt=“Boats sail” />".to_owned(), format!("name=“{HEADLINE}” />")]
    {
        assert_eq!(both(HEADLINE, &line), [None; 2], "{line}");
    }
}

#[test]
fn a_headline_with_a_leftover_glued_to_it_is_a_repeat() {
    assert_eq!(both(HEADLINE, &format!("{HEADLINE}Leave a Reply")), [Some(WithLeftover); 2]);
    assert_eq!(both(HEADLINE, &format!("{HEADLINE}The boats sailed")), [None; 2]);
}

#[test]
fn a_headline_fused_with_the_first_words_of_a_line_is_told_by_their_letters() {
    let line = |headline: &str, rest: &str| fused(headline, &["They met.", "", &format!("{headline}{rest}")]);
    assert_eq!(line(HEADLINE, "The boats sailed."), [HEADLINE]);
    assert_eq!(line("Harbour reopens in 2024", "The boats sailed."), ["Harbour reopens in 2024"]);
    for rest in ["the boats sailed.", "T. Brenn met them.", " The boats sailed.", "", ", The boats"] {
        assert_eq!(line(HEADLINE, rest), [""; 0], "{rest}");
    }
    assert_eq!(line("Harbour reopens at LAST", "The boats sailed."), [""; 0]);
    assert_eq!(line("Wiederaufnahme", "The boats sailed."), [""; 0]);
    assert_eq!(line("Harbour row", "The boats sailed."), [""; 0]);
    assert_eq!(line("Harbour rows", "The boats sailed."), [""; 0]);
    assert_eq!(line("Harbour rowed", "The boats sailed."), ["Harbour rowed"]);
    // Without the headline, it would be one more field of the header.
    assert_eq!(line(HEADLINE, "News ID : 17"), [""; 0]);
    // The headline itself may stand there twice on its line.
    assert_eq!(fused(&HEADLINE.repeat(2), &["They met."]), [HEADLINE]);
    assert_eq!(fused(&format!("{HEADLINE} {HEADLINE}"), &["They met."]), [format!(" {HEADLINE}")]);
}

#[test]
fn a_headline_is_the_refrain_among_verses() {
    let verses = ["It runs to the sea", "and brings to the bay", "nothing back to me", "on a summer's day"];
    let poem =
        |headline: &str, refrain: &str| repeats(headline, &[verses[0], verses[1], refrain, verses[2], verses[3]]).len();
    assert_eq!(poem(HEADLINE, HEADLINE), 0);
    assert_eq!(poem(HEADLINE, &HEADLINE.to_uppercase()), 0);
    // Directly below the headline it is one all the same, and so it is with something else on its line.
    assert_eq!(repeats(HEADLINE, &[HEADLINE, verses[0], verses[1], verses[2]]).len(), 1);
    assert_eq!(poem(HEADLINE, &format!("{HEADLINE} | Harbour Post")), 1);
    // Two lines are no poem, be it that leftovers stand among them; nor are sentences.
    assert_eq!(repeats(HEADLINE, &[verses[0], HEADLINE, verses[1]]).len(), 1);
    assert_eq!(repeats(HEADLINE, &[verses[0], HEADLINE, verses[1], verses[2]]).len(), 0);
    assert_eq!(repeats(HEADLINE, &[verses[0], HEADLINE, verses[1], "Leave a Reply"]).len(), 1);
    assert_eq!(repeats(HEADLINE, &[verses[0], HEADLINE, verses[1], "1,099 views"]).len(), 1);
    let sentences = ["They met on Friday.", "They spoke.", "They left.", "They came."];
    assert_eq!(repeats(HEADLINE, &[sentences[0], sentences[1], HEADLINE, sentences[2], sentences[3]]).len(), 1);
    // Other repeats don't count, but nobody looks further for verses than a page goes.
    let many =
        |count: usize| repeats(HEADLINE, &[&verses[..2], &vec![HEADLINE; count][..], &verses[2..]].concat()).len();
    assert_eq!((many(2), many(64), many(66)), (0, 0, 4));
}

#[test]
fn what_goes_on_looking_like_a_field_repeats_the_headline_word_for_word_only() {
    let alike = |line: &str| {
        let text = format!("Nwes ID : 17\n\nNews ID : 4\n\n{line}\n\nThey met.\n");
        let article = parse(&Source::new("t", &text), &Profile::default(), Lexicon::built_in());
        assert_eq!(article.headline.map(|block| block.line), Some(0));
        article.repeats.iter().map(|repeat| repeat.likeness).collect::<Vec<_>>()
    };
    assert_eq!(alike("Nwes ID : 17"), [Exact]);
    assert_eq!(alike("NWES ID : 17"), []);
}
