//! `wirelint baseline`: write down what is there, so that only what comes in later is reported.

use std::collections::BTreeSet;

use super::allowances::{self, Allowances, Baseline};
use super::args::{
    BaselineArgs, BaselineCommand, BaselineFileArgs, BaselineRunArgs, BaselineShowArgs, ConfigArgs, Purpose,
};
use super::batch::{self, Batch, Conflicting};
use super::run::Run;
use super::workers::Article;
use super::{CLEAN, Context, FAILED, FOUND, Verbosity, configuration, needless, summary};
use crate::baseline::{self, Entry};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::files::{self, Disk, Target};
use crate::fingerprint::fingerprints;
use crate::lint;
use crate::report::escape::{show, show_path};
use crate::report::{Problem, ProblemKind};
use crate::source::{Source, Span};
use crate::suppress::{Parted, Uses};

pub(super) fn run(command: &BaselineCommand, context: &mut Context) -> u8 {
    match command {
        BaselineCommand::Create(args) => write(args, Task::Create, context),
        BaselineCommand::Update(args) => write(args, Task::Update, context),
        BaselineCommand::Prune(args) => write(args, Task::Prune, context),
        BaselineCommand::Show(args) => show_entries(args, context),
    }
}

/// What is to become of the baseline.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Task {
    /// There is none yet.
    Create,
    /// It holds what is there now, as far as the run has looked.
    Update,
    /// It loses what is not there any more.
    Prune,
}

/// What a run over the articles has shown.
struct Seen {
    /// Everything that could be in a baseline.
    entries: BTreeSet<Entry>,
    uses: Uses,
}

fn write(args: &BaselineRunArgs, task: Task, context: &mut Context) -> u8 {
    let Ok(mut run) = Run::begin(&args.run, context) else { return FAILED };
    let outcome = begin(args, task, &run).and_then(|allowances| {
        let seen = look(&mut run, &allowances);
        // What was not looked at says nothing, so nothing is concluded from it.
        if run.summary.checked == 0 {
            return Ok(CLEAN);
        }
        match task {
            Task::Create => create(&allowances, &seen, context),
            Task::Update => update(&allowances, &seen, &run.config, context),
            Task::Prune => prune(&allowances, &seen, &run.config, context),
        }
    });
    let code = outcome.unwrap_or_else(|problem| {
        run.problems.push(problem);
        FAILED
    });
    summary::problems(&run, context);
    if run.problems.is_empty() { code } else { FAILED }
}

fn begin(args: &BaselineRunArgs, task: Task, run: &Run) -> Result<Allowances, Problem> {
    if run.is_stream() {
        let message = "a baseline is about files: name files or directories instead of `-`".to_owned();
        return Err(Problem { path: None, kind: ProblemKind::Usage, message });
    }
    let allowances = Allowances::load(
        run,
        &args.run,
        &file_args(&args.file, if task == Task::Create { Purpose::Make } else { Purpose::Keep }),
    )?;
    let Baseline { target, text, .. } = &allowances.baseline;
    let refusal = match (task, text) {
        (Task::Create, Some(_)) => "there is a baseline already; `wirelint baseline update` brings it up to date",
        (Task::Update, None) => "there is no baseline yet; `wirelint baseline create` makes one",
        _ => return Ok(allowances),
    };
    Err(Problem { path: Some(target.shown.clone()), kind: ProblemKind::Usage, message: refusal.to_owned() })
}

fn file_args(args: &BaselineFileArgs, purpose: Purpose) -> BaselineArgs {
    BaselineArgs { baseline: args.baseline.clone(), no_baseline: false, purpose }
}

