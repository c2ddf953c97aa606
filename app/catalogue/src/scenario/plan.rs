//! Reads where an option runs and what that costs.

use weighbridge_engine::figure::FigureGroup;
use weighbridge_engine::scenario::{
    Api, Billing, Cascade, CascadeMode, ContextTier, DecisionOption, Deployment, Device,
    MeasuredAs, OptionId, Owned, Plan, PriceLaw, Purchase, Rented, Retirement, SelfHosted,
    Successor, VolumeDiscount,
};
use weighbridge_engine::serving::DeviceClass;

use super::figures::{Sources, read_group, read_whole_group};
use super::names::{THROUGHPUTS, plan_word};
use super::reader::{Keys, Reader};
use super::reference::{Named, Reference};
use super::value::{Form, Value};
use crate::faults::FaultKind;
use crate::spans::Place;

/// Fewest months of useful life that can be set.
const SHORTEST_LIFE_MONTHS: u64 = 6;
/// Most months of useful life that can be set.
const LONGEST_LIFE_MONTHS: u64 = 240;
/// The years an engine can be of.
const ENGINE_YEARS: (f64, f64) = (2000.0, 2200.0);
/// How many times its 32-bit rate a processor may do on bytes.
const BYTE_TIMES: (f64, f64) = (0.0, 1e6);

/// A plan whose kind is known and whose keys are being read.
#[derive(Debug)]
pub(super) struct PlanReading<'v> {
    pub(super) deployment: Deployment,
    pub(super) keys: Keys<'v>,
    pub(super) place: Place,
    pub(super) path: String,
}

/// A fault was noted; there is nothing to go on with.
#[derive(Debug)]
pub(super) struct Noted;

/// The records that a plan names, if it names any.
pub(super) fn read_reference<'v>(
    reader: &mut Reader<'_>,
    plan: &mut PlanReading<'v>,
    model: Option<&Named<'v>>,
) -> Result<Option<Reference<'v>>, Noted> {
    let key = match plan.deployment {
        Deployment::ProprietaryApi | Deployment::HostedOpenModel => "price",
        Deployment::RentedGpu => "rent",
        Deployment::OnPremises | Deployment::OnDevice => "hardware",
        Deployment::Cascade => return Ok(None),
    };
    let Some((value, path)) = plan.keys.take(key) else {
        return Ok(None);
    };
    let record = Named::read(reader, (value, path)).ok_or(Noted)?;
    if key == "price" {
        return Ok(Some(Reference::Price(record)));
    }
    let format = plan.keys.need(reader, "weight_format");
    let format = format.and_then(|found| Named::read(reader, found));
    let Some(model) = model else {
        let key = "model".to_owned();
        let path = plan.path.strip_suffix("plan").unwrap_or_default();
        reader.fault(
            plan.place,
            &format!("{path}model"),
            FaultKind::MissingKey { key },
        );
        return Err(Noted);
    };
    let (model, format) = (model.clone(), format.ok_or(Noted)?);
    Ok(Some(if key == "rent" {
        let rent = record;
        Reference::Rent {
            rent,
            model,
            format,
        }
    } else {
        let hardware = record;
        Reference::Hardware {
            hardware,
            model,
            format,
        }
    }))
}

/// Reads the keys of a plan into the option made of records, or into a new one.
///
/// Faults of all keys are noted even where there is no option to read them into.
pub(super) fn read_plan(
    reader: &mut Reader<'_>,
    mut plan: PlanReading<'_>,
    sources: &Sources,
    made: Option<DecisionOption>,
    id: Option<&OptionId>,
    spelled_out: bool,
) -> Option<DecisionOption> {
    let complete = spelled_out || made.is_some();
    let mut option = match made {
        Some(option) => option,
        None => {
            let id = id.cloned().unwrap_or_else(|| OptionId::from_name(""));
            DecisionOption::new(id, "", empty_plan(plan.deployment))
        }
    };
    if option.deployment() != plan.deployment {
        let kind = FaultKind::UnknownName {
            found: plan_word(plan.deployment).to_owned(),
            allowed: vec![plan_word(option.deployment()).to_owned()],
        };
        reader.fault(plan.place, &plan.path, kind);
        return None;
    }
    let keys = &mut plan.keys;
    let read = match &mut option.plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => {
            read_api(reader, keys, sources, api, spelled_out);
            Some(())
        }
        Plan::RentedGpu(plan) => {
            read_rented(reader, keys, sources, plan, spelled_out);
            Some(())
        }
        Plan::OnPremises(plan) => {
            read_owned(reader, keys, sources, plan, spelled_out);
            Some(())
        }
        Plan::OnDevice(plan) => {
            read_device(reader, keys, sources, plan, spelled_out);
            Some(())
        }
        Plan::Cascade(plan) => read_cascade(reader, keys, sources, plan),
    };
    plan.keys.finish(reader);
    read.filter(|()| complete).map(|()| option)
}

