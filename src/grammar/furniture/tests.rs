//! What the lines of a text say of each other, asked of lines that nothing else is said about.

use super::*;
use crate::grammar::parse;
use crate::lexicon::OwnPhrase;
use crate::profile::Profile;
use crate::source::{Source, Span};

/// Asks something of `texts` as lines; an empty one is a blank line, and widens the gap of the next.
pub(super) fn ask<T>(texts: &[&str], question: impl FnOnce(&[Line]) -> T) -> T {
    let numbered = texts.iter().enumerate().filter(|(_, text)| !text.is_empty());
    let blocks: Vec<Block> = numbered.map(|(line, text)| Block { line, span: Span::at(0), text }).collect();
    let mut lines: Vec<Line> = blocks.iter().map(|block| read(block, "Talks", Lexicon::built_in())).collect();
    for (index, block) in blocks.iter().enumerate().skip(1) {
        lines[index].gap = block.line - blocks[index - 1].line - 1;
    }
    question(&lines)
}

const TOP: &str = "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks\n\n";

/// More than sixty words.
const STORY: &str = "\
The harbour reopened on Friday morning after two days of high seas, and the first boats sailed at noon with more people \
on board than on any day of this year. The port authority had sent divers down before dawn, who found the channel free \
of wreckage from end to end. Tickets of the two lost days stay good until June, the company said in the evening.";

/// The leftovers of a text below a header and a headline, with where they stand. `¶` stands for a story.
fn leftovers(text: &str) -> Vec<(String, Standing)> {
    let text = format!("{TOP}{}", text.replace('¶', STORY));
    let article = parse(&Source::new("t", &text), &Profile::default(), Lexicon::built_in());
    article.furniture.iter().map(|left| (left.block.text.to_owned(), left.standing)).collect()
}

/// Where each leftover stands.
fn standings(text: &str) -> Vec<Standing> {
    leftovers(text).into_iter().map(|(_, standing)| standing).collect()
}

/// The leftovers themselves.
fn left(text: &str) -> Vec<String> {
    leftovers(text).into_iter().map(|(text, _)| text).collect()
}

#[test]
fn a_line_says_what_it_is_by_itself() {
    let is = |text: &str| {
        ask(&[text], |lines| {
            let line = &lines[0];
            (line.is_exact(), line.is_telling(), line.may_inform(), line.can_stand_alone(), line.is_paragraph())
        })
    };
    assert_eq!(is("Reply"), (true, false, false, true, false));
    assert_eq!(is("Leave a Reply"), (true, true, false, true, false));
    assert_eq!(is("Username…"), (false, false, false, false, false));
    // Names of networks, initials and rights may be what readers should know.
    assert_eq!(is("Facebook"), (true, false, true, false, false));
    assert_eq!(is("AFP/DPA"), (true, false, true, false, false));
    assert_eq!(is("© 2024 Harbour Post"), (true, true, true, false, false));
    assert_eq!(is("They met."), (false, false, false, false, true));
    assert_eq!(is("one two three four five six seven"), (false, false, false, false, false));
    assert_eq!(is("one two three four five six seven eight"), (false, false, false, false, true));
}

#[test]
fn any_double_mark_quotes() {
    for text in ["\"Name\"", "“Name", "Name”", "„Name", "«Name", "Name»", "「名前"] {
        assert!(ask(&[text], |lines| lines[0].is_quoting()), "{text}");
    }
    assert!(!ask(&["Jane's ‘name’"], |lines| lines[0].is_quoting()));
}

#[test]
fn a_label_of_a_field_is_known_by_its_mark_and_not_by_what_it_states() {
    let hit = |text: &str| ask(&[text], |lines| lines[0].hit.map(|hit| (hit.kind, hit.tier)));
    assert_eq!(hit("Name"), Some((StubKind::FormField, Tier::Word)));
    assert_eq!(hit("Name *"), Some((StubKind::FormField, Tier::Phrase)));
    assert_eq!(hit("Password: 123456"), None);
    assert_eq!(hit("Password:"), Some((StubKind::FormField, Tier::Word)));
    // What counts is no field.
    assert_eq!(hit("Comments: 12"), Some((StubKind::FormPrompt, Tier::Phrase)));
    assert_eq!(hit("Source:"), None);
    for (line, states) in
        [("a: 12", true), ("a：۱۲", true), ("a: 12 b", false), ("a: b 12", false), ("12", false), ("12: a", false)]
    {
        assert_eq!(has_number_behind_colon(line), states, "{line}");
    }
}

