//! The article record: one JSON object for one article, with everything that was left out of it named.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::article::{Article, Block, Field, Role};
use crate::chars;
use crate::grammar;
use crate::lexicon::Lexicon;
use crate::lint::Fixed;
use crate::profile::{FieldKind, Profile};
use crate::report::path_bytes;
use crate::source::Source;

/// An accepted article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "wirelint article record")]
pub struct ArticleRecord {
    /// `source:news_id`: the same for the same article, whatever file it came in. Of a source without numbers,
    /// `source:sha256-` and the first 16 digits of the SHA-256 of headline, standfirst and paragraphs.
    pub id: String,
    /// Name of the source, from the profile.
    pub source: String,
    /// The source's own number of the article, in the digits 0 to 9; null if the source states none.
    pub news_id: Option<String>,
    /// When it was published, in RFC 3339: a date and time with the offset that the profile's time zone had then, the
    /// date alone if only the day is stated, and null if not even that is.
    pub published_at: Option<String>,
    /// The publish date as the article states it; null if it states none.
    pub published_raw: Option<String>,
    /// The headline.
    pub headline: String,
    /// The word that labels the story, such as `Exclusive`; null if there is none.
    pub kicker: Option<String>,
    /// The summary between headline and story; null if there is none.
    pub standfirst: Option<String>,
    /// The paragraphs of the story, in order.
    pub paragraphs: Vec<String>,
    /// Lines of the file that are in none of the fields above: repeats and leftovers, in the order of the file.
    pub removed: Vec<RemovedLine>,
    /// Words in standfirst and paragraphs: runs between blanks that hold at least one letter or digit.
    pub word_count: usize,
    /// Where the record comes from.
    pub provenance: Provenance,
}

/// A line that was left out of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemovedLine {
    /// What the line was: `repeated-headline`, `furniture` …
    pub role: String,
    /// Its number in the file as it was read, from 1.
    pub line: usize,
    /// Its text, without blanks at the edges.
    pub text: String,
}

/// Where a record comes from, so that it can be made again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// Path of the file, relative to the working directory.
    pub path: String,
    /// The bytes of the path in base64, if they are not those of `path`; else absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path_bytes: Option<String>,
    /// SHA-256 of the bytes of the file as it was read, in hexadecimal.
    pub sha256: String,
    /// Version of wirelint.
    pub wirelint: String,
    /// Name of the profile the article was read with.
    pub profile: String,
    /// What the profile was recognised by; absent if it was chosen by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recognised_by: Option<String>,
    /// Version of the time zone database that gave the offset.
    pub tzdb: String,
}

/// What an article lacks to become a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MissingPart {
    /// No profile that says what the header states.
    #[error("its wire is not known")]
    Wire,
    /// No news id of plain digits.
    #[error("it has no valid news id")]
    NewsId,
    /// No publish date that exists.
    #[error("it has no valid publish date")]
    PublishDate,
    /// No headline.
    #[error("it has no headline")]
    Headline,
    /// Neither standfirst nor paragraph.
    #[error("it has no story")]
    Body,
}

