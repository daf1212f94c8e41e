use super::*;

fn block(text: &str) -> Block<'_> {
    Block { line: 0, span: Span::new(0, text.len()), text }
}

fn header(text: &str) -> Option<(FieldKind, &str, &str)> {
    let (field, _) = header_field(block(text), &Profile::default(), false)?;
    Some((field.kind, &text[field.label.range()], field.value.text))
}

#[test]
fn a_label_is_known_in_any_spelling() {
    for line in
        ["News ID : 17", "NEWS ID:17", "NewsID：17", "news_id :\u{a0}17", "Nwes ID : 17", "News ID 17", "News ID17"]
    {
        let (kind, _, value) = header(line).expect(line);
        assert_eq!((kind, value), (FieldKind::NewsId, "17"), "{line}");
    }
    for line in [
        "Publish Date :",
        "Publish date: 6/22/2024 5:01:54 PM",
        "Publised Date : 6/22",
        "Publish Date6/22/2024 5:01:54 PM",
    ] {
        assert_eq!(header(line).expect(line).0, FieldKind::PublishDate, "{line}");
    }
}

#[test]
fn colons_are_found_by_their_first_bytes() {
    for c in COLONS {
        assert_eq!(colon(&format!("“News ID {c}: 17")), Some(10 + 1), "{c}");
    }
    assert_eq!(colon("A café ‖ “Brenn”"), None);
}

#[test]
fn what_begins_like_a_letter_is_seen() {
    for c in ('\0'..=char::MAX).filter(|c| chars::is_unseen(*c) || chars::is_blank(*c)) {
        assert!(!begins_a_letter(c.to_string().as_bytes()[0]), "{c:?}");
    }
    let labels = Profile::built_in_names().flat_map(|name| wire(name).fields).flat_map(|form| form.labels);
    for label in labels.filter(|label| label.is_ascii()) {
        assert!(begins_a_letter(label.as_bytes()[0]), "{label}");
    }
}

#[test]
fn a_headline_with_a_colon_is_no_field() {
    for line in [
        "News in: five charts",
        "Breaking News : IDs stolen",
        "Newsroom: 5 reporters leave",
        "News ID cards introduced",
        "Published: a life",
    ] {
        assert_eq!(header(line), None, "{line}");
    }
}

#[test]
fn characters_that_nobody_sees_hide_no_value() {
    let profile = Profile::default();
    let is_date = |value| is_value(FieldKind::PublishDate, value, &profile);
    assert!(is_date("5/\u{c}3/2024 9:30:00 AM") && is_date("5/3/2\u{200f}024 9:30:\u{0}00\u{b}AM"));
    assert!(!is_date("5/\u{93}3/2024 9:30:00 AM") && !is_date("5/3/2024\u{2028}9:30:00 AM"));
    let is_id = |value| is_value(FieldKind::NewsId, value, &profile);
    assert!(is_id("17\u{200d}02\u{ad}") && !is_id("17\u{c}02") && !is_id("\u{200b}"));
    // Where a joiner shapes a word, it stays.
    assert_eq!(legible("سه\u{200c}شنبه ۱۴\u{200c}۰۳"), "سه\u{200c}شنبه ۱۴۰۳");
}

#[test]
fn below_the_headline_only_a_certain_field_counts() {
    let profile = Profile::default();
    assert!(stray_field(block("News ID: 17"), &profile).is_some());
    assert!(stray_field(block("Publish Date : 6/22/2024 5:01:54 PM"), &profile).is_some());
    for line in ["News\u{a0} ID :17", "Ne\u{200b}ws ID : 1\u{200b}7", "\u{200f}News ID\u{2060}: 17\u{7}"] {
        assert!(stray_field(block(line), &profile).is_some(), "{line}");
    }
    for line in ["News ID : see below", "news id : 17", "Publish Date : tomorrow", "The News ID : 17"] {
        assert!(stray_field(block(line), &profile).is_none(), "{line}");
    }
}

fn wire(name: &str) -> Profile {
    Profile::built_in(name).expect("a built-in wire")
}

