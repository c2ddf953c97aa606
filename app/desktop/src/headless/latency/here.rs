//! On this machine: the model is made or opened, and what it writes is shown as it is written.

use std::io::Write;
use std::sync::atomic::AtomicBool;

use weighbridge_engine::catalogue::Catalogue;
use weighbridge_gguf::Format;
use weighbridge_inference::synthetic::Shape;
use weighbridge_latency::{Plan, Progress};
use weighbridge_machine::rates::{self, Measured, Settings};
use weighbridge_machine::{LOOK, Machine, Way, child::Child, read};
use weighbridge_text::Text;
use weighbridge_units::{Arg, Message, PartialDate};

use super::super::failure::Failure;
use super::super::output::{Target, printable};
use super::arguments::DeviceName;
use super::{Found, LatencyArguments, tell};
use crate::measuring::here::{self, Asked, Device, News, Timed};
use crate::measuring::into_case::{Stamp, of_this_machine};
use crate::measuring::kept::of_run_here;
use crate::measuring::published::{Comparison, compare};
use crate::measuring::record::Surroundings;
use crate::measuring::{Wanted, Writing, device, device_of_run};

/// Published measurements that are told of each quantity.
const PUBLISHED_ROWS: usize = 3;

/// Times a model on this machine.
///
/// # Errors
/// A sentence where nothing was timed.
pub(super) fn time(
    arguments: &LatencyArguments,
    (catalogue, today): (&Catalogue, PartialDate),
    plan: &Plan,
    text: Text,
    output: &mut dyn Write,
    errors: &mut dyn Write,
) -> Result<Found, Failure> {
    let wanted = wanted(arguments)?;
    let target = arguments
        .dump_logits
        .as_deref()
        .map(Target::at)
        .transpose()?;
    let writing = match (&wanted, &arguments.prompt) {
        (Wanted::MadeUp { .. }, None) => None,
        (_, Some(_)) => Some(Writing::of(&wanted).map_err(|error| Failure::of(&error))?),
        // A prompt by ids needs no vocabulary; without one, nothing that is written is shown.
        (Wanted::File(_), None) => Writing::of(&wanted).ok(),
    };
    let prompt = match (&arguments.prompt, &writing) {
        (Some(words), Some(writing)) => Some(writing.read(words)),
        _ => arguments.prompt_ids.clone(),
    };
    let place = place(arguments)?;
    let rates = match arguments.into {
        Some(_) => rates(&place, catalogue, text, errors)?,
        None => None,
    };
    let Place {
        machine,
        device,
        gpu,
    } = place;
    let asked = Asked {
        wanted,
        device,
        plan: plan.clone(),
        prompt,
        though_busy: arguments.though_busy,
        wants_logits: target.is_some(),
    };
    let mut writer = Writer {
        writing,
        written: String::new(),
        is_over: false,
        to: (!arguments.json).then_some(output),
    };
    let timed = here::time(
        &machine,
        &asked,
        &AtomicBool::new(false),
        &mut |news| match news {
            News::Forecast(found) => {
                let (least, most) = found.seconds;
                let message = Message::new("latency-forecast")
                    .with("least", Arg::Decimal(least, 0))
                    .with("most", Arg::Decimal(most, 0))
                    .with(
                        "gigabytes",
                        Arg::Decimal(found.memory_bytes as f64 / 1e9, 1),
                    );
                tell(errors, text, &message);
            }
            News::Timing(progress) => writer.hear(&progress),
            News::Preparing | News::Ready(_) | News::TellingApart => {}
        },
    )
    .map_err(|refusal| Failure::of(&refusal))?;
    let written = writer.finish();
    if let (Some(target), Some(logits)) = (target, &timed.logits) {
        let bytes: Vec<u8> = logits
            .iter()
            .flat_map(|logit| logit.to_le_bytes())
            .collect();
        target.write(&bytes)?;
    }
    let published = beside(&timed, &machine, catalogue, today);
    let around = Surroundings {
        machine: &machine,
        measured: rates.as_ref(),
        gpu,
    };
    let kept = match arguments.into {
        Some(_) => of_run_here(text, &timed, around, today, catalogue),
        None => None,
    };
    Ok(Found {
        kept,
        published,
        run: timed.run,
        facts: Some(timed.facts),
        told_apart: timed.told_apart,
        text: written,
    })
}

/// Published measurements of the same or the nearest hardware.
fn beside(
    timed: &Timed,
    machine: &Machine,
    catalogue: &Catalogue,
    today: PartialDate,
) -> Vec<Comparison> {
    let Some(device) = device_of_run(&timed.run, machine, None, None, catalogue) else {
        return Vec::new();
    };
    let facts = &timed.facts;
    let model = facts.stands_for.unwrap_or(&facts.name);
    let stamp = Stamp {
        on: today,
        source: String::new(),
        conditions: String::new(),
    };
    let measured = of_this_machine(&timed.run, facts, model, &device, &stamp);
    compare(&measured, PUBLISHED_ROWS)
}

