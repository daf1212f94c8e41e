//! How the bytes of an input are read: the first one says how the rest is checked, and the rest is a text.

use std::borrow::Cow;
use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use wirelint::config::{Config, ConfigFile, Flags};
use wirelint::lint::{LineEnding, Settings};
use wirelint::profile::Profile;
use wirelint::rules::RULES;

/// A text, and how it is checked.
pub struct Input<'b> {
    /// How it is checked.
    pub settings: &'static Settings,
    /// The text; what is not UTF-8 in the bytes is U+FFFD in it.
    pub text: Cow<'b, str>,
}

/// The first byte of an input that is checked as everything is by default.
pub const BY_DEFAULT: u8 = b'a';

/// Made once, because a profile takes longer than most inputs.
static SETTINGS: [OnceLock<Settings>; 256] = [const { OnceLock::new() }; 256];

impl<'b> Input<'b> {
    /// Reads an input; no byte is wrong.
    pub fn of(bytes: &'b [u8]) -> Self {
        let (first, rest) = bytes.split_first().map_or((BY_DEFAULT, bytes), |(first, rest)| (*first, rest));
        let settings = SETTINGS[usize::from(first)].get_or_init(|| settings(first));
        Self { settings, text: String::from_utf8_lossy(rest) }
    }
}

/// Every mixture of line end, rules and wire has its byte, from [`BY_DEFAULT`] on.
fn settings(first: u8) -> Settings {
    let choice = usize::from(first.wrapping_sub(BY_DEFAULT));
    let (line_ending, choice) = (LineEnding::ALL[choice % 3], choice / 3);
    let (is_everything_on, choice) = (choice % 2 == 1, choice / 2);
    let mut wires = [Profile::DEFAULT, Profile::AUTO].into_iter().chain(Profile::built_in_names());
    let wire = wires.nth(choice).unwrap_or(Profile::AUTO);
    let now: DateTime<Utc> = DateTime::from_timestamp(1_719_792_000, 0).expect("a day of the year 2024");
    let flags = Flags { profile: Some(wire.to_owned()), now: Some(now), ..Flags::default() };
    let config = Config::resolve(Some(&ConfigFile::default()), &flags).expect("a built-in wire");
    let mut settings = Settings { line_ending, ..config.settings };
    if is_everything_on {
        settings.levels = RULES.iter().map(|rule| Some(rule.severity)).collect();
    }
    settings
}
