//! Which option costs least as the volume moves.

use weighbridge_engine::break_even::{VOLUME, usual_range};
use weighbridge_engine::evaluate;
use weighbridge_engine::figure::Figure;
use weighbridge_engine::model::Measure;
use weighbridge_engine::outcome::OptionOutcome;
use weighbridge_engine::scenario::{InputPath, Scenario};
use weighbridge_units::Arg;

use super::Case;
use crate::{
    Annotation, Axis, Chart, Content, Domain, Interval, Key, LineSeries, Lines, Scale, Table, Tone,
};

/// The chart's stable name.
pub(super) const NAME: &str = "break-even";

/// Volumes at which every option is evaluated, besides the boundaries between them.
const SAMPLES: usize = 121;
/// Changes of the cheapest option that are looked for between two samples.
const MOST_CHANGES: usize = 8;
/// A boundary is known to this share of its volume.
const PRECISION: f64 = 1e-6;
/// Boundaries that get a text of their own; more would not be read.
const MOST_TEXTS: usize = 3;

/// Lines of cost over volume, with the stretches in which each option costs least.
///
/// The cost is the equivalent annual cost over twelve: it orders options as their net present values do.
/// This evaluates the scenario some two hundred times, which is work for another thread than the window's.
#[must_use]
pub fn break_even(case: &Case<'_>) -> Chart {
    let options = case.feasible();
    let path = InputPath::new(VOLUME);
    let Some(sweep) = Sweep::new(case.scenario, &path, &options) else {
        return case.empty(NAME);
    };
    let usable = sweep
        .points
        .iter()
        .flat_map(|point| point.costs.iter().flatten());
    let all_positive = usable.clone().all(|usd| *usd > 0.0);
    let series = options
        .iter()
        .enumerate()
        .map(|(place, (key, option))| LineSeries {
            key: *key,
            label: option.name.clone(),
            points: sweep
                .points
                .iter()
                .filter_map(|point| Some([point.volume, case.amount(point.costs[place]?)]))
                .collect(),
            band: Vec::new(),
            median: Vec::new(),
        })
        .collect();
    let intervals = sweep
        .stretches
        .iter()
        .map(|stretch| Interval {
            key: options[stretch.cheapest].0,
            from: stretch.from,
            to: stretch.to,
            label: options[stretch.cheapest].1.name.clone(),
        })
        .collect();
    let title = title(case, &options, &sweep);
    let y = if all_positive {
        Axis::log10("")
    } else {
        let unit = case.money_unit(usable.map(|usd| case.amount(*usd)));
        Axis::linear(unit.name).divided_by(unit.divisor)
    };
    let x = Axis {
        label: case.say("axis-requests-per-month", &[]),
        ..if sweep.is_logarithmic {
            Axis::log10("")
        } else {
            Axis {
                style: crate::NumberStyle::Compact,
                ..Axis::linear("")
            }
        }
    };
    let currency = Arg::from(case.text.currency().code());
    Chart {
        name: NAME,
        subtitle: case.say("chart-subtitle-break-even", &[("currency", currency)]),
        x,
        y,
        content: Content::Lines(Lines {
            series,
            intervals,
            annotations: annotations(case, &sweep),
            ..Lines::default()
        }),
        source: case.source(),
        table: table(case, &options, &sweep),
        summary: case.summary(&title, phrases(case, &options, &sweep)),
        title,
    }
}

/// An option with its key.
type Drawn<'a> = (Key, &'a OptionOutcome);

/// The cost of every option over a range of volumes.
struct Sweep {
    /// The scenario's own volume.
    here: f64,
    is_logarithmic: bool,
    /// By rising volume.
    points: Vec<SweepPoint>,
    /// By rising volume, without gaps where any option has a cost.
    stretches: Vec<Stretch>,
}

/// Costs at one volume.
struct SweepPoint {
    volume: f64,
    /// USD a month for each option drawn, where the option has a cost.
    costs: Vec<Option<f64>>,
}

/// A stretch of volumes in which one option costs least.
struct Stretch {
    /// Its place among the options drawn.
    cheapest: usize,
    from: f64,
    to: f64,
}

