//! The built-in profiles as a table: what pages of each source print, and nothing that is not known of it.

use chrono_tz::Tz;

use super::dates::{self, Calendars};
use super::{FieldForm, FieldKind, Habit, Place, Profile};
use crate::calendar::Language::{self, English, Persian};

/// How a wire writes dates.
pub(super) enum Dates {
    /// By these patterns, the canonical one first.
    By(&'static [&'static str]),
    /// In a way that is not known: every shape that can mean one day only is taken as it comes.
    AnyClear,
}

/// A field in the table: [`HAS_LABEL`] with what is different.
pub(super) struct Entry {
    labels: &'static [&'static str],
    place: Place,
    is_optional: bool,
    may_be_empty: bool,
}

const HAS_LABEL: Entry = Entry { labels: &[], place: Place::Top, is_optional: false, may_be_empty: false };

/// A row of the table.
pub(super) struct Wire {
    pub(super) name: &'static str,
    languages: &'static [Language],
    /// In the order in which they stand.
    fields: &'static [(FieldKind, Entry)],
    separators: &'static [&'static str],
    joint: Option<&'static str>,
    dates: Dates,
    calendars: Calendars,
    updated: Option<(&'static str, &'static str)>,
    counters: &'static [&'static str],
    zone: Tz,
    credits: &'static [&'static str],
    habits: &'static [Habit],
}

/// What a row is unless it says otherwise. Every source of the table publishes in Tehran's time.
pub(super) const PLAIN: Wire = Wire {
    name: "unknown",
    languages: &[English],
    fields: &[],
    separators: &[": "],
    joint: None,
    dates: Dates::AnyClear,
    calendars: Calendars::Gregorian,
    updated: None,
    counters: &[],
    zone: Tz::Asia__Tehran,
    credits: &[],
    habits: &[],
};

const ID: FieldKind = FieldKind::NewsId;
const DATE: FieldKind = FieldKind::PublishDate;

