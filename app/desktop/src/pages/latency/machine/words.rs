//! Facts, rates and runs in words.

use weighbridge_latency::{Run, Summary};
use weighbridge_machine::rates::{Rate, RateKind};
use weighbridge_machine::{FactRow, Machine, Sureness, Transcript};
use weighbridge_text::{Digits, Text};
use weighbridge_units::Arg;

use crate::measuring::words;

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

/// How a fact is known, in a word or two.
pub(in crate::pages::latency) fn known(text: Text, fact: &FactRow) -> String {
    text.get(&format!("here-known-{}", fact.known.key()))
        .into_owned()
}

/// Why a fact is doubted, where it is.
pub(in crate::pages::latency) fn doubt(text: Text, fact: &FactRow) -> Option<String> {
    let doubt = fact.doubt.filter(|_| fact.sureness != Sureness::Sure)?;
    Some(
        text.get(&format!("machine-doubt-{}", doubt.key()))
            .into_owned(),
    )
}

/// What a rate is of; on a graphics processor with its number.
pub(in crate::pages::latency) fn rate_name(text: Text, rate: &Rate, gpu: Option<usize>) -> String {
    let what = words::rate_name(text, rate);
    match gpu {
        Some(number) => text.format(
            "here-of-gpu",
            &[("number", Arg::from(number)), ("what", Arg::from(what))],
        ),
        None => what,
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
                words::fact_value(text, fact),
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

/// Captions and values of what one user alone saw: the four figures under the trace.
pub(in crate::pages::latency) fn figures(
    text: Text,
    run: &Run,
    summary: &Summary,
) -> Vec<(String, String)> {
    let Some(level) = summary.alone() else {
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
    if let Some(share) = summary.bandwidth_share(run) {
        list.push((
            "here-figure-bandwidth",
            text.percent(share, Digits::Decimals(0)),
        ));
    }
    list.into_iter()
        .map(|(key, value)| (text.get(key).into_owned(), value))
        .collect()
}
