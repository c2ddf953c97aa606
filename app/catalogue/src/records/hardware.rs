//! Hardware and rents in files.

use serde::{Deserialize, Serialize};
use weighbridge_engine::catalogue::{
    Hardware, HardwareId, HardwarePrice, Layer, ProviderId, Rent, RentId, Term,
};

use super::{RecordFile, listed, names, record_file};
use crate::check::{Bounds, Check};
use crate::faults::FaultKind;

record_file! {
    /// A piece of hardware as it stands in a file.
    HardwareFile, "Hardware" {
        id: String,
        name: String,
        vendor: String,
        class: names::HardwareClass,
        aliases: Vec<String>,
        gpus: u32,
        accelerator: String,
        memory_gb: f64,
        usable_memory_share: f64,
        memory_type: String,
        bandwidth_gb_s: f64,
        bf16_tflops: f64,
        fp8_tflops: f64,
        fp4_tflops: f64,
        int8_tops: f64,
        measured_bf16_tflops: f64,
        link: String,
        tdp_w: f64,
        all_in_kw_per_gpu: f64,
        price_low_usd: f64,
        price_base_usd: f64,
        price_high_usd: f64,
        price_kind: String,
    }
}

record_file! {
    /// A price of hours as it stands in a file.
    RentFile, "Rent" {
        id: String,
        provider: String,
        hardware: String,
        term: TermFile,
        instance: String,
        gpus_per_instance: u32,
        region: String,
        usd_per_gpu_hour: f64,
        low_usd_per_gpu_hour: f64,
        high_usd_per_gpu_hour: f64,
        effective_from: String,
        effective_until: String,
    }
}

/// A term as it stands in a file.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
pub(crate) enum TermFile {
    OnDemand,
    Spot,
    Reserved { months: u32 },
    CapacityBlock,
    Serverless,
}

const RATE: Bounds = Bounds(1e-3, 1e6);
const COUNT: Bounds = Bounds(1.0, 1e5);
const PRICE: Bounds = Bounds(0.0, 1e8);
const HOURLY: Bounds = Bounds(0.0, 1000.0);

impl RecordFile for HardwareFile {
    type Record = Hardware;
    const KIND: &'static str = "Hardware";

    fn convert(mut self, check: &mut Check<'_, '_>, layer: &Layer) -> Option<Hardware> {
        let provenance = self.provenance().convert(check, layer);
        let id = check.need_id("id", self.id);
        let name = check.need_text("name", self.name);
        let vendor = check.need_text("vendor", self.vendor);
        let class = check.need("class", self.class);
        let aliases = check.texts("aliases", self.aliases);
        let gpus = self.gpus.unwrap_or(1);
        check.number("gpus", Some(f64::from(gpus)), COUNT);
        let accelerator = check.id("accelerator", self.accelerator);
        let memory_gb = check.need_number("memory_gb", self.memory_gb, RATE);
        let usable_memory_share = self.usable_memory_share.unwrap_or(1.0);
        check.number(
            "usable_memory_share",
            Some(usable_memory_share),
            Bounds(0.01, 1.0),
        );
        let memory_type = check.text("memory_type", self.memory_type);
        let bandwidth_gb_s = check.need_number("bandwidth_gb_s", self.bandwidth_gb_s, RATE);
        let bf16_tflops = check.number("bf16_tflops", self.bf16_tflops, RATE);
        let fp8_tflops = check.number("fp8_tflops", self.fp8_tflops, RATE);
        let fp4_tflops = check.number("fp4_tflops", self.fp4_tflops, RATE);
        let int8_tops = check.number("int8_tops", self.int8_tops, RATE);
        let measured_bf16_tflops =
            check.number("measured_bf16_tflops", self.measured_bf16_tflops, RATE);
        let link = check.text("link", self.link);
        let tdp_w = check.number("tdp_w", self.tdp_w, Bounds(0.1, 1e6));
        let all_in_kw_per_gpu = check.number(
            "all_in_kw_per_gpu",
            self.all_in_kw_per_gpu,
            Bounds(1e-3, 100.0),
        );

        const PRICES: [&str; 3] = ["price_low_usd", "price_base_usd", "price_high_usd"];
        let there = PRICES.iter().filter(|key| check.has(key)).count();
        if there != 0 && there != PRICES.len() {
            let first = PRICES
                .iter()
                .find(|key| check.has(key))
                .copied()
                .unwrap_or(PRICES[1]);
            check.fault(
                first,
                FaultKind::Together {
                    keys: PRICES.map(str::to_owned).to_vec(),
                },
            );
        }
        let base_usd = check.number(PRICES[1], self.price_base_usd, PRICE);
        let kind = check.text("price_kind", self.price_kind);
        let range = if there == PRICES.len() {
            let ends = [PRICES[0], PRICES[2]];
            check.range(
                ends,
                self.price_low_usd,
                base_usd,
                self.price_high_usd,
                PRICE,
            )
        } else {
            None
        };
        let price = range
            .zip(base_usd)
            .map(|((low_usd, high_usd), base_usd)| HardwarePrice {
                low_usd,
                base_usd,
                high_usd,
                kind,
            });
        Some(Hardware {
            id: HardwareId::new(id?),
            name: name?,
            vendor: vendor?,
            class: class?.into(),
            aliases,
            gpus,
            accelerator: accelerator.map(HardwareId::new),
            memory_gb: memory_gb?,
            usable_memory_share,
            memory_type,
            bandwidth_gb_s: bandwidth_gb_s?,
            bf16_tflops,
            fp8_tflops,
            fp4_tflops,
            int8_tops,
            measured_bf16_tflops,
            link,
            tdp_w,
            all_in_kw_per_gpu,
            price,
            provenance: provenance?,
        })
    }
}

