//! What holds for some files only.

use super::*;
use crate::lint::FixPolicy;

fn config(text: &str, flags: &Flags, path: &str) -> Config {
    let file = ConfigFile { path: Some(path.into()), ..parse(text).expect(text) };
    Config::resolve(Some(&file), flags).expect(text)
}

fn level(settings: &Settings, name: &str) -> Option<Severity> {
    settings.levels[RULES.iter().position(|rule| rule.name == name).expect(name)]
}

const ARCHIVE: &str = "
ignore = ['tab']
[[overrides]]
files = ['archive/']
ignore = ['whitespace']
severity.form-stub = 'info'
line-ending = 'crlf'
[[overrides]]
files = ['*.raw.txt']
extend-select = ['tab']
unfixable = ['form-stub']
";

#[test]
fn overrides_hold_for_their_files_and_later_ones_win() {
    let config = config(ARCHIVE, &Flags::default(), FILE_NAME);
    let of = |path: &str| config.settings_for(path);
    assert!(std::ptr::eq(of("a.txt"), &raw const config.settings), "nothing is made where no override holds");
    assert_eq!((level(of("a.txt"), "tab"), level(of("a.txt"), "double-space")), (None, Some(Severity::Warning)));
    let archived = of("archive/2021/a.txt");
    assert_eq!((level(archived, "double-space"), level(archived, "form-stub")), (None, Some(Severity::Info)));
    assert_eq!((archived.line_ending, of("a.txt").line_ending), (LineEnding::CrLf, LineEnding::Lf));
    assert!(std::ptr::eq(archived, of("archive/b.txt")), "made once");
    assert_eq!(level(of("b.raw.txt"), "tab"), Some(Severity::Warning));
    let both = of("archive/b.raw.txt");
    assert_eq!((level(both, "tab"), level(both, "double-space")), (Some(Severity::Warning), None));
    assert_eq!(both.line_ending, LineEnding::CrLf);
    let stub = RULES.iter().position(|rule| rule.name == "form-stub").expect("a rule");
    assert_eq!((both.fixes[stub], archived.fixes[stub]), (FixPolicy::Never, FixPolicy::AsDeclared));
}

#[test]
fn the_command_line_wins_over_overrides() {
    let text = format!("{ARCHIVE}profile = 'agency'\n{}", wire("", ""));
    let named = config(&text, &Flags::default(), FILE_NAME);
    assert_eq!(named.settings_for("b.raw.txt").profile.name, "agency");
    assert_eq!(named.settings_for("b.txt").profile.name, "nournews");
    let flags = Flags {
        select: vec!["whitespace".into()],
        severity: vec!["tab=error".into()],
        profile: Some("nournews".into()),
        ..Flags::default()
    };
    let typed = config(&text, &flags, FILE_NAME);
    let archived = typed.settings_for("archive/b.raw.txt");
    assert_eq!(archived.profile.name, "nournews");
    assert_eq!((level(archived, "tab"), level(archived, "form-stub")), (None, None));
    assert_eq!(
        level(&config(&text, &Flags { select: vec!["tab".into()], ..flags }, FILE_NAME).settings, "tab"),
        Some(Severity::Error)
    );
}

#[test]
fn globs_of_overrides_are_relative_to_the_configuration() {
    let flags = Flags { working_dir: "/desk/today".into(), ..Flags::default() };
    for (path, file, holds) in [
        ("wirelint.toml", "archive/a.txt", true),
        ("wirelint.toml", "../today/./archive/a.txt", true),
        ("wirelint.toml", "/desk/today/archive/a.txt", true),
        ("wirelint.toml", "../archive/a.txt", false),
        ("/desk/wirelint.toml", "archive/a.txt", false),
        ("/desk/wirelint.toml", "../archive/a.txt", true),
        ("../wirelint.toml", "../archive/a.txt", true),
        ("conf/wirelint.toml", "archive/a.txt", false),
        ("conf/wirelint.toml", "conf/archive/a.txt", true),
    ] {
        let config = config("[[overrides]]\nfiles = ['/archive/']\nline-ending = 'crlf'", &flags, path);
        assert_eq!(config.settings_for(file).line_ending == LineEnding::CrLf, holds, "{path} {file}");
    }
    // Outside the directory of the configuration the name alone counts, as for `files`.
    let config = config("[[overrides]]\nfiles = ['*.raw']\nline-ending = 'crlf'", &flags, "conf/wirelint.toml");
    assert_eq!(config.settings_for("x/a.raw").line_ending, LineEnding::CrLf);
}

#[test]
fn overrides_that_make_no_sense_are_errors() {
    assert_errors(&[
        ("[[overrides]]\nselect = ['all']", "[[overrides]]", "the key `files` is missing here", "Name the files"),
        ("[[overrides]]\nfiles = []", "[]", "`files` is empty, so that the override holds for no file", "Write the"),
        ("[[overrides]]\nfiles = ['!a']", "'!a'", "the glob `!a` starts with `!`", "Files to check go"),
        ("[[overrides]]\nfiles = ['a']\nselect = []", "[]", "`select` is empty, so that no rule would run", "Leave"),
        ("[[overrides]]\nfiles = ['a']\nprofile = 'x'", "'x'", "there is no profile called `x`", "There is"),
        (
            "[[overrides]]\nfiles = ['a']\nfail-on = 'info'",
            "fail-on",
            "there is no key called `fail-on` here",
            "It belongs above",
        ),
        (
            "[overrides]\nfiles = ['a']",
            "[overrides]",
            "a table stands where a list is expected",
            "Write the name in double",
        ),
        ("unfixable = ['form-stubs']", "'form-stubs'", "there is no rule and no group called `form-stubs`", "Did you"),
    ]);
    let refused = resolve("\n[[overrides]]\nfiles = ['old/']\nignore = ['all']\n", &Flags::default());
    let message = refused.expect_err("nothing would be checked").to_string();
    assert!(message.starts_with("wirelint.toml:2: this override turns every rule off"), "{message}");
    let one_on = "[[overrides]]\nfiles = ['old/']\nignore = ['all']\nextend-select = ['form-stub']";
    assert!(resolve(one_on, &Flags::default()).is_ok());
}
