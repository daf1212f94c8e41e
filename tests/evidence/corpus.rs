//! The clean articles of `tests/prose` and the phrases of the lexicon.

use std::fs;
use std::path::{Path, PathBuf};

/// An article without a fault.
#[derive(Clone, Debug)]
pub(crate) struct Article {
    /// Language, as in the lexicon: the name of its directory.
    pub(crate) language: String,
    /// Language and name of the file: `de/brief`.
    pub(crate) name: String,
    /// The file.
    pub(crate) text: String,
}

impl Article {
    /// Whether the last line reads finished, so that a story can't go on below it.
    pub(crate) fn ends_finished(&self) -> bool {
        wirelint::chars::is_finished(self.text.trim_end())
    }

    /// The lines of text.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.lines().filter(|line| !line.is_empty())
    }
}

/// All articles, by language and name.
pub(crate) fn articles() -> Vec<Article> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/prose");
    let languages = entries(&root).into_iter().filter(|entry| entry.is_dir());
    let mut found: Vec<Article> = languages.flat_map(|language| entries(&language)).map(article).collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

fn entries(dir: &Path) -> Vec<PathBuf> {
    fs::read_dir(dir).expect("a directory").map(|entry| entry.expect("an entry").path()).collect()
}

fn article(path: PathBuf) -> Article {
    let part = |part: Option<&std::ffi::OsStr>| part.and_then(|part| part.to_str()).expect("a name").to_owned();
    let language = part(path.parent().and_then(Path::file_name));
    let name = format!("{language}/{}", part(path.file_stem()));
    Article { language, name, text: fs::read_to_string(path).expect("UTF-8") }
}

/// A row of the lexicon's data.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    /// The language: `pt-BR`.
    pub(crate) language: &'static str,
    /// What part of a page it comes from: `form-field`.
    pub(crate) kind: &'static str,
    /// How telling it is: `T1` to `T3`.
    pub(crate) tier: &'static str,
    /// `whole`, `opening`, `template` …
    pub(crate) way: &'static str,
    /// The phrase.
    pub(crate) phrase: &'static str,
}

impl Row {
    /// Whether it is the beginning of a longer sentence.
    pub(crate) fn is_opening(&self) -> bool {
        matches!(self.way, "opening" | "prefix")
    }
}

/// Every row of the lexicon's data, whatever the order of its columns.
pub(crate) fn rows() -> Vec<Row> {
    let mut lines = include_str!("../../src/lexicon/phrases.tsv").lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let place = |name: &str| head.iter().position(|column| *column == name).expect("a column of the lexicon");
    let (language, kind, tier) = (place("language"), place("kind"), place("tier"));
    let (way, phrase) = (place("match"), place("phrase"));
    lines
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            let column = |at: usize| columns.get(at).copied().unwrap_or_default();
            Row {
                language: column(language),
                kind: column(kind),
                tier: column(tier),
                way: column(way),
                phrase: column(phrase),
            }
        })
        .collect()
}

/// The articles in which phrases of `language` are tried: those of the same language or of its nearest relative, else
/// the English ones.
pub(crate) fn hosts<'a>(articles: &'a [Article], language: &str) -> Vec<&'a Article> {
    let own = match language.split('-').next().unwrap_or_default() {
        "be" | "bg" | "kk" | "mk" | "mn" | "sr" => "ru",
        "da" | "nb" | "nn" | "is" => "sv",
        "sk" | "sl" | "hr" | "bs" => "cs",
        "ca" | "gl" | "ast" | "eu" => "es",
        "ckb" | "ug" => "fa",
        "bn" | "ne" | "pa" => "hi",
        "ms" | "jv" | "su" => "id",
        "af" => "nl",
        "az" | "uz" => "tr",
        "lb" => "de",
        "oc" | "br" => "fr",
        own => own,
    };
    let of = |language: &str| -> Vec<&'a Article> {
        articles.iter().filter(|article| article.language == language).collect()
    };
    let found = of(own);
    if found.is_empty() { of("en") } else { found }
}
