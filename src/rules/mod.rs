//! The rules: each is one constant and one function; this module holds their common shape and their table.

use chrono::{DateTime, Utc};

use crate::allowance::Allowance;
use crate::article::{Article, Standing};
use crate::batch::Conflict;
use crate::diagnostic::{Diagnostic, Severity};
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::grammar::Unrecognised;
use crate::lexicon::StubKind;
use crate::profile::Profile;
use crate::removal;
use crate::source::{Source, Span};

mod ad_label;
mod ambiguous_time;
mod arabic_letter_in_persian;
mod bidi_control;
mod byline_stub;
mod byte_order_mark;
mod captcha;
mod carriage_return;
mod control_character;
mod cookie_notice;
mod copyright_line;
mod date_order_conflict;
mod dateline_conflict;
mod double_space;
mod duplicate_field;
mod duplicate_headline;
mod duplicate_paragraph;
mod duplicate_standfirst;
mod end_mark;
mod expired_allowance;
mod extra_blank_line;
mod form_stub;
mod future_date;
mod html_entity;
mod id_date_conflict;
mod impossible_date;
mod invalid_news_id;
mod invisible_character;
mod kashida;
mod leading_whitespace;
mod leftover_markup;
mod malformed_date;
mod malformed_field;
mod metadata_in_body;
mod misplaced_field;
mod missing_blank_line;
mod missing_body;
mod missing_field;
mod missing_final_newline;
mod missing_headline;
mod missing_space_after_stop;
mod mixed_digits;
mod mixed_quotes;
mod mojibake;
mod near_duplicate_headline;
mod newsletter_prompt;
mod no_break_space;
mod not_nfc;
mod print_header;
mod read_more;
mod related_links;
mod repeated_word;
mod replacement_character;
mod share_bar;
mod space_before_punctuation;
mod system_text;
mod tab;
mod tag_line;
mod trailing_whitespace;
mod truncated_text;
mod unbalanced_quote;
mod unknown_profile;
mod unused_allowance;
mod unusual_space;
mod view_counter;
mod zero_width_misuse;

/// Every rule, in the order in which they run and are documented. Names are permanent.
pub const RULES: &[Rule] = &[
    missing_field::RULE,
    duplicate_field::RULE,
    misplaced_field::RULE,
    missing_headline::RULE,
    missing_body::RULE,
    duplicate_standfirst::RULE,
    duplicate_paragraph::RULE,
    unknown_profile::RULE,
    truncated_text::RULE,
    malformed_field::RULE,
    invalid_news_id::RULE,
    malformed_date::RULE,
    impossible_date::RULE,
    future_date::RULE,
    ambiguous_time::RULE,
    dateline_conflict::RULE,
    duplicate_headline::RULE,
    near_duplicate_headline::RULE,
    form_stub::RULE,
    captcha::RULE,
    share_bar::RULE,
    newsletter_prompt::RULE,
    cookie_notice::RULE,
    related_links::RULE,
    tag_line::RULE,
    copyright_line::RULE,
    end_mark::RULE,
    view_counter::RULE,
    ad_label::RULE,
    read_more::RULE,
    system_text::RULE,
    print_header::RULE,
    metadata_in_body::RULE,
    byline_stub::RULE,
    byte_order_mark::RULE,
    no_break_space::RULE,
    unusual_space::RULE,
    control_character::RULE,
    invisible_character::RULE,
    zero_width_misuse::RULE,
    bidi_control::RULE,
    replacement_character::RULE,
    mojibake::RULE,
    html_entity::RULE,
    leftover_markup::RULE,
    not_nfc::RULE,
    arabic_letter_in_persian::RULE,
    kashida::RULE,
    mixed_digits::RULE,
    mixed_quotes::RULE,
    unbalanced_quote::RULE,
    space_before_punctuation::RULE,
    missing_space_after_stop::RULE,
    repeated_word::RULE,
    leading_whitespace::RULE,
    trailing_whitespace::RULE,
    double_space::RULE,
    tab::RULE,
    extra_blank_line::RULE,
    missing_blank_line::RULE,
    missing_final_newline::RULE,
    carriage_return::RULE,
    date_order_conflict::RULE,
    id_date_conflict::RULE,
    unused_allowance::RULE,
    expired_allowance::RULE,
];

