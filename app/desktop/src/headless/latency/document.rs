//! What came of it as JSON.

use serde_json::{Map, Value};
use weighbridge_latency::gpu::ToldApart;
use weighbridge_latency::{
    Answer, Busyness, Counted, Definition, Level, Load, Place, Plan, Point, Spread, Stopped,
    Summary, Target, operating_point, sweep,
};
use weighbridge_text::Text;

use super::super::json::{figure, object, optional, text};
use super::{Found, LatencyArguments, figures};
use crate::measuring::published::Comparison;

/// The version of the document; it rises when a key changes its meaning or goes.
const VERSION: u32 = 1;

pub(super) fn document(arguments: &LatencyArguments, found: &Found, words: Text) -> Value {
    let run = &found.run;
    let summary = Summary::of(run);
    let facts = found.facts.as_ref();
    let count = |count: Option<u64>| count.map_or(Value::Null, Value::from);
    let definitions: Map<String, Value> = Definition::of_run(run)
        .into_iter()
        .map(|one| {
            let sentence = words.get(&one.sentence_key(run.place.is_endpoint()));
            (one.key().to_owned(), text(Some(sentence)))
        })
        .collect();
    let points: Vec<Value> = run
        .plan
        .prompt_tokens
        .iter()
        .flat_map(|prompt| {
            sweep(&summary, *prompt)
                .into_iter()
                .map(|one| (*prompt, one))
        })
        .map(|(prompt, one)| Value::Object(point(prompt, one)))
        .collect();
    Value::Object(object([
        ("version", Value::from(VERSION)),
        ("place", Value::Object(place(&run.place))),
        ("model", text(Some(&run.model))),
        ("is_synthetic", Value::from(run.is_synthetic)),
        ("stands_for", text(facts.and_then(|facts| facts.stands_for))),
        (
            "weight_bits",
            optional(facts.map(|facts| facts.weight_bits)),
        ),
        ("weight_bytes", count(facts.map(|facts| facts.weight_bytes))),
        ("bytes_a_token", count(run.bytes_a_token)),
        ("plan", Value::Object(plan(&run.plan))),
        ("load_seconds", figure(run.load_seconds)),
        ("memory_bytes", count(run.memory_bytes)),
        ("energy_joules", optional(run.energy_joules)),
        ("spent_usd", optional(run.spent_usd)),
        ("stopped", why(run.stopped.as_ref(), words)),
        (
            "busyness",
            run.busyness
                .map_or(Value::Null, |seen| busyness(seen, words)),
        ),
        ("levels", summary.levels.iter().map(level).collect()),
        ("points", Value::Array(points)),
        (
            "operating_points",
            operating_points(arguments, &run.plan, &summary),
        ),
        ("bandwidth_share", optional(summary.bandwidth_share(run))),
        (
            "told_apart",
            found.told_apart.as_ref().map_or(Value::Null, told_apart),
        ),
        ("text", text(found.text.as_ref())),
        ("published", found.published.iter().map(published).collect()),
        (
            "answers",
            run.answers.iter().map(|one| answer(one, words)).collect(),
        ),
        ("definitions", Value::Object(definitions)),
    ]))
}

pub(super) fn target(arguments: &LatencyArguments) -> Target {
    Target {
        first_token_ms: arguments.target_first_token_ms,
        user_tokens_per_second: arguments.target_tokens_per_second,
    }
}

fn operating_points(arguments: &LatencyArguments, plan: &Plan, summary: &Summary) -> Value {
    let target = target(arguments);
    if target == Target::default() {
        return Value::Null;
    }
    let found = plan.prompt_tokens.iter().map(|prompt| {
        let best = operating_point(&sweep(summary, *prompt), target);
        best.map_or(Value::Null, |best| Value::Object(point(*prompt, best)))
    });
    found.collect()
}

