//! What was measured for the case: the list, what each measurement did, and the import.

mod choosers;
mod form;
mod import;
mod view;
mod written;

use std::cell::Cell;
use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;
use weighbridge_engine::compose::{MeasurementEffect, Standing, measurement_effects};
use weighbridge_engine::scenario::{Api, DecisionOption, InputPath, Measurement, Plan};
use weighbridge_session::Action;
use weighbridge_units::Arg;

use self::form::Form;
use self::import::Import;
use crate::look::Look;
use crate::pages::background::Background;
use crate::pages::figures::{Owner, group_ui};
use crate::pages::parts::{Stamp, note, point};
use crate::pages::{Ask, Page};
use crate::widgets::{Icon, button, choice, page as parts_of_page};

/// What is looked at: effects as they were last worked out, and a file that is being taken in, and what is being typed.
#[derive(Debug, Default)]
pub struct State {
    effects: Background<Stamp, Vec<MeasurementEffect>>,
    import: Option<Import>,
    form: Option<Form>,
}

impl State {
    /// Reads a file of results, for the user to look at before anything is added.
    pub fn read(&mut self, path: PathBuf) {
        self.import = Some(Import::of(path));
    }

    /// What the measurements did, as far as it is known; those of the case before stay in sight.
    fn effects(&mut self, ui: &Ui, page: &Page<'_>) -> Vec<MeasurementEffect> {
        let scenario = Arc::clone(page.session.document().scenario());
        if scenario.measurements.is_empty() {
            return Vec::new();
        }
        let catalogue = Arc::clone(page.session.catalogue());
        let known = self
            .effects
            .get("effects of measurements", ui.ctx(), Stamp::of(page), || {
                Box::new(move |_| match catalogue.estimator() {
                    Some(estimator) => measurement_effects(&scenario, estimator, &catalogue),
                    None => Vec::new(),
                })
            });
        known.result.cloned().unwrap_or_default()
    }
}

/// Whether the field of an input stands in these cards.
pub fn holds(path: &InputPath) -> bool {
    path.as_str().contains(".interface_speed.")
}

/// Draws the card of measurements, the import where there is one, and the speeds of interfaces.
pub fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let effects = state.effects(ui, page);
    let title = text.get("measurements-title");
    let mut asks_for_file = false;
    // The header says so to what stands below it.
    let begins = Cell::new(false);
    let is_free = state.form.is_none();
    let (import, begin) = (text.get("measurements-import"), text.get("typed-begin"));
    parts_of_page::card_with(
        ui,
        &title,
        &text.get("measurements-aid"),
        |ui| {
            let button = button::quiet(&import).hint(text.get("measurements-import-aid"));
            asks_for_file = ui.add(button).clicked();
            let begin = ui.add_enabled(is_free, button::quiet(&begin));
            begins.set(begin.clicked());
        },
        |ui| {
            if let Some(import) = &mut state.import {
                if import.ui(ui, page) {
                    state.import = None;
                }
                parts_of_page::rule(ui);
            }
            if begins.get() {
                state.form = Some(Form::of(page));
            }
            if let Some(form) = &mut state.form {
                let is_over = ui.push_id("typed measurement", |ui| form.ui(ui, page));
                if is_over.inner {
                    state.form = None;
                }
                parts_of_page::rule(ui);
            }
            let session = page.session;
            let measurements = &session.scenario().measurements;
            if measurements.is_empty() {
                note(ui, text.get("measurements-none"));
            }
            for (place, measurement) in measurements.iter().enumerate() {
                if place > 0 {
                    parts_of_page::rule(ui);
                }
                let effect = effects
                    .iter()
                    .find(|effect| effect.measurement == measurement.id);
                ui.push_id(("measurement", &measurement.id), |ui| {
                    measurement_ui(ui, page, measurement, effect);
                });
            }
        },
    );
    if asks_for_file {
        page.ask(Ask::ImportMeasurements);
    }
    interfaces_card(ui, page);
}

/// One measurement: what it is, what it did, what is doubtful about it, and what can be done.
fn measurement_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    measurement: &Measurement,
    effect: Option<&MeasurementEffect>,
) {
    let look = Look::of(ui);
    let text = page.text;
    parts_of_page::heading(ui, &view::headline(text, measurement));
    note(ui, view::circumstances(text, measurement));
    let date = page.session.scenario().question.date;
    for doubt in view::doubts(text, measurement, effect.map(|it| it.standing), date) {
        point(ui, Icon::Exclamation, look.caution, doubt);
    }
    if let Some(effect) = effect {
        for words in view::on_estimates(text, measurement, effect) {
            point(ui, Icon::Information, look.accent, words);
        }
        let options = view::on_options(page, effect);
        if options.is_empty() && effect.standing == Standing::Used {
            note(ui, text.get("measurement-no-option"));
        }
        for (words, results) in options {
            point(ui, Icon::Right, look.ink, words);
            for result in results {
                note(ui, result);
            }
        }
    }
    let source = Arg::from(measurement.source.clone());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = look.gap;
        if !measurement.is_busy {
            let name = text.format("measurement-use-name", &[("source", source.clone())]);
            let mut used = measurement.is_in_use;
            let toggle = choice::toggle(ui, &mut used, &text.get("measurement-use"));
            ui.ctx()
                .accesskit_node_builder(toggle.id, |node| node.set_label(name));
            if toggle.changed() {
                page.act(Action::UseMeasurement {
                    measurement: measurement.id.clone(),
                    used,
                });
            }
        }
        let name = text.format("measurement-remove-name", &[("source", source)]);
        let remove = text.get("measurement-remove");
        if ui.add(button::quiet(&remove).name(&name)).clicked() {
            page.act(Action::RemoveMeasurement(measurement.id.clone()));
        }
    });
}

/// The speeds of what is bought, for the client to see and to enter what a provider promises.
fn interfaces_card(ui: &mut Ui, page: &mut Page<'_>) {
    let text = page.text;
    let session = page.session;
    let bought: Vec<(&DecisionOption, &Api)> = session
        .scenario()
        .options
        .iter()
        .filter_map(|option| match &option.plan {
            Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => Some((option, api)),
            _ => None,
        })
        .collect();
    if bought.is_empty() {
        return;
    }
    let title = text.get("measurements-interfaces");
    let aid = text.get("measurements-interfaces-aid");
    parts_of_page::card(ui, &title, &aid, |ui| {
        for (option, api) in bought {
            parts_of_page::heading(ui, &option.name);
            let owner = Owner {
                option: Some(&option.id),
                index: None,
            };
            group_ui(ui, page, owner, &api.speed);
        }
    });
}
