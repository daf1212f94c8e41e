//! Reading a whole file or stream, and what makes its bytes an article.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use super::disk::{Directory, Disk, State};
use super::{Target, is_gone, problem, reason};
use crate::report::{Problem, ProblemKind};

/// Files larger than this many bytes are not read, unless another number is asked for.
pub const LARGEST_FILE: u64 = 16 * 1024 * 1024;
/// How many bytes are looked at to tell a text from other data.
const BEGINNING: usize = 8 * 1024;
/// A text has fewer bytes 0 than one in so many there. A few are a fault of the text, which has a finding.
const BYTES_TO_A_ZERO: usize = 10;

/// A file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// What was read.
    pub bytes: Vec<u8>,
    /// Which file it was, as what; `None` if it was read from git.
    pub state: Option<State>,
}

/// Reads files one after the other.
pub struct Reader<'d> {
    disk: &'d dyn Disk,
    /// Larger files, in bytes, are not read.
    most: u64,
    /// The directory of the last file, and below which other it was searched for: the next file is often in it, too.
    last: Option<(Option<Arc<Path>>, Directory)>,
}

impl<'d> Reader<'d> {
    /// A reader of files of at most `most` bytes.
    pub fn new(disk: &'d dyn Disk, most: u64) -> Self {
        Self { disk, most, last: None }
    }

    /// Reads a regular file, through one handle.
    ///
    /// # Errors
    /// If it is no regular file, is too large, is written to meanwhile, or can't be read.
    pub fn read(&mut self, target: &Target) -> Result<Original, Problem> {
        if let Some(staged) = &target.staged {
            return Ok(Original { bytes: staged.clone(), state: None });
        }
        let (disk, most) = (self.disk, self.most);
        let fail = |error: &io::Error| {
            let is_missing = error.kind() == io::ErrorKind::NotFound;
            let kind = if is_missing { ProblemKind::NotFound } else { ProblemKind::Unreadable };
            problem(&target.shown, kind, reason(error))
        };
        let name = target.place().file_name().ok_or_else(|| fail(&io::ErrorKind::IsADirectory.into()))?;
        let file = self.directory(target).and_then(|directory| disk.open(directory, name));
        let file = file.map_err(|error| fail(&error))?;
        let state = disk.state(&file).map_err(|error| fail(&error))?;
        if !state.is_file {
            return Err(not_a_file(&target.shown));
        }
        if state.size > most {
            return Err(too_large(&target.shown, most));
        }
        // One byte further, so that a file that grows is noticed.
        let bytes = disk.read(&file, state.size, most.saturating_add(1)).map_err(|error| fail(&error))?;
        // Files that the system makes up as they are read say they are empty.
        if bytes.len() as u64 != state.size && disk.state(&file).map_err(|error| fail(&error))? != state {
            return Err(fail(&io::Error::other("it was written to while it was read; run wirelint again")));
        }
        Ok(Original { bytes, state: Some(state) })
    }

    fn directory(&mut self, target: &Target) -> io::Result<&Directory> {
        let is_same = |(below, directory): &(Option<Arc<Path>>, Directory)| {
            // As bytes: as paths they would be taken apart.
            let parent = target.place().parent().map(Path::as_os_str);
            parent == Some(directory.path.as_os_str()) && *below == target.below
        };
        let last = match self.last.take().filter(is_same) {
            Some(last) => last,
            None => (target.below.clone(), self.disk.directory(target)?),
        };
        Ok(&self.last.insert(last).1)
    }
}

pub(super) fn not_a_file(shown: &str) -> Problem {
    problem(shown, ProblemKind::NotAFile, "not a regular file".to_owned())
}

fn too_large(shown: &str, most: u64) -> Problem {
    let message = format!("larger than {}, the most that is read; --max-bytes sets another limit", size(most));
    problem(shown, ProblemKind::TooLarge, message)
}

/// A number of bytes in the largest unit that leaves no rest: `16 MiB`.
fn size(bytes: u64) -> String {
    let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB"), (1, "bytes")];
    let fits = |(unit, _): &(u64, &str)| bytes >= *unit && bytes.is_multiple_of(*unit);
    let (unit, name) = units.into_iter().find(fits).unwrap_or((1, "bytes"));
    let name = if bytes == 1 { "byte" } else { name };
    format!("{} {name}", bytes / unit)
}

