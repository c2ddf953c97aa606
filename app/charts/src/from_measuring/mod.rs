//! From what was measured to its charts: the speed that each of several users sees, and how long
//! answers take at an interface and on a machine.

mod answers;

pub use answers::{ANSWERS_BY_USERS, Answered, Side, answers_by_users};

use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Unit};

use crate::{
    Annotation, Axis, Chart, Content, Key, LineSeries, Lines, NamePlace, Scale, Stop, Table, Tone,
};

/// The name of the chart, as files use it.
pub const SPEED_BY_USERS: &str = "speed-by-users";

/// What was measured with so many users at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Served {
    /// Users at once.
    pub users: u32,
    /// Tokens a second that the median user saw.
    pub each: f64,
    /// Tokens a second of all together.
    pub all: f64,
    /// Seconds to the first token that nineteen in twenty stayed under.
    pub first_token_p95_seconds: f64,
}

/// The speed that each user saw, over users at once, with the speed that is asked for.
///
/// `measured` are points in rising order of users, `target` the tokens a second that a user must
/// see, 0 where nothing is asked for; `subject` says what ran where, `source` when and how.
/// `None` where fewer than two points were measured.
#[must_use]
pub fn speed_by_users(
    text: Text,
    measured: &[Served],
    target: f64,
    subject: String,
    source: String,
) -> Option<Chart> {
    let (Some(first), true) = (measured.first(), measured.len() > 1) else {
        return None;
    };
    let speed = |value: f64| text.quantity(value, Unit::TOKENS_PER_SECOND);
    let enough = |served: &&Served| served.each >= target;
    let most = measured.iter().filter(enough).max_by_key(|one| one.users);
    let title = match most {
        _ if target <= 0.0 => {
            let last = measured.last().unwrap_or(first);
            text.format(
                "measured-title-shared",
                &[
                    ("users", Arg::from(u64::from(last.users))),
                    ("each", Arg::from(speed(last.each))),
                    ("alone", Arg::from(speed(first.each))),
                ],
            )
        }
        Some(most) => text.format(
            "measured-title-enough",
            &[
                ("users", Arg::from(u64::from(most.users))),
                ("target", Arg::from(speed(target))),
            ],
        ),
        None => text.format(
            "measured-title-never",
            &[("target", Arg::from(speed(target)))],
        ),
    };
    let phrases: Vec<String> = measured
        .iter()
        .map(|served| {
            text.format(
                "measured-phrase",
                &[
                    ("users", Arg::from(u64::from(served.users))),
                    ("each", Arg::from(speed(served.each))),
                    ("all", Arg::from(speed(served.all))),
                ],
            )
        })
        .collect();
    let columns = ["users", "each", "all", "first"]
        .map(|column| text.get(&format!("measured-column-{column}")).into_owned());
    let rows = measured
        .iter()
        .map(|served| {
            vec![
                text.compact(f64::from(served.users)),
                speed(served.each),
                speed(served.all),
                text.duration(served.first_token_p95_seconds),
            ]
        })
        .collect();
    let key = Key(0);
    let mut annotations = Vec::new();
    if let Some(most) = most.filter(|_| target > 0.0) {
        annotations.push(Annotation::Point {
            x: f64::from(most.users),
            y: most.each,
            text: text.format(
                "measured-here",
                &[("users", Arg::from(u64::from(most.users)))],
            ),
            tone: Tone::Here,
        });
    }
    let x = |served: &Served| f64::from(served.users);
    let mut series = vec![LineSeries {
        key,
        label: text.get("measured-each").into_owned(),
        points: measured.iter().map(|one| [x(one), one.each]).collect(),
        band: Vec::new(),
        median: Vec::new(),
    }];
    if let (true, Some(last)) = (target > 0.0, measured.last()) {
        series.push(LineSeries {
            key: Key(1),
            label: text.get("measured-target").into_owned(),
            points: vec![[x(first), target], [x(last), target]],
            band: Vec::new(),
            median: Vec::new(),
        });
    }
    Some(Chart {
        name: SPEED_BY_USERS,
        summary: format!("{title}. {}.", phrases.join("; ")),
        title,
        subtitle: text.format("measured-subtitle", &[("subject", Arg::from(subject))]),
        x: Axis {
            scale: Scale::Log10,
            ..Axis::linear(text.get("measured-axis-users"))
        },
        y: Axis {
            from_zero: true,
            ..Axis::linear(text.get("measured-axis-each"))
        },
        content: Content::Lines(Lines {
            series,
            annotations,
            stops: measured
                .iter()
                .map(|served| Stop {
                    key,
                    at: [x(served), served.each],
                    text: text.number(served.each, Digits::SCREEN),
                })
                .collect(),
            names: NamePlace::AtEnd,
            ..Lines::default()
        }),
        source,
        table: Table::of_figures(columns.to_vec(), rows),
    })
}
