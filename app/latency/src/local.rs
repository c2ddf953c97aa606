//! Times a model over any [`Runtime`]: on this processor, or on a GPU.
//!
//! Requests of one repetition come at once; their prompts are read one after the other, and then
//! all answers are written together, a token of each in every step.
//! The token that is likeliest is taken, so that every repetition does the same work.

use std::sync::atomic::{AtomicBool, Ordering};

use weighbridge_inference::{Runtime, Step};

use crate::clock::Clock;
use crate::energy::EnergyMeter;
use crate::failure::Failure;
use crate::plan::{BadPlan, Plan};
use crate::progress::Progress;
use crate::run::{Answer, Counted, Load, Place, Run, Stopped};

/// Tokens of a prompt that are read at a time, so that a wish to stop is heard in between.
const PIECE_TOKENS: usize = 512;

/// What is timed, and what is known of it before.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// The model's name.
    pub model: String,
    /// Whether its weights are made up.
    pub is_synthetic: bool,
    /// Bytes of weights that every written token reads.
    pub bytes_a_token: u64,
    /// Where it runs.
    pub place: Place,
    /// Seconds until it was ready.
    pub load_seconds: f64,
    /// The tokens of the prompt; otherwise those of [`prompt_ids`].
    pub prompt: Option<Vec<u32>>,
}

/// What a run is watched and stopped by.
pub struct Surroundings<'a> {
    /// What time it is.
    pub clock: &'a dyn Clock,
    /// What counts energy, where the system does.
    pub energy: Option<&'a mut dyn EnergyMeter>,
    /// Whether somebody wants it stopped; looked at before every step.
    pub cancel: &'a AtomicBool,
    /// Whom it tells what happens, token by token.
    pub progress: &'a mut dyn FnMut(Progress),
}

/// The tokens of a prompt of some length: 1, then 3 + ((7919 i + 13) mod 256) for i = 1, 2, …, as
/// far as the vocabulary goes.
///
/// What a prompt says does not change how long it takes; that it is the same everywhere lets
/// figures and logits be compared.
pub fn prompt_ids(tokens: u32, vocabulary: usize) -> Vec<u32> {
    let vocabulary = u32::try_from(vocabulary).unwrap_or(u32::MAX).max(1);
    (0..u64::from(tokens))
        .map(|place| match place {
            0 => 1 % vocabulary,
            _ => (3 + ((7919 * place + 13) % 256) as u32) % vocabulary,
        })
        .collect()
}

/// Times a model as planned; what it has when it is stopped or fails is kept.
///
/// # Errors
/// [`BadPlan`] where the plan asks for nothing that can be timed here.
pub fn time(
    runtime: &mut dyn Runtime,
    plan: &Plan,
    subject: Subject,
    surroundings: Surroundings<'_>,
) -> Result<Run, BadPlan> {
    let mut plan = plan.clone();
    // Nobody arrives here but as planned.
    plan.arrivals = None;
    if let Some(prompt) = &subject.prompt {
        plan.prompt_tokens = vec![u32::try_from(prompt.len()).unwrap_or(u32::MAX)];
    }
    plan.check()?;
    let Surroundings {
        clock,
        mut energy,
        cancel,
        progress,
    } = surroundings;
    let mut timer = Timer {
        runtime,
        plan: &plan,
        clock,
        cancel,
        progress,
        began: clock.seconds(),
        memory_bytes: 0,
        answers: Vec::new(),
    };
    let joules = energy.as_deref_mut().and_then(|meter| meter.joules());
    let stopped = timer.all(subject.prompt.as_deref()).err();
    let energy_joules = energy
        .and_then(|meter| meter.joules())
        .zip(joules)
        .map(|(after, before)| after - before);
    let (answers, memory_bytes) = (timer.answers, timer.memory_bytes);
    Ok(Run {
        plan,
        place: subject.place,
        model: subject.model,
        is_synthetic: subject.is_synthetic,
        bytes_a_token: Some(subject.bytes_a_token),
        load_seconds: subject.load_seconds,
        answers,
        memory_bytes: Some(memory_bytes),
        energy_joules,
        busyness: None,
        spent_usd: None,
        stopped,
    })
}

/// A run under way.
struct Timer<'a> {
    runtime: &'a mut dyn Runtime,
    plan: &'a Plan,
    clock: &'a dyn Clock,
    cancel: &'a AtomicBool,
    progress: &'a mut dyn FnMut(Progress),
    began: f64,
    memory_bytes: u64,
    answers: Vec<Answer>,
}

