//! Which rules are on and how bad their findings are: names, groups and the two words `all` and `default`.

use super::error::Advice;
use super::suggest;
use crate::diagnostic::Severity;
use crate::rules::{self, Group, RULES, Rule};

/// A word that stands for one rule or several. The order is from the widest to the most specific.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Selector {
    /// `all`: every rule.
    All,
    /// `default`: the rules that are on unless the configuration says otherwise.
    Default,
    /// A group of rules, by its name.
    Group(Group),
    /// One rule, by its name.
    Rule(&'static str),
}

/// How specific a selector is: the higher, the more specific.
type Specificity = u8;

impl Selector {
    /// Words that select rules without naming them.
    const WORDS: [(&'static str, Self); 2] = [("all", Self::All), ("default", Self::Default)];

    /// What `word` selects.
    ///
    /// # Errors
    /// If it is neither a rule nor a group, nor `all` or `default`.
    pub(super) fn parse(word: &str) -> Result<Self, Advice> {
        let whole = Self::WORDS.into_iter().find(|(name, _)| *name == word).map(|(_, selector)| selector);
        whole.or_else(|| Self::rule_or_group(word)).ok_or_else(|| Self::unknown(word, Self::names()))
    }

    /// What `word` selects, if it names a rule or a group: a severity for `all` rules is not on offer.
    pub(super) fn parse_narrow(word: &str) -> Result<Self, Advice> {
        Self::rule_or_group(word).ok_or_else(|| Self::unknown(word, Self::narrow_names()))
    }

    fn rule_or_group(word: &str) -> Option<Self> {
        let group = || Group::ALL.into_iter().find(|group| group.name() == word).map(Self::Group);
        rules::find(word).map(|rule| Self::Rule(rule.name)).or_else(group)
    }

    fn unknown(word: &str, names: impl Iterator<Item = &'static str>) -> Advice {
        Advice {
            message: format!("there is no rule and no group called `{word}`"),
            help: format!("{}`wirelint rules` lists all rules and groups.", suggest::did_you_mean(word, names)),
        }
    }

    /// Every word that selects something, widest first.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        Self::WORDS.into_iter().map(|(name, _)| name).chain(Self::narrow_names())
    }

    /// The names of all groups and of all rules.
    pub(super) fn narrow_names() -> impl Iterator<Item = &'static str> {
        Group::ALL.into_iter().map(Group::name).chain(RULES.iter().map(|rule| rule.name))
    }

    /// Names of the rules this selects.
    pub(super) fn rules(self) -> Vec<&'static str> {
        RULES.iter().filter(|rule| self.reach(rule).is_some()).map(|rule| rule.name).collect()
    }

    /// How specifically this selects `rule`; `None` if it does not.
    fn reach(self, rule: &Rule) -> Option<Specificity> {
        let (covers, specificity) = match self {
            Self::All => (true, 0),
            Self::Default => (is_default(rule), 1),
            Self::Group(group) => (rule.group == group, 2),
            Self::Rule(name) => (rule.name == name, 3),
        };
        covers.then_some(specificity)
    }
}

/// Whether a rule is on unless the configuration says otherwise. So far all are; what changes that changes it here.
fn is_default(_rule: &Rule) -> bool {
    true
}

/// What one place (the file, or the command line) says about rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Choice {
    /// What to turn on; empty if the place does not say.
    pub(super) select: Vec<Selector>,
    /// What to turn off.
    pub(super) ignore: Vec<Selector>,
    /// Severities of rules and groups; of two entries for the same rule or group the later one counts.
    pub(super) severity: Vec<(Selector, Severity)>,
}

/// The severity of each rule of [`RULES`], by its place there; `None` for a rule that is off.
pub(super) fn levels(file: &Choice, flags: &Choice) -> Vec<Option<Severity>> {
    RULES.iter().map(|rule| is_on(rule, file, flags).then(|| severity(rule, file, flags))).collect()
}

/// Whether `rule` is on. The more specific selector wins, and of two equally specific ones the one that turns the rule
/// off. The command line wins over the file: its `select` replaces the file's and beats an equally specific `ignore`
/// of the file, its `ignore` adds to the file's and beats any `select` of the file.
fn is_on(rule: &Rule, file: &Choice, flags: &Choice) -> bool {
    let reach = |selectors: &[Selector]| selectors.iter().filter_map(|selector| selector.reach(rule)).max();
    let by_flags = !flags.select.is_empty();
    let select = match (by_flags, file.select.is_empty()) {
        (true, _) => flags.select.as_slice(),
        (false, false) => file.select.as_slice(),
        (false, true) => &[Selector::Default],
    };
    let Some(selected) = reach(select) else { return false };
    let off_by_file = reach(&file.ignore).is_some_and(|off| off > selected || (off == selected && !by_flags));
    let off_by_flags = reach(&flags.ignore).is_some_and(|off| off >= selected || !by_flags);
    !(off_by_file || off_by_flags)
}

