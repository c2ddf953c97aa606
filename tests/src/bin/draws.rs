//! Times the draws of the engine on a fixed case: `draws FOLDER RUNS`.
//!
//! Writes the drawn inputs and the net present values of the options into the folder as raw
//! numbers, so that another program can compute the same draws, and prints the median time of an
//! evaluation of all draws, sampling left out, on one thread and on two.
//! `tests/bench/numpy_draws.py` is that other program; `tests/heavy draws` runs both.

use std::num::NonZero;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use weighbridge_engine::Scenario;
use weighbridge_engine::figure::{Figure, Range, RangeReading};
use weighbridge_engine::scenario::{
    Api, DecisionOption, InputPath, OptionId, Owned, Plan, Rented, Setting,
};
use weighbridge_engine::uncertainty::{
    Draws, OptionSample, Settings, draw, evaluate_draws, evaluate_draws_into,
};

/// Draws that are evaluated.
const DRAWS: u32 = 10_000;

/// Inputs that are drawn, each with its tenth, fiftieth and ninetieth percentile.
const RANGES: [(&str, f64, f64, f64); 12] = [
    ("workload.requests_per_month", 2e6, 4e6, 9e6),
    ("workload.growth_per_month", 0.0, 0.02, 0.04),
    ("workload.output_tokens_per_request", 250.0, 400.0, 700.0),
    (
        "options.api.token_plan.output_usd_per_million_tokens",
        8.0,
        12.0,
        15.0,
    ),
    (
        "options.api.token_plan.newest_of_tier_change_per_year",
        -0.3,
        -0.15,
        0.0,
    ),
    (
        "options.hosted.token_plan.output_usd_per_million_tokens",
        0.4,
        0.6,
        0.9,
    ),
    (
        "options.hosted.token_plan.newest_of_tier_change_per_year",
        -0.4,
        -0.2,
        0.0,
    ),
    ("options.rented.rented.usd_per_gpu_hour", 2.0, 3.0, 4.5),
    ("options.rented.serving.planned_utilisation", 0.5, 0.65, 0.8),
    ("options.spot.rented.usd_per_gpu_hour", 1.5, 2.2, 3.5),
    ("options.owned.owned.server_price_usd", 240e3, 300e3, 380e3),
    (
        "options.leased.owned.electricity_usd_per_kilowatt_hour",
        0.08,
        0.12,
        0.2,
    ),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (Some(folder), Some(runs)) = (
        words.first(),
        words.get(1).and_then(|runs| runs.parse().ok()),
    ) else {
        eprintln!("Name a folder and a number of runs: draws FOLDER RUNS");
        return ExitCode::from(2);
    };
    match measure(Path::new(folder), runs) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(folder: &Path, runs: usize) -> Result<(), Box<dyn std::error::Error>> {
    let scenario = case()?;
    let settings = Settings {
        draws: DRAWS,
        ..Settings::default()
    };
    let draws = draw(&scenario, settings)?;
    let mut options = evaluate_draws(&scenario, &draws, NonZero::<usize>::MIN);
    write(folder, &draws, &options)?;
    let mut figures = String::new();
    scenario.each_figure(&mut |place, figure| {
        figures.push_str(&format!("{place}={:?}\n", figure.value));
    });
    std::fs::write(folder.join("figures.txt"), figures)?;
    for threads in [1, 2] {
        let threads = NonZero::new(threads).unwrap_or(NonZero::<usize>::MIN);
        let mut times: Vec<f64> = (0..runs.max(1))
            .map(|_| {
                let begin = Instant::now();
                evaluate_draws_into(&scenario, &draws, threads, &mut options);
                std::hint::black_box(&options);
                begin.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let median = times[times.len() / 2];
        println!(
            "engine, threads {threads}: median {median:.2} ms, best {:.2} ms",
            times[0]
        );
    }
    Ok(())
}

/// Each quantity and each option by name, and one file of numbers for all of either.
fn write(folder: &Path, draws: &Draws, options: &[OptionSample]) -> std::io::Result<()> {
    let bytes = |columns: &mut dyn Iterator<Item = &[f64]>| -> Vec<u8> {
        columns
            .flat_map(|column| column.iter().flat_map(|value| value.to_le_bytes()))
            .collect()
    };
    let mut names: Vec<&str> = draws.quantities.iter().map(|one| one.id.as_str()).collect();
    names.push("");
    names.extend(options.iter().map(|option| option.id.as_str()));
    std::fs::write(folder.join("names.txt"), names.join("\n"))?;
    let mut inputs = draws.values.iter().map(Vec::as_slice);
    std::fs::write(folder.join("inputs.f64"), bytes(&mut inputs))?;
    let mut present = options.iter().map(|option| option.npv_usd.as_slice());
    std::fs::write(folder.join("npv.f64"), bytes(&mut present))?;
    let last = |option: &OptionSample| option.cumulative_usd.last().cloned().unwrap_or_default();
    let totals: Vec<Vec<f64>> = options.iter().map(last).collect();
    let mut totals = totals.iter().map(Vec::as_slice);
    std::fs::write(folder.join("total.f64"), bytes(&mut totals))
}

/// Two price lists, two rents and two server rooms over 60 months.
fn case() -> Result<Scenario, Box<dyn std::error::Error>> {
    let mut scenario = Scenario::new("draws", "2026-11-24".parse()?);
    let horizon = InputPath::new("question.horizon_months");
    scenario.set(&horizon, &Setting::Number(60.0))?;
    let plans = [
        ("api", Plan::ProprietaryApi(priced(3.0, 12.0))),
        ("hosted", Plan::HostedOpenModel(priced(0.2, 0.6))),
        ("rented", Plan::RentedGpu(Rented::default())),
        ("spot", Plan::RentedGpu(Rented::default())),
        ("owned", Plan::OnPremises(Owned::default())),
        ("leased", Plan::OnPremises(Owned::default())),
    ];
    for (id, plan) in plans {
        let id = OptionId::parse(id).ok_or("an id")?;
        let name = id.to_string();
        scenario.options.push(DecisionOption::new(id, &name, plan));
    }
    let settings = [
        ("options.api.price_law", "newest-of-tier"),
        ("options.hosted.price_law", "newest-of-tier"),
        ("options.owned.purchase", "bought"),
        ("options.leased.purchase", "financed"),
    ];
    for (path, word) in settings {
        scenario.set(&InputPath::new(path), &Setting::Word(word.to_owned()))?;
    }
    let figures = [
        ("options.spot.rented.spot_share", 0.5),
        ("options.rented.rented.reserved_share", 0.3),
        ("options.rented.people.platform_engineer_fte", 0.5),
        ("options.owned.people.platform_engineer_fte", 1.0),
    ];
    for (path, value) in figures {
        scenario.set_figure(&InputPath::new(path), Figure::entered(value))?;
    }
    for (path, low, base, high) in RANGES {
        let range = Some(Range::new(low, high, RangeReading::Percentiles10And90));
        let figure = Figure {
            range,
            ..Figure::entered(base)
        };
        scenario.set_figure(&InputPath::new(path), figure)?;
    }
    Ok(scenario)
}

fn priced(input: f64, output: f64) -> Api {
    let mut api = Api::default();
    api.token_plan.input_usd_per_million_tokens = Figure::entered(input);
    api.token_plan.cached_input_usd_per_million_tokens = Figure::entered(input / 2.0);
    api.token_plan.cache_write_usd_per_million_tokens = Figure::entered(input);
    api.token_plan.output_usd_per_million_tokens = Figure::entered(output);
    api
}
