//! Files written whole: beside their target and then into its place.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use weighbridge_units::Message;

/// A file about to be written.
///
/// Made before the work begins, so that a target that cannot be written is found out first.
/// What is written goes into a file beside the target and takes its place at the end: the target
/// holds the old contents or the new ones, never a part.
#[derive(Debug)]
pub(crate) struct Target {
    path: PathBuf,
    place: Place,
}

#[derive(Debug)]
enum Place {
    /// A file beside the target.
    Beside(NamedTempFile),
    /// A pipe or a device, which nothing can replace.
    Stream(File),
}

impl Target {
    /// Makes sure that a file can be written.
    ///
    /// # Errors
    /// A sentence where the folder does not exist or cannot be written into, and where the
    /// target is a folder or write-protected.
    pub(crate) fn at(path: &Path) -> Result<Target, NotWritten> {
        // Through a link the file it points at is replaced, not the link.
        let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let sentence = |key: &'static str| {
            NotWritten::Sentence(Message::new(key).with("path", path.display().to_string()))
        };
        let present = match fs::metadata(&real) {
            Ok(present) => Some(present),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(not_writable(path, &error)),
        };
        if let Some(present) = &present {
            if present.is_dir() {
                return Err(sentence("error-file-is-folder"));
            }
            if present.permissions().readonly() {
                return Err(sentence("error-file-protected"));
            }
            let opened = fs::OpenOptions::new().append(true).open(&real);
            let opened = opened.map_err(|error| not_writable(path, &error))?;
            if !present.is_file() {
                let place = Place::Stream(opened);
                return Ok(Target {
                    path: path.to_owned(),
                    place,
                });
            }
        }
        if real.file_name().is_none() {
            return Err(sentence("error-file-is-folder"));
        }
        let folder = match real.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        if !folder.is_dir() {
            return Err(NotWritten::Sentence(
                Message::new("error-folder-not-found").with("path", folder.display().to_string()),
            ));
        }
        let mut builder = tempfile::Builder::new();
        builder.prefix(".weighbridge-");
        let permissions = present.map_or_else(new_file, |present| Some(present.permissions()));
        if let Some(permissions) = permissions {
            builder.permissions(permissions);
        }
        let beside = builder.tempfile_in(folder).map_err(|error| {
            NotWritten::Sentence(
                Message::new("error-folder-not-writable")
                    .with("reason", reason(&error))
                    .with("path", folder.display().to_string()),
            )
        })?;
        Ok(Target {
            path: real,
            place: Place::Beside(beside),
        })
    }

    /// Writes the file and puts it into its place.
    ///
    /// # Errors
    /// A sentence where the disk is full or the file cannot take its place; the target is then as
    /// it was.
    pub(crate) fn write(self, bytes: &[u8]) -> Result<(), NotWritten> {
        let Target { path, place } = self;
        let fail = |error: io::Error| not_writable(&path, &error);
        match place {
            Place::Beside(mut beside) => {
                beside.write_all(bytes).map_err(fail)?;
                beside.as_file().sync_all().map_err(fail)?;
                beside.persist(&path).map_err(|error| fail(error.error))?;
                Ok(())
            }
            Place::Stream(mut stream) => match stream.write_all(bytes) {
                Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                    Err(NotWritten::NobodyListens)
                }
                result => result.map_err(fail),
            },
        }
    }
}

/// Why a file was not written.
#[derive(Debug)]
pub(crate) enum NotWritten {
    /// One sentence.
    Sentence(Message),
    /// Whoever read the pipe has heard enough.
    NobodyListens,
}

/// What the system says about an error, without its number.
pub(crate) fn reason(error: &io::Error) -> String {
    let said = error.to_string();
    match said.find(" (os error") {
        Some(end) => said[..end].to_owned(),
        None => said,
    }
}

fn not_writable(path: &Path, error: &io::Error) -> NotWritten {
    NotWritten::Sentence(
        Message::new("error-file-not-writable")
            .with("reason", reason(error))
            .with("path", path.display().to_string()),
    )
}

/// What a new file is allowed, before the user's mask takes away from it.
#[cfg(unix)]
fn new_file() -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(fs::Permissions::from_mode(0o666))
}

/// What a new file is allowed is for the system to say.
#[cfg(not(unix))]
fn new_file() -> Option<fs::Permissions> {
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_file_is_written_whole_and_nothing_stays_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.pdf");
        for contents in [&b"first"[..], b"second"] {
            Target::at(&path).unwrap().write(contents).unwrap();
            assert_eq!(fs::read(&path).unwrap(), contents);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_target_that_was_only_prepared_leaves_no_trace() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.pdf");
        fs::write(&path, "old").unwrap();
        drop(Target::at(&path).unwrap());
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_written_is_refused_before_the_work() {
        let folder = tempfile::tempdir().unwrap();
        let protected = folder.path().join("protected.pdf");
        fs::write(&protected, "old").unwrap();
        let mut permissions = fs::metadata(&protected).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&protected, permissions).unwrap();
        let cases = [
            (protected.clone(), "error-file-protected"),
            (folder.path().to_owned(), "error-file-is-folder"),
            (folder.path().join("no/out.pdf"), "error-folder-not-found"),
            (protected.join("out.pdf"), "error-file-not-writable"),
        ];
        for (path, expected) in cases {
            let Err(NotWritten::Sentence(message)) = Target::at(&path) else {
                panic!("{} was accepted", path.display())
            };
            assert_eq!(message.key, expected, "{}", path.display());
        }
        assert_eq!(fs::read_to_string(&protected).unwrap(), "old");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.pdf");
        let link = folder.path().join("link.pdf");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        Target::at(&link).unwrap().write(b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_is_written_to_and_never_replaced() {
        Target::at(Path::new("/dev/null"))
            .unwrap()
            .write(b"x")
            .unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
        let full = Target::at(Path::new("/dev/full")).unwrap();
        assert!(matches!(full.write(b"x"), Err(NotWritten::Sentence(_))));
    }
}
