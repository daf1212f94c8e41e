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
        assert_eq!(row.way == "template", row.phrase.contains("%s"), "{}", row.phrase);
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