/// The rules that are about entries allowing findings, not about articles: they look at [`Checker::allowances`], once
/// all articles of a run are checked.
pub const ABOUT_ALLOWANCES: [&str; 2] = [unused_allowance::RULE.name, expired_allowance::RULE.name];

/// The rules that are about what many articles prove together: they look at [`Checker::conflict`], once all articles of
/// a run are checked.
pub const ABOUT_BATCHES: [&str; 2] = [date_order_conflict::RULE.name, id_date_conflict::RULE.name];
/// The rule that says that no profile was recognised.
pub const UNKNOWN_PROFILE: &str = unknown_profile::RULE.name;

/// A rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Permanent name, kebab-case, after the bad pattern: read "allow *name*".
    pub name: &'static str,
    /// What part of an article it is about.
    pub group: Group,
    /// Severity in the ruleset the rule came with, unless the configuration says otherwise.
    pub severity: Severity,
    /// Whether its findings come with a repair.
    pub fixable: Fixable,
    /// The ruleset the rule came with, one of [`RULESETS`](crate::ruleset::RULESETS).
    pub since: &'static str,
    /// Whether it is on unless the configuration says otherwise. A rule that is not is a matter of house style, or is
    /// wrong too often for a newsroom that has not asked for it.
    pub is_default: bool,
    /// One sentence for tables: what it finds.
    pub summary: &'static str,
    /// The whole documentation page, in Markdown.
    pub docs: &'static str,
    /// Looks for it.
    pub check: fn(&mut Checker),
}

/// What part of an article a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Which parts there are, and in which order.
    Structure,
    /// How the header fields are written.
    Header,
    /// What the date says.
    Date,
    /// The headline and its repeats.
    Headline,
    /// What the page around the article left behind.
    Furniture,
    /// Characters that do not belong into an article.
    Characters,
    /// Blanks, blank lines and line ends.
    Whitespace,
    /// What only a run over many articles shows.
    Corpus,
}

impl Group {
    /// All groups, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::Structure,
        Self::Header,
        Self::Date,
        Self::Headline,
        Self::Furniture,
        Self::Characters,
        Self::Whitespace,
        Self::Corpus,
    ];

    /// The name by which the group is selected.
    pub fn name(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Header => "header",
            Self::Date => "date",
            Self::Headline => "headline",
            Self::Furniture => "furniture",
            Self::Characters => "characters",
            Self::Whitespace => "whitespace",
            Self::Corpus => "corpus",
        }
    }

    /// Whether the group's rules say that the text does not follow the grammar. A repair must never add such a
    /// finding.
    pub fn is_syntax(self) -> bool {
        matches!(self, Self::Structure | Self::Header | Self::Date)
    }
}

/// Whether a rule's findings come with a repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixable {
    /// Never.
    No,
    /// Some do.
    Sometimes,
    /// All do.
    Always,
}

impl Fixable {
    /// The word used in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Sometimes => "sometimes",
            Self::Always => "yes",
        }
    }
}

/// The rule of that name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

/// What a rule sees, and where it puts what it finds.
pub struct Checker<'a, 't> {
    /// The text.
    pub source: &'a Source<'t>,
    /// The tree of the text.
    pub article: &'a Article<'t>,
    /// The wire it is checked as.
    pub profile: &'a Profile,
    /// The line end that lines should have: `\n` or `\r\n`.
    pub line_end: &'static str,
    /// The present; `None` switches off what depends on it.
    pub now: Option<DateTime<Utc>>,
    /// Why the wire was not recognised; `None` if it was, or if it was named.
    pub unrecognised: Option<&'a Unrecognised>,
    /// The entries that allow findings, in the order of their file; none while an article is checked.
    pub allowances: &'a [Allowance],
    /// How the article contradicts the others of its run; nothing while it is checked alone.
    pub conflict: Option<&'a Conflict>,
    rule: &'static str,
    severity: Severity,
    found: Vec<Diagnostic>,
}

