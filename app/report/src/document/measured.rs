//! What was measured for the case: every figure with its run, what figures mean, and the machines.

use serde::Serialize;
use weighbridge_engine::scenario::{
    FactForm, MachineFact, MachineFactValue, MachineRate, MeasuredRun, Measurement, RunDoubt,
    RunMachine, RunPlace, RunVerdict, Subject as Of,
};
use weighbridge_engine::serving::Quantity;
use weighbridge_text::Digits;
use weighbridge_units::{Arg, Message};

use super::Subject;
use super::table::{Cell, Column, Row, Table};

/// So many measurements are printed, the newest; further ones are counted.
const MOST_PRINTED: usize = 24;
/// So many machines are described.
const MOST_MACHINES: usize = 3;

/// What was measured; without rows nothing is printed.
#[derive(Debug, Serialize)]
pub(super) struct Measured {
    table: Table,
    /// How many are not printed, and what the figures mean.
    notes: Vec<String>,
    machines: Vec<Described>,
}

/// A machine with its facts.
#[derive(Debug, Serialize)]
struct Described {
    heading: String,
    facts: Vec<Fact>,
}

/// What a fact is, its value, and how that is known.
type Fact = (String, String, String);

/// What was measured for the case, in the order in which it came.
pub(super) fn of(subject: &Subject<'_>) -> Measured {
    let all = &subject.scenario.measurements;
    let printed = &all[all.len().saturating_sub(MOST_PRINTED)..];
    let columns = vec![
        Column::text(subject.get("report-column-measured"), 0.9),
        Column::figures(subject.get("column-value"), 0.0),
        Column::figures(subject.get("report-column-estimated"), 0.0),
        Column::text(subject.get("report-column-run"), 1.25),
    ];
    let rows = printed.iter().map(|one| row(subject, one)).collect();
    let mut notes = Vec::new();
    let left = all.len() - printed.len();
    if left > 0 {
        notes.push(subject.say("report-measured-further", &[("count", Arg::from(left))]));
    }
    notes.extend(definitions(subject, printed));
    let mut machines: Vec<&RunMachine> = Vec::new();
    for machine in printed
        .iter()
        .filter_map(|one| run_of(subject, one)?.machine.as_ref())
    {
        if !machines.contains(&machine) && machines.len() < MOST_MACHINES {
            machines.push(machine);
        }
    }
    Measured {
        table: Table { columns, rows },
        notes,
        machines: machines
            .into_iter()
            .map(|machine| described(subject, machine))
            .collect(),
    }
}

fn run_of<'a>(subject: &Subject<'a>, measurement: &Measurement) -> Option<&'a MeasuredRun> {
    subject.scenario.run(measurement.run.as_deref()?)
}

fn row(subject: &Subject<'_>, measurement: &Measurement) -> Row {
    let quantity = measurement.subject.quantity();
    let what = match &measurement.subject {
        Of::Deployment(case) => Message::new("measurement-on-machine")
            .with("model", case.model.clone())
            .with("count", Arg::Number(case.accelerators))
            .with("hardware", case.device.id.clone())
            .with("engine", case.engine.clone()),
        Of::Endpoint(case) => Message::new("measurement-at-endpoint")
            .with("model", case.model.clone())
            .with("provider", case.provider.clone()),
    };
    let name = subject.get(&format!("import-quantity-{}", quantity.key()));
    let mut first = Cell::from(format!("{name}, {}", subject.text.render(&what)));
    first.below = format!(
        "{} · {}",
        measurement.source,
        subject.text.short_date(measurement.on)
    );
    let mut value = Cell::from(figure(subject, quantity, measurement.value));
    if let Some((low, high)) = measurement.spread {
        let number = |value: f64| subject.text.number(value, Digits::SCREEN);
        value.below = format!("{} – {}", number(low), number(high));
    }
    if !measurement.counts() {
        value.muted = true;
    }
    let estimated = match measurement.estimated {
        Some(estimated) => Cell::from(figure(subject, quantity, estimated)),
        None => Cell::muted("–"),
    };
    Row {
        cells: vec![first, value, estimated, how(subject, measurement)],
        ..Row::default()
    }
}

