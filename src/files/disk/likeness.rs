//! What a file has beside its content: owner, mode and extended attributes, access lists among them.

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
use std::collections::BTreeMap;
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
use std::ffi::{CStr, CString};
use std::fs::{File, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};

/// The bits of a mode that are permissions.
const PERMISSIONS: u32 = 0o7777;

/// Gives `file` everything that `model` has beside its content.
///
/// # Errors
/// If it may not have that.
pub(super) fn liken(file: &File, model: &File) -> io::Result<()> {
    let (own, wanted) = (file.metadata()?, model.metadata()?);
    let owner = (own.uid() != wanted.uid()).then_some(wanted.uid());
    let group = (own.gid() != wanted.gid()).then_some(wanted.gid());
    if owner.is_some() || group.is_some() {
        fchown(file, owner, group).map_err(|error| {
            let what = if owner.is_some() { "owner" } else { "group" };
            refusal(&error, &format!("it belongs to another {what}, which a new file can't be given"))
        })?;
    }
    // After the owner, a change of which takes away some bits.
    file.set_permissions(Permissions::from_mode(wanted.mode() & PERMISSIONS))?;
    liken_attributes(file, model)
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn liken_attributes(file: &File, model: &File) -> io::Result<()> {
    let (own, wanted) = (attributes(file)?, attributes(model)?);
    // What a directory hands down to every new file in it.
    for name in own.keys().filter(|name| !wanted.contains_key(*name)) {
        changed(name, rustix::fs::fremovexattr(file, name.as_c_str()))?;
    }
    for (name, value) in wanted.iter().filter(|(name, value)| own.get(*name) != Some(*value)) {
        changed(name, rustix::fs::fsetxattr(file, name.as_c_str(), value, rustix::fs::XattrFlags::empty()))?;
    }
    Ok(())
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
#[expect(clippy::unnecessary_wraps, reason = "as where there are attributes")]
fn liken_attributes(_: &File, _: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn changed(name: &CStr, result: rustix::io::Result<()>) -> io::Result<()> {
    result.map_err(|error| {
        let name = name.to_string_lossy();
        refusal(&error.into(), &format!("it has the attribute `{name}`, which a new file can't be given"))
    })
}

/// What is told of an error that forbids something; any other is told as it is.
fn refusal(error: &io::Error, sentence: &str) -> io::Error {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported => {
            io::Error::new(io::ErrorKind::PermissionDenied, sentence)
        }
        _ => io::Error::from_raw_os_error(error.raw_os_error().unwrap_or_default()),
    }
}

/// The extended attributes of a file; none where there is no such thing.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn attributes(file: &File) -> io::Result<BTreeMap<CString, Vec<u8>>> {
    use rustix::buffer::spare_capacity;
    use rustix::fs::{fgetxattr, fgetxattr_query, flistxattr, flistxattr_query};
    use rustix::io::Errno;

    let size = match flistxattr_query(file) {
        Ok(0) | Err(Errno::NOTSUP | Errno::NOSYS) => return Ok(BTreeMap::new()),
        size => size?,
    };
    let mut names = Vec::with_capacity(size);
    flistxattr(file, spare_capacity(&mut names))?;
    let mut attributes = BTreeMap::new();
    for name in names.split_inclusive(|byte| *byte == 0) {
        let name = CStr::from_bytes_with_nul(name).map_err(io::Error::other)?;
        let mut value = Vec::with_capacity(fgetxattr_query(file, name)?);
        if value.capacity() > 0 {
            fgetxattr(file, name, spare_capacity(&mut value))?;
        }
        attributes.insert(name.to_owned(), value);
    }
    Ok(attributes)
}
