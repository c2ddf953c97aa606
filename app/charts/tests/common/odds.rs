//! Charts of odds and of what moves them.

use weighbridge_charts::content::{
    BarColumn, BarGrid, BarRow, Dots, Here, Region, RegionMap, Side, Tornado, TornadoBar,
};
use weighbridge_charts::{
    Annotation, Axis, Bar, BarFill, Chart, Content, Key, LineSeries, Lines, NamePlace, StackedBars,
    Subject, Tone,
};

use super::{NAMES, chart};

/// Fifty futures around a saving; `shift` moves them over zero and `spread` parts them.
pub(crate) fn dots(shift: f64, spread: f64) -> Chart {
    let values = (0..50)
        .map(|future| {
            let share = (f64::from(future) + 0.5) / 50.0;
            // The quantile function of the logistic distribution.
            shift + spread * (share / (1.0 - share)).ln()
        })
        .collect();
    chart(
        "futures",
        "Renting is cheaper in 43 of 50 futures",
        "Each dot is one future, placed by what renting saves over 36 months, k USD",
        Axis::linear("").divided_by(1e3),
        Axis::linear(""),
        Content::Dots(Dots {
            values,
            below: side(0),
            above: side(2),
        }),
    )
}

fn side(option: usize) -> Side {
    Side {
        key: Key(option),
        label: format!("{} cheaper", NAMES[option]),
    }
}

/// Seven inputs of which two flip the difference, one falls as its input rises and one moves it one way only.
pub(crate) fn tornado(base: f64) -> Chart {
    let bars = [
        ("Requests a month", -160.0, 980.0, "0.8 M", "3.1 M"),
        (
            "Throughput of one GPU against the estimate",
            -90.0,
            700.0,
            "46 %",
            "130 %",
        ),
        ("Price of output tokens", 690.0, 40.0, "6 USD", "15 USD"),
        (
            "People to run it, full-time equivalents",
            560.0,
            210.0,
            "0.4",
            "1.6",
        ),
        ("Price of an H100 hour", 540.0, 250.0, "1.9 USD", "3.2 USD"),
        (
            "Share of prompts that are cached",
            430.0,
            470.0,
            "5 %",
            "40 %",
        ),
        ("Discount rate", 412.0, 405.0, "4 %", "12 %"),
    ];
    let bars = bars
        .into_iter()
        .map(|(label, at_low, at_high, low, high)| TornadoBar {
            label: label.into(),
            at_low: (at_low - 412.0 + base) * 1e3,
            at_high: (at_high - 412.0 + base) * 1e3,
            low: low.into(),
            high: high.into(),
        })
        .collect();
    chart(
        "difference-tornado",
        "Two inputs can each flip the decision, requests a month most",
        "Saving of renting against the API, k USD, each input alone from P10 to P90; red flips the decision",
        Axis::linear("").divided_by(1e3),
        Axis::linear(""),
        Content::Tornado(Tornado {
            base: base * 1e3,
            base_label: "This case, 412 k".into(),
            below: side(0),
            above: side(2),
            bars,
        }),
    )
}

/// The same difference against relative moves of six inputs.
pub(crate) fn spider() -> Chart {
    let slopes = [2.4, 1.5, -0.9, -0.5, 0.2, -1.6];
    let names = [
        "Requests a month",
        "Throughput of one GPU",
        "Price of output tokens",
        "People to run it",
        "Discount rate",
        "Price of an H100 hour",
    ];
    let series = slopes
        .iter()
        .zip(names)
        .enumerate()
        .map(|(input, (slope, name))| LineSeries {
            key: Key(input),
            label: name.into(),
            points: (-30..=30)
                .map(|move_| f64::from(move_) / 100.0)
                .map(|move_| [move_, (412.0 + 1000.0 * slope * move_) * 1e3])
                .collect(),
            band: Vec::new(),
            median: Vec::new(),
        })
        .collect();
    chart(
        "spider",
        "A move of requests a month counts for most",
        "Saving of renting against the API, k USD, as one input moves from its value",
        Axis::linear("move of the input, %").divided_by(0.01),
        Axis::linear("").divided_by(1e3),
        Content::Lines(Lines {
            series,
            annotations: vec![Annotation::VerticalLine {
                x: 0.0,
                text: "This case".into(),
                tone: Tone::Here,
            }],
            subject: Subject::Inputs,
            ..Lines::default()
        }),
    )
}

