//! What only many articles show: dates in another order, and dates out of step with ids.

use std::fmt::Write;

use chrono::{Days, NaiveDate};

use crate::support::batches::{article, tree};
use crate::support::wirelint::{Output, Tree};

/// An in-order batch of real numbers: ids of six days in October, and a seventh after a gap.
const IN_ORDER: [(&str, &str); 12] = [
    ("152466", "10/6/2023 8:20:00 AM"),
    ("152480", "10/6/2023 5:45:00 PM"),
    ("152493", "10/7/2023 9:10:00 AM"),
    ("152504", "10/7/2023 11:02:00 AM"),
    ("152519", "10/7/2023 4:30:00 PM"),
    ("152540", "10/8/2023 7:55:00 AM"),
    ("152577", "10/8/2023 6:12:00 PM"),
    ("152611", "10/9/2023 10:31:00 AM"),
    ("152648", "10/9/2023 9:18:00 PM"),
    ("152690", "10/10/2023 1:40:00 PM"),
    ("153633", "10/23/2023 8:07:00 AM"),
    ("179165", "6/22/2024 5:01:54 PM"),
];

/// The batch with another date for the article at `place`.
fn with(place: usize, date: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut batch = IN_ORDER.to_vec();
    batch[place].1 = date;
    batch
}

/// The findings of rules about batches as `path:line:column: severity[rule]`.
fn found(output: &Output) -> Vec<String> {
    let lines = output.out();
    let places = lines.lines().filter_map(|line| line.split_once("] ")).map(|(place, _)| format!("{place}]"));
    places.filter(|place| place.contains("-conflict]")).collect()
}

fn check(tree: &Tree) -> Vec<String> {
    let output = tree.wirelint(["check"]).run();
    assert!(!output.err().contains("error: "), "{}", output.err());
    found(&output)
}

#[test]
fn articles_in_order_have_no_finding() {
    tree(&IN_ORDER).wirelint(["check"]).run().status(0).stdout("");
}

#[test]
fn a_swapped_date_among_its_neighbours_is_found() {
    let tree = tree(&with(3, "7/10/2023 11:02:00 AM"));
    assert_eq!(check(&tree), ["a03.txt:2:16: warning[date-order-conflict]"]);
    tree.wirelint(["check"])
        .run()
        .status(1)
        .stdout_contains("says 2023-07-10, but by its id the article is from between 2023-10-07 and 2023-10-07")
        .stderr_contains("12 files checked: 1 finding (1 warning)");
}

#[test]
fn a_date_out_of_step_is_found_whether_early_or_late() {
    for date in ["10/7/2022 11:02:00 AM", "12/27/2023 11:02:00 AM"] {
        assert_eq!(check(&tree(&with(3, date))), ["a03.txt:2:16: warning[id-date-conflict]"], "{date}");
    }
    let unexpected: [&str; 0] = [];
    assert_eq!(check(&tree(&with(3, "10/17/2023 11:02:00 AM"))), unexpected, "ten days later");
    assert_eq!(check(&tree(&with(11, "7/4/2022 11:02:00 AM"))), unexpected, "nothing has a higher id");
}

#[test]
fn an_order_that_most_dates_prove_is_held_against_the_others() {
    let date = |day: usize| format!("6/{}/2024 5:01:54 PM", 13 + day);
    let articles = (0..10).fold(Tree::new(), |tree, day| tree.file(&format!("b{day}.txt"), article("", &date(day))));
    let articles = articles.file("c.txt", article("7", "22/6/2024 5:01:54 PM"));
    let output = articles.wirelint(["check", "--select", "date-order-conflict"]).run().status(1);
    assert_eq!(found(&output), ["c.txt:2:16: warning[date-order-conflict]"]);
    output.stdout_contains("this date is written day/month, and 10 other dates of this run prove month/day");
    let articles = articles.file("d.txt", article("8", "23/6/2024 5:01:54 PM"));
    assert_eq!(check(&articles), [""; 0], "two of twelve are too many");
}

#[test]
fn a_batch_that_contradicts_its_profile_says_so_of_the_few() {
    let date = |day: usize| format!("{}/6/2024 5:01:54 PM", 13 + day);
    let articles = (0..10).fold(Tree::new(), |tree, day| tree.file(&format!("b{day}.txt"), article("9", &date(day))));
    let articles = articles.file("c.txt", article("7", "6/22/2024 5:01:54 PM"));
    let output = articles.wirelint(["check", "--select", "date-order-conflict"]).run().status(1);
    assert_eq!(found(&output), ["c.txt:2:16: warning[date-order-conflict]"]);
    output.stdout_contains("this date is written month/day, and 10 other dates of this run prove day/month");
}

