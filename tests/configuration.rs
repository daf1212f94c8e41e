//! The configuration from the command line: what is in force, what holds for which file, and how far fixes are trusted.

use std::fs;

use serde_json::json;
use wirelint::config::{ConfigFile, Flags, STARTER, effective};

use crate::support::articles::{CLEAN, DIRTY};
use crate::support::golden::root;
use crate::support::wirelint::{Run, Tree};

const TOML: &str = "\
extend = \"base.toml\"
ignore = [\"no-break-space\"]

[[overrides]]
files = [\"archive/\"]
ignore = [\"default\"]
extend-select = [\"form-stub\"]
severity.form-stub = \"info\"
";
const BASE: &str = "fail-on = \"error\"\n\n[severity]\nform-stub = \"warning\"\n";

fn tree() -> Tree {
    Tree::new().file("wirelint.toml", TOML).file("base.toml", BASE)
}

#[test]
fn overrides_hold_for_check_fix_and_parse() {
    let tree = tree().file("a.txt", DIRTY).file("archive/b.txt", DIRTY).file("sub/c.txt", CLEAN);
    let output = tree.wirelint(["check", "a.txt", "archive", "--output-format", "json"]).run().status(1).json();
    let findings = output["findings"].as_array().expect("findings");
    let of = |path: &str| findings.iter().filter(|finding| finding["path"] == path).collect::<Vec<_>>();
    assert!(of("a.txt").iter().any(|finding| finding["rule"] == "duplicate-headline"));
    assert!(of("a.txt").iter().all(|finding| finding["rule"] != "no-break-space"));
    assert!(!of("archive/b.txt").is_empty());
    assert!(of("archive/b.txt").iter().all(|finding| finding["rule"] == "form-stub" && finding["severity"] == "info"));
    // From elsewhere the same globs mean the same files.
    let below = tree.wirelint(["check", "../archive", "--output-format", "concise"]).within("sub").run().status(0);
    assert!(
        below.out().lines().all(|line| line.contains("[form-stub]") || line.contains("form-stub")),
        "{}",
        below.out()
    );
    tree.wirelint(["fix", "archive"]).run().status(0);
    let fixed = tree.read("archive/b.txt");
    assert!(!fixed.contains("first name") && fixed.contains("News ID: 170204"), "{fixed}");
    tree.wirelint(["parse", "a.txt"]).run().status(1);
}

#[test]
fn phrases_of_a_file_that_is_extended_count() {
    let base = "[furniture]\nextend = ['Tip the desk']\nallow = ['Comments']\n";
    let own = "extend = 'base.toml'\n[furniture]\nallow = ['TIP THE DESK *']\n";
    let tree = Tree::new().file("wirelint.toml", own).file("base.toml", base);
    let shown = tree.wirelint(["config", "get", "furniture", "--origin"]).run().status(0).out();
    assert!(
        shown.contains("Tip the desk") && shown.contains("TIP THE DESK *") && !shown.contains("Comments"),
        "{shown}"
    );
    assert!(shown.contains("base.toml:2") && shown.contains("wirelint.toml:3"), "{shown}");
    let unfit = Tree::new().file("wirelint.toml", own).file("base.toml", "");
    let error = unfit.wirelint(["check", "."]).run().status(2).err();
    assert!(error.contains("no phrase is `TIP THE DESK *`"), "{error}");
}

#[test]
fn what_is_in_force_is_shown_with_where_it_comes_from() {
    let tree = tree();
    let shown = tree.wirelint(["config", "show", "--origin", "--ignore", "tab"]).run().status(0).stderr("").out();
    for (key, origin) in [
        ("ignore = [\"no-break-space\", \"tab\"]", "wirelint.toml:2, --ignore"),
        ("fail-on = \"error\"", "base.toml:1"),
        ("severity.form-stub = \"warning\"", "base.toml:4"),
        ("severity.form-stub = \"info\"", "wirelint.toml:8"),
        ("line-ending = \"lf\"", "default"),
    ] {
        let is_it = |line: &str| line.split_once("  # ").is_some_and(|(a, b)| a.trim() == key && b == origin);
        assert!(shown.lines().any(is_it), "{key} from {origin}:\n{shown}");
    }
    let plain = tree.wirelint(["config", "show"]).run().status(0).out();
    assert!(!plain.contains("base.toml:") && plain.contains("[[overrides]]\n"));
}

#[test]
fn what_is_shown_is_a_configuration_that_says_the_same() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README");
    let example = readme.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    for text in [example, STARTER, TOML] {
        let tree = Tree::new().file("wirelint.toml", text).file("base.toml", BASE);
        let shown = tree.wirelint(["config", "show", "--origin"]).run().status(0).out();
        let values = |file: ConfigFile| {
            let entries = effective(Some(&file), &Flags::default()).expect("a configuration").entries;
            // What is extended is written out.
            let own = entries.into_iter().filter(|entry| entry.path != ["extend"]);
            own.map(|entry| (entry.path, entry.value)).collect::<Vec<_>>()
        };
        let read = ConfigFile::read(&tree.path("wirelint.toml")).expect("a good file");
        let again = ConfigFile::parse("shown", shown).expect("what is shown is TOML");
        assert_eq!(values(again), values(read));
    }
}

#[test]
fn one_key_is_answered_as_json() {
    let tree = tree();
    let get = |args: &[&str]| tree.wirelint(["config", "get"]).args(args).run().status(0).stderr("").json();
    assert_eq!(get(&["fail-on"]), json!("error"));
    assert_eq!(get(&["fail-on", "--isolated"]), json!("warning"));
    assert_eq!(get(&["fail-on", "--origin"]), json!({ "value": "error", "origin": "base.toml:1" }));
    assert_eq!(get(&["files.include"]), json!(["*.txt"]));
    assert_eq!(get(&["overrides.0.files"]), json!(["archive/"]));
    let unknown = tree.wirelint(["config", "get", "fail_on"]).run().status(2).stdout("");
    unknown.stderr_contains("there is no key called `fail_on`. Did you mean `fail-on`?");
    let wrong = Tree::new().file("wirelint.toml", "ignroe = []\n");
    wrong.wirelint(["config", "show"]).run().status(2).stdout("").stderr_contains("wirelint.toml:1:1");
    let schema = tree.wirelint(["schema", "config"]).run().status(0).out();
    tree.wirelint(["config", "schema"]).run().status(0).stdout(&schema);
}

#[test]
fn a_starter_is_written_once() {
    let tree = Tree::new().directory("desk").file("a.txt", CLEAN);
    tree.wirelint(["init"]).run().status(0).stdout("").stderr_contains("wirelint.toml: written");
    assert_eq!(tree.read("wirelint.toml"), STARTER);
    tree.wirelint(["check", "a.txt"]).run().status(0);
    let own = Tree::new().file("wirelint.toml", "fail-on = \"info\"\n");
    own.wirelint(["init", "."]).run().status(2).stdout("").stderr_contains("there is one already");
    assert_eq!(own.read("wirelint.toml"), "fail-on = \"info\"\n");
    tree.wirelint(["init", "desk"]).run().status(0);
    tree.wirelint(["init", "desk/other.toml"]).run().status(0);
    assert_eq!(
        (tree.read("desk/wirelint.toml"), tree.read("desk/other.toml")),
        (STARTER.to_owned(), STARTER.to_owned())
    );
    tree.wirelint(["init", "gone/wirelint.toml"]).run().status(2).stderr_contains("not written: no such file");
}

#[test]
fn trust_in_fixes_decides_what_is_made_unasked() {
    let text =
        CLEAN.replace("The port", "Ferries across the bay are running again, two days after the storm.\n\nThe port");
    let with = |toml: &str, args: &[&str]| {
        let tree = Tree::new().file("wirelint.toml", toml).file("a.txt", &text);
        tree.wirelint(["fix", "a.txt"]).args(args).run();
        tree.read("a.txt") == CLEAN
    };
    let rule = "duplicate-standfirst";
    assert!(!with("", &[]), "unsafe by itself");
    assert!(with("", &["--unsafe-fixes"]));
    assert!(with(&format!("safe-fixes = [\"{rule}\"]"), &[]), "a line of the story goes, as announced");
    assert!(!with(&format!("unfixable = [\"{rule}\"]"), &["--unsafe-fixes"]));
    assert!(!with("", &["--unsafe-fixes", "--unfixable", rule]));
    assert!(!with("", &["--unsafe-fixes", "--fixable", "whitespace"]));
    let demoted = Tree::new().file("wirelint.toml", "unsafe-fixes = [\"all\"]\n").file("a.txt", DIRTY);
    demoted.wirelint(["fix", "a.txt"]).run().status(1).stderr_contains("--unsafe-fixes");
    assert_eq!(demoted.read("a.txt"), DIRTY);
    demoted.wirelint(["fix", "a.txt", "--unsafe-fixes"]).run().status(0);
}

#[test]
fn rules_are_added_to_those_that_are_on() {
    let tree = Tree::new().file("wirelint.toml", "select = [\"tab\"]\n").file("a.txt", DIRTY);
    tree.wirelint(["check", "a.txt"]).run().status(0);
    tree.wirelint(["check", "a.txt", "--extend-select", "form-stub"]).run().status(1).stdout_contains("form-stub");
    tree.wirelint(["check", "a.txt", "--extend-select", "form-stubs"])
        .run()
        .status(2)
        .stderr_contains("--extend-select");
}

#[test]
fn newer_rulesets_are_looked_at_before_they_are_taken() {
    let tree = Tree::new();
    tree.wirelint(["rules", "--since", "1.0"]).run().status(0).stdout("nothing: 1.0 is the newest ruleset\n");
    assert_eq!(tree.wirelint(["rules", "--since", "1.0", "--output-format", "json"]).run().status(0).json(), json!([]));
    tree.wirelint(["rules", "--since", "1.1"]).run().status(2).stdout("").stderr_contains("Did you mean `1.0`?");
}

#[test]
fn the_page_names_every_key_and_its_commands_run() {
    let page = fs::read_to_string(root().join("docs/configuration.md")).expect("the page");
    let schema = wirelint::config::schema();
    for key in schema["properties"].as_object().expect("keys").keys() {
        let named = [format!("| `{key}` |"), format!("| `{key}.")];
        assert!(named.iter().any(|name| page.contains(name)), "{key}");
    }
    let commands: Vec<&str> =
        page.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next()).flat_map(str::lines).collect();
    assert!(!commands.is_empty());
    for command in commands {
        let args = command.strip_prefix("wirelint ").expect("a command of ours").split(' ');
        Run::new(root()).args(args).run().status(0).stderr("");
    }
}