fn place(place: &Place) -> Map<String, Value> {
    match place {
        Place::Processor {
            threads,
            instructions,
        } => object([
            ("kind", text(Some("cpu"))),
            ("threads", Value::from(*threads)),
            ("instructions", text(Some(instructions))),
        ]),
        Place::Gpu {
            name,
            backend,
            is_software,
        } => object([
            ("kind", text(Some("gpu"))),
            ("name", text(Some(name))),
            ("backend", text(Some(backend))),
            ("is_software", Value::from(*is_software)),
        ]),
        Place::Endpoint { url, model } => object([
            ("kind", text(Some("endpoint"))),
            ("url", text(Some(url))),
            ("model", text(Some(model))),
        ]),
    }
}

fn plan(plan: &Plan) -> Map<String, Value> {
    let arrivals = plan.arrivals.map(|arrivals| {
        Value::Object(object([
            ("requests_per_second", figure(arrivals.per_second)),
            ("requests", Value::from(arrivals.requests)),
            ("seed", Value::from(arrivals.seed)),
        ]))
    });
    object([
        ("prompt_tokens", Value::from(plan.prompt_tokens.clone())),
        ("output_tokens", Value::from(plan.output_tokens)),
        ("concurrency", Value::from(plan.concurrency.clone())),
        ("arrivals", arrivals.unwrap_or_default()),
        ("repeats", Value::from(plan.repeats)),
        ("warm_up", Value::from(plan.warm_up)),
        ("time_limit_seconds", figure(plan.time_limit.as_secs_f64())),
    ])
}

