//! How records stand in files, and how they become types of the engine and back.
//!
//! Every key of a file is optional here, so that one reading finds every key that is missing;
//! the conversions say which ones must be there.

mod assumption;
mod hardware;
mod model;
mod names;
mod price;
mod provenance;
mod score;

use serde::Serialize;
use serde::de::DeserializeOwned;
use weighbridge_engine::catalogue::Layer;

use crate::check::Check;

pub(crate) use assumption::AssumptionFile;
pub(crate) use hardware::{HardwareFile, RentFile};
pub(crate) use model::ModelFile;
pub(crate) use price::{ApiPriceFile, ProviderFile};
pub(crate) use score::{BenchmarkFile, ScoreFile, ScoreGroupFile};

/// A record as it stands in a file.
pub(crate) trait RecordFile: DeserializeOwned + Serialize {
    /// The record as the engine knows it.
    type Record;
    /// The name of the kind of record.
    const KIND: &'static str;

    /// The record of the engine, where everything it needs is there; `check` learns what is wrong.
    fn convert(self, check: &mut Check<'_, '_>, layer: &Layer) -> Option<Self::Record>;
}

/// Declares a record as it stands in a file: optional keys, those of the provenance included.
macro_rules! record_file {
    ($(#[$doc:meta])* $name:ident, $kind:literal { $($field:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Default, serde::Deserialize, serde::Serialize)]
        #[serde(rename = $kind, deny_unknown_fields, default)]
        pub(crate) struct $name {
            $(
                #[serde(skip_serializing_if = "Option::is_none")]
                $field: Option<$type>,
            )+
            #[serde(skip_serializing_if = "Option::is_none")]
            source: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            as_of: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            quality: Option<super::names::Quality>,
            #[serde(skip_serializing_if = "Option::is_none")]
            note: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            sources: Option<std::collections::BTreeMap<String, super::provenance::SourcingFile>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            assumed: Option<Vec<String>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            weak: Option<Vec<String>>,
        }

        impl $name {
            /// Takes the keys of the provenance out of the record.
            fn provenance(&mut self) -> super::provenance::ProvenanceFile {
                super::provenance::ProvenanceFile {
                    source: self.source.take(),
                    as_of: self.as_of.take(),
                    quality: self.quality.take(),
                    note: self.note.take(),
                    sources: self.sources.take(),
                    assumed: self.assumed.take(),
                    weak: self.weak.take(),
                }
            }

            /// The record with the keys of a provenance.
            fn with_provenance(self, provenance: &weighbridge_engine::catalogue::Provenance) -> $name {
                let super::provenance::ProvenanceFile { source, as_of, quality, note, sources, assumed, weak } =
                    super::provenance::ProvenanceFile::of(provenance);
                $name { source, as_of, quality, note, sources, assumed, weak, ..self }
            }
        }
    };
}
pub(crate) use record_file;

/// Declares a value inside a record: optional keys.
macro_rules! part_file {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Default, serde::Deserialize, serde::Serialize)]
        #[serde(deny_unknown_fields, default)]
        pub(crate) struct $name {
            $(
                #[serde(skip_serializing_if = "Option::is_none")]
                pub(super) $field: Option<$type>,
            )+
        }
    };
}
pub(crate) use part_file;

/// A list as it stands in a file: absent where it is empty.
pub(crate) fn listed<T: Clone>(list: &[T]) -> Option<Vec<T>> {
    (!list.is_empty()).then(|| list.to_vec())
}
