//! Which rules are on, how bad their findings are, and what becomes of their repairs.

use super::origin::Setting;
use super::selector::{Selector, Specificity};
use crate::diagnostic::Severity;
use crate::lint::FixPolicy;
use crate::rules::{RULES, Rule};
use crate::ruleset::Ruleset;

/// Words for rules, if a place gives any.
pub(super) type Words = Option<Setting<Vec<Selector>>>;

/// What one place (a file, one of its overrides, or the command line) says about rules.
#[derive(Clone, Debug, Default)]
pub(super) struct Choice {
    /// What to turn on, in place of what places of less weight turn on.
    pub(super) select: Words,
    /// What to turn on as well.
    pub(super) extend_select: Words,
    /// What to turn off.
    pub(super) ignore: Words,
    /// Whose repairs are offered, in place of those that places of less weight name.
    pub(super) fixable: Words,
    /// Whose repairs are not offered.
    pub(super) unfixable: Words,
    /// Whose repairs all count as safe.
    pub(super) safe_fixes: Words,
    /// Whose repairs all count as unsafe.
    pub(super) unsafe_fixes: Words,
    /// Severities of rules and groups; of two entries for the same rule or group the later one counts.
    pub(super) severity: Vec<(Selector, Setting<Severity>)>,
}

impl Choice {
    /// This with what it does not say taken from `base`.
    pub(super) fn or(self, base: Self) -> Self {
        let mut severity = base.severity;
        severity.retain(|(selector, _)| self.severity.iter().all(|(own, _)| own != selector));
        severity.extend(self.severity);
        Self {
            select: self.select.or(base.select),
            extend_select: self.extend_select.or(base.extend_select),
            ignore: self.ignore.or(base.ignore),
            fixable: self.fixable.or(base.fixable),
            unfixable: self.unfixable.or(base.unfixable),
            safe_fixes: self.safe_fixes.or(base.safe_fixes),
            unsafe_fixes: self.unsafe_fixes.or(base.unsafe_fixes),
            severity,
        }
    }
}

/// Everything that is said about rules, the place of least weight first: the file, its overrides, the command line.
pub(super) struct Layers<'c> {
    pub(super) ruleset: Ruleset,
    pub(super) choices: Vec<&'c Choice>,
}

impl Layers<'_> {
    /// The severity of each rule of [`RULES`], by its place there; `None` for a rule that is off.
    pub(super) fn levels(&self) -> Vec<Option<Severity>> {
        RULES.iter().map(|rule| self.is_on(rule).then(|| self.severity(rule))).collect()
    }

    /// What becomes of the repairs of each rule of [`RULES`], by its place there.
    pub(super) fn fixes(&self) -> Vec<FixPolicy> {
        RULES.iter().map(|rule| self.fix(rule)).collect()
    }

    /// Whether `rule` is on. Words for several rules mean those of the ruleset; a rule that came later has to be named,
    /// so that a newer binary finds nothing new by itself.
    fn is_on(&self, rule: &Rule) -> bool {
        let least = if self.ruleset.has(rule) { Selector::All } else { Selector::Rule(rule.name) }.reach(rule);
        let on = |words: &Words| reach(rule, words).filter(|reached| Some(*reached) >= least);
        // Nobody said so, so that any word that turns the rule off wins: `ignore = ["all"]` is an error, not a no-op.
        let is_default = Selector::Default.reach(rule).is_some_and(|reached| Some(reached) >= least);
        let default = if is_default { Selector::All.reach(rule) } else { None };
        let said = self.choices.iter().map(|choice| Said {
            replaces: choice.select.is_some(),
            on: on(&choice.select).max(on(&choice.extend_select)),
            off: reach(rule, &choice.ignore),
        });
        is_chosen(default, &said.collect::<Vec<_>>())
    }

    /// The severity of `rule`: what the place of most weight says, or the ruleset. In a place, a name beats a group.
    fn severity(&self, rule: &Rule) -> Severity {
        let stated = |choice: &&Choice| {
            let entries = choice.severity.iter();
            let reached = entries.filter_map(|(selector, level)| Some((selector.reach(rule)?, level.value)));
            reached.max_by_key(|(specificity, _)| *specificity).map(|(_, level)| level)
        };
        let stated = self.choices.iter().rev().find_map(stated);
        stated.or_else(|| self.ruleset.severity(rule)).unwrap_or(rule.severity)
    }

    /// What becomes of the repairs of `rule`. Where both lists of a place name it equally well, caution wins.
    fn fix(&self, rule: &Rule) -> FixPolicy {
        let said = self.choices.iter().map(|choice| Said {
            replaces: choice.fixable.is_some(),
            on: reach(rule, &choice.fixable),
            off: reach(rule, &choice.unfixable),
        });
        if !is_chosen(Selector::All.reach(rule), &said.collect::<Vec<_>>()) {
            return FixPolicy::Never;
        }
        let trust = |choice: &&Choice| match (reach(rule, &choice.safe_fixes), reach(rule, &choice.unsafe_fixes)) {
            (None, None) => None,
            (safe, on_request) if safe > on_request => Some(FixPolicy::AllSafe),
            _ => Some(FixPolicy::AllUnsafe),
        };
        self.choices.iter().rev().find_map(trust).unwrap_or_default()
    }
}

