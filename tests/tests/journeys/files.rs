//! Journeys through files: nothing is lost, half-written or changed without being asked.

use std::fs;
use std::path::{Path, PathBuf};

use crate::journey::{act, catalogue, date, session, set, time};
use weighbridge_engine::catalogue::{
    ApiPrice, ModelId, PriceId, PriceKind, Provenance, Quality, Sourcing,
};
use weighbridge_session::files::{
    Cause, FileError, Folders, Journal, OpenError, Recent, check_target, load_presets, open,
    put_preset, remove_preset, save, with_extension,
};
use weighbridge_session::{Action, Document, Session};
use weighbridge_text::{Locale, Text};

#[test]
fn open_change_save_and_reopen_come_to_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Case é.weighbridge.ron");
    let folders = Folders::below(folder.path().join("data"));
    let versions = folders.versions();
    let mut session = session();
    for (number, second) in ["01", "02", "03", "04", "05", "06"].into_iter().enumerate() {
        set(&mut session, "workload.users", 10.0 + number as f64);
        let now = time(&format!("2026-11-24T07:00:{second}Z"));
        let saved = save(&file, session.scenario(), Some(&versions), now).unwrap();
        assert_eq!(saved.version_not_kept, None);
        session.mark_saved(file.clone());
        assert!(!session.document().is_dirty());
    }
    assert_eq!(session.document().file_stem().as_deref(), Some("Case é"));
    let opened = open(&file, session.catalogue()).unwrap();
    assert_eq!(opened.scenario, *session.scenario());
    let mut again = Session::new(
        Document::new(opened.scenario, Some(file.clone())),
        session.catalogue().clone(),
        date("2026-11-25"),
    );
    assert!(!again.document().is_dirty());
    set(&mut again, "workload.users", 99.0);
    assert!(again.document().is_dirty());

    // The last three versions, latest first; saving what is there already keeps no copy of it.
    let users = |path: &Path| {
        open(path, session.catalogue())
            .unwrap()
            .scenario
            .workload
            .users
            .value
    };
    let kept: Vec<f64> = versions
        .of(&file)
        .iter()
        .map(|version| users(&version.path))
        .collect();
    assert_eq!(kept, [14.0, 13.0, 12.0]);
    assert_eq!(
        versions.of(&file)[0].replaced_at,
        time("2026-11-24T07:00:06Z")
    );
    // Nothing is left beside the file.
    let beside: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().collect();
    assert_eq!(beside.len(), 2, "{beside:?}");
}

#[test]
fn what_changes_while_a_file_is_written_is_still_unsaved() {
    let mut session = session();
    set(&mut session, "workload.users", 1.0);
    let being_written = session.document().scenario().clone();
    set(&mut session, "workload.users", 2.0);
    session.mark_saved_as(being_written, PathBuf::from("case.weighbridge.ron"));
    assert!(session.document().is_dirty());
    act(&mut session, Action::Undo);
    assert!(!session.document().is_dirty());
}

#[test]
fn a_broken_file_is_reported_and_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("broken.weighbridge.ron");
    let catalogue = catalogue();
    let text = "(\n  version: 2,\n  question: (title: \"A\", date: \"2026\"),\n  workload: (userz: 5, peak_factor: -1),\n";
    fs::write(&file, text).unwrap();
    let Err(OpenError::Faults { faults, .. }) = open(&file, &catalogue) else {
        panic!("it is broken");
    };
    assert_eq!(
        faults.len(),
        1,
        "nothing more can be said of a file that is cut off"
    );
    fs::write(&file, format!("{text})")).unwrap();
    let error = open(&file, &catalogue).unwrap_err();
    let OpenError::Faults { faults, .. } = &error else {
        panic!("it is broken");
    };
    let places: Vec<(usize, usize)> = faults
        .iter()
        .map(|fault| (fault.place.line, fault.place.column))
        .collect();
    assert_eq!(places, [(4, 14), (4, 24)]);
    let sentence = Text::new(Locale::En).describe(&error);
    assert!(
        sentence.contains("2 faults") && sentence.ends_with("broken.weighbridge.ron"),
        "{sentence}"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), format!("{text})"));

    for (path, expected) in [
        (
            folder.path().join("absent.weighbridge.ron"),
            "There is no such file",
        ),
        (
            folder.path().to_owned(),
            "The file could not be read (a folder stands",
        ),
    ] {
        let sentence = Text::new(Locale::En).describe(&open(&path, &catalogue).unwrap_err());
        assert!(sentence.starts_with(expected), "{sentence}");
    }
}

