//! "Why this number?": the tree of formula, inputs, units and origins behind a result.

use weighbridge_units::Unit;

use crate::figure::Figure;
use crate::model::{CostLine, Measure};
use crate::scenario::{InputPath, OptionId, Scenario};
use crate::term::Term;
use crate::trace::{Arena, Node, NodeId, Step, recompute};

/// A result that can be explained.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ResultRef {
    /// The option.
    pub option: OptionId,
    /// Which of its figures.
    pub part: ResultPart,
}

/// A figure of an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ResultPart {
    /// One of the measures.
    Measure(Measure),
    /// The undiscounted amount of a cost line.
    Line(CostLine),
}

impl ResultRef {
    /// The result of a text such as `hosted.npv_usd` or `hosted.lines.people`.
    pub fn parse(text: &str) -> Option<ResultRef> {
        let (option, rest) = text.split_once('.')?;
        let part = match rest.strip_prefix("lines.") {
            Some(line) => {
                let line = CostLine::ALL
                    .into_iter()
                    .find(|known| known.key() == line)?;
                ResultPart::Line(line)
            }
            None => ResultPart::Measure(Measure::from_key(rest)?),
        };
        Some(ResultRef {
            option: OptionId::parse(option)?,
            part,
        })
    }

    /// The text that [`ResultRef::parse`] reads.
    pub fn name(&self) -> String {
        match self.part {
            ResultPart::Measure(measure) => format!("{}.{}", self.option, measure.key()),
            ResultPart::Line(line) => format!("{}.lines.{}", self.option, line.key()),
        }
    }
}

/// The steps that gave one result, latest first by index.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// The result.
    pub result: ResultRef,
    /// The last step.
    pub root: NodeId,
    nodes: Vec<Node>,
    inputs: Vec<ExplainedInput>,
    /// Whether all units fit; a fault here is a fault of the program.
    pub units_fit: bool,
}

/// An input as it stood.
#[derive(Debug, Clone)]
pub struct ExplainedInput {
    /// Its path, one click away.
    pub path: InputPath,
    /// Group and name of its field, for its label.
    pub field: (&'static str, &'static str),
    /// The figure with its origin.
    pub figure: Figure,
}

/// How a step combines others, as a formula is written.
#[derive(Debug, Clone, PartialEq)]
pub enum Formula {
    /// An input.
    Input(InputPath),
    /// A constant.
    Constant,
    /// A sum of steps.
    Sum(Vec<NodeId>),
    /// A difference.
    Difference(NodeId, NodeId),
    /// A product of steps.
    Product(Vec<NodeId>),
    /// A quotient.
    Quotient(NodeId, NodeId),
    /// The larger.
    Larger(NodeId, NodeId),
    /// The smaller.
    Smaller(NodeId, NodeId),
    /// Rounded up to whole units.
    WholeUp(NodeId),
    /// Rounded down to whole units.
    WholeDown(NodeId),
    /// The third where the first does not exceed the second, else the fourth.
    Choice(NodeId, NodeId, NodeId, NodeId),
    /// A power.
    Power(NodeId, NodeId),
    /// The square root of the sum of squares.
    RootOfSquares(NodeId, NodeId),
    /// The cube root of the sum of cubes.
    RootOfCubes(NodeId, NodeId),
    /// The binary logarithm.
    Doublings(NodeId),
    /// The same in plain units.
    InPlainUnits(NodeId),
}

/// Explains a result.
///
/// Nothing where the option or the figure does not exist.
pub fn explain(scenario: &Scenario, result: &ResultRef) -> Option<Explanation> {
    let place = scenario.position(&result.option)?;
    let arena = Arena::new();
    let mut inputs = Vec::new();
    let cells = scenario.inputs(&mut |at, figure| {
        inputs.push(ExplainedInput {
            path: at.path(),
            field: (at.spec.group, at.spec.name),
            figure: figure.clone(),
        });
        arena.input(figure.value, at.spec.unit)
    });
    let results = crate::evaluate::run(scenario, &cells);
    let figures = results.into_iter().nth(place)?.ok()?;
    let value = match result.part {
        ResultPart::Measure(measure) => figures.get(measure)?,
        ResultPart::Line(line) => figures.lines.get(line),
    };
    let root = value.node()?;
    let units_fit = arena.unit_faults().is_empty();
    let nodes = arena.nodes().clone();
    Some(Explanation {
        result: result.clone(),
        root,
        nodes,
        inputs,
        units_fit,
    })
}

impl Explanation {
    /// A step.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    /// The value of the result.
    pub fn value(&self) -> f64 {
        self.node(self.root).value
    }

    /// The unit of the result.
    pub fn unit(&self) -> Unit {
        self.node(self.root).unit
    }

    /// The input a step reads.
    pub fn input(&self, id: NodeId) -> Option<&ExplainedInput> {
        match self.node(id).step {
            Step::Input(place) => self.inputs.get(place as usize),
            _ => None,
        }
    }

