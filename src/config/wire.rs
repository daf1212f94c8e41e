//! A newsroom's own wire, as described under `[profiles]`.

use chrono_tz::{TZ_VARIANTS, Tz};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::error::{Advice, Problem, each, one};
use super::table::Table;
use super::{schema, suggest};
use crate::chars::{self, COLONS};
use crate::datetime::{DatePattern, PatternError};
use crate::keys;
use crate::profile::Profile;

/// What stands between a label and its value unless the profile says otherwise.
const DEFAULT_SEPARATOR: &str = " : ";

/// A wire: everything that differs between one source of articles and another.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
#[schemars(rename = "Profile")]
pub(super) struct ProfileTable {
    /// Name of the source, first part of an article's id; the profile's own name unless given.
    #[serde(default)]
    #[schemars(with = "String", regex(pattern = r"^\S+$"), transform = schema::without_default)]
    source: Option<Spanned<String>>,

    /// Labels of the header fields.
    #[schemars(with = "Labels")]
    labels: Table<Labels>,

    /// What stands between a label and its value: a colon, with or without spaces.
    #[serde(default)]
    #[schemars(with = "String", regex(pattern = "^ *[:：﹕∶] *$"), extend("default" = DEFAULT_SEPARATOR))]
    separator: Option<Spanned<String>>,

    /// How the date is written: `%Y %m %d %H %I %M %S %p`, with `-` as in `%-m` for no leading zero.
    #[schemars(with = "String", extend("examples" = ["%-m/%-d/%Y %-I:%M:%S %p", "%d.%m.%Y %H:%M"]))]
    date: Spanned<String>,

    /// Time zone of the date, by its IANA name.
    #[schemars(with = "String", extend("examples" = ["Europe/Berlin", "UTC"]))]
    zone: Spanned<String>,

    /// What the source puts before a first paragraph to claim it, blanks included.
    #[serde(default)]
    #[schemars(with = "Vec<String>", inner(length(min = 1)), extend("default" = [], "examples" = [["REUTERS - "]]))]
    credits: Vec<Spanned<String>>,
}

/// Labels of the header fields.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
struct Labels {
    /// Label of the number under which the source files the article.
    #[schemars(with = "String", length(min = 1), extend("examples" = ["News ID"]))]
    id: Spanned<String>,

    /// Label of the date of publication.
    #[schemars(with = "String", length(min = 1), extend("examples" = ["Publish Date"]))]
    date: Spanned<String>,
}

impl ProfileTable {
    /// The profile called `name` that this describes; `text` is what it was read from.
    pub(super) fn check(self, name: &str, text: &str) -> Result<Profile, Problem> {
        let Table(labels) = self.labels;
        let id_label = one(&labels.id, label)?;
        let date_label = one(&labels.date, label)?;
        if are_alike(&id_label, &date_label) {
            let message = format!("the labels `{id_label}` and `{date_label}` cannot be told apart");
            let help = "Letters and digits tell labels apart, not case or blanks, and two typing errors are forgiven.";
            return Err(Advice::new(message, help).at(labels.date.span()));
        }
        Ok(Profile {
            name: name.to_owned(),
            source: self.source.map_or_else(|| Ok(name.to_owned()), |source| one(&source, plain_name))?,
            id_label,
            date_label,
            separator: self.separator.map_or_else(|| Ok(DEFAULT_SEPARATOR.to_owned()), |mark| one(&mark, separator))?,
            date: date_pattern(&self.date, text)?,
            zone: one(&self.zone, zone)?,
            credits: each(&self.credits, credit)?,
        })
    }
}

/// The name of an own profile.
pub(super) fn own_name(name: &str) -> Result<String, Advice> {
    if Profile::built_in(name).is_some() {
        let help = "Give your profile another name, and choose it with `profile`.";
        return Err(Advice::new(format!("`{name}` is a built-in profile"), help));
    }
    plain_name(name)
}

/// A name that can stand on a command line and in an id.
fn plain_name(name: &str) -> Result<String, Advice> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if name.is_empty() || !name.chars().all(fits) {
        let message = format!("`{}` cannot be a name", name.escape_debug());
        return Err(Advice::new(message, "A name is made of letters, digits, `-`, `_` and `.`."));
    }
    Ok(name.to_owned())
}

