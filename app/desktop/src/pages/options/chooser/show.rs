//! The dialog on the screen: what was chosen before, the question, and its answers as a list.

use egui::{Context, Id, Layout, Ui, vec2};
use weighbridge_engine::catalogue::ModelId;
use weighbridge_engine::scenario::{Deployment, OptionId};
use weighbridge_units::Arg;

use super::super::entries::{Entries, Source};
use super::own_form;
use super::stage::Stage;
use super::state::{Chooser, Goal, Key, Step};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::choices::row_button;
use crate::widgets::picker::{self, ListReply};
use crate::widgets::{PickerWords, Tone, button, choice, dialog, notice};

/// Rows of a list in sight.
const ROWS: usize = 8;

/// Shows the dialog where it is open. Returns the option that was added.
pub(in crate::pages::options) fn show(
    context: &Context,
    page: &mut Page<'_>,
    open: &mut Option<Chooser>,
) -> Option<OptionId> {
    let chooser = open.as_mut()?;
    let title = page.text.get(chooser.stage.key());
    let (step, leaves) = dialog::dialog(context, "options chooser", &title, 680.0, |ui| {
        chooser.contents(ui, page)
    });
    match step {
        Step::Stay if leaves => *open = None,
        Step::Stay => (),
        Step::To(stage) => {
            chooser.past.push(chooser.stage);
            chooser.go(context, stage);
        }
        Step::Back => match chooser.past.pop() {
            Some(stage) => chooser.go(context, stage),
            None => *open = None,
        },
        Step::Close => *open = None,
        Step::Added(id) => {
            *open = None;
            return Some(id);
        }
    }
    None
}

impl Chooser {
    fn go(&mut self, context: &Context, stage: Stage) {
        picker::forget(context, list_id(stage));
        self.stage = stage;
        self.fault = None;
        self.listed = None;
        context.request_repaint();
    }

    fn contents(&mut self, ui: &mut Ui, page: &mut Page<'_>) -> Step {
        let look = Look::of(ui);
        let text = page.text;
        let so_far = self.so_far(page);
        if !so_far.is_empty() {
            ui.add(egui::Label::new(look.note(so_far)).wrap());
        }
        let step = match self.stage {
            Stage::Kind => self.kinds(ui, page),
            Stage::OwnPrice | Stage::OwnModel | Stage::OwnMachine | Stage::OwnRent => {
                self.form(ui, page)
            }
            _ => self.list(ui, page),
        };
        if let Some(fault) = &self.fault {
            notice::strip(ui, Tone::Bad, fault, None);
        }
        ui.add_space(look.gap_small);
        let own = self.stage.own().filter(|_| self.goal == Goal::Add);
        let (back, cancel) = (text.get("button-back"), text.get("button-cancel"));
        let enter = text.get("options-enter-own");
        let (mut enters, mut goes) = (false, None);
        crate::widgets::page::two_ends(
            ui,
            "chooser foot",
            look.control_height(),
            |ui| {
                enters = own.is_some() && ui.add(button::link(&enter)).clicked();
            },
            |ui| {
                if !self.past.is_empty() && ui.add(button::quiet(&back)).clicked() {
                    goes = Some(Step::Back);
                }
                if ui.add(button::quiet(&cancel)).clicked() {
                    goes = Some(Step::Close);
                }
            },
        );
        match (own, goes) {
            (Some(stage), _) if enters => Step::To(stage),
            (_, Some(goes)) => goes,
            _ => step,
        }
    }

