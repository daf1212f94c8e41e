//! What `check`, `fix` and `parse` share: configuration, files, and one pass over them in order.

use std::collections::BTreeMap;
use std::env;
use std::path::Path;
use std::sync::Arc;

use super::args::RunArgs;
use super::exact::Guard;
use super::guarded::guarded;
use super::inputs::{self, Inputs};
use super::progress::Progress;
use super::workers::{Article, Workers};
use super::{Context, Verbosity, configuration};
use crate::config::{Config, ConfigError};
use crate::diagnostic::{Diagnostic, MOST_LISTED, Severity};
use crate::files::{self, Disk, Skipped, Target};
use crate::report::escape::show;
use crate::report::{self, Problem, ProblemKind, Summary};

/// A run over articles, ready to begin.
pub(super) struct Run<'d> {
    pub(super) config: Arc<Config>,
    disk: &'d dyn Disk,
    /// Larger files, in bytes, are not read.
    max_bytes: u64,
    source: inputs::Source,
    /// Files that were left out.
    pub(super) skipped: Vec<Skipped>,
    /// What could not be done.
    pub(super) problems: Vec<Problem>,
    /// What was found, in numbers.
    pub(super) summary: Summary,
    /// Findings by rule.
    pub(super) by_rule: BTreeMap<&'static str, usize>,
    worst: Option<Severity>,
    tolerance: Tolerance,
    progress: Progress,
}

/// What is put up with.
#[derive(Clone, Copy)]
struct Tolerance {
    /// Up to so many warnings.
    warnings: Option<usize>,
    /// Everything that was found.
    findings: bool,
}

impl<'d> Run<'d> {
    /// Reads the configuration and finds the files.
    ///
    /// # Errors
    /// If the command or the configuration is wrong. That is already printed.
    pub(super) fn begin(args: &RunArgs, context: &mut Context<'d>) -> Result<Self, Problem> {
        match prepare(args, context) {
            Ok(run) => {
                if context.verbosity == Verbosity::Verbose {
                    let file = run.config.path.as_deref();
                    let file = file.map_or("none".into(), Path::to_string_lossy);
                    context.err.print(&format!("configuration: {}\n", report::escape::show_path(&file)));
                }
                Ok(run)
            }
            Err(Refusal::Config(error)) => Err(configuration::refuse(&error, context)),
            Err(Refusal::Usage(message)) => {
                context.err.print(&format!("error: {}\n", show(&message)));
                Err(Problem { path: None, kind: ProblemKind::Usage, message })
            }
        }
    }

    /// Whether the article comes from standard input.
    pub(super) fn is_stream(&self) -> bool {
        matches!(self.source, inputs::Source::Stream { .. })
    }

    /// The files to check; none if the article comes from standard input.
    pub(super) fn targets(&self) -> &[Target] {
        match &self.source {
            inputs::Source::Files(targets) => targets,
            inputs::Source::Stream { .. } => &[],
        }
    }

    /// Works on every article, on several at a time, and takes what came out of each in the order of their names.
    pub(super) fn each<T: Send>(
        &mut self,
        work: impl Fn(&Config, &Article) -> Result<T, Problem> + Sync,
        take: impl FnMut(&mut Self, T),
    ) {
        self.each_together(work, |_| {}, take);
    }

    /// As [`Self::each`]; `complete` does, between the two, what is better done for many of them together.
    pub(super) fn each_together<T: Send>(
        &mut self,
        work: impl Fn(&Config, &Article) -> Result<T, Problem> + Sync,
        complete: impl Fn(&mut [Result<T, Problem>]),
        mut take: impl FnMut(&mut Self, T),
    ) {
        let source = std::mem::replace(&mut self.source, inputs::Source::Files(Vec::new()));
        match &source {
            inputs::Source::Stream { is_excluded: true, .. } => {}
            inputs::Source::Stream { shown, path, bytes, .. } => {
                let path = path.as_deref();
                let done = guarded(Some(shown), || {
                    let text = files::decode(shown, bytes, self.max_bytes)?;
                    work(&self.config, &Article { shown, text, path, target: None, original: None, place: 0 })
                });
                self.settle(done, &mut take);
            }
            inputs::Source::Files(targets) => {
                let mut progress = std::mem::replace(&mut self.progress, Progress::new(0, false));
                self.workers().each_batch(targets, &work, |mut done| {
                    complete(&mut done);
                    progress.advance(done.len());
                    progress.without_bar(|| {
                        for done in done {
                            self.settle(done, &mut take);
                        }
                    });
                });
            }
        }
        self.source = source;
    }

