//! How `fix` replaces files.

use clap::ValueEnum;

use crate::files::Policy;

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "How files are written")]
pub(in crate::cli) struct WriteArgs {
    /// Repair files with several names (hard links), too: each name then has a file of its own
    #[arg(long)]
    break_hard_links: bool,
    /// Repair files, too, that a named link leads to from outside the directory it was named in
    #[arg(long)]
    follow_outside: bool,
    /// Whether to wait until the disk has the new files: `full` survives a loss of power, `none` is for copies
    #[arg(long, value_enum, default_value_t = Sync::Full, value_name = "HOW")]
    sync: Sync,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Sync {
    Full,
    None,
}

impl WriteArgs {
    /// What the options say.
    pub(in crate::cli) fn policy(&self) -> Policy {
        let Self { break_hard_links, follow_outside, sync } = *self;
        Policy { may_lose: sync == Sync::None, break_hard_links, follow_outside }
    }
}
