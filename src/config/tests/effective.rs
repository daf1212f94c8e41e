//! What is in force, where it comes from, and the file to start from.

use serde_json::json;

use super::*;

fn get(text: &str, flags: &Flags, key: &str) -> (serde_json::Value, String) {
    let file = parse(text).expect(text);
    let effective = effective(Some(&file), flags).expect(text);
    let (value, origins) = effective.get(key).expect(key);
    (value, origins.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
}

#[test]
fn every_key_has_a_value_and_a_place_it_comes_from() {
    let text = format!(
        "ignore = ['tab']\n\nselect = [\n  'all',\n]\nextend-select = ['tab']\nseverity = {{ date = 'info', tab = 'info' }}\n\
         {}[[overrides]]\nfiles = ['a/']\nseverity.date = 'error'\n[files]\nexclude = ['old/']\n",
        wire("", "")
    );
    let plain = Flags::default();
    let typed = Flags {
        select: vec!["date".into(), "tab".into()],
        ignore: vec!["form-stub".into()],
        severity: vec!["tab=error".into()],
        fail_on: Some(FailOn::Never),
        ..Flags::default()
    };
    for (flags, key, value, origin) in [
        (&plain, "select", json!(["all"]), "wirelint.toml:3"),
        (&typed, "select", json!(["date", "tab"]), "--select"),
        (&plain, "extend-select", json!(["tab"]), "wirelint.toml:6"),
        (&typed, "extend-select", json!([]), "default"),
        (&typed, "ignore", json!(["tab", "form-stub"]), "wirelint.toml:1, --ignore"),
        (&typed, "fail-on", json!("never"), "--fail-on"),
        (&plain, "fail-on", json!("warning"), "default"),
        (&plain, "ruleset", json!("1.0"), "default"),
        (&plain, "required-version", json!(null), "default"),
        (&plain, "severity", json!({"date": "info", "tab": "info"}), "wirelint.toml:7"),
        (&typed, "severity.tab", json!("error"), "--severity"),
        (&plain, "severity.form-stub", json!(null), "default"),
        (&plain, "files", json!({"include": ["*.txt"], "exclude": ["old/"]}), "default, wirelint.toml:18"),
        (&plain, "profiles.agency.zone", json!("Europe/Berlin"), "wirelint.toml:8"),
        (&plain, "profiles.agency.labels", json!({"id": "Story Code", "date": "Published"}), "wirelint.toml:8"),
        (
            &plain,
            "overrides",
            json!([{"files": ["a/"], "severity": {"date": "error"}}]),
            "wirelint.toml:15, wirelint.toml:16",
        ),
    ] {
        assert_eq!(get(&text, flags, key), (value, origin.to_owned()), "{key}");
    }
    assert_eq!(get("", &plain, "overrides").0, json!([]));
    assert_eq!(get("", &plain, "profiles").0, json!({}));
}

#[test]
fn a_key_that_does_not_exist_is_an_error_with_a_suggestion() {
    let effective = effective(None, &Flags::default()).expect("the defaults");
    for (key, help) in [
        ("fail_on", "Did you mean `fail-on`? "),
        ("file", "Did you mean `files`? "),
        ("severity.tabb", "`wirelint config show`"),
        ("zzz", "`wirelint config show`"),
    ] {
        let advice = effective.get(key).expect_err(key);
        assert_eq!(advice.message, format!("there is no key called `{key}`"));
        assert!(advice.help.starts_with(help), "{key}: {}", advice.help);
    }
}

/// Values alone: the starter may say what holds anyway.
fn values(text: &str) -> Vec<(String, Option<toml::Value>)> {
    let file = parse(text).expect(text);
    let entries = effective(Some(&file), &Flags::default()).expect(text).entries;
    entries.into_iter().map(|entry| (entry.key(), entry.value)).collect()
}

/// The starter with every key turned on.
fn everything_on() -> String {
    let on = |line: &str| {
        let rest = line.strip_prefix('#').filter(|rest| !rest.is_empty() && !rest.starts_with(' '));
        rest.unwrap_or(line).to_owned() + "\n"
    };
    STARTER.lines().map(on).collect()
}

#[test]
fn the_starter_says_nothing_but_what_holds_anyway() {
    assert_eq!(values(STARTER), values(""));
    let defaults = values("");
    let on = values(&everything_on());
    let plain = |key: &str| !key.contains('.') && !matches!(key, "required-version" | "extend");
    for (key, value) in defaults.iter().filter(|(key, _)| plain(key) || key.starts_with("files.")) {
        assert!(on.contains(&(key.clone(), value.clone())), "{key} is no default");
    }
}

#[test]
fn the_starter_has_every_key_and_pins_the_newest_ruleset() {
    let on: toml::Table = everything_on().parse().expect("TOML");
    let schema = schema();
    let keys =
        |table: &serde_json::Value| table["properties"].as_object().expect("keys").keys().cloned().collect::<Vec<_>>();
    for key in keys(&schema) {
        assert!(on.contains_key(&key), "{key}");
    }
    for key in keys(&schema["definitions"]["Files"]) {
        assert!(on["files"].get(&key).is_some(), "{key}");
    }
    for key in keys(&schema["definitions"]["Profile"]) {
        assert!(on["profiles"]["harbour-news"].get(&key).is_some(), "{key}");
    }
    assert!(STARTER.contains(&format!("\nruleset = \"{}\"\n", Ruleset::NEWEST.name())));
}
