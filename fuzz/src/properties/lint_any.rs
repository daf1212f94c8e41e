//! Whatever the bytes are, they are read or refused with a reason, and what is found has its place in the text.

use wirelint::diagnostic::Diagnostic;
use wirelint::files;
use wirelint::fix::Fix;
use wirelint::lint;
use wirelint::record::article;
use wirelint::report::ProblemKind;
use wirelint::rules::{self, Fixable};
use wirelint::source::{Source, Span};

use super::inputs::Input;

/// Nothing panics; findings are in order, and every place in them is one of the text.
pub fn hold(bytes: &[u8]) {
    match files::decode("input", bytes, files::LARGEST_FILE) {
        Ok(text) => assert_eq!(text.as_bytes(), bytes),
        Err(problem) => {
            assert!(std::str::from_utf8(bytes).is_err() || problem.kind == ProblemKind::NotText, "{problem:?}");
            assert!(!problem.message.is_empty());
        }
    }
    let Input { settings, text } = Input::of(bytes);
    let source = Source::new("input", &text);
    let checked = lint::check(&source, settings);
    for finding in &checked.diagnostics {
        assert_placed(&source, finding);
    }
    let is_in_order = checked.diagnostics.is_sorted_by_key(|finding| (finding.span, finding.rule));
    assert!(is_in_order, "{:?}", checked.diagnostics);
    // A text without a record says which part it lacks.
    let profile = &settings.for_text(&source).profile;
    if let Err(missing) = article::build(&source, &source, &checked.article, None, profile) {
        assert!(!missing.to_string().is_empty());
    }
}

fn assert_placed(source: &Source, finding: &Diagnostic) {
    let is_inside = |span: Span| span.start <= span.end && source.text().get(span.range()).is_some();
    assert!(is_inside(finding.span), "{finding:?}");
    assert!(finding.labels.iter().all(|label| is_inside(label.span)), "{finding:?}");
    assert!(!finding.message.is_empty() && !finding.help.is_empty(), "{finding:?}");
    let [start, end] = [finding.span.start, finding.span.end].map(|offset| source.position(offset));
    assert!(start <= end && end.line <= source.lines().len() + 1, "{finding:?}");
    let rule = rules::find(finding.rule).unwrap_or_else(|| panic!("{finding:?} is of no rule"));
    let Some(Fix { edits, title, .. }) = &finding.fix else {
        return;
    };
    assert!(rule.fixable != Fixable::No && !title.is_empty() && !edits.is_empty(), "{finding:?}");
    assert!(edits.iter().all(|edit| is_inside(edit.span)), "{finding:?}");
    assert!(edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{finding:?}");
    // An edit that changes nothing would be made for ever.
    assert!(edits.iter().all(|edit| source.slice(edit.span) != edit.text), "{finding:?}");
}
