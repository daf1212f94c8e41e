//! Files that are no articles: baselines, configurations, reports, manual pages. Each is written as a whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::disk::{Directory, Disk};
use super::{Original, Policy, Reader, Target, Writer, problem, reason};
use crate::report::{Problem, ProblemKind};

/// Writes `text` to a file that must not be there yet: all of it or nothing.
///
/// # Errors
/// If something is there, a dangling link included, or if it can't be written.
pub fn create(disk: &dyn Disk, target: &Target, text: &str) -> Result<(), Problem> {
    put(disk, target, text.as_bytes(), Place::Free).map_err(|error| {
        let reason = match error.kind() {
            io::ErrorKind::AlreadyExists => "there is one already, and it is left as it is".to_owned(),
            _ => reason(&error),
        };
        problem(&target.shown, ProblemKind::NotWritten, format!("not written: {reason}"))
    })
}

/// Puts `new` in place of `old` in a file. A link stays a link.
///
/// # Errors
/// If the file is read-only, is not `old`, or can't be written. It is then as it was.
pub fn replace(disk: &dyn Disk, target: &Target, old: &str, new: &str) -> Result<(), Problem> {
    let path = fs::canonicalize(&target.path).unwrap_or_else(|_| target.path.clone());
    let target = Target::new(target.shown.clone(), path);
    let Original { bytes, state } = Reader::new(disk, u64::MAX).read(&target)?;
    if bytes != old.as_bytes() {
        let message = format!("not written: {}", super::swap::changed());
        return Err(problem(&target.shown, ProblemKind::NotWritten, message));
    }
    // Nobody keeps two names of one of these to have them changed together.
    let writer = Writer { disk, policy: Policy { break_hard_links: true, ..Policy::default() } };
    let prepared = writer.prepare(&target, &Original { bytes, state }, new.as_bytes())?;
    writer.finish(&[prepared]).into_iter().collect()
}

/// Writes a file in place of what is there, and makes the directories above it.
///
/// # Errors
/// If it can't be written.
pub fn overwrite(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let target = Target::new(path.to_string_lossy().into_owned(), path.to_owned());
    let made = path.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| put(disk, &target, bytes, Place::Any))
        .map_err(|error| problem(&target.shown, ProblemKind::NotWritten, format!("not written: {}", reason(&error))))
}

/// Why no document can be written to `path`, if that can be told beforehand; else the file it is, for comparing.
///
/// # Errors
/// If there is no directory for it, or it is a directory.
pub fn destination(path: &Path) -> Result<PathBuf, String> {
    if path.is_dir() {
        return Err("it is a directory".to_owned());
    }
    if let Ok(existing) = fs::canonicalize(path) {
        return Ok(existing);
    }
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().ok_or("it names no file")?;
    match fs::canonicalize(dir) {
        Ok(dir) if dir.is_dir() => Ok(dir.join(name)),
        _ => Err(format!("there is no directory {}", dir.display())),
    }
}

/// Whether two paths lead to the same file.
pub fn is_same(path: &Path, other: &Path) -> bool {
    fs::canonicalize(other).is_ok_and(|other| other == path)
}

/// Writes a document to the file that [`destination`] gave. A device or a pipe is written to.
/// `name` is how problems call the file.
///
/// # Errors
/// If it can't be written.
pub fn write(disk: &dyn Disk, path: &Path, name: &str, text: &str) -> Result<(), Problem> {
    let written = match fs::metadata(path) {
        Ok(metadata) if !metadata.is_file() => {
            File::options().write(true).open(path).and_then(|mut device| device.write_all(text.as_bytes()))
        }
        _ => put(disk, &Target::new(name.to_owned(), path.to_owned()), text.as_bytes(), Place::Any),
    };
    written.map_err(|error| {
        let message = format!("the report could not be written: {}", reason(&error));
        problem(name, ProblemKind::NotWritten, message)
    })
}

/// What may be at the place of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Nothing.
    Free,
    /// Anything; it is replaced.
    Any,
}

fn put(disk: &dyn Disk, target: &Target, bytes: &[u8], place: Place) -> io::Result<()> {
    let name = target.path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let existing = fs::metadata(&target.path).ok().filter(|_| place == Place::Any).map(|data| data.permissions());
    if existing.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
    }
    let writer = Writer { disk, policy: Policy::default() };
    let directory: Directory = disk.directory(target)?;
    let (temporary, file) = writer.write_beside(&directory, bytes, None)?;
    let done = existing.map_or(Ok(()), |permissions| file.set_permissions(permissions)).and_then(|()| disk.sync(&file));
    let path = directory.path.join(&temporary);
    disk.temporaries().settle(&path, |_| {
        done.and_then(|()| disk.rename(&directory, &temporary, name, place == Place::Any))
            .map_err(|error| writer.remove(&directory, &temporary, error))
    })?;
    disk.sync_directory(&directory)
}
