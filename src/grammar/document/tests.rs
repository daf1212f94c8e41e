use super::*;

fn roles(text: &str) -> Vec<Role> {
    parse(&Source::new("t", text), &Profile::default(), Lexicon::built_in()).roles
}

const HEADER: &str = "News ID : 1\nPublish Date : 6/22/2024 5:01:54 PM\n";

#[test]
fn every_line_of_a_whole_article_has_its_role() {
    use Role::{Blank, Furniture, HeaderField, Headline, Paragraph, RepeatedHeadline, Standfirst};
    let text = format!(
        "{HEADER}Talks resume\n\nTalks resume\n\nThe two sides met.\n\nThey spoke.\n\n\nfirst name & last name"
    );
    let wanted = [
        HeaderField,
        HeaderField,
        Headline,
        Blank,
        RepeatedHeadline,
        Blank,
        Standfirst,
        Blank,
        Paragraph,
        Blank,
        Blank,
        Furniture,
    ];
    assert_eq!(roles(&text), wanted);
}

#[test]
fn a_lone_block_is_the_story_and_a_credited_block_is_its_lede() {
    assert_eq!(roles(&format!("{HEADER}Talks\n\nThey spoke.\n")).last(), Some(&Role::Paragraph));
    let credited = roles(&format!("{HEADER}Talks\n\nNOURNEWS- They spoke.\n\nMore.\n"));
    assert_eq!(credited[4], Role::Paragraph);
}

#[test]
fn short_words_of_forms_are_prose_unless_they_stand_after_the_story() {
    let body = roles(&format!("{HEADER}Talks\n\nThey spoke.\n\nName\n\nThey left.\n"));
    assert_eq!(body[6], Role::Paragraph);
    let tail = roles(&format!("{HEADER}Talks\n\nThey spoke.\n\nThey left.\n\nName\n"));
    assert_eq!(tail[8], Role::Furniture);
    let unfinished = roles(&format!("{HEADER}Talks\n\nThey spoke.\n\nSigned by\n\nName\n"));
    assert_eq!(unfinished[8], Role::Paragraph);
}

fn article<'t>(text: &'t str, wire: &str) -> Article<'t> {
    parse(&Source::new("t", text), &Profile::built_in(wire).expect("a built-in wire"), Lexicon::built_in())
}

#[test]
fn a_block_is_what_a_reader_sees_of_its_line() {
    let block = |text| {
        let source = Source::new("t", text);
        let found = block(&source, 0, source.lines()[0]);
        assert_eq!(source.slice(found.span), found.text);
        found.text.to_owned()
    };
    for line in ["Talks", "Talks ", " Talks", "\t\u{a0}Talks\u{7} ", "\u{feff}\u{200b}Talks\u{ad}"] {
        assert_eq!(block(line), "Talks", "{line:?}");
    }
    // What decides how a line is laid out, or how its last letter is shaped.
    for line in ["\u{200f}سلام!", "\u{202b}سلام\u{202c}", "خانه\u{200c}", "\u{200d}ه"] {
        assert_eq!(block(line), line, "{line:?}");
    }
    for line in [" ", "\u{200f}\u{202b} \u{200c}\u{7}"] {
        assert_eq!(block(line), "", "{line:?}");
    }
}

#[test]
fn a_count_of_readers_is_part_of_the_header_below_its_first_field() {
    use Role::{Blank, Furniture, HeaderField, Headline, Paragraph};
    let below = article("Jun 22, 2024, 5:01 PM\n12 Persons\nNews ID: 4\nTalks\n\nThey met.\n", "irna");
    assert_eq!(below.roles, [HeaderField, Furniture, HeaderField, Headline, Blank, Paragraph]);
    let above = article("12 Persons\nJun 22, 2024, 5:01 PM\nNews ID: 4\nTalks\n\nThey met.\n", "irna");
    assert_eq!(above.roles[0], Headline);
}

#[test]
fn the_day_of_a_page_stands_above_all_fields() {
    use Role::{Furniture, HeaderField, Headline};
    let day = "28 November 2020\n";
    assert_eq!(roles(&format!("{day}{day}{HEADER}Talks\n"))[..3], [Furniture, Furniture, HeaderField]);
    assert_eq!(roles(&format!("News ID : 1\n{day}{HEADER}Talks\n"))[..2], [HeaderField, Headline]);
    assert_eq!(roles(&format!("{day}Talks\n{HEADER}"))[..1], [Headline]);
    // A wire that has it has it once.
    let header = "News ID: 5\nPublish Date: 28 October 2020 - 21:27\nTalks\n\nThey met.\n";
    assert_eq!(article(&format!("{day}{header}"), "kayhan").roles[..2], [HeaderField; 2]);
    assert_eq!(article(&format!("{day}{day}{header}"), "kayhan").roles[..2], [HeaderField, Headline]);
}

