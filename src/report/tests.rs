//! Whole reports, compared byte by byte.

use super::*;
use crate::fingerprint::fingerprints;
use crate::fix::{Edit, Effect, Fix};

use crate::source::Span;

mod hostile;

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
        Effect::RemovesLeftovers,
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
    let files = files.iter().map(|file| (format.file)(file, PLAIN).as_str().to_owned());
    let files: Vec<String> = files.filter(|text| !text.is_empty()).collect();
    let (begin, end) = ((format.begin)(), (format.end)(problems, summary));
    [begin.as_str(), &files.join(format.separator), end.as_str()].concat()
}

fn full(path: &str, text: &str, diagnostic: &Diagnostic, width: usize) -> String {
    let source = Source::new(path, text);
    render_in_text(path, &source, diagnostic, Style { color: false, width }).as_str().to_owned()
}

#[test]
fn full_shows_the_lines_of_each_finding() {
    let source = Source::new("t", SEED);
    let findings = seed_findings();
    let report = FileReport { path: "news/a.txt", source: &source, diagnostics: &findings, fingerprints: &[] };
    assert_eq!(
        document("full", &[report], &[], &Summary::default()),
        "\
error[duplicate-headline]: the headline stands here a second time
   ╭─[news/a.txt:5:1]
 3 │ Iran, Russia discuss comprehensive strategic partnership
   · ────────────────────────────┬───────────────────────────
   ·                             ╰── first given here
 4 │
 5 │ Iran, Russia discuss comprehensive strategic partnership
   · ────────────────────────────────────────────────────────
   ╰────
  help: The headline stands above the story once. Readers of the wire see it twice.
  fix (safe): remove the repeated headline

warning[no-break-space]: no-break space where an ordinary space belongs
   ╭─[news/a.txt:9:175]
 9 │ …y Seyed Ali Mousavi met in Moscow, where they⍽called for⍽the further expansion of the legal…
   ·                                               ─
   ╰────
  help: Searching and wrapping fail at it.
  fix (safe): replace it by a space

warning[extra-blank-line]: 1 blank line too many between two blocks
    ╭─[news/a.txt:31:1]
 31 │ ␊
    · ─
    ╰────
  fix (safe): remove the extra blank line

error[form-stub]: this is the label of a form, not part of the story
    ╭─[news/a.txt:32:1]
 32 │ first name & last name
    · ──────────────────────
    ╰────
  fix (unsafe, --unsafe-fixes): remove the line

info[missing-final-newline]: the last line does not end with a line end
    ╭─[news/a.txt:32:23]
 32 │ first name & last name
    ·                       ▲
    ╰────

"
    );
}

#[test]
fn full_shows_the_first_lines_of_a_long_finding() {
    let text = "a\n\n\n\n\n\n\nb\n";
    let blank = finding("extra-blank-line", Severity::Warning, Span::new(3, 8), "5 blank lines too many");
    assert_eq!(
        full("a", text, &blank, 80),
        "\
warning[extra-blank-line]: 5 blank lines too many
   ╭─[a:3:1]
 3 │ ╭─▶ ␊
 4 │ │   ␊
 5 │ │   ␊
 6 │ ╰─▶ … 2 more lines
   ╰────
"
    );
    let paragraph = finding("r", Severity::Error, Span::new(0, 5), "two lines");
    assert_eq!(
        full("a", "ab\ncd\n", &paragraph, 80),
        "error[r]: two lines\n   ╭─[a:1:1]\n 1 │ ╭─▶ ab\n 2 │ ╰─▶ cd\n   ╰────\n"
    );
}

