//! The built-in profiles: each takes its own articles without a finding, says what is wrong with others, and is told
//! from all the others by its header.

use std::fs;
use std::sync::Arc;

use wirelint::fix::Safety;
use wirelint::lint::{self, Recognition, Settings};
use wirelint::profile::Profile;
use wirelint::source::Source;

use crate::rules::any_built_in;
use crate::support::golden::root;
use crate::support::wirelint::Tree;

mod headers;

const STORY: &str = "Harbour reopens\n\nThe harbour reopened on Friday morning.\n\nFerries sail again from noon.\n";
const STORY_IN_PERSIAN: &str = "بندر بازگشایی شد\n\nبندر صبح جمعه بازگشایی شد.\n\nشناورها از ظهر به راه می‌افتند.\n";

fn article(name: &str) -> String {
    fs::read_to_string(root().join("fixtures").join(format!("wire-{name}-clean/input.txt"))).expect(name)
}

fn settings(profile: &str) -> Settings {
    let profile = Profile::built_in(profile).expect(profile);
    Settings { profile: Arc::new(profile), ..Settings::default() }
}

/// A header and a story below it; `¶` in a header stands for the story.
fn with_story(profile: &str, header: &str) -> String {
    let is_persian = ["persian", "nournews-fa"].contains(&profile);
    let story = if is_persian { STORY_IN_PERSIAN } else { STORY };
    if header.contains('¶') { header.replace('¶', story) } else { format!("{header}\n{story}") }
}

/// What is found, as `rule: message`.
fn found(profile: &str, text: &str) -> Vec<String> {
    let checked = lint::check(&Source::new("t", text), &settings(profile));
    checked.diagnostics.iter().map(|finding| format!("{}: {}", finding.rule, finding.message)).collect()
}

fn fixed(profile: &str, text: &str, safety: Safety) -> String {
    lint::fix(&Source::new("t", text), &settings(profile), safety).expect("the repairs settle").text
}

/// The record of an article, or what was said instead of it.
fn record(profile: &str, text: &str) -> serde_json::Value {
    let tree = Tree::new().file("a.txt", text);
    let output = tree.wirelint(["parse", "a.txt", "--isolated", "--profile", profile]).run();
    serde_json::from_str(&output.out()).unwrap_or_else(|_| panic!("{}", output.err()))
}

#[test]
fn every_profile_has_an_article_of_its_own() {
    for name in Profile::built_in_names() {
        assert_eq!(found(name, &article(name)), [""; 0], "{name}");
    }
}

#[test]
fn a_header_is_recognised_as_its_own_wire_and_as_no_other() {
    let auto = Settings { recognition: any_built_in(), ..Settings::default() };
    for name in Profile::built_in_names() {
        let text = article(name);
        let source = Source::new("t", &text);
        let settings = auto.for_text(&source);
        assert_eq!(settings.profile.name, name, "{:?}", settings.recognition);
        assert_eq!(lint::check(&source, &auto).diagnostics, [], "{name}");
        for other in Profile::built_in_names().filter(|other| *other != name) {
            let both = Settings { recognition: any_of([other, name]), ..Settings::default() };
            assert_eq!(both.for_text(&source).profile.name, name, "beside {other}");
        }
    }
}

fn any_of(names: [&str; 2]) -> Recognition {
    Recognition::AnyOf(names.map(|name| Arc::new(Profile::built_in(name).expect(name))).into())
}

