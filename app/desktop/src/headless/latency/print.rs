//! What came of it as a table, with what its figures mean below.

use weighbridge_latency::{
    Counted, Definition, Level, Load, Run, Spread, Summary, Target, operating_point, sweep,
};
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Message, Money};

use super::super::table::Table;
use super::document::target;
use super::{Found, LatencyArguments};

pub(super) fn print(arguments: &LatencyArguments, found: &Found, text: Text) -> String {
    let run = &found.run;
    let summary = Summary::of(run);
    let mut parts = vec![head(found, text)];
    if !summary.levels.is_empty() {
        parts.push(levels(&summary, text).print());
    }
    parts.push(further(found, &summary, text).print());
    parts.extend(told_apart(found, text));
    parts.extend(operating_points(arguments, run, &summary, text));
    parts.extend(published(found, text));
    let remarks = remarks(run, text);
    if !remarks.is_empty() {
        parts.push(remarks);
    }
    parts.push(definitions(run, text));
    parts.join("\n")
}

/// The model and where it ran.
fn head(found: &Found, text: Text) -> String {
    let run = &found.run;
    let bits = found.facts.as_ref().map(|facts| {
        let message = Message::new("latency-bits").with("bits", Arg::Decimal(facts.weight_bits, 1));
        text.render(&message)
    });
    let bits = bits.map_or_else(String::new, |bits| format!(" · {bits}"));
    let made_up = match run.is_synthetic {
        true => format!(" · {}", text.get("latency-made-up")),
        false => String::new(),
    };
    format!(
        "{}{bits}{made_up}\n{}\n",
        run.model,
        text.describe(&run.place)
    )
}

fn levels(summary: &Summary, text: Text) -> Table {
    let headings = summary.levels.iter().map(|level| {
        let message = match level.load {
            Load::Users(users) => Message::new("latency-level-users").with("users", users),
            Load::Rate(rate) => Message::new("latency-level-rate").with("rate", rate),
        };
        text.render(&message.with("prompt", level.planned_prompt_tokens))
            .to_string()
    });
    let number = |value: f64| text.number(value, Digits::SCREEN);
    let cell = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), number);
    let row = |key: &str, of: &dyn Fn(&Level) -> Option<f64>| {
        let cells = summary.levels.iter().map(|level| cell(of(level)));
        (text.get(key).into_owned(), cells.collect())
    };
    let p50 = |spread: Option<Spread>| spread.map(|spread| spread.p50);
    let p95 = |spread: Option<Spread>| spread.map(|spread| spread.p95);
    let p99 = |spread: Option<Spread>| spread.map(|spread| spread.p99);
    let mut rows = vec![row("latency-row-answered", &|level| {
        Some(f64::from(level.answered))
    })];
    if summary.levels.iter().any(|level| level.failed > 0) {
        rows.push(row("latency-row-failed", &|level| {
            Some(f64::from(level.failed))
        }));
    }
    if summary.levels.iter().any(|level| level.stopped > 0) {
        rows.push(row("latency-row-stopped", &|level| {
            Some(f64::from(level.stopped))
        }));
    }
    rows.extend([
        row("latency-row-first-p50", &|level| p50(level.first_token_ms)),
        row("latency-row-first-p95", &|level| p95(level.first_token_ms)),
        row("latency-row-first-p99", &|level| p99(level.first_token_ms)),
        row("latency-row-inter-p50", &|level| p50(level.inter_token_ms)),
        row("latency-row-inter-p95", &|level| p95(level.inter_token_ms)),
        row("latency-row-inter-p99", &|level| p99(level.inter_token_ms)),
        row("latency-row-mean-gap", &|level| p50(level.mean_gap_ms)),
        row("latency-row-end-to-end", &|level| p50(level.end_to_end_ms)),
        row("latency-row-prompt", &|level| {
            p50(level.prompt_tokens_per_second)
        }),
        row("latency-row-user", &|level| {
            p50(level.user_tokens_per_second)
        }),
        row("latency-row-total", &|level| level.total_tokens_per_second),
        row("latency-row-requests", &|level| level.requests_per_second),
    ]);
    Table {
        headings: headings.collect(),
        rows,
    }
}

/// Figures of the run as a whole.
fn further(found: &Found, summary: &Summary, text: Text) -> Table {
    let run = &found.run;
    let number = |value: f64| text.number(value, Digits::SCREEN);
    let share = |value: f64| {
        text.render(&Message::new("latency-share").with("share", Arg::Percent(value)))
            .to_string()
    };
    let seen = run.busyness.unwrap_or_default();
    let load = (!run.place.is_endpoint()).then_some(run.load_seconds);
    let gigabytes = |bytes: Option<u64>| bytes.map(|bytes| number(bytes as f64 / 1e9));
    let rows = [
        ("latency-row-load", load.map(number)),
        ("latency-row-memory", gigabytes(run.memory_bytes)),
        ("latency-row-bytes", gigabytes(run.bytes_a_token)),
        ("latency-row-energy", run.energy_joules.map(number)),
        (
            "latency-row-bandwidth-before",
            seen.bandwidth_before_gb_s.map(number),
        ),
        (
            "latency-row-bandwidth-after",
            seen.bandwidth_after_gb_s.map(number),
        ),
        (
            "latency-row-bandwidth-share",
            summary.bandwidth_share(run).map(share),
        ),
        ("latency-row-others-before", seen.others_before.map(share)),
        ("latency-row-others-during", seen.others_during.map(share)),
        ("latency-row-own-share", seen.own_share.map(share)),
        (
            "latency-row-spent",
            run.spent_usd.map(|usd| text.money(Money::usd(usd))),
        ),
    ];
    Table {
        headings: vec![String::new()],
        rows: rows
            .into_iter()
            .filter_map(|(key, cell)| Some((text.get(key).into_owned(), vec![cell?])))
            .collect(),
    }
}

