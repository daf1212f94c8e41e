//! A newsroom's own wire, as described under `[profiles]`.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::error::{Advice, Problem, each, one};
use super::schema;
use super::table::Table;
use super::words::Words;
use crate::calendar::Language;
use crate::datetime::DatePattern;
use crate::profile::{self, Calendars, FieldForm, FieldKind, Habit, Place, Profile};

mod values;

use values::{credit, known, label, plain_name, plain_text, separator, zone};

/// What stands between a label and its value unless the profile says otherwise.
const DEFAULT_SEPARATOR: &str = " : ";
/// The word for all date patterns that can mean one day only.
pub(super) const ANY_CLEAR: &str = "any";
/// The fields as a configuration calls them.
pub(super) const FIELDS: [&str; 2] = ["id", "date"];

/// A wire: everything that differs between one source of articles and another.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
#[schemars(rename = "Profile")]
pub(super) struct ProfileTable {
    /// Name of the source, first part of an article's id; the profile's own name unless given.
    #[serde(default)]
    #[schemars(with = "String", regex(pattern = r"^\S+$"), transform = schema::without_default)]
    source: Option<Spanned<String>>,

    /// Languages of the names of months and weekdays, by their codes.
    #[serde(default)]
    #[schemars(schema_with = "schema::languages", extend("default" = ["en"]))]
    languages: Option<Vec<Spanned<String>>>,

    /// Labels of the header fields.
    #[schemars(with = "Labels")]
    labels: Table<Labels>,

    /// What stands between a label and its value: a colon, with or without spaces, or one space. Of a list the first one is written by fixes.
    #[serde(default)]
    #[schemars(with = "Words", extend("default" = DEFAULT_SEPARATOR))]
    separator: Option<Spanned<Words>>,

    /// What stands between two fields on one line; each field has a line of its own unless given.
    #[serde(default)]
    #[schemars(with = "String", length(min = 1), extend("examples" = [" | "]), transform = schema::without_default)]
    joint: Option<Spanned<String>>,

    /// The fields in the order in which they stand.
    #[serde(default)]
    #[schemars(schema_with = "schema::fields", extend("default" = FIELDS))]
    order: Option<Spanned<Vec<Spanned<String>>>>,

    /// Fields that stand below the story.
    #[serde(default)]
    #[schemars(schema_with = "schema::fields", extend("default" = []))]
    at_end: Vec<Spanned<String>>,

    /// Fields that an article may do without.
    #[serde(default)]
    #[schemars(schema_with = "schema::fields", extend("default" = []))]
    optional: Vec<Spanned<String>>,

    /// Fields whose label often stands there without a value.
    #[serde(default)]
    #[schemars(schema_with = "schema::fields", extend("default" = []))]
    may_be_empty: Vec<Spanned<String>>,

    /// How the date is written: `%Y %m %d %H %I %M %S %p`, with `-` as in `%-m` for no leading zero, and `%B %b %A %a` for names; or `any` for every form that can mean one day only. Of a list the first one is canonical.
    #[schemars(with = "Words", extend("examples" = ["%-m/%-d/%Y %-I:%M:%S %p", "%d.%m.%Y %H:%M"]))]
    date: Spanned<Words>,

    /// The calendar of the dates.
    #[serde(default)]
    #[schemars(with = "String", extend("enum" = Calendars::WORDS, "default" = "gregorian"))]
    calendar: Option<Spanned<String>>,

    /// What stands before and after the date of the last change, behind the date of publication.
    #[serde(default)]
    #[schemars(with = "Vec<String>", length(min = 2, max = 2), transform = schema::without_default)]
    #[schemars(extend("examples" = [[" [Updated: ", "]"]]))]
    updated: Option<Spanned<Vec<Spanned<String>>>>,

    /// Words behind a number of readers in the header.
    #[serde(default)]
    #[schemars(with = "Vec<String>", inner(length(min = 1)), extend("default" = []))]
    counters: Vec<Spanned<String>>,

    /// Time zone of the date, by its IANA name.
    #[schemars(with = "String", extend("examples" = ["Europe/Berlin", "UTC"]))]
    zone: Spanned<String>,

    /// What the source puts before a first paragraph to claim it, blanks included.
    #[serde(default)]
    #[schemars(with = "Vec<String>", inner(length(min = 1)), extend("default" = [], "examples" = [["REUTERS - "]]))]
    credits: Vec<Spanned<String>>,

    /// What this wire does and most others don't.
    #[serde(default)]
    #[schemars(schema_with = "schema::habits", extend("default" = []))]
    habits: Vec<Spanned<String>>,
}

/// Labels of the header fields.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
struct Labels {
    /// Label of the number under which the source files the article, or several; `[]` if it has no such number.
    #[schemars(with = "Words", extend("examples" = ["News ID"]))]
    id: Spanned<Words>,

    /// Label of the date of publication, or several; `[]` if the date stands alone on its line.
    #[schemars(with = "Words", extend("examples" = ["Publish Date"]))]
    date: Spanned<Words>,
}

