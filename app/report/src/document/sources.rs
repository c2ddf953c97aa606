//! The numbered list of sources, filled while the assumptions are written down.

use weighbridge_engine::figure::PresetOrigin;
use weighbridge_units::PartialDate;

use super::Subject;
use super::table::{Cell, Column, Row, Table};

/// More records of one source are counted, not named.
const MOST_RECORDS_NAMED: usize = 3;

/// Sources in the order in which inputs name them.
#[derive(Debug, Default)]
pub(super) struct Sources {
    list: Vec<Source>,
}

#[derive(Debug)]
struct Source {
    text: String,
    records: Vec<String>,
    oldest: PartialDate,
    newest: PartialDate,
}

impl Sources {
    /// The number of a preset's source, from 1.
    pub(super) fn number_of(&mut self, preset: &PresetOrigin) -> usize {
        let known = self
            .list
            .iter()
            .position(|source| source.text == preset.source);
        let place = known.unwrap_or_else(|| {
            self.list.push(Source {
                text: preset.source.clone(),
                records: Vec::new(),
                oldest: preset.as_of,
                newest: preset.as_of,
            });
            self.list.len() - 1
        });
        let source = &mut self.list[place];
        if !source.records.contains(&preset.record) {
            source.records.push(preset.record.clone());
        }
        let day = PartialDate::days_since_epoch;
        if day(preset.as_of) < day(source.oldest) {
            source.oldest = preset.as_of;
        }
        if day(preset.as_of) > day(source.newest) {
            source.newest = preset.as_of;
        }
        place + 1
    }

    /// The list with the dates on which each source was read and the records taken from it.
    pub(super) fn table(&self, subject: &Subject<'_>) -> Table {
        let columns = vec![
            Column::figures(String::new(), 0.0),
            Column::text(subject.get("column-source"), 1.0),
            Column::text(subject.get("report-column-read"), 0.0),
            Column::text(subject.get("report-column-records"), 0.62),
        ];
        let rows = self
            .list
            .iter()
            .enumerate()
            .map(|(place, source)| Row {
                cells: vec![
                    Cell::from((place + 1).to_string()),
                    Cell::from(source.text.clone()),
                    Cell::from(source.dates(subject)),
                    Cell::muted(source.records(subject)),
                ],
                ..Row::default()
            })
            .collect();
        Table { columns, rows }
    }
}

impl Source {
    fn dates(&self, subject: &Subject<'_>) -> String {
        let date = |date| subject.text.short_date(date);
        if self.oldest == self.newest {
            date(self.oldest)
        } else {
            format!("{} – {}", date(self.oldest), date(self.newest))
        }
    }

    fn records(&self, subject: &Subject<'_>) -> String {
        if self.records.len() > MOST_RECORDS_NAMED {
            let count = self.records.len();
            subject.say("report-count-records", &[("count", count.into())])
        } else {
            self.records.join(", ")
        }
    }
}
