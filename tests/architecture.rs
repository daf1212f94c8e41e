//! The layers of the house: no module imports from a layer above its own, and files stay small enough to read.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::golden::root;

/// Every module of the crate in its layer, lowest first. Within a layer, a module imports only from those before it.
const LAYERS: [&[&str]; 6] = [
    &["chars", "scan", "facts", "source"],
    &[
        "fix",
        "keys",
        "subject",
        "verse",
        "calendar",
        "dateline",
        "datetime",
        "lexicon",
        "profile",
        "diagnostic",
        "allowance",
        "batch",
        "article",
        "mojibake",
        "references",
        "markup",
        "blanks",
        "removal",
        "joiners",
        "language",
        "little_words",
        "typography",
        "metadata",
        "quotes",
        "repetition",
        "quotations",
        "listing",
        "columns",
    ],
    &["grammar", "rule", "rules", "ruleset"],
    &["lint", "config", "fingerprint", "suppress"],
    &["report", "record", "diff", "baseline"],
    &["files", "cli"],
];
/// Output formats, which never import each other; the rest of `report/` is theirs to share.
const FORMATS: [&str; 12] = [
    "pretty",
    "concise",
    "grouped",
    "json",
    "jsonl",
    "github",
    "gitlab",
    "azure",
    "sarif",
    "junit",
    "checkstyle",
    "rdjson",
];
/// Which dependency is known to which part only.
const KEPT_APART: [(&str, &str); 8] = [
    ("miette", "report/pretty.rs"),
    ("nom", "grammar/"),
    ("clap", "cli/"),
    ("clap_complete", "cli/completions.rs"),
    ("clap_mangen", "cli/man.rs"),
    ("rustix", "files/disk/"),
    ("signal_hook", "cli/signals.rs"),
    ("base64", "report/path_bytes.rs"),
];
const MOST_LINES: usize = 400;
const MOST_LINES_OF_A_RULE: usize = 150;

/// A file of the crate.
struct SourceFile {
    /// Relative to `src/`, with `/`.
    path: String,
    lines: usize,
    /// The code without comments and unit tests.
    code: String,
}

impl SourceFile {
    /// The modules the file lies in: `["report", "pretty"]`.
    fn modules(&self) -> Vec<&str> {
        let path = self.path.trim_end_matches(".rs");
        path.split('/').filter(|part| *part != "mod").collect()
    }

    /// The modules named in paths that begin with `crate::` or `super::`, from the crate down.
    fn imports(&self) -> Vec<Vec<String>> {
        let modules: Vec<String> = self.modules().into_iter().map(str::to_owned).collect();
        let above = &modules[..modules.len() - 1];
        let mut imports = paths(&self.code, "crate::", &[]);
        imports.extend(paths(&self.code, "super::", above));
        imports
    }
}

/// What follows `start` wherever it stands in `code`, each below `base`.
fn paths(code: &str, start: &str, base: &[String]) -> Vec<Vec<String>> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let places = code.match_indices(start).filter(|(at, _)| !code[..*at].ends_with(|c| is_word(c) || c == ':'));
    places.flat_map(|(at, _)| tree(&code[at + start.len()..])).map(|path| [base, &path].concat()).collect()
}

/// The paths in a use tree: `a::b`, `{a, b::{c, d}}`.
fn tree(code: &str) -> Vec<Vec<String>> {
    let code = code.trim_start();
    if let Some(group) = code.strip_prefix('{') {
        return members(group).into_iter().flat_map(tree).collect();
    }
    let end = code.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(code.len());
    let (word, rest) = code.split_at(end);
    let below = rest.strip_prefix("::").map(tree).unwrap_or_default();
    if below.is_empty() {
        return vec![vec![word.to_owned()]];
    }
    below.into_iter().map(|path| [&[word.to_owned()], path.as_slice()].concat()).collect()
}

/// The members of a group whose opening brace has been read.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut members) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                members.push(&group[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                members.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    members.retain(|member| !member.trim().is_empty());
    members
}

fn rust_files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
}

fn files(dir: &str) -> Vec<SourceFile> {
    let dir = root().join(dir);
    let mut found = Vec::new();
    rust_files(&dir, &mut found);
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("UTF-8");
        let relative = path.strip_prefix(&dir).expect("below").to_string_lossy().replace('\\', "/");
        let tested = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let code = tested.lines().filter(|line| !line.trim_start().starts_with("//"));
        SourceFile { lines: text.lines().count(), code: code.collect::<Vec<_>>().join("\n"), path: relative }
    };
    found.into_iter().map(read).collect()
}

/// The files of the crate, those of unit tests left out.
fn sources() -> Vec<SourceFile> {
    let is_test = |file: &SourceFile| file.modules().contains(&"tests");
    files("src").into_iter().filter(|file| !is_test(file)).collect()
}

