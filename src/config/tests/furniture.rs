//! Phrases of one's own, and lines that are none: from the file to the finding.

use serde_json::json;

use super::*;
use crate::lexicon::StubKind;

#[test]
fn what_can_be_no_phrase_is_an_error_at_its_place() {
    let short = "is too short to be a phrase of a page: stories have such lines, too";
    let line = "Write one whole line as the page prints it";
    let text = "Write the value in quotes";
    let extend = |value: &str| format!("[furniture]\nextend = [{value}]");
    let allow = |value: &str| format!("[furniture]\nallow = [{value}]");
    assert_errors(&[
        (&extend("''"), "''", &format!("`` {short}"), line),
        (&extend("'* (3) :'"), "'* (3) :'", &format!("`* (3) :` {short}"), line),
        (&extend("'Tip the desk', 'ab'"), "'ab'", &format!("`ab` {short}"), line),
        (&extend("\"Tip\\nthe desk\""), "\"Tip\\nthe desk\"", "`Tip\\nthe desk` is more than one line", line),
        (&extend("3"), "3", "a number stands where a text is expected", text),
        (&extend("{ kind = 'share' }"), "{ kind = 'share' }", "the key `phrase` is missing here", "Write the line"),
        (
            &extend("{ phrase = 'Tip the desk', kind = 'shares' }"),
            "'shares'",
            "`shares` is no kind of furniture",
            "Did you mean `share`? It may be `form-field`, ",
        ),
        (
            &extend("{ phrase = 'Tip', knd = 'share' }"),
            "knd",
            "there is no key called `knd` here",
            "Did you mean `kind`?",
        ),
        (
            &allow("'Leave a replay'"),
            "'Leave a replay'",
            "no phrase is `Leave a replay`, so that this allows nothing",
            "Did you mean `leave a reply`? Write one whole line that is reported, or take the entry out.",
        ),
        (&allow("'Reply', 'REPLY *'"), "'REPLY *'", "no phrase is `REPLY *`, so that this allows nothing", "Did you"),
        (&allow("''"), "''", "no phrase is ``, so that this allows nothing", "Write one whole line"),
        ("phrase = 'Tip'", "phrase", "there is no key called `phrase` here", "It belongs under `[furniture]`"),
        ("[furniture]\nadd = []", "add", "there is no key called `add` here", "The key may be `extend` or `allow`."),
    ]);
    let long = format!("'{}'", "a ".repeat(301));
    let error = parse(&extend(&long)).expect_err("too long");
    assert!(error.to_string().contains("a phrase of 602 bytes is longer than any line"), "{error}");
}

#[test]
fn phrases_of_the_file_count_and_lines_it_allows_do_not() {
    let text = "[furniture]\nextend = ['Tip the harbour desk', { phrase = 'More ships', kind = 'related' }]\nallow = ['Comments']";
    let lexicon = resolve(text, &Flags::default()).expect(text).settings.lexicon;
    let kind = |line: &str| lexicon.recognise(line).map(|hit| hit.kind);
    assert_eq!(kind("TIP THE HARBOUR DESK"), Some(StubKind::FormPrompt));
    assert_eq!(kind("More ships »"), Some(StubKind::Related));
    assert_eq!(kind("12 Comments"), None);
    assert_eq!(kind("Leave a reply"), Some(StubKind::FormPrompt));

    let article = "News ID : 1\nPublish Date : 6/22/2024 5:01:54 PM\nShips sail\n\nShips sail.\n\nThey left.\n\nTip the harbour desk\n";
    let found = |config: &Config| lint::check(&Source::new("t", article), &config.settings).diagnostics;
    let is_stub =
        |config: &Config| found(config).iter().any(|finding| finding.message.contains("Tip the harbour desk"));
    assert!(is_stub(&resolve(text, &Flags::default()).expect(text)));
    assert!(!is_stub(&resolve("", &Flags::default()).expect("the defaults")));
}

#[test]
fn both_lists_are_shown_as_they_are_in_force() {
    let file =
        parse("[furniture]\nextend = ['Tip the desk', { phrase = 'More ships', kind = 'related' }]").expect("good");
    let effective = effective(Some(&file), &Flags::default()).expect("good");
    let value = json!({"extend": ["Tip the desk", {"phrase": "More ships", "kind": "related"}], "allow": []});
    let (shown, origins) = effective.get("furniture").expect("a key");
    assert_eq!(shown, value);
    assert_eq!(origins.iter().map(ToString::to_string).collect::<Vec<_>>(), ["wirelint.toml:2", "default"]);
}
