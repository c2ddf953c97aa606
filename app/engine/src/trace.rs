//! The traced number: the same arithmetic, writing down every step.
//!
//! Running a formula once with [`Traced`] fills an [`Arena`] with its steps.
//! The tree that explains a figure is therefore made by the code that computes the figure, and
//! evaluating the tree again gives the same bits.
//! The trace also carries units and reports sums of unlike ones, which a test forbids.

use std::cell::{Ref, RefCell};
use std::ops::{Add, Div, Mul, Sub};

use weighbridge_units::Unit;

use crate::number::{self, Number};
use crate::term::Term;

/// Index of a step in its arena.
pub type NodeId = u32;

/// One step of a computation.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What was done.
    pub step: Step,
    /// The result.
    pub value: f64,
    /// The unit of the result.
    pub unit: Unit,
    /// The name of the result in the formula, where it has one.
    pub term: Option<Term>,
    /// The month it belongs to, counted from 1, where it belongs to one.
    pub month: Option<u16>,
}

/// What a step does with earlier ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// An input of the scenario, by its place in [`Arena::input`]'s order.
    Input(u32),
    /// A constant of the formula.
    Literal,
    /// The sum of two.
    Add(NodeId, NodeId),
    /// The first less the second.
    Subtract(NodeId, NodeId),
    /// The product of two.
    Multiply(NodeId, NodeId),
    /// The first over the second.
    Divide(NodeId, NodeId),
    /// The larger of two.
    Larger(NodeId, NodeId),
    /// The smaller of two.
    Smaller(NodeId, NodeId),
    /// Rounded up to whole units.
    WholeUp(NodeId),
    /// Rounded down to whole units.
    WholeDown(NodeId),
    /// The third where the first does not exceed the second, else the fourth.
    SelectUpTo(NodeId, NodeId, NodeId, NodeId),
    /// The first to the power of the second.
    Power(NodeId, NodeId),
    /// The square root of the sum of the squares of two.
    RootOfSquares(NodeId, NodeId),
    /// The cube root of the sum of the cubes of two.
    RootOfCubes(NodeId, NodeId),
    /// The binary logarithm.
    Doublings(NodeId),
    /// Rewritten in plain units.
    Unscale(NodeId, i8),
}

/// A sum, comparison or power of values whose units do not fit.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitFault {
    /// The step at fault.
    pub node: NodeId,
    /// The unit on the left.
    pub left: Unit,
    /// The unit on the right.
    pub right: Unit,
}

/// The steps of one run.
#[derive(Debug, Default)]
pub struct Arena {
    nodes: RefCell<Vec<Node>>,
    faults: RefCell<Vec<UnitFault>>,
    inputs: RefCell<u32>,
}

impl Arena {
    /// An empty arena.
    pub fn new() -> Arena {
        Arena::default()
    }

    /// An input; inputs are numbered in the order they are made.
    pub fn input(&self, value: f64, unit: Unit) -> Traced<'_> {
        let place = self.inputs.replace_with(|count| *count + 1);
        self.push(Step::Input(place), value, unit)
    }

    /// All steps so far.
    pub fn nodes(&self) -> Ref<'_, Vec<Node>> {
        self.nodes.borrow()
    }

    /// Sums of unlike units met so far; a sound formula has none.
    pub fn unit_faults(&self) -> Vec<UnitFault> {
        self.faults.borrow().clone()
    }

    fn push(&self, step: Step, value: f64, unit: Unit) -> Traced<'_> {
        let mut nodes = self.nodes.borrow_mut();
        let node = NodeId::try_from(nodes.len()).unwrap_or(NodeId::MAX);
        nodes.push(Node {
            step,
            value,
            unit,
            term: None,
            month: None,
        });
        Traced {
            arena: Some(self),
            node,
            value,
            unit,
        }
    }

    fn name(&self, node: NodeId, term: Term, month: Option<u16>) {
        if let Some(node) = self.nodes.borrow_mut().get_mut(node as usize) {
            node.term = Some(term);
            node.month = month;
        }
    }

    fn fault(&self, node: NodeId, left: Unit, right: Unit) {
        self.faults
            .borrow_mut()
            .push(UnitFault { node, left, right });
    }
}

