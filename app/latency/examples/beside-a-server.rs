//! Times a server of llama.cpp and compares with what it says of itself.
//!
//! `beside-a-server URL MODEL [REQUESTS [PROMPT [OUTPUT [USERS]]]]`; `tests/heavy endpoint` runs it
//! against a server of its own.
//! It fails where the median of the mean times between tokens, or of the times to the first token,
//! is more than 5 % off.

use std::process::ExitCode;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use weighbridge_latency::endpoint::{Address, Endpoint, Interface, Limits, time};
use weighbridge_latency::{Answer, Plan, Spread};

/// How far off a median may be.
const TOLERANCE: f64 = 0.05;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize, otherwise: u32| {
        let given = arguments.get(place).and_then(|word| word.parse().ok());
        given.unwrap_or(otherwise)
    };
    let (Some(url), Some(model)) = (arguments.first(), arguments.get(1)) else {
        eprintln!("usage: beside-a-server URL MODEL [REQUESTS [PROMPT [OUTPUT [USERS]]]]");
        return ExitCode::from(2);
    };
    let address = match Address::parse(url, Interface::Text) {
        Ok(address) if address.is_loopback() => address,
        _ => {
            eprintln!("{url} is no address of this machine");
            return ExitCode::from(2);
        }
    };
    let endpoint = Endpoint {
        address,
        model: model.clone(),
        key: None,
        prompt: None,
        ignores_end: true,
        limits: Limits::default(),
        budget: None,
    };
    let users = number(5, 1);
    let plan = Plan {
        prompt_tokens: vec![number(3, 256)],
        output_tokens: number(4, 64),
        concurrency: vec![users],
        repeats: number(2, 24).div_ceil(users),
        warm_up: 2,
        time_limit: Duration::from_secs(900),
        ..Plan::default()
    };
    let run = match time(&endpoint, &plan, &AtomicBool::new(false), &mut |_| {}) {
        Ok(run) => run,
        Err(bad) => {
            eprintln!("{bad}");
            return ExitCode::from(2);
        }
    };
    if let Some(stopped) = &run.stopped {
        eprintln!("ended early: {stopped:?}");
        return ExitCode::FAILURE;
    }
    for (place, answer) in run
        .answers
        .iter()
        .enumerate()
        .filter(|(_, answer)| !answer.is_whole())
    {
        let tokens = answer.token_seconds.len();
        eprintln!(
            "request {place} failed after {tokens} tokens: {:?}",
            answer.failure
        );
    }
    let answers: Vec<&Answer> = run
        .answers
        .iter()
        .filter(|answer| answer.is_whole())
        .collect();
    let counted = answers.first().map(|answer| answer.counted);
    println!(
        "{} requests, {users} at once, tokens counted: {counted:?}",
        answers.len()
    );
    let of = |figure: &dyn Fn(&Answer) -> Option<f64>| {
        let figures = answers.iter().filter_map(|answer| figure(answer));
        Spread::of(figures).map_or(f64::NAN, |spread| spread.p50)
    };
    let token = |answer: &Answer| {
        let said = answer.server?;
        Some(said.output_ms / f64::from(said.output_tokens.max(1)))
    };
    let rows = [
        (
            "between tokens",
            of(&|answer| Some(1e3 * answer.mean_gap_seconds()?)),
            of(&token),
        ),
        (
            "first token",
            of(&|answer| Some(1e3 * answer.first_token_seconds()?)),
            of(&|answer| Some(answer.server?.prompt_ms + token(answer)?)),
        ),
    ];
    let mut is_near = answers.len() >= 20;
    for (what, ours, theirs) in rows {
        let off = ours / theirs - 1.0;
        is_near &= off.abs() <= TOLERANCE;
        println!(
            "{what}: {ours:.3} ms at the client, {theirs:.3} ms by the server, {:+.2} %",
            100.0 * off
        );
    }
    let prompts = of(&|answer| Some(f64::from(answer.prompt_tokens)));
    let outputs = of(&|answer| Some(answer.token_seconds.len() as f64));
    println!("prompts of {prompts} tokens, answers of {outputs}");
    match is_near {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}
