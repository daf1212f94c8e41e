//! Runs of blanks inside lines, each with its place and its one owner, so that no two rules report the same blank.

use crate::article::{Article, Role};
use crate::chars;
use crate::fix::Edit;
use crate::source::{Source, Span};

/// Where in its line a run of blanks stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Before the first character that is no blank.
    Leading,
    /// Between two characters that are no blanks.
    Inner,
    /// After the last character that is no blank, or the whole line.
    Trailing,
}

/// The most unusual blank of a run: it decides which rule the run belongs to. The order is from usual to unusual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Ordinary spaces only.
    Spaces,
    /// A tab among them.
    Tab,
    /// An odd space other than the no-break space among them.
    Odd,
    /// A no-break space among them.
    NoBreak,
}

/// A longest run of blanks in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its bytes.
    pub span: Span,
    /// Index of the line.
    pub line: usize,
    /// Where it stands in the line.
    pub place: Place,
    /// Its most unusual blank.
    pub kind: Kind,
}

/// A word of more bytes than this is not quoted in a message.
const LONGEST_QUOTED: usize = 24;
/// Quotation marks, which would stand beside those of the message.
const QUOTES: [char; 7] = ['“', '”', '"', '«', '»', '„', '‟'];

impl Run {
    /// Puts in its place what belongs there: one space between words, nothing at the edges of a line.
    pub fn mended(self) -> Edit {
        Edit::replace(self.span, if self.place == Place::Inner { " " } else { "" })
    }

    /// The line it stands in, before it and after it.
    pub fn sides<'t>(self, source: &Source<'t>) -> (&'t str, &'t str) {
        let Some(line) = source.lines().get(self.line) else { return ("", "") };
        let before = Span::new(line.span.start, self.span.start);
        (source.slice(before), source.slice(Span::new(self.span.end, line.span.end)))
    }

    /// Where it stands, for a message: `between “they” and “called”`.
    pub fn place_in_words(self, source: &Source) -> String {
        let (before, after) = self.sides(source);
        let word_before = before.rsplit(chars::is_blank).next().unwrap_or_default().trim_matches(QUOTES);
        let word_after = after.split(chars::is_blank).next().unwrap_or_default().trim_matches(QUOTES);
        match self.place {
            Place::Leading => "at the start of the line".to_owned(),
            Place::Trailing if before.is_empty() => "on a line without text".to_owned(),
            Place::Trailing => "at the end of the line".to_owned(),
            Place::Inner if word_before.len().max(word_after.len()) > LONGEST_QUOTED => "inside the line".to_owned(),
            Place::Inner => format!("between “{word_before}” and “{word_after}”"),
        }
    }
}

/// Titles, and abbreviations that stand before the word they belong to: kept with any word.
const BEFORE_A_NAME: [&str; 33] = [
    "Dr",
    "dr",
    "Mr",
    "Mrs",
    "Ms",
    "Mme",
    "Mlle",
    "MM",
    "Me",
    "Mgr",
    "Prof",
    "prof",
    "St",
    "Ste",
    "Sr",
    "Sra",
    "Dra",
    "por",
    "mgr",
    "inż",
    "ks",
    "św",
    "sv",
    "ul",
    "al",
    "nám",
    "bl",
    "вул",
    "ул",
    "пл",
    "просп",
    "обл",
    "им",
];
/// Abbreviations that stand before a number.
const BEFORE_A_NUMBER: [&str; 25] = [
    "Nr", "nr", "No", "no", "Art", "art", "Abs", "Bd", "čl", "odst", "str", "godz", "ust", "núm", "pág", "págs", "cap",
    "fig", "vol", "pp", "kl", "ca", "tel", "ст", "стр",
];
/// Words of so many Cyrillic letters are prepositions and conjunctions, which Russian and Ukrainian typographers never
/// leave at the end of a line.
const SHORT_CYRILLIC: usize = 2;
/// Russian particles, which belong to the word before them.
const PARTICLES: [&str; 6] = ["бы", "б", "ли", "ль", "же", "ж"];

