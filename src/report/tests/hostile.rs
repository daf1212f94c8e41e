//! Every format against texts and places made to break it.

use proptest::prelude::*;

use super::*;
use crate::chars;
use crate::lint;

/// Texts of pieces that are trouble in one way or another.
fn trouble() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "News ID : 1\n",
        "a",
        "long words and more of them ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "\0",
        "\u{1b}[31m",
        "\u{9b}",
        "\u{85}",
        "\u{202e}",
        "\u{2066}",
        "\u{feff}",
        "\u{200b}",
        "\u{200d}",
        "\u{a0}",
        "\u{301}",
        "漢字",
        "👩\u{200d}🚀",
        "\u{2028}",
        "::error::x\n",
        "##[error]",
        "\u{e0041}",
        "\u{7f}",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// `text` without the sequences that switch colours, which are the only ones of ours.
fn without_colors(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        plain.push_str(digits.strip_prefix('m').unwrap_or(part));
    }
    plain
}

fn assert_safe(format: &Format, text: &str) {
    assert!(!text.contains(|c: char| chars::is_unprintable(c) && c != '\n'), "{text:?}");
    assert!(!text.contains("##["), "{text:?}");
    let is_command = |line: &str| line.trim_start().starts_with("::");
    assert!(format.name == "github" || !text.lines().any(is_command), "{text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_format_takes_whatever_checking_finds(text in trouble(), width in 0..200_usize) {
        let source = Source::new("t", &text);
        let checked = lint::check(&source, &lint::Settings::default());
        let prints = fingerprints(&text, &source, &checked.diagnostics);
        let report = FileReport { path: &text, source: &source, diagnostics: &checked.diagnostics, fingerprints: &prints };
        for format in FORMATS {
            assert_safe(format, (format.file)(&report, Style { color: false, width }).as_str());
        }
    }

    #[test]
    fn every_format_takes_any_span(
        text in trouble(),
        places in prop::collection::vec((0..300_usize, 0..40_usize), 1..8),
        width in 40..120_usize,
    ) {
        let source = Source::new("t", &text);
        let span = |(start, length): (usize, usize)| Span::new(start, start + length);
        let mut diagnostic = finding("r", Severity::Info, span(places[0]), &text);
        diagnostic.help(text.clone());
        for place in &places[1..] {
            diagnostic.label(span(*place), "here");
        }
        let diagnostics = [diagnostic];
        let prints = fingerprints("a", &source, &diagnostics);
        let report = FileReport { path: "a", source: &source, diagnostics: &diagnostics, fingerprints: &prints };
        for format in FORMATS {
            let rendered = (format.file)(&report, Style { color: false, width }).as_str().to_owned();
            assert_safe(format, &rendered);
            prop_assert_eq!(without_colors((format.file)(&report, Style { color: true, width }).as_str()), &*rendered);
            assert!(!rendered.contains("Failed to read"), "{rendered}");
        }
        let snippet = full("a", &text, &diagnostics[0], width);
        let columns = |line: &str| line.chars().filter_map(unicode_width::UnicodeWidthChar::width).sum::<usize>();
        for line in snippet.lines().filter(|line| line.trim_start().starts_with(|c: char| c.is_ascii_digit())) {
            prop_assert!(columns(line) <= width, "{} > {width}: {line}", columns(line));
        }
    }
}
