//! Several documents in one run: which goes where, and that each is whole whatever happens.

use wirelint::report::FORMATS;

use crate::support::articles::{CLEAN, DIRTY};
use crate::support::golden::{Goldens, root};
use crate::support::wirelint::Tree;

const LATIN_1: &[u8] = b"News ID : 1\nPublish Date : 4/9/2024 8:05:30 AM\nCaf\xe9 opens\n\nIt opened.\n";

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// One run with a clean file, findings of every kind, and a file that can't be read, in each format.
#[test]
fn every_format_is_as_it_was() {
    let tree = Tree::new().file("clean.txt", CLEAN).file("news/a b.txt", DIRTY).file("latin.txt", LATIN_1);
    let mut goldens = Goldens::default();
    for format in FORMATS {
        let args = ["check", ".", "-q", "--now", "2024-07-01", "--severity", "no-break-space=info"];
        let output = tree.wirelint(args).args(["--output-format", format.name]).run().status(2);
        // The rules of a SARIF report are those of the pages.
        let text = output.out();
        let text = text.split_once("\"columnKind\"").map_or(text.clone(), |(_, rest)| format!("…\"columnKind\"{rest}"));
        let path = root().join("tests/goldens").join(format.name).with_extension("txt");
        goldens.compare(&path, Some(text.as_bytes()));
    }
    goldens.finish();
}

#[test]
fn files_come_beside_what_is_printed() {
    let tree = Tree::new().file("a.txt", DIRTY).directory("out");
    let plain = tree.wirelint(["check", "a.txt"]).run().status(1);
    let formats = ["--output-format", "sarif=out/a.sarif", "--output-format", "json=out/a.json"];
    let output = tree.wirelint(["check", "a.txt"]).args(formats).run().status(1);
    let output = output.stdout(&plain.out()).stderr(&plain.err());
    assert_eq!(output.out(), plain.out());
    let alone = tree.wirelint(["check", "a.txt", "--output-format", "json"]).run().status(1);
    assert_eq!(tree.read("out/a.json"), alone.out());
    let junit = tree.wirelint(["check", "a.txt", "--output-format", "junit"]).args(formats).run().status(1);
    junit.stdout_contains("<testsuites");
    assert_eq!(tree.read("out/a.json"), alone.out(), "a report is replaced");
    let names: Vec<_> = std::fs::read_dir(tree.path("out")).expect("a directory").collect();
    assert_eq!(names.len(), 2, "nothing is left behind");
}

#[test]
fn fix_writes_documents_of_what_is_left() {
    let tree = Tree::new().file("a.txt", DIRTY).file("b.txt", "News ID : x\n");
    let args = ["fix", ".", "--output-format", "json=left.json"];
    let output = tree.wirelint(args).args(["--diff"]).run().status(1).stdout_contains("--- a/a.txt\n");
    output.stderr_contains("b.txt:1:11: error[invalid-news-id]");
    let left = json(&tree.read("left.json"));
    assert!(left["findings"].as_array().expect("findings").iter().all(|finding| finding["path"] == "b.txt"));
    tree.wirelint(args).run().status(1);
    assert_eq!(json(&tree.read("left.json")), left);
}

#[test]
fn people_can_read_beside_a_build_server() {
    let tree = Tree::new().file("a.txt", DIRTY);
    let plain = tree.wirelint(["check", "a.txt", "-q"]).run().status(1).out();
    for (format, command) in [("github", "::error title="), ("azure", "##vso[task.logissue ")] {
        let output = tree.wirelint(["check", "a.txt", "-q", "--output-format", format]).run().status(1).stderr(&plain);
        assert!(output.out().starts_with(command), "{}", output.out());
        // Stderr is the document then.
        let output = tree.wirelint(["fix", "--check", "a.txt", "--output-format", format]).run().status(1);
        output.stdout("a.txt\n").stderr("");
        let file = format!("{format}=log.out");
        tree.wirelint(["check", "a.txt", "-q", "--output-format", &file]).run().status(1).stdout(&plain).stderr("");
    }
}