#[test]
fn fields_below_the_story_end_at_the_first_line_that_is_none() {
    let fields = |tail: &str| {
        let text = format!("Talks\n\nThey met.\n\n{tail}\n");
        let article = article(&text, "kurdpress");
        let of_header = article.fields.iter().filter(|field| field.in_header);
        of_header.map(|field| field.value.text.to_owned()).collect::<Vec<_>>()
    };
    let date = "Date: 2024/06/22  |  Time: 17 : 01";
    assert_eq!(fields(&format!("News Code: 17  |  {date}")), ["17", "2024/06/22  |  Time: 17 : 01"]);
    assert_eq!(fields(&format!("News Code: 17\n{date}")), ["17", "2024/06/22  |  Time: 17 : 01"]);
    assert_eq!(fields("News Code: 17\nShare this story"), ["17"]);
    assert_eq!(fields(&format!("{date}\nThey left.\nNews Code: 17")), ["17"]);
    // Nor is anything that is only like a field.
    assert_eq!(fields("News Cdoe: 17"), [""; 0]);
    assert_eq!(fields("News Code: what every editor should know"), [""; 0]);
    // Beside a field, it is one.
    assert_eq!(fields("News Code: 17  |  Date: soon"), ["17", "soon"]);
    assert_eq!(fields(&format!("News Cdoe: 17  |  {date}")), ["17", "2024/06/22  |  Time: 17 : 01"]);
}

#[test]
fn a_guess_is_no_field_above_the_field_itself() {
    use Role::{Blank, HeaderField, Headline};
    assert_eq!(roles("Nwes ID : 17\nPublish Date : 6/22/2024 5:01:54 PM\nTalks\n")[..1], [HeaderField]);
    for guess in ["Nwes ID : 17", "News ID: what every editor should know"] {
        let found =
            roles(&format!("{guess}\n\nNews ID : 4\nPublish Date : 6/22/2024 5:01:54 PM\n\nTalks\n\nThey met.\n"));
        assert_eq!(found[..2], [Headline, Blank], "{guess}");
    }
    // Of two guesses the first one counts, and what states nothing is no field that was meant.
    assert_eq!(roles("Nwes ID : 17\nNesw ID : 18\n\nThey met.\n")[..2], [HeaderField, Headline]);
    assert_eq!(roles("Nwes ID : 17\nNews ID : see below\n\nThey met.\n")[..2], [HeaderField, Headline]);
}

#[test]
fn a_date_that_stands_alone_a_second_time_is_known_by_itself() {
    let text = "Jun 22, 2024, 5:01 PM\nNews ID: 4\nTalks\n\nJun 22, 2024, 5:01 PM\n\nThey met.\n";
    let article = article(text, "irna");
    let again = article.fields.last().expect("a field");
    assert_eq!((again.line, again.in_header, again.is_below), (4, false, true));
    assert_eq!((again.label, again.separator, again.value.span), (Span::at(40), Span::at(40), Span::new(40, 61)));
    let other = text.replacen("5:01 PM\n\nThey", "6:01 PM\n\nThey", 1);
    assert_eq!(self::article(&other, "irna").fields.len(), 2);
}

#[test]
fn the_date_of_a_story_may_be_read_by_another_pattern() {
    let text = "News ID : 4\nPublish Date : 3/4/2024 5:01:54 PM\nTalks\n";
    let article = article(text, "nournews");
    let read = |pattern: &str| {
        let pattern = DatePattern::compile(pattern, crate::datetime::Notation::default()).expect("a pattern");
        published_as(&pattern, &article, &Profile::default()).map(|local| local.to_string())
    };
    assert_eq!(read("%-m/%-d/%Y %-I:%M:%S %p"), Some("2024-03-04 17:01:54".to_owned()));
    assert_eq!(read("%-d/%-m/%Y %-I:%M:%S %p"), Some("2024-04-03 17:01:54".to_owned()));
    assert_eq!(read("%Y-%m-%d"), None);
}

#[test]
fn what_is_glued_to_a_paragraph_has_its_place_in_the_text() {
    let text = format!("{HEADER}Talks\n\nThey met.Leave a Reply\n\nThey left.\n");
    let article = article(&text, "nournews");
    let glued: Vec<_> = article.glued.iter().map(|glued| (&text[glued.span.range()], glued.kind)).collect();
    assert_eq!(glued, [("Leave a Reply", StubKind::FormPrompt)]);
}