impl SweepPoint {
    /// The place of the cheapest option; the first of equals.
    fn cheapest(&self) -> Option<usize> {
        let costs = self.costs.iter().enumerate();
        costs
            .filter_map(|(place, cost)| Some((place, (*cost)?)))
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(place, _)| place)
    }

    fn lowest(&self) -> Option<f64> {
        self.costs[self.cheapest()?]
    }
}

impl Sweep {
    fn new(scenario: &Scenario, path: &InputPath, options: &[Drawn<'_>]) -> Option<Sweep> {
        if options.is_empty() {
            return None;
        }
        let here = scenario.figure(path)?.value;
        let (low, high) = usual_range(scenario, path)?;
        let is_logarithmic = low > 0.0 && high / low > 20.0;
        let mut there = scenario.clone();
        let mut evaluate_at = |volume: f64| -> Option<SweepPoint> {
            there.set_figure(path, Figure::entered(volume)).ok()?;
            let outcome = evaluate(&there);
            let costs = options
                .iter()
                .map(|(_, drawn)| {
                    let option = outcome.option(&drawn.id)?;
                    let yearly = option.get(Measure::EquivalentAnnualCost);
                    yearly
                        .filter(|_| option.is_feasible())
                        .map(|usd| usd / 12.0)
                })
                .collect();
            Some(SweepPoint { volume, costs })
        };
        let between = |share: f64| {
            if is_logarithmic {
                low * libm::pow(high / low, share)
            } else {
                low + (high - low) * share
            }
        };
        let mut volumes: Vec<f64> = (0..SAMPLES)
            .map(|sample| between(sample as f64 / (SAMPLES - 1) as f64).clamp(low, high))
            .collect();
        if here > low && here < high {
            volumes.push(here);
        }
        volumes.sort_by(f64::total_cmp);
        volumes.dedup();
        let samples: Vec<SweepPoint> = volumes.into_iter().filter_map(&mut evaluate_at).collect();

        let mut points: Vec<SweepPoint> = Vec::with_capacity(samples.len());
        for sample in samples {
            if let Some(last) = points.last() {
                let changes = changes(last, &sample, &mut evaluate_at);
                points.extend(changes);
            }
            points.push(sample);
        }
        let stretches = stretches(&points);
        Some(Sweep {
            here,
            is_logarithmic,
            points,
            stretches,
        })
    }

    /// The volumes at which the cheapest option changes.
    fn changes(&self) -> Vec<f64> {
        self.stretches.windows(2).map(|pair| pair[1].from).collect()
    }

    fn range(&self) -> (f64, f64) {
        let end = |point: Option<&SweepPoint>| point.map_or(0.0, |point| point.volume);
        (end(self.points.first()), end(self.points.last()))
    }
}

/// The points just after each change of the cheapest option between two samples.
fn changes(
    from: &SweepPoint,
    to: &SweepPoint,
    evaluate_at: &mut impl FnMut(f64) -> Option<SweepPoint>,
) -> Vec<SweepPoint> {
    let mut found: Vec<SweepPoint> = Vec::new();
    let mut current = from.cheapest();
    let mut start = from.volume;
    while current != to.cheapest() && found.len() < MOST_CHANGES {
        let (mut low, mut high) = (start, to.volume);
        let mut after = None;
        while high - low > PRECISION * high {
            let Some(middle) = evaluate_at((low + high) / 2.0) else {
                return found;
            };
            if middle.cheapest() == current {
                low = middle.volume;
            } else {
                high = middle.volume;
                after = Some(middle);
            }
        }
        let Some(after) = after else {
            // The change lies within the precision of the later sample.
            return found;
        };
        current = after.cheapest();
        start = after.volume;
        found.push(after);
    }
    found
}

fn stretches(points: &[SweepPoint]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for point in points {
        let Some(cheapest) = point.cheapest() else {
            continue;
        };
        match stretches.last_mut() {
            Some(last) if last.cheapest == cheapest => last.to = point.volume,
            last => {
                if let Some(last) = last {
                    last.to = point.volume;
                }
                stretches.push(Stretch {
                    cheapest,
                    from: point.volume,
                    to: point.volume,
                });
            }
        }
    }
    stretches
}

fn title(case: &Case<'_>, options: &[Drawn<'_>], sweep: &Sweep) -> String {
    let name = |place: usize| Arg::from(options[place].1.name.clone());
    let volume = |volume: f64| Arg::from(case.text.compact(volume));
    match sweep.stretches.as_slice() {
        [] => case.say("chart-empty", &[]),
        [only] => case.say(
            "chart-title-volume-always",
            &[("option", name(only.cheapest))],
        ),
        [first, second] => case.say(
            "chart-title-volume-once",
            &[
                ("first", name(first.cheapest)),
                ("second", name(second.cheapest)),
                ("volume", volume(second.from)),
            ],
        ),
        stretches => {
            let (low, high) = sweep.range();
            case.say(
                "chart-title-volume-changes",
                &[
                    ("count", Arg::Count(stretches.len() as u64 - 1)),
                    ("low", volume(low)),
                    ("high", volume(high)),
                ],
            )
        }
    }
}