/// The three times of a token on a GPU.
fn told_apart(found: &Found, text: Text) -> Option<String> {
    let told = found.told_apart.as_ref()?;
    let number = |value: f64| text.number(value, Digits::SCREEN);
    let read_back = Spread::of(told.read_back_seconds.iter().map(|seconds| 1e3 * seconds));
    let rows = [
        ("latency-row-read-back", read_back.map(|spread| spread.p50)),
        ("latency-row-pipelined", Some(1e3 * told.pipelined_seconds)),
        ("latency-row-dispatches", Some(f64::from(told.dispatches))),
        ("latency-row-floor", Some(1e3 * told.floor_seconds())),
        (
            "latency-row-submission",
            Some(1e3 * told.submission_seconds),
        ),
    ];
    let rows = rows
        .into_iter()
        .filter_map(|(key, value)| Some((text.get(key).into_owned(), vec![number(value?)])));
    Some(
        Table {
            headings: vec![text.get("latency-told-apart").into_owned()],
            rows: rows.collect(),
        }
        .print(),
    )
}

/// What was published of the same or the nearest hardware.
fn published(found: &Found, text: Text) -> Option<String> {
    if found.published.is_empty() {
        return None;
    }
    let mut lines = format!("{}\n", text.get("latency-published-heading"));
    let number = |value: f64| Arg::from(text.number(value, Digits::SCREEN));
    for one in &found.published {
        let case = &one.row.case;
        let what = Message::new("beside-what")
            .with("model", case.model.clone())
            .with("bits", Arg::Decimal(case.weight_bits, 1))
            .with("hardware", case.device.id.clone());
        let quantity = format!("import-quantity-{}", case.quantity.key());
        let message = Message::new("latency-published")
            .with("quantity", Arg::key(quantity))
            .with("what", what)
            .with(
                "near",
                Arg::key(format!("beside-near-{}", one.hardware.key())),
            )
            .with("published", number(one.value))
            .with("own", number(one.own))
            .with(
                "ratio",
                Arg::from(text.number(one.ratio(), Digits::Significant(2))),
            );
        lines.push_str(&format!("- {}\n", text.render(&message)));
    }
    Some(lines)
}

/// The most that all get together within the target, for each length.
fn operating_points(
    arguments: &LatencyArguments,
    run: &Run,
    summary: &Summary,
    text: Text,
) -> Option<String> {
    let target = target(arguments);
    if target == Target::default() {
        return None;
    }
    let lines = run.plan.prompt_tokens.iter().map(|prompt| {
        let message = match operating_point(&sweep(summary, *prompt), target) {
            Some(best) => Message::new("latency-operating-point")
                .with("users", best.users)
                .with("total", Arg::Decimal(best.total_tokens_per_second, 1))
                .with("user", Arg::Decimal(best.user_tokens_per_second, 1)),
            None => Message::new("latency-no-operating-point"),
        };
        format!("{}\n", text.render(&message.with("prompt", *prompt)))
    });
    Some(lines.collect())
}

/// What is worth knowing about the figures: why they are doubtful, why there are fewer.
fn remarks(run: &Run, text: Text) -> String {
    let mut found: Vec<String> = Vec::new();
    found.extend(run.stopped.iter().map(|why| text.describe(why)));
    if let Some(seen) = run.busyness {
        found.extend(
            seen.doubts()
                .iter()
                .map(|doubt| text.describe(doubt).to_string()),
        );
    }
    let counted = |wanted: fn(Counted) -> bool| run.answers.iter().any(|one| wanted(one.counted));
    if counted(|one| matches!(one, Counted::InBunches { .. })) {
        found.push(text.get("latency-in-bunches").into_owned());
    }
    if counted(|one| one == Counted::Pieces) {
        found.push(text.get("latency-pieces").into_owned());
    }
    for failure in run
        .answers
        .iter()
        .filter_map(|answer| answer.failure.as_ref())
    {
        let sentence = text.describe(failure).to_string();
        if !found.contains(&sentence) {
            found.push(sentence);
        }
    }
    found.iter().map(|line| format!("! {line}\n")).collect()
}

fn definitions(run: &Run, text: Text) -> String {
    let mut lines = format!("{}\n", text.get("latency-definitions"));
    for one in Definition::of_run(run) {
        let sentence = text.get(&one.sentence_key(run.place.is_endpoint()));
        lines.push_str(&format!("- {sentence}\n"));
    }
    lines
}
