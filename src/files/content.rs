//! Reading a whole file or stream, and replacing a file as a whole.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::{Target, is_gone, problem, reason};
use crate::report::{Problem, ProblemKind};

/// Files larger than this many bytes are not read.
pub const LARGEST_FILE: u64 = 16 * 1024 * 1024;
/// How the temporary file beside a file that is being replaced is called.
const TEMPORARY: (&str, &str) = (".wirelint-", ".tmp");

/// Writes `text` to a file that must not be there yet: all of it or nothing.
///
/// # Errors
/// If something is there, a dangling link included, or if it can't be written.
pub fn create(target: &Target, text: &str) -> Result<(), Problem> {
    create_bytes(&target.path, text.as_bytes()).map_err(|error| {
        let reason = match error.kind() {
            io::ErrorKind::AlreadyExists => "there is one already, and it is left as it is".to_owned(),
            _ => reason(&error),
        };
        problem(&target.shown, ProblemKind::NotWritten, format!("not written: {reason}"))
    })
}

fn create_bytes(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    // A temporary file is for its owner alone, and a file of the project for everybody that the system lets.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let dir = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let dir = if dir == Path::new("") { Path::new(".") } else { dir };
    let mut temporary = builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1).tempfile_in(dir)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    temporary.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

/// Reads a file of wirelint's own, of any size; `None` if there is nothing at that path.
///
/// # Errors
/// If it is no regular file, is not UTF-8, or can't be read.
pub fn read_own(target: &Target) -> Result<Option<String>, Problem> {
    let fail = |kind, message: String| Err(problem(&target.shown, kind, message));
    if is_gone(&target.path) {
        return Ok(None);
    }
    match fs::metadata(&target.path) {
        Ok(metadata) if !metadata.is_file() => fail(ProblemKind::NotAFile, "not a regular file".to_owned()),
        Ok(_) => match fs::read(&target.path) {
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => Ok(Some(text)),
                Err(error) => {
                    let at = error.utf8_error().valid_up_to();
                    fail(ProblemKind::NotUtf8, format!("not UTF-8: the byte at offset {at} belongs to no character"))
                }
            },
            Err(error) => fail(ProblemKind::Unreadable, reason(&error)),
        },
        Err(error) => fail(ProblemKind::Unreadable, reason(&error)),
    }
}

/// Writes a file that is no article, in place of what is there, and makes the directories above it.
///
/// # Errors
/// If it can't be written.
pub fn overwrite(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, bytes)).map_err(|error| {
        problem(&path.to_string_lossy(), ProblemKind::NotWritten, format!("not written: {}", reason(&error)))
    })
}

/// Reads a regular file, up to one byte further than the largest file allowed.
///
/// # Errors
/// If it is no regular file, or can't be read.
pub fn read(target: &Target) -> Result<Vec<u8>, Problem> {
    if let Some(staged) = &target.staged {
        return Ok(staged.clone());
    }
    let fail = |kind, message| Err(problem(&target.shown, kind, message));
    // Asked before opening, because opening a named pipe waits for a writer.
    let metadata = match fs::metadata(&target.path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return fail(ProblemKind::NotFound, reason(&error)),
        Err(error) => return fail(ProblemKind::Unreadable, reason(&error)),
    };
    if !metadata.is_file() {
        return fail(ProblemKind::NotAFile, "not a regular file".to_owned());
    }
    File::open(&target.path)
        .and_then(|file| read_capped(file, metadata.len()))
        .or_else(|error| fail(ProblemKind::Unreadable, reason(&error)))
}

/// Reads a stream up to its end, or one byte further than the largest file allowed.
///
/// # Errors
/// If it can't be read.
pub fn read_stream(stream: &mut dyn Read) -> io::Result<Vec<u8>> {
    read_capped(stream, 0)
}

/// Reads up to one byte more than the largest file allowed, so that a growing file is noticed.
fn read_capped(stream: impl Read, expected: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected.min(LARGEST_FILE) + 1).unwrap_or(0));
    stream.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text that `bytes` are.
///
/// # Errors
/// If they are more than [`LARGEST_FILE`], or not UTF-8.
pub fn decode<'b>(shown: &str, bytes: &'b [u8]) -> Result<&'b str, Problem> {
    if bytes.len() as u64 > LARGEST_FILE {
        let message = format!("larger than {} MiB, which no article is; it was not read", LARGEST_FILE / 1024 / 1024);
        return Err(problem(shown, ProblemKind::TooLarge, message));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let message = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            "the text is UTF-16; convert it to UTF-8 first".to_owned()
        } else {
            let line = memchr::memchr_iter(b'\n', &bytes[..at]).count() + 1;
            let byte = bytes.get(at).copied().unwrap_or_default();
            format!("not UTF-8: byte 0x{byte:02X} at offset {at}, in line {line}; convert the text to UTF-8 first")
        };
        problem(shown, ProblemKind::NotUtf8, message)
    })
}

/// Puts `new` in place of `old` in a file: all of it or nothing. The permissions stay, and a link stays a link.
///
/// # Errors
/// If the file is read-only, has changed since `old` was read, or can't be written. It is then as it was.
pub fn replace(target: &Target, old: &str, new: &str) -> Result<(), Problem> {
    replace_bytes(&target.path, old.as_bytes(), new.as_bytes())
        .map_err(|error| problem(&target.shown, ProblemKind::NotWritten, format!("not written: {}", reason(&error))))
}

fn replace_bytes(path: &Path, old: &[u8], new: &[u8]) -> io::Result<()> {
    let path = fs::canonicalize(path)?;
    let metadata = fs::metadata(&path)?;
    if metadata.permissions().readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
    }
    let dir = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let mut temporary = tempfile::Builder::new().prefix(TEMPORARY.0).suffix(TEMPORARY.1).tempfile_in(dir)?;
    temporary.write_all(new)?;
    temporary.as_file().set_permissions(metadata.permissions())?;
    temporary.as_file().sync_all()?;
    if fs::read(&path)? != old {
        return Err(io::Error::other("the file has changed since it was read"));
    }
    temporary.persist(&path).map_err(|error| error.error)?;
    Ok(())
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

/// Writes a document to the file that [`destination`] gave: all of it or nothing. A device or a pipe is written to.
/// `name` is how problems call the file.
///
/// # Errors
/// If it can't be written.
pub fn write(path: &Path, name: &str, text: &str) -> Result<(), Problem> {
    write_whole(path, text).map_err(|error| {
        let message = format!("the report could not be written: {}", reason(&error));
        problem(name, ProblemKind::NotWritten, message)
    })
}

fn write_whole(path: &Path, text: &str) -> io::Result<()> {
    let existing = fs::metadata(path).ok();
    if existing.as_ref().is_some_and(|metadata| !metadata.is_file()) {
        return File::options().write(true).open(path)?.write_all(text.as_bytes());
    }
    let dir = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    // Readable like any other new file; temporary files are their owner's alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut temporary = builder.tempfile_in(dir)?;
    temporary.write_all(text.as_bytes())?;
    if let Some(metadata) = existing {
        if metadata.permissions().readonly() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
        }
        temporary.as_file().set_permissions(metadata.permissions())?;
    }
    temporary.as_file().sync_all()?;
    temporary.persist(path).map_err(|error| error.error)?;
    Ok(())
}
