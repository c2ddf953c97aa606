//! What holds for every chart on every sheet.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use proptest::prelude::*;
use weighbridge_charts::fonts::{self, Weight};
use weighbridge_charts::{
    Axis, AxisLayout, Chart, Content, Key, Layout, LineSeries, Lines, PlainNumbers, Rect, Scatter,
    ScatterPoint, Sheet,
};

const SHEETS: [(&str, Sheet); 5] = [
    ("slide", Sheet::SLIDE),
    ("half slide", Sheet::HALF_SLIDE),
    ("A4 width", Sheet::A4_WIDTH),
    ("card", Sheet::screen(760.0, 300.0)),
    ("small card", Sheet::screen(360.0, 220.0)),
];

/// Faults of a layout, empty where it is sound.
fn faults(layout: &Layout) -> Vec<String> {
    let mut faults = Vec::new();
    let sheet = Rect {
        x: 0.0,
        y: 0.0,
        width: layout.sheet.width,
        height: layout.sheet.height,
    };
    let mut areas: Vec<(String, Rect)> = layout
        .labels
        .iter()
        .map(|label| (format!("{:?} {:?}", label.kind, label.lines), label.rect))
        .collect();
    areas.extend(tick_areas(layout));
    areas.extend(
        layout
            .aside
            .iter()
            .map(|aside| ("aside".to_owned(), aside.rect)),
    );
    areas.extend(layout.frame.iter().map(|line| {
        let rect = Rect {
            x: line.at.x,
            y: line.at.y - line.size * 0.75,
            width: fonts::width(&line.text, line.size, line.weight),
            height: line.size * 0.8,
        };
        (format!("frame {:?}", line.text), rect)
    }));
    for (index, (name, area)) in areas.iter().enumerate() {
        if !sheet.holds(area) {
            faults.push(format!("{name} reaches over the edge: {area:?}"));
        }
        for (other, place) in &areas[..index] {
            if area.overlaps(place) {
                faults.push(format!("{name} covers {other}"));
            }
        }
    }
    for axis in [&layout.x, &layout.y] {
        if !axis
            .ticks
            .iter()
            .all(|tick| (axis.domain.low..=axis.domain.high).contains(&tick.value))
        {
            faults.push(format!("ticks outside {:?}", axis.domain));
        }
        if axis.ticks.len() > 13 {
            faults.push(format!("{} ticks", axis.ticks.len()));
        }
    }
    faults
}

fn tick_areas(layout: &Layout) -> Vec<(String, Rect)> {
    let size = layout.sheet.text_scale * 12.0;
    let area = |axis: &AxisLayout, horizontal: bool| -> Vec<(String, Rect)> {
        axis.ticks
            .iter()
            .map(|tick| {
                let width = fonts::width(&tick.text, size, Weight::Regular);
                let height = fonts::cap_height(size);
                let (x, y) = if horizontal {
                    (
                        tick.position - width / 2.0,
                        layout.plot.bottom() + size * 0.6,
                    )
                } else {
                    (
                        layout.plot.x - size * 2.0 / 3.0 - width,
                        tick.position - height / 2.0,
                    )
                };
                (
                    format!("tick {}", tick.text),
                    Rect {
                        x,
                        y,
                        width,
                        height,
                    },
                )
            })
            .collect()
    };
    let mut areas = area(&layout.x, true);
    areas.extend(area(&layout.y, false));
    areas
}

#[test]
fn every_sample_is_sound_on_every_sheet() {
    for (sheet_name, sheet) in SHEETS {
        for (name, chart) in common::all() {
            let layout = Layout::new(&chart, sheet, &PlainNumbers);
            let faults = faults(&layout);
            assert!(faults.is_empty(), "{name} on {sheet_name}: {faults:#?}");
        }
    }
}

#[test]
fn paper_sheets_have_room_for_every_label_of_six_options() {
    for (sheet_name, sheet) in &SHEETS[..4] {
        for (name, chart) in common::all() {
            let layout = Layout::new(&chart, *sheet, &PlainNumbers);
            assert_eq!(layout.labels_left_out, 0, "{name} on {sheet_name}");
        }
    }
}

#[test]
fn values_stand_where_the_axes_say() {
    let layout = Layout::new(
        &common::cumulative(4, 1e3, true),
        Sheet::A4_WIDTH,
        &PlainNumbers,
    );
    for label in layout.labels.iter().filter(|label| label.key.is_some()) {
        let value = label.value.unwrap();
        assert_eq!(layout.point(value), label.target, "{:?}", label.lines);
        assert!(layout.plot.holds(&Rect::around(label.target.unwrap(), 0.0)));
    }
    let layout = Layout::new(&common::breakdown(4, 1e3), Sheet::A4_WIDTH, &PlainNumbers);
    for bar in &layout.bars {
        let sum: f64 = bar
            .segments
            .iter()
            .map(|segment| segment.to - segment.from)
            .sum();
        assert!((sum - bar.total).abs() < 1e-6);
        for segment in &bar.segments {
            let width =
                layout.x.position(segment.to).unwrap() - layout.x.position(segment.from).unwrap();
            assert!((width.abs() - segment.rect.width).abs() < 1e-9);
        }
        assert!(bar.segments[0].rect.y >= layout.plot.y);
    }
}

