//! From what was measured to the picture of a claim: an interface answers one request sooner,
//! dedicated hardware keeps its pace under load. Whether that is so is what is measured.

use weighbridge_text::{Digits, Text};
use weighbridge_units::Arg;

use crate::{Axis, Chart, Content, Key, LineSeries, Lines, NamePlace, Scale, Stop, Table};

/// The name of the chart, as files use it.
pub const ANSWERS_BY_USERS: &str = "answers-by-users";

/// Something that answers, measured with one user or with several at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Its name: a model at a provider, or on a machine.
    pub name: String,
    /// What was measured, in rising order of users.
    pub points: Vec<Answered>,
}

/// How long an answer took with so many users at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answered {
    /// Users at once.
    pub users: f64,
    /// Seconds from asking to the last token, the median.
    pub seconds: f64,
    /// The same where repetitions went well and where they went badly, where they are known: one
    /// in ten was faster than the first, one in ten slower than the second.
    pub spread: Option<(f64, f64)>,
}

/// How long a whole answer took on each side, over users at once.
///
/// `sides` are interfaces first and then machines; `tokens` are those of an answer, `source` says
/// when and how.
/// `None` where fewer than two sides were measured.
#[must_use]
pub fn answers_by_users(text: Text, sides: &[Side], tokens: f64, source: String) -> Option<Chart> {
    let measured: Vec<&Side> = sides
        .iter()
        .filter(|side| !side.points.is_empty())
        .collect();
    let (first, second) = (*measured.first()?, *measured.last()?);
    if measured.len() < 2 {
        return None;
    }
    let title = title(text, first, second);
    let phrases: Vec<String> = measured.iter().map(|side| phrase(text, side)).collect();
    let series = measured.iter().enumerate().map(|(place, side)| LineSeries {
        key: Key(place),
        label: side.name.clone(),
        points: side
            .points
            .iter()
            .map(|one| [one.users, one.seconds])
            .collect(),
        band: side
            .points
            .iter()
            .filter_map(|one| one.spread.map(|(low, high)| [one.users, low, high]))
            .collect(),
        median: Vec::new(),
    });
    let stops = measured.iter().enumerate().flat_map(|(place, side)| {
        side.points.iter().map(move |one| Stop {
            key: Key(place),
            at: [one.users, one.seconds],
            text: text.number(one.seconds, Digits::SCREEN),
        })
    });
    Some(Chart {
        name: ANSWERS_BY_USERS,
        summary: format!("{title}. {}.", phrases.join("; ")),
        title,
        subtitle: text.format("answers-subtitle", &[("tokens", Arg::Decimal(tokens, 0))]),
        x: Axis {
            scale: Scale::Log10,
            ..Axis::linear(text.get("measured-axis-users"))
        },
        y: Axis {
            from_zero: true,
            ..Axis::linear(text.get("answers-axis-seconds"))
        },
        content: Content::Lines(Lines {
            series: series.collect(),
            stops: stops.collect(),
            names: NamePlace::AtEnd,
            ..Lines::default()
        }),
        source,
        table: table(text, &measured),
    })
}

/// Who answers first alone, and who with the most users that both were measured with.
fn title(text: Text, first: &Side, second: &Side) -> String {
    let both = first.points.iter().filter_map(|one| {
        let other = second.points.iter().find(|it| it.users == one.users)?;
        Some((one, other))
    });
    let both: Vec<(&Answered, &Answered)> = both.collect();
    let named = |one: &Answered, other: &Answered| {
        let (fast, slow, name) = match one.seconds <= other.seconds {
            true => (one, other, &first.name),
            false => (other, one, &second.name),
        };
        [
            ("winner", Arg::from(name.clone())),
            ("fast", Arg::from(text.duration(fast.seconds))),
            ("slow", Arg::from(text.duration(slow.seconds))),
        ]
    };
    match (both.first(), both.last()) {
        (Some((one, other)), Some((last, its))) if last.users > one.users => {
            let changes = (one.seconds <= other.seconds) != (last.seconds <= its.seconds);
            let key = match changes {
                true => "answers-title-turns",
                false => "answers-title-stays",
            };
            let mut args = named(last, its).to_vec();
            let alone = match one.seconds <= other.seconds {
                true => &first.name,
                false => &second.name,
            };
            args.push(("alone", Arg::from(alone.clone())));
            args.push(("users", Arg::from(last.users as u64)));
            text.format(key, &args)
        }
        (Some((one, other)), _) => {
            let mut args = named(one, other).to_vec();
            args.push(("users", Arg::from(one.users as u64)));
            text.format("answers-title-one", &args)
        }
        _ => text.get("answers-title-apart").into_owned(),
    }
}

fn phrase(text: Text, side: &Side) -> String {
    let points = side.points.iter().map(|one| {
        text.format(
            "answers-phrase",
            &[
                ("users", Arg::from(one.users as u64)),
                ("seconds", Arg::from(text.duration(one.seconds))),
            ],
        )
    });
    format!("{}: {}", side.name, text.list(points))
}

fn table(text: Text, sides: &[&Side]) -> Table {
    let columns = [
        "answers-column-side",
        "measured-column-users",
        "answers-column-seconds",
        "answers-column-spread",
    ]
    .map(|key| text.get(key).into_owned());
    let rows = sides.iter().flat_map(|side| {
        side.points.iter().map(|one| {
            vec![
                side.name.clone(),
                text.number(one.users, Digits::WHOLE),
                text.duration(one.seconds),
                one.spread.map_or_else(
                    || "–".to_owned(),
                    |(low, high)| format!("{} – {}", text.duration(low), text.duration(high)),
                ),
            ]
        })
    });
    Table::of_figures(columns.to_vec(), rows.collect())
}
