//! Records of the user's own: a price list, a model, or a machine that the catalogue lacks.
//!
//! They are made as records of the catalogue, so that an option is made of them as of any other,
//! and can be kept among the user's presets.
//! In the option their figures are entered ones.

use weighbridge_engine::catalogue::{
    ApiPrice, Catalogue, CommercialUse, Hardware, HardwareClass, HardwareId, HardwarePrice,
    Licence, Model, ModelId, PriceId, PriceKind, Provenance, Provider, ProviderClass, ProviderId,
    Records, Rent, RentId, Term, Weights,
};
use weighbridge_engine::figure::{Figure, FigureGroup, Origin};
use weighbridge_engine::scenario::{DecisionOption, OptionId, Plan, SelfHosted};
use weighbridge_units::PartialDate;

/// What is typed into the forms. Numbers hold what was last understood.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Form {
    /// Name of the model.
    pub(super) model: String,
    /// Who sells it, or rents the machine out.
    pub(super) provider: String,
    /// Name of the machine.
    pub(super) machine: String,
    /// Longest input and output together, in tokens; 0 where unknown.
    pub(super) context_tokens: f64,
    /// Dollars for a million tokens of input.
    pub(super) input_usd: f64,
    /// Dollars for a million tokens of input read from a cache.
    pub(super) cached_input_usd: f64,
    /// Dollars for a million tokens of output.
    pub(super) output_usd: f64,
    /// All weights, in 10⁹.
    pub(super) parameters_billion: f64,
    /// Weights used for one token, in 10⁹.
    pub(super) active_billion: f64,
    /// Memory of one accelerator, in 10⁹ bytes.
    pub(super) memory_gigabytes: f64,
    /// Memory bandwidth of one accelerator, in 10⁹ bytes a second.
    pub(super) bandwidth_gigabytes_per_second: f64,
    /// Dense BF16 rate of one accelerator, in 10¹² operations a second; 0 where unknown.
    pub(super) teraflops: f64,
    /// Accelerators in the unit as sold.
    pub(super) gpus: f64,
    /// Power of the unit under load, in kilowatts; 0 where unknown.
    pub(super) kilowatts: f64,
    /// Dollars for the unit, or for an hour of one accelerator.
    pub(super) price_usd: f64,
    /// Also among the user's presets.
    pub(super) is_kept: bool,
}

impl Default for Form {
    fn default() -> Form {
        Form {
            model: String::new(),
            provider: String::new(),
            machine: String::new(),
            context_tokens: 0.0,
            input_usd: 0.0,
            cached_input_usd: 0.0,
            output_usd: 0.0,
            parameters_billion: 8.0,
            active_billion: 8.0,
            memory_gigabytes: 80.0,
            bandwidth_gigabytes_per_second: 2_000.0,
            teraflops: 0.0,
            gpus: 1.0,
            kilowatts: 0.0,
            price_usd: 0.0,
            is_kept: false,
        }
    }
}

impl Form {
    /// A price list with its model and seller.
    pub(super) fn price(
        &self,
        catalogue: &Catalogue,
        weights: Weights,
        sourcing: &Provenance,
    ) -> (Records, PriceId) {
        let model = self.own_model(catalogue, weights, sourcing, None);
        let (mut records, id) = self.price_of(catalogue, &model, sourcing);
        records.models.push(model);
        (records, id)
    }

    /// A price list of a model that is there already.
    pub(super) fn price_of(
        &self,
        catalogue: &Catalogue,
        model: &Model,
        sourcing: &Provenance,
    ) -> (Records, PriceId) {
        let (provider, new) = self.own_provider(catalogue, ProviderClass::Host, sourcing);
        let price = ApiPrice {
            id: PriceId::new(format!(
                "own/{}/{}/{}",
                provider, model.id, sourcing.record.as_of
            )),
            provider,
            model: model.id.clone(),
            offer: None,
            name_at_provider: None,
            format: None,
            kind: PriceKind::List,
            effective_from: None,
            effective_until: None,
            input_usd_per_mtok: self.input_usd,
            output_usd_per_mtok: self.output_usd,
            cached_input_usd_per_mtok: (self.cached_input_usd > 0.0)
                .then_some(self.cached_input_usd),
            cache_write_usd_per_mtok: None,
            batch: None,
            tiers: Vec::new(),
            provenance: sourcing.clone(),
        };
        let chosen = price.id.clone();
        let records = Records {
            providers: new.into_iter().collect(),
            prices: vec![price],
            ..Records::default()
        };
        (records, chosen)
    }

