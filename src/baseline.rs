//! The baseline: findings that were there before, as a file that is read, compared and merged a line at a time.

use std::collections::{BTreeSet, HashMap};

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::fingerprint::offending_text;
use crate::report::escape::json;
use crate::rules;
use crate::source::{Source, Span};

/// Version of the shape of the file; a field that goes or changes its meaning raises it.
const VERSION: u64 = 1;
/// How many characters of the text a finding is about are kept for people.
const MOST_QUOTED: usize = 80;
/// Digits of a fingerprint.
const FINGERPRINT_LEN: usize = 32;

/// The findings that were there before. They are not reported; whatever comes in after them is.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "wirelint-baseline.json", rename = "Baseline")]
struct Document {
    /// Version of the shape of this document: 1.
    #[schemars(extend("const" = VERSION))]
    #[expect(dead_code, reason = "read before the rest, for the rest may have another shape")]
    version: u64,
    /// The findings, by path, rule and fingerprint.
    entries: BTreeSet<Entry>,
}

/// One finding that was there before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Entry {
    /// Path of the article, relative to the directory of wirelint.toml (without one, to the working directory), with
    /// `/`.
    pub path: String,
    /// Name of the rule.
    pub rule: String,
    /// What makes the finding the same one wherever its line moves to.
    #[schemars(regex(pattern = "^[0-9a-f]{32}$"))]
    pub fingerprint: String,
    /// The text it is about, for people; cut if it is long.
    pub excerpt: String,
}

impl Entry {
    /// The entry for a finding of the file at `path`.
    pub fn new(path: &str, source: &Source, finding: &Diagnostic, fingerprint: String) -> Self {
        let text = offending_text(source, finding);
        let cut = text.char_indices().nth(MOST_QUOTED).map(|(at, _)| at);
        let excerpt = match cut.and_then(|at| text.get(..at)) {
            Some(start) => format!("{start}…"),
            None => text,
        };
        Self { path: path.to_owned(), rule: finding.rule.to_owned(), fingerprint, excerpt }
    }
}

/// The JSON Schema of the baseline.
pub fn schema() -> serde_json::Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Document>().to_value()
}

/// Why a text is no baseline. In each case nothing of it may be used.
#[derive(Debug, thiserror::Error)]
pub enum BaselineError {
    /// It is no JSON, or has other fields.
    #[error(
        "the baseline can't be read: {0}; restore the file, or remove it and make it anew with `wirelint baseline create`"
    )]
    Malformed(serde_json::Error),
    /// A later release has written it.
    #[error(
        "the baseline has version {0} of its format, and this wirelint knows versions up to {VERSION}; use the wirelint that wrote it, or a later one"
    )]
    Newer(u64),
    /// It has a rule that there is not.
    #[error(
        "the baseline has an entry for a rule `{0}`, which this wirelint does not know; use the wirelint that wrote it, or take the entry out"
    )]
    UnknownRule(String),
    /// It has a fingerprint that is none.
    #[error(
        "the baseline has an entry for `{path}` whose fingerprint `{fingerprint}` is not one; restore the file, or take the entry out"
    )]
    BadFingerprint {
        /// The entry's path.
        path: String,
        /// What stands there.
        fingerprint: String,
    },
}

/// Reads the entries of a baseline: sorted, each once.
///
/// # Errors
/// If `text` is no baseline, or one of a later release.
pub fn parse(text: &str) -> Result<Vec<Entry>, BaselineError> {
    #[derive(Deserialize)]
    struct Head {
        version: u64,
    }
    let head: Head = serde_json::from_str(text).map_err(BaselineError::Malformed)?;
    if head.version > VERSION {
        return Err(BaselineError::Newer(head.version));
    }
    let document: Document = serde_json::from_str(text).map_err(BaselineError::Malformed)?;
    for Entry { path, rule, fingerprint, .. } in &document.entries {
        if rules::find(rule).is_none() {
            return Err(BaselineError::UnknownRule(rule.clone()));
        }
        if !is_fingerprint(fingerprint) {
            return Err(BaselineError::BadFingerprint { path: path.clone(), fingerprint: fingerprint.clone() });
        }
    }
    let mut entries: Vec<Entry> = document.entries.into_iter().collect();
    entries.dedup_by(|one, other| {
        (&one.path, &one.rule, &one.fingerprint) == (&other.path, &other.rule, &other.fingerprint)
    });
    Ok(entries)
}

