//! What is known of this machine and of models timed on it, while the window is open.

use std::path::PathBuf;

use egui::Context;
use weighbridge_charts::Chart;
use weighbridge_latency::Summary;
use weighbridge_machine::child::Child;
use weighbridge_machine::rates::{self, Measured, RateFailure, Settings};
use weighbridge_machine::{Correction, FactRow, LOOK, Machine, Transcript, read};
use weighbridge_units::{Describe as _, Message, PartialDate};

use super::another::Another;
use super::choice::Choice;
use super::correcting::Correcting;
use super::live::{Live, Told, time_and_read};
use super::meant::Meaning;
use super::work::Work;
use crate::measuring::Wanted;
use crate::measuring::here::{Asked, Device, Refusal, Timed};
use crate::measuring::published::Comparison;
use crate::pages::FileFor;
use crate::pages::charts::ChartCache;
use crate::pages::parts::{Cached, Stamp};

/// What is known of this machine, and what is under way.
#[derive(Debug, Default)]
pub(in crate::pages::latency) struct State {
    looking: Option<Work<(), (Transcript, Machine)>>,
    pub(super) transcript: Option<Transcript>,
    /// As found, with the corrections in it.
    pub(super) machine: Option<Machine>,
    /// Its facts, in the order in which they are shown.
    pub(super) facts: Vec<FactRow>,
    /// Rises with everything that is found, set right or measured.
    pub(super) generation: u64,
    pub(super) corrections: Vec<Correction>,
    pub(super) correcting: Option<Correcting>,
    measuring: Option<Work<rates::Progress, Result<Measured, RateFailure>>>,
    pub(super) measuring_share: f64,
    pub(super) measured: Option<Measured>,
    running: Option<Work<Told, Result<Timed, Refusal>>>,
    pub(super) live: Live,
    /// What was timed since the window opened, newest first.
    pub(super) runs: Vec<Kept>,
    pub(super) choice: Choice,
    /// A machine that is not here.
    pub(super) another: Another,
    /// What went wrong last, in finished messages.
    pub(super) faults: Vec<Message>,
    pub(super) shows_all: bool,
    pub(super) charts: ChartCache,
    /// What the newest run means for the case, and its chart of several users.
    pub(super) meaning: Cached<(Stamp, u64), Option<Meaning>>,
    /// What was published of the same or the nearest hardware.
    pub(super) beside: Cached<(Stamp, u64), Option<Beside>>,
    pub(super) by_users: Cached<(Stamp, u64), Option<Chart>>,
}

/// A run that was kept.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub(super) timed: Timed,
    pub(super) summary: Summary,
    pub(super) on: PartialDate,
    /// The GPU that it ran on, by its number; none on the processor.
    pub(super) gpu: Option<usize>,
    /// What the model wrote, where it is a file's and knows words.
    pub(super) text: Option<String>,
    /// Why it read and wrote none, where its file does not say how.
    pub(super) no_text: Option<Message>,
}

/// What is laid beside the newest run.
#[derive(Debug)]
pub(super) struct Beside {
    /// What it ran on, as people say it.
    pub(super) hardware: String,
    pub(super) list: Vec<Comparison>,
}

impl Kept {
    /// The model with the format of its numbers, where it is made up.
    pub(super) fn model_words(&self) -> String {
        let name = &self.timed.run.model;
        match self.timed.wanted.made_up() {
            Some((format, _)) => format!("{name}, {}", format.name()),
            None => name.clone(),
        }
    }
}

impl State {
    /// Takes what threads have told, and looks at the machine where nobody has yet.
    pub(super) fn keep_up(&mut self, context: &Context, today: PartialDate) {
        if self.machine.is_none() && self.looking.is_none() {
            self.look(context);
        }
        self.take_look();
        self.take_rates();
        self.take_run(today);
    }

    /// Takes the path of a file that was asked for.
    pub(in crate::pages::latency) fn take_file(&mut self, what: FileFor, path: PathBuf) {
        match what {
            FileFor::Model => self.choice.path = path.display().to_string(),
            FileFor::Machine => {
                if let Some(form) = &mut self.another.form {
                    form.path = path.display().to_string();
                }
            }
        }
    }

    /// Looks at the machine; graphics drivers are asked in a process of their own.
    pub(super) fn look(&mut self, context: &Context) {
        self.looking = Some(Work::start("looks at this machine", context, |_, _| {
            let graphics = Child::of_this_program(LOOK).ok();
            let transcript = read(graphics.as_ref());
            let machine = Machine::of(&transcript);
            (transcript, machine)
        }));
    }

    pub(super) fn is_looking(&self) -> bool {
        self.looking.is_some()
    }

