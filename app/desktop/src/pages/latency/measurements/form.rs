//! A measurement that is typed in: the form, what each field lacks, and what the estimate would
//! become.

use std::sync::Arc;

use egui::Ui;
use egui::accesskit::{Invalid, Live};
use weighbridge_catalogue::importers::figure_words;
use weighbridge_engine::catalogue::WeightFormat;
use weighbridge_engine::compose::believing;
use weighbridge_engine::scenario::{DecisionOption, Measurement, MeasurementKind, Subject};
use weighbridge_engine::serving::deployed::hosting_of;
use weighbridge_engine::serving::{DeviceClass, Quantity};
use weighbridge_session::Action;
use weighbridge_text::Text;
use weighbridge_units::Arg;

use super::choosers::{hardware, models};
use super::written::{Faults, Field, Written, can_be_measured};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::background::Background;
use crate::pages::options::running::{close_together, engines, labelled};
use crate::pages::parts::{Stamp, note};
use crate::pages::typed::line_ui;
use crate::widgets::notice::{self, Tone};
use crate::widgets::{Entry, button, page as parts_of_page};

/// Narrower than this, a field stands under the one before it.
const LEAST_COLUMN: f32 = 220.0;

/// The estimate of what was measured, and what it would be with the figure that was typed.
type Preview = (f64, Option<f64>);

/// The form while it is open.
#[derive(Debug)]
pub(super) struct Form {
    written: Written,
    /// Whether somebody tried to add it: from then on every field says what it lacks.
    was_pressed: bool,
    preview: Background<(Stamp, Subject, Option<f64>), Option<Preview>>,
}

impl Form {
    pub(super) fn of(page: &Page<'_>) -> Form {
        let session = page.session;
        Form {
            written: Written::of(session.scenario(), page.text, session.today()),
            was_pressed: false,
            preview: Background::default(),
        }
    }