fn look(run: &mut Run, allowances: &Allowances) -> Seen {
    let mut seen = Seen { entries: BTreeSet::new(), uses: Uses::default() };
    let mut batch = Batch::default();
    run.each(
        |config, article| {
            let source = Source::new(article.shown, article.text);
            let settings = config.settings_for(article.shown).for_text(&source);
            let checked = lint::check(&source, &settings);
            let contribution = batch::contribution(&checked, &settings, article);
            Ok((entries(allowances, article, &source, checked.diagnostics), contribution))
        },
        |run, ((entries, parted), contribution)| {
            run.summary.checked += 1;
            seen.entries.extend(entries);
            seen.uses.add(&parted);
            batch.add(contribution);
        },
    );
    batch.judge(
        run,
        |Conflicting { article, source, found, .. }| entries(allowances, article, source, found),
        |_, _, (entries, parted)| {
            seen.entries.extend(entries);
            seen.uses.add(&parted);
        },
    );
    seen.uses.note_comparison();
    seen
}

/// What findings of an article put into a baseline, and what they take out of the one there is.
fn entries(
    allowances: &Allowances,
    article: &Article,
    source: &Source,
    findings: Vec<Diagnostic>,
) -> (Vec<Entry>, Parted) {
    let path = allowances.path_of(article).unwrap_or_default();
    let permits = allowances.permits(article);
    let of_all = fingerprints(&path, source, &findings).into_iter().zip(&findings);
    let left = of_all.filter(|(_, finding)| !permits(source, finding));
    let entries = left.map(|(fingerprint, finding)| Entry::new(&path, source, finding, fingerprint)).collect();
    (entries, allowances.part(article, source, findings))
}

fn create(allowances: &Allowances, seen: &Seen, context: &mut Context) -> Result<u8, Problem> {
    let target = &allowances.baseline.target;
    if seen.entries.is_empty() {
        say(context, "nothing is found, so no baseline is needed; none was written\n");
        return Ok(CLEAN);
    }
    files::create(context.disk, target, &baseline::render(&seen.entries))?;
    say(context, &format!("{}: {}\n", show_path(&target.shown), size(&seen.entries)));
    Ok(CLEAN)
}

fn update(allowances: &Allowances, seen: &Seen, config: &Config, context: &mut Context) -> Result<u8, Problem> {
    let old: BTreeSet<Entry> = allowances.baseline.entries.iter().cloned().collect();
    let judged: BTreeSet<usize> =
        allowances.judged_known(&seen.uses, config).into_iter().map(|(index, _)| index).collect();
    let kept = allowances.baseline.entries.iter().enumerate().filter(|(index, _)| !judged.contains(index));
    let new: BTreeSet<Entry> = kept.map(|(_, entry)| entry.clone()).chain(seen.entries.iter().cloned()).collect();
    rewrite(context.disk, &allowances.baseline, &new)?;
    let (added, removed) = (new.difference(&old).count(), old.difference(&new).count());
    let shown = show_path(&allowances.baseline.target.shown);
    say(context, &format!("{shown}: {added} added, {removed} removed; {}\n", size(&new)));
    Ok(CLEAN)
}

fn prune(allowances: &Allowances, seen: &Seen, config: &Config, context: &mut Context) -> Result<u8, Problem> {
    let shown = show_path(&allowances.baseline.target.shown);
    if allowances.baseline.text.is_some() {
        let judged = allowances.judged_known(&seen.uses, config);
        let unmet: BTreeSet<usize> = judged.into_iter().filter(|(_, is_met)| !is_met).map(|(index, _)| index).collect();
        let (removed, kept): (Vec<_>, Vec<_>) =
            allowances.baseline.entries.iter().enumerate().partition(|(index, _)| unmet.contains(index));
        let kept: BTreeSet<Entry> = kept.into_iter().map(|(_, entry)| entry.clone()).collect();
        if !removed.is_empty() {
            rewrite(context.disk, &allowances.baseline, &kept)?;
        }
        for (_, entry) in &removed {
            context.out.print(&format!("{shown}: removed {}", line(entry)));
        }
        say(context, &format!("{shown}: {} removed; {}\n", summary::count(unmet.len(), "finding"), size(&kept)));
    }
    prune_configuration(allowances, seen, config, context)
}

