//! What the parts cost, each by itself: `cargo bench`, or `cargo bench -- lexicon` for one of them.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use wirelint::fix::Safety;
use wirelint::grammar;
use wirelint::lexicon::Lexicon;
use wirelint::lint::{self, Settings};
use wirelint::profile::Profile;
use wirelint::report::{FORMATS, FileReport, Style};
use wirelint::rules::{Checker, RULES};
use wirelint::source::Source;
use wirelint::{diff, fingerprint};

mod articles;

/// Articles that are measured together, so that no language and no fault counts for all.
const ARTICLES: usize = 64;

fn main() {
    divan::main();
}

/// Articles of the kind.
fn texts(kind: Kind) -> Vec<String> {
    let maker = articles::Maker::new();
    match kind {
        Kind::Clean => (0..ARTICLES).map(|number| maker.clean(number).text).collect(),
        Kind::Dirty => (0..)
            .map(|number| maker.mixed(number))
            .filter(|made| !made.defects.is_empty())
            .map(|made| made.text)
            .take(ARTICLES)
            .collect(),
    }
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Clean,
    Dirty,
}

const KINDS: [Kind; 2] = [Kind::Clean, Kind::Dirty];

/// Measures `work` on every article, as bytes of text a second.
fn each(bencher: Bencher, kind: Kind, work: impl Fn(&str) + Sync) {
    let texts = texts(kind);
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| texts.iter().for_each(|text| work(black_box(text))));
}

#[divan::bench(args = KINDS)]
fn lines_and_facts(bencher: Bencher, kind: Kind) {
    each(bencher, kind, |text| drop(black_box(Source::new("a.txt", text))));
}

#[divan::bench(args = KINDS)]
fn grammar(bencher: Bencher, kind: Kind) {
    let (profile, lexicon) = (Profile::default(), Lexicon::built_in());
    each(bencher, kind, |text| drop(black_box(grammar::parse(&Source::new("a.txt", text), &profile, lexicon))));
}

#[divan::bench(args = KINDS)]
fn lexicon(bencher: Bencher, kind: Kind) {
    each(bencher, kind, |text| {
        for line in text.lines() {
            black_box(Lexicon::built_in().recognise(line));
        }
    });
}

#[divan::bench(args = KINDS)]
fn check(bencher: Bencher, kind: Kind) {
    let settings = Settings::default();
    each(bencher, kind, |text| drop(black_box(lint::check(&Source::new("a.txt", text), &settings))));
}

#[divan::bench(args = KINDS)]
fn fix(bencher: Bencher, kind: Kind) {
    let settings = Settings::default();
    each(bencher, kind, |text| drop(black_box(lint::fix(&Source::new("a.txt", text), &settings, Safety::Safe))));
}

/// Each rule on parsed articles.
#[divan::bench(args = RULES.iter().flat_map(|rule| KINDS.map(|kind| format!("{} {kind:?}", rule.name))))]
fn rule(bencher: Bencher, name: &str) {
    let (name, kind) = name.split_once(' ').expect("a rule and a kind");
    let kind = if kind == "Clean" { Kind::Clean } else { Kind::Dirty };
    let rule = wirelint::rules::find(name).expect("a rule");
    let (profile, texts) = (Profile::default(), texts(kind));
    let sources: Vec<Source> = texts.iter().map(|text| Source::new("a.txt", text)).collect();
    let parsed: Vec<_> = sources.iter().map(|source| grammar::parse(source, &profile, Lexicon::built_in())).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for (source, article) in sources.iter().zip(&parsed) {
            let mut checker = Checker::new(source, article, &profile, "\n", None);
            black_box(checker.run(rule, rule.severity));
        }
    });
}

/// Each output format on the findings of damaged articles.
#[divan::bench(args = FORMATS.iter().map(|format| format.name))]
fn report(bencher: Bencher, name: &str) {
    let format = wirelint::report::find(name).expect("a format");
    let (settings, texts) = (Settings::default(), texts(Kind::Dirty));
    let sources: Vec<Source> = texts.iter().map(|text| Source::new("a.txt", text)).collect();
    let found: Vec<_> = sources.iter().map(|source| lint::check(source, &settings).diagnostics).collect();
    let style = Style { color: false, width: 100 };
    bencher.bench_local(|| {
        for (source, diagnostics) in sources.iter().zip(&found) {
            let fingerprints = fingerprint::fingerprints("a.txt", source, diagnostics);
            let report = FileReport { path: "a.txt", source, diagnostics, fingerprints: &fingerprints };
            black_box((format.file)(&report, style));
        }
    });
}

#[divan::bench]
fn unified_diff(bencher: Bencher) {
    let settings = Settings::default();
    let pairs: Vec<(String, String)> = texts(Kind::Dirty)
        .into_iter()
        .filter_map(|text| {
            let fixed = lint::fix(&Source::new("a.txt", &text), &settings, Safety::Safe).ok()?.text;
            Some((text, fixed))
        })
        .collect();
    bencher.bench(|| pairs.iter().for_each(|(old, new)| drop(black_box(diff::unified("a.txt", old, new)))));
}
