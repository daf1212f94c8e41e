//! What the values of a profile may say.

use chrono_tz::{TZ_VARIANTS, Tz};
use toml::Spanned;

use crate::chars::{self, COLONS};
use crate::config::error::{Advice, Problem};
use crate::config::suggest;
use crate::datetime::PatternError;
use crate::keys;

/// A name that can stand on a command line and in an id.
pub(super) fn plain_name(name: &str) -> Result<String, Advice> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if name.is_empty() || !name.chars().all(fits) {
        let message = format!("`{}` cannot be a name", name.escape_debug());
        return Err(Advice::new(message, "A name is made of letters, digits, `-`, `_` and `.`."));
    }
    Ok(name.to_owned())
}

pub(super) fn label(label: &str) -> Result<String, Advice> {
    let wrong = if label.is_empty() {
        "is empty"
    } else if label.starts_with(chars::is_blank) || label.ends_with(chars::is_blank) {
        "has a blank at its edge"
    } else if label.contains(chars::is_unprintable) || label.contains(|c| chars::is_blank(c) && c != ' ') {
        "holds an invisible character or a blank that is no plain space"
    } else if label.contains(COLONS) {
        "holds a colon"
    } else if !label.contains(char::is_alphanumeric) {
        "holds no letter and no digit"
    } else {
        return Ok(label.to_owned());
    };
    let help = "Write the label alone, as in `News ID`; the colon and the blanks around it go under `separator`.";
    Err(Advice::new(format!("the label `{}` {wrong}", label.escape_debug()), help))
}

/// Whether the grammar, which forgives up to two typing errors in longer labels, could take one label for the other.
pub(super) fn are_alike(a: &str, b: &str) -> bool {
    let letters = |label| keys::letters(label).collect::<String>();
    let (a, b) = (letters(a), letters(b));
    let is_long = a.chars().count().max(b.chars().count()) >= 5;
    a == b || (is_long && strsim::osa_distance(&a, &b) <= 2)
}

pub(super) fn separator(separator: &str) -> Result<String, Advice> {
    let mark = separator.trim_matches(' ');
    if separator == " " || (mark.chars().count() == 1 && mark.contains(COLONS)) {
        return Ok(separator.to_owned());
    }
    let message = format!("`{}` cannot part a label from its value", separator.escape_debug());
    Err(Advice::new(
        message,
        "A separator is one colon, with or without plain spaces around it: `\": \"`; or one plain space.",
    ))
}

/// Why the pattern `source`, written at `pattern` in `text`, cannot be used.
pub(super) fn refused_pattern(error: PatternError, pattern: &Spanned<String>, text: &str) -> Problem {
    match error {
        PatternError::UnknownSpecifier(specifier) => {
            let help = "Use `%Y %m %d %H %I %M %S %p`, with `-` as in `%-m` for no leading zero, `%B %b %A %a` for names \
                        of months and days, and `%%` for a percent sign; a year of two digits could mean two years.";
            let span = pattern.span();
            let written = text.get(span.clone()).unwrap_or_default();
            // Where the value has escapes the specifier may not be found as it is; then the whole value is shown.
            let place = written.find(&specifier).map_or(span.clone(), |at| {
                let start = span.start + at;
                start..start + specifier.len()
            });
            Advice::new(format!("`{specifier}` is not supported in a date pattern"), help).at(place)
        }
        error => {
            let help = "A pattern states year, month and day once each, and hour and minute if there is a time, as \
                        `%d.%m.%Y %H:%M` does.";
            Advice::new(format!("the date pattern cannot be used: {error}"), help).at(pattern.span())
        }
    }
}

/// A date pattern, as far as blanks go.
pub(super) fn has_no_blank_at_edge(source: &str) -> Result<(), Advice> {
    if source.starts_with(chars::is_blank) || source.ends_with(chars::is_blank) {
        let help = "No date could ever match it, for a value has no blanks at its edges.";
        return Err(Advice::new("the date pattern has a blank at its edge", help));
    }
    Ok(())
}

/// One of `names`, as `find` knows them.
pub(super) fn known<T>(word: &str, what: &str, names: &[&str], find: impl Fn(&str) -> Option<T>) -> Result<T, Advice> {
    find(word).ok_or_else(|| {
        let guess = suggest::did_you_mean(word, names.iter().copied());
        Advice::new(format!("`{word}` is no {what}"), format!("{guess}It may be {}.", suggest::list(names)))
    })
}

/// What parts two fields on one line, or stands around a second date.
pub(super) fn plain_text(text: &str) -> Result<String, Advice> {
    if text.is_empty() || text.contains(char::is_control) || text.contains(char::is_numeric) {
        let message = format!("`{}` cannot stand there", text.escape_debug());
        return Err(Advice::new(message, "Write the marks and words as they are printed, without digits."));
    }
    Ok(text.to_owned())
}

pub(super) fn zone(name: &str) -> Result<Tz, Advice> {
    name.parse().map_err(|_| {
        let names = || TZ_VARIANTS.iter().map(|zone| zone.name());
        let city = |zone: &&str| {
            let is_same = |part: &str| part.eq_ignore_ascii_case(&name.replace(' ', "_"));
            zone.rsplit('/').next().is_some_and(is_same)
        };
        let guess = names().find(city).or_else(|| suggest::nearest(name, names()));
        let guess = guess.map(|zone| format!("Did you mean `{zone}`? ")).unwrap_or_default();
        let help = format!("{guess}Use a name from the IANA time zone database, such as `Europe/Berlin` or `UTC`.");
        Advice::new(format!("there is no time zone called `{name}`"), help)
    })
}

pub(super) fn credit(credit: &str) -> Result<String, Advice> {
    if credit.trim().is_empty() || credit.starts_with(chars::is_blank) || credit.contains(char::is_control) {
        let message = format!("`{}` cannot open a paragraph", credit.escape_debug());
        return Err(Advice::new(message, "Write the credit as it stands in the text, blanks after it included."));
    }
    Ok(credit.to_owned())
}
