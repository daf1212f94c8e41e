//! Makes tables of the reviewed phrases, of labels, and of the names of months and weekdays, so that nothing has to be read or folded when the program starts.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

#[path = "src/calendar/key.rs"]
mod calendar_key;
#[allow(dead_code, unreachable_pub, reason = "the folding of letters needs a part of it")]
#[path = "src/chars.rs"]
mod chars;
#[path = "src/lexicon/filter.rs"]
mod filter;
#[allow(dead_code, reason = "lines are looked at when the program runs")]
#[path = "src/lexicon/key.rs"]
mod key;
#[allow(dead_code, unreachable_pub, reason = "the folding of letters is a part of it")]
#[path = "src/keys.rs"]
mod keys;
#[allow(dead_code, unreachable_pub, reason = "rows name their languages by code")]
#[path = "src/calendar/language.rs"]
mod language;
#[path = "src/metadata/key.rs"]
mod metadata_key;

/// What pages say themselves, before what comment systems and publishing systems put into them: where both have a
/// phrase, the first counts.
const DATA: [&str; 2] = ["src/lexicon/page.tsv", "src/lexicon/phrases.tsv"];
/// Languages whose rows a review has gone through one by one: of the same phrase elsewhere, theirs counts.
const REVIEWED: [&str; 2] = ["en", "fa"];
/// Kinds from the one that a phrase of several is taken for to the one that it is not: what heads links to other stories
/// may head a part of the story, too.
#[rustfmt::skip]
const KINDS: [&str; 14] = [
    "related", "tag", "form-field", "form-button", "form-prompt", "captcha", "newsletter", "share", "cookie",
    "copyright", "end-mark", "ad", "read-more", "system-text",
];

/// What a table says about a phrase. The order is from the row that counts to the row that does not.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// Which of two rows counts: one of the first file, then one of a reviewed language, then any other.
    rank: u8,
    tier: String,
    kind: usize,
    is_sentence: bool,
    is_brand: bool,
    needs_topics: bool,
}

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    for file in [
        "calendar/key.rs",
        "calendar/language.rs",
        "calendar/months.tsv",
        "calendar/weekdays.tsv",
        "chars.rs",
        "keys.rs",
        "lexicon/filter.rs",
        "lexicon/key.rs",
        "lexicon/page.tsv",
        "lexicon/phrases.tsv",
        "lexicon/words.tsv",
        "metadata/key.rs",
        "metadata/labels.tsv",
    ] {
        println!("cargo::rerun-if-changed=src/{file}");
    }
    let data = DATA.map(|file| fs::read_to_string(file).expect("the phrases can be read"));
    let out = env::var_os("OUT_DIR").expect("Cargo names the directory");
    let out = Path::new(&out);
    fs::write(out.join("phrases.rs"), tables(&data)).expect("the tables can be written");
    fs::write(out.join("simple.rs"), simple()).expect("the table can be written");
    let data = fs::read_to_string("src/lexicon/words.tsv").expect("the words can be read");
    fs::write(out.join("words.rs"), words(&data)).expect("the table can be written");
    fs::write(out.join("names.rs"), names()).expect("the tables can be written");
    fs::write(out.join("labels.rs"), labels()).expect("the tables can be written");
}

