//! `wirelint fix`: repair, and report what is left.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::allowances::{self, Allowances};
use super::args::FixArgs;
use super::exact::{Guard, NOT_EXACT};
use super::findings::{self, Findings, Renderer, Stream};
use super::patch_file::PatchFile;
use super::recognised::{Profiles, Recognised};
use super::run::{Run, Tally};
use super::workers::Article;
use super::{Context, FAILED, Verbosity, documents, summary};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Label};
use crate::diff;
use crate::files::{self, Prepared, Target, Writer};
use crate::fix::{Fix, Safety};
use crate::lint::{self, Fixed};
use crate::report::escape::{Shown, show, show_path};
use crate::report::{FileReport, Problem, ProblemKind, Style};
use crate::source::{Source, Span};
use crate::suppress::{Parted, Uses};

/// What becomes of a repaired text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sink {
    /// It replaces the file.
    File,
    /// It is printed.
    Stdout,
    /// A patch is printed, written to a file, or both.
    Patch,
    /// The name of the file is printed.
    Name,
}

/// Said when a patch names files that it does not apply to from here.
const OUTSIDE: &str =
    "note: the patch names files outside the working directory; run wirelint where the patch is to be applied\n";

/// What one article has led to.
struct Done {
    /// For the stream of the sink: patch, name or whole text; empty if nothing changes.
    product: String,
    /// The exact patch; empty if there is none or nobody wants it.
    patch: String,
    /// Whether the product is not exact, because a build server reads along.
    is_altered: bool,
    /// The findings left, rendered for each document.
    left: Vec<Shown>,
    /// What was repaired where.
    log: String,
    tally: Tally,
    /// The profile that was recognised.
    recognised: Option<Recognised>,
    /// What was let pass.
    parted: Parted,
    /// Findings that the repairs have cured; a repair may cure several.
    cured: usize,
    has_changed: bool,
    is_outside: bool,
    /// The repaired text, beside its file.
    prepared: Option<Prepared>,
}

pub(super) fn run(args: &FixArgs, context: &mut Context) -> u8 {
    let (documents, begun) = documents::begin(&args.output, &args.run, &args.baseline, context);
    let sink = match (&begun, args.diff || args.patch.is_some(), args.check) {
        (_, true, _) => Sink::Patch,
        (_, _, true) => Sink::Name,
        (Ok((run, _)), ..) if run.is_stream() => Sink::Stdout,
        _ => Sink::File,
    };
    // Unless stdout is for the patch, the names or the text.
    let fills_stdout = sink != Sink::File && (sink != Sink::Patch || args.diff);
    let stream = if fills_stdout { Stream::Err } else { Stream::Out };
    let (mut run, allowances) = match begun {
        Ok(begun) => begun,
        Err(problem) => {
            findings::give_up(documents, stream, problem, context);
            return FAILED;
        }
    };
    let patch_file = args.patch.as_deref().map(|path| PatchFile::begin(path, &run, &allowances, &documents));
    let mut patch_file = match patch_file.transpose() {
        Ok(patch_file) => patch_file,
        Err(problem) => {
            summary::problem(&problem, context);
            findings::give_up(documents, stream, problem, context);
            return FAILED;
        }
    };
    let guard = Guard::new(args.raw, context);
    let mut findings = Findings::begin(documents, stream, context);
    let writer = Writer { disk: context.disk, policy: args.writing.policy() };
    let job = Job {
        sink,
        writer,
        allowances: &allowances,
        safety: if args.unsafe_fixes { Safety::Unsafe } else { Safety::Safe },
        renderer: findings.renderer(),
        out: context.out_style,
        // In a pipe a patch is for programs, whatever the environment says of colours.
        patch_for_people: context.out_is_terminal || context.color_is_explicit,
        prints_patch: args.diff,
        keeps_patch: patch_file.is_some(),
        guard,
    };
    let speaks = context.verbosity > Verbosity::Quiet && !findings.fill_stderr();
    let (mut cured, mut changed, mut outside, mut altered) = (0, 0, false, false);
    let (mut uses, mut profiles) = (Uses::default(), Profiles::default());
    if sink == Sink::File && context.verbosity > Verbosity::Quiet {
        mention_leftovers(run.targets(), context);
    }
    run.each_together(
        |config, article| job.fix(config, article),
        |done| put_in_place(done, writer),
        |run, done| {
            run.count(&done.tally);
            uses.add(&done.parted);
            cured += done.cured;
            changed += usize::from(done.has_changed);
            outside |= done.has_changed && done.is_outside;
            altered |= done.is_altered;
            context.out.print(&done.product);
            if let Some(file) = &mut patch_file {
                file.add(&done.patch);
            }
            if speaks {
                profiles.add(done.recognised, context);
                context.err.print(&done.log);
            }
            findings.file(&done.left, context);
        },
    );
    if sink == Sink::Stdout && run.summary.checked == 0 {
        // Whoever pipes a text through must never lose it.
        run.pass_stream_through(guard, context);
    }
    run.problems.extend(patch_file.and_then(|file| file.end(context.disk)));
    allowances.report(&uses, &job.renderer, (&mut run, &mut findings), context);
    let fills_stderr = findings.fill_stderr();
    findings.end(&mut run.problems, &run.summary, context);
    if !fills_stderr {
        summary::problems(&run, context);
        if altered {
            context.err.print(NOT_EXACT);
        }
    }
    if speaks {
        let closing = closing(&run, sink, cured, changed) + &summary::unlisted(&run);
        context.err.print(&(closing + &profiles.closing() + &allowances::closing(&uses)));
        if sink == Sink::Patch && outside {
            context.err.print(OUTSIDE);
        }
    }
    let would_change = matches!(sink, Sink::Patch | Sink::Name) && changed > 0;
    if args.run.statistics {
        summary::statistics(&run, context);
    }
    run.verdict(would_change)
}

