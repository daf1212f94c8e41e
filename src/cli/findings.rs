//! The documents that findings are written to: opened once, a piece for each article, closed once.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::Context;
use super::documents::Documents;
use crate::files;
use crate::report::escape::{Shown, join, show, show_path};
use crate::report::{self, FileReport, Format, Problem, Reader, Style, Summary};

/// Width of readable reports in files, in columns.
const FILE_WIDTH: usize = 100;

/// Which stream findings go to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    Out,
    /// Because stdout is for a patch, for names or for a text.
    Err,
}

/// Documents of findings that were begun.
pub(super) struct Findings {
    documents: Vec<Open>,
}

/// A document that was begun.
struct Open {
    format: &'static Format,
    style: Style,
    sink: Sink,
    is_first: bool,
    /// Pieces by the places of their articles, while they may still be replaced.
    held: Option<BTreeMap<usize, Shown>>,
}

enum Sink {
    Out,
    Err,
    /// Written at the end, so that nobody finds half a document there.
    File {
        name: String,
        path: PathBuf,
        text: String,
    },
}

/// What the documents make of an article; several articles can be rendered at a time.
pub(super) struct Renderer(Vec<(&'static Format, Style)>);

impl Renderer {
    /// A piece for each document.
    pub(super) fn render(&self, report: &FileReport) -> Vec<Shown> {
        let piece = |(format, style): &(&'static Format, Style)| {
            if report.diagnostics.is_empty() && !format.lists_clean_files {
                return Shown::default();
            }
            (format.file)(report, *style)
        };
        self.0.iter().map(piece).collect()
    }
}

impl Findings {
    /// Begins every document; the one for a stream goes to `stream`.
    pub(super) fn begin(documents: Documents, stream: Stream, context: &mut Context) -> Self {
        let mut open = Vec::new();
        let is_on_stdout = stream == Stream::Out;
        let (sink, style) = if is_on_stdout { (Sink::Out, context.out_style) } else { (Sink::Err, context.err_style) };
        if let Some(format) = documents.stream {
            open.push(Open { format, style, sink, is_first: true, held: None });
            if format.reader == Reader::BuildServer && is_on_stdout {
                // The build server swallows the commands; whoever reads the log wants to see findings, too.
                let format = report::readable(context.err_is_terminal);
                open.push(Open { format, style: context.err_style, sink: Sink::Err, is_first: true, held: None });
            }
        }
        for document in documents.files {
            let sink = Sink::File { name: document.name, path: document.path, text: String::new() };
            let style = Style { color: false, width: FILE_WIDTH };
            open.push(Open { format: document.format, style, sink, is_first: true, held: None });
        }
        for document in &mut open {
            document.print(&(document.format.begin)(), context);
        }
        Self { documents: open }
    }

    pub(super) fn renderer(&self) -> Renderer {
        Renderer(self.documents.iter().map(|document| (document.format, document.style)).collect())
    }

    /// Holds back what comes next, until [`Self::release`], in every document that nobody reads before its end.
    pub(super) fn hold(&mut self) {
        for document in &mut self.documents {
            if document.format.is_one_document() || matches!(document.sink, Sink::File { .. }) {
                document.held = Some(BTreeMap::new());
            }
        }
    }

    /// Adds what the renderer made of a file that is no article, or of an article when nothing more will be found in it.
    pub(super) fn file(&mut self, pieces: &[Shown], context: &mut Context) {
        for (document, piece) in self.documents.iter_mut().zip(pieces) {
            document.add(piece, context);
        }
    }

    /// Adds what the renderer made of the article at `place`.
    pub(super) fn article(&mut self, place: usize, pieces: Vec<Shown>, context: &mut Context) {
        for (document, piece) in self.documents.iter_mut().zip(pieces) {
            match &mut document.held {
                Some(held) if !piece.is_empty() => _ = held.insert(place, piece),
                Some(_) => {}
                None => document.add(&piece, context),
            }
        }
    }

    /// Adds what was found in an article later: where it is held back, all of it replaces the piece that is there;
    /// elsewhere `later` comes as a second piece.
    pub(super) fn complete(&mut self, place: usize, all: Vec<Shown>, later: &[Shown], context: &mut Context) {
        for ((document, all), later) in self.documents.iter_mut().zip(all).zip(later) {
            match &mut document.held {
                Some(held) if !all.is_empty() => _ = held.insert(place, all),
                Some(_) => {}
                None => document.add(later, context),
            }
        }
    }

    /// Lets go of what was held back, in the order of the articles.
    pub(super) fn release(&mut self, context: &mut Context) {
        for document in &mut self.documents {
            for piece in document.held.take().unwrap_or_default().into_values() {
                document.add(&piece, context);
            }
        }
    }

    /// Ends every document. One that could not be written is a problem; those on streams, which come last, state it.
    pub(super) fn end(self, problems: &mut Vec<Problem>, summary: &Summary, context: &mut Context) {
        let (files, streams): (Vec<_>, Vec<_>) =
            self.documents.into_iter().partition(|document| matches!(document.sink, Sink::File { .. }));
        for mut document in files.into_iter().chain(streams) {
            document.print(&(document.format.end)(problems, summary), context);
            if let Sink::File { name, path, text } = document.sink {
                problems.extend(files::write(context.disk, &path, &name, &text).err());
            }
        }
    }

    /// Whether stderr is a document for a program, so that nothing else may be printed there.
    pub(super) fn fill_stderr(&self) -> bool {
        self.documents
            .iter()
            .any(|document| matches!(document.sink, Sink::Err) && document.format.reader != Reader::People)
    }
}

impl Open {
    fn add(&mut self, piece: &Shown, context: &mut Context) {
        if !piece.is_empty() {
            if !std::mem::take(&mut self.is_first) {
                self.print(&join(&[&self.format.separator]), context);
            }
            self.print(piece, context);
        }
    }

    fn print(&mut self, text: &Shown, context: &mut Context) {
        match &mut self.sink {
            Sink::Out => context.out.print(text.as_str()),
            Sink::Err => context.err.print(text.as_str()),
            Sink::File { text: whole, .. } => whole.push_str(text.as_str()),
        }
    }
}

/// Ends the documents of a run that could not begin; what is the matter is already printed. Says what else went wrong.
pub(super) fn give_up(documents: Documents, stream: Stream, problem: Problem, context: &mut Context) {
    let findings = Findings::begin(documents, stream, context);
    let mut problems = vec![problem];
    let fills_stderr = findings.fill_stderr();
    findings.end(&mut problems, &Summary::default(), context);
    for problem in problems.iter().skip(1).filter(|_| !fills_stderr) {
        let path = problem.path.as_deref().map(|path| join(&[&show_path(path), &": "])).unwrap_or_default();
        context.err.print(join(&[&"error: ", &path, &show(&problem.message), &"\n"]).as_str());
    }
}
