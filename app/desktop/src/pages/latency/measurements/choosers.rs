//! What measurements can be of, as rows of a list.

use weighbridge_engine::catalogue::Catalogue;

use crate::widgets::Entry;

/// Models with known shapes, by id.
pub(super) fn models(catalogue: &Catalogue) -> Vec<(String, Entry)> {
    let records = catalogue.records().models.iter();
    records
        .filter(|record| record.architecture().is_some())
        .map(|record| entry(record.id.as_str(), &record.name, &record.vendor))
        .collect()
}

/// Machines, by id.
pub(super) fn hardware(catalogue: &Catalogue) -> Vec<(String, Entry)> {
    let records = catalogue.records().hardware.iter();
    records
        .map(|record| entry(record.id.as_str(), &record.name, &record.vendor))
        .collect()
}

fn entry(id: &str, name: &str, vendor: &str) -> (String, Entry) {
    let entry = Entry {
        title: name.to_owned(),
        note: vendor.to_owned(),
        aliases: id.to_owned(),
        ..Entry::default()
    };
    (id.to_owned(), entry)
}
