//! What is known of this machine and of models timed on it, while the window is open.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use egui::Context;
use weighbridge_gguf::Format;
use weighbridge_latency::{Forecast, Plan, Progress, Summary};
use weighbridge_machine::child::Child;
use weighbridge_machine::rates::{self, Measured, RateFailure, Settings};
use weighbridge_machine::{Correction, FactRow, LOOK, Machine, Transcript, read};
use weighbridge_units::{Describe as _, Message, PartialDate};

use super::another::Another;
use super::beside::Beside;
use super::correct::Correcting;
use super::meaning::Meaning;
use super::trace::Gaps;
use super::work::Work;
use crate::measuring::here::{Asked, Device, News, Refusal, Timed, time};
use crate::measuring::{Wanted, Writing};
use crate::pages::FileFor;
use crate::pages::charts::ChartCache;
use crate::pages::parts::{Cached, Stamp};
use weighbridge_charts::Chart;

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

/// What the thread that times a model tells.
#[derive(Debug)]
enum Told {
    /// What happens.
    News(News),
    /// Why a file reads and writes no text; the run goes on with made-up tokens.
    NoText(Message),
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

/// What happens while a model is timed.
#[derive(Debug, Default)]
pub(super) struct Live {
    pub(super) name: String,
    /// Whether its weights are made up.
    pub(super) is_made_up: bool,
    /// Whether it was brought into sight.
    pub(super) was_shown: bool,
    pub(super) forecast: Option<Forecast>,
    pub(super) stage: Stage,
    /// Between the tokens of the repetition that is written now.
    pub(super) gaps: Gaps,
    /// The time limit of the plan.
    pub(super) limit_seconds: f64,
    pub(super) answered: u64,
    pub(super) requests: u64,
    /// What a model that knows words has written in this repetition.
    pub(super) said: String,
    /// What it wrote in the one before: the likeliest token is taken, so it writes the same again.
    pub(super) said_before: String,
    /// Why a file reads and writes no text, where it does not.
    pub(super) no_text: Option<Message>,
    pub(super) users: u32,
}

/// What is done just now.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// The machine is looked at, and the model made ready.
    #[default]
    Preparing,
    /// A repetition that does not count.
    WarmingUp,
    /// Repetitions that count.
    Timing,
    /// The three times of a GPU are told apart.
    TellingApart,
}

/// What is to be timed, and where.
#[derive(Debug)]
pub(super) struct Choice {
    /// The GPU by its number; none for the processor.
    pub(super) gpu: Option<usize>,
    /// The place of a shape in [`weighbridge_inference::synthetic::Shape::built_in`].
    pub(super) shape: usize,
    pub(super) format: usize,
    /// Whether a file is timed instead.
    pub(super) from_file: bool,
    pub(super) path: String,
    /// What a file's model reads; none before anybody saw the field, which begins with an example.
    pub(super) prompt: Option<String>,
    pub(super) prompt_tokens: f64,
    pub(super) output_tokens: f64,
    /// Whether several users at once are tried too.
    pub(super) sweeps: bool,
    pub(super) though_busy: bool,
}

/// The formats that models are made up in.
pub(super) const FORMATS: [Format; 4] = [Format::Q4_0, Format::Q4K, Format::Q8_0, Format::F16];

/// Users at once that are tried.
pub(super) const SWEEP: [u32; 5] = [1, 2, 4, 8, 16];

impl Default for Choice {
    fn default() -> Choice {
        Choice {
            gpu: None,
            shape: 1,
            format: 0,
            from_file: false,
            path: String::new(),
            prompt: None,
            prompt_tokens: 128.0,
            output_tokens: 64.0,
            sweeps: false,
            though_busy: false,
        }
    }
}

impl Choice {
    /// The model; none where a file is wanted and none is named.
    pub(super) fn wanted(&self) -> Option<Wanted> {
        if self.from_file {
            let path = self.path.trim();
            return (!path.is_empty()).then(|| Wanted::File(PathBuf::from(path)));
        }
        let shape = weighbridge_inference::synthetic::Shape::built_in()
            .into_iter()
            .nth(self.shape)?;
        Some(Wanted::MadeUp {
            shape,
            format: *FORMATS.get(self.format)?,
        })
    }

    /// The text that is read instead of made-up tokens.
    pub(super) fn words(&self) -> Option<&str> {
        let prompt = self.prompt.as_deref().filter(|_| self.from_file)?;
        Some(prompt).filter(|words| !words.trim().is_empty())
    }

