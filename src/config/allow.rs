//! What a newsroom allows, as written under `[[allow]]`: which rule, in which files, why, and for how long.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::document::Document;
use super::error::{Advice, Problem, one};
use super::glob::globs;
use super::origin::{Lines, Origin};
use super::schema;
use super::selector::Selector;
use super::table::Table;
use crate::rules::ABOUT_ALLOWANCES;
use crate::source::Span;

/// Findings that are let pass. They are counted, and an entry that covers none any more is itself a finding.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
#[schemars(rename = "Allow")]
pub(super) struct AllowTable {
    /// The rule or the group of rules that is allowed.
    #[schemars(schema_with = "schema::allowed_selector")]
    rule: Spanned<String>,

    /// In which files: globs as in `.gitignore`, relative to this file.
    #[schemars(with = "Vec<String>", extend("minItems" = 1))]
    files: Spanned<Vec<Spanned<String>>>,

    /// A part of the text that a finding is about, or of its line where that has no letter and no digit; blanks count
    /// as one space. Without it, everything the rule finds in these files is allowed.
    #[serde(default)]
    #[schemars(with = "String", length(min = 1), transform = schema::without_default)]
    text: Option<Spanned<String>>,

    /// Why, for whoever reads this next year.
    #[schemars(with = "String", length(min = 1))]
    reason: Spanned<String>,

    /// The last day on which this is allowed, in UTC.
    #[serde(default)]
    #[schemars(with = "String", extend("format" = "date"), transform = schema::without_default)]
    expires: Option<Spanned<String>>,
}

/// What is allowed, in the file that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowList {
    /// What people call the file: its path, as it was found or named.
    pub name: Arc<str>,
    /// The whole text of the file.
    pub text: String,
    /// What it allows, in its order.
    pub entries: Vec<Allowed>,
}

/// One entry that allows findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The rule or group, as it is written.
    pub selector: String,
    /// Names of the rules that are allowed.
    pub rules: Vec<&'static str>,
    /// Globs as in `.gitignore`, relative to [`super::Config::root`].
    pub files: Vec<String>,
    /// What the text of a finding must hold; blanks are single spaces.
    pub text: Option<String>,
    /// Why.
    pub reason: String,
    /// The last day on which this is allowed, in UTC.
    pub expires: Option<NaiveDate>,
    /// The entry in the file, from `[[allow]]` to its last value, or the inline table.
    pub place: Span,
    /// Where each key of the entry has its value.
    pub(super) values: Vec<(&'static str, Span)>,
}

impl AllowList {
    /// The text without the entries at these places of the list: the lines from `[[allow]]` to the last value, and one
    /// blank line if there are two then. `None` for an entry that stands inline, among others on its line, or if that
    /// would take something else away.
    pub fn text_without(&self, indices: &[usize]) -> Option<String> {
        let mut text = self.text.clone();
        for index in indices.iter().rev() {
            let entry = self.entries.get(*index)?;
            text.replace_range(self.lines_of(entry)?, "");
        }
        let left = check(Document::read(&text).ok()?.allow, &Lines::new(&self.name, &text)).ok()?;
        let left = left.map(|list| list.entries).unwrap_or_default();
        let wanted = self.entries.iter().enumerate().filter(|(index, _)| !indices.contains(index));
        let is_same = |(one, (_, other)): (&Allowed, (usize, &Allowed))| {
            let anywhere = |entry: &Allowed| Allowed { place: Span::at(0), values: Vec::new(), ..entry.clone() };
            anywhere(one) == anywhere(other)
        };
        (left.len() + indices.len() == self.entries.len() && left.iter().zip(wanted).all(is_same)).then_some(text)
    }

    /// Where a key of an entry of the list has its value.
    pub(super) fn origin(&self, entry: &Allowed, key: &str) -> Origin {
        let value = entry.values.iter().find(|(name, _)| *name == key).map_or(entry.place, |(_, value)| *value);
        Lines::new(&self.name, &self.text).origin(&value.range())
    }

    /// The bytes that go with an entry.
    fn lines_of(&self, entry: &Allowed) -> Option<Range<usize>> {
        let text = self.text.as_str();
        let start = text.get(..entry.place.start)?.rfind('\n').map_or(0, |at| at + 1);
        let before = text.get(start..entry.place.start)?.trim_start_matches('\u{feff}');
        if !before.trim().is_empty() || !text.get(entry.place.range())?.starts_with("[[") {
            return None;
        }
        let start = entry.place.start - before.len();
        let line_after =
            |at: usize| text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| at + end + 1);
        let end = line_after(entry.place.end);
        let is_blank = |range: Range<usize>| text.get(range).is_some_and(|line| line.trim().is_empty());
        let blank_before = text.get(..start)?.trim_end_matches([' ', '\t', '\r', '\n']).len();
        let opens_the_file = blank_before == 0 || text.get(blank_before..start)?.matches('\n').count() > 1;
        // One of the blank lines around it goes too.
        let blank_after = line_after(end);
        let end = if opens_the_file && end < text.len() && is_blank(end..blank_after) { blank_after } else { end };
        Some(start..end)
    }
}