#[test]
fn a_few_files_prove_nothing() {
    let batch = tree(&with(3, "7/10/2023 11:02:00 AM"));
    let few = |names: &[&str]| found(&batch.wirelint(["check"]).args(names).run());
    let names: Vec<String> = (0..9).map(|index| format!("a{index:02}.txt")).collect();
    assert_eq!(few(&names.iter().map(String::as_str).collect::<Vec<_>>()), [""; 0]);
    assert_eq!(few(&["a03.txt"]), [""; 0]);
    let text = batch.read("a03.txt");
    batch.wirelint(["check", "-"]).stdin(text).run().status(0).stdout("");
}

#[test]
fn other_commands_do_not_compare() {
    let batch = tree(&with(3, "7/10/2023 11:02:00 AM"));
    batch.wirelint(["fix"]).run().status(0).stdout("");
    assert_eq!(batch.wirelint(["parse"]).run().status(0).out().lines().count(), 12);
    let allow = "[[allow]]\nrule = 'date-order-conflict'\nfiles = ['a03.txt']\nreason = 'so'\n";
    let batch = batch.file("wirelint.toml", allow);
    batch.wirelint(["fix"]).run().status(0).stdout("");
}

#[test]
fn profiles_are_compared_among_themselves() {
    let swapped = with(3, "7/10/2023 11:02:00 AM");
    let config = "[profiles.other]\nlabels = { id = 'News ID', date = 'Publish Date' }\nseparator = ' : '\n\
                  date = '%-m/%-d/%Y %-I:%M:%S %p'\nzone = 'UTC'\n[[overrides]]\nfiles = ['a0[02468].txt', 'a1*.txt']\n\
                  profile = 'other'\n";
    let batch = tree(&swapped).file("wirelint.toml", config);
    assert_eq!(check(&batch), [""; 0], "neither batch has ten articles");
    let config = config.replace("'a0[02468].txt', 'a1*.txt'", "'b*.txt'");
    let other =
        IN_ORDER.iter().enumerate().fold(tree(&swapped).file("wirelint.toml", config), |tree, (index, (id, _))| {
            tree.file(&format!("b{index:02}.txt"), article(id, "1/2/2019 8:00:00 AM"))
        });
    assert_eq!(check(&other), ["a03.txt:2:16: warning[date-order-conflict]"]);
}

#[test]
fn what_configures_other_findings_configures_these() {
    let batch = || tree(&with(3, "7/10/2023 11:02:00 AM"));
    let json = |tree: &Tree| tree.wirelint(["check", "--output-format", "json"]).run().json();
    let over = |keys: &str| batch().file("wirelint.toml", format!("[[overrides]]\nfiles = ['a03.txt']\n{keys}\n"));
    assert_eq!(check(&over("ignore = ['corpus']")), [""; 0]);
    assert_eq!(check(&over("severity = { corpus = 'error' }")), ["a03.txt:2:16: error[date-order-conflict]"]);
    assert_eq!(check(&over("severity = { corpus = 'info' }")), ["a03.txt:2:16: info[date-order-conflict]"]);
    batch().wirelint(["check", "--fail-on", "error"]).run().status(0);
    batch().wirelint(["check", "--statistics"]).run().stderr_contains("1  date-order-conflict\n");
    batch().wirelint(["check", "--ignore", "corpus"]).run().status(0).stdout("");
    let report = json(&batch());
    assert_eq!(report["summary"]["checked"], 12);
    assert_eq!(report["findings"][0]["fingerprint"].as_str().map(str::len), Some(32));
    assert_eq!(report["findings"].as_array().map(Vec::len), Some(1));
}

#[test]
fn allowances_and_baselines_know_them() {
    let allow = |rule: &str| format!("[[allow]]\nrule = '{rule}'\nfiles = ['a03.txt']\nreason = 'so'\n");
    let batch = tree(&with(3, "7/10/2023 11:02:00 AM")).file("wirelint.toml", allow("date-order-conflict"));
    batch.wirelint(["check"]).run().status(0).stdout("").stderr_contains("1 finding allowed");
    // A part of the batch can't tell whether the entry is needed.
    batch.wirelint(["check", "a03.txt"]).run().status(0).stdout("");
    let batch = batch.file("wirelint.toml", allow("id-date-conflict"));
    assert!(batch.wirelint(["check"]).run().status(1).out().contains("[unused-allowance]"));
    let batch = batch.file("wirelint.toml", "");
    batch.wirelint(["baseline", "create"]).run().status(0).stderr_contains("1 finding in 1 file");
    batch.wirelint(["check"]).run().status(0).stdout("").stderr_contains("1 finding in the baseline");
    batch.wirelint(["check", "a03.txt"]).run().status(0).stdout("");
    batch.wirelint(["baseline", "prune", "a03.txt"]).run().status(0).stderr_contains("0 findings removed");
    batch.wirelint(["fix"]).run().status(0).stdout("");
    let mended = batch.file("a03.txt", article(IN_ORDER[3].0, IN_ORDER[3].1));
    assert!(mended.wirelint(["check"]).run().status(1).out().contains("[unused-allowance]"));
    mended.wirelint(["baseline", "prune"]).run().status(0).stderr_contains("1 finding removed");
}

