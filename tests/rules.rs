//! Every rule keeps what its page and its table row say.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use wirelint::diagnostic::Diagnostic;
use wirelint::fix::Safety;
use wirelint::lint::{self, Fixed, LineEnding, Recognition, Settings};
use wirelint::profile::Profile;
use wirelint::rules::{ABOUT_ALLOWANCES, ABOUT_BATCHES, Fixable, RULES, Rule};
use wirelint::source::Source;

use crate::support::batches::tree;
use crate::support::pages::{Example, examples, examples_in};
use crate::support::wirelint::Tree;

/// What is on by default, and the rule whose page it is.
fn settings(name: &str, example: &Example) -> Settings {
    let mut settings = Settings::default();
    let own = RULES.iter().zip(&mut settings.levels).find(|(rule, _)| rule.name == name);
    let (rule, level) = own.expect("a rule of that name");
    *level = Some(rule.severity);
    for (key, value) in &example.options {
        match (key.as_str(), value.as_str()) {
            ("now", now) => settings.now = Some(now.parse::<DateTime<Utc>>().expect("now is RFC 3339")),
            ("profile", "auto") => settings.recognition = any_built_in(),
            ("profile", name) => settings.profile = Arc::new(Profile::built_in(name).expect("a profile")),
            ("line-ending", "crlf") => settings.line_ending = LineEnding::CrLf,
            other => panic!("unknown option {other:?}"),
        }
    }
    settings
}

/// Whichever built-in profile fits.
pub(crate) fn any_built_in() -> Recognition {
    Recognition::AnyOf(Profile::built_in_names().filter_map(Profile::built_in).map(Arc::new).collect())
}

fn check(rule: &Rule, example: &Example) -> Vec<Diagnostic> {
    lint::check(&Source::new("example", &example.text), &settings(rule.name, example)).diagnostics
}

fn fix(rule: &Rule, example: &Example, safety: Safety) -> Fixed {
    lint::fix(&Source::new("example", &example.text), &settings(rule.name, example), safety)
        .expect("the repairs settle")
}

#[allow(clippy::print_stderr, reason = "shown if a test fails: the rule it failed for")]
fn for_every_rule(test: impl Fn(&Rule, Vec<Example>)) {
    let is_about_more = |rule: &&Rule| ABOUT_ALLOWANCES.contains(&rule.name) || ABOUT_BATCHES.contains(&rule.name);
    for rule in RULES.iter().filter(|rule| !is_about_more(rule)) {
        test(rule, examples(rule.docs));
    }
}

/// Rules about entries have configurations for examples: each is for an article with a tab.
#[test]
fn rules_about_allowances_keep_what_their_pages_say() {
    let article = "News ID : 401\nPublish Date : 5/3/2024 9:30:00 AM\nHarbour cup\n\nResults:\tfour all.\n";
    for rule in RULES.iter().filter(|rule| ABOUT_ALLOWANCES.contains(&rule.name)) {
        let examples = examples_in("toml", rule.docs);
        assert_form(rule, &examples);
        assert_eq!(rule.fixable, Fixable::No);
        for example in examples {
            let tree = Tree::new().file("a.txt", article).file("wirelint.toml", &example.text);
            let mut options = vec!["check".to_owned(), "--output-format".to_owned(), "jsonl".to_owned()];
            options.extend(example.options.iter().map(|(name, value)| format!("--{name}={value}")));
            let output = tree.wirelint(&options).run().out();
            let of_rule = |line: &&str| line.contains(&format!("\"rule\":\"{}\"", rule.name));
            let own: Vec<&str> = output.lines().filter(of_rule).collect();
            assert_eq!(own.len(), usize::from(!example.is_good), "{}: {output}", rule.name);
            assert!(own.iter().all(|line| line.contains("\"path\":\"wirelint.toml\"")), "{output}");
            if example.is_good {
                assert_eq!(output, "");
                continue;
            }
            tree.wirelint(["baseline", "prune"]).args(&options[3..]).run().status(0);
            let again = tree.wirelint(&options).run().out();
            assert_eq!(again.lines().filter(of_rule).count(), 0, "{again}");
        }
    }
}

