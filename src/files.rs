//! Finding, reading and replacing files: the only place that touches the file system.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use ignore::{DirEntry, WalkBuilder};

use crate::report::{Problem, ProblemKind};

/// Files larger than this many bytes are not read.
pub const LARGEST_FILE: u64 = 16 * 1024 * 1024;
/// How the temporary file beside a file that is being replaced is called.
const TEMPORARY: (&str, &str) = (".wirelint-", ".tmp");

/// A file to check.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    /// How the file is called in reports: relative to the working directory, with `/`; bytes that are not UTF-8 as
    /// `\xFF`.
    pub shown: String,
    /// How it is opened.
    pub path: PathBuf,
}

/// What a search for files has led to.
#[derive(Debug, Default)]
pub struct Found {
    /// The files to check, by name, each once.
    pub targets: Vec<Target>,
    /// How many files with a fitting name were left out: links, special files, excluded ones.
    pub skipped: usize,
    /// What could not be searched.
    pub problems: Vec<Problem>,
}

/// Which files of a directory are articles.
#[derive(Debug)]
pub struct Filter {
    root: PathBuf,
    include: Gitignore,
    exclude: Gitignore,
}

impl Filter {
    /// A filter of glob patterns in the syntax of `.gitignore`, relative to `root`.
    ///
    /// # Errors
    /// If a pattern is malformed.
    pub fn new(root: &Path, include: &[String], exclude: &[String]) -> Result<Self, ignore::Error> {
        let build = |patterns: &[String]| {
            let mut builder = GitignoreBuilder::new(root);
            for pattern in patterns {
                builder.add_line(None, pattern)?;
            }
            builder.build()
        };
        Ok(Self { root: root.to_owned(), include: build(include)?, exclude: build(exclude)? })
    }

    fn includes(&self, path: &Path) -> bool {
        self.include.matched(self.within(path), false).is_ignore()
    }

    fn excludes(&self, path: &Path, is_dir: bool) -> bool {
        self.exclude.matched(self.within(path), is_dir).is_ignore()
    }

    /// The part of `path` below the root; outside the root its name alone.
    fn within<'p>(&self, path: &'p Path) -> &'p Path {
        path.strip_prefix(&self.root).unwrap_or_else(|_| path.file_name().map_or(path, Path::new))
    }
}

/// Finds the files that `arguments` name: files as they are, directories with everything below them that `filter`
/// lets through. Links met on the way are not followed.
pub fn find(working_dir: &Path, arguments: &[PathBuf], filter: &Filter) -> Found {
    let mut found = Found::default();
    for argument in arguments {
        let path = working_dir.join(argument);
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => walk(working_dir, &path, filter, &mut found),
            Ok(_) => found.targets.push(Target { shown: shown(working_dir, &path), path }),
            Err(error) => {
                let kind = match error.kind() {
                    io::ErrorKind::NotFound => ProblemKind::NotFound,
                    _ => ProblemKind::Unreadable,
                };
                found.problems.push(problem(&shown(working_dir, &path), kind, reason(&error)));
            }
        }
    }
    found.targets.sort();
    found.targets.dedup();
    if arguments.len() > 1 {
        keep_each_file_once(&mut found.targets);
    }
    found
}

/// A file may be named in several ways: `a.txt`, `sub/../a.txt`, a link. The first of its names is kept.
fn keep_each_file_once(targets: &mut Vec<Target>) {
    let mut seen = HashSet::new();
    targets.retain(|target| fs::canonicalize(&target.path).map_or(true, |path| seen.insert(path)));
}

fn walk(working_dir: &Path, dir: &Path, filter: &Filter, found: &mut Found) {
    let excluded =
        |entry: &DirEntry| filter.excludes(entry.path(), entry.file_type().is_some_and(|kind| kind.is_dir()));
    let mut excluded_dirs: Vec<PathBuf> = Vec::new();
    for entry in WalkBuilder::new(dir).ignore(false).git_global(false).sort_by_file_path(Path::cmp).build() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let place = place_of(&error).map_or_else(|| dir.to_owned(), Path::to_owned);
                found.problems.push(problem(&shown(working_dir, &place), ProblemKind::Unreadable, error.to_string()));
                continue;
            }
        };
        let path = entry.path();
        let is_below_excluded = excluded_dirs.iter().any(|dir| path.starts_with(dir));
        let kind = entry.file_type();
        if kind.is_some_and(|kind| kind.is_dir()) {
            if !is_below_excluded && entry.depth() > 0 && excluded(&entry) {
                excluded_dirs.push(path.to_owned());
            }
        } else if filter.includes(path) {
            if is_below_excluded || excluded(&entry) || !kind.is_some_and(|kind| kind.is_file()) {
                found.skipped += 1;
            } else {
                found.targets.push(Target { shown: shown(working_dir, path), path: path.to_owned() });
            }
        }
    }
}

fn place_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place_of(err),
        ignore::Error::Loop { child, .. } => Some(child),
        _ => None,
    }
}

/// `path` as people see it: relative to the working directory if it lies below it, without `.`, with `/`.
fn shown(working_dir: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(working_dir).unwrap_or(path);
    let parts: PathBuf = relative.components().filter(|part| *part != Component::CurDir).collect();
    let text = spelled(parts.as_os_str().as_encoded_bytes());
    let text = if std::path::MAIN_SEPARATOR == '/' { text } else { text.replace(std::path::MAIN_SEPARATOR, "/") };
    if text.is_empty() { ".".to_owned() } else { text }
}

/// A name as text: bytes that are not UTF-8 as `\xFF`, so that no two files have the same. A name that already reads
/// like that is told apart by its backslash, which becomes `\x5C`.
fn spelled(name: &[u8]) -> String {
    let is_hexadecimal = |text: &str| text.chars().all(|c| matches!(c, '0'..='9' | 'A'..='F'));
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

/// Reads a regular file, up to one byte further than the largest file allowed.
///
/// # Errors
/// If it is no regular file, or can't be read.
pub fn read(target: &Target) -> Result<Vec<u8>, Problem> {
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