#[test]
fn what_is_alone_after_the_story_goes_by_what_it_may_say() {
    use Standing::{AfterBody, Credit, InBody};
    assert_eq!(standings("¶\n\nLeave a Reply\n"), [AfterBody]);
    assert_eq!(standings("¶\n\nReply\n"), [AfterBody]);
    assert_eq!(standings("¶\n\nFacebook\n"), [InBody]);
    assert_eq!(standings("¶\n\nAFP/DPA\n"), [Credit]);
    assert_eq!(standings("¶\n\n© 2024 Harbour Post\n"), [Credit]);
    assert_eq!(standings("¶\n\nLeave a Reply\n\n© 2024 Harbour Post\n"), [AfterBody, Credit]);
}

#[test]
fn inside_the_story_a_leftover_is_no_end_of_it() {
    use Standing::{AfterBody, Evidence, InBody};
    assert_eq!(standings("¶\n\nLeave a Reply\n\nThey left.\n\nPost Comment\n"), [InBody, AfterBody]);
    // The word inside is known by the button below alone, which goes with it or not at all.
    assert_eq!(standings("¶\n\nName\nJane\nEmail\n\nThey left.\n"), [InBody; 0]);
    let company = "¶\n\nReply\n\nThey left.\n\nReply\n\nThey came.\n\nReply\n\nLeave a Reply\n";
    assert_eq!(standings(company), [InBody, InBody, Evidence, Evidence]);
}

#[test]
fn what_a_story_is_about_is_no_leftover_unasked() {
    use Standing::{AfterBody, Credit};
    let of = |body: &str, tail: &str| standings(&format!("¶\n\n{body}\n\n{tail}\n"));
    assert_eq!(of("They left.", "3 + 4 ="), [AfterBody]);
    assert_eq!(of("The sums were simple.", "3 + 4 ="), [Credit]);
    assert_eq!(of("The sums were simple.", "Enter the text you see"), [AfterBody]);
    assert_eq!(of("They left.", "We use cookies to enhance your"), [AfterBody]);
    assert_eq!(of("The site asks about cookies.", "We use cookies to enhance your"), [Credit]);
    assert_eq!(of("The site asks about cookies.\n\nThey left.", "We use cookies to enhance your"), [AfterBody]);
    assert_eq!(of("The test is a captcha.", "Enter the text you see"), [Credit]);
    assert_eq!(of("The newsletter is sent on Fridays.", "Choose your newsletters"), [Credit]);
    assert_eq!(of("They left.", "window.location = x;"), [AfterBody]);
    assert_eq!(of("The script was short.", "window.location = x;"), [Credit]);
    // What a browser says is no code.
    assert_eq!(of("The script was short.", "JavaScript is disabled in your browser"), [AfterBody]);
}

#[test]
fn a_story_about_programs_shows_code_and_has_a_page_around_it() {
    let about = "They wrote it in Haskell and SQL.\n\nThe source code is short.\n\nThe command line starts it.";
    assert_eq!(left(&format!("¶\n\n{about}\n\nwindow.location = x;\n")), [""; 0]);
    assert_eq!(left("¶\n\nwindow.location = x;\n"), ["window.location = x;"]);
    let rest = ["1,099 views", "© 2024 Harbour Post", "Leave a Reply"];
    assert_eq!(left(&format!("¶\n\n{about}\n\nwindow.location = x;\n\n{}\n", rest.join("\n"))), rest);
}

