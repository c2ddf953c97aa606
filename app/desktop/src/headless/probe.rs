//! `probe`: what this computer is, how that is known, and on request how fast it is.

use std::io::Write;
use std::sync::atomic::AtomicBool;

use clap::Args;
use serde_json::{Map, Value};
use weighbridge_catalogue::measurements::{Found, FoundHardware, found_hardware};
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_machine::child::Child;
use weighbridge_machine::rates::{self, Measured, Progress, RATES, Rate, Settings};
use weighbridge_machine::{
    FactRow, FactValue, GpuKind, LOOK, Machine, Transcript, backend_name, read,
};
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Message};

use super::failure::Failure;
use super::json::{self, figure, object, optional, text};
use super::output::{answer, printable};
use super::table::Table;
use crate::measuring::words::{fact_value, rate_name};

/// The version of the document; it rises when a key changes its meaning or goes.
const VERSION: u32 = 1;

/// What is asked of `probe`.
#[derive(Debug, Args)]
pub struct ProbeArguments {
    /// Measure how fast memory and arithmetic are, on the processor and on each GPU
    #[arg(long)]
    pub measure: bool,
    /// Print JSON with stable keys instead of tables
    #[arg(long)]
    pub json: bool,
}

/// Does what the arguments ask.
///
/// # Errors
/// A sentence where the processor cannot be measured; what else fails is told in the answer.
pub(super) fn probe(
    arguments: &ProbeArguments,
    catalogue: &Catalogue,
    words: Text,
    output: &mut dyn Write,
    errors: &mut dyn Write,
) -> Result<(), Failure> {
    let graphics = Child::of_this_program(LOOK).ok();
    let transcript = read(graphics.as_ref());
    let machine = Machine::of(&transcript);
    let measured = match arguments.measure {
        true => Some(measure(&machine, words, errors)?),
        false => None,
    };
    let answered = match arguments.json {
        true => json::print(&document(
            &machine,
            &transcript,
            measured.as_ref(),
            catalogue,
            words,
        )),
        false => printable(&print(&machine, measured.as_ref(), words)),
    };
    answer(output, &answered)
}

/// Measures, with a line on standard error for each rate begun.
fn measure(machine: &Machine, words: Text, errors: &mut dyn Write) -> Result<Measured, Failure> {
    let settings = Settings::default();
    let cost = rates::cost(machine, &settings);
    let before = Message::new("rates-cost")
        .with("seconds", cost.seconds.ceil() as u64)
        .with("memory", words.bytes(cost.memory_bytes as f64));
    // Where standard error is closed, the measurement goes on.
    let _ = writeln!(errors, "{}", words.render(&before));
    let graphics = Child::of_this_program(RATES).ok();
    let mut last = None;
    let mut tell = |told: Progress| {
        if last != Some((told.gpu, told.kind)) {
            last = Some((told.gpu, told.kind));
            let what = Message::new(format!("rates-kind-{}", told.kind.key()));
            let name = told
                .gpu
                .and_then(|gpu| machine.gpus[gpu].name.value.clone());
            let what = match name {
                Some(name) => format!("{name}, {}", words.render(&what)),
                None => words.render(&what),
            };
            let line = Message::new("rates-progress")
                .with("share", Arg::Percent(told.share))
                .with("what", what);
            let _ = writeln!(errors, "{}", words.render(&line));
        }
    };
    let cancel = AtomicBool::new(false);
    rates::measure(machine, &settings, graphics.as_ref(), &cancel, &mut tell)
        .map_err(|failure| Failure::of(&failure))
}

