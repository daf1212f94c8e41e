//! What is promised about finding and repairing, held against damage whose truth is known; `docs/evidence.md` shows the
//! figures.

use crate::evidence::report::Report;
use crate::support::golden::assert_golden;

/// A sample that takes a few seconds; `cargo run --release --example furniture_report` tries everything.
const PHRASES: usize = 500;
const ARTICLES: usize = 3;

const INTRODUCTION: &str = "\
# Evidence

Phrases that pages leave behind and faults of characters are put into clean articles, so that the truth is known; what
is found, repaired and done by mistake is counted. The articles are those of `tests/prose`: written for this purpose in
the languages below, with the typography of each, and full of what looks like a fault and is none. The phrases are those
of `src/lexicon/phrases.tsv`.

*Found*: a finding on the line that was put in or changed. *Restored*: the repaired file is the clean one byte for byte.
*Wrong findings*: on lines that nobody damaged. *Lines changed*: lines of the story that safe repairs took out or
changed.

The figures are those of a sample that `cargo test` keeps true. All phrases in all articles:
`cargo run --release --example furniture_report`; with `--misses`, what was missed or wrong, text by text.

";

#[test]
fn what_is_promised_holds() {
    let report = Report::new(PHRASES, ARTICLES);
    let misses: Vec<&String> = report.all().flat_map(|tally| &tally.misses).collect();
    let of = |kind: &str| misses.iter().filter(|miss| miss.starts_with(kind)).take(20).collect::<Vec<_>>();
    assert_eq!(report.changed(), 0, "{:#?}", of("changed"));
    assert_eq!(report.wrong(), 0, "{:#?}", of("wrong"));
    let alone = report.after_story();
    assert!(alone.found * 100 >= alone.tried * 99, "{} of {}: {:#?}", alone.found, alone.tried, of("missed"));
    let (part, whole) = report.weighted_recall();
    assert!(part * 100 >= whole * 99, "{part} of {whole}");
    assert_golden("docs/evidence.md", &(INTRODUCTION.to_owned() + &report.markdown()));
}
