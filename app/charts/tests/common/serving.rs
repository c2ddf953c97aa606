//! Charts of a self-hosted option with the shapes that real ones take, and the odd ones.

use weighbridge_charts::content::{
    Capacity, CapacityFill, CapacityPart, Column, Columns, Level, Roofs, RoofsPoint, SpanLimit,
    SpanPoint, SpanRow, Spans,
};
use weighbridge_charts::{
    Annotation, Axis, Chart, Content, Key, LineSeries, Lines, NamePlace, NumberStyle, Stop, Tone,
};

use super::chart;

/// Memory of 80 units of which the weights take so many.
pub(crate) fn capacity(weights: f64) -> Chart {
    let part = |label: &str, value: f64, fill| CapacityPart {
        label: label.into(),
        text: format!("{value} GB"),
        value,
        fill,
    };
    let parts = if weights > 80.0 {
        vec![part("weights", weights, CapacityFill::Part(0))]
    } else {
        let free = (72.0 - weights) / 2.0;
        vec![
            part("weights", weights, CapacityFill::Part(0)),
            part("cache", 72.0 - weights - free, CapacityFill::Part(1)),
            part("kept by the engine", 8.0, CapacityFill::Kept),
            part("free", free, CapacityFill::Free),
        ]
    };
    chart(
        "memory-fit",
        "Rented H100 fits: its weights take 44 % of the memory",
        "One replica with 32 at once in the busiest hour, 64 at most",
        Axis::linear(""),
        Axis::linear(""),
        Content::Capacity(Capacity {
            parts,
            capacity: 80.0,
            capacity_label: "80 GB of memory, 1 × H100".into(),
        }),
    )
}

/// Work under roofs of 3.35 TB/s and 989 TFLOP/s.
pub(crate) fn roofs(batch: f64) -> Chart {
    let point = |x: f64, share: f64, label: &str, hollow| RoofsPoint {
        x,
        y: share * (3.35e12 * x).min(989e12),
        label: label.into(),
        reached: format!("{:.0} % of the roof", share * 100.0),
        hollow,
    };
    chart(
        "roofline",
        "Rented H100 writes at 61 % of what memory allows",
        "Operations a second against operations for each byte read",
        Axis {
            ends: Some([0.3, 20_000.0]),
            style: NumberStyle::Decimal,
            ..Axis::log10("Operations a byte")
        },
        Axis {
            ends: Some([0.4e12, 3000e12]),
            style: NumberStyle::Decimal,
            ..Axis::log10("TFLOP/s").divided_by(1e12)
        },
        Content::Roofs(Roofs {
            key: Key(1),
            slope: 3.35e12,
            level: 989e12,
            slope_label: "memory, 3,350 GB/s".into(),
            level_label: "arithmetic, 989 TFLOP/s".into(),
            points: vec![
                point(1.0, 0.72, "writing, 1 at once", true),
                point(batch, 0.61, &format!("writing, {batch} at once"), false),
                point(1500.0, 0.55, "reading a prompt", false),
            ],
        }),
    )
}

