//! What shells complete, and what man shows, tried in the shells and in man themselves.

use std::fs;

use crate::support::programs::try_run;
use crate::support::wirelint::{Output, Tree};

/// The completion script for a shell.
#[track_caller]
fn script(shell: &str) -> Output {
    Tree::new().wirelint(["completions", shell]).run().status(0).stderr("")
}

/// A directory with the completion script as `script`.
#[track_caller]
fn with_script(shell: &str) -> Tree {
    Tree::new().file("script", script(shell).stdout)
}

/// What bash offers for the last of `words`.
#[track_caller]
fn bash(words: &[&str]) -> Option<Vec<String>> {
    let typed: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    let typed = typed.join(" ");
    // What bash itself does when somebody presses the tab key.
    let input = format!(
        "source ./script\n\
         COMP_WORDS=({typed}); COMP_CWORD={}\n\
         _wirelint wirelint \"${{COMP_WORDS[-1]}}\" \"${{COMP_WORDS[-2]}}\"\n\
         printf '%s\\n' \"${{COMPREPLY[@]}}\"\n\
         complete -p wirelint >/dev/null\n",
        words.len() - 1
    );
    let said = try_run("bash", &["--norc", "--noprofile"], with_script("bash").root(), input.as_bytes())?;
    Some(said.lines().map(str::to_owned).collect())
}

#[test]
fn bash_completes_commands_options_and_names_of_rules() {
    for (words, offered) in [
        (["wirelint", "expl"].as_slice(), ["explain"].as_slice()),
        (&["wirelint", "explain", "form-"], &["form-stub"]),
        (&["wirelint", "check", "--select", "duplicate-h"], &["duplicate-headline"]),
        (&["wirelint", "fix", "--ignore", "head"], &["header", "headline"]),
        (&["wirelint", "check", "--sel"], &["--select"]),
        (&["wirelint", "completions", "z"], &["zsh"]),
    ] {
        let Some(said) = bash(words) else { return };
        assert_eq!(said, offered, "{words:?}");
    }
}

#[test]
fn zsh_completes_names_of_rules() {
    // A zsh with a terminal of its own, in which the tab key is pressed.
    let input = r"
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell 'PS1= PS2= ; autoload -U compinit; compinit -u -D; source ./script'
        zpty -n -w shell $'wirelint explain form-\t'
        said=
        for try in {1..100}; do
            while zpty -r -t shell part; do said+=$part; done
            [[ $said == *form-stub* ]] && break
            sleep 0.1
        done
        zpty -d shell
        print -r -- $said
    ";
    let Some(said) = try_run("zsh", &["-f"], with_script("zsh").root(), input.as_bytes()) else { return };
    assert!(said.contains("form-stub"), "{said}");
    assert!(!said.contains("not found") && !said.contains("parse error"), "{said}");
}

#[test]
fn fish_completes_names_of_rules_and_says_what_they_find() {
    let input = "\
        source ./script\n\
        complete -C 'wirelint explain form-'\n\
        complete -C 'wirelint schema rep'\n\
        complete -C 'wirelint check --select duplicate-h'\n";
    let Some(said) = try_run("fish", &["--private"], with_script("fish").root(), input.as_bytes()) else { return };
    let offered: Vec<&str> = said.lines().filter_map(|line| line.split('\t').next()).collect();
    assert_eq!(offered, ["form-stub", "report", "duplicate-headline"], "{said}");
    assert!(said.contains("A line that the page's comment form left behind"), "{said}");
}

#[test]
fn powershell_is_given_the_names_of_rules() {
    let script = script("powershell").out();
    for word in ["'explain' { 'missing-field', ", "'--select' { 'all', ", "'--ignore' { 'all', "] {
        assert_eq!(script.matches(word).count(), 1, "{word}");
    }
    assert!(!script.contains("'--color' {"), "only what takes names of rules");
}

#[test]
fn names_are_offered_but_not_demanded() {
    let tree = Tree::new();
    tree.wirelint(["explain", "frm-stub"]).run().status(2).stderr_contains("did you mean `form-stub`?");
    tree.wirelint(["check", "--select", "frm-stub"]).run().status(2).stderr_contains("form-stub");
    let help = tree.wirelint(["check", "--help"]).run().status(0);
    assert!(!help.out().contains("form-stub"), "{}", help.out());
    tree.wirelint(["completions", "tcsh"]).run().status(2).stderr_contains("bash, zsh, fish, powershell");
}

#[test]
fn every_command_has_a_manual_page() {
    let tree = Tree::new();
    let help = tree.wirelint(["--help"]).run().out();
    let listed = help.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a list");
    let mut wanted: Vec<String> = listed
        .lines()
        .filter_map(|line| {
            line.split_whitespace().next().filter(|_| line.starts_with("  ") && !line.starts_with("   "))
        })
        .filter(|name| *name != "help")
        .map(|name| format!("wirelint-{name}.1"))
        .collect();
    assert!(wanted.len() > 8, "{wanted:?}");
    wanted.push("wirelint.1".to_owned());
    wanted.sort();
    let written = tree.wirelint(["man", "--out-dir", "share/man1"]).run().status(0).stdout("");
    let entries = fs::read_dir(tree.path("share/man1")).expect("a directory");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    written.stderr(&format!("{} pages written to share/man1\n", names.len()));
    // Commands of commands, such as `config show`, have pages too.
    let is_below =
        |name: &&String| wanted.iter().any(|above| name.starts_with(&format!("{}-", &above[..above.len() - 2])));
    let top: Vec<&String> =
        names.iter().filter(|name| !is_below(name) || *name == "wirelint.1" || wanted.contains(name)).collect();
    assert_eq!(top, wanted.iter().collect::<Vec<_>>());
    assert!(names.contains(&"wirelint-config-show.1".to_owned()), "{names:?}");
    let main = tree.wirelint(["man"]).run().status(0).stderr("");
    assert_eq!(main.out(), tree.read("share/man1/wirelint.1"));
    for name in &names {
        let name = format!("share/man1/{name}");
        try_run("mandoc", &["-Tlint", "-Werror", &name], tree.root(), b"");
        try_run("groff", &["-man", "-ww", "-z", "-Tutf8", &name], tree.root(), b"")
            .inspect(|said| assert_eq!(said, ""));
    }
}

#[test]
fn man_shows_what_a_command_does_and_how_it_exits() {
    let tree = Tree::new();
    tree.wirelint(["man", "--out-dir", "."]).run().status(0);
    let Some(said) = try_run("man", &["-l", "wirelint-check.1"], tree.root(), b"") else { return };
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in
        ["wirelint-check - Report what is wrong with articles", "EXIT STATUS 0 nothing found", "SEE ALSO wirelint(1)"]
    {
        assert!(said.contains(part), "no {part} in {said}");
    }
}

#[test]
fn pages_that_cannot_be_written_are_an_error() {
    let tree = Tree::new().file("share", "a file");
    let output = tree.wirelint(["man", "--out-dir", "share/man1"]).run().status(2).stdout("");
    output.stderr_contains("wirelint.1: not written");
}
