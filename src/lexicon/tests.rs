use super::*;

const DATA: &str = include_str!("phrases.tsv");
/// Words that forms use, to go on with after an opening that prose may share.
const TOPICS: &str = "comment moderation e-mail";

struct Row<'d> {
    kind: StubKind,
    tier: &'d str,
    way: &'d str,
    phrase: &'d str,
}

impl Row<'_> {
    /// The line as a page prints it.
    fn line(&self) -> String {
        match self.way {
            "prefix" if !self.phrase.ends_with('.') => format!("{} and more", self.phrase),
            "opening" => format!("{} … {TOPICS}", self.phrase),
            _ => self.phrase.replace("%s", "Jane"),
        }
    }

    /// Whether it is certain to be furniture as a whole line.
    fn is_certain(&self) -> bool {
        self.way == "whole" && self.tier != "T3" || self.way == "prefix" && self.tier == "T1"
    }
}

fn rows() -> impl Iterator<Item = Row<'static>> {
    DATA.lines().skip(1).map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [_, kind, tier, way, phrase] = columns[..] else { panic!("{line}") };
        Row { kind: StubKind::from_name(kind).expect("a kind"), tier, way, phrase }
    })
}

#[test]
fn the_data_is_sorted_and_every_row_is_well_formed() {
    let lines: Vec<&str> = DATA.lines().skip(1).collect();
    assert!(lines.is_sorted(), "the rows are sorted by language, kind, tier, way and phrase");
    for row in rows() {
        assert!(matches!(row.tier, "T1" | "T2" | "T3"), "{}", row.phrase);
        assert_eq!(matches!(row.way, "template" | "cut"), row.phrase.contains("%s"), "{}", row.phrase);
        assert_eq!(row.phrase.trim_matches(' '), row.phrase);
    }
}

