//! The last lines on stderr: what could not be done, and what was found in numbers.

use super::Context;
use super::run::Run;
use crate::diagnostic::MOST_LISTED;
use crate::files::SkipReason;
use crate::report::Problem;
use crate::report::escape::{show, show_path};

/// Prints what could not be done. Never left out, because it is why the exit code is 2.
pub(super) fn problems(run: &Run, context: &mut Context) {
    for one in &run.problems {
        problem(one, context);
    }
}

/// Prints one thing that could not be done.
pub(super) fn problem(problem: &Problem, context: &mut Context) {
    let message = show(&problem.message);
    let line = match &problem.path {
        Some(path) => format!("error: {}: {message}\n", show_path(path)),
        None => format!("error: {message}\n"),
    };
    context.err.print(&line);
}

/// `1 file`, `2 files`.
pub(super) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// How many findings there are, by severity: `3 findings (1 error, 2 warnings)`.
pub(super) fn findings(run: &Run) -> String {
    let summary = &run.summary;
    let by_severity = [(summary.errors, "error"), (summary.warnings, "warning"), (summary.infos, "info")];
    let parts: Vec<String> =
        by_severity.into_iter().filter(|(number, _)| *number > 0).map(|(number, noun)| count(number, noun)).collect();
    let total = summary.errors + summary.warnings + summary.infos;
    format!("{} ({})", count(total, "finding"), parts.join(", "))
}

/// What became of the files: `2 files checked, 1 skipped, 1 failed`.
pub(super) fn files(run: &Run) -> String {
    let summary = &run.summary;
    let mut text = format!("{} checked", count(summary.checked, "file"));
    if summary.skipped > 0 {
        let reasons = SkipReason::ALL.into_iter().filter_map(|reason| {
            let number = run.skipped.iter().filter(|skipped| skipped.reason == reason).count();
            let plural = if number > 1 && reason != SkipReason::Excluded { "s" } else { "" };
            (number > 0).then(|| format!("{number} {}{plural}", reason.in_words()))
        });
        text += &format!(", {} skipped ({})", summary.skipped, reasons.collect::<Vec<_>>().join(", "));
    }
    if summary.failed > 0 {
        text += &format!(", {} not checked", summary.failed);
    }
    text
}

/// How many findings reports do not list, as a line; empty if they list all.
pub(super) fn unlisted(run: &Run) -> String {
    match run.summary.unlisted {
        0 => String::new(),
        number => {
            format!("{} not listed: a report lists the first {MOST_LISTED} of a file\n", count(number, "finding"))
        }
    }
}

/// How often each rule found something, most often first.
pub(super) fn statistics(run: &Run, context: &mut Context) {
    let mut rows: Vec<(&str, usize)> = run.by_rule.iter().map(|(rule, number)| (*rule, *number)).collect();
    rows.sort_by_key(|(rule, number)| (std::cmp::Reverse(*number), *rule));
    let width = rows.first().map_or(0, |(_, number)| number.to_string().len());
    for (rule, number) in rows {
        context.err.print(&format!("{number:>width$}  {rule}\n"));
    }
}

/// Whether there are findings at all.
pub(super) fn has_findings(run: &Run) -> bool {
    run.summary.errors + run.summary.warnings + run.summary.infos > 0
}
