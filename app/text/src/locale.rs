//! The languages the program speaks.

use std::fmt;
use std::str::FromStr;

use weighbridge_units::{Describe, Message};

/// A language with its conventions for numbers and dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Locale {
    /// English: numbers of `en`, dates of `en-GB`, which nobody reads the wrong way round.
    #[default]
    En,
    /// Portuguese of Brazil.
    PtBr,
    /// Portuguese of Portugal.
    PtPt,
    /// Spanish, with the conventions of Spain.
    Es,
}

/// A tag of a language the program does not speak.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{tag}” is not a language of this program: en, pt-BR, pt-PT and es are")]
pub struct UnknownLocale {
    /// What was given.
    pub tag: String,
}

impl Locale {
    /// Every locale, English first.
    pub const ALL: [Locale; 4] = [Locale::En, Locale::PtBr, Locale::PtPt, Locale::Es];

    /// The BCP 47 tag, as it names the folder of language files.
    pub const fn tag(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::PtBr => "pt-BR",
            Locale::PtPt => "pt-PT",
            Locale::Es => "es",
        }
    }

    /// The name of the language in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Locale::En => "English",
            Locale::PtBr => "Português (Brasil)",
            Locale::PtPt => "Português (Portugal)",
            Locale::Es => "Español",
        }
    }

    /// The locale for a BCP 47 tag or a system's name of one (`pt_PT.UTF-8`, `es_MX`, `en-GB`).
    ///
    /// Spanish of any country is `es` for now. Portuguese of a country other than Brazil follows
    /// Portugal, as CLDR's parent locales do; without a country it is Brazil's, CLDR's default.
    pub fn from_tag(tag: &str) -> Option<Locale> {
        let bare = tag.split(['.', '@']).next().unwrap_or_default();
        let mut parts = bare.split(['-', '_']);
        let language = parts.next()?.to_ascii_lowercase();
        let region = parts
            .find(|part| is_region(part))
            .map(str::to_ascii_uppercase);
        match (language.as_str(), region.as_deref()) {
            ("en", _) => Some(Locale::En),
            ("es", _) => Some(Locale::Es),
            ("pt", None | Some("BR")) => Some(Locale::PtBr),
            ("pt", Some(_)) => Some(Locale::PtPt),
            _ => None,
        }
    }

    /// The first of the system's preferred tags that the program speaks, or English.
    pub fn from_system<'a>(tags: impl IntoIterator<Item = &'a str>) -> Locale {
        tags.into_iter()
            .find_map(Locale::from_tag)
            .unwrap_or_default()
    }

    /// The decimal separator of the locale.
    pub(crate) const fn decimal_separator(self) -> char {
        match self {
            Locale::En => '.',
            Locale::PtBr | Locale::PtPt | Locale::Es => ',',
        }
    }

    pub(crate) const fn index(self) -> usize {
        match self {
            Locale::En => 0,
            Locale::PtBr => 1,
            Locale::PtPt => 2,
            Locale::Es => 3,
        }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Locale {
    type Err = UnknownLocale;
    fn from_str(tag: &str) -> Result<Locale, UnknownLocale> {
        Locale::from_tag(tag).ok_or_else(|| UnknownLocale {
            tag: tag.to_owned(),
        })
    }
}

impl Describe for UnknownLocale {
    fn message(&self) -> Message {
        Message::new("error-unknown-locale").with("tag", self.tag.clone())
    }
}

fn is_region(part: &str) -> bool {
    let letters = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let digits = part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    letters || digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_systems_find_their_locale() {
        let cases = [
            ("en", Some(Locale::En)),
            ("en_GB.UTF-8", Some(Locale::En)),
            ("EN-us", Some(Locale::En)),
            ("pt", Some(Locale::PtBr)),
            ("pt_BR.UTF-8", Some(Locale::PtBr)),
            ("pt-Latn-BR", Some(Locale::PtBr)),
            ("pt_PT.UTF-8", Some(Locale::PtPt)),
            ("pt_PT@euro", Some(Locale::PtPt)),
            ("pt_AO", Some(Locale::PtPt)),
            ("pt-MZ", Some(Locale::PtPt)),
            ("es", Some(Locale::Es)),
            ("es_MX.utf8", Some(Locale::Es)),
            ("es-419", Some(Locale::Es)),
            ("fr_FR", None),
            ("C", None),
            ("POSIX", None),
            ("", None),
        ];
        for (tag, expected) in cases {
            assert_eq!(Locale::from_tag(tag), expected, "{tag}");
        }
    }

    #[test]
    fn the_first_preference_spoken_wins() {
        assert_eq!(Locale::from_system(["fr_FR", "pt_AO", "en"]), Locale::PtPt);
        assert_eq!(Locale::from_system(["C"]), Locale::En);
    }

    #[test]
    fn every_locale_is_found_by_its_own_tag() {
        for locale in Locale::ALL {
            assert_eq!(locale.tag().parse(), Ok(locale));
            assert_eq!(Locale::ALL[locale.index()], locale);
        }
    }
}
