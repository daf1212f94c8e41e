//! A file system that goes wrong at the call that is chosen.

use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use wirelint::files::{Directory, Disk, State, System, Target, Temporaries};

/// What happens at a call, and after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The call does nothing, and says so by this number of the system.
    Fails(i32),
    /// So does every later call.
    FailsFromThenOn(i32),
    /// Half of what it has to write is written; what can't be done by halves fails.
    FailsHalfWay(i32),
    /// The call does what it has to, and says that it has not.
    IsNotBelieved(i32),
    /// The program is gone before the call: nothing happens any more.
    DiesBefore,
    /// The program is gone in the midst of it.
    DiesHalfWay,
    /// The program is gone after it.
    DiesAfter,
}

impl Fault {
    /// Whether nothing happens afterwards, so that nothing can be cleared away either.
    pub(crate) fn is_the_end(self) -> bool {
        matches!(self, Self::FailsFromThenOn(_) | Self::DiesBefore | Self::DiesHalfWay | Self::DiesAfter)
    }
}

/// What another program does just before a call, which is given by its number.
type Meddling<'m> = &'m (dyn Fn(usize) + Sync);

/// The file system, but for what is chosen to go wrong.
pub(crate) struct FaultyDisk<'m> {
    pub(crate) system: System,
    pub(crate) calls: AtomicUsize,
    /// Some calls by name, with their numbers as far as one comes after the other.
    pub(crate) asked: Mutex<Vec<(&'static str, usize)>>,
    /// The call at which something happens, counted from 1.
    pub(crate) at: usize,
    pub(crate) fault: Option<Fault>,
    pub(crate) meddling: Option<Meddling<'m>>,
    /// Whether two files can change places in one step.
    pub(crate) can_exchange: bool,
    /// Whether files can be told from each other by more than their names.
    pub(crate) has_identities: bool,
}

impl FaultyDisk<'_> {
    pub(crate) fn new() -> Self {
        let (system, calls, asked) = (System::new(), AtomicUsize::new(0), Mutex::default());
        Self { system, calls, asked, at: 0, fault: None, meddling: None, can_exchange: true, has_identities: true }
    }

    /// How many calls there were.
    pub(crate) fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }

    fn note(&self, name: &'static str) {
        self.asked.lock().expect("no call panics").push((name, self.calls() + 1));
    }

    /// The numbers of the calls of that name.
    pub(crate) fn asked_at(&self, name: &str) -> Vec<usize> {
        let asked = self.asked.lock().expect("no call panics");
        asked.iter().filter(|(asked, _)| *asked == name).map(|(_, number)| *number).collect()
    }

    /// A call that is done as a whole or not at all.
    fn call<T>(&self, done: impl Fn() -> io::Result<T>) -> io::Result<T> {
        self.call_in_part(|| {}, done)
    }

    fn call_in_part<T>(&self, half: impl Fn(), done: impl Fn() -> io::Result<T>) -> io::Result<T> {
        let number = self.calls.fetch_add(1, Ordering::SeqCst) + 1;
        if let Some(meddling) = self.meddling {
            meddling(number);
        }
        let error = |number| Err(io::Error::from_raw_os_error(number));
        // To a program that is gone it makes no difference what it is told.
        let gone = || Err(io::Error::other("the program is gone"));
        let Some(fault) = self.fault.filter(|_| number >= self.at) else { return done() };
        match (fault, number == self.at) {
            (Fault::Fails(code), true) | (Fault::FailsFromThenOn(code), _) => error(code),
            (Fault::FailsHalfWay(code), true) => {
                half();
                error(code)
            }
            (Fault::IsNotBelieved(code), true) => done().and_then(|_| error(code)),
            (Fault::DiesHalfWay, true) => {
                half();
                gone()
            }
            (Fault::DiesAfter, true) => done().and_then(|_| gone()),
            (Fault::DiesBefore | Fault::DiesHalfWay | Fault::DiesAfter, _) => gone(),
            _ => done(),
        }
    }
}

impl Disk for FaultyDisk<'_> {
    fn directory(&self, target: &Target) -> io::Result<Directory> {
        self.call(|| self.system.directory(target))
    }

    fn open(&self, directory: &Directory, name: &OsStr) -> io::Result<File> {
        self.call(|| self.system.open(directory, name))
    }

    fn state(&self, file: &File) -> io::Result<State> {
        let mut state = self.call(|| self.system.state(file))?;
        state.identity = state.identity.filter(|_| self.has_identities);
        Ok(state)
    }

    fn read(&self, file: &File, expected: u64, most: u64) -> io::Result<Vec<u8>> {
        self.call(|| self.system.read(file, expected, most))
    }

    fn create(&self, directory: &Directory, name: &OsStr, is_private: bool) -> io::Result<File> {
        // A file that the program does not know of can't be removed by it; only one who is gone leaves one.
        if self.fault.is_some_and(|fault| matches!(fault, Fault::IsNotBelieved(_))) && self.calls() + 1 == self.at {
            return self.call(|| Err(io::ErrorKind::AlreadyExists.into()));
        }
        self.call(|| self.system.create(directory, name, is_private))
    }

    fn write(&self, file: &File, bytes: &[u8]) -> io::Result<()> {
        let half = || drop(self.system.write(file, &bytes[..bytes.len() / 2]));
        self.call_in_part(half, || self.system.write(file, bytes))
    }

    fn liken(&self, file: &File, model: &File) -> io::Result<()> {
        self.call(|| self.system.liken(file, model))
    }

    // Nobody pulls the plug here, so that waiting for the disk would prove nothing.
    fn sync(&self, _: &File) -> io::Result<()> {
        self.call(|| Ok(()))
    }

    fn sync_file_system(&self, _: &Directory) -> io::Result<()> {
        self.note("sync_file_system");
        self.call(|| Ok(()))
    }

    fn sync_directory(&self, _: &Directory) -> io::Result<()> {
        self.note("sync_directory");
        self.call(|| Ok(()))
    }

    fn exchange(&self, directory: &Directory, one: &OsStr, other: &OsStr) -> io::Result<()> {
        self.note("exchange");
        if !self.can_exchange {
            return self.call(|| Err(io::ErrorKind::Unsupported.into()));
        }
        self.call(|| self.system.exchange(directory, one, other))
    }

    fn rename(&self, directory: &Directory, from: &OsStr, to: &OsStr, replaces: bool) -> io::Result<()> {
        self.note("rename");
        self.call(|| self.system.rename(directory, from, to, replaces))
    }

    fn remove(&self, directory: &Directory, name: &OsStr) -> io::Result<()> {
        self.call(|| self.system.remove(directory, name))
    }

    fn temporaries(&self) -> &Temporaries {
        self.system.temporaries()
    }
}
