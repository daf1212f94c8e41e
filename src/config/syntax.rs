//! What the TOML reader has to say, in words for an editor.

use super::error::{Advice, Problem};
use super::suggest;

/// Keys that are often put into the wrong table, and where they belong.
const HOMES: [(&[&str], &str); 5] = [
    (&["include", "exclude"], "It belongs under `[files]`."),
    (&["phrase", "phrases"], "It belongs under `[furniture]`: `extend = [\"…\"]`."),
    (&["rule", "reason", "expires", "text"], "It belongs under `[[allow]]`."),
    (
        &[
            "required-version",
            "extend",
            "ruleset",
            "select",
            "extend-select",
            "ignore",
            "severity",
            "fixable",
            "unfixable",
            "safe-fixes",
            "unsafe-fixes",
            "fail-on",
            "line-ending",
            "profile",
            "baseline",
        ],
        "It belongs above the first line in square brackets: what follows such a line is part of that table.",
    ),
    (
        &[
            "source",
            "languages",
            "labels",
            "separator",
            "joint",
            "order",
            "at-end",
            "optional",
            "may-be-empty",
            "date",
            "calendar",
            "updated",
            "counters",
            "zone",
            "credits",
            "habits",
        ],
        "It belongs under `[profiles.NAME]`.",
    ),
];

/// Kinds of values as serde calls them, and as people do.
const KINDS: [(&str, &str); 7] = [
    ("string", "a text"),
    ("integer", "a number"),
    ("floating point", "a number"),
    ("boolean", "a truth value"),
    ("sequence", "a list"),
    ("map", "a table"),
    ("table", "a table"),
];

/// Explains why `text` could not be read.
pub(super) fn explain(error: &toml::de::Error, text: &str) -> Problem {
    let message = error.message();
    let span = error.span().unwrap_or(0..0);
    let span = span.start.min(text.len())..span.end.min(text.len());
    let written = text.get(span.clone()).unwrap_or_default();
    unknown_key(message)
        .or_else(|| missing_key(message))
        .or_else(|| wrong_kind(message, written))
        .unwrap_or_else(|| bad_syntax(message, written))
        .at(span)
}

/// ``unknown field `x`, expected one of `a`, `b` ``
fn unknown_key(message: &str) -> Option<Advice> {
    let (key, expected) = message.strip_prefix("unknown field `")?.rsplit_once("`, expected ")?;
    let known: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
    let home = HOMES.into_iter().find(|(keys, _)| keys.contains(&key));
    let help = match (home, suggest::nearest(key, known.iter().copied())) {
        (Some((_, home)), _) => home.to_owned(),
        (None, Some(guess)) => format!("Did you mean `{guess}`?"),
        (None, None) => format!("The key may be {}.", suggest::list(&known)),
    };
    Some(Advice::new(format!("there is no key called `{key}` here"), help))
}

/// ``missing field `x` ``
fn missing_key(message: &str) -> Option<Advice> {
    let key = message.strip_prefix("missing field `")?.strip_suffix('`')?;
    let help = match key {
        "labels" => {
            "Add the labels of the two header fields: `labels = { id = \"News ID\", date = \"Publish Date\" }`."
        }
        "zone" => "Add the time zone of the dates: `zone = \"Europe/Berlin\"`.",
        // Both an override and an entry of `[[allow]]` have it.
        "files" => "Name the files it is for: `files = [\"archive/\"]`.",
        "id" => "Add the label of the field with the article's number: `id = \"News ID\"`.",
        "rule" => "Name the rule or group that is allowed: `rule = \"tab\"`.",
        "reason" => "Say why: `reason = \"…\"`.",
        "phrase" => "Write the line as the page prints it: `phrase = \"…\"`.",
        // Both a profile and its labels have a key `date`.
        _ => "A profile needs `labels.id`, `labels.date`, `date` (its pattern) and `zone`.",
    };
    Some(Advice::new(format!("the key `{key}` is missing here"), help))
}

/// ``invalid type: integer `3`, expected a string``, where this is `written`.
fn wrong_kind(message: &str, written: &str) -> Option<Advice> {
    let (found, expected) = message.strip_prefix("invalid type: ")?.rsplit_once(", expected ")?;
    let find = |wanted: &dyn Fn(&str) -> bool| KINDS.into_iter().find(|(kind, _)| wanted(kind)).map(|(_, word)| word);
    // The reader takes a date for a table.
    let is_date = found == "map" && written.starts_with(|c: char| c.is_ascii_digit());
    let found = if is_date { "a date" } else { find(&|kind| found.starts_with(kind)).unwrap_or(found) };
    let expected = find(&|kind| expected.ends_with(kind)).unwrap_or(expected);
    let help = match expected {
        "a list" if found == "a table" => {
            "Write the name in double square brackets, `[[overrides]]`: there can be several."
        }
        "a text" => "Write the value in quotes: `\"…\"`.",
        "a list" => "Write the values in square brackets, each in quotes: `[\"…\", \"…\"]`.",
        _ => "Write its keys under a line in square brackets, or in braces: `{ key = \"…\" }`.",
    };
    Some(Advice::new(format!("{found} stands where {expected} is expected"), help))
}

/// How the reader's messages on what is no TOML begin, what they mean, and what to do.
const FAULTS: [(&str, &str, &str); 15] = [
    ("duplicate key", "this key is given twice", "Keep one of the two."),
    ("string values must be quoted", "a text stands here without quotes", "Write it in quotes: `\"…\"`."),
    ("invalid boolean", "a text stands here without quotes", "Write it in quotes: `\"…\"`."),
    ("invalid basic string", "this text has no closing quote", "Put a `\"` at its end."),
    ("invalid literal string", "this text has no closing quote", "Put a `'` at its end."),
    ("invalid multi-line basic string", "this text has no closing quotes", "Put `\"\"\"` at its end."),
    ("invalid multi-line literal string", "this text has no closing quotes", "Put `'''` at its end."),
    ("missing escaped value", "`\\` starts no known escape here", "Write `\\\\`, or put the text in single quotes."),
    ("unclosed array", "this list has no closing bracket", "Put a `]` at its end."),
    ("unclosed table", "this line has no closing bracket", "Put a `]` at its end."),
    ("unclosed inline table", "this table has no closing brace", "Put a `}` at its end."),
    ("missing comma", "a comma is missing here", "Put a `,` between two values."),
    ("key with no value", "an `=` is missing here", "Write `key = value`, or `[name]` to start a table."),
    ("unexpected key or value", "something follows the value", "Put each `key = value` on a line of its own."),
    (
        "carriage return",
        "a carriage return stands here alone",
        "Save the file with LF or CR LF at the ends of its lines.",
    ),
];

/// The text is no TOML.
fn bad_syntax(message: &str, written: &str) -> Advice {
    let known = FAULTS.into_iter().find(|(start, ..)| message.starts_with(start));
    match known {
        Some((start, ..)) if start.starts_with("string values") && written.is_empty() => {
            Advice::new("the value is missing here", "Write `key = value`.")
        }
        Some((_, message, help)) => Advice::new(message, help),
        None => Advice::new(
            format!("this is not valid TOML: {message}"),
            "A line is `key = value`, a text in quotes, a list in square brackets; a table starts with `[name]`.",
        ),
    }
}