#[test]
fn full_shows_a_label_that_is_far_away_by_itself() {
    let text = "x\n".repeat(20);
    let mut far = finding("r", Severity::Error, Span::new(38, 39), "again");
    far.label(Span::new(0, 1), "first\ngiven here").label(Span::new(8, 9), "and here");
    assert_eq!(
        full("a", &text, &far, 80),
        "\
error[r]: again
    ╭─[a:20:1]
 20 │ x
    · ─
    ╰────
   ╭─[a:1:1]
 1 │ x
   · ┬
   · ╰── first␊given here
   ╰────
   ╭─[a:5:1]
 5 │ x
   · ┬
   · ╰── and here
   ╰────
"
    );
}

#[test]
fn full_counts_the_labels_it_leaves_out() {
    let mut many = finding("r", Severity::Error, Span::new(0, 1), "again");
    for _ in 0..6 {
        many.label(Span::new(2, 3), "here");
    }
    assert!(full("a", "x y\n", &many, 80).ends_with("  and 2 more places\n"));
}

#[test]
fn full_shows_where_something_is_missing() {
    let missing = finding("r", Severity::Error, Span::at(0), "no News ID");
    assert_eq!(full("a", "", &missing, 80), "error[r]: no News ID\n   ╭─[a:1:1]\n 1 │\n   · ▲\n   ╰────\n");
}

