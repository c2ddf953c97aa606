//! What was measured for a scenario, read and written.
//!
//! A measurement is spelled out with shapes and rates, so that it means the same under any
//! catalogue.

use weighbridge_engine::Scenario;
use weighbridge_engine::scenario::{EndpointCase, Measurement, MeasurementKind, Subject};
use weighbridge_engine::serving::{Case, Conditions, Device, DeviceClass, Quantity, Shapes};

use super::figures::some_text;
use super::reader::{Keys, Reader};
use super::value::Value;
use super::write::{Writer, number, quoted};
use crate::faults::FaultKind;

/// The smallest and the largest value of a field.
pub(super) type Bounds = (f64, f64);

const COUNT: Bounds = (1.0, 1e6);
const NOUGHT_OR_MORE: Bounds = (0.0, 1e9);
const MEASURED: Bounds = (1e-6, 1e9);
const BILLIONS: Bounds = (1e-6, 1e5);
const RATE: Bounds = (1e-3, 1e7);
const BITS: Bounds = (1.0, 64.0);
const YEAR: Bounds = (2000.0, 2200.0);

#[derive(Clone, Copy)]
enum SubjectWord {
    Deployment,
    Endpoint,
}

const SUBJECTS: [(&str, SubjectWord); 2] = [
    ("Deployment", SubjectWord::Deployment),
    ("Endpoint", SubjectWord::Endpoint),
];

/// Where a condition stands.
type Switch = fn(&mut Conditions) -> &mut bool;

/// Words for how something was measured, each with what it switches on.
const WAYS: [(&str, Switch); 5] = [
    ("end-to-end", |ways| &mut ways.end_to_end),
    ("static-batch", |ways| &mut ways.static_batch),
    ("eager", |ways| &mut ways.eager),
    ("steady-arrivals", |ways| &mut ways.steady_arrivals),
    ("split-experts", |ways| &mut ways.split_experts),
];

/// Reads what was measured; ids stand once.
///
/// A measurement names one of these runs, or none.
pub(super) fn read_measurements(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    runs: &[String],
) -> Vec<Measurement> {
    let mut list: Vec<(Measurement, String)> = Vec::new();
    let Some((value, path)) = keys.take("measurements") else {
        return Vec::new();
    };
    let items = reader.list(value, &path);
    if items.len() > Measurement::MOST {
        let kind = FaultKind::OutOfRange {
            min: 0.0,
            max: Measurement::MOST as f64,
            value: items.len() as f64,
        };
        reader.fault(value.place, &path, kind);
    }
    for (index, item) in items.iter().take(Measurement::MOST).enumerate() {
        let path = format!("{path}[{index}]");
        let Some(found) = read_measurement(reader, item, &path, runs) else {
            continue;
        };
        match list.iter().find(|(known, _)| known.id == found.id) {
            Some((_, first)) => {
                let kind = FaultKind::DuplicateId {
                    id: found.id,
                    first: first.clone(),
                };
                reader.fault(item.place, &format!("{path}.id"), kind);
            }
            None => list.push((found, path)),
        }
    }
    list.into_iter().map(|(found, _)| found).collect()
}

