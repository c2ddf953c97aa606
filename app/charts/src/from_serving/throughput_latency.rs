//! What one copy writes in all, against what each user sees of it.

use weighbridge_engine::serving::{Load, RangeFactors, ServerState};
use weighbridge_units::Arg;

use super::{Found, Hosted, blank};
use crate::from_outcome::Case;
use crate::{
    Annotation, Axis, Chart, Content, LineSeries, Lines, NamePlace, NumberStyle, Stop, Table, Tone,
};

/// The chart's stable name.
pub(super) const NAME: &str = "throughput-latency";

/// Points of the curve.
const POINTS: usize = 64;
/// Requests at once that are named along it.
const STOPS: [f64; 10] = [2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0, 1024.0];
/// How far named points lie apart at least, as a share of both axes.
const LEAST_APART: f64 = 0.16;

/// Tokens a second of the whole copy against those of one user, from one request at once to as many
/// as fit, with the operating point, the target, and the range that eight in ten measurements of
/// the time between tokens keep to.
///
/// `None` where the case cannot be.
#[must_use]
pub fn throughput_latency(case: &Case<'_>, hosted: &Hosted) -> Option<Chart> {
    let found = hosted.found.as_ref().ok()?;
    let server = &found.server;
    let mut curve = vec![found.operating.state; POINTS];
    server.curve(&mut curve);
    let speeds = speeds(server.ranges[1]);
    let mut points: Vec<[f64; 2]> = curve.iter().map(place).collect();
    points.reverse();
    let band = band(&points, speeds);
    let (title, largest) = title(case, hosted, found);
    let mut annotations = vec![Annotation::Point {
        x: found.operating.state.tokens_per_second_per_user,
        y: found.operating.state.tokens_per_second,
        text: case.say(
            match found.operating.replicas {
                Some(_) => "serving-busiest-hour",
                None => "serving-one-user",
            },
            &[(
                "served",
                Arg::from(case.at_once(found.operating.state.concurrency)),
            )],
        ),
        tone: Tone::Here,
    }];
    if let Some(between_ms) = hosted.asked.targets.inter_token_ms {
        let target = 1e3 / between_ms;
        annotations.push(Annotation::VerticalLine {
            x: target,
            text: case.say(
                "serving-target-speed",
                &[("speed", Arg::from(case.speed(target)))],
            ),
            tone: Tone::Quiet,
        });
    }
    let stops = stops(case, hosted, found);
    let phrases = stops.iter().map(|(state, _)| {
        case.say(
            "serving-phrase-stop",
            &[
                ("served", Arg::from(case.at_once(state.concurrency))),
                (
                    "each",
                    Arg::from(case.speed(state.tokens_per_second_per_user)),
                ),
                ("all", Arg::from(case.speed(state.tokens_per_second))),
            ],
        )
    });
    let mut chart = blank(
        NAME,
        title,
        case.say(
            "serving-subtitle-throughput",
            &[("machine", Arg::from(hosted.machine.clone()))],
        ),
        case.source_of_estimate(hosted),
    );
    chart.summary = case.summary_of(&chart.title, phrases);
    chart.table = table(case, hosted, found, largest, speeds);
    chart.x = Axis::linear(case.say("serving-axis-each", &[]));
    chart.y = Axis {
        style: NumberStyle::Compact,
        ..Axis::linear(case.say("serving-axis-all", &[]))
    };
    chart.content = Content::Lines(Lines {
        series: vec![LineSeries {
            key: hosted.key,
            label: hosted.name.clone(),
            points,
            band,
            median: Vec::new(),
        }],
        annotations,
        stops: stops.into_iter().map(|(_, stop)| stop).collect(),
        names: NamePlace::Nowhere,
        ..Lines::default()
    });
    Some(chart)
}

/// The factors on speed at which one in ten measurements would be slower, and faster.
fn speeds(between_tokens: RangeFactors) -> [f64; 2] {
    [1.0 / between_tokens.p90, 1.0 / between_tokens.p10]
}

fn place(state: &ServerState) -> [f64; 2] {
    [state.tokens_per_second_per_user, state.tokens_per_second]
}

/// The requests that can be served at once within all targets, said; and their number.
fn title(case: &Case<'_>, hosted: &Hosted, found: &Found) -> (String, Option<f64>) {
    let state = &found.operating.state;
    if hosted.asked.targets.is_empty() {
        let title = case.say(
            "serving-title-throughput",
            &[
                hosted.option(),
                ("served", Arg::from(case.at_once(state.concurrency))),
                (
                    "each",
                    Arg::from(case.speed(state.tokens_per_second_per_user)),
                ),
            ],
        );
        return (title, None);
    }
    let largest = found.server.largest_batch(&hosted.asked.targets);
    let title = match largest {
        Some(largest) => case.say(
            "serving-title-throughput-within",
            &[
                hosted.option(),
                ("served", Arg::from(case.at_once(largest))),
            ],
        ),
        None => case.say("serving-title-throughput-never", &[hosted.option()]),
    };
    (title, largest)
}

