//! Dates as precise as known: a year, a month or a day, exact or "by".

use std::cmp::Ordering;
use std::fmt;

/// How precisely a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    /// Only the year is known.
    Year,
    /// The year and month are known.
    Month,
    /// The day is known.
    Day,
}

/// A civil date that may lack its day or its month, and may be a bound.
///
/// `by 2025-07` says that something had happened by July 2025: the true date may be earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: i16,
    month: Option<u8>,
    day: Option<u8>,
    by: bool,
}

/// A text or a set of numbers that is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” is not a date: write 2026, 2026-11, 2026-11-24, or “by” before one of these")]
pub struct DateError {
    /// What was given.
    pub text: String,
}

impl PartialDate {
    /// A day.
    ///
    /// # Errors
    /// [`DateError`] where the calendar has no such day.
    pub fn day(year: i16, month: u8, day: u8) -> Result<PartialDate, DateError> {
        PartialDate::checked(year, Some(month), Some(day), false)
    }

    /// A month.
    ///
    /// # Errors
    /// [`DateError`] where the month is not between 1 and 12.
    pub fn month(year: i16, month: u8) -> Result<PartialDate, DateError> {
        PartialDate::checked(year, Some(month), None, false)
    }

    /// A year.
    ///
    /// # Errors
    /// [`DateError`] where the year lies outside 1900–2999.
    pub fn year(year: i16) -> Result<PartialDate, DateError> {
        PartialDate::checked(year, None, None, false)
    }

    fn checked(
        year: i16,
        month: Option<u8>,
        day: Option<u8>,
        by: bool,
    ) -> Result<PartialDate, DateError> {
        let date = PartialDate {
            year,
            month,
            day,
            by,
        };
        let month_fits = month.is_none_or(|month| (1..=12).contains(&month));
        let day_fits = match (month, day) {
            (Some(month), Some(day)) if month_fits => {
                (1..=days_in_month(year, month)).contains(&day)
            }
            (_, None) => true,
            _ => false,
        };
        if (1900..3000).contains(&year) && month_fits && day_fits {
            Ok(date)
        } else {
            Err(DateError {
                text: date.to_string(),
            })
        }
    }

    /// The date written as `2026`, `2026-11` or `2026-11-24`, with `by ` before a bound.
    ///
    /// # Errors
    /// [`DateError`] for anything else, and for days the calendar lacks.
    pub fn parse(text: &str) -> Result<PartialDate, DateError> {
        let error = || DateError {
            text: text.to_owned(),
        };
        let trimmed = text.trim();
        let (by, digits) = match trimmed.strip_prefix("by ") {
            Some(rest) => (true, rest.trim()),
            None => (false, trimmed),
        };
        let mut parts = digits.split('-');
        let year = part(parts.next(), 4).ok_or_else(error)?;
        let month = parts
            .next()
            .map(|text| part(Some(text), 2).ok_or_else(error))
            .transpose()?;
        let day = parts
            .next()
            .map(|text| part(Some(text), 2).ok_or_else(error))
            .transpose()?;
        if parts.next().is_some() {
            return Err(error());
        }
        let year = i16::try_from(year).map_err(|_| error())?;
        let narrow = |value: u16| u8::try_from(value).map_err(|_| error());
        PartialDate::checked(
            year,
            month.map(narrow).transpose()?,
            day.map(narrow).transpose()?,
            by,
        )
        .map_err(|_| error())
    }

    /// The same date as a bound: something had happened by then.
    pub const fn as_bound(mut self) -> PartialDate {
        self.by = true;
        self
    }

    /// Whether the date is a bound ("by").
    pub const fn is_bound(self) -> bool {
        self.by
    }

    /// How precisely the date is known.
    pub const fn precision(self) -> Precision {
        match (self.month, self.day) {
            (Some(_), Some(_)) => Precision::Day,
            (Some(_), None) => Precision::Month,
            _ => Precision::Year,
        }
    }

