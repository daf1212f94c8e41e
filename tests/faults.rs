//! What becomes of files when the file system goes wrong: at any single call, in any way, every file is the old one or
//! the new one as a whole, and what could not be done is said.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use wirelint::cli::{self, Streams};
use wirelint::files::{LARGEST_FILE, Reader, Target};
use wirelint::report::ProblemKind;

use crate::support::articles::{CLEAN, DIRTY};
use crate::support::disk::{Fault, FaultyDisk};
use crate::support::wirelint::{Tree, rounds};

const EINTR: i32 = 4;
const EIO: i32 = 5;
const ENOSPC: i32 = 28;
const EDQUOT: i32 = if cfg!(target_os = "linux") { 122 } else { 69 };

const FAULTS: [Fault; 12] = [
    Fault::Fails(ENOSPC),
    Fault::Fails(EIO),
    Fault::Fails(EDQUOT),
    Fault::Fails(EINTR),
    Fault::FailsHalfWay(ENOSPC),
    Fault::FailsHalfWay(EDQUOT),
    Fault::IsNotBelieved(EIO),
    Fault::FailsFromThenOn(ENOSPC),
    Fault::FailsFromThenOn(EIO),
    Fault::DiesBefore,
    Fault::DiesHalfWay,
    Fault::DiesAfter,
];

