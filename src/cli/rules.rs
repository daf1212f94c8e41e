//! `wirelint rules`: the table of all rules.

use serde::Serialize;

use super::args::{ListFormat, RulesArgs};
use super::{CLEAN, Context, FAILED};
use crate::config;
use crate::report::escape::show;
use crate::rules::{RULES, Rule};
use crate::ruleset::Ruleset;

/// A rule in the JSON list.
#[derive(Serialize)]
struct Row {
    name: &'static str,
    group: &'static str,
    severity: &'static str,
    fixable: &'static str,
    since: &'static str,
    default: &'static str,
    summary: &'static str,
}

impl From<&Rule> for Row {
    fn from(rule: &Rule) -> Self {
        Self {
            name: rule.name,
            group: rule.group.name(),
            severity: Ruleset::NEWEST.severity(rule).unwrap_or(rule.severity).name(),
            fixable: rule.fixable.name(),
            since: rule.since,
            default: if rule.is_default { "on" } else { "off" },
            summary: rule.summary,
        }
    }
}

pub(super) fn run(args: &RulesArgs, context: &mut Context) -> u8 {
    let rows: Vec<Row> = match args.since.as_deref().map(config::ruleset) {
        None => RULES.iter().map(Row::from).collect(),
        Some(Ok(ruleset)) => ruleset.news().into_iter().map(|(rule, ..)| Row::from(rule)).collect(),
        Some(Err(advice)) => {
            context.err.print(&format!("error: --since: {}. {}\n", show(&advice.message), show(&advice.help)));
            return FAILED;
        }
    };
    let text = match (args.output_format, &args.since) {
        (ListFormat::Text, Some(since)) if rows.is_empty() => {
            let newest = Ruleset::NEWEST.name();
            if since == newest {
                format!("nothing: {newest} is the newest ruleset\n")
            } else {
                format!("nothing: the newest ruleset, {newest}, finds what {since} finds\n")
            }
        }
        (ListFormat::Text, _) => table(&rows),
        (ListFormat::Json, _) => serde_json::to_string_pretty(&rows).unwrap_or_default() + "\n",
    };
    context.out.print(&text);
    CLEAN
}

fn table(rows: &[Row]) -> String {
    let heading = Row {
        name: "RULE",
        group: "GROUP",
        severity: "SEVERITY",
        fixable: "FIX",
        since: "SINCE",
        default: "DEFAULT",
        summary: "WHAT IT FINDS",
    };
    let width = |of: fn(&Row) -> &str| rows.iter().chain([&heading]).map(|row| of(row).len()).max().unwrap_or(0);
    let (name, group, severity, fixable) =
        (width(|row| row.name), width(|row| row.group), width(|row| row.severity), width(|row| row.fixable));
    let (since, default) = (width(|row| row.since), width(|row| row.default));
    let mut text = String::new();
    for row in [&heading].into_iter().chain(rows) {
        text += &format!(
            "{:name$}  {:group$}  {:severity$}  {:fixable$}  {:since$}  {:default$}  {}\n",
            row.name, row.group, row.severity, row.fixable, row.since, row.default, row.summary
        );
    }
    text
}