fn figure(subject: &Subject<'_>, quantity: Quantity, value: f64) -> String {
    let unit = match quantity {
        Quantity::InterToken | Quantity::TimeToFirstToken => "import-milliseconds",
        _ => "import-tokens-per-second",
    };
    let decimals = if value < 100.0 { 1 } else { 0 };
    subject.say(unit, &[("value", Arg::Decimal(value, decimals))])
}

/// Model, place and plan, and below them whether the figure can be relied on.
fn how(subject: &Subject<'_>, measurement: &Measurement) -> Cell {
    let Some(run) = run_of(subject, measurement) else {
        let mut cell = Cell::from(measurement.conditions.clone());
        cell.below = standing(subject, measurement).unwrap_or_default();
        return cell;
    };
    let mut parts = vec![model(subject, run), place(subject, run), plan(subject, run)];
    if run.failed > 0 {
        parts.push(subject.say("report-run-failed", &[("count", Arg::from(run.failed))]));
    }
    let mut below = verdict(subject, &run.verdict);
    below.extend(standing(subject, measurement));
    Cell {
        text: parts.join(" · "),
        below: below.join(" "),
        ..Cell::default()
    }
}

/// Why a measurement is not used.
fn standing(subject: &Subject<'_>, measurement: &Measurement) -> Option<String> {
    if measurement.is_busy {
        return Some(subject.get("measurement-busy"));
    }
    (!measurement.is_in_use).then(|| subject.get("measurement-left-aside"))
}

fn model(subject: &Subject<'_>, run: &MeasuredRun) -> String {
    let model = &run.model;
    let mut name = model.name.clone();
    if !model.format.is_empty() {
        name = format!("{name}, {}", model.format);
    }
    match model.seed {
        Some(seed) => subject.say(
            "report-run-made-up",
            &[
                ("model", Arg::from(name)),
                ("seed", Arg::from(seed.to_string())),
            ],
        ),
        None => name,
    }
}

fn place(subject: &Subject<'_>, run: &MeasuredRun) -> String {
    match &run.place {
        RunPlace::Processor {
            threads,
            instructions,
        } => subject.say(
            "latency-place-cpu",
            &[
                ("threads", Arg::from(*threads)),
                ("instructions", Arg::from(instructions.clone())),
            ],
        ),
        RunPlace::Gpu { name, backend } => subject.say(
            "latency-place-gpu",
            &[
                ("name", Arg::from(name.clone())),
                ("backend", Arg::from(backend.clone())),
            ],
        ),
        RunPlace::Endpoint { address } => subject.say(
            "latency-place-endpoint",
            &[("address", Arg::from(address.clone()))],
        ),
    }
}

fn plan(subject: &Subject<'_>, run: &MeasuredRun) -> String {
    let plan = &run.plan;
    let list = |numbers: &[u64]| {
        let numbers = numbers.iter().map(|one| subject.text.compact(*one as f64));
        Arg::from(subject.text.list(numbers))
    };
    let limit = subject.text.duration(plan.time_limit_seconds);
    let lengths = [
        ("prompts", list(&plan.prompt_tokens)),
        ("output", Arg::from(plan.output_tokens)),
        ("limit", Arg::from(limit)),
        ("warmup", Arg::from(plan.warm_up)),
    ];
    let mut args = lengths.to_vec();
    match plan.arrivals {
        Some(arrivals) => {
            let rate = subject.text.number(arrivals.per_second, Digits::Shortest);
            args.push(("rate", Arg::from(rate)));
            args.push(("requests", Arg::from(arrivals.requests)));
            args.push(("seed", Arg::from(arrivals.seed.to_string())));
            subject.say("report-run-plan-rate", &args)
        }
        None => {
            args.push(("users", list(&plan.concurrency)));
            args.push(("repeats", Arg::from(plan.repeats)));
            subject.say("report-run-plan-users", &args)
        }
    }
}

/// What the guard saw: every doubt, or that there is none; nothing where it saw nothing.
fn verdict(subject: &Subject<'_>, seen: &RunVerdict) -> Vec<String> {
    let doubts = seen.doubts.iter().map(|doubt| {
        let (key, share) = match doubt {
            RunDoubt::BusyBefore => ("latency-doubt-busy-before", seen.others_before),
            RunDoubt::BusyDuring => ("latency-doubt-busy-during", seen.others_during),
            RunDoubt::Starved => ("latency-doubt-starved", seen.own_share),
            RunDoubt::BandwidthMoved => ("latency-doubt-bandwidth", bandwidth_change(seen)),
        };
        subject.say(key, &[("share", Arg::Percent(share.unwrap_or(0.0)))])
    });
    let mut said: Vec<String> = doubts.collect();
    if said.is_empty()
        && let Some(share) = seen.others_during.or(seen.others_before)
    {
        said.push(subject.say("report-run-quiet", &[("share", Arg::Percent(share))]));
    }
    said
}