/// The text of a baseline with these entries, sorted, one a line.
pub fn render(entries: &BTreeSet<Entry>) -> String {
    let line = |entry| format!("    {}", json(entry));
    let lines: Vec<String> = entries.iter().map(line).collect();
    let lines = if lines.is_empty() { String::new() } else { format!("\n{}\n  ", lines.join(",\n")) };
    format!("{{\n  \"version\": {VERSION},\n  \"entries\": [{lines}]\n}}\n")
}

/// Where fingerprints stand in the text of a baseline.
pub struct Places<'t>(HashMap<&'t str, Span>);

impl<'t> Places<'t> {
    /// Looks through a baseline.
    pub fn of(text: &'t str) -> Self {
        let mut places = HashMap::new();
        let mut at = 0;
        for piece in text.split('"') {
            if is_fingerprint(piece) {
                places.entry(piece).or_insert(Span::new(at, at + piece.len()));
            }
            at += piece.len() + 1;
        }
        Self(places)
    }

    /// The place of a fingerprint; the start of the text if it is written in an unusual way.
    pub fn find(&self, fingerprint: &str) -> Span {
        self.0.get(fingerprint).copied().unwrap_or(Span::at(0))
    }
}

fn is_fingerprint(text: &str) -> bool {
    text.len() == FINGERPRINT_LEN && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(path: &str, rule: &str, digit: &str, excerpt: &str) -> Entry {
        let [path, rule, excerpt] = [path, rule, excerpt].map(str::to_owned);
        Entry { path, rule, fingerprint: digit.repeat(FINGERPRINT_LEN), excerpt }
    }

    #[test]
    fn what_is_written_is_read_again_sorted_and_one_a_line() {
        let entries = BTreeSet::from([
            entry("b.txt", "tab", "0", "a “b” \u{202e}\u{1b}"),
            entry("a.txt", "tab", "2", ""),
            entry("a.txt", "tab", "1", "x"),
            entry("a.txt", "double-space", "3", "y"),
        ]);
        let text = render(&entries);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), entries.len() + 5);
        assert_eq!(
            lines[3],
            format!(
                r#"    {{"path":"a.txt","rule":"double-space","fingerprint":"{}","excerpt":"y"}},"#,
                "3".repeat(32)
            )
        );
        assert!(!text.contains(['\u{202e}', '\u{1b}']));
        assert_eq!(parse(&text).expect("our own"), entries.into_iter().collect::<Vec<_>>());
        let places = Places::of(&text);
        assert_eq!(text.get(places.find(&"2".repeat(32)).range()), Some("2".repeat(32).as_str()));
        assert_eq!(parse(&render(&BTreeSet::new())).expect("empty"), []);
    }

    #[test]
    fn what_is_no_baseline_says_why() {
        let fault = |text: &str| parse(text).expect_err(text).to_string();
        assert!(fault("").contains("line 1"));
        assert!(fault("[]").contains("invalid"));
        assert!(fault("{}").contains("missing field `version`"));
        assert!(fault("{\"version\":1}").contains("missing field `entries`"));
        assert!(fault("{\"version\":1,\"entries\":[],\"x\":1}").contains("unknown field `x`"));
        assert!(fault("{\n\"version\":1,\n<<<<<<< ours\n").contains("line 3"));
        assert!(fault("{\"version\":2,\"findings\":{}}").contains("version 2"));
        let with = |entry: &Entry| fault(&render(&BTreeSet::from([entry.clone()])));
        assert!(with(&entry("a", "tabb", "0", "")).contains("a rule `tabb`"));
        assert!(with(&entry("a", "tab", "g", "")).contains("`gggg"));
    }

    #[test]
    fn a_merge_that_kept_both_lines_is_read_as_one() {
        let twice = BTreeSet::from([entry("a", "tab", "0", "x"), entry("a", "tab", "0", "y")]);
        assert_eq!(parse(&render(&twice)).expect("a baseline").len(), 1);
    }

    #[test]
    fn long_texts_are_cut_for_people() {
        let text = "é".repeat(100);
        let finding = Diagnostic {
            rule: "tab",
            severity: crate::diagnostic::Severity::Info,
            span: Span::new(0, text.len()),
            message: String::new(),
            help: String::new(),
            labels: Vec::new(),
            fix: None,
        };
        let entry = Entry::new("a", &Source::new("a", &text), &finding, String::new());
        assert_eq!(entry.excerpt, "é".repeat(MOST_QUOTED) + "…");
    }
}
