//! The figures that only the decision reads: judgements, weights, limits, and the money axis.

use super::Scenario;
use super::path::InputPath;
use super::priorities::{ASSESSMENT, SWING};
use crate::figure::{FieldSpec, Figure, FigureGroup};

impl Scenario {
    /// Calls `f` on every figure that the decision reads and the arithmetic does not, with its path
    /// and field: judgements by option, limits of gates that have one, swing weights by criterion
    /// and by participant, and the money axis.
    pub fn each_decision_figure<'a>(
        &'a self,
        f: &mut impl FnMut(InputPath, &'static FieldSpec, &'a Figure),
    ) {
        for option in &self.options {
            for assessment in &option.assessments {
                let path = format!("options.{}.assessment.{}", option.id, assessment.criterion);
                f(InputPath::new(path), &ASSESSMENT, &assessment.figure);
            }
        }
        let priorities = &self.priorities;
        for gate in &priorities.gates {
            if let Some(spec) = gate.test.limit() {
                let path = format!("gates.{}.limit", gate.id);
                f(InputPath::new(path), spec, &gate.limit);
            }
        }
        for criterion in &priorities.criteria {
            let path = format!("criteria.{}.weight", criterion.id);
            f(InputPath::new(path), &SWING, &criterion.starting_weight);
        }
        for participant in &priorities.participants {
            for (criterion, figure) in &participant.swings {
                let path = format!("participants.{}.weight.{criterion}", participant.id);
                f(InputPath::new(path), &SWING, figure);
            }
        }
        let mut of_group = |spec: &'static FieldSpec, figure: &'a Figure| {
            let path = format!("{}.{}", spec.group, spec.name);
            f(InputPath::new(path), spec, figure);
        };
        priorities.money_axis.each(&mut of_group);
    }
}
