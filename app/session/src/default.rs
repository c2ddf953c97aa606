//! What a figure would be had nobody touched it.

use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::{
    Catalogue, HardwareId, ModelId, PriceId, RentId, WeightFormat,
};
use weighbridge_engine::compose::{self, MeasuredMachine};
use weighbridge_engine::figure::{Figure, Origin};
use weighbridge_engine::scenario::{
    Api, DecisionOption, Device, InputPath, OptionId, Owned, Plan, Rented, SelfHosted, Subject,
};
use weighbridge_engine::serving::deployed::hosting_in;
use weighbridge_engine::serving::{Quantity, case_of};

/// The figure at a path as the catalogue gives it: from the records its option names, or a
/// starting value.
///
/// Nothing where nothing stands at the path, or where nobody judges the option by the criterion.
pub(crate) fn default_figure(
    scenario: &Scenario,
    catalogue: &Catalogue,
    path: &InputPath,
) -> Option<Figure> {
    let spec = scenario.spec(path)?;
    let parts: Vec<&str> = path.as_str().split('.').collect();
    match *parts.as_slice() {
        ["participants", _, "weight", criterion] => {
            let criterion = scenario.priorities.criterion(criterion)?;
            return Some(criterion.starting_weight.clone());
        }
        ["criteria", ..] | ["gates", ..] | ["money_axis", _] | ["review", _] => {
            let figure = compose::framework_figure(scenario, catalogue, path);
            return Some(figure.unwrap_or_else(|| Figure::starting(spec)));
        }
        ["options", id, "assessment", criterion] => {
            let option = scenario.option(&OptionId::parse(id)?)?;
            let start = compose::starting_assessments(scenario, option);
            let mut start = start.into_iter();
            return Some(start.find(|found| found.criterion == criterion)?.figure);
        }
        _ => {}
    }
    if let [
        "options",
        _,
        _,
        "kilowatts_per_device" | "kilowatts_per_server",
    ] = *parts
        && let Some(option) = owner(scenario, path)
    {
        let measured = compose::measured_power(scenario, option);
        return Some(measured.unwrap_or_else(|| compose::usual_power(catalogue, option)));
    }
    let mut fresh = compose::new_scenario(catalogue, "", scenario.question.date);
    if let Some(option) = owner(scenario, path) {
        fresh
            .options
            .push(fresh_option(scenario, catalogue, option));
    }
    let figure = fresh.figure(path).cloned();
    Some(figure.unwrap_or_else(|| Figure::starting(spec)))
}

fn owner<'a>(scenario: &'a Scenario, path: &InputPath) -> Option<&'a DecisionOption> {
    let rest = path.as_str().strip_prefix("options.")?;
    scenario.option(&OptionId::parse(rest.split('.').next()?)?)
}

/// The option as it would be made today of the records it names.
fn fresh_option(
    scenario: &Scenario,
    catalogue: &Catalogue,
    option: &DecisionOption,
) -> DecisionOption {
    let mut fresh =
        made_of_records(scenario, catalogue, option).unwrap_or_else(|| starting(catalogue, option));
    fresh.id = option.id.clone();
    if let Some(hosting) = hosting_in(&option.plan)
        && !hosting.engine.is_empty()
    {
        // Chosen besides its records; an option of one kind hosts as the fresh one does.
        let _ = compose::set_engine(catalogue, &mut fresh, &hosting.engine);
        if let Some(bits) = compose::cache_bits(catalogue, option) {
            let _ = compose::set_cache_bits(catalogue, &mut fresh, bits);
        }
    }
    compose::set_customisation(&mut fresh, catalogue, option.customisation_method);
    compose::settle(scenario, fresh)
}

/// An option of the same kind of which nothing is known but starting values.
fn starting(catalogue: &Catalogue, option: &DecisionOption) -> DecisionOption {
    let mut fresh = DecisionOption::new(option.id.clone(), "", untouched(&option.plan));
    compose::apply_starting_values(&mut fresh, catalogue);
    fresh
}

