//! Articles to try things on: two fixed ones, and any number of others with faults of every kind.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// An article in canonical form.
pub(crate) const CLEAN: &str = "\
News ID : 170204
Publish Date : 4/9/2024 8:05:30 AM
Harbour ferries return to winter timetable

Ferries across the bay are running again, two days after the storm.

The boats will leave every forty minutes from six in the morning until ten at night, as they do each winter, and the \
last one back waits for the train. Tickets that were bought for the two lost days stay good until the end of the month, \
the ferry company said, and it hopes to run two more boats at the weekend.

The port authority met in the morning and found the channel clear.
";

/// The same article as a page prints it; every fault has a safe repair.
pub(crate) const DIRTY: &str = "\
News ID: 170204
Publish Date : 04/09/2024 8:05:30 am
Harbour ferries return to winter timetable

Harbour ferries return to winter timetable

Ferries across the bay are\u{a0}running again, two days after the storm.\u{20}


The boats will leave every forty minutes from six in the morning until ten at night, as they do each winter, and the \
last one back waits for the train. Tickets that were bought for the two lost days stay good until the end of the month, \
the ferry company said, and it hopes to run two more boats at the weekend.

The port authority met in the morning and found the channel clear.\u{a0}


Leave a Reply
first name & last name
";

/// One of `choices`.
fn one_of(choices: &[&'static str]) -> BoxedStrategy<String> {
    select(choices.to_vec()).prop_map(str::to_owned).boxed()
}

fn id_line() -> BoxedStrategy<String> {
    one_of(&[
        "News ID : 170204\n",
        "News ID : 170204\n",
        "News ID : 170204\n",
        "News ID: 170204\n",
        "NEWS  ID :170204\n",
        "News ID\u{a0}:\u{a0}170204 \n",
        "News ID : 17O204\n",
        "News ID : ۱۷۰۲۰۴\n",
        "News ID :\n",
        "",
    ])
}

fn date_line() -> BoxedStrategy<String> {
    one_of(&[
        "Publish Date : 4/9/2024 8:05:30 AM\n",
        "Publish Date : 4/9/2024 8:05:30 AM\n",
        "Publish Date : 4/9/2024 8:05:30 AM\n",
        "Publish date:4/9/2024 8:05:30 AM\n",
        "Publish Date : 04/09/2024 08:05:30 am\n",
        "Publish Date : 4/9/2024\u{a0}8:05:30AM\n",
        "Publish Date : 9.4.2024 20:05\n",
        "Publish Date : 2/30/2024 13:05:30 PM\n",
        "Publish Date : 4/9/2024 8:05:30 AM Updated\n",
        "Publish Date : ۴/۹/۲۰۲۴ 8:05:30 AM\n",
        "Publish Date :\n",
        "",
    ])
}

const HEADLINES: [&str; 5] = [
    "Harbour ferries return to winter timetable",
    "Mayor’s office: bridge ‘will open’ in June",
    "NO Comment !!!",
    "کشتی‌های مسافربری بازمی‌گردند",
    "Name",
];

/// Lines that may follow a headline: its repeats, stories, leftovers, and what looks like any of them.
fn line(headline: &str) -> BoxedStrategy<String> {
    let repeats = vec![
        headline.to_owned(),
        headline.to_uppercase(),
        headline.replace('’', "'"),
        format!("{}…", headline.chars().take(20).collect::<String>()),
        format!("NOURNEWS- {headline}"),
        format!("{headline} | Brenn Daily"),
        format!("{headline}{headline}"),
        format!("{headline}Ferries across the bay are running again."),
        format!("alt=” {headline} ” />"),
    ];
    prop_oneof![
        2 => select(repeats),
        6 => one_of(&[
            "Ferries across the bay are running again, two days after the storm.",
            "NOURNEWS- Ferries across the bay are running again, two days after the storm.",
            "The port authority met in\u{a0}the morning,  and found the\tchannel clear.",
            "“We would rather lose a morning than a boat,” she said.\u{a0}\u{a0}",
            "  دو روز پس از توفان، شناورهای مسافربری دوباره راه افتاده‌اند.",
            "Q: Name one thing you would change.",
            "District | January | February",
            "Signed by",
            "👩🏽‍🚀 Ida Brandt",
            "He\u{200b}llo, wo\u{ad}rld\u{7}.",
            "\u{202e}erom\u{202c} more\u{2028}and more\u{85}still",
            "mid\rline",
        ]),
        3 => one_of(&[
            "first name & last name",
            "Your email address will not be published. Required fields are marked *",
            "Leave a Reply",
            "Name *",
            "Email",
            "1 + 6 =",
            "نام و نام خانوادگی",
            "News ID : 170204",
            "Publish Date : 4/9/2024 8:05:30 AM",
        ]),
        1 => one_of(&["", " ", "\u{a0}", "\t", "\u{feff}", "\u{200c}", "\u{fffd}", "-", ":"]),
        1 => any::<String>(),
    ]
    .boxed()
}

/// An article with faults: header variants, a headline, lines of every kind, blank lines of every number.
pub(crate) fn article() -> impl Strategy<Value = String> {
    let headline = one_of(&HEADLINES);
    let parts = headline.prop_flat_map(|headline| {
        let gap = one_of(&["\n", "\n\n", "\n\n", "\n\n", "\n\n\n", "\n \n", "\n\u{a0}\n", "\r\n\r\n"]);
        let body = vec((line(&headline), gap), 0..9);
        let between = one_of(&["\n", "\n\n", "\n\n", "\n\n\n"]);
        let end = one_of(&["\n", "", "\n\n\n", " \n", "\u{a0}", "\r"]);
        (
            one_of(&["", "", "", "\n", "\u{feff}", "0 Persons\n"]),
            id_line(),
            date_line(),
            Just(headline),
            between,
            body,
            end,
        )
    });
    parts.prop_map(|(start, id, date, headline, between, body, end)| {
        let body: String = body.into_iter().map(|(line, gap)| line + &gap).collect();
        let text = format!("{start}{id}{date}{headline}{between}{body}");
        text.trim_end_matches('\n').to_owned() + &end
    })
}

/// Any text: articles, strings of any characters, and any bytes read as UTF-8 as far as they are.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => article(),
        1 => any::<String>(),
        1 => vec(any::<u8>(), 0..200).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        2 => vec(one_of(&["a", " ", "\n", "\r", "\u{a0}", "Name", ":", "News ID", "\u{200c}", "\u{feff}", "."]), 0..40)
            .prop_map(|pieces| pieces.concat()),
    ]
}
