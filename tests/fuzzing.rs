//! What fuzzing tries without end, tried for a moment: on what fuzzing starts from and has found, and on changes of it.
//! `docs/fuzzing.md` says more.

use std::fs;
use std::panic::catch_unwind;
use std::path::PathBuf;

use proptest::collection::vec;
use proptest::prelude::any;
use proptest::sample::select;
use proptest::test_runner::TestRunner;
use wirelint::diff;
use wirelint::fix::Safety;
use wirelint::lint;
use wirelint::source::Source;

use crate::properties::cases;
use crate::support::golden::root;
use crate::support::programs::git_apply;
use crate::support::wirelint::Tree;
use mutation::{Numbers, change};
use properties::inputs::Input;
use vocabulary::Vocabulary;

#[allow(unreachable_pub, reason = "it is the interface of the crate in `fuzz/`")]
#[path = "../fuzz/src/mutation.rs"]
mod mutation;
#[allow(unreachable_pub, reason = "it is the interface of the crate in `fuzz/`")]
#[path = "../fuzz/src/properties/mod.rs"]
mod properties;
#[allow(unreachable_pub, reason = "it is the interface of the crate in `fuzz/`")]
#[path = "../fuzz/src/seeds.rs"]
mod seeds;
#[allow(unreachable_pub, reason = "it is the interface of the crate in `fuzz/`")]
#[path = "../fuzz/src/vocabulary.rs"]
mod vocabulary;

/// How many changed inputs each property is tried on; `PROPTEST_CASES` asks for more.
const CASES: u32 = 96;

/// How many passes any input takes that is no garbage: one, and another for repairs that met in it, or that it brought to
/// light.
const MOST_PASSES: usize = 2;

/// How many what fuzzing has found takes, in which one fault hides the next: fewer than `fix` gives up at.
const MOST_PASSES_OF_GARBAGE: usize = 4;

/// A property, as a function that panics where it does not hold.
type Property = fn(&[u8]);

/// What fuzzing has found, kept in the repository: names and inputs.
fn corpus(kind: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(root().join("fuzz/corpus").join(kind)).expect("a corpus");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let read = |path: PathBuf| fs::read(&path).map(|input| (path, input)).expect("an input");
    paths.into_iter().map(read).collect()
}

/// Every input of articles that is known.
fn known_articles() -> impl Iterator<Item = Vec<u8>> {
    corpus("articles").into_iter().map(|(_, input)| input).chain(seeds::articles(root()))
}

/// Tries a property on every input of the corpus, then on seeds with a few changes.
fn hold(property: Property, kind: &str, seeds: Vec<Vec<u8>>, vocabulary: &Vocabulary) {
    for (path, input) in corpus(kind) {
        assert!(catch_unwind(|| property(&input)).is_ok(), "{} goes wrong, see above", path.display());
    }
    let changed = (select(seeds), vec(any::<u32>(), 0..6));
    let result = TestRunner::new(cases(CASES)).run(&changed, |(mut input, changes)| {
        for seed in changes {
            change(&mut input, vocabulary, &mut Numbers::from(seed));
        }
        property(&input);
        Ok(())
    });
    result.unwrap_or_else(|failure| panic!("{failure}"));
}

fn hold_for_articles(property: Property) {
    hold(property, "articles", seeds::articles(root()), Vocabulary::articles());
}

#[test]
fn any_bytes_are_read_or_refused() {
    hold_for_articles(properties::lint_any::hold);
}

#[test]
fn the_tree_holds_the_whole_text() {
    hold_for_articles(properties::roundtrip::hold);
}

#[test]
fn a_second_repair_changes_nothing() {
    hold_for_articles(properties::fix_idempotent::hold);
}

#[test]
fn repairs_take_few_passes() {
    let most = |inputs: Vec<Vec<u8>>| inputs.iter().map(|input| properties::fix_idempotent::rounds(input)).max();
    assert_eq!(most(seeds::articles(root())), Some(MOST_PASSES));
    let found = corpus("articles").into_iter().map(|(_, input)| input);
    assert_eq!(most(found.collect()), Some(MOST_PASSES_OF_GARBAGE));
}

#[test]
fn a_repair_leaves_nothing_to_repair() {
    hold_for_articles(properties::fix_clears::hold);
}

#[test]
fn only_what_was_reported_is_changed() {
    hold_for_articles(properties::fix_spans::hold);
}

#[test]
fn a_patch_is_the_repair() {
    hold_for_articles(properties::diff_apply::hold);
}

#[test]
fn any_configuration_is_good_or_wrong_at_a_place() {
    let seeds = seeds::configurations(root());
    hold(properties::config_any::hold, "configurations", seeds, Vocabulary::configurations());
}

#[test]
fn any_report_is_whole_and_inert() {
    hold(properties::render_any::hold, "reports", seeds::reports(root()), Vocabulary::reports());
}

#[test]
fn git_makes_of_a_patch_what_the_repair_is() {
    let (mut tree, mut patch, mut wanted) = (Tree::new(), String::new(), Vec::new());
    for (index, bytes) in known_articles().enumerate() {
        let Input { settings, text } = Input::of(&bytes);
        let Ok(fixed) = lint::fix(&Source::new("input", &text), settings, Safety::Unsafe) else { continue };
        let name = format!("{index}.txt");
        patch += &diff::unified(&name, &text, &fixed.text);
        tree = tree.file(&name, text.as_bytes());
        wanted.push((name, fixed.text));
    }
    git_apply(tree.root(), patch.as_bytes());
    for (name, text) in wanted {
        assert_eq!(tree.read(&name), text, "{name}");
    }
}
