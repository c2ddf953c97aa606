//! The dialog that chooses from the catalogue: for a new option step by step, or for one that is
//! there another price, model or machine.

use std::sync::Arc;

use egui::{Context, Id, Layout, Ui, vec2};
use weighbridge_engine::catalogue::{
    Catalogue, HardwareClass, ModelId, Provenance, Records, WeightFormat, Weights,
};
use weighbridge_engine::compose::{self, ComposeError, HardwareChoice};
use weighbridge_engine::figure::{Figure, Origin};
use weighbridge_engine::scenario::{DecisionOption, Deployment, OptionId, Plan};
use weighbridge_session::Action;
use weighbridge_text::{Locale, Text};
use weighbridge_units::{Arg, Message, PartialDate};

use super::entries::{Choice, Entries, Source};
use super::own::{self, Form};
use super::{Ask, Page, own_form};
use crate::look::Look;
use crate::pages::choices::row_button;
use crate::widgets::picker::{self, ListReply};
use crate::widgets::{PickerWords, Tone, button, choice, dialog, notice};

/// Rows of a list in sight.
const ROWS: usize = 8;

/// What is chosen for.
#[derive(Debug, Clone, PartialEq)]
enum Goal {
    /// A new option.
    Add,
    /// Another price of an option, perhaps of another model.
    Price(OptionId),
    /// Another model of a self-hosted option, or another format.
    Model(OptionId),
    /// Another machine or rent.
    Hardware(OptionId),
}

/// What is asked now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Stage {
    /// Which kind of option.
    Kind,
    /// Which model.
    Model,
    /// At which price.
    Price,
    /// In which format.
    Format,
    /// At which rent.
    Rent,
    /// On which machine.
    Machine,
    /// Which option a cascade asks first.
    Small,
    /// Which it asks next.
    Large,
    /// A price list of the user's own.
    OwnPrice,
    /// A model of the user's own.
    OwnModel,
    /// A machine of the user's own.
    OwnMachine,
    /// A rent of the user's own.
    OwnRent,
}

impl Stage {
    /// The key of its title.
    fn key(self) -> &'static str {
        match self {
            Stage::Kind => "options-choose-kind",
            Stage::Model => "options-choose-model",
            Stage::Price => "options-choose-price",
            Stage::Format => "options-choose-format",
            Stage::Rent => "options-choose-rent",
            Stage::Machine => "options-choose-machine",
            Stage::Small => "options-choose-small",
            Stage::Large => "options-choose-large",
            Stage::OwnPrice => "options-own-price",
            Stage::OwnModel => "options-own-model",
            Stage::OwnMachine => "options-own-machine",
            Stage::OwnRent => "options-own-rent",
        }
    }

    /// The form for what the catalogue lacks.
    fn own(self) -> Option<Stage> {
        match self {
            Stage::Price => Some(Stage::OwnPrice),
            Stage::Model => Some(Stage::OwnModel),
            Stage::Machine => Some(Stage::OwnMachine),
            Stage::Rent => Some(Stage::OwnRent),
            _ => None,
        }
    }
}

/// What rows depend on: they are made again when one of these differs.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    stage: Stage,
    generation: u64,
    locale: Locale,
    also_ended: bool,
}

/// The dialog while it is open.
#[derive(Debug)]
pub(super) struct Chooser {
    goal: Goal,
    stage: Stage,
    /// Stages before this one, for going back.
    past: Vec<Stage>,
    kind: Deployment,
    model: Option<ModelId>,
    format: Option<WeightFormat>,
    small: Option<OptionId>,
    also_ended: bool,
    listed: Option<(Key, Entries)>,
    fault: Option<String>,
    form: Form,
    /// Records typed in so far.
    own: Records,
}

/// What a frame of the dialog led to.
enum Step {
    Stay,
    To(Stage),
    Back,
    Close,
    Added(OptionId),
}

impl Chooser {
    fn new(goal: Goal, stage: Stage, kind: Deployment) -> Chooser {
        Chooser {
            goal,
            stage,
            past: Vec::new(),
            kind,
            model: None,
            format: None,
            small: None,
            also_ended: false,
            listed: None,
            fault: None,
            form: Form::default(),
            own: Records::default(),
        }
    }

    /// For a new option.
    pub(super) fn add() -> Chooser {
        Chooser::new(Goal::Add, Stage::Kind, Deployment::ProprietaryApi)
    }

    /// For another price of the model an option has.
    pub(super) fn price(option: &DecisionOption) -> Chooser {
        let mut chooser = Chooser::new(
            Goal::Price(option.id.clone()),
            Stage::Price,
            option.deployment(),
        );
        chooser.model = model_of(option);
        if chooser.model.is_none() {
            chooser.stage = Stage::Model;
        }
        chooser
    }