#[test]
fn the_same_chart_keeps_its_scales_on_screen_and_on_paper() {
    let chart = common::cumulative(4, 1e3, true);
    let paper = Layout::new(&chart, Sheet::A4_WIDTH, &PlainNumbers);
    let screen = Layout::new(&chart, Sheet::screen(482.0, 240.0), &PlainNumbers);
    assert_eq!(paper.x.domain, screen.x.domain);
    assert_eq!(paper.y.domain, screen.y.domain);
    let texts = |layout: &Layout| -> Vec<String> {
        let mut texts: Vec<String> = layout
            .labels
            .iter()
            .flat_map(|label| label.lines.clone())
            .collect();
        texts.sort();
        texts
    };
    assert_eq!(texts(&paper).len(), texts(&screen).len());
}

#[test]
fn a_chart_without_data_claims_no_numbers() {
    let layout = Layout::new(&common::scatter(0), Sheet::SLIDE, &PlainNumbers);
    assert!(layout.x.ticks.is_empty() && layout.y.ticks.is_empty());
}

#[test]
fn hours_of_a_day_are_whole_and_divide_it_at_every_width() {
    let chart = common::serving::columns(5.0, Some(7.0));
    for width in (140..=1_200).step_by(10) {
        let layout = Layout::new(
            &chart,
            Sheet::screen(f64::from(width), 300.0),
            &PlainNumbers,
        );
        let ticks = &layout.x.ticks;
        assert!(!ticks.is_empty(), "{width}");
        for tick in ticks {
            assert_eq!(tick.value.fract(), 0.0, "{width}: {}", tick.value);
            assert!((-12.0..=12.0).contains(&tick.value), "{width}");
            let written = tick.text.replace('\u{2212}', "-");
            assert_eq!(written, format!("{}", tick.value), "{width}");
        }
        for pair in ticks.windows(2) {
            let step = pair[1].value - pair[0].value;
            assert_eq!(24.0 % step, 0.0, "{width}: steps of {step}");
        }
    }
    let shown = |width: f64| -> Vec<f64> {
        let layout = Layout::new(&chart, Sheet::screen(width, 300.0), &PlainNumbers);
        layout.x.ticks.iter().map(|tick| tick.value).collect()
    };
    assert_eq!(shown(240.0), [-12.0, -6.0, 0.0, 6.0]);
    assert_eq!(shown(360.0), [-12.0, -9.0, -6.0, -3.0, 0.0, 3.0, 6.0, 9.0]);
}

fn lines_of(ends: &[f64], labels: &[String]) -> Chart {
    let series = ends
        .iter()
        .zip(labels)
        .enumerate()
        .map(|(option, (end, label))| LineSeries {
            key: Key(option),
            label: label.clone(),
            points: vec![[0.0, 0.0], [36.0, *end]],
            band: Vec::new(),
            median: Vec::new(),
        })
        .collect();
    Chart {
        y: Axis::linear("USD"),
        content: Content::Lines(Lines {
            series,
            ..Lines::default()
        }),
        ..common::cumulative(1, 1.0, false)
    }
}

proptest! {
    #[test]
    fn line_labels_are_sound(
        options in prop::collection::vec((prop_oneof![-1e7..1e7f64, Just(0.0), 1e-6..1e-3f64, Just(1e15)], "[A-Za-z0-9 ]{0,60}"), 1..9),
        width in 240.0..1000.0f64,
        height in 160.0..600.0f64,
    ) {
        let (ends, labels): (Vec<f64>, Vec<String>) = options.into_iter().unzip();
        let layout = Layout::new(&lines_of(&ends, &labels), Sheet::screen(width, height), &PlainNumbers);
        let faults = faults(&layout);
        prop_assert!(faults.is_empty(), "{:#?}", faults);
    }

    #[test]
    fn scatter_labels_are_sound(
        options in prop::collection::vec((0.0..1e7f64, 0.0..100.0f64, "[A-Za-z0-9 ]{1,40}"), 0..9),
        width in 300.0..1000.0f64,
        height in 180.0..600.0f64,
    ) {
        let points = options
            .into_iter()
            .enumerate()
            .map(|(option, (x, y, label))| ScatterPoint { key: Key(option), label, x, y, hollow: false })
            .collect();
        let chart = Chart {
            content: Content::Scatter(Scatter { points, aside: None }),
            ..common::scatter(0)
        };
        let layout = Layout::new(&chart, Sheet::screen(width, height), &PlainNumbers);
        let faults = faults(&layout);
        prop_assert!(faults.is_empty(), "{:#?}", faults);
    }
}
