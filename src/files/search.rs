//! Which files a run is about: what was named, what lies below it, and what is left out for which reason.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::WalkBuilder;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::content::not_a_file;
use super::temporaries::is_temporary;
use super::{Changed, Target, problem, reason, shown, trap};
use crate::report::{Problem, ProblemKind};

/// What a search for files has led to.
#[derive(Debug, Default)]
pub struct Found {
    /// The files to check, by name, each once.
    pub targets: Vec<Target>,
    /// Files with a fitting name that were left out, by name.
    pub skipped: Vec<Skipped>,
    /// What could not be searched.
    pub problems: Vec<Problem>,
}

/// A file that was left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// How the file is called in reports.
    pub shown: String,
    /// Why it was left out.
    pub reason: SkipReason,
}

/// Why a file was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SkipReason {
    /// `files.exclude` or `--exclude` names it.
    Excluded,
    /// It is a link, met while walking.
    Link,
    /// It is a named pipe, a device or a socket.
    Special,
    /// It is a file that wirelint has made beside an article while replacing that.
    Temporary,
}

impl SkipReason {
    /// All reasons.
    pub const ALL: [Self; 4] = [Self::Excluded, Self::Link, Self::Special, Self::Temporary];

    /// What is said of such files: `2 excluded`.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Excluded => "excluded",
            Self::Link => "link",
            Self::Special => "special file",
            Self::Temporary => "temporary file",
        }
    }
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

    /// Whether a file, or a directory above it, is excluded.
    pub fn excludes(&self, path: &Path) -> bool {
        !self.exclude.is_empty() && self.exclude.matched_path_or_any_parents(self.within(path), false).is_ignore()
    }

    /// The part of `path` below the root; outside the root its name alone.
    fn within<'p>(&self, path: &'p Path) -> &'p Path {
        path.strip_prefix(&self.root).unwrap_or_else(|_| path.file_name().map_or(path, Path::new))
    }
}

/// How files are searched for.
#[derive(Debug)]
pub struct Search<'s> {
    /// What relative paths are relative to.
    pub working_dir: &'s Path,
    /// Which files of a directory are articles.
    pub filter: &'s Filter,
    /// Whether `filter` also excludes files that were named.
    pub force_exclude: bool,
    /// Whether `.gitignore` and its like hide files.
    pub respect_gitignore: bool,
    /// Whether files come from strangers: nothing is hidden, and links are refused even if they are named.
    pub untrusted: bool,
}

