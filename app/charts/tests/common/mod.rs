//! Charts with the shapes that real ones take, and the odd ones.

#![allow(dead_code, reason = "each test file uses some of these")]

pub(crate) mod odds;
pub(crate) mod serving;

use weighbridge_charts::{
    Annotation, Aside, AsideItem, Axis, Bar, Chart, Content, Interval, Key, LineSeries, Lines,
    Scatter, ScatterPoint, StackedBars, Table, Tone,
};

/// Names as long as users write them.
pub(crate) const NAMES: [&str; 6] = [
    "GPT-class API, mini",
    "Hosted Llama 3.3 70B",
    "Rented 2×H100, Llama 3.3 70B in FP8, reserved for a year",
    "Owned DGX",
    "Cascade: 8B first, flagship when needed",
    "Laptop",
];

fn chart(
    name: &'static str,
    title: &str,
    subtitle: &str,
    x: Axis,
    y: Axis,
    content: Content,
) -> Chart {
    Chart {
        name,
        title: title.into(),
        subtitle: subtitle.into(),
        x,
        y,
        content,
        source: "Prices of 2026-11-09 from the providers' pages; people are assumptions. Case support-assistant, 2026-11-24."
            .into(),
        table: Table::default(),
        summary: "A summary in words.".into(),
    }
}

/// Cost that grows month by month from a one-off start, for as many options as asked.
pub(crate) fn cumulative(options: usize, scale: f64, bands: bool) -> Chart {
    let starts = [0.0, 20.0, 90.0, 420.0, 60.0, 5.0];
    let rates = [35.0, 25.5, 21.5, 27.0, 23.0, 1.5];
    let series = (0..options)
        .map(|option| {
            let value = |month: f64, factor: f64| {
                let growth = if option == 0 {
                    month * month * 0.12
                } else {
                    0.0
                };
                (starts[option % 6] + rates[option % 6] * month + growth) * scale * factor
            };
            let months = (0..=36).map(f64::from);
            LineSeries {
                key: Key(option),
                label: NAMES[option % 6].into(),
                points: months
                    .clone()
                    .map(|month| [month, value(month, 1.0)])
                    .collect(),
                band: if bands {
                    months
                        .clone()
                        .map(|month| [month, value(month, 0.85), value(month, 1.2)])
                        .collect()
                } else {
                    Vec::new()
                },
                median: if bands {
                    months.map(|month| [month, value(month, 0.97)]).collect()
                } else {
                    Vec::new()
                },
            }
        })
        .collect();
    let annotations = if options > 2 {
        vec![
            Annotation::VerticalLine {
                x: 17.0,
                text: "17: cheaper than API even at P90".into(),
                tone: Tone::Quiet,
            },
            Annotation::VerticalLine {
                x: 30.0,
                text: "30: the model is retired, the successor takes over".into(),
                tone: Tone::Flips,
            },
        ]
    } else {
        Vec::new()
    };
    chart(
        "cumulative-cost",
        "The API line crosses renting in month 7, owning never catches up",
        "Cumulative cost, M USD, nominal; the band is P10 to P90",
        Axis::months("month"),
        Axis::linear("M USD").divided_by(1e6),
        Content::Lines(Lines {
            series,
            annotations,
            ..Lines::default()
        }),
    )
}

/// Cost by part; the fourth option has a residual value that lowers its cost.
pub(crate) fn breakdown(options: usize, scale: f64) -> Chart {
    let parts = [
        "infrastructure",
        "people",
        "customisation",
        "maintenance",
        "migration in and exit",
        "licence",
        "residual value",
    ];
    let values = [
        [1160.0, 50.0, 30.0, 0.0, 30.0, 0.0, 0.0],
        [780.0, 90.0, 40.0, 10.0, 20.0, 0.0, 0.0],
        [500.0, 270.0, 60.0, 20.0, 10.0, 0.0, 0.0],
        [620.0, 550.0, 160.0, 80.0, 60.0, 0.0, -140.0],
        [700.0, 180.0, 45.0, 12.0, 25.0, 0.0, 0.0],
        [40.0, 12.0, 3.0, 1.0, 0.5, 0.0, 0.0],
    ];
    let bars = (0..options)
        .map(|option| {
            let values: Vec<f64> = values[option % 6]
                .iter()
                .map(|value| value * scale)
                .collect();
            Bar {
                key: Key(option),
                label: NAMES[option % 6].into(),
                total: values.iter().sum(),
                values,
            }
        })
        .collect();
    chart(
        "cost-breakdown",
        "A third of renting is people",
        "36-month cost by part, M USD",
        Axis::linear("").divided_by(1e6),
        Axis::linear(""),
        Content::StackedBars(StackedBars {
            parts: parts.map(String::from).to_vec(),
            bars,
            ..StackedBars::default()
        }),
    )
}

