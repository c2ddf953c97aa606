//! How much work there is: volume, size of a request, shape over the day, savings, targets.

mod view;

use egui::Ui;
use weighbridge_engine::figure::FigureGroup as _;
use weighbridge_engine::scenario::{InputPath, Workload};
use weighbridge_session::Action;
use weighbridge_units::Describe as _;

use super::Page;
use super::figures::{Owner, beside, figures_ui};
use crate::look::Look;
use crate::widgets::{FigureRow, NumberField, Tone, choice, notice, page};

/// Narrower than this, cards stand under each other.
const LEAST_COLUMN: f32 = 380.0;

/// What the page keeps between frames: nothing; everything on it is the scenario's.
#[derive(Debug, Default)]
pub struct State {}

/// A card: the key of its words, and its fields.
type Card = (&'static str, &'static [&'static str]);

const VOLUME: Card = (
    "workload-card-volume",
    &[
        "requests_per_month",
        "growth_per_month",
        "users",
        "requests_per_task",
    ],
);
const SIZE: Card = (
    "workload-card-size",
    &["input_tokens_per_request", "output_tokens_per_request"],
);
const SHAPE: Card = (
    "workload-card-shape",
    &["peak_factor", "active_hours_per_month", "failed_call_share"],
);
const SAVINGS: Card = (
    "workload-card-savings",
    &[
        "cached_input_share",
        "cache_write_share",
        "batch_share",
        "answer_cache_share",
    ],
);
const TARGETS: &str = "workload-card-targets";
const FIRST_TOKEN: &str = "target_time_to_first_token_seconds";
const SPEED: &str = "target_tokens_per_second";

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut Page<'_>, _state: &mut State) {
    let (headline, line) = view::headline(page.session, page.text);
    page::headline(ui, &headline, &line);
    page::columns(ui, 2, LEAST_COLUMN, |ui, column| match column {
        0 => {
            card(ui, page, VOLUME, |ui, page| {
                note(ui, &view::tokens_line(page.session, page.text));
            });
            card(ui, page, SIZE, words_ui);
        }
        _ => {
            card(ui, page, SHAPE, |ui, page| {
                note(ui, &view::shape_line(page.session, page.text));
            });
            card(ui, page, SAVINGS, shares_ui);
            targets_card(ui, page);
        }
    });
}

fn card(
    ui: &mut Ui,
    page: &mut Page<'_>,
    (key, fields): Card,
    below: impl FnOnce(&mut Ui, &mut Page<'_>),
) {
    let text = page.text;
    let workload = &page.session.scenario().workload;
    page::card(
        ui,
        &text.get(key),
        &text.get(&format!("{key}.help")),
        |ui| {
            figures_ui(ui, page, Owner::default(), workload, fields);
            below(ui, page);
        },
    );
}

fn note(ui: &mut Ui, sentence: &str) {
    let look = Look::of(ui);
    ui.add(egui::Label::new(look.note(sentence)).wrap());
}

/// The size of a request in words, for those who do not think in tokens.
fn words_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let text = page.text;
    let Some(rate) = view::tokens_per_word(page.session, text) else {
        return;
    };
    let workload = &page.session.scenario().workload;
    let (kept, understood) = (text.get("window-kept"), text.get("window-understood-as"));
    for (field, key) in SIZE
        .1
        .iter()
        .zip(["workload-input-words", "workload-output-words"])
    {
        let (Some(spec), Some(figure)) = (Workload::spec(field), workload.get(field)) else {
            continue;
        };
        let (label, unit) = (text.get(key), text.get("workload-words"));
        let parse = |typed: &str| {
            let words = text
                .parse_in(typed, weighbridge_units::Unit::NONE)
                .map_err(|error| text.describe(&error))?;
            let tokens = spec.check(rate.tokens_of(words));
            tokens
                .map(|_| words)
                .map_err(|fault| text.render(&fault.message()))
        };
        let format = |words: f64| text.editable(words.round());
        let shown = rate.words_of(figure.value).round();
        let number = NumberField::new(key, &label, shown, &parse, &format)
            .unit(&unit)
            .step(10.0)
            .description(&rate.note);
        let row = FigureRow {
            name: &label,
            origin: &rate.note,
            is_weak: rate.is_doubtful,
            help: &rate.help,
            kept: &kept,
            understood_as: &understood,
        };
        if let Some(words) = beside(ui, |ui| row.show(ui, number), |_| {}).committed {
            let path = InputPath::new(format!("workload.{field}"));
            page.act(Action::SetValue {
                path,
                value: rate.tokens_of(words),
            });
        }
    }
}

/// Shares of one whole that exceed it say so where they are typed.
fn shares_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let text = page.text;
    let outcome = page.session.outcome();
    for finding in outcome
        .findings
        .iter()
        .filter(|finding| view::is_about_shares(finding))
    {
        notice::strip(ui, Tone::Bad, &text.describe(finding), None);
    }
    note(ui, &view::savings_line(page.session, text));
}

fn targets_card(ui: &mut Ui, page: &mut Page<'_>) {
    let text = page.text;
    let aid = text.get(&format!("{TARGETS}.help"));
    page::card(ui, &text.get(TARGETS), &aid, |ui| {
        target(ui, page, FIRST_TOKEN, &view::FIRST_TOKEN_TARGETS);
        note(ui, &view::first_token_in_words(page.session, text));
        target(ui, page, SPEED, &view::SPEED_TARGETS);
        note(ui, &view::speed_in_words(page.session, text));
    });
}

/// A field with usual values beside each other; the first of them asks for nothing.
fn target(ui: &mut Ui, page: &mut Page<'_>, field: &'static str, usual: &[f64]) {
    let text = page.text;
    let workload = &page.session.scenario().workload;
    figures_ui(ui, page, Owner::default(), workload, &[field]);
    let (Some(spec), Some(figure)) = (Workload::spec(field), workload.get(field)) else {
        return;
    };
    let words: Vec<String> = usual
        .iter()
        .map(|value| match *value {
            0.0 => text.get("workload-no-target").into_owned(),
            // The unit stands in the row above; a duration reads badly without its own.
            value if spec.unit == weighbridge_units::Unit::SECONDS => text.duration(value),
            value => text.editable(value),
        })
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let chosen = usual.iter().position(|value| *value == figure.value);
    let name = text.format(
        "workload-usual-targets",
        &[(
            "field",
            text.field_label(spec.group, spec.name).into_owned().into(),
        )],
    );
    if let Some(index) = choice::segmented(ui, &name, &words, chosen.unwrap_or(usize::MAX)) {
        let path = InputPath::new(format!("workload.{field}"));
        page.act(Action::SetValue {
            path,
            value: usual[index],
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_the_workload_stands_on_the_page() {
        let mut shown: Vec<&str> = [VOLUME, SIZE, SHAPE, SAVINGS]
            .iter()
            .flat_map(|(_, fields)| fields.iter().copied())
            .chain([FIRST_TOKEN, SPEED])
            .collect();
        let mut all: Vec<&str> = Workload::SPECS.iter().map(|spec| spec.name).collect();
        shown.sort_unstable();
        all.sort_unstable();
        assert_eq!(shown, all);
    }
}