#[test]
fn below_the_headline_a_field_has_the_separator_of_its_wire() {
    let mehr = wire("mehrnews");
    let stray = |line| stray_field(block(line), &mehr).map(|field| field.value.text.to_owned());
    assert_eq!(stray("News ID 17"), Some("17".to_owned()));
    assert_eq!(stray("News ID: 17"), Some("17".to_owned()));
    let default = Profile::default();
    for line in ["News ID 17", "NewsID : 17", "News ID 17 : 18"] {
        assert!(stray_field(block(line), &default).is_none(), "{line}");
    }
    let field = stray_field(block("News\u{a0} ID : 17"), &default).expect("a field");
    assert!(!field.in_header && field.is_below);
    assert_eq!(
        (field.label, field.separator, field.value.span),
        (Span::new(0, 9), Span::new(9, 12), Span::new(12, 14))
    );
}

#[test]
fn a_label_has_no_marks_but_ornaments() {
    for line in ["_News ID_ : 17", "• News-ID : 17", "| Nwes ID : 17", "Ne\u{7}ws ID : 17", "Ne\u{200d}ws ID : 17"] {
        assert_eq!(header(line).map(|(kind, ..)| kind), Some(FieldKind::NewsId), "{line}");
    }
    for line in ["“News ID” : 17", "(News ID) : 17", "News ID? : 17", "“Nwes ID” : 17"] {
        assert_eq!(header(line), None, "{line}");
    }
}

#[test]
fn longer_labels_have_more_typing_errors() {
    let is_misspelled = |label, wanted| is_misspelled(label, wanted);
    // Five letters are the fewest, and two errors count from eight on.
    assert!(is_misspelled("Codee", "Codes") && !is_misspelled("Cod", "Code") && !is_misspelled("Coda", "Code"));
    assert!(is_misspelled("Ref Cade", "Ref Code") && !is_misspelled("Raf Cade", "Ref Code"));
    assert!(is_misspelled("Naws cade", "News code") && !is_misspelled("Naws cadi", "News code"));
    assert!(is_misspelled("News cdoe", "News code") && is_misspelled("New codes", "News code"));
    // A letter more or less, in any script.
    assert!(is_misspelled("News codes", "News code") && !is_misspelled("News codes 12", "News code"));
    assert!(is_misspelled("تارخ", "تاریخ") && !is_misspelled("تار", "تاریخ"));
    // A digit or a letter of another script is none, but for those that the label has itself.
    assert!(!is_misspelled("News c0de", "News code") && !is_misspelled("Nеws code", "News code"));
    assert!(is_misspelled("Feld 2", "Field 2") && is_misspelled("تاريخ خبز", "تاریخ خبر"));
    assert!(!is_misspelled("New“s code", "News code"));
}

#[test]
fn several_fields_of_a_line_have_their_own_places() {
    let line = "News Code: 17  |  Date: 2024/06/22  |  Time: 17 : 01";
    let found: Vec<_> = header_fields(block(line), &wire("kurdpress"), true).map(|(field, _)| field).collect();
    let parts = |field: &Field| (field.label, field.separator, field.value.span, field.joint);
    assert_eq!(
        found.iter().map(parts).collect::<Vec<_>>(),
        [
            (Span::new(0, 9), Span::new(9, 11), Span::new(11, 13), None),
            (Span::new(18, 22), Span::new(22, 24), Span::new(24, line.len()), Some(Span::new(13, 18))),
        ]
    );
    let rest = part(block(line), 18, 22);
    assert_eq!((rest.text, rest.span), ("Date", Span::new(18, 22)));
}

#[test]
fn an_id_is_a_number_in_the_digits_of_its_wire() {
    let is_id = |value, name| is_value(FieldKind::NewsId, value, &wire(name));
    assert!(is_id("17", "nournews") && is_id("17", "nournews-fa") && is_id("۱۷", "nournews-fa"));
    assert!(!is_id("۱۷", "nournews") && !is_id("17a", "nournews") && !is_id("", "nournews-fa"));
}

#[test]
fn only_a_typing_error_makes_a_label_a_guess() {
    let is_guess = |line: &str| {
        let (_, spelling) = header_field(block(line), &Profile::default(), false).expect(line);
        spelling == Spelling::Guessed
    };
    for line in ["News ID : 17", "NEWS ID:17", "NewsID：17", "news_id :\u{a0}17"] {
        assert!(!is_guess(line), "{line}");
    }
    for line in ["Nwes ID : 17", "News ID 17", "News ID17"] {
        assert!(is_guess(line), "{line}");
    }
}
