//! What the command does when it is told to end: it removes its temporary files, says how far it has come, and ends.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::{flag, low_level};

use super::summary::count;
use crate::files::Disk;

/// From now on the command ends in an orderly way when it is told to: no temporary file is left on `disk`, and the exit
/// code is 128 and the number of the signal. Told a second time, it ends at once.
///
/// # Errors
/// If the system does not let it; the command then ends as any other.
pub fn obey(disk: &'static dyn Disk) -> io::Result<()> {
    let signals: Vec<i32> = [SIGINT, SIGTERM, SIGHUP].into_iter().filter(|signal| !is_ignored(*signal)).collect();
    let is_told = Arc::new(AtomicBool::new(false));
    for signal in &signals {
        // In this order, so that only the second one finds the flag set.
        flag::register_conditional_shutdown(*signal, code(*signal), is_told.clone())?;
        flag::register(*signal, is_told.clone())?;
    }
    let mut signals = Signals::new(signals)?;
    let end = move || {
        let Some(signal) = signals.forever().next() else { return };
        disk.temporaries().abandon(|replaced| {
            let written = match replaced {
                0 => "no file was written".to_owned(),
                1 => "1 file was written, any other is as it was".to_owned(),
                _ => format!("{} were written, any other is as it was", count(replaced, "file")),
            };
            // If nobody listens, nobody is to be told.
            drop(writeln!(io::stderr(), "interrupted: {written}"));
            low_level::exit(code(signal));
        });
    };
    thread::Builder::new().name("signals".to_owned()).spawn(end).map(drop)
}

/// The exit code that shells give to programs ended by a signal.
fn code(signal: i32) -> i32 {
    128 + signal
}

/// Whether whoever has started the command wants it to go on in spite of a signal, as `nohup` does.
#[cfg(target_os = "linux")]
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default();
    mask >> (signal - 1) & 1 == 1
}

/// Where that can't be asked for, a hang-up is left to the system, so that `nohup` works.
#[cfg(not(target_os = "linux"))]
fn is_ignored(signal: i32) -> bool {
    signal == SIGHUP
}