fn made_of_records(
    scenario: &Scenario,
    catalogue: &Catalogue,
    option: &DecisionOption,
) -> Option<DecisionOption> {
    let hosted = |hosting: &SelfHosted| {
        let model = ModelId::new(option.model.as_ref()?.id.clone());
        let format = WeightFormat::from_name(&hosting.weight_format)?;
        Some((
            model,
            format,
            hosting.hardware_id.clone().map(HardwareId::new),
        ))
    };
    let made = match &option.plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => {
            let price = PriceId::new(api.price_id.clone()?);
            compose::api_option(scenario, catalogue, &price)
        }
        Plan::RentedGpu(plan) => {
            let (model, format, _) = hosted(&plan.hosting)?;
            let rent = RentId::new(plan.rent_id.clone()?);
            compose::rented_option(scenario, catalogue, &model, format, &rent)
        }
        Plan::OnPremises(plan) => {
            let (model, format, hardware) = hosted(&plan.hosting)?;
            let on = hardware.or_else(|| any_machine(catalogue))?;
            compose::owned_option(scenario, catalogue, &model, format, &on)
        }
        Plan::OnDevice(plan) => {
            let (model, format, hardware) = hosted(&plan.hosting)?;
            let on = hardware.or_else(|| any_machine(catalogue))?;
            compose::device_option(scenario, catalogue, &model, format, &on)
        }
        Plan::Cascade(_) => return None,
    };
    // What the catalogue no longer has gives way to starting values.
    let mut made = made.ok()?;
    if hosting_in(&option.plan).is_some_and(|hosting| hosting.hardware_id.is_none()) {
        let machine = measured_machine(scenario, option)?;
        compose::set_measured_machine(catalogue, &mut made, &machine).ok()?;
        // Nobody published what it costs, and the machine it was made on first costs something else.
        match (&mut made.plan, starting(catalogue, option).plan) {
            (Plan::OnPremises(plan), Plan::OnPremises(starting)) => plan.owned = starting.owned,
            (Plan::OnDevice(plan), Plan::OnDevice(starting)) => plan.device = starting.device,
            _ => {}
        }
    }
    Some(made)
}

/// A machine that an option is made on before the one that it runs on takes its place.
fn any_machine(catalogue: &Catalogue) -> Option<HardwareId> {
    let records = &catalogue.records().hardware;
    records.first().map(|machine| machine.id.clone())
}

/// The machine of an option that runs on none of the catalogue: as it was measured for the case, or
/// else as the option has it.
fn measured_machine(scenario: &Scenario, option: &DecisionOption) -> Option<MeasuredMachine> {
    let hosting = hosting_in(&option.plan).filter(|it| !it.measured_as.device.is_empty())?;
    let measured = scenario
        .measurements
        .iter()
        .rev()
        .find_map(|one| match &one.subject {
            Subject::Deployment(case) if case.device.id == hosting.measured_as.device => {
                Some((case.device.clone(), one.on))
            }
            _ => None,
        });
    let is_measured = measured.is_some();
    let (device, on) = match measured {
        Some(found) => found,
        None => {
            let case = case_of(scenario, &option.id, Quantity::DecodeAlone)?;
            (case.device, scenario.question.date)
        }
    };
    let rate = &hosting.serving.teraflops_per_gpu.origin;
    Some(MeasuredMachine {
        name: hosting.hardware_name.clone(),
        device,
        on,
        is_measured,
        is_rate_known: is_measured || !matches!(rate, Origin::Estimated { .. }),
    })
}

/// A plan of the same kind and shape with starting values throughout.
fn untouched(plan: &Plan) -> Plan {
    let api = |api: &Api| {
        let mut fresh = Api::default();
        fresh.tiers.resize_with(api.tiers.len(), Default::default);
        let discounts = api.volume_discounts.len();
        fresh
            .volume_discounts
            .resize_with(discounts, Default::default);
        fresh
    };
    match plan {
        Plan::ProprietaryApi(old) => Plan::ProprietaryApi(api(old)),
        Plan::HostedOpenModel(old) => Plan::HostedOpenModel(api(old)),
        Plan::RentedGpu(_) => Plan::RentedGpu(Rented::default()),
        Plan::OnPremises(_) => Plan::OnPremises(Owned::default()),
        Plan::OnDevice(_) => Plan::OnDevice(Device::default()),
        Plan::Cascade(cascade) => {
            let mut fresh = cascade.clone();
            fresh.cascade = Default::default();
            Plan::Cascade(fresh)
        }
    }
}
