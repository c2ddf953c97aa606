//! A model that is timed here, over a runtime that takes as long as a test says.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use weighbridge_inference::{Config, RunError, Runtime, Step};
use weighbridge_latency::local::{Subject, Surroundings, prompt_ids, time};
use weighbridge_latency::{
    BadPlan, Busyness, Clock, EnergyMeter, Failure, Load, Place, Plan, Progress, Run, Stopped,
    Summary,
};

/// A clock that stands still until a runtime moves it; in microseconds.
#[derive(Default)]
struct Moved(AtomicU64);

impl Moved {
    fn pass(&self, microseconds: u64) {
        self.0.fetch_add(microseconds, Ordering::Relaxed);
    }
}

impl Clock for Moved {
    fn seconds(&self) -> f64 {
        self.0.load(Ordering::Relaxed) as f64 / 1e6
    }
}

/// Reads a prompt's token in a millisecond; a step takes 10 ms and 1 ms for each user.
struct Slow<'a> {
    config: Config,
    clock: &'a Moved,
    lengths: Vec<usize>,
    room: usize,
    memory: usize,
    /// Fails when so many tokens have been written in all.
    breaks_after: usize,
    written: usize,
}

impl<'a> Slow<'a> {
    fn new(clock: &'a Moved) -> Slow<'a> {
        Slow {
            config: Config::llama(300, 64, 128, 2, 4, 2),
            clock,
            lengths: Vec::new(),
            room: 0,
            memory: 0,
            breaks_after: usize::MAX,
            written: 0,
        }
    }

    /// Logits that make the next token one more than this one.
    fn logits(&self, token: u32) -> Vec<f32> {
        let next = (token as usize + 1) % self.config.vocabulary;
        let mut logits = vec![0.0; self.config.vocabulary];
        logits[next] = 1.0;
        logits
    }

    fn feed(&mut self, sequence: usize, tokens: usize) -> Result<(), RunError> {
        let room = self.room;
        let sequences = self.lengths.len();
        let length = self.lengths.get_mut(sequence).ok_or(RunError::Sequence {
            sequence,
            sequences,
        })?;
        *length += tokens;
        match *length > room {
            true => Err(RunError::Room {
                tokens: *length,
                room,
            }),
            false => Ok(()),
        }
    }
}

impl Runtime for Slow<'_> {
    fn config(&self) -> &Config {
        &self.config
    }

    fn reset(&mut self, sequences: usize, tokens: usize) -> Result<(), RunError> {
        self.lengths = vec![0; sequences];
        self.room = tokens;
        self.memory = 1000 + 10 * sequences * tokens;
        // Making room takes time that nobody is charged with.
        self.clock.pass(500_000);
        Ok(())
    }

    fn prefill(&mut self, sequence: usize, tokens: &[u32]) -> Result<Vec<f32>, RunError> {
        self.feed(sequence, tokens.len())?;
        self.clock.pass(1000 * tokens.len() as u64);
        Ok(self.logits(*tokens.last().unwrap()))
    }

    fn decode(&mut self, steps: &[Step]) -> Result<Vec<f32>, RunError> {
        self.clock.pass(10_000 + 1000 * steps.len() as u64);
        let mut logits = Vec::new();
        for step in steps {
            self.feed(step.sequence, 1)?;
            logits.extend(self.logits(step.token));
        }
        self.written += steps.len();
        match self.written > self.breaks_after {
            true => Err(RunError::Device {
                reason: "it is gone".to_owned(),
            }),
            false => Ok(logits),
        }
    }

    fn memory_bytes(&self) -> usize {
        self.memory
    }
}

struct Counted(f64);

impl EnergyMeter for Counted {
    fn joules(&mut self) -> Option<f64> {
        self.0 += 12.5;
        Some(self.0)
    }
}

fn subject(prompt: Option<Vec<u32>>) -> Subject {
    Subject {
        model: "made up".to_owned(),
        is_synthetic: true,
        bytes_a_token: 1_000_000,
        place: Place::Processor {
            threads: 2,
            instructions: "portable".to_owned(),
        },
        load_seconds: 0.25,
        prompt,
    }
}

