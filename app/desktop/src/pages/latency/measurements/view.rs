//! What is said of a measurement, in finished words.

use weighbridge_catalogue::importers::figure_words;
use weighbridge_engine::compose::{MeasurementEffect, OptionEffect, ResultChange, Standing};
use weighbridge_engine::explain::ResultPart;
use weighbridge_engine::scenario::{Measurement, Subject};
use weighbridge_engine::serving::Quantity;
use weighbridge_text::Text;
use weighbridge_units::{Arg, PartialDate};

use crate::pages::Page;
use crate::pages::parts::{measure_words, result_name};

/// A factor on a class nearer to one than this is not told.
const UNSEEN: f64 = 0.005;

/// Whether a quantity is a time, of which less is better.
fn is_time(quantity: Quantity) -> bool {
    matches!(quantity, Quantity::InterToken | Quantity::TimeToFirstToken)
}

/// The quantity and the figure: “Speed for one user: 31.2 tokens/s”.
pub(super) fn headline(text: Text, measurement: &Measurement) -> String {
    let quantity = measurement.subject.quantity();
    text.format(
        "measurement-headline",
        &[
            (
                "quantity",
                Arg::key(format!("import-quantity-{}", quantity.key())),
            ),
            (
                "figure",
                Arg::from(figure_words(quantity, measurement.value)),
            ),
        ],
    )
}

/// What was measured, how it came here, when, from where and under which conditions.
pub(super) fn circumstances(text: Text, measurement: &Measurement) -> String {
    let what = match &measurement.subject {
        Subject::Deployment(case) => text.format(
            "measurement-on-machine",
            &[
                ("model", Arg::from(case.model.clone())),
                ("count", Arg::Number(case.accelerators)),
                ("hardware", Arg::from(case.device.id.clone())),
                ("engine", Arg::from(case.engine.clone())),
            ],
        ),
        Subject::Endpoint(case) => text.format(
            "measurement-at-endpoint",
            &[
                ("model", Arg::from(case.model.clone())),
                ("provider", Arg::from(case.provider.clone())),
            ],
        ),
    };
    let kind = text.get(&format!("measurement-kind-{}", measurement.kind.key()));
    let parts = [
        what,
        kind.into_owned(),
        text.date(measurement.on),
        measurement.source.clone(),
        measurement.conditions.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// Why a measurement is not used, or wants a second look.
pub(super) fn doubts(
    text: Text,
    measurement: &Measurement,
    standing: Option<Standing>,
    date: PartialDate,
) -> Vec<String> {
    let mut doubts = Vec::new();
    let why_not = match standing {
        Some(Standing::Busy) => Some("measurement-busy"),
        Some(Standing::LeftAside) => Some("measurement-left-aside"),
        Some(Standing::NobodyBuys) => Some("measurement-nobody-buys"),
        Some(Standing::Used) | None => None,
    };
    doubts.extend(why_not.map(|key| text.get(key).into_owned()));
    if measurement.is_old(date) {
        doubts.push(text.get("measurement-old").into_owned());
    }
    if let Some(times) = measurement.far_off() {
        let times = Arg::Decimal(times, 1);
        doubts.push(text.format("measurement-far-off", &[("times", times)]));
    }
    doubts
}

/// What a measurement did to the estimate of exactly this, and to those of its class.
pub(super) fn on_estimates(
    text: Text,
    measurement: &Measurement,
    effect: &MeasurementEffect,
) -> Vec<String> {
    let Some(change) = &effect.change else {
        return Vec::new();
    };
    let quantity = measurement.subject.quantity();
    let mut lines = vec![text.format(
        "measurement-estimate",
        &[
            ("before", Arg::from(figure_words(quantity, change.before))),
            ("after", Arg::from(figure_words(quantity, change.after))),
        ],
    )];
    let faster = match is_time(quantity) {
        true => 1.0 / change.class_factor,
        false => change.class_factor,
    };
    if (faster - 1.0).abs() >= UNSEEN {
        let key = match faster > 1.0 {
            true => "measurement-class-faster",
            false => "measurement-class-slower",
        };
        let share = Arg::Percent((faster - 1.0).abs());
        lines.push(text.format(key, &[("share", share)]));
    }
    lines
}

/// What a measurement did to each option: whether it runs exactly this, and which results changed.
pub(super) fn on_options(
    page: &Page<'_>,
    effect: &MeasurementEffect,
) -> Vec<(String, Vec<String>)> {
    let scenario = page.session.scenario();
    let told = |moved: &OptionEffect| {
        let name = scenario.option(&moved.option)?.name.clone();
        let key = match moved.is_same {
            true => "measurement-option-same",
            false => "measurement-option-class",
        };
        let results = moved.results.iter();
        let results = results.map(|change| result(page.text, change)).collect();
        Some((
            page.text.format(key, &[("option", Arg::from(name))]),
            results,
        ))
    };
    effect.options.iter().filter_map(told).collect()
}

fn result(text: Text, change: &ResultChange) -> String {
    let words = |value: Option<f64>| match value {
        Some(value) => measure_words(text, change.measure, value),
        None => text.get("measurement-unknown").into_owned(),
    };
    text.format(
        "measurement-result",
        &[
            (
                "result",
                Arg::from(result_name(text, ResultPart::Measure(change.measure))),
            ),
            ("before", Arg::from(words(change.before))),
            ("after", Arg::from(words(change.after))),
        ],
    )
}
