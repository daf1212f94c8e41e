//! `wirelint check`: report what is wrong.

use super::args::CheckArgs;
use super::findings::{Findings, Stream};
use super::run::{self, Article, Run, Tally};
use super::{Context, FAILED, Verbosity, summary};
use crate::config::Config;
use crate::lint;
use crate::report::escape::show_path;
use crate::report::{FileReport, Format, Style, Summary};
use crate::source::Source;

pub(super) fn run(args: &CheckArgs, context: &mut Context) -> u8 {
    let name = args.output.output_format.as_deref();
    let Some(format) = run::format(name, context.out_is_terminal, context) else { return FAILED };
    let begun = Run::begin(&args.run, context);
    if let (true, Ok(run)) = (args.show_files, &begun) {
        return show_files(run, args.why, context);
    }
    let mut findings = Findings::begin(format, Stream::Out, context);
    let mut run = match begun {
        Ok(run) => run,
        Err(problem) => {
            findings.end(&[problem], &Summary::default(), context);
            return FAILED;
        }
    };
    let style = context.out_style;
    run.each(
        |config, article| Ok(check(config, article, format, style)),
        |run, (text, tally)| {
            run.count(&tally);
            findings.file(&text, context);
        },
    );
    findings.end(&run.problems, &run.summary, context);
    summary::problems(&run, context);
    if context.verbosity > Verbosity::Quiet {
        context.err.print(&closing(&run));
    }
    if args.run.statistics {
        summary::statistics(&run, context);
    }
    run.verdict(false)
}

fn check(config: &Config, article: &Article, format: &Format, style: Style) -> (String, Tally) {
    let source = Source::new(article.shown, article.text);
    let diagnostics = lint::check(&source, config.settings_for(article.shown)).diagnostics;
    let text = if diagnostics.is_empty() {
        String::new()
    } else {
        (format.file)(&FileReport { path: article.shown, source: &source, diagnostics: &diagnostics }, style)
    };
    (text, Tally::of(&diagnostics))
}

fn show_files(run: &Run, why: bool, context: &mut Context) -> u8 {
    for target in run.targets() {
        let label = if why { "checked  " } else { "" };
        context.out.print(&format!("{label}{}\n", show_path(&target.shown)));
    }
    for skipped in run.skipped.iter().filter(|_| why) {
        context.out.print(&format!("skipped  {} ({})\n", show_path(&skipped.shown), skipped.reason.in_words()));
    }
    summary::problems(run, context);
    run.verdict(false)
}

fn closing(run: &Run) -> String {
    let files = summary::files(run);
    if !summary::has_findings(run) {
        let verdict = if run.problems.is_empty() { ": nothing to report" } else { "" };
        return format!("{files}{verdict}\n");
    }
    let too_many = if run.has_too_many_warnings() { ", more warnings than tolerated" } else { "" };
    let (safe, on_request) = (run.summary.fixable, run.summary.fixable_unsafe);
    let mut text = format!("{files}: {}{too_many}\n", summary::findings(run));
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
