//! What can be typed: the commands and their options, as clap reads them.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use clap::{Parser, Subcommand, ValueEnum};

use crate::config::FailOn;

const EXIT_CODES: &str = "\
Exit codes:
  0  nothing found at or above --fail-on, and the whole job was done
  1  something found (or, for fix --diff and --check, something to fix)
  2  the whole job could not be done: usage, configuration, a file that could not be read or written";

/// Check, repair and parse news articles in a plain-text wire format.
#[derive(Debug, Parser)]
#[command(name = "wirelint", version, after_help = EXIT_CODES, propagate_version = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
    /// When to use colour; `auto` obeys `NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE`, `FORCE_COLOR` and `TERM`
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(super) color: Color,
    /// Leave out the summary and notices
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(super) quiet: bool,
    /// Say which configuration is used and which files are checked
    #[arg(short, long, global = true)]
    pub(super) verbose: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Report what is wrong with articles; reads only
    #[command(after_help = EXIT_CODES)]
    Check(CheckArgs),
    /// Repair articles: write every safe fix, report what is left
    #[command(after_help = EXIT_CODES)]
    Fix(FixArgs),
    /// Print one JSON record a line for each article without errors
    #[command(after_help = EXIT_CODES)]
    Parse(ParseArgs),
    /// List all rules
    Rules(RulesArgs),
    /// Print the documentation page of a rule
    Explain(ExplainArgs),
    /// Print a JSON Schema
    Schema(SchemaArgs),
    /// Print the version
    Version,
}

/// What `check`, `fix` and `parse` have in common.
#[derive(Debug, clap::Args)]
pub(super) struct RunArgs {
    /// Files, directories (searched for *.txt), or `-` for standard input
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    /// Check these rules or groups only (comma-separated names, `all`, `default`)
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// Leave out these rules or groups
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
    /// Give a rule or group another severity (error, warning, info)
    #[arg(long, value_name = "RULE=LEVEL", value_delimiter = ',')]
    pub(super) severity: Vec<String>,
    /// Exit with 1 from this severity on: error, warning, info or never [default: warning]
    #[arg(long, value_name = "LEVEL", value_parser = fail_on)]
    pub(super) fail_on: Option<FailOn>,
    /// The wire the articles come from [default: nournews]
    #[arg(long, value_name = "NAME")]
    pub(super) profile: Option<String>,
    /// Use this configuration file instead of looking for wirelint.toml
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub(super) config: Option<PathBuf>,
    /// Use no configuration file
    #[arg(long)]
    pub(super) isolated: bool,
    /// Take this instant for the present: 2024-06-22T17:00:00+03:30 or 2024-06-22 (UTC)
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub(super) now: Option<DateTime<Utc>>,
}

#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) run: RunArgs,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct OutputArgs {
    /// How to print findings: full, concise, grouped, json, jsonl, github, gitlab, azure, sarif, junit, checkstyle or
    /// rdjson [default: full on a terminal, else concise]; with =PATH to that file, beside what is printed; repeatable
    #[arg(long, value_name = "FORMAT[=PATH]")]
    pub(super) output_format: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct FixArgs {
    #[command(flatten)]
    pub(super) run: RunArgs,
    #[command(flatten)]
    pub(super) output: OutputArgs,
    /// Print a patch instead of writing
    #[arg(long, conflicts_with = "check")]
    pub(super) diff: bool,
    /// Print the names of files that would change instead of writing
    #[arg(long)]
    pub(super) check: bool,
    /// Also apply fixes that remove or rewrite something a reader may miss
    #[arg(long)]
    pub(super) unsafe_fixes: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct ParseArgs {
    #[command(flatten)]
    pub(super) run: RunArgs,
    /// Apply safe fixes in memory first
    #[arg(long)]
    pub(super) fix: bool,
    /// Print the role of every line instead of records
    #[arg(long, conflicts_with = "fix")]
    pub(super) explain: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct RulesArgs {
    /// How to print the list
    #[arg(long, value_enum, default_value_t = ListFormat::Text, value_name = "FORMAT")]
    pub(super) output_format: ListFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ListFormat {
    Text,
    Json,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExplainArgs {
    /// Name of the rule
    #[arg(value_name = "RULE")]
    pub(super) rule: String,
}

#[derive(Debug, clap::Args)]
pub(super) struct SchemaArgs {
    /// Of what: the JSON report of check, the article record of parse, or wirelint.toml
    #[arg(value_enum, value_name = "NAME")]
    pub(super) name: SchemaName,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum SchemaName {
    Report,
    Article,
    Config,
}

fn fail_on(text: &str) -> Result<FailOn, String> {
    FailOn::from_name(text).ok_or_else(|| format!("use one of {}", FailOn::NAMES.join(", ")))
}

fn instant(text: &str) -> Result<DateTime<Utc>, String> {
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Ok(instant.to_utc());
    }
    text.parse::<NaiveDate>()
        .map(|date| date.and_time(NaiveTime::MIN).and_utc())
        .map_err(|_| "write it as 2024-06-22T17:00:00+03:30 or 2024-06-22".to_owned())
}