/// Replaces the files of a batch. What could not be replaced is not done.
fn put_in_place(batch: &mut [Result<Done, Problem>], writer: Writer) {
    let (mut places, mut prepared) = (Vec::new(), Vec::new());
    for (place, done) in batch.iter_mut().enumerate() {
        if let Some(one) = done.as_mut().ok().and_then(|done| done.prepared.take()) {
            places.push(place);
            prepared.push(one);
        }
    }
    for (place, result) in places.into_iter().zip(writer.finish(&prepared)) {
        if let (Err(problem), Some(done)) = (result, batch.get_mut(place)) {
            *done = Err(problem);
        }
    }
}

/// How many temporary files of ended runs are named.
const MOST_LEFTOVERS: usize = 5;

/// Names the temporary files in the directories of `targets`, which nobody else would find.
fn mention_leftovers(targets: &[Target], context: &mut Context) {
    let directories: BTreeSet<&Path> = targets.iter().filter_map(|target| target.place().parent()).collect();
    let working_dir = allowances::working_dir().unwrap_or_default();
    let leftovers = files::leftovers(directories);
    for path in leftovers.iter().take(MOST_LEFTOVERS) {
        let name = show_path(&files::shown(&working_dir, path)).to_string();
        context.err.print(&format!(
            "note: {name} was left by a run that was ended while it wrote, or is in use by one that goes on; \
             look into it before you remove it\n"
        ));
    }
    if leftovers.len() > MOST_LEFTOVERS {
        context.err.print(&format!("note: there are {} more such files\n", leftovers.len() - MOST_LEFTOVERS));
    }
}

struct Job<'r> {
    sink: Sink,
    writer: Writer<'r>,
    allowances: &'r Allowances,
    safety: Safety,
    renderer: Renderer,
    out: Style,
    patch_for_people: bool,
    /// Whether stdout is for the patch.
    prints_patch: bool,
    /// Whether the exact patch is to be kept for a file.
    keeps_patch: bool,
    guard: Guard,
}

