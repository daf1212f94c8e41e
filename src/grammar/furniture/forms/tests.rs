use super::super::tests::ask;
use super::*;

/// Of each line, whether it is so.
fn each(texts: &[&str], is: impl Fn(&[Line], usize) -> bool) -> Vec<bool> {
    ask(texts, |lines| (0..lines.len()).map(|index| is(lines, index)).collect())
}

/// Whether the lines are so, one like the other.
fn all(texts: &[&str], is: impl Fn(&[Line], usize) -> bool) -> Option<bool> {
    let found = each(texts, is);
    found.windows(2).all(|pair| pair[0] == pair[1]).then(|| found[0])
}

const SENTENCE: &str = "They met on the quay.";

#[test]
fn a_row_of_labels_with_something_to_press_is_a_form() {
    let is_row = |texts: &[&str]| all(texts, is_part_of_row);
    assert_eq!(is_row(&["Name", "Email", "Reply"]), Some(true));
    assert_eq!(is_row(&["Reply", "Email", "Name", "Website"]), Some(true));
    assert_eq!(is_row(&["Name", "Email", "Comments"]), Some(true));
    // Nothing to press.
    assert_eq!(is_row(&["Name", "Email", "Website"]), Some(false));
    // Two are one if they are a field and its button, and nothing announces them.
    assert_eq!(is_row(&["Email", "Subscribe"]), Some(true));
    assert_eq!(is_row(&["Name", "Name", "Reply"]), Some(true));
    assert_eq!(is_row(&["Reply", "Post"]), Some(false));
    assert_eq!(is_row(&["Name", "Comments"]), Some(false));
    assert_eq!(is_row(&["Name", "Email"]), Some(false));
    assert_eq!(is_row(&["Search …", "Reply"]), Some(true));
    assert_eq!(each(&["They were:", "Email", "Subscribe"], is_part_of_row), [false; 3]);
    assert_eq!(each(&["They were", "Email", "Subscribe"], is_part_of_row), [false, true, true]);
    // Three are one whatever announces them, for each is another one.
    assert_eq!(each(&["They were:", "Email", "Name", "Subscribe"], is_part_of_row), [false, true, true, true]);
    // A row ends at anything else, and the line itself has to be a part of it.
    assert_eq!(each(&["Name", SENTENCE, "Reply"], is_part_of_row), [false; 3]);
    assert_eq!(each(&["Name", "Email", "Facebook", "Reply"], is_part_of_row), [false; 4]);
    // What is pressed may stand at either end, but not further away than a row is long.
    let far = ["Reply", "Name", "Email", "Website", "Password", "Username"];
    assert_eq!(each(&far, is_part_of_row), [true, true, true, true, false, false]);
}

#[test]
fn empty_fields_in_a_row_are_a_form_without_a_button() {
    let is_row = |texts: &[&str]| all(texts, is_part_of_row);
    assert_eq!(is_row(&["Name:", "Email:", "Website:"]), Some(true));
    assert_eq!(is_row(&["Name:", "Email:", "Website"]), Some(false));
    assert_eq!(is_row(&["Name:", "Email:"]), Some(false));
    assert_eq!(is_row(&["Name:", "Email:", "Name:"]), Some(false));
}

#[test]
fn a_page_is_known_by_its_phrases_or_by_the_parts_of_its_forms() {
    use Extent::{CertainPage, Page, Story};
    let extent = |texts: &[&str]| {
        ask(texts, |lines| match super::super::extent::of(lines) {
            Story => "story",
            Page => "page",
            CertainPage => "certain page",
        })
    };
    assert_eq!(extent(&[SENTENCE, "Leave a Reply"]), "story");
    assert_eq!(extent(&["Leave a Reply", "Post Comment"]), "page");
    assert_eq!(extent(&["Leave a Reply", "Post Comment", "Share on Facebook"]), "certain page");
    // Stories have end marks, and show code.
    assert_eq!(extent(&["Leave a Reply", "# # #", "window.location = x;"]), "story");
    assert_eq!(extent(&["Name", "Email", "Website", "Reply"]), "page");
    assert_eq!(extent(&["Name", "Email", "Website"]), "story");
    assert_eq!(extent(&["Name", "Email", "Reply", "Reply"]), "story");
    assert_eq!(extent(&["Name", "Email", "Website", "Password"]), "story");
    assert!(Story < Page && Page < CertainPage);
}

/// Lines of a menu, each another one.
const MENU: [&str; 5] = ["Harbour", "Ferries", "Weather", "Town council", "Letters from readers of the bay"];

