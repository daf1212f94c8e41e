//! The command `wirelint`.

use std::io::{self, BufWriter, IsTerminal};
use std::process::ExitCode;

use wirelint::cli::{self, Streams};
use wirelint::files::System;

static DISK: System = System::new();

fn main() -> ExitCode {
    // Without it the command still works; it only ends as any other when it is told to.
    #[cfg(unix)]
    drop(cli::obey(&DISK));
    let (stdout, stderr) = (io::stdout(), io::stderr());
    let (stdout_is_terminal, stderr_is_terminal) = (stdout.is_terminal(), stderr.is_terminal());
    let stdout_is_file = cli::is_file(&stdout);
    let mut stdin = io::stdin();
    let mut stdout = BufWriter::with_capacity(1 << 16, stdout.lock());
    let mut stderr = BufWriter::new(stderr);
    let mut streams = Streams {
        stdin: &mut stdin,
        stdout: &mut stdout,
        stderr: &mut stderr,
        disk: &DISK,
        stdout_is_terminal,
        stderr_is_terminal,
        stdout_is_file,
    };
    ExitCode::from(cli::run(std::env::args_os(), &mut streams))
}
