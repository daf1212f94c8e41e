//! Which articles a run is about: paths, lists of paths, what git says has changed, or standard input.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::args::FileArgs;
use crate::config::{self, Config};
use crate::files::{self, Filter, Found, Search, Since, SkipReason, Skipped, Target};
use crate::report::{Problem, ProblemKind};

/// How standard input is called in reports unless it is given a name.
const STANDARD_INPUT: &str = "<stdin>";

/// The articles of a run, and what became of the other files.
pub(super) struct Inputs {
    pub(super) source: Source,
    pub(super) skipped: Vec<Skipped>,
    pub(super) problems: Vec<Problem>,
}

/// Where articles come from.
pub(super) enum Source {
    Files(Vec<Target>),
    Stream {
        /// How it is called in reports.
        shown: String,
        /// Where it is said to lie, as an absolute path.
        path: Option<PathBuf>,
        /// What was read.
        bytes: Vec<u8>,
        /// Whether it is left out, so that it is passed on as it is.
        is_excluded: bool,
    },
}

/// Gathers the articles that `paths` and `args` name.
///
/// # Errors
/// A sentence, if the command asks for what cannot be.
pub(super) fn gather(
    paths: &[PathBuf],
    args: &FileArgs,
    config: &Config,
    working_dir: &Path,
    stdin: &mut dyn Read,
) -> Result<Inputs, String> {
    let filter = filter(args, config, working_dir)?;
    if paths.iter().any(|path| path.as_os_str() == "-") {
        if paths.len() > 1 || args.files_from.is_some() || args.staged || args.changed.is_some() {
            return Err("`-` stands for standard input and can't be mixed with other paths".to_owned());
        }
        return stream(args, &filter, working_dir, stdin);
    }
    if args.stdin_filename.is_some() {
        return Err("--stdin-filename names standard input, but `-` is not among the paths".to_owned());
    }
    let search = Search {
        working_dir,
        filter: &filter,
        force_exclude: args.force_exclude,
        respect_gitignore: !args.no_respect_gitignore,
        untrusted: args.untrusted,
    };
    let mut found = search_for(paths, args, &search, stdin)?;
    if args.untrusted {
        found.problems.extend(found.skipped.iter().map(refused));
    }
    if found.targets.is_empty() && found.problems.is_empty() && !args.allow_empty {
        let message = nothing(paths, args, config, &found.skipped);
        found.problems.push(Problem { path: None, kind: ProblemKind::NothingChecked, message });
    }
    let Found { targets, skipped, problems } = found;
    Ok(Inputs { source: Source::Files(targets), skipped, problems })
}

fn filter(args: &FileArgs, config: &Config, working_dir: &Path) -> Result<Filter, String> {
    let own = config::checked_globs("--exclude", &args.exclude)?;
    let mut exclude = if own.is_empty() { config.files.exclude.clone() } else { own };
    exclude.extend(config::checked_globs("--extend-exclude", &args.extend_exclude)?);
    Filter::new(&working_dir.join(config.root()), &config.files.include, &exclude)
        .map_err(|error| format!("a pattern of files to include or exclude is wrong: {error}"))
}

fn stream(args: &FileArgs, filter: &Filter, working_dir: &Path, stdin: &mut dyn Read) -> Result<Inputs, String> {
    let bytes =
        files::read_stream(stdin, args.max_bytes).map_err(|error| format!("standard input can't be read: {error}"))?;
    let shown = args.stdin_filename.clone().unwrap_or_else(|| STANDARD_INPUT.to_owned());
    let path = args.stdin_filename.as_ref().map(|name| working_dir.join(name));
    let is_excluded = args.force_exclude && path.as_deref().is_some_and(|path| filter.excludes(path));
    let skipped = Skipped { shown: shown.clone(), reason: SkipReason::Excluded };
    let skipped: Vec<Skipped> = is_excluded.then_some(skipped).into_iter().collect();
    let problems = if args.untrusted { skipped.iter().map(refused).collect() } else { Vec::new() };
    Ok(Inputs { source: Source::Stream { shown, path, bytes, is_excluded }, skipped, problems })
}