/// Whether typographers keep the words on both sides of a blank together: `before` is the line up to the blank, `after`
/// the line from there on.
///
/// That is so before the marks that French sets apart and inside its quotation marks, between the groups of digits of
/// a number and before its unit, after `№`, an ordinal (`10. Mai`, `71e minute`), an initial and an abbreviation
/// (`z. B.`, `Dr. Osei`, `art. 7`), beside a dash, and after a word of one letter other than the English `a` and `I`.
/// In a text that is not English ([`is_foreign`]), it is so before a number and after any word of one letter, and in
/// Cyrillic after short words. Source: the rules of national typography as text processors apply them (LaTeX
/// `encxvlna` for Czech and Slovak, `babel-french`, Typograf for Russian).
pub fn is_kept_together(before: &str, after: &str, is_foreign: bool) -> bool {
    let next = after.chars().next();
    let last = before.chars().next_back();
    let is_dash = |c: Option<char>| matches!(c, Some('–' | '—' | '-' | '−'));
    last.is_some_and(|c| c.is_numeric() || matches!(c, '«' | '№' | '§' | '°' | 'º'))
        || next.is_some_and(|c| matches!(c, ':' | ';' | '!' | '?' | '»' | '%' | '€'))
        || is_dash(last)
        || is_dash(next)
        || belongs_to_next(last_word(before), next)
        || is_foreign && belongs_to_next_abroad(last_word(before), next)
        || PARTICLES.contains(&first_word(after))
}

/// The last word of a text, without what opens a quotation or bracket before it.
fn last_word(text: &str) -> &str {
    let word = text.rsplit(chars::is_blank).next().unwrap_or_default();
    word.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The first word of a text, without the marks behind it.
fn first_word(text: &str) -> &str {
    let word = text.split(chars::is_blank).next().unwrap_or_default();
    word.trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a word is kept with the next one in any language.
fn belongs_to_next(word: &str, next: Option<char>) -> bool {
    let Some(stem) = word.strip_suffix('.') else {
        let is_ordinal = word.starts_with(char::is_numeric) && word.chars().all(char::is_alphanumeric);
        let is_letter = is_one_letter(word) && !matches!(word, "a" | "A" | "I");
        return is_ordinal || is_letter || BEFORE_A_NAME.contains(&word);
    };
    let is_ordinal = stem.chars().all(char::is_numeric) && (stem.len() <= 2 || next.is_some_and(char::is_lowercase));
    // `А.С.` and `z.B.` end in an initial too.
    let initial = stem.rsplit('.').next().unwrap_or_default();
    is_one_letter(initial)
        || (!stem.is_empty() && is_ordinal)
        || BEFORE_A_NAME.contains(&stem)
        || (BEFORE_A_NUMBER.contains(&stem) && next.is_some_and(char::is_numeric))
}

/// Whether a word is kept with the next one in a line that is not English.
fn belongs_to_next_abroad(word: &str, next: Option<char>) -> bool {
    let is_cyrillic = |c: char| matches!(c, '\u{400}'..='\u{52f}');
    next.is_some_and(char::is_numeric)
        || is_one_letter(word)
        || (word.chars().all(is_cyrillic) && word.chars().nth(SHORT_CYRILLIC).is_none())
}

fn is_one_letter(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// Whether a text is not English, as far as letters tell: every fourth line or more has one that English does not have.
pub fn is_foreign(source: &Source) -> bool {
    let (mut foreign, mut all) = (0, 0);
    for line in source.lines() {
        let mut letters = source.line_text(*line).chars().filter(|c| c.is_alphabetic()).peekable();
        all += usize::from(letters.peek().is_some());
        foreign += usize::from(letters.any(|c| !c.is_ascii()));
    }
    foreign * 4 >= all
}

/// All runs of blanks that are not one plain space between two words. Inside a header field the runs belong to the
/// field, not to the text, and are left out.
pub fn runs<'s>(source: &'s Source, article: &'s Article) -> impl Iterator<Item = Run> + 's {
    source.lines().iter().enumerate().flat_map(move |(index, line)| {
        let in_header = article.role(index) == Role::HeaderField;
        let text = source.line_text(*line);
        line_runs(text)
            .map(move |run| Run {
                span: Span::new(line.span.start + run.span.start, line.span.start + run.span.end),
                line: index,
                ..run
            })
            .filter(move |run| !(in_header && run.place == Place::Inner))
    })
}

fn line_runs(text: &str) -> impl Iterator<Item = Run> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let start = at + rest.find(chars::is_blank)?;
            let blanks = text.get(start..)?;
            let len = blanks.find(|c| !chars::is_blank(c)).unwrap_or(blanks.len());
            let run = blanks.get(..len)?;
            at = start + len;
            let place = match (start, at) {
                (_, end) if end == text.len() => Place::Trailing,
                (0, _) => Place::Leading,
                _ => Place::Inner,
            };
            if run == " " && place == Place::Inner {
                continue;
            }
            let kind = run.chars().map(kind).max()?;
            return Some(Run { span: Span::new(start, at), line: 0, place, kind });
        }
    })
}