/// The layer of a module, and its place in it.
fn place(module: &str) -> Option<(usize, usize)> {
    let find = |layer: &&[&str]| layer.iter().position(|name| *name == module);
    LAYERS.iter().enumerate().find_map(|(layer, names)| find(names).map(|place| (layer, place)))
}

#[track_caller]
fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_module_has_its_layer() {
    let modules = files("src").into_iter().filter(|file| !matches!(file.path.as_str(), "lib.rs" | "main.rs"));
    let strangers: Vec<String> =
        modules.filter(|file| place(file.modules()[0]).is_none()).map(|file| file.path).collect();
    assert_none(&strangers);
    for module in LAYERS.concat() {
        let path = root().join("src").join(module);
        assert!(path.with_extension("rs").exists() || path.join("mod.rs").exists(), "there is no module {module}");
    }
}

#[test]
fn no_module_imports_from_above() {
    let mut upward = Vec::new();
    for file in sources() {
        let own = file.modules()[0];
        let Some(from) = place(own) else { continue };
        for import in file.imports() {
            if import[0] != own && place(&import[0]).is_some_and(|to| to > from) {
                upward.push(format!("{} imports {}", file.path, import.join("::")));
            }
        }
    }
    assert_none(&upward);
}

#[test]
fn siblings_do_not_import_each_other() {
    let mut faults = Vec::new();
    let names: Vec<String> = sources().iter().map(|file| file.modules().join("/")).collect();
    for file in sources() {
        let [parent, own] = file.modules()[..] else { continue };
        for import in file.imports() {
            let [to_parent, to, ..] = &import[..] else { continue };
            let is_sibling = to_parent == parent && to != own && names.contains(&format!("{parent}/{to}"));
            let is_format = FORMATS.contains(&own) && FORMATS.contains(&to.as_str());
            if is_sibling && (parent == "rules" || parent == "record" || (parent == "report" && is_format)) {
                faults.push(format!("{} imports {to}", file.path));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn every_dependency_stays_where_it_belongs() {
    let mut faults = Vec::new();
    for file in sources() {
        for (name, home) in KEPT_APART {
            let path = format!("{name}::");
            let at = |(at, _): (usize, &str)| !file.code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if file.code.match_indices(&path).any(at) && !file.path.starts_with(home) {
                faults.push(format!("{} knows {name}, which is for {home}", file.path));
            }
        }
    }
    assert_none(&faults);
}

/// The compiler lets only safe texts into a document; this is the one way around it, for the layout that miette makes.
#[test]
fn only_the_layout_of_miette_is_taken_as_it_is() {
    let takes = |file: &SourceFile| file.code.contains("::laid_out(");
    let found: Vec<String> = sources().into_iter().filter(takes).map(|file| file.path).collect();
    assert_eq!(found, ["report/pretty.rs"]);
}

#[test]
fn every_rule_has_its_page_and_every_page_its_rule() {
    let entries = fs::read_dir(root().join("src/rules")).expect("a directory");
    let mut names: Vec<(String, String)> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), path.extension()?.to_str()?.to_owned())))
        .collect();
    names.sort();
    let of = |wanted: &str| -> Vec<&str> {
        names.iter().filter(|(_, kind)| kind == wanted).map(|(name, _)| name.as_str()).collect()
    };
    assert_eq!(of("rs"), of("md"));
    let table = wirelint::rules::RULES.iter().map(|rule| rule.name.replace('-', "_"));
    let mut table: Vec<String> = table.collect();
    table.sort();
    assert_eq!(of("rs"), table);
}

#[test]
fn files_are_short() {
    let mut faults = Vec::new();
    for file in ["src", "tests", "fuzz/src", "fuzz/fuzz_targets"].into_iter().flat_map(files) {
        let most = if file.path.starts_with("rules/") { MOST_LINES_OF_A_RULE } else { MOST_LINES };
        if file.lines > most {
            faults.push(format!("{} has {} lines, more than {most}", file.path, file.lines));
        }
    }
    assert_none(&faults);
}

#[test]
fn imports_are_read_as_the_compiler_reads_them() {
    let of = |path: &str, code: &str| {
        let file = SourceFile { path: path.to_owned(), lines: 0, code: code.to_owned() };
        file.imports().iter().map(|import| import.join("::")).collect::<Vec<_>>()
    };
    assert_eq!(of("cli/fix.rs", "use crate::{a, b::{c, d}};"), ["a", "b::c", "b::d"]);
    assert_eq!(of("cli/fix.rs", "let x = crate::a::b(c); my_crate::z"), ["a::b"]);
    assert_eq!(of("rules/a.rs", "use super::b::c;"), ["rules::b::c"]);
    assert_eq!(of("rules/mod.rs", "use super::lint;"), ["lint"]);
    assert_eq!(of("fix.rs", "use super::lint;"), ["lint"]);
}