fn plan() -> Plan {
    Plan {
        prompt_tokens: vec![100],
        output_tokens: 11,
        concurrency: vec![1],
        repeats: 2,
        warm_up: 1,
        time_limit: Duration::from_secs(3600),
        ..Plan::default()
    }
}

fn run(
    plan: &Plan,
    prepare: impl FnOnce(&mut Slow<'_>),
    mut watch: impl FnMut(&Progress, &AtomicBool),
) -> Run {
    let clock = Moved::default();
    let mut runtime = Slow::new(&clock);
    prepare(&mut runtime);
    let cancel = AtomicBool::new(false);
    let mut energy = Counted(0.0);
    let surroundings = Surroundings {
        clock: &clock,
        energy: Some(&mut energy),
        cancel: &cancel,
        progress: &mut |event| watch(&event, &cancel),
    };
    time(&mut runtime, plan, subject(None), surroundings).unwrap()
}

#[test]
fn every_token_is_timed() {
    let mut tokens = Vec::new();
    let run = run(
        &plan(),
        |_| {},
        |event, _| {
            if let Progress::Token {
                token,
                counts: true,
                ..
            } = event
            {
                tokens.push(token.unwrap());
            }
        },
    );
    assert_eq!(run.stopped, None);
    assert_eq!(run.answers.len(), 2);
    let last = *prompt_ids(100, 300).last().unwrap();
    let expected: Vec<u32> = (1..=11).map(|step| (last + step) % 300).collect();
    assert_eq!(tokens, [expected.clone(), expected].concat());
    for answer in &run.answers {
        let milliseconds: Vec<f64> = answer
            .token_seconds
            .iter()
            .map(|seconds| (seconds * 1e6).round() / 1e3)
            .collect();
        let expected: Vec<f64> = (0..11).map(|step| 100.0 + 11.0 * f64::from(step)).collect();
        assert_eq!(milliseconds, expected);
    }
    // The second that counts began after two makings of room and two answers.
    let begun = run.answers[1].asked_at_seconds;
    assert!((begun - (1.5 + 2.0 * 0.21)).abs() < 1e-9, "{begun}");
    assert_eq!(run.memory_bytes, Some(1000 + 10 * 111));
    assert_eq!(run.energy_joules, Some(12.5));

    let level = &Summary::of(&run).levels[0];
    let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-6, "{found}");
    near(level.first_token_ms.unwrap().p50, 100.0);
    near(level.inter_token_ms.unwrap().p99, 11.0);
    near(level.prompt_tokens_per_second.unwrap().p50, 1000.0);
    near(level.user_tokens_per_second.unwrap().p50, 1000.0 / 11.0);
    near(level.end_to_end_ms.unwrap().mean, 210.0);
    // Room is made while nobody asks.
    near(level.total_tokens_per_second.unwrap(), 11.0 / 0.21);
    assert_eq!((level.answered, level.failed, level.stopped), (2, 0, 0));
}

#[test]
fn the_share_of_bandwidth_is_of_before_and_after() {
    let mut run = run(&plan(), |_| {}, |_, _| {});
    let shared = |run: &Run| Summary::of(run).bandwidth_share(run);
    assert_eq!(shared(&run), None);
    // A token of 11 ms.
    run.bytes_a_token = Some(220_000_000);
    let seen = |before, after| Busyness {
        bandwidth_before_gb_s: before,
        bandwidth_after_gb_s: after,
        ..Busyness::default()
    };
    for (seen, expected) in [
        (seen(Some(50.0), Some(30.0)), Some(0.5)),
        (seen(Some(25.0), None), Some(0.8)),
        (seen(None, Some(30.0)), None),
    ] {
        run.busyness = Some(seen);
        let found = shared(&run).map(|share| (share * 1e6).round() / 1e6);
        assert_eq!(found, expected);
    }
}