#[test]
fn deviations_are_found_in_so_many_words() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "taghribnews",
            "Story Code : 615230\nPublish date24 Nov 2023 - 14:00",
            &["malformed-field: there is no `:` between the label and its value"],
        ),
        (
            "taghribnews",
            "Story Code : 615230\nPublish date : 24 November 2023 - 14:00",
            &["malformed-date: this is written `Nov`"],
        ),
        (
            "taghribnews",
            "Story Code : 615230\nPublish date : 31 Nov 2023 - 14:00",
            &["impossible-date: November 2023 has no day 31"],
        ),
        (
            "kayhan",
            "Saturday 28 November 2020\nNews ID: 5\nPublish Date :",
            &["malformed-date: the publish date is empty"],
        ),
        (
            "kayhan",
            "Saturday 28 November 2020\nNews ID: 5\nPublish Date: 10/28/2020 21:27",
            &["malformed-date: a blank is expected here, not `/`"],
        ),
        (
            "persian",
            "کد خبر: 236334 A\nتاریخ انتشار: ۱۴۰۳/۲/۱۴",
            &["invalid-news-id: ` A` does not belong in a news id"],
        ),
        (
            "persian",
            "کد خبر: 317023تاریخ: 1400/7/20 18:47",
            &["malformed-field: nothing parts `تاریخ` from the field before it"],
        ),
        ("persian", "کد خبر: ۵\nتاریخ انتشار: ۳۰ اسفند ۱۴۰۴ - ۱۰:۴۳", &["impossible-date: Esfand 1404 has no day 30"]),
        (
            "persian",
            "کد خبر: ۵\nتاریخ انتشار: ۵ تیر",
            &["malformed-date: the date ends here; the year in 4 digits is expected"],
        ),
        (
            "nournews",
            "News ID : ۱۷\nPublish Date : 5/3/2024 9:30:00 AM",
            &["invalid-news-id: `۱۷` is not written in the digits 0 to 9, but in those of another script"],
        ),
        (
            "presstv",
            "Mon Mar 17, 2019 01:16PM [Updated: Tue Mar 19, 2019 12:03PM ]",
            &["impossible-date: this date is a Sunday, not a Monday"],
        ),
        (
            "presstv",
            "Sun Mar 17, 2019 01:16PM [Updated: Tue Mar 32, 2019 12:03PM ]",
            &["impossible-date: there is no day 32: days go from 1 to 31"],
        ),
        (
            "irna",
            "Nov 25, 2023, 8:39 AM\nNews ID: 85301999\n0 Persons\n¶\nNov 25, 2023, 8:39 AM\n\nNews ID: 85301999\n\n0 Persons\n",
            &[
                "view-counter: `0 Persons` is left over from a counter or control of the page",
                "duplicate-field: the publish date is stated a second time, with the same value",
                "duplicate-field: `News ID` is stated a second time, with the same value",
                "view-counter: `0 Persons` is left over from a counter or control of the page",
            ],
        ),
        (
            "irna",
            "News ID: 85301999\nNov 25, 2023, 8:39 AM",
            &["misplaced-field: the publish date stands below `News ID`"],
        ),
        ("irna", "News ID: 85301999", &["missing-field: the publish date line is missing; it belongs here"]),
        ("mehrnews", "Nov 4, 2021, 9:59 PM\n¶\nNews ID: 180417\n", &["malformed-field: after `News ID` stands `: `"]),
        (
            "mehrnews",
            "Nov 4, 2021, 9:59 PM\nNews ID 180417\n¶",
            &["misplaced-field: `News ID` stands above the headline"],
        ),
        ("mehrnews", "Nov 4, 2021, 9:59 PM\n¶", &["missing-field: the `News ID` line is missing; it belongs here"]),
        (
            "kurdpress",
            "¶\nNews Code: 15957 Date: 2017/05/18  |  Time: 10 : 44\n",
            &["malformed-field: ` ` parts `Date` from the field before it"],
        ),
        (
            "kurdpress",
            "¶\nNews Code: 15957  |  Date: 2017/05/18  |  Time: 10:44\n",
            &["malformed-date: a blank is missing here"],
        ),
    ];
    for (profile, header, wanted) in cases {
        let text = with_story(profile, header);
        assert_eq!(found(profile, &text), *wanted, "{text}");
    }
}

#[test]
fn respellings_keep_the_shape_of_a_date() {
    for (profile, header, wanted) in [
        (
            "taghribnews",
            "Story Code : 615230\nPublish date24 Nov 2023 - 14:00",
            "Story Code : 615230\nPublish date : 24 Nov 2023 - 14:00",
        ),
        (
            "taghribnews",
            "Story Code: 615230\nPublish Date: 4 november 2023 -14:00",
            "Story Code : 615230\nPublish date : 4 Nov 2023 - 14:00",
        ),
        ("persian", "کد خبر: 317023تاریخ: 1400/7/20 18:47", "کد خبر: 317023   تاریخ: 1400/7/20 18:47"),
        (
            "kurdpress",
            "¶\nNews Code: 15957 | Date: 2017/05/18| Time: 10:44\n",
            "¶\nNews Code: 15957  |  Date: 2017/05/18  |  Time: 10 : 44\n",
        ),
        // In any clear form each spelling stays as it is.
        ("yjc", "News ID: 5\nPublish Date: 09 Apr. 2024", "News ID: 5\nPublish Date: 09 Apr. 2024"),
        ("persian", "کد خبر: 5\nزمان انتشار: ۳ ارديبهشت ۱۴۰۳", "کد خبر: 5\nزمان انتشار: ۳ ارديبهشت ۱۴۰۳"),
    ] {
        let (text, wanted) = (with_story(profile, header), with_story(profile, wanted));
        assert_eq!(fixed(profile, &text, Safety::Safe), wanted);
        assert_eq!(found(profile, &wanted), [""; 0]);
    }
}

