//! What can be typed: the commands and their options, as clap reads them.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use clap::{Parser, Subcommand, ValueEnum};

use super::rule_names::{RuleName, Selector};
use crate::config::FailOn;

mod baseline;
mod size;
mod writing;

pub(super) use baseline::{
    BaselineArgs, BaselineCommand, BaselineFileArgs, BaselineRunArgs, BaselineShowArgs, Purpose,
};
pub(super) use writing::WriteArgs;

pub(super) const EXIT_CODES: &str = "\
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
    /// Write down what is found, so that only what comes in later is reported
    #[command(subcommand)]
    Baseline(BaselineCommand),
    /// Print one JSON record a line for each article without errors
    #[command(after_help = EXIT_CODES)]
    Parse(ParseArgs),
    /// List all rules
    Rules(RulesArgs),
    /// List the built-in profiles: the wires that are known
    Profiles(ProfilesArgs),
    /// Print the documentation page of a rule
    Explain(ExplainArgs),
    /// Print the configuration in force, one key of it, or its JSON Schema
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Write a commented wirelint.toml to start from
    Init(InitArgs),
    /// Print a JSON Schema
    Schema(SchemaArgs),
    /// Print a script that lets a shell complete commands, options and names of rules
    Completions(CompletionsArgs),
    /// Print the manual page, or write the pages of all commands
    Man(ManArgs),
    /// Print the version
    Version,
}

/// What `check`, `fix` and `parse` have in common.
#[derive(Debug, clap::Args)]
pub(super) struct RunArgs {
    /// Files, directories (searched for *.txt), or `-` for standard input [default: .]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    #[command(flatten)]
    pub(super) files: FileArgs,
    /// Exit with 0 whatever was found; 2 stays 2
    #[arg(long)]
    pub(super) exit_zero: bool,
    /// Tolerate so many warnings: only more of them make the exit code 1
    #[arg(long, value_name = "N")]
    pub(super) max_warnings: Option<usize>,
    /// Count findings by rule, on standard error
    #[arg(long)]
    pub(super) statistics: bool,
}

/// What is checked for, and where that is written.
#[derive(Debug, Default, clap::Args)]
pub(super) struct ConfigArgs {
    /// Check these rules or groups only (comma-separated names, `all`, `default`)
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = Selector, hide_possible_values = true)]
    pub(super) select: Vec<String>,
    /// Check these rules or groups as well
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = Selector, hide_possible_values = true)]
    pub(super) extend_select: Vec<String>,
    /// Leave out these rules or groups
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = Selector, hide_possible_values = true)]
    pub(super) ignore: Vec<String>,
    /// Offer fixes of these rules or groups only
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = Selector, hide_possible_values = true)]
    pub(super) fixable: Vec<String>,
    /// Offer no fixes of these rules or groups
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = Selector, hide_possible_values = true)]
    pub(super) unfixable: Vec<String>,
    /// Give a rule or group another severity (error, warning, info)
    #[arg(long, value_name = "RULE=LEVEL", value_delimiter = ',')]
    pub(super) severity: Vec<String>,
    /// Exit with 1 from this severity on: error, warning, info or never [default: warning]
    #[arg(long, value_name = "LEVEL", value_parser = fail_on)]
    pub(super) fail_on: Option<FailOn>,
    /// The wire the articles come from; `auto` for whichever the header of each follows [default: nournews]
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