    /// A model whose weights the client has.
    pub(super) fn open_model(
        &self,
        catalogue: &Catalogue,
        sourcing: &Provenance,
    ) -> (Records, ModelId) {
        let size = Some((self.parameters_billion, self.active_billion));
        let model = self.own_model(catalogue, Weights::Open, sourcing, size);
        let id = model.id.clone();
        (
            Records {
                models: vec![model],
                ..Records::default()
            },
            id,
        )
    }

    /// A machine, owned or in users' hands.
    pub(super) fn machine(
        &self,
        catalogue: &Catalogue,
        class: HardwareClass,
        sourcing: &Provenance,
    ) -> (Records, HardwareId) {
        let price = HardwarePrice {
            low_usd: self.price_usd,
            base_usd: self.price_usd,
            high_usd: self.price_usd,
            kind: None,
        };
        let hardware = Hardware {
            price: Some(price),
            ..self.own_hardware(catalogue, class, sourcing)
        };
        let id = hardware.id.clone();
        (
            Records {
                hardware: vec![hardware],
                ..Records::default()
            },
            id,
        )
    }

    /// A rent with its machine and who rents it out.
    pub(super) fn rent(&self, catalogue: &Catalogue, sourcing: &Provenance) -> (Records, RentId) {
        let hardware = self.own_hardware(catalogue, HardwareClass::Datacentre, sourcing);
        let (provider, new) = self.own_provider(catalogue, ProviderClass::Neocloud, sourcing);
        let rent = Rent {
            id: RentId::new(format!("{}/{}/on-demand", provider, hardware.id)),
            provider,
            hardware: hardware.id.clone(),
            term: Term::OnDemand,
            instance: None,
            gpus_per_instance: 1,
            region: None,
            usd_per_gpu_hour: self.price_usd,
            range_usd_per_gpu_hour: None,
            effective_from: None,
            effective_until: None,
            provenance: sourcing.clone(),
        };
        let id = rent.id.clone();
        let records = Records {
            hardware: vec![hardware],
            providers: new.into_iter().collect(),
            rents: vec![rent],
            ..Records::default()
        };
        (records, id)
    }

    fn own_model(
        &self,
        catalogue: &Catalogue,
        weights: Weights,
        sourcing: &Provenance,
        size: Option<(f64, f64)>,
    ) -> Model {
        let name = self.model.trim();
        let taken = |id: &str| catalogue.model(id).is_some();
        Model {
            id: ModelId::new(own_id(name, taken)),
            name: name.to_owned(),
            vendor: self.provider.trim().to_owned(),
            family: own_id(name, |_| false),
            aliases: Vec::new(),
            weights,
            licence: Licence {
                name: String::new(),
                commercial_use: CommercialUse::Unknown,
                clauses: Vec::new(),
                text: None,
            },
            released: None,
            sold_from: None,
            sold_until: None,
            successor: None,
            tier: None,
            context_tokens: (self.context_tokens > 0.0).then_some(self.context_tokens as u64),
            output_tokens_max: None,
            languages: Vec::new(),
            parameters_total_b: size.map(|(total, _)| total),
            parameters_active_b: size.map(|(_, active)| active),
            native_format: None,
            shapes: None,
            provenance: sourcing.clone(),
        }
    }

    /// The seller of this name in the catalogue, or a new one.
    fn own_provider(
        &self,
        catalogue: &Catalogue,
        class: ProviderClass,
        sourcing: &Provenance,
    ) -> (ProviderId, Option<Provider>) {
        let name = self.provider.trim();
        if let Some(known) = catalogue.provider(name) {
            return (known.id.clone(), None);
        }
        let id = ProviderId::new(own_id(name, |_| false));
        let provider = Provider {
            id: id.clone(),
            name: name.to_owned(),
            class,
            aliases: Vec::new(),
            country: None,
            provenance: sourcing.clone(),
        };
        (id, Some(provider))
    }