/// A curve from one request to as many as fit, with a target.
pub(crate) fn tradeoff(target: f64) -> Chart {
    let at = |batch: f64| {
        let speed = 1.0 / (0.012 + 0.0002 * batch);
        [speed, speed * batch]
    };
    let batches: Vec<f64> = (0..=40)
        .map(|step| 256_f64.powf(f64::from(step) / 40.0))
        .collect();
    let points: Vec<[f64; 2]> = batches.iter().rev().map(|batch| at(*batch)).collect();
    let band = points
        .iter()
        .map(|point| [point[0], point[1] * 0.7, point[1] * 1.35])
        .collect();
    chart(
        "throughput-latency",
        "A replica of Rented H100 serves 90 at once within the targets",
        "One replica on 1 × H100; the band holds eight of ten measurements of such speeds",
        Axis::linear("Tokens a second for each user"),
        Axis {
            style: NumberStyle::Compact,
            ..Axis::linear("Tokens a second in all")
        },
        Content::Lines(Lines {
            series: vec![LineSeries {
                key: Key(2),
                label: "Rented H100".into(),
                points,
                band,
                median: Vec::new(),
            }],
            annotations: vec![
                Annotation::Point {
                    x: at(24.0)[0],
                    y: at(24.0)[1],
                    text: "busiest hour, 24 at once".into(),
                    tone: Tone::Here,
                },
                Annotation::VerticalLine {
                    x: target,
                    text: "target 30 tokens/s".into(),
                    tone: Tone::Quiet,
                },
            ],
            stops: [1.0, 4.0, 16.0, 64.0, 256.0]
                .map(|batch| Stop {
                    key: Key(2),
                    at: at(batch),
                    text: format!("{batch} at once"),
                })
                .to_vec(),
            names: NamePlace::Nowhere,
            ..Lines::default()
        }),
    )
}

/// Three times with their percentiles; all alike where `spread` is one.
pub(crate) fn spans(spread: f64) -> Chart {
    let row = |label: &str, value: f64, limit: Option<f64>| SpanRow {
        label: label.into(),
        points: [("p50", 1.0), ("p95", spread), ("p99", spread * spread)]
            .map(|(name, times)| SpanPoint {
                value: value * times,
                text: format!("{name} {:.3} s", value * times),
            })
            .to_vec(),
        limit: limit.map(|limit| SpanLimit {
            value: limit,
            text: format!("target {limit} s"),
            is_missed: limit < value * spread,
        }),
    };
    chart(
        "latency-percentiles",
        "Rented H100 meets its targets in the busiest hour",
        "Busiest hour, 24 at once on a replica",
        Axis {
            style: NumberStyle::Decimal,
            ..Axis::log10("Seconds, logarithmic")
        },
        Axis::linear(""),
        Content::Spans(Spans {
            key: Key(0),
            rows: vec![
                row("To the first token", 0.4, Some(1.0)),
                row("Between tokens", 0.02, Some(0.021)),
                row("To the last token", 8.0, None),
            ],
        }),
    )
}

/// A day with so many copies in its busiest hour.
pub(crate) fn columns(most: f64, paid: Option<f64>) -> Chart {
    let columns = (-12..12).map(|hour| {
        let bell = 1.0 - (f64::from(hour) / 12.5).abs();
        let used = (most * bell * bell).ceil();
        Column {
            x: f64::from(hour),
            used,
            kept: 1.0,
            text: format!("{hour} h: {used}"),
        }
    });
    chart(
        "replicas-over-day",
        "The busiest hour keeps 5 replicas at work, 6 with one to spare",
        "Replicas at most 70 % loaded",
        Axis::hours("Hours before and after the busiest"),
        Axis::linear("Replicas"),
        Content::Columns(Columns {
            key: Key(3),
            columns: columns.collect(),
            used_label: "at work".into(),
            kept_label: "one to spare".into(),
            level: paid.map(|paid| Level {
                value: paid,
                text: format!("{paid} are paid for in the first month"),
            }),
        }),
    )
}

pub(crate) fn all() -> Vec<(&'static str, Chart)> {
    vec![
        ("capacity", capacity(35.0)),
        ("capacity-full", capacity(71.0)),
        ("capacity-short", capacity(141.0)),
        ("roofs", roofs(32.0)),
        ("roofs-close", roofs(1.4)),
        ("roofs-beyond-the-ridge", roofs(700.0)),
        ("tradeoff", tradeoff(30.0)),
        ("tradeoff-beyond", tradeoff(140.0)),
        ("spans", spans(2.2)),
        ("spans-close", spans(1.02)),
        ("columns", columns(5.0, Some(7.0))),
        ("columns-one", columns(1.0, None)),
        ("columns-many", columns(340.0, Some(120.0))),
    ]
}
