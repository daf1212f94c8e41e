//! Findings for people: each with the lines it is about. The only file that knows miette.
//!
//! miette is given a text of our own making ([`Window`]): only the lines of the finding, already cut and free of
//! anything unprintable, so that what a finding costs does not depend on the size of the file.

use std::fmt;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan,
    SpanContents,
};

use super::escape::{Shown, join, show, show_path};
use super::excerpt::row;
use super::{FileReport, Format, Problem, Reader, Style, Summary};
use crate::diagnostic::{Diagnostic, Severity};
use crate::fix::Safety;
use crate::source::{Position, Source, Span};

pub(super) const FORMAT: Format = Format {
    name: "full",
    summary: "Findings with the lines they are about, for people",
    reader: Reader::People,
    lists_clean_files: false,
    begin: Shown::default,
    file,
    separator: "",
    end,
};

/// The narrowest report; terminals below it wrap by themselves.
const NARROWEST: usize = 40;
/// Lines shown of a span.
const MOST_LINES: usize = 4;
/// A label this many lines away, or fewer, is shown in the same snippet.
const NEAR: usize = 3;
/// Labels shown of a finding.
const MOST_LABELS: usize = 4;

fn file(report: &FileReport, style: Style) -> Shown {
    let snippet = |diagnostic| join(&[&render_in_text(report.path, report.source, diagnostic, style), &"\n"]);
    let rest = report.rest().map(|rest| join(&[&show_path(report.path), &": ", &rest, &"\n\n"]));
    report.listed().iter().map(snippet).chain(rest).collect()
}

fn end(_problems: &[Problem], _summary: &Summary) -> Shown {
    Shown::default()
}

/// One finding in the text of any file, such as a configuration: severity, rule, message, the lines, help and repair.
/// `name` is how the file is called. Ends with a line end.
pub fn render_in_text(name: &str, source: &Source, diagnostic: &Diagnostic, style: Style) -> Shown {
    let width = style.width.max(NARROWEST);
    let finding = Finding::new(name, source, diagnostic, width);
    let handler = GraphicalReportHandler::new_themed(theme(&finding, diagnostic, style.color))
        .with_width(width)
        .with_links(false)
        // Anything but 0, to tell a request for lines from one for a position: see `Window`.
        .with_context_lines(1)
        .without_syntax_highlighting();
    let mut rendered = String::new();
    if handler.render_report(&mut rendered, &finding).is_err() {
        // Only a window that misses a mark fails; the finding is still worth a line.
        rendered = format!("  {}: {}", heading(diagnostic), show(&diagnostic.message));
    }
    let mut report = String::with_capacity(rendered.len());
    for line in rendered.strip_prefix("  ").unwrap_or(&rendered).lines() {
        report.push_str(line.trim_end());
        report.push('\n');
    }
    let hidden = diagnostic.labels.len().saturating_sub(MOST_LABELS);
    if hidden > 0 {
        report.extend(["  and ", &hidden.to_string(), if hidden == 1 { " more place\n" } else { " more places\n" }]);
    }
    if let Some(fix) = &diagnostic.fix {
        let color = if style.color { anstyle::AnsiColor::Green.on_default() } else { anstyle::Style::new() };
        let trust = match fix.safety {
            Safety::Safe => "safe",
            Safety::Unsafe => "unsafe, --unsafe-fixes",
        };
        report.extend([format!("  {color}fix ({trust}):{color:#} {}\n", show(&fix.title))]);
    }
    Shown::laid_out(report)
}

/// What a finding starts with: `error[rule]`.
fn heading(diagnostic: &Diagnostic) -> String {
    format!("{}[{}]", diagnostic.severity.name(), diagnostic.rule)
}