    fn own_hardware(
        &self,
        catalogue: &Catalogue,
        class: HardwareClass,
        sourcing: &Provenance,
    ) -> Hardware {
        let name = self.machine.trim();
        let taken = |id: &str| catalogue.hardware(id).is_some();
        let known = |value: f64| (value > 0.0).then_some(value);
        Hardware {
            id: HardwareId::new(own_id(name, taken)),
            name: name.to_owned(),
            vendor: String::new(),
            class,
            aliases: Vec::new(),
            gpus: self.gpus.max(1.0) as u32,
            accelerator: None,
            memory_gb: self.memory_gigabytes,
            usable_memory_share: 1.0,
            memory_type: None,
            bandwidth_gb_s: self.bandwidth_gigabytes_per_second,
            bf16_tflops: known(self.teraflops),
            fp8_tflops: None,
            fp4_tflops: None,
            int8_tops: None,
            measured_bf16_tflops: None,
            link: None,
            tdp_w: known(self.kilowatts * 1_000.0),
            all_in_kw_per_gpu: None,
            price: None,
            provenance: sourcing.clone(),
        }
    }
}

/// An id made of a name that nothing has yet.
fn own_id(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let stem = format!("own-{}", OptionId::from_name(name));
    if !taken(&stem) {
        return stem;
    }
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    numbered.into_iter().find(|id| !taken(id)).unwrap_or(stem)
}

/// Adds records to others.
pub(super) fn join(records: &mut Records, more: Records) {
    records.models.extend(more.models);
    records.providers.extend(more.providers);
    records.prices.extend(more.prices);
    records.hardware.extend(more.hardware);
    records.rents.extend(more.rents);
}

/// Whether there is nothing in it that a form makes.
pub(super) fn is_empty(records: &Records) -> bool {
    *records == Records::default()
}

/// Marks the figures that came from `records` as entered on `today`.
///
/// The option goes on naming those records where they are kept among the presets, and names
/// none where they are not.
pub(super) fn mark_entered(
    option: &mut DecisionOption,
    records: &Records,
    today: PartialDate,
    are_kept: bool,
) {
    let ids = Ids::of(records);
    let DecisionOption {
        quality,
        licence,
        plan,
        ..
    } = option;
    ids.mark(quality, today);
    ids.mark(licence, today);
    match plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => {
            ids.mark(&mut api.token_plan, today);
            forget(&mut api.price_id, &ids, are_kept);
        }
        Plan::RentedGpu(plan) => {
            ids.mark(&mut plan.rented, today);
            forget(&mut plan.rent_id, &ids, are_kept);
            mark_hosting(&mut plan.hosting, &ids, today, are_kept);
        }
        Plan::OnPremises(plan) => {
            ids.mark(&mut plan.owned, today);
            mark_hosting(&mut plan.hosting, &ids, today, are_kept);
        }
        Plan::OnDevice(plan) => {
            ids.mark(&mut plan.device, today);
            mark_hosting(&mut plan.hosting, &ids, today, are_kept);
        }
        Plan::Cascade(_) => (),
    }
}

fn mark_hosting(hosting: &mut SelfHosted, ids: &Ids, today: PartialDate, are_kept: bool) {
    ids.mark(&mut *hosting.serving, today);
    forget(&mut hosting.hardware_id, ids, are_kept);
}

fn forget(place: &mut Option<String>, ids: &Ids, are_kept: bool) {
    if !are_kept && place.as_ref().is_some_and(|id| ids.0.contains(id)) {
        *place = None;
    }
}

struct Ids(Vec<String>);

impl Ids {
    fn of(records: &Records) -> Ids {
        let models = records.models.iter().map(|record| record.id.to_string());
        let prices = records.prices.iter().map(|record| record.id.to_string());
        let hardware = records.hardware.iter().map(|record| record.id.to_string());
        let rents = records.rents.iter().map(|record| record.id.to_string());
        Ids(models.chain(prices).chain(hardware).chain(rents).collect())
    }

