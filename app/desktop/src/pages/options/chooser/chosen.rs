//! What follows from an answer: the next question, an action for an option that is there, or a new
//! option.

use std::sync::Arc;

use weighbridge_engine::catalogue::{Catalogue, HardwareClass, Provenance, Weights};
use weighbridge_engine::compose::{self, ComposeError, HardwareChoice};
use weighbridge_engine::figure::{Figure, Origin};
use weighbridge_engine::scenario::{DecisionOption, Deployment, OptionId, Plan};
use weighbridge_session::Action;
use weighbridge_units::{Message, PartialDate};

use super::super::entries::Choice;
use super::own::{self, Form};
use super::stage::{Stage, machine_stage};
use super::state::{Chooser, Goal, Step};
use crate::pages::{Ask, Page};

impl Chooser {
    /// What follows from an answer.
    pub(super) fn choose(&mut self, choice: Choice, page: &mut Page<'_>) -> Step {
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

    /// What was typed into the form is chosen as if it had been listed.
    pub(super) fn choose_own(&mut self, page: &mut Page<'_>) -> Step {
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

    /// The catalogue with what was typed in here.
    pub(super) fn catalogue(&self, page: &Page<'_>) -> Arc<Catalogue> {
        let catalogue = page.session.catalogue();
        if own::is_empty(&self.own) {
            return Arc::clone(catalogue);
        }
        Arc::new(Catalogue::clone(catalogue).layered(self.own.clone()))
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
