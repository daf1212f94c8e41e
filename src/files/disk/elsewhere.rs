//! The file system where it is not that of Unix: everything by path, and owners and attributes are left to the system.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use super::{Directory, Disk, State};
use crate::files::{Target, Temporaries};

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
        let path = target.place().parent().filter(|path| !path.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok(Directory { path: path.to_owned() })
    }

    fn open(&self, directory: &Directory, name: &OsStr) -> io::Result<File> {
        let path = directory.path.join(name);
        if fs::symlink_metadata(&path)?.is_symlink() {
            return Err(io::Error::other("it is a link"));
        }
        File::open(path)
    }

    fn state(&self, file: &File) -> io::Result<State> {
        file.metadata().map(|metadata| State::of(&metadata))
    }

    fn read(&self, file: &File, expected: u64, most: u64) -> io::Result<Vec<u8>> {
        let read_once = |bytes: &mut Vec<u8>| {
            bytes.resize(bytes.capacity(), 0);
            let count = (&*file).read(bytes)?;
            bytes.truncate(count);
            Ok(count)
        };
        read_whole(file, expected, most, read_once)
    }

    fn create(&self, directory: &Directory, name: &OsStr, _: bool) -> io::Result<File> {
        File::options().write(true).create_new(true).open(directory.path.join(name))
    }

    fn write(&self, mut file: &File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn liken(&self, file: &File, model: &File) -> io::Result<()> {
        file.set_permissions(model.metadata()?.permissions())
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        match file.sync_all() {
            // A file that is open for reading only can't be synced here.
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
            result => result,
        }
    }

    fn sync_file_system(&self, _: &Directory) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn sync_directory(&self, _: &Directory) -> io::Result<()> {
        Ok(())
    }

    fn exchange(&self, _: &Directory, _: &OsStr, _: &OsStr) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn rename(&self, directory: &Directory, from: &OsStr, to: &OsStr, replaces: bool) -> io::Result<()> {
        let (from, to) = (directory.path.join(from), directory.path.join(to));
        if !replaces && fs::symlink_metadata(&to).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        fs::rename(from, to)
    }

    fn remove(&self, directory: &Directory, name: &OsStr) -> io::Result<()> {
        fs::remove_file(directory.path.join(name))
    }

    fn temporaries(&self) -> &Temporaries {
        &self.temporaries
    }
}
