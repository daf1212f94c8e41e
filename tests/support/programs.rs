//! Other programs that have to understand what wirelint writes: Git, `patch`, shells and man.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs `program` in `dir` with `input`, and gives what it prints; `None` if it is not installed.
#[track_caller]
fn run(program: &str, args: &[&str], dir: &Path, input: &[u8]) -> Option<String> {
    let (succeeded, said) = outcome(program, args, dir, input)?;
    assert!(succeeded, "{program} {args:?}: {said}\n{}", String::from_utf8_lossy(input));
    Some(said)
}

/// Whether a program succeeds, and what it prints; `None` if it is not installed.
fn outcome(program: &str, args: &[&str], dir: &Path, input: &[u8]) -> Option<(bool, String)> {
    let mut command = Command::new(program);
    command.args(args).current_dir(dir);
    // Nothing of the machine's or the user's Git and shell matters, nor a repository around the temporary directory.
    command.env("HOME", dir).env_remove("XDG_CONFIG_HOME").env_remove("XDG_DATA_HOME");
    command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", dir.join("no-such-file"));
    command.env("GIT_CEILING_DIRECTORIES", dir.parent().unwrap_or(dir));
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "POSIXLY_CORRECT"] {
        command.env_remove(name);
    }
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.ok()?;
    // A program that refuses its input early is noticed by its status.
    drop(child.stdin.take().expect("a pipe").write_all(input));
    let output = child.wait_with_output().expect("the program ends");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    Some((output.status.success(), said))
}

/// Makes `dir` a repository.
#[track_caller]
pub(crate) fn git_init(dir: &Path) {
    run("git", &["init", "--quiet"], dir, b"").expect("git is installed");
}

/// Applies a patch in `dir` with Git.
#[track_caller]
pub(crate) fn git_apply(dir: &Path, patch: &[u8]) {
    run("git", &["apply", "--whitespace=nowarn"], dir, patch).expect("git is installed");
}

/// Applies a patch in `dir` with `patch`; says so if there is none on this machine.
#[allow(clippy::print_stderr, reason = "said to whoever reads the output of the tests")]
#[track_caller]
pub(crate) fn patch(dir: &Path, patch: &[u8]) -> bool {
    let done = run("patch", &["-p1", "--binary", "--quiet"], dir, patch).is_some();
    if !done {
        eprintln!("`patch` is not installed: only `git apply` was tried");
    }
    done
}

/// Whether Git refuses a patch as a whole.
#[track_caller]
pub(crate) fn git_refuses(dir: &Path, patch: &[u8]) {
    let said = refusal("git", &["apply", "--whitespace=nowarn"], dir, patch).expect("git is installed");
    assert!(!said.is_empty(), "{}", String::from_utf8_lossy(patch));
}

/// Whether `patch` refuses a patch; true if there is none on this machine.
#[track_caller]
pub(crate) fn patch_refuses(dir: &Path, patch: &[u8]) -> bool {
    refusal("patch", &["-p1", "--binary", "--batch"], dir, patch).is_none_or(|said| !said.is_empty())
}

/// What a program says that fails, and nothing if it does not; `None` if it is not installed.
fn refusal(program: &str, args: &[&str], dir: &Path, input: &[u8]) -> Option<String> {
    let (succeeded, said) = outcome(program, args, dir, input)?;
    Some(if succeeded { String::new() } else { said + "refused" })
}

/// Runs a program that need not be there, as [`run`] does; says so if it is not installed.
#[allow(clippy::print_stderr, reason = "said to whoever reads the output of the tests")]
#[track_caller]
pub(crate) fn try_run(program: &str, args: &[&str], dir: &Path, input: &[u8]) -> Option<String> {
    let said = run(program, args, dir, input);
    if said.is_none() {
        eprintln!("`{program}` is not installed: nothing was tried with it");
    }
    said
}

/// Makes a named pipe; says so if this machine cannot.
#[cfg(unix)]
#[allow(clippy::print_stderr, reason = "said to whoever reads the output of the tests")]
#[track_caller]
pub(crate) fn make_pipe(dir: &Path, name: &str) -> bool {
    let done = run("mkfifo", &[name], dir, b"").is_some();
    if !done {
        eprintln!("`mkfifo` is not installed: named pipes were not tried");
    }
    done
}

/// A user with no rights, and its group.
#[cfg(unix)]
pub(crate) const NOBODY: u32 = 65534;

/// Runs a command as somebody who may not read everything; says so if this machine cannot. `dir` is opened to everybody.
#[cfg(unix)]
#[allow(clippy::print_stderr, reason = "said to whoever reads the output of the tests")]
#[track_caller]
pub(crate) fn not_as_root(mut command: Command, dir: &Path) -> Option<std::process::Output> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    use std::os::unix::process::CommandExt;

    let is_root = std::fs::metadata("/proc/self").is_ok_and(|metadata| metadata.uid() == 0);
    if is_root {
        std::fs::set_permissions(dir, std::fs::Permissions::from_mode(0o777)).expect("permissions can be set");
        chown(dir, Some(NOBODY), Some(NOBODY)).expect("root may");
        command.uid(NOBODY).gid(NOBODY);
    }
    let output = command.stdin(Stdio::null()).output();
    if output.is_err() {
        eprintln!("the command can't be run as nobody: what may not be read was not tried");
    }
    output.ok()
}
