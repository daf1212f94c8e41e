//! What the documents say is what the program does.

use std::fs;

use wirelint::config::ConfigFile;
use wirelint::report::FORMATS;
use wirelint::rules::{RULES, Rule};

use crate::support::articles::DIRTY;
use crate::support::golden::{Goldens, assert_golden, root};
use crate::support::wirelint::{Run, Tree};

const BEGIN: &str = "<!-- rules: begin -->\n";
const END: &str = "<!-- rules: end -->";

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect(path)
}

/// All rules as a Markdown table; names link to `pages`.
fn table(pages: &str) -> String {
    let mut table = "| rule | group | severity | fix | what it finds |\n|---|---|---|---|---|\n".to_owned();
    for Rule { name, group, severity, fixable, summary, .. } in RULES {
        let (group, severity, fixable) = (group.name(), severity.name(), fixable.name());
        table += &format!("| [`{name}`]({pages}#{name}) | {group} | {severity} | {fixable} | {summary} |\n");
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
    let pictures: Vec<&str> =
        readme.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
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
    for document in ["README.md", "docs/configuration.md"] {
        let text = read(document);
        let examples: Vec<&str> = text.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
        assert!(!examples.is_empty(), "{document}");
        for example in examples {
            let parsed = ConfigFile::parse(document, example.to_owned());
            assert!(parsed.is_ok(), "{document}: {}", parsed.err().map(|error| error.to_string()).unwrap_or_default());
        }
    }
}

#[test]
fn every_link_inside_the_repository_leads_somewhere() {
    for document in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "docs/configuration.md",
        "docs/outputs.md",
        "docs/records.md",
    ] {
        let text = read(document);
        let dir = root().join(document).parent().expect("a directory").to_owned();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = target.split('#').next().unwrap_or_default();
            assert!(path.starts_with("http") || dir.join(path).exists(), "{document} links to {target}");
        }
    }
}
