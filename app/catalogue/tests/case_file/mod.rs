//! A scenario file as a text, and what is said of it.

use weighbridge_catalogue::scenario::{read, write};
use weighbridge_engine::catalogue::Catalogue;

pub(crate) fn catalogue() -> Catalogue {
    weighbridge_catalogue::built_in().unwrap().0
}

/// The faults of a file, a sentence each.
pub(crate) fn faults(text: &str) -> Vec<String> {
    match read("f", text, &catalogue()) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

/// What is written of a file is read to the same, and written to the same again.
pub(crate) fn keeps(file: &str) {
    let scenario = read("f", file, &catalogue()).unwrap().scenario;
    let text = write(&scenario);
    let again = read("f", &text, &catalogue()).unwrap().scenario;
    assert_eq!(again, scenario);
    assert_eq!(write(&again), text);
}

/// Each change of the file, from a text to another, gives a fault with these words in it.
pub(crate) fn finds(file: &str, changes: &[(&str, &str, &str)]) {
    for (from, to, fault) in changes {
        assert!(file.contains(from), "{from}");
        let found = faults(&file.replacen(from, to, 1));
        assert!(
            found.iter().any(|sentence| sentence.contains(fault)),
            "{from} → {to}: {found:#?}"
        );
    }
}