/// Runs the command in this process, on that disk. Returns exit code, stdout and stderr.
fn run(disk: &FaultyDisk, args: &[&str], dir: &Path) -> (u8, String, String) {
    let (mut stdin, mut stdout, mut stderr) = (std::io::empty(), Vec::new(), Vec::new());
    let mut streams = Streams {
        stdin: &mut stdin,
        stdout: &mut stdout,
        stderr: &mut stderr,
        disk,
        stdout_is_terminal: false,
        stdout_is_file: false,
        stderr_is_terminal: false,
    };
    let args = ["wirelint"].iter().chain(args).map(OsString::from).chain([dir.into()]);
    let code = cli::run(args, &mut streams);
    let [out, err] = [stdout, stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    (code, out, err)
}

/// Names and contents of what lies in a directory.
fn contents(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(dir).expect("a directory").map(|entry| entry.expect("an entry"));
    let read = |entry: fs::DirEntry| {
        (entry.file_name().into_string().expect("UTF-8"), fs::read(entry.path()).expect("a file"))
    };
    let mut contents: Vec<_> = entries.map(read).collect();
    contents.sort();
    contents
}

fn tree(files: usize) -> Tree {
    (0..files).fold(Tree::new(), |tree, number| tree.file(&format!("{number}.txt"), DIRTY))
}

/// What `fix` makes of [`DIRTY`].
fn repaired() -> Vec<u8> {
    let tree = tree(1);
    let (code, ..) = run(&FaultyDisk::new(), &["fix", "--isolated"], tree.root());
    assert_eq!(code, 0);
    fs::read(tree.path("0.txt")).expect("a file")
}

/// Lets every fault happen at every call, or at every `step`th, of a repair of so many files. Returns how many there were.
fn sweep(files: usize, can_exchange: bool, step: usize) -> usize {
    let new = repaired();
    let mut tried = 0;
    for fault in FAULTS {
        for at in (1..).step_by(step) {
            let tree = tree(files);
            let disk = FaultyDisk { at, fault: Some(fault), can_exchange, ..FaultyDisk::new() };
            let (code, _, err) = run(&disk, &["fix", "--isolated"], tree.root());
            if disk.calls() < at {
                assert!(disk.calls() >= 10 * files, "there were only {} calls", disk.calls());
                break;
            }
            tried += 1;
            let what = format!("{fault:?} at call {at} of {}, exchange {can_exchange}\n{err}", disk.calls());
            let left = contents(tree.root());
            let (articles, others): (Vec<_>, Vec<_>) = left.iter().partition(|(name, _)| !name.starts_with('.'));
            assert_eq!(articles.len(), files, "{what}");
            for (name, bytes) in &articles {
                assert!(bytes == DIRTY.as_bytes() || *bytes == new, "{name} is neither old nor new: {what}");
            }
            assert!(others.iter().all(|(name, _)| name.starts_with(".wirelint-")), "{what}");
            let is_done = articles.iter().all(|(_, bytes)| *bytes == new) && others.is_empty();
            if !fault.is_the_end() {
                assert!(others.is_empty(), "a temporary file is left: {what}");
                assert!(code == 2 || (code == 0 && is_done), "exit code {code}: {what}");
            }
            assert!(code == 2 || is_done, "exit code {code}: {what}");
            assert_eq!(code == 2, err.contains("error: "), "{what}");
            // What the fault has left behind is no hindrance.
            if fault.is_the_end() {
                let (code, ..) = run(&FaultyDisk::new(), &["fix", "--isolated"], tree.root());
                assert_eq!(code, 0, "{what}");
                assert!(contents(tree.root()).iter().all(|(name, bytes)| name.starts_with('.') || *bytes == new));
            }
        }
    }
    tried
}

#[test]
fn any_call_may_fail() {
    assert!(sweep(1, true, 1) > 12 * 20);
}

#[test]
fn any_call_may_fail_where_files_cannot_change_places() {
    assert!(sweep(1, false, 1) > 12 * 20);
}

#[test]
fn any_call_may_fail_among_many_files() {
    // `WIRELINT_ROUNDS=97` tries every call; primes, so that calls of every kind are met otherwise.
    assert!(sweep(18, true, (97 / rounds(1)).max(1)) > 12 * 3);
    assert!(sweep(3, true, (7 / rounds(1)).max(1)) > 12 * 5);
}

#[test]
fn a_file_that_grows_while_it_is_read_is_a_problem() {
    let tree = tree(1);
    let path = tree.path("0.txt");
    let reading = |at: usize| {
        let grow = |call: usize| {
            if call == at {
                fs::write(&path, DIRTY.repeat(2)).expect("a file can be written");
            }
        };
        let disk = FaultyDisk { meddling: Some(&grow), ..FaultyDisk::new() };
        let target = Target::new("0.txt".to_owned(), path.clone());
        let read = Reader::new(&disk, LARGEST_FILE).read(&target);
        fs::write(&path, DIRTY).expect("a file can be written");
        read.map(|original| original.bytes.len()).map_err(|problem| (problem.kind, problem.message))
    };
    // The directory and the file are opened, and the file is asked for its size; then it is read.
    assert_eq!(reading(3), Ok(2 * DIRTY.len()));
    let message = "it was written to while it was read; run wirelint again".to_owned();
    assert_eq!(reading(4), Err((ProblemKind::Unreadable, message)));
    assert_eq!(reading(5), Ok(DIRTY.len()));
}

#[test]
fn what_is_gone_is_told_from_what_cannot_be_read() {
    let tree = tree(1).directory("sub");
    let kind = |name: &str| {
        let target = Target::new(name.to_owned(), tree.path(name));
        Reader::new(&FaultyDisk::new(), LARGEST_FILE).read(&target).map_err(|problem| problem.kind).expect_err(name)
    };
    assert_eq!((kind("gone.txt"), kind("gone/0.txt")), (ProblemKind::NotFound, ProblemKind::NotFound));
    assert_eq!((kind("0.txt/0.txt"), kind("sub")), (ProblemKind::Unreadable, ProblemKind::NotAFile));
}

/// Another program saves the file just before any call, or just before any two of them.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
#[test]
fn what_others_save_meanwhile_is_never_overwritten() {
    let quiet = FaultyDisk::new();
    let calls = {
        let tree = tree(1);
        run(&quiet, &["fix", "--isolated"], tree.root());
        quiet.calls()
    };
    let saved = |number: usize| CLEAN.replace("170204", &number.to_string());
    for first in 1..=calls + 2 {
        for second in first..=calls + 2 {
            for is_renamed in [true, false] {
                let tree = tree(1);
                let save = |number: usize| {
                    if number != first && number != second {
                        return;
                    }
                    if is_renamed {
                        fs::write(tree.path("saved"), saved(number)).expect("a file");
                        fs::rename(tree.path("saved"), tree.path("0.txt")).expect("a file");
                    } else {
                        fs::write(tree.path("0.txt"), saved(number)).expect("a file");
                    }
                };
                let disk = FaultyDisk { meddling: Some(&save), ..FaultyDisk::new() };
                let (code, _, err) = run(&disk, &["fix", "--isolated"], tree.root());
                let what = format!("saved before calls {first} and {second}, renamed {is_renamed}, {code}\n{err}");
                let last = if disk.calls() >= second { Some(second) } else { None };
                let last = last.or((disk.calls() >= first).then_some(first));
                let wanted = last.map_or_else(repaired, |number| saved(number).into_bytes());
                assert_eq!(fs::read(tree.path("0.txt")).expect("a file"), wanted, "{what}");
                let temporary = contents(tree.root()).into_iter().filter(|(name, _)| name.starts_with('.'));
                for (name, bytes) in temporary {
                    // Kept on purpose: it is what the first of the two has saved, and named.
                    assert_eq!(bytes, saved(first).into_bytes(), "{what}");
                    assert!(err.contains(&name), "{what}");
                }
            }
        }
    }
}

/// A save that leaves the size and the time of the file as they were is seen by its content.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
#[test]
fn a_save_that_does_not_show_is_not_overwritten() {
    let saved = DIRTY.replace("170204", "170205");
    assert_eq!(saved.len(), DIRTY.len());
    let mut is_kept = Vec::new();
    for at in 1.. {
        let tree = tree(1);
        let path = tree.path("0.txt");
        let save = |number: usize| {
            if number == at {
                let time = fs::metadata(&path).and_then(|metadata| metadata.modified()).expect("a time");
                fs::write(&path, &saved).expect("a file");
                fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(time)).expect("a file");
            }
        };
        let disk = FaultyDisk { meddling: Some(&save), ..FaultyDisk::new() };
        let (code, _, err) = run(&disk, &["fix", "--isolated"], tree.root());
        if disk.calls() < at {
            break;
        }
        let now = fs::read_to_string(&path).expect("a file");
        assert!(now.contains("170205"), "saved before call {at}, {code}\n{err}");
        is_kept.push(now == saved);
    }
    // Saved before it was read, it is repaired; saved later, it is left alone.
    let first = is_kept.iter().position(|kept| *kept).expect("a save that comes too late");
    assert!(is_kept.len() > 10 && first < 6 && is_kept[first..].iter().all(|kept| *kept), "{is_kept:?}");
}