#[test]
fn a_part_of_a_form_among_links_is_one_of_the_page() {
    let among = |above: usize, part: &str, below: usize, extent: Extent| {
        let texts = [&[SENTENCE], &MENU[..above], &[part], &MENU[..below], &[SENTENCE]].concat();
        ask(&texts, |lines| is_among_links(lines, above + 1, extent))
    };
    // On a page three links on either side tell it, in a text that may be a story five on both.
    assert!(among(3, "Reply", 0, Extent::Page) && among(0, "Reply", 3, Extent::Page));
    assert!(!among(2, "Reply", 2, Extent::Page));
    assert!(among(5, "Reply", 5, Extent::Story));
    assert!(!among(4, "Reply", 5, Extent::Story) && !among(5, "Reply", 4, Extent::Story));
    assert!(!among(5, "Reply", 0, Extent::Story));
    // Buttons, prompts and newsletters tell it, and of fields those that head no column of a table.
    for part in ["Reply", "Comments", "Subscribe", "First name", "E-Mail"] {
        assert!(among(3, part, 3, Extent::Page), "{part}");
    }
    for part in ["Name", "Harbour news", "Facebook", "Advertisement"] {
        assert!(!among(3, part, 3, Extent::Page), "{part}");
    }
    // Without any doubt about the page, any part of a form is one, but for a heading between two paragraphs.
    assert!(among(1, "Name", 0, Extent::CertainPage) && among(0, "Name", 1, Extent::CertainPage));
    assert!(!among(0, "Name", 0, Extent::CertainPage) && !among(0, "Reply", 0, Extent::CertainPage));
    assert!(!among(1, "Facebook", 0, Extent::CertainPage));
    assert!(ask(&["Name", SENTENCE], |lines| is_among_links(lines, 0, Extent::CertainPage)));
    assert!(ask(&[SENTENCE, "Name"], |lines| is_among_links(lines, 1, Extent::CertainPage)));
    // The word of a search box needs nothing beside it on a page.
    for part in ["Search", "Search…", "Suchen", "Cari", "SEARCH"] {
        assert!(among(0, part, 0, Extent::Page) && !among(0, part, 0, Extent::Story), "{part}");
    }
    assert!(!among(0, "Reply", 0, Extent::Page));
}

#[test]
fn the_button_of_a_search_box_is_one_word() {
    for text in ["Search", "search:", "SUCHEN", "搜索", "Søg", "Cari", "Søg…", "αναζήτηση"] {
        assert!(is_search(text), "{text}");
    }
    for text in ["Reply", "Carina", "The search", "Se"] {
        assert!(!is_search(text), "{text}");
    }
}

#[test]
fn links_are_short_and_no_part_of_a_sentence() {
    let is_link = |text: &str| ask(&[text], |lines| is_link(&lines[0]));
    let words = |count| vec!["word"; count].join(" ");
    assert!(is_link("Harbour") && is_link(&words(7)) && !is_link(&words(8)));
    assert!(!is_link("They met.") && !is_link("On the quay,") && !is_link("in the bay –"));
    assert!(is_link("Leave a Reply") && is_link("Your email address will not be published."));
}

#[test]
fn what_a_search_box_looks_through_is_named_beside_it() {
    let is_search_of = |texts: &[&str], extent: Extent| each(texts, |lines, index| is_search_of(lines, index, extent));
    let name = "Search the Harbour Post";
    assert_eq!(is_search_of(&[name, "Search"], Extent::Story), [true, false]);
    assert_eq!(is_search_of(&["Search", name], Extent::Story), [false, true]);
    assert_eq!(is_search_of(&["Hafenpost durchsuchen", "Suche"], Extent::Story), [true, false]);
    assert_eq!(is_search_of(&["Harbour Post", "Search"], Extent::Story), [false, false]);
    // Of a page the box may stand a line further away, and need not be there if the line trails off.
    let apart = [name, "Harbour", "Search"];
    assert_eq!(is_search_of(&apart, Extent::Story), [false; 3]);
    assert_eq!(is_search_of(&apart, Extent::Page), [true, false, false]);
    assert_eq!(is_search_of(&[name, "Harbour", "Ferries", "Search"], Extent::Page), [false; 4]);
    let hint = ["Search the Harbour Post …", SENTENCE];
    assert_eq!(is_search_of(&hint, Extent::Page), [true, false]);
    assert_eq!(is_search_of(&hint, Extent::Story), [false, false]);
    assert_eq!(is_search_of(&[name, SENTENCE], Extent::Page), [false, false]);
    assert_eq!(is_search_of(&["Search the Harbour Post …", "Search"], Extent::Story), [true, false]);
    // A sentence names nothing, nor does a long line, and what stands beside it has to be a box.
    assert_eq!(is_search_of(&["Search the whole harbour.", "Search"], Extent::Page), [false, false]);
    assert_eq!(is_search_of(&["Search the harbour, all of it, now", "Search"], Extent::Page), [false, false]);
    assert_eq!(is_search_of(&["Search one two three four five", "Search"], Extent::Page), [true, false]);
    assert_eq!(is_search_of(&["Search one two three four five six", "Search"], Extent::Page), [false, false]);
    let long = |count| format!("Search {}", "n".repeat(count));
    assert_eq!(is_search_of(&[&long(113), "Search"], Extent::Page), [true, false]);
    assert_eq!(is_search_of(&[&long(114), "Search"], Extent::Page), [false, false]);
    assert_eq!(is_search_of(&[name, "Leave a Reply"], Extent::Page), [false, false]);
    assert_eq!(is_search_of(&[name, "Subscribe"], Extent::Page), [false, false]);
}