/// The changes nearest to the scenario's volume, and "you are here".
fn annotations(case: &Case<'_>, sweep: &Sweep) -> Vec<Annotation> {
    let mut changes = sweep.changes();
    let away = |volume: &f64| {
        if *volume > 0.0 && sweep.here > 0.0 {
            libm::fabs(libm::log(*volume / sweep.here))
        } else {
            libm::fabs(*volume - sweep.here)
        }
    };
    changes.sort_by(|a, b| away(a).total_cmp(&away(b)));
    let mut annotations: Vec<Annotation> = changes
        .into_iter()
        .take(MOST_TEXTS)
        .filter_map(|volume| {
            let point = sweep.points.iter().find(|point| point.volume == volume)?;
            Some(Annotation::Point {
                x: volume,
                y: case.amount(point.lowest()?),
                text: case.text.compact(volume),
                tone: Tone::Flips,
            })
        })
        .collect();
    let (low, high) = sweep.range();
    if (low..=high).contains(&sweep.here) {
        annotations.push(Annotation::VerticalLine {
            x: sweep.here,
            text: case.say(
                "chart-this-case",
                &[("value", Arg::from(case.text.compact(sweep.here)))],
            ),
            tone: Tone::Here,
        });
    }
    annotations
}

fn phrases(case: &Case<'_>, options: &[Drawn<'_>], sweep: &Sweep) -> Vec<String> {
    sweep
        .stretches
        .iter()
        .map(|stretch| {
            case.say(
                "break-even-cheaper-from",
                &[
                    (
                        "option",
                        Arg::from(options[stretch.cheapest].1.name.clone()),
                    ),
                    ("low", Arg::from(case.text.compact(stretch.from))),
                    ("high", Arg::from(case.text.compact(stretch.to))),
                ],
            )
            .trim_end_matches('.')
            .to_owned()
        })
        .collect()
}

/// A row for round volumes, for this case and for each change; a column for each option.
fn table(case: &Case<'_>, options: &[Drawn<'_>], sweep: &Sweep) -> Table {
    let (low, high) = sweep.range();
    let scale = if sweep.is_logarithmic {
        Scale::Log10
    } else {
        Scale::Linear
    };
    let mut volumes = Domain { low, high }.ticks(scale, 12).0;
    volumes.push(sweep.here);
    volumes.extend(sweep.changes());
    // Costs are read off the sweep, whose samples are closer than a table's rows.
    let nearest = |volume: f64| {
        let points = sweep.points.iter();
        points.min_by(|a, b| {
            (a.volume - volume)
                .abs()
                .total_cmp(&(b.volume - volume).abs())
        })
    };
    let mut rows: Vec<&SweepPoint> = volumes.into_iter().filter_map(nearest).collect();
    rows.sort_by(|a, b| a.volume.total_cmp(&b.volume));
    rows.dedup_by(|a, b| a.volume == b.volume);

    let mut headers = vec![case.say("axis-requests-per-month", &[])];
    headers.extend(options.iter().map(|(_, option)| option.name.clone()));
    let cells = rows
        .into_iter()
        .map(|point| {
            let costs = point
                .costs
                .iter()
                .map(|cost| cost.map_or_else(String::new, |usd| case.table_money(usd)));
            std::iter::once(case.text.compact(point.volume))
                .chain(costs)
                .collect()
        })
        .collect();
    Table::of_figures(headers, cells)
}
