//! Makes the option that a file names by records of the catalogue.

use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::{
    Catalogue, HardwareId, ModelId, PriceId, RentId, WeightFormat,
};
use weighbridge_engine::compose::{
    ComposeError, api_option, device_option, model_facts, owned_option, rented_option,
};
use weighbridge_engine::scenario::{DecisionOption, Deployment, ModelFacts};
use weighbridge_units::PartialDate;

use super::reader::Reader;
use super::value::Value;
use crate::faults::FaultKind;

/// An id of the catalogue and where the file names it.
#[derive(Debug, Clone)]
pub(super) struct Named<'v> {
    pub(super) id: String,
    pub(super) value: &'v Value,
    pub(super) path: String,
}

impl<'v> Named<'v> {
    /// Reads the id at a value.
    pub(super) fn read(
        reader: &mut Reader<'_>,
        (value, path): (&'v Value, String),
    ) -> Option<Named<'v>> {
        let id = reader.text(value, &path)?;
        Some(Named { id, value, path })
    }
}

/// The records that an option names.
#[derive(Debug, Clone)]
pub(super) enum Reference<'v> {
    /// A price of tokens.
    Price(Named<'v>),
    /// A rent of accelerators, for a model in a format.
    Rent {
        rent: Named<'v>,
        model: Named<'v>,
        format: Named<'v>,
    },
    /// A machine, for a model in a format.
    Hardware {
        hardware: Named<'v>,
        model: Named<'v>,
        format: Named<'v>,
    },
}

/// The option made of the records it names; nothing, with faults, where some are missing.
pub(super) fn resolve(
    reader: &mut Reader<'_>,
    scenario: &Scenario,
    catalogue: &Catalogue,
    deployment: Deployment,
    reference: &Reference<'_>,
) -> Option<DecisionOption> {
    let on = (scenario, catalogue);
    match reference {
        Reference::Price(price) => {
            let id = PriceId::new(price.id.clone());
            let record = catalogue.records().prices.iter().find(|own| own.id == id);
            check(reader, price, "price", record.is_some())?;
            if let Some(record) = record {
                let term = (record.start(), record.effective_until);
                check_term(reader, price, term, scenario.question.date);
            }
            finish(reader, price, api_option(on.0, on.1, &id))
        }
        Reference::Rent {
            rent,
            model,
            format,
        } => {
            let id = RentId::new(rent.id.clone());
            let found = catalogue.records().rents.iter().find(|own| own.id == id);
            let record = check(reader, rent, "rent", found.is_some());
            if let Some(found) = found {
                let term = (found.start(), found.effective_until);
                check_term(reader, rent, term, scenario.question.date);
            }
            let model_id = check_model(reader, catalogue, model);
            let format = read_format(reader, format);
            record?;
            let made = rented_option(on.0, on.1, &model_id?, format?, &id);
            finish(reader, model, made)
        }
        Reference::Hardware {
            hardware,
            model,
            format,
        } => {
            let known = catalogue.hardware(&hardware.id).is_some();
            let record = check(reader, hardware, "hardware", known);
            let model_id = check_model(reader, catalogue, model);
            let format = read_format(reader, format);
            record?;
            let id = HardwareId::new(hardware.id.clone());
            let made = if deployment == Deployment::OnDevice {
                device_option(on.0, on.1, &model_id?, format?, &id)
            } else {
                owned_option(on.0, on.1, &model_id?, format?, &id)
            };
            finish(reader, model, made)
        }
    }
}

/// Notes a record that the catalogue lacks.
fn check(reader: &mut Reader<'_>, named: &Named<'_>, kind: &str, known: bool) -> Option<()> {
    if !known {
        let kind = FaultKind::UnknownReference {
            kind: kind.to_owned(),
            id: named.id.clone(),
        };
        reader.fault(named.value.place, &named.path, kind);
    }
    known.then_some(())
}

/// Notes a record that does not hold at the date of the case: a file may name any, and it may be
/// meant.
fn check_term(
    reader: &mut Reader<'_>,
    named: &Named<'_>,
    (from, until): (PartialDate, Option<PartialDate>),
    date: PartialDate,
) {
    let day = date.earliest();
    let kind = match until {
        // A month or a year holds many days, and the record may begin on one of them.
        _ if from.earliest() > date.latest() => FaultKind::NotYetInForce { date, from },
        Some(until) if until.earliest() <= day => FaultKind::NoLongerInForce { date, until },
        _ => return,
    };
    reader.fault(named.value.place, &named.path, kind);
}

fn check_model(
    reader: &mut Reader<'_>,
    catalogue: &Catalogue,
    named: &Named<'_>,
) -> Option<ModelId> {
    let known = catalogue.model(&named.id).is_some();
    check(reader, named, "model", known)?;
    Some(ModelId::new(named.id.clone()))
}

/// Notes why the records do not make an option at the name of the model.
fn finish(
    reader: &mut Reader<'_>,
    model: &Named<'_>,
    made: Result<DecisionOption, ComposeError>,
) -> Option<DecisionOption> {
    match made {
        Ok(option) => Some(option),
        Err(error) => {
            let kind = FaultKind::NotComposed(error);
            reader.fault(model.value.place, &model.path, kind);
            None
        }
    }
}

/// What the catalogue says about a model, for an option that spells out everything else.
pub(super) fn facts_of(
    reader: &mut Reader<'_>,
    catalogue: &Catalogue,
    model: &Named<'_>,
) -> Option<ModelFacts> {
    let found = catalogue.model(&model.id);
    check(reader, model, "model", found.is_some())?;
    found.map(model_facts)
}

fn read_format(reader: &mut Reader<'_>, format: &Named<'_>) -> Option<WeightFormat> {
    let known = WeightFormat::from_name(&format.id);
    if known.is_none() {
        let kind = FaultKind::UnknownName {
            found: format.id.clone(),
            allowed: WeightFormat::ALL
                .iter()
                .map(|format| format.name().to_owned())
                .collect(),
        };
        reader.fault(format.value.place, &format.path, kind);
    }
    known
}