    pub(super) fn plan(&self) -> Plan {
        Plan {
            prompt_tokens: vec![self.prompt_tokens as u32],
            output_tokens: self.output_tokens as u32,
            concurrency: match self.sweeps {
                true => SWEEP.to_vec(),
                false => vec![1],
            },
            repeats: if self.sweeps { 2 } else { 3 },
            ..Plan::default()
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

/// Times a model; where it is a file's, with a prompt in words, and with the text that each token
/// of the first user completes.
fn time_and_read(
    machine: &Machine,
    mut asked: Asked,
    words: Option<&str>,
    cancel: &AtomicBool,
    tell: &mut dyn FnMut(Told),
) -> Result<Timed, Refusal> {
    let mut writing = match &asked.wanted {
        Wanted::MadeUp { .. } => None,
        Wanted::File(_) => match Writing::of(&asked.wanted) {
            Ok(writing) => Some(writing),
            Err(why) => {
                tell(Told::NoText(why.message()));
                None
            }
        },
    };
    let ids = writing.as_ref().zip(words);
    let ids = ids.map(|(writing, words)| writing.read(words));
    asked.prompt = ids.filter(|ids| !ids.is_empty());
    time(machine, &asked, cancel, &mut |mut news| {
        if let Some(writing) = &mut writing {
            match &mut news {
                News::Timing(Progress::Began { .. }) => writing.begin(),
                News::Timing(Progress::Token {
                    user: 0,
                    token: Some(token),
                    text,
                    ..
                }) => *text = Some(writing.token(*token)),
                _ => {}
            }
        }
        tell(Told::News(news));
    })
}

impl Live {
    /// What the model wrote, the whole of it where a repetition came to its end.
    fn text(&self) -> Option<String> {
        let longest = match self.said.len() < self.said_before.len() {
            true => &self.said_before,
            false => &self.said,
        };
        Some(longest.clone()).filter(|text| !text.is_empty())
    }

    fn hear(&mut self, news: News) {
        match news {
            News::Forecast(forecast) => self.forecast = Some(forecast),
            News::Preparing => self.stage = Stage::Preparing,
            News::Ready(_) => {}
            News::TellingApart => self.stage = Stage::TellingApart,
            News::Timing(Progress::Began { load, counts, .. }) => {
                self.stage = if counts {
                    Stage::Timing
                } else {
                    Stage::WarmingUp
                };
                self.users = load.users().unwrap_or(1);
                if !self.said.is_empty() {
                    self.said_before = std::mem::take(&mut self.said);
                }
                // With several users others' prompts are read before the second token.
                self.gaps.begin(usize::from(self.users > 1));
            }
            News::Timing(Progress::Token {
                user,
                seconds,
                text,
                ..
            }) => {
                if let Some(text) = text {
                    self.said.push_str(&text);
                }
                if user == 0 {
                    self.gaps.token(seconds);
                }
            }
            News::Timing(Progress::Answered(_)) => self.answered += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use weighbridge_latency::Load;

    fn token(user: u32, seconds: f64) -> News {
        News::Timing(Progress::Token {
            user,
            token: Some(5),
            text: None,
            seconds,
            counts: true,
        })
    }

    #[test]
    fn gaps_are_those_of_one_user_and_one_repetition() {
        let mut live = Live::default();
        let began = |counts| {
            News::Timing(Progress::Began {
                prompt_tokens: 8,
                load: Load::Users(2),
                repeat: 0,
                counts,
            })
        };
        live.hear(began(false));
        assert_eq!(live.stage, Stage::WarmingUp);
        for news in [token(0, 0.5), token(1, 0.5), token(0, 0.75), token(0, 1.0)] {
            live.hear(news);
        }
        // Between the first and the second token the other user's prompt is read.
        assert_eq!(live.gaps.seconds(), [0.25]);
        live.hear(began(true));
        assert_eq!((live.stage, live.users), (Stage::Timing, 2));
        assert!(live.gaps.seconds().is_empty());
        live.hear(token(0, 0.125));
        assert!(live.gaps.seconds().is_empty());
    }

    #[test]
    fn a_file_without_a_name_is_no_model() {
        let mut choice = Choice::default();
        assert!(matches!(choice.wanted(), Some(Wanted::MadeUp { .. })));
        choice.from_file = true;
        assert_eq!(choice.wanted(), None);
        choice.path = " m.gguf ".to_owned();
        assert_eq!(choice.wanted(), Some(Wanted::File(PathBuf::from("m.gguf"))));
    }
}
