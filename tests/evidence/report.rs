//! All measurements together, and how they are shown.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::corpus::{Article, Row, articles, hosts, rows};
use super::damage::DEFECTS;
use super::leftovers::{Numbers, Place, WEIGHTS, block, forms, long_host, put, put_form};
use super::tally::{Damaged, Tally, tally};

/// The measurements. Each key is a row of a table.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// Phrases in the lexicon, tried or not.
    pub(crate) all_phrases: usize,
    /// Articles and lines of text by language.
    pub(crate) corpus: BTreeMap<String, (usize, usize)>,
    /// Phrases alone after a finished paragraph, by language.
    pub(crate) languages: BTreeMap<String, Tally>,
    /// The same by kind.
    pub(crate) kinds: BTreeMap<String, Tally>,
    /// The same by tier.
    pub(crate) tiers: BTreeMap<String, Tally>,
    /// The same by what the lexicon knows of the line.
    pub(crate) ways: BTreeMap<String, Tally>,
    /// Phrases by the place where they stand.
    places: BTreeMap<Place, Tally>,
    /// Defects of characters, in the order of their table.
    pub(crate) defects: Vec<(&'static str, Tally)>,
}

/// Places other than alone after a finished paragraph; each phrase takes one of them as well.
const OTHER_PLACES: [Place; 7] = [
    Place::AfterByline(0),
    Place::AfterByline(1),
    Place::AfterByline(2),
    Place::AfterByline(3),
    Place::BetweenParagraphs,
    Place::Glued,
    Place::Quoted,
];
const MOST_BLANK_LINES: usize = 3;
/// Times a whole form is tried in each language.
const FORM_TURNS: usize = 4;
/// Blocks of leftovers tried in each language.
const BLOCKS: u64 = 12;

impl Report {
    /// Measures with so many phrases, spread over the whole lexicon, and each defect in so many articles.
    pub(crate) fn new(phrases: usize, most_articles: usize) -> Self {
        let (articles, rows) = (articles(), rows());
        let every = rows.len().div_ceil(phrases.max(1));
        let mut report = Self { all_phrases: rows.len(), ..Self::default() };
        for article in &articles {
            let counts = report.corpus.entry(article.language.clone()).or_default();
            counts.0 += 1;
            counts.1 += article.lines().count();
        }
        report.phrases(&articles, &rows, every);
        report.blocks(&articles, &rows, every);
        report.forms(&articles, most_articles);
        report.defects = DEFECTS
            .par_iter()
            .map(|defect| {
                let is_wanted = |article: &&Article| {
                    defect.languages.is_empty() || defect.languages.contains(&article.language.as_str())
                };
                let suited: Vec<&Article> = articles.iter().filter(is_wanted).collect();
                let mut sum = Tally::default();
                for article in suited.iter().step_by(suited.len().div_ceil(most_articles.max(1)).max(1)) {
                    if let Some(damaged) = (defect.put)(&article.text) {
                        sum += tally(&article.text, &damaged, &format!("{}: {}", defect.name, article.name));
                    }
                }
                (defect.name, sum)
            })
            .collect();
        report
    }

    fn phrases(&mut self, articles: &[Article], rows: &[Row], every: usize) {
        let tried: Vec<(usize, &Row)> = rows.iter().enumerate().step_by(every).collect();
        let tallies: Vec<(&Row, Place, Tally)> = tried
            .par_iter()
            .flat_map_iter(|(index, row)| {
                let mut numbers = Numbers(*index as u64);
                let alone = Place::AfterStory(numbers.below(MOST_BLANK_LINES + 1));
                let places = [alone, OTHER_PLACES[numbers.below(OTHER_PLACES.len())]];
                places.into_iter().filter_map(move |place| {
                    let (clean, damaged) = put(row, numbers.below(usize::MAX), place, articles)?;
                    Some((
                        *row,
                        place,
                        tally(&clean, &damaged, &label(row.language, &[row.kind, row.tier], place, &damaged)),
                    ))
                })
            })
            .collect();
        for (row, place, tally) in tallies {
            if matches!(place, Place::AfterStory(_)) {
                *self.languages.entry(row.language.to_owned()).or_default() += tally.clone();
                *self.kinds.entry(row.kind.to_owned()).or_default() += tally.clone();
                *self.ways.entry(row.way.to_owned()).or_default() += tally.clone();
                *self.tiers.entry(row.tier.to_owned()).or_default() += tally.clone();
            }
            *self.places.entry(place).or_default() += tally;
        }
    }

    fn blocks(&mut self, articles: &[Article], rows: &[Row], every: usize) {
        // A sample tries as many languages as it tries phrases of each.
        let languages: Vec<&String> = self.languages.keys().step_by(every.min(4)).collect();
        let blocks = BLOCKS.div_ceil(every as u64);
        let tallies: Vec<Tally> = languages
            .par_iter()
            .flat_map_iter(|language| {
                (0..blocks).filter_map(move |seed| {
                    let (clean, damaged) = block(rows, language, &mut Numbers(seed * 7919 + 17), articles)?;
                    Some(tally(&clean, &damaged, &label(language, &[], Place::Block, &damaged)))
                })
            })
            .collect();
        for tally in tallies {
            *self.places.entry(Place::Block).or_default() += tally;
        }
    }

