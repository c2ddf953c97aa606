//! The decision's figures in every draw of a sample: values, the worth of a point, net benefit.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::measured::{Measured, measured};
use super::values;
use super::weights::{Panel, Weighting};
use crate::capability;
use crate::figure::Figure;
use crate::model::Measure;
use crate::outcome::Outcome;
use crate::scenario::{Criterion, DecisionOption, Evidence, InputPath, OptionId, Scenario};
use crate::uncertainty::latin_hypercube::{Placement, latin_hypercube};
use crate::uncertainty::ranges::Cell;
use crate::uncertainty::sample::Sample;

/// A sample with the places of its quantities by path.
#[derive(Debug)]
pub(super) struct Drawn<'a> {
    pub(super) sample: &'a Sample,
    places: BTreeMap<&'a str, usize>,
    measured: Measured,
}

/// A figure in every draw.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Column<'a> {
    /// The same in all of them.
    Fixed(f64),
    /// By draw, as the sample has it.
    Sampled(&'a [f64]),
    /// By draw.
    Made(Vec<f64>),
}

impl Column<'_> {
    pub(super) fn at(&self, draw: usize) -> f64 {
        match self {
            Column::Fixed(value) => *value,
            Column::Sampled(values) => values[draw],
            Column::Made(values) => values[draw],
        }
    }

    pub(super) fn is_fixed(&self) -> bool {
        matches!(self, Column::Fixed(_))
    }
}

/// How an option does by a criterion that nobody knows anything of: anything on the scale.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct UnknownPerformance {
    /// The option.
    pub option: OptionId,
    /// Id of the criterion.
    pub criterion: String,
    /// The input that would say it, where it is a judgement.
    pub path: Option<InputPath>,
    /// The id that keys its draws.
    pub id: String,
    /// Its value by draw, from 0 to 1.
    pub values: Vec<f64>,
}

/// What every option is worth in every draw.
#[derive(Debug)]
pub(super) struct Worths {
    /// Value in points of a hundred, by option and draw.
    pub value_points: Vec<Vec<f64>>,
    /// What a point of value is worth in USD, by draw.
    pub usd_per_point: Vec<f64>,
    /// Net benefit in USD by option and draw; empty where the option has no cost.
    pub net_benefit_usd: Vec<Vec<f64>>,
    /// Performances nobody knows, in the order of options and criteria.
    pub unknown: Vec<UnknownPerformance>,
}

impl<'a> Drawn<'a> {
    /// A sample of the same scenario, with the results that the decision asks for; none where
    /// `go_on` stops.
    pub(super) fn of(
        scenario: &Scenario,
        sample: &'a Sample,
        go_on: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> Option<Drawn<'a>> {
        let paths = sample.quantities.iter().enumerate().flat_map(|(at, it)| {
            let paths = it.paths.iter();
            paths.map(move |path| (path.as_str(), at))
        });
        let places: BTreeMap<&str, usize> = paths.collect();
        let measured = measured(scenario, sample, &places, go_on)?;
        Some(Drawn {
            sample,
            places,
            measured,
        })
    }

    /// What stands at a path: a value, or a quantity by its place.
    pub(super) fn cell(&self, path: &str, figure: &Figure) -> Cell {
        match self.places.get(path) {
            Some(place) => Cell::Drawn(*place),
            None => Cell::Fixed(figure.value),
        }
    }

