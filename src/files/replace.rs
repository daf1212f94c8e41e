//! Replacing files: every new text is written beside its file and brought to the disk, and only then do they change
//! places. Whatever happens on the way, a file is the old one or the new one.

use std::collections::{BTreeMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::path::PathBuf;

use rayon::prelude::*;

use super::disk::{Directory, Disk};
use super::swap::{Swap, Unsettled, digest};
use super::{Original, Target, problem, reason, temporaries};
use crate::report::{Problem, ProblemKind};

/// From so many files on, one wait for the whole file system is shorter than one for each of them.
const MANY: usize = 16;

/// How files are replaced.
#[derive(Clone, Copy, Debug, Default)]
pub struct Policy {
    /// Whether a file that has been replaced may still be lost when the power fails.
    pub may_lose: bool,
    /// Whether a file with several names may become several files.
    pub break_hard_links: bool,
    /// Whether a link may lead out of the directory that it was named in.
    pub follow_outside: bool,
}

/// Replaces files.
#[derive(Clone, Copy)]
pub struct Writer<'d> {
    /// Where they lie.
    pub disk: &'d dyn Disk,
    /// How.
    pub policy: Policy,
}

/// A new text that lies beside the file it is for.
#[derive(Debug)]
pub struct Prepared {
    target: Target,
    swap: Swap,
}