/// What one copy would serve at a speed for each user if it were slower or faster by a factor: the
/// curve moves along both axes alike.
fn band(points: &[[f64; 2]], [slow, fast]: [f64; 2]) -> Vec<[f64; 3]> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return Vec::new();
    };
    let (low, high) = (first[0] * slow, last[0] * fast);
    let steps = POINTS as f64;
    let mut places: Vec<f64> = (0..=POINTS)
        .map(|step| low + (high - low) * step as f64 / steps)
        .collect();
    // Where the slower copy has nothing left to give.
    let end = last[0] * slow;
    places.extend([end, end * (1.0 + 1e-9)]);
    places.sort_by(f64::total_cmp);
    let scaled = |x: f64, factor: f64| factor * total_at(points, x / factor);
    places
        .into_iter()
        .map(|x| [x, scaled(x, slow), scaled(x, fast)])
        .collect()
}

/// What is written in all at a speed for each user; as much as ever at lower speeds, and nothing at
/// higher ones.
fn total_at(points: &[[f64; 2]], speed: f64) -> f64 {
    let Some(after) = points.iter().position(|point| point[0] >= speed) else {
        return 0.0;
    };
    let to = points[after];
    let Some(from) = after.checked_sub(1).map(|before| points[before]) else {
        return to[1];
    };
    let width = to[0] - from[0];
    if width <= 0.0 {
        return to[1];
    }
    from[1] + (to[1] - from[1]) * (speed - from[0]) / width
}

/// States along the curve that are named.
fn stops(case: &Case<'_>, hosted: &Hosted, found: &Found) -> Vec<(ServerState, Stop)> {
    let server = &found.server;
    let places = server.places();
    let state = |requests: f64| server.state(Load::Concurrency(requests)).ok();
    let (Some(alone), Some(full)) = (state(1.0), state(places)) else {
        return Vec::new();
    };
    let most = [
        alone.tokens_per_second_per_user,
        full.tokens_per_second.max(alone.tokens_per_second),
    ];
    let apart = |one: &ServerState, other: &ServerState| {
        let [x, y] = [0, 1].map(|axis| (place(one)[axis] - place(other)[axis]) / most[axis]);
        libm::hypot(x, y) >= LEAST_APART
    };
    let mut kept: Vec<ServerState> = vec![alone];
    for next in STOPS
        .into_iter()
        .filter(|stop| *stop < places)
        .filter_map(state)
    {
        let is_clear = kept.last().is_some_and(|last| apart(&next, last));
        if is_clear && apart(&next, &full) {
            kept.push(next);
        }
    }
    if places > 1.0 {
        kept.push(full);
    }
    kept.into_iter()
        .map(|state| {
            let stop = Stop {
                key: hosted.key,
                at: place(&state),
                text: case.at_once(state.concurrency),
            };
            (state, stop)
        })
        .collect()
}

/// A row for each number of requests at once that is a power of two, and for those of the case.
fn table(
    case: &Case<'_>,
    hosted: &Hosted,
    found: &Found,
    largest: Option<f64>,
    [slow, fast]: [f64; 2],
) -> Table {
    let places = found.server.places();
    let mut requests: Vec<f64> = std::iter::successors(Some(1.0), |count| Some(count * 2.0))
        .take_while(|count| *count < places)
        .collect();
    requests.push(places);
    requests.extend(largest);
    if hosted.asked.peak().is_some() {
        requests.push(found.operating.state.concurrency.round().max(1.0));
    }
    requests.sort_by(f64::total_cmp);
    requests.dedup();
    let rows = requests.into_iter().filter_map(|requests| {
        let state = found.server.state(Load::Concurrency(requests)).ok()?;
        let each = state.tokens_per_second_per_user;
        Some(vec![
            case.text.compact(requests),
            case.speed(each),
            case.speed(each * slow),
            case.speed(each * fast),
            case.speed(state.tokens_per_second),
            case.time(state.inter_token_ms.p95),
            case.time(state.time_to_first_token_ms.p95),
        ])
    });
    let headers = [
        "at-once",
        "each",
        "each-low",
        "each-high",
        "all",
        "between-p95",
        "first-p95",
    ];
    let headers = headers.map(|column| case.say(&format!("serving-column-{column}"), &[]));
    Table::of_figures(headers.to_vec(), rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_holds_the_curve_and_ends_with_what_can_be_given() {
        let points = [[10.0, 400.0], [20.0, 300.0], [40.0, 40.0]];
        for (speed, total) in [(5.0, 400.0), (10.0, 400.0), (15.0, 350.0), (41.0, 0.0)] {
            assert_eq!(total_at(&points, speed), total, "{speed}");
        }
        let band = band(&points, [0.8, 1.25]);
        assert!(band.windows(2).all(|pair| pair[0][0] <= pair[1][0]));
        assert!(band.iter().all(|at| at[1] <= at[2]));
        for at in &band {
            let total = total_at(&points, at[0]);
            if at[0] >= 10.0 {
                assert!(at[1] <= total + 1e-9 && total <= at[2] + 1e-9, "{at:?}");
            }
        }
        assert!(band.iter().any(|at| at[0] > 32.0 && at[1] == 0.0));
    }
}
