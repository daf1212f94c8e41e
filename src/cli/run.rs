//! What `check`, `fix` and `parse` share: configuration, files, and one pass over them in order.

use std::env;
use std::io::Read;
use std::path::Path;
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use rayon::prelude::*;

use super::args::RunArgs;
use super::{Context, Verbosity};
use crate::config::{self, Config, ConfigError, ConfigFile, Overrides};
use crate::diagnostic::{Diagnostic, Severity};
use crate::files::{self, Filter, Found, Target};
use crate::report::escape::{join, show};
use crate::report::{self, Problem, ProblemKind, Summary};
use crate::source::Source;

/// How many files are worked on before what came out of them is printed.
const BATCH: usize = 256;
/// How standard input is called in reports.
const STANDARD_INPUT: &str = "<stdin>";

/// A run over articles, ready to begin.
pub(super) struct Run {
    pub(super) config: Config,
    input: Input,
    /// What could not be done.
    pub(super) problems: Vec<Problem>,
    /// What was found, in numbers.
    pub(super) summary: Summary,
    worst: Option<Severity>,
    /// What was read from standard input.
    stream: Vec<u8>,
}

enum Input {
    Files(Vec<Target>),
    Stream,
}

/// An article as it was read.
pub(super) struct Article<'r> {
    /// How it is called in reports.
    pub(super) shown: &'r str,
    /// Its text.
    pub(super) text: &'r str,
    /// Where it is written back to; `None` for standard input.
    pub(super) target: Option<&'r Target>,
}

impl Run {
    /// Reads the configuration and finds the files.
    ///
    /// # Errors
    /// If the command or the configuration is wrong. That is already printed.
    pub(super) fn begin(args: &RunArgs, context: &mut Context) -> Result<Self, Problem> {
        match prepare(args, context.stdin) {
            Ok(run) => {
                if context.verbosity == Verbosity::Verbose {
                    let file = run.config.path.as_deref();
                    let file = file.map_or("none".into(), Path::to_string_lossy);
                    context.err.print(&format!("configuration: {}\n", report::escape::show_path(&file)));
                }
                Ok(run)
            }
            Err(Refusal::Config(error)) => {
                let text = match error.as_diagnostic() {
                    Some((name, source, diagnostic)) => {
                        report::render_in_text(name, &Source::new(name, source), diagnostic, context.err_style)
                    }
                    None => join(&[&"error: ", &show(&error.to_string()), &"\n"]),
                };
                context.err.print(text.as_str());
                Err(Problem { path: None, kind: ProblemKind::Configuration, message: error.to_string() })
            }
            Err(Refusal::Usage(message)) => {
                context.err.print(&format!("error: {}\n", show(&message)));
                Err(Problem { path: None, kind: ProblemKind::Usage, message })
            }
        }
    }

    /// Whether the article comes from standard input.
    pub(super) fn is_stream(&self) -> bool {
        matches!(self.input, Input::Stream)
    }

    /// The files to check; none for standard input.
    pub(super) fn targets(&self) -> &[Target] {
        match &self.input {
            Input::Files(targets) => targets,
            Input::Stream => &[],
        }
    }

    /// Works on every article, on several at a time, and takes what came out of each in the order of their names.
    pub(super) fn each<T: Send>(
        &mut self,
        work: impl Fn(&Config, &Article) -> Result<T, Problem> + Sync,
        mut take: impl FnMut(&mut Self, T),
    ) {
        match std::mem::replace(&mut self.input, Input::Files(Vec::new())) {
            Input::Stream => {
                let done = files::decode(STANDARD_INPUT, &self.stream)
                    .and_then(|text| work(&self.config, &Article { shown: STANDARD_INPUT, text, target: None }));
                self.settle(done, &mut take);
            }
            Input::Files(targets) => {
                for batch in targets.chunks(BATCH) {
                    let config = &self.config;
                    let one = |target: &Target| {
                        let bytes = files::read(target)?;
                        let text = files::decode(&target.shown, &bytes)?;
                        work(config, &Article { shown: &target.shown, text, target: Some(target) })
                    };
                    let done: Vec<Result<T, Problem>> = match batch {
                        // Starting threads costs more than one article.
                        [only] => vec![one(only)],
                        batch => batch.par_iter().map(one).collect(),
                    };
                    for done in done {
                        self.settle(done, &mut take);
                    }
                }
            }
        }
    }