    /// Draws the form; returns whether it is over.
    pub(super) fn ui(&mut self, ui: &mut Ui, page: &mut Page<'_>) -> bool {
        let text = page.text;
        parts_of_page::heading(ui, &text.get("typed-title"));
        note(ui, text.get("typed-aid"));
        let session = page.session;
        let (scenario, catalogue) = (session.scenario(), session.catalogue());
        let read = self
            .written
            .read(scenario, catalogue, text, session.today());
        let faults = read.as_ref().err().cloned().unwrap_or_default();
        let faults = self.told(faults);
        self.subject_ui(ui, page, &faults);
        self.figure_ui(ui, page, &faults);
        self.origin_ui(ui, text, &faults);
        self.preview_ui(ui, page);
        if let Some(said) = faults.get(&Field::Whole) {
            notice::strip(ui, Tone::Caution, said, None);
        }
        let is_full = scenario.measurements.len() >= Measurement::MOST;
        if is_full {
            let most = Arg::from(Measurement::MOST);
            let said = text.format("typed-no-room", &[("most", most)]);
            notice::strip(ui, Tone::Caution, &said, None);
        }
        let mut is_over = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = Look::of(ui).gap_small;
            let add = text.get("typed-add");
            if ui.add_enabled(!is_full, button::primary(&add)).clicked() {
                self.was_pressed = true;
                if let Ok(measurement) = read {
                    page.act(Action::AddMeasurements(vec![measurement]));
                    is_over = true;
                }
            }
            let cancel = text.get("button-cancel");
            is_over |= ui.add(button::quiet(&cancel)).clicked();
        });
        is_over
    }

    /// What is said of fields: nothing of those that nobody has come to yet.
    fn told(&self, faults: Faults) -> Faults {
        let written = &self.written;
        let is_begun = |field: Field| match field {
            Field::Accelerators => !written.accelerators.is_empty(),
            Field::Input => !written.input.is_empty(),
            Field::Output => !written.output.is_empty(),
            Field::Users => !written.users.is_empty(),
            Field::Value => !written.value.is_empty(),
            Field::Date | Field::Whole => true,
            Field::Model => written.model.is_some(),
            Field::Hardware | Field::Weights | Field::Engine | Field::Source => false,
        };
        let told = faults.into_iter();
        told.filter(|(field, _)| self.was_pressed || is_begun(*field))
            .collect()
    }

    /// What was measured: an option of the case, or another model on another machine.
    fn subject_ui(&mut self, ui: &mut Ui, page: &Page<'_>, faults: &Faults) {
        let text = page.text;
        let scenario = page.session.scenario();
        let options = scenario.options.iter();
        let options: Vec<&DecisionOption> = options
            .filter(|option| can_be_measured(&option.plan))
            .collect();
        let entry = |option: &&DecisionOption| Entry {
            title: option.name.clone(),
            note: text
                .get(&format!("deployment-{}", option.deployment().key()))
                .into_owned(),
            aliases: option.id.to_string(),
            ..Entry::default()
        };
        let mut entries: Vec<Entry> = options.iter().map(entry).collect();
        entries.push(Entry {
            title: text.get("typed-subject-other").into_owned(),
            ..Entry::default()
        });
        let written = &mut self.written;
        let chosen = written.option.as_ref();
        let chosen = chosen.and_then(|id| options.iter().position(|option| option.id == *id));
        let chosen = chosen.unwrap_or(options.len());
        let picked = labelled(ui, text, "typed-subject", Some(chosen), &entries);
        if let Some(place) = picked {
            written.option = options.get(place).map(|option| option.id.clone());
            written.engine = None;
            if !written.quantities(scenario).contains(&written.quantity) {
                written.quantity = Quantity::DecodeAlone;
            }
        }
        if written.option.is_none() {
            fields_beside(ui, 4, |ui, place| match place {
                0 => {
                    let choices = models(page.session.catalogue());
                    choose(ui, text, "typed-model", choices, &mut written.model);
                    fault(ui, faults, Field::Model);
                }
                1 => {
                    let choices = hardware(page.session.catalogue());
                    choose(ui, text, "typed-hardware", choices, &mut written.hardware);
                    fault(ui, faults, Field::Hardware);
                }
                2 => {
                    let choices = WeightFormat::ALL
                        .map(|format| (format, named(format.name())))
                        .to_vec();
                    choose(ui, text, "running-weights", choices, &mut written.weights);
                    fault(ui, faults, Field::Weights);
                }
                _ => line(
                    ui,
                    text,
                    "typed-accelerators",
                    &mut written.accelerators,
                    faults.get(&Field::Accelerators),
                ),
            });
        }
    }

    /// The figure, and the load under which it was measured.
    fn figure_ui(&mut self, ui: &mut Ui, page: &Page<'_>, faults: &Faults) {
        let text = page.text;
        let scenario = page.session.scenario();
        let written = &mut self.written;
        let hosting = written.option.as_ref();
        let hosting = hosting.and_then(|id| hosting_of(scenario, id));
        let is_interface = written.option.is_some() && hosting.is_none();
        let class = hosting.map_or(DeviceClass::Other, |it| it.measured_as.device_class);
        let mut fields = vec![];
        if !is_interface {
            fields.push(Field::Engine);
        }
        fields.extend([Field::Whole, Field::Value, Field::Input, Field::Output]);
        if written.has_users() {
            fields.push(Field::Users);
        }
        fields_beside(ui, fields.len(), |ui, place| match fields[place] {
            Field::Engine => {
                let served = written.served_by(scenario);
                let current = served.clone().unwrap_or_default();
                let mut chosen = served;
                let choices = engines(page, class, &current);
                if choose(ui, text, "running-engine", choices, &mut chosen) {
                    written.engine = chosen;
                }
                fault(ui, faults, Field::Engine);
            }
            Field::Whole => {
                let choices = written.quantities(scenario).iter();
                let choices = choices.map(|quantity| (*quantity, quantity_entry(text, *quantity)));
                let mut chosen = Some(written.quantity);
                choose(ui, text, "typed-quantity", choices.collect(), &mut chosen);
                written.quantity = chosen.unwrap_or(written.quantity);
            }
            Field::Value => {
                let key = match written.is_time() {
                    true => "typed-value-time",
                    false => "typed-value-speed",
                };
                line(ui, text, key, &mut written.value, faults.get(&Field::Value));
            }
            Field::Input => {
                let said = faults.get(&Field::Input);
                line(ui, text, "typed-input", &mut written.input, said);
            }
            Field::Output => {
                let said = faults.get(&Field::Output);
                line(ui, text, "typed-output", &mut written.output, said);
            }
            _ => {
                let said = faults.get(&Field::Users);
                line(ui, text, "typed-users", &mut written.users, said);
            }
        });
    }

    /// When and by whom it was measured.
    fn origin_ui(&mut self, ui: &mut Ui, text: Text, faults: &Faults) {
        let written = &mut self.written;
        fields_beside(ui, 3, |ui, place| match place {
            0 => line(
                ui,
                text,
                "typed-date",
                &mut written.date,
                faults.get(&Field::Date),
            ),
            1 => {
                let said = faults.get(&Field::Source);
                line(ui, text, "typed-source", &mut written.source, said);
                note(ui, text.get("typed-source-aid"));
            }
            _ => {
                line(ui, text, "typed-note", &mut written.note, None);
                note(ui, text.get("typed-note-aid"));
            }
        });
    }

    /// The estimate of exactly this: so far, and with the figure.
    fn preview_ui(&mut self, ui: &mut Ui, page: &Page<'_>) {
        let text = page.text;
        let session = page.session;
        let (scenario, catalogue) = (session.scenario(), Arc::clone(session.catalogue()));
        let Ok(subject) = self.written.subject(scenario, &catalogue, text) else {
            return;
        };
        // Of an interface nothing is estimated.
        if matches!(subject, Subject::Endpoint(_)) {
            return;
        }
        let value = self.written.figure(text).ok();
        let measurements = scenario.measurements.clone();
        let key = (Stamp::of(page), subject.clone(), value);
        let job = || -> crate::pages::background::Job<Option<Preview>> {
            Box::new(move |_| preview(&catalogue, measurements, subject, value))
        };
        let known = self.preview.get("estimate", ui.ctx(), key, job);
        let look = Look::of(ui);
        let Some(Some((before, after))) = known.result.filter(|_| known.is_current) else {
            // Its line stays free, so that nothing below moves when it comes.
            ui.label(look.body(" "));
            return;
        };
        let words = |value: f64| Arg::from(figure_words(self.written.quantity, value));
        let said = match after {
            Some(after) => text.format(
                "typed-change",
                &[("before", words(*before)), ("after", words(*after))],
            ),
            None => text.format("typed-estimate", &[("figure", words(*before))]),
        };
        let shown = ui.add(egui::Label::new(look.body(said)).wrap());
        ui.ctx()
            .accesskit_node_builder(shown.id, |node| node.set_live(Live::Polite));
    }
}

