//! Runs the command in a directory of its own, and says what was wrong with what came out.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// The command under test.
pub(crate) const WIRELINT: &str = env!("CARGO_BIN_EXE_wirelint");
/// A command that is not done by then never will be.
const PATIENCE: Duration = Duration::from_secs(60);
/// How many characters of an output a failure shows.
const MOST_SHOWN: usize = 8000;
/// Variables of the environment that change what is printed.
const VARIABLES: [&str; 12] = [
    "CI",
    "GITHUB_ACTIONS",
    "TF_BUILD",
    "GITLAB_CI",
    "TEAMCITY_VERSION",
    "BUILDKITE",
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "TERM",
];

/// How often something is tried that chance has a part in: `few` times, or as many times more as `WIRELINT_ROUNDS` says.
pub(crate) fn rounds(few: usize) -> usize {
    few * std::env::var("WIRELINT_ROUNDS").map_or(1, |more| more.parse().expect("WIRELINT_ROUNDS is a number"))
}

/// A directory with files, gone when it is dropped.
pub(crate) struct Tree {
    dir: TempDir,
}

impl Tree {
    pub(crate) fn new() -> Self {
        Self { dir: tempfile::tempdir().expect("a temporary directory") }
    }

    /// Adds a file, and the directories above it.
    #[track_caller]
    pub(crate) fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a directory")).expect("directories can be made");
        fs::write(path, content).expect("a file can be written");
        self
    }

    #[track_caller]
    pub(crate) fn directory(self, name: &str) -> Self {
        fs::create_dir_all(self.path(name)).expect("directories can be made");
        self
    }

    pub(crate) fn root(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    #[track_caller]
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect(name)
    }

    /// A run of the command in this directory.
    pub(crate) fn wirelint<I: IntoIterator<Item: AsRef<OsStr>>>(&self, args: I) -> Run {
        Run::new(self.root()).args(args)
    }
}

/// A run to be.
pub(crate) struct Run {
    dir: PathBuf,
    args: Vec<OsString>,
    stdin: Vec<u8>,
    variables: Vec<(String, String)>,
}

impl Run {
    pub(crate) fn new(dir: &Path) -> Self {
        Self { dir: dir.to_owned(), args: Vec::new(), stdin: Vec::new(), variables: Vec::new() }
    }

    pub(crate) fn args<I: IntoIterator<Item: AsRef<OsStr>>>(mut self, args: I) -> Self {
        self.args.extend(args.into_iter().map(|arg| arg.as_ref().to_owned()));
        self
    }

    /// Runs in a directory below.
    pub(crate) fn within(mut self, dir: &str) -> Self {
        self.dir.push(dir);
        self
    }

    pub(crate) fn stdin(mut self, bytes: impl AsRef<[u8]>) -> Self {
        bytes.as_ref().clone_into(&mut self.stdin);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The command, with nothing of the caller's environment that changes what is printed.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(WIRELINT);
        command.args(&self.args).current_dir(&self.dir);
        for name in VARIABLES {
            command.env_remove(name);
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Runs the command to its end.
    #[track_caller]
    pub(crate) fn run(self) -> Output {
        let shown = format!("wirelint {}", self.args.join(OsStr::new(" ")).display());
        let mut command = self.command();
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let mut input = child.stdin.take().expect("a pipe");
        let bytes = self.stdin;
        // A command that refuses its arguments does not read what it is sent.
        let writer = thread::spawn(move || drop(input.write_all(&bytes)));
        let stdout = collect(child.stdout.take().expect("a pipe"));
        let stderr = collect(child.stderr.take().expect("a pipe"));
        let code = wait(&mut child, &shown);
        writer.join().expect("writing does not panic");
        let [stdout, stderr] = [stdout, stderr].map(|reader| reader.join().expect("reading does not panic"));
        Output { shown, code, stdout, stderr }
    }
}

fn collect(mut stream: impl Read + Send + 'static) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("a pipe can be read");
        bytes
    })
}

/// The exit code; `None` if a signal ended the command.
#[track_caller]
pub(crate) fn wait(child: &mut Child, shown: &str) -> Option<i32> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("a child can be waited for") {
            return status.code();
        }
        if start.elapsed() > PATIENCE {
            child.kill().expect("a child can be ended");
            panic!("{shown} hangs");
        }
        thread::sleep(Duration::from_millis(1));
    }
}

/// What came out of a run.
pub(crate) struct Output {
    shown: String,
    code: Option<i32>,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: Vec<u8>,
}

impl Output {
    pub(crate) fn out(&self) -> String {
        String::from_utf8_lossy(&self.stdout).into_owned()
    }

    pub(crate) fn err(&self) -> String {
        String::from_utf8_lossy(&self.stderr).into_owned()
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.stdout).unwrap_or_else(|error| self.fail(&format!("stdout is not JSON: {error}")))
    }

    #[track_caller]
    pub(crate) fn status(self, wanted: i32) -> Self {
        self.holds(self.code == Some(wanted), || format!("exit code {:?} instead of {wanted}", self.code));
        self
    }

    #[track_caller]
    pub(crate) fn stdout(self, wanted: &str) -> Self {
        self.holds(self.stdout == wanted.as_bytes(), || format!("stdout is not\n{wanted}"));
        self
    }

    #[track_caller]
    pub(crate) fn stderr(self, wanted: &str) -> Self {
        self.holds(self.stderr == wanted.as_bytes(), || format!("stderr is not\n{wanted}"));
        self
    }

    #[track_caller]
    pub(crate) fn stdout_contains(self, wanted: &str) -> Self {
        self.holds(self.out().contains(wanted), || format!("stdout lacks\n{wanted}"));
        self
    }

    #[track_caller]
    pub(crate) fn stderr_contains(self, wanted: &str) -> Self {
        self.holds(self.err().contains(wanted), || format!("stderr lacks\n{wanted}"));
        self
    }

    #[track_caller]
    fn holds(&self, condition: bool, what: impl FnOnce() -> String) {
        if !condition {
            self.fail(&what());
        }
    }

    #[track_caller]
    fn fail(&self, what: &str) -> ! {
        let [out, err] = [self.out(), self.err()].map(|text| text.chars().take(MOST_SHOWN).collect::<String>());
        panic!("{}: {what}\n---- stdout ----\n{out}---- stderr ----\n{err}", self.shown);
    }
}