#[test]
fn a_target_that_cannot_be_written_is_left_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let session = session();
    let now = time("2026-11-24T07:00:00Z");
    let read_only = folder.path().join("read-only.weighbridge.ron");
    fs::write(&read_only, "as it was").unwrap();
    let mut permissions = fs::metadata(&read_only).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&read_only, permissions).unwrap();
    for (path, cause, words) in [
        (read_only.clone(), Cause::ReadOnly, "it is read-only"),
        (
            folder.path().join("no/such/folder.ron"),
            Cause::NoFolder,
            "the folder does not exist",
        ),
        (
            folder.path().to_owned(),
            Cause::WrongKind,
            "a folder stands where a file is wanted",
        ),
        (
            PathBuf::from("/"),
            Cause::WrongKind,
            "a folder stands where a file is wanted",
        ),
    ] {
        let error = save(&path, session.scenario(), None, now).unwrap_err();
        let expected = FileError::NotWritable {
            path: path.clone(),
            cause,
        };
        assert_eq!(error, expected);
        assert_eq!(check_target(&path), Err(expected));
        let sentence = Text::new(Locale::En).describe(&error);
        assert!(
            sentence.contains(words) && sentence.contains("nothing was changed"),
            "{sentence}"
        );
        assert!(
            sentence.ends_with(&path.display().to_string()),
            "{sentence}"
        );
    }
    assert_eq!(fs::read_to_string(&read_only).unwrap(), "as it was");
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn a_version_that_cannot_be_kept_does_not_stop_saving() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("case.weighbridge.ron");
    // A file stands where the folder of versions should be made.
    fs::write(folder.path().join("data"), "").unwrap();
    let versions = Folders::below(folder.path().join("data")).versions();
    let session = session();
    for expected in [true, false] {
        let now = time("2026-11-24T07:00:00Z");
        let saved = save(&file, session.scenario(), Some(&versions), now).unwrap();
        assert_eq!(
            saved.version_not_kept.is_none(),
            expected,
            "there was none at first"
        );
    }
    assert_eq!(
        open(&file, session.catalogue()).unwrap().scenario,
        *session.scenario()
    );
}

#[cfg(unix)]
#[test]
fn links_and_permissions_survive_saving() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (
        folder.path().join("real.ron"),
        folder.path().join("link.ron"),
    );
    fs::write(&file, "old").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&file, &link).unwrap();
    let session = session();
    let now = time("2026-11-24T07:00:00Z");
    let _ = save(&link, session.scenario(), None, now).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o640
    );
    assert_eq!(
        open(&file, session.catalogue()).unwrap().scenario,
        *session.scenario()
    );
}

#[test]
fn unsaved_work_outlives_the_run() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session();
    set(&mut session, "workload.users", 123.0);
    let now = time("2026-11-24T07:00:00Z");
    let (one, other) = (
        Journal::begin(folder.path(), now),
        Journal::begin(folder.path(), now),
    );
    let (one, other) = (one.unwrap(), other.unwrap());
    let kept = Path::new("/home/ana/Case 1.weighbridge.ron");
    one.record(session.scenario(), Some(kept), now).unwrap();
    let later = time("2026-11-24T07:10:00.5Z");
    other.record(session.scenario(), None, later).unwrap();
    let found = || Journal::left_in(folder.path(), session.catalogue());
    assert_eq!(found(), [], "both runs go on");

    // A crash: the run ends without another word.
    drop(one);
    assert_eq!(found().len(), 1);
    drop(other);
    let left = found();
    assert_eq!([left[0].at, left[1].at], [later, now]);
    assert_eq!(
        [left[0].path.as_deref(), left[1].path.as_deref()],
        [None, Some(kept)]
    );
    assert!(left.iter().all(|work| work.scenario == *session.scenario()));
    let restored = Document::restored(left[1].scenario.clone(), left[1].path.clone());
    assert!(restored.is_dirty());
    left[0].discard().unwrap();
    assert_eq!(found().len(), 1);
    left[1].discard().unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);

    // A run that ends in order leaves nothing to offer, and neither does one that saved.
    let journal = Journal::begin(folder.path(), now).unwrap();
    journal.record(session.scenario(), None, now).unwrap();
    journal.clear().unwrap();
    journal.record(session.scenario(), None, now).unwrap();
    journal.finish().unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    // A record that is damaged is not offered, and stays.
    let damaged = folder.path().join("x.weighbridge.ron");
    fs::write(&damaged, "// Unsaved work of yesterday").unwrap();
    assert_eq!(found(), []);
    assert!(damaged.exists());
}

