//! What finding something out is worth.

use serde_json::{Map, Value};
use weighbridge_engine::Scenario;
use weighbridge_engine::weighing::Worth;
use weighbridge_report::{way_of, worth_name};
use weighbridge_text::{ChoiceWords, WayToFindOut};

use crate::headless::json::{figure, object, text};

/// What finding out one quantity is worth, and how it could be found out.
pub(super) fn worth_document(
    scenario: &Scenario,
    worth: &Worth,
    say: ChoiceWords<'_>,
) -> Map<String, Value> {
    let mut paths: Vec<&str> = worth.paths.iter().map(|path| path.as_str()).collect();
    paths.sort_unstable();
    let way = way_key(way_of(worth));
    let unknown = worth.unknown.as_ref();
    object([
        ("quantity", Value::from(worth.quantity.clone())),
        ("paths", paths.into_iter().map(Value::from).collect()),
        ("usd", figure(worth.evppi_usd)),
        ("standard_error_usd", figure(worth.standard_error_usd)),
        ("option", text(unknown.map(|(option, _)| option))),
        ("criterion", text(unknown.map(|(_, criterion)| criterion))),
        ("way", Value::from(way)),
        ("words", Value::from(worth_name(say, scenario, worth))),
    ])
}

/// The stable key of a way to find out.
const fn way_key(way: WayToFindOut) -> &'static str {
    match way {
        WayToFindOut::Ask => "ask",
        WayToFindOut::Measure => "measure",
        WayToFindOut::Pilot => "pilot",
        WayToFindOut::ImportLogs => "import-logs",
    }
}