fn bandwidth_change(seen: &RunVerdict) -> Option<f64> {
    let (before, after) = (seen.bandwidth_before_gb_s?, seen.bandwidth_after_gb_s?);
    Some(before.max(after) / before.min(after) - 1.0)
}

/// What the printed figures mean, each once, and what percentiles are where there are any.
fn definitions(subject: &Subject<'_>, printed: &[Measurement]) -> Vec<String> {
    let mut keys: Vec<&str> = Vec::new();
    for measurement in printed {
        let is_endpoint = matches!(measurement.subject, Of::Endpoint(_));
        let key = match (measurement.subject.quantity(), is_endpoint) {
            (Quantity::DecodeAlone, _) => "latency-definition-user-tokens",
            (Quantity::Prefill, _) => "latency-definition-prompt-tokens-here",
            (Quantity::InterToken, _) => "latency-definition-mean-gap",
            (Quantity::TimeToFirstToken, true) => "latency-definition-first-token-endpoint",
            (Quantity::TimeToFirstToken, false) => "latency-definition-first-token-here",
            (Quantity::FixedBatch | Quantity::Saturated, _) => "report-definition-throughput",
        };
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    if printed.iter().any(|one| one.spread.is_some()) {
        keys.push("report-definition-spread");
    }
    keys.into_iter().map(|key| subject.get(key)).collect()
}

fn described(subject: &Subject<'_>, machine: &RunMachine) -> Described {
    let name = machine.facts.iter().find_map(|fact| match &fact.value {
        MachineFactValue::Text(name) if fact.fact == "processor-name" => Some(name.clone()),
        _ => None,
    });
    let facts = machine.facts.iter().map(|fact| of_fact(subject, fact));
    let rates = machine.rates.iter().map(|rate| of_rate(subject, rate));
    Described {
        heading: match name {
            Some(name) => subject.say("report-machine", &[("name", Arg::from(name))]),
            None => subject.get("report-machine-unnamed"),
        },
        facts: facts.chain(rates).collect(),
    }
}

fn of_fact(subject: &Subject<'_>, fact: &MachineFact) -> Fact {
    let text = subject.text;
    let value = match (&fact.value, fact.form()) {
        (MachineFactValue::Text(kind), _) if fact.fact == "gpu-kind" => {
            subject.get(&format!("machine-gpu-kind-{kind}"))
        }
        (MachineFactValue::Text(none), _) if fact.fact == "system-hypervisor" && none == "none" => {
            subject.get("machine-none")
        }
        (MachineFactValue::Text(value), _) => value.clone(),
        (MachineFactValue::Number(bytes), FactForm::Bytes) => text.bytes(*bytes),
        (MachineFactValue::Number(count), _) => text.number(*count, Digits::WHOLE),
        (MachineFactValue::Texts(names), _) if names.is_empty() => subject.get("machine-none"),
        (MachineFactValue::Texts(names), _) => names.join(", "),
    };
    let mut known = subject.get(&format!("machine-known-{}", fact.known.key()));
    if let Some(doubt) = fact.doubt {
        let doubt = subject.get(&format!("machine-doubt-{}", doubt.key()));
        known = format!("{known}; {doubt}");
    }
    let name = subject.get(&format!("machine-fact-{}", fact.fact));
    (name, value, known)
}

fn of_rate(subject: &Subject<'_>, rate: &MachineRate) -> Fact {
    let instructions = Some(rate.instructions.as_str()).filter(|words| !words.is_empty());
    let what = weighbridge_text::rate_name(rate.kind.key(), rate.threads, instructions);
    let unit = match rate.kind.is_memory() {
        true => "rates-bytes",
        false => "rates-operations",
    };
    let value = Arg::from(subject.text.number(rate.per_second / 1e9, Digits::SCREEN));
    (
        subject.text.render(&what),
        subject.say(unit, &[("value", value)]),
        subject.get("machine-known-measured"),
    )
}