    fn take_look(&mut self) {
        match Work::take(&mut self.looking, |()| {}) {
            None => {}
            Some(Some((transcript, machine))) => self.know(transcript, machine),
            // What is not known is said fact by fact.
            Some(None) => self.know(Transcript::default(), Machine::default()),
        }
    }

    /// Takes a machine over, with what the user knows better.
    pub(super) fn know(&mut self, transcript: Transcript, mut machine: Machine) {
        for correction in &self.corrections {
            // A fact that is no longer there needs no correction.
            let _ = machine.correct(correction);
        }
        self.transcript = Some(transcript);
        self.facts = machine.facts();
        self.machine = Some(machine);
        self.generation += 1;
    }

    /// Measures the rates of processor, memory and GPUs.
    pub(super) fn measure(&mut self, context: &Context) {
        let Some(machine) = self.machine.clone() else {
            return;
        };
        self.measuring_share = 0.0;
        self.faults.clear();
        self.measuring = Some(Work::start(
            "measures this machine",
            context,
            move |cancel, tell| {
                let graphics = Child::of_this_program(rates::RATES).ok();
                let settings = Settings::default();
                rates::measure(&machine, &settings, graphics.as_ref(), cancel, tell)
            },
        ));
    }

    /// Seconds that measuring has taken so far; none where nothing is measured.
    pub(super) fn measuring_seconds(&self) -> Option<f64> {
        self.measuring.as_ref().map(Work::seconds)
    }

    pub(super) fn stop_measuring(&self) {
        if let Some(work) = &self.measuring {
            work.cancel();
        }
    }

    fn take_rates(&mut self) {
        let share = &mut self.measuring_share;
        let ended = Work::take(&mut self.measuring, |progress| *share = progress.share);
        match ended {
            None | Some(Some(Err(RateFailure::Cancelled))) => {}
            Some(Some(Ok(measured))) => {
                self.faults.extend(measured.faults.iter().cloned());
                self.measured = Some(measured);
                self.generation += 1;
            }
            Some(Some(Err(failure))) => self.faults.push(failure.message()),
            Some(None) => self.faults.push(Message::new("window-broke-off")),
        }
    }

    /// Times the model that is chosen.
    pub(super) fn run(&mut self, context: &Context) {
        let (Some(machine), Some(wanted)) = (self.machine.clone(), self.choice.wanted()) else {
            return;
        };
        let gpu = self.choice.gpu.and_then(|number| machine.gpus.get(number));
        let device = match (self.choice.gpu, gpu) {
            (None, _) => Device::Processor { threads: None },
            (Some(_), gpu) => Device::Gpu(gpu.and_then(|gpu| gpu.ways.first().cloned())),
        };
        let words = self.choice.words().map(str::to_owned);
        let asked = Asked {
            wanted,
            device,
            plan: self.choice.plan(),
            prompt: None,
            though_busy: self.choice.though_busy,
            wants_logits: false,
        };
        self.faults.clear();
        self.live = Live {
            requests: asked.plan.requests(),
            limit_seconds: asked.plan.time_limit.as_secs_f64(),
            is_made_up: asked.wanted.made_up().is_some(),
            name: match &asked.wanted {
                Wanted::MadeUp { shape, format } => format!("{}, {}", shape.name, format.name()),
                Wanted::File(path) => path
                    .file_name()
                    .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
            },
            ..Live::default()
        };
        self.running = Some(Work::start(
            "times a model",
            context,
            move |cancel, tell| time_and_read(&machine, asked, words.as_deref(), cancel, tell),
        ));
    }

    /// Seconds that timing has taken so far; none where nothing is timed.
    pub(super) fn running_seconds(&self) -> Option<f64> {
        self.running.as_ref().map(Work::seconds)
    }

    pub(super) fn is_stopping(&self) -> bool {
        self.running.as_ref().is_some_and(Work::is_cancelled)
    }

    pub(super) fn stop_running(&self) {
        if let Some(work) = &self.running {
            work.cancel();
        }
    }

    fn take_run(&mut self, today: PartialDate) {
        let live = &mut self.live;
        let hear = |told| match told {
            Told::News(news) => live.hear(news),
            Told::NoText(why) => live.no_text = Some(why),
        };
        match Work::take(&mut self.running, hear) {
            None => {}
            Some(Some(Ok(timed))) => {
                let kept = Kept {
                    summary: Summary::of(&timed.run),
                    timed,
                    on: today,
                    gpu: self.choice.gpu,
                    text: self.live.text(),
                    no_text: self.live.no_text.take(),
                };
                self.runs.insert(0, kept);
                self.generation += 1;
            }
            Some(Some(Err(refusal))) => self.faults.push(refusal.message()),
            Some(None) => self.faults.push(Message::new("window-broke-off")),
        }
    }
}
