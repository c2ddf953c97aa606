//! Words that fit the hardware of an option.

use weighbridge_engine::figure::FieldSpec;
use weighbridge_engine::scenario::{DecisionOption, InputPath, OptionId, Scenario};

use crate::chip::Chip;
use crate::locale::Locale;
use crate::messages::{Text, known_key};
use crate::render::field_key;

impl Text {
    /// The same in words that fit the hardware of an option.
    #[must_use]
    pub fn about(self, option: &DecisionOption) -> Text {
        self.of_chip(Chip::of(option))
    }

    /// The same in words that fit the hardware of several options; the usual ones where they
    /// differ.
    #[must_use]
    pub fn about_all<'a>(self, options: impl IntoIterator<Item = &'a DecisionOption>) -> Text {
        let mut chips = options.into_iter().map(Chip::of);
        let first = chips.next().unwrap_or_default();
        match chips.all(|chip| chip == first) {
            true => self.of_chip(first),
            false => self.of_chip(Chip::Gpu),
        }
    }

    /// The same in words that fit the option that an input belongs to, by the input's path.
    #[must_use]
    pub fn about_input(self, scenario: &Scenario, path: &str) -> Text {
        let rest = path.strip_prefix("options.");
        let id = rest.and_then(|rest| rest.split('.').next());
        let option = id
            .and_then(OptionId::parse)
            .and_then(|id| scenario.option(&id));
        option.map_or(self, |option| self.about(option))
    }
}

/// The message key of the field of an input, in words that fit the hardware of its option.
pub fn field_key_of(scenario: &Scenario, path: &InputPath, spec: &FieldSpec) -> String {
    let key = field_key(spec.group, spec.name);
    let text = Text::new(Locale::default()).about_input(scenario, path.as_str());
    let variant = text.chip().variant(&key);
    variant.filter(|variant| known_key(variant)).unwrap_or(key)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;
    use weighbridge_units::{Base, Unit};

    #[test]
    fn what_is_no_gpu_is_not_called_one() {
        let per = Unit::GIGABYTES.per(Base::Gpu);
        let told = |locale: Locale, chip: Chip| {
            let text = Text::new(locale).in_dollars().of_chip(chip);
            let field = text.field_label("serving", "gpus_per_replica");
            let count = text.quantity(1.0, Unit::GPUS);
            let several = text.quantity(2.0, Unit::GPUS);
            [
                count,
                several,
                field.into_owned(),
                text.quantity(64.0, per),
                text.unit_name(per),
            ]
            .map(|words| words.replace('\u{a0}', " "))
        };
        assert_eq!(
            told(Locale::En, Chip::Gpu),
            [
                "1 GPU",
                "2 GPUs",
                "GPUs a replica",
                "64 GB per GPU",
                "GB per GPU"
            ]
        );
        assert_eq!(
            told(Locale::En, Chip::Processor),
            [
                "1 processor",
                "2 processors",
                "Processors a replica",
                "64 GB per processor",
                "GB per processor"
            ]
        );
        assert_eq!(
            told(Locale::Es, Chip::Processor)[..3],
            ["1 procesador", "2 procesadores", "Procesadores por réplica"]
        );
        for locale in Locale::ALL {
            for chip in [Chip::Processor, Chip::Accelerator] {
                let words = told(locale, chip);
                assert!(
                    !words.iter().any(|words| words.contains("GPU")),
                    "{words:?}"
                );
            }
        }
    }

    /// A wording for other hardware stands beside one for GPUs, or it would never be shown.
    #[test]
    fn every_wording_for_other_hardware_has_one_for_gpus() {
        let files = crate::language_files::files(Locale::En);
        let (_, words) = files
            .iter()
            .find(|(name, _)| *name == "other-hardware.ftl")
            .unwrap();
        let keys = words
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .map(|(key, _)| key)
            .filter(|key| !key.starts_with([' ', '#']));
        let mut count = 0;
        for key in keys {
            let usual = key
                .strip_suffix("-of-processor")
                .or_else(|| key.strip_suffix("-of-accelerator"));
            let usual = usual.unwrap_or_else(|| panic!("{key} ends in no hardware"));
            assert!(crate::known_key(usual), "{key}");
            count += 1;
        }
        assert!(count > 10);
    }
}