    /// The formula of a step; runs of nameless sums and products are written as one.
    pub fn formula(&self, id: NodeId) -> Formula {
        match self.node(id).step {
            Step::Input(place) => match self.inputs.get(place as usize) {
                Some(input) => Formula::Input(input.path.clone()),
                None => Formula::Constant,
            },
            Step::Literal => Formula::Constant,
            Step::Add(a, b) => Formula::Sum(self.flatten(a, b, &|step| match step {
                Step::Add(a, b) => Some((a, b)),
                _ => None,
            })),
            Step::Multiply(a, b) => Formula::Product(self.flatten(a, b, &|step| match step {
                Step::Multiply(a, b) => Some((a, b)),
                _ => None,
            })),
            Step::Subtract(a, b) => Formula::Difference(a, b),
            Step::Divide(a, b) => Formula::Quotient(a, b),
            Step::Larger(a, b) => Formula::Larger(a, b),
            Step::Smaller(a, b) => Formula::Smaller(a, b),
            Step::WholeUp(a) => Formula::WholeUp(a),
            Step::WholeDown(a) => Formula::WholeDown(a),
            Step::SelectUpTo(a, limit, then, otherwise) => {
                Formula::Choice(a, limit, then, otherwise)
            }
            Step::Power(a, b) => Formula::Power(a, b),
            Step::RootOfSquares(a, b) => Formula::RootOfSquares(a, b),
            Step::RootOfCubes(a, b) => Formula::RootOfCubes(a, b),
            Step::Doublings(a) => Formula::Doublings(a),
            Step::Unscale(a, _) => Formula::InPlainUnits(a),
        }
    }

    fn flatten(
        &self,
        a: NodeId,
        b: NodeId,
        parts: &dyn Fn(Step) -> Option<(NodeId, NodeId)>,
    ) -> Vec<NodeId> {
        let mut list = Vec::new();
        let mut stack = vec![b, a];
        while let Some(id) = stack.pop() {
            let node = self.node(id);
            match parts(node.step) {
                Some((left, right)) if node.term.is_none() => stack.extend([right, left]),
                _ => list.push(id),
            }
        }
        list
    }

    /// The steps a formula reads.
    pub fn parts(&self, id: NodeId) -> Vec<NodeId> {
        match self.formula(id) {
            Formula::Input(_) | Formula::Constant => Vec::new(),
            Formula::Sum(parts) | Formula::Product(parts) => parts,
            Formula::WholeUp(a)
            | Formula::WholeDown(a)
            | Formula::Doublings(a)
            | Formula::InPlainUnits(a) => vec![a],
            Formula::Difference(a, b)
            | Formula::Quotient(a, b)
            | Formula::Larger(a, b)
            | Formula::Smaller(a, b)
            | Formula::Power(a, b)
            | Formula::RootOfSquares(a, b)
            | Formula::RootOfCubes(a, b) => vec![a, b],
            Formula::Choice(a, limit, then, otherwise) => vec![a, limit, then, otherwise],
        }
    }

    /// The name of a step, where it has one.
    pub fn term(&self, id: NodeId) -> Option<Term> {
        self.node(id).term
    }

    /// The inputs that the result rests on, in the scenario's order.
    pub fn inputs_used(&self) -> Vec<&ExplainedInput> {
        let reached = self.reached();
        let mut used: Vec<u32> = reached
            .iter()
            .enumerate()
            .filter(|(_, reached)| **reached)
            .filter_map(|(id, _)| match self.nodes[id].step {
                Step::Input(place) => Some(place),
                _ => None,
            })
            .collect();
        used.sort_unstable();
        used.into_iter()
            .filter_map(|place| self.inputs.get(place as usize))
            .collect()
    }

    /// Evaluates the tree again from its inputs and constants.
    ///
    /// Gives the same bits as [`Explanation::value`]; the tests hold it to that.
    pub fn recompute(&self) -> f64 {
        let mut values: Vec<f64> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let value = match node.step {
                Step::Input(place) => self.inputs[place as usize].figure.value,
                _ => recompute(node, |id| values[id as usize]),
            };
            values.push(value);
        }
        values[self.root as usize]
    }

    fn reached(&self) -> Vec<bool> {
        let mut reached = vec![false; self.nodes.len()];
        let mut stack = vec![self.root];
        while let Some(id) = stack.pop() {
            if !std::mem::replace(&mut reached[id as usize], true) {
                stack.extend(children(self.nodes[id as usize].step));
            }
        }
        reached
    }
}

fn children(step: Step) -> Vec<NodeId> {
    match step {
        Step::Input(_) | Step::Literal => Vec::new(),
        Step::WholeUp(a) | Step::WholeDown(a) | Step::Doublings(a) | Step::Unscale(a, _) => vec![a],
        Step::Add(a, b)
        | Step::Subtract(a, b)
        | Step::Multiply(a, b)
        | Step::Divide(a, b)
        | Step::Larger(a, b)
        | Step::Smaller(a, b)
        | Step::Power(a, b)
        | Step::RootOfSquares(a, b)
        | Step::RootOfCubes(a, b) => vec![a, b],
        Step::SelectUpTo(a, limit, then, otherwise) => vec![a, limit, then, otherwise],
    }
}