    /// For another model.
    pub(super) fn model(option: &DecisionOption) -> Chooser {
        let goal = match &option.plan {
            Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_) => Goal::Price(option.id.clone()),
            _ => Goal::Model(option.id.clone()),
        };
        Chooser::new(goal, Stage::Model, option.deployment())
    }

    /// For another format of the same weights.
    pub(super) fn format(option: &DecisionOption) -> Chooser {
        let mut chooser = Chooser::new(
            Goal::Model(option.id.clone()),
            Stage::Format,
            option.deployment(),
        );
        chooser.model = model_of(option);
        if chooser.model.is_none() {
            chooser.stage = Stage::Model;
        }
        chooser
    }

    /// For another machine or rent.
    pub(super) fn hardware(option: &DecisionOption) -> Chooser {
        let kind = option.deployment();
        Chooser::new(Goal::Hardware(option.id.clone()), machine_stage(kind), kind)
    }
}

fn model_of(option: &DecisionOption) -> Option<ModelId> {
    option
        .model
        .as_ref()
        .map(|model| ModelId::new(model.id.as_str()))
}

fn machine_stage(kind: Deployment) -> Stage {
    match kind {
        Deployment::RentedGpu => Stage::Rent,
        _ => Stage::Machine,
    }
}

/// Shows the dialog where it is open. Returns the option that was added.
pub(super) fn show(
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

    /// The catalogue with what was typed in here.
    fn catalogue(&self, page: &Page<'_>) -> Arc<Catalogue> {
        let catalogue = page.session.catalogue();
        if own::is_empty(&self.own) {
            return Arc::clone(catalogue);
        }
        Arc::new(Catalogue::clone(catalogue).layered(self.own.clone()))
    }

    fn choose(&mut self, choice: Choice, page: &mut Page<'_>) -> Step {
        match choice {
            Choice::Model(id) => {
                self.model = Some(id);
                Step::To(match self.kind {
                    Deployment::ProprietaryApi | Deployment::HostedOpenModel => Stage::Price,
                    _ => Stage::Format,
                })
            }
            Choice::Format(format) => {
                self.format = Some(format);
                match (&self.goal, &self.model) {
                    (Goal::Model(option), Some(model)) => {
                        let (option, model) = (option.clone(), model.clone());
                        page.act(Action::SetModel {
                            option,
                            model,
                            format,
                        });
                        Step::Close
                    }
                    _ => Step::To(machine_stage(self.kind)),
                }
            }
            Choice::Price(price) => {
                if let Goal::Price(option) = &self.goal {
                    page.act(Action::SetPrice {
                        option: option.clone(),
                        price,
                    });
                    return Step::Close;
                }
                let catalogue = self.catalogue(page);
                let made = compose::api_option(page.session.scenario(), &catalogue, &price);
                self.finish(page, made)
            }
            Choice::Rent(rent) => self.on(page, HardwareChoice::Rent(rent)),
            Choice::Machine(machine) => self.on(page, HardwareChoice::Hardware(machine)),
            Choice::Part(id) if self.stage == Stage::Small => {
                self.small = Some(id);
                Step::To(Stage::Large)
            }
            Choice::Part(id) => self.cascade(page, Some(&id)),
            Choice::NoPart => self.cascade(page, None),
        }
    }

    /// The option, new or old, on a machine.
    fn on(&mut self, page: &mut Page<'_>, choice: HardwareChoice) -> Step {
        if let Goal::Hardware(option) = &self.goal {
            page.act(Action::SetHardware {
                option: option.clone(),
                choice,
            });
            return Step::Close;
        }
        let (Some(model), Some(format)) = (&self.model, self.format) else {
            return Step::Stay;
        };
        let (scenario, catalogue) = (page.session.scenario(), self.catalogue(page));
        let made = match (&choice, self.kind) {
            (HardwareChoice::Rent(rent), _) => {
                compose::rented_option(scenario, &catalogue, model, format, rent)
            }
            (HardwareChoice::Hardware(machine), Deployment::OnDevice) => {
                compose::device_option(scenario, &catalogue, model, format, machine)
            }
            (HardwareChoice::Hardware(machine), _) => {
                compose::owned_option(scenario, &catalogue, model, format, machine)
            }
        };
        self.finish(page, made.map(|option| named(page, option)))
    }

    fn cascade(&mut self, page: &mut Page<'_>, large: Option<&OptionId>) -> Step {
        let Some(small) = &self.small else {
            return Step::Stay;
        };
        let scenario = page.session.scenario();
        let name_of = |id: &OptionId| {
            let option = scenario.option(id);
            option.map_or_else(|| id.to_string(), |option| option.name.clone())
        };
        let message = match large {
            Some(large) => Message::new("options-name-cascade").with("large", name_of(large)),
            None => Message::new("options-name-samples"),
        };
        let name = page.text.render(&message.with("small", name_of(small)));
        let catalogue = page.session.catalogue();
        let option = compose::cascade_option(scenario, catalogue, &name, small, large);
        self.finish(page, Ok(option))
    }

    fn finish(&mut self, page: &mut Page<'_>, made: Result<DecisionOption, ComposeError>) -> Step {
        let mut option = match made {
            Ok(option) => option,
            Err(error) => {
                self.fault = Some(page.text.describe(&error));
                return Step::Stay;
            }
        };
        if !own::is_empty(&self.own) {
            let today = page.session.today();
            if !self.own.hardware.is_empty() {
                as_typed(&mut option, &self.form, today);
            }
            own::mark_entered(&mut option, &self.own, today, self.form.is_kept);
            if self.form.is_kept {
                page.ask(Ask::KeepRecords(Box::new(self.own.clone())));
            }
        }
        let id = option.id.clone();
        page.act(Action::AddOption(option));
        Step::Added(id)
    }

    /// The form of a record of one's own; its records are chosen as if they had been listed.
    fn form(&mut self, ui: &mut Ui, page: &mut Page<'_>) -> Step {
        if !own_form::ui(ui, page.text, self.stage, self.kind, &mut self.form) {
            return Step::Stay;
        }
        let source = page.text.get("options-own-source").into_owned();
        let sourcing = Provenance::entered(source, page.session.today(), "");
        let catalogue = self.catalogue(page);
        let class = match self.kind {
            Deployment::OnDevice => HardwareClass::Workstation,
            _ => HardwareClass::System,
        };
        let weights = match self.kind {
            Deployment::ProprietaryApi => Weights::Closed,
            _ => Weights::Open,
        };
        let (records, choice) = match self.stage {
            Stage::OwnModel if self.kind_is_by_token() => {
                let (records, id) = self.form.price(&catalogue, weights, &sourcing);
                (records, Choice::Price(id))
            }
            Stage::OwnModel => {
                let (records, id) = self.form.open_model(&catalogue, &sourcing);
                (records, Choice::Model(id))
            }
            Stage::OwnPrice => {
                let known = self
                    .model
                    .as_ref()
                    .and_then(|id| catalogue.model(id.as_str()));
                let (records, id) = match known {
                    Some(model) => self.form.price_of(&catalogue, model, &sourcing),
                    None => self.form.price(&catalogue, weights, &sourcing),
                };
                (records, Choice::Price(id))
            }
            Stage::OwnRent => {
                let (records, id) = self.form.rent(&catalogue, &sourcing);
                (records, Choice::Rent(id))
            }
            _ => {
                let (records, id) = self.form.machine(&catalogue, class, &sourcing);
                (records, Choice::Machine(id))
            }
        };
        own::join(&mut self.own, records);
        self.choose(choice, page)
    }

    fn kind_is_by_token(&self) -> bool {
        matches!(
            self.kind,
            Deployment::ProprietaryApi | Deployment::HostedOpenModel
        )
    }
}

