//! Published measurements beside one's own: of the same chip, or of the nearest of its class.

use std::sync::LazyLock;

use weighbridge_catalogue::measurements::{Row, published};
use weighbridge_engine::scenario::{Measurement, Subject};
use weighbridge_engine::serving::{Case, Device, Quantity, distance};

/// A published measurement beside one's own of the same quantity.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// What was published.
    pub row: &'static Row,
    /// The figure that was published, in the unit of its quantity.
    pub value: f64,
    /// One's own figure of the same quantity.
    pub own: f64,
    /// How near the hardware is.
    pub hardware: Nearness,
    /// Whether it is the same model.
    pub is_same_model: bool,
    /// Whether weights have as many bits, within a tenth.
    pub is_same_format: bool,
    /// For one user's writing: the share of memory bandwidth that reading the weights takes, as
    /// published and here, where the bandwidth is known. Of hardware that was published it is the
    /// bandwidth of its data sheet, here the one that was measured.
    pub bandwidth_shares: Option<(f64, f64)>,
}

/// How near published hardware is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// It is the same chip.
    SameChip,
    /// It is of the same class, as processors are one.
    SameClass,
    /// It is of another class.
    OtherClass,
}

impl Nearness {
    /// All of them.
    pub const ALL: [Nearness; 3] = [
        Nearness::SameChip,
        Nearness::SameClass,
        Nearness::OtherClass,
    ];

    /// The stable name, as in documents and keys of messages.
    pub const fn key(self) -> &'static str {
        match self {
            Nearness::SameChip => "same-chip",
            Nearness::SameClass => "same-class",
            Nearness::OtherClass => "other-class",
        }
    }

    fn of(own: &Device, other: &Device) -> Nearness {
        if own.id == other.id {
            Nearness::SameChip
        } else if own.class == other.class {
            Nearness::SameClass
        } else {
            Nearness::OtherClass
        }
    }
}

impl Comparison {
    /// One's own figure over the published one; for times the other way round, so that more is
    /// always faster.
    pub fn ratio(&self) -> f64 {
        match self.row.case.quantity {
            Quantity::InterToken | Quantity::TimeToFirstToken => self.value / self.own,
            _ => self.own / self.value,
        }
    }
}

/// Bits of weights that count as the same format differ by less than this share.
const SAME_BITS: f64 = 0.1;

/// What was published of one user alone, beside what was measured on this machine: for each
/// quantity the nearest rows, the same chip before others of its class, among those the same model
/// before others, and then the nearest in the estimator's terms.
///
/// A table of one source may hold many lengths of the same model on the same chip: the nearest of
/// them stands for all.
pub fn compare(measured: &[Measurement], count: usize) -> Vec<Comparison> {
    let mut list = Vec::new();
    for quantity in [Quantity::DecodeAlone, Quantity::Prefill] {
        let own = measured.iter().find_map(|one| match &one.subject {
            Subject::Deployment(case) if case.quantity == quantity => Some((case, one.value)),
            _ => None,
        });
        if let Some((case, value)) = own {
            list.extend(of_case(case, value, count));
        }
    }
    list
}

fn of_case(own: &Case, value: f64, count: usize) -> Vec<Comparison> {
    let mut near: Vec<(Nearness, f64, &'static Row, f64)> = rows()
        .iter()
        .filter(|row| row.case.quantity == own.quantity && row.case.accelerators == 1.0)
        .filter_map(|row| {
            let published = row.value.filter(|value| *value > 0.0)?;
            let hardware = Nearness::of(&own.device, &row.case.device);
            Some((hardware, distance(own, &row.case), row, published))
        })
        .collect();
    let is_other = |row: &Row| row.case.model != own.model;
    near.sort_by(|one, other| {
        one.0
            .cmp(&other.0)
            .then(is_other(one.2).cmp(&is_other(other.2)))
            .then(one.1.total_cmp(&other.1))
    });
    let mut kept: Vec<Comparison> = Vec::new();
    for (hardware, _, row, published) in near {
        let is_told = kept.iter().any(|kept| is_alike(kept.row, row));
        // Where there is any of its class, another class tells nothing more.
        let is_farther = kept.first().is_some_and(|first| {
            hardware == Nearness::OtherClass && first.hardware != Nearness::OtherClass
        });
        if is_told || is_farther {
            continue;
        }
        kept.push(Comparison {
            row,
            value: published,
            own: value,
            hardware,
            is_same_model: row.case.model == own.model,
            is_same_format: (row.case.weight_bits / own.weight_bits - 1.0).abs() < SAME_BITS,
            bandwidth_shares: bandwidth_share(&row.case, published)
                .zip(bandwidth_share(own, value)),
        });
        if kept.len() == count {
            break;
        }
    }
    kept
}

/// The published measurements, read once; none where they cannot be read, which a test excludes.
fn rows() -> &'static [Row] {
    static ROWS: LazyLock<&'static [Row]> = LazyLock::new(|| published().unwrap_or_default());
    *ROWS
}

