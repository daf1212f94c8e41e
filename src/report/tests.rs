//! Whole reports, compared byte by byte.

use super::*;
use crate::fix::{Edit, Effect, Fix};

use crate::source::Span;

const SEED: &str = include_str!("../../seeds/000_8fa4f29f6f002604.txt");
const PLAIN: Style = Style { color: false, width: 100 };

fn finding(rule: &'static str, severity: Severity, span: Span, message: &str) -> Diagnostic {
    Diagnostic { rule, severity, span, message: message.to_owned(), help: String::new(), labels: Vec::new(), fix: None }
}

fn seed_findings() -> Vec<Diagnostic> {
    let headline = "Iran, Russia discuss comprehensive strategic partnership";
    let first = SEED.find(headline).unwrap();
    let second = first + SEED[first + 1..].find(headline).unwrap() + 1;
    let nbsp = SEED.find('\u{a0}').unwrap();
    let blank = SEED.find("\n\n\nfirst name").unwrap() + 2;
    let stub = SEED.find("first name").unwrap();
    let mut repeated = finding(
        "duplicate-headline",
        Severity::Error,
        Span::new(second, second + headline.len()),
        "the headline stands here a second time",
    );
    repeated
        .label(Span::new(first, first + headline.len()), "first given here")
        .help("The headline stands above the story once. Readers of the wire see it twice.")
        .fix(Fix::remove_lines(
            Safety::Safe,
            "remove the repeated headline",
            Span::new(second, second + headline.len() + 2),
        ));
    let mut space = finding(
        "no-break-space",
        Severity::Warning,
        Span::new(nbsp, nbsp + 2),
        "no-break space where an ordinary space belongs",
    );
    space.help("Searching and wrapping fail at it.").fix(Fix::new(
        Safety::Safe,
        "replace it by a space",
        Edit::replace(Span::new(nbsp, nbsp + 2), " "),
    ));
    let mut extra = finding(
        "extra-blank-line",
        Severity::Warning,
        Span::new(blank, blank + 1),
        "1 blank line too many between two blocks",
    );
    extra.fix(Fix::new(Safety::Safe, "remove the extra blank line", Edit::delete(Span::new(blank, blank + 1))));
    let mut form = finding(
        "form-stub",
        Severity::Error,
        Span::new(stub, SEED.len()),
        "this is the label of a form, not part of the story",
    );
    form.fix(Fix::of(
        Safety::Unsafe,
        Effect::RemovesLines,
        "remove the line",
        vec![Edit::delete(Span::new(stub, SEED.len()))],
    ));
    let end = finding(
        "missing-final-newline",
        Severity::Info,
        Span::at(SEED.len()),
        "the last line does not end with a line end",
    );
    vec![repeated, space, extra, form, end]
}

fn document(format: &str, files: &[FileReport], problems: &[Problem], summary: &Summary) -> String {
    let format = find(format).unwrap();
    let files: Vec<_> = files.iter().map(|file| (format.file)(file, PLAIN)).filter(|text| !text.is_empty()).collect();
    (format.begin)() + &files.join(format.separator) + &(format.end)(problems, summary)
}

#[test]
#[ignore = "for looking at"]
fn look() {
    let source = Source::new("t", SEED);
    let findings = seed_findings();
    for (color, width) in [(false, 100), (false, 80), (true, 100)] {
        let report = FileReport { path: "news/a.txt", source: &source, diagnostics: &findings };
        let text = (find("full").unwrap().file)(&report, Style { color, width });
        std::fs::write(std::env::temp_dir().join(format!("look-{color}-{width}")), text).unwrap();
    }
    let fixed = SEED.replace('\u{a0}', " ").replace("\n\n\nfirst", "\r\n\n\u{202e}first") + " \n";
    for color in [false, true] {
        let text = crate::diff::terminal("news/a.txt", SEED, &fixed, Style { color, width: 100 });
        std::fs::write(std::env::temp_dir().join(format!("look-diff-{color}")), text).unwrap();
    }
}
