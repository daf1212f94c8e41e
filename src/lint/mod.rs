//! The heart of the library: which findings a text has ([`check`]), and what it is after its repairs ([`fix`]).

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use crate::allowance::Allowance;
use crate::article::Article;
use crate::batch::{Conflict, Dated};
use crate::chars;
use crate::datetime::{DateFault, DateFaultKind, DatePattern, Unit};
use crate::diagnostic::{Diagnostic, Severity};
use crate::fix::{Fix, Safety};
use crate::grammar::{self, Unrecognised};
use crate::lexicon::Lexicon;
use crate::profile::{FieldKind, Profile};
use crate::rules::{ABOUT_ALLOWANCES, ABOUT_BATCHES, Checker, Group, RULES, Rule, UNKNOWN_PROFILE};
use crate::ruleset::Ruleset;
use crate::source::{LineEnd, Source};

mod choice;
mod fixpoint;
mod legible;
mod verify;

pub use choice::choose;
pub use fixpoint::{Applied, FixRefused, Fixed, Removed, fix, fix_sparing};
pub use verify::Mismatch;

/// How a text is checked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Severity of each rule of [`RULES`], by its place there; `None` for a rule that is off.
    pub levels: Vec<Option<Severity>>,
    /// What becomes of the repairs of each rule of [`RULES`], by its place there.
    pub fixes: Vec<FixPolicy>,
    /// The wire the text is checked as.
    pub profile: Arc<Profile>,
    /// How the profile is found.
    pub recognition: Recognition,
    /// The phrases that are page furniture.
    pub lexicon: Arc<Lexicon>,
    /// The line end the text should have.
    pub line_ending: LineEnding,
    /// The present, for rules that compare with it; `None` switches these off.
    pub now: Option<DateTime<Utc>>,
}

impl Settings {
    /// Whether a rule is on that looks at articles.
    pub fn looks_at_articles(&self) -> bool {
        let is_one = |name| !ABOUT_ALLOWANCES.contains(&name);
        RULES.iter().zip(&self.levels).any(|(rule, level)| level.is_some() && is_one(rule.name))
    }

    /// Whether a rule is on that looks at many articles together.
    pub fn looks_at_batches(&self) -> bool {
        ABOUT_BATCHES.iter().any(|name| self.has(name))
    }

    /// Whether the rule of that name is on.
    pub fn has(&self, name: &str) -> bool {
        RULES.iter().zip(&self.levels).any(|(rule, level)| rule.name == name && level.is_some())
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            levels: RULES.iter().map(|rule| Ruleset::NEWEST.severity(rule).filter(|_| rule.is_default)).collect(),
            fixes: vec![FixPolicy::default(); RULES.len()],
            profile: Arc::default(),
            recognition: Recognition::default(),
            lexicon: Arc::default(),
            line_ending: LineEnding::default(),
            now: None,
        }
    }
}

/// How the profile of a text is found, or was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Recognition {
    /// It is named.
    #[default]
    Named,
    /// It is to be whichever of these the header follows.
    AnyOf(Arc<[Arc<Profile>]>),
    /// It was recognised, by these fields on these lines.
    By(String),
    /// It could not be recognised.
    Failed(Unrecognised),
}

impl Settings {
    /// These settings for `source`: its profile is recognised if that is asked for. Where it can't be, only what does
    /// not depend on the profile is looked for, and nothing is repaired.
    pub fn for_text(&self, source: &Source) -> Cow<'_, Self> {
        let Recognition::AnyOf(candidates) = &self.recognition else { return Cow::Borrowed(self) };
        let mut settings = self.clone();
        match grammar::recognise(source, candidates) {
            Ok(recognised) => {
                settings.profile = recognised.profile;
                settings.recognition = Recognition::By(recognised.by);
            }
            Err(failure) => {
                settings.profile = Arc::new(Profile::unknown());
                settings.recognition = Recognition::Failed(failure);
                let applies = |rule: &Rule| rule.group == Group::Characters || rule.name == UNKNOWN_PROFILE;
                for (rule, level) in RULES.iter().zip(&mut settings.levels) {
                    *level = level.filter(|_| applies(rule));
                }
                settings.fixes.fill(FixPolicy::Never);
            }
        }
        Cow::Owned(settings)
    }

    /// What the profile was recognised by, if it was.
    pub fn recognised_by(&self) -> Option<&str> {
        match &self.recognition {
            Recognition::By(by) => Some(by),
            _ => None,
        }
    }
}