fn empty_plan(deployment: Deployment) -> Plan {
    match deployment {
        Deployment::ProprietaryApi => Plan::ProprietaryApi(Api::default()),
        Deployment::HostedOpenModel => Plan::HostedOpenModel(Api::default()),
        Deployment::RentedGpu => Plan::RentedGpu(Rented::default()),
        Deployment::OnPremises => Plan::OnPremises(Owned::default()),
        Deployment::OnDevice => Plan::OnDevice(Device::default()),
        Deployment::Cascade => Plan::Cascade(Cascade {
            small: OptionId::from_name(""),
            large: None,
            mode: CascadeMode::default(),
            cascade: Default::default(),
        }),
    }
}

/// The id under which a saved option remembers a record; nothing is looked up by it.
fn read_remembered(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    key: &'static str,
    spelled_out: bool,
    place: &mut Option<String>,
) {
    if let Some((value, path)) = keys.take(key) {
        let id = reader.text(value, &path);
        if spelled_out {
            *place = id;
        } else {
            let named = key.trim_end_matches("_id").to_owned();
            let kind = FaultKind::Exclusive {
                keys: vec![named, key.to_owned()],
            };
            reader.fault(value.place, &path, kind);
        }
    }
}

fn read_text(reader: &mut Reader<'_>, keys: &mut Keys<'_>, key: &'static str, place: &mut String) {
    let found = keys.take(key);
    if let Some(text) = found.and_then(|(value, path)| reader.text(value, &path)) {
        *place = text;
    }
}

fn read_api(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    sources: &Sources,
    api: &mut Api,
    spelled_out: bool,
) {
    read_text(reader, keys, "provider", &mut api.provider);
    read_remembered(reader, keys, "price_id", spelled_out, &mut api.price_id);
    read_group(reader, keys, "token_plan", sources, &mut api.token_plan);
    read_group(reader, keys, "interface_speed", sources, &mut api.speed);
    read_steps(
        reader,
        keys,
        "context_tiers",
        sources,
        &mut api.tiers,
        |tier: &ContextTier| tier.above_input_tokens.value,
    );
    let discounts = &mut api.volume_discounts;
    read_steps(
        reader,
        keys,
        "volume_discounts",
        sources,
        discounts,
        |step: &VolumeDiscount| step.from_usd_per_month.value,
    );
    let laws = PriceLaw::ALL.map(|law| (law.key(), law));
    read_choice(reader, keys, "price_law", &laws, &mut api.price_law);
    if let Some(value) = keys.take_any("retirement") {
        let path = keys.path_of("retirement");
        api.retirement = match &value.form {
            Form::Leaf(word) if word == "None" => None,
            _ => read_retirement(reader, value, &path, sources),
        };
    }
}

/// A list of steps whose limits must rise; it takes the place of the list of the record.
fn read_steps<G: FigureGroup + Default>(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    key: &'static str,
    sources: &Sources,
    place: &mut Vec<G>,
    limit: impl Fn(&G) -> f64,
) {
    let Some((value, path)) = keys.take(key) else {
        return;
    };
    let mut steps: Vec<G> = Vec::new();
    for (index, item) in reader.list(value, &path).iter().enumerate() {
        let path = format!("{path}[{index}]");
        let mut step = G::default();
        read_whole_group(reader, item, &path, sources, &mut step);
        if steps.last().is_some_and(|last| limit(last) >= limit(&step)) {
            let above = limit(&step);
            reader.fault(item.place, &path, FaultKind::StepOrder { above });
        }
        steps.push(step);
    }
    *place = steps;
}

fn read_choice<T: Copy>(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    key: &'static str,
    choices: &[(&str, T)],
    place: &mut T,
) {
    let found = keys.take(key);
    if let Some(choice) = found.and_then(|(value, path)| reader.choice(value, &path, choices)) {
        *place = choice;
    }
}

fn read_retirement(
    reader: &mut Reader<'_>,
    value: &Value,
    path: &str,
    sources: &Sources,
) -> Option<Retirement> {
    let mut keys = reader.group(value, path)?;
    let sold_until = keys.need(reader, "sold_until");
    let sold_until = sold_until.and_then(|(value, path)| reader.date(value, &path));
    let name = keys.take("successor_name");
    let successor_name = name.and_then(|(value, path)| reader.text(value, &path));
    let successor = keys.take("successor").map(|(value, path)| {
        let mut successor = Successor::default();
        read_whole_group(reader, value, &path, sources, &mut successor);
        successor
    });
    keys.finish(reader);
    Some(Retirement {
        sold_until: sold_until?,
        successor_name,
        successor,
    })
}