/// How specifically these words select `rule`; `None` if they do not.
fn reach(rule: &Rule, words: &Words) -> Option<Specificity> {
    words.iter().flat_map(|words| &words.value).filter_map(|selector| selector.reach(rule)).max()
}

/// What one place says about one rule.
struct Said {
    /// Whether the place says anew what is on, so that what places of less weight turn on does not count.
    replaces: bool,
    on: Option<Specificity>,
    off: Option<Specificity>,
}

/// Whether a rule is on that is on by `default`, after what each place says, the one of least weight first.
///
/// In one place the more specific word wins, and of two equally specific ones the one that turns the rule off. Turning
/// a rule on in a place of more weight beats an equally specific word below that turns it off; turning it off beats
/// any word below.
fn is_chosen(default: Option<Specificity>, said: &[Said]) -> bool {
    let anew = said.iter().rposition(|said| said.replaces);
    let by_default = default.filter(|_| anew.is_none()).map(|on| (0, on));
    let stated = said.iter().enumerate().skip(anew.unwrap_or(0));
    let stays_on = |(at, on): (usize, Specificity)| {
        said.iter().enumerate().all(|(place, said)| {
            said.off.is_none_or(|off| if place == at { off < on } else { place < at && off <= on })
        })
    };
    stated.filter_map(|(at, said)| Some((at, said.on?))).chain(by_default).any(stays_on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::origin::Origin;
    use crate::rules::Group;
    use Selector::{All, Default as Standard, Group as InGroup, Rule as Named};

    const RULE: Rule = Rule { name: "made-up", group: Group::Date, severity: Severity::Warning, ..RULES[0] };

    fn set<T>(value: T) -> Setting<T> {
        Setting { value, origin: Origin::Default }
    }

    fn words(selectors: &[Selector]) -> Words {
        (!selectors.is_empty()).then(|| set(selectors.to_vec()))
    }

    fn choice(select: &[Selector], ignore: &[Selector]) -> Choice {
        Choice { select: words(select), ignore: words(ignore), ..Choice::default() }
    }

    fn layers<'c>(choices: &[&'c Choice]) -> Layers<'c> {
        Layers { ruleset: Ruleset::NEWEST, choices: choices.to_vec() }
    }

    fn on(file: &Choice, flags: &Choice) -> bool {
        layers(&[file, flags]).is_on(&RULE)
    }

    #[test]
    fn the_more_specific_selector_wins_and_off_wins_a_tie() {
        let nothing = Choice::default();
        let name = Named("made-up");
        let group = InGroup(Group::Date);
        assert!(on(&nothing, &nothing));
        assert!(!on(&choice(&[], &[All]), &nothing));
        assert!(!on(&nothing, &choice(&[], &[Standard])));
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
        let with = |severity: &[(Selector, Severity)]| Choice {
            severity: severity.iter().map(|(selector, level)| (*selector, set(*level))).collect(),
            ..Choice::default()
        };
        let severity = |file: &Choice, flags: &Choice| layers(&[file, flags]).severity(&RULE);
        let group = (InGroup(Group::Date), Severity::Error);
        let name = (Named("made-up"), Severity::Info);
        assert_eq!(severity(&nothing, &nothing), Severity::Warning);
        assert_eq!(severity(&with(&[name, group]), &nothing), Severity::Info);
        assert_eq!(severity(&with(&[name]), &with(&[group])), Severity::Error);
        let later = with(&[name, (Named("made-up"), Severity::Error)]);
        assert_eq!(severity(&nothing, &later), Severity::Error);
    }

    #[test]
    fn a_place_may_add_without_replacing() {
        let name = Named("made-up");
        let other = choice(&[InGroup(Group::Header)], &[]);
        let adds = Choice { extend_select: words(&[name]), ..Choice::default() };
        assert!(!on(&other, &Choice::default()));
        assert!(on(&other, &adds), "it adds to the file's select");
        assert!(!on(&adds, &other), "what the file adds is replaced, too");
        assert!(on(&Choice { extend_select: words(&[name]), ..other.clone() }, &Choice::default()));
        assert!(on(&choice(&[], &[name]), &adds), "asked for by name");
        let (quiet, loud) = (choice(&[], &[All]), choice(&[], &[]));
        assert!(!layers(&[&loud, &quiet, &loud]).is_on(&RULE), "an override ignores");
        assert!(layers(&[&loud, &quiet, &choice(&[name], &[])]).is_on(&RULE), "and the command line wins over it");
    }

    #[test]
    fn a_rule_that_came_after_the_ruleset_is_on_only_where_it_is_named() {
        let newer = Rule { name: "newer", since: "9.9", group: Group::Date, ..RULES[0] };
        let is_on =
            |select: Words, ignore: Words| layers(&[&Choice { select, ignore, ..Choice::default() }]).is_on(&newer);
        assert!(!is_on(None, None));
        assert!(!is_on(words(&[All, Standard, InGroup(Group::Date)]), None));
        assert!(is_on(words(&[Named("newer")]), None));
        assert!(!is_on(words(&[Named("newer")]), words(&[Named("newer")])));
        assert_eq!(layers(&[&Choice::default()]).fix(&newer), FixPolicy::AsDeclared);
    }

    #[test]
    fn repairs_are_trusted_as_the_most_specific_word_says() {
        let (name, group) = (Named("made-up"), InGroup(Group::Date));
        let fix = |fixable: &[Selector], unfixable: &[Selector], safe: &[Selector], not_safe: &[Selector]| {
            let [fixable, unfixable, safe_fixes, unsafe_fixes] = [fixable, unfixable, safe, not_safe].map(words);
            layers(&[&Choice { fixable, unfixable, safe_fixes, unsafe_fixes, ..Choice::default() }]).fix(&RULE)
        };
        assert_eq!(fix(&[], &[], &[], &[]), FixPolicy::AsDeclared);
        assert_eq!(fix(&[InGroup(Group::Header)], &[], &[name], &[]), FixPolicy::Never);
        assert_eq!(fix(&[name], &[All], &[], &[]), FixPolicy::AsDeclared);
        assert_eq!(fix(&[], &[group], &[], &[]), FixPolicy::Never);
        assert_eq!(fix(&[], &[], &[name], &[group]), FixPolicy::AllSafe);
        assert_eq!(fix(&[], &[], &[group], &[name]), FixPolicy::AllUnsafe);
        assert_eq!(fix(&[], &[], &[name], &[name]), FixPolicy::AllUnsafe, "caution wins");
    }
}
