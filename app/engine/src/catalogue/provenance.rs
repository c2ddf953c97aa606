//! Where a fact comes from, how old it is and how far to trust it.

use weighbridge_units::PartialDate;

/// How far to trust a fact, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Quality {
    /// Read on the publisher's own page.
    Published,
    /// Read in somebody's copy of the publisher's page.
    Secondary,
    /// Computed from published figures.
    Derived,
    /// Typed in by the user.
    Entered,
    /// Contradictory, old or of unclear origin.
    Weak,
    /// Published by nobody: a judgement, or from memory.
    Assumed,
}

impl Quality {
    /// Every quality, best first.
    pub const ALL: [Quality; 6] = [
        Quality::Published,
        Quality::Secondary,
        Quality::Derived,
        Quality::Entered,
        Quality::Weak,
        Quality::Assumed,
    ];

    /// The stable key, used in message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Quality::Published => "published",
            Quality::Secondary => "secondary",
            Quality::Derived => "derived",
            Quality::Entered => "entered",
            Quality::Weak => "weak",
            Quality::Assumed => "assumed",
        }
    }

    /// Whether a figure of this quality stays marked wherever it is shown.
    pub const fn is_doubtful(self) -> bool {
        matches!(self, Quality::Weak | Quality::Assumed)
    }
}

/// Which set of presets a record belongs to; the window names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Layer {
    /// Compiled into the program.
    #[default]
    BuiltIn,
    /// Read from the user's own file, whose path this is.
    User(String),
}

/// The source, date and quality of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourcing {
    /// Who published it, with an address where there is one.
    pub source: String,
    /// The day on which the source was read or its figures were valid.
    pub as_of: PartialDate,
    /// How far to trust it.
    pub quality: Quality,
    /// What to know or doubt, in a sentence or two.
    pub note: Option<String>,
}

/// The sourcing of a record, and of those fields that differ from the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The sourcing of every field that is not named in `fields`.
    pub record: Sourcing,
    /// Sourcing by field path, such as `architecture.tied_embeddings`; a path stands for all below it.
    pub fields: Vec<(String, Sourcing)>,
    /// Which set of presets the record belongs to.
    pub layer: Layer,
}

/// Days after which a fact is called old; it stays usable.
pub const OLD_AFTER_DAYS: i64 = 180;

impl Provenance {
    /// A record with one sourcing throughout.
    pub const fn new(record: Sourcing, layer: Layer) -> Provenance {
        Provenance {
            record,
            fields: Vec::new(),
            layer,
        }
    }

    /// A record that somebody typed in on a day, kept in the file at `path`.
    pub fn entered(by: impl Into<String>, on: PartialDate, path: impl Into<String>) -> Provenance {
        let record = Sourcing {
            source: by.into(),
            as_of: on,
            quality: Quality::Entered,
            note: None,
        };
        Provenance::new(record, Layer::User(path.into()))
    }

    /// The sourcing of the field at `path`: that of the longest path given for it, else the record's.
    pub fn of(&self, path: &str) -> &Sourcing {
        self.fields
            .iter()
            .filter(|(own, _)| covers(own, path))
            .max_by_key(|(own, _)| own.len())
            .map_or(&self.record, |(_, sourcing)| sourcing)
    }

    /// Days from the day the record was read until `date`; negative where it was read later.
    /// A date of which only the month or the year is known counts from its first day.
    pub fn age_days(&self, date: PartialDate) -> i64 {
        self.record.as_of.days_until(date)
    }

    /// Whether the record is older than [`OLD_AFTER_DAYS`] at `date`.
    pub fn is_old(&self, date: PartialDate) -> bool {
        self.age_days(date) > OLD_AFTER_DAYS
    }

    /// Whether the record comes from the user's own presets.
    pub const fn is_users(&self) -> bool {
        matches!(self.layer, Layer::User(_))
    }
}

/// Whether the sourcing given for `own` also holds for `path`.
///
/// In hardware records `price` stands for the three prices and `specs` for what the accelerator can do.
fn covers(own: &str, path: &str) -> bool {
    const SPECS: [&str; 8] = [
        "memory_gb",
        "usable_memory_share",
        "bandwidth_gb_s",
        "bf16_tflops",
        "fp8_tflops",
        "fp4_tflops",
        "int8_tops",
        "tdp_w",
    ];
    match own {
        "price" => path.starts_with("price"),
        "specs" => SPECS.contains(&path),
        _ => path
            .strip_prefix(own)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.')),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn sourcing(source: &str, quality: Quality) -> Sourcing {
        let as_of = PartialDate::parse("2026-05-28").unwrap();
        Sourcing {
            source: source.to_owned(),
            as_of,
            quality,
            note: None,
        }
    }

    #[test]
    fn the_longest_path_gives_the_sourcing() {
        let mut provenance = Provenance::new(sourcing("card", Quality::Published), Layer::BuiltIn);
        provenance.fields.push((
            "architecture".to_owned(),
            sourcing("config", Quality::Secondary),
        ));
        provenance.fields.push((
            "architecture.tied_embeddings".to_owned(),
            sourcing("us", Quality::Assumed),
        ));
        provenance
            .fields
            .push(("price".to_owned(), sourcing("street", Quality::Weak)));
        for (path, source) in [
            ("name", "card"),
            ("architecture.layers", "config"),
            ("architecture.tied_embeddings", "us"),
            ("architectures", "card"),
            ("price_low_usd", "street"),
        ] {
            assert_eq!(provenance.of(path).source, source, "{path}");
        }
    }

    #[test]
    fn a_fact_is_old_after_180_days() {
        let provenance = Provenance::new(sourcing("card", Quality::Published), Layer::BuiltIn);
        let at = |text| PartialDate::parse(text).unwrap();
        assert_eq!(provenance.age_days(at("2026-11-24")), 180);
        assert!(!provenance.is_old(at("2026-11-24")));
        assert!(provenance.is_old(at("2026-11-25")));
        assert!(!provenance.is_old(at("2024-11-25")));
    }
}