fn theme(finding: &Finding, diagnostic: &Diagnostic, color: bool) -> GraphicalTheme {
    let mut theme = if color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let heading = heading(diagnostic) + ":";
    theme.characters.error.clone_from(&heading);
    theme.characters.warning.clone_from(&heading);
    theme.characters.advice = heading;
    if color {
        let styles = &mut theme.styles;
        styles.error = styles.error.bold();
        styles.warning = styles.warning.bold();
        styles.advice = styles.advice.bold();
        let own = match diagnostic.severity {
            Severity::Error => styles.error,
            Severity::Warning => styles.warning,
            Severity::Info => styles.advice,
        };
        // miette hands these out in the order of the marks.
        let other = styles.help;
        styles.highlights = finding.marks.iter().map(|mark| if mark.label.is_none() { own } else { other }).collect();
    }
    theme
}

/// A finding as miette wants it.
#[derive(Debug)]
struct Finding {
    message: String,
    help: String,
    severity: miette::Severity,
    window: Window,
    /// By place in the window.
    marks: Vec<Mark>,
}

/// A place in the window.
#[derive(Clone, Debug)]
struct Mark {
    /// What stands there; `None` for the finding itself.
    label: Option<String>,
    span: Span,
}

/// The lines of a finding, in blocks of lines that follow each other: the block of the finding itself, then one for
/// each label that is far away.
#[derive(Debug, Default)]
struct Window {
    name: String,
    text: String,
    blocks: Vec<Block>,
    /// Where each mark of the window stands in the real text.
    positions: Vec<(Span, Position)>,
}

#[derive(Debug)]
struct Block {
    span: Span,
    /// Index of the first line in the real text.
    first: usize,
    lines: usize,
}

impl SourceCode for Window {
    /// Gives the whole block that holds `span`, or, if no lines around it are asked for, where it stands: miette asks
    /// so for the position in the header. Refuses a span over two blocks, so that miette does not join them.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let span = Span::new(span.offset(), span.offset() + span.len());
        let block = self.blocks.iter().find(|block| block.span.contains(span) && span.start < block.span.end);
        let block = block.ok_or(MietteError::OutOfBounds)?;
        let position = self.positions.iter().find(|(place, _)| before == 0 && *place == span);
        let (line, column) = position.map_or((block.first, 0), |(_, at)| (at.line - 1, at.column - 1));
        let data = self.text.get(block.span.range()).unwrap_or_default().as_bytes();
        let place = SourceSpan::from((block.span.start, block.span.len()));
        Ok(Box::new(MietteSpanContents::new_named(self.name.clone(), data, place, line, column, block.lines)))
    }
}

impl Finding {
    fn new(name: &str, source: &Source, diagnostic: &Diagnostic, width: usize) -> Self {
        let mut finding = Self {
            message: show(&diagnostic.message).to_string(),
            help: show(&diagnostic.help).as_str().trim().to_owned(),
            severity: match diagnostic.severity {
                Severity::Error => miette::Severity::Error,
                Severity::Warning => miette::Severity::Warning,
                Severity::Info => miette::Severity::Advice,
            },
            window: Window { name: show_path(name).to_string(), ..Window::default() },
            marks: Vec::new(),
        };
        let own = on_characters(source, diagnostic.span);
        let first = source.line_index(own.start);
        let last = if own.is_empty() { first } else { source.line_index(own.end - 1) };
        let is_capped = last - first >= MOST_LINES;
        // A span that is capped hides what stands below it.
        let (last_shown, last_near) =
            if is_capped { (first + MOST_LINES - 2, first + MOST_LINES - 2) } else { (last, last + NEAR) };
        let mut near = vec![Place { label: None, span: own, line: first }];
        let mut far = Vec::new();
        for label in diagnostic.labels.iter().take(MOST_LABELS) {
            let span = on_characters(source, label.span);
            let line = source.line_index(span.start);
            let place = Place { label: Some(show(&label.message).to_string()), span, line };
            if (first.saturating_sub(NEAR)..=last_near).contains(&line) { near.push(place) } else { far.push(place) }
        }
        far.sort_by_key(|place| place.span);
        let deepest = near.iter().chain(&far).map(|place| place.line).max().unwrap_or(0).max(last_shown + 1);
        let margin = deepest.to_string().len() + " ".len() + " │ ".chars().count() + 2;
        let gutter = if last > first { 4 } else { 0 };
        let columns = width.saturating_sub(margin + gutter);

        let top = near.iter().map(|place| place.line).min().unwrap_or(first);
        let bottom = near.iter().map(|place| place.line).max().unwrap_or(first).max(last_shown);
        finding.add_block(source, top..bottom + 1, &near, columns);
        if is_capped {
            finding.add_rest(last - last_shown);
        }
        for group in far.chunk_by(|a, b| a.line == b.line) {
            finding.add_block(source, group[0].line..group[0].line + 1, group, columns);
        }
        finding.marks.sort_by_key(|mark| mark.span.start);
        finding
    }

