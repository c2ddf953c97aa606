//! Every input that the result rests on, with its value, range and origin.
//!
//! Inputs are listed by group and field; options that share a figure share a row.
//! What counts as nothing in every option is named in one sentence.

mod decision;
mod origin;
mod used;

use serde::Serialize;
use weighbridge_engine::catalogue::OLD_AFTER_DAYS;
use weighbridge_engine::figure::{FieldSpec, Figure, Origin, Range, RangeReading};
use weighbridge_engine::scenario::InputRef;
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Base, Money, Unit};

use super::Subject;
use super::results;
use super::sources::Sources;
use super::table::{Cell, Column, Row, Table};

/// Figures of a value: enough for any that was typed, too few for the noise of arithmetic.
const VALUE: Digits = Digits::Significant(6);
/// Figures of the ends of a range.
const END: Digits = Digits::Significant(4);

/// The annex of assumptions.
#[derive(Debug, Serialize)]
pub(super) struct Assumptions {
    /// How many inputs there are and where they come from, and how to read the tables.
    notes: Vec<String>,
    groups: Vec<Group>,
    /// The inputs that are nought in every option; empty where none is.
    nothing: String,
}

/// The inputs of one group.
#[derive(Debug, Serialize)]
struct Group {
    heading: String,
    table: Table,
}

/// One field with its figures in the options that have it.
struct Entry<'a> {
    spec: &'static FieldSpec,
    /// The place in a list, such as the second context tier.
    index: Option<usize>,
    uses: Vec<Use<'a>>,
}

/// A figure and the places of the options that share it; none for figures of the case.
struct Use<'a> {
    figure: &'a Figure,
    places: Vec<usize>,
}

/// The order in which groups are read.
const GROUPS: [&str; 19] = [
    "finance",
    "workload",
    "token_plan",
    "interface_speed",
    "context_tier",
    "volume_discount",
    "successor",
    "rented",
    "owned",
    "device",
    "serving",
    "cascade",
    "people",
    "salaries",
    "maintenance",
    "customisation",
    "transition",
    "licence",
    "quality",
];

/// The assumptions of a scenario; their sources are added to the list.
pub(super) fn of(subject: &Subject<'_>, sources: &mut Sources) -> Assumptions {
    let (entries, nothing): (Vec<Entry<'_>>, Vec<Entry<'_>>) = entries(subject)
        .into_iter()
        .partition(Entry::says_something);
    let mut groups: Vec<Group> = GROUPS
        .into_iter()
        .filter_map(|group| {
            let members = entries.iter().filter(|entry| entry.spec.group == group);
            let rows: Vec<Row> = members
                .flat_map(|entry| entry.rows(subject, sources))
                .collect();
            let about_options = !["finance", "workload", "salaries"].contains(&group);
            (!rows.is_empty()).then(|| Group {
                heading: subject.get(&format!("report-group-{}", group.replace('_', "-"))),
                table: table(subject, rows, about_options),
            })
        })
        .collect();
    groups.extend(scores(subject, sources));
    groups.extend(decision::groups(subject, sources));
    Assumptions {
        notes: notes(subject, &entries, &nothing),
        groups,
        nothing: nothing_sentence(subject, &nothing),
    }
}

/// The inputs that the result rests on, by field, in the order of their declarations.
fn entries<'a>(subject: &Subject<'a>) -> Vec<Entry<'a>> {
    let used = used::paths(subject);
    let mut entries: Vec<Entry<'a>> = Vec::new();
    subject
        .scenario
        .each_figure(&mut |at: InputRef<'a>, figure: &'a Figure| {
            let known = entries
                .iter()
                .position(|entry| entry.spec == at.spec && entry.index == at.index);
            let entry = known.unwrap_or_else(|| {
                entries.push(Entry {
                    spec: at.spec,
                    index: at.index,
                    uses: Vec::new(),
                });
                entries.len() - 1
            });
            if used.contains(at.path().as_str()) {
                let place = at.option.and_then(|id| subject.scenario.position(id));
                entries[entry].add(figure, place);
            }
        });
    entries.retain(|entry| !entry.uses.is_empty());
    entries
}

impl<'a> Entry<'a> {
    fn add(&mut self, figure: &'a Figure, place: Option<usize>) {
        match self
            .uses
            .iter_mut()
            .find(|known| alike(known.figure, figure))
        {
            Some(known) => known.places.extend(place),
            None => self.uses.push(Use {
                figure,
                places: place.into_iter().collect(),
            }),
        }
    }

