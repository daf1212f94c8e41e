//! What can be typed about the baseline.

use std::path::PathBuf;

use clap::Subcommand;

use super::{EXIT_CODES, RunArgs};

/// The baseline of `check` and `fix`.
#[derive(Debug, Default, clap::Args)]
pub(in crate::cli) struct BaselineArgs {
    /// Use this baseline instead of wirelint-baseline.json beside the configuration
    #[arg(long, value_name = "FILE", conflicts_with = "no_baseline")]
    pub(in crate::cli) baseline: Option<PathBuf>,
    /// Use no baseline
    #[arg(long)]
    pub(in crate::cli) no_baseline: bool,
    #[arg(skip)]
    pub(in crate::cli) purpose: Purpose,
}

/// What a command wants of a baseline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::cli) enum Purpose {
    /// To let findings pass; of a stranger's files only one that is named.
    #[default]
    Use,
    /// To make one, so that there may be none yet.
    Make,
    /// To read or change it.
    Keep,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum BaselineCommand {
    /// Put everything that is found into a new baseline
    #[command(after_help = EXIT_CODES)]
    Create(BaselineRunArgs),
    /// Bring the baseline up to date: add what is found, remove what is gone
    #[command(after_help = EXIT_CODES)]
    Update(BaselineRunArgs),
    /// Remove what is gone from the baseline, and needless or expired [[allow]] entries from wirelint.toml
    #[command(after_help = EXIT_CODES)]
    Prune(BaselineRunArgs),
    /// Print what is in the baseline
    Show(BaselineShowArgs),
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct BaselineRunArgs {
    #[command(flatten)]
    pub(in crate::cli) run: RunArgs,
    #[command(flatten)]
    pub(in crate::cli) file: BaselineFileArgs,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct BaselineShowArgs {
    /// Use this configuration file instead of looking for wirelint.toml
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub(in crate::cli) config: Option<PathBuf>,
    /// Use no configuration file
    #[arg(long)]
    pub(in crate::cli) isolated: bool,
    #[command(flatten)]
    pub(in crate::cli) file: BaselineFileArgs,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct BaselineFileArgs {
    /// The baseline [default: wirelint-baseline.json beside the configuration]
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) baseline: Option<PathBuf>,
}