    /// The year.
    pub const fn year_number(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    pub const fn month_number(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where it is known.
    pub const fn day_number(self) -> Option<u8> {
        self.day
    }

    /// The earliest day the date can mean.
    pub fn earliest(self) -> PartialDate {
        PartialDate {
            year: self.year,
            month: Some(self.month.unwrap_or(1)),
            day: Some(self.day.unwrap_or(1)),
            by: false,
        }
    }

    /// The latest day the date can mean.
    pub fn latest(self) -> PartialDate {
        let month = self.month.unwrap_or(12);
        PartialDate {
            year: self.year,
            month: Some(month),
            day: Some(self.day.unwrap_or_else(|| days_in_month(self.year, month))),
            by: false,
        }
    }

    /// Months from the month of `self` to that of `later`; negative where it is earlier.
    /// A missing month counts as January.
    pub fn months_until(self, later: PartialDate) -> i32 {
        let index =
            |date: PartialDate| i32::from(date.year) * 12 + i32::from(date.month.unwrap_or(1));
        index(later) - index(self)
    }

    /// Days since 1970-01-01 of the earliest day the date can mean.
    ///
    /// Source: the days-from-civil algorithm of the proleptic Gregorian calendar.
    pub fn days_since_epoch(self) -> i64 {
        let day = self.earliest();
        let month = i64::from(day.month.unwrap_or(1));
        let year = i64::from(day.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let shifted = (month + 9) % 12;
        let day_of_year = (153 * shifted + 2) / 5 + i64::from(day.day.unwrap_or(1)) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// Whole days from `self` to `later`, taking the earliest day of each.
    pub fn days_until(self, later: PartialDate) -> i64 {
        later.days_since_epoch() - self.days_since_epoch()
    }
}

/// Orders by the earliest day meant; of equal ones the less precise comes first, then the bound.
impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |date: &PartialDate| {
            (
                date.year,
                date.month.unwrap_or(1),
                date.day.unwrap_or(1),
                date.precision() as u8,
                date.by,
            )
        };
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.by {
            f.write_str("by ")?;
        }
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

impl std::str::FromStr for PartialDate {
    type Err = DateError;
    fn from_str(text: &str) -> Result<PartialDate, DateError> {
        PartialDate::parse(text)
    }
}

fn part(text: Option<&str>, digits: usize) -> Option<u16> {
    let text = text?;
    let all_digits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits { text.parse().ok() } else { None }
}

const fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn dates_round_trip_as_precise_as_known() {
        for text in [
            "2024",
            "2024-08",
            "2024-08-06",
            "by 2025-07",
            "by 2025-07-19",
        ] {
            assert_eq!(PartialDate::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn impossible_dates_are_refused() {
        for text in [
            "",
            "24",
            "2024-13",
            "2024-02-30",
            "2023-02-29",
            "2024-8",
            "2024-08-06-01",
            "by",
            "soon",
            "+024",
        ] {
            assert!(PartialDate::parse(text).is_err(), "{text}");
        }
        assert!(PartialDate::parse("2024-02-29").is_ok());
    }

    #[test]
    fn days_count_from_the_epoch() {
        assert_eq!(
            PartialDate::parse("1970-01-01").unwrap().days_since_epoch(),
            0
        );
        assert_eq!(
            PartialDate::parse("2000-03-01").unwrap().days_since_epoch(),
            11_017
        );
        let from = PartialDate::parse("2024-02-28").unwrap();
        assert_eq!(
            from.days_until(PartialDate::parse("2024-03-01").unwrap()),
            2
        );
    }

    #[test]
    fn months_are_counted_across_years() {
        let start = PartialDate::parse("2026-11").unwrap();
        assert_eq!(
            start.months_until(PartialDate::parse("2027-01-14").unwrap()),
            2
        );
        assert_eq!(
            start.months_until(PartialDate::parse("2026-10").unwrap()),
            -1
        );
    }

    #[test]
    fn the_span_of_a_month_reaches_its_last_day() {
        let month = PartialDate::parse("2024-02").unwrap();
        assert_eq!(month.earliest().to_string(), "2024-02-01");
        assert_eq!(month.latest().to_string(), "2024-02-29");
        assert_eq!(
            PartialDate::parse("2023").unwrap().latest().to_string(),
            "2023-12-31"
        );
    }
}