fn print(machine: &Machine, measured: Option<&Measured>, words: Text) -> String {
    let facts = machine.facts();
    let labels = facts.iter().map(|fact| words.format(&fact.key(), &[]));
    let labels: Vec<String> = labels.collect();
    let widest = labels
        .iter()
        .map(|label| label.chars().count())
        .max()
        .unwrap_or(0);
    let mut printed = String::new();
    let mut gpu = None;
    for (fact, label) in facts.iter().zip(&labels) {
        if fact.gpu() != gpu {
            gpu = fact.gpu();
            printed.push('\n');
        }
        let gap = " ".repeat(widest - label.chars().count());
        let value = fact_value(words, fact);
        printed.push_str(&format!("{label}{gap}  {value}  ({})\n", how(fact, words)));
    }
    if machine.gpus.is_empty() {
        printed.push_str(&format!("\n{}\n", words.format("machine-no-gpu", &[])));
    }
    let faults = measured.iter().flat_map(|measured| &measured.faults);
    let faults: Vec<&Message> = machine.faults.iter().chain(faults).collect();
    if let Some(measured) = measured {
        printed.push('\n');
        printed.push_str(&print_rates(machine, measured, words));
    }
    if !faults.is_empty() {
        printed.push('\n');
    }
    for fault in faults {
        printed.push_str(&format!("{}\n", words.render(fault)));
    }
    printed
}

/// How a fact is known, and why it is in doubt.
fn how(fact: &FactRow, words: Text) -> String {
    let known = words.format(&format!("machine-known-{}", fact.known.key()), &[]);
    match fact.doubt {
        Some(doubt) => {
            let doubtful = words.format("machine-sureness-doubtful", &[]);
            let why = words.format(&format!("machine-doubt-{}", doubt.key()), &[]);
            format!("{known}; {doubtful}: {why}")
        }
        None => known,
    }
}

fn print_rates(machine: &Machine, measured: &Measured, words: Text) -> String {
    let arrays = match measured.arrays_exceed_caches {
        true => "rates-arrays",
        false => "rates-arrays-small",
    };
    let bytes = |bytes: u64| Arg::from(words.bytes(bytes as f64));
    let arrays = Message::new(arrays).with("bytes", bytes(measured.array_bytes));
    let title = words.format("rates-title", &[]);
    let mut printed = format!("{title}. {}\n\n", words.render(&arrays));
    printed.push_str(&rate_table(&measured.processor, words).print());
    for gpu in &measured.gpus {
        let facts = &machine.gpus[gpu.gpu];
        let head = Message::new("rates-of-gpu")
            .with("name", facts.name.value.clone().unwrap_or_default())
            .with("backend", backend_name(&gpu.backend).to_owned())
            .with("bytes", bytes(gpu.working_bytes));
        printed.push_str(&format!("\n{}\n", words.render(&head)));
        if facts.is_software() {
            printed.push_str(&format!("{}\n", words.format("rates-software", &[])));
        }
        printed.push('\n');
        printed.push_str(&rate_table(&gpu.rates, words).print());
    }
    printed
}

fn rate_table(rates: &[Rate], words: Text) -> Table {
    let headings = ["rates-median", "rates-middle-half", "rates-best"];
    Table {
        headings: headings.map(|key| words.format(key, &[])).to_vec(),
        rows: rates
            .iter()
            .map(|rate| {
                let unit = match rate.kind.is_memory() {
                    true => "rates-bytes",
                    false => "rates-operations",
                };
                let number = |value: f64| words.number(value / 1e9, Digits::Significant(3));
                let with_unit = |value: String| words.format(unit, &[("value", Arg::from(value))]);
                let spread = &rate.spread;
                let middle = format!(
                    "{}–{}",
                    number(spread.lower_quartile()),
                    number(spread.upper_quartile())
                );
                let cells = vec![
                    with_unit(number(spread.median())),
                    with_unit(middle),
                    with_unit(number(spread.best())),
                ];
                (rate_name(words, rate), cells)
            })
            .collect(),
    }
}