/// Two costs over volume that cross, with steps.
pub(crate) fn break_even() -> Chart {
    let volumes: Vec<f64> = (0..=60)
        .map(|step| 1e5 * 10f64.powf(f64::from(step) / 20.0))
        .collect();
    let api = |requests: f64| requests * 0.009;
    let rented = |requests: f64| 9_500.0 + (requests / 4.0e6).ceil() * 4_300.0;
    let line = |key: usize, cost: &dyn Fn(f64) -> f64| LineSeries {
        key: Key(key),
        label: NAMES[key].into(),
        points: volumes
            .iter()
            .map(|volume| [*volume, cost(*volume)])
            .collect(),
        band: Vec::new(),
        median: Vec::new(),
    };
    chart(
        "break-even",
        "Renting is cheaper from 1.53 M requests a month on; today there are 3.4 M",
        "Average cost a month, k USD, over requests a month (logarithmic)",
        Axis::log10("requests a month"),
        Axis::log10("k USD a month").divided_by(1e3),
        Content::Lines(Lines {
            series: vec![line(0, &api), line(2, &rented)],
            intervals: vec![
                Interval {
                    key: Key(0),
                    from: 0.0,
                    to: 1.53e6,
                    label: "API cheaper".into(),
                },
                Interval {
                    key: Key(2),
                    from: 1.53e6,
                    to: f64::INFINITY,
                    label: "renting cheaper".into(),
                },
            ],
            annotations: vec![
                Annotation::Point {
                    x: 1.53e6,
                    y: 13_800.0,
                    text: "1.53 M: equal".into(),
                    tone: Tone::Flips,
                },
                Annotation::VerticalLine {
                    x: 3.4e6,
                    text: "today: 3.4 M".into(),
                    tone: Tone::Here,
                },
            ],
            ..Lines::default()
        }),
    )
}

/// Cost against capability, with options that have no score.
pub(crate) fn scatter(options: usize) -> Chart {
    let places = [
        (1.27e6, 81.0),
        (0.94e6, 78.0),
        (0.86e6, 78.0),
        (1.41e6, 78.0),
        (0.9e6, 79.5),
        (0.05e6, 61.0),
    ];
    let points = (0..options)
        .map(|option| ScatterPoint {
            key: Key(option),
            label: NAMES[option % 6].into(),
            x: places[option % 6].0,
            y: places[option % 6].1,
            hollow: option == 4,
        })
        .collect();
    chart(
        "cost-against-capability",
        "The flagship costs 1.5 times as much as renting for three points more",
        "36-month cost, M USD, against MMLU-Pro, 5-shot CoT, %",
        Axis::linear("36-month cost, M USD").divided_by(1e6),
        Axis::linear("MMLU-Pro, %").without_zero(),
        Content::Scatter(Scatter {
            points,
            aside: Some(Aside {
                heading: "No score in this group".into(),
                items: vec![
                    AsideItem {
                        key: Key(6),
                        text: "Fine-tuned Llama 3.1 8B: own pilot not run yet".into(),
                    },
                    AsideItem {
                        key: Key(7),
                        text: "Qwen3-Next".into(),
                    },
                ],
            }),
        }),
    )
}

/// Every sample by a name for files.
pub(crate) fn all() -> Vec<(&'static str, Chart)> {
    vec![
        ("cumulative-4", cumulative(4, 1e3, true)),
        ("cumulative-6", cumulative(6, 1e3, false)),
        ("cumulative-1", cumulative(1, 1e3, false)),
        ("cumulative-zero", cumulative(2, 0.0, false)),
        ("cumulative-huge", cumulative(3, 1e12, false)),
        ("cumulative-tiny", cumulative(3, 1e-6, false)),
        ("cumulative-negative", cumulative(2, -1e3, false)),
        ("breakdown-4", breakdown(4, 1e3)),
        ("breakdown-6", breakdown(6, 1e3)),
        ("breakdown-1", breakdown(1, 1e3)),
        ("breakdown-zero", breakdown(3, 0.0)),
        ("break-even", break_even()),
        ("scatter-6", scatter(6)),
        ("scatter-1", scatter(1)),
        ("scatter-0", scatter(0)),
    ]
    .into_iter()
    .chain(odds::all())
    .chain(serving::all())
    .collect()
}
