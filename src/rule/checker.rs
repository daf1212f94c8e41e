//! What a rule sees, and where it puts what it finds.

use std::cell::OnceCell;
use std::rc::Rc;

use chrono::{DateTime, Utc};

use crate::allowance::Allowance;
use crate::article::{Article, Standing};
use crate::batch::Conflict;
use crate::diagnostic::{Diagnostic, Severity};
use crate::fix::{Edit, Effect, Fix, Safety};
use crate::grammar::Unrecognised;
use crate::lexicon::StubKind;
use crate::mojibake::Garbled;
use crate::profile::Profile;
use crate::removal;
use crate::rule::Rule;
use crate::source::{Source, Span};

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
    garbled: OnceCell<Rc<Garbled>>,
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
            garbled: OnceCell::new(),
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

    /// What of the text was read in the wrong encoding. Several rules ask; it is looked for once.
    pub fn garbled(&self) -> Rc<Garbled> {
        Rc::clone(self.garbled.get_or_init(|| Rc::new(Garbled::of(self.source))))
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
    pub(crate) fn report_furniture(&mut self, kinds: &[StubKind]) {
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
