//! `wirelint check`: report what is wrong.

use super::allowances::{self, Allowances};
use super::args::CheckArgs;
use super::batch::{self, Batch, Conflicting, Contribution};
use super::findings::{self, Findings, Renderer, Stream};
use super::recognised::{Profiles, Recognised};
use super::run::{Run, Tally};
use super::workers::Article;
use super::{Context, FAILED, Verbosity, documents, summary};
use crate::config::Config;
use crate::lint;
use crate::report::FileReport;
use crate::report::escape::{Shown, show_path};
use crate::source::Source;
use crate::suppress::{Parted, Uses};

/// What one article has led to.
struct Done {
    place: usize,
    /// The findings, rendered for each document.
    pieces: Vec<Shown>,
    tally: Tally,
    /// What was let pass.
    parted: Parted,
    /// The profile that was recognised.
    recognised: Option<Recognised>,
    contribution: Option<Contribution>,
}

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
    let (mut uses, mut profiles, mut batch) = (Uses::default(), Profiles::default(), Batch::default());
    if batch::can_prove(&run) {
        findings.hold();
    }
    run.each(
        |config, article| Ok(check(config, &allowances, article, &renderer)),
        |run, done| {
            profiles.add(done.recognised, context);
            run.count(&done.tally);
            uses.add(&done.parted);
            batch.add(done.contribution);
            findings.article(done.place, done.pieces, context);
        },
    );
    batch.judge(
        &mut run,
        |conflicting| complete(conflicting, &allowances, &renderer),
        |run, place, (all, later, tally, parted)| {
            run.count(&tally);
            uses.add(&parted);
            findings.complete(place, all, &later, context);
        },
    );
    uses.note_comparison();
    findings.release(context);
    allowances.report(&uses, &renderer, (&mut run, &mut findings), context);
    findings.end(&mut run.problems, &run.summary, context);
    summary::problems(&run, context);
    if context.verbosity > Verbosity::Quiet {
        context
            .err
            .print(&(closing(&run) + &summary::unlisted(&run) + &profiles.closing() + &allowances::closing(&uses)));
    }
    if args.run.statistics {
        summary::statistics(&run, context);
    }
    run.verdict(false)
}

fn check(config: &Config, allowances: &Allowances, article: &Article, renderer: &Renderer) -> Done {
    let source = Source::new(article.shown, article.text);
    let settings = config.settings_for(article.shown).for_text(&source);
    let mut checked = lint::check(&source, &settings);
    let contribution = batch::contribution(&checked, &settings, article);
    let recognised = Recognised::of(&settings, article.shown);
    let parted = allowances.part(article, &source, std::mem::take(&mut checked.diagnostics));
    let (pieces, tally) = (render(&parted, article, &source, renderer), Tally::of(&parted.kept));
    Done { place: article.place, pieces, tally, parted, recognised, contribution }
}

/// All that is found in an article that contradicts others, what is found because of them, its tally and what of it was
/// let pass.
fn complete(
    Conflicting { article, source, own, found }: Conflicting,
    allowances: &Allowances,
    renderer: &Renderer,
) -> (Vec<Shown>, Vec<Shown>, Tally, Parted) {
    let mut all = [own, found.clone()].concat();
    all.sort_by(|a, b| (a.span, a.rule).cmp(&(b.span, b.rule)));
    let all = allowances.part(article, source, all);
    let number_of_all = all.kept.len();
    let all = render(&all, article, source, renderer);
    let parted = allowances.part(article, source, found);
    let tally = Tally::besides_articles(&parted.kept).among(number_of_all);
    (all, render(&parted, article, source, renderer), tally, parted)
}

fn render(parted: &Parted, article: &Article, source: &Source, renderer: &Renderer) -> Vec<Shown> {
    let (diagnostics, fingerprints) = (parted.kept.as_slice(), parted.fingerprints.as_slice());
    renderer.render(&FileReport { path: article.shown, source, diagnostics, fingerprints })
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
