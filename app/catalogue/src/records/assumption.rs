//! Assumptions in files.

use weighbridge_engine::catalogue::{Assumption, AssumptionId, Layer};
use weighbridge_engine::figure::RangeReading;

use super::{RecordFile, names, record_file};
use crate::check::{Bounds, Check};

record_file! {
    /// An assumption as it stands in a file.
    AssumptionFile, "Assumption" {
        id: String,
        group: names::AssumptionGroup,
        subject: String,
        unit: names::AssumptionUnit,
        low: f64,
        base: f64,
        high: f64,
        reading: names::Reading,
        quantity: String,
    }
}

const ANY: Bounds = Bounds(0.0, 1e15);
/// A change takes away less than all there is.
const CHANGE: Bounds = Bounds(-0.999, 1e3);

impl RecordFile for AssumptionFile {
    type Record = Assumption;
    const KIND: &'static str = "Assumption";

    fn convert(mut self, check: &mut Check<'_, '_>, layer: &Layer) -> Option<Assumption> {
        let provenance = self.provenance().convert(check, layer);
        let id = check.need_id("id", self.id);
        let group = check.need("group", self.group);
        let subject = check.need_text("subject", self.subject);
        let unit = check.need("unit", self.unit);
        let bounds = if unit == Some(names::AssumptionUnit::ChangePerYear) {
            CHANGE
        } else {
            ANY
        };
        let base = check.need_number("base", self.base, bounds);
        let range = check.range(["low", "high"], self.low, base, self.high, bounds);
        let quantity = match self.quantity {
            Some(quantity) => Some(check.need_id("quantity", Some(quantity))?),
            None => None,
        };
        Some(Assumption {
            id: AssumptionId::new(id?),
            group: group?.into(),
            subject: subject?,
            unit: unit?.into(),
            base: base?,
            range,
            reading: self.reading.map_or(RangeReading::Bounds, Into::into),
            quantity,
            provenance: provenance?,
        })
    }
}

impl From<&Assumption> for AssumptionFile {
    fn from(assumption: &Assumption) -> AssumptionFile {
        AssumptionFile {
            id: Some(assumption.id.to_string()),
            group: Some(assumption.group.into()),
            subject: Some(assumption.subject.clone()),
            unit: Some(assumption.unit.into()),
            low: assumption.range.map(|(low, _)| low),
            base: Some(assumption.base),
            high: assumption.range.map(|(_, high)| high),
            reading: Some(assumption.reading.into()),
            quantity: assumption.quantity.clone(),
            ..AssumptionFile::default()
        }
        .with_provenance(&assumption.provenance)
    }
}