#[test]
fn the_record_of_unsaved_work_keeps_up_without_haste() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session();
    let at = |second: &str| time(&format!("2026-11-24T07:00:{second}Z"));
    let mut journal = Journal::begin(folder.path(), at("00")).unwrap();
    let mut keep_up =
        |session: &Session, second: &str| journal.keep_up(session.document(), at(second)).unwrap();
    assert!(!keep_up(&session, "01"), "nothing is unsaved");
    set(&mut session, "workload.users", 1.0);
    assert!(keep_up(&session, "02"));
    assert!(!keep_up(&session, "10"), "nothing changed since");
    set(&mut session, "workload.users", 2.0);
    assert!(keep_up(&session, "11"));
    set(&mut session, "workload.users", 3.0);
    assert!(!keep_up(&session, "12"), "too soon");
    assert!(keep_up(&session, "13"));
    session.mark_saved(folder.path().join("case.weighbridge.ron"));
    assert!(keep_up(&session, "20"), "saved work is forgotten");
    assert!(!keep_up(&session, "30"));
    set(&mut session, "workload.users", 4.0);
    assert!(keep_up(&session, "40"));
    drop(journal);
    let left = Journal::left_in(folder.path(), session.catalogue());
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].scenario, *session.scenario());
}

#[test]
fn recent_files_are_remembered_latest_first() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data/recent.txt");
    let mut recent = Recent::load(&file);
    assert_eq!(recent, Recent::default());
    for number in 0..12 {
        recent.add(Path::new(&format!("/cases/{number}.weighbridge.ron")));
    }
    recent.add(Path::new("/cases/7.weighbridge.ron"));
    recent.add(Path::new("not on\none line"));
    assert_eq!(recent.paths().len(), 10);
    assert_eq!(recent.paths()[0], Path::new("/cases/7.weighbridge.ron"));
    recent.remove(Path::new("/cases/11.weighbridge.ron"));
    recent.save(&file).unwrap();
    assert_eq!(Recent::load(&file), recent);
    assert_eq!(recent.paths().len(), 9);
}

#[test]
fn a_typed_path_gets_its_extension() {
    for (typed, expected) in [
        ("case", "case.weighbridge.ron"),
        ("a/b.c/case 1.2", "a/b.c/case 1.2.weighbridge.ron"),
        ("case.weighbridge", "case.weighbridge.ron"),
        ("case.ron", "case.ron"),
        ("case.weighbridge.ron", "case.weighbridge.ron"),
    ] {
        assert_eq!(with_extension(Path::new(typed)), Path::new(expected));
    }
}

#[test]
fn presets_of_the_users_own_are_read_written_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let presets = Folders::below(folder.path()).presets();
    let (built_in, today) = (catalogue(), date("2026-11-24"));
    let none = load_presets(&presets, &built_in, today);
    assert_eq!((none.faults.len(), none.unreadable.len()), (0, 0));
    let sourcing = Sourcing {
        source: "our contract".to_owned(),
        as_of: today,
        quality: Quality::Entered,
        note: None,
    };
    let price = ApiPrice {
        id: PriceId::from("vendor/large/ours"),
        provider: "vendor".into(),
        model: ModelId::from("large"),
        offer: Some("ours".to_owned()),
        name_at_provider: None,
        format: None,
        kind: PriceKind::List,
        effective_from: Some(today),
        effective_until: None,
        input_usd_per_mtok: 1.5,
        output_usd_per_mtok: 6.0,
        cached_input_usd_per_mtok: None,
        cache_write_usd_per_mtok: None,
        batch: None,
        tiers: Vec::new(),
        provenance: Provenance::new(sourcing, Default::default()),
    };
    let file = put_preset(&presets, &price).unwrap().unwrap();
    fs::create_dir_all(presets.join("more")).unwrap();
    fs::write(presets.join("more/bad.ron"), "[ApiPrice(id: 5)]").unwrap();
    fs::write(presets.join("notes.txt"), "not a preset").unwrap();
    fs::write(presets.join("latin.ron"), [b'[', 0xe9, b']']).unwrap();
    let loaded = load_presets(&presets, &built_in, today);
    let prices = &loaded.catalogue.records().prices;
    let own = prices.iter().find(|own| own.id == price.id).unwrap();
    assert!(own.provenance.is_users());
    assert_eq!((own.input_usd_per_mtok, prices.len()), (1.5, 3));
    let faulty: Vec<bool> = ["bad.ron", "latin.ron"]
        .map(|name| loaded.faults.iter().any(|fault| fault.file.ends_with(name)))
        .to_vec();
    assert_eq!(faulty, [true, true], "{:?}", loaded.faults);
    assert_eq!(
        remove_preset(&presets, "ApiPrice", "vendor/large/ours"),
        Ok(Ok(true))
    );
    assert_eq!(
        remove_preset(&presets, "ApiPrice", "vendor/large/ours"),
        Ok(Ok(false))
    );
    assert!(file.exists());
    // A file that is no text is not written over.
    fs::write(&file, [0xff]).unwrap();
    assert!(put_preset(&presets, &price).unwrap().is_err());
    assert_eq!(fs::read(&file).unwrap(), [0xff]);
}
