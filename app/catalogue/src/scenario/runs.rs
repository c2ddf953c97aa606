//! The runs behind measurements, read and written: machine, plan and what stood in their way.

use weighbridge_engine::Scenario;
use weighbridge_engine::scenario::{
    FactForm, HowKnown, MachineFact, MachineFactValue, MachineRate, MachineRateKind, MeasuredRun,
    Measurement, RunArrivals, RunDoubt, RunMachine, RunModel, RunPlace, RunPlan, RunVerdict,
    WhyDoubted,
};

use super::measurements::{Bounds, bounded, need_text, optional, read_id, within};
use super::reader::{Keys, Reader};
use super::value::Value;
use super::write::{Writer, number, quoted};
use crate::faults::FaultKind;

/// The largest whole number that a file states: every one up to it is a number of its own.
const LARGEST: u64 = 1 << 53;
const TOKENS: (u64, u64) = (1, 100_000_000);
const COUNT: (u64, u64) = (1, 1_000_000);
const FROM_NOUGHT: (u64, u64) = (0, LARGEST);
const SHARE: Bounds = (0.0, 1.0);
const OWN_SHARE: Bounds = (0.0, 1e3);
const BANDWIDTH: Bounds = (1e-6, 1e9);
const SECONDS: Bounds = (1e-3, 1e9);
const AMOUNT: Bounds = (0.0, 1e18);
const RATE: Bounds = (1e-6, 1e21);

#[derive(Clone, Copy)]
enum PlaceWord {
    Processor,
    Gpu,
    Endpoint,
}

const PLACES: [(&str, PlaceWord); 3] = [
    ("Processor", PlaceWord::Processor),
    ("Gpu", PlaceWord::Gpu),
    ("Endpoint", PlaceWord::Endpoint),
];

/// Reads the runs, and the ids of all that stand in the file, those with faults among them.
pub(super) fn read_runs(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
) -> (Vec<MeasuredRun>, Vec<String>) {
    let (mut runs, mut named): (Vec<MeasuredRun>, Vec<String>) = (Vec::new(), Vec::new());
    let Some((value, path)) = keys.take("runs") else {
        return (runs, named);
    };
    let items = at_most(reader, value, &path, Measurement::MOST);
    let mut places: Vec<String> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let path = format!("{path}[{index}]");
        let Some(mut keys) = reader.group(item, &path) else {
            continue;
        };
        let id = read_id(reader, &mut keys);
        let run = read_run(reader, &mut keys, id.clone().unwrap_or_default());
        keys.finish(reader);
        let Some(id) = id else {
            continue;
        };
        if let Some(first) = named.iter().position(|known| *known == id) {
            let first = places[first].clone();
            let kind = FaultKind::DuplicateId { id, first };
            reader.fault(item.place, &format!("{path}.id"), kind);
            continue;
        }
        named.push(id);
        places.push(path);
        runs.extend(run);
    }
    (runs, named)
}

fn read_run(reader: &mut Reader<'_>, keys: &mut Keys<'_>, id: String) -> Option<MeasuredRun> {
    let on = keys.need(reader, "on");
    let on = on.and_then(|(value, path)| reader.date(value, &path));
    let place = keys.need(reader, "place");
    let place = place.and_then(|(value, path)| read_place(reader, value, &path));
    let model = in_group(reader, keys, "model", read_model);
    let plan = in_group(reader, keys, "plan", read_plan);
    let machine = maybe_group(reader, keys, "machine", read_machine);
    let verdict = maybe_group(reader, keys, "verdict", read_verdict);
    let answered = whole(reader, keys, "answered", FROM_NOUGHT);
    let failed = whole_or(reader, keys, "failed", FROM_NOUGHT, 0);
    let energy_joules = optional(reader, keys, "energy_joules", AMOUNT);
    let energy_seconds = optional(reader, keys, "energy_seconds", AMOUNT);
    Some(MeasuredRun {
        id,
        on: on?,
        place: place?,
        model: model?,
        plan: plan?,
        machine: machine?,
        verdict: verdict?.unwrap_or_default(),
        answered: answered?,
        failed: failed?,
        energy_joules: energy_joules?,
        energy_seconds: energy_seconds?,
    })
}

fn read_place(reader: &mut Reader<'_>, value: &Value, path: &str) -> Option<RunPlace> {
    let (word, mut keys) = reader.variant(value, path, &PLACES)?;
    let place = match word {
        PlaceWord::Processor => {
            let threads = whole(reader, &mut keys, "threads", COUNT);
            let instructions = need_text(reader, &mut keys, "instructions");
            threads
                .zip(instructions)
                .map(|(threads, instructions)| RunPlace::Processor {
                    threads,
                    instructions,
                })
        }
        PlaceWord::Gpu => {
            let name = need_text(reader, &mut keys, "name");
            let backend = need_text(reader, &mut keys, "backend");
            name.zip(backend)
                .map(|(name, backend)| RunPlace::Gpu { name, backend })
        }
        PlaceWord::Endpoint => {
            need_text(reader, &mut keys, "address").map(|address| RunPlace::Endpoint { address })
        }
    };
    keys.finish(reader);
    place
}