impl RecordFile for RentFile {
    type Record = Rent;
    const KIND: &'static str = "Rent";

    fn convert(mut self, check: &mut Check<'_, '_>, layer: &Layer) -> Option<Rent> {
        let provenance = self.provenance().convert(check, layer);
        let id = check.need_id("id", self.id);
        let provider = check.need_id("provider", self.provider);
        let hardware = check.need_id("hardware", self.hardware);
        let term = check.need("term", self.term);
        if let Some(TermFile::Reserved { months }) = term {
            check.number("term.months", Some(f64::from(months)), Bounds(1.0, 120.0));
        }
        let instance = check.text("instance", self.instance);
        let gpus_per_instance = self.gpus_per_instance.unwrap_or(1);
        check.number(
            "gpus_per_instance",
            Some(f64::from(gpus_per_instance)),
            COUNT,
        );
        let region = check.text("region", self.region);
        let base = check.need_number("usd_per_gpu_hour", self.usd_per_gpu_hour, HOURLY);
        let ends = ["low_usd_per_gpu_hour", "high_usd_per_gpu_hour"];
        let range = check.range(
            ends,
            self.low_usd_per_gpu_hour,
            base,
            self.high_usd_per_gpu_hour,
            HOURLY,
        );
        // A price that was announced may begin after the catalogue's date.
        let effective_from = check.date("effective_from", self.effective_from);
        let effective_until = check.date("effective_until", self.effective_until);
        let start = effective_from.or_else(|| provenance.as_ref().map(|own| own.record.as_of));
        check.span("effective_until", start, effective_until);
        Some(Rent {
            id: RentId::new(id?),
            provider: ProviderId::new(provider?),
            hardware: HardwareId::new(hardware?),
            term: term?.into(),
            instance,
            gpus_per_instance,
            region,
            usd_per_gpu_hour: base?,
            range_usd_per_gpu_hour: range,
            effective_from,
            effective_until,
            provenance: provenance?,
        })
    }
}

impl From<TermFile> for Term {
    fn from(term: TermFile) -> Term {
        match term {
            TermFile::OnDemand => Term::OnDemand,
            TermFile::Spot => Term::Spot,
            TermFile::Reserved { months } => Term::Reserved { months },
            TermFile::CapacityBlock => Term::CapacityBlock,
            TermFile::Serverless => Term::Serverless,
        }
    }
}

impl From<Term> for TermFile {
    fn from(term: Term) -> TermFile {
        match term {
            Term::OnDemand => TermFile::OnDemand,
            Term::Spot => TermFile::Spot,
            Term::Reserved { months } => TermFile::Reserved { months },
            Term::CapacityBlock => TermFile::CapacityBlock,
            Term::Serverless => TermFile::Serverless,
        }
    }
}

impl From<&Hardware> for HardwareFile {
    fn from(hardware: &Hardware) -> HardwareFile {
        let price = hardware.price.as_ref();
        HardwareFile {
            id: Some(hardware.id.to_string()),
            name: Some(hardware.name.clone()),
            vendor: Some(hardware.vendor.clone()),
            class: Some(hardware.class.into()),
            aliases: listed(&hardware.aliases),
            gpus: Some(hardware.gpus),
            accelerator: hardware.accelerator.as_ref().map(HardwareId::to_string),
            memory_gb: Some(hardware.memory_gb),
            usable_memory_share: Some(hardware.usable_memory_share),
            memory_type: hardware.memory_type.clone(),
            bandwidth_gb_s: Some(hardware.bandwidth_gb_s),
            bf16_tflops: hardware.bf16_tflops,
            fp8_tflops: hardware.fp8_tflops,
            fp4_tflops: hardware.fp4_tflops,
            int8_tops: hardware.int8_tops,
            measured_bf16_tflops: hardware.measured_bf16_tflops,
            link: hardware.link.clone(),
            tdp_w: hardware.tdp_w,
            all_in_kw_per_gpu: hardware.all_in_kw_per_gpu,
            price_low_usd: price.map(|price| price.low_usd),
            price_base_usd: price.map(|price| price.base_usd),
            price_high_usd: price.map(|price| price.high_usd),
            price_kind: price.and_then(|price| price.kind.clone()),
            ..HardwareFile::default()
        }
        .with_provenance(&hardware.provenance)
    }
}

impl From<&Rent> for RentFile {
    fn from(rent: &Rent) -> RentFile {
        RentFile {
            id: Some(rent.id.to_string()),
            provider: Some(rent.provider.to_string()),
            hardware: Some(rent.hardware.to_string()),
            term: Some(rent.term.into()),
            instance: rent.instance.clone(),
            gpus_per_instance: Some(rent.gpus_per_instance),
            region: rent.region.clone(),
            usd_per_gpu_hour: Some(rent.usd_per_gpu_hour),
            low_usd_per_gpu_hour: rent.range_usd_per_gpu_hour.map(|(low, _)| low),
            high_usd_per_gpu_hour: rent.range_usd_per_gpu_hour.map(|(_, high)| high),
            effective_from: rent.effective_from.map(|date| date.to_string()),
            effective_until: rent.effective_until.map(|date| date.to_string()),
            ..RentFile::default()
        }
        .with_provenance(&rent.provenance)
    }
}
