//! Asks git which files have changed.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
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
    #[error("git: {0}")]
    Refused(String),
}

/// A file that has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Where it is, or was: absolute.
    pub path: PathBuf,
    /// What is staged of it, if that is not what is in the working tree.
    pub staged: Option<Vec<u8>>,
}

/// The files below `working_dir` that have changed, deleted ones aside.
///
/// # Errors
/// If git is not there, `working_dir` is in no repository, or the revision is unknown.
pub fn changed(working_dir: &Path, since: &Since) -> Result<Vec<Changed>, GitError> {
    ask(working_dir, ["rev-parse", "--git-dir"])
        .map_err(|error| error.instead(|| "this directory is in no git repository".to_owned()))?;
    let diff = |arguments: &[&str]| {
        let always = ["diff", "--name-only", "-z", "--relative", "--no-ext-diff", "--no-renames"];
        ask(working_dir, always.iter().chain(arguments))
    };
    let known = ["ls-files", "-z", "--others", "--exclude-standard"];
    let names = match since {
        Since::Staged => {
            let staged = diff(&["--cached", "--diff-filter=d"])?;
            let differing = diff(&[])?;
            let differing: HashSet<&[u8]> = split(&differing).collect();
            return split(&staged).map(|name| of_index(working_dir, name, differing.contains(name))).collect();
        }
        // Before the first commit everything is new.
        Since::Revision(revision) if revision == "HEAD" && commit(working_dir, revision).is_err() => {
            ask(working_dir, known.iter().chain(&["--cached"]))?
        }
        Since::Revision(revision) => {
            let commit = commit(working_dir, revision)?;
            let mut names = diff(&["--diff-filter=d", "--merge-base", &commit])?;
            names.extend(ask(working_dir, known)?);
            names
        }
    };
    Ok(split(&names).map(|name| Changed { path: working_dir.join(path_of(name)), staged: None }).collect())
}

/// The commit that `revision` names.
fn commit(working_dir: &Path, revision: &str) -> Result<String, GitError> {
    // Behind `--end-of-options`, so that no revision can be taken for an option.
    let arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")];
    let commit =
        ask(working_dir, arguments).map_err(|error| error.instead(|| format!("there is no revision `{revision}`")))?;
    Ok(String::from_utf8_lossy(&commit).trim().to_owned())
}

/// A staged file; if the working tree has something else, what would be committed is what counts.
fn of_index(working_dir: &Path, name: &[u8], differs: bool) -> Result<Changed, GitError> {
    let path = path_of(name);
    let path = Path::new(&path);
    let staged = if differs {
        let mut object = OsString::from(":./");
        object.push(path);
        Some(ask(working_dir, [OsStr::new("cat-file"), OsStr::new("blob"), &object])?)
    } else {
        None
    };
    Ok(Changed { path: working_dir.join(path), staged })
}

fn split(names: &[u8]) -> impl Iterator<Item = &[u8]> {
    names.split(|byte| *byte == 0).filter(|name| !name.is_empty())
}

impl GitError {
    /// Says in our words what git refused.
    fn instead(self, words: impl FnOnce() -> String) -> Self {
        match self {
            Self::Refused(_) => Self::Refused(words()),
            Self::NotRun(_) => self,
        }
    }
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

/// The path that the bytes of a name stand for.
#[cfg(unix)]
pub fn path_of(name: &[u8]) -> &Path {
    use std::os::unix::ffi::OsStrExt;
    Path::new(OsStr::from_bytes(name))
}

/// The path that the bytes of a name stand for.
#[cfg(not(unix))]
pub fn path_of(name: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(name).into_owned())
}