/// What becomes of the repairs a rule offers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FixPolicy {
    /// They are as safe as the rule says.
    #[default]
    AsDeclared,
    /// All count as safe, and are made without being asked for.
    AllSafe,
    /// All count as unsafe, and are made on request only.
    AllUnsafe,
    /// There are none.
    Never,
}

impl FixPolicy {
    fn apply(self, findings: &mut [Diagnostic]) {
        let safety = match self {
            Self::AsDeclared => return,
            Self::AllSafe => Some(Safety::Safe),
            Self::AllUnsafe => Some(Safety::Unsafe),
            Self::Never => None,
        };
        for finding in findings {
            finding.fix = finding.fix.take().zip(safety).map(|(fix, safety)| Fix { safety, ..fix });
        }
    }
}

/// Which line end a text should have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineEnding {
    /// LF.
    #[default]
    Lf,
    /// CR LF.
    CrLf,
    /// Whichever of the two most lines of the text have; LF if they are even.
    Auto,
}

impl LineEnding {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Lf, Self::CrLf, Self::Auto];

    /// The word used in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lf => "lf",
            Self::CrLf => "crlf",
            Self::Auto => "auto",
        }
    }

    /// What that word means, if it means something.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ending| ending.name() == name)
    }

    fn resolve(self, source: &Source) -> &'static str {
        let auto_crlf = || {
            let count = |wanted| source.lines().iter().filter(|line| source.line_end(**line) == wanted).count();
            count(LineEnd::CrLf) > count(LineEnd::Lf)
        };
        match self {
            Self::CrLf => "\r\n",
            Self::Auto if auto_crlf() => "\r\n",
            Self::Lf | Self::Auto => "\n",
        }
    }
}

/// A text that was checked.
#[derive(Clone, Debug)]
pub struct Checked<'t> {
    /// Its tree.
    pub article: Article<'t>,
    /// What is wrong with it, by place and then by name of the rule.
    pub diagnostics: Vec<Diagnostic>,
}

/// Checks a text.
pub fn check<'t>(source: &Source<'t>, settings: &Settings) -> Checked<'t> {
    let settings = &*settings.for_text(source);
    let article = grammar::parse(source, &settings.profile, &settings.lexicon);
    let line_end = settings.line_ending.resolve(source);
    let mut checker = Checker::new(source, &article, &settings.profile, line_end, settings.now);
    if let Recognition::Failed(failure) = &settings.recognition {
        checker.unrecognised = Some(failure);
    }
    for ((rule, level), policy) in RULES.iter().zip(&settings.levels).zip(&settings.fixes) {
        if let Some(severity) = level {
            policy.apply(checker.run(rule, *severity));
        }
    }
    let diagnostics = checker.finish();
    Checked { article, diagnostics }
}

/// What an article contributes to what a batch of articles proves, as the one at `place`; nothing if its header names
/// no day in any order of day and month.
pub fn dated(article: &Article, profile: &Profile, place: usize) -> Option<Dated> {
    let id = article.field(FieldKind::NewsId).and_then(|field| chars::in_plain_digits(field.value.text));
    let as_swapped = |pattern: &DatePattern| {
        grammar::published_as(&pattern.with_day_and_month_swapped(), article, profile).map(|local| local.date())
    };
    let mut open = profile.dates.iter().filter(|pattern| pattern.open_order().is_some());
    let (day, is_open, swapped) = match article.published.as_ref()? {
        Ok(timestamp) => {
            let own = profile.dates.get(timestamp.pattern).filter(|pattern| pattern.open_order().is_some());
            let day = timestamp.local.date();
            // Numbers that are read in the other order need not be read a second time.
            let swapped = |pattern: &DatePattern| {
                if pattern.has_numbers_only() {
                    NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())
                } else {
                    as_swapped(pattern)
                }
            };
            (Some(day), own.is_some(), own.and_then(swapped))
        }
        Err(DateFault { kind: DateFaultKind::WrongOrder { expected: Unit::Month, found: Unit::Day }, .. }) => {
            (None, true, Some(open.find_map(as_swapped)?))
        }
        Err(_) => return None,
    };
    Some(Dated { place, id: id.and_then(|id| id.parse().ok()), day, is_open, swapped })
}

