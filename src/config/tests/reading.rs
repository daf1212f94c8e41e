//! Which file is read, what it extends, and what the schema says of it.

use std::fs;

use super::*;

#[test]
fn the_nearest_file_above_the_working_directory_counts() {
    let top = tempfile::tempdir().expect("a directory");
    let deep = top.path().join("a/b/c");
    fs::create_dir_all(&deep).expect("directories");
    fs::create_dir(deep.join(FILE_NAME)).expect("a directory of that name does not count");
    let path = top.path().join("a").join(FILE_NAME);
    fs::write(top.path().join(FILE_NAME), "fail-on = 'never'").expect("a file");
    fs::write(&path, "fail-on = 'error'").expect("a file");
    assert_eq!(find(&deep), Some(path.clone()));
    let config = Config::resolve(Some(&ConfigFile::read(&path).expect("a good file")), &Flags::default());
    let config = config.expect("a good configuration");
    assert_eq!((config.fail_on, config.root()), (FailOn::At(Severity::Error), path.parent().expect("a parent")));
    let config = Config { path: Some(FILE_NAME.into()), ..config };
    assert_eq!(config.root(), Path::new("."));
}

#[test]
fn files_that_cannot_be_read_are_errors_without_a_place() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join(FILE_NAME);
    let error = || ConfigFile::read(&path).expect_err("an unreadable file");
    assert!(matches!(error(), ConfigError::Read { .. }));
    fs::write(&path, b"# caf\xe9\n").expect("a file");
    assert!(matches!(error(), ConfigError::NotUtf8 { offset: 5, .. }));
    assert!(error().to_string().ends_with("is not UTF-8: the byte at offset 5 belongs to no character"));
    fs::write(&path, vec![b'\n'; (1 << 20) + 1]).expect("a file");
    assert!(matches!(error(), ConfigError::TooLarge { limit: 1_048_576, .. }));
    fs::write(&path, "\nfail-on = 'x'").expect("a file");
    assert_eq!(
        error().to_string(),
        format!(
            "{}:2:11: `x` is no value of `fail-on`. It may be `info`, `warning`, `error` or `never`.",
            path.display()
        )
    );
}

#[test]
fn the_schema_describes_every_key_and_names_every_rule() {
    let schema = schema();
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    assert_eq!(schema["title"], "wirelint.toml");
    for table in [
        &schema,
        &schema["definitions"]["Files"],
        &schema["definitions"]["Profile"],
        &schema["definitions"]["Labels"],
        &schema["definitions"]["Override"],
    ] {
        assert_eq!(table["additionalProperties"], false);
        for (key, value) in table["properties"].as_object().expect("keys") {
            assert!(value["description"].as_str().is_some_and(|text| text.ends_with('.')), "{key}");
            assert_ne!(value.get("default"), Some(&serde_json::Value::Null), "{key}");
        }
    }
    let names = schema["definitions"]["Selector"]["enum"].as_array().expect("names");
    assert!(RULES.iter().all(|rule| names.iter().any(|name| name == rule.name)));
    assert_eq!(schema["properties"]["fail-on"]["default"], "warning");
    assert_eq!(schema["definitions"]["Profile"]["required"], serde_json::json!(["labels", "date", "zone"]));
}

/// A directory with these files, and what reading the first one gives.
fn read(files: &[(&str, &str)]) -> (tempfile::TempDir, Result<ConfigFile, ConfigError>) {
    let directory = tempfile::tempdir().expect("a directory");
    for (name, text) in files {
        let path = directory.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("directories");
        fs::write(path, text).expect("a file");
    }
    let read = ConfigFile::read(&directory.path().join(files[0].0));
    (directory, read)
}

/// The name of the file that is wrong, what stands there, and the message.
#[track_caller]
fn fault(files: &[(&str, &str)]) -> (String, String, String) {
    let (directory, read) = read(files);
    let error = read.expect_err("a fault");
    let (name, text, diagnostic) = error.as_diagnostic().expect("a place");
    let name = name.strip_prefix(&format!("{}/", directory.path().display())).unwrap_or(name);
    (name.to_owned(), text[diagnostic.span.range()].to_owned(), diagnostic.message.clone())
}

