//! What the documents say is what the program does.

use std::fs;
use std::path::PathBuf;

use wirelint::config::ConfigFile;
use wirelint::report::FORMATS;
use wirelint::rules::{RULES, Rule};

use crate::support::articles::DIRTY;
use crate::support::golden::{Goldens, assert_golden, root};
use crate::support::programs::{git_init, try_run};
use crate::support::wirelint::{Run, Tree, WIRELINT};

const BEGIN: &str = "<!-- rules: begin -->\n";
const END: &str = "<!-- rules: end -->";

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect(path)
}

/// The documents of people, as paths from the root.
fn documents() -> Vec<String> {
    let entries = fs::read_dir(root().join("docs")).expect("a directory");
    let pages = entries.map(|entry| format!("docs/{}", entry.expect("an entry").file_name().to_string_lossy()));
    let mut documents: Vec<String> = pages.collect();
    documents.extend(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].map(str::to_owned));
    documents.sort();
    documents
}

/// What stands in the fenced blocks of a document that are marked as `language`.
fn blocks<'d>(document: &'d str, language: &str) -> Vec<&'d str> {
    let fence = format!("```{language}\n");
    let starts: Vec<usize> = document.match_indices(&fence).map(|(at, _)| at + fence.len()).collect();
    starts.into_iter().filter_map(|start| document[start..].split("```").next()).collect()
}

/// All rules as a Markdown table; names link to `pages`.
fn table(pages: &str) -> String {
    let mut table =
        "| rule | group | severity | default | fix | what it finds |\n|---|---|---|---|---|---|\n".to_owned();
    for Rule { name, group, severity, is_default, fixable, summary, .. } in RULES {
        let (group, severity, fixable) = (group.name(), severity.name(), fixable.name());
        let default = if *is_default { "on" } else { "off" };
        table +=
            &format!("| [`{name}`]({pages}#{name}) | {group} | {severity} | {default} | {fixable} | {summary} |\n");
    }
    table
}

#[test]
fn the_rules_of_the_readme_are_the_rules() {
    let readme = read("README.md");
    let (before, rest) = readme.split_once(BEGIN).expect("the table begins");
    let (_, after) = rest.split_once(END).expect("the table ends");
    assert_golden("README.md", &format!("{before}{BEGIN}{}{END}{after}", table("docs/rules.md")));
}

#[test]
fn the_rules_page_holds_every_page() {
    let mut text = "# Rules\n\nThe pages that `wirelint explain RULE` prints, in one.\n\n".to_owned() + &table("");
    for rule in RULES {
        // One level down, so that the page has one title.
        for line in rule.docs.lines() {
            text += if line.starts_with('#') { "\n#" } else { "\n" };
            text += line;
        }
    }
    assert_golden("docs/rules.md", &(text + "\n"));
}

/// The lines of a picture stand in the real output, in order; `⋮` stands for any number of lines.
#[test]
fn the_pictures_of_the_readme_are_real() {
    if Goldens::are_updated() {
        return;
    }
    let readme = read("README.md");
    let pictures = blocks(&readme, "console");
    assert_eq!(pictures.len(), 2);
    for picture in pictures {
        let (command, picture) = picture.split_once('\n').expect("a command and its output");
        let args = command.strip_prefix("$ wirelint ").expect("a command of ours").split(' ');
        // What a terminal would have made of it.
        let format: &[&str] = if command.contains("check") { &["--output-format", "full"] } else { &[] };
        let output = Run::new(root()).args(args).args(format).run().status(1);
        let real = output.out() + &output.err();
        let mut rest = real.as_str();
        for part in picture.split("⋮\n") {
            let at = rest.find(part).unwrap_or_else(|| panic!("not in the output of `{command}`:\n{part}\n\n{real}"));
            rest = &rest[at + part.len()..];
        }
        assert_eq!(rest, "", "the picture of `{command}` ends too early");
    }
}

