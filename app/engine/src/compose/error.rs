//! Why an option could not be made or changed.

use weighbridge_units::{Describe, Message};

use crate::catalogue::{ModelId, PriceId, RentId};
use crate::scenario::OptionId;

/// Why an option could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    /// The catalogue has no such model.
    #[error("the catalogue has no model “{0}”")]
    UnknownModel(ModelId),
    /// The catalogue has no such price.
    #[error("the catalogue has no price “{0}”")]
    UnknownPrice(PriceId),
    /// The catalogue has no such rent.
    #[error("the catalogue has no rent “{0}”")]
    UnknownRent(RentId),
    /// The catalogue has no such hardware.
    #[error("the catalogue has no hardware “{0}”")]
    UnknownHardware(String),
    /// The weights of the model cannot be had.
    #[error("the weights of “{0}” are not open, so it cannot be hosted")]
    WeightsNotOpen(ModelId),
    /// Nobody published how large the model is.
    #[error("nobody published how many parameters “{0}” has")]
    SizeUnknown(ModelId),
    /// The option's plan does not take this.
    #[error("option “{0}” has a plan of another kind")]
    OtherPlan(OptionId),
}

impl Describe for ComposeError {
    fn message(&self) -> Message {
        let (key, name) = match self {
            ComposeError::UnknownModel(id) => ("error-unknown-model", id.to_string()),
            ComposeError::UnknownPrice(id) => ("error-unknown-price", id.to_string()),
            ComposeError::UnknownRent(id) => ("error-unknown-rent", id.to_string()),
            ComposeError::UnknownHardware(id) => ("error-unknown-hardware", id.clone()),
            ComposeError::WeightsNotOpen(id) => ("error-weights-not-open", id.to_string()),
            ComposeError::SizeUnknown(id) => ("error-size-unknown", id.to_string()),
            ComposeError::OtherPlan(id) => ("error-other-plan", id.to_string()),
        };
        Message::new(key).with("name", name)
    }
}
