//! What a name in a question stands for: something measured, or else a record of the catalogue.

use std::collections::BTreeMap;

use weighbridge_engine::catalogue::{Architecture, Catalogue, Hardware, HardwareClass, fold};
use weighbridge_engine::serving::{Device, DeviceClass, Shapes, link_gigabytes_per_second};

use super::devices::{HOST_BUS_GB_S, UNKNOWN_TFLOPS, device_class};
use super::models::Models;
use crate::importers::{MAKERS_WORDS, spellings};

/// Names of what was measured, and of the catalogue where there is one.
///
/// What was measured comes first, also under the ids and other names that the catalogue has for it:
/// an accelerator or a model that was measured is estimated better by its own name.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// Hardware that was measured, by id.
    pub devices: &'a BTreeMap<String, Device>,
    /// Models that were measured, by name.
    pub models: &'a Models,
    /// What was measured under another name than the catalogue's: ids of the catalogue with names.
    pub aliases: &'a BTreeMap<String, String>,
    /// The catalogue.
    pub catalogue: Option<&'a Catalogue>,
}

impl Names<'_> {
    /// The hardware of a name.
    pub fn device(&self, name: &str) -> Option<Device> {
        if let Some(device) = self.devices.get(name) {
            return Some(device.clone());
        }
        let of_record = || self.device_of_catalogue(name);
        let spelt = || spelt(self.devices, "hardware", name).map(|(_, device)| device.clone());
        spelt().or_else(of_record)
    }

    fn device_of_catalogue(&self, name: &str) -> Option<Device> {
        let catalogue = self.catalogue?;
        let named = catalogue.hardware(name)?;
        // A machine is its accelerators.
        let inside = named.accelerator.as_ref();
        let record = inside
            .and_then(|id| catalogue.hardware(id.as_str()))
            .unwrap_or(named);
        let other_names = self.aliases.get(record.id.as_str()).into_iter();
        let measured = other_names
            .chain(&record.aliases)
            .find_map(|name| self.devices.get(name));
        Some(measured.cloned().unwrap_or_else(|| of_record(record)))
    }

    /// The model of a name, by the name under which it was measured or else its id.
    pub fn model(&self, name: &str) -> Option<(String, Shapes)> {
        let measured = |name: &str| {
            self.models
                .get_key_value(name)
                .map(|(name, shapes)| (name.clone(), *shapes))
        };
        if let Some(found) = measured(name) {
            return Some(found);
        }
        let of_record = || self.model_of_catalogue(name);
        let spelt =
            || spelt(self.models, "model", name).map(|(name, shapes)| (name.clone(), *shapes));
        spelt().or_else(of_record)
    }

    fn model_of_catalogue(&self, name: &str) -> Option<(String, Shapes)> {
        let measured = |name: &str| {
            self.models
                .get_key_value(name)
                .map(|(name, shapes)| (name.clone(), *shapes))
        };
        let record = self.catalogue?.model(name)?;
        let other_names = self.aliases.get(record.id.as_str()).into_iter();
        let mut other_names = other_names.chain(&record.aliases);
        if let Some(found) = other_names.find_map(|name| measured(name)) {
            return Some(found);
        }
        let shapes = shapes_of(
            record.architecture()?,
            record.parameters_total()?,
            record.parameters_active()?,
        );
        Some((record.id.to_string(), shapes))
    }
}

/// What stands under another spelling of its name: one that tools have for it, or its own in other
/// letters, with blanks for dashes, or behind its maker's name.
fn spelt<'a, T>(
    known: &'a BTreeMap<String, T>,
    kind: &str,
    name: &str,
) -> Option<(&'a String, &'a T)> {
    let short = MAKERS_WORDS
        .iter()
        .fold(name.to_owned(), |name, word| name.replace(word, ""));
    [name, short.as_str()].iter().find_map(|name| {
        let folded = fold(name);
        let of_tools = spellings(kind).get(&folded);
        of_tools
            .and_then(|id| known.get_key_value(id))
            .or_else(|| known.iter().find(|(id, _)| fold(id) == folded))
    })
}

fn of_record(record: &Hardware) -> Device {
    let id = record.id.to_string();
    let is_processor = id.starts_with("cpu") || record.name.contains("CPU");
    let class = match device_class(&id, &record.vendor, is_processor) {
        DeviceClass::Other => device_class(&record.name, &record.vendor, is_processor),
        class => class,
    };
    Device {
        class,
        is_consumer: record.class == HardwareClass::Consumer,
        memory_gb: record.memory_gb,
        bandwidth_gb_s: record.bandwidth_gb_s,
        bf16_tflops: record.bf16_tflops.unwrap_or(UNKNOWN_TFLOPS),
        fp8_tflops: record.fp8_tflops,
        fp4_tflops: record.fp4_tflops,
        link_gb_s: record
            .link
            .as_deref()
            .and_then(link_gigabytes_per_second)
            .unwrap_or(HOST_BUS_GB_S),
        id,
    }
}

fn shapes_of(architecture: &Architecture, total: f64, active: f64) -> Shapes {
    let cache = architecture.kv_cache(1.0);
    let layers = f64::from(architecture.layers);
    let per_layer = (cache.full_bytes_per_token + cache.window_bytes_per_token) / layers;
    let experts = architecture.experts;
    Shapes {
        parameters_billion: total / 1e9,
        active_billion: active / 1e9,
        embedding_billion: architecture.looked_up_parameters() / 1e9,
        layers,
        hidden: f64::from(architecture.hidden),
        heads: Some(f64::from(architecture.heads)),
        cache_elements: per_layer,
        windowed_layers: cache.window_bytes_per_token / per_layer,
        window_tokens: cache.window_tokens,
        experts: experts.map_or(0.0, |experts| f64::from(experts.count)),
        experts_per_token: experts.map_or(0.0, |experts| f64::from(experts.per_token)),
    }
}