    /// A figure in every draw.
    pub(super) fn column(&self, path: &str, figure: &Figure) -> Column<'a> {
        match self.cell(path, figure) {
            Cell::Fixed(value) => Column::Fixed(value),
            Cell::Drawn(place) => Column::Sampled(&self.sample.values[place]),
        }
    }

    /// A result of the arithmetic in every draw, where the option has it; in a draw in which it is
    /// no finite number the scenario's own stands in.
    pub(super) fn measure(
        &self,
        outcome: &Outcome,
        place: usize,
        measure: Measure,
    ) -> Option<Column<'a>> {
        let base = outcome.options.get(place)?.get(measure)?;
        let values = match measure {
            Measure::NetPresentValue => Some(&self.sample.options[place].npv_usd),
            _ => self.measured.get(&(place, measure)),
        };
        let Some(values) = values.filter(|values| values.len() == self.sample.draws) else {
            return Some(Column::Fixed(base));
        };
        if values.iter().all(|value| value.to_bits() == base.to_bits()) {
            return Some(Column::Fixed(base));
        }
        let finite = |value: &f64| if value.is_finite() { *value } else { base };
        Some(Column::Made(values.iter().map(finite).collect()))
    }

    /// The score of an option in a column in every draw, after precision and customisation.
    pub(super) fn score(&self, option: &DecisionOption, column: &str) -> Option<Column<'a>> {
        let published = values::published(option, column)?;
        let quality = &option.quality;
        let path = |field: &str| format!("options.{}.quality.{field}", option.id);
        let kept = self.column(&path("score_kept_share"), &quality.score_kept_share);
        let uplift = self.column(&path("uplift_points"), &quality.uplift_points);
        Some(self.combined(&[&kept, &uplift], |draw| {
            capability::adjusted(published, kept.at(draw), uplift.at(draw))
        }))
    }

    /// The judgement of an option by a criterion in every draw, where there is one.
    pub(super) fn judgement(&self, option: &DecisionOption, criterion: &str) -> Option<Column<'a>> {
        let mut assessments = option.assessments.iter();
        let found = assessments.find(|assessment| assessment.criterion == criterion)?;
        Some(self.column(&judgement_path(&option.id, criterion), &found.figure))
    }

    /// A figure that follows from others draw by draw; fixed where they are.
    pub(super) fn combined(&self, of: &[&Column<'_>], value: impl Fn(usize) -> f64) -> Column<'a> {
        if of.iter().all(|column| column.is_fixed()) {
            Column::Fixed(value(0))
        } else {
            Column::Made((0..self.sample.draws).map(value).collect())
        }
    }

    /// What every option is worth in every draw.
    ///
    /// A sum over criteria goes in their order, as in a weighing, and each option's figures depend
    /// on nothing of the others.
    pub(super) fn worths(&self, scenario: &Scenario, outcome: &Outcome) -> Worths {
        let count = self.sample.draws;
        let priorities = &scenario.priorities;
        let panel = Panel::of(priorities, &mut |path, figure| self.cell(path, figure));
        let weightings: Vec<Weighting> = (0..if panel.is_drawn() {
            count
        } else {
            count.min(1)
        })
            .map(|draw| {
                panel.group(&|cell| match cell {
                    Cell::Fixed(value) => value,
                    Cell::Drawn(place) => self.sample.values[place][draw],
                })
            })
            .collect();
        let of_draw = |draw: usize| &weightings[draw.min(weightings.len() - 1)];
        let mut worths = Worths {
            value_points: Vec::new(),
            usd_per_point: (0..count).map(|draw| of_draw(draw).usd_per_point).collect(),
            net_benefit_usd: Vec::new(),
            unknown: Vec::new(),
        };
        for (place, option) in scenario.options.iter().enumerate() {
            let mut points = vec![0.0; count];
            for (number, criterion) in priorities.criteria.iter().enumerate() {
                let figure = self.figure(outcome, option, place, criterion);
                let figure = figure.unwrap_or_else(|| {
                    let unknown = self.unknown(scenario, option, criterion);
                    let figures = unknown.values.iter();
                    let figures = figures
                        .map(|share| share_of_scale(criterion, *share))
                        .collect();
                    worths.unknown.push(unknown);
                    Column::Made(figures)
                });
                for (draw, sum) in points.iter_mut().enumerate() {
                    let value = values::value(criterion, figure.at(draw));
                    *sum += 100.0 * of_draw(draw).criteria[number] * value;
                }
            }
            let costs = &self.sample.options[place].npv_usd;
            let benefits = costs.iter().zip(&points).zip(&worths.usd_per_point);
            worths.net_benefit_usd.push(
                benefits
                    .map(|((cost, points), usd_per_point)| usd_per_point * points - cost)
                    .collect(),
            );
            worths.value_points.push(points);
        }
        worths
    }

    fn figure(
        &self,
        outcome: &Outcome,
        option: &DecisionOption,
        place: usize,
        criterion: &Criterion,
    ) -> Option<Column<'a>> {
        match &criterion.evidence {
            Evidence::Judgement => self.judgement(option, &criterion.id),
            Evidence::Result(measure) => self.measure(outcome, place, *measure),
            Evidence::Score(column) => self.score(option, column),
        }
    }

    fn unknown(
        &self,
        scenario: &Scenario,
        option: &DecisionOption,
        criterion: &Criterion,
    ) -> UnknownPerformance {
        let path = match criterion.evidence {
            Evidence::Judgement => Some(judgement_path(&option.id, &criterion.id)),
            Evidence::Result(_) | Evidence::Score(_) => None,
        };
        let id = path
            .clone()
            .unwrap_or_else(|| format!("options.{}.performance.{}", option.id, criterion.id));
        let count = u32::try_from(self.sample.draws).unwrap_or(u32::MAX);
        UnknownPerformance {
            option: option.id.clone(),
            criterion: criterion.id.clone(),
            values: latin_hypercube(scenario.sampling.seed, &id, count, Placement::Random),
            path: path.map(InputPath::new),
            id,
        }
    }
}

/// The figure at a share of the way from a criterion's worst to its best.
fn share_of_scale(criterion: &Criterion, share: f64) -> f64 {
    criterion.worst + share * (criterion.best - criterion.worst)
}

fn judgement_path(option: &OptionId, criterion: &str) -> String {
    format!("options.{option}.assessment.{criterion}")
}