/// The names of months and weekdays by key, each with all it means, in the order of the rows.
fn names() -> String {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let read = |file| fs::read_to_string(file).expect("the names can be read");
    let language = |code: &str| language::Language::from_code(code).unwrap_or_else(|| panic!("no language: {code}"));
    let (mut months, mut weekdays) = (BTreeMap::new(), BTreeMap::new());
    for line in read("src/calendar/months.tsv").lines().skip(1) {
        let row: Vec<&str> = line.split('\t').collect();
        let [code, calendar, number, full, short, others] = row[..] else { panic!("six columns are needed: {line}") };
        let calendar = calendar[..1].to_uppercase() + &calendar[1..];
        let meaning = format!("(Language::{:?}, Calendar::{calendar}, {number})", language(code));
        add_names(&mut months, [full, short, others], &meaning);
    }
    for line in read("src/calendar/weekdays.tsv").lines().skip(1) {
        let row: Vec<&str> = line.split('\t').collect();
        let [code, day, full, short, others] = row[..] else { panic!("five columns are needed: {line}") };
        let day =
            day.parse::<usize>().ok().and_then(|day| DAYS.get(day - 1)).unwrap_or_else(|| panic!("no day: {line}"));
        add_names(&mut weekdays, [full, short, others], &format!("(Language::{:?}, Weekday::{day})", language(code)));
    }
    let most_words = months.keys().chain(weekdays.keys()).map(|key| key.split(' ').count()).max().unwrap_or_default();
    let mut out = format!("const MOST_WORDS: usize = {most_words};\n");
    for (name, what, table) in [("MONTH", "MonthMeant", &months), ("WEEKDAY", "DayMeant", &weekdays)] {
        let row = |(key, meanings): (&String, &Vec<String>)| format!("({key:?}, &[{}]),\n", meanings.join(", "));
        let rows: String = table.iter().map(row).collect();
        let _ = writeln!(out, "static {name}_NAMES: [(&str, &[{what}]); {}] = [\n{rows}];", table.len());
    }
    out
}

/// The labels that pages print beside a story, by their first characters, and a set of their first two.
fn labels() -> String {
    let data = fs::read_to_string("src/metadata/labels.tsv").expect("the labels can be read");
    let mut openings = [0_u64; 64];
    let mut rows = Vec::new();
    for line in data.lines().skip(1) {
        let row: Vec<&str> = line.split('\t').collect();
        let [_, kind, label] = row[..] else { panic!("three columns are needed: {line}") };
        let folded: Vec<char> = label.chars().filter_map(metadata_key::fold).collect();
        let [first, second, ..] = folded[..] else { panic!("two letters are needed: {line}") };
        let (place, bit) = metadata_key::opening_bit(first, second);
        openings[place] |= bit;
        let kind = kind[..1].to_uppercase() + &kind[1..];
        rows.push((first, format!("Label {{ kind: Kind::{kind}, text: {label:?}, folded: &{folded:?} }},\n")));
    }
    rows.sort_by_key(|(first, _)| *first);
    let (count, rows): (usize, String) = (rows.len(), rows.into_iter().map(|(_, row)| row).collect());
    let openings = openings.map(grouped).join(", ");
    format!("static LABELS: [Label; {count}] = [\n{rows}];\nstatic OPENINGS: [u64; 64] = [{openings}];\n")
}

/// Adds what all spellings of a name mean.
fn add_names(table: &mut BTreeMap<String, Vec<String>>, [full, short, others]: [&str; 3], meaning: &str) {
    for name in [full, short].into_iter().chain(others.split(", ")).filter(|name| !name.is_empty()) {
        table.entry(calendar_key::key(name)).or_default().push(meaning.to_owned());
    }
}

