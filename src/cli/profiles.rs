//! `wirelint profiles`: the table of the built-in profiles.

use serde::Serialize;

use super::args::{ListFormat, ProfilesArgs};
use super::{CLEAN, Context};
use crate::datetime::DatePattern;
use crate::profile::{FieldForm, Profile};

/// A profile in the JSON list.
#[derive(Serialize)]
struct Row<'p> {
    name: &'p str,
    languages: Vec<&'static str>,
    header: &'static str,
    fields: Vec<Field<'p>>,
    separators: &'p [String],
    joint: Option<&'p str>,
    dates: Vec<Date>,
    calendar: &'static str,
    zone: &'static str,
    credits: &'p [String],
    habits: Vec<&'static str>,
}

#[derive(Serialize)]
struct Field<'p> {
    name: &'static str,
    labels: &'p [String],
    place: &'static str,
    may_be_missing: bool,
    may_be_empty: bool,
}

#[derive(Serialize)]
struct Date {
    pattern: String,
    example: String,
}

impl<'p> From<&'p Profile> for Row<'p> {
    fn from(profile: &'p Profile) -> Self {
        Self {
            name: &profile.name,
            languages: profile.languages.iter().map(|language| language.code()).collect(),
            header: profile.header_place(),
            fields: profile.fields.iter().map(Field::from).collect(),
            separators: &profile.separators,
            joint: profile.joint.as_deref(),
            dates: known_dates(profile)
                .map(|date| Date { pattern: date.source().to_owned(), example: date.example() })
                .collect(),
            calendar: profile.calendars().name(),
            zone: profile.zone.name(),
            credits: &profile.credits,
            habits: profile.habits.iter().map(|habit| habit.name()).collect(),
        }
    }
}

impl<'p> From<&'p FieldForm> for Field<'p> {
    fn from(form: &'p FieldForm) -> Self {
        Self {
            name: form.kind.name(),
            labels: &form.labels,
            place: form.place.name(),
            may_be_missing: form.is_optional,
            may_be_empty: form.may_be_empty,
        }
    }
}

/// The patterns that the source is known to use; none if every clear one is taken.
fn known_dates(profile: &Profile) -> impl Iterator<Item = &DatePattern> {
    profile.dates.iter().filter(|pattern| !pattern.notation().takes_any_spelling)
}

pub(super) fn run(args: &ProfilesArgs, context: &mut Context) -> u8 {
    let profiles: Vec<Profile> = Profile::built_in_names().filter_map(Profile::built_in).collect();
    let text = match args.output_format {
        ListFormat::Text => table(&profiles),
        ListFormat::Json => {
            let rows: Vec<Row> = profiles.iter().map(Row::from).collect();
            serde_json::to_string_pretty(&rows).unwrap_or_default() + "\n"
        }
    };
    context.out.print(&text);
    CLEAN
}

/// What there is to see in a list: name, languages, header, zone, labels, date.
type Line = [String; 6];

fn table(profiles: &[Profile]) -> String {
    let heading = ["PROFILE", "LANGUAGE", "HEADER", "ZONE", "DATE", "LABELS"].map(str::to_owned);
    let lines: Vec<Line> = [heading].into_iter().chain(profiles.iter().map(line)).collect();
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..5).map(width).collect();
    let mut text = String::new();
    for line in &lines {
        for (cell, width) in line.iter().zip(&widths) {
            text += &format!("{cell:width$}  ");
        }
        text += &line[5];
        text.push('\n');
    }
    text
}

fn line(profile: &Profile) -> Line {
    let date = match (known_dates(profile).next(), profile.dates.is_empty()) {
        (Some(pattern), _) => pattern.example(),
        (None, true) => "none".to_owned(),
        (None, false) => "any clear form".to_owned(),
    };
    let labels = profile.fields.iter().map(|form| match &form.labels[..] {
        [] => format!("({})", form.kind.name()),
        labels => labels
            .iter()
            .map(|label| format!("{label}{}", profile.separator().trim_end()))
            .collect::<Vec<_>>()
            .join(" / "),
    });
    let languages: Vec<&str> = profile.languages.iter().map(|language| language.code()).collect();
    [
        profile.name.clone(),
        languages.join(" "),
        profile.header_place().to_owned(),
        profile.zone.name().to_owned(),
        date,
        labels.collect::<Vec<_>>().join(", "),
    ]
}
