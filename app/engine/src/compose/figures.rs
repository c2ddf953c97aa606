//! Figures copied from records of the catalogue, or computed from them.

use crate::catalogue::{Assumption, Provenance, Quality};
use crate::figure::{Figure, Origin, PresetOrigin, Range, RangeReading};

/// A figure copied from a field of a record.
pub(super) fn preset(value: f64, record: &str, field: &str, provenance: &Provenance) -> Figure {
    let sourcing = provenance.of(field);
    Figure {
        value,
        origin: Origin::Preset(PresetOrigin {
            record: record.to_owned(),
            field: field.to_owned(),
            source: sourcing.source.clone(),
            as_of: sourcing.as_of,
            quality: sourcing.quality,
        }),
        range: None,
    }
}

/// The same figure with low and high, where they say something.
pub(super) fn with_range(
    mut figure: Figure,
    range: Option<(f64, f64)>,
    reading: RangeReading,
) -> Figure {
    if let Some((low, high)) = range
        && low < high
    {
        figure.range = Some(Range::new(low, high, reading));
    }
    figure
}

/// A figure copied from an assumption, with its range and the quantity it is a value of.
pub(super) fn assumed(assumption: &Assumption) -> Figure {
    let record = assumption.id.as_str();
    let figure = preset(assumption.base, record, "base", &assumption.provenance);
    let mut figure = with_range(figure, assumption.range, assumption.reading);
    if let Some(range) = &mut figure.range {
        range.quantity.clone_from(&assumption.quantity);
    }
    figure
}

/// Marks a figure as computed from its record, unless the record itself is doubtful.
pub(super) fn mark_derived(figure: &mut Figure) {
    if let Origin::Preset(origin) = &mut figure.origin
        && !origin.quality.is_doubtful()
    {
        origin.quality = Quality::Derived;
    }
}

/// A figure that a method estimates without saying how far off it may be.
pub(super) fn estimated(value: f64, method: &str) -> Figure {
    Figure {
        value,
        origin: Origin::Estimated {
            method: method.to_owned(),
            error_share: None,
        },
        range: None,
    }
}