#[test]
fn links_stand_under_their_heading_up_to_something_else() {
    let below = |texts: &[&str]| ask(texts, |lines| links(lines, 0, &[]));
    let (one, two) = ("Ferry sails again", "Storm leaves the bay");
    assert_eq!(below(&["Related articles", one, two]), 2);
    assert_eq!(below(&["Related articles", one, two, "Leave a Reply", one]), 2);
    // Where the story goes on below them, nobody can tell where.
    assert_eq!(below(&["Related articles", one, two, "They left."]), 0);
    assert_eq!(below(&["Related", one, two]), 0);
    assert_eq!(below(&["Leave a Reply", one, two]), 0);
    assert_eq!(below(&["Related articles for the harbour", one, two]), 0);
    let words = |count| vec!["word"; count].join(" ");
    assert_eq!(below(&["Related articles", &words(16)]), 1);
    assert_eq!(below(&["Related articles", &words(17)]), 0);
    let many = |count| below(&[vec!["Related articles"], vec![one; count]].concat());
    assert_eq!((many(10), many(11)), (10, 0));
    // A field of the header is something else, too.
    let roles =
        |at: usize| (0..3).map(|line| if line == at { Role::HeaderField } else { Role::Blank }).collect::<Vec<_>>();
    let apart = ["Related articles", "", one];
    assert_eq!(ask(&apart, |lines| links(lines, 0, &roles(1))), 0);
    assert_eq!(ask(&apart, |lines| links(lines, 0, &roles(3))), 1);
}

#[test]
fn a_heading_of_links_that_a_configuration_names_may_be_one_word() {
    let text = format!("{TOP}{STORY}\n\nWeiterlesen\nFerry sails again\nStorm leaves the bay\n");
    let mut lexicon = Lexicon::built_in().clone();
    lexicon.add(&OwnPhrase { phrase: "Weiterlesen".to_owned(), kind: StubKind::Related });
    let article = parse(&Source::new("t", &text), &Profile::default(), &lexicon);
    let found: Vec<_> = article.furniture.iter().map(|left| (left.block.text, left.is_link)).collect();
    assert_eq!(found, [("Weiterlesen", false), ("Ferry sails again", true), ("Storm leaves the bay", true)]);
}

#[test]
fn a_heading_inside_the_story_needs_several_links() {
    let with = |count: usize| {
        let links = ["Ferry sails again\n", "Storm leaves the bay\n", "Divers find a bell\n"][..count].concat();
        left(&format!("¶\n\nRelated articles\n{links}\nLeave a Reply\n\nThey left.\n")).len()
    };
    assert_eq!((with(2), with(3)), (1, 1 + 1 + 3));
}

#[test]
fn a_gap_is_the_most_blank_lines_in_a_row() {
    use Role::{Blank, HeaderField, RepeatedHeadline};
    assert_eq!(gap(&[]), 0);
    assert_eq!(gap(&[Blank, Blank, RepeatedHeadline, Blank]), 2);
    assert_eq!(gap(&[HeaderField, Blank, Blank, Blank]), 3);
    assert_eq!(gap(&[HeaderField]), 0);
}

#[test]
fn a_gap_counts_if_it_is_wider_than_any_in_the_story() {
    let starts = |texts: &[&str]| ask(texts, |lines| (tail_start(lines), lines.len()));
    // A line that only opens like a phrase needs it.
    assert_eq!(starts(&["They met.", "", "", "Username…"]), (1, 2));
    assert_eq!(starts(&["They met.", "", "Username…"]), (2, 2));
    assert_eq!(starts(&["They met.", "", "", "They spoke.", "", "", "Username…"]), (3, 3));
    assert_eq!(starts(&["They met.", "", "", "They spoke.", "", "", "", "Username…"]), (2, 3));
    assert_eq!(left("¶\n\nUsername…\n"), [""; 0]);
    assert_eq!(left("¶\n\n\nUsername…\n"), ["Username…"]);
    assert_eq!(left("¶\n\nTalks\n\nUsername…\n"), [""; 0]);
    // Or an exact one below it.
    assert_eq!(starts(&["They met.", "", "Username…", "", "Reply"]), (1, 3));
    assert_eq!(starts(&["They met.", "", "Reply", "", "Username…"]), (1, 3));
}

