//! Prints how much of what pages leave behind is found and repaired, and what goes wrong with it, as Markdown tables:
//! `cargo run --release --example furniture_report`. With `--misses` it prints each text that was missed or wrong.

use std::io::Write;

#[path = "../tests/evidence/mod.rs"]
mod evidence;

fn main() -> std::io::Result<()> {
    let report = evidence::report::Report::new(usize::MAX, usize::MAX);
    let mut out = std::io::stdout().lock();
    if std::env::args().any(|argument| argument == "--misses") {
        for miss in report.all().flat_map(|tally| &tally.misses) {
            writeln!(out, "{miss}")?;
        }
        return Ok(());
    }
    write!(out, "{}", report.markdown())
}
