//! Whatever stands in `wirelint.toml`, it is a configuration or an error with a place.

use std::str;

use wirelint::config::{self, Config, ConfigError, ConfigFile, Flags};
use wirelint::lint;
use wirelint::report::{Style, render_in_text};
use wirelint::source::Source;

const NAME: &str = "wirelint.toml";
/// What a configuration that is good is tried on.
const ARTICLE: &str = "News ID: 4\nPublish Date : 5/3/2024 9:30:00 AM\nTalks will resume\n\nThey met.\u{a0}\n";

/// Nothing panics; what is good can be told and used, and what is wrong is shown at its place.
pub fn hold(bytes: &[u8]) {
    // Other bytes are refused where the file is read.
    let Ok(text) = str::from_utf8(bytes) else { return };
    let file = match ConfigFile::parse(NAME, text.to_owned()) {
        Ok(file) => file,
        Err(error) => return assert_placed(text, &error),
    };
    let flags = Flags::default();
    match Config::resolve(Some(&file), &flags) {
        Ok(config) => {
            assert!(config.settings.looks_at_articles(), "{text:?}");
            config::effective(Some(&file), &flags).expect("what can be used can be told");
            for path in ["a.txt", "archive/2024/b.txt", "../c.txt"] {
                lint::check(&Source::new(path, ARTICLE), config.settings_for(path));
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

fn assert_placed(text: &str, error: &ConfigError) {
    let Some((name, whole, diagnostic)) = error.as_diagnostic() else { panic!("{error} has no place in {text:?}") };
    assert_eq!((name, whole), (NAME, text));
    assert!(text.get(diagnostic.span.range()).is_some(), "{diagnostic:?}: {text:?}");
    assert!(!diagnostic.message.is_empty() && !diagnostic.help.is_empty(), "{diagnostic:?}: {text:?}");
    let at = Source::new(NAME, text).position(diagnostic.span.start);
    let shown = error.to_string();
    assert!(shown.starts_with(&format!("{NAME}:{}:{}: ", at.line, at.column)), "{shown:?}");
    let style = Style { color: false, width: 80 };
    let shown = render_in_text(NAME, &Source::new(NAME, text), diagnostic, style);
    assert!(!shown.is_empty());
}