#[test]
fn the_tail_begins_where_a_story_can_not_go_on() {
    let starts = |texts: &[&str]| ask(texts, |lines| (tail_start(lines), lines.len()));
    // Without leftovers there is none, nor without a story.
    assert_eq!(starts(&["They met.", "They left."]), (2, 2));
    assert_eq!(starts(&["Reply", "Name"]), (2, 2));
    assert_eq!(starts(&["Reply", "They left."]), (2, 2));
    // Below the end of a sentence a word is a leftover, below anything else only a sentence that pages say.
    assert_eq!(starts(&["They met.", "Name", "Reply"]), (1, 3));
    assert_eq!(starts(&["They met on the", "Name"]), (2, 2));
    assert_eq!(starts(&["They met on the", "Leave a Reply"]), (2, 2));
    assert_eq!(starts(&["They met on the", "Your email address will not be published."]), (1, 2));
    assert_eq!(starts(&["They met on the", "Name", "Your email address will not be published."]), (2, 3));
    assert_eq!(starts(&["They met on the", "Name", "Username…"]), (3, 3));
    // A word may answer a question, or be the last verse of a poem.
    assert_eq!(starts(&["Which is the best?", "Reply"]), (2, 2));
    assert_eq!(starts(&["Which is the best?", "Leave a Reply"]), (2, 2));
    let verses = ["It runs to the sea", "and brings to the bay", "nothing back to me."];
    assert_eq!(starts(&[verses[0], verses[1], verses[2], "Reply"]), (4, 4));
    assert_eq!(starts(&[verses[0], verses[1], verses[2], "Leave a Reply"]), (3, 4));
    assert_eq!(starts(&[verses[1], verses[2], "Reply"]), (2, 3));
    // After a gap any of them is one.
    assert_eq!(starts(&["Which is the best?", "", "", "Reply"]), (1, 2));
}

#[test]
fn a_question_ends_in_its_mark_whatever_closes_it() {
    for text in ["Why?", "Why?”", "چرا؟", "为什么？", "Γιατί;", "Γιατί\u{37e}", "«Γιατί;»", "Why? (1)?"]
    {
        assert!(is_question(text), "{text}");
    }
    for text in ["Why.", "Why? No.", "Why? No", "Why?!", "a list;", "", "?!…", "Why, he asked?, no"] {
        assert!(!is_question(text), "{text}");
    }
    let answers =
        |texts: &[&str]| ask(texts, |lines| (0..lines.len()).map(|at| is_answer(lines, at)).collect::<Vec<_>>());
    assert_eq!(answers(&["Why?", "Reply", "Name"]), [false, true, false]);
    assert_eq!(answers(&["Why?", "Leave a Reply"]), [false, false]);
}

#[test]
fn what_a_reader_typed_between_two_leftovers_is_a_part_of_the_tail() {
    let start = |texts: &[&str]| ask(texts, |lines| through_strays(lines, texts.len() - 1));
    assert_eq!(start(&["They met.", "Name", "Jane", "Email"]), 1);
    assert_eq!(start(&["They met.", "Name", "Jane of the bay", "Email"]), 3);
    assert_eq!(start(&["They met.", "Name", "Jane of Brenn", "Email"]), 1);
    assert_eq!(start(&["They met.", "Name", "Jane met.", "Email"]), 3);
    assert_eq!(start(&["They met.", "Username…", "Jane", "Email"]), 3);
    assert_eq!(start(&["They met.", "Website", "Name", "Jane", "Email"]), 1);
    assert_eq!(start(&["They met.", "Website", "brenn", "Name", "Jane", "Email"]), 1);
    assert_eq!(start(&["Name", "Jane", "Email"]), 0);
    assert_eq!(start(&["Jane", "Email"]), 1);
    // A tail needs a story above it, if only a line.
    let starts = |texts: &[&str]| ask(texts, tail_start);
    assert_eq!(starts(&["They met.", "Name", "Jane", "Email"]), 1);
    assert_eq!(starts(&["Name", "Jane.", "Reply", "Jane", "Email"]), 2);
    assert_eq!(starts(&["Name", "Jane", "Email"]), 3);
}

