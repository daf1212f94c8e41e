//! Finding, reading and replacing files: the only place that touches the file system.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use crate::report::{Problem, ProblemKind};

mod content;
mod disk;
mod git;
mod own;
mod replace;
mod search;
mod swap;
mod temporaries;
mod trap;

pub use content::{LARGEST_FILE, Original, Reader, decode, read_own, read_stream};
pub use disk::{Directory, Disk, State, System};
pub use git::{Changed, GitError, Since, changed, path_of};
pub use own::{create, destination, is_same, overwrite, replace, write};
pub use replace::{Policy, Prepared, Writer};
pub use search::{Filter, Found, Search, SkipReason, Skipped};
pub use temporaries::{Temporaries, leftovers};

/// A file to check.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    /// How the file is called in reports: relative to the working directory, with `/`; bytes that are not UTF-8 as
    /// `\xFF`.
    pub shown: String,
    /// Where it was found.
    pub path: PathBuf,
    /// Where it is, if it was named by a link.
    pub resolved: Option<PathBuf>,
    /// The directory that was searched, if it was found below one: no link is followed from there on.
    pub below: Option<Arc<Path>>,
    /// Whether it was named by a link that leads out of the directory it was named in.
    pub is_outside: bool,
    /// What is to be checked in place of what is there: what git has staged.
    pub staged: Option<Vec<u8>>,
}

impl Target {
    /// A file that is read from its path.
    pub fn new(shown: String, path: PathBuf) -> Self {
        Self { shown, path, resolved: None, below: None, is_outside: false, staged: None }
    }

    /// The path it is opened by.
    pub fn place(&self) -> &Path {
        self.resolved.as_deref().unwrap_or(&self.path)
    }
}

/// `path` as people see it: relative to the working directory if it lies below it, without `.`, with `/`.
pub fn shown(working_dir: &Path, path: &Path) -> String {
    if let Some(below) = plainly_below(working_dir, path) {
        return spelled(below);
    }
    let relative = path.strip_prefix(working_dir).unwrap_or(path);
    let parts: PathBuf = relative.components().filter(|part| *part != Component::CurDir).collect();
    let text = spelled(parts.as_os_str().as_encoded_bytes());
    let text = if cfg!(windows) { text.replace('\\', "/") } else { text };
    if text.is_empty() { ".".to_owned() } else { text }
}

/// A name as text: bytes that are not UTF-8 as `\xFF`, so that no two files have the same. A name that already reads
/// like that is told apart by its backslash, which becomes `\x5C`.
fn spelled(name: &[u8]) -> String {
    let is_hexadecimal = |text: &str| text.chars().all(|c| matches!(c, '0'..='9' | 'A'..='F'));
    match std::str::from_utf8(name) {
        Ok(text) if !text.contains("\\x") => return text.to_owned(),
        _ => {}
    }
    let mut text = String::with_capacity(name.len());
    for chunk in name.utf8_chunks() {
        let mut rest = chunk.valid();
        while let Some((before, after)) = rest.split_once("\\x") {
            let looks_spelled = after.get(..2).is_some_and(is_hexadecimal);
            text.extend([before, if looks_spelled { "\\x5Cx" } else { "\\x" }]);
            rest = after;
        }
        text.push_str(rest);
        text.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")));
    }
    text
}

/// `path` as it is seen from `root`, whatever the working directory: with `/`, and with `..` for what lies elsewhere.
/// Both are absolute. Links are not looked at.
pub fn relative(root: &Path, path: &Path) -> String {
    if let Some(below) = plainly_below(root, path) {
        return spelled(below);
    }
    let plain = |path: &Path| {
        path.components().fold(PathBuf::new(), |mut plain, part| {
            match part {
                Component::ParentDir => _ = plain.pop(),
                Component::CurDir => {}
                part => plain.push(part),
            }
            plain
        })
    };
    let (root, path) = (plain(root), plain(path));
    let shared = root.components().zip(path.components()).take_while(|(one, other)| one == other).count();
    let up = root.components().skip(shared).map(|_| "..".to_owned());
    let down = path.components().skip(shared).map(|part| spelled(part.as_os_str().as_encoded_bytes()));
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// What stands behind `root` in `path`, if that is a name below it as it would be typed, without `.` and `..`: so it is
/// for nearly every file that a search finds, and for those nothing has to be taken apart.
fn plainly_below<'p>(root: &Path, path: &'p Path) -> Option<&'p [u8]> {
    let root = root.as_os_str().as_encoded_bytes();
    let below = path.as_os_str().as_encoded_bytes().strip_prefix(root.strip_suffix(b"/").unwrap_or(root))?;
    let below = below.strip_prefix(b"/")?;
    let is_name = |part: &[u8]| !matches!(part, b"" | b"." | b"..");
    (std::path::MAIN_SEPARATOR == '/' && below.split(|byte| *byte == b'/').all(is_name)).then_some(below)
}

/// Whether `path` leads to a directory.
pub fn is_directory(path: &Path) -> bool {
    path.is_dir()
}

/// Whether there certainly is nothing at `path`: a directory that can't be entered may hold it.
pub fn is_gone(path: &Path) -> bool {
    let is_missing = |error: io::Error| matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
    fs::symlink_metadata(path).is_err_and(is_missing)
}

fn problem(shown: &str, kind: ProblemKind, message: String) -> Problem {
    Problem { path: Some(shown.to_owned()), kind, message }
}

/// An error of the operating system in words, without its number.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or directory".to_owned(),
        io::ErrorKind::PermissionDenied if error.raw_os_error().is_some() => "permission denied".to_owned(),
        _ => {
            let text = error.to_string();
            let end = text.find(" (os error").unwrap_or(text.len());
            text.get(..end).unwrap_or(&text).to_owned()
        }
    }
}