fn read_model(reader: &mut Reader<'_>, keys: &mut Keys<'_>) -> Option<RunModel> {
    let name = need_text(reader, keys, "name");
    let format = keys.take("format");
    let format = format.and_then(|(value, path)| reader.text(value, &path));
    let weight_bytes = optional(reader, keys, "weight_bytes", AMOUNT);
    let seed = match keys.take("seed") {
        None => Some(None),
        Some((value, path)) => reader.whole(value, &path, 0, u64::MAX).map(Some),
    };
    Some(RunModel {
        name: name?,
        format: format.unwrap_or_default(),
        weight_bytes: weight_bytes?,
        seed: seed?,
    })
}

fn read_plan(reader: &mut Reader<'_>, keys: &mut Keys<'_>) -> Option<RunPlan> {
    let prompt_tokens = wholes(reader, keys, "prompt_tokens", TOKENS);
    let output_tokens = whole(reader, keys, "output_tokens", TOKENS);
    let concurrency = wholes(reader, keys, "concurrency", COUNT);
    let arrivals = maybe_group(reader, keys, "arrivals", |reader, keys| {
        let per_second = bounded(reader, keys, "per_second", (1e-6, 1e6));
        let requests = whole(reader, keys, "requests", COUNT);
        let seed = whole_or(reader, keys, "seed", (0, u64::MAX), 0);
        Some(RunArrivals {
            per_second: per_second?,
            requests: requests?,
            seed: seed?,
        })
    });
    let repeats = whole(reader, keys, "repeats", COUNT);
    let warm_up = whole_or(reader, keys, "warm_up", FROM_NOUGHT, 0);
    let time_limit_seconds = bounded(reader, keys, "time_limit_seconds", SECONDS);
    Some(RunPlan {
        prompt_tokens: prompt_tokens?,
        output_tokens: output_tokens?,
        concurrency: concurrency?,
        arrivals: arrivals?,
        repeats: repeats?,
        warm_up: warm_up?,
        time_limit_seconds: time_limit_seconds?,
    })
}

fn read_machine(reader: &mut Reader<'_>, keys: &mut Keys<'_>) -> Option<RunMachine> {
    let mut machine = RunMachine::default();
    if let Some((value, path)) = keys.take("facts") {
        let items = at_most(reader, value, &path, MeasuredRun::MOST_FACTS);
        for (index, item) in items.iter().enumerate() {
            let path = format!("{path}[{index}]");
            machine.facts.extend(read_fact(reader, item, &path));
        }
    }
    if let Some((value, path)) = keys.take("rates") {
        let items = at_most(reader, value, &path, MeasuredRun::MOST_FACTS);
        for (index, item) in items.iter().enumerate() {
            let path = format!("{path}[{index}]");
            machine.rates.extend(read_rate(reader, item, &path));
        }
    }
    Some(machine)
}

fn read_fact(reader: &mut Reader<'_>, value: &Value, path: &str) -> Option<MachineFact> {
    let mut keys = reader.group(value, path)?;
    let names = MachineFact::ALL.map(|(name, form)| (name, (name, form)));
    let fact = keys.need(reader, "fact");
    let fact = fact.and_then(|(value, path)| reader.choice(value, &path, &names));
    let stated = keys.need(reader, "value");
    let stated = fact
        .zip(stated)
        .and_then(|((_, form), (value, path))| match form {
            FactForm::Text => reader.text(value, &path).map(MachineFactValue::Text),
            FactForm::Count | FactForm::Bytes => {
                within(reader, value, &path, AMOUNT).map(MachineFactValue::Number)
            }
            FactForm::Texts => Some(MachineFactValue::Texts(reader.texts(value, &path))),
        });
    let known = keys.need(reader, "known");
    let known = known.and_then(|(value, path)| reader.choice(value, &path, HowKnown::ALL));
    let doubt = match keys.take("doubt") {
        None => Some(None),
        Some((value, path)) => reader.choice(value, &path, WhyDoubted::ALL).map(Some),
    };
    keys.finish(reader);
    Some(MachineFact {
        fact: fact?.0,
        value: stated?,
        known: known?,
        doubt: doubt?,
    })
}

