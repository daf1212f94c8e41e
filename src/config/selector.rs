//! Words that stand for rules: names, groups, and the two words `all` and `default`.

use super::error::Advice;
use super::suggest;
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
pub(super) type Specificity = u8;

impl Selector {
    /// Words that select rules without naming them.
    const WORDS: [Self; 2] = [Self::All, Self::Default];

    /// What `word` selects.
    ///
    /// # Errors
    /// If it is neither a rule nor a group, nor `all` or `default`.
    pub(super) fn parse(word: &str) -> Result<Self, Advice> {
        let whole = Self::WORDS.into_iter().find(|selector| selector.name() == word);
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
        Self::WORDS.into_iter().map(Self::name).chain(Self::narrow_names())
    }

    /// The names of all groups and of all rules.
    pub(super) fn narrow_names() -> impl Iterator<Item = &'static str> {
        Group::ALL.into_iter().map(Group::name).chain(RULES.iter().map(|rule| rule.name))
    }

    /// The word for it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Default => "default",
            Self::Group(group) => group.name(),
            Self::Rule(name) => name,
        }
    }

    /// Names of the rules this selects.
    pub(super) fn rules(self) -> Vec<&'static str> {
        RULES.iter().filter(|rule| self.reach(rule).is_some()).map(|rule| rule.name).collect()
    }

    /// How specifically this selects `rule`; `None` if it does not.
    pub(super) fn reach(self, rule: &Rule) -> Option<Specificity> {
        let (covers, specificity) = match self {
            Self::All => (true, 0),
            Self::Default => (rule.is_default, 1),
            Self::Group(group) => (rule.group == group, 2),
            Self::Rule(name) => (rule.name == name, 3),
        };
        covers.then_some(specificity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_selects_and_every_other_word_is_refused() {
        for name in Selector::names() {
            assert_eq!(Selector::parse(name).map(Selector::name), Ok(name));
        }
        let advice = Selector::parse("witespace").expect_err("a typing error");
        assert_eq!(advice.message, "there is no rule and no group called `witespace`");
        assert_eq!(advice.help, "Did you mean `whitespace`? `wirelint rules` lists all rules and groups.");
        assert_eq!(Selector::parse("E501").expect_err("no rule").help, "`wirelint rules` lists all rules and groups.");
        assert!(Selector::parse_narrow("all").is_err());
    }
}