/// Takes entries that are needed no longer out of the configuration. [`FOUND`] if one of them is left to people, as is
/// everything in files that it extends.
fn prune_configuration(
    allowances: &Allowances,
    seen: &Seen,
    config: &Config,
    context: &mut Context,
) -> Result<u8, Problem> {
    let mut code = CLEAN;
    for (list, judged) in config.allow.iter().zip(allowances.judged_permits(&seen.uses, config)) {
        let needless = judged.into_iter().filter(|(_, entry)| entry.uses == 0 || entry.expired.is_some());
        let is_removable = |index| needless::is_own(list, config) && list.text_without(&[index]).is_some();
        let (removable, by_hand): (Vec<_>, Vec<_>) = needless.partition(|(index, _)| is_removable(*index));
        let source = Source::new(&list.name, &list.text);
        let place = |span: Span| format!("{}:{}", show_path(&list.name), source.position(span.start).line);
        let indices: Vec<usize> = removable.iter().map(|(index, _)| *index).collect();
        if !indices.is_empty() {
            let shown = list.name.to_string();
            let target = Target::new(shown.clone(), allowances::working_dir()?.join(&shown));
            let new = list.text_without(&indices).ok_or_else(|| Problem {
                path: Some(target.shown.clone()),
                kind: ProblemKind::NotWritten,
                message: "the entries under `[[allow]]` can't be taken out together; take them out by hand".to_owned(),
            })?;
            files::replace(context.disk, &target, &list.text, &new)?;
        }
        for (_, entry) in &removable {
            context.out.print(&format!("{}: removed [[allow]] {}\n", place(entry.place), show(&entry.what)));
        }
        for (_, entry) in &by_hand {
            let what = show(&entry.what);
            context.out.print(&format!("{}: to be taken out by hand: {what}\n", place(entry.place)));
            code = FOUND;
        }
    }
    Ok(code)
}

/// Writes the baseline, if it is not as it should be.
fn rewrite(disk: &dyn Disk, old: &Baseline, entries: &BTreeSet<Entry>) -> Result<(), Problem> {
    let text = baseline::render(entries);
    match &old.text {
        Some(before) if *before == text => Ok(()),
        Some(before) => files::replace(disk, &old.target, before, &text),
        None => files::create(disk, &old.target, &text),
    }
}

fn show_entries(args: &BaselineShowArgs, context: &mut Context) -> u8 {
    let Some(config) = config(args, context) else { return FAILED };
    let problem = match Baseline::read(&file_args(&args.file, Purpose::Keep), &config) {
        Ok(Baseline { target, text: Some(_), entries }) => {
            context.out.print(&entries.iter().map(line).collect::<String>());
            say(context, &format!("{}: {}\n", show_path(&target.shown), size(&entries)));
            return CLEAN;
        }
        Ok(Baseline { target, .. }) => Problem {
            path: Some(target.shown),
            kind: ProblemKind::NotFound,
            message: "there is no baseline; `wirelint baseline create` makes one".to_owned(),
        },
        Err(problem) => problem,
    };
    summary::problem(&problem, context);
    FAILED
}

/// The configuration in force, where no run is meant. What is wrong with it is already printed.
fn config(args: &BaselineShowArgs, context: &mut Context) -> Option<Config> {
    let named = ConfigArgs { config: args.config.clone(), isolated: args.isolated, ..ConfigArgs::default() };
    let working_dir = allowances::working_dir().inspect_err(|problem| summary::problem(problem, context)).ok()?;
    let read = configuration::read(&named, false, &working_dir);
    let config = read.and_then(|(file, flags)| Config::resolve(file.as_ref(), &flags));
    config.map_err(|error| configuration::refuse(&error, context)).ok()
}

/// An entry in a line for people.
fn line(entry: &Entry) -> String {
    let [path, rule, excerpt] = [show_path(&entry.path), show(&entry.rule), show(&entry.excerpt)];
    format!("{path}: [{rule}] {excerpt}").trim_end().to_owned() + "\n"
}

/// `3 findings in 2 files`.
fn size<'e>(entries: impl IntoIterator<Item = &'e Entry> + Clone) -> String {
    let number = entries.clone().into_iter().count();
    format!("{} in {}", summary::count(number, "finding"), summary::count(allowances::paths(entries), "file"))
}

fn say(context: &mut Context, text: &str) {
    if context.verbosity > Verbosity::Quiet {
        context.err.print(text);
    }
}
