//! What would turn the choice round, nearest first.
//!
//! How near a flip is, is told as the logarithm of the factor by which something has to change.
//! On a scale that ends at 100 or less, as of shares and judgements, a way across all of it counts
//! as a factor of ten at least, so that a share of 0.01 that doubles is no nearer than one of 0.3.

use super::map::Contenders;
use super::types::{Flip, GateReason, Verdict, Weighing};
use super::worth::Bench;
use crate::figure::FieldSpec;
use crate::scenario::{CostRole, InputPath, OptionId, Scenario};

/// The factors at which inputs are tried, one after another until enough flips are found.
const FACTORS: [f64; 10] = [1.05, 1.1, 1.25, 1.5, 2.0, 3.0, 5.0, 10.0, 30.0, 100.0];

/// The factors of which one has to turn the choice, lest an input be tried no further.
const PROBES: [f64; 3] = [2.0, 10.0, 100.0];

/// Most halvings of the stretch in which a flip lies.
const HALVINGS: usize = 30;

/// The factor that crossing the whole of a short scale counts as.
const WHOLE_SCALE: f64 = 10.0;

/// Fields that end here or earlier are scales, as shares and judgements are.
const SCALE_END: f64 = 100.0;

/// A gate that somebody would have to set aside counts as near as this factor.
const CLOSED_GATE: f64 = 1.5;

/// A gate that may close once its evidence comes counts as near as this factor.
const UNKNOWN_GATE: f64 = 3.0;

/// Inputs that alone turn the choice round, nearest first, with how near they are: `most`, or all
/// that are as near.
///
/// The figures of the options in the running, of no option, their judgements and the worth of a
/// point are tried one by one, from a hundredth to a hundred times their value within what their
/// fields allow; an input whose value is nought is tried on short scales only.
/// The choice is that among the options in the running, whose gates are judged as the scenario
/// stands. A stretch between two tried values in which the choice turns and turns back is missed,
/// and so is an input that turns it at none of twice, ten times and a hundred times its value, nor
/// at a half, a tenth or a hundredth.
pub(super) fn input_flips(
    scenario: &Scenario,
    weighing: &Weighing,
    most: usize,
) -> Vec<(f64, Flip)> {
    let [best, _, ..] = weighing.ranking.as_slice() else {
        return Vec::new();
    };
    let mut ids: Vec<&OptionId> = Vec::new();
    ids.extend(weighing.ranking.iter().map(|at| &scenario.options[*at].id));
    let contenders = Contenders::of(scenario, &ids);
    let mut trial = Trial {
        best: *best,
        bench: Bench::new(contenders.scenario.clone()),
        contenders,
    };
    let mut ways = ways(&trial.contenders.scenario);
    ways.retain(|way| {
        let mut probes = PROBES.into_iter();
        probes.any(|factor| {
            let value = way.value(log(factor));
            trial.turns_to(&way.path, value).is_some()
        })
    });
    let far = log(FACTORS[FACTORS.len() - 1]);
    let mut found = Vec::new();
    let mut near = 0.0;
    for factor in FACTORS {
        let ring = log(factor);
        ways.retain(|way| {
            let value = way.value(ring);
            if trial.turns_to(&way.path, value).is_none() {
                // At the end of its field it goes no further.
                return way.value(far) != value;
            }
            let (distance, at, to) = trial.nearest(way, near, ring);
            let flip = Flip::Input {
                path: way.path.clone(),
                here: way.here,
                at,
                to,
            };
            found.push((distance, flip));
            false
        });
        near = ring;
        if found.len() >= most {
            break;
        }
    }
    found.sort_by(|(one, first), (other, second)| {
        one.total_cmp(other)
            .then_with(|| key(first).cmp(key(second)))
    });
    // The other way of the same input is farther.
    let mut paths: Vec<InputPath> = Vec::new();
    found.retain(|(_, flip)| match flip {
        Flip::Input { path, .. } if paths.contains(path) => false,
        Flip::Input { path, .. } => {
            paths.push(path.clone());
            true
        }
        _ => true,
    });
    found
}

/// Criteria that would turn the choice round by counting for more or less.
pub(super) fn weight_flips(weighing: &Weighing) -> Vec<(f64, Flip)> {
    let mut flips = Vec::new();
    for stability in &weighing.stability {
        let (low, high) = stability.interval;
        for (at, to) in [(low, stability.below), (high, stability.above)] {
            let Some(to) = to else { continue };
            let here = stability.weight;
            let flip = Flip::Weight {
                criterion: stability.criterion.clone(),
                here,
                at,
                to,
            };
            flips.push((distance(here, at, Some(1.0)), flip));
        }
    }
    flips
}

