//! Files that say what git ignores, and are none: whoever opens a named pipe for reading waits until somebody writes.

use std::fs;
use std::path::{Path, PathBuf};

/// What is read in a directory to know what git ignores there.
const READ: [&str; 2] = [".gitignore", ".git/info/exclude"];

/// What must not be opened in a directory, though the search would.
pub(super) fn within(dir: &Path) -> Option<PathBuf> {
    let is_trap = |path: &PathBuf| fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir());
    READ.into_iter().map(|name| dir.join(name)).find(is_trap)
}

/// The same of a directory that is searched and of those above it.
pub(super) fn above(dir: &Path) -> Option<PathBuf> {
    let dir = fs::canonicalize(dir).unwrap_or_else(|_| dir.to_owned());
    dir.ancestors().find_map(within)
}
