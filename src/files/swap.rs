//! Compare and swap: a new text takes the place of the file it was made from, and of no other.
//!
//! Between the last look at a file and its replacement another program may save it. So the two change places in one step,
//! and what has come out is looked at: if it is not what was read, they change back, and nothing was overwritten.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;

use sha2::{Digest, Sha256};

use super::disk::{Directory, Disk, State};
use super::reason;

/// What is needed to replace a file.
#[derive(Debug)]
pub(super) struct Swap {
    /// Its name.
    pub(super) name: OsString,
    /// The name of the new text beside it.
    pub(super) temporary: OsString,
    /// The file when it was read.
    pub(super) was: State,
    /// What was read, as [`digest`] has it.
    pub(super) read: [u8; 32],
    /// The file with the new text when it was written.
    pub(super) ours: State,
    /// The new text, as [`digest`] has it.
    pub(super) written: [u8; 32],
}

/// Why a file was not replaced as it should have been.
#[derive(Debug)]
pub(super) enum Unsettled {
    /// It is as it was. The temporary file is of no use.
    Refused(io::Error),
    /// What the temporary file holds is not ours to remove. A whole sentence about it.
    Kept(String),
}

/// What is said of a file that another program has written to.
pub(super) fn changed() -> io::Error {
    io::Error::other("the file has changed since it was read")
}

/// What tells one content from any other: its SHA-256.
pub(super) fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

impl Swap {
    /// Puts the new text in place, and removes the old one.
    pub(super) fn run(&self, disk: &dyn Disk, directory: &Directory) -> Result<(), Unsettled> {
        let refused = Unsettled::Refused;
        let file = disk.open(directory, &self.name).map_err(refused)?;
        let now = disk.state(&file).map_err(refused)?;
        // A file with several names changes when one of them is taken away, which is what is done to each of them.
        if now != self.was && !(self.was.links > 1 && now.has_content_of(&self.was)) {
            return Err(refused(changed()));
        }
        match disk.exchange(directory, &self.temporary, &self.name) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => return self.rename(disk, directory, &file),
            Ok(()) => {}
            // An answer that was lost on its way tells nothing: what is there does.
            Err(error) => match self.is_ours(disk, directory, &self.temporary) {
                Ok(true) => return Err(refused(error)),
                Ok(false) => {}
                Err(_) => return Err(self.kept(&error, "not written", "the old text or the new one")),
            },
        }
        match self.came_out(disk, directory) {
            Ok(true) => disk
                .remove(directory, &self.temporary)
                .or_else(|_| disk.remove(directory, &self.temporary))
                .map_err(|error| self.kept(&error, "written", "its old text")),
            Ok(false) => Err(self.put_back(disk, directory, changed())),
            Err(error) => Err(self.put_back(disk, directory, error)),
        }
    }

    /// Whether what now has the name of the temporary file is what was read.
    fn came_out(&self, disk: &dyn Disk, directory: &Directory) -> io::Result<bool> {
        let old = disk.open(directory, &self.temporary)?;
        Ok(disk.state(&old)?.has_content_of(&self.was) && has_content(disk, &old, &self.was, self.read)?)
    }

    /// Whether the file with the new text has this name.
    fn is_ours(&self, disk: &dyn Disk, directory: &Directory, name: &OsStr) -> io::Result<bool> {
        let file = disk.open(directory, name)?;
        Ok(disk.state(&file)?.identity == self.ours.identity)
    }

    /// Whether the file with the new text has the name of the temporary file, and nobody has written to it since.
    fn is_untouched(&self, disk: &dyn Disk, directory: &Directory) -> io::Result<bool> {
        let file = disk.open(directory, &self.temporary)?;
        Ok(disk.state(&file)?.identity == self.ours.identity && has_content(disk, &file, &self.ours, self.written)?)
    }

    /// Gives the file back to whoever has saved it meanwhile.
    fn put_back(&self, disk: &dyn Disk, directory: &Directory, why: io::Error) -> Unsettled {
        let exchanged = disk.exchange(directory, &self.temporary, &self.name);
        match (exchanged, self.is_untouched(disk, directory)) {
            (_, Ok(true)) => Unsettled::Refused(why),
            (Err(_), _) => self.kept(&why, "written by mistake", "what was there before"),
            (Ok(()), Err(_)) => self.kept(&why, "not written", "the new text"),
            (Ok(()), Ok(false)) => {
                // Saved once more between the two: that is the newest, and goes back again.
                drop(disk.exchange(directory, &self.temporary, &self.name));
                self.kept(&why, "not written", "what was there in between")
            }
        }
    }

    fn kept(&self, why: &io::Error, done: &str, what: &str) -> Unsettled {
        Unsettled::Kept(format!("{done}: {}; {what} is left in `{}`", reason(why), self.temporary.display()))
    }

    /// The same where two names can't be exchanged: a last look, and then the rename.
    fn rename(&self, disk: &dyn Disk, directory: &Directory, file: &File) -> Result<(), Unsettled> {
        match has_content(disk, file, &self.was, self.read) {
            Ok(true) => {}
            Ok(false) => return Err(Unsettled::Refused(changed())),
            Err(error) => return Err(Unsettled::Refused(error)),
        }
        match disk.rename(directory, &self.temporary, &self.name, true) {
            Err(error) if self.ours.identity.is_none() => Err(Unsettled::Refused(error)),
            Err(error) => match self.is_ours(disk, directory, &self.name) {
                Ok(true) => Ok(()),
                Ok(false) | Err(_) => Err(Unsettled::Refused(error)),
            },
            Ok(()) => Ok(()),
        }
    }
}

fn has_content(disk: &dyn Disk, file: &File, state: &State, content: [u8; 32]) -> io::Result<bool> {
    Ok(digest(&disk.read(file, state.size, state.size.saturating_add(1))?) == content)
}