fn read_measurement(
    reader: &mut Reader<'_>,
    value: &Value,
    path: &str,
    runs: &[String],
) -> Option<Measurement> {
    let mut keys = reader.group(value, path)?;
    let id = read_id(reader, &mut keys);
    let kinds = MeasurementKind::ALL.map(|kind| (kind.key(), kind));
    let kind = keys.need(reader, "kind");
    let kind = kind.and_then(|(value, path)| reader.choice(value, &path, &kinds));
    let on = keys.need(reader, "on");
    let on = on.and_then(|(value, path)| reader.date(value, &path));
    let source = need_text(reader, &mut keys, "source");
    let subject = keys.need(reader, "of");
    let subject = subject.and_then(|(value, path)| read_subject(reader, value, &path));
    let figure = bounded(reader, &mut keys, "value", MEASURED);
    let spread = keys.take("spread");
    let spread = spread.map(|(value, path)| read_spread(reader, value, &path));
    let estimated = optional(reader, &mut keys, "estimated", MEASURED);
    let conditions = keys.take("conditions");
    let conditions = conditions.and_then(|(value, path)| reader.text(value, &path));
    let run = keys.take("run");
    let run = run.map(|(value, path)| read_run_name(reader, value, &path, runs));
    let mut truth = |key, otherwise| match keys.take(key) {
        Some((value, path)) => reader.truth(value, &path),
        None => Some(otherwise),
    };
    let is_busy = truth("is_busy", false);
    let is_in_use = truth("is_in_use", true);
    keys.finish(reader);
    Some(Measurement {
        id: id?,
        kind: kind?,
        on: on?,
        source: source?,
        subject: subject?,
        value: figure?,
        spread: spread.flatten(),
        estimated: estimated?,
        conditions: conditions.unwrap_or_default(),
        run: run.flatten(),
        is_busy: is_busy?,
        is_in_use: is_in_use?,
    })
}

pub(super) fn read_id(reader: &mut Reader<'_>, keys: &mut Keys<'_>) -> Option<String> {
    let (value, path) = keys.need(reader, "id")?;
    Some(reader.id(value, &path)?.to_string())
}

/// The run that a measurement was taken in, which must stand in the file.
fn read_run_name(
    reader: &mut Reader<'_>,
    value: &Value,
    path: &str,
    runs: &[String],
) -> Option<String> {
    let found = reader.text(value, path)?;
    if runs.contains(&found) {
        return Some(found);
    }
    let kind = FaultKind::UnknownReference {
        kind: "run".to_owned(),
        id: found,
    };
    reader.fault(value.place, path, kind);
    None
}

/// Where repetitions lay; the higher end stands above the lower.
fn read_spread(reader: &mut Reader<'_>, value: &Value, path: &str) -> Option<(f64, f64)> {
    let mut keys = reader.group(value, path)?;
    let low = bounded(reader, &mut keys, "p10", MEASURED);
    let high_place = keys.need(reader, "p90");
    let high = high_place
        .as_ref()
        .and_then(|(value, path)| within(reader, value, path, MEASURED));
    keys.finish(reader);
    let (low, high) = (low?, high?);
    if let Some((value, path)) = high_place.filter(|_| high < low) {
        let (min, max) = (low, MEASURED.1);
        let kind = FaultKind::OutOfRange {
            min,
            max,
            value: high,
        };
        reader.fault(value.place, &path, kind);
        return None;
    }
    Some((low, high))
}

fn read_subject(reader: &mut Reader<'_>, value: &Value, path: &str) -> Option<Subject> {
    let (word, mut keys) = reader.variant(value, path, &SUBJECTS)?;
    let subject = match word {
        SubjectWord::Deployment => read_case(reader, &mut keys).map(Subject::Deployment),
        SubjectWord::Endpoint => read_endpoint(reader, &mut keys).map(Subject::Endpoint),
    };
    keys.finish(reader);
    subject
}