    fn forms(&mut self, articles: &[Article], most_articles: usize) {
        let mut sum = Tally::default();
        for (language, lines) in forms() {
            let hosts = hosts(articles, language);
            for turn in 0..most_articles.min(FORM_TURNS) {
                let Some(host) = long_host(&hosts, turn) else { continue };
                let damaged = put_form(&host, &lines, turn);
                sum += tally(&host.text, &damaged, &label(language, &[], Place::Form, &damaged));
            }
        }
        self.places.insert(Place::Form, sum);
    }

    /// Whole comment forms.
    pub(crate) fn whole_forms(&self) -> &Tally {
        &self.places[&Place::Form]
    }

    /// Every tally that counts each text once.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Tally> {
        self.places.values().chain(self.defects.iter().map(|(_, tally)| tally))
    }

    /// Phrases alone after a finished paragraph.
    pub(crate) fn after_story(&self) -> Tally {
        let mut sum = Tally::default();
        for tally in self.languages.values() {
            sum += tally.clone();
        }
        sum
    }

    /// The share of phrases found alone after a finished paragraph, each kind counted as often as pages carry it: part
    /// and whole.
    pub(crate) fn weighted_recall(&self) -> (usize, usize) {
        const PRECISION: usize = 1_000_000;
        let of = |(kind, weight): &(&str, usize)| {
            let tally = self.kinds.get(*kind)?;
            Some((weight * PRECISION * tally.found / tally.tried, weight * PRECISION))
        };
        WEIGHTS.iter().filter_map(of).fold((0, 0), |sum, next| (sum.0 + next.0, sum.1 + next.1))
    }

    /// Findings on lines that nobody damaged.
    pub(crate) fn wrong(&self) -> usize {
        self.all().map(|tally| tally.wrong).sum()
    }

    /// Lines of the story that safe repairs took out or changed.
    pub(crate) fn changed(&self) -> usize {
        self.all().map(|tally| tally.changed).sum()
    }

    /// The report in Markdown.
    pub(crate) fn markdown(&self) -> String {
        let (count, lines) =
            self.corpus.values().fold((0, 0), |sum, (articles, lines)| (sum.0 + articles, sum.1 + lines));
        let sum = self.after_story();
        let (part, whole) = self.weighted_recall();
        let mut text = format!(
            "- Clean articles: {count} in {} languages, with {lines} lines of text.\n\
             - Phrases tried: {} of {}, each in one of the forms in which pages print it.\n\
             - Alone after the story: {} found; {} if each kind counts as often as pages carry it; {} restored byte for \
             byte by safe repairs.\n\
             - Whole comment forms after the story: {} restored by safe repairs.\n\
             - Findings on lines that nobody damaged: {}. Lines of the story that safe repairs changed: {}.\n",
            self.corpus.len(),
            sum.tried,
            self.all_phrases,
            percent(sum.found, sum.findable),
            percent(part, whole),
            percent(sum.restored, sum.tried),
            percent(self.whole_forms().restored, self.whole_forms().tried),
            self.wrong(),
            self.changed(),
        );
        text += "\n## Where leftovers stand\n\n";
        text += &table("place", self.places.iter().map(|(place, tally)| (place.in_words(), tally)));
        text += "\n## Alone after the story, by kind\n\n";
        text += &table("kind", self.kinds.iter().map(|(kind, tally)| (kind.clone(), tally)));
        text += "\n## Alone after the story, by how telling the phrase is\n\n";
        text += &table("tier", self.tiers.iter().map(|(tier, tally)| (tier.clone(), tally)));
        text += "\n## Alone after the story, by what the lexicon knows of the line\n\n";
        text += &table("match", self.ways.iter().map(|(way, tally)| (way.clone(), tally)));
        text += "\n## Alone after the story, by language\n\n";
        text += &table("language", self.languages.iter().map(|(language, tally)| (language.clone(), tally)));
        text += "\n## Characters and blanks\n\n";
        text += &table("what was done", self.defects.iter().map(|(name, tally)| ((*name).to_owned(), tally)));
        text
    }
}

/// What was put where, for the list of misses.
fn label(language: &str, row: &[&str], place: Place, damaged: &Damaged) -> String {
    let lines = damaged.text.lines().skip(damaged.lines.start).take(damaged.lines.len());
    format!("{language} {} {place:?}: {}", row.join(" "), lines.collect::<Vec<_>>().join("⏎"))
}

fn table<'t>(first: &str, rows: impl Iterator<Item = (String, &'t Tally)>) -> String {
    let mut text = format!(
        "| {first} | tried | found | restored | restored, unsafe repairs too | wrong findings | lines changed | rules |\n\
         |---|---:|---:|---:|---:|---:|---:|---|\n"
    );
    for (name, tally) in rows {
        let rules: Vec<String> = tally.rules.iter().map(|rule| format!("`{rule}`")).collect();
        text += &format!(
            "| {name} | {} | {} | {} | {} | {} | {} | {} |\n",
            tally.tried,
            percent(tally.found, tally.findable),
            percent(tally.restored, tally.tried),
            percent(tally.restored_unsafely, tally.tried),
            tally.wrong,
            tally.changed,
            rules.join(", "),
        );
    }
    text
}

/// A share to two decimals, and 100 % only for all.
fn percent(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let hundredths = part * 10_000 / whole;
    if part == whole { "100 %".to_owned() } else { format!("{}.{:02} %", hundredths / 100, hundredths % 100) }
}