fn search_for(paths: &[PathBuf], args: &FileArgs, search: &Search, stdin: &mut dyn Read) -> Result<Found, String> {
    let since = match &args.changed {
        Some(revision) => Some(Since::Revision(revision.clone())),
        None => args.staged.then_some(Since::Staged),
    };
    if let Some(since) = since {
        let mut changed = files::changed(search.working_dir, &since).map_err(|error| error.to_string())?;
        let dirs: Vec<PathBuf> = paths.iter().map(|path| clean(&search.working_dir.join(path))).collect();
        let is_mistyped =
            |dir: &&PathBuf| files::is_gone(dir) && !changed.iter().any(|changed| changed.path.starts_with(dir));
        let mistyped: Vec<Problem> =
            dirs.iter().filter(is_mistyped).map(|dir| missing(search.working_dir, dir)).collect();
        changed.retain(|changed| dirs.is_empty() || dirs.iter().any(|dir| changed.path.starts_with(dir)));
        let mut found = search.listed(changed);
        found.problems.extend(mistyped);
        return Ok(found);
    }
    let mut named = paths.to_vec();
    if let Some(list) = &args.files_from {
        named.extend(listed_in(list, args.null, search.working_dir, stdin)?);
    } else if named.is_empty() {
        named.push(PathBuf::from("."));
    }
    Ok(search.run(&named))
}

/// A path without `.`, so that it can be compared part by part.
fn clean(path: &Path) -> PathBuf {
    path.components().filter(|part| *part != std::path::Component::CurDir).collect()
}

fn listed_in(list: &Path, by_null: bool, working_dir: &Path, stdin: &mut dyn Read) -> Result<Vec<PathBuf>, String> {
    let unreadable = |error| format!("--files-from {}: {error}", list.display());
    let mut bytes = Vec::new();
    if list.as_os_str() == "-" {
        stdin.read_to_end(&mut bytes).map_err(unreadable)?;
    } else {
        bytes = fs::read(working_dir.join(list)).map_err(unreadable)?;
    }
    let end = if by_null { b'\0' } else { b'\n' };
    let names = bytes.split(|byte| *byte == end);
    let names = names.map(|name| if by_null { name } else { name.strip_suffix(b"\r").unwrap_or(name) });
    Ok(names.filter(|name| !name.is_empty()).map(|name| PathBuf::from(files::path_of(name))).collect())
}

fn missing(working_dir: &Path, path: &Path) -> Problem {
    let message = "no such file or directory".to_owned();
    Problem { path: Some(files::shown(working_dir, path)), kind: ProblemKind::NotFound, message }
}

fn refused(skipped: &Skipped) -> Problem {
    let message = format!("left out ({}), but with --untrusted every file must be checked", skipped.reason.in_words());
    Problem { path: Some(skipped.shown.clone()), kind: ProblemKind::Skipped, message }
}

/// Why there is nothing to check, and what to do about it.
fn nothing(paths: &[PathBuf], args: &FileArgs, config: &Config, skipped: &[Skipped]) -> String {
    let what = if args.staged {
        "no article is staged in git".to_owned()
    } else if args.changed.is_some() {
        "no article has changed".to_owned()
    } else if args.files_from.is_some() && paths.is_empty() {
        "the list of files names none".to_owned()
    } else {
        let list = |words: Vec<String>| words.join(", ");
        let places = list(paths.iter().map(|path| format!("`{}`", path.display())).collect());
        let patterns = list(config.files.include.iter().map(|pattern| format!("`{pattern}`")).collect());
        let places = if places.is_empty() { "`.`".to_owned() } else { places };
        match skipped {
            [] => format!("no file below {places} matches {patterns}"),
            _ => format!("no file of {places} is left"),
        }
    };
    let left_out = match skipped.len() {
        0 => String::new(),
        1 => "; the one that was found is left out".to_owned(),
        count => format!("; the {count} that were found are left out"),
    };
    format!("nothing to check: {what}{left_out}; --allow-empty accepts that, --show-files --why says more")
}