fn read_case(reader: &mut Reader<'_>, keys: &mut Keys<'_>) -> Option<Case> {
    let quantity = read_quantity(reader, keys, &Quantity::ALL);
    let engine = need_text(reader, keys, "engine");
    let engine_version = keys.take("engine_version");
    let engine_version = engine_version.and_then(|(value, path)| reader.text(value, &path));
    let year = bounded(reader, keys, "year", YEAR);
    let model = need_text(reader, keys, "model");
    let shapes = keys.need(reader, "shapes");
    let shapes = shapes.and_then(|(value, path)| {
        let mut keys = reader.group(value, &path)?;
        let shapes = read_shapes(reader, &mut keys);
        keys.finish(reader);
        shapes
    });
    let device = keys.need(reader, "device");
    let device = device.and_then(|(value, path)| {
        let mut keys = reader.group(value, &path)?;
        let device = read_device(reader, &mut keys);
        keys.finish(reader);
        device
    });
    let weight_bits = bounded(reader, keys, "weight_bits", BITS);
    let cache_bits = bounded(reader, keys, "cache_bits", BITS);
    let accelerators = bounded(reader, keys, "accelerators", COUNT);
    let tensor_parallel = bounded(reader, keys, "tensor_parallel", COUNT);
    let pipeline_parallel = bounded(reader, keys, "pipeline_parallel", COUNT);
    let expert_groups = optional(reader, keys, "expert_groups", COUNT);
    let input_tokens = bounded(reader, keys, "input_tokens", NOUGHT_OR_MORE);
    let output_tokens = bounded(reader, keys, "output_tokens", NOUGHT_OR_MORE);
    let concurrency = bounded(reader, keys, "concurrency", NOUGHT_OR_MORE);
    let conditions = read_ways(reader, keys);
    Some(Case {
        quantity: quantity?,
        engine: engine?,
        engine_version: engine_version.unwrap_or_default(),
        year: year?,
        model: model?,
        shapes: shapes?,
        device: device?,
        weight_bits: weight_bits?,
        cache_bits: cache_bits?,
        accelerators: accelerators?,
        tensor_parallel: tensor_parallel?,
        pipeline_parallel: pipeline_parallel?,
        expert_groups: expert_groups?.unwrap_or(1.0),
        input_tokens: input_tokens?,
        output_tokens: output_tokens?,
        concurrency: concurrency?,
        conditions,
    })
}

fn read_shapes(reader: &mut Reader<'_>, keys: &mut Keys<'_>) -> Option<Shapes> {
    let parameters_billion = bounded(reader, keys, "parameters_billion", BILLIONS);
    let active_billion = bounded(reader, keys, "active_billion", BILLIONS);
    let embedding_billion = otherwise_nought(reader, keys, "embedding_billion");
    let layers = bounded(reader, keys, "layers", COUNT);
    let hidden = bounded(reader, keys, "hidden", COUNT);
    let heads = optional(reader, keys, "heads", COUNT);
    let cache_elements = bounded(reader, keys, "cache_elements", (1.0, 1e9));
    let windowed_layers = otherwise_nought(reader, keys, "windowed_layers");
    let window_tokens = otherwise_nought(reader, keys, "window_tokens");
    let experts = otherwise_nought(reader, keys, "experts");
    let experts_per_token = otherwise_nought(reader, keys, "experts_per_token");
    Some(Shapes {
        parameters_billion: parameters_billion?,
        active_billion: active_billion?,
        embedding_billion: embedding_billion?,
        layers: layers?,
        hidden: hidden?,
        heads: heads?,
        cache_elements: cache_elements?,
        windowed_layers: windowed_layers?,
        window_tokens: window_tokens?,
        experts: experts?,
        experts_per_token: experts_per_token?,
    })
}

fn read_device(reader: &mut Reader<'_>, keys: &mut Keys<'_>) -> Option<Device> {
    let id = need_text(reader, keys, "id");
    let classes = DeviceClass::ALL.map(|class| (class.key(), class));
    let class = keys.need(reader, "class");
    let class = class.and_then(|(value, path)| reader.choice(value, &path, &classes));
    let is_consumer = match keys.take("is_consumer") {
        Some((value, path)) => reader.truth(value, &path),
        None => Some(false),
    };
    let memory_gb = bounded(reader, keys, "memory_gb", RATE);
    let bandwidth_gb_s = bounded(reader, keys, "bandwidth_gb_s", RATE);
    let bf16_tflops = bounded(reader, keys, "bf16_tflops", RATE);
    let fp8_tflops = optional(reader, keys, "fp8_tflops", RATE);
    let fp4_tflops = optional(reader, keys, "fp4_tflops", RATE);
    let link_gb_s = bounded(reader, keys, "link_gb_s", RATE);
    Some(Device {
        id: id?,
        class: class?,
        is_consumer: is_consumer?,
        memory_gb: memory_gb?,
        bandwidth_gb_s: bandwidth_gb_s?,
        bf16_tflops: bf16_tflops?,
        fp8_tflops: fp8_tflops?,
        fp4_tflops: fp4_tflops?,
        link_gb_s: link_gb_s?,
    })
}