fn label(label: &str) -> Result<String, Advice> {
    let wrong = if label.is_empty() {
        "is empty"
    } else if label.starts_with(chars::is_blank) || label.ends_with(chars::is_blank) {
        "has a blank at its edge"
    } else if label.contains(chars::is_unprintable) || label.contains(|c| chars::is_blank(c) && c != ' ') {
        "holds an invisible character or a blank that is no plain space"
    } else if label.contains(COLONS) {
        "holds a colon"
    } else if !label.contains(char::is_alphanumeric) {
        "holds no letter and no digit"
    } else {
        return Ok(label.to_owned());
    };
    let help = "Write the label alone, as in `News ID`; the colon and the blanks around it go under `separator`.";
    Err(Advice::new(format!("the label `{}` {wrong}", label.escape_debug()), help))
}

/// Whether the grammar, which forgives up to two typing errors in longer labels, could take one label for the other.
fn are_alike(a: &str, b: &str) -> bool {
    let letters = |label| keys::letters(label).collect::<String>();
    let (a, b) = (letters(a), letters(b));
    let is_long = a.chars().count().max(b.chars().count()) >= 5;
    a == b || (is_long && strsim::osa_distance(&a, &b) <= 2)
}

fn separator(separator: &str) -> Result<String, Advice> {
    let mark = separator.trim_matches(' ');
    if mark.chars().count() == 1 && mark.contains(COLONS) {
        return Ok(separator.to_owned());
    }
    let message = format!("`{}` cannot part a label from its value", separator.escape_debug());
    Err(Advice::new(message, "A separator is one colon, with or without plain spaces around it: `\": \"`."))
}

fn date_pattern(pattern: &Spanned<String>, text: &str) -> Result<DatePattern, Problem> {
    let source = pattern.get_ref();
    if source.starts_with(chars::is_blank) || source.ends_with(chars::is_blank) {
        let help = "No date could ever match it, for a value has no blanks at its edges.";
        return Err(Advice::new("the date pattern has a blank at its edge", help).at(pattern.span()));
    }
    DatePattern::compile(source).map_err(|error| match error {
        PatternError::UnknownSpecifier(specifier) => {
            let help = "Use `%Y %m %d %H %I %M %S %p`, with `-` as in `%-m` for no leading zero, and `%%` for a \
                        percent sign; names of months and of days are not supported.";
            let span = pattern.span();
            let written = text.get(span.clone()).unwrap_or_default();
            // Where the value has escapes the specifier may not be found as it is; then the whole value is shown.
            let place = written.find(&specifier).map_or(span.clone(), |at| {
                let start = span.start + at;
                start..start + specifier.len()
            });
            Advice::new(format!("`{specifier}` is not supported in a date pattern"), help).at(place)
        }
        error => {
            let help = "A pattern states year, month, day, hour and minute once each, as `%d.%m.%Y %H:%M` does.";
            Advice::new(format!("the date pattern cannot be used: {error}"), help).at(pattern.span())
        }
    })
}

fn zone(name: &str) -> Result<Tz, Advice> {
    name.parse().map_err(|_| {
        let names = || TZ_VARIANTS.iter().map(|zone| zone.name());
        let city = |zone: &&str| {
            let is_same = |part: &str| part.eq_ignore_ascii_case(&name.replace(' ', "_"));
            zone.rsplit('/').next().is_some_and(is_same)
        };
        let guess = names().find(city).or_else(|| suggest::nearest(name, names()));
        let guess = guess.map(|zone| format!("Did you mean `{zone}`? ")).unwrap_or_default();
        let help = format!("{guess}Use a name from the IANA time zone database, such as `Europe/Berlin` or `UTC`.");
        Advice::new(format!("there is no time zone called `{name}`"), help)
    })
}

fn credit(credit: &str) -> Result<String, Advice> {
    if credit.trim().is_empty() || credit.starts_with(chars::is_blank) || credit.contains(char::is_control) {
        let message = format!("`{}` cannot open a paragraph", credit.escape_debug());
        return Err(Advice::new(message, "Write the credit as it stands in the text, blanks after it included."));
    }
    Ok(credit.to_owned())
}