    fn mark<G: FigureGroup>(&self, group: &mut G, today: PartialDate) {
        for spec in G::SPECS {
            let Some(figure) = group.get_mut(spec.name) else {
                continue;
            };
            if let Origin::Preset(preset) = &figure.origin
                && self.0.contains(&preset.record)
            {
                *figure = Figure {
                    origin: Origin::Entered {
                        by: None,
                        on: Some(today),
                    },
                    ..figure.clone()
                };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use super::*;
    use weighbridge_engine::Scenario;
    use weighbridge_engine::catalogue::WeightFormat;
    use weighbridge_engine::compose;
    use weighbridge_engine::scenario::InputPath;

    fn catalogue() -> Catalogue {
        weighbridge_catalogue::built_in().unwrap().0
    }

    fn sourcing(day: &str) -> Provenance {
        Provenance::entered("by hand", PartialDate::parse(day).unwrap(), "")
    }

    #[test]
    fn a_price_of_ones_own_becomes_an_option_of_entered_figures() {
        let (catalogue, sourcing) = (catalogue(), sourcing("2026-11-24"));
        let form = Form {
            model: "House model".to_owned(),
            provider: "House".to_owned(),
            input_usd: 0.4,
            output_usd: 1.6,
            ..Form::default()
        };
        let (records, id) = form.price(&catalogue, Weights::Closed, &sourcing);
        let mut scenario = Scenario::new("Test", sourcing.record.as_of);
        let wider = catalogue.layered(records.clone());
        let mut option = compose::api_option(&scenario, &wider, &id).unwrap();
        mark_entered(&mut option, &records, sourcing.record.as_of, false);
        let at = |name: &str| InputPath::new(format!("options.{}.token_plan.{name}", option.id));
        let (input, cached) = (
            at("input_usd_per_million_tokens"),
            at("cached_input_usd_per_million_tokens"),
        );
        scenario.options.push(option);
        for (path, value) in [(input, 0.4), (cached, 0.4)] {
            let figure = scenario.figure(&path).unwrap();
            assert_eq!(figure.value, value, "{path}");
            assert!(
                matches!(figure.origin, Origin::Entered { on: Some(_), .. }),
                "{path}: {figure:?}"
            );
        }
        let Plan::ProprietaryApi(api) = &scenario.options[0].plan else {
            panic!("an API");
        };
        assert_eq!((api.provider.as_str(), &api.price_id), ("House", &None));
    }

    #[test]
    fn a_machine_of_ones_own_carries_a_model_of_the_catalogue() {
        let (catalogue, sourcing) = (catalogue(), sourcing("2026-11-24"));
        let form = Form {
            machine: "Cellar box".to_owned(),
            memory_gigabytes: 141.0,
            price_usd: 123_456.0,
            gpus: 4.0,
            kilowatts: 3.0,
            ..Form::default()
        };
        let (records, id) = form.machine(&catalogue, HardwareClass::System, &sourcing);
        let scenario = Scenario::new("Test", sourcing.record.as_of);
        let wider = catalogue.layered(records.clone());
        let model = ModelId::new("llama-3.3-70b-instruct");
        let mut option =
            compose::owned_option(&scenario, &wider, &model, WeightFormat::Fp8, &id).unwrap();
        mark_entered(&mut option, &records, sourcing.record.as_of, true);
        let Plan::OnPremises(plan) = &option.plan else {
            panic!("an owned server");
        };
        assert_eq!(plan.hosting.hardware_id.as_deref(), Some("own-cellar-box"));
        let price = &plan.owned.server_price_usd;
        assert_eq!(price.value, 123_456.0);
        assert!(matches!(price.origin, Origin::Entered { .. }));
        let weights = &plan.hosting.serving.parameters_total_billion;
        assert!(
            matches!(weights.origin, Origin::Preset(_)),
            "the model is the catalogue's"
        );
        mark_entered(&mut option, &records, sourcing.record.as_of, false);
        let Plan::OnPremises(plan) = &option.plan else {
            panic!("an owned server");
        };
        assert_eq!(plan.hosting.hardware_id, None);
    }

    #[test]
    fn an_id_gives_way_to_one_that_is_taken() {
        assert_eq!(own_id("Cellar box", |_| false), "own-cellar-box");
        let taken = ["own-cellar-box", "own-cellar-box-2"];
        assert_eq!(
            own_id("Cellar box", |id| taken.contains(&id)),
            "own-cellar-box-3"
        );
    }
}