#[test]
fn users_at_once_are_answered_together() {
    let plan = Plan {
        prompt_tokens: vec![10, 50],
        concurrency: vec![1, 4],
        ..plan()
    };
    let run = run(&plan, |_| {}, |_, _| {});
    let levels = Summary::of(&run).levels;
    let found: Vec<(u32, Load, u32)> = levels
        .iter()
        .map(|level| (level.planned_prompt_tokens, level.load, level.answered))
        .collect();
    assert_eq!(
        found,
        [
            (10, Load::Users(1), 2),
            (10, Load::Users(4), 8),
            (50, Load::Users(1), 2),
            (50, Load::Users(4), 8),
        ]
    );
    let many = &levels[3];
    let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-6, "{found}");
    // Prompts are read one after the other: 50, 100, 150 and 200 ms.
    near(many.first_token_ms.unwrap().mean, 125.0);
    near(many.prompt_tokens_per_second.unwrap().p99, 1000.0);
    // Waiting for the prompts of others is no time between tokens.
    near(many.inter_token_ms.unwrap().p99, 14.0);
    near(
        many.total_tokens_per_second.unwrap(),
        44.0 / (0.2 + 10.0 * 0.014),
    );
}

#[test]
fn what_is_stopped_keeps_what_it_has() {
    let limited = Plan {
        time_limit: Duration::from_millis(1500 + 420 + 150),
        ..plan()
    };
    let timed_out = run(&limited, |_| {}, |_, _| {});
    assert_eq!(timed_out.stopped, Some(Stopped::TimeLimit));
    assert_eq!(timed_out.answers.len(), 2);
    let cut = &timed_out.answers[1];
    // The prompt took 100 ms, five steps 55; the limit is seen after the fifth.
    assert_eq!(cut.token_seconds.len(), 6);
    assert_eq!(cut.failure, Some(Failure::Stopped));
    let level = &Summary::of(&timed_out).levels[0];
    assert_eq!((level.answered, level.failed, level.stopped), (1, 0, 1));

    let mut heard = 0;
    let cancelled = run(
        &plan(),
        |_| {},
        |event, cancel| {
            if matches!(event, Progress::Token { counts: true, .. }) {
                heard += 1;
                cancel.store(heard >= 3, Ordering::Relaxed);
            }
        },
    );
    assert_eq!(cancelled.stopped, Some(Stopped::Cancelled));
    assert_eq!(cancelled.answers[0].token_seconds.len(), 3);
    assert_eq!(heard, 3);
}

#[test]
fn a_device_that_breaks_is_told() {
    let broken = run(&plan(), |runtime| runtime.breaks_after = 24, |_, _| {});
    let reason = "it is gone".to_owned();
    assert_eq!(
        broken.stopped,
        Some(Stopped::Failed(Failure::Device { reason }))
    );
    // Ten steps of the warm-up, ten of the first, and four of the second with its first token.
    assert_eq!(broken.answers[0].token_seconds.len(), 11);
    assert_eq!(broken.answers[1].token_seconds.len(), 5);
}

#[test]
fn a_prompt_of_ones_own_has_its_own_length() {
    let clock = Moved::default();
    let mut runtime = Slow::new(&clock);
    let cancel = AtomicBool::new(false);
    let mut surroundings = |prompt| {
        let surroundings = Surroundings {
            clock: &clock,
            energy: None,
            cancel: &cancel,
            progress: &mut |_| {},
        };
        time(&mut runtime, &plan(), subject(Some(prompt)), surroundings)
    };
    let own = surroundings(vec![7, 8, 9]).unwrap();
    assert_eq!(own.plan.prompt_tokens, [3]);
    assert_eq!(own.answers[0].prompt_tokens, 3);
    assert_eq!(own.energy_joules, None);
    assert_eq!(surroundings(vec![]), Err(BadPlan::Prompt));
}

#[test]
fn the_prompt_is_that_of_the_reference() {
    assert_eq!(prompt_ids(5, 32_000), [1, 255, 238, 221, 204]);
    assert!(prompt_ids(600, 64).iter().all(|id| *id < 64));
}