/// Which files a run is about.
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Which files")]
pub(super) struct FileArgs {
    /// Read more paths from a file, one a line (`-`: from standard input)
    #[arg(long, value_name = "FILE", conflicts_with_all = ["staged", "changed"])]
    pub(super) files_from: Option<PathBuf>,
    /// Paths in --files-from end in NUL, not in a line end
    #[arg(short = '0', long, requires = "files_from")]
    pub(super) null: bool,
    /// Check files staged in git only
    #[arg(long, conflicts_with = "changed")]
    pub(super) staged: bool,
    /// Check files that differ from where the work branched off REF, and files new to git [default REF: HEAD]
    #[arg(long, value_name = "REF", num_args = 0..=1, require_equals = true, default_missing_value = "HEAD")]
    pub(super) changed: Option<String>,
    /// Leave out files that match, instead of those the configuration excludes
    #[arg(long, value_name = "GLOB", value_delimiter = ',')]
    pub(super) exclude: Vec<String>,
    /// Leave out files that match, too
    #[arg(long, value_name = "GLOB", value_delimiter = ',')]
    pub(super) extend_exclude: Vec<String>,
    /// Leave out excluded files even if they are named
    #[arg(long)]
    pub(super) force_exclude: bool,
    /// Check files that .gitignore hides, too
    #[arg(long)]
    pub(super) no_respect_gitignore: bool,
    /// Name standard input in reports, and match overrides, exclusions, [[allow]] and the baseline by it
    #[arg(long, value_name = "PATH")]
    pub(super) stdin_filename: Option<String>,
    /// Read no file with more bytes; K, M and G stand for KiB, MiB and GiB
    #[arg(long, value_name = "SIZE", value_parser = size::size, default_value = "16M")]
    pub(super) max_bytes: u64,
    /// Accept that there is nothing to check
    #[arg(long)]
    pub(super) allow_empty: bool,
    /// Check files from strangers: no configuration or baseline unless named, no ignore files, no links; skipping is exit 2
    #[arg(long)]
    pub(super) untrusted: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) run: RunArgs,
    #[command(flatten)]
    pub(super) baseline: BaselineArgs,
    #[command(flatten)]
    pub(super) output: OutputArgs,
    /// Print which files would be checked, and stop
    #[arg(long)]
    pub(super) show_files: bool,
    /// With --show-files: also say which files are left out, and why
    #[arg(long, requires = "show_files")]
    pub(super) why: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct OutputArgs {
    /// How to print findings: full, concise, grouped, json, jsonl, github, gitlab, azure, sarif, junit, checkstyle or
    /// rdjson [default: full on a terminal, else concise]; with =PATH to that file, beside what is printed; repeatable
    #[arg(long, value_name = "FORMAT[=PATH]")]
    pub(super) output_format: Vec<String>,
}

#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
#[derive(Debug, clap::Args)]
pub(super) struct FixArgs {
    #[command(flatten)]
    pub(super) run: RunArgs,
    #[command(flatten)]
    pub(super) baseline: BaselineArgs,
    #[command(flatten)]
    pub(super) output: OutputArgs,
    /// Print a patch instead of writing
    #[arg(long, conflicts_with = "check")]
    pub(super) diff: bool,
    /// Write the exact patch to a file instead of repairing
    #[arg(long, value_name = "FILE", conflicts_with = "check")]
    pub(super) patch: Option<PathBuf>,
    /// Print patch or text as it is even where a build server could take a command out of it
    #[arg(long)]
    pub(super) raw: bool,
    /// Print the names of files that would change instead of writing
    #[arg(long)]
    pub(super) check: bool,
    /// Also apply fixes that remove or rewrite something a reader may miss
    #[arg(long)]
    pub(super) unsafe_fixes: bool,
    #[command(flatten)]
    pub(super) writing: WriteArgs,
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
    /// List only what newer rulesets than this one add or judge otherwise
    #[arg(long, value_name = "RULESET")]
    pub(super) since: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct ProfilesArgs {
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
    #[arg(value_name = "RULE", value_parser = RuleName, hide_possible_values = true)]
    pub(super) rule: String,
}

#[derive(Debug, Subcommand)]
pub(super) enum ConfigCommand {
    /// Print every key with its value, as TOML
    Show(ShowArgs),
    /// Print the value of a key, as JSON
    Get(GetArgs),
    /// Print the JSON Schema of wirelint.toml
    Schema,
}

#[derive(Debug, clap::Args)]
pub(super) struct ShowArgs {
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    /// Also say where each value comes from: a line of a file, an option, or the default
    #[arg(long)]
    pub(super) origin: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct GetArgs {
    /// The key: `fail-on`, `files.include`, `profiles`
    #[arg(value_name = "KEY")]
    pub(super) key: String,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    /// Print an object with the value and where it comes from
    #[arg(long)]
    pub(super) origin: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct InitArgs {
    /// The directory for wirelint.toml, or the file to write
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) path: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct SchemaArgs {
    /// Of what: the JSON report of check, the article record of parse, wirelint.toml, or the baseline
    #[arg(value_enum, value_name = "NAME")]
    pub(super) name: SchemaName,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum SchemaName {
    Report,
    Article,
    Config,
    Baseline,
}

#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub(super) shell: ShellName,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ShellName {
    Bash,
    Zsh,
    Fish,
    #[value(name = "powershell")]
    PowerShell,
}

#[derive(Debug, clap::Args)]
pub(super) struct ManArgs {
    /// Write a page for every command into this directory
    #[arg(long, value_name = "DIR")]
    pub(super) out_dir: Option<PathBuf>,
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