/// All built-in profiles, the default first.
pub(super) const WIRES: &[Wire] = &[
    // English edition, pages of 2021 to 2025.
    Wire {
        name: "nournews",
        fields: &[
            (ID, Entry { labels: &["News ID"], ..HAS_LABEL }),
            (DATE, Entry { labels: &["Publish Date"], ..HAS_LABEL }),
        ],
        separators: &[" : "],
        dates: Dates::By(&["%-m/%-d/%Y %-I:%M:%S %p"]),
        credits: &["NOURNEWS - ", "NOURNEWS- ", "NOURNEWS – ", "NOURNEWS: ", "Nournews: ", "نورنيوز- ", "نورنیوز- "],
        ..PLAIN
    },
    // Persian edition: the label of the date stands there without a value.
    Wire {
        name: "nournews-fa",
        languages: &[Persian],
        fields: &[
            (ID, Entry { labels: &["شناسه خبر"], ..HAS_LABEL }),
            (DATE, Entry { labels: &["تاریخ انتشار"], may_be_empty: true, ..HAS_LABEL }),
        ],
        separators: &[" : "],
        calendars: Calendars::Both,
        credits: &["نورنيوز- ", "نورنیوز- ", "نورنیوز-گروه سیاسی: "],
        habits: &[Habit::AnyDigits],
        ..PLAIN
    },
    // The first line is the day on which the page was rendered. The space around the colon varies within a page.
    Wire {
        name: "kayhan",
        fields: &[
            (ID, Entry { labels: &["News ID"], ..HAS_LABEL }),
            (DATE, Entry { labels: &["Publish Date"], ..HAS_LABEL }),
        ],
        separators: &[": ", " : "],
        dates: Dates::By(&["%-d %B %Y - %H:%M"]),
        credits: &["TEHRAN (Dispatches) – "],
        habits: &[Habit::PageDate],
        ..PLAIN
    },
    Wire {
        name: "yjc",
        fields: &[
            (ID, Entry { labels: &["News ID"], ..HAS_LABEL }),
            (DATE, Entry { labels: &["Publish Date"], ..HAS_LABEL }),
        ],
        ..PLAIN
    },
    Wire {
        name: "taghribnews",
        fields: &[
            (ID, Entry { labels: &["Story Code"], ..HAS_LABEL }),
            (DATE, Entry { labels: &["Publish date"], ..HAS_LABEL }),
        ],
        separators: &[" : "],
        dates: Dates::By(&["%-d %b %Y - %H:%M"]),
        ..PLAIN
    },
    // How it labels the date is not known.
    Wire {
        name: "islamtimes",
        fields: &[(ID, Entry { labels: &["Story Code"], ..HAS_LABEL })],
        separators: &[" : "],
        ..PLAIN
    },
    // The first line is the day on which the page was viewed; how it labels the date of the story is not known.
    Wire {
        name: "theiranproject",
        fields: &[(ID, Entry { labels: &["Story Code"], ..HAS_LABEL })],
        separators: &[" : "],
        habits: &[Habit::PageDate],
        ..PLAIN
    },
    // The date stands alone, above the id; header and headline come twice.
    Wire {
        name: "irna",
        fields: &[(DATE, HAS_LABEL), (ID, Entry { labels: &["News ID"], ..HAS_LABEL })],
        dates: Dates::By(&["%b %-d, %Y, %-I:%M %p"]),
        counters: &["Persons"],
        credits: &["Tehran, IRNA – "],
        habits: &[Habit::HeaderTwice],
        ..PLAIN
    },
    // The date stands alone; the id is in the footer, without a colon.
    Wire {
        name: "mehrnews",
        fields: &[(DATE, HAS_LABEL), (ID, Entry { labels: &["News ID"], place: Place::End, ..HAS_LABEL })],
        separators: &[" "],
        dates: Dates::By(&["%b %-d, %Y, %-I:%M %p"]),
        ..PLAIN
    },
    // The id is in the footer, without a colon; how it writes the date is not known.
    Wire {
        name: "khabaronline",
        fields: &[(ID, Entry { labels: &["News ID"], place: Place::End, ..HAS_LABEL })],
        separators: &[" "],
        ..PLAIN
    },
    // English edition: an English label and Persian digits. How it writes the date is not known.
    Wire {
        name: "ilna",
        fields: &[(ID, Entry { labels: &["News code"], ..HAS_LABEL })],
        separators: &[" : "],
        habits: &[Habit::AnyDigits],
        ..PLAIN
    },
    // How it writes the date is not known.
    Wire { name: "ikna", fields: &[(ID, Entry { labels: &["News ID"], ..HAS_LABEL })], ..PLAIN },
    // The header is the last line, both fields on it.
    Wire {
        name: "kurdpress",
        fields: &[
            (ID, Entry { labels: &["News Code"], place: Place::End, ..HAS_LABEL }),
            (DATE, Entry { labels: &["Date"], place: Place::End, ..HAS_LABEL }),
        ],
        joint: Some("  |  "),
        dates: Dates::By(&["%Y/%m/%d  |  Time: %H : %M"]),
        ..PLAIN
    },
    // Two dates on a line, the first one that of publication. It states no id.
    Wire {
        name: "presstv",
        fields: &[(DATE, HAS_LABEL)],
        dates: Dates::By(&["%a %b %-d, %Y %I:%M%p"]),
        updated: Some((" [Updated: ", " ]")),
        ..PLAIN
    },
    // What Persian outlets have in common: labels, often both on one line, dates in either calendar and any digits.
    Wire {
        name: "persian",
        languages: &[Persian],
        fields: &[
            (ID, Entry { labels: &["کد خبر", "شناسه مطلب"], ..HAS_LABEL }),
            (DATE, Entry { labels: &["تاریخ انتشار", "زمان انتشار", "تاریخ"], ..HAS_LABEL }),
        ],
        separators: &[": ", " : "],
        joint: Some("   "),
        calendars: Calendars::Both,
        habits: &[Habit::AnyDigits, Habit::MidnightIsNoTime],
        ..PLAIN
    },
];

/// The profile of a row.
pub(super) fn profile(wire: &Wire) -> Profile {
    let owned = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let takes_any_digits = wire.habits.contains(&Habit::AnyDigits);
    let has_date = wire.fields.iter().any(|(kind, _)| *kind == DATE);
    let dates = match wire.dates {
        _ if !has_date => Vec::new(),
        Dates::By(sources) => {
            let compiled = dates::patterns(sources.iter().copied(), wire.languages, wire.calendars, takes_any_digits);
            compiled.unwrap_or_else(|(source, error)| unreachable!("{source}: {error}"))
        }
        Dates::AnyClear => dates::every_clear_pattern(wire.languages, wire.calendars, takes_any_digits),
    };
    let page_dates = if wire.habits.contains(&Habit::PageDate) {
        dates::every_clear_pattern(wire.languages, wire.calendars, takes_any_digits)
    } else {
        Vec::new()
    };
    let form = |(kind, entry): &(FieldKind, Entry)| FieldForm {
        kind: *kind,
        labels: owned(entry.labels),
        place: entry.place,
        is_optional: entry.is_optional,
        may_be_empty: entry.may_be_empty,
    };
    Profile {
        name: wire.name.to_owned(),
        source: wire.name.to_owned(),
        languages: wire.languages.to_vec(),
        fields: wire.fields.iter().map(form).collect(),
        separators: owned(wire.separators),
        joint: wire.joint.map(str::to_owned),
        dates,
        page_dates,
        updated: wire.updated.map(|(open, close)| (open.to_owned(), close.to_owned())),
        counters: owned(wire.counters),
        zone: wire.zone,
        credits: owned(wire.credits),
        habits: wire.habits.to_vec(),
    }
}
