//! What wirelint asks of the file system to read files and to replace them. Everything goes through [`Disk`], so that
//! tests can stop it, or let it fail, at any single call.

use std::ffi::OsStr;
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::PathBuf;

use super::{Target, Temporaries};

#[cfg(not(unix))]
mod elsewhere;
#[cfg(unix)]
mod likeness;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub use elsewhere::System;
#[cfg(unix)]
pub use unix::System;

/// The calls that reading and replacing files is made of. Each is one step: it is done, or it is not.
///
/// Names are those of entries of a directory, never paths, so that what happens above the directory meanwhile can't lead
/// a call elsewhere.
pub trait Disk: Sync {
    /// Opens the directory that holds a file, following no link below the directory that was searched.
    ///
    /// # Errors
    /// If it is not there, can't be entered, or a link is in the way.
    fn directory(&self, target: &Target) -> io::Result<Directory>;

    /// Opens a file for reading. Follows no link, waits for nobody, and is not inherited by other programs.
    ///
    /// # Errors
    /// If it is not there, is a link, or may not be read.
    fn open(&self, directory: &Directory, name: &OsStr) -> io::Result<File>;

    /// What is known of an open file.
    ///
    /// # Errors
    /// If the file system does not answer.
    fn state(&self, file: &File) -> io::Result<State>;

    /// Reads an open file to its end, or up to `most` bytes. It is expected to have `expected` bytes.
    ///
    /// # Errors
    /// If it can't be read.
    fn read(&self, file: &File, expected: u64, most: u64) -> io::Result<Vec<u8>>;

    /// Creates a file that is not there yet, for writing. `is_private`: nobody else may read it.
    ///
    /// # Errors
    /// If anything has that name, or no file may be made there.
    fn create(&self, directory: &Directory, name: &OsStr, is_private: bool) -> io::Result<File>;

    /// Writes all of `bytes`.
    ///
    /// # Errors
    /// If only a part of them, or none, could be written.
    fn write(&self, file: &File, bytes: &[u8]) -> io::Result<()>;

    /// Gives a file the owner, the mode and the attributes (access lists are some) of another.
    ///
    /// # Errors
    /// If it may not have one of them.
    fn liken(&self, file: &File, model: &File) -> io::Result<()>;

    /// Waits until a file is on the disk.
    ///
    /// # Errors
    /// If that fails: the last chance to hear of a disk that was full or broken all along.
    fn sync(&self, file: &File) -> io::Result<()>;

    /// Waits until all files of a file system are on the disk.
    ///
    /// # Errors
    /// If that fails; [`io::ErrorKind::Unsupported`] where it can't be asked for.
    fn sync_file_system(&self, directory: &Directory) -> io::Result<()>;

    /// Waits until the names in a directory are on the disk.
    ///
    /// # Errors
    /// If that fails.
    fn sync_directory(&self, directory: &Directory) -> io::Result<()>;

    /// Lets two entries of a directory change places, in one step.
    ///
    /// # Errors
    /// If one of them is not there; [`io::ErrorKind::Unsupported`] where the file system can't do it.
    fn exchange(&self, directory: &Directory, one: &OsStr, other: &OsStr) -> io::Result<()>;

    /// Gives an entry another name, in one step. What has that name is replaced, or left alone unless `replaces`.
    ///
    /// # Errors
    /// If that fails; [`io::ErrorKind::AlreadyExists`] if something has the name and may not be replaced.
    fn rename(&self, directory: &Directory, from: &OsStr, to: &OsStr, replaces: bool) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// If that fails.
    fn remove(&self, directory: &Directory, name: &OsStr) -> io::Result<()>;

    /// The temporary files that are there at the moment.
    fn temporaries(&self) -> &Temporaries;
}

/// What [`Disk::read`] does. `read_once` reads as much as there is room for in the bytes that it is
/// given.
fn read_whole(
    file: &File,
    expected: u64,
    most: u64,
    read_once: impl Fn(&mut Vec<u8>) -> io::Result<usize>,
) -> io::Result<Vec<u8>> {
    // Room for one byte more, so that the end of the file is noticed without asking for more memory.
    let room = expected.saturating_add(1).min(most);
    if room == 0 {
        return Ok(Vec::new());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(room).unwrap_or(0));
    let count = loop {
        match read_once(&mut bytes) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            count => break count?,
        }
    };
    // With what was expected read and room left, the end is reached: no need to ask for it a second time.
    if count as u64 != expected || room <= expected {
        file.take(most.saturating_sub(count as u64)).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// A directory that was opened: what happens to its path from then on does not matter.
#[derive(Debug)]
pub struct Directory {
    /// How it was found.
    pub path: PathBuf,
    #[cfg(unix)]
    handle: rustix::fd::OwnedFd,
}

/// Which file it is, and what would be different if it had been written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Whether it is a regular file.
    pub is_file: bool,
    /// Size in bytes.
    pub size: u64,
    /// Whether nobody may write to it.
    pub is_read_only: bool,
    /// Device and inode: which file it is, whatever its name; `None` where there are none.
    pub identity: Option<(u64, u64)>,
    /// How many names it has.
    pub links: u64,
    /// When its content was last changed.
    modified: Moment,
    /// When anything of it was last changed, its names and its owner included.
    changed: Moment,
}

/// Seconds and nanoseconds, from whenever the file system counts.
type Moment = (i64, i64);

impl State {
    /// Reads what the file system says.
    pub fn of(metadata: &Metadata) -> Self {
        let is_read_only = metadata.permissions().readonly();
        let (is_file, size) = (metadata.is_file(), metadata.len());
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let identity = Some((metadata.dev(), metadata.ino()));
            let (modified, changed) =
                ((metadata.mtime(), metadata.mtime_nsec()), (metadata.ctime(), metadata.ctime_nsec()));
            Self { is_file, size, is_read_only, identity, links: metadata.nlink(), modified, changed }
        }
        #[cfg(not(unix))]
        {
            let modified = metadata.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
            let seconds = modified.map_or(0, |time| i64::try_from(time.as_secs()).unwrap_or(i64::MAX));
            let modified = (seconds, modified.map_or(0, |time| i64::from(time.subsec_nanos())));
            Self { is_file, size, is_read_only, identity: None, links: 1, modified, changed: modified }
        }
    }

    /// Whether this is the same file with the same content, as far as can be told without reading it. Other names of it
    /// may have come and gone.
    pub fn has_content_of(&self, other: &Self) -> bool {
        (self.identity, self.size, self.modified) == (other.identity, other.size, other.modified)
    }
}