/// A batch of 600 articles with faults of their own, a few of them in conflict, in names without order.
fn large() -> Tree {
    let first = NaiveDate::from_ymd_opt(2024, 1, 15).expect("a day");
    (0..600).fold(Tree::new(), |tree, index| {
        let day = first + Days::new(index / 5);
        let date = if index % 97 == 40 { day.format("%-d/%-m/%Y") } else { day.format("%-m/%-d/%Y") };
        let text = article(&format!("{}", 160_000 + 20 * index), &format!("{date} 9:30:00 AM"));
        let text = if index % 7 == 0 { text.replace("on patrol", "on  patrol") } else { text };
        tree.file(&format!("{:03}.txt", index * 7 % 601), text)
    })
}

#[test]
fn reports_are_the_same_for_any_number_of_threads() {
    let batch = large();
    let run = |format: &str, threads: &str| {
        let run =
            batch.wirelint(["check", "--output-format", format]).env("RAYON_NUM_THREADS", threads).run().status(1);
        (run.out(), run.err())
    };
    for format in ["json", "jsonl", "sarif", "junit", "concise", "grouped", "full", "gitlab"] {
        let one = run(format, "1");
        assert!(one.0.contains("date-order-conflict"), "{format}");
        assert_eq!(one, run(format, "2"), "{format}");
        assert_eq!(one, run(format, "8"), "{format}");
    }
}

#[test]
fn documents_keep_their_order_and_streams_end_with_what_came_last() {
    let batch = large();
    let report = batch.wirelint(["check", "--output-format", "json"]).run().json();
    let findings = report["findings"].as_array().expect("findings");
    let key = |finding: &serde_json::Value| {
        let text = |key: &str| finding[key].as_str().expect("a text").to_owned();
        (text("path"), finding["span"]["start"].as_u64(), finding["span"]["end"].as_u64(), text("rule"))
    };
    let keys: Vec<_> = findings.iter().map(key).collect();
    assert!(keys.is_sorted() && keys.len() > 80, "{keys:?}");
    let mut concise: Vec<String> = found(&batch.wirelint(["check"]).run());
    let all = batch.wirelint(["check"]).run().out();
    let last: Vec<&str> = all.lines().rev().take(concise.len()).collect();
    assert!(last.iter().all(|line| line.contains("-conflict]")), "{all}");
    concise.sort();
    assert_eq!(keys.iter().filter(|(.., rule)| rule.ends_with("-conflict")).count(), concise.len());
    let reports = batch.directory("reports");
    let run = reports.wirelint(["check", "--output-format", "concise=reports/all.log"]).run().status(1);
    let mut lines: Vec<String> = run.out().lines().map(str::to_owned).collect();
    lines.sort();
    let written = reports.read("reports/all.log");
    assert_eq!(written.lines().filter(|line| !line.is_empty()).count(), lines.len());
    let junit = reports.wirelint(["check", "--output-format", "junit"]).run().out();
    assert_eq!(junit.matches("<testsuite ").count(), 600, "one suite a file");
}

#[test]
fn an_article_that_was_issued_again_is_no_conflict() {
    let mut batch = IN_ORDER.to_vec();
    batch.push(("152504", "11/30/2023 8:00:00 AM"));
    assert_eq!(check(&tree(&batch)), [""; 0]);
}

#[test]
fn what_is_out_of_step_by_habit_is_no_mistake() {
    let mut config = String::new();
    let first = NaiveDate::from_ymd_opt(2024, 1, 15).expect("a day");
    let held = |every: u64| {
        (0..200).fold(Tree::new(), |tree, index| {
            let late = if index % every == every / 2 { 65 } else { 0 };
            let date = (first + Days::new(index / 5 + late)).format("%-m/%-d/%Y 9:30:00 AM").to_string();
            tree.file(&format!("{index:03}.txt"), article(&format!("{}", 160_000 + 20 * index), &date))
        })
    };
    let count = |tree: &Tree| check(tree).iter().filter(|line| line.contains("id-date-conflict")).count();
    assert_eq!(count(&held(180)), 1);
    assert_eq!(count(&held(20)), 0, "one in twenty");
    write!(config, "{}", count(&held(3))).expect("a text can be written");
    assert_eq!(config, "0", "one in three");
}
