//! What has been chosen so far, and for what.

use weighbridge_engine::catalogue::{ModelId, Records, WeightFormat};
use weighbridge_engine::scenario::{DecisionOption, Deployment, OptionId, Plan};
use weighbridge_text::Locale;

use super::super::entries::Entries;
use super::own::Form;
use super::stage::{Stage, machine_stage};

/// The dialog while it is open.
#[derive(Debug)]
pub(in crate::pages::options) struct Chooser {
    pub(super) goal: Goal,
    pub(super) stage: Stage,
    /// Stages before this one, for going back.
    pub(super) past: Vec<Stage>,
    pub(super) kind: Deployment,
    pub(super) model: Option<ModelId>,
    pub(super) format: Option<WeightFormat>,
    pub(super) small: Option<OptionId>,
    pub(super) also_ended: bool,
    pub(super) listed: Option<(Key, Entries)>,
    pub(super) fault: Option<String>,
    pub(super) form: Form,
    /// Records typed in so far.
    pub(super) own: Records,
}

/// What is chosen for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Goal {
    /// A new option.
    Add,
    /// Another price of an option, perhaps of another model.
    Price(OptionId),
    /// Another model of a self-hosted option, or another format.
    Model(OptionId),
    /// Another machine or rent.
    Hardware(OptionId),
}

/// What rows depend on: they are made again when one of these differs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Key {
    pub(super) stage: Stage,
    pub(super) generation: u64,
    pub(super) locale: Locale,
    pub(super) also_ended: bool,
}

/// What a frame of the dialog led to.
pub(super) enum Step {
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
    pub(in crate::pages::options) fn add() -> Chooser {
        Chooser::new(Goal::Add, Stage::Kind, Deployment::ProprietaryApi)
    }

    /// For another price of the model an option has.
    pub(in crate::pages::options) fn price(option: &DecisionOption) -> Chooser {
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
    pub(in crate::pages::options) fn model(option: &DecisionOption) -> Chooser {
        let goal = match &option.plan {
            Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_) => Goal::Price(option.id.clone()),
            _ => Goal::Model(option.id.clone()),
        };
        Chooser::new(goal, Stage::Model, option.deployment())
    }

    /// For another format of the same weights.
    pub(in crate::pages::options) fn format(option: &DecisionOption) -> Chooser {
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
    pub(in crate::pages::options) fn hardware(option: &DecisionOption) -> Chooser {
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
