//! What came of damage whose truth is known.

use std::collections::BTreeSet;
use std::ops::{AddAssign, Range};

use wirelint::fix::Safety;
use wirelint::lint::{self, Settings};
use wirelint::rules::{self, Group};
use wirelint::source::Source;

/// A clean text with damage in it.
#[derive(Clone, Debug)]
pub(crate) struct Damaged {
    /// The text.
    pub(crate) text: String,
    /// Indices of the lines that were put in or changed; none if there is nothing to find.
    pub(crate) lines: Range<usize>,
    /// Whether what was put in is left over from a page, so that only a rule about furniture can find it.
    pub(crate) is_leftover: bool,
}

/// Counts over damaged texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Damaged texts.
    pub(crate) tried: usize,
    /// Those that have something to find.
    pub(crate) findable: usize,
    /// Texts in which it was found on its line.
    pub(crate) found: usize,
    /// Texts that safe repairs make what they were, byte for byte.
    pub(crate) restored: usize,
    /// Texts that all repairs together make what they were, byte for byte.
    pub(crate) restored_unsafely: usize,
    /// Findings on lines that nobody damaged.
    pub(crate) wrong: usize,
    /// Lines of the clean text that safe repairs took out or changed.
    pub(crate) changed: usize,
    /// The rules that found something on damaged lines.
    pub(crate) rules: BTreeSet<&'static str>,
    /// What was not found, found wrongly or changed, for people to look at.
    pub(crate) misses: Vec<String>,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.tried += other.tried;
        self.findable += other.findable;
        self.found += other.found;
        self.restored += other.restored;
        self.restored_unsafely += other.restored_unsafely;
        self.wrong += other.wrong;
        self.changed += other.changed;
        self.rules.extend(other.rules);
        self.misses.extend(other.misses);
    }
}

/// Checks and repairs a damaged text, and compares with the clean one. `label` says in the list of misses what it was.
pub(crate) fn tally(clean: &str, damaged: &Damaged, label: &str) -> Tally {
    let settings = Settings::default();
    let source = Source::new(label, &damaged.text);
    let findable = usize::from(!damaged.lines.is_empty());
    let mut tally = Tally { tried: 1, findable, ..Tally::default() };
    for finding in lint::check(&source, &settings).diagnostics {
        let line = source.position(finding.span.start).line - 1;
        if damaged.lines.contains(&line) {
            tally.rules.insert(finding.rule);
        } else {
            tally.wrong += 1;
            tally.misses.push(format!("wrong: {label}: {}: {}", finding.rule, finding.message));
        }
    }
    let counts =
        |rule: &&str| !damaged.is_leftover || rules::find(rule).is_some_and(|rule| rule.group == Group::Furniture);
    tally.found = usize::from(tally.rules.iter().any(counts));
    if tally.found < findable {
        tally.misses.push(format!("missed: {label}"));
    }
    let safe = fixed(&source, &settings, Safety::Safe);
    tally.restored = usize::from(safe == clean);
    tally.restored_unsafely = usize::from(safe == clean || fixed(&source, &settings, Safety::Unsafe) == clean);
    if safe != clean && tally.found > 0 {
        tally.misses.push(format!("not restored: {label}"));
    }
    if safe != clean {
        tally.changed = lost_lines(clean, &safe, damaged);
        if tally.changed > 0 {
            tally.misses.push(format!("changed: {label}"));
        }
    }
    tally
}

fn fixed(source: &Source, settings: &Settings, safety: Safety) -> String {
    lint::fix(source, settings, safety).unwrap_or_else(|refused| panic!("{}: {refused}", source.name())).text
}

/// Lines of text that `clean` and the damaged text share and `fixed` has not got.
fn lost_lines(clean: &str, fixed: &str, damaged: &Damaged) -> usize {
    let kept: BTreeSet<&str> = fixed.lines().collect();
    let shared: BTreeSet<&str> = damaged.text.lines().collect();
    clean.lines().filter(|line| shared.contains(line) && !kept.contains(line)).count()
}
