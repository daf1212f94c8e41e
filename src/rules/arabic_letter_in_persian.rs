//! Letters of an Arabic keyboard in a Persian text.

use super::{Checker, Fixable, Group, Rule};
use crate::article::Role;
use crate::chars;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::keys;
use crate::language;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "arabic-letter-in-persian",
    group: Group::Characters,
    severity: Severity::Warning,
    fixable: Fixable::Always,
    since: "1.0",
    is_default: true,
    summary: "An Arabic ي, ى or ك in a Persian text",
    docs: include_str!("arabic_letter_in_persian.md"),
    check,
};

fn check(c: &mut Checker) {
    if !c.source.facts().any(Facts::ARABIC_TWIN) || !language::is_persian(c.source.text()) {
        return;
    }
    let (source, article) = (c.source, c.article);
    for (index, line) in source.lines().iter().enumerate() {
        let text = source.line_text(*line);
        if !text.contains(is_twin) || article.role(index) == Role::HeaderField {
            continue;
        }
        let edits = edits(text, line.span.start);
        let Some(first) = edits.first() else { continue };
        let letter = source.slice(first.span);
        let message = match edits.len() {
            1 => format!("Arabic {letter} where Persian has {}", first.text),
            count => format!("{count} Arabic letters in a Persian line, beginning with {letter}"),
        };
        c.report(first.span, message)
            .help("It looks nearly the same, but a search for the word in Persian letters does not find it.")
            .fix(Fix::of(Safety::Unsafe, Effect::FoldsLetters, "write the Persian letters", edits));
    }
}

fn is_twin(c: char) -> bool {
    matches!(c, 'ي' | 'ى' | 'ك')
}

/// What is to be written in a line that starts at `line_start`: nothing in what it quotes in another language, nothing in
/// a word with the Arabic article.
fn edits(line: &str, line_start: usize) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut part_start = line_start;
    for (part, is_quoted) in language::parts(line) {
        let is_foreign = language::is_arabic(part) || (is_quoted && language::has_foreign_letters(part));
        if part.contains(is_twin) && !is_foreign {
            for word in chars::stretches(part, language::is_of_word) {
                // Inside a word only Uyghur has this letter.
                if word.text.trim_end_matches('ى').contains('ى') {
                    continue;
                }
                let start = part_start + word.before.len();
                let twins = word.text.char_indices().filter(|(_, c)| is_twin(*c) && !language::has_article(word.text));
                edits.extend(twins.filter_map(|(at, twin)| {
                    let span = Span::new(start + at, start + at + twin.len_utf8());
                    Some(Edit::replace(span, keys::fold_typed(twin)?))
                }));
            }
        }
        part_start += part.len();
    }
    edits
}
