//! Times the draws of the engine on a fixed case.
//!
//! - `draws write FOLDER` writes the drawn inputs, the fixed figures and what the engine computes
//!   from them, so that another program can compute the same draws;
//! - `draws time RUNS` prints how long evaluations of all draws take, in milliseconds, sampling left
//!   out: on one thread and on two, for the net present value alone and with the cost up to each
//!   month;
//! - `draws scale` prints time and memory for more and more draws.
//!
//! `tests/bench/numpy_draws.py` is that other program; it runs this one between its own runs.
//! `tests/heavy draws` runs both.

use std::error::Error;
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
    Draws, Evaluation, OptionSample, Settings, draw, evaluate_draws_with,
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

/// Numbers of draws whose time and memory are compared.
const SCALE: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["write", folder] => write(Path::new(folder)),
        ["time", runs] => runs.parse().map_err(Box::from).and_then(time),
        ["scale"] => scale(),
        _ => Err("Say write FOLDER, time RUNS or scale.".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn drawn(scenario: &Scenario, count: u32) -> Result<Draws, Box<dyn Error>> {
    let settings = Settings {
        draws: count,
        ..Settings::default()
    };
    Ok(draw(scenario, settings)?)
}

fn evaluation(threads: usize, cumulative: bool) -> Evaluation<'static> {
    let mut how = Evaluation::on(NonZero::new(threads).unwrap_or(NonZero::<usize>::MIN));
    how.keep.cumulative = cumulative;
    how
}

/// Milliseconds of one evaluation in the memory of an earlier one.
fn once(
    scenario: &Scenario,
    draws: &Draws,
    how: &Evaluation<'_>,
    options: &mut Vec<OptionSample>,
) -> f64 {
    let begin = Instant::now();
    let flow = evaluate_draws_with(scenario, draws, how, options);
    let time = begin.elapsed().as_secs_f64() * 1e3;
    assert!(flow.is_continue(), "nobody stops it");
    std::hint::black_box(options);
    time
}

fn time(runs: usize) -> Result<(), Box<dyn Error>> {
    let scenario = case()?;
    let draws = drawn(&scenario, DRAWS)?;
    for (work, cumulative) in [("npv", false), ("months", true)] {
        let mut options = Vec::new();
        for threads in [1, 2] {
            let how = evaluation(threads, cumulative);
            // The first run asks the system for memory and does not count.
            once(&scenario, &draws, &how, &mut options);
            let times = (0..runs).map(|_| once(&scenario, &draws, &how, &mut options));
            let times: Vec<String> = times.map(|time| format!("{time:.4}")).collect();
            println!("{work} {threads} {}", times.join(" "));
        }
    }
    Ok(())
}

/// Nine runs of each number of draws; memory is the most that the process ever held.
fn scale() -> Result<(), Box<dyn Error>> {
    let scenario = case()?;
    println!("resident before the first draw: {} MB", most_memory());
    for count in SCALE {
        let draws = drawn(&scenario, count)?;
        let how = evaluation(2, false);
        let mut options = Vec::new();
        once(&scenario, &draws, &how, &mut options);
        let mut times: Vec<f64> = (0..9)
            .map(|_| once(&scenario, &draws, &how, &mut options))
            .collect();
        times.sort_by(f64::total_cmp);
        println!(
            "{count} draws on two threads: median {:.2} ms, {:.0} ns a draw, at most {} MB",
            times[4],
            times[4] * 1e6 / f64::from(count),
            most_memory()
        );
    }
    Ok(())
}

/// The most megabytes that this process ever held, where the system says so.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1024
}

/// Each quantity and each option by name, and one file of numbers for all of either.
fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    let scenario = case()?;
    let draws = drawn(&scenario, DRAWS)?;
    let mut options = Vec::new();
    once(&scenario, &draws, &evaluation(1, true), &mut options);
    let mut figures = String::new();
    scenario.each_figure(&mut |place, figure| {
        figures.push_str(&format!("{place}={:?}\n", figure.value));
    });
    std::fs::write(folder.join("figures.txt"), figures)?;
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
    let mut months = options
        .iter()
        .flat_map(|option| option.cumulative_usd.iter().map(Vec::as_slice));
    std::fs::write(folder.join("months.f64"), bytes(&mut months))?;
    Ok(())
}

/// Two price lists, two rents and two server rooms over 60 months.
fn case() -> Result<Scenario, Box<dyn Error>> {
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