fn read_rate(reader: &mut Reader<'_>, value: &Value, path: &str) -> Option<MachineRate> {
    let mut keys = reader.group(value, path)?;
    let kind = keys.need(reader, "rate");
    let kind = kind.and_then(|(value, path)| reader.choice(value, &path, MachineRateKind::ALL));
    let threads = match keys.take("threads") {
        None => Some(None),
        Some((value, path)) => reader.whole(value, &path, COUNT.0, COUNT.1).map(Some),
    };
    let instructions = keys.take("instructions");
    let instructions = instructions.and_then(|(value, path)| reader.text(value, &path));
    let per_second = bounded(reader, &mut keys, "per_second", RATE);
    keys.finish(reader);
    Some(MachineRate {
        kind: kind?,
        threads: threads?,
        instructions: instructions.unwrap_or_default(),
        per_second: per_second?,
    })
}

fn read_verdict(reader: &mut Reader<'_>, keys: &mut Keys<'_>) -> Option<RunVerdict> {
    let others_before = optional(reader, keys, "others_before", SHARE);
    let others_during = optional(reader, keys, "others_during", SHARE);
    let own_share = optional(reader, keys, "own_share", OWN_SHARE);
    let before = optional(reader, keys, "bandwidth_before_gb_s", BANDWIDTH);
    let after = optional(reader, keys, "bandwidth_after_gb_s", BANDWIDTH);
    let mut doubts = Vec::new();
    if let Some((value, path)) = keys.take("doubts") {
        for (index, item) in reader.list(value, &path).iter().enumerate() {
            let path = format!("{path}[{index}]");
            let doubt = reader.choice(item, &path, RunDoubt::ALL);
            doubts.extend(doubt.filter(|doubt| !doubts.contains(doubt)));
        }
    }
    Some(RunVerdict {
        others_before: others_before?,
        others_during: others_during?,
        own_share: own_share?,
        bandwidth_before_gb_s: before?,
        bandwidth_after_gb_s: after?,
        doubts,
    })
}

/// The items of a list that may hold so many; more are a fault, and are not read.
fn at_most<'v>(reader: &mut Reader<'_>, value: &'v Value, path: &str, most: usize) -> &'v [Value] {
    let items = reader.list(value, path);
    if items.len() > most {
        let kind = FaultKind::OutOfRange {
            min: 0.0,
            max: most as f64,
            value: items.len() as f64,
        };
        reader.fault(value.place, path, kind);
    }
    &items[..items.len().min(most)]
}

/// What is read of a group that must be there.
fn in_group<T>(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    key: &'static str,
    read: impl FnOnce(&mut Reader<'_>, &mut Keys<'_>) -> Option<T>,
) -> Option<T> {
    let (value, path) = keys.need(reader, key)?;
    let mut keys = reader.group(value, &path)?;
    let found = read(reader, &mut keys);
    keys.finish(reader);
    found
}

/// What is read of a group that may be left out; nothing where it is there and wrong.
fn maybe_group<T>(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    key: &'static str,
    read: impl FnOnce(&mut Reader<'_>, &mut Keys<'_>) -> Option<T>,
) -> Option<Option<T>> {
    let Some((value, path)) = keys.take(key) else {
        return Some(None);
    };
    let mut keys = reader.group(value, &path)?;
    let found = read(reader, &mut keys);
    keys.finish(reader);
    found.map(Some)
}

fn whole(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    key: &'static str,
    (min, max): (u64, u64),
) -> Option<u64> {
    let (value, path) = keys.need(reader, key)?;
    reader.whole(value, &path, min, max)
}

fn whole_or(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    key: &'static str,
    (min, max): (u64, u64),
    otherwise: u64,
) -> Option<u64> {
    match keys.take(key) {
        None => Some(otherwise),
        Some((value, path)) => reader.whole(value, &path, min, max),
    }
}

/// A list of whole numbers.
fn wholes(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    key: &'static str,
    (min, max): (u64, u64),
) -> Option<Vec<u64>> {
    let (value, path) = keys.need(reader, key)?;
    let items = at_most(reader, value, &path, MeasuredRun::MOST_TRIED);
    let items = items.iter().enumerate();
    items
        .map(|(index, item)| reader.whole(item, &format!("{path}[{index}]"), min, max))
        .collect()
}

impl Writer {
    /// The runs that measurements name, each spelled out.
    pub(super) fn runs(&mut self, scenario: &Scenario) {
        if scenario.runs.is_empty() {
            return;
        }
        self.open("runs: [");
        for run in &scenario.runs {
            self.run(run);
        }
        self.close("],");
    }

    fn run(&mut self, run: &MeasuredRun) {
        self.open("(");
        self.text("id", &run.id);
        self.text("on", &run.on.to_string());
        self.key("place", &place_text(&run.place));
        self.key("model", &model_text(&run.model));
        self.key("plan", &plan_text(&run.plan));
        if let Some(machine) = &run.machine {
            self.machine(machine);
        }
        let verdict = verdict_text(&run.verdict);
        if !verdict.is_empty() {
            self.key("verdict", &format!("({verdict})"));
        }
        self.key("answered", &run.answered.to_string());
        if run.failed > 0 {
            self.key("failed", &run.failed.to_string());
        }
        if let Some(joules) = run.energy_joules {
            self.key("energy_joules", &number(joules));
        }
        if let Some(seconds) = run.energy_seconds {
            self.key("energy_seconds", &number(seconds));
        }
        self.close("),");
    }

