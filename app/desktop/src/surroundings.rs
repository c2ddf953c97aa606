//! What the system says of its user and of today.

use weighbridge_text::{Locale, Text};
use weighbridge_units::PartialDate;

/// What the command line does not say.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings {
    /// The language and number formats, where no `--locale` says another.
    pub text: Text,
    /// Today: no preset of the user's may be dated later.
    pub today: PartialDate,
}

impl Surroundings {
    /// The language of the system and the date of its clock.
    pub fn of_this_machine() -> Surroundings {
        let now = jiff::ZonedDateTime::now().date();
        let month = u8::try_from(now.month()).unwrap_or(1);
        let day = u8::try_from(now.day()).unwrap_or(1);
        let epoch = || PartialDate::year(1970);
        #[expect(
            clippy::expect_used,
            reason = "the clock's date is one, and 1970 is a year"
        )]
        let today = PartialDate::day(now.year(), month, day)
            .or_else(|_| epoch())
            .expect("1970 is a year");
        Surroundings {
            text: Text::new(system_locale()),
            today,
        }
    }
}

/// The language of the system, from the variables that name it; English where none is spoken here.
pub fn system_locale() -> Locale {
    let tags: Vec<String> = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .filter(|tag| !tag.is_empty())
        .collect();
    Locale::from_system(tags.iter().map(String::as_str))
}