fn kind(c: char) -> Kind {
    match c {
        ' ' => Kind::Spaces,
        '\t' => Kind::Tab,
        '\u{a0}' => Kind::NoBreak,
        _ => Kind::Odd,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typographers_keep_numbers_initials_and_marks_together() {
        let kept = [
            ("mot", "!"),
            ("«", "On"),
            ("fin", "»"),
            ("1", "000"),
            ("۱", "۰"),
            ("5", "%"),
            ("5", "kg"),
            ("№", "5"),
            ("А.", "Пушкин"),
            ("(М.", "Иванов"),
            ("Москва", "— город"),
            ("—", "город"),
            ("в", "Праге"),
            ("и v", "Praze"),
            ("z.", "B. Heringe"),
            ("am 10.", "Mai"),
            ("v roce 1989.", "evi"),
            ("la 71e", "minute"),
            ("(s.", "212)"),
            ("„O", "Facebooku"),
            ("Dr.", "Karin Osei"),
            ("Mme", "Osei"),
            ("art.", "7"),
            ("n°", "14"),
            ("Hala a", "přístav"),
            ("à l’article", "7"),
            ("остаться на", "берегу"),
            ("не", "вошёл"),
            ("сказал", "бы,"),
        ];
        for (before, after) in kept {
            assert!(is_kept_together(before, after, true), "{before} {after}");
        }
        for (before, after) in [
            ("they", "called"),
            ("stage.", "“As"),
            ("a", "man"),
            ("and I", "said"),
            ("June", "22"),
            ("USA.", "He"),
            ("in 2023.", "He"),
            ("modern art.", "The"),
        ] {
            assert!(!is_kept_together(before, after, false), "{before} {after}");
        }
        for (before, after) in [("она", "уехала"), ("они", "вошли"), ("les", "élus"), ("élus.", "Ils")]
        {
            assert!(!is_kept_together(before, after, true), "{before} {after}");
        }
    }

    #[test]
    fn each_run_has_one_place_and_one_owner() {
        let found: Vec<_> = line_runs(" a b\u{a0} c  d\te\u{2009}f \u{a0}").map(|run| (run.place, run.kind)).collect();
        let wanted = [
            (Place::Leading, Kind::Spaces),
            (Place::Inner, Kind::NoBreak),
            (Place::Inner, Kind::Spaces),
            (Place::Inner, Kind::Tab),
            (Place::Inner, Kind::Odd),
            (Place::Trailing, Kind::NoBreak),
        ];
        assert_eq!(found, wanted);
        assert_eq!(line_runs("  ").next().map(|run| run.place), Some(Place::Trailing));
    }
}