/// A server of one's own is what was typed: no allowance for parts that a lone accelerator lacks.
fn as_typed(option: &mut DecisionOption, form: &Form, today: PartialDate) {
    let entered = |value| Figure {
        value,
        origin: Origin::Entered {
            by: None,
            on: Some(today),
        },
        range: None,
    };
    if let Plan::OnPremises(plan) = &mut option.plan {
        plan.owned.server_price_usd = entered(form.price_usd);
        plan.owned.gpus_per_server = entered(form.gpus);
        if form.kilowatts > 0.0 {
            plan.owned.kilowatts_per_server = entered(form.kilowatts);
        }
    }
}

/// The option with a name in the user's language.
fn named(page: &Page<'_>, mut option: DecisionOption) -> DecisionOption {
    let model = option
        .model
        .as_ref()
        .map(|model| model.name.clone())
        .unwrap_or_default();
    let message =
        match &option.plan {
            Plan::RentedGpu(plan) => Message::new("options-name-rented")
                .with("machine", plan.hosting.hardware_name.clone())
                .with("provider", plan.provider.clone()),
            Plan::OnPremises(plan) => Message::new("options-name-owned")
                .with("machine", plan.hosting.hardware_name.clone()),
            Plan::OnDevice(plan) => Message::new("options-name-device")
                .with("machine", plan.hosting.hardware_name.clone()),
            _ => return option,
        };
    option.name = page.text.render(&message.with("model", model));
    option.id = page.session.scenario().fresh_id(&option.name);
    option
}

fn list_id(stage: Stage) -> Id {
    Id::unique(("options chooser", stage))
}

impl<'a> Source<'a> {
    /// The records and the case of a page.
    pub(super) fn of(page: &Page<'a>) -> Source<'a> {
        let text: Text = page.text;
        let session = page.session;
        Source {
            catalogue: session.catalogue(),
            scenario: session.scenario(),
            text,
        }
    }
}
