//! The command line: what was asked for, done with the given streams, and answered with an exit code.

use std::ffi::OsString;
use std::io::{Read, Write};

use clap::Parser;

use crate::files::Disk;

mod allowances;
mod args;
mod argument_files;
mod baseline;
mod batch;
mod check;
mod completions;
mod config;
mod configuration;
mod documents;
mod exact;
mod explain;
mod findings;
mod fix;
mod guarded;
mod init;
mod inputs;
mod man;
mod needless;
mod output;
mod parse;
mod patch_file;
mod profiles;
mod progress;
mod recognised;
mod rule_names;
mod rules;
mod run;
mod schema;
#[cfg(unix)]
mod signals;
mod summary;
mod terminal;
mod workers;

use crate::report::escape::show_lines;
use args::{Args, Command};
use output::Output;
#[cfg(unix)]
pub use signals::obey;
pub use terminal::is_file;

/// Nothing at or above the threshold was found, and the whole job was done.
pub const CLEAN: u8 = 0;
/// Something was found.
pub const FOUND: u8 = 1;
/// The whole job could not be done. Wins over [`FOUND`].
pub const FAILED: u8 = 2;

/// Where a command reads and writes.
pub struct Streams<'a> {
    /// Read for the path `-`.
    pub stdin: &'a mut dyn Read,
    /// Findings, patches, records.
    pub stdout: &'a mut dyn Write,
    /// Summaries and what could not be done.
    pub stderr: &'a mut dyn Write,
    /// Where articles lie.
    pub disk: &'a dyn Disk,
    /// Whether a person reads stdout as it comes.
    pub stdout_is_terminal: bool,
    /// Whether a person reads stderr as it comes.
    pub stderr_is_terminal: bool,
    /// Whether stdout is certainly a file on disk, and no log.
    pub stdout_is_file: bool,
}

/// What every command is handed.
#[expect(clippy::struct_excessive_bools, reason = "each is true or not whatever the others are")]
struct Context<'a> {
    stdin: &'a mut dyn Read,
    disk: &'a dyn Disk,
    out: Output<'a>,
    err: Output<'a>,
    /// How people see stdout.
    out_style: crate::report::Style,
    /// How people see stderr.
    err_style: crate::report::Style,
    out_is_terminal: bool,
    err_is_terminal: bool,
    /// Whether a build server may take commands out of stdout.
    out_may_be_log: bool,
    /// Whether colour was asked for in so many words, not by the environment.
    color_is_explicit: bool,
    verbosity: Verbosity,
}

/// How much is said on stderr.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verbosity {
    /// Only what could not be done.
    Quiet,
    /// The summary and what was repaired, too.
    Normal,
    /// What is used and done, too.
    Verbose,
}

/// Runs the command that `args` (the program's name first) ask for. Returns the exit code.
pub fn run(args: impl IntoIterator<Item = OsString>, streams: &mut Streams) -> u8 {
    let args = match argument_files::expand(args) {
        Ok(args) => args,
        Err(message) => return refuse(&message, streams),
    };
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(error) => return usage(&error, streams),
    };
    let mut context = Context {
        out_style: terminal::style(args.color, streams.stdout_is_terminal),
        err_style: terminal::style(args.color, streams.stderr_is_terminal),
        out_is_terminal: streams.stdout_is_terminal,
        err_is_terminal: streams.stderr_is_terminal,
        out_may_be_log: terminal::is_build() && !streams.stdout_is_file,
        color_is_explicit: matches!(args.color, args::Color::Always),
        stdin: &mut *streams.stdin,
        disk: streams.disk,
        out: Output::new(&mut *streams.stdout),
        err: Output::new(&mut *streams.stderr),
        verbosity: match (args.quiet, args.verbose) {
            (true, _) => Verbosity::Quiet,
            (_, true) => Verbosity::Verbose,
            _ => Verbosity::Normal,
        },
    };
    let code = guarded::guarded(None, || Ok(dispatch(&args.command, &mut context))).unwrap_or_else(|problem| {
        summary::problem(&problem, &mut context);
        FAILED
    });
    let lost = context.out.finish();
    if let Some(error) = lost {
        context.err.print(&format!("error: the output could not be written: {error}\n"));
    }
    let err_lost = context.err.finish();
    if lost.is_some() || err_lost.is_some() { FAILED } else { code }
}

fn dispatch(command: &Command, context: &mut Context) -> u8 {
    match command {
        Command::Check(args) => check::run(args, context),
        Command::Fix(args) => fix::run(args, context),
        Command::Baseline(command) => baseline::run(command, context),
        Command::Parse(args) => parse::run(args, context),
        Command::Profiles(args) => profiles::run(args, context),
        Command::Rules(args) => rules::run(args, context),
        Command::Explain(args) => explain::run(args, context),
        Command::Config(args) => config::run(args, context),
        Command::Init(args) => init::run(args, context),
        Command::Schema(args) => schema::run(args, context),
        Command::Completions(args) => completions::run(args, context),
        Command::Man(args) => man::run(args, context),
        Command::Version => {
            context.out.print(&format!("wirelint {}\n", env!("CARGO_PKG_VERSION")));
            CLEAN
        }
    }
}

fn refuse(message: &str, streams: &mut Streams) -> u8 {
    let mut output = Output::new(&mut *streams.stderr);
    output.print(&format!("error: {}\n", crate::report::escape::show(message)));
    output.finish();
    FAILED
}

/// Help and version are answers; everything else clap says is a usage error.
fn usage(error: &clap::Error, streams: &mut Streams) -> u8 {
    let is_answer = !error.use_stderr();
    let is_terminal = if is_answer { streams.stdout_is_terminal } else { streams.stderr_is_terminal };
    let styled = error.render();
    let plain = styled.to_string();
    // An answer is the program's own text; a refusal repeats what was typed, and whoever typed it may not have made it.
    let shown = show_lines(&plain);
    let is_own = is_answer || shown.as_str() == plain;
    let text = match terminal::style(args::Color::Auto, is_terminal).color {
        true if is_own => styled.ansi().to_string(),
        _ if is_own => plain,
        _ => shown.to_string(),
    };
    let mut output = Output::new(if is_answer { &mut *streams.stdout } else { &mut *streams.stderr });
    output.print(&text);
    let lost = output.finish();
    if let (Some(error), true) = (lost, is_answer) {
        return refuse(&format!("the output could not be written: {error}"), streams);
    }
    if is_answer && lost.is_none() { CLEAN } else { FAILED }
}
