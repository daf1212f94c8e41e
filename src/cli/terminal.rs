//! What a terminal can show, by the conventions of its environment variables: the only place that reads them.

use std::env;

use super::args::Color;
use crate::report::Style;

/// Width of lines where no terminal says otherwise, in columns.
const DEFAULT_WIDTH: usize = 100;

/// How text for a stream should look. An explicit choice wins over `NO_COLOR`, this over `FORCE_COLOR` and
/// `CLICOLOR_FORCE`, these over `CLICOLOR=0` and `TERM=dumb`, and these over what the stream is.
pub(super) fn style(choice: Color, is_terminal: bool) -> Style {
    let color = match choice {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => wants_color(|name| env::var(name).ok(), is_terminal),
    };
    Style { color, width: width(is_terminal) }
}

fn wants_color(variable: impl Fn(&str) -> Option<String>, is_terminal: bool) -> bool {
    let is_on = |name| variable(name).is_some_and(|value| !value.is_empty() && value != "0");
    if variable("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        return false;
    }
    if is_on("FORCE_COLOR") || is_on("CLICOLOR_FORCE") {
        return true;
    }
    let is_off = variable("CLICOLOR").as_deref() == Some("0");
    let is_dumb = variable("TERM").is_none_or(|term| term == "dumb" || term.is_empty());
    is_terminal && !is_off && !is_dumb
}

fn width(is_terminal: bool) -> usize {
    let columns = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let measured = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    columns.or_else(|| is_terminal.then(measured).flatten()).filter(|width| *width >= 40).unwrap_or(DEFAULT_WIDTH)
}

/// Whether a stream is certainly a file on disk.
#[cfg(unix)]
pub fn is_file(stream: &impl std::os::fd::AsFd) -> bool {
    stream.as_fd().try_clone_to_owned().is_ok_and(is_regular)
}

/// Whether a stream is certainly a file on disk.
#[cfg(windows)]
pub fn is_file(stream: &impl std::os::windows::io::AsHandle) -> bool {
    stream.as_handle().try_clone_to_owned().is_ok_and(is_regular)
}

#[cfg(any(unix, windows))]
fn is_regular(stream: impl Into<std::fs::File>) -> bool {
    stream.into().metadata().is_ok_and(|metadata| metadata.is_file())
}

/// Variables that build servers set: of most of them, GitHub, Azure, GitLab, `TeamCity`, Buildkite.
const BUILD_SERVERS: [&str; 6] = ["CI", "GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI", "TEAMCITY_VERSION", "BUILDKITE"];

/// Whether a build server runs this, and takes commands out of what is printed.
pub(super) fn is_build() -> bool {
    is_build_by(|name| env::var_os(name).map(|value| value.to_string_lossy().into_owned()))
}

fn is_build_by(variable: impl Fn(&str) -> Option<String>) -> bool {
    let says_no = |value: &str| value == "0" || value.eq_ignore_ascii_case("false");
    BUILD_SERVERS.iter().filter_map(|name| variable(name)).any(|value| !value.is_empty() && !says_no(&value))
}

#[cfg(test)]
mod tests {
    use super::{is_build_by, wants_color};

    #[test]
    fn build_servers_are_known_by_their_variables() {
        let with =
            |name: &'static str, value: &'static str| is_build_by(|wanted| (wanted == name).then(|| value.to_owned()));
        for name in super::BUILD_SERVERS {
            assert!(with(name, "true") && with(name, "2024.07.1"), "{name}");
            assert!(!with(name, "") && !with(name, "False") && !with(name, "0"), "{name}");
        }
        assert!(!with("BUILD", "true"));
    }

    #[test]
    fn variables_win_in_the_agreed_order() {
        let with = |set: &[(&str, &str)], is_terminal| {
            let found = |name: &str| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
            wants_color(found, is_terminal)
        };
        let term = ("TERM", "xterm");
        assert!(with(&[term], true));
        assert!(!with(&[term], false));
        assert!(!with(&[], true));
        assert!(!with(&[("TERM", "dumb")], true));
        assert!(!with(&[term, ("CLICOLOR", "0")], true));
        assert!(!with(&[term, ("NO_COLOR", "1"), ("FORCE_COLOR", "1"), ("CLICOLOR_FORCE", "1")], true));
        assert!(with(&[term, ("NO_COLOR", "")], true));
        assert!(with(&[("FORCE_COLOR", "1"), ("TERM", "dumb")], false));
        assert!(with(&[("CLICOLOR_FORCE", "1"), ("CLICOLOR", "0")], false));
        assert!(!with(&[term, ("FORCE_COLOR", "0")], false));
    }
}
