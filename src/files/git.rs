//! Asks git which files have changed.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Since when a file counts as changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Since {
    /// Staged for the next commit.
    Staged,
    /// Different from the point where the work branched off from this revision, or new and not yet known to git.
    Revision(String),
}

/// Why git could not be asked.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// It did not start.
    #[error("git could not be run: {0}")]
    NotRun(io::Error),
    /// It refused.
    #[error("git said: {0}")]
    Refused(String),
}

/// The files below `working_dir` that have changed, deleted ones aside, as absolute paths.
///
/// # Errors
/// If git is not there, `working_dir` is in no repository, or the revision is unknown.
pub fn changed(working_dir: &Path, since: &Since) -> Result<Vec<PathBuf>, GitError> {
    let diff = ["diff", "--name-only", "-z", "--relative", "--diff-filter=d", "--no-ext-diff", "--no-renames"];
    let names = match since {
        Since::Staged => ask(working_dir, diff.iter().copied().chain(["--cached"]))?,
        Since::Revision(revision) => {
            // As one word behind `=`, so that no revision can be taken for an option.
            let known = ask(
                working_dir,
                ["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")],
            );
            let known = known.map_err(|error| match error {
                GitError::Refused(_) => GitError::Refused(format!("there is no revision `{revision}`")),
                GitError::NotRun(_) => error,
            })?;
            let commit = String::from_utf8_lossy(&known).trim().to_owned();
            let mut names = ask(working_dir, diff.iter().copied().chain(["--merge-base", commit.as_str()]))?;
            names.extend(ask(working_dir, ["ls-files", "-z", "--others", "--exclude-standard"])?);
            names
        }
    };
    let paths = names.split(|byte| *byte == 0).filter(|name| !name.is_empty());
    Ok(paths.map(|name| working_dir.join(path_of(name))).collect())
}

fn ask(working_dir: &Path, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Result<Vec<u8>, GitError> {
    let output = Command::new("git")
        .arg("-C")
        .arg(working_dir)
        // Nothing that a repository configures is to be run on the way.
        .args(["-c", "core.fsmonitor=false"])
        .args(arguments)
        .output()
        .map_err(GitError::NotRun)?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let first = said.lines().next().unwrap_or("nothing").trim_start_matches("fatal: ");
    Err(GitError::Refused(first.to_owned()))
}

#[cfg(unix)]
fn path_of(name: &[u8]) -> &Path {
    use std::os::unix::ffi::OsStrExt;
    Path::new(OsStr::from_bytes(name))
}

#[cfg(not(unix))]
fn path_of(name: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(name).into_owned())
}