/// Rules about many articles have batches for examples: a line is an article, with its id and its date.
#[test]
fn rules_about_batches_keep_what_their_pages_say() {
    for rule in RULES.iter().filter(|rule| ABOUT_BATCHES.contains(&rule.name)) {
        let examples = examples_in("batch", rule.docs);
        assert_form(rule, &examples);
        assert_eq!(rule.fixable, Fixable::No);
        for example in examples {
            let tree =
                tree(&example.text.lines().map(|line| line.split_once(' ').expect("id and date")).collect::<Vec<_>>());
            let output = tree.wirelint(["check", "--output-format", "jsonl"]).run().out();
            let own = output.lines().filter(|line| line.contains(&format!("\"rule\":\"{}\"", rule.name))).count();
            assert_eq!(own, usize::from(!example.is_good), "{}: {output}", rule.name);
            assert!(!example.is_good || output.is_empty(), "{}: {output}", rule.name);
        }
    }
}

#[test]
fn a_bad_example_has_exactly_one_finding_of_its_rule() {
    for_every_rule(|rule, examples| {
        for example in examples.iter().filter(|example| !example.is_good) {
            let found = check(rule, example);
            let own = found.iter().filter(|finding| finding.rule == rule.name).count();
            assert_eq!(own, 1, "{}: {:?} in\n{}", rule.name, found, example.text);
        }
    });
}

#[test]
fn a_good_example_has_no_finding_at_all() {
    for_every_rule(|rule, examples| {
        for example in examples.iter().filter(|example| example.is_good) {
            assert_eq!(check(rule, example), [], "{} in\n{}", rule.name, example.text);
        }
    });
}

#[test]
fn a_page_has_the_fixed_form() {
    for_every_rule(|rule, examples| assert_form(rule, &examples));
}

#[track_caller]
fn assert_form(rule: &Rule, examples: &[Example]) {
    let headings: Vec<&str> = rule.docs.lines().filter(|line| line.starts_with('#')).collect();
    let title = format!("# {}", rule.name);
    let wanted = [title.as_str(), "## What it finds", "## Why it matters", "## Example", "## Fix safety", "## Options"];
    assert_eq!(headings, wanted);
    assert!(examples.iter().any(|example| example.is_good), "no good example");
    assert!(examples.iter().any(|example| !example.is_good), "no bad example");
    assert!(examples.len().is_multiple_of(2), "examples come in pairs");
    assert!(examples.chunks(2).all(|pair| !pair[0].is_good && pair[1].is_good), "bad comes before good");
    assert!(rule.docs.lines().all(|line| line.chars().count() <= 120), "a line of the page is too long");
}

#[test]
fn declared_fixability_is_observed_fixability() {
    for_every_rule(|rule, examples| {
        let bad = examples.iter().filter(|example| !example.is_good);
        let fixes: Vec<bool> = bad
            .flat_map(|example| check(rule, example))
            .filter(|finding| finding.rule == rule.name)
            .map(|finding| finding.fix.is_some())
            .collect();
        match rule.fixable {
            Fixable::No => assert!(fixes.iter().all(|has| !has), "{} has a repair after all", rule.name),
            Fixable::Always => assert!(fixes.iter().all(|has| *has), "{} lacks a repair", rule.name),
            Fixable::Sometimes => {
                assert!(fixes.contains(&true) && fixes.contains(&false), "{} shows only one kind", rule.name);
            }
        }
    });
}

#[test]
fn repairing_a_bad_example_gives_the_good_one_and_settles() {
    for_every_rule(|rule, examples| {
        for pair in examples.chunks(2) {
            let repairable =
                check(rule, &pair[0]).iter().any(|finding| finding.rule == rule.name && finding.fix.is_some());
            if !repairable {
                continue;
            }
            let fixed = fix(rule, &pair[0], Safety::Unsafe);
            assert_eq!(fixed.text, pair[1].text, "{}", rule.name);
            assert!(fixed.applied.iter().any(|applied| applied.rule == rule.name));
            let again = Example { text: fixed.text, is_good: true, options: pair[0].options.clone() };
            assert_eq!(fix(rule, &again, Safety::Unsafe).applied, []);
        }
    });
}

#[test]
fn every_finding_says_what_and_why_in_an_editors_words() {
    for_every_rule(|rule, examples| {
        for finding in
            examples.iter().flat_map(|example| check(rule, example)).filter(|finding| finding.rule == rule.name)
        {
            assert!(!finding.message.ends_with('.'), "{}: {}", rule.name, finding.message);
            assert!(finding.help.ends_with(['.', '?']), "{}: {}", rule.name, finding.help);
            let titles = finding.fix.iter().map(|fix| fix.title.as_str());
            for title in titles {
                assert!(title.starts_with(char::is_lowercase) && !title.ends_with('.'), "{}: {title}", rule.name);
            }
        }
    });
}

#[test]
fn names_are_kebab_case_unique_and_the_files_own() {
    let mut names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), RULES.len());
    for name in names {
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{name}");
    }
}