fn wanted(arguments: &LatencyArguments) -> Result<Wanted, Failure> {
    if let Some(path) = &arguments.gguf {
        return Ok(Wanted::File(path.clone()));
    }
    let unknown = |key: &'static str, name: &str, known: Vec<String>| {
        Failure::Sentence(
            Message::new(key)
                .with("name", name.to_owned())
                .with("known", Arg::texts(known)),
        )
    };
    let shape = Shape::of_name(&arguments.shape).ok_or_else(|| {
        let known = Shape::built_in().map(|shape| shape.name).to_vec();
        unknown("latency-unknown-shape", &arguments.shape, known)
    })?;
    let format = Format::of_name(&arguments.format).ok_or_else(|| {
        let known = Format::ALL.map(|format| format.name().to_owned()).to_vec();
        unknown("latency-unknown-format", &arguments.format, known)
    })?;
    Ok(Wanted::MadeUp { shape, format })
}

/// Where a model is timed.
struct Place {
    machine: Machine,
    device: Device,
    /// The GPU by its number, where it is known; none on the processor.
    gpu: Option<usize>,
}

/// The machine, and the device that was asked for on it.
///
/// Graphics drivers are asked, in child processes, only where a GPU is named by its number, and
/// where a case takes what is known of the machine.
fn place(arguments: &LatencyArguments) -> Result<Place, Failure> {
    let is_by_number = matches!(arguments.device, DeviceName::Gpu(Some(_)));
    let graphics = match is_by_number || arguments.into.is_some() {
        true => Child::of_this_program(LOOK).ok(),
        false => None,
    };
    let machine = Machine::of(&read(graphics.as_ref()));
    let gpu = match arguments.device {
        DeviceName::Processor => {
            let threads = arguments.threads.map(usize::from);
            return Ok(Place {
                machine,
                device: Device::Processor { threads },
                gpu: None,
            });
        }
        DeviceName::Gpu(None) if arguments.into.is_none() => {
            return Ok(Place {
                machine,
                device: Device::Gpu(None),
                gpu: None,
            });
        }
        // A case is told which one it was.
        DeviceName::Gpu(None) => best(&machine).unwrap_or(0),
        DeviceName::Gpu(Some(number)) => number,
    };
    let way: Option<Way> = machine
        .gpus
        .get(gpu)
        .and_then(|gpu| gpu.ways.first())
        .cloned();
    match way {
        Some(way) => Ok(Place {
            machine,
            device: Device::Gpu(Some(way)),
            gpu: Some(gpu),
        }),
        None => Err(Failure::Sentence(
            Message::new("latency-no-such-gpu")
                .with(
                    "number",
                    Arg::Ordinal(i64::try_from(gpu).unwrap_or(i64::MAX)),
                )
                .with("count", machine.gpus.len()),
        )),
    }
}

/// The first graphics processor that can run models, a pretended one last.
fn best(machine: &Machine) -> Option<usize> {
    let gpus = machine.gpus.iter().enumerate();
    let usable = gpus.filter(|(_, gpu)| !gpu.ways.is_empty());
    let best = usable.min_by_key(|(_, gpu)| gpu.is_software());
    best.map(|(number, _)| number)
}

/// The rates of the device, measured where it is none of the hardware that is known; a case is told
/// them, and estimates start from them.
///
/// # Errors
/// A sentence where nobody knows the device then either.
fn rates(
    place: &Place,
    catalogue: &Catalogue,
    text: Text,
    errors: &mut dyn Write,
) -> Result<Option<Measured>, Failure> {
    let is_known =
        |rates: Option<&Measured>| device(&place.machine, rates, place.gpu, catalogue).is_some();
    if is_known(None) {
        return Ok(None);
    }
    tell(errors, text, &Message::new("latency-into-measuring"));
    let graphics = Child::of_this_program(rates::RATES).ok();
    let settings = Settings {
        gpus: place.gpu.is_some(),
        ..Settings::default()
    };
    let never = AtomicBool::new(false);
    let measured = rates::measure(
        &place.machine,
        &settings,
        graphics.as_ref(),
        &never,
        &mut |_| {},
    );
    let measured = measured.map_err(|failure| Failure::of(&failure))?;
    match is_known(Some(&measured)) {
        true => Ok(Some(measured)),
        false => Err(Failure::plain("latency-into-no-device")),
    }
}

/// Puts tokens together to text, and shows it as it comes: that of the first user in the first
/// repetition that counts.
struct Writer<'a> {
    writing: Option<Writing>,
    written: String,
    is_over: bool,
    to: Option<&'a mut dyn Write>,
}

impl Writer<'_> {
    fn hear(&mut self, progress: &Progress) {
        match progress {
            Progress::Token {
                user: 0,
                token: Some(token),
                counts: true,
                ..
            } if !self.is_over => {
                if let Some(writing) = &mut self.writing {
                    let text = writing.token(*token);
                    self.show(&text);
                }
            }
            Progress::Answered(_) if !self.is_over => {
                self.is_over = true;
                if let Some(writing) = &mut self.writing {
                    let rest = writing.rest();
                    self.show(&rest);
                    self.print("\n\n");
                }
            }
            _ => {}
        }
    }

    fn show(&mut self, text: &str) {
        self.written.push_str(text);
        self.print(&printable(text));
    }

    /// Whoever does not listen any more is told so by the table that follows.
    fn print(&mut self, text: &str) {
        if let Some(to) = &mut self.to {
            let _ = to.write_all(text.as_bytes()).and_then(|()| to.flush());
        }
    }

    fn finish(self) -> Option<String> {
        self.writing.map(|_| self.written)
    }
}