/// Probabilities that costs exceed amounts.
pub(crate) fn exceedance(options: usize) -> Chart {
    let series = (0..options)
        .map(|option| LineSeries {
            key: Key(option),
            label: NAMES[option % 6].into(),
            points: (0..=100)
                .map(|step| f64::from(step) / 100.0)
                .map(|share| {
                    let centre = 0.8 + 0.15 * option as f64;
                    let width = 0.25 + 0.08 * ((option * 2) % 5) as f64;
                    let z = 2.0 * share - 1.0;
                    [(centre + width * (z + z * z * z)) * 1e6, 1.0 - share]
                })
                .collect(),
            band: Vec::new(),
            median: Vec::new(),
        })
        .collect();
    chart(
        "exceedance",
        "In nine futures of ten the API stays below 1.1 M",
        "Share of futures, %, in which the cost is above an amount",
        Axis::linear("net present value of cost, M USD")
            .divided_by(1e6)
            .without_zero(),
        Axis::shares(""),
        Content::Lines(Lines {
            series,
            names: NamePlace::Beside,
            ..Lines::default()
        }),
    )
}

/// Chances to be cheapest over volume.
pub(crate) fn chances() -> Chart {
    let line = |option: usize, share: &dyn Fn(f64) -> f64| LineSeries {
        key: Key(option),
        label: NAMES[option].into(),
        points: (0..=40)
            .map(|step| f64::from(step) / 40.0)
            .map(|at| [1e5 * 10f64.powf(at * 3.0), share(at)])
            .collect(),
        band: Vec::new(),
        median: Vec::new(),
    };
    let rise = |at: f64, middle: f64| 1.0 / (1.0 + (-(at - middle) * 14.0).exp());
    chart(
        "chance-cheapest",
        "The API is the likeliest to be cheapest up to 1.2 M requests a month",
        "Share of futures, %, in which an option costs least",
        Axis::log10("requests a month"),
        Axis::shares(""),
        Content::Lines(Lines {
            series: vec![
                line(0, &|at| 1.0 - rise(at, 0.4)),
                line(1, &|at| rise(at, 0.4) - rise(at, 0.7)),
                line(2, &|at| rise(at, 0.7)),
            ],
            annotations: vec![Annotation::VerticalLine {
                x: 3.4e6,
                text: "This case, 3.4 M".into(),
                tone: Tone::Here,
            }],
            ..Lines::default()
        }),
    )
}

/// Expected regret by option.
pub(crate) fn regret(options: usize) -> Chart {
    let values = [310.0, 95.0, 21.0, 560.0, 40.0, 0.0];
    let bars = (0..options)
        .map(|option| Bar {
            key: Key(option),
            label: NAMES[option % 6].into(),
            values: vec![values[option % 6] * 1e3],
            total: values[option % 6] * 1e3,
        })
        .collect();
    chart(
        "regret",
        "Renting has the smallest expected regret, 21 k",
        "What choosing an option falls short of the best choice on average, k USD",
        Axis::linear("").divided_by(1e3),
        Axis::linear(""),
        Content::StackedBars(StackedBars {
            parts: vec!["regret".into()],
            bars,
            fill: BarFill::Options,
            ..StackedBars::default()
        }),
    )
}

/// Shares of all weightings at each rank.
pub(crate) fn ranks() -> Chart {
    let shares = [
        [0.06, 0.21, 0.43, 0.3],
        [0.28, 0.4, 0.22, 0.1],
        [0.63, 0.25, 0.09, 0.03],
        [0.03, 0.14, 0.26, 0.57],
    ];
    let bars = shares
        .iter()
        .enumerate()
        .map(|(option, shares)| Bar {
            key: Key(option),
            label: NAMES[option].into(),
            values: shares.to_vec(),
            total: 1.0,
        })
        .collect();
    chart(
        "rank-shares",
        "Renting ranks first for 63 % of all weightings",
        "Share of all weightings, %, at each rank",
        Axis::shares(""),
        Axis::linear(""),
        Content::StackedBars(StackedBars {
            parts: ["rank 1", "rank 2", "rank 3", "rank 4"]
                .map(String::from)
                .to_vec(),
            bars,
            fill: BarFill::Grades,
            hides_totals: true,
        }),
    )
}

