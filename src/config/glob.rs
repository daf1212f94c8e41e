//! Globs in the syntax of `.gitignore`, refused where they could never match.

use ignore::overrides::OverrideBuilder;

use toml::Spanned;

use super::error::{Advice, Problem, each};

/// The most characters of a glob, and the most globs of a list: what is longer than any project needs would only make
/// every path slow to match.
const LONGEST: usize = 1_000;
pub(super) const MOST: usize = 1_000;

/// Globs that can each match something below the file.
pub(super) fn globs(list: &Spanned<Vec<Spanned<String>>>) -> Result<Vec<String>, Problem> {
    if list.get_ref().len() > MOST {
        let message = format!("these are more than {MOST} globs");
        return Err(Advice::new(message, "Name directories instead of files.").at(list.span()));
    }
    each(list.get_ref(), glob)
}

/// A glob that can match something below the file.
pub(super) fn glob(glob: &str) -> Result<String, Advice> {
    if glob.trim().is_empty() {
        return Err(Advice::new("an empty glob matches nothing", "Write a glob such as `*.txt`, or take it out."));
    }
    if glob.chars().nth(LONGEST).is_some() {
        let start: String = glob.chars().take(40).collect();
        let message = format!("the glob `{start}…` is longer than {LONGEST} characters");
        return Err(Advice::new(message, "Name a directory, or write several globs."));
    }
    if glob.starts_with('!') {
        let help =
            "Files to check go under `files.include`, files to leave out under `files.exclude`, both without `!`.";
        return Err(Advice::new(format!("the glob `{glob}` starts with `!`"), help));
    }
    if glob.starts_with('#') {
        let help =
            "Globs are read as in `.gitignore`, where such a line is a comment: write `\\\\#` for the character.";
        return Err(Advice::new(format!("the glob `{glob}` starts with `#` and would match nothing"), help));
    }
    if glob.split('/').any(|part| part == "." || part == "..") {
        let help = "Globs are relative to the directory of the configuration file and match only below it; leave `./` \
                    out, and move the file up to reach what lies beside it.";
        return Err(Advice::new(format!("the glob `{glob}` would match nothing"), help));
    }
    match OverrideBuilder::new("").allow_unclosed_class(false).add(glob) {
        Ok(_) => Ok(glob.to_owned()),
        Err(error) => {
            let cause = if let ignore::Error::Glob { err, .. } = error { err } else { error.to_string() };
            // What follows in brackets is advice for another syntax than TOML's.
            let cause = cause.split(" (").next().unwrap_or_default();
            let help = "Globs are written as in `.gitignore`: `*`, `?`, `**/`, `[abc]`.";
            Err(Advice::new(format!("the glob `{glob}` cannot be read: {cause}"), help))
        }
    }
}