fn read_endpoint(reader: &mut Reader<'_>, keys: &mut Keys<'_>) -> Option<EndpointCase> {
    let quantity = read_quantity(reader, keys, &EndpointCase::QUANTITIES);
    let model = need_text(reader, keys, "model");
    let provider = need_text(reader, keys, "provider");
    let input_tokens = bounded(reader, keys, "input_tokens", NOUGHT_OR_MORE);
    let output_tokens = bounded(reader, keys, "output_tokens", NOUGHT_OR_MORE);
    let concurrency = bounded(reader, keys, "concurrency", COUNT);
    Some(EndpointCase {
        quantity: quantity?,
        model: model?,
        provider: provider?,
        input_tokens: input_tokens?,
        output_tokens: output_tokens?,
        concurrency: concurrency?,
    })
}

fn read_quantity(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    allowed: &[Quantity],
) -> Option<Quantity> {
    let (value, path) = keys.need(reader, "quantity")?;
    let words: Vec<(&str, Quantity)> = allowed.iter().map(|one| (one.key(), *one)).collect();
    reader.choice(value, &path, &words)
}

fn read_ways(reader: &mut Reader<'_>, keys: &mut Keys<'_>) -> Conditions {
    let mut conditions = Conditions::default();
    if let Some((value, path)) = keys.take("ways") {
        for (index, item) in reader.list(value, &path).iter().enumerate() {
            let path = format!("{path}[{index}]");
            if let Some(switch) = reader.choice(item, &path, &WAYS) {
                *switch(&mut conditions) = true;
            }
        }
    }
    conditions
}

pub(super) fn need_text(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    key: &'static str,
) -> Option<String> {
    let (value, path) = keys.need(reader, key)?;
    some_text(reader, value, &path)
}

/// A number that must be there.
pub(super) fn bounded(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    key: &'static str,
    bounds: Bounds,
) -> Option<f64> {
    let (value, path) = keys.need(reader, key)?;
    within(reader, value, &path, bounds)
}

/// A number that may be left out; nothing where it is there and wrong.
pub(super) fn optional(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    key: &'static str,
    bounds: Bounds,
) -> Option<Option<f64>> {
    match keys.take(key) {
        None => Some(None),
        Some((value, path)) => within(reader, value, &path, bounds).map(Some),
    }
}

fn otherwise_nought(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    key: &'static str,
) -> Option<f64> {
    optional(reader, keys, key, NOUGHT_OR_MORE).map(Option::unwrap_or_default)
}

pub(super) fn within(
    reader: &mut Reader<'_>,
    value: &Value,
    path: &str,
    bounds: Bounds,
) -> Option<f64> {
    let found = reader.number(value, path)?;
    let (min, max) = bounds;
    if (min..=max).contains(&found) {
        return Some(found);
    }
    let kind = FaultKind::OutOfRange {
        min,
        max,
        value: found,
    };
    reader.fault(value.place, path, kind);
    None
}

impl Writer {
    /// What was measured, each spelled out.
    pub(super) fn measurements(&mut self, scenario: &Scenario) {
        if scenario.measurements.is_empty() {
            return;
        }
        self.open("measurements: [");
        for measurement in &scenario.measurements {
            self.measurement(measurement);
        }
        self.close("],");
    }

    fn measurement(&mut self, measurement: &Measurement) {
        self.open("(");
        self.text("id", &measurement.id);
        self.text("kind", measurement.kind.key());
        self.text("on", &measurement.on.to_string());
        self.text("source", &measurement.source);
        match &measurement.subject {
            Subject::Deployment(case) => self.case(case),
            Subject::Endpoint(case) => self.endpoint(case),
        }
        self.key("value", &number(measurement.value));
        if let Some((low, high)) = measurement.spread {
            let (low, high) = (number(low), number(high));
            self.key("spread", &format!("(p10: {low}, p90: {high})"));
        }
        if let Some(estimated) = measurement.estimated {
            self.key("estimated", &number(estimated));
        }
        self.some_text("conditions", &measurement.conditions);
        self.optional_text("run", measurement.run.as_deref());
        if measurement.is_busy {
            self.key("is_busy", "true");
        }
        if !measurement.is_in_use {
            self.key("is_in_use", "false");
        }
        self.close("),");
    }

