//! `wirelint check`: report what is wrong.

use super::args::CheckArgs;
use super::run::{self, Article, Run, Tally};
use super::{Context, FAILED, Verbosity, summary};
use crate::config::Config;
use crate::lint;
use crate::report::{FileReport, Format, Style};
use crate::source::Source;

pub(super) fn run(args: &CheckArgs, context: &mut Context) -> u8 {
    let name = args.output.output_format.as_deref();
    let Some(format) = run::format(name, context.out_is_terminal, context) else { return FAILED };
    let Some(mut run) = Run::begin(&args.run, context) else { return FAILED };
    let style = context.out_style;
    context.out.print(&(format.begin)());
    let mut is_first = true;
    run.each(
        |config, article| Ok(check(config, article, format, style)),
        |run, (text, tally)| {
            run.count(&tally);
            if !text.is_empty() {
                if !std::mem::take(&mut is_first) {
                    context.out.print(format.separator);
                }
                context.out.print(&text);
            }
        },
    );
    context.out.print(&(format.end)(&run.problems, &run.summary));
    summary::problems(&run, context);
    if context.verbosity > Verbosity::Quiet {
        context.err.print(&closing(&run));
    }
    run.verdict()
}

fn check(config: &Config, article: &Article, format: &Format, style: Style) -> (String, Tally) {
    let source = Source::new(article.shown, article.text);
    let diagnostics = lint::check(&source, &config.settings).diagnostics;
    let text = if diagnostics.is_empty() {
        String::new()
    } else {
        (format.file)(&FileReport { path: article.shown, source: &source, diagnostics: &diagnostics }, style)
    };
    (text, Tally::of(&diagnostics))
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