/// What the file that is `lines` allows; `None` if that is nothing.
pub(super) fn check(tables: Vec<Spanned<Table<AllowTable>>>, lines: &Lines) -> Result<Option<AllowList>, Problem> {
    let entry = |table: Spanned<Table<AllowTable>>| {
        let place = table.span();
        table.into_inner().0.check(place)
    };
    let entries = tables.into_iter().map(entry).collect::<Result<Vec<_>, _>>()?;
    let list = |entries| AllowList { name: lines.name(), text: lines.text().to_owned(), entries };
    Ok((!entries.is_empty()).then_some(entries).map(list))
}

impl AllowTable {
    fn check(self, place: Range<usize>) -> Result<Allowed, Problem> {
        let optional = |value: &Option<Spanned<String>>| value.as_ref().map(Spanned::span);
        let values = [
            ("rule", Some(self.rule.span())),
            ("files", Some(self.files.span())),
            ("text", optional(&self.text)),
            ("reason", Some(self.reason.span())),
            ("expires", optional(&self.expires)),
        ];
        let values: Vec<(&str, Span)> = values
            .into_iter()
            .filter_map(|(key, value)| value.map(|value| (key, Span::new(value.start, value.end))))
            .collect();
        let end = values.iter().map(|(_, value)| value.end).max();
        if self.files.get_ref().is_empty() {
            let help = "Name the files it is for: `files = [\"poems/\"]`.";
            return Err(Advice::new("`files` is empty, so that nothing would be allowed", help).at(self.files.span()));
        }
        Ok(Allowed {
            rules: one(&self.rule, rules)?,
            selector: self.rule.into_inner(),
            files: globs(&self.files)?,
            text: self.text.as_ref().map(|value| one(value, words)).transpose()?,
            reason: one(&self.reason, reason)?,
            expires: self.expires.as_ref().map(|value| one(value, day)).transpose()?,
            place: Span::new(place.start, end.unwrap_or_default().max(place.end)),
            values,
        })
    }
}

fn rules(word: &str) -> Result<Vec<&'static str>, Advice> {
    let mut rules = Selector::parse_narrow(word)?.rules();
    rules.retain(|rule| !ABOUT_ALLOWANCES.contains(rule));
    if rules.is_empty() {
        let help = "It is about entries like this one: mend or remove those, or put it under `ignore`.";
        return Err(Advice::new(format!("`{word}` cannot be allowed"), help));
    }
    Ok(rules)
}

fn words(text: &str) -> Result<String, Advice> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        let help = "Write a part of the text that is allowed, or leave `text` out to allow all the rule finds.";
        return Err(Advice::new("`text` is empty", help));
    }
    Ok(words.join(" "))
}

fn reason(reason: &str) -> Result<String, Advice> {
    if reason.trim().is_empty() {
        let help = "Say why this is allowed, for whoever reads it next year.";
        return Err(Advice::new("`reason` is empty", help));
    }
    Ok(reason.to_owned())
}

fn day(text: &str) -> Result<NaiveDate, Advice> {
    let is_plain = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let day = is_plain.then(|| text.parse().ok()).flatten();
    day.ok_or_else(|| {
        let help = "Write the last day on which this is allowed as year-month-day: `\"2027-01-31\"`.";
        Advice::new(format!("`{}` is no day", text.escape_debug()), help)
    })
}

#[cfg(test)]
mod tests {
    use super::super::ConfigFile;
    use super::*;

    const TAB: &str = "[[allow]]\nrule = 'tab'\nfiles = ['*.txt']\nreason = 'tables'\n";

    fn list(text: &str) -> AllowList {
        ConfigFile::parse("wirelint.toml", text.to_owned()).expect(text).allow.remove(0)
    }

