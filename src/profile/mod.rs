//! What differs between one wire and another: labels, order of fields, date patterns, time zone, credit lines.

use chrono::{DateTime, MappedLocalTime, NaiveDateTime, TimeZone};
use chrono_tz::Tz;

use crate::calendar::{Calendar, Language};
use crate::chars;
use crate::datetime::DatePattern;

mod built_in;
mod dates;

pub use dates::{Calendars, every_clear_pattern, patterns};

/// A field of the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldKind {
    /// The number under which the source files the article.
    NewsId,
    /// When the article was published.
    PublishDate,
}

impl FieldKind {
    /// What an editor calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::NewsId => "news id",
            Self::PublishDate => "publish date",
        }
    }
}

/// Where in an article a field stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Above the headline.
    #[default]
    Top,
    /// Below the story.
    End,
}

impl Place {
    /// Both places.
    pub const ALL: [Self; 2] = [Self::Top, Self::End];

    /// The word used in configurations and lists.
    pub fn name(self) -> &'static str {
        match self {
            Self::Top => "top",
            Self::End => "end",
        }
    }

    /// What that word means, if it means something.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.name() == name)
    }
}

/// How a wire writes a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldForm {
    /// Which field.
    pub kind: FieldKind,
    /// The labels in use, the canonical one first. Without any, the value stands alone on its line.
    pub labels: Vec<String>,
    /// Where it stands.
    pub place: Place,
    /// Whether an article may do without it.
    pub is_optional: bool,
    /// Whether the label often stands there without a value.
    pub may_be_empty: bool,
}

/// Something that only some wires do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// The first line is the day on which the page was printed, not the date of the story.
    PageDate,
    /// The page prints header and headline twice; the second time is a repeat like any other.
    HeaderTwice,
    /// Midnight to the second stands for a time that is not known.
    MidnightIsNoTime,
    /// Ids are written in the digits of Persian or Arabic script as well.
    AnyDigits,
}

impl Habit {
    /// Each habit with the word used in configurations and lists.
    const NAMES: [(Self, &'static str); 4] = [
        (Self::PageDate, "page-date"),
        (Self::HeaderTwice, "header-twice"),
        (Self::MidnightIsNoTime, "midnight-is-no-time"),
        (Self::AnyDigits, "any-digits"),
    ];

    /// The words for all of them.
    pub const WORDS: [&'static str; 4] = ["page-date", "header-twice", "midnight-is-no-time", "any-digits"];

    /// The word used in configurations and lists.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(habit, _)| *habit == self).map_or("", |(_, name)| name)
    }

    /// What that word means, if it means something.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(habit, _)| *habit)
    }
}

/// A wire: everything the grammar needs to know about one source of articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Name by which the profile is chosen.
    pub name: String,
    /// Name of the source, first part of an article's id.
    pub source: String,
    /// The languages of the wire, the first one first: those of its months.
    pub languages: Vec<Language>,
    /// The fields of the header, in the order in which they stand.
    pub fields: Vec<FieldForm>,
    /// What may stand between a label and its value, blanks included; the canonical one first, and never none.
    pub separators: Vec<String>,
    /// What stands between two fields on one line, blanks included; `None` if each field has a line of its own.
    pub joint: Option<String>,
    /// How the date is written: the canonical pattern first, and none if the wire is not known to state a date.
    pub dates: Vec<DatePattern>,
    /// How the first line states the day on which the page was printed; none if it does not.
    pub page_dates: Vec<DatePattern>,
    /// What stands before and after the date of the last change, where that follows the date of publication.
    pub updated: Option<(String, String)>,
    /// What counts readers in the header: the word after the number.
    pub counters: Vec<String>,
    /// Time zone of the date.
    pub zone: Tz,
    /// What the source puts before a first paragraph to claim it, blanks included: `NOURNEWS- `.
    pub credits: Vec<String>,
    /// What this wire does and most others don't.
    pub habits: Vec<Habit>,
}

impl Profile {
    /// The profile used unless another is chosen.
    pub const DEFAULT: &'static str = "nournews";
    /// The word that asks for whichever profile an article turns out to follow.
    pub const AUTO: &'static str = "auto";

    /// The built-in profile of that name.
    pub fn built_in(name: &str) -> Option<Self> {
        built_in::WIRES.iter().find(|wire| wire.name == name).map(built_in::profile)
    }