    fn case(&mut self, case: &Case) {
        self.open("of: Deployment(");
        self.text("quantity", case.quantity.key());
        self.text("engine", &case.engine);
        self.some_text("engine_version", &case.engine_version);
        self.key("year", &number(case.year));
        self.text("model", &case.model);
        self.key("shapes", &shapes_text(&case.shapes));
        self.key("device", &device_text(&case.device));
        self.key("weight_bits", &number(case.weight_bits));
        self.key("cache_bits", &number(case.cache_bits));
        self.key("accelerators", &number(case.accelerators));
        self.key("tensor_parallel", &number(case.tensor_parallel));
        self.key("pipeline_parallel", &number(case.pipeline_parallel));
        if case.expert_groups != 1.0 {
            self.key("expert_groups", &number(case.expert_groups));
        }
        self.key("input_tokens", &number(case.input_tokens));
        self.key("output_tokens", &number(case.output_tokens));
        self.key("concurrency", &number(case.concurrency));
        let mut conditions = case.conditions;
        let ways: Vec<String> = WAYS
            .iter()
            .filter(|(_, switch)| *switch(&mut conditions))
            .map(|(word, _)| (*word).to_owned())
            .collect();
        self.some_texts("ways", &ways);
        self.close("),");
    }

    fn endpoint(&mut self, case: &EndpointCase) {
        self.open("of: Endpoint(");
        self.text("quantity", case.quantity.key());
        self.text("model", &case.model);
        self.text("provider", &case.provider);
        self.key("input_tokens", &number(case.input_tokens));
        self.key("output_tokens", &number(case.output_tokens));
        self.key("concurrency", &number(case.concurrency));
        self.close("),");
    }
}

fn shapes_text(shapes: &Shapes) -> String {
    let mut keys = vec![
        ("parameters_billion", shapes.parameters_billion),
        ("active_billion", shapes.active_billion),
        ("layers", shapes.layers),
        ("hidden", shapes.hidden),
    ];
    keys.extend(shapes.heads.map(|heads| ("heads", heads)));
    keys.push(("cache_elements", shapes.cache_elements));
    let further = [
        ("embedding_billion", shapes.embedding_billion),
        ("windowed_layers", shapes.windowed_layers),
        ("window_tokens", shapes.window_tokens),
        ("experts", shapes.experts),
        ("experts_per_token", shapes.experts_per_token),
    ];
    keys.extend(further.into_iter().filter(|(_, value)| *value != 0.0));
    format!("({})", numbers_text(&keys))
}

fn device_text(device: &Device) -> String {
    let (id, class) = (quoted(&device.id), quoted(device.class.key()));
    let consumer = match device.is_consumer {
        true => " is_consumer: true,",
        false => "",
    };
    let mut keys = vec![
        ("memory_gb", device.memory_gb),
        ("bandwidth_gb_s", device.bandwidth_gb_s),
        ("bf16_tflops", device.bf16_tflops),
    ];
    keys.extend(device.fp8_tflops.map(|rate| ("fp8_tflops", rate)));
    keys.extend(device.fp4_tflops.map(|rate| ("fp4_tflops", rate)));
    keys.push(("link_gb_s", device.link_gb_s));
    let numbers = numbers_text(&keys);
    format!("(id: {id}, class: {class},{consumer} {numbers})")
}

fn numbers_text(keys: &[(&str, f64)]) -> String {
    let keys: Vec<String> = keys
        .iter()
        .map(|(key, value)| format!("{key}: {}", number(*value)))
        .collect();
    keys.join(", ")
}