fn tables(data: &[String]) -> String {
    let (mut whole, mut openings) = (BTreeMap::new(), BTreeMap::new());
    let mut templates = BTreeMap::new();
    let (mut cut, mut endings) = (BTreeMap::new(), BTreeMap::new());
    let (mut few, mut many, mut final_letters) = (filter::Filter::EMPTY, filter::Filter::EMPTY, filter::Filter::EMPTY);
    let rows = data.iter().enumerate().flat_map(|(file, text)| text.lines().skip(1).map(move |line| (file, line)));
    for (file, line) in rows {
        let row: Vec<&str> = line.split('\t').collect();
        let [language, kind, tier, way, phrase] = row[..] else { panic!("five columns are needed: {line}") };
        let entry = Entry {
            rank: if file == 0 { 0 } else { 1 + u8::from(!REVIEWED.contains(&language)) },
            // T3 sorts last by name and counts first.
            tier: tier.replace('3', "0"),
            kind: KINDS.iter().position(|known| *known == kind).unwrap_or_else(|| panic!("no kind: {line}")),
            is_sentence: key::ends_like_a_sentence(phrase),
            is_brand: way == "brand",
            needs_topics: matches!(way, "opening" | "said"),
        };
        let start = phrase.split("%s").next().unwrap_or_default();
        if start.contains(char::is_alphabetic) || start == phrase {
            few.add(start, filter::FEW);
            many.add(start, filter::MANY);
        }
        match way {
            // A story may end in what is said, too.
            "whole" | "brand" | "said" => keep_first(&mut whole, key::key(phrase), entry),
            "prefix" | "opening" => keep_first(&mut openings, key::key(phrase), entry),
            // A page goes on after one that is cut short; a template is a whole line.
            "template" | "cut" => {
                let (before, after) = phrase.split_once("%s").unwrap_or_else(|| panic!("no %s: {line}"));
                let after = if after.contains(char::is_alphabetic) { key::key(after) } else { String::new() };
                let table = match way {
                    "cut" => &mut cut,
                    _ if before.contains(char::is_alphabetic) => &mut templates,
                    _ => {
                        final_letters.add_end(&after);
                        &mut endings
                    }
                };
                keep_first(table, (key::key(before), after), entry);
            }
            _ => panic!("no way to match: {line}"),
        }
    }
    let mut out = String::new();
    let put = |out: &mut String, name: &str, what: &str, rows: Vec<String>| {
        let _ = writeln!(out, "static {name}: [{what}; {}] = [\n{}];", rows.len(), rows.join(""));
    };
    let row = |(key, entry): (&String, &Entry)| format!("({key:?}, {}),\n", code(entry));
    put(&mut out, "WHOLE", "(&str, Phrase)", whole.iter().map(row).collect());
    put(&mut out, "OPENINGS", "(&str, Phrase)", openings.iter().map(row).collect());
    let row =
        |((before, after), entry): (&(String, String), &Entry)| format!("({before:?}, {after:?}, {}),\n", code(entry));
    for (name, table) in [("TEMPLATES", &templates), ("CUT", &cut), ("ENDINGS", &endings)] {
        put(&mut out, name, "(&str, &str, Phrase)", table.iter().map(row).collect());
    }
    for (name, filter) in [("FEW", &few), ("MANY", &many), ("LAST", &final_letters)] {
        let words: Vec<String> = filter.0.iter().map(|word| grouped(*word)).collect();
        let _ = writeln!(out, "static {name}: Filter = Filter([{}]);", words.join(", "));
    }
    out
}

/// The words of forms: the hash of each, the languages that have it, and those in which it says what forms are about.
fn words(data: &str) -> String {
    let mut languages: Vec<&str> = Vec::new();
    let mut known: BTreeMap<u32, (u64, u64)> = BTreeMap::new();
    for line in data.lines().skip(1) {
        let row: Vec<&str> = line.split('\t').collect();
        let [language, class, words] = row[..] else { panic!("three columns are needed: {line}") };
        let bits = if language == "*" {
            u64::MAX
        } else {
            if !languages.contains(&language) {
                languages.push(language);
            }
            assert!(languages.len() <= 64, "a language has a bit");
            1 << languages.iter().position(|known| *known == language).unwrap_or_default()
        };
        for word in words.split(' ') {
            let hash = key::fold(word).chars().fold(key::NO_LETTERS, key::hash);
            let slot = known.entry(hash).or_default();
            slot.0 |= bits;
            slot.1 |= if class == "telling" { bits } else { 0 };
        }
    }
    let mut sets: Vec<(u64, u64)> = known.values().copied().collect();
    sets.sort_unstable();
    sets.dedup();
    let place = |set: &(u64, u64)| sets.binary_search(set).expect("every set is there");
    let list = |rows: Vec<String>| format!("{}] = [{}];\n", rows.len(), rows.join(", "));
    format!(
        "static HASHES: [u32; {}static PLACES: [u16; {}static SETS: [(u64, u64); {}",
        list(known.keys().map(|hash| format!("0x{:04x}_{:04x}", hash >> 16, hash & 0xffff)).collect()),
        list(known.values().map(|set| place(set).to_string()).collect()),
        list(sets.iter().map(|(all, telling)| format!("({}, {})", grouped(*all), grouped(*telling))).collect()),
    )
}

