//! Which documents of findings are asked for: one for a stream, and any number of files.

use std::path::{Path, PathBuf};

use super::allowances::Allowances;
use super::args::{BaselineArgs, OutputArgs, RunArgs};
use super::run::Run;
use super::{Context, summary};
use crate::files;
use crate::report::escape::show;
use crate::report::{self, Format, Problem, ProblemKind};

/// The documents of a run.
pub(super) struct Documents {
    /// For the stream of findings; `None` if what was asked for can't be.
    pub(super) stream: Option<&'static Format>,
    /// For files.
    pub(super) files: Vec<Document>,
}

/// A document that goes to a file.
pub(super) struct Document {
    pub(super) format: &'static Format,
    /// The file, as it was named.
    pub(super) name: String,
    /// The file, without links.
    pub(super) path: PathBuf,
}

/// Reads what is asked for and begins the run. The documents are there even if there is no run, to say so.
pub(super) fn begin<'d>(
    output: &OutputArgs,
    args: &RunArgs,
    baseline: &BaselineArgs,
    context: &mut Context<'d>,
) -> (Documents, Result<(Run<'d>, Allowances), Problem>) {
    let (mut documents, refusal) = read(output, context.out_is_terminal);
    let refuse = |message: String, context: &mut Context| {
        context.err.print(&format!("error: {}\n", show(&message)));
        Err(Problem { path: None, kind: ProblemKind::Usage, message })
    };
    if let Some(message) = refusal {
        return (documents, refuse(message, context));
    }
    let begun = Run::begin(args, context).and_then(|run| {
        let allowances = Allowances::load(&run, args, baseline);
        let allowances = allowances.inspect_err(|problem| summary::problem(problem, context))?;
        match documents.give_up_read_files(&run, &allowances) {
            Some(message) => refuse(message, context),
            None => Ok((run, allowances)),
        }
    });
    (documents, begun)
}

/// The documents that can be, and why another one can't.
fn read(output: &OutputArgs, is_terminal: bool) -> (Documents, Option<String>) {
    let mut documents = Documents { stream: None, files: Vec::new() };
    let mut refusals = Vec::new();
    for wanted in &output.output_format {
        if let Err(message) = documents.add(wanted) {
            refusals.push(message);
        }
    }
    let refusal = refusals.into_iter().next();
    if refusal.is_some() {
        // Which of them a program on the other end of the stream expects can't be told.
        documents.stream = None;
    } else if documents.stream.is_none() {
        documents.stream = Some(report::readable(is_terminal));
    }
    (documents, refusal)
}

/// Whether the file at `path` (without links) is one that the run reads.
pub(super) fn is_read(path: &Path, run: &Run, allowances: &Allowances) -> bool {
    let is_configuration = run.config.path.as_deref().is_some_and(|own| files::is_same(path, own));
    let is_checked = || run.targets().iter().any(|target| files::is_same(path, &target.path));
    let is_baseline = || files::is_same(path, &allowances.baseline.target.path);
    path.exists() && (is_configuration || is_baseline() || is_checked())
}

impl Documents {
    fn add(&mut self, wanted: &str) -> Result<(), String> {
        let (name, file) = wanted.split_once('=').map_or((wanted, None), |(name, file)| (name, Some(file)));
        let Some(format) = report::find(name) else {
            let known: Vec<&str> = report::FORMATS.iter().map(|format| format.name).collect();
            return Err(format!("unknown output format `{name}`; known are {}", known.join(", ")));
        };
        let Some(file) = file else {
            return match self.stream.replace(format) {
                None => Ok(()),
                Some(other) => Err(format!(
                    "`{}` and `{name}` can't both go to the same stream; write one to a file with \
                     `--output-format {name}=PATH`",
                    other.name
                )),
            };
        };
        if matches!(file, "" | "-") {
            return Err(format!("`--output-format {wanted}` names no file; for the stream, leave out `={file}`"));
        }
        let path = files::destination(file.as_ref())
            .map_err(|reason| format!("the {name} report can't be written to `{file}`: {reason}"))?;
        if let Some(other) = self.files.iter().find(|other| other.path == path) {
            return Err(format!("`{}` and `{name}` can't both be written to `{file}`", other.format.name));
        }
        self.files.push(Document { format, name: file.to_owned(), path });
        Ok(())
    }

    /// Leaves out the documents that would replace a file that the run reads. Returns what to say about it.
    fn give_up_read_files(&mut self, run: &Run, allowances: &Allowances) -> Option<String> {
        let (read, others) =
            self.files.drain(..).partition::<Vec<_>, _>(|document| is_read(&document.path, run, allowances));
        self.files = others;
        let first = read.first()?;
        let (format, name) = (first.format.name, &first.name);
        Some(format!(
            "the {format} report can't be written to `{name}`, which this run reads; choose a file that is not checked"
        ))
    }
}