impl<'a, 't> Checker<'a, 't> {
    /// A checker that has found nothing yet.
    pub fn new(
        source: &'a Source<'t>,
        article: &'a Article<'t>,
        profile: &'a Profile,
        line_end: &'static str,
        now: Option<DateTime<Utc>>,
    ) -> Self {
        Self {
            source,
            article,
            profile,
            line_end,
            now,
            unrecognised: None,
            allowances: &[],
            conflict: None,
            rule: "",
            severity: Severity::Error,
            found: Vec::new(),
        }
    }

    /// Runs `rule`; what it finds has `severity`. Returns what it has found.
    pub fn run(&mut self, rule: &'static Rule, severity: Severity) -> &mut [Diagnostic] {
        let before = self.found.len();
        self.rule = rule.name;
        self.severity = severity;
        (rule.check)(self);
        self.found.get_mut(before..).unwrap_or_default()
    }

    /// Adds a finding of the rule that is running: what is wrong at `span`, in one sentence without a full stop. The
    /// result takes help, labels and a repair.
    pub fn report(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        let place = self.found.len();
        self.found.push(Diagnostic {
            rule: self.rule,
            severity: self.severity,
            span,
            message: message.into(),
            help: String::new(),
            labels: Vec::new(),
            fix: None,
        });
        &mut self.found[place]
    }

    /// Adds a finding for each leftover of these kinds, links under a heading aside.
    fn report_furniture(&mut self, kinds: &[StubKind]) {
        let article = self.article;
        for (index, furniture) in article.furniture.iter().enumerate() {
            if furniture.is_link || !kinds.contains(&furniture.kind) {
                continue;
            }
            let links = article.furniture.iter().skip(index + 1).take_while(|below| below.is_link);
            let last = links.last().unwrap_or(furniture).block.line;
            let gap = removal::lines_with_gap(self.source, article, furniture.block.line, last);
            let (safety, help) = match furniture.standing {
                Standing::AfterBody => (
                    Safety::Safe,
                    "It stands alone after the end of the story, so it can go without a word of the story lost.",
                ),
                Standing::LongTail => (
                    Safety::Unsafe,
                    "It stands after the end of the story, but there is much of it for so short a story. Have a look \
                     before it goes.",
                ),
                Standing::Evidence => (
                    Safety::Unsafe,
                    "It stands after the end of the story, but only beside it is a line further up known as left over, \
                     too. Have a look at both before they go.",
                ),
                Standing::Credit => (
                    Safety::Unsafe,
                    "It stands after the end of the story, but may belong to it: it may say whose report or picture \
                     this is, or be what the story is about. Keep what readers should know.",
                ),
                Standing::InBody => (
                    Safety::Unsafe,
                    "It stands inside the story, where it might be meant. Read the place before it goes.",
                ),
            };
            let (what, title) = if last == furniture.block.line {
                ("is", "remove the leftover line")
            } else {
                ("and the links under it are", "remove the heading and the links under it")
            };
            let message = format!("`{}` {what} left over from {}", furniture.block.text, furniture.kind.in_words());
            self.report(furniture.block.span, message).help(help).fix(Fix::remove_lines(safety, title, gap));
        }
        for glued in article.glued.iter().filter(|glued| kinds.contains(&glued.kind)) {
            let message = format!("`{}` is left over from {}", self.source.slice(glued.span), glued.kind.in_words());
            let edit = vec![Edit::delete(glued.span)];
            self.report(glued.span, message)
                .help("It is glued to the last sentence of the paragraph, which stays as it is.")
                .fix(Fix::of(Safety::Unsafe, Effect::CutsLeftovers, "cut the leftover off", edit));
        }
    }

    /// What was found, by place and then by name of the rule.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by(|a, b| (a.span, a.rule).cmp(&(b.span, b.rule)));
        self.found
    }
}