#[test]
fn a_header_printed_twice_goes_on_request() {
    let head = "Nov 25, 2023, 8:39 AM\nNews ID: 85301999\n";
    let text =
        format!("{head}0 Persons\nHarbour reopens\n\n{head}Harbour reopens\n\nThe harbour reopened on Friday.\n");
    assert_eq!(
        fixed("irna", &text, Safety::Unsafe),
        format!("{head}Harbour reopens\n\nThe harbour reopened on Friday.\n")
    );
    // Another value is for people to judge.
    let other = text.replacen("85301999\nHarbour", "85302000\nHarbour", 1);
    assert!(fixed("irna", &other, Safety::Unsafe).contains("85302000"));
}

#[test]
fn records_say_what_the_wire_says_and_no_more() {
    let at = |profile: &str, header: &str| record(profile, &with_story(profile, header))["published_at"].clone();
    // A day without a time is a day, and so is midnight where the wire prints it for want of a time.
    assert_eq!(at("yjc", "News ID: 5\nPublish Date: 9 April 2024"), "2024-04-09");
    assert_eq!(at("persian", "کد خبر: 5\nتاریخ: ۱۴۰۳/۲/۱۴ ۰۰:۰۰:۰۰"), "2024-05-03");
    assert_eq!(at("persian", "کد خبر: 5\nتاریخ: ۱۴۰۳/۲/۱۴ ۰۰:۰۱:۰۰"), "2024-05-03T00:01:00+03:30");
    assert_eq!(at("persian", "کد خبر: 5\nتاریخ: 2024-05-03 10:43"), "2024-05-03T10:43:00+03:30");
    assert_eq!(at("persian", "کد خبر: 5\nتاریخ: 19:20 - 30 ارديبهشت 1403"), "2024-05-19T19:20:00+03:30");
    // The clocks of Iran went forward at midnight: that day has no 00:00, but it is a day.
    assert_eq!(at("yjc", "News ID: 5\nPublish Date: 22 March 2021"), "2021-03-22");
    assert_eq!(at("nournews-fa", "شناسه خبر : 216393\nتاریخ انتشار :"), serde_json::Value::Null);
    let ilna = record("ilna", &article("ilna"));
    assert_eq!((&ilna["id"], &ilna["published_raw"]), (&"ilna:1320228".into(), &serde_json::Value::Null));
    let press = record("presstv", &article("presstv"));
    assert_eq!(
        (&press["news_id"], &press["published_at"]),
        (&serde_json::Value::Null, &"2019-03-17T13:16:00+03:30".into())
    );
    assert!(press["id"].as_str().is_some_and(|id| id.starts_with("presstv:sha256-")), "{press}");
}

#[test]
fn auto_names_the_wire_and_why_and_never_guesses() {
    let tree = Tree::new()
        .file("a.txt", article("kayhan"))
        .file("b.txt", article("nournews"))
        .file("c.txt", format!("Nov 4, 2021, 9:59 PM\n{STORY}"));
    let one = tree.wirelint(["check", "--profile", "auto", "a.txt"]).run().status(0);
    assert_eq!(one.out(), "");
    let why = "profile: kayhan (the day of the page on line 1; `News ID` on line 2; `Publish Date` on line 3, written \
               `%-d %B %Y - %H:%M`)\n";
    assert!(one.err().ends_with(why), "{}", one.err());
    let all = tree.wirelint(["check", "--profile=auto", "--output-format=concise"]).run().status(1);
    assert_eq!(all.out(), "c.txt:1:1: error[unknown-profile] this may be the header of `irna` or of `mehrnews`\n");
    assert!(all.err().contains("profiles: kayhan (1 file), nournews (1 file)\n"), "{}", all.err());
    let fixing = tree.wirelint(["fix", "--profile=auto", "--diff"]).run();
    assert_eq!(fixing.out(), "");
    let records = tree.wirelint(["parse", "--profile=auto"]).run();
    let profiles: Vec<String> = records
        .out()
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a record")["provenance"].clone())
        .map(|provenance| format!("{} {}", provenance["profile"], provenance["recognised_by"]))
        .collect();
    assert_eq!(profiles.len(), 2, "{profiles:?}");
    assert!(profiles[0].starts_with("\"kayhan\" \"the day of the page on line 1; "), "{profiles:?}");
    // Whoever turns the finding off gets no record of a wire that is not known either.
    let silenced = tree.wirelint(["parse", "--profile=auto", "--ignore=unknown-profile", "c.txt"]).run().status(1);
    assert_eq!(silenced.out(), "");
}

