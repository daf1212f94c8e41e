//! `wirelint rules`: the table of all rules.

use serde::Serialize;

use super::args::{ListFormat, RulesArgs};
use super::{CLEAN, Context};
use crate::rules::{RULES, Rule};

/// A rule in the JSON list.
#[derive(Serialize)]
struct Row {
    name: &'static str,
    group: &'static str,
    severity: &'static str,
    fixable: &'static str,
    summary: &'static str,
}

impl From<&Rule> for Row {
    fn from(rule: &Rule) -> Self {
        Self {
            name: rule.name,
            group: rule.group.name(),
            severity: rule.severity.name(),
            fixable: rule.fixable.name(),
            summary: rule.summary,
        }
    }
}

pub(super) fn run(args: &RulesArgs, context: &mut Context) -> u8 {
    let rows: Vec<Row> = RULES.iter().map(Row::from).collect();
    let text = match args.output_format {
        ListFormat::Text => table(&rows),
        ListFormat::Json => serde_json::to_string_pretty(&rows).unwrap_or_default() + "\n",
    };
    context.out.print(&text);
    CLEAN
}

fn table(rows: &[Row]) -> String {
    let heading = Row { name: "RULE", group: "GROUP", severity: "SEVERITY", fixable: "FIX", summary: "WHAT IT FINDS" };
    let width = |of: fn(&Row) -> &str| rows.iter().chain([&heading]).map(|row| of(row).len()).max().unwrap_or(0);
    let (name, group, severity, fixable) =
        (width(|row| row.name), width(|row| row.group), width(|row| row.severity), width(|row| row.fixable));
    let mut text = String::new();
    for row in [&heading].into_iter().chain(rows) {
        text += &format!(
            "{:name$}  {:group$}  {:severity$}  {:fixable$}  {}\n",
            row.name, row.group, row.severity, row.fixable, row.summary
        );
    }
    text
}