    /// What has been chosen before, in order.
    fn so_far(&self, page: &Page<'_>) -> String {
        if self.stage == Stage::Kind {
            return String::new();
        }
        let catalogue = page.session.catalogue();
        let named = |id: &ModelId| {
            let own = self.own.models.iter().find(|model| model.id == *id);
            let model = own.or_else(|| catalogue.model(id.as_str()));
            model.map_or_else(|| id.to_string(), |model| model.name.clone())
        };
        let kind = page.text.get(&format!("deployment-{}", self.kind.key()));
        let model = self
            .model
            .as_ref()
            .filter(|_| self.stage != Stage::Model)
            .map(named);
        let format = self.format.filter(|_| self.stage != Stage::Format);
        let small = self.small.as_ref().filter(|_| self.stage == Stage::Large);
        let small = small.and_then(|id| page.session.scenario().option(id));
        let parts = [
            Some(kind.into_owned()),
            model,
            format.map(|format| format.name().to_owned()),
            small.map(|option| option.name.clone()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn kinds(&mut self, ui: &mut Ui, page: &Page<'_>) -> Step {
        let text = page.text;
        let mut step = Step::Stay;
        let has_parts = Source::of(page).parts(None, false).rows.len() > 1;
        for (place, kind) in Deployment::ALL.into_iter().enumerate() {
            let key = format!("deployment-{}", kind.key());
            let is_possible = kind != Deployment::Cascade || has_parts;
            let help = match is_possible {
                true => text.get(&format!("{key}.help")),
                false => text.get("options-cascade-needs-parts"),
            };
            let title = text.get(&key);
            let row = ui
                .add_enabled_ui(is_possible, |ui| row_button(ui, &title, &help))
                .inner;
            if place == 0 && ui.memory(|memory| memory.focused().is_none()) {
                row.request_focus();
            }
            if row.clicked() {
                self.kind = kind;
                step = Step::To(match kind {
                    Deployment::Cascade => Stage::Small,
                    _ => Stage::Model,
                });
            }
        }
        step
    }

    fn list(&mut self, ui: &mut Ui, page: &mut Page<'_>) -> Step {
        let look = Look::of(ui);
        let text = page.text;
        if let Some(aid) = self.aid(page) {
            ui.add(egui::Label::new(look.note(aid)).wrap());
        }
        if self.stage == Stage::Model {
            choice::toggle(ui, &mut self.also_ended, &text.get("options-also-ended"));
        }
        let key = Key {
            stage: self.stage,
            generation: page.session.document().generation(),
            locale: text.locale(),
            also_ended: self.also_ended,
        };
        if self
            .listed
            .as_ref()
            .is_none_or(|(listed, _)| *listed != key)
        {
            let entries = self.entries(page);
            self.listed = Some((key, entries));
        }
        let Some((_, entries)) = &self.listed else {
            return Step::Stay;
        };
        let title = text.get(self.stage.key());
        let words = PickerWords {
            search: &text.get("button-search"),
            nothing: &text.get("window-search-nothing"),
        };
        // A dialog offers what it had room for in the last frame; the list needs its height at once.
        let height = look.control_height() + look.gap_small + ROWS as f32 * 11.0 * look.grid;
        let size = vec2(ui.available_width(), height);
        let down = Layout::top_down(egui::Align::Min);
        let reply = ui.allocate_ui_with_layout(size, down, |ui| {
            ui.set_min_height(height);
            picker::list(ui, list_id(self.stage), &title, &entries.rows, words, ROWS)
        });
        match reply.inner {
            ListReply::Nothing => Step::Stay,
            ListReply::Dismissed => Step::Close,
            ListReply::Picked(place) => match entries.choices.get(place).cloned() {
                Some(choice) => self.choose(choice, page),
                None => Step::Stay,
            },
        }
    }

    /// What the figures at the right end of the rows are.
    fn aid(&self, page: &Page<'_>) -> Option<String> {
        let by_token = matches!(
            self.kind,
            Deployment::ProprietaryApi | Deployment::HostedOpenModel
        );
        let key = match self.stage {
            Stage::Model if by_token => "options-aid-cheapest",
            Stage::Model => "options-aid-size",
            Stage::Price => "options-aid-price",
            Stage::Format => "options-aid-format",
            Stage::Rent => "options-aid-rent",
            Stage::Machine => "options-aid-machine",
            _ => return None,
        };
        let date = Arg::from(page.text.date(page.session.scenario().question.date));
        Some(page.text.format(key, &[("date", date)]))
    }

    fn entries(&self, page: &Page<'_>) -> Entries {
        let catalogue = self.catalogue(page);
        let source = Source {
            catalogue: &catalogue,
            ..Source::of(page)
        };
        match (self.stage, &self.model) {
            (Stage::Model, _) => source.models(self.kind, self.also_ended),
            (Stage::Price, Some(model)) => source.prices(model),
            (Stage::Format, Some(model)) => source.formats(self.kind, model),
            (Stage::Rent, _) => source.rents(),
            (Stage::Machine, _) => source.machines(self.kind),
            (Stage::Small, _) => source.parts(None, false),
            (Stage::Large, _) => source.parts(self.small.as_ref(), true),
            _ => Entries::default(),
        }
    }

    /// The form of a record of one's own.
    fn form(&mut self, ui: &mut Ui, page: &mut Page<'_>) -> Step {
        match own_form::ui(ui, page.text, self.stage, self.kind, &mut self.form) {
            true => self.choose_own(page),
            false => Step::Stay,
        }
    }
}

fn list_id(stage: Stage) -> Id {
    Id::unique(("options chooser", stage))
}
