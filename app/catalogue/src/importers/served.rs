//! From what a client of a server measured to measurements.

use weighbridge_engine::serving::Quantity;

use super::Reading;
use super::note::{MOST_FAILED, NoteKind};
use super::row::{Load, Measurement};

/// What a client of a server measured in one run.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Served {
    /// Milliseconds to the first token, on average.
    pub(super) first_token_ms: Option<f64>,
    /// Milliseconds between tokens, on average.
    pub(super) inter_token_ms: Option<f64>,
    /// Output tokens a second, over all accelerators.
    pub(super) output_per_second: Option<f64>,
    /// Requests that were answered.
    pub(super) answered: Option<f64>,
    /// Requests that failed.
    pub(super) failed: Option<f64>,
}

/// A flood of up to so many requests is one batch in any server's first setting; a larger one
/// waits, and what is served at once is as much as fits.
const LARGEST_BATCH: f64 = 256.0;

/// So many requests for each place make a load steady: the first wave counts little.
const STEADY: f64 = 4.0;

/// Requests at once by Little's law: those a second times the seconds each stays.
///
/// # Source
/// Little 1961, "A Proof for the Queuing Formula: L = λW", Operations Research 9(3).
pub(super) fn at_once(per_second: f64, latency_ms: f64) -> f64 {
    per_second * latency_ms / 1e3
}

/// Milliseconds a request stays, from the parts of it.
pub(super) fn latency_ms(served: &Served, output_tokens: Option<f64>) -> Option<f64> {
    let more = (output_tokens? - 1.0).max(0.0);
    Some(served.first_token_ms? + served.inter_token_ms? * more)
}

/// Adds the measurements of one run.
///
/// `run` has everything but quantity and figure.
pub(super) fn add(run: &Measurement, served: &Served, reading: &mut Reading) {
    if !is_usable(served, reading) {
        return;
    }
    if run.input_tokens.is_none() || run.output_tokens.is_none() {
        reading.note(NoteKind::NoLengths);
        return;
    }
    if run.hardware.is_none() {
        reading.note(NoteKind::NoHardware);
    }
    if run.model.is_none() {
        reading.note(NoteKind::NoModel);
    }
    let mut run = run.clone();
    let all_at_once = matches!(run.load, Load::AsMuchAsFits);
    match run.load {
        Load::Unknown => reading.note(NoteKind::NoLoad),
        Load::AtOnce(requests) => {
            let answered = served.answered.unwrap_or(f64::INFINITY);
            run.conditions.steady_arrivals = requests > 1.0 && answered >= STEADY * requests;
        }
        Load::Arrivals { .. } => run.conditions.steady_arrivals = true,
        Load::AsMuchAsFits => {
            if let Some(answered) = served.answered.filter(|all| *all <= LARGEST_BATCH) {
                run.load = Load::AtOnce(answered);
            }
        }
    }
    let alone = run.load == Load::AtOnce(1.0);
    let mut push = |quantity, value: Option<f64>, key| {
        let Some(value) = value.filter(|value| *value > 0.0 && value.is_finite()) else {
            reading.note(NoteKind::NoFigure { key });
            return;
        };
        let mut row = run.clone();
        row.quantity = quantity;
        row.value = value;
        // What a server puts out a second is counted over reading the prompts too.
        row.conditions.end_to_end = quantity == Quantity::FixedBatch;
        reading.push(row);
    };
    let (first, between) = (served.first_token_ms, served.inter_token_ms);
    if all_at_once {
        let quantity = match run.load {
            Load::AtOnce(_) => Quantity::FixedBatch,
            _ => Quantity::Saturated,
        };
        push(quantity, served.output_per_second, "output_throughput");
        reading.note(NoteKind::LatencyOfAFlood);
        return;
    }
    push(Quantity::TimeToFirstToken, first, "time_to_first_token");
    if alone {
        let speed = between.map(|milliseconds| 1e3 / milliseconds);
        push(Quantity::DecodeAlone, speed, "inter_token_latency");
        return;
    }
    push(Quantity::InterToken, between, "inter_token_latency");
    match run.load {
        Load::Arrivals { .. } => reading.note(NoteKind::DemandNotCapacity),
        _ => push(
            Quantity::FixedBatch,
            served.output_per_second,
            "output_throughput",
        ),
    }
}

/// Whether enough requests were answered.
fn is_usable(served: &Served, reading: &mut Reading) -> bool {
    let failed = served.failed.unwrap_or(0.0).max(0.0);
    let all = failed + served.answered.unwrap_or(f64::INFINITY).max(0.0);
    let share = failed / all;
    if all == 0.0 {
        reading.note(NoteKind::NoFigure { key: "completed" });
        return false;
    }
    if share > MOST_FAILED {
        reading.note(NoteKind::TooManyFailed { share });
        return false;
    }
    if failed > 0.0 {
        reading.note(NoteKind::SomeFailed { share });
    }
    true
}