impl Job<'_> {
    fn fix(&self, config: &Config, article: &Article) -> Result<Done, Problem> {
        let source = Source::new(article.shown, article.text);
        let settings = config.settings_for(article.shown);
        let is_spared = self.allowances.permits(article);
        let mut fixed = lint::fix_sparing(&source, settings, self.safety, is_spared).map_err(|refused| Problem {
            path: Some(article.shown.to_owned()),
            kind: ProblemKind::FixRefused,
            message: refused.to_string(),
        })?;
        // Before any are let pass, which does not cure them.
        let cured = fixed.found.saturating_sub(fixed.left.len());
        let left = std::mem::take(&mut fixed.left);
        let mut parted = self.allowances.part(article, &Source::new(article.shown, &fixed.text), left);
        fixed.left = std::mem::take(&mut parted.kept);
        let has_changed = fixed.text != article.text;
        if self.sink == Sink::Patch
            && has_changed
            && article.target.is_some_and(|target| target.path.to_str().is_none())
        {
            return Err(Problem {
                path: Some(article.shown.to_owned()),
                kind: ProblemKind::FixRefused,
                message: "its name is not UTF-8, so no patch can name it; `wirelint fix` repairs it in place"
                    .to_owned(),
            });
        }
        let prepared = match (self.sink, article.target, article.original) {
            (Sink::File, Some(target), Some(original)) if has_changed => {
                Some(self.writer.prepare(target, original, fixed.text.as_bytes())?)
            }
            _ => None,
        };
        let (product, patch, is_altered) = match self.sink {
            Sink::Stdout => {
                self.guard.text(article.shown, &fixed.text)?;
                (fixed.text.clone(), String::new(), false)
            }
            Sink::Name if has_changed => (format!("{}\n", show_path(article.shown)), String::new(), false),
            Sink::Patch if has_changed => self.patch(article, &fixed.text),
            Sink::File | Sink::Name | Sink::Patch => (String::new(), String::new(), false),
        };
        let log = if self.sink == Sink::Patch { String::new() } else { log(&source, &fixed, self.sink) };
        let left = self.render_left(article.shown, &source, &fixed, &parted.fingerprints);
        let is_outside = article.shown.starts_with('/') || article.shown.split('/').any(|part| part == "..");
        let settings = settings.for_text(&Source::new(article.shown, &fixed.text));
        let (tally, recognised) = (Tally::of(&fixed.left), Recognised::of(&settings, article.shown));
        Ok(Done {
            product,
            patch,
            is_altered,
            left,
            log,
            tally,
            recognised,
            parted,
            cured,
            has_changed,
            is_outside,
            prepared,
        })
    }

    /// What is printed of a patch, the exact one for a file, and whether what is printed is not that.
    fn patch(&self, article: &Article, new: &str) -> (String, String, bool) {
        let is_exact = self.prints_patch && !self.patch_for_people;
        let exact =
            if is_exact || self.keeps_patch { diff::unified(article.shown, article.text, new) } else { String::new() };
        let (product, is_altered) = if is_exact {
            let (product, is_altered) = self.guard.patch(&exact);
            (product.into_owned(), is_altered)
        } else if self.prints_patch {
            (diff::terminal(article.shown, article.text, new, self.out), false)
        } else {
            (String::new(), false)
        };
        (product, if self.keeps_patch { exact } else { String::new() }, is_altered)
    }

    /// The findings left, in the text that the reader has before them: the file as it is after the run.
    fn render_left(&self, path: &str, original: &Source, fixed: &Fixed, fingerprints: &[String]) -> Vec<Shown> {
        if matches!(self.sink, Sink::File | Sink::Stdout) {
            let source = Source::new(path, &fixed.text);
            return self.renderer.render(&FileReport { path, source: &source, diagnostics: &fixed.left, fingerprints });
        }
        let diagnostics: Vec<Diagnostic> = fixed.left.iter().map(|finding| in_original(finding, fixed)).collect();
        self.renderer.render(&FileReport { path, source: original, diagnostics: &diagnostics, fingerprints })
    }
}

/// A finding in the repaired text, with its places in the original text.
fn in_original(finding: &Diagnostic, fixed: &Fixed) -> Diagnostic {
    let back = |span: Span| {
        let start = fixed.origin(span.start);
        Span::new(start, fixed.origin(span.end).max(start))
    };
    let labels = finding.labels.iter().map(|label| Label { span: back(label.span), message: label.message.clone() });
    let fix = finding.fix.as_ref().map(|fix| Fix {
        edits: fix
            .edits
            .iter()
            .map(|edit| crate::fix::Edit { span: back(edit.span), text: edit.text.clone() })
            .collect(),
        ..fix.clone()
    });
    Diagnostic { span: back(finding.span), labels: labels.collect(), fix, ..finding.clone() }
}

/// What was repaired, line by line of the original.
fn log(source: &Source, fixed: &Fixed, sink: Sink) -> String {
    if fixed.applied.is_empty() {
        return String::new();
    }
    let mut lines: BTreeMap<(usize, &str, &str), usize> = BTreeMap::new();
    for applied in &fixed.applied {
        let line = source.position(applied.span.start).line;
        *lines.entry((line, applied.rule, &applied.title)).or_default() += 1;
    }
    let verb = if sink == Sink::Name { "would be fixed" } else { "fixed" };
    let mut text = format!("{}: {verb}\n", show_path(source.name()));
    for ((line, rule, title), times) in lines {
        let times = if times == 1 { String::new() } else { format!(" (×{times})") };
        text += &format!("  line {line}: [{rule}] {}{times}\n", show(title));
    }
    text
}

fn closing(run: &Run, sink: Sink, cured: usize, changed: usize) -> String {
    let would = if matches!(sink, Sink::Patch | Sink::Name) { "would be " } else { "" };
    let repaired = match changed {
        0 => "nothing to fix".to_owned(),
        _ => format!("{} {would}fixed ({})", summary::count(changed, "file"), summary::count(cured, "finding")),
    };
    let left = if summary::has_findings(run) { summary::findings(run) } else { "nothing".to_owned() };
    let files = summary::files(run);
    if run.summary.checked == 0 {
        return format!("{files}\n");
    }
    let mut text = format!("{files}: {repaired}, {left} left\n");
    if run.summary.fixable_unsafe > 0 {
        text += &format!("{} more can be fixed with `--unsafe-fixes`\n", run.summary.fixable_unsafe);
    }
    text
}
