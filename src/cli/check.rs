//! `wirelint check`: report what is wrong.

use super::allowances::{self, Allowances};
use super::args::CheckArgs;
use super::findings::{Findings, Stream};
use super::run::{self, Article, Run, Tally};
use super::{Context, FAILED, Verbosity, summary};
use crate::config::Config;
use crate::lint;
use crate::report::{FileReport, Format, Style, Summary};
use crate::source::Source;
use crate::suppress::{Parted, Uses};

pub(super) fn run(args: &CheckArgs, context: &mut Context) -> u8 {
    let name = args.output.output_format.as_deref();
    let Some(format) = run::format(name, context.out_is_terminal, context) else { return FAILED };
    let begun = Run::begin(&args.run, context);
    let mut findings = Findings::begin(format, Stream::Out, context);
    let ready = begun.and_then(|run| {
        let allowances = Allowances::load(&run, &args.run, &args.baseline);
        Ok((run, allowances.inspect_err(|problem| summary::problem(problem, context))?))
    });
    let (mut run, allowances) = match ready {
        Ok(ready) => ready,
        Err(problem) => {
            findings.end(&[problem], &Summary::default(), context);
            return FAILED;
        }
    };
    let style = context.out_style;
    let mut uses = Uses::default();
    run.each(
        |config, article| Ok(check(config, &allowances, article, format, style)),
        |run, (text, tally, parted)| {
            run.count(&tally);
            uses.add(&parted);
            findings.file(&text, context);
        },
    );
    allowances.report(&uses, (format, style), (&mut run, &mut findings), context);
    findings.end(&run.problems, &run.summary, context);
    summary::problems(&run, context);
    if context.verbosity > Verbosity::Quiet {
        context.err.print(&(closing(&run) + &allowances::closing(&uses)));
    }
    run.verdict()
}

fn check(
    config: &Config,
    allowances: &Allowances,
    article: &Article,
    format: &Format,
    style: Style,
) -> (String, Tally, Parted) {
    let source = Source::new(article.shown, article.text);
    let mut parted = allowances.part(article, &source, lint::check(&source, &config.settings).diagnostics);
    let diagnostics = std::mem::take(&mut parted.kept);
    let text = if diagnostics.is_empty() {
        String::new()
    } else {
        (format.file)(&FileReport { path: article.shown, source: &source, diagnostics: &diagnostics }, style)
    };
    (text, Tally::of(&diagnostics), parted)
}

fn closing(run: &Run) -> String {
    let files = summary::files(run);
    if !summary::has_findings(run) {
        let verdict = if run.problems.is_empty() { ": nothing to report" } else { "" };
        return format!("{files}{verdict}\n");
    }
    let (safe, on_request) = (run.summary.fixable, run.summary.fixable_unsafe);
    let mut text = format!("{files}: {}\n", summary::findings(run));
    match (safe, on_request) {
        (0, 0) => {}
        (0, more) => text += &format!("{more} can be fixed with `wirelint fix --unsafe-fixes`\n"),
        (safe, 0) => text += &format!("{safe} can be fixed with `wirelint fix`\n"),
        (safe, more) => {
            text += &format!("{safe} can be fixed with `wirelint fix`, {more} more with `--unsafe-fixes`\n");
        }
    }
    text
}