impl ProfileTable {
    /// The profile called `name` that this describes; `text` is what it was read from.
    pub(super) fn check(self, name: &str, text: &str) -> Result<Profile, Problem> {
        let languages = match &self.languages {
            Some(codes) => each(codes, |code| known(code, "language", &Language::codes(), Language::from_code))?,
            None => vec![Language::English],
        };
        let habits = each(&self.habits, |word| known(word, "habit", &Habit::WORDS, Habit::from_name))?;
        let find =
            |word: &Spanned<String>| one(word, |word| known(word, "calendar", &Calendars::WORDS, Calendars::from_name));
        let calendars = self.calendar.as_ref().map(find).transpose()?.unwrap_or_default();
        let takes_any_digits = habits.contains(&Habit::AnyDigits);
        let has_page_date = habits.contains(&Habit::PageDate);
        let page_dates = has_page_date.then(|| profile::every_clear_pattern(&languages, calendars, takes_any_digits));
        Ok(Profile {
            name: name.to_owned(),
            source: self.source.as_ref().map_or_else(|| Ok(name.to_owned()), |source| one(source, plain_name))?,
            fields: self.fields()?,
            separators: match &self.separator {
                None => vec![DEFAULT_SEPARATOR.to_owned()],
                Some(words) => at_least_one(words, each(&Words::each(words), separator)?)?,
            },
            joint: self.joint.as_ref().map(|joint| one(joint, plain_text)).transpose()?,
            dates: self.dates(&languages, calendars, takes_any_digits, text)?,
            page_dates: page_dates.unwrap_or_default(),
            updated: self.updated.as_ref().map(updated).transpose()?,
            counters: each(&self.counters, plain_text)?,
            zone: one(&self.zone, zone)?,
            credits: each(&self.credits, credit)?,
            languages,
            habits,
        })
    }

    /// The fields in their order.
    fn fields(&self) -> Result<Vec<FieldForm>, Problem> {
        let Table(labels) = &self.labels;
        let ids = each(&Words::each(&labels.id), label)?;
        let dates = each(&Words::each(&labels.date), label)?;
        for id in &ids {
            if let Some(date) = dates.iter().find(|date| values::are_alike(id, date)) {
                let message = format!("the labels `{id}` and `{date}` cannot be told apart");
                let help =
                    "Letters and digits tell labels apart, not case or blanks, and two typing errors are forgiven.";
                return Err(Advice::new(message, help).at(labels.date.span()));
            }
        }
        let field = |word: &str| known(word, "field", &FIELDS, kind);
        let (at_end, optional) = (each(&self.at_end, field)?, each(&self.optional, field)?);
        let may_be_empty = each(&self.may_be_empty, field)?;
        let mut order = match &self.order {
            None => Vec::new(),
            Some(order) => {
                let kinds = each(order.get_ref(), field)?;
                if kinds.len() != FIELDS.len() || kinds[0] == kinds[1] {
                    let help = "Name both fields once each: `order = [\"date\", \"id\"]`.";
                    return Err(Advice::new("`order` is not an order of the two fields", help).at(order.span()));
                }
                kinds
            }
        };
        if order.is_empty() {
            order = vec![FieldKind::NewsId, FieldKind::PublishDate];
        }
        let form = |kind| FieldForm {
            kind,
            labels: if kind == FieldKind::NewsId { ids.clone() } else { dates.clone() },
            place: if at_end.contains(&kind) { Place::End } else { Place::Top },
            is_optional: optional.contains(&kind),
            may_be_empty: may_be_empty.contains(&kind),
        };
        // A number alone on its line may be anything.
        order.retain(|kind| *kind == FieldKind::PublishDate || !ids.is_empty());
        Ok(order.into_iter().map(form).collect())
    }

    fn dates(
        &self,
        languages: &[Language],
        calendars: Calendars,
        takes_any_digits: bool,
        text: &str,
    ) -> Result<Vec<DatePattern>, Problem> {
        let words = Words::each(&self.date);
        if let [only] = &words[..]
            && only.get_ref() == ANY_CLEAR
        {
            return Ok(profile::every_clear_pattern(languages, calendars, takes_any_digits));
        }
        each(&words, values::has_no_blank_at_edge)?;
        let mut patterns = Vec::new();
        for word in &words {
            let compiled = profile::patterns([word.get_ref().as_str()], languages, calendars, takes_any_digits);
            patterns.extend(compiled.map_err(|(_, error)| values::refused_pattern(error, word, text))?);
        }
        at_least_one(&self.date, patterns)
    }
}

fn at_least_one<T>(words: &Spanned<Words>, values: Vec<T>) -> Result<Vec<T>, Problem> {
    if values.is_empty() {
        return Err(Advice::new("this list is empty", "Write at least one.").at(words.span()));
    }
    Ok(values)
}

fn updated(words: &Spanned<Vec<Spanned<String>>>) -> Result<(String, String), Problem> {
    let [open, close] = &words.get_ref()[..] else {
        let help = "Write what stands before the date and what stands after it: `[\" [Updated: \", \"]\"]`.";
        return Err(Advice::new("`updated` is not two texts", help).at(words.span()));
    };
    Ok((one(open, plain_text)?, one(close, plain_text)?))
}

fn kind(word: &str) -> Option<FieldKind> {
    match word {
        "id" => Some(FieldKind::NewsId),
        "date" => Some(FieldKind::PublishDate),
        _ => None,
    }
}

/// The field as a configuration calls it.
pub(super) fn field_word(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::NewsId => FIELDS[0],
        FieldKind::PublishDate => FIELDS[1],
    }
}

/// The name of an own profile.
pub(super) fn own_name(name: &str) -> Result<String, Advice> {
    if Profile::built_in(name).is_some() {
        let help = "Give your profile another name, and choose it with `profile`.";
        return Err(Advice::new(format!("`{name}` is a built-in profile"), help));
    }
    if name == Profile::AUTO {
        let help = "`profile = \"auto\"` asks for whichever profile fits; give your profile another name.";
        return Err(Advice::new(format!("`{name}` is no name for a profile"), help));
    }
    plain_name(name)
}
