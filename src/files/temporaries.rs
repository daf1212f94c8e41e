//! The temporary files beside the files that are being replaced: how they are called, and which are there just now.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};

/// What the names of temporary files begin and end with.
const AROUND: (&str, &str) = (".wirelint-", ".tmp");

/// A name that no file has, as far as chance goes.
pub(super) fn new_name() -> OsString {
    format!("{}{:016x}{}", AROUND.0, RandomState::new().build_hasher().finish(), AROUND.1).into()
}

/// Whether a name is one of a temporary file.
pub(super) fn is_temporary(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.starts_with(AROUND.0.as_bytes()) && name.ends_with(AROUND.1.as_bytes())
}

/// The temporary files in `directories`: another run makes them just now, or one was ended before it could remove them.
/// Directories that can't be read have none.
pub fn leftovers<'p>(directories: impl IntoIterator<Item = &'p Path>) -> Vec<PathBuf> {
    let entries = directories.into_iter().filter_map(|directory| fs::read_dir(directory).ok()).flatten().flatten();
    let mut found: Vec<PathBuf> =
        entries.filter(|entry| is_temporary(&entry.file_name())).map(|entry| entry.path()).collect();
    found.sort();
    found
}

/// The temporary files that a program has made and not yet got rid of.
///
/// A program that is told to end asks for them to be removed from another thread, at any time. So every step by which one
/// comes or goes holds the lock for steps, which it shares with the others.
#[derive(Debug, Default)]
pub struct Temporaries {
    steps: RwLock<()>,
    live: Mutex<Live>,
}

#[derive(Debug, Default)]
struct Live {
    paths: BTreeSet<PathBuf>,
    replaced: usize,
}

impl Temporaries {
    /// None.
    pub const fn new() -> Self {
        Self { steps: RwLock::new(()), live: Mutex::new(Live { paths: BTreeSet::new(), replaced: 0 }) }
    }

    /// Makes a temporary file at `path`.
    pub(super) fn made<T>(&self, path: PathBuf, make: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let _step = self.step();
        let file = make()?;
        self.live().paths.insert(path);
        Ok(file)
    }

    /// Does what leaves no temporary file at `path`, or none that may be removed. `settle` counts the files that have been
    /// replaced.
    pub(super) fn settle<T>(&self, path: &Path, settle: impl FnOnce(&mut usize) -> T) -> T {
        let _step = self.step();
        let mut replaced = 0;
        let settled = settle(&mut replaced);
        let mut live = self.live();
        live.replaced += replaced;
        live.paths.remove(path);
        settled
    }

    /// Removes every temporary file, and then does the last thing the program does, with the number of files that have
    /// been replaced. No file is replaced meanwhile.
    pub fn abandon(&self, last: impl FnOnce(usize)) {
        let _no_step = self.steps.write().unwrap_or_else(PoisonError::into_inner);
        let live = self.live();
        for path in &live.paths {
            // Whoever is told to end at once has nobody left to tell; the next run finds it.
            drop(fs::remove_file(path));
        }
        last(live.replaced);
    }

    fn step(&self) -> RwLockReadGuard<'_, ()> {
        self.steps.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn live(&self) -> MutexGuard<'_, Live> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn temporary_files_are_known_by_both_ends_of_their_names() {
        assert!(is_temporary(&new_name()) && is_temporary(".wirelint-.tmp".as_ref()));
        assert_ne!(new_name(), new_name());
        for name in [".wirelint-0", "0.tmp", "wirelint-0.tmp", ".wirelint-0.tmp~"] {
            assert!(!is_temporary(name.as_ref()), "{name}");
        }
    }

    #[test]
    fn who_ends_early_removes_what_is_not_in_place_and_says_how_much_is() {
        let dir = tempfile::tempdir().expect("a directory");
        let [done, open] = ["done", "open"].map(|name| dir.path().join(name));
        let temporaries = Temporaries::new();
        for path in [&done, &open] {
            temporaries.made(path.clone(), || fs::write(path, "new")).expect("a file");
        }
        temporaries.settle(&done, |replaced| *replaced += 2);
        temporaries.settle(Path::new("other"), |replaced| *replaced += 1);
        let mut said = None;
        temporaries.abandon(|replaced| said = Some(replaced));
        assert_eq!((said, done.exists(), open.exists()), (Some(3), true, false));
    }
}