/// Fields beside each other where there is room.
fn fields_beside(ui: &mut Ui, count: usize, mut contents: impl FnMut(&mut Ui, usize)) {
    parts_of_page::columns(ui, count, LEAST_COLUMN, |ui, place| {
        close_together(ui);
        contents(ui, place);
    });
}

/// The estimate of a case with the measurements that there are, and with one more.
fn preview(
    catalogue: &weighbridge_engine::catalogue::Catalogue,
    mut measurements: Vec<Measurement>,
    subject: Subject,
    value: Option<f64>,
) -> Option<Preview> {
    let Subject::Deployment(case) = &subject else {
        return None;
    };
    let base = catalogue.estimator()?;
    let case = case.clone();
    let before = believing(&measurements, base).0.unchecked(&case);
    let after = value.map(|value| {
        measurements.push(Measurement::new(
            String::new(),
            MeasurementKind::Entered,
            base.calibration().made_on,
            String::new(),
            subject,
            value,
        ));
        believing(&measurements, base).0.unchecked(&case)
    });
    Some((before, after))
}

/// A quantity by the name that a person would look for.
fn quantity_entry(text: Text, quantity: Quantity) -> Entry {
    match quantity {
        Quantity::FixedBatch => named(&text.get("typed-quantity-fixed-batch")),
        other => named(&text.get(&format!("import-quantity-{}", other.key()))),
    }
}

fn named(title: &str) -> Entry {
    Entry {
        title: title.to_owned(),
        ..Entry::default()
    }
}

/// A list of which one is chosen; whether another one was picked.
fn choose<T: PartialEq>(
    ui: &mut Ui,
    text: Text,
    key: &str,
    choices: Vec<(T, Entry)>,
    chosen: &mut Option<T>,
) -> bool {
    let (mut values, entries): (Vec<T>, Vec<Entry>) = choices.into_iter().unzip();
    let place = values
        .iter()
        .position(|value| Some(value) == chosen.as_ref());
    let picked = labelled(ui, text, key, place, &entries);
    let Some(place) = picked.filter(|place| *place < values.len()) else {
        return false;
    };
    *chosen = Some(values.swap_remove(place));
    true
}

/// A line under its label, and what it lacks.
fn line(ui: &mut Ui, text: Text, key: &str, value: &mut String, said: Option<&String>) {
    let look = Look::of(ui);
    let label = text.get(key);
    ui.label(look.note(label.as_ref()));
    let field = line_ui(ui, key, &label, value, false);
    if let Some(said) = said {
        ui.ctx().accesskit_node_builder(field.id, |node| {
            node.set_invalid(Invalid::True);
            node.set_description(said.as_str());
        });
        say(ui, said);
    }
}

/// What a choice lacks.
fn fault(ui: &mut Ui, faults: &Faults, field: Field) {
    if let Some(said) = faults.get(&field) {
        say(ui, said);
    }
}

fn say(ui: &mut Ui, said: &str) {
    let look = Look::of(ui);
    let shown = ui.add(egui::Label::new(look.small(said).color(look.bad)).wrap());
    ui.ctx()
        .accesskit_node_builder(shown.id, |node| node.set_live(Live::Polite));
}
