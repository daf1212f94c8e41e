//! The first inputs, from what the repository has: the seed article, fixtures, the examples of the rule pages, rows of
//! the lexicon, and bytes that are no text.

use std::fs;
use std::path::{Path, PathBuf};

use wirelint::config::STARTER;
use wirelint::rules::RULES;

use super::properties::inputs::BY_DEFAULT;
use super::vocabulary::Vocabulary;
use crate::support::pages::{examples, examples_in};

/// Checked with every rule.
const BY_ALL_RULES: u8 = BY_DEFAULT + 3;
/// Checked with every rule, as the wire whose header it has.
const BY_ITS_WIRE: u8 = BY_DEFAULT + 9;
/// One row in so many is tried.
const ROWS: usize = 40;

/// Inputs that are articles: the first byte says how they are checked.
pub fn articles(root: &Path) -> Vec<Vec<u8>> {
    let texts = texts(root);
    // Recognising a wire takes longer than all the rest.
    let of_wires = texts.iter().step_by(6).map(|text| with(BY_ITS_WIRE, text));
    let of_default = texts.iter().flat_map(|text| [BY_DEFAULT, BY_ALL_RULES].map(|first| with(first, text)));
    let of_no_text = NO_TEXTS.iter().map(|bytes| with(BY_DEFAULT, bytes));
    of_default.chain(of_wires).chain(of_no_text).collect()
}

/// Inputs that are `wirelint.toml`.
pub fn configurations(root: &Path) -> Vec<Vec<u8>> {
    let starter =
        STARTER.lines().map(|line| line.strip_prefix('#').filter(|key| !key.starts_with(' ')).unwrap_or(line));
    let mut all = vec![STARTER.into(), starter.collect::<Vec<_>>().join("\n").into_bytes()];
    all.extend(files(&root.join("fixtures"), "toml").iter().map(read));
    for page in files(&root.join("docs"), "md").iter().map(read) {
        let page = String::from_utf8_lossy(&page).into_owned();
        all.extend(page.split("```toml\n").skip(1).filter_map(|block| block.split("```").next()).map(Into::into));
    }
    for rule in RULES {
        all.extend(examples_in("toml", rule.docs).into_iter().map(|example| example.text.into()));
    }
    all.extend(NO_TEXTS.iter().map(|bytes| bytes.to_vec()));
    all
}

/// Inputs that are the name of a file and its text: the first byte is the length of the name.
pub fn reports(root: &Path) -> Vec<Vec<u8>> {
    let named =
        |name: &str, text: &[u8]| [&[u8::try_from(name.len()).unwrap_or_default()], name.as_bytes(), text].concat();
    let hostile = &Vocabulary::reports().common;
    let attacks =
        hostile.iter().map(|piece| named(piece, format!("News ID : {piece}\n{piece}\n\n{piece}\n").as_bytes()));
    attacks.chain(texts(root).iter().step_by(3).map(|text| named("a.txt", text))).collect()
}

fn texts(root: &Path) -> Vec<Vec<u8>> {
    let mut all: Vec<Vec<u8>> = ["seeds", "fixtures"]
        .iter()
        .flat_map(|dir| files(&root.join(dir), "txt"))
        .filter(|path| is_input(path))
        .map(|path| read(&path))
        .collect();
    all.extend(RULES.iter().flat_map(|rule| examples(rule.docs)).map(|example| example.text.into()));
    let top = "News ID : 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks will resume\n\nThey met in the morning.\n";
    let rows = Vocabulary::articles().rare.chunks(ROWS).filter_map(|rows| rows.first());
    all.extend(rows.map(|row| format!("{top}\n{row}\n").into()));
    all
}

/// Goldens are no inputs.
fn is_input(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "input.txt") || path.parent().is_some_and(|dir| dir.ends_with("seeds"))
}

fn with(first: u8, text: &[u8]) -> Vec<u8> {
    [&[first], text].concat()
}

fn read(path: impl AsRef<Path>) -> Vec<u8> {
    fs::read(path).expect("a file of the repository")
}

/// The files with that ending in a directory and below, by name.
fn files(dir: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).expect("a directory of the repository");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let is_wanted = |path: &PathBuf| path.extension().is_some_and(|own| own == ending);
    paths
        .into_iter()
        .flat_map(|path| if path.is_dir() { files(&path, ending) } else { vec![path] })
        .filter(is_wanted)
        .collect()
}

/// Bytes that are no text, or hardly one.
const NO_TEXTS: [&[u8]; 10] = [
    b"",
    b"\n",
    b"\0",
    b"\xff\xfeN\0e\0w\0s\0",
    b"\xef\xbb\xbf\xef\xbb\xbf",
    b"\xed\xa0\x80\xf4\x90\x80\x80\xc0\xaf",
    b"News ID : 4\n\xff\xfe\n\xe2\x80",
    b"\r\r\r\n\n\r",
    b"\x1b[31m\x07\x9b2J",
    b"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80\xef\xb8\x8f",
];