#[test]
fn every_row_is_recognised_however_pages_print_it() {
    let lexicon = Lexicon::built_in();
    let mut lost = Vec::new();
    for row in rows() {
        let line = row.line();
        if !line.contains(char::is_alphabetic) {
            assert_eq!(lexicon.recognise(&line).map(|hit| hit.kind), Some(StubKind::EndMark), "{line}");
            continue;
        }
        let forms = [
            line.clone(),
            line.to_uppercase(),
            format!("{line} *"),
            format!("{line}:"),
            format!("• {line}"),
            format!("{line} (required)"),
            format!("{line} (3)"),
            line.replace(' ', "\u{a0}"),
        ];
        for form in forms {
            let hit = lexicon.recognise(&form);
            if hit.is_none_or(|hit| row.is_certain() && !(hit.is_exact || ends_like_a_sentence(&form))) {
                lost.push(format!("{form}: {hit:?} {:?}", row.kind));
            }
        }
    }
    assert!(lost.is_empty(), "{}:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn brands_are_known_as_such() {
    let lexicon = Lexicon::built_in();
    for row in rows().filter(|row| row.way == "brand") {
        assert!(lexicon.recognise(row.phrase).is_some_and(|hit| hit.is_brand), "{}", row.phrase);
    }
    let bar = lexicon.recognise("FaceBook Twitter Delicious Digg").expect("a bar of buttons");
    assert!(bar.is_brand);
    for line in ["Facebook buys Instagram", "Google Maps", "Facebook Twitter"] {
        assert_eq!(lexicon.recognise(line), None, "{line}");
    }
}

fn hit(line: &str) -> Option<Hit> {
    Lexicon::built_in().recognise(line)
}

#[test]
fn a_line_of_phrases_is_furniture() {
    for line in [
        "Name * Email * Website",
        "Name | Email | Website",
        "Name  Email  Website",
        "Name\tEmail\tWebsite",
        "Name : Email : Website :",
        "Send comment Name : Email :",
        "Your email address will not be published. Required fields are marked *",
        "Leave a Reply Cancel reply",
        "Leave a Reply | Cancel reply",
        "Share | Tweet this | Email",
        "Share • Print • Email",
        "• Reply • Share",
        "Имя * Электронная почта * Сайт",
        "名前 * メール * サイト",
        "نام * ایمیل * وبسایت",
        "Post Comment | 8 + 6 =",
        "Want to join the discussion? Feel free to contribute!",
        "Please enter your comment! Please enter your name here",
        "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
        "Comments are closed. Powered by giscus",
    ] {
        let found = hit(line);
        let wanted = line.contains("Tweet this") || line.starts_with("Send comment") || line.contains("! Please");
        assert!(wanted || found.is_some_and(|hit| hit.is_exact && hit.tier > Tier::Word), "{line}: {found:?}");
    }
    assert!(hit("Facebook | Twitter | Instagram").is_some_and(|hit| hit.is_brand && hit.tier == Tier::Word));
}

#[test]
fn headlines_of_two_words_are_no_line_of_phrases() {
    for line in [
        "Home / Politics",
        "Sport – Comment",
        "Comment – Reply",
        "Message: Reply",
        "Related | Tags",
        "Related | Recommendations | Tags",
        "Name. Email.",
        "Facebook / Instagram",
        "Reply. Comment.",
    ] {
        assert!(hit(line).is_none_or(|hit| hit.tier == Tier::Word), "{line}: {:?}", hit(line));
    }
}

#[test]
fn a_phrase_glued_to_a_paragraph_is_found_where_it_begins() {
    let lexicon = Lexicon::built_in();
    for (paragraph, stub) in [
        ("They left at noon.", "Top of Form"),
        ("They left at noon.\u{a0}", "Bottom of Form"),
        ("“They left at noon.”", "Leave a Reply"),
        ("Did they leave?", "Your email address will not be published. Required fields are marked *"),
        ("Sie gingen.", "Hinterlasse einen Kommentar"),
        ("آنها رفتند.", "دیدگاهتان را بنویسید"),
        ("彼らは去った。", "コメントを残す"),
        ("وہ چلے گئے۔", "Top of Form"),
    ] {
        let text = format!("{paragraph}{stub}");
        assert_eq!(lexicon.glued(&text).map(|(at, _)| at), Some(paragraph.len()), "{text}");
        assert_eq!(lexicon.glued(paragraph), None);
        assert_eq!(lexicon.glued(&format!("{paragraph} {stub}")), None, "{text}");
        assert_eq!(lexicon.glued(&format!("{text} was a book, she said.")), None, "{text}");
    }
    for text in ["They left.Name", "They left.Related articles", "He runs node.Reply", "They left.Facebook", ""] {
        assert_eq!(lexicon.glued(text), None, "{text}");
    }
}

#[test]
fn phrases_of_ones_own_are_added_and_taken_out() {
    let mut lexicon = Lexicon::default();
    assert_eq!(lexicon.recognise("Tip the harbour desk"), None);
    lexicon.add(&OwnPhrase { phrase: "Tip the harbour desk!".to_owned(), kind: StubKind::Share });
    for line in
        ["Tip the harbour desk", "TIP THE HARBOUR DESK!", "• Tip the harbour desk *", "Tip the harbour desk | Print"]
    {
        let found = lexicon.recognise(line);
        assert!(found.is_some_and(|hit| hit.is_exact && hit.kind == StubKind::Share), "{line}: {found:?}");
    }
    assert_eq!(lexicon.recognise("Tip the harbour desk, she said."), None);
    assert!(lexicon.remove("Leave a reply"));
    assert!(!lexicon.remove("Leave a reply"));
    assert!(!lexicon.remove("Harbour news in brief"));
    assert_eq!(lexicon.recognise("LEAVE A REPLY *"), None);
    assert_eq!(lexicon.recognise("Leave a reply | Print"), None);
    assert_eq!(Lexicon::built_in().recognise("Leave a reply").map(|hit| hit.kind), Some(StubKind::FormPrompt));
}

#[test]
fn a_phrase_with_a_name_in_it_is_known_wherever_the_name_stands() {
    for line in [
        "Word lid van Jane Reader om te reageren",
        "Postani član portala Jane Reader za",
        "“Jane Reader” vollständig lesen",
        "Jane Reader hakkında diğer yazılar",
        "Become a member of Jane Reader",
        "Mehr laden...",
        "Comentario eliminado.",
        "التعليقات مغلقة.",
    ] {
        assert!(hit(line).is_some_and(|hit| hit.is_exact), "{line}: {:?}", hit(line));
    }
    for line in [
        "Word lid van de vereniging om de haven te redden.",
        "Become a member of the crew, he told her.",
        "Jane Reader weiterlesen",
        "Responder a la crisis de vivienda",
        "Reply...",
        "Publicat.",
        "No comment yet.",
        "Er wollte „Jane Reader“ vollständig lesen.",
    ] {
        assert!(hit(line).is_none_or(|hit| !hit.is_exact), "{line}: {:?}", hit(line));
    }
}

#[test]
fn what_a_phrase_begins_with_is_known() {
    for key in table::keys() {
        let word = key.split(' ').next().unwrap_or_default();
        assert!(!word.chars().all(char::is_alphabetic) || table::begins_with(word), "{key}");
    }
    for word in ["harbour", "ferries", "پهلوگاه", "пристань"] {
        assert!(!table::begins_with(word), "{word}");
    }
}