/// Evaluates one step again from the values of earlier steps.
///
/// Inputs and literals give their own stored value.
pub fn recompute(node: &Node, value_of: impl Fn(NodeId) -> f64) -> f64 {
    match node.step {
        Step::Input(_) | Step::Literal => node.value,
        Step::Add(a, b) => value_of(a) + value_of(b),
        Step::Subtract(a, b) => value_of(a) - value_of(b),
        Step::Multiply(a, b) => value_of(a) * value_of(b),
        Step::Divide(a, b) => value_of(a) / value_of(b),
        Step::Larger(a, b) => number::larger(value_of(a), value_of(b)),
        Step::Smaller(a, b) => number::smaller(value_of(a), value_of(b)),
        Step::WholeUp(a) => number::whole_up(value_of(a)),
        Step::WholeDown(a) => number::whole_down(value_of(a)),
        Step::SelectUpTo(a, limit, then, otherwise) => Number::select_up_to(
            value_of(a),
            value_of(limit),
            value_of(then),
            value_of(otherwise),
        ),
        Step::Power(a, b) => libm::pow(value_of(a), value_of(b)),
        Step::RootOfSquares(a, b) => number::root_of_squares(value_of(a), value_of(b)),
        Step::RootOfCubes(a, b) => number::root_of_cubes(value_of(a), value_of(b)),
        Step::Doublings(a) => libm::log2(value_of(a)),
        Step::Unscale(a, scale) => number::unscale(value_of(a), scale),
    }
}

/// A number that writes down how it came about.
#[derive(Debug, Clone, Copy)]
pub struct Traced<'a> {
    arena: Option<&'a Arena>,
    node: NodeId,
    value: f64,
    unit: Unit,
}

impl<'a> Traced<'a> {
    /// The value.
    pub fn value(self) -> f64 {
        self.value
    }

    /// The unit.
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// The step, where one was written down: constants joined with nothing have none.
    pub fn node(self) -> Option<NodeId> {
        self.arena.map(|_| self.node)
    }

    fn id_in(self, arena: &'a Arena) -> NodeId {
        match self.arena {
            Some(_) => self.node,
            None => arena.push(Step::Literal, self.value, self.unit).node,
        }
    }

    fn join(
        self,
        other: Traced<'a>,
        value: f64,
        unit: Unit,
        step: impl FnOnce(NodeId, NodeId) -> Step,
        alike: bool,
    ) -> Traced<'a> {
        let Some(arena) = self.arena.or(other.arena) else {
            return Traced {
                arena: None,
                node: 0,
                value,
                unit,
            };
        };
        let left = self.id_in(arena);
        let right = other.id_in(arena);
        let result = arena.push(step(left, right), value, unit);
        if alike && !self.unit.same(other.unit) {
            arena.fault(result.node, self.unit, other.unit);
        }
        result
    }

    fn alone(self, value: f64, unit: Unit, step: impl FnOnce(NodeId) -> Step) -> Traced<'a> {
        match self.arena {
            Some(arena) => arena.push(step(self.node), value, unit),
            None => Traced {
                value,
                unit,
                ..self
            },
        }
    }
}

impl Add for Traced<'_> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.join(other, self.value + other.value, self.unit, Step::Add, true)
    }
}

impl Sub for Traced<'_> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.join(
            other,
            self.value - other.value,
            self.unit,
            Step::Subtract,
            true,
        )
    }
}

impl Mul for Traced<'_> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        let unit = self.unit * other.unit;
        self.join(other, self.value * other.value, unit, Step::Multiply, false)
    }
}

impl Div for Traced<'_> {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        let unit = self.unit / other.unit;
        self.join(other, self.value / other.value, unit, Step::Divide, false)
    }
}

