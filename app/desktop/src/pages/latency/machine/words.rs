//! Facts, rates and runs in words.

use weighbridge_latency::{Level, Load, Place, Run, Stopped, Summary};
use weighbridge_machine::rates::{Rate, RateKind};
use weighbridge_machine::{FactRow, FactValue, Machine, Sureness, Transcript};
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, PartialDate};

/// Whether a rate is shown among the first.
pub(in crate::pages::latency) fn is_headline(kind: RateKind) -> bool {
    matches!(
        kind,
        RateKind::Triad | RateKind::F32 | RateKind::Int8 | RateKind::Read
    )
}

/// The name of a fact; of several graphics processors with their number.
pub(in crate::pages::latency) fn fact_name(text: Text, fact: &FactRow) -> String {
    let name = text.get(&fact.key());
    match fact.gpu() {
        Some(number) if fact.path.ends_with(".name") => {
            text.format("here-gpu-number", &[("number", Arg::from(number))])
        }
        Some(number) => text.format(
            "here-of-gpu",
            &[
                ("number", Arg::from(number)),
                ("what", Arg::from(name.into_owned())),
            ],
        ),
        None => name.into_owned(),
    }
}

/// The value of a fact, or that it is unknown.
pub(in crate::pages::latency) fn fact_value(text: Text, fact: &FactRow) -> String {
    match &fact.value {
        None => text.get("machine-sureness-unknown").into_owned(),
        Some(FactValue::Text(value)) => value.clone(),
        Some(FactValue::Count(count)) => text.number(*count as f64, Digits::Decimals(0)),
        Some(FactValue::Bytes(bytes)) => text.bytes(*bytes as f64),
        Some(FactValue::Texts(values)) if values.is_empty() => {
            text.get("machine-none").into_owned()
        }
        Some(FactValue::Texts(values)) => text.list(values.iter().cloned()),
        Some(FactValue::Kind(kind)) => text
            .get(&format!("machine-gpu-kind-{}", kind.key()))
            .into_owned(),
    }
}

/// How a fact is known, in a word or two.
pub(in crate::pages::latency) fn known(text: Text, fact: &FactRow) -> String {
    text.get(&format!("here-known-{}", key(fact.known)))
        .into_owned()
}

/// Why a fact is doubted, where it is.
pub(in crate::pages::latency) fn doubt(text: Text, fact: &FactRow) -> Option<String> {
    let doubt = fact.doubt.filter(|_| fact.sureness != Sureness::Sure)?;
    Some(
        text.get(&format!("machine-doubt-{}", key(doubt)))
            .into_owned(),
    )
}

/// The name of a choice as documents have it.
fn key(choice: impl serde::Serialize) -> String {
    let value = serde_json::to_value(choice).ok();
    let name = value.as_ref().and_then(serde_json::Value::as_str);
    name.unwrap_or_default().to_owned()
}

/// The name of a rate, with its threads or its graphics processor.
pub(in crate::pages::latency) fn rate_name(text: Text, rate: &Rate, gpu: Option<usize>) -> String {
    let kind = text.get(&format!("rates-kind-{}", rate.kind.key()));
    let kind = Arg::from(kind.into_owned());
    match (gpu, rate.threads) {
        (Some(number), _) => text.format(
            "here-of-gpu",
            &[("number", Arg::from(number)), ("what", kind)],
        ),
        (None, Some(threads)) => text.format(
            "rates-of-threads",
            &[("kind", kind), ("threads", Arg::from(u64::from(threads)))],
        ),
        (None, None) => text.arg(&kind),
    }
}

/// The middle of a rate, with its unit.
pub(in crate::pages::latency) fn rate(text: Text, rate: &Rate) -> String {
    let value = text.number(rate.spread.median() / 1e9, Digits::SCREEN);
    let key = match rate.kind.is_memory() {
        true => "rates-bytes",
        false => "rates-operations",
    };
    text.format(key, &[("value", Arg::from(value))])
}