#[test]
fn a_tail_is_trusted_by_its_size_and_the_story_above_it() {
    use Standing::{AfterBody, InBody, LongTail};
    let standing = |texts: &[&str], bytes| ask(texts, |lines| tail_standing(lines, tail_start(lines), bytes));
    // One line needs no more than a story above it.
    assert_eq!(standing(&["They met.", "Reply"], 0), AfterBody);
    assert_eq!(standing(&[STORY, "Name", "Reply"], 45), AfterBody);
    assert_eq!(standing(&[STORY, "Name", "Reply"], 44), LongTail);
    assert_eq!(standing(&["They met.", "Name", "Reply"], 45), LongTail);
    let sixty = vec!["word"; 60].join(" ") + ".";
    assert_eq!(standing(&[&sixty, "Name", "Reply"], 1000), AfterBody);
    assert_eq!(standing(&[&sixty[5..], "Name", "Reply"], 1000), LongTail);
    let of = |count| standing(&[vec![STORY], vec!["Reply"; count]].concat(), 10_000);
    assert_eq!((of(15), of(16)), (AfterBody, LongTail));
    // Names alone are not certain, whatever sets them apart; what only opens like a phrase is after a gap.
    assert_eq!(standing(&[STORY, "Facebook", "Instagram"], 1000), InBody);
    assert_eq!(standing(&[STORY, "", "", "Facebook"], 1000), InBody);
    assert_eq!(standing(&[STORY, "", "", "Username…"], 1000), AfterBody);
    assert_eq!(standing(&[STORY, "", "", "Facebook", "Username…"], 1000), InBody);
    assert_eq!(standing(&[STORY], 1000), InBody);
}

#[test]
fn a_short_word_is_a_leftover_beside_what_tells_one() {
    let is = |texts: &[&str], index: usize| {
        ask(texts, |lines| is_leftover(lines, index, lines[index].hit.expect("something known")))
    };
    assert!(is(&["Leave a Reply"], 0) && !is(&["Share"], 0));
    assert!(is(&["Share", "Leave a Reply"], 0) && is(&["Leave a Reply", "Share"], 1));
    // Within two lines, and not across a paragraph of the story.
    assert!(is(&["Share", "Bay", "Leave a Reply"], 0) && !is(&["Share", "Bay", "Harbour", "Leave a Reply"], 0));
    assert!(is(&["Leave a Reply", "Bay", "Share"], 2) && !is(&["Leave a Reply", "Bay", "Harbour", "Share"], 3));
    assert!(!is(&["Share", "They met.", "Leave a Reply"], 0) && !is(&["Leave a Reply", "They met.", "Share"], 2));
    // What only opens like a phrase needs more than a label with words of its own, and quotes nothing.
    assert!(is(&["Username…", "Leave a Reply"], 0) && !is(&["Username…", "Tags: harbour, ferry"], 0));
    assert!(is(&["Share", "Tags: harbour, ferry"], 0));
    let quoting = "Commenting is closed for this article on “Brenn” and";
    assert!(!is(&[quoting, "Leave a Reply"], 0) && is(&[&quoting.replace(['“', '”'], ""), "Leave a Reply"], 0));
    // A part of a form in a form.
    assert!(is(&["Name", "Bay", "Harbour", "Ferry", "Leave a Reply"], 0));
    assert!(!is(&["Share", "Bay", "Harbour", "Ferry", "Leave a Reply"], 0));
    assert!(!is(&["Username…", "Bay", "Harbour", "Ferry", "Leave a Reply"], 0));
}

#[test]
fn lines_in_a_row_tell_each_other() {
    let tells = |texts: &[&str]| {
        ask(texts, |lines| {
            let company = Company::of(lines);
            (0..lines.len()).map(|index| company.tells(lines, index)).collect::<Vec<_>>()
        })
    };
    // A share bar under its label, however long, but for what only opens like a phrase and what answers a question.
    assert_eq!(tells(&["Share on Facebook", "Share", "Facebook", "Instagram", "Gmail"]), [true; 5]);
    assert_eq!(tells(&["Share", "Facebook", "Instagram", "Gmail"]), [false; 4]);
    assert_eq!(tells(&["They met.", "Share", "Bay", "Facebook"])[1..], [false; 3]);
    let row = ["Why?", "Facebook", "Share", "Instagram", "Gmail", "Share on Facebook"];
    assert_eq!(tells(&row), [false, false, true, true, true, true]);
    let rows = ["Gmail", "They met.", "Facebook", "Instagram", "Telegram", "Gmail", "Share on Facebook"];
    assert_eq!(tells(&[&row[..], &rows].concat())[8..], [true; 5]);
    // What no phrase is like, by the form or the box beside it.
    assert_eq!(tells(&["Name", "Town *", "Email", "Leave a Reply"]), [true; 4]);
    assert_eq!(tells(&["Search the Harbour Post", "Search"]), [true, false]);
    // Buttons between the comments of readers, three of them, where there is a form.
    let comments_with = |button: &'static str, buttons: usize, form: &'static str| {
        let comment = [button, "I was there on Friday.", "It was quite late.", "So it was."];
        tells(&[vec![form, "The first comment is here.", "And its end.", "Now."], comment.repeat(buttons)].concat())
    };
    let comments = |buttons, form| comments_with("Reply", buttons, form);
    assert_eq!(comments_with("Search …", 3, "Leave a Reply").iter().filter(|is| **is).count(), 1);
    let found = comments(3, "Leave a Reply");
    assert_eq!(found.iter().filter(|is| **is).count(), 1 + 3);
    assert!(found[0] && found[4] && found[8] && found[12]);
    assert_eq!(comments(2, "Leave a Reply").iter().filter(|is| **is).count(), 1);
    assert_eq!(comments(3, "Share on Facebook").iter().filter(|is| **is).count(), 1);
}