/// The characters below this are in the table of those that fold by themselves.
const FIRST_UNLISTED: u32 = 0x3100;
/// What the table says of a character that does not, or that is left out.
const MANIFOLD: u32 = 0xffff;
const LEFT_OUT: u32 = 0;
/// What it adds to a letter.
const LETTER: u32 = 0x8000;

/// What each character folds to, if that does not depend on what stands beside it: it is one character, and Unicode
/// composes it with none before it.
fn simple() -> String {
    let entry = |number: u32| {
        let Some(c) = char::from_u32(number).filter(|c| *c != '\0') else { return MANIFOLD };
        let stands_alone = is_nfkc_quick(c.to_lowercase().nfkc()) == IsNormalized::Yes;
        let text = c.to_string();
        let mut folded = key::folded(&text).map(u32::from);
        match (folded.next(), folded.next()) {
            (None, _) if stands_alone => LEFT_OUT,
            (Some(folded), None) if stands_alone && folded < LETTER && c.to_lowercase().nfkc().all(is_starter) => {
                let is_letter = char::from_u32(folded).is_some_and(char::is_alphabetic);
                folded | if is_letter { LETTER } else { 0 }
            }
            _ if c == 'ß' => u32::from(c) | LETTER,
            _ => MANIFOLD,
        }
    };
    let entries: Vec<String> = (0..FIRST_UNLISTED).map(entry).map(|folded| format!("{folded:#x}")).collect();
    format!(
        "const MANIFOLD: u16 = {MANIFOLD:#x};\nconst LEFT_OUT: u16 = {LEFT_OUT};\nconst LETTER: u16 = {LETTER:#x};\n\
         static SIMPLE: [u16; {}] = [{}];\n",
        entries.len(),
        entries.join(", ")
    )
}

/// Whether no character before it comes after it in the order of Unicode's marks.
fn is_starter(c: char) -> bool {
    canonical_combining_class(c) == 0
}

/// A number as Rust code likes to have it: `0x0123_4567_89ab_cdef`.
fn grouped(word: u64) -> String {
    let digits = |shift: u32| format!("{:04x}", word >> shift & 0xffff);
    format!("0x{}", [48, 32, 16, 0].map(digits).join("_"))
}

fn keep_first<K: Ord>(table: &mut BTreeMap<K, Entry>, key: K, entry: Entry) {
    let slot = table.entry(key).or_insert_with(|| entry.clone());
    // A phrase that one page ends like a sentence and another does not may end like one.
    let is_sentence = slot.is_sentence || entry.is_sentence;
    if entry < *slot {
        *slot = entry;
    }
    slot.is_sentence = is_sentence;
}

/// The entry as code of the crate.
fn code(entry: &Entry) -> String {
    let tier = match entry.tier.as_str() {
        "T0" => "Word",
        "T2" => "Phrase",
        "T1" => "Sentence",
        other => panic!("no tier: {other}"),
    };
    let kind: String = KINDS[entry.kind].split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect();
    let Entry { is_sentence, is_brand, needs_topics, .. } = entry;
    format!(
        "Phrase {{ kind: StubKind::{kind}, tier: Tier::{tier}, is_sentence: {is_sentence}, is_brand: {is_brand}, \
         needs_topics: {needs_topics} }}"
    )
}
