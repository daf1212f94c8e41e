//! Two ways to write quotation marks or apostrophes in one article.

use std::cell::LazyCell;

use super::{Checker, Fixable, Group, Rule};
use crate::article::Block;
use crate::diagnostic::Severity;
use crate::facts::Facts;
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::quotes::{self, Side};
use crate::source::Span;
use crate::{chars, listing};

pub(super) const RULE: Rule = Rule {
    name: "mixed-quotes",
    group: Group::Characters,
    severity: Severity::Info,
    fixable: Fixable::Sometimes,
    since: "1.0",
    is_default: true,
    summary: "Straight quotation marks or apostrophes beside typographic ones in the same article",
    docs: include_str!("mixed_quotes.md"),
    check,
};

/// The majority must be so many times the minority to decide how the minority is written.
const MAJORITY: usize = 3;

/// Quotations with nothing quoted inside: a straight pair, or a pair of one typographic convention.
#[derive(Default)]
struct Pairs {
    straight: Vec<(Span, Span)>,
    typographic: Vec<(Span, Span)>,
    /// The typographic convention, or nothing if there are several, or one with blanks inside.
    convention: Option<(char, char)>,
    is_unclear: bool,
}

fn check(c: &mut Checker) {
    let facts = c.source.facts();
    let typographic = Facts::CURLY_QUOTE.with(Facts::GUILLEMET);
    let has_both_marks = facts.any(Facts::STRAIGHT_QUOTE) && facts.any(typographic);
    let has_both_apostrophes = facts.any(Facts::STRAIGHT_APOSTROPHE) && facts.any(Facts::CURLY_APOSTROPHE);
    if !(has_both_marks || has_both_apostrophes) {
        return;
    }
    let is_about_programs = LazyCell::new(|| listing::is_about_programs(c.article.prose()));
    // Programs and what they print have straight marks whatever the story has.
    let is_prose =
        |block: &&Block| !listing::is_code(block.text) && (chars::is_finished(block.text) || !*is_about_programs);
    let prose: Vec<&Block> = c.article.prose().filter(is_prose).collect();
    if has_both_marks {
        quotation_marks(c, &prose);
    }
    if has_both_apostrophes {
        apostrophes(c, &prose);
    }
}

fn quotation_marks(c: &mut Checker, prose: &[&Block]) {
    let mut pairs = Pairs::default();
    for block in prose {
        pairs.add(block);
    }
    let (straight, typographic) = (pairs.straight.len(), pairs.typographic.len());
    if straight == 0 || typographic == 0 {
        return;
    }
    let convention = pairs.convention.filter(|_| !pairs.is_unclear);
    let (minority, wanted) = if straight <= typographic {
        (&pairs.straight, convention.filter(|_| typographic >= MAJORITY * straight))
    } else {
        (&pairs.typographic, Some(('"', '"')).filter(|_| straight >= MAJORITY * typographic))
    };
    let edits = wanted.map(|(open, close)| {
        let pair = |(first, last): &(Span, Span)| {
            [Edit::replace(*first, open.to_string()), Edit::replace(*last, close.to_string())]
        };
        minority.iter().flat_map(pair).collect()
    });
    let (these, have) = if straight == 1 { ("quotation", "has") } else { ("quotations", "have") };
    let others = if typographic == 1 { "has" } else { "have" };
    let message = format!("{straight} {these} {have} straight marks, {typographic} {others} typographic ones");
    report(c, minority[0].0, message, edits, "write these quotation marks like the others");
}

fn report(c: &mut Checker, span: Span, message: String, edits: Option<Vec<Edit>>, title: &str) {
    let finding = c.report(span, message).help("An article keeps to one way; mixtures come from pasting.");
    if let Some(edits) = edits {
        finding.fix(Fix::of(Safety::Unsafe, Effect::KeepsWords, title, edits));
    }
}

impl Pairs {
    /// Adds the quotations of a paragraph, if every mark in it is one side of a pair and no pair stands inside another.
    fn add(&mut self, block: &Block) {
        let marks: Vec<_> = quotes::marks(block.text).filter(|mark| !mark.is_measure).collect();
        let are_pairs = marks.len() % 2 == 0
            && marks.chunks_exact(2).all(|pair| {
                let is_straight = pair[0].c == '"';
                let is_spaced = matches!((pair[0].c, pair[1].c), ('«', '»'));
                (is_straight == (pair[1].c == '"'))
                    && (is_spaced || (pair[0].side == Side::Opens && pair[1].side == Side::Closes))
            });
        if !are_pairs {
            return;
        }
        for pair in marks.chunks_exact(2) {
            let span = |mark: quotes::Mark| {
                let start = block.span.start + mark.at;
                Span::new(start, start + mark.c.len_utf8())
            };
            let spans = (span(pair[0]), span(pair[1]));
            if pair[0].c == '"' {
                self.straight.push(spans);
                continue;
            }
            let found = (pair[0].c, pair[1].c);
            self.is_unclear |= pair[0].side != Side::Opens || self.convention.is_some_and(|known| known != found);
            self.convention = Some(found);
            self.typographic.push(spans);
        }
    }
}

fn apostrophes(c: &mut Checker, prose: &[&Block]) {
    let (mut straight, mut curly) = (Vec::new(), Vec::new());
    for block in prose {
        for (at, mark) in block.text.match_indices(['\'', '’']) {
            let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
            let after = block.text.get(at + mark.len()..).and_then(|after| after.chars().next());
            if is_letter(block.text.get(..at).and_then(|before| before.chars().next_back())) && is_letter(after) {
                let start = block.span.start + at;
                let list = if mark == "'" { &mut straight } else { &mut curly };
                list.push(Span::new(start, start + mark.len()));
            }
        }
    }
    if straight.is_empty() || curly.is_empty() {
        return;
    }
    let (minority, majority, wanted) =
        if straight.len() <= curly.len() { (&straight, curly.len(), "’") } else { (&curly, straight.len(), "'") };
    let is_clear = majority >= MAJORITY * minority.len();
    let edits = is_clear.then(|| minority.iter().map(|span| Edit::replace(*span, wanted)).collect());
    let (these, are) = if straight.len() == 1 { ("apostrophe", "is") } else { ("apostrophes", "are") };
    let others = if curly.len() == 1 { "is" } else { "are" };
    let message = format!("{} {these} {are} straight, {} {others} typographic", straight.len(), curly.len());
    report(c, minority[0], message, edits, "write these apostrophes like the others");
}
