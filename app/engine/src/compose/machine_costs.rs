//! What a machine costs and draws, by its record.

use super::figures::{estimated, mark_derived, preset, with_range};
use crate::catalogue::{Catalogue, Hardware, Rent, Term};
use crate::figure::RangeReading;
use crate::scenario::{Billing, Device, Owned, Rented};

/// Accelerators in a server that is built from single ones.
const GPUS_IN_A_SERVER: u32 = 8;

/// Accelerators by the hour, from whom they are rented.
pub(super) fn apply_rent(plan: &mut Rented, catalogue: &Catalogue, rent: &Rent) {
    plan.provider = catalogue.provider(rent.provider.as_str()).map_or_else(
        || rent.provider.to_string(),
        |provider| provider.name.clone(),
    );
    plan.rent_id = Some(rent.id.to_string());
    let figure = preset(
        rent.usd_per_gpu_hour,
        rent.id.as_str(),
        "usd_per_gpu_hour",
        &rent.provenance,
    );
    plan.rented.usd_per_gpu_hour = with_range(
        figure,
        rent.range_usd_per_gpu_hour,
        RangeReading::Percentiles10And90,
    );
    if matches!(rent.term, Term::Serverless) {
        plan.billing = Billing::ScaleToZero;
    }
}

/// A server: the box as sold, or eight single accelerators and a fifth of their price for the rest.
pub(super) fn apply_server(plan: &mut Owned, machine: &Hardware) {
    let whole = machine.gpus > 1;
    let gpus = if whole {
        machine.gpus
    } else {
        GPUS_IN_A_SERVER
    };
    plan.owned.gpus_per_server = estimated(f64::from(gpus), "server-size");
    let from = |value, field| preset(value, machine.id.as_str(), field, &machine.provenance);
    if let Some(price) = &machine.price {
        let factor = if whole { 1.0 } else { f64::from(gpus) * 1.2 };
        let mut figure = from(price.base_usd * factor, "price_base_usd");
        if !whole {
            mark_derived(&mut figure);
        }
        let range = (price.low_usd * factor, price.high_usd * factor);
        plan.owned.server_price_usd =
            with_range(figure, Some(range), RangeReading::Percentiles10And90);
    }
    if let Some(watts) = machine.tdp_w {
        // The rest of a server draws about 0.45 kW and an eighth of the accelerators' power.
        let kilowatts = if whole {
            watts / 1e3
        } else {
            f64::from(gpus) * watts * 1.125 / 1e3 + 0.45
        };
        let mut figure = from(kilowatts, "tdp_w");
        mark_derived(&mut figure);
        plan.owned.kilowatts_per_server = figure;
    }
}

/// A device as sold.
pub(super) fn apply_device(plan: &mut Device, machine: &Hardware) {
    let from = |value, field| preset(value, machine.id.as_str(), field, &machine.provenance);
    if let Some(price) = &machine.price {
        let figure = from(price.base_usd, "price_base_usd");
        let range = Some((price.low_usd, price.high_usd));
        plan.device.device_price_usd = with_range(figure, range, RangeReading::Percentiles10And90);
    }
    if let Some(watts) = machine.tdp_w {
        let mut figure = from(watts / 1e3, "tdp_w");
        mark_derived(&mut figure);
        plan.device.kilowatts_per_device = figure;
    }
}
