//! `wirelint parse`: articles to records, or lines to roles.

use super::args::ParseArgs;
use super::recognised::{Profiles, Recognised};
use super::run::Run;
use super::workers::Article;
use super::{Context, FAILED, FOUND, Verbosity, summary};
use crate::config::Config;
use crate::diagnostic::Severity;
use crate::fix::Safety;
use crate::lint::{self, Fixed};
use crate::record::article::{self, MissingPart};
use crate::report::escape::{Shown, blanks, join, json, show, show_path};
use crate::report::{self, FileReport, Format, Problem, ProblemKind, Style};
use crate::source::Source;

/// What one article has led to.
enum Parsed {
    /// A record, or the roles of its lines; and the profile that was recognised.
    Accepted(Shown, Option<Recognised>),
    /// Why it is none: for stderr.
    Rejected(Shown),
}

pub(super) fn run(args: &ParseArgs, context: &mut Context) -> u8 {
    let format = report::readable(context.out_is_terminal);
    let Ok(mut run) = Run::begin(&args.run, context) else { return FAILED };
    let style = context.err_style;
    let (mut accepted, mut rejected, mut profiles) = (0, 0, Profiles::default());
    run.each(
        |config, article| {
            if args.explain { Ok(explain(config, article)) } else { parse(config, article, args.fix, format, style) }
        },
        |run, parsed| {
            run.summary.checked += 1;
            match parsed {
                Parsed::Accepted(text, recognised) => {
                    profiles.add(recognised, context);
                    accepted += 1;
                    context.out.print(text.as_str());
                }
                Parsed::Rejected(text) => {
                    rejected += 1;
                    context.err.print(text.as_str());
                }
            }
        },
    );
    summary::problems(&run, context);
    if context.verbosity > Verbosity::Quiet && !args.explain {
        let files = summary::files(&run);
        context.err.print(&format!("{files}: {accepted} accepted, {rejected} rejected\n{}", profiles.closing()));
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
    let settings = &*settings.for_text(&source);
    let checked = lint::check(&source, settings);
    let mut errors = checked.diagnostics;
    errors.retain(|finding| finding.severity == Severity::Error);
    if !errors.is_empty() {
        // For people alone, who are shown no fingerprints.
        let report = FileReport { path: article.shown, source: &source, diagnostics: &errors, fingerprints: &[] };
        return Ok(Parsed::Rejected((format.file)(&report, style)));
    }
    let mut record = article::build(&original, &source, &checked.article, fixed.as_ref(), &settings.profile);
    if let Ok(record) = &mut record {
        record.provenance.recognised_by = settings.recognised_by().map(str::to_owned);
    }
    Ok(match record {
        Ok(record) => {
            let text = join(&[&json(&record), &"\n"]);
            Parsed::Accepted(text, Recognised::of(settings, article.shown))
        }
        Err(part) => Parsed::Rejected(rejection(article.shown, part)),
    })
}

/// Only reached when the rule that would have said it is switched off.
fn rejection(path: &str, part: MissingPart) -> Shown {
    let part = show(&part.to_string());
    join(&[&show_path(path), &": rejected: ", &part, &", and a record needs one\n"])
}

/// `line → role`, one a line, with the beginning of the line.
fn explain(config: &Config, article: &Article) -> Parsed {
    /// How many characters of a line are shown.
    const SHOWN: usize = 60;
    let source = Source::new(article.shown, article.text);
    let tree = lint::check(&source, config.settings_for(article.shown)).article;
    let mut rows = Vec::new();
    for (index, line) in source.lines().iter().enumerate() {
        let content = source.line_text(*line);
        let cut = content.char_indices().nth(SHOWN).map_or(content.len(), |(at, _)| at);
        let dots = if cut < content.len() { "…" } else { "" };
        let (number, role) = (index + 1, tree.role(index).name());
        let before = blanks(5_usize.saturating_sub(number.to_string().len()));
        let after = blanks(18_usize.saturating_sub(role.len()));
        let start = show(content.get(..cut).unwrap_or(content));
        rows.push(join(&[&before, &number, &" → ", &role, &after, &start, &dots]).trim_end());
        rows.push(join(&[&"\n"]));
    }
    Parsed::Accepted(rows.into_iter().collect(), None)
}