fn read_hosting(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    sources: &Sources,
    hosting: &mut SelfHosted,
    spelled_out: bool,
) {
    let id = &mut hosting.hardware_id;
    read_remembered(reader, keys, "hardware_id", spelled_out, id);
    read_text(reader, keys, "hardware_name", &mut hosting.hardware_name);
    if spelled_out {
        read_text(reader, keys, "weight_format", &mut hosting.weight_format);
    } else {
        // The record it names was read with the reference.
        let _ = keys.take("weight_format");
    }
    read_text(reader, keys, "engine", &mut hosting.engine);
    if let Some((value, path)) = keys.take("measured_as") {
        read_measured_as(reader, value, &path, &mut hosting.measured_as);
    }
    read_group(reader, keys, "serving", sources, &mut *hosting.serving);
    let throughput = &mut hosting.throughput;
    read_choice(reader, keys, "throughput", &THROUGHPUTS, throughput);
}

/// What measurements call a model and a machine.
fn read_measured_as(reader: &mut Reader<'_>, value: &Value, path: &str, names: &mut MeasuredAs) {
    let Some(mut keys) = reader.group(value, path) else {
        return;
    };
    read_text(reader, &mut keys, "model", &mut names.model);
    read_text(reader, &mut keys, "device", &mut names.device);
    let classes = DeviceClass::ALL.map(|class| (class.key(), class));
    let class = &mut names.device_class;
    read_choice(reader, &mut keys, "device_class", &classes, class);
    if let Some((value, path)) = keys.take("is_consumer")
        && let Some(is_consumer) = reader.truth(value, &path)
    {
        names.is_consumer = is_consumer;
    }
    read_within(
        reader,
        &mut keys,
        "engine_year",
        ENGINE_YEARS,
        &mut names.engine_year,
    );
    read_within(
        reader,
        &mut keys,
        "byte_times",
        BYTE_TIMES,
        &mut names.byte_times,
    );
    keys.finish(reader);
}

/// A number that may be missing and lies within limits.
fn read_within(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    key: &'static str,
    (min, max): (f64, f64),
    place: &mut f64,
) {
    if let Some((value, path)) = keys.take(key)
        && let Some(number) = reader.number(value, &path)
    {
        if (min..=max).contains(&number) {
            *place = number;
        } else {
            let kind = FaultKind::OutOfRange {
                min,
                max,
                value: number,
            };
            reader.fault(value.place, &path, kind);
        }
    }
}

fn read_rented(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    sources: &Sources,
    plan: &mut Rented,
    spelled_out: bool,
) {
    read_text(reader, keys, "provider", &mut plan.provider);
    read_remembered(reader, keys, "rent_id", spelled_out, &mut plan.rent_id);
    read_hosting(reader, keys, sources, &mut plan.hosting, spelled_out);
    read_group(reader, keys, "rented", sources, &mut plan.rented);
    let ways = Billing::ALL.map(|way| (way.key(), way));
    read_choice(reader, keys, "billing", &ways, &mut plan.billing);
}

fn read_owned(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    sources: &Sources,
    plan: &mut Owned,
    spelled_out: bool,
) {
    read_hosting(reader, keys, sources, &mut plan.hosting, spelled_out);
    read_group(reader, keys, "owned", sources, &mut plan.owned);
    let ways = Purchase::ALL.map(|way| (way.key(), way));
    read_choice(reader, keys, "purchase", &ways, &mut plan.purchase);
    read_life(reader, keys, &mut plan.useful_life_months);
}

fn read_device(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    sources: &Sources,
    plan: &mut Device,
    spelled_out: bool,
) {
    read_hosting(reader, keys, sources, &mut plan.hosting, spelled_out);
    read_group(reader, keys, "device", sources, &mut plan.device);
    read_life(reader, keys, &mut plan.useful_life_months);
}

fn read_life(reader: &mut Reader<'_>, keys: &mut Keys<'_>, place: &mut u16) {
    let (min, max) = (SHORTEST_LIFE_MONTHS, LONGEST_LIFE_MONTHS);
    let found = keys.take("useful_life_months");
    let months = found.and_then(|(value, path)| reader.whole(value, &path, min, max));
    if let Some(months) = months.and_then(|months| u16::try_from(months).ok()) {
        *place = months;
    }
}

fn read_cascade(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    sources: &Sources,
    plan: &mut Cascade,
) -> Option<()> {
    let small = keys.need(reader, "small");
    let small = small.and_then(|(value, path)| reader.id(value, &path));
    let large = keys.take("large");
    plan.large = large.and_then(|(value, path)| reader.id(value, &path));
    let modes = CascadeMode::ALL.map(|mode| (mode.key(), mode));
    read_choice(reader, keys, "mode", &modes, &mut plan.mode);
    read_group(reader, keys, "cascade", sources, &mut plan.cascade);
    plan.small = small?;
    Some(())
}