    /// Reads the article at `place` once more and works on it; `None` if there is none.
    pub(super) fn again<T>(
        &self,
        place: usize,
        work: impl FnOnce(&Config, &Article) -> T,
    ) -> Option<Result<T, Problem>> {
        let target = self.targets().get(place)?;
        Some(self.workers().one(target, place, |config, article| Ok(work(config, article))))
    }

    fn workers(&self) -> Workers<'d> {
        Workers { config: Arc::clone(&self.config), disk: self.disk, max_bytes: self.max_bytes }
    }

    /// Prints standard input as it came, the part that was not read included; unless a build server could take a
    /// command out of it, which is then a problem of the run.
    pub(super) fn pass_stream_through(&mut self, guard: Guard, context: &mut Context) {
        let inputs::Source::Stream { shown, bytes, .. } = &self.source else { return };
        let mut part = vec![0; 1 << 16];
        let mut count = context.stdin.read(&mut part).unwrap_or(0);
        let is_whole = if count > 0 { guard.unread(shown) } else { Ok(()) };
        if let Err(problem) = is_whole.and_then(|()| guard.text(shown, &String::from_utf8_lossy(bytes))) {
            if !self.problems.contains(&problem) {
                self.problems.push(problem);
            }
            return;
        }
        context.out.print_bytes(bytes);
        while count > 0 {
            context.out.print_bytes(&part[..count]);
            count = context.stdin.read(&mut part).unwrap_or(0);
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
        for rule in &found.rules {
            *self.by_rule.entry(rule).or_default() += 1;
        }
        self.worst = self.worst.max(found.worst);
    }

    /// Whether there are more warnings than `--max-warnings` tolerates.
    pub(super) fn has_too_many_warnings(&self) -> bool {
        self.tolerance.warnings.is_some_and(|most| self.summary.warnings > most)
    }

    /// The exit code: `would_change` says that there is something to repair that was not repaired.
    pub(super) fn verdict(&self, would_change: bool) -> u8 {
        let reaches = |severity| self.config.fail_on.is_reached(severity);
        let has_failed = match self.tolerance.warnings {
            Some(_) => {
                let fails = |severity, count: usize| count > 0 && reaches(severity);
                self.has_too_many_warnings()
                    || fails(Severity::Error, self.summary.errors)
                    || fails(Severity::Info, self.summary.infos)
            }
            None => self.worst.is_some_and(reaches),
        };
        if !self.problems.is_empty() {
            super::FAILED
        } else if (has_failed || would_change) && !self.tolerance.findings {
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
    rules: Vec<&'static str>,
    worst: Option<Severity>,
}

impl Tally {
    pub(super) fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut summary = Summary::default();
        summary.add_file(diagnostics);
        let rules = diagnostics.iter().map(|finding| finding.rule).collect();
        Self { summary, rules, worst: diagnostics.iter().map(|finding| finding.severity).max() }
    }

    /// The same of findings that come after others, so that their article has so many in all.
    pub(super) fn among(mut self, all: usize) -> Self {
        let unlisted = |number: usize| number.saturating_sub(MOST_LISTED);
        self.summary.unlisted = unlisted(all) - unlisted(all.saturating_sub(self.rules.len()));
        self
    }

    /// The same of findings in a file that is no article, and so does not count as one.
    pub(super) fn besides_articles(diagnostics: &[Diagnostic]) -> Self {
        let mut tally = Self::of(diagnostics);
        tally.summary.checked = 0;
        tally
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

fn prepare<'d>(args: &RunArgs, context: &mut Context<'d>) -> Result<Run<'d>, Refusal> {
    let working_dir =
        env::current_dir().map_err(|error| Refusal::Usage(format!("the working directory can't be used: {error}")))?;
    let (file, flags) = configuration::read(&args.config, args.files.untrusted, &working_dir)?;
    let config = Config::resolve(file.as_ref(), &flags)?;
    let Inputs { source, skipped, problems } =
        inputs::gather(&args.paths, &args.files, &config, &working_dir, context.stdin).map_err(Refusal::Usage)?;
    let failed =
        problems.iter().filter(|problem| problem.path.is_some() && problem.kind != ProblemKind::Skipped).count();
    let checked = match &source {
        inputs::Source::Files(targets) => targets.len(),
        inputs::Source::Stream { is_excluded, .. } => usize::from(!is_excluded),
    };
    let found = checked + skipped.len() + failed;
    Ok(Run {
        config: Arc::new(config),
        disk: context.disk,
        max_bytes: args.files.max_bytes,
        source,
        summary: Summary { found, skipped: skipped.len(), failed, ..Summary::default() },
        skipped,
        problems,
        by_rule: BTreeMap::new(),
        worst: None,
        tolerance: Tolerance { warnings: args.max_warnings, findings: args.exit_zero },
        progress: Progress::new(checked, context.err_is_terminal && context.verbosity > Verbosity::Quiet),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run_over(names: &[&str], dir: &Path) -> Run<'static> {
        static DISK: files::System = files::System::new();
        let targets: Vec<Target> = names.iter().map(|name| Target::new((*name).to_owned(), dir.join(name))).collect();
        for target in &targets {
            std::fs::write(&target.path, "News ID : 1\n").expect("a file");
        }
        Run {
            config: Arc::new(Config::resolve(None, &crate::config::Flags::default()).expect("the defaults make sense")),
            disk: &DISK,
            max_bytes: files::LARGEST_FILE,
            source: inputs::Source::Files(targets),
            summary: Summary { found: names.len(), ..Summary::default() },
            skipped: Vec::new(),
            problems: Vec::new(),
            by_rule: BTreeMap::new(),
            worst: None,
            tolerance: Tolerance { warnings: None, findings: false },
            progress: Progress::new(0, false),
        }
    }

    #[test]
    fn a_panic_in_one_article_is_a_problem_of_that_article() {
        let dir = tempfile::tempdir().expect("a directory");
        let mut run = run_over(&["a.txt", "b.txt", "c.txt"], dir.path());
        let mut done = Vec::new();
        run.each(
            |_, article| {
                assert_ne!(article.shown, "b.txt", "index 7 is out of bounds");
                Ok(article.shown.to_owned())
            },
            |_, shown| done.push(shown),
        );
        assert_eq!(done, ["a.txt", "c.txt"]);
        assert_eq!((run.summary.failed, run.verdict(false)), (1, crate::cli::FAILED));
        let [problem] = run.problems.as_slice() else { panic!("{:?}", run.problems) };
        assert_eq!((problem.path.as_deref(), problem.kind), (Some("b.txt"), ProblemKind::Internal));
        assert!(problem.message.contains("out of bounds") && problem.message.contains("please report it"));
        assert_eq!(run.again(1, |_, _| 7), Some(Ok(7)));
        assert!(run.again::<()>(1, |_, _| panic!("again")).is_some_and(|done| done.is_err()));
    }

    #[test]
    fn a_panic_over_standard_input_is_a_problem_of_it() {
        let mut run = run_over(&[], Path::new(""));
        let bytes = b"News ID : 1\n".to_vec();
        run.source = inputs::Source::Stream { shown: "<stdin>".to_owned(), path: None, bytes, is_excluded: false };
        run.each(|_, _| -> Result<(), Problem> { panic!("no reason") }, |_, ()| {});
        assert_eq!(run.problems[0].path.as_deref(), Some("<stdin>"));
    }
}
