//! Writing a file in one step.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::{Cause, FileError};

/// Replaces or makes a file so that at any moment it is either as it was or complete.
///
/// The bytes go into a new file beside it, which then takes its name.
/// A link stays a link; the file it leads to is replaced.
/// Permissions stay as they were.
///
/// # Errors
/// [`FileError::NotWritable`]; the file is then as it was.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let target = check(path)?;
    let failed = |error: &io::Error| FileError::writing(path, error);
    let folder = folder_of(&target);
    let mut builder = tempfile::Builder::new();
    builder.prefix(".weighbridge-").suffix(".tmp");
    #[cfg(unix)]
    {
        // What the user's umask leaves of it, as for any new file.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder
        .tempfile_in(folder)
        .map_err(|error| failed(&error))?;
    let written = file
        .write_all(bytes)
        .and_then(|()| file.as_file().sync_all());
    written.map_err(|error| failed(&error))?;
    if let Ok(old) = fs::metadata(&target) {
        fs::set_permissions(file.path(), old.permissions()).map_err(|error| failed(&error))?;
    }
    file.persist(&target)
        .map_err(|error| failed(&error.error))?;
    sync_folder(folder);
    Ok(())
}

/// Checks that a file can be written, without touching it; gives the file behind a link.
///
/// # Errors
/// [`FileError::NotWritable`], as [`write()`] would fail.
pub(super) fn check(path: &Path) -> Result<PathBuf, FileError> {
    let refuse = |cause| {
        Err(FileError::NotWritable {
            path: path.to_owned(),
            cause,
        })
    };
    if path.file_name().is_none() {
        return refuse(Cause::WrongKind);
    }
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match fs::metadata(&target) {
        Ok(found) if !found.is_file() => return refuse(Cause::WrongKind),
        // Replacing a file asks only for rights on its folder; the mark on the file counts here.
        Ok(found) if found.permissions().readonly() => return refuse(Cause::ReadOnly),
        Ok(_) => return Ok(target),
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return refuse(Cause::of(&error));
        }
        Err(_) => {}
    }
    match fs::metadata(folder_of(&target)) {
        Ok(folder) if folder.is_dir() => Ok(target),
        Ok(_) => refuse(Cause::WrongKind),
        Err(error) => refuse(Cause::of(&error)),
    }
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// After a power cut the new name should still be there; a system that cannot say so is no reason
/// to call the file unwritten.
fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = folder;
}
