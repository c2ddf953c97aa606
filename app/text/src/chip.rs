//! Kinds of hardware that are called by different names: a processor is no GPU.

use weighbridge_engine::scenario::DecisionOption;
use weighbridge_engine::serving::DeviceClass;
use weighbridge_engine::serving::deployed::hosting_in;

/// What models are computed by.
///
/// Sentences about hardware speak of GPUs. Where one has another wording for other hardware, it
/// stands under the same key with the ending of this kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Chip {
    /// A graphics processor; also where nobody knows.
    #[default]
    Gpu,
    /// The processor of a computer.
    Processor,
    /// Something made for models alone.
    Accelerator,
}

impl Chip {
    /// What a self-hosted option runs on.
    pub(crate) fn of(option: &DecisionOption) -> Chip {
        match hosting_in(&option.plan).map(|hosting| hosting.measured_as.device_class) {
            Some(DeviceClass::Processor | DeviceClass::AppleProcessor) => Chip::Processor,
            Some(DeviceClass::Gaudi) => Chip::Accelerator,
            _ => Chip::Gpu,
        }
    }

    /// The key of the wording for this kind; none where it is the usual one.
    pub(crate) fn variant(self, key: &str) -> Option<String> {
        let ending = match self {
            Chip::Gpu => return None,
            Chip::Processor => "-of-processor",
            Chip::Accelerator => "-of-accelerator",
        };
        Some(match key.split_once('.') {
            Some((id, attribute)) => format!("{id}{ending}.{attribute}"),
            None => format!("{key}{ending}"),
        })
    }
}
