//! What the window works with from its start: catalogue, samples, recent files, unsaved work.
//!
//! It is read on a thread of its own while the first frame is drawn.

use std::sync::Arc;

use weighbridge_catalogue::{built_in, scenario};
use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::{
    Catalogue, HardwareId, ModelId, PriceId, RentId, Term, WeightFormat,
};
use weighbridge_engine::compose;
use weighbridge_engine::scenario::Plan;
use weighbridge_session::files::{Folders, Journal, Recent, Recovered, load_presets};
use weighbridge_units::{Describe as _, Message, PartialDate};

/// Everything that is read at the start.
#[derive(Debug)]
pub(super) struct Stock {
    /// The built-in records with the user's own.
    pub(super) catalogue: Arc<Catalogue>,
    /// The built-in sample cases.
    pub(super) samples: Vec<Sample>,
    /// What is wrong with the user's presets; the rest of them is used.
    pub(super) preset_faults: Vec<Message>,
    /// The files opened last.
    pub(super) recent: Recent,
    /// Unsaved work that earlier runs left behind, latest first.
    pub(super) recovered: Vec<Recovered>,
}

/// A sample case.
#[derive(Debug, Clone)]
pub(super) struct Sample {
    /// What stands before the extension of its file.
    pub(super) name: String,
    /// The case.
    pub(super) scenario: Scenario,
    /// Where its models run.
    pub(super) place: Place,
}

/// Where the models of a sample run: it stands under this heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At a provider.
    Cloud,
    /// On servers of one's own, among others.
    OnPremises,
    /// On the device, among others.
    Laptop,
}

impl Place {
    /// Every place, in the order of the first screen.
    pub(super) const ALL: [Place; 3] = [Place::Cloud, Place::OnPremises, Place::Laptop];

    /// The key of its heading.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Place::Cloud => "start-place-cloud",
            Place::OnPremises => "start-place-on-premises",
            Place::Laptop => "start-place-laptop",
        }
    }

    fn of(scenario: &Scenario) -> Place {
        let any = |wanted: fn(&Plan) -> bool| {
            let mut options = scenario.options.iter();
            options.any(|option| wanted(&option.plan))
        };
        if any(|plan| matches!(plan, Plan::OnDevice(_))) {
            Place::Laptop
        } else if any(|plan| matches!(plan, Plan::OnPremises(_))) {
            Place::OnPremises
        } else {
            Place::Cloud
        }
    }
}

impl Stock {
    /// Reads everything; the user's part only where there are folders for it.
    ///
    /// # Errors
    /// What is wrong with the built-in catalogue; its test keeps that from happening.
    pub(super) fn read(folders: Option<&Folders>, today: PartialDate) -> Result<Stock, Message> {
        let (catalogue, preset_faults) = catalogue(folders, today)?;
        Ok(Stock {
            samples: samples(&catalogue),
            preset_faults,
            recent: folders.map_or_else(Recent::default, |folders| Recent::load(&folders.recent())),
            recovered: folders.map_or_else(Vec::new, |folders| {
                Journal::left_in(&folders.recovery(), &catalogue)
            }),
            catalogue: Arc::new(catalogue),
        })
    }
}

/// The built-in catalogue with the user's presets over it, and what is wrong with those.
///
/// # Errors
/// What is wrong with the built-in catalogue.
pub(super) fn catalogue(
    folders: Option<&Folders>,
    today: PartialDate,
) -> Result<(Catalogue, Vec<Message>), Message> {
    let (catalogue, _) = built_in().map_err(|faults| {
        let first = faults.first().map(|fault| fault.message());
        first.unwrap_or_else(|| Message::new("window-broke-off"))
    })?;
    let Some(folders) = folders else {
        return Ok((catalogue, Vec::new()));
    };
    let users = load_presets(&folders.presets(), &catalogue, today);
    let faults = users.faults.iter().filter(|fault| fault.is_error());
    let mut messages: Vec<Message> = faults.map(|fault| fault.message()).collect();
    messages.extend(users.unreadable.iter().map(|error| error.message()));
    Ok((users.catalogue, messages))
}

/// The samples that can be read; a test holds that all can.
fn samples(catalogue: &Catalogue) -> Vec<Sample> {
    let files = weighbridge_catalogue::sample_files();
    let read = files.iter().filter_map(|file| {
        let scenario = scenario::read(&file.path, file.text, catalogue)
            .ok()?
            .scenario;
        let name = file.path.rsplit('/').next()?.split('.').next()?;
        Some(Sample {
            name: name.to_owned(),
            place: Place::of(&scenario),
            scenario,
        })
    });
    read.collect()
}

/// The model of the interface in a new comparison.
const API_MODEL: &str = "gpt-6.1-sol";
/// The open model in a new comparison, and the format in which it is hosted.
const OPEN_MODEL: (&str, WeightFormat) = ("llama-3.3-70b-instruct", WeightFormat::Fp8);
/// The accelerator that is rented in a new comparison.
const ACCELERATOR: &str = "h100-sxm";

/// A typical workload with one interface, one hosted and one rented option, at a date.
///
/// # Errors
/// Why it cannot be made, where the user's presets took away what it needs.
pub(super) fn comparison(
    catalogue: &Catalogue,
    title: &str,
    date: PartialDate,
) -> Result<Scenario, Message> {
    let lacks = |what: &'static str| Message::new("start-comparison-lacks").with("record", what);
    let cheapest = |model: &'static str| -> Result<PriceId, Message> {
        let prices = catalogue.prices_at(&ModelId::new(model), date);
        prices
            .first()
            .map(|price| price.id.clone())
            .ok_or_else(|| lacks(model))
    };
    let (model, format) = OPEN_MODEL;
    let rents = catalogue.rents(&HardwareId::new(ACCELERATOR), Some(Term::OnDemand), date);
    // The one in the middle: neither a bargain nor a hyperscaler's list price.
    let rent: RentId = rents
        .get(rents.len() / 2)
        .map(|rent| rent.id.clone())
        .ok_or_else(|| lacks(ACCELERATOR))?;
    let rented = (&ModelId::new(model), format, &rent);
    let (api, hosted) = (cheapest(API_MODEL)?, cheapest(model)?);
    compose::new_comparison(catalogue, title, date, &api, &hosted, rented)
        .map_err(|error| error.message())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use weighbridge_engine::evaluate;

    use super::*;

    fn stock() -> Stock {
        let today = PartialDate::parse("2026-11-24").unwrap();
        Stock::read(None, today).unwrap()
    }

    #[test]
    fn every_sample_is_read_and_each_place_has_one() {
        let stock = stock();
        let files = weighbridge_catalogue::sample_files().len();
        assert_eq!(stock.samples.len(), files);
        for place in Place::ALL {
            let mut samples = stock.samples.iter();
            assert!(samples.any(|sample| sample.place == place), "{place:?}");
        }
        let mut samples = stock.samples.iter();
        assert!(samples.any(|sample| sample.name == "support-assistant"));
    }

    #[test]
    fn a_new_comparison_computes_at_once() {
        let stock = stock();
        // The day of the catalogue, and one years later: prices then are the latest known.
        for date in ["2026-11-24", "2029-02-01"] {
            let date = PartialDate::parse(date).unwrap();
            let scenario = comparison(&stock.catalogue, "Title", date).unwrap();
            let outcome = evaluate(&scenario);
            assert_eq!(
                outcome.by_cost().len(),
                3,
                "{date:?}: {:?}",
                outcome.findings
            );
        }
    }
}
