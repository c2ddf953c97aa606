//! Rates of a GPU, measured in a child process: the parent's side and the child's.

use std::process::ExitCode;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use weighbridge_units::{Arg, Message};

use super::{GpuRates, Rate, RateKind, Settings, gpu};
use crate::child::{Child, ChildFailure, Limits, serve};
use crate::machine::{Machine, Way};
use crate::read::find_adapter;

/// The kind of work, as children know it.
pub const RATES: &str = "rates-of-graphics";

/// What a GPU usually takes; software takes longer.
pub(super) const USUAL_SECONDS: f64 = 15.0;

/// A software driver with few processors is slow, but no step of it is.
const LIMITS: Limits = Limits {
    total: Duration::from_secs(300),
    silence: Duration::from_secs(90),
};

/// At most this share of the free memory of a GPU is taken for each buffer.
const SHARE_OF_FREE: u64 = 4;

#[derive(Serialize, Deserialize)]
struct Request {
    way: Way,
    most_bytes: u64,
    repeats: u32,
}

#[derive(Serialize, Deserialize)]
struct Reply {
    working_bytes: u64,
    rates: Vec<Rate>,
    /// What could not be measured: keys and reasons.
    notes: Vec<(String, String)>,
}

/// The child's side of [`measure`](super::measure).
pub fn serve_rates() -> ExitCode {
    serve::<Request, (RateKind, f64), Reply>(|request, work| {
        let adapter = find_adapter(&request.way).ok_or_else(|| {
            Message::new("rates-no-adapter").with("name", request.way.name.clone())
        })?;
        let measured = gpu::measure(
            &adapter,
            request.most_bytes,
            request.repeats,
            work.cancelled(),
            &mut |kind, share| work.progress((kind, share)),
        )?;
        let reason = |note: &Message| match note.arg("reason") {
            Some(Arg::Text(text)) => text.to_string(),
            _ => String::new(),
        };
        Ok(Reply {
            working_bytes: measured.working_bytes,
            rates: measured.rates,
            notes: measured
                .notes
                .iter()
                .map(|note| (note.key.to_string(), reason(note)))
                .collect(),
        })
    })
}

/// The parent's side: asks a child for the rates of a GPU of the machine by its best way.
pub(super) fn measure(
    machine: &Machine,
    number: usize,
    settings: &Settings,
    child: &Child,
    cancel: &AtomicBool,
    tell: &mut dyn FnMut(RateKind, f64),
) -> Result<(GpuRates, Vec<Message>), ChildFailure> {
    let facts = &machine.gpus[number];
    let no_way =
        || ChildFailure::Said(Message::new("rates-no-adapter").with("name", String::new()));
    let way = facts.ways.first().cloned().ok_or_else(no_way)?;
    let free = facts
        .memory_free_bytes
        .value
        .or(facts.memory_total_bytes.value);
    let request = Request {
        most_bytes: free.map_or(256 << 20, |free| free / SHARE_OF_FREE),
        repeats: settings.repeats,
        way,
    };
    let reply: Reply = child.ask(&request, LIMITS, cancel, &mut |(kind, share)| {
        tell(kind, share)
    })?;
    let notes = reply.notes.into_iter();
    let notes = notes.map(|(key, reason)| Message::new(key).with("reason", reason));
    let rates = GpuRates {
        gpu: number,
        backend: request.way.backend,
        working_bytes: reply.working_bytes,
        rates: reply.rates,
    };
    Ok((rates, notes.collect()))
}