/// How the file system answers when it is asked to bring all of its files to the disk at once.
#[cfg(target_os = "linux")]
#[test]
fn many_files_are_synced_at_once_or_else_one_by_one_or_not_written() {
    const ENOSYS: i32 = 38;
    let fix = |files: usize, at: usize, code: i32| {
        let tree = tree(files);
        let disk = FaultyDisk { at, fault: (at > 0).then_some(Fault::Fails(code)), ..FaultyDisk::new() };
        let (code, ..) = run(&disk, &["fix", "--isolated"], tree.root());
        let new = contents(tree.root()).iter().filter(|(_, bytes)| bytes != DIRTY.as_bytes()).count();
        ((code, new), disk.asked_at("sync_file_system").first().copied().unwrap_or_default())
    };
    assert_eq!(fix(15, 0, 0), ((0, 15), 0));
    let (all, at) = fix(16, 0, 0);
    assert!(all == (0, 16) && at > 0);
    assert_eq!(fix(16, at, EIO), ((2, 0), at), "what is not on the disk is not put in place");
    assert_eq!(fix(16, at, ENOSYS), ((0, 16), at));
}

/// What is renamed is on the disk once its directory is.
#[test]
fn every_directory_with_a_new_text_is_synced_once_and_an_error_is_told() {
    let files = ["a/0.txt", "a/1.txt", "b/0.txt"];
    let tree = || files.iter().fold(Tree::new(), |tree, name| tree.file(name, DIRTY));
    let fix = |args: &[&str], disk: FaultyDisk| {
        let (code, _, err) = run(&disk, args, tree().root());
        (code, err, disk.asked_at("sync_directory"))
    };
    let (code, _, synced) = fix(&["fix", "--isolated"], FaultyDisk::new());
    assert_eq!((code, synced.len()), (0, 2));
    let (code, _, synced_not) = fix(&["fix", "--isolated", "--sync", "none"], FaultyDisk::new());
    assert_eq!((code, synced_not.len()), (0, 0));
    let fault = Some(Fault::Fails(EIO));
    let (code, err, _) = fix(&["fix", "--isolated"], FaultyDisk { at: synced[1], fault, ..FaultyDisk::new() });
    assert_eq!((code, err.matches("written, but the disk does not confirm it").count()), (2, 1), "{err}");
}