/// What was found and how it is known, line by line, and what the system said word for word: for
/// a mail or a report.
pub(in crate::pages::latency) fn transcript(
    text: Text,
    machine: &Machine,
    transcript: &Transcript,
) -> String {
    let mut lines: Vec<String> = machine
        .facts()
        .iter()
        .map(|fact| {
            let doubt = doubt(text, fact).unwrap_or_default();
            [
                fact_name(text, fact),
                fact_value(text, fact),
                known(text, fact),
                doubt,
            ]
            .join("\t")
        })
        .collect();
    if let Ok(said) = serde_json::to_string_pretty(transcript) {
        lines.push(String::new());
        lines.push(said);
    }
    lines.join("\n")
}

/// Where a run took place.
pub(in crate::pages::latency) fn place(text: Text, place: &Place) -> String {
    match place {
        Place::Processor {
            threads,
            instructions,
        } => text.format(
            "latency-place-cpu",
            &[
                ("threads", Arg::from(*threads)),
                ("instructions", Arg::from(instructions.clone())),
            ],
        ),
        Place::Gpu {
            name,
            backend,
            is_software,
        } => text.format(
            match is_software {
                true => "latency-place-software",
                false => "latency-place-gpu",
            },
            &[
                ("name", Arg::from(name.clone())),
                ("backend", Arg::from(backend.clone())),
            ],
        ),
        Place::Endpoint { url, .. } => text.format(
            "latency-place-endpoint",
            &[("address", Arg::from(url.clone()))],
        ),
    }
}

/// What one user alone saw, where that was tried and answered.
pub(in crate::pages::latency) fn alone(run: &Run) -> Option<Level> {
    Summary::of(run)
        .levels
        .into_iter()
        .find(|level| level.load == Load::Users(1) && level.answered > 0)
}

/// Captions and values of what one user alone saw: the four figures under the trace.
pub(in crate::pages::latency) fn figures(text: Text, run: &Run) -> Vec<(String, String)> {
    let Some(level) = alone(run) else {
        return Vec::new();
    };
    let mut list = Vec::new();
    let time = |ms: f64| text.duration(ms / 1e3);
    if let Some(first) = level.first_token_ms {
        list.push(("here-figure-first", time(first.p50)));
    }
    if let Some(between) = level.inter_token_ms {
        let pair = format!("{} / {}", time(between.p50), time(between.p95));
        list.push(("here-figure-between", pair));
    }
    if let Some(speed) = level.user_tokens_per_second {
        list.push(("here-figure-speed", text.number(speed.p50, Digits::SCREEN)));
    }
    if let Some(prompt) = level.prompt_tokens_per_second {
        list.push((
            "here-figure-prompt",
            text.number(prompt.p50, Digits::SCREEN),
        ));
    }
    if let Some(share) = bandwidth_share(run, &level) {
        list.push((
            "here-figure-bandwidth",
            text.percent(share, Digits::Decimals(0)),
        ));
    }
    list.into_iter()
        .map(|(key, value)| (text.get(key).into_owned(), value))
        .collect()
}

/// The share of the memory's bandwidth that reading the weights for each token took.
fn bandwidth_share(run: &Run, level: &Level) -> Option<f64> {
    let busyness = run.busyness?;
    let before = busyness.bandwidth_before_gb_s?;
    let after = busyness.bandwidth_after_gb_s.unwrap_or(before);
    let gap_seconds = level.mean_gap_ms?.p50 / 1e3;
    let read = run.bytes_a_token? as f64 / gap_seconds / 1e9;
    Some(read / before.max(after))
}

/// Why a run ended before its plan did.
pub(in crate::pages::latency) fn stopped(text: Text, stopped: &Stopped) -> String {
    match stopped {
        Stopped::Cancelled => text.get("latency-stopped-cancelled").into_owned(),
        Stopped::TimeLimit => text.get("latency-stopped-time-limit").into_owned(),
        Stopped::CostCeiling => text.get("latency-stopped-cost-ceiling").into_owned(),
        Stopped::Failed(failure) => text.format(
            "latency-stopped-failed",
            &[("reason", Arg::from(text.describe(failure)))],
        ),
    }
}

/// A day in years, as measurements have it.
pub(in crate::pages::latency) fn year(day: PartialDate) -> f64 {
    1970.0 + day.latest().days_since_epoch() as f64 / 365.2425
}
