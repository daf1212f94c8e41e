//! The same input gives the same bytes: whatever the threads, the order of arguments, the language, the time zone and the
//! mask for new files.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::support::articles::{CLEAN, DIRTY};
use crate::support::wirelint::{Run, Tree, WIRELINT};

fn tree() -> Tree {
    let latin: &[u8] = b"News ID : 1\nCaf\xe9\n";
    let tree = (0..40).fold(Tree::new(), |tree, number| tree.file(&format!("a/{number}.txt"), DIRTY));
    let tree = tree.file("b/İı.txt", CLEAN).file("b/I.txt", DIRTY).file("b/متن.txt", DIRTY).file("c/latin.txt", latin);
    for (number, mode) in [0o600, 0o640, 0o664, 0o755].into_iter().enumerate() {
        let path = tree.path(&format!("a/{number}.txt"));
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions can be set");
    }
    tree
}

/// Names, modes and contents below a directory, sorted.
fn snapshot(dir: &Path, found: &mut Vec<(String, u32, Vec<u8>)>) {
    let mut entries: Vec<_> = fs::read_dir(dir).expect("a directory").map(|entry| entry.expect("an entry")).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.path().is_dir() {
            snapshot(&entry.path(), found);
        } else {
            let mode = entry.metadata().expect("a file").permissions().mode();
            found.push((entry.file_name().to_string_lossy().into(), mode, fs::read(entry.path()).expect("a file")));
        }
    }
}

#[test]
fn surroundings_change_nothing() {
    let threads = ["1", "2", "16"];
    let orders = [["a", "b", "c"], ["c", "a", "b"], ["b", "c", "a"]];
    let places = [("C", "UTC"), ("tr_TR.UTF-8", "Asia/Tehran"), ("fa_IR.UTF-8", "Pacific/Kiritimati")];
    let mut first: Option<Vec<(Vec<u8>, Vec<u8>)>> = None;
    let mut first_tree = None;
    for (number, threads) in threads.into_iter().enumerate() {
        let tree = tree();
        let (language, zone) = places[number];
        let run = |args: &[&str]| -> Run {
            let run = tree.wirelint(args).args(orders[number]).env("RAYON_NUM_THREADS", threads);
            run.env("LANG", language).env("LC_ALL", language).env("TZ", zone)
        };
        let mut outputs = Vec::new();
        for args in [
            &["check", "--output-format", "json"][..],
            &["check", "--output-format", "full"],
            &["check", "--output-format", "sarif", "--statistics"],
            &["parse"],
            &["parse", "--fix"],
            &["fix", "--diff"],
            &["fix", "--check"],
        ] {
            let output = run(args).run().status(2);
            outputs.push((output.stdout, output.stderr));
        }
        // Under another mask, too, which is for new files and not for these.
        let script = format!("umask {}; exec \"$0\" fix \"$@\"", ["022", "077", "000"][number]);
        let mut command = Command::new("sh");
        command.args(["-c", &script, WIRELINT]).args(orders[number]).current_dir(tree.root());
        let output = command.env("RAYON_NUM_THREADS", threads).env("TZ", zone).output().expect("a shell");
        assert_eq!(output.status.code(), Some(2));
        outputs.push((output.stdout, output.stderr));
        let mut after = Vec::new();
        snapshot(tree.root(), &mut after);
        match &first {
            None => (first, first_tree) = (Some(outputs), Some(after)),
            Some(wanted) => {
                for (one, other) in outputs.iter().zip(wanted) {
                    let [one, other] = [one, other]
                        .map(|(out, err)| [out, err].map(|bytes| String::from_utf8_lossy(bytes).into_owned()));
                    assert_eq!(one, other, "{threads} threads, {language}, {zone}");
                }
                assert_eq!(Some(&after), first_tree.as_ref(), "{threads} threads, {language}, {zone}");
            }
        }
    }
}
