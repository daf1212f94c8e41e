//! The configuration as a whole: every error with its place, precedence, and an own wire from file to finding.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::*;
use crate::lint::{self, LineEnding};
use crate::profile::{FieldKind, Profile};
use crate::rules::RULES;
use crate::source::Source;

mod effective;
mod furniture;
mod per_file;
mod reading;
mod wires;

/// The table of a wire of its own, but for `key`, which is written as `line`.
fn wire(key: &str, line: &str) -> String {
    let lines = [
        ("labels", r#"labels = { id = "Story Code", date = "Published" }"#),
        ("separator", r#"separator = ": ""#),
        ("date", r#"date = "%d.%m.%Y %H:%M""#),
        ("zone", r#"zone = "Europe/Berlin""#),
        ("credits", r#"credits = ["AGENCY - "]"#),
    ];
    let lines = lines.map(|(name, standard)| if name == key { line } else { standard });
    format!("[profiles.agency]\n{}\n", lines.join("\n"))
}

fn parse(text: &str) -> Result<ConfigFile, ConfigError> {
    ConfigFile::parse(FILE_NAME, text.to_owned())
}

fn resolve(text: &str, flags: &Flags) -> Result<Config, ConfigError> {
    Config::resolve(Some(&parse(text)?), flags)
}

/// Asserts for each text what stands under the span of its error, the message, and how the help starts.
fn assert_errors(cases: &[(&str, &str, &str, &str)]) {
    for (text, spot, message, help) in cases {
        let error = parse(text).expect_err(text);
        let (name, shown, diagnostic) = error.as_diagnostic().expect(text);
        assert_eq!((name, shown, diagnostic.rule), (FILE_NAME, *text, "configuration"));
        assert_eq!(text.get(diagnostic.span.range()), Some(*spot), "{text}");
        assert_eq!(diagnostic.message, *message, "{text}");
        assert!(diagnostic.help.starts_with(help), "{text}: {}", diagnostic.help);
        assert!(diagnostic.help.ends_with(['.', '?']), "{text}: {}", diagnostic.help);
    }
}

const IN_QUOTES: &str = "Write it in quotes: `\"…\"`.";

#[test]
fn unknown_keys_are_errors_with_a_suggestion() {
    let above = "It belongs above the first line in square brackets";
    assert_errors(&[
        ("selct = []", "selct", "there is no key called `selct` here", "Did you mean `select`?"),
        ("fail_on = 'info'", "fail_on", "there is no key called `fail_on` here", "Did you mean `fail-on`?"),
        ("include = []", "include", "there is no key called `include` here", "It belongs under `[files]`."),
        ("[files]\nselect = []", "select", "there is no key called `select` here", above),
        ("[files]\nzz = 1", "zz", "there is no key called `zz` here", "The key may be `include` or `exclude`."),
        ("zone = 'UTC'", "zone", "there is no key called `zone` here", "It belongs under `[profiles.NAME]`."),
    ]);
}

#[test]
fn missing_keys_are_shown_at_their_table() {
    assert_errors(&[
        (&wire("zone", ""), "[profiles.agency]", "the key `zone` is missing here", "Add the time zone of the dates"),
        (&wire("date", ""), "[profiles.agency]", "the key `date` is missing here", "A profile needs"),
        (&wire("labels", ""), "[profiles.agency]", "the key `labels` is missing here", "Add the labels"),
        (&wire("labels", "labels.date = 'On'"), "labels", "the key `id` is missing here", "Add the label of"),
        (&wire("labels", "labels = {id = 'No'}"), "{id = 'No'}", "the key `date` is missing here", "A profile needs"),
    ]);
}

#[test]
fn values_of_the_wrong_kind_are_errors() {
    let (text, list, table) = ("Write the value in quotes", "Write the values in square", "Write its keys under");
    assert_errors(&[
        ("select = 'all'", "'all'", "a text stands where a list is expected", list),
        ("select = [1]", "1", "a number stands where a text is expected", text),
        ("fail-on = true", "true", "a truth value stands where a text is expected", text),
        ("fail-on = 1.5", "1.5", "a number stands where a text is expected", text),
        ("fail-on = []", "[]", "a list stands where a text is expected", text),
        ("fail-on = {}", "{}", "a table stands where a text is expected", text),
        ("fail-on = 1979-05-27", "1979-05-27", "a date stands where a text is expected", text),
        ("severity = []", "[]", "a list stands where a table is expected", table),
        ("files = [['a'], []]", "[['a'], []]", "a list stands where a table is expected", table),
        ("[profiles]\na = 3", "3", "a number stands where a table is expected", table),
        ("[[files]]", "[[files]]", "a list stands where a table is expected", table),
    ]);
}

#[test]
fn what_is_no_toml_is_explained() {
    assert_errors(&[
        ("fail-on = error", "error", "a text stands here without quotes", IN_QUOTES),
        ("fail-on = True", "True", "a text stands here without quotes", IN_QUOTES),
        ("fail-on =", "", "the value is missing here", "Write `key = value`."),
        ("fail-on: 'info'", "", "an `=` is missing here", "Write `key = value`, or"),
        ("fail-on = \"info", "", "this text has no closing quote", "Put a `\"` at its end."),
        ("fail-on = 'info", "", "this text has no closing quote", "Put a `'` at its end."),
        ("fail-on = '''info", "", "this text has no closing quotes", "Put `'''` at its end."),
        ("fail-on = \"\"\"info", "", "this text has no closing quotes", "Put `\"\"\"` at its end."),
        ("profile = \"\\q\"", "", "`\\` starts no known escape here", "Write `\\\\`, or"),
        ("select = ['all'", "", "this list has no closing bracket", "Put a `]` at its end."),
        ("[files", "", "this line has no closing bracket", "Put a `]` at its end."),
        ("files = {", "", "this table has no closing brace", "Put a `}` at its end."),
        ("select = ['a' 'b']", "", "a comma is missing here", "Put a `,` between two values."),
        ("fail-on = 'info' 'x'", "", "something follows the value", "Put each `key = value`"),
        ("fail-on = 'info'\rx = 1", "", "a carriage return stands here alone", "Save the file with LF"),
        ("fail-on = 'a'\nfail-on = 'b'", "fail-on", "this key is given twice", "Keep one of the two."),
    ]);
    let error = parse("= 3").expect_err("no key");
    assert!(error.as_diagnostic().is_some_and(|(_, _, found)| found.message.starts_with("this is not valid TOML: ")));
}

#[test]
fn words_that_mean_nothing_are_shown_where_they_stand() {
    let rules = "`wirelint rules` lists all rules and groups.";
    let unknown = "there is no rule and no group called";
    assert_errors(&[
        (
            "select = ['all', 'extra-blnak-line']",
            "'extra-blnak-line'",
            &format!("{unknown} `extra-blnak-line`"),
            "Did you mean `extra-blank-line`? `wirelint rules`",
        ),
        ("ignore = ['witespace']", "'witespace'", &format!("{unknown} `witespace`"), "Did you mean `whitespace`? "),
        ("ignore = ['']", "''", &format!("{unknown} ``"), rules),
        ("severity = { E501 = 'info' }", "E501", &format!("{unknown} `E501`"), rules),
        ("[severity]\nall = 'info'", "all", &format!("{unknown} `all`"), ""),
        ("[severity]\ndate = 'eror'", "'eror'", "`eror` is no severity", "Did you mean `error`? It may be `info`,"),
        ("[severity]\ndate = 'off'", "'off'", "`off` is no severity", "To turn a rule off, put it under `ignore`."),
        ("select = []", "[]", "`select` is empty, so that no rule would run", "Leave `select` out"),
        ("files.include = []", "[]", "`include` is empty, so that no file would be checked", "Leave `include` out"),
        ("fail-on = 'warn'", "'warn'", "`warn` is no value of `fail-on`", "Did you mean `warning`? It may be"),
        ("\u{feff}fail-on = 'é'", "'é'", "`é` is no value of `fail-on`", "It may be `info`, `warning`, `error` or"),
        (
            "line-ending = 'LF'",
            "'LF'",
            "`LF` is no line ending",
            "Did you mean `lf`? It may be `lf`, `crlf` or `auto`.",
        ),
        ("profile = 'nurnews'", "'nurnews'", "there is no profile called `nurnews`", "Did you mean `nournews`? "),
        (
            &format!("profile = 'agencia'\n{}", wire("", "")),
            "'agencia'",
            "there is no profile called `agencia`",
            "Did you mean `agency`? There is `nournews`, ",
        ),
    ]);
}

#[test]
fn globs_that_match_nothing_are_errors() {
    let files = |glob: &str| format!("[files]\nexclude = ['ok/**', '{glob}']");
    assert_errors(&[
        (&files("a{b"), "'a{b'", "the glob `a{b` cannot be read: unclosed alternate group; missing '}'", "Globs are"),
        (&files("a[b"), "'a[b'", "the glob `a[b` cannot be read: unclosed character class; missing ']'", "Globs are"),
        (&files("!a"), "'!a'", "the glob `!a` starts with `!`", "Files to check go under `files.include`"),
        (&files("#a"), "'#a'", "the glob `#a` starts with `#` and would match nothing", "Globs are read as in"),
        (&files("./a"), "'./a'", "the glob `./a` would match nothing", "Globs are relative to"),
        (&files("a/../b"), "'a/../b'", "the glob `a/../b` would match nothing", "Globs are relative to"),
        (&files(" "), "' '", "an empty glob matches nothing", "Write a glob such as"),
    ]);
}

#[test]
fn wires_that_could_not_be_read_are_errors() {
    let labels = |id: &str, date: &str| wire("labels", &format!("labels = {{ id = '{id}', date = '{date}' }}"));
    let date = |pattern: &str| wire("date", &format!("date = '{pattern}'"));
    let alone = "Write the label alone";
    assert_errors(&[
        (&labels("", "On"), "''", "the label `` is empty", alone),
        (&labels("No ", "On"), "'No '", "the label `No ` has a blank at its edge", alone),
        (&labels("No:", "On"), "'No:'", "the label `No:` holds a colon", alone),
        (&labels("--", "On"), "'--'", "the label `--` holds no letter and no digit", alone),
        (
            &labels("No", "Put\u{a0}on"),
            "'Put\u{a0}on'",
            "the label `Put\\u{a0}on` holds an invisible character or a blank that is no plain space",
            alone,
        ),
        (&labels("On", "ON"), "'ON'", "the labels `On` and `ON` cannot be told apart", "Letters and digits tell"),
        (
            &labels("Field 1", "Field 2"),
            "'Field 2'",
            "the labels `Field 1` and `Field 2` cannot be told apart",
            "Letters",
        ),
        (&wire("separator", "separator = ''"), "''", "`` cannot part a label from its value", "A separator is one"),
        (&wire("separator", "separator = ' - '"), "' - '", "` - ` cannot part a label from its value", "A separator"),
        (&wire("separator", "separator = \"\\t:\""), "\"\\t:\"", "`\\t:` cannot part a label from its value", "A"),
        (&date("%d.%m.%y"), "%y", "`%y` is not supported in a date pattern", "Use `%Y %m %d"),
        (
            &date("%d.%m.%Y %H"),
            "'%d.%m.%Y %H'",
            "the date pattern cannot be used: it has no minute (`%M`)",
            "A pattern",
        ),
        (&date(" %d.%m.%Y %H:%M"), "' %d.%m.%Y %H:%M'", "the date pattern has a blank at its edge", "No date could"),
        (
            &wire("zone", "zone = 'Europe/Berln'"),
            "'Europe/Berln'",
            "there is no time zone called `Europe/Berln`",
            "Did you mean `Europe/Berlin`? ",
        ),
        (
            &wire("zone", "zone = 'new york'"),
            "'new york'",
            "there is no time zone called `new york`",
            "Did you mean `America/New_York`? ",
        ),
        (
            &wire("zone", "zone = 'the moon'"),
            "'the moon'",
            "there is no time zone called `the moon`",
            "Use a name from",
        ),
        (&wire("credits", "credits = ['A - ', '']"), "''", "`` cannot open a paragraph", "Write the credit as"),
        (&wire("credits", "source = 'a b'"), "'a b'", "`a b` cannot be a name", "A name is made of"),
        (
            &wire("", "").replace("agency", "nournews"),
            "nournews",
            "`nournews` is a built-in profile",
            "Give your profile",
        ),
        (&wire("", "").replace("agency", "'a b'"), "'a b'", "`a b` cannot be a name", "A name is made of"),
    ]);
}

#[test]
fn however_a_file_is_damaged_its_error_has_a_place() {
    let text = wire("credits", "credits = ['نورنیوز- ', \"\\u00e9 \"]");
    assert!(parse(&text).is_ok());
    for (at, _) in text.char_indices() {
        let (before, after) = text.split_at(at);
        for put in ["é", "\"", "'", "[", "=", "\n", "\r", "\0", "{", "\\"] {
            for damaged in [format!("{before}{put}{after}"), format!("{before}{put}")] {
                let Err(error) = parse(&damaged) else { continue };
                let (_, _, diagnostic) = error.as_diagnostic().expect("a place");
                assert!(damaged.get(diagnostic.span.range()).is_some(), "{damaged:?} {diagnostic:?}");
                assert!(!diagnostic.message.is_empty() && !diagnostic.help.is_empty());
            }
        }
    }
}

#[test]
fn errors_of_the_command_line_are_one_text() {
    let words = |word: &str| vec![word.to_owned()];
    let error = |flags: Flags| {
        let error = Config::resolve(None, &flags).expect_err("a wrong override");
        assert!(error.as_diagnostic().is_none());
        error.to_string()
    };
    let unknown = "there is no rule and no group called `dates`. Did you mean `date`? `wirelint rules` lists all \
                   rules and groups.";
    assert_eq!(error(Flags { select: words("dates"), ..Flags::default() }), format!("--select: {unknown}"));
    assert_eq!(error(Flags { ignore: words("dates"), ..Flags::default() }), format!("--ignore: {unknown}"));
    let severity = |entry: &str| error(Flags { severity: words(entry), ..Flags::default() });
    assert_eq!(severity("dates=info"), format!("--severity: {unknown}"));
    assert!(severity("date").starts_with("--severity: `date` has no `=`. Write a rule or a group"));
    assert!(severity("date=warn").starts_with("--severity: `warn` is no severity. Did you mean `warning`?"));
    let profile = error(Flags { profile: Some("nournew".into()), ..Flags::default() });
    assert!(profile.starts_with("--profile: there is no profile called `nournew`. Did you mean `nournews`?"));
    assert!(error(Flags { ignore: words("all"), ..Flags::default() }).contains("turns every rule off"));
}

#[test]
fn without_a_file_or_with_an_empty_one_the_defaults_hold() {
    let flags = Flags::default();
    for config in [Config::resolve(None, &flags), resolve("", &flags)] {
        let config = config.expect("defaults");
        assert_eq!(config.settings.levels, Settings::default().levels);
        assert_eq!(*config.settings.profile, Profile::default());
        assert_eq!(config.settings.line_ending, LineEnding::Lf);
        assert_eq!((config.fail_on, config.files), (FailOn::At(Severity::Warning), Files::default()));
        assert_eq!(config.path, None);
    }
}

#[test]
fn the_command_line_wins_over_the_file() {
    let text = format!(
        "profile = 'agency'\nfail-on = 'never'\nline-ending = 'auto'\nseverity.whitespace = 'error'\n\
         files = {{ include = ['*.wire'], exclude = ['old/'] }}\n{}",
        wire("", "")
    );
    let level = |config: &Config, name: &str| {
        let place = RULES.iter().position(|rule| rule.name == name).expect(name);
        config.settings.levels[place]
    };
    let config = resolve(&text, &Flags::default()).expect("a good file");
    assert_eq!(config.settings.profile.name, "agency");
    assert_eq!((config.fail_on, config.settings.line_ending), (FailOn::Never, LineEnding::Auto));
    assert_eq!(config.files, Files { include: vec!["*.wire".into()], exclude: vec!["old/".into()] });
    assert_eq!(level(&config, "extra-blank-line"), Some(Severity::Error));
    let flags = Flags {
        select: vec!["extra-blank-line".into()],
        severity: vec!["whitespace=error".into(), "extra-blank-line=info".into()],
        fail_on: Some(FailOn::At(Severity::Info)),
        profile: Some("nournews".into()),
        now: Some(DateTime::UNIX_EPOCH),
        ..Flags::default()
    };
    let config = resolve(&text, &flags).expect("good flags");
    assert_eq!(*config.settings.profile, Profile::default());
    assert_eq!((config.fail_on, config.settings.now), (FailOn::At(Severity::Info), flags.now));
    assert_eq!(level(&config, "extra-blank-line"), Some(Severity::Info));
    assert_eq!(config.settings.levels.iter().flatten().count(), 1);
}

#[test]
fn fail_on_is_a_threshold() {
    for name in FailOn::NAMES {
        assert_eq!(FailOn::from_name(name).map(FailOn::name), Some(name));
    }
    assert!(FailOn::At(Severity::Warning).is_reached(Severity::Error));
    assert!(!FailOn::At(Severity::Warning).is_reached(Severity::Info));
    assert!(!FailOn::Never.is_reached(Severity::Error));
}

#[test]
fn an_own_wire_is_read_from_file_to_finding() {
    for separator in [": ", ":", " : ", "："] {
        let text = wire("separator", &format!("separator = '{separator}'"));
        let select = ["structure", "header", "date", "extra-blank-line"].map(str::to_owned).to_vec();
        let flags = Flags { select, profile: Some("agency".into()), ..Flags::default() };
        let config = resolve(&text, &flags).expect("an own wire");
        assert_eq!(
            (config.settings.profile.source.as_str(), config.settings.profile.zone),
            ("agency", Tz::Europe__Berlin)
        );
        let article = format!(
            "Story Code{separator}4711\nPublished{separator}22.06.2024 17:01\nBridge opens\n\n\n\
             AGENCY - It opened today.\n"
        );
        let source = Source::new("a.txt", &article);
        let checked = lint::check(&source, &config.settings);
        let value = |kind| checked.article.field(kind).map(|field| field.value.text);
        assert_eq!(value(FieldKind::NewsId), Some("4711"), "{separator}");
        assert_eq!(value(FieldKind::PublishDate), Some("22.06.2024 17:01"));
        let published = checked.article.published.and_then(Result::ok).map(|timestamp| timestamp.local);
        assert_eq!(published, NaiveDate::from_ymd_opt(2024, 6, 22).and_then(|day| day.and_hms_opt(17, 1, 0)));
        let found: Vec<_> = checked.diagnostics.iter().map(|found| found.rule).collect();
        assert_eq!(found, ["extra-blank-line"]);
    }
}