/// Weights by criterion of those who choose each option.
pub(crate) fn weights() -> Chart {
    let rows = [
        ("Quality of answers", [0.31, 0.2, 0.14, 0.1]),
        (
            "Control over data and where it is processed",
            [0.05, 0.2, 0.34, 0.42],
        ),
        ("Speed", [0.2, 0.22, 0.15, 0.08]),
        ("Vendor support", [0.3, 0.15, 0.04, 0.0]),
        ("Customisation", [0.04, 0.13, 0.23, 0.3]),
        ("Ease of integration", [0.1, 0.1, 0.1, 0.1]),
    ];
    chart(
        "central-weights",
        "Owning is for those who care mainly about control",
        "Mean weights, %, of those who would choose each option",
        Axis::shares(""),
        Axis::linear(""),
        Content::BarGrid(BarGrid {
            columns: (0..4)
                .map(|option| BarColumn {
                    key: Some(Key(option)),
                    label: NAMES[option].into(),
                })
                .collect(),
            rows: rows
                .into_iter()
                .map(|(label, values)| BarRow {
                    label: label.into(),
                    values: values.map(Some).to_vec(),
                })
                .collect(),
        }),
    )
}

/// Three options over volume and price, the third of which cannot be had at the highest volumes.
pub(crate) fn map(size: usize) -> Chart {
    let step = |place: usize| place as f64 / (size - 1) as f64;
    let columns: Vec<f64> = (0..size)
        .map(|place| 1e5 * 10f64.powf(step(place) * 2.0))
        .collect();
    let rows: Vec<f64> = (0..size).map(|place| 2.0 + 18.0 * step(place)).collect();
    let region = |option: usize, cost: &dyn Fn(f64, f64) -> f64| Region {
        key: Key(option),
        label: NAMES[option].into(),
        costs: rows
            .iter()
            .flat_map(|price| columns.iter().map(|volume| cost(*volume, *price)))
            .collect(),
    };
    let regions = vec![
        region(0, &|volume, price| volume * price * 0.0011),
        region(1, &|volume, price| {
            4_000.0 + volume * (0.0012 + 0.0002 * price)
        }),
        region(2, &|volume, _| match volume {
            beyond if beyond > 6e6 => f64::NAN,
            _ => 9_000.0 + volume * 0.0006,
        }),
    ];
    chart(
        "break-even-map",
        "At 3.4 M requests a month renting stays cheapest from 4 USD on",
        "Which option costs least for each pair of inputs",
        Axis::log10("requests a month"),
        Axis::linear("USD per million output tokens").without_zero(),
        Content::RegionMap(RegionMap {
            regions,
            columns,
            rows,
            here: Some(Here {
                at: [3.4e6, 10.0],
                text: "This case".into(),
            }),
        }),
    )
}

/// Every sample by a name for files.
pub(crate) fn all() -> Vec<(&'static str, Chart)> {
    vec![
        ("dots", dots(412e3, 210e3)),
        ("dots-even", dots(0.0, 900.0)),
        ("dots-one-side", dots(5e6, 2e5)),
        ("dots-no-spread", dots(4e5, 0.0)),
        ("dots-nothing", dots(0.0, 0.0)),
        ("tornado", tornado(412.0)),
        ("tornado-negative", tornado(-300.0)),
        ("spider", spider()),
        ("exceedance-4", exceedance(4)),
        ("exceedance-6", exceedance(6)),
        ("chances", chances()),
        ("regret-4", regret(4)),
        ("regret-6", regret(6)),
        ("ranks", ranks()),
        ("weights", weights()),
        ("map", map(40)),
        ("map-coarse", map(5)),
    ]
}