/// Gates that would turn the choice round by being set aside, or by closing once what they ask for
/// is known.
pub(super) fn gate_flips(scenario: &Scenario, weighing: &Weighing) -> Vec<(f64, Flip)> {
    let mut flips = Vec::new();
    let Some(best) = weighing.best() else {
        return flips;
    };
    for gate in &scenario.priorities.gates {
        let only_this = |place: &usize| {
            let option = &weighing.options[*place];
            let mut closed = option
                .gates
                .iter()
                .filter(|it| matches!(it.verdict, Verdict::Closed(_)));
            let is_this = closed.next().is_some_and(|it| {
                // What does not fit its machine is no matter of a gate.
                let memory = |reason: &GateReason| matches!(reason, GateReason::Memory { .. });
                let is_physical = matches!(&it.verdict, Verdict::Closed(reason) if memory(reason));
                it.gate == gate.id && !is_physical
            });
            is_this && closed.next().is_none() && option.net_benefit_usd > best.net_benefit_usd
        };
        let benefit = |place: &usize| weighing.options[*place].net_benefit_usd.unwrap_or(0.0);
        let ahead = (0..weighing.options.len())
            .filter(only_this)
            .max_by(|one, other| benefit(one).total_cmp(&benefit(other)));
        if let Some(to) = ahead {
            let gate = gate.id.clone();
            flips.push((log(CLOSED_GATE), Flip::Gate { gate, to }));
        }
    }
    let not_known = best.gates.iter().find(|it| it.verdict == Verdict::NotKnown);
    if let (Some(found), Some(to)) = (not_known, weighing.ranking.get(1)) {
        let gate = found.gate.clone();
        flips.push((log(UNKNOWN_GATE), Flip::Gate { gate, to: *to }));
    }
    flips
}

/// One input on its way up or down.
struct Way {
    path: InputPath,
    here: f64,
    up: bool,
    spec: &'static FieldSpec,
}

impl Way {
    /// The value at a distance.
    fn value(&self, distance: f64) -> f64 {
        let sign = if self.up { 1.0 } else { -1.0 };
        let by_factor = self.here * libm::exp(sign * distance);
        let width = scale_width(self.spec);
        let value = match width.map(|width| self.here + sign * distance * width / log(WHOLE_SCALE))
        {
            Some(by_scale) if self.here <= 0.0 => by_scale,
            // The nearer of the two is as far as both allow.
            Some(by_scale) if self.up => by_factor.min(by_scale),
            Some(by_scale) => by_factor.max(by_scale),
            None => by_factor,
        };
        let held = value.clamp(self.spec.min, self.spec.max);
        if self.spec.whole {
            libm::round(held)
        } else {
            held
        }
    }
}

struct Trial {
    best: usize,
    bench: Bench,
    contenders: Contenders,
}

impl Trial {
    /// The option that is chosen with an input at a value, where it is another.
    fn turns_to(&mut self, path: &InputPath, value: f64) -> Option<usize> {
        let there = self.bench.at(&[(path, value)]).ok()?;
        let (place, _) = self.contenders.best(&there)?;
        (place != self.best).then_some(place)
    }

    /// The nearest value between two distances at which the choice turns, how near it is, and what
    /// it turns to.
    fn nearest(&mut self, way: &Way, mut near: f64, mut far: f64) -> (f64, f64, usize) {
        let mut to = self.best;
        for _ in 0..HALVINGS {
            let between = 0.5 * (near + far);
            match self.turns_to(&way.path, way.value(between)) {
                Some(place) => (far, to) = (between, place),
                None => near = between,
            }
        }
        let at = way.value(far);
        if to == self.best {
            to = self.turns_to(&way.path, at).unwrap_or(self.best);
        }
        (distance(way.here, at, scale_width(way.spec)), at, to)
    }
}

/// Both ways of every input that may turn the choice round.
fn ways(scenario: &Scenario) -> Vec<Way> {
    let mut inputs: Vec<(InputPath, f64, &'static FieldSpec)> = Vec::new();
    scenario.each_figure(&mut |at, figure| {
        // The exchange rate is for display only.
        if at.spec.name != "fx_rate" {
            inputs.push((at.path(), figure.value, at.spec));
        }
    });
    let on_axis = scenario.priorities.cost_role == CostRole::MoneyAxis;
    scenario.each_decision_figure(&mut |path, spec, figure| {
        let counts = match spec.group {
            "assessment" => true,
            "money_axis" => on_axis && spec.name == "usd_per_point",
            // How far weights may move is known exactly.
            _ => false,
        };
        if counts {
            inputs.push((path, figure.value, spec));
        }
    });
    inputs
        .into_iter()
        .filter(|(_, here, spec)| *here > 0.0 || scale_width(spec).is_some())
        .flat_map(|(path, here, spec)| {
            [true, false].map(|up| Way {
                path: path.clone(),
                here,
                up,
                spec,
            })
        })
        .collect()
}

fn scale_width(spec: &FieldSpec) -> Option<f64> {
    (spec.max <= SCALE_END).then_some(spec.max - spec.min)
}

/// How far a value is from here.
fn distance(here: f64, at: f64, width: Option<f64>) -> f64 {
    let by_factor = if here > 0.0 && at > 0.0 {
        log(at / here).abs()
    } else {
        0.0
    };
    let by_scale = width.map_or(0.0, |width| (at - here).abs() / width * log(WHOLE_SCALE));
    by_factor.max(by_scale)
}

fn key(flip: &Flip) -> &str {
    match flip {
        Flip::Input { path, .. } => path.as_str(),
        Flip::Weight { criterion, .. } => criterion,
        Flip::Gate { gate, .. } => gate,
    }
}

fn log(factor: f64) -> f64 {
    libm::log(factor)
}