/// The severity of `rule`: what the command line says, then the file, then the rule itself. A name beats a group.
fn severity(rule: &Rule, file: &Choice, flags: &Choice) -> Severity {
    let stated = |choice: &Choice| {
        let entries = choice.severity.iter();
        let reached = entries.filter_map(|(selector, level)| Some((selector.reach(rule)?, *level)));
        reached.max_by_key(|(specificity, _)| *specificity).map(|(_, level)| level)
    };
    stated(flags).or_else(|| stated(file)).unwrap_or(rule.severity)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Selector::{All, Default as Standard, Group as InGroup, Rule as Named};

    const RULE: Rule = Rule { name: "made-up", group: Group::Date, severity: Severity::Warning, ..RULES[0] };

    fn choice(select: &[Selector], ignore: &[Selector]) -> Choice {
        Choice { select: select.to_vec(), ignore: ignore.to_vec(), severity: Vec::new() }
    }

    fn on(file: &Choice, flags: &Choice) -> bool {
        is_on(&RULE, file, flags)
    }

    #[test]
    fn the_more_specific_selector_wins_and_off_wins_a_tie() {
        let nothing = Choice::default();
        let name = Named("made-up");
        let group = InGroup(Group::Date);
        assert!(on(&nothing, &nothing));
        assert!(!on(&choice(&[InGroup(Group::Header)], &[]), &nothing));
        for (select, ignore, wanted) in [
            (All, group, false),
            (group, All, true),
            (group, Standard, true),
            (group, group, false),
            (group, name, false),
            (name, group, true),
            (name, name, false),
            (name, InGroup(Group::Header), true),
        ] {
            let both = choice(&[select], &[ignore]);
            assert_eq!(on(&both, &nothing), wanted, "file {select:?} {ignore:?}");
            assert_eq!(on(&nothing, &both), wanted, "flags {select:?} {ignore:?}");
        }
    }

    #[test]
    fn the_command_line_wins_over_the_file() {
        let name = Named("made-up");
        let group = InGroup(Group::Date);
        assert!(!on(&choice(&[name], &[]), &choice(&[InGroup(Group::Header)], &[])), "its select replaces");
        assert!(on(&choice(&[], &[name]), &choice(&[name], &[])), "asked for by name");
        assert!(!on(&choice(&[], &[name]), &choice(&[group], &[])), "a more specific ignore of the file stays");
        assert!(!on(&choice(&[name], &[]), &choice(&[], &[group])), "its ignore adds");
        assert!(!on(&choice(&[], &[group]), &choice(&[], &[InGroup(Group::Header)])), "the file's ignore stays");
    }

    #[test]
    fn severities_go_from_flags_to_file_to_rule_and_names_beat_groups() {
        let nothing = Choice::default();
        let with = |severity: &[(Selector, Severity)]| Choice { severity: severity.to_vec(), ..Choice::default() };
        let group = (InGroup(Group::Date), Severity::Error);
        let name = (Named("made-up"), Severity::Info);
        assert_eq!(severity(&RULE, &nothing, &nothing), Severity::Warning);
        assert_eq!(severity(&RULE, &with(&[name, group]), &nothing), Severity::Info);
        assert_eq!(severity(&RULE, &with(&[name]), &with(&[group])), Severity::Error);
        let later = with(&[name, (Named("made-up"), Severity::Error)]);
        assert_eq!(severity(&RULE, &nothing, &later), Severity::Error);
    }

    #[test]
    fn every_name_selects_and_every_other_word_is_refused() {
        for name in Selector::names() {
            assert!(Selector::parse(name).is_ok(), "{name}");
        }
        let advice = Selector::parse("witespace").expect_err("a typing error");
        assert_eq!(advice.message, "there is no rule and no group called `witespace`");
        assert_eq!(advice.help, "Did you mean `whitespace`? `wirelint rules` lists all rules and groups.");
        assert_eq!(Selector::parse("E501").expect_err("no rule").help, "`wirelint rules` lists all rules and groups.");
        assert!(Selector::parse_narrow("all").is_err());
    }
}