/// Every format has its place on the page, and every command on it runs and finds something.
#[test]
fn the_outputs_page_is_true() {
    let page = read("docs/outputs.md");
    for format in FORMATS {
        assert!(page.contains(&format!("\n## {}\n", format.name)), "{}", format.name);
    }
    let commands: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("$ wirelint ")).collect();
    for format in FORMATS {
        let is_chosen = |command: &&str| command.contains(&format!("--output-format {}", format.name));
        assert!(commands.iter().any(is_chosen), "no command shows {}", format.name);
    }
    for command in commands {
        let tree = Tree::new().file("news/a.txt", DIRTY).directory("reports");
        let output = tree.wirelint(command.split(' ')).run().status(1);
        for file in command.split(' ').filter_map(|word| word.split_once('=')).map(|(_, file)| file) {
            assert!(!tree.read(file).is_empty(), "{command}");
        }
        assert!(!output.stdout.is_empty(), "{command}");
    }
}

#[test]
fn the_configurations_of_the_documents_are_accepted() {
    for document in ["README.md", "docs/configuration.md", "docs/baseline.md"] {
        let text = read(document);
        let examples = blocks(&text, "toml");
        assert!(!examples.is_empty(), "{document}");
        for example in examples {
            let parsed = ConfigFile::parse(document, example.to_owned());
            assert!(parsed.is_ok(), "{document}: {}", parsed.err().map(|error| error.to_string()).unwrap_or_default());
        }
    }
}

#[test]
fn every_link_inside_the_repository_leads_somewhere() {
    for document in documents() {
        let text = read(&document);
        let dir = root().join(&document).parent().expect("a directory").to_owned();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = target.split('#').next().unwrap_or_default();
            assert!(path.starts_with("http") || dir.join(path).exists(), "{document} links to {target}");
        }
    }
}

/// Every line of a `sh` block that begins with `wirelint` does what it says, where it says it: in a repository with the
/// article of `seeds/`. It exits with 0, or with what the comment behind it says: `# exit 1`. The lines of a document
/// are run one after the other, so that one may use what another has written.
#[test]
fn the_command_lines_of_the_documents_run() {
    let mut run = 0;
    for document in documents() {
        let text = read(&document);
        let lines = blocks(&text, "sh").concat();
        let tree = Tree::new();
        let tree = fs::read_dir(root().join("seeds")).expect("a directory").fold(tree, |tree, entry| {
            let seed: PathBuf = entry.expect("an entry").path();
            let name = seed.file_name().expect("a name").to_string_lossy().into_owned();
            tree.file(&format!("seeds/{name}"), fs::read(&seed).expect("readable"))
        });
        git_init(tree.root());
        for line in lines.lines().filter(|line| line.starts_with("wirelint ")) {
            let (command, comment) = line.split_once(" # ").unwrap_or((line, ""));
            let wanted = comment.trim().strip_prefix("exit ").map_or(0, |code| code.parse().expect("an exit code"));
            assert!(!command.contains(['"', '\'', '|', '$', '<', ';', '&']), "{document}: no shell runs `{command}`");
            let (command, file) = command.split_once(" > ").unwrap_or((command, ""));
            let output = tree.wirelint(command.split_whitespace().skip(1)).run();
            if !file.is_empty() {
                fs::write(tree.path(file.trim()), &output.stdout).expect("a file can be written");
            }
            output.status(wanted);
            run += 1;
        }
    }
    assert!(run > 10, "only {run} command lines were found");
}

/// The version that a document shows is one that can be had.
#[test]
fn the_documents_name_this_version() {
    for document in ["docs/pre-commit.md", "docs/ci.md"] {
        let text = read(document);
        let shown: Vec<&str> = text.split_whitespace().filter_map(|word| word.strip_prefix("wirelint==")).collect();
        let pinned = text.lines().filter_map(|line| line.trim().strip_prefix("rev: v"));
        for version in shown.into_iter().chain(pinned) {
            assert_eq!(version.trim_matches(['"', '`', '\'']), env!("CARGO_PKG_VERSION"), "{document}");
        }
    }
}

/// What wirelint does in each probe is what the table says; of the peers, only whoever has made the table can know.
#[cfg(target_os = "linux")]
#[test]
fn the_table_of_probes_is_true() {
    let page = read("docs/reliability.md");
    let Some(table) = try_run("python3", &["tests/probes/run", "--only", "wirelint", WIRELINT], root(), b"") else {
        return;
    };
    let rows: Vec<&str> = table.lines().skip(2).collect();
    assert!(rows.len() >= 12, "{table}");
    for row in rows {
        assert!(page.lines().any(|line| line.starts_with(row.trim_end_matches('|'))), "not in the table: {row}");
    }
}