#[test]
fn a_label_that_nobody_knows_is_told_by_the_form_around_it() {
    let is_label = |texts: &[&str]| ask(texts, |lines| is_label(lines, 1));
    let between = |above: &str, label: &str, below: &str| is_label(&[above, label, below, "Leave a Reply"]);
    // Marked as a field, beside any other part of a form; a colon or dots, between two; bare, behind a field.
    assert!(between("Harbour", "Town *", "Name") && between("Name", "Town *", "Harbour"));
    assert!(between("Name", "Town:", "Email") && between("Name", "Your town …", "Email"));
    assert!(is_label(&["Harbour", "Town *", "Harbour", "Name", "Leave a Reply"]));
    assert!(between("Comments are closed.", "Town:", "Email") && !between("Name", "Town:", "Reply"));
    assert!(!between("Harbour", "Town:", "Email") && !between("Reply", "Town:", "Reply"));
    assert!(between("Name", "Favourite town", "Email") && between("Name", "Favourite town", "Reply"));
    assert!(!between("Comments", "Favourite town", "Email") && !between("Reply", "Favourite town", "Email"));
    assert!(!between("Name", "Favourite town", "Comments"));
    // Longer ones are none, nor are sentences, quotations and what has no letter.
    assert!(between("Name", "one two three four", "Email") && !between("Name", "one two three four five", "Email"));
    assert!(between("Name", "one two three four five six:", "Email"));
    assert!(!between("Name", "one two three four five six seven:", "Email"));
    assert!(!between("Name", "They met.", "Email") && !between("Name", "“Town”:", "Email"));
    assert!(!between("Name", "12:", "Email") && between("Name", "12 b:", "Email"));
    // Nothing around it is sure to be a form.
    assert!(!is_label(&["Name", "Favourite town", "Email", SENTENCE]));
    assert!(!is_label(&["Name", "Town *", "Harbour", SENTENCE]));
}

#[test]
fn a_form_is_near_if_something_only_forms_say_is_or_enough_of_its_parts() {
    let is_in_form = |texts: &[&str]| ask(texts, |lines| is_in_form(lines, 0));
    assert!(is_in_form(&["Town", "Leave a Reply"]) && !is_in_form(&["Town", "Share on Facebook"]));
    assert!(is_in_form(&["Name", "Email", "Website", "Reply"]) && !is_in_form(&["Town", "Email", "Website", "Reply"]));
    assert!(!is_in_form(&["Name", "Email", "Website", "Password"]));
    // Eight lines away it is near, unless the story is between.
    let far = |count: usize| is_in_form(&[vec!["Town"; count], vec!["Leave a Reply"]].concat());
    assert!(far(8) && !far(9));
    assert!(!is_in_form(&["Town", SENTENCE, "Leave a Reply"]));
}

#[test]
fn stars_mark_fields_if_one_of_them_is_known() {
    let is_label = |texts: &[&str]| ask(texts, |lines| is_label(lines, 0));
    // Further away than a label and its form stand from each other.
    assert!(is_label(&["Town *", "Street *", "Country *", "Name *"]));
    assert!(is_label(&["Town *", "Street", "Country *", "Region", "Name *"]));
    assert!(!is_label(&["Town *", "Street", "Country", "Name *"]));
    assert!(!is_label(&["Town *", "Street *", "Country *", "Region *"]));
    assert!(!is_label(&["* Town", "Street *", "Country *", "Name *"]));
    assert!(!is_label(&["Town", "Street *", "Country *", "Name *"]));
    let marked = |text: &str| is_marked_behind(text);
    assert!(marked("Town *") && !marked("* Town") && !marked("Town"));
    assert!(marked("one two three four five *") && !marked("one two three four five six seven *"));
    assert!(marked(&format!("{} *", "n".repeat(118))) && !marked(&format!("{} *", "n".repeat(119))));
}