#[test]
fn files_of_one_run_may_come_from_different_wires() {
    let overrides = "profile = \"irna\"\n\n[[overrides]]\nfiles = [\"mixed/\"]\nprofile = \"auto\"\n";
    let tree = Tree::new()
        .file("wirelint.toml", overrides)
        .file("a.txt", article("irna"))
        .file("mixed/b.txt", article("ilna"))
        .file("mixed/c.txt", article("presstv"));
    let output = tree.wirelint(["check"]).run().status(0);
    assert_eq!(output.out(), "");
    assert!(output.err().contains("profiles: ilna (1 file), presstv (1 file)\n"), "{}", output.err());
}

#[test]
fn a_wire_of_ones_own_has_the_same_powers() {
    let own = "profile = \"own\"\n\n[profiles.own]\nlanguages = [\"tr\", \"en\"]\n\
               labels = { id = [\"Haber No\", \"Haber Kodu\"], date = [] }\nseparator = [\": \", \" : \"]\n\
               order = [\"date\", \"id\"]\nat-end = [\"id\"]\ndate = [\"%-d %B %Y %A %H:%M\", \"%Y-%m-%d\"]\n\
               zone = \"Europe/Istanbul\"\n";
    let text = |head: &str, foot: &str| format!("{head}\nLiman açıldı\n\nLiman cuma sabahı açıldı.\n\n{foot}\n");
    let run = |text: String| Tree::new().file("wirelint.toml", own).file("a.txt", text).wirelint(["check"]).run();
    for (head, foot) in [("9 Mart 2026 Pazartesi 23:41", "Haber No: 17"), ("2026-03-09", "Haber Kodu : 17")] {
        assert_eq!(run(text(head, foot)).out(), "", "{head}");
    }
    let wrong = run(text("9 Mart 2026 Salı 23:41", "HABER KODU : 17")).out();
    assert!(wrong.contains("this date is a Monday, not a Tuesday"), "{wrong}");
    assert!(wrong.contains("the label is written `HABER KODU`; it is `Haber Kodu`"), "{wrong}");
    // Which of two orders is meant is never guessed.
    let both = "profile = \"own\"\n\n[profiles.own]\nlabels = { id = \"No\", date = \"On\" }\nzone = \"UTC\"\n\
                date = [\"%d/%m/%Y %H:%M\", \"%m/%d/%Y %H:%M\"]\n";
    let check = |date: &str| {
        let text = format!("No : 5\nOn : {date}\n{STORY}");
        Tree::new().file("wirelint.toml", both).file("a.txt", text).wirelint(["check"]).run().out()
    };
    assert_eq!(check("05/05/2024 10:30"), "");
    assert_eq!(check("25/05/2024 10:30"), "");
    assert!(check("03/05/2024 10:30").contains("`03/05/2024 10:30` can mean two different dates on this wire"));
}

#[test]
fn the_list_of_profiles_is_complete() {
    let output = Tree::new().wirelint(["profiles"]).run();
    let names: Vec<String> =
        output.out().lines().skip(1).filter_map(|line| line.split(' ').next().map(str::to_owned)).collect();
    assert_eq!(names, Profile::built_in_names().collect::<Vec<_>>());
    let json = Tree::new().wirelint(["profiles", "--output-format", "json"]).run().out();
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).expect("JSON");
    assert_eq!(rows.len(), names.len());
    assert_eq!(rows[0]["dates"][0]["example"], "6/22/2024 5:01:54 PM");
    assert_eq!(rows[0]["fields"][0]["labels"][0], "News ID");
}