    fn machine(&mut self, machine: &RunMachine) {
        self.open("machine: (");
        if !machine.facts.is_empty() {
            self.open("facts: [");
            for fact in &machine.facts {
                self.line(&format!("({}),", fact_text(fact)));
            }
            self.close("],");
        }
        if !machine.rates.is_empty() {
            self.open("rates: [");
            for rate in &machine.rates {
                self.line(&format!("({}),", rate_text(rate)));
            }
            self.close("],");
        }
        self.close("),");
    }
}

fn place_text(place: &RunPlace) -> String {
    match place {
        RunPlace::Processor {
            threads,
            instructions,
        } => format!(
            "Processor(threads: {threads}, instructions: {})",
            quoted(instructions)
        ),
        RunPlace::Gpu { name, backend } => {
            format!("Gpu(name: {}, backend: {})", quoted(name), quoted(backend))
        }
        RunPlace::Endpoint { address } => format!("Endpoint(address: {})", quoted(address)),
    }
}

fn model_text(model: &RunModel) -> String {
    let mut keys = vec![format!("name: {}", quoted(&model.name))];
    if !model.format.is_empty() {
        keys.push(format!("format: {}", quoted(&model.format)));
    }
    keys.extend(
        model
            .weight_bytes
            .map(|bytes| format!("weight_bytes: {}", number(bytes))),
    );
    keys.extend(model.seed.map(|seed| format!("seed: {seed}")));
    format!("({})", keys.join(", "))
}

fn plan_text(plan: &RunPlan) -> String {
    let list = |numbers: &[u64]| {
        let numbers: Vec<String> = numbers.iter().map(u64::to_string).collect();
        format!("[{}]", numbers.join(", "))
    };
    let mut keys = vec![
        format!("prompt_tokens: {}", list(&plan.prompt_tokens)),
        format!("output_tokens: {}", plan.output_tokens),
        format!("concurrency: {}", list(&plan.concurrency)),
    ];
    keys.extend(plan.arrivals.map(|arrivals| {
        format!(
            "arrivals: (per_second: {}, requests: {}, seed: {})",
            number(arrivals.per_second),
            arrivals.requests,
            arrivals.seed
        )
    }));
    keys.push(format!("repeats: {}", plan.repeats));
    keys.push(format!("warm_up: {}", plan.warm_up));
    let limit = number(plan.time_limit_seconds);
    keys.push(format!("time_limit_seconds: {limit}"));
    format!("({})", keys.join(", "))
}

fn fact_text(fact: &MachineFact) -> String {
    let value = match &fact.value {
        MachineFactValue::Text(text) => quoted(text),
        MachineFactValue::Number(value) => number(*value),
        MachineFactValue::Texts(texts) => {
            let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
            format!("[{}]", texts.join(", "))
        }
    };
    let (name, known) = (quoted(fact.fact), quoted(fact.known.key()));
    let doubt = fact.doubt.map_or_else(String::new, |doubt| {
        format!(", doubt: {}", quoted(doubt.key()))
    });
    format!("fact: {name}, value: {value}, known: {known}{doubt}")
}

fn rate_text(rate: &MachineRate) -> String {
    let mut keys = vec![format!("rate: {}", quoted(rate.kind.key()))];
    keys.extend(rate.threads.map(|threads| format!("threads: {threads}")));
    if !rate.instructions.is_empty() {
        keys.push(format!("instructions: {}", quoted(&rate.instructions)));
    }
    keys.push(format!("per_second: {}", number(rate.per_second)));
    keys.join(", ")
}

fn verdict_text(verdict: &RunVerdict) -> String {
    let figures = [
        ("others_before", verdict.others_before),
        ("others_during", verdict.others_during),
        ("own_share", verdict.own_share),
        ("bandwidth_before_gb_s", verdict.bandwidth_before_gb_s),
        ("bandwidth_after_gb_s", verdict.bandwidth_after_gb_s),
    ];
    let mut keys: Vec<String> = figures
        .into_iter()
        .filter_map(|(key, value)| Some(format!("{key}: {}", number(value?))))
        .collect();
    if !verdict.doubts.is_empty() {
        let doubts: Vec<String> = verdict
            .doubts
            .iter()
            .map(|doubt| quoted(doubt.key()))
            .collect();
        keys.push(format!("doubts: [{}]", doubts.join(", ")));
    }
    keys.join(", ")
}
