//! Arguments that name a file of more arguments: `@FILE`.

use std::collections::VecDeque;
use std::ffi::{OsStr, OsString};

use argfile::Argument;

/// Files that may name each other, so that one that names itself is noticed.
const MOST_FILES: usize = 64;
/// From here on nothing is an option, and so nothing an argument file.
const END_OF_OPTIONS: &str = "--";
/// With this, names of files may be made by strangers, and one that begins with `@` is the name of an article.
const UNTRUSTED: &str = "--untrusted";

/// `args` (the program's name first) with what the files among them hold. Behind `--`, and with `--untrusted` anywhere
/// before, an argument that begins with `@` is what it is.
///
/// # Errors
/// A sentence, if a file can't be read or there are too many.
pub(super) fn expand(args: impl IntoIterator<Item = OsString>) -> Result<Vec<OsString>, String> {
    let mut todo: VecDeque<OsString> = args.into_iter().collect();
    let mut is_untrusted = todo.iter().take_while(|arg| *arg != END_OF_OPTIONS).any(|arg| arg == UNTRUSTED);
    let mut expanded = Vec::with_capacity(todo.len());
    let mut files = 0;
    while let Some(arg) = todo.pop_front() {
        is_untrusted |= arg == UNTRUSTED;
        if is_untrusted || arg == END_OF_OPTIONS {
            expanded.push(arg);
            expanded.extend(todo);
            break;
        }
        match Argument::parse(arg, argfile::PREFIX) {
            Argument::PassThrough(arg) => expanded.push(arg),
            Argument::Path(path) => {
                files += 1;
                if files > MOST_FILES {
                    return Err(format!(
                        "more than {MOST_FILES} files of arguments (`@file`): do they name each other?"
                    ));
                }
                let text = std::fs::read_to_string(&path).map_err(|error| {
                    format!("a file of arguments (`@file`) can't be read: {}: {error}", path.display())
                })?;
                let more = argfile::parse_fromfile(&text, argfile::PREFIX).into_iter().map(|argument| match argument {
                    Argument::PassThrough(arg) => arg,
                    Argument::Path(path) => [OsStr::new("@"), path.as_os_str()].into_iter().collect(),
                });
                for arg in more.rev() {
                    todo.push_front(arg);
                }
            }
        }
    }
    Ok(expanded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expanded(args: &[&str]) -> Result<Vec<String>, String> {
        let args = expand(args.iter().map(OsString::from));
        args.map(|args| args.into_iter().map(|arg| arg.into_string().expect("UTF-8")).collect())
    }

    #[test]
    fn files_stand_for_what_they_hold() {
        let dir = tempfile::tempdir().expect("a directory");
        let file = |name: &str, text: &str| {
            let path = dir.path().join(name);
            std::fs::write(&path, text).expect("a file");
            format!("@{}", path.display())
        };
        let inner = file("inner", "--quiet\n");
        let outer = file("outer", &format!("check\n{inner}\na b.txt\n"));
        assert_eq!(
            expanded(&["w", &outer, "c"]),
            Ok(["w", "check", "--quiet", "a b.txt", "c"].map(str::to_owned).into())
        );
        let kept = ["w", "--", &outer].map(str::to_owned);
        assert_eq!(expanded(&["w", "--", &outer]), Ok(kept.into()), "behind `--`");
        let kept = ["w", &outer, "--untrusted"].map(str::to_owned);
        assert_eq!(expanded(&["w", &outer, "--untrusted"]), Ok(kept.into()), "names made by strangers");
        let own = file("own", "");
        std::fs::write(dir.path().join("own"), &own).expect("a file");
        assert!(expanded(&["w", &own]).expect_err("a file that names itself").contains("name each other"));
        assert!(expanded(&["w", "@/no/such/file"]).expect_err("no file").contains("can't be read"));
    }
}
