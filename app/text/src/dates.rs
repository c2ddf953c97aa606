//! Dates as precise as they are known.

use std::sync::OnceLock;

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_datetime::input::Date;
use icu_locale_core::{Locale as IcuLocale, locale};
use weighbridge_units::PartialDate;

use crate::locale::Locale;

/// The formatters of a locale, made on first use.
struct Formatters {
    long_day: DateTimeFormatter<YMD>,
    short_day: DateTimeFormatter<YMD>,
    long_month: DateTimeFormatter<YM>,
    short_month: DateTimeFormatter<YM>,
}

/// How much room a date has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// In a sentence: `4 November 2026`.
    Long,
    /// In a table: `4 Nov 2026`.
    Short,
}

/// The date without its "by": `4 November 2026`, `November 2026` or `2026`.
pub(crate) fn date(locale: Locale, date: PartialDate, length: Length) -> String {
    let formatters = formatters(locale);
    let year = i32::from(date.year_number());
    let Some(month) = date.month_number() else {
        return year.to_string();
    };
    // A partial date is checked when it is made, so the calendar always has the day.
    let Ok(civil) = Date::try_new_gregorian(year, month, date.day_number().unwrap_or(1)) else {
        return date.to_string();
    };
    match (date.day_number(), length) {
        (Some(_), Length::Long) => formatters.long_day.format(&civil).to_string(),
        (Some(_), Length::Short) => formatters.short_day.format(&civil).to_string(),
        (None, Length::Long) => formatters.long_month.format(&civil).to_string(),
        (None, Length::Short) => formatters.short_month.format(&civil).to_string(),
    }
}

fn formatters(locale: Locale) -> &'static Formatters {
    static FORMATTERS: [OnceLock<Formatters>; 4] = [const { OnceLock::new() }; 4];
    FORMATTERS[locale.index()].get_or_init(|| {
        let own = date_locale(locale);
        // ICU4X 2.4 panics when it writes the long month and year of pt-BR; Portugal's data
        // gives the same words.
        let for_long_months = match locale {
            Locale::PtBr => date_locale(Locale::PtPt),
            _ => own.clone(),
        };
        Formatters {
            long_day: day_formatter(&own, YMD::long()),
            short_day: day_formatter(&own, YMD::medium()),
            long_month: month_formatter(&for_long_months, YM::long()),
            short_month: month_formatter(&own, YM::medium()),
        }
    })
}

/// English dates put the day first, as most of the world does: `11/4` would be misread.
fn date_locale(locale: Locale) -> IcuLocale {
    match locale {
        Locale::En => locale!("en-GB"),
        Locale::PtBr => locale!("pt-BR"),
        Locale::PtPt => locale!("pt-PT"),
        Locale::Es => locale!("es"),
    }
}

#[expect(
    clippy::expect_used,
    reason = "the data of these four locales is compiled in"
)]
fn day_formatter(locale: &IcuLocale, fields: YMD) -> DateTimeFormatter<YMD> {
    DateTimeFormatter::try_new(locale.into(), fields).expect("date formats are compiled in")
}

#[expect(
    clippy::expect_used,
    reason = "the data of these four locales is compiled in"
)]
fn month_formatter(locale: &IcuLocale, fields: YM) -> DateTimeFormatter<YM> {
    DateTimeFormatter::try_new(locale.into(), fields).expect("date formats are compiled in")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn dates_are_as_precise_as_known() {
        let cases = [
            (Locale::En, "2026-11-04", "4 November 2026", "4 Nov 2026"),
            (Locale::En, "2026-11", "November 2026", "Nov 2026"),
            (Locale::En, "2026", "2026", "2026"),
            (
                Locale::PtBr,
                "2026-11-04",
                "4 de novembro de 2026",
                "4 de nov. de 2026",
            ),
            (Locale::PtBr, "2026-11", "novembro de 2026", "nov. de 2026"),
            (
                Locale::PtPt,
                "2026-11-04",
                "4 de novembro de 2026",
                "04/11/2026",
            ),
            (Locale::PtPt, "2026-11", "novembro de 2026", "11/2026"),
            (
                Locale::Es,
                "2026-11-04",
                "4 de noviembre de 2026",
                "4 nov 2026",
            ),
            (Locale::Es, "2026-11", "noviembre de 2026", "nov 2026"),
        ];
        for (locale, text, long, short) in cases {
            let parsed = PartialDate::parse(text).unwrap();
            assert_eq!(date(locale, parsed, Length::Long), long);
            assert_eq!(date(locale, parsed, Length::Short), short);
        }
    }

    /// ICU4X has panicked on a month before; every month of every locale is written here.
    #[test]
    fn every_month_can_be_written() {
        for locale in Locale::ALL {
            for month in 1..=12 {
                for parsed in [
                    PartialDate::month(2024, month).unwrap(),
                    PartialDate::day(2024, month, 29).unwrap(),
                ] {
                    for length in [Length::Long, Length::Short] {
                        assert!(date(locale, parsed, length).contains("2024"));
                    }
                }
            }
        }
    }
}