    /// An entry with one of its lines written otherwise; without the line if it is empty.
    fn with(key: &str, line: &str) -> String {
        let lines = TAB.lines().filter(|other| !other.starts_with(key)).chain([line]);
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn every_wrong_value_is_an_error_at_its_place() {
        let cases = [
            (with("reason", ""), "[[allow]]", "the key `reason` is missing here", "Say why"),
            (with("rule", ""), "[[allow]]", "the key `rule` is missing here", "Name the rule"),
            (with("files", ""), "[[allow]]", "the key `files` is missing here", "Name the files"),
            (with("reason", "reason = ' '"), "' '", "`reason` is empty", "Say why"),
            (
                with("reason", "reason = 3"),
                "3",
                "a number stands where a text is expected",
                "Write the value in quotes",
            ),
            (
                with("rule", "rule = 'tabb'"),
                "'tabb'",
                "there is no rule and no group called `tabb`",
                "Did you mean `tab`?",
            ),
            (with("rule", "rule = 'all'"), "'all'", "there is no rule and no group called `all`", "`wirelint rules`"),
            (
                with("rule", "rule = 'unused-allowance'"),
                "'unused-allowance'",
                "`unused-allowance` cannot be allowed",
                "It",
            ),
            (with("files", "files = []"), "[]", "`files` is empty, so that nothing would be allowed", "Name the files"),
            (with("files", "files = ['a', '../b']"), "'../b'", "the glob `../b` would match nothing", "Globs are"),
            (with("files", "files = 'a'"), "'a'", "a text stands where a list is expected", "Write the values"),
            (with("text", "text = ''"), "''", "`text` is empty", "Write a part"),
            (with("expires", "expires = 'soon'"), "'soon'", "`soon` is no day", "Write the last day"),
            (with("expires", "expires = '2027-02-29'"), "'2027-02-29'", "`2027-02-29` is no day", "Write the last day"),
            (with("expires", "expires = '+2027-2-1'"), "'+2027-2-1'", "`+2027-2-1` is no day", "Write the last day"),
            (with("expires", "expires = 2027-01-31"), "2027-01-31", "a date stands where a text is expected", "Write"),
            (with("since", "since = ''"), "since", "there is no key called `since` here", "The key may be"),
            ("allow = [['tab']]".to_owned(), "['tab']", "a list stands where a table is expected", "Write its keys"),
            (
                "reason = ''".to_owned(),
                "reason",
                "there is no key called `reason` here",
                "It belongs under `[[allow]]`.",
            ),
        ];
        for (text, spot, message, help) in &cases {
            let error = ConfigFile::parse("wirelint.toml", text.clone()).expect_err(text);
            let (_, _, diagnostic) = error.as_diagnostic().expect(text);
            assert_eq!(text.get(diagnostic.span.range()), Some(*spot), "{text}");
            assert_eq!(diagnostic.message, *message, "{text}");
            assert!(diagnostic.help.starts_with(help), "{text}: {}", diagnostic.help);
        }
    }

    #[test]
    fn an_entry_is_what_it_says() {
        let text = format!("{TAB}text = ' two\\n words '\nexpires = \"2028-02-29\"\n")
            .replace("' two\\n words '", "\" two\\n words \"");
        let allowed = list(&text).entries.remove(0);
        assert_eq!((allowed.selector.as_str(), allowed.rules.as_slice()), ("tab", &["tab"][..]));
        assert_eq!(allowed.text.as_deref(), Some("two words"));
        assert_eq!(allowed.expires, NaiveDate::from_ymd_opt(2028, 2, 29));
        assert_eq!(text.get(allowed.place.range()), Some(text.trim_end()));
        let group = list("[[allow]]\nrule = 'whitespace'\nfiles = ['a']\nreason = 'r'\n").entries.remove(0);
        assert!(
            group.rules.contains(&"tab") && group.rules.contains(&"double-space") && !group.rules.contains(&"tab ")
        );
    }

    #[test]
    fn an_entry_goes_with_its_lines_and_nothing_else() {
        let other = TAB.replace("tab", "double-space");
        let whole = |text: &str, indices: &[usize], wanted: &str| {
            assert_eq!(list(text).text_without(indices).as_deref(), Some(wanted), "{text}");
        };
        whole(TAB, &[0], "");
        whole(&format!("# top\nfail-on = 'info' # why\n\n{TAB}"), &[0], "# top\nfail-on = 'info' # why\n\n");
        whole(&format!("# top\n\n{TAB}\n# next\n{other}"), &[0], &format!("# top\n\n# next\n{other}"));
        whole(&format!("# top\n\n{TAB}\n# next\n{other}"), &[1], &format!("# top\n\n{TAB}\n# next\n"));
        whole(&format!("{TAB}\n{other}\n[files]\n"), &[0, 1], "[files]\n");
        whole(&format!("{TAB}# between\n[files]\n"), &[0], "# between\n[files]\n");
        let spread = "[[ allow ]] # one\r\nreason = '''a\r\nb'''\r\n# inside\r\nrule = 'tab'\r\nfiles = [\r\n  'a', # b\r\n] # end\r\n\r\nx";
        let spread = spread.replace('x', "[files]\r\n");
        whole(&spread, &[0], "[files]\r\n");
        whole(TAB.trim_end(), &[0], "");
    }

    #[test]
    fn an_inline_entry_is_left_to_people() {
        let inline = "allow = [{ rule = 'tab', files = ['a'], reason = 'r' }]\n";
        assert_eq!(list(inline).entries.len(), 1);
        assert_eq!(list(inline).text_without(&[0]), None);
    }
}
