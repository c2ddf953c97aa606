//! `sensitivity --map`: the best option over two inputs.

use std::ops::ControlFlow;

use serde_json::Value;
use weighbridge_engine::scenario::InputPath;
use weighbridge_engine::uncertainty::Quantities;
use weighbridge_engine::weighing::{Map, MapSide, map, weigh};
use weighbridge_engine::{Scenario, evaluate};
use weighbridge_text::{ChoiceWords, Text};
use weighbridge_units::{Arg, Describe, Message};

use super::failure::Failure;
use super::json::{figure, object, optional, text};

/// Cells across and down.
const CELLS: [usize; 2] = [24, 12];

/// Shares of draws between which an input with a range is looked at.
const REACH: (f64, f64) = (0.01, 0.99);

/// An input without a range is looked at from this part of its value to this multiple of it.
const AROUND: f64 = 4.0;

/// Letters that stand for options.
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The map over the inputs at two paths.
///
/// # Errors
/// A sentence where an input does not exist or there is nothing to look at around it.
pub(super) fn between(scenario: &Scenario, across: &str, down: &str) -> Result<Map, Failure> {
    let inputs = [InputPath::new(across), InputPath::new(down)];
    if across == down {
        return Err(about("error-map-same", &inputs[0]));
    }
    let ranges = [reach(scenario, &inputs[0])?, reach(scenario, &inputs[1])?];
    let weighing = weigh(scenario, &evaluate(scenario));
    let found = map(
        scenario,
        &weighing,
        [&inputs[0], &inputs[1]],
        ranges,
        CELLS,
        &mut |_| ControlFlow::Continue(()),
    );
    match found {
        Ok(Some(map)) => Ok(map),
        Ok(None) => Err(Failure::plain("error-sensitivity")),
        Err(error) => Err(Failure::of(&error)),
    }
}

/// From where to where an input is looked at.
fn reach(scenario: &Scenario, path: &InputPath) -> Result<(f64, f64), Failure> {
    let unknown = || {
        let error = weighbridge_engine::scenario::SetError::UnknownPath {
            path: path.to_string(),
        };
        Failure::Sentence(error.message())
    };
    let value = scenario.figure(path).ok_or_else(unknown)?.value;
    let spec = scenario.spec(path).ok_or_else(unknown)?;
    let quantities = Quantities::of(scenario).map_err(|fault| Failure::of(&fault))?;
    let (low, high) = match quantities.place_of(path) {
        Some(place) => {
            let quantity = &quantities.list[place];
            (quantity.value_at(REACH.0), quantity.value_at(REACH.1))
        }
        None => {
            let ends = [value / AROUND, value * AROUND];
            let [low, high] = ends.map(|end| end.clamp(spec.min, spec.max));
            (low.min(high), low.max(high))
        }
    };
    if low < high {
        Ok((low, high))
    } else {
        Err(about("error-map-input", path))
    }
}

fn about(key: &'static str, path: &InputPath) -> Failure {
    Failure::Sentence(Message::new(key).with("path", path.to_string()))
}

/// What the key `map` holds.
pub(super) fn document(scenario: &Scenario, map: &Map) -> Value {
    let best = map.best.iter().map(|row| {
        row.iter()
            .map(|place| {
                let option = place.and_then(|place| scenario.options.get(place));
                text(option.map(|option| &option.id))
            })
            .collect::<Value>()
    });
    let leads = map.lead_usd.iter();
    let leads = leads.map(|row| row.iter().copied().map(optional).collect::<Value>());
    Value::Object(object([
        ("across", side(scenario, &map.x)),
        ("down", side(scenario, &map.y)),
        ("best", best.collect()),
        ("lead_usd", leads.collect()),
    ]))
}

fn side(scenario: &Scenario, side: &MapSide) -> Value {
    Value::Object(object([
        ("path", text(Some(&side.path))),
        (
            "unit",
            text(scenario.spec(&side.path).map(|spec| spec.unit)),
        ),
        ("here", figure(side.here)),
        ("from", figure(side.range.0)),
        ("to", figure(side.range.1)),
        ("by_ratio", Value::from(side.is_logarithmic)),
        ("values", side.values.iter().copied().map(figure).collect()),
    ]))
}

/// The map with a letter for the best option of each cell, and what the letters mean.
pub(super) fn print(scenario: &Scenario, map: &Map, text: Text) -> String {
    let words = ChoiceWords::new(text, scenario);
    let present = map.present();
    let letter = |place: usize| {
        let nth = present.iter().position(|found| *found == place);
        let letter = nth.and_then(|nth| LETTERS.get(nth));
        letter.map_or('?', |letter| char::from(*letter))
    };
    let (here_across, here_down) = (cell(&map.x), cell(&map.y));
    let mut lines = vec![text.format(
        "headless-map",
        &[
            ("across", Arg::from(words.input(&map.x.path))),
            ("down", Arg::from(words.input(&map.y.path))),
        ],
    )];
    let end = |value: Option<&f64>| {
        value.map_or_else(String::new, |value| words.value(&map.y.path, *value))
    };
    let width = map
        .y
        .values
        .iter()
        .map(|value| words.value(&map.y.path, *value).chars().count())
        .max()
        .unwrap_or(0);
    for (row, best) in map.best.iter().enumerate() {
        let label = end(map.y.values.get(row));
        let cells: String = best
            .iter()
            .enumerate()
            .map(|(column, place)| match place {
                _ if Some(column) == here_across && Some(row) == here_down => '*',
                Some(place) => letter(*place),
                None => '.',
            })
            .collect();
        let spaces = " ".repeat(width.saturating_sub(label.chars().count()));
        lines.push(format!("{spaces}{label}  {cells}"));
    }
    let ends = [map.x.values.first(), map.x.values.last()];
    let [from, to] =
        ends.map(|value| value.map_or_else(String::new, |value| words.value(&map.x.path, *value)));
    lines.push(format!("{}  {from} … {to}", " ".repeat(width)));
    for place in &present {
        lines.push(format!("{}  {}", letter(*place), words.option(*place)));
    }
    if here_across.is_some() && here_down.is_some() {
        lines.push(text.get("headless-map-here").into_owned());
    }
    lines.into_iter().map(|line| format!("{line}\n")).collect()
}

/// The cell in which the case itself stands; none where it lies outside.
fn cell(side: &MapSide) -> Option<usize> {
    let (low, high) = side.range;
    if !(low..=high).contains(&side.here) {
        return None;
    }
    let distance = |value: f64| {
        if side.is_logarithmic {
            ratio(value, side.here)
        } else {
            (value - side.here).abs()
        }
    };
    let places = 0..side.values.len();
    places
        .min_by(|one, other| distance(side.values[*one]).total_cmp(&distance(side.values[*other])))
}

/// How far apart two positive values are by ratio: 1 where they are the same.
fn ratio(one: f64, other: f64) -> f64 {
    (one / other).max(other / one)
}
