//! What the dialog asks, one question after the other.

use weighbridge_engine::scenario::Deployment;

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
    pub(super) fn key(self) -> &'static str {
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
    pub(super) fn own(self) -> Option<Stage> {
        match self {
            Stage::Price => Some(Stage::OwnPrice),
            Stage::Model => Some(Stage::OwnModel),
            Stage::Machine => Some(Stage::OwnMachine),
            Stage::Rent => Some(Stage::OwnRent),
            _ => None,
        }
    }
}

/// Where a self-hosted option asks on what it runs.
pub(super) fn machine_stage(kind: Deployment) -> Stage {
    match kind {
        Deployment::RentedGpu => Stage::Rent,
        _ => Stage::Machine,
    }
}
