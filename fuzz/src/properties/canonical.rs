//! Articles in canonical form, made from bytes: what has to be read without a finding.

use chrono::{NaiveDate, NaiveDateTime};

/// Words of a language that no rule looks at, and how paragraphs of it open and close.
struct Language {
    openings: [&'static str; 6],
    words: [&'static str; 16],
    close: &'static str,
}

const LANGUAGES: [Language; 4] = [
    Language {
        openings: ["Ferries", "The", "Nobody", "In", "“We", "At"],
        words: [
            "harbour",
            "crossed",
            "bay",
            "two",
            "storm",
            "crew",
            "12",
            "reopened",
            "timetable",
            "winter",
            "boats,",
            "morning",
            "channel",
            "sand",
            "don’t",
            "clear",
        ],
        close: ".",
    },
    Language {
        openings: ["کشتی‌ها", "در", "شورای", "هیچ‌کس", "صبح", "بندر"],
        words: [
            "می‌روند",
            "دوباره",
            "توفان",
            "شهر",
            "پس",
            "از",
            "روز",
            "۱۲",
            "راه",
            "افتاده‌اند",
            "زمستان",
            "ساحل",
            "و",
            "باز",
            "خدمه",
            "دو",
        ],
        close: ".",
    },
    Language {
        openings: ["Паромы", "Утром", "Совет", "Никто", "После", "Гавань"],
        words: [
            "снова",
            "ходят",
            "через",
            "залив",
            "два",
            "дня",
            "шторма",
            "команда",
            "канал",
            "зимой",
            "открыт",
            "порт",
            "лодки,",
            "песок",
            "12",
            "чист",
        ],
        close: ".",
    },
    Language {
        openings: ["Fähren", "Der", "Niemand", "Am", "Zwei", "Über"],
        words: [
            "Hafen",
            "fuhren",
            "wieder",
            "Bucht,",
            "Sturm",
            "Morgen",
            "Tage",
            "Mannschaft",
            "offen",
            "Winter",
            "Boote",
            "12",
            "Fahrplan",
            "Sand",
            "größer",
            "klar",
        ],
        close: "!",
    },
];

/// The parts of an article.
pub struct Parts {
    /// The digits of the news id.
    pub id: String,
    /// The local time it was published at.
    pub published: NaiveDateTime,
    /// The headline.
    pub headline: String,
    /// Standfirst and paragraphs, no two alike.
    pub paragraphs: Vec<String>,
}

impl Parts {
    /// What `bytes` choose; bytes that are not there count as 0.
    pub fn from(bytes: &[u8]) -> Self {
        let mut bytes = bytes.iter().copied();
        let mut below = |end: u8| bytes.next().unwrap_or_default() % end;
        let id =
            (0..=below(9)).map(|place| char::from(b'0' + if place == 0 { 1 + below(9) } else { below(10) })).collect();
        // No day on which clocks change.
        let date =
            NaiveDate::from_ymd_opt(2000 + i32::from(below(24)), 1 + u32::from(below(12)), 1 + u32::from(below(19)));
        let time = [24, 60, 60].map(|end| u32::from(below(end)));
        let published = date.and_then(|date| date.and_hms_opt(time[0], time[1], time[2])).expect("such a time exists");
        let language = &LANGUAGES[usize::from(below(4))];
        let mut sentence = |opening: &str, least: u8| {
            let mut words = vec![opening];
            let mut last = 0;
            for _ in 0..least + below(12) {
                // Never the same word twice in a row.
                last = (last + 1 + below(15)) % 16;
                words.push(language.words[usize::from(last)]);
            }
            // Nor the same words twice: as a headline, they would be one that was printed twice on its line.
            let (first, second) = words.split_at(words.len() / 2);
            if first == second {
                words.pop();
            }
            words.join(" ").trim_end_matches(',').to_owned()
        };
        let headline = sentence(language.words[0], 2);
        let paragraphs = language.openings.iter().map(|opening| {
            let quote = if opening.starts_with('“') { "”" } else { "" };
            format!("{}{}{quote}", sentence(opening, 4), language.close)
        });
        let mut paragraphs: Vec<String> = paragraphs.collect();
        paragraphs.truncate(1 + usize::from(below(6)));
        Self { id, published, headline, paragraphs }
    }

    /// The article in canonical form.
    pub fn printed(&self) -> String {
        let published = self.published.format("%-m/%-d/%Y %-I:%M:%S %p");
        let Self { id, headline, paragraphs, .. } = self;
        format!("News ID : {id}\nPublish Date : {published}\n{headline}\n\n{}\n", paragraphs.join("\n\n"))
    }
}
