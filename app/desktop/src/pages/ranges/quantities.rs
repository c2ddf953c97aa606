//! Quantities: what a range belongs to, and which figures share it.

use weighbridge_engine::Scenario;
use weighbridge_engine::scenario::InputPath;
use weighbridge_engine::uncertainty::Quantities;
use weighbridge_text::{ChoiceWords, Text};

/// What is drawn once in each draw, with all figures that follow it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stream {
    /// Its id, by which correlations name it.
    pub(super) id: String,
    /// The figures that follow it.
    pub(super) paths: Vec<InputPath>,
}

/// The streams of a scenario; none where one of its ranges cannot be drawn from.
pub(super) fn streams(scenario: &Scenario) -> Vec<Stream> {
    let mut streams: Vec<Stream> = Vec::new();
    let quantities = Quantities::of(scenario).map_or_else(|_| Vec::new(), |found| found.list);
    for quantity in quantities {
        match streams.iter_mut().find(|known| known.id == quantity.stream) {
            Some(known) => known.paths.extend(quantity.paths),
            None => streams.push(Stream {
                id: quantity.stream,
                paths: quantity.paths,
            }),
        }
    }
    streams
}

/// A stream as people call it: "Output (A and B)"; its id where no figure follows it.
pub(super) fn name(text: Text, scenario: &Scenario, streams: &[Stream], id: &str) -> String {
    match streams.iter().find(|stream| stream.id == id) {
        Some(stream) => ChoiceWords::new(text, scenario).quantity(&stream.paths),
        None => id.to_owned(),
    }
}