    /// Adds a block of lines with the marks of `places`.
    fn add_block(&mut self, source: &Source, lines: std::ops::Range<usize>, places: &[Place], columns: usize) {
        let start = self.window.text.len();
        let (first, count) = (lines.start, lines.len());
        let mut found: Vec<Option<Span>> = vec![None; places.len()];
        for index in lines {
            let here: Vec<_> = (0..places.len()).filter(|at| places[*at].is_on(source, index)).collect();
            let spans: Vec<_> = here.iter().map(|at| places[*at].span).collect();
            let row = row(source, index, &spans, columns);
            let offset = self.window.text.len();
            for (at, place) in here.into_iter().zip(row.places) {
                let place = Span::new(offset + place.start, offset + place.end);
                found[at] = Some(found[at].map_or(place, |span| Span::new(span.start, place.end)));
            }
            self.window.text.push_str(&row.text);
            self.window.text.push('\n');
        }
        for (place, span) in places.iter().zip(found) {
            let span = span.unwrap_or(Span::at(start));
            self.window.positions.push((span, source.position(place.span.start)));
            self.marks.push(Mark { label: place.label.clone(), span });
        }
        let span = Span::new(start, self.window.text.len());
        self.window.blocks.push(Block { span, first, lines: count });
    }

    /// Closes the block of a long finding with a line that says how many lines are not shown.
    fn add_rest(&mut self, hidden: usize) {
        self.window.text.extend(["… ", &hidden.to_string(), " more lines"]);
        let end = self.window.text.len();
        self.window.text.push('\n');
        if let (Some(block), Some(mark)) = (self.window.blocks.last_mut(), self.marks.first_mut()) {
            block.span.end = end + 1;
            block.lines += 1;
            mark.span.end = end;
            if let Some((span, _)) = self.window.positions.first_mut() {
                span.end = end;
            }
        }
    }
}

/// A place in the real text.
struct Place {
    label: Option<String>,
    span: Span,
    /// Index of the line it starts in.
    line: usize,
}

impl Place {
    /// Whether it is marked on the line of that index: a label on its first line only.
    fn is_on(&self, source: &Source, index: usize) -> bool {
        let starts = self.line == index;
        let goes_on = self.label.is_none()
            && self.line < index
            && source.lines().get(index).is_some_and(|line| line.span.start < self.span.end);
        starts || goes_on
    }
}

/// `span` inside the text and on the bounds of characters.
fn on_characters(source: &Source, span: Span) -> Span {
    let text = source.text();
    let down = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let start = down(span.start);
    Span::new(start, down(span.end).max(start))
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Finding {}

impl miette::Diagnostic for Finding {
    fn severity(&self) -> Option<miette::Severity> {
        Some(self.severity)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        (!self.help.is_empty()).then(|| Box::new(&self.help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.window)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.marks.iter().map(|mark| {
            let place = (mark.span.start, mark.span.len());
            match &mark.label {
                Some(label) => LabeledSpan::new_with_span(Some(label.clone()), place),
                None => LabeledSpan::new_primary_with_span(None, place),
            }
        })))
    }
}
