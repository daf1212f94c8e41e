//! Runs that are ended in the midst of their work, that have company, or whose files are saved by others meanwhile.
//!
//! What chance has a part in is tried a few times; `WIRELINT_ROUNDS=250 cargo test --release --test wirelint interruption`
//! tries it 250 times as often, on larger trees.
#![cfg(unix)]

use std::fs;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::articles::DIRTY;
use crate::support::wirelint::{Tree, rounds, wait};

/// As many articles in three directories, all in need of repair.
fn tree(files: usize) -> Tree {
    let name = |number: usize| format!("{}/{number:05}.txt", ["a", "b", "c/d"][number % 3]);
    (0..files).fold(Tree::new(), |tree, number| tree.file(&name(number), DIRTY))
}

/// Every file, sorted: relative name and content.
fn contents(tree: &Tree) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for dir in ["a", "b", "c/d"] {
        for entry in fs::read_dir(tree.path(dir)).expect("a directory").map(|entry| entry.expect("an entry")) {
            let name = format!("{dir}/{}", entry.file_name().to_string_lossy());
            found.push((name, fs::read_to_string(entry.path()).expect("a file")));
        }
    }
    found.sort();
    found
}

fn is_temporary(name: &str) -> bool {
    name.contains("/.wirelint-")
}

/// What `fix` makes of the article.
fn repaired() -> String {
    let tree = Tree::new().file("a.txt", DIRTY);
    tree.wirelint(["fix", "."]).run().status(0);
    tree.read("a.txt")
}

/// Starts a repair, and waits until it has begun to write, or to replace, or has ended.
fn start(tree: &Tree, sees: impl Fn(&str, &str) -> bool) -> Child {
    let mut command = tree.wirelint(["fix", ".", "--isolated"]).command();
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command starts");
    while child.try_wait().expect("a child can be waited for").is_none() {
        let entries = fs::read_dir(tree.path("a")).expect("a directory").flatten();
        let mut entries =
            entries.map(|entry| (entry.file_name(), fs::read_to_string(entry.path()).unwrap_or_default()));
        if entries.any(|(name, text)| sees(&format!("a/{}", name.to_string_lossy()), &text)) {
            break;
        }
    }
    child
}

fn send(signal: &str, child: &Child) {
    let script = format!("kill -{signal} {}", child.id());
    // It may have ended by then, which is seen by its exit code.
    Command::new("sh").args(["-c", &script]).stderr(Stdio::null()).status().expect("a shell");
}

/// Whether whoever has started the tests has told them not to mind a signal (`command &` in a script does): programs that
/// they start don't mind it either. As far as the system says so.
fn is_ignored(signal: u32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
}

#[test]
fn a_run_that_is_told_to_end_leaves_nothing_behind() {
    let new = repaired();
    for (signal, number, code) in [("INT", 2, 130), ("TERM", 15, 143), ("HUP", 1, 129)] {
        let mut was_stopped = is_ignored(number);
        for _ in 0..20 {
            let tree = tree(600);
            let mut child = start(&tree, |name, _| is_temporary(name));
            send(signal, &child);
            let ended = wait(&mut child, "wirelint fix");
            let said = std::io::read_to_string(child.stderr.take().expect("a pipe")).expect("UTF-8");
            let left = contents(&tree);
            assert!(left.iter().all(|(name, text)| !is_temporary(name) && (text == DIRTY || *text == new)));
            let written = left.iter().filter(|(_, text)| *text == new).count();
            if ended == Some(code) {
                assert!(!is_ignored(number), "SIG{signal} was not to be minded");
                let number = match written {
                    0 => "no file was".to_owned(),
                    1 => "1 file was".to_owned(),
                    _ => format!("{written} files were"),
                };
                assert!(said.contains(&format!("interrupted: {number} written")), "{written} written, but: {said}");
                was_stopped = true;
                break;
            }
            assert_eq!((ended, written), (Some(0), 600), "{said}");
            if is_ignored(number) {
                break;
            }
        }
        assert!(was_stopped, "SIG{signal} came too late twenty times");
    }
}