impl Search<'_> {
    /// Finds what `named` stands for: files as they are, directories with every article below them, links met on the
    /// way not followed.
    pub fn run(&self, named: &[PathBuf]) -> Found {
        let mut found = Found::default();
        for name in named {
            self.named(&self.working_dir.join(name), &mut found);
        }
        settle(found, matches!(named, [_, _, ..]))
    }

    /// Finds those of `listed` that are articles, as if they had been met while walking.
    pub fn listed(&self, listed: Vec<Changed>) -> Found {
        let mut found = Found::default();
        let below: Arc<Path> = self.working_dir.into();
        for Changed { path, staged } in listed {
            let shown = shown(self.working_dir, &path);
            match fs::symlink_metadata(&path) {
                _ if staged.is_some() && self.filter.includes(&path) && !self.filter.excludes(&path) => {
                    found.targets.push(Target { staged, ..Target::new(shown, path) });
                }
                Ok(metadata) => self.met(
                    Target { below: Some(below.clone()), ..Target::new(shown, path) },
                    metadata.file_type(),
                    &mut found,
                ),
                Err(error) if self.filter.includes(&path) => {
                    found.problems.push(problem(&shown, ProblemKind::Unreadable, reason(&error)));
                }
                Err(_) => {}
            }
        }
        settle(found, false)
    }

    fn named(&self, path: &Path, found: &mut Found) {
        let shown = || shown(self.working_dir, path);
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) => {
                let kind = match error.kind() {
                    io::ErrorKind::NotFound => ProblemKind::NotFound,
                    _ => ProblemKind::Unreadable,
                };
                found.problems.push(problem(&shown(), kind, reason(&error)));
                return;
            }
        };
        let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
        if self.untrusted && is_link {
            let message = "a link, and links are not followed with --untrusted".to_owned();
            found.problems.push(problem(&shown(), ProblemKind::NotAFile, message));
        } else if metadata.is_dir() {
            self.walk(path, self.leads_outside(path, is_link), found);
        } else if self.force_exclude && self.filter.excludes(path) {
            found.skipped.push(Skipped { shown: shown(), reason: SkipReason::Excluded });
        } else if !metadata.is_file() {
            // Not even opened: a pipe would wait, and a device may do anything.
            found.problems.push(not_a_file(&shown()));
        } else {
            let resolved = if is_link { fs::canonicalize(path).ok() } else { None };
            let is_outside = self.leads_outside(path, is_link);
            found.targets.push(Target { resolved, is_outside, ..Target::new(shown(), path.to_owned()) });
        }
    }

    /// Whether what was named leads out of the working directory; if it was not named below that, whether it is a link
    /// that leads out of the directory it lies in. Shells put in names of links that nobody has thought of.
    fn leads_outside(&self, path: &Path, is_link: bool) -> bool {
        let is_below = path.strip_prefix(self.working_dir).is_ok_and(|rest| !rest.components().any(is_upward));
        let root = match path.parent() {
            _ if is_below => self.working_dir,
            Some(parent) if is_link => parent,
            _ => return false,
        };
        // What can't be resolved can't be written to either.
        let real = |path| fs::canonicalize(path);
        real(path).is_ok_and(|path| real(root).is_ok_and(|root| !path.starts_with(root)))
    }

    fn walk(&self, dir: &Path, is_outside: bool, found: &mut Found) {
        let below: Arc<Path> = dir.into();
        let reads_ignore_files = self.respect_gitignore && !self.untrusted;
        let trap = if reads_ignore_files { trap::above(dir) } else { None };
        if let Some(trap) = trap {
            return found.problems.push(not_a_file(&shown(self.working_dir, &trap)));
        }
        let traps = Arc::new(Mutex::new(Vec::new()));
        let met_traps = traps.clone();
        let walk = WalkBuilder::new(dir)
            .hidden(!self.untrusted)
            .ignore(false)
            .git_global(false)
            .git_ignore(reads_ignore_files)
            .git_exclude(reads_ignore_files)
            .parents(reads_ignore_files)
            .filter_entry(move |entry| {
                let is_directory = entry.file_type().is_some_and(|kind| kind.is_dir());
                let trap = if reads_ignore_files && is_directory { trap::within(entry.path()) } else { None };
                let is_entered = trap.is_none();
                met_traps.lock().unwrap_or_else(PoisonError::into_inner).extend(trap);
                // What git keeps for itself is never an article.
                is_entered && entry.file_name() != ".git"
            })
            .sort_by_file_path(Path::cmp)
            .build();
        for entry in walk {
            match entry {
                Ok(entry) => match entry.file_type() {
                    Some(kind) if !kind.is_dir() => {
                        let target = Target::new(shown(self.working_dir, entry.path()), entry.into_path());
                        self.met(Target { below: Some(below.clone()), is_outside, ..target }, kind, found);
                    }
                    _ => {}
                },
                Err(error) => {
                    let place = place_of(&error).unwrap_or(dir);
                    let place = shown(self.working_dir, place);
                    found.problems.push(problem(&place, ProblemKind::Unreadable, cause(&error)));
                }
            }
        }
        let traps = std::mem::take(&mut *traps.lock().unwrap_or_else(PoisonError::into_inner));
        found.problems.extend(traps.iter().map(|trap| not_a_file(&shown(self.working_dir, trap))));
    }

    /// Takes in what was met while walking.
    fn met(&self, target: Target, kind: fs::FileType, found: &mut Found) {
        if !self.filter.includes(&target.path) {
            return;
        }
        // Nobody hides an article from a check by its name.
        let is_temporary = || !self.untrusted && target.path.file_name().is_some_and(is_temporary);
        let reason = if self.filter.excludes(&target.path) {
            SkipReason::Excluded
        } else if kind.is_symlink() {
            SkipReason::Link
        } else if kind.is_file() && is_temporary() {
            SkipReason::Temporary
        } else if kind.is_file() {
            found.targets.push(target);
            return;
        } else if kind.is_dir() {
            return;
        } else {
            SkipReason::Special
        };
        found.skipped.push(Skipped { shown: target.shown, reason });
    }
}

fn is_upward(part: Component) -> bool {
    part == Component::ParentDir
}

/// Puts what was found in order, each file once.
fn settle(mut found: Found, may_repeat: bool) -> Found {
    found.targets.sort();
    found.targets.dedup();
    found.skipped.sort();
    found.skipped.dedup();
    if may_repeat {
        keep_each_file_once(&mut found.targets);
    }
    found
}

/// A file may be named in several ways: `a.txt`, `sub/../a.txt`, a link. The first of its names is kept.
fn keep_each_file_once(targets: &mut Vec<Target>) {
    let mut seen = HashSet::new();
    targets.retain(|target| fs::canonicalize(target.place()).map_or(true, |path| seen.insert(path)));
}

fn place_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place_of(err),
        ignore::Error::Loop { child, .. } => Some(child),
        _ => None,
    }
}

/// What went wrong, without the path, which is said already.
fn cause(error: &ignore::Error) -> String {
    let Some(error) = error.io_error() else { return error.to_string() };
    // The walker wraps what the system says in a sentence that names the path.
    let wrapped = error.get_ref().and_then(|inner| inner.source()?.downcast_ref());
    reason(wrapped.unwrap_or(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_searched_is_told_by_its_place_and_its_cause() {
        let io = || ignore::Error::Io(io::Error::from_raw_os_error(13));
        let with_path = || ignore::Error::WithPath { path: "a/b".into(), err: Box::new(io()) };
        let at_depth = ignore::Error::WithDepth { depth: 1, err: Box::new(with_path()) };
        let at_line = ignore::Error::WithLineNumber { line: 1, err: Box::new(with_path()) };
        let in_circles = ignore::Error::Loop { ancestor: "a".into(), child: "a/b".into() };
        for error in [&with_path(), &at_depth, &at_line, &in_circles] {
            assert_eq!(place_of(error), Some(Path::new("a/b")), "{error}");
        }
        assert_eq!(place_of(&io()), None);
        assert_eq!((cause(&with_path()), cause(&io())), (reason(&io::Error::from_raw_os_error(13)), cause(&at_depth)));
    }
}
