//! The file system as Unix has it: everything relative to open directories.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Component, Path};

use rustix::buffer::spare_capacity;
use rustix::fd::OwnedFd;
use rustix::fs::{AtFlags, CWD, Mode, OFlags, RenameFlags, openat, renameat, renameat_with, unlinkat};
use rustix::io::{Errno, retry_on_intr};

use super::{Directory, Disk, State, likeness, read_whole};
use crate::files::{Target, Temporaries};

/// To enter a directory only; reading it may be forbidden.
#[cfg(any(target_os = "linux", target_os = "android", target_os = "freebsd"))]
const ENTERED: OFlags = OFlags::PATH.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);
#[cfg(not(any(target_os = "linux", target_os = "android", target_os = "freebsd")))]
const ENTERED: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);

/// To read: no link, no waiting for a pipe, nothing that other programs inherit.
const READ: OFlags = OFlags::RDONLY.union(OFlags::NOFOLLOW).union(OFlags::NONBLOCK).union(UNSHARED);
/// To write a file that is not there yet.
const NEW: OFlags = OFlags::WRONLY.union(OFlags::CREATE).union(OFlags::EXCL).union(OFlags::NOFOLLOW).union(UNSHARED);
/// To bring the names in a directory to the disk.
const SYNCED: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);
/// Neither handed down to other programs nor taken for the terminal of this one.
const UNSHARED: OFlags = OFlags::CLOEXEC.union(OFlags::NOCTTY);

/// The file system of this machine.
#[derive(Debug, Default)]
pub struct System {
    temporaries: Temporaries,
}

impl System {
    /// The file system, with no temporary file in it yet.
    pub const fn new() -> Self {
        Self { temporaries: Temporaries::new() }
    }
}

impl Disk for System {
    fn directory(&self, target: &Target) -> io::Result<Directory> {
        let place = target.place();
        let path = place.parent().filter(|path| !path.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let searched = target.below.as_deref().and_then(|below| Some((below, path.strip_prefix(below).ok()?)));
        let (first, rest) = searched.unwrap_or((path, Path::new("")));
        let mut handle = enter(CWD, first.as_os_str(), OFlags::empty())?;
        for part in rest.components().filter(|part| *part != Component::CurDir) {
            handle = enter(handle, part.as_os_str(), OFlags::NOFOLLOW)?;
        }
        Ok(Directory { path: path.to_owned(), handle })
    }

    fn open(&self, directory: &Directory, name: &OsStr) -> io::Result<File> {
        match retry_on_intr(|| openat(&directory.handle, name, READ, Mode::empty())) {
            Err(Errno::LOOP) => Err(io::Error::other("it is a link, and links met on the way are not followed")),
            result => Ok(result?.into()),
        }
    }

    fn state(&self, file: &File) -> io::Result<State> {
        file.metadata().map(|metadata| State::of(&metadata))
    }

    fn read(&self, file: &File, expected: u64, most: u64) -> io::Result<Vec<u8>> {
        // Into memory that nobody has written zeros to before.
        let read_once = |bytes: &mut Vec<u8>| Ok(rustix::io::read(file, spare_capacity(bytes))?);
        read_whole(file, expected, most, read_once)
    }

    fn create(&self, directory: &Directory, name: &OsStr, is_private: bool) -> io::Result<File> {
        // What others may do with a new file is for the user's mask to say.
        let mode = Mode::from_raw_mode(if is_private { 0o600 } else { 0o666 });
        Ok(retry_on_intr(|| openat(&directory.handle, name, NEW, mode))?.into())
    }

    fn write(&self, mut file: &File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn liken(&self, file: &File, model: &File) -> io::Result<()> {
        likeness::liken(file, model)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    #[cfg(any(target_os = "linux", target_os = "android"))]
    fn sync_file_system(&self, directory: &Directory) -> io::Result<()> {
        Ok(rustix::fs::syncfs(readable(directory)?)?)
    }

    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    fn sync_file_system(&self, _: &Directory) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn sync_directory(&self, directory: &Directory) -> io::Result<()> {
        match rustix::fs::fsync(readable(directory)?) {
            // A file system that keeps no names to lose.
            Err(Errno::INVAL | Errno::NOTSUP) => Ok(()),
            result => Ok(result?),
        }
    }

    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    fn exchange(&self, directory: &Directory, one: &OsStr, other: &OsStr) -> io::Result<()> {
        let at = &directory.handle;
        match renameat_with(at, one, at, other, RenameFlags::EXCHANGE) {
            // What kernels and file systems say that have never heard of it.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Err(io::ErrorKind::Unsupported.into()),
            result => Ok(result?),
        }
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    fn exchange(&self, _: &Directory, _: &OsStr, _: &OsStr) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn rename(&self, directory: &Directory, from: &OsStr, to: &OsStr, replaces: bool) -> io::Result<()> {
        let at = &directory.handle;
        if replaces {
            return Ok(renameat(at, from, at, to)?);
        }
        // A second name that must not be taken, then one name less: works on every file system with hard links.
        #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
        match renameat_with(at, from, at, to, RenameFlags::NOREPLACE) {
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
            result => return Ok(result?),
        }
        rustix::fs::linkat(at, from, at, to, AtFlags::empty())?;
        Ok(unlinkat(at, from, AtFlags::empty())?)
    }

    fn remove(&self, directory: &Directory, name: &OsStr) -> io::Result<()> {
        Ok(unlinkat(&directory.handle, name, AtFlags::empty())?)
    }

    fn temporaries(&self) -> &Temporaries {
        &self.temporaries
    }
}

fn enter(from: impl rustix::fd::AsFd, name: &OsStr, more: OFlags) -> io::Result<OwnedFd> {
    Ok(retry_on_intr(|| openat(&from, name, ENTERED.union(more), Mode::empty()))?)
}

/// The directory again, opened in a way that lets it be synced.
fn readable(directory: &Directory) -> io::Result<OwnedFd> {
    Ok(retry_on_intr(|| openat(&directory.handle, ".", SYNCED, Mode::empty()))?)
}
