//! The form in which another machine is described, by hand or from what `probe` said there.

use std::path::PathBuf;

use egui::Ui;
use weighbridge_engine::figure::FieldSpec;
use weighbridge_machine::Machine;
use weighbridge_text::Text;
use weighbridge_units::{Arg, Describe as _, Message, Unit};

use super::path_row::path_row;
use super::work::Work;
use crate::look::Look;
use crate::measuring::described::{Described, Speed, Typed, TypedGpu, Unreadable, read};
use crate::pages::parts::{note, point};
use crate::pages::typed::{self, named_number_ui};
use crate::pages::{Ask, FileFor, Page};
use crate::widgets::{Icon, button, page as parts_of_page};

/// Graphics processors that a machine is described with at most.
const MOST_GPUS: usize = 8;

/// What is typed, and what was read.
#[derive(Debug, Default)]
pub(super) struct Form {
    typed: Typed,
    /// The machine that was read, from which what is typed differs.
    base: Machine,
    pub(super) path: String,
    reading: Option<Work<(), Result<Described, Unreadable>>>,
    fault: Option<Message>,
}

const fn amount(name: &'static str, unit: Unit, max: f64) -> FieldSpec {
    FieldSpec {
        group: "",
        name,
        unit,
        min: 0.0,
        max,
        start: 0.0,
        whole: false,
    }
}

/// Memory; 0 where it is not known, as in all three.
const MEMORY: FieldSpec = amount("another-memory", Unit::GIGABYTES, 100_000.0);
const BANDWIDTH: FieldSpec = amount("another-bandwidth", Unit::GIGABYTES_PER_SECOND, 100_000.0);
const ARITHMETIC: FieldSpec = amount("another-arithmetic", Unit::TERAFLOPS, 100_000.0);

impl Form {
    /// Begins with a machine that was described before.
    pub(super) fn of(described: &Described) -> Form {
        Form {
            typed: Typed::of(described),
            base: described.machine.clone(),
            ..Form::default()
        }
    }

    /// Draws it; the machine once it is taken, or none where it is given up.
    pub(super) fn card(&mut self, ui: &mut Ui, page: &mut Page<'_>) -> Option<Option<Described>> {
        self.take_read();
        let text = page.text;
        let (title, aid) = (
            text.get("another-describe"),
            text.get("another-describe-aid"),
        );
        let mut answer = None;
        parts_of_page::card(ui, &title, &aid, |ui| {
            self.file(ui, page);
            parts_of_page::rule(ui);
            self.fields(ui, text);
            let look = Look::of(ui);
            if let Some(fault) = &self.fault {
                point(ui, Icon::Exclamation, look.bad, text.render(fault));
            }
            ui.horizontal_wrapped(|ui| {
                if ui.add(button::primary(&text.get("another-take"))).clicked() {
                    match self.typed.described(&self.base) {
                        Ok(described) => answer = Some(Some(described)),
                        Err(lacking) => self.fault = Some(lacking.message()),
                    }
                }
                if ui.add(button::quiet(&text.get("here-cancel"))).clicked() {
                    answer = Some(None);
                }
            });
        });
        answer
    }

    fn file(&mut self, ui: &mut Ui, page: &mut Page<'_>) {
        let text = page.text;
        let look = Look::of(ui);
        let label = text.get("another-path");
        ui.label(look.note(label.as_ref()));
        if path_row(ui, text, "another-path", &label, &mut self.path) {
            page.ask(Ask::ChooseFile(FileFor::Machine));
        }
        ui.horizontal_wrapped(|ui| {
            let may_read = !self.path.trim().is_empty() && self.reading.is_none();
            let read_it = text.get("another-read");
            if ui.add_enabled(may_read, button::quiet(&read_it)).clicked() {
                let path = PathBuf::from(self.path.trim());
                self.fault = None;
                self.reading = Some(Work::start(
                    "reads what a machine said of itself",
                    ui.ctx(),
                    move |_, _| read(&path),
                ));
            }
            note(ui, text.get("another-path-help"));
        });
    }

    /// Takes what was read into the fields, where it can still be changed.
    fn take_read(&mut self) {
        match Work::take(&mut self.reading, |()| {}) {
            None => {}
            Some(Some(Ok(described))) => {
                self.typed = Typed::of(&described);
                self.base = described.machine;
            }
            Some(Some(Err(why))) => self.fault = Some(why.message()),
            Some(None) => self.fault = Some(Message::new("window-broke-off")),
        }
    }

    fn fields(&mut self, ui: &mut Ui, text: Text) {
        let typed = &mut self.typed;
        words(ui, text, "another-name", &mut typed.name);
        words(ui, text, "another-processor", &mut typed.processor);
        named_number_ui(ui, text, &MEMORY, &mut typed.memory_gb);
        speed(ui, text, &mut typed.speed);
        let mut gone = None;
        for (number_of, gpu) in typed.gpus.iter_mut().enumerate() {
            ui.push_id(("gpu", number_of), |ui| {
                parts_of_page::rule(ui);
                let title = text.format("here-gpu-number", &[("number", Arg::from(number_of))]);
                parts_of_page::heading(ui, &title);
                words(ui, text, "another-gpu-name", &mut gpu.name);
                named_number_ui(ui, text, &MEMORY, &mut gpu.memory_gb);
                speed(ui, text, &mut gpu.speed);
                let remove = text.get("another-gpu-remove");
                let name = format!("{remove}, {title}");
                if ui.add(button::quiet(&remove).name(&name)).clicked() {
                    gone = Some(number_of);
                }
            });
        }
        if let Some(number_of) = gone {
            typed.gpus.remove(number_of);
            if number_of < self.base.gpus.len() {
                self.base.gpus.remove(number_of);
            }
        }
        let may_add = typed.gpus.len() < MOST_GPUS;
        let add = text.get("another-gpu-add");
        if ui.add_enabled(may_add, button::quiet(&add)).clicked() {
            typed.gpus.push(TypedGpu::default());
        }
        note(ui, text.get("another-fields-help"));
    }
}

/// Bandwidth and arithmetic; what is typed over a measured figure is entered.
fn speed(ui: &mut Ui, text: Text, speed: &mut Speed) {
    let before = *speed;
    let known = |value: f64| (value > 0.0).then_some(value);
    let mut gb_s = speed.gb_s.unwrap_or(0.0);
    named_number_ui(ui, text, &BANDWIDTH, &mut gb_s);
    let mut tflops = speed.tflops.unwrap_or(0.0);
    named_number_ui(ui, text, &ARITHMETIC, &mut tflops);
    (speed.gb_s, speed.tflops) = (known(gb_s), known(tflops));
    speed.is_measured &= *speed == before;
}

fn words(ui: &mut Ui, text: Text, key: &str, value: &mut String) {
    let look = Look::of(ui);
    let label = text.get(key);
    ui.label(look.note(label.as_ref()));
    typed::line_ui(ui, key, &label, value, false);
}
