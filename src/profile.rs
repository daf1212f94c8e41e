//! What differs between one wire and another: labels, date pattern, time zone, credit lines.

use chrono::{DateTime, MappedLocalTime, NaiveDateTime, TimeZone};
use chrono_tz::Tz;

use crate::datetime::DatePattern;

/// A field of the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldKind {
    /// The number under which the source files the article.
    NewsId,
    /// When the article was published.
    PublishDate,
}

impl FieldKind {
    /// The fields in the order in which they stand in a header.
    pub const IN_ORDER: [Self; 2] = [Self::NewsId, Self::PublishDate];
}

/// A wire: everything the grammar needs to know about one source of articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Name by which the profile is chosen.
    pub name: String,
    /// Name of the source, first part of an article's id.
    pub source: String,
    /// Label of [`FieldKind::NewsId`].
    pub id_label: String,
    /// Label of [`FieldKind::PublishDate`].
    pub date_label: String,
    /// What stands between a label and its value, blanks included.
    pub separator: String,
    /// How the date is written.
    pub date: DatePattern,
    /// Time zone of the date.
    pub zone: Tz,
    /// What the source puts before a first paragraph to claim it, blanks included: `NOURNEWS- `.
    pub credits: Vec<String>,
}

impl Profile {
    /// The profile used unless another is chosen.
    pub const DEFAULT: &'static str = "nournews";

    /// The built-in profile of that name.
    pub fn built_in(name: &str) -> Option<Self> {
        (name == Self::DEFAULT).then(Self::nournews)
    }

    /// Names of the built-in profiles.
    pub fn built_in_names() -> [&'static str; 1] {
        [Self::DEFAULT]
    }

    /// Nournews, English edition: labels, date order and credit spellings as its pages of 2021 to 2025 print them.
    fn nournews() -> Self {
        let credits =
            ["NOURNEWS - ", "NOURNEWS- ", "NOURNEWS – ", "NOURNEWS: ", "Nournews: ", "نورنيوز- ", "نورنیوز- "];
        Self {
            name: Self::DEFAULT.to_owned(),
            source: Self::DEFAULT.to_owned(),
            id_label: "News ID".to_owned(),
            date_label: "Publish Date".to_owned(),
            separator: " : ".to_owned(),
            date: DatePattern::compile("%-m/%-d/%Y %-I:%M:%S %p").unwrap_or_else(|error| unreachable!("{error}")),
            zone: Tz::Asia__Tehran,
            credits: credits.map(str::to_owned).to_vec(),
        }
    }

    /// The label of a field.
    pub fn label(&self, kind: FieldKind) -> &str {
        match kind {
            FieldKind::NewsId => &self.id_label,
            FieldKind::PublishDate => &self.date_label,
        }
    }

    /// `text` without the credit it opens with; `None` if it opens with none.
    pub fn strip_credit<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.credits.iter().find_map(|credit| text.strip_prefix(credit.as_str()))
    }

    /// What a time on the wall clock of this wire's zone means: one instant, two (clocks went back) or none (clocks
    /// went forward).
    pub fn instant(&self, local: NaiveDateTime) -> MappedLocalTime<DateTime<Tz>> {
        self.zone.from_local_datetime(&local)
    }
}

impl Default for Profile {
    fn default() -> Self {
        Self::nournews()
    }
}