/// Reads a stream up to its end, or one byte further than `most`.
///
/// # Errors
/// If it can't be read.
pub fn read_stream(stream: &mut dyn Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text that `bytes` are.
///
/// # Errors
/// If they are more than `most`, no text, or not UTF-8.
pub fn decode<'b>(shown: &str, bytes: &'b [u8], most: u64) -> Result<&'b str, Problem> {
    if bytes.len() as u64 > most {
        return Err(too_large(shown, most));
    }
    let not_text = |message: String| Err(problem(shown, ProblemKind::NotText, message));
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return not_text("not a text article: the text is UTF-16; convert it to UTF-8 first".to_owned());
    }
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    let zeros = memchr::memchr_iter(0, beginning).count();
    if zeros * BYTES_TO_A_ZERO > beginning.len() {
        let length = beginning.len();
        return not_text(format!(
            "not a text article: {zeros} of the first {length} bytes are 0, as in UTF-16, or in a file that is no text"
        ));
    }
    simdutf8::basic::from_utf8(bytes).or_else(|_| std::str::from_utf8(bytes)).map_err(|error| {
        let at = error.valid_up_to();
        let line = memchr::memchr_iter(b'\n', bytes.get(..at).unwrap_or_default()).count() + 1;
        let byte = bytes.get(at).copied().unwrap_or_default();
        let message =
            format!("not UTF-8: byte 0x{byte:02X} at offset {at}, in line {line}; convert the text to UTF-8 first");
        problem(shown, ProblemKind::NotUtf8, message)
    })
}

/// Reads a file of wirelint's own, of any size; `None` if there is nothing at that path.
///
/// # Errors
/// If it is no regular file, is not UTF-8, or can't be read.
pub fn read_own(target: &Target) -> Result<Option<String>, Problem> {
    if is_gone(&target.path) {
        return Ok(None);
    }
    let bytes = match fs::metadata(&target.path) {
        Ok(metadata) if !metadata.is_file() => return Err(not_a_file(&target.shown)),
        metadata => metadata.and_then(|_| fs::read(&target.path)),
    };
    let bytes = bytes.map_err(|error| problem(&target.shown, ProblemKind::Unreadable, reason(&error)))?;
    String::from_utf8(bytes).map(Some).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let message = format!("not UTF-8: the byte at offset {at} belongs to no character");
        problem(&target.shown, ProblemKind::NotUtf8, message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8], most: u64) -> (ProblemKind, String) {
        let problem = decode("a.txt", bytes, most).expect_err("no article");
        assert_eq!(problem.path.as_deref(), Some("a.txt"));
        (problem.kind, problem.message)
    }

    #[test]
    fn sizes_are_told_in_whole_units() {
        for (bytes, words) in
            [(0, "0 bytes"), (1, "1 byte"), (1000, "1000 bytes"), (1024, "1 KiB"), (16 << 20, "16 MiB")]
        {
            assert_eq!(size(bytes), words);
        }
        assert_eq!(size(LARGEST_FILE), "16 MiB");
    }

    #[test]
    fn the_largest_text_is_as_large_as_the_limit() {
        assert_eq!(decode("a.txt", b"1234", 4), Ok("1234"));
        let message = "larger than 3 bytes, the most that is read; --max-bytes sets another limit";
        assert_eq!(refused(b"1234", 3), (ProblemKind::TooLarge, message.to_owned()));
        // One byte further tells that there is more.
        assert_eq!(read_stream(&mut &b"12345"[..], 3).expect("a stream"), b"1234");
        assert_eq!(read_stream(&mut &b"123"[..], 3).expect("a stream"), b"123");
        assert_eq!(read_stream(&mut &b"123"[..], u64::MAX).expect("a stream"), b"123");
    }

    #[test]
    fn more_than_one_zero_in_ten_bytes_of_the_beginning_make_no_text() {
        let zeros = |zeros: usize, others: usize| [vec![0; zeros], vec![b'a'; others]].concat();
        let most = LARGEST_FILE;
        for (number, others) in [(1, 9), (819, 7373), (819, 80_000)] {
            assert!(decode("a.txt", &zeros(number, others), most).is_ok(), "{number} {others}");
        }
        for (number, others) in [(1, 8), (2, 17), (820, 7372), (820, 80_000)] {
            let (kind, message) = refused(&zeros(number, others), most);
            let length = (number + others).min(8192);
            let words = format!("not a text article: {number} of the first {length} bytes are 0, ");
            assert!(kind == ProblemKind::NotText && message.starts_with(&words), "{message}");
        }
        let behind = [vec![b'a'; 8192], vec![0; 8192]].concat();
        assert!(decode("a.txt", &behind, most).is_ok());
        for mark in [b"\xff\xfe", b"\xfe\xff"] {
            let (kind, message) = refused(&[&mark[..], b"aaaaaaaa"].concat(), most);
            assert!(kind == ProblemKind::NotText && message.contains("the text is UTF-16"), "{message}");
        }
    }

    #[test]
    fn what_is_not_utf8_is_told_by_its_byte_its_offset_and_its_line() {
        for (bytes, place) in [
            (&b"\xffa"[..], "byte 0xFF at offset 0, in line 1"),
            (b"a\nb\n\x9bc", "byte 0x9B at offset 4, in line 3"),
            (b"a\r\n\xc3", "byte 0xC3 at offset 3, in line 2"),
        ] {
            let message = format!("not UTF-8: {place}; convert the text to UTF-8 first");
            assert_eq!(refused(bytes, 10), (ProblemKind::NotUtf8, message));
        }
    }
}