#[test]
fn what_cannot_be_is_refused_before_anything_is_done() {
    let tree = Tree::new().file("a.txt", DIRTY).file("wirelint.toml", "").directory("dir");
    let runs: [(&[&str], &str); 10] = [
        (&["json", "sarif"], "can't both go to the same stream"),
        (&["json=x.json", "sarif=./x.json"], "can't both be written"),
        (&["json=a.txt"], "which this run reads"),
        (&["json=dir/../a.txt"], "which this run reads"),
        (&["json=wirelint.toml"], "which this run reads"),
        (&["json=gone/x.json"], "there is no directory gone"),
        (&["json=a.txt/x.json"], "there is no directory a.txt"),
        (&["json=dir"], "it is a directory"),
        (&["json="], "names no file"),
        (&["xml=x.xml"], "unknown output format `xml`"),
    ];
    for (formats, reason) in runs {
        let formats = formats.iter().flat_map(|format| ["--output-format", format]);
        let output = tree.wirelint(["fix", "a.txt", "--output-format", "gitlab=ok.json"]).args(formats).run();
        output.status(2).stderr_contains(reason);
        assert_eq!(tree.read("a.txt"), DIRTY, "{reason}");
        assert_eq!(tree.read("wirelint.toml"), "", "{reason}");
        let said = json(&tree.read("ok.json"));
        assert_eq!((&said[0]["check_name"], &said[1]), (&"usage".into(), &serde_json::Value::Null), "{reason}");
        std::fs::remove_file(tree.path("ok.json")).expect("a file");
    }
}

#[cfg(unix)]
#[test]
fn links_and_devices_stay_what_they_are() {
    let tree = Tree::new().file("a.txt", DIRTY).file("real.json", "old");
    std::os::unix::fs::symlink("a.txt", tree.path("article")).expect("a link");
    std::os::unix::fs::symlink("real.json", tree.path("link.json")).expect("a link");
    tree.wirelint(["check", "a.txt", "--output-format", "json=article"]).run().status(2).stderr_contains("reads");
    assert_eq!(tree.read("a.txt"), DIRTY);
    tree.wirelint(["check", "a.txt", "--output-format", "json=link.json"]).run().status(1);
    assert!(tree.path("link.json").is_symlink());
    assert_eq!(json(&tree.read("real.json"))["version"], 1);
    tree.wirelint(["check", "a.txt", "--output-format", "json=/dev/null"]).run().status(1);
    assert!(!std::fs::metadata("/dev/null").expect("a device").is_file());
}

#[cfg(target_os = "linux")]
#[test]
fn a_report_that_cannot_be_written_is_no_success() {
    let tree = Tree::new().file("a.txt", CLEAN);
    let args = ["check", "a.txt", "--output-format", "sarif=/dev/full", "--output-format", "json"];
    let output =
        tree.wirelint(args).run().status(2).stderr_contains("error: /dev/full: the report could not be written");
    assert_eq!(output.json()["problems"][0]["kind"], "not-written");
}

#[test]
fn every_format_is_a_document_whatever_happens() {
    let tree = Tree::new().file("a.txt", CLEAN).file("bad.toml", "ignroe = []\n").directory("empty");
    let runs: [(&[&str], i32); 4] =
        [(&["a.txt"], 0), (&["empty"], 2), (&["a.txt", "--config", "bad.toml"], 2), (&["a.txt", "-", "a.txt"], 2)];
    for (args, code) in runs {
        for format in FORMATS {
            let output = tree.wirelint(["check", "--output-format", format.name]).args(args).run().status(code);
            let file = format!("{}=document", format.name);
            tree.wirelint(["check", "--output-format", &file]).args(args).run().status(code);
            assert_eq!(tree.read("document"), output.out());
            let says_so = match format.name {
                "json" => output.json()["problems"][0].is_object(),
                "gitlab" => output.json()[0].is_object(),
                "rdjson" => output.json()["diagnostics"][0].is_object(),
                "sarif" => output.json()["runs"][0]["invocations"][0]["executionSuccessful"] == false,
                "junit" | "checkstyle" => output.out().contains("<error "),
                "github" => output.out().contains("::error "),
                "azure" => output.out().contains("type=error"),
                _ => code == 2,
            };
            assert_eq!(says_so, code == 2, "{}: {}", format.name, output.out());
            if matches!(format.name, "junit" | "checkstyle") {
                assert!(roxmltree::Document::parse(&output.out()).is_ok(), "{}", output.out());
            }
        }
    }
}
