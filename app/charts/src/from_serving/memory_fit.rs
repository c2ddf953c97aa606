//! What fills the memory of one copy.

use weighbridge_engine::serving::{Impossible, MemoryUse};
use weighbridge_units::Arg;

use super::{Hosted, blank};
use crate::content::{Capacity, CapacityFill, CapacityPart};
use crate::from_outcome::Case;
use crate::{Axis, Chart, Content, Table};

/// The chart's stable name.
pub(super) const NAME: &str = "memory-fit";

/// Weights, cache, what the engine keeps, and what is free, against the memory there is.
///
/// `None` where the case cannot be at all for another reason than memory.
#[must_use]
pub fn memory_fit(case: &Case<'_>, hosted: &Hosted) -> Option<Chart> {
    let source = case.source_of_estimate(hosted);
    let size = |gigabytes: f64| Arg::from(case.gigabytes(gigabytes));
    let (title, subtitle, parts, memory_gb) = match &hosted.found {
        Ok(found) => {
            let memory = found.operating.state.memory;
            let title = case.say(
                "serving-title-memory-fits",
                &[
                    hosted.option(),
                    ("share", Arg::Percent(memory.weights_gb / memory.total_gb)),
                ],
            );
            let subtitle = case.say(
                "serving-subtitle-memory",
                &[
                    (
                        "served",
                        Arg::from(case.at_once(found.operating.state.concurrency)),
                    ),
                    ("places", Arg::Count(found.server.places().max(1.0) as u64)),
                ],
            );
            (title, subtitle, parts(case, &memory), memory.total_gb)
        }
        Err(Impossible::DoesNotFit {
            weights_gb,
            memory_gb,
        }) => {
            let title = case.say(
                "serving-title-memory-short",
                &[hosted.option(), ("missing", size(weights_gb - memory_gb))],
            );
            let part = part(case, "weights", *weights_gb, CapacityFill::Part(0));
            let subtitle = case.say("serving-subtitle-memory-short", &[]);
            (title, subtitle, vec![part], *memory_gb)
        }
        Err(_) => return None,
    };
    let phrases = parts
        .iter()
        .map(|part| format!("{}: {}", part.label, part.text))
        .collect::<Vec<_>>();
    let capacity = case.say(
        "serving-memory-of",
        &[
            ("memory", size(memory_gb)),
            ("machine", Arg::from(hosted.machine.clone())),
        ],
    );
    let rows = parts
        .iter()
        .map(|part| {
            let share = Arg::Percent(part.value / memory_gb);
            vec![part.label.clone(), part.text.clone(), case.text.arg(&share)]
        })
        .collect();
    let headers = [
        "serving-column-memory",
        "serving-column-size",
        "serving-column-share",
    ];
    Some(Chart {
        x: Axis::linear(""),
        summary: case.summary_of(&title, phrases.into_iter().chain([capacity.clone()])),
        content: Content::Capacity(Capacity {
            parts,
            capacity: memory_gb,
            capacity_label: capacity,
        }),
        table: Table::of_figures(headers.map(|key| case.say(key, &[])).to_vec(), rows),
        ..blank(NAME, title, subtitle, source)
    })
}

fn parts(case: &Case<'_>, memory: &MemoryUse) -> Vec<CapacityPart> {
    [
        ("weights", memory.weights_gb, CapacityFill::Part(0)),
        ("cache", memory.cache_gb, CapacityFill::Part(1)),
        ("overhead", memory.overhead_gb, CapacityFill::Kept),
        ("free", memory.free_gb, CapacityFill::Free),
    ]
    .into_iter()
    .map(|(name, value, fill)| part(case, name, value, fill))
    .collect()
}

fn part(case: &Case<'_>, name: &str, gigabytes: f64, fill: CapacityFill) -> CapacityPart {
    CapacityPart {
        label: case.say(&format!("serving-memory-{name}"), &[]),
        text: case.gigabytes(gigabytes),
        value: gigabytes,
        fill,
    }
}