    /// Names of the built-in profiles, the default first.
    pub fn built_in_names() -> impl Iterator<Item = &'static str> + Clone {
        built_in::WIRES.iter().map(|wire| wire.name)
    }

    /// What is left of a profile where nothing is known of a text: no fields, no credits.
    pub fn unknown() -> Self {
        Self { fields: Vec::new(), credits: Vec::new(), ..built_in::profile(&built_in::PLAIN) }
    }

    /// How a field is written; `None` if the wire has no such field.
    pub fn form(&self, kind: FieldKind) -> Option<&FieldForm> {
        self.fields.iter().find(|form| form.kind == kind)
    }

    /// Whether a line opens with one of the labels, characters that nobody sees aside: without them, it may be a field.
    pub fn opens_with_label(&self, line: &str) -> bool {
        let seen: String = line.chars().filter(|c| !chars::is_unprintable(*c) && !chars::is_joiner(*c)).collect();
        let labels = self.fields.iter().flat_map(|form| &form.labels).filter(|label| !label.is_empty());
        labels.into_iter().any(|label| seen.trim_start_matches(chars::is_blank).starts_with(label.as_str()))
    }

    /// The canonical label of a field; empty if the value stands alone, or there is no such field.
    pub fn label(&self, kind: FieldKind) -> &str {
        self.form(kind).and_then(|form| form.labels.first()).map_or("", String::as_str)
    }

    /// What to call a field in a message: its label, or its name where it has none.
    pub fn call(&self, kind: FieldKind) -> String {
        match self.label(kind) {
            "" => format!("the {}", kind.name()),
            label => format!("`{label}`"),
        }
    }

    /// The canonical separator.
    pub fn separator(&self) -> &str {
        self.separators.first().map_or(" : ", String::as_str)
    }

    /// The place of a field in the order of the header.
    pub fn rank(&self, kind: FieldKind) -> usize {
        self.fields.iter().position(|form| form.kind == kind).unwrap_or(self.fields.len())
    }

    /// Whether a field of that kind stands below the story.
    pub fn is_at_end(&self, kind: FieldKind) -> bool {
        self.form(kind).is_some_and(|form| form.place == Place::End)
    }

    /// Whether the wire has this habit.
    pub fn has(&self, habit: Habit) -> bool {
        self.habits.contains(&habit)
    }

    /// Where the header stands: `top`, `end`, `top and end`, `twice`.
    pub fn header_place(&self) -> &'static str {
        let has = |place| self.fields.iter().any(|form| form.place == place);
        match (has(Place::Top), has(Place::End)) {
            _ if self.has(Habit::HeaderTwice) => "twice",
            (true, true) => "top and end",
            (false, true) => "end",
            _ => "top",
        }
    }

    /// How the wire writes dates, for messages: its pattern in words with an example, or examples of its patterns.
    pub fn dates_in_words(&self) -> String {
        match &self.dates[..] {
            [only] => format!("{}: `{}`", self.date_shape(), only.example()),
            _ => self.date_shape(),
        }
    }

    /// The same, without the example of a single pattern.
    pub fn date_shape(&self) -> String {
        match &self.dates[..] {
            [] => "in a form that is not known".to_owned(),
            [only] => format!("as {}", only.in_words()),
            several => {
                let examples = several.iter().take(MOST_EXAMPLES).map(|pattern| format!("`{}`", pattern.example()));
                let examples = examples.collect::<Vec<_>>().join(", ");
                let more = if several.len() > MOST_EXAMPLES { " and alike" } else { "" };
                format!("like this: {examples}{more}")
            }
        }
    }

    /// The date patterns as they were written; `any` for every clear one.
    pub fn date_sources(&self) -> Vec<String> {
        if self.dates.iter().any(|pattern| pattern.notation().takes_any_spelling) {
            return vec!["any".to_owned()];
        }
        let mut sources: Vec<String> = self.dates.iter().map(|pattern| pattern.source().to_owned()).collect();
        sources.dedup();
        sources
    }

    /// The calendars of the dates.
    pub fn calendars(&self) -> Calendars {
        let has = |calendar| self.dates.iter().any(|pattern| pattern.notation().calendar == calendar);
        match (has(Calendar::Gregorian), has(Calendar::Jalali)) {
            (true, true) => Calendars::Both,
            (false, true) => Calendars::Jalali,
            _ => Calendars::Gregorian,
        }
    }

    /// `text` without the credit it opens with; `None` if it opens with none.
    pub fn strip_credit<'t>(&self, text: &'t str) -> Option<&'t str> {
        // A byte tells most of them from the text.
        let first = text.bytes().next()?;
        let credits = self.credits.iter().filter(|credit| credit.bytes().next() == Some(first));
        credits.into_iter().find_map(|credit| text.strip_prefix(credit.as_str()))
    }

    /// What a time on the wall clock of this wire's zone means: one instant, two (clocks went back) or none (clocks
    /// went forward).
    pub fn instant(&self, local: NaiveDateTime) -> MappedLocalTime<DateTime<Tz>> {
        self.zone.from_local_datetime(&local)
    }
}

/// How many date patterns a message shows.
const MOST_EXAMPLES: usize = 3;

impl Default for Profile {
    fn default() -> Self {
        built_in::profile(&built_in::WIRES[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_profile_can_be_made_and_has_a_name_of_its_own() {
        let names: Vec<&str> = Profile::built_in_names().collect();
        assert_eq!(names[0], Profile::DEFAULT);
        for (index, name) in names.iter().enumerate() {
            assert!(!names[..index].contains(name) && *name != Profile::AUTO, "{name}");
            let profile = Profile::built_in(name).expect(name);
            assert!(!profile.fields.is_empty() && !profile.separators.is_empty(), "{name}");
            assert_eq!(profile.dates.is_empty(), profile.form(FieldKind::PublishDate).is_none(), "{name}");
        }
    }

    #[test]
    fn the_words_for_habits_are_complete() {
        assert_eq!(Habit::NAMES.map(|(_, name)| name), Habit::WORDS);
    }
}