#[test]
fn a_line_is_missed_that_only_the_tail_tells() {
    let is_missed = |texts: &[&str], tail: usize| ask(texts, |lines| Company::of(lines).is_missed(lines, tail));
    let texts = ["They met.", "Share", "Bay", "Leave a Reply"];
    assert!(is_missed(&texts, 3) && !is_missed(&texts, 4));
    assert!(!is_missed(&["They met.", "Leave a Reply", "They left.", "Leave a Reply"], 3));
    assert!(!is_missed(&["They met.", "Share", "They left.", "Leave a Reply"], 3));
}

#[test]
fn what_is_worded_like_a_form_is_known_in_one() {
    let form = ["Leave a Reply", "Name *", "Choose a nickname for your comment", "Post Comment"];
    assert_eq!(left(&format!("¶\n\n{}\n\nThey left.\n", form.join("\n"))), form);
    assert_eq!(left("¶\n\nChoose a nickname for your comment\n\nThey left.\n"), [""; 0]);
    // A list that goes on is one of the story, and so is what ends it.
    assert_eq!(left("¶\n\n– your password and your email,\n\n– your name;\n\nThey left.\n"), [""; 0]);
    assert_eq!(left("¶\n\nFIN\n\nNombre (required)\n"), ["Nombre (required)"]);
}

#[test]
fn what_is_worded_like_a_form_is_known_on_a_page_with_menus() {
    let menu =
        "News\nSport\nOpinion\nWeather\nTravel\nMoney\nHarbour\nShips\nTides\nBoats\nCrews\nIslands\nPiers\nQuays";
    let controls = "Search\nLogin\nRegister\nComments\nSubscribe\nReply";
    let page = format!("{menu}\n\n{controls}\n\nCreate your free account with your email\n\n¶\n");
    assert!(left(&page).contains(&"Create your free account with your email".to_owned()), "{:?}", left(&page));
    // Between two paragraphs of the story stand its own headings.
    let page = format!("{menu}\n\n{controls}\n\n¶\n\nCreate your free account with your email\n\n¶¶\n");
    assert!(!left(&page).contains(&"Create your free account with your email".to_owned()), "{:?}", left(&page));
}

#[test]
fn short_lines_below_a_heading_of_links_may_be_links() {
    let lines =
        ["The boats sailed.", "Related articles", "Ferries return", "Fog over the bay", "The port is open.", "Gulls"];
    let found = (0..lines.len()).filter(|index| may_be_link(&lines, *index, Lexicon::built_in()));
    assert_eq!(found.collect::<Vec<_>>(), [2, 3]);
    // As far down as links go.
    let mut lines = vec!["Related articles"];
    lines.resize(LINKS_MOST + 2, "Ferries return");
    let is_link = |index| may_be_link(&lines, index, Lexicon::built_in());
    assert!(is_link(LINKS_MOST) && !is_link(LINKS_MOST + 1) && !is_link(0) && !is_link(lines.len()));
    assert!(!may_be_link(&["Leave a reply", "Ferries return"], 1, Lexicon::built_in()));
}