#[test]
fn nothing_of_a_hostile_article_gets_through() {
    let text = "\u{1b}[2J\u{202e}##[error]\u{9b}x\n";
    let mut hostile = finding("r", Severity::Error, Span::new(4, 7), "it says \"\u{1b}]8;;x\u{7}\n::error::x\"");
    hostile.help("\u{2028}").label(Span::new(0, 1), "\u{85}");
    assert_eq!(
        full("a\u{1b}b", text, &hostile, 80),
        "\
error[r]: it says \"␛]8;;x␇␊:\\:error:\\:x\"
   ╭─[\"a␛b\":1:5]
 1 │ ␛[2J‹U+202E›##\\[error]‹U+009B›x
   · ┬   ────────
   · ╰── ‹U+0085›
   ╰────
  help: ‹U+2028›
"
    );
    let (source, diagnostics) = (Source::new("t", text), [hostile]);
    let report = FileReport { path: "a\u{1b}b", source: &source, diagnostics: &diagnostics, fingerprints: &[] };
    assert_eq!(
        document("concise", &[report], &[], &Summary::default()),
        "\"a␛b\":1:5: error[r] it says \"␛]8;;x␇␊:\\:error:\\:x\"\n"
    );
}

#[test]
fn concise_is_a_line_a_finding() {
    let source = Source::new("t", SEED);
    let findings = seed_findings();
    let report = FileReport { path: "news/a.txt", source: &source, diagnostics: &findings, fingerprints: &[] };
    assert_eq!(
        document("concise", &[report], &[], &Summary::default()),
        "\
news/a.txt:5:1: error[duplicate-headline] the headline stands here a second time
news/a.txt:9:175: warning[no-break-space] no-break space where an ordinary space belongs
news/a.txt:31:1: warning[extra-blank-line] 1 blank line too many between two blocks
news/a.txt:32:1: error[form-stub] this is the label of a form, not part of the story
news/a.txt:32:23: info[missing-final-newline] the last line does not end with a line end
"
    );
}

#[test]
fn json_is_one_document_with_a_finding_a_line() {
    let source = Source::new("t", SEED);
    let findings = seed_findings();
    let (first, second) = (&findings[..1], &findings[2..3]);
    let prints = [("a.txt", first), ("c.txt", second)].map(|(path, findings)| fingerprints(path, &source, findings));
    let files = [
        FileReport { path: "a.txt", source: &source, diagnostics: first, fingerprints: &prints[0] },
        FileReport { path: "b.txt", source: &source, diagnostics: &[], fingerprints: &[] },
        FileReport { path: "c.txt", source: &source, diagnostics: second, fingerprints: &prints[1] },
    ];
    let mut summary = Summary { found: 4, failed: 1, ..Summary::default() };
    for file in &files {
        summary.add_file(file.diagnostics);
    }
    let problems = [
        Problem { path: Some("d.txt".into()), kind: ProblemKind::NotUtf8, message: "##[x]".into() },
        Problem { path: None, kind: ProblemKind::NothingChecked, message: "nothing".into() },
    ];
    let lines = [
        r#"{"rule":"duplicate-headline","group":"headline","severity":"error","path":"a.txt","message":"the headline stands here a second time","help":"The headline stands above the story once. Readers of the wire see it twice.","span":{"start":111,"end":167,"start_line":5,"start_column":1,"end_line":5,"end_column":57},"labels":[{"message":"first given here","span":{"start":53,"end":109,"start_line":3,"start_column":1,"end_line":3,"end_column":57}}],"fix":{"title":"remove the repeated headline","safety":"safe","edits":[{"start":111,"end":169,"text":""}]},"fingerprint":"87419ff14c7bb89fcf17c4431d30c5ea"}"#,
        r#"{"rule":"extra-blank-line","group":"whitespace","severity":"warning","path":"c.txt","message":"1 blank line too many between two blocks","help":"","span":{"start":2560,"end":2561,"start_line":31,"start_column":1,"end_line":32,"end_column":1},"labels":[],"fix":{"title":"remove the extra blank line","safety":"safe","edits":[{"start":2560,"end":2561,"text":""}]},"fingerprint":"37a5a5c9a1d2a51c027ac26e2790506d"}"#,
    ];
    let report = document("json", &files, &problems, &summary);
    assert_eq!(
        report,
        format!(
            "{{\"version\":1,\"findings\":[\n{},\n{}\n],{},{}}}\n",
            lines[0],
            lines[1],
            r###""problems":[{"path":"d.txt","kind":"not-utf8","message":"##\u005bx]"},{"path":null,"kind":"nothing-checked","message":"nothing"}]"###,
            r#""summary":{"found":4,"checked":3,"skipped":0,"failed":1,"errors":1,"warnings":1,"infos":0,"fixable":2,"unlisted":0}"#,
        )
    );
    let read: document::Report = serde_json::from_str(&report).unwrap();
    assert_eq!((read.version, read.findings.len(), read.problems.len()), (1, 2, 2));
    assert_eq!(document("jsonl", &files, &problems, &summary), format!("{}\n{}\n", lines[0], lines[1]));
}

#[test]
fn an_empty_run_is_a_valid_document() {
    let summary = Summary::default();
    assert_eq!(
        document("json", &[], &[], &summary),
        "{\"version\":1,\"findings\":[\n],\"problems\":[],\"summary\":{\"found\":0,\"checked\":0,\"skipped\":0,\
         \"failed\":0,\"errors\":0,\"warnings\":0,\"infos\":0,\"fixable\":0,\"unlisted\":0}}\n"
    );
    for format in ["full", "concise", "jsonl"] {
        assert_eq!(document(format, &[], &[], &summary), "");
    }
}

#[test]
fn the_schema_closes_every_object() {
    let schema = schema();
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(schema["required"], serde_json::json!(["version", "findings", "problems", "summary"]));
    assert_eq!(schema["$defs"]["Finding"]["required"].as_array().unwrap().len(), 10);
    assert!(
        schema["$defs"]
            .as_object()
            .unwrap()
            .values()
            .all(|part| part["type"] != "object" || part["additionalProperties"] == false)
    );
}

#[test]
fn names_are_unique() {
    let mut names: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
    names.extend(ProblemKind::ALL.map(ProblemKind::name));
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
    assert!(find("nothing").is_none());
}

#[test]
fn a_summary_counts_findings_by_severity_and_by_repair() {
    let mut summary = Summary::default();
    summary.add_file(&seed_findings());
    summary.add_file(&[]);
    let expected =
        Summary { checked: 2, errors: 2, warnings: 2, infos: 1, fixable: 3, fixable_unsafe: 1, ..Summary::default() };
    assert_eq!(summary, expected);
}
