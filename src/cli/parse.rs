//! `wirelint parse`: articles to records, or lines to roles.

use super::args::ParseArgs;
use super::run::{self, Article, Run};
use super::{Context, FAILED, FOUND, Verbosity, summary};
use crate::config::Config;
use crate::diagnostic::Severity;
use crate::fix::Safety;
use crate::lint::{self, Fixed};
use crate::record::article::{self, MissingPart};
use crate::report::escape::{inert_json, show, show_path};
use crate::report::{FileReport, Format, Problem, ProblemKind, Style};
use crate::source::Source;

/// What one article has led to.
enum Parsed {
    /// A record, or the roles of its lines.
    Accepted(String),
    /// Why it is none: for stderr.
    Rejected(String),
}

pub(super) fn run(args: &ParseArgs, context: &mut Context) -> u8 {
    let Some(format) = run::format(None, context.out_is_terminal, context) else { return FAILED };
    let Ok(mut run) = Run::begin(&args.run, context) else { return FAILED };
    let style = context.err_style;
    let (mut accepted, mut rejected) = (0, 0);
    run.each(
        |config, article| {
            if args.explain { Ok(explain(config, article)) } else { parse(config, article, args.fix, format, style) }
        },
        |run, parsed| {
            run.summary.checked += 1;
            match parsed {
                Parsed::Accepted(text) => {
                    accepted += 1;
                    context.out.print(&text);
                }
                Parsed::Rejected(text) => {
                    rejected += 1;
                    context.err.print(&text);
                }
            }
        },
    );
    summary::problems(&run, context);
    if context.verbosity > Verbosity::Quiet && !args.explain {
        context.err.print(&format!("{}: {accepted} accepted, {rejected} rejected\n", summary::files(&run)));
    }
    if !run.problems.is_empty() {
        FAILED
    } else if rejected > 0 {
        FOUND
    } else {
        super::CLEAN
    }
}

fn parse(config: &Config, article: &Article, fix: bool, format: &Format, style: Style) -> Result<Parsed, Problem> {
    let original = Source::new(article.shown, article.text);
    let settings = config.settings_for(article.shown);
    let fixed = fix.then(|| lint::fix(&original, settings, Safety::Safe)).transpose();
    let fixed: Option<Fixed> = fixed.map_err(|refused| Problem {
        path: Some(article.shown.to_owned()),
        kind: ProblemKind::FixRefused,
        message: refused.to_string(),
    })?;
    let source = match &fixed {
        Some(fixed) => Source::new(article.shown, &fixed.text),
        None => original.clone(),
    };
    let checked = lint::check(&source, settings);
    let mut errors = checked.diagnostics;
    errors.retain(|finding| finding.severity == Severity::Error);
    if !errors.is_empty() {
        let report = FileReport { path: article.shown, source: &source, diagnostics: &errors };
        return Ok(Parsed::Rejected((format.file)(&report, style)));
    }
    let record = article::build(&original, &source, &checked.article, fixed.as_ref(), &settings.profile);
    Ok(match record {
        Ok(record) => match serde_json::to_string(&record) {
            Ok(json) => Parsed::Accepted(inert_json(&json) + "\n"),
            Err(error) => Parsed::Rejected(format!("{}: {error}\n", show_path(article.shown))),
        },
        Err(part) => Parsed::Rejected(rejection(article.shown, part)),
    })
}

/// Only reached when the rule that would have said it is switched off.
fn rejection(path: &str, part: MissingPart) -> String {
    format!("{}: rejected: {part}, and a record needs one\n", show_path(path))
}

/// `line → role`, one a line, with the beginning of the line.
fn explain(config: &Config, article: &Article) -> Parsed {
    /// How many characters of a line are shown.
    const SHOWN: usize = 60;
    let source = Source::new(article.shown, article.text);
    let tree = lint::check(&source, config.settings_for(article.shown)).article;
    let mut text = String::new();
    for (index, line) in source.lines().iter().enumerate() {
        let content = source.line_text(*line);
        let cut = content.char_indices().nth(SHOWN).map_or(content.len(), |(at, _)| at);
        let dots = if cut < content.len() { "…" } else { "" };
        let start = content.get(..cut).unwrap_or(content);
        let row = format!("{:>5} → {:<17} {}{dots}", index + 1, tree.role(index).name(), show(start));
        text += row.trim_end();
        text.push('\n');
    }
    Parsed::Accepted(text)
}
