//! Reads the question of a scenario.

use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::scenario::{LONGEST_HORIZON_MONTHS, Question, SHORTEST_HORIZON_MONTHS};
use weighbridge_units::Currency;

use super::reader::{Keys, Reader};
use crate::faults::FaultKind;

/// Reads the question; nothing where title or date are missing.
pub(super) fn read_question(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    catalogue: &Catalogue,
) -> Option<Question> {
    let (value, path) = keys.need(reader, "question")?;
    let mut keys = reader.group(value, &path)?;
    let title = keys.need(reader, "title");
    let title = title.and_then(|(value, path)| reader.text(value, &path));
    let text = keys.take("text");
    let text = text.and_then(|(value, path)| reader.text(value, &path));
    let date = keys.need(reader, "date");
    let date = date.and_then(|(value, path)| {
        let date = reader.date(value, &path)?;
        let latest = catalogue.date();
        if date.earliest() > latest.latest() {
            reader.fault(value.place, &path, FaultKind::AfterCatalogue { latest });
        }
        Some(date)
    });
    let horizon = keys.take("horizon_months").and_then(|(value, path)| {
        let (min, max) = (SHORTEST_HORIZON_MONTHS, LONGEST_HORIZON_MONTHS);
        reader.whole(value, &path, min.into(), max.into())
    });
    let currencies = Currency::ALL.map(|currency| (currency.code(), currency));
    let currency = keys.take("currency");
    let currency = currency.and_then(|(value, path)| reader.choice(value, &path, &currencies));
    let fx_date = keys.take("fx_date");
    let fx_date = fx_date.and_then(|(value, path)| reader.date(value, &path));
    let languages = keys.take("working_languages");
    let working_languages =
        languages.map_or_else(Vec::new, |(value, path)| reader.texts(value, &path));
    let notes = keys.take("notes");
    let notes = notes.and_then(|(value, path)| reader.text(value, &path));
    keys.finish(reader);

    let (title, date) = (title?, date?);
    let start = weighbridge_engine::Scenario::new("", date).question;
    Some(Question {
        title,
        text: text.unwrap_or_default(),
        date,
        horizon_months: horizon
            .and_then(|months| u16::try_from(months).ok())
            .unwrap_or(start.horizon_months),
        currency: currency.unwrap_or(start.currency),
        fx_date,
        working_languages,
        notes: notes.unwrap_or_default(),
    })
}
