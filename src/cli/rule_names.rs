//! Names of rules and groups for shells to complete. Any text is taken: what a mistyped name gets is a suggestion.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Command, Error};

use crate::rules::{Group, RULES};

/// What each selector beside rules and groups stands for.
const SETS: [(&str, &str); 2] = [("all", "Every rule"), ("default", "The rules that run unasked")];

/// The name of a rule.
#[derive(Clone, Copy, Debug)]
pub(super) struct RuleName;

/// The name of a rule, a group, or a set of rules.
#[derive(Clone, Copy, Debug)]
pub(super) struct Selector;

impl TypedValueParser for RuleName {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(rules()))
    }
}

impl TypedValueParser for Selector {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let groups = Group::ALL.into_iter().map(|group| (group.name(), "A group of rules"));
        let wider = SETS.into_iter().chain(groups).map(|(name, help)| PossibleValue::new(name).help(help));
        Some(Box::new(wider.chain(rules())))
    }
}

fn rules() -> impl Iterator<Item = PossibleValue> {
    RULES.iter().map(|rule| PossibleValue::new(rule.name).help(rule.summary))
}
