//! The install script puts everything in place under a prefix, and takes it away again.

#![cfg(target_os = "linux")]
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PLACES: &[&str] = &[
    "bin/weighbridge",
    "share/applications/weighbridge.desktop",
    "share/mime/packages/weighbridge.xml",
    "share/icons/hicolor/scalable/apps/weighbridge.svg",
    "share/icons/hicolor/48x48/apps/weighbridge.png",
    "share/icons/hicolor/128x128/apps/weighbridge.png",
    "share/icons/hicolor/256x256/apps/weighbridge.png",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}

fn install(target: &Path, destination: &Path, arguments: &[&str]) -> Output {
    Command::new(root().join("packaging/linux/install"))
        .args(arguments)
        .env("CARGO_TARGET_DIR", target)
        // Under DESTDIR the desktop's caches are left alone.
        .env("DESTDIR", destination)
        .env("PREFIX", "/a prefix")
        .output()
        .unwrap()
}

#[test]
fn installs_and_uninstalls() {
    let folder = tempfile::tempdir().unwrap();
    let (target, destination) = (
        folder.path().join("target"),
        folder.path().join("destination"),
    );
    std::fs::create_dir_all(target.join("release")).unwrap();
    // Any executable will do: only its place is looked at.
    std::fs::copy("/bin/true", target.join("release/weighbridge")).unwrap();

    let output = install(&target, &destination, &[]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let prefix = destination.join("a prefix");
    for place in PLACES {
        assert!(prefix.join(place).is_file(), "{place}");
    }
    let entry = std::fs::read_to_string(prefix.join(PLACES[1])).unwrap();
    assert!(
        entry.contains("Exec=\"/a prefix/bin/weighbridge\" %f"),
        "{entry}"
    );
    assert!(entry.contains("Icon=weighbridge"), "{entry}");

    let output = install(&target, &destination, &["--uninstall"]);
    assert!(output.status.success());
    for place in PLACES {
        assert!(!prefix.join(place).exists(), "{place}");
    }
}

#[test]
fn says_what_to_build_first() {
    let folder = tempfile::tempdir().unwrap();
    let output = install(&folder.path().join("nothing"), folder.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cargo build --release"));
}