#[test]
fn a_file_takes_what_it_does_not_set_from_the_file_it_extends() {
    let base = "ignore = ['date']\nselect = ['default']\nprofile = 'agency'\nfail-on = 'error'\n\
                severity = { date = 'info', form-stub = 'info' }\nfiles = { include = ['*.wire'], exclude = ['old/'] }\n";
    let base = base.to_owned() + &wire("", "");
    let own = "extend = '../base/base.toml'\nselect = ['whitespace', 'date']\nfiles.exclude = []\nseverity.date = 'error'\n\
               [[overrides]]\nfiles = ['a/']\nprofile = 'agency'\n";
    let (directory, read) = read(&[("desk/wirelint.toml", own), ("base/base.toml", &base)]);
    let file = read.expect("two good files");
    let config = Config::resolve(Some(&file), &Flags::default()).expect("a good configuration");
    let on = |name: &str| config.settings.levels[RULES.iter().position(|rule| rule.name == name).expect(name)];
    assert!(on("tab").is_some() && on("form-stub").is_none(), "`select` is replaced as a whole");
    assert_eq!(on("malformed-date"), None, "`ignore` is taken over");
    assert_eq!((config.settings.profile.name.as_str(), config.fail_on), ("agency", FailOn::At(Severity::Error)));
    assert_eq!(config.files, Files { include: vec!["*.wire".into()], exclude: Vec::new() }, "each key by itself");
    assert_eq!(config.root(), directory.path().join("desk"), "globs are relative to the file of the run");
    let mut severities: Vec<_> = file.choice.severity.iter().map(|(name, level)| (name.name(), level.value)).collect();
    severities.sort_unstable();
    assert_eq!(severities, [("date", Severity::Error), ("form-stub", Severity::Info)]);
}

#[test]
fn what_cannot_be_extended_is_shown_where_it_is_asked_for() {
    let is = |files: &[(&str, &str)], name: &str, spot: &str, message: &str| {
        let (found, text, said) = fault(files);
        assert_eq!((found.as_str(), text.as_str()), (name, spot), "{said}");
        assert!(said.contains(message), "{said}");
    };
    let remote = "extend = 'https://example.org/base.toml'";
    is(&[("a.toml", remote)], "a.toml", "'https://example.org/base.toml'", "nothing is fetched");
    is(&[("a.toml", "extend = 'gone.toml'")], "a.toml", "'gone.toml'", "gone.toml cannot be read");
    is(&[("a.toml", "extend = ''")], "a.toml", "''", "`extend` is empty");
    is(&[("a.toml", "extend = './a.toml'")], "a.toml", "'./a.toml'", "leads back");
    is(&[("a.toml", "extend = 'b.toml'"), ("b.toml", "extend = 'a.toml'")], "b.toml", "'a.toml'", "leads back");
    is(&[("a.toml", "extend = 'b.toml'"), ("b.toml", "fail-on = 'warn'")], "b.toml", "'warn'", "no value of `fail-on`");
    let names: Vec<String> = (0..9).map(|number| format!("{number}.toml")).collect();
    let texts: Vec<String> = (1..10).map(|number| format!("extend = '{number}.toml'")).collect();
    let chain: Vec<(&str, &str)> =
        names.iter().zip(&texts).map(|(name, text)| (name.as_str(), text.as_str())).collect();
    is(&chain, "7.toml", "'8.toml'", "more than 8 files");
    let mut chain = chain[..8].to_vec();
    chain[7].1 = "";
    assert!(read(&chain).1.is_ok(), "eight are not too many");
}

#[test]
fn a_file_for_another_version_says_so_before_anything_else_is_wrong_with_it() {
    let text = "required-version = '>=7'\nkey-of-the-future = 1\n";
    let version = env!("CARGO_PKG_VERSION");
    assert_errors(&[
        (text, "'>=7'", &format!("this file is for wirelint >=7, and this is wirelint {version}"), "Run a wirelint"),
        ("required-version = 3", "3", "a number stands where a text is expected", "Write the value in quotes"),
    ]);
    let base = &[("a.toml", "extend = 'b.toml'\nrequired-version = '*'"), ("b.toml", text)];
    assert_eq!(fault(base).0, "b.toml");
}

#[test]
fn a_ruleset_is_known_by_its_name() {
    let config = resolve("ruleset = '1.0'", &Flags::default()).expect("a known ruleset");
    assert_eq!(config.settings.levels, Settings::default().levels);
    let known = format!("Did you mean `1.0`? wirelint {} knows `1.0`", env!("CARGO_PKG_VERSION"));
    assert_errors(&[("ruleset = '1.1'", "'1.1'", "there is no ruleset called `1.1`", &known)]);
}