/// What the system says of the step that puts a text in place is believed if the files bear it out.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
#[test]
fn a_step_that_fails_leaves_the_old_text_and_one_whose_answer_is_lost_is_done() {
    for (name, can_exchange) in [("exchange", true), ("rename", false)] {
        let fix = |at: usize, fault: Option<Fault>| {
            let tree = tree(1);
            let disk = FaultyDisk { at, fault, can_exchange, ..FaultyDisk::new() };
            let (code, ..) = run(&disk, &["fix", "--isolated"], tree.root());
            let left = contents(tree.root());
            let is_new = left.iter().all(|(_, bytes)| *bytes == repaired());
            (code, left.len(), is_new, disk.asked_at(name))
        };
        let (code, number, is_new, at) = fix(0, None);
        assert_eq!((code, number, is_new, at.len()), (0, 1, true, 1), "{name}");
        let failed = fix(at[0], Some(Fault::Fails(EIO)));
        assert_eq!(failed, (2, 1, false, at.clone()), "{name}");
        let lost = fix(at[0], Some(Fault::IsNotBelieved(EIO)));
        assert_eq!(lost, (0, 1, true, at.clone()), "{name}");
        let tree = tree(1);
        let fault = Some(Fault::FailsFromThenOn(EIO));
        let broken = FaultyDisk { at: at[0], fault, can_exchange, ..FaultyDisk::new() };
        let (code, _, err) = run(&broken, &["fix", "--isolated"], tree.root());
        let left = contents(tree.root());
        let (temporary, _) = left.iter().find(|(name, _)| name.starts_with('.')).expect("nothing could be removed");
        assert_eq!(code, 2, "{name}: {err}");
        let says = |words: &str| err.contains(&words.replace("{}", temporary));
        assert!(says("is left in `{}`") || says("the temporary file `{}` is left"), "{name}: {err}");
    }
}

/// Where nothing tells whether the answer was lost, the error is believed.
#[test]
fn a_step_that_fails_is_not_done_where_files_have_nothing_but_names() {
    let fix = |at: usize, fault: Option<Fault>| {
        let tree = tree(1);
        let disk = FaultyDisk { at, fault, can_exchange: false, has_identities: false, ..FaultyDisk::new() };
        let (code, ..) = run(&disk, &["fix", "--isolated"], tree.root());
        let is_new = contents(tree.root()).iter().all(|(_, bytes)| *bytes == repaired());
        (code, is_new, disk.asked_at("rename"))
    };
    let (code, is_new, at) = fix(0, None);
    assert_eq!((code, is_new, at.len()), (0, true, 1));
    assert_eq!(fix(at[0], Some(Fault::Fails(EIO))), (2, false, at));
}

/// Just before any call, a directory gives way to a link that leads to a copy of it elsewhere.
#[cfg(unix)]
#[test]
fn a_directory_that_becomes_a_link_leads_nowhere() {
    for at in 1.. {
        let outside = Tree::new().file("0.txt", DIRTY);
        let tree = Tree::new().file("a/0.txt", DIRTY);
        let swap = |number: usize| {
            if number == at {
                fs::rename(tree.path("a"), tree.path("b")).expect("a directory");
                std::os::unix::fs::symlink(outside.root(), tree.path("a")).expect("a link");
            }
        };
        let disk = FaultyDisk { meddling: Some(&swap), ..FaultyDisk::new() };
        let (code, _, err) = run(&disk, &["fix", "--isolated"], tree.root());
        if disk.calls() < at {
            assert!(at > 10, "there were only {} calls", disk.calls());
            break;
        }
        assert_eq!(contents(outside.root()), [("0.txt".to_owned(), DIRTY.into())], "at call {at}");
        let bytes = fs::read(tree.path("b/0.txt")).expect("a file");
        assert!(bytes == DIRTY.as_bytes() || bytes == repaired(), "at call {at}");
        assert!(code == 2 || bytes == repaired(), "at call {at}: {code}\n{err}");
    }
}
