//! The real article in `seeds/`: what is found in it, what is left of it, and the record it becomes.

use std::fs;

use wirelint::record::article::ArticleRecord;

use crate::schemas::Report;
use crate::support::golden::root;
use crate::support::programs::git_apply;
use crate::support::wirelint::Tree;

const NAME: &str = "seeds/000_8fa4f29f6f002604.txt";

fn tree() -> Tree {
    Tree::new().file(NAME, fs::read(root().join(NAME)).expect("the seed"))
}

/// Each finding as `rule line:column`.
fn findings(tree: &Tree) -> Vec<String> {
    let output = tree.wirelint(["check", "seeds", "--output-format", "json"]).run().status(1);
    let report: Report = serde_json::from_slice(&output.stdout).expect("a report");
    let shown = |rule: &str, line, column| format!("{rule} {line}:{column}");
    report.findings.iter().map(|found| shown(&found.rule, found.span.start_line, found.span.start_column)).collect()
}

#[test]
fn the_repeated_headline_is_found_and_points_at_the_first() {
    let output = tree().wirelint(["check", "seeds", "--output-format", "json"]).run().status(1);
    let report: Report = serde_json::from_slice(&output.stdout).expect("a report");
    let repeats: Vec<_> = report.findings.iter().filter(|finding| finding.rule == "duplicate-headline").collect();
    let [repeat] = repeats[..] else { panic!("one repeat") };
    assert_eq!((repeat.span.start_line, repeat.span.start_column), (5, 1));
    let labels: Vec<_> = repeat.labels.iter().map(|label| (label.span.start_line, label.span.start_column)).collect();
    assert_eq!(labels, [(3, 1)]);
}

#[test]
fn every_no_break_space_between_words_is_found() {
    let found = findings(&tree());
    let places = "9:175 9:186 11:89 13:202 15:84 15:88 17:95 19:120 23:16 23:51 23:104 25:221 25:227";
    let wanted: Vec<String> = places.split(' ').map(|place| format!("no-break-space {place}")).collect();
    let missing: Vec<_> = wanted.iter().filter(|place| !found.contains(place)).collect();
    assert!(missing.is_empty(), "missing {missing:?} in {found:?}");
}

#[test]
fn the_blank_at_the_end_of_line_23_is_found_under_one_rule_only() {
    let found = findings(&tree());
    let there: Vec<_> = found.iter().filter(|finding| finding.ends_with(" 23:190")).collect();
    assert_eq!(there.len(), 1, "{there:?}");
}

#[test]
fn the_end_of_the_file_is_found_wanting() {
    let found = findings(&tree());
    assert!(found.contains(&"extra-blank-line 31:1".to_owned()), "{found:?}");
    assert!(found.contains(&"form-stub 32:1".to_owned()), "{found:?}");
    assert!(found.iter().any(|finding| finding.starts_with("missing-final-newline 32:")), "{found:?}");
}

#[test]
fn nothing_false_is_found() {
    let rules = ["no-break-space", "trailing-whitespace", "extra-blank-line", "form-stub", "missing-final-newline"];
    for finding in findings(&tree()) {
        let rule = finding.split(' ').next().unwrap_or_default();
        let is_true = rules.contains(&rule) || rule == "duplicate-headline";
        assert!(is_true, "{finding}");
    }
    // No more than section 6 lists: 13 and 1 no-break spaces, and the four others.
    assert_eq!(findings(&tree()).len(), 18);
}

#[test]
fn the_patch_mends_all_of_it_without_flags() {
    let tree = tree();
    let before = tree.read(NAME);
    let output = tree.wirelint(["fix", "--diff", "seeds"]).run().status(1);
    let patch = output.out();
    assert_eq!(patch.matches("--- a/").count(), 1, "one patch");
    assert!(patch.starts_with(&format!("--- a/{NAME}\n+++ b/{NAME}\n@@ ")), "{patch}");
    assert_eq!(tree.read(NAME), before, "--diff writes nothing");
    git_apply(tree.root(), &output.stdout);
    let after = tree.read(NAME);
    assert!(!after.contains("first name & last name"));
    assert!(!after.contains('\u{a0}'));
    assert_eq!(after.matches("Iran, Russia discuss comprehensive strategic partnership").count(), 1);
    assert!(after.ends_with("between the two countries.\n"));
    tree.wirelint(["check", "seeds"]).run().status(0).stdout("");
    tree.wirelint(["fix", "--diff", "seeds"]).run().status(0).stdout("");
}

#[test]
fn only_blanks_and_the_two_lines_go() {
    let tree = tree();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let mut expected = words(&tree.read(NAME));
    expected.truncate(expected.len() - "first name & last name".split(' ').count());
    // Lines 1 and 2 have three and six words, the headline six.
    expected.drain(4 + 6 + 6..4 + 6 + 6 + 6);
    tree.wirelint(["fix", "seeds"]).run().status(0);
    assert_eq!(words(&tree.read(NAME)), expected);
}

#[test]
fn the_record_has_every_block_and_names_what_was_removed() {
    let output = tree().wirelint(["parse", "--fix", "seeds"]).run().status(0);
    let record: ArticleRecord = serde_json::from_slice(&output.stdout).expect("one record");
    assert_eq!(record.id, "nournews:179165");
    assert_eq!(record.published_at.as_deref(), Some("2024-06-22T17:01:54+03:30"));
    assert_eq!(record.published_raw.as_deref(), Some("6/22/2024 5:01:54 PM"));
    assert_eq!(record.headline, "Iran, Russia discuss comprehensive strategic partnership");
    assert!(record.standfirst.is_some());
    assert_eq!(record.paragraphs.len(), 11);
    let removed: Vec<_> =
        record.removed.iter().map(|line| (line.role.as_str(), line.line, line.text.as_str())).collect();
    let headline = "Iran, Russia discuss comprehensive strategic partnership";
    assert_eq!(removed, [("repeated-headline", 5, headline), ("furniture", 32, "first name & last name")]);
}

#[test]
fn without_fix_the_article_is_rejected() {
    let output = tree().wirelint(["parse", "seeds"]).run().status(1).stdout("");
    output.stderr_contains("duplicate-headline").stderr_contains("1 rejected");
}