#[test]
fn a_run_that_was_told_not_to_mind_goes_on() {
    if !cfg!(target_os = "linux") {
        return;
    }
    let tree = tree(300);
    let mut command = Command::new("sh");
    let script = "trap '' HUP; exec \"$0\" fix . --isolated";
    command.args(["-c", script, crate::support::wirelint::WIRELINT]).current_dir(tree.root());
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a shell");
    for _ in 0..20 {
        thread::sleep(Duration::from_millis(2));
        send("HUP", &child);
    }
    assert_eq!(wait(&mut child, "wirelint fix"), Some(0));
}

#[test]
#[allow(clippy::print_stderr, reason = "said to whoever has asked for many rounds")]
fn a_run_that_is_killed_leaves_every_file_whole() {
    let (new, files) = (repaired(), if rounds(1) > 1 { 10_000 } else { 120 });
    let tree = tree(files);
    let begin = Instant::now();
    tree.wirelint(["fix", ".", "--isolated"]).run().status(0);
    let whole = begin.elapsed();
    let (mut killed, mut midway, mut leftovers) = (0, 0, 0);
    for _ in 0..rounds(8) {
        for (name, text) in contents(&tree) {
            if is_temporary(&name) {
                fs::remove_file(tree.path(&name)).expect("a file");
            } else if text != DIRTY {
                fs::write(tree.path(&name), DIRTY).expect("a file");
            }
        }
        let mut command = tree.wirelint(["fix", ".", "--isolated"]).command();
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the command starts");
        let part = RandomState::new().build_hasher().finish() % 1000;
        thread::sleep(whole.mul_f64(f64::from(u16::try_from(part).expect("below 1000")) / 1000.0));
        child.kill().expect("a child can be killed");
        killed += usize::from(child.wait().expect("a child can be waited for").code().is_none());
        let left = contents(&tree);
        let (temporary, articles): (Vec<_>, Vec<_>) = left.iter().partition(|(name, _)| is_temporary(name));
        assert_eq!(articles.len(), files);
        for (name, text) in &articles {
            assert!(text == DIRTY || *text == new, "{name} is neither old nor new");
        }
        leftovers += temporary.len();
        midway += usize::from(
            articles.iter().any(|(_, text)| *text == new) && articles.iter().any(|(_, text)| text == DIRTY),
        );
    }
    if rounds(1) > 1 {
        eprintln!("{killed} killed, {midway} in the midst of replacing, {leftovers} temporary files left");
    }
    let again = tree.wirelint(["fix", ".", "--isolated"]).run().status(0);
    assert!(contents(&tree).iter().all(|(name, text)| is_temporary(name) || *text == new), "{}", again.err());
}

#[test]
fn two_runs_at_once_do_what_one_does() {
    let new = repaired();
    for _ in 0..rounds(3) {
        let tree = tree(150);
        let mut children = [(); 2].map(|()| {
            let mut command = tree.wirelint(["fix", ".", "--isolated"]).command();
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the command starts")
        });
        for child in &mut children {
            // The slower one is told that a file has changed, or finds it repaired already.
            let code = wait(child, "wirelint fix");
            assert!(matches!(code, Some(0 | 2)), "{code:?}");
        }
        assert!(contents(&tree).iter().all(|(name, text)| !is_temporary(name) && *text == new));
    }
}

/// An editor that saves, as most do, by renaming a new file over the old one.
#[test]
fn no_save_is_lost() {
    let new = repaired();
    for round in 0..rounds(12) {
        let of = |text: &str, number: usize| text.replace("170204", &number.to_string());
        let (first, second) = (of(DIRTY, 2 * round + 1), of(DIRTY, 2 * round + 2));
        let tree = Tree::new().file("a.txt", &first).file("saved", &second);
        let mut command = tree.wirelint(["fix", "a.txt", "--isolated"]).command();
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the command starts");
        thread::sleep(Duration::from_micros(RandomState::new().build_hasher().finish() % 30_000));
        fs::rename(tree.path("saved"), tree.path("a.txt")).expect("a file");
        wait(&mut child, "wirelint fix");
        let (text, wanted) = (tree.read("a.txt"), of(&new, 2 * round + 2));
        assert!(text == second || text == wanted, "round {round}: what was saved last is gone:\n{text}");
    }
}
