//! `wirelint check`: report what is wrong.

use super::allowances::{self, Allowances};
use super::args::CheckArgs;
use super::findings::{self, Findings, Renderer, Stream};
use super::recognised::{Profiles, Recognised};
use super::run::{Article, Run, Tally};
use super::{Context, FAILED, Verbosity, documents, summary};
use crate::config::Config;
use crate::lint;
use crate::report::FileReport;
use crate::report::escape::{Shown, show_path};
use crate::source::Source;
use crate::suppress::{Parted, Uses};

pub(super) fn run(args: &CheckArgs, context: &mut Context) -> u8 {
    let (documents, begun) = documents::begin(&args.output, &args.run, &args.baseline, context);
    if let (true, Ok((run, _))) = (args.show_files, &begun) {
        return show_files(run, args.why, context);
    }
    let (mut run, allowances) = match begun {
        Ok(begun) => begun,
        Err(problem) => {
            findings::give_up(documents, Stream::Out, problem, context);
            return FAILED;
        }
    };
    let mut findings = Findings::begin(documents, Stream::Out, context);
    let renderer = findings.renderer();
    let (mut uses, mut profiles) = (Uses::default(), Profiles::default());
    run.each(
        |config, article| Ok(check(config, &allowances, article, &renderer)),
        |run, (pieces, tally, parted, recognised)| {
            profiles.add(recognised, context);
            run.count(&tally);
            uses.add(&parted);
            findings.file(&pieces, context);
        },
    );
    allowances.report(&uses, &renderer, (&mut run, &mut findings), context);
    findings.end(&mut run.problems, &run.summary, context);
    summary::problems(&run, context);
    if context.verbosity > Verbosity::Quiet {
        context.err.print(&(closing(&run) + &profiles.closing() + &allowances::closing(&uses)));
    }
    if args.run.statistics {
        summary::statistics(&run, context);
    }
    run.verdict(false)
}

fn check(
    config: &Config,
    allowances: &Allowances,
    article: &Article,
    renderer: &Renderer,
) -> (Vec<Shown>, Tally, Parted, Option<Recognised>) {
    let source = Source::new(article.shown, article.text);
    let settings = config.settings_for(article.shown).for_text(&source);
    let found = lint::check(&source, &settings).diagnostics;
    let mut parted = allowances.part(article, &source, found);
    let (diagnostics, fingerprints) = (std::mem::take(&mut parted.kept), std::mem::take(&mut parted.fingerprints));
    let report =
        FileReport { path: article.shown, source: &source, diagnostics: &diagnostics, fingerprints: &fingerprints };
    (renderer.render(&report), Tally::of(&diagnostics), parted, Recognised::of(&settings, article.shown))
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