/// Makes the record of `article`, the tree of `source`.
///
/// `original` is the file as it was read, and `fixed` leads from it to `source` if repairs were made.
///
/// # Errors
/// The first required part the article lacks.
pub fn build(
    original: &Source,
    source: &Source,
    article: &Article,
    fixed: Option<&Fixed>,
    profile: &Profile,
) -> Result<ArticleRecord, MissingPart> {
    if profile.fields.is_empty() {
        return Err(MissingPart::Wire);
    }
    let may_lack = |kind| profile.form(kind).is_none_or(|form| form.is_optional || form.may_be_empty);
    let stated_id = article.field(FieldKind::NewsId).map(|field| field.value.text);
    let news_id = match stated_id.and_then(chars::in_plain_digits) {
        None if stated_id.is_some() || !may_lack(FieldKind::NewsId) => return Err(MissingPart::NewsId),
        news_id => news_id,
    };
    // As the file states it, not as a repair has respelled it.
    let as_read = fixed.map(|_| grammar::parse(original, profile, Lexicon::built_in()));
    let stated = as_read.as_ref().unwrap_or(article).field(FieldKind::PublishDate);
    let published_raw = stated.map(|field| field.value.text).filter(|value| !value.is_empty());
    let published_at = match &article.published {
        // Of a time that came twice the first is taken; `ambiguous-time` says so.
        Some(Ok(stamp)) if stamp.has_time => {
            profile.instant(stamp.local).earliest().map(|instant| instant.to_rfc3339())
        }
        Some(Ok(stamp)) => Some(stamp.local.date().to_string()),
        Some(Err(_)) | None => None,
    };
    if published_at.is_none() && (published_raw.is_some() || !may_lack(FieldKind::PublishDate)) {
        return Err(MissingPart::PublishDate);
    }
    let headline = article.headline.ok_or(MissingPart::Headline)?;
    if article.body().next().is_none() {
        return Err(MissingPart::Body);
    }
    Ok(ArticleRecord {
        id: format!("{}:{}", profile.source, news_id.clone().unwrap_or_else(|| digest(article, headline))),
        source: profile.source.clone(),
        news_id,
        published_at,
        published_raw: published_raw.map(str::to_owned),
        headline: headline.text.to_owned(),
        kicker: article.kicker.map(|block| block.text.to_owned()),
        standfirst: article.standfirst.map(|block| block.text.to_owned()),
        paragraphs: article.paragraphs.iter().map(|block| block.text.to_owned()).collect(),
        removed: removed(original, source, article, fixed),
        word_count: article.body().map(|block| count_words(block.text)).sum(),
        provenance: Provenance {
            path: original.name().to_owned(),
            path_bytes: path_bytes(original.name()),
            sha256: sha256(original.text().as_bytes()),
            wirelint: env!("CARGO_PKG_VERSION").to_owned(),
            profile: profile.name.clone(),
            recognised_by: None,
            tzdb: chrono_tz::IANA_TZDB_VERSION.to_owned(),
        },
    })
}

/// Lines that repairs took out, and lines that are still there but are no part of the article.
fn removed(original: &Source, source: &Source, article: &Article, fixed: Option<&Fixed>) -> Vec<RemovedLine> {
    let taken_out = fixed.map_or(&[][..], |fixed| &fixed.removed);
    let mut lines: Vec<RemovedLine> = taken_out
        .iter()
        .map(|removed| RemovedLine {
            role: removed.role.name().to_owned(),
            line: original.position(removed.at).line,
            text: removed.text.clone(),
        })
        .collect();
    let still_there = article.repeats.iter().map(|repeat| (Role::RepeatedHeadline, repeat.block));
    let stated_again = |field: &&Field| article.field(field.kind).is_some_and(|first| first.line != field.line);
    let still_there = still_there.chain(
        article
            .fields
            .iter()
            .filter(stated_again)
            .map(|field| (Role::HeaderField, Block { span: field.span(), ..field.value })),
    );
    let still_there = still_there.chain(article.furniture.iter().map(|furniture| (Role::Furniture, furniture.block)));
    let still_there = still_there.chain(article.page_dates.iter().map(|block| (article.role(block.line), *block)));
    lines.extend(still_there.map(|(role, block)| {
        let at = fixed.map_or(block.span.start, |fixed| fixed.origin(block.span.start));
        RemovedLine {
            role: role.name().to_owned(),
            line: original.position(at).line,
            text: source.slice(block.span).to_owned(),
        }
    }));
    lines.sort_by_key(|removed| removed.line);
    lines
}

/// What an article is known by whose source gives it no number: what it says.
fn digest(article: &Article, headline: Block) -> String {
    let lines: Vec<&str> = [&headline].into_iter().chain(article.body()).map(|block| block.text).collect();
    let digest = sha256(lines.join("\n").as_bytes());
    format!("sha256-{}", digest.get(..16).unwrap_or(&digest))
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|nibble| char::from_digit(nibble.into(), 16))
        .collect()
}

/// The JSON Schema of an article record.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(ArticleRecord).to_value()
}
