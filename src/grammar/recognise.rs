//! Recognises by its header which wire an article comes from, or says that it can't be told.

use std::sync::Arc;

use super::{datetime, document, field};
use crate::article::{Article, Block, Field, Role};
use crate::chars::COLONS;
use crate::profile::{FieldKind, Habit, Profile};
use crate::source::Source;

/// Headers stand within so many of the first lines, and so many of the last.
const FIRST_LINES: usize = 16;
const LAST_LINES: usize = 24;
/// A label has at most so many bytes.
const LONGEST_LABEL: usize = 40;

/// The wire of an article, and what it was recognised by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// The profile that fits.
    pub profile: Arc<Profile>,
    /// Which fields stand on which lines: "`News ID` on line 1, a date as in `28 October 2020 - 21:27` on line 2".
    pub by: String,
}

/// Why no profile was recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unrecognised {
    /// No profile has a header like this.
    None,
    /// Several fit equally well: their names, and what they were recognised by.
    Several(Vec<String>, String),
}

/// How well a profile fits; more of an earlier part outweighs any of a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// Values that are what the profile has there.
    values: usize,
    /// Fields that are there, with whatever value.
    fields: usize,
    /// Labels and separators that are exactly as in use.
    exact: usize,
    /// How little of what the profile requires is missing, counted down from any number.
    complete: usize,
}

/// Recognises which of `candidates` the header of `source` follows best.
///
/// # Errors
/// If none fits, or no single one fits best.
pub fn recognise(source: &Source, candidates: &[Arc<Profile>]) -> Result<Recognised, Unrecognised> {
    let count = source.lines().len();
    let is_near_an_end = |index: &usize| *index < FIRST_LINES || index + LAST_LINES >= count;
    let lines = source.lines().iter().enumerate().filter(|(index, _)| is_near_an_end(index));
    let blocks: Vec<Block> = lines.map(|(index, line)| document::block(source, index, *line)).collect();
    let mut best: Vec<(&Arc<Profile>, Fit, Article)> = Vec::new();
    for profile in candidates {
        let mut article = Article { roles: vec![Role::Blank; count], ..Article::default() };
        let below = document::header(&mut article, &blocks, profile);
        document::end_header(&mut article, below, profile);
        let headline = below.iter().find(|block| !block.text.is_empty());
        let Some(fit) = fit(source, &article, profile) else { continue };
        if headline.is_some_and(|headline| is_foreign_field(headline.text, profile)) {
            continue;
        }
        if best.first().is_some_and(|(_, other, _)| *other < fit) {
            best.clear();
        }
        if best.first().is_none_or(|(_, other, _)| *other == fit) {
            best.push((profile, fit, article));
        }
    }
    match &best[..] {
        [] => Err(Unrecognised::None),
        [(profile, _, article)] => {
            Ok(Recognised { profile: Arc::clone(profile), by: in_words(source, article, profile) })
        }
        [(profile, _, article), ..] => {
            let names = best.iter().map(|(profile, ..)| profile.name.clone()).collect();
            Err(Unrecognised::Several(names, in_words(source, article, profile)))
        }
    }
}

/// How well the header fits; `None` if no value of it does.
fn fit(source: &Source, article: &Article, profile: &Profile) -> Option<Fit> {
    let mut fit = Fit { values: 0, fields: 0, exact: 0, complete: usize::MAX };
    for form in &profile.fields {
        let in_place = |field: &&Field| field.is_below == profile.is_at_end(form.kind);
        let Some(field) = article.field(form.kind).filter(in_place) else {
            fit.complete -= usize::from(!form.is_optional);
            continue;
        };
        fit.fields += 1;
        let is_empty = field.value.text.is_empty() && form.may_be_empty;
        fit.values += usize::from(is_empty || field::is_value(form.kind, field.value.text, profile));
        let label = form.labels.get(field.form).map(String::as_str);
        let separator = source.slice(field.separator);
        let is_separator =
            |known: &String| known == separator || (field.value.text.is_empty() && known.trim_end() == separator);
        fit.exact += match label {
            None => 2,
            Some(label) => {
                usize::from(label == source.slice(field.label))
                    + usize::from(profile.separators.iter().any(is_separator))
            }
        };
    }
    if profile.has(Habit::PageDate) {
        let has_date = usize::from(!article.page_dates.is_empty());
        fit.values += has_date;
        fit.complete -= 1 - has_date;
    }
    (fit.fields > 0 && fit.values > 0).then_some(fit)
}

/// Whether what would be the headline is a field that the profile does not know.
fn is_foreign_field(headline: &str, profile: &Profile) -> bool {
    let headline = &*field::legible(headline);
    let value = match headline.split_once(COLONS) {
        Some((label, value)) if label.len() <= LONGEST_LABEL => value.trim(),
        _ => headline,
    };
    let is_number = value.len() > 2 && value.chars().all(char::is_numeric);
    is_number || [headline, value].into_iter().any(|text| datetime::is_clear_date(text, profile))
}

/// What the article was recognised by.
fn in_words(source: &Source, article: &Article, profile: &Profile) -> String {
    let line = |block: &Block| source.position(block.span.start).line;
    let page_dates = article.page_dates.iter().map(|block| format!("the day of the page on line {}", line(block)));
    let fields = article.fields.iter().map(|field| {
        let label = profile.form(field.kind).and_then(|form| form.labels.get(field.form));
        let label = label.map_or_else(|| format!("the {}", field.kind.name()), |label| format!("`{label}`"));
        let date = match datetime::read(field.value.text, field.value.span.start, profile) {
            Ok(date) if field.kind == FieldKind::PublishDate => profile.dates.get(date.pattern),
            _ => None,
        };
        let shape = date.map(|pattern| format!(", written `{}`", pattern.source())).unwrap_or_default();
        format!("{label} on line {}{shape}", line(&field.value))
    });
    page_dates.chain(fields).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests;