/// Whether two rows tell of the same model and format on the same chip, by the same source.
fn is_alike(one: &Row, other: &Row) -> bool {
    one.case.device.id == other.case.device.id
        && one.case.model == other.case.model
        && one.case.weight_bits == other.case.weight_bits
        && one.source == other.source
}

/// The share of bandwidth that reading the active weights for every token takes.
fn bandwidth_share(case: &Case, tokens_per_second: f64) -> Option<f64> {
    let read_billion = case.shapes.active_billion - case.shapes.embedding_billion;
    let share =
        read_billion * case.weight_bits / 8.0 * tokens_per_second / case.device.bandwidth_gb_s;
    let is_meant = case.quantity == Quantity::DecodeAlone && share.is_finite() && share > 0.0;
    is_meant.then_some(share)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use weighbridge_catalogue::measurements::{devices, models};
    use weighbridge_engine::scenario::MeasurementKind;

    /// A measurement made of a published row on some device.
    fn measurement(row: &Row, device: Device, value: f64) -> Measurement {
        let case = Case {
            device,
            ..row.case.clone()
        };
        Measurement::new(
            "own".to_owned(),
            MeasurementKind::ThisMachine,
            "2026-11-30".parse().unwrap(),
            String::new(),
            Subject::Deployment(case),
            value,
        )
    }

    fn row(model: &str, device: &str) -> &'static Row {
        let is_it = |row: &&Row| {
            row.case.model == model
                && row.case.device.id == device
                && row.case.quantity == Quantity::DecodeAlone
        };
        published().unwrap().iter().find(is_it).unwrap()
    }

    #[test]
    fn the_same_chip_and_model_come_first() {
        let row = row("Llama-2-7B", "RTX-4090");
        let own = measurement(row, row.case.device.clone(), 2.0 * row.value.unwrap());
        let found = compare(&[own], 3);
        assert_eq!(found[0].row.id, row.id);
        assert!(found[0].is_same_model && found[0].is_same_format);
        assert_eq!(found[0].hardware, Nearness::SameChip);
        assert_eq!(found[0].ratio(), 2.0);
        let (theirs, ours) = found[0].bandwidth_shares.unwrap();
        assert!((ours / theirs - 2.0).abs() < 1e-9 && theirs > 0.2 && theirs < 1.0);
        assert!(found.iter().all(|one| one.hardware == Nearness::SameChip));
    }

    #[test]
    fn hardware_that_nobody_measured_has_the_nearest_of_its_class() {
        let row = row("Llama-3.1-8B", "CPU-Ryzen-5975WX");
        let unknown = Device {
            id: "here: A laptop's processor".to_owned(),
            bandwidth_gb_s: 40.0,
            ..devices().unwrap()["CPU-Ryzen-7950X"].clone()
        };
        let shapes = models().unwrap()["Llama-3.2-1B"];
        let mut own = measurement(row, unknown, 30.0);
        if let Subject::Deployment(case) = &mut own.subject {
            case.shapes = shapes;
            case.model = "Llama-3.2-1B".to_owned();
        }
        let found = compare(&[own], 3);
        assert_eq!(found.len(), 3);
        for one in &found {
            assert_eq!(one.hardware, Nearness::SameClass, "{}", one.row.id);
            assert_eq!(one.row.case.quantity, Quantity::DecodeAlone);
        }
        // The nearest is the only processor on which this model was published.
        assert!(found[0].is_same_model, "{:?}", found[0].row.case);
        let mut ids: Vec<&str> = found.iter().map(|one| one.row.id.as_str()).collect();
        ids.dedup();
        assert_eq!(ids.len(), 3);
    }

    #[test]
    fn every_own_quantity_of_one_user_has_its_own_rows() {
        let row = row("Llama-2-7B", "RTX-4090");
        let decode = measurement(row, row.case.device.clone(), 100.0);
        let mut prefill = decode.clone();
        if let Subject::Deployment(case) = &mut prefill.subject {
            case.quantity = Quantity::Prefill;
        }
        let found = compare(&[decode, prefill], 2);
        let quantities: Vec<Quantity> = found.iter().map(|one| one.row.case.quantity).collect();
        assert_eq!(
            quantities,
            [
                Quantity::DecodeAlone,
                Quantity::DecodeAlone,
                Quantity::Prefill,
                Quantity::Prefill
            ]
        );
        assert!(found[2].bandwidth_shares.is_none());
        assert_eq!(compare(&[], 2), []);
    }
}