impl Writer<'_> {
    /// Writes `new` beside the file that `original` was read from. Nothing has changed then but for a temporary file,
    /// which [`Self::finish`] puts in place.
    ///
    /// # Errors
    /// If the file must not be replaced, has changed, or there is no room.
    pub fn prepare(&self, target: &Target, original: &Original, new: &[u8]) -> Result<Prepared, Problem> {
        self.try_prepare(target, original, new)
            .map_err(|error| problem(&target.shown, ProblemKind::NotWritten, not_written(&error)))
    }

    fn try_prepare(&self, target: &Target, original: &Original, new: &[u8]) -> io::Result<Prepared> {
        if target.is_outside && !self.policy.follow_outside {
            return refuse("it is a link that leads elsewhere; name the file itself, or use --follow-outside");
        }
        let name = target.place().file_name().ok_or(io::ErrorKind::InvalidInput)?.to_owned();
        let directory = self.disk.directory(target)?;
        let file = self.disk.open(&directory, &name)?;
        let now = self.disk.state(&file)?;
        let is_unchanged = match original.state {
            Some(was) => was == now || (was.links > 1 && now.has_content_of(&was)),
            // What git has staged: compared with what is there.
            None => now.is_file && self.disk.read(&file, now.size, now.size.saturating_add(1))? == original.bytes,
        };
        if !is_unchanged {
            return Err(super::swap::changed());
        }
        if now.is_read_only {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
        }
        if now.links > 1 && !self.policy.break_hard_links {
            let others = now.links - 1;
            return refuse(&format!(
                "the file has {others} more name{} (hard links), which would keep the old text; --break-hard-links accepts that",
                if others == 1 { "" } else { "s" }
            ));
        }
        let (temporary, file) = self.write_beside(&directory, new, Some(&file))?;
        let ours = self.disk.state(&file).map_err(|error| self.discard(&directory, &temporary, error))?;
        let (read, written) = (digest(&original.bytes), digest(new));
        Ok(Prepared { target: target.clone(), swap: Swap { name, temporary, was: now, read, ours, written } })
    }

    /// Writes a temporary file, like `model` but for its content; if that fails, none is left.
    pub(super) fn write_beside(
        &self,
        directory: &Directory,
        bytes: &[u8],
        model: Option<&File>,
    ) -> io::Result<(OsString, File)> {
        let name = temporaries::new_name();
        let create = || self.disk.create(directory, &name, model.is_some());
        let file = self.disk.temporaries().made(directory.path.join(&name), create)?;
        let written = self.disk.write(&file, bytes);
        match written.and_then(|()| model.map_or(Ok(()), |model| self.disk.liken(&file, model))) {
            Ok(()) => Ok((name, file)),
            Err(error) => Err(self.discard(directory, &name, error)),
        }
    }

    /// Removes a temporary file that is not needed, because of `why`.
    fn discard(&self, directory: &Directory, name: &OsStr, why: io::Error) -> io::Error {
        self.disk.temporaries().settle(&directory.path.join(name), |_| self.remove(directory, name, why))
    }

    /// Returns `why`, and whatever else went wrong.
    pub(super) fn remove(&self, directory: &Directory, name: &OsStr, why: io::Error) -> io::Error {
        // Twice, because what is left behind is a nuisance in somebody's directory.
        let gone = self.disk.remove(directory, name).or_else(|_| self.disk.remove(directory, name));
        match gone {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                io::Error::other(format!("{}; the temporary file `{}` is left", reason(&why), name.display()))
            }
            _ => why,
        }
    }

    /// Puts what was prepared in place; the results are in the same order.
    pub fn finish(&self, prepared: &[Prepared]) -> Vec<Result<(), Problem>> {
        let unsynced = if self.policy.may_lose { BTreeMap::new() } else { self.sync(prepared) };
        let mut seen = HashSet::new();
        // By another way to the same file it is replaced already.
        let mut is_double =
            |swap: &Swap| swap.was.links == 1 && swap.was.identity.is_some_and(|file| !seen.insert(file));
        let doubles: Vec<bool> = prepared.iter().map(|one| is_double(&one.swap)).collect();
        let settle = |(index, (Prepared { target, swap }, is_double)): (usize, (&Prepared, &bool))| {
            self.settle(target, swap, unsynced.get(&index), *is_double)
        };
        // Starting threads costs more than one file.
        let mut settled: Vec<Result<PathBuf, String>> = if let ([only], [is_double]) = (prepared, doubles.as_slice()) {
            vec![settle((0, (only, is_double)))]
        } else {
            prepared.par_iter().zip(&doubles).enumerate().map(settle).collect()
        };
        if !self.policy.may_lose {
            self.sync_directories(prepared, &mut settled);
        }
        let shown = prepared.iter().map(|one| &one.target.shown);
        let to_problem = |words, shown: &str| problem(shown, ProblemKind::NotWritten, words);
        let results = settled.into_iter().zip(shown);
        results.map(|(result, shown)| result.map(drop).map_err(|words| to_problem(words, shown))).collect()
    }

    /// Waits until the directories of what has been settled are on the disk.
    fn sync_directories(&self, prepared: &[Prepared], settled: &mut [Result<PathBuf, String>]) {
        let mut synced: BTreeMap<PathBuf, Option<String>> = BTreeMap::new();
        for (one, result) in prepared.iter().zip(settled) {
            let Ok(path) = result else { continue };
            let sync = || self.disk.directory(&one.target).and_then(|directory| self.disk.sync_directory(&directory));
            let failed = synced.entry(path.clone()).or_insert_with(|| sync().err().map(|error| reason(&error)));
            if let Some(error) = failed {
                *result = Err(format!("written, but the disk does not confirm it: {error}"));
            }
        }
    }

    /// Puts one text in place, or removes it if it is not synced or if it `is_double`. Returns the directory.
    fn settle(
        &self,
        target: &Target,
        swap: &Swap,
        unsynced: Option<&String>,
        is_double: bool,
    ) -> Result<PathBuf, String> {
        let (directory, error) = match (self.disk.directory(target), unsynced) {
            (Ok(directory), None) => (directory, None),
            (Ok(directory), Some(error)) => (directory, Some(io::Error::other(error.clone()))),
            // Once more, only to remove the text.
            (Err(error), _) => match self.disk.directory(target) {
                Ok(directory) => (directory, Some(error)),
                Err(_) => return Err(not_written(&error)),
            },
        };
        match error {
            Some(error) => return Err(not_written(&self.discard(&directory, &swap.temporary, error))),
            None if is_double => drop(self.discard(&directory, &swap.temporary, io::ErrorKind::Other.into())),
            None => self.swap(&directory, swap)?,
        }
        Ok(directory.path)
    }

    fn swap(&self, directory: &Directory, swap: &Swap) -> Result<(), String> {
        self.disk.temporaries().settle(&directory.path.join(&swap.temporary), |replaced| {
            match swap.run(self.disk, directory) {
                Ok(()) => *replaced += 1,
                Err(Unsettled::Refused(error)) => {
                    return Err(not_written(&self.remove(directory, &swap.temporary, error)));
                }
                Err(Unsettled::Kept(words)) => return Err(words),
            }
            Ok(())
        })
    }

    /// Waits until the new texts are on the disk. Returns why some of them may not be, by their places.
    fn sync(&self, prepared: &[Prepared]) -> BTreeMap<usize, String> {
        let mut pending: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (index, one) in prepared.iter().enumerate() {
            pending.entry(one.swap.ours.identity.map(|(device, _)| device)).or_default().push(index);
        }
        let mut failed = BTreeMap::new();
        pending.retain(|_, indices| {
            let Some(one) = indices.first().filter(|_| indices.len() >= MANY).and_then(|first| prepared.get(*first))
            else {
                return true;
            };
            match self.disk.directory(&one.target).and_then(|directory| self.disk.sync_file_system(&directory)) {
                Err(error) if error.kind() == io::ErrorKind::Unsupported => return true,
                Err(error) => failed.extend(indices.iter().map(|index| (*index, reason(&error)))),
                Ok(()) => {}
            }
            false
        });
        let one_by_one: Vec<usize> = pending.into_values().flatten().collect();
        let sync_one = |index: usize| -> Option<(usize, String)> {
            let Prepared { target, swap } = prepared.get(index)?;
            let file = self.disk.directory(target).and_then(|directory| self.disk.open(&directory, &swap.temporary));
            let error = file.and_then(|file| self.disk.sync(&file)).err()?;
            Some((index, reason(&error)))
        };
        match one_by_one.as_slice() {
            [only] => failed.extend(sync_one(*only)),
            many => failed.par_extend(many.par_iter().filter_map(|index| sync_one(*index))),
        }
        failed
    }
}

fn refuse<T>(words: &str) -> io::Result<T> {
    Err(io::Error::other(words))
}

fn not_written(error: &io::Error) -> String {
    format!("not written: {}", reason(error))
}