    /// Whether it is anything but nought somewhere.
    fn says_something(&self) -> bool {
        self.uses.iter().any(|used| used.figure.value != 0.0)
    }

    /// Its name, in words that fit the hardware of the options at these places.
    fn label(&self, subject: &Subject<'_>, places: &[usize]) -> String {
        let field = about(subject, places)
            .field_label(self.spec.group, self.spec.name)
            .into_owned();
        match self.index {
            None => field,
            Some(index) => subject.say(
                "report-tier",
                &[
                    ("field", Arg::from(field)),
                    ("number", Arg::Count(index as u64 + 1)),
                ],
            ),
        }
    }

    fn rows(&self, subject: &Subject<'_>, sources: &mut Sources) -> Vec<Row> {
        let uses = self.uses.iter().enumerate();
        uses.map(|(nth, used)| {
            used.row(
                subject,
                sources,
                self.label(subject, &used.places),
                self.spec.unit,
                nth > 0,
            )
        })
        .collect()
    }
}

impl Use<'_> {
    fn row(
        &self,
        subject: &Subject<'_>,
        sources: &mut Sources,
        label: String,
        unit: Unit,
        continues: bool,
    ) -> Row {
        let range = self.figure.range.as_ref();
        Row {
            cells: vec![
                Cell {
                    muted: continues,
                    ..Cell::from(label)
                },
                Cell::from(places(&self.places)),
                Cell {
                    text: value(about(subject, &self.places), self.figure.value, unit),
                    mark: origin::mark(subject, &self.figure.origin),
                    ..Cell::default()
                },
                Cell::muted(range.map_or_else(String::new, |range| {
                    ends(about(subject, &self.places), range, unit)
                })),
                origin::cell(subject, &self.figure.origin, sources),
            ],
            continues,
            ..Row::default()
        }
    }
}

/// Words that fit the hardware of the options at some places; none where the case itself is meant.
fn about(subject: &Subject<'_>, places: &[usize]) -> Text {
    let options = places
        .iter()
        .filter_map(|place| subject.scenario.options.get(*place));
    subject.text.about_all(options)
}

/// Whether two figures read the same: value, range, and where they come from.
fn alike(one: &Figure, other: &Figure) -> bool {
    let same_origin = match (&one.origin, &other.origin) {
        (Origin::Preset(one), Origin::Preset(other)) => {
            (&one.source, one.as_of, one.quality) == (&other.source, other.as_of, other.quality)
        }
        (one, other) => one == other,
    };
    same_origin && one.value == other.value && one.range == other.range
}

