//! Which articles a run is about: paths, lists of paths, what git says has changed, or standard input.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::args::FileArgs;
use crate::config::Config;
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
    let mut exclude = if args.exclude.is_empty() { config.files.exclude.clone() } else { args.exclude.clone() };
    exclude.extend_from_slice(&args.extend_exclude);
    Filter::new(&working_dir.join(config.root()), &config.files.include, &exclude)
        .map_err(|error| format!("a pattern of files to include or exclude is wrong: {error}"))
}

fn stream(args: &FileArgs, filter: &Filter, working_dir: &Path, stdin: &mut dyn Read) -> Result<Inputs, String> {
    let bytes = files::read_stream(stdin).map_err(|error| format!("standard input can't be read: {error}"))?;
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
        changed.retain(|path| dirs.is_empty() || dirs.iter().any(|dir| path.starts_with(dir)));
        return Ok(search.listed(&changed));
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
    let mut text = String::new();
    if list.as_os_str() == "-" {
        stdin.read_to_string(&mut text).map_err(unreadable)?;
    } else {
        text = fs::read_to_string(working_dir.join(list)).map_err(unreadable)?;
    }
    let names = text.split(if by_null { '\0' } else { '\n' });
    let names = names.map(|name| if by_null { name } else { name.trim_end_matches('\r') });
    Ok(names.filter(|name| !name.is_empty()).map(PathBuf::from).collect())
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
        format!("no file below {places} matches {patterns}")
    };
    let left_out = match skipped.len() {
        0 => String::new(),
        1 => ", and the one that was found is left out".to_owned(),
        count => format!(", and the {count} that were found are left out"),
    };
    format!("nothing to check: {what}{left_out}; --allow-empty accepts that, --show-files --why says more")
}
