//! The keys of every record that say where it comes from.

use std::collections::BTreeMap;

use weighbridge_engine::catalogue::{self as engine, Layer, Provenance, Sourcing};

use super::{listed, names, part_file};
use crate::check::Check;
use crate::faults::FaultKind;

/// The keys of the provenance, taken out of a record.
pub(crate) struct ProvenanceFile {
    pub(super) source: Option<String>,
    pub(super) as_of: Option<String>,
    pub(super) quality: Option<names::Quality>,
    pub(super) note: Option<String>,
    pub(super) sources: Option<BTreeMap<String, SourcingFile>>,
    pub(super) assumed: Option<Vec<String>>,
    pub(super) weak: Option<Vec<String>>,
}

part_file! {
    /// The sourcing of one field.
    SourcingFile {
        source: String,
        as_of: String,
        quality: names::Quality,
        note: String,
    }
}

impl ProvenanceFile {
    /// The provenance of the engine, checked.
    pub(super) fn convert(self, check: &mut Check<'_, '_>, layer: &Layer) -> Option<Provenance> {
        let source = check.need_text("source", self.source);
        let as_of = check.need("as_of", self.as_of);
        let as_of = check.past_date("as_of", as_of);
        let quality = check
            .need("quality", self.quality)
            .map(engine::Quality::from);
        let note = check.text("note", self.note);

        let mut fields = Vec::new();
        for (field, sourcing) in self.sources.unwrap_or_default() {
            if !is_field(check, &field) {
                check.entry_fault(
                    "sources",
                    &field,
                    FaultKind::UnknownField {
                        found: field.clone(),
                    },
                );
            }
            fields.extend(own_sourcing(check, &field, sourcing).map(|sourcing| (field, sourcing)));
        }
        let record = Sourcing {
            source: source?,
            as_of: as_of?,
            quality: quality?,
            note,
        };
        for (list, paths, quality) in [
            ("assumed", self.assumed, engine::Quality::Assumed),
            ("weak", self.weak, engine::Quality::Weak),
        ] {
            for (place, field) in paths.unwrap_or_default().into_iter().enumerate() {
                if !is_field(check, &field) {
                    let kind = FaultKind::UnknownField {
                        found: field.clone(),
                    };
                    check.fault(&format!("{list}[{place}]"), kind);
                }
                fields.push((
                    field,
                    Sourcing {
                        quality,
                        note: None,
                        ..record.clone()
                    },
                ));
            }
        }
        fields.sort_by(|(one, _): &(String, Sourcing), (other, _)| one.cmp(other));
        Some(Provenance {
            record,
            fields,
            layer: layer.clone(),
        })
    }

    /// The keys that a provenance has in a file.
    pub(super) fn of(provenance: &Provenance) -> ProvenanceFile {
        let record = &provenance.record;
        let is_short = |sourcing: &Sourcing, quality| {
            sourcing.quality == quality
                && sourcing.note.is_none()
                && sourcing.source == record.source
                && sourcing.as_of == record.as_of
        };
        let mut sources = BTreeMap::new();
        let mut assumed = Vec::new();
        let mut weak = Vec::new();
        for (field, sourcing) in &provenance.fields {
            if is_short(sourcing, engine::Quality::Assumed) {
                assumed.push(field.clone());
            } else if is_short(sourcing, engine::Quality::Weak) {
                weak.push(field.clone());
            } else {
                let own = SourcingFile {
                    source: Some(sourcing.source.clone()),
                    as_of: Some(sourcing.as_of.to_string()),
                    quality: Some(sourcing.quality.into()),
                    note: sourcing.note.clone(),
                };
                sources.insert(field.clone(), own);
            }
        }
        ProvenanceFile {
            source: Some(record.source.clone()),
            as_of: Some(record.as_of.to_string()),
            quality: Some(record.quality.into()),
            note: record.note.clone(),
            sources: (!sources.is_empty()).then_some(sources),
            assumed: listed(&assumed),
            weak: listed(&weak),
        }
    }
}

/// Whether the record has the field, or the field stands for several that it has.
fn is_field(check: &Check<'_, '_>, field: &str) -> bool {
    match field {
        "price" if check.has("price_base_usd") => true,
        "specs" if check.has("memory_gb") => true,
        _ => !field.is_empty() && check.has(field),
    }
}

fn own_sourcing(check: &mut Check<'_, '_>, field: &str, file: SourcingFile) -> Option<Sourcing> {
    let missing = [
        (
            "source",
            file.source
                .as_ref()
                .is_none_or(|source| source.trim().is_empty()),
        ),
        ("as_of", file.as_of.is_none()),
        ("quality", file.quality.is_none()),
    ];
    for (key, is_missing) in missing {
        if is_missing {
            check.entry_fault(
                "sources",
                field,
                FaultKind::MissingKey {
                    key: key.to_owned(),
                },
            );
        }
    }
    let text = file.as_of?;
    let Ok(as_of) = weighbridge_units::PartialDate::parse(&text) else {
        check.entry_fault("sources", field, FaultKind::BadDate { found: text });
        return None;
    };
    if let Some(kind) = check.future(as_of) {
        check.entry_fault("sources", field, kind);
    }
    Some(Sourcing {
        source: file.source?,
        as_of,
        quality: file.quality?.into(),
        note: file.note,
    })
}