/// Checks `source` for how it contradicts the other articles of its run.
pub fn check_conflict(source: &Source, conflict: &Conflict, settings: &Settings) -> Vec<Diagnostic> {
    let article = grammar::parse(source, &settings.profile, Lexicon::built_in());
    let line_end = settings.line_ending.resolve(source);
    let mut checker = Checker::new(source, &article, &settings.profile, line_end, settings.now);
    checker.conflict = Some(conflict);
    run_named(&mut checker, &ABOUT_BATCHES, settings);
    checker.finish()
}

/// Checks what a run has made of the allowances in `source`, a file that holds such entries and no article.
pub fn check_allowances(source: &Source, allowances: &[Allowance], settings: &Settings) -> Vec<Diagnostic> {
    let none = Source::new(source.name(), "");
    let article = grammar::parse(&none, &settings.profile, &settings.lexicon);
    let line_end = settings.line_ending.resolve(&none);
    let mut checker = Checker::new(source, &article, &settings.profile, line_end, settings.now);
    checker.allowances = allowances;
    run_named(&mut checker, &ABOUT_ALLOWANCES, settings);
    checker.finish()
}

fn run_named(checker: &mut Checker, names: &[&str], settings: &Settings) {
    for (rule, level) in RULES.iter().zip(&settings.levels) {
        if let Some(severity) = level.filter(|_| names.contains(&rule.name)) {
            checker.run(rule, severity);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn what_a_run_looks_at_follows_from_the_rules_that_are_on() {
        let on = |names: &[&str]| {
            let level = |rule: &Rule| Some(rule.severity).filter(|_| names.contains(&rule.name));
            let settings = Settings { levels: RULES.iter().map(level).collect(), ..Settings::default() };
            (settings.looks_at_articles(), settings.looks_at_batches())
        };
        assert_eq!(on(&[]), (false, false));
        assert_eq!(on(&ABOUT_ALLOWANCES), (false, false));
        assert_eq!(on(&["tab"]), (true, false));
        for name in ABOUT_BATCHES {
            assert_eq!(on(&[name]), (true, true), "{name}");
        }
        let default = Settings::default();
        assert!(default.looks_at_articles() && default.looks_at_batches());
    }

    #[test]
    fn what_is_no_fault_of_syntax_is_none_of_a_repair() {
        let text = "News ID : 1\nPublish Date : 6/22/2024 5:01:54 PM\nTalks resume\n\nThey met.\n";
        let original = Source::new("t", text);
        let result =
            |text: &str| verify::result(&original, &Source::new("t", text), &Settings::default(), Safety::Safe);
        assert_eq!(result(&text.replace("They", "\tThey ")), Ok(()));
        assert_eq!(result(&format!("{text}\n\nfirst name & last name\n")), Ok(()));
        assert_eq!(result(&text.replace("Talks resume\n", "")), Err(Mismatch::Syntax));
    }

    #[test]
    fn a_removal_may_begin_with_the_line_end_above() {
        let text = "Talks resume\n\nThey met.\n\nThey left.";
        let start = text.find("\n\nThey left").expect("a line");
        let (source, settings) = (Source::new("t", text), Settings::default());
        let article = grammar::parse(&source, &settings.profile, Lexicon::built_in());
        let hold = |start: usize| {
            let fix = Fix::remove_lines(Safety::Unsafe, "x", Span::new(start, text.len()));
            verify::pass(&source, &article, &[&fix], &text[..start], &settings)
        };
        assert_eq!(hold(start), Ok(()));
        assert_eq!(hold(start - 1), Err(Mismatch::Lines(Span::new(start - 1, text.len()))));
    }
}