impl Timer<'_> {
    /// Every length and every number of users.
    fn all(&mut self, prompt: Option<&[u32]>) -> Result<(), Stopped> {
        for &tokens in &self.plan.prompt_tokens {
            let made = prompt_ids(tokens, self.runtime.config().vocabulary);
            let prompt = prompt.unwrap_or(&made);
            for &users in &self.plan.concurrency {
                for repeat in 0..self.plan.warm_up + self.plan.repeats {
                    let counts = repeat >= self.plan.warm_up;
                    (self.progress)(Progress::Began {
                        prompt_tokens: tokens,
                        load: Load::Users(users),
                        repeat: repeat.saturating_sub(self.plan.warm_up),
                        counts,
                    });
                    self.once(prompt, users as usize, counts)?;
                }
            }
        }
        Ok(())
    }

    /// One repetition: all users ask at once.
    fn once(&mut self, prompt: &[u32], users: usize, counts: bool) -> Result<(), Stopped> {
        self.may_go_on()?;
        let output = self.plan.output_tokens as usize;
        let room = prompt.len() + output;
        self.runtime.reset(users, room).map_err(failed)?;
        let asked = self.clock.seconds();
        let prompt_tokens = u32::try_from(prompt.len()).unwrap_or(u32::MAX);
        let mut answers: Vec<Answer> = (0..users)
            .map(|_| Answer {
                planned_prompt_tokens: prompt_tokens,
                prompt_tokens,
                load: Load::Users(u32::try_from(users).unwrap_or(u32::MAX)),
                asked_at_seconds: asked - self.began,
                token_seconds: Vec::with_capacity(output),
                counted: Counted::Here,
                prompt_seconds: None,
                server: None,
                failure: None,
            })
            .collect();
        let done = self.answer_all(prompt, asked, counts, &mut answers);
        self.memory_bytes = self.memory_bytes.max(self.runtime.memory_bytes() as u64);
        if counts {
            // What was cut short before its first token says nothing.
            answers.retain(|answer| !answer.token_seconds.is_empty());
            for answer in &mut answers {
                let is_short = answer.token_seconds.len() < output;
                answer.failure = is_short.then_some(Failure::Stopped);
                (self.progress)(Progress::Answered(answer.clone()));
            }
            self.answers.append(&mut answers);
        }
        done
    }

    fn answer_all(
        &mut self,
        prompt: &[u32],
        asked: f64,
        counts: bool,
        answers: &mut [Answer],
    ) -> Result<(), Stopped> {
        let mut steps = Vec::with_capacity(answers.len());
        for (user, answer) in answers.iter_mut().enumerate() {
            let from = self.clock.seconds();
            let mut logits = Vec::new();
            for piece in prompt.chunks(PIECE_TOKENS) {
                self.may_go_on()?;
                logits = self.runtime.prefill(user, piece).map_err(failed)?;
            }
            let token = likeliest(&logits);
            let now = self.clock.seconds();
            answer.prompt_seconds = Some(now - from);
            answer.token_seconds.push(now - asked);
            self.tell(user, token, now - asked, counts);
            steps.push(Step {
                sequence: user,
                token,
            });
        }
        for _ in 1..self.plan.output_tokens {
            self.may_go_on()?;
            let logits = self.runtime.decode(&steps).map_err(failed)?;
            let vocabulary = self.runtime.config().vocabulary.max(1);
            for (step, logits) in steps.iter_mut().zip(logits.chunks(vocabulary)) {
                step.token = likeliest(logits);
            }
            let now = self.clock.seconds();
            for answer in answers.iter_mut() {
                answer.token_seconds.push(now - asked);
            }
            for step in &steps {
                self.tell(step.sequence, step.token, now - asked, counts);
            }
        }
        Ok(())
    }

    fn tell(&mut self, user: usize, token: u32, seconds: f64, counts: bool) {
        (self.progress)(Progress::Token {
            user: u32::try_from(user).unwrap_or(u32::MAX),
            token: Some(token),
            text: None,
            seconds,
            counts,
        });
    }

    fn may_go_on(&self) -> Result<(), Stopped> {
        if self.cancel.load(Ordering::Relaxed) {
            return Err(Stopped::Cancelled);
        }
        if self.clock.seconds() - self.began >= self.plan.time_limit.as_secs_f64() {
            return Err(Stopped::TimeLimit);
        }
        Ok(())
    }
}

fn failed(error: weighbridge_inference::RunError) -> Stopped {
    Stopped::Failed(Failure::from(error))
}

/// The token that is likeliest; the first of several, and none but nought where nothing is a number.
pub fn likeliest(logits: &[f32]) -> u32 {
    let mut best = (0, f32::NEG_INFINITY);
    for (token, &logit) in logits.iter().enumerate() {
        if logit > best.1 {
            best = (token, logit);
        }
    }
    u32::try_from(best.0).unwrap_or(u32::MAX)
}