fn load(load: Load) -> [(&'static str, Value); 2] {
    match load {
        Load::Users(users) => [
            ("users", Value::from(users)),
            ("planned_requests_per_second", Value::Null),
        ],
        Load::Rate(rate) => [
            ("users", Value::Null),
            ("planned_requests_per_second", figure(rate)),
        ],
    }
}

fn level(level: &Level) -> Value {
    let spread = |one: Option<Spread>| one.map_or(Value::Null, spread);
    let [users, rate] = load(level.load);
    Value::Object(object([
        (
            "planned_prompt_tokens",
            Value::from(level.planned_prompt_tokens),
        ),
        ("prompt_tokens", figure(level.prompt_tokens)),
        ("output_tokens", figure(level.output_tokens)),
        users,
        rate,
        ("answered", Value::from(level.answered)),
        ("failed", Value::from(level.failed)),
        ("stopped", Value::from(level.stopped)),
        ("first_token_ms", spread(level.first_token_ms)),
        ("inter_token_ms", spread(level.inter_token_ms)),
        ("mean_gap_ms", spread(level.mean_gap_ms)),
        ("end_to_end_ms", spread(level.end_to_end_ms)),
        (
            "prompt_tokens_per_second",
            spread(level.prompt_tokens_per_second),
        ),
        (
            "user_tokens_per_second",
            spread(level.user_tokens_per_second),
        ),
        (
            "total_tokens_per_second",
            optional(level.total_tokens_per_second),
        ),
        ("requests_per_second", optional(level.requests_per_second)),
    ]))
}

fn spread(spread: Spread) -> Value {
    Value::Object(object([
        ("count", Value::from(spread.count)),
        ("mean", figure(spread.mean)),
        ("p10", figure(spread.p10)),
        ("p50", figure(spread.p50)),
        ("p90", figure(spread.p90)),
        ("p95", figure(spread.p95)),
        ("p99", figure(spread.p99)),
    ]))
}

fn point(prompt: u32, point: Point) -> Map<String, Value> {
    object([
        ("planned_prompt_tokens", Value::from(prompt)),
        ("users", Value::from(point.users)),
        (
            "user_tokens_per_second",
            figure(point.user_tokens_per_second),
        ),
        (
            "total_tokens_per_second",
            figure(point.total_tokens_per_second),
        ),
        ("first_token_p95_ms", figure(point.first_token_p95_ms)),
        ("inter_token_p95_ms", figure(point.inter_token_p95_ms)),
    ])
}

fn answer(answer: &Answer, words: Text) -> Value {
    let (counted, pieces) = match answer.counted {
        Counted::Here => ("here", None),
        Counted::ByPiece => ("by-piece", None),
        Counted::ByServer => ("by-server", None),
        Counted::InBunches { pieces } => ("in-bunches", Some(pieces)),
        Counted::Pieces => ("pieces", None),
    };
    let server = answer.server.map(|said| {
        Value::Object(object([
            ("prompt_tokens", Value::from(said.prompt_tokens)),
            ("prompt_ms", figure(said.prompt_ms)),
            ("output_tokens", Value::from(said.output_tokens)),
            ("output_ms", figure(said.output_ms)),
        ]))
    });
    let [users, rate] = load(answer.load);
    Value::Object(object([
        ("prompt_tokens", Value::from(answer.prompt_tokens)),
        users,
        rate,
        ("asked_at_ms", figure(1e3 * answer.asked_at_seconds)),
        (
            "token_ms",
            figures(answer.token_seconds.iter().map(|seconds| 1e3 * seconds)),
        ),
        ("counted", text(Some(counted))),
        ("pieces", pieces.map_or(Value::Null, Value::from)),
        ("server", server.unwrap_or_default()),
        (
            "failure",
            text(answer.failure.as_ref().map(|why| words.describe(why))),
        ),
    ]))
}

fn busyness(seen: Busyness, words: Text) -> Value {
    let doubts = seen.doubts().into_iter().map(|doubt| {
        Value::Object(object([
            ("key", text(Some(doubt.key()))),
            ("sentence", text(Some(words.describe(&doubt)))),
        ]))
    });
    Value::Object(object([
        ("others_before", optional(seen.others_before)),
        ("others_during", optional(seen.others_during)),
        ("own_share", optional(seen.own_share)),
        (
            "bandwidth_before_gb_s",
            optional(seen.bandwidth_before_gb_s),
        ),
        ("bandwidth_after_gb_s", optional(seen.bandwidth_after_gb_s)),
        ("is_busy", Value::from(seen.is_busy())),
        ("doubts", doubts.collect()),
    ]))
}

/// A published measurement of the same or the nearest hardware, beside one's own figure.
fn published(one: &Comparison) -> Value {
    let case = &one.row.case;
    let shares = one.bandwidth_shares;
    Value::Object(object([
        ("quantity", text(Some(case.quantity.key()))),
        ("value", figure(one.value)),
        ("own", figure(one.own)),
        ("ratio", figure(one.ratio())),
        (
            "bandwidth_share",
            optional(shares.map(|(theirs, _)| theirs)),
        ),
        ("own_bandwidth_share", optional(shares.map(|(_, own)| own))),
        ("hardware", text(Some(&case.device.id))),
        ("nearness", text(Some(one.hardware.key()))),
        ("model", text(Some(&case.model))),
        ("is_same_model", Value::from(one.is_same_model)),
        ("weight_bits", figure(case.weight_bits)),
        ("is_same_format", Value::from(one.is_same_format)),
        ("engine", text(Some(&case.engine))),
        ("source", text(Some(&one.row.source))),
        ("date", text(Some(&one.row.date))),
        ("id", text(Some(&one.row.id))),
    ]))
}

fn told_apart(told: &ToldApart) -> Value {
    let read_back = Spread::of(told.read_back_seconds.iter().map(|seconds| 1e3 * seconds));
    Value::Object(object([
        ("read_back_ms", read_back.map_or(Value::Null, spread)),
        ("pipelined_ms", figure(1e3 * told.pipelined_seconds)),
        ("dispatches", Value::from(told.dispatches)),
        (
            "dispatch_floor_ms",
            figure(1e3 * told.dispatch_floor_seconds),
        ),
        ("floor_ms", figure(1e3 * told.floor_seconds())),
        ("submission_ms", figure(1e3 * told.submission_seconds)),
        ("uses_subgroups", Value::from(told.uses_subgroups)),
    ]))
}

fn why(why: Option<&Stopped>, words: Text) -> Value {
    let Some(why) = why else {
        return Value::Null;
    };
    let key = match why {
        Stopped::Cancelled => "cancelled",
        Stopped::TimeLimit => "time-limit",
        Stopped::CostCeiling => "cost-ceiling",
        Stopped::Failed(_) => "failed",
    };
    Value::Object(object([
        ("key", text(Some(key))),
        ("sentence", text(Some(words.describe(why)))),
    ]))
}
