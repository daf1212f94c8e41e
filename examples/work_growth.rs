//! Counts the instructions that texts cost which are made to be slow, and twice as long texts: `cargo build --release &&
//! cargo run --release --example work_growth [NAME]`. Needs valgrind and half an hour; `NAME` looks at the traps alone that
//! have it in theirs. Instructions are the same on every machine that runs the same program, as times are not.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::{env, fs, io};

use wirelint::report::FORMATS;

#[path = "../tests/support/traps.rs"]
mod traps;

/// Twice the text may cost so much more.
const STEEPEST: f64 = 2.3;
/// Bytes of the shorter of two texts that are compared.
const BYTES: usize = 24 * 1024;
/// Instructions below which tables that grow at times outweigh the text.
const NOISE: u64 = 1_000_000;

fn main() -> io::Result<ExitCode> {
    let program = env::var_os("WIRELINT_BINARY")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target/release/wirelint"), PathBuf::from);
    let formats: Vec<String> = FORMATS.iter().map(|format| format!("{0}={0}.out", format.name)).collect();
    let all_formats =
        ["check", "a.txt"].into_iter().chain(formats.iter().flat_map(|format| ["--output-format", format]));
    let commands = [
        vec!["check", "a.txt", "--output-format", "json"],
        all_formats.collect(),
        vec!["fix", "--check", "--unsafe-fixes", "a.txt"],
        vec!["fix", "--diff", "--unsafe-fixes", "a.txt"],
        vec!["fix", "--diff", "--unsafe-fixes", "--color", "always", "a.txt"],
        vec!["parse", "--explain", "a.txt"],
    ];
    let only = env::args().nth(1).unwrap_or_default();
    let dir = tempfile::tempdir()?;
    let mut out = io::stdout().lock();
    let mut steep = 0;
    for (name, text) in traps::all().filter(|(name, _)| name.contains(&only)) {
        for args in &commands {
            let cost = |bytes| -> io::Result<u64> {
                fs::write(dir.path().join("a.txt"), text(bytes))?;
                instructions(&program, dir.path(), args)
            };
            // What every run costs is no cost of the text.
            let (nothing, short, long) = (cost(0)?, cost(BYTES)?, cost(2 * BYTES)?);
            let (short, long) = (short.saturating_sub(nothing).max(1), long.saturating_sub(nothing).max(1));
            #[allow(clippy::cast_precision_loss, reason = "a ratio of two digits")]
            let slope = long as f64 / short as f64;
            let is_steep = slope > STEEPEST && long > NOISE;
            steep += usize::from(is_steep);
            let (sign, what) = (if is_steep { "!" } else { " " }, args.get(..4).unwrap_or(args).join(" "));
            writeln!(out, "{sign}{slope:5.2} {:>6} M  {name}: {what}", long / 1_000_000)?;
        }
    }
    writeln!(out, "{steep} are steeper than {STEEPEST}")?;
    Ok(ExitCode::from(u8::from(steep > 0)))
}

/// Instructions that a run takes, as cachegrind counts them.
fn instructions(program: &Path, dir: &Path, args: &[&str]) -> io::Result<u64> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]).arg(program).args(args);
    command.current_dir(dir).env("RAYON_NUM_THREADS", "1").env_remove("CI").stdout(Stdio::null());
    let output = command.stderr(Stdio::piped()).output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    // `==1234== I   refs:      1,234,567`: the number of the process stands before it.
    let line = said.lines().find(|line| line.contains("I   refs:")).and_then(|line| line.rsplit(':').next());
    let digits: String = line.unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    digits.parse().map_err(|_| io::Error::other(said.into_owned()))
}