impl Number for Traced<'_> {
    fn literal(value: f64, unit: Unit) -> Self {
        Traced {
            arena: None,
            node: 0,
            value,
            unit,
        }
    }

    fn at_least(self, floor: Self) -> Self {
        let value = number::larger(self.value, floor.value);
        self.join(floor, value, self.unit, Step::Larger, true)
    }

    fn at_most(self, ceiling: Self) -> Self {
        let value = number::smaller(self.value, ceiling.value);
        self.join(ceiling, value, self.unit, Step::Smaller, true)
    }

    fn whole_up(self) -> Self {
        self.alone(number::whole_up(self.value), self.unit, Step::WholeUp)
    }

    fn whole_down(self) -> Self {
        self.alone(number::whole_down(self.value), self.unit, Step::WholeDown)
    }

    fn select_up_to(self, limit: Self, then: Self, otherwise: Self) -> Self {
        let value = Number::select_up_to(self.value, limit.value, then.value, otherwise.value);
        let arena = self
            .arena
            .or(limit.arena)
            .or(then.arena)
            .or(otherwise.arena);
        let Some(arena) = arena else {
            return Traced {
                arena: None,
                node: 0,
                value,
                unit: then.unit,
            };
        };
        let step = Step::SelectUpTo(
            self.id_in(arena),
            limit.id_in(arena),
            then.id_in(arena),
            otherwise.id_in(arena),
        );
        let result = arena.push(step, value, then.unit);
        if !self.unit.same(limit.unit) {
            arena.fault(result.node, self.unit, limit.unit);
        }
        if !then.unit.same(otherwise.unit) {
            arena.fault(result.node, then.unit, otherwise.unit);
        }
        result
    }

    fn power(self, exponent: Self) -> Self {
        let value = libm::pow(self.value, exponent.value);
        let result = self.join(exponent, value, self.unit, Step::Power, false);
        if let Some(arena) = result.arena
            && !(self.unit.is_none() && exponent.unit.is_none())
        {
            arena.fault(result.node, self.unit, exponent.unit);
        }
        result
    }

    fn root_of_squares(self, other: Self) -> Self {
        let value = number::root_of_squares(self.value, other.value);
        self.join(other, value, self.unit, Step::RootOfSquares, true)
    }

    fn root_of_cubes(self, other: Self) -> Self {
        let value = number::root_of_cubes(self.value, other.value);
        self.join(other, value, self.unit, Step::RootOfCubes, true)
    }

    fn doublings(self) -> Self {
        let result = self.alone(libm::log2(self.value), Unit::NONE, Step::Doublings);
        if let Some(arena) = result.arena
            && !self.unit.is_none()
        {
            arena.fault(result.node, self.unit, Unit::NONE);
        }
        result
    }

    fn unscale(self, scale: i8) -> Self {
        let value = number::unscale(self.value, scale);
        let result = self.alone(value, self.unit.scaled(-scale), |node| {
            Step::Unscale(node, scale)
        });
        if let Some(arena) = result.arena
            && result.unit.scale() != 0
        {
            arena.fault(result.node, self.unit, result.unit);
        }
        result
    }

    fn named(self, term: Term) -> Self {
        if let Some(arena) = self.arena {
            arena.name(self.node, term, None);
        }
        self
    }

    fn named_in(self, term: Term, month: u16) -> Self {
        if let Some(arena) = self.arena {
            arena.name(self.node, term, Some(month));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trace_recomputes_to_the_same_bits() {
        let arena = Arena::new();
        let price = arena.input(2.5, Unit::USD_PER_MILLION_TOKENS);
        let tokens = arena.input(1234.5, Unit::TOKENS);
        let bill = (price.unscale(-6) * tokens).named(Term::UsageCost);
        assert!(bill.unit().same(Unit::USD));
        assert_eq!(bill.value().to_bits(), (2.5 / 1e6 * 1234.5_f64).to_bits());
        let nodes = arena.nodes();
        for node in nodes.iter() {
            let again = recompute(node, |id| nodes[id as usize].value);
            assert_eq!(again.to_bits(), node.value.to_bits());
        }
        assert!(arena.unit_faults().is_empty());
    }

    #[test]
    fn a_sum_of_unlike_units_is_reported() {
        let arena = Arena::new();
        let sum = arena.input(1.0, Unit::USD) + arena.input(1.0, Unit::TOKENS);
        assert_eq!(arena.unit_faults().len(), 1);
        assert_eq!(sum.value(), 2.0);
    }
}
