//! What is promised about finding and repairing, held against damage whose truth is known; `docs/evidence.md` shows the
//! figures.

use crate::evidence::report::Report;
use crate::support::golden::assert_golden;

/// A sample that takes a few seconds; `cargo run --release --example furniture_report` tries everything.
const PHRASES: usize = 250;
const ARTICLES: usize = 2;

const INTRODUCTION: &str = "\
# Evidence

Phrases that pages leave behind and faults of characters are put into clean articles, so that the truth is known; what
is found, repaired and done by mistake is counted. The articles are those of `tests/prose`: written for this purpose in
the languages below, with the typography of each, and full of what looks like a fault and is none. The phrases are those
of `src/lexicon/phrases.tsv`.

*Found*: a finding on the line that was put in or changed. *Restored*: the repaired file is the clean one byte for byte.
*Wrong findings*: on lines that nobody damaged. *Lines changed*: lines of the story that safe repairs took out or
changed.

Of an *opening* the lexicon knows the first words only, so that it is tried cut short, as lists of links print it; in a
*template* a word of the article stands in for the name. Whole comment forms (`tests/evidence/forms.txt`) are as the themes of the commonest CMS print them.

The figures are those of a sample that `cargo test` keeps true. All phrases in all articles:
`cargo run --release --example furniture_report`; with `--misses`, what was missed or wrong, text by text.

";

/// What was measured on text that is not in this repository, so that no test can.
const REAL_PROSE: &str = include_str!("evidence/real_prose.md");
const REAL_PAGES: &str = include_str!("evidence/real_pages.md");

#[test]
fn what_is_promised_holds() {
    let report = Report::new(PHRASES, ARTICLES);
    let misses: Vec<&String> = report.all().flat_map(|tally| &tally.misses).collect();
    let of = |kind: &str| misses.iter().filter(|miss| miss.starts_with(kind)).take(40).collect::<Vec<_>>();
    assert_eq!(report.changed(), 0, "{:#?}", of("changed"));
    assert_eq!(report.wrong(), 0, "{:#?}", of("wrong"));
    let whole = &report.ways["whole"];
    assert!(whole.found * 100 >= whole.tried * 99, "{} of {}: {:#?}", whole.found, whole.tried, of("missed"));
    let forms = report.whole_forms();
    assert_eq!(forms.restored, forms.tried, "{:#?}", of("not restored"));
    let measured = [
        report.markdown().as_str(),
        REAL_PROSE.trim_end(),
        "

",
        REAL_PAGES,
    ]
    .concat();
    assert_golden("docs/evidence.md", &(INTRODUCTION.to_owned() + &measured));
}