    /// Prints standard input as it came, the part that was not read included.
    pub(super) fn pass_stream_through(&self, context: &mut Context) {
        context.out.print_bytes(&self.stream);
        let mut part = vec![0; 1 << 16];
        while let Ok(count @ 1..) = context.stdin.read(&mut part) {
            context.out.print_bytes(&part[..count]);
        }
    }

    fn settle<T>(&mut self, done: Result<T, Problem>, take: &mut impl FnMut(&mut Self, T)) {
        match done {
            Ok(done) => take(self, done),
            Err(problem) => {
                self.summary.failed += 1;
                self.problems.push(problem);
            }
        }
    }

    /// Counts findings.
    pub(super) fn count(&mut self, found: &Tally) {
        self.summary.add(&found.summary);
        self.worst = self.worst.max(found.worst);
    }

    /// The exit code, so far as findings and problems decide it.
    pub(super) fn verdict(&self) -> u8 {
        let fails = |worst| self.config.fail_on.is_reached(worst);
        if !self.problems.is_empty() {
            super::FAILED
        } else if self.worst.is_some_and(fails) {
            super::FOUND
        } else {
            super::CLEAN
        }
    }
}

/// The findings of one article in numbers.
#[derive(Default)]
pub(super) struct Tally {
    summary: Summary,
    worst: Option<Severity>,
}

impl Tally {
    pub(super) fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut summary = Summary::default();
        summary.add_file(diagnostics);
        Self { summary, worst: diagnostics.iter().map(|finding| finding.severity).max() }
    }
}

enum Refusal {
    Usage(String),
    Config(ConfigError),
}

impl From<ConfigError> for Refusal {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

fn prepare(args: &RunArgs, stdin: &mut dyn Read) -> Result<Run, Refusal> {
    let working_dir =
        env::current_dir().map_err(|error| Refusal::Usage(format!("the working directory can't be used: {error}")))?;
    let config = configure(args, &working_dir)?;
    let is_stream = args.paths.iter().any(|path| path.as_os_str() == "-");
    if is_stream && args.paths.len() > 1 {
        return Err(Refusal::Usage("`-` stands for standard input and can't be mixed with other paths".to_owned()));
    }
    if is_stream {
        let stream = files::read_stream(stdin)
            .map_err(|error| Refusal::Usage(format!("standard input can't be read: {error}")))?;
        let summary = Summary { found: 1, ..Summary::default() };
        return Ok(Run { config, input: Input::Stream, problems: Vec::new(), summary, worst: None, stream });
    }
    let filter = Filter::new(&working_dir.join(config.root()), &config.files.include, &config.files.exclude)
        .map_err(|error| Refusal::Usage(format!("files.include or files.exclude: {error}")))?;
    let Found { targets, skipped, mut problems } = files::find(&working_dir, &args.paths, &filter);
    let found = targets.len() + skipped + problems.len();
    let summary = Summary { found, skipped, failed: problems.len(), ..Summary::default() };
    if targets.is_empty() && problems.is_empty() {
        let paths: Vec<String> = args.paths.iter().map(|path| format!("`{}`", path.display())).collect();
        let patterns: Vec<String> = config.files.include.iter().map(|pattern| format!("`{pattern}`")).collect();
        let message = format!("nothing to check: no file below {} matches {}", paths.join(", "), patterns.join(", "));
        problems.push(Problem { path: None, kind: ProblemKind::NothingChecked, message });
    }
    Ok(Run { config, input: Input::Files(targets), problems, summary, worst: None, stream: Vec::new() })
}

fn configure(args: &RunArgs, working_dir: &Path) -> Result<Config, Refusal> {
    let path = match &args.config {
        _ if args.isolated => None,
        Some(path) => Some(path.clone()),
        // Named as people would name it, for messages that point into it.
        None => config::find(working_dir).map(|path| match path.strip_prefix(working_dir) {
            Ok(below) => below.to_owned(),
            Err(_) => path,
        }),
    };
    let file = path.as_deref().map(ConfigFile::read).transpose()?;
    let overrides = Overrides {
        select: args.select.clone(),
        ignore: args.ignore.clone(),
        severity: args.severity.clone(),
        fail_on: args.fail_on,
        profile: args.profile.clone(),
        now: Some(args.now.unwrap_or_else(|| DateTime::<Utc>::from(SystemTime::now()))),
    };
    Ok(Config::resolve(file.as_ref(), &overrides)?)
}