/// Numbers of options, runs shortened: `1–4, 6`.
fn places(places: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for place in places {
        match runs.last_mut() {
            Some((_, end)) if *end + 1 == *place => *end = *place,
            _ => runs.push((*place, *place)),
        }
    }
    let shown = runs.into_iter().map(|(start, end)| match end - start {
        0 => format!("{}", start + 1),
        1 => format!("{}, {}", start + 1, end + 1),
        _ => format!("{}–{}", start + 1, end + 1),
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// A value with its unit, written out where a screen would shorten it.
fn value(text: Text, value: f64, unit: Unit) -> String {
    if value.abs() >= 1e6 && unit.scale() == 0 && is_count(unit) {
        format!(
            "{}\u{a0}{}",
            text.number(value, VALUE),
            text.unit_name(unit)
        )
    } else {
        text.quantity_with(value, unit, VALUE)
    }
}

/// Whether values of a unit are counted: no money, memory, arithmetic or share.
fn is_count(unit: Unit) -> bool {
    let measured = [
        Base::Usd,
        Base::ClientCurrency,
        Base::Byte,
        Base::Operation,
        Base::Second,
    ];
    !unit.is_share() && measured.iter().all(|base| unit.exponent(*base) <= 0)
}

/// The ends of a range in the unit of the value beside it; bounds stand in square brackets.
fn ends(text: Text, range: &Range, unit: Unit) -> String {
    let end = |value: f64| {
        if unit.is_share() {
            text.percent(value, END)
        } else if unit.exponent(Base::Usd) == 1 {
            text.number(text.converted(Money::usd(value)), END)
        } else if unit.scale() == 0 && is_count(unit) {
            text.number(value, END)
        } else {
            text.quantity_with(value, unit, END)
        }
    };
    let shown = text.format(
        "value-range",
        &[
            ("low", Arg::from(end(range.low))),
            ("high", Arg::from(end(range.high))),
        ],
    );
    match range.reading {
        RangeReading::Percentiles10And90 => shown,
        RangeReading::Bounds => format!("[{shown}]"),
    }
}

/// A table of inputs; those of the case have no column of options.
fn table(subject: &Subject<'_>, rows: Vec<Row>, about_options: bool) -> Table {
    let mut columns = vec![
        Column::text(subject.get("report-column-input"), 1.2),
        Column::text(subject.get("report-column-options"), 0.36),
        Column::figures(subject.get("column-value"), 1.15),
        Column::figures(subject.get("report-column-range"), 0.8),
        Column::text(subject.get("report-column-origin"), 1.34),
    ];
    let mut rows = rows;
    if !about_options {
        // The others keep their places, so that all tables line up.
        let options = columns.remove(1);
        columns[0].share += options.share;
        for row in &mut rows {
            row.cells.remove(1);
        }
    }
    Table { columns, rows }
}

/// The scores of the column that the report shows.
fn scores(subject: &Subject<'_>, sources: &mut Sources) -> Option<Group> {
    let scores = results::scores(subject)?;
    let mut entries: Vec<(String, Use<'_>)> = Vec::new();
    for (place, score) in scores.scores.iter().enumerate() {
        let Some(published) = score.published else {
            continue;
        };
        let label = if published.protocol.is_empty() {
            scores.name.clone()
        } else {
            published.protocol.clone()
        };
        let known = entries
            .iter_mut()
            .find(|(known, used)| *known == label && alike(used.figure, &published.score));
        match known {
            Some((_, used)) => used.places.push(place),
            None => entries.push((
                label,
                Use {
                    figure: &published.score,
                    places: vec![place],
                },
            )),
        }
    }
    let mut last = String::new();
    let rows = entries
        .into_iter()
        .map(|(label, used)| {
            let continues = label == last;
            last.clone_from(&label);
            used.row(subject, sources, label, Unit::NONE, continues)
        })
        .collect();
    Some(Group {
        heading: subject.say(
            "report-group-score",
            &[("score", Arg::from(scores.full_name))],
        ),
        table: table(subject, rows, true),
    })
}

/// Where the inputs come from, counted, and how to read the marks.
fn notes(subject: &Subject<'_>, shown: &[Entry<'_>], nothing: &[Entry<'_>]) -> Vec<String> {
    let all = || shown.iter().chain(nothing).flat_map(|entry| &entry.uses);
    let count = |wanted: &dyn Fn(&Origin) -> bool| {
        let inputs = all()
            .filter(|used| wanted(&used.figure.origin))
            .map(|used| used.places.len().max(1))
            .sum::<usize>();
        Arg::Count(inputs as u64)
    };
    let doubtful =
        |origin: &Origin| matches!(origin, Origin::Preset(preset) if preset.quality.is_doubtful());
    vec![
        subject.say(
            "report-count-inputs",
            &[
                ("inputs", count(&|_| true)),
                (
                    "catalogue",
                    count(&|origin| matches!(origin, Origin::Preset(_))),
                ),
                (
                    "entered",
                    count(&|origin| matches!(origin, Origin::Entered { .. })),
                ),
                (
                    "measured",
                    count(&|origin| matches!(origin, Origin::Measured { .. })),
                ),
                (
                    "estimated",
                    count(&|origin| matches!(origin, Origin::Estimated { .. })),
                ),
                (
                    "starting",
                    count(&|origin| matches!(origin, Origin::Default)),
                ),
                ("doubtful", count(&doubtful)),
            ],
        ),
        subject.get("report-doubtful-note"),
        subject.say(
            "report-old-note",
            &[("days", Arg::Count(OLD_AFTER_DAYS.unsigned_abs()))],
        ),
        subject.get("report-options-note"),
        subject.get("report-range-note"),
    ]
}

fn nothing_sentence(subject: &Subject<'_>, nothing: &[Entry<'_>]) -> String {
    let mut labels: Vec<String> = Vec::new();
    for entry in nothing {
        let places: Vec<usize> = entry
            .uses
            .iter()
            .flat_map(|used| used.places.clone())
            .collect();
        let label = entry.label(subject, &places);
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    if labels.is_empty() {
        return String::new();
    }
    subject.say(
        "report-nothing",
        &[("inputs", Arg::from(labels.join("; ")))],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_options_are_shortened_where_they_follow_each_other() {
        for (given, expected) in [
            (vec![], ""),
            (vec![0], "1"),
            (vec![0, 1], "1, 2"),
            (vec![0, 1, 2, 3, 5], "1–4, 6"),
            (vec![1, 4, 5], "2, 5, 6"),
        ] {
            assert_eq!(places(&given), expected);
        }
    }
}