fn document(
    machine: &Machine,
    transcript: &Transcript,
    measured: Option<&Measured>,
    catalogue: &Catalogue,
    words: Text,
) -> Value {
    let facts = machine.facts();
    let facts = facts
        .iter()
        .map(|fact| Value::Object(fact_entries(fact, words)));
    let faults = measured.iter().flat_map(|measured| &measured.faults);
    let faults = machine.faults.iter().chain(faults).map(|fault| {
        Value::Object(object([
            ("key", text(Some(&fault.key))),
            ("sentence", text(Some(words.describe(fault)))),
        ]))
    });
    let name = machine.processor.name.value.as_deref();
    let of_processor = name.and_then(|name| found_hardware(Found::Processor(name), catalogue));
    let of_gpus = machine.gpus.iter().enumerate().map(|(number, gpu)| {
        let name = gpu.name.value.as_deref();
        let memory = match gpu.kind.value {
            Some(GpuKind::Dedicated) => gpu.memory_total_bytes.value,
            _ => None,
        };
        let found = name.and_then(|name| found_hardware(Found::Gpu(name, memory), catalogue));
        let mut entries = object([("gpu", Value::from(number))]);
        entries.extend(known_as(found));
        Value::Object(entries)
    });
    Value::Object(object([
        ("version", Value::from(VERSION)),
        ("facts", Value::Array(facts.collect())),
        (
            "known_as",
            Value::Object(object([
                ("processor", Value::Object(known_as(of_processor))),
                ("gpus", Value::Array(of_gpus.collect())),
            ])),
        ),
        ("rates", measured.map(rates_of).unwrap_or_default()),
        ("faults", Value::Array(faults.collect())),
        (
            "transcript",
            serde_json::to_value(transcript).unwrap_or_default(),
        ),
    ]))
}

fn known_as(found: Option<FoundHardware>) -> Map<String, Value> {
    let (measured, catalogue) = match found {
        Some(found) => (found.measured, found.catalogue),
        None => (None, None),
    };
    object([
        ("hardware", text(catalogue)),
        ("measurements", text(measured)),
    ])
}

fn fact_entries(fact: &FactRow, words: Text) -> Map<String, Value> {
    let value = match &fact.value {
        None => Value::Null,
        Some(FactValue::Text(text)) => Value::from(text.clone()),
        Some(FactValue::Count(number) | FactValue::Bytes(number)) => Value::from(*number),
        Some(FactValue::Texts(texts)) => Value::from(texts.clone()),
        Some(FactValue::Kind(kind)) => Value::from(kind.key()),
    };
    object([
        ("fact", text(Some(&fact.path))),
        ("name", text(Some(words.format(&fact.key(), &[])))),
        ("value", value),
        ("known", text(Some(fact.known.key()))),
        ("sureness", text(Some(fact.sureness.key()))),
        (
            "doubt",
            text(fact.doubt.map(weighbridge_machine::Doubt::key)),
        ),
    ])
}

fn rates_of(measured: &Measured) -> Value {
    let rate = |rate: &Rate| {
        let samples = rate.spread.samples.iter().map(|sample| figure(*sample));
        let unit = match rate.kind.is_memory() {
            true => "bytes_per_second",
            false => "operations_per_second",
        };
        Value::Object(object([
            ("kind", text(Some(rate.kind.key()))),
            ("threads", rate.threads.map(Value::from).unwrap_or_default()),
            ("instructions", text(rate.instructions.as_deref())),
            ("unit", text(Some(unit))),
            ("median", figure(rate.spread.median())),
            ("lower_quartile", figure(rate.spread.lower_quartile())),
            ("upper_quartile", figure(rate.spread.upper_quartile())),
            ("best", figure(rate.spread.best())),
            ("by_gpu_clock", optional(rate.by_gpu_clock)),
            ("samples", Value::Array(samples.collect())),
        ]))
    };
    let gpus = measured.gpus.iter().map(|gpu| {
        Value::Object(object([
            ("gpu", Value::from(gpu.gpu)),
            ("backend", text(Some(&gpu.backend))),
            ("working_bytes", Value::from(gpu.working_bytes)),
            ("rates", Value::Array(gpu.rates.iter().map(rate).collect())),
        ]))
    });
    Value::Object(object([
        ("array_bytes", Value::from(measured.array_bytes)),
        (
            "arrays_exceed_caches",
            Value::from(measured.arrays_exceed_caches),
        ),
        (
            "processor",
            Value::Array(measured.processor.iter().map(rate).collect()),
        ),
        ("gpus", Value::Array(gpus.collect())),
    ]))
}
