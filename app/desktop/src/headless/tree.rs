//! The tree behind a figure, for people.
//!
//! Each step has a number, under which formulas name it; a step that several formulas read is
//! shown once, below the first of them.
//! Steps without a name of their own are written into the formula that reads them.

use std::collections::HashMap;

use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::explain::{ExplainedInput, Explanation, Formula, ResultPart};
use weighbridge_engine::figure::Origin;
use weighbridge_engine::scenario::{InputPath, Scenario};
use weighbridge_engine::trace::NodeId;
use weighbridge_text::Text;
use weighbridge_units::{Arg, Unit};

use crate::reasons::{self, Grounds};

/// Sums of more parts than this are shortened to their first parts and the last.
const LONG_SUM: usize = 10;

/// How many first parts of a long sum are shown.
const FIRST_PARTS: usize = 3;

/// Steps without a name are written into each other to this depth.
const DEEPEST_BRACKETS: usize = 4;

/// How much of a tree is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    /// Levels below the result.
    pub(super) depth: usize,
    /// Everything: all levels, all parts of long sums, and what makes noughts.
    pub(super) all: bool,
}

/// What is told besides the steps: why factors of speed are what they are.
pub(super) struct Background<'a> {
    pub(super) grounds: &'a Grounds,
    pub(super) scenario: &'a Scenario,
    pub(super) catalogue: &'a Catalogue,
}

/// The tree as lines.
pub(super) fn print(
    explanation: &Explanation,
    background: &Background<'_>,
    extent: Extent,
    text: Text,
) -> String {
    let option = background.scenario.option(&explanation.result.option);
    let text = option.map_or(text, |option| text.about(option));
    let mut printer = Printer {
        explanation,
        background,
        extent,
        text,
        numbers: HashMap::new(),
        lines: String::new(),
        shortened: false,
    };
    if let Some(before) = background.grounds.without {
        let written = |value| Arg::from(text.quantity(value, explanation.unit()));
        let values = [
            ("before", written(before)),
            ("after", written(explanation.value())),
        ];
        let said = text.format("reasons-without", &values);
        printer.lines.push_str(&format!("{said}\n"));
    }
    printer.number_of(explanation.root);
    printer.step(explanation.root, 0);
    if printer.shortened {
        let note = text.get("headless-deeper");
        printer.lines.push_str(&format!("… {note}\n"));
    }
    printer.lines
}

struct Printer<'a> {
    explanation: &'a Explanation,
    background: &'a Background<'a>,
    extent: Extent,
    text: Text,
    numbers: HashMap<NodeId, usize>,
    lines: String,
    shortened: bool,
}

/// A formula in words, and the steps that it names for the first time.
#[derive(Default)]
struct Written {
    below: Vec<NodeId>,
    left_out: usize,
}

/// How tightly a formula holds its parts together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    Words,
    Sum,
    Product,
    Power,
}

impl Printer<'_> {
    fn step(&mut self, id: NodeId, level: usize) {
        let indent = "    ".repeat(level);
        let node = self.explanation.node(id);
        let (value, unit) = (node.value, node.unit);
        let number = self.number_of(id);
        let label = self.label(id);
        let shown = self.text.quantity(value, unit);
        self.lines
            .push_str(&format!("{indent}[{number}] {label} = {shown}"));
        if let Some(input) = self.explanation.input(id) {
            let origin = self.origin(input);
            self.lines
                .push_str(&format!("  ({}; {origin})\n", input.path));
            self.reasons(&input.path, level + 1);
            return;
        }
        let parts = self.explanation.parts(id);
        // What makes a nought is of interest to nobody who did not ask for it.
        let hidden =
            !self.extent.all && (level >= self.extent.depth || (value == 0.0 && level > 0));
        if parts.is_empty() || hidden {
            if hidden && !parts.is_empty() {
                self.shortened |= value != 0.0;
                self.lines.push_str(" …");
            }
            self.lines.push('\n');
            return;
        }
        let mut written = Written::default();
        let formula = self.formula(id, Bond::Words, 0, &mut written);
        self.lines.push_str(&format!("\n{indent}    = {formula}\n"));
        for part in written.below {
            self.step(part, level + 1);
        }
        if written.left_out > 0 {
            let count = self.text.format(
                "headless-left-out",
                &[("count", Arg::from(written.left_out))],
            );
            self.lines.push_str(&format!("{indent}    … {count}\n"));
        }
    }

    /// Why a factor of speed is what it is, below the factor.
    fn reasons(&mut self, path: &InputPath, level: usize) {
        let Background {
            grounds,
            scenario,
            catalogue,
        } = *self.background;
        let Some(grounds) = grounds.factors.get(path) else {
            return;
        };
        let indent = "    ".repeat(level);
        for reason in reasons::words(self.text, scenario, catalogue, grounds) {
            let (name, factor, detail) = (reason.name, reason.factor, reason.detail);
            let line = format!("{indent}{name}: {factor}  ({detail})\n");
            self.lines.push_str(&line);
        }
    }

    /// The number of a step, a new one where it has none yet.
    fn number_of(&mut self, id: NodeId) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(id).or_insert(next)
    }

    fn label(&self, id: NodeId) -> String {
        if id == self.explanation.root {
            let key = match self.explanation.result.part {
                ResultPart::Measure(measure) => {
                    format!("measure-{}", measure.key().replace('_', "-"))
                }
                ResultPart::Line(line) => format!("cost-line-{}", line.key()),
            };
            let label = self.text.get(&key);
            return format!("{label} ({})", self.explanation.result.name());
        }
        if let Some(input) = self.explanation.input(id) {
            let (group, name) = input.field;
            let scenario = self.background.scenario;
            let text = self.text.about_input(scenario, input.path.as_str());
            return text.field_label(group, name).into_owned();
        }
        let Some(term) = self.explanation.term(id) else {
            return self.text.get("headless-step").into_owned();
        };
        let term = self.text.get(&format!("term-{}", term.key())).into_owned();
        match self.explanation.node(id).month {
            Some(month) => self.text.format(
                "headless-of-month",
                &[("term", term.into()), ("month", Arg::Ordinal(month.into()))],
            ),
            None => term,
        }
    }

    fn origin(&self, input: &ExplainedInput) -> String {
        let text = self.text;
        match &input.figure.origin {
            Origin::Default => text.get("origin-default").into_owned(),
            Origin::Preset(preset) => {
                let known = text.format(
                    "origin-preset.detail",
                    &[
                        ("source", preset.source.clone().into()),
                        ("date", Arg::from(text.short_date(preset.as_of))),
                    ],
                );
                if preset.quality.is_doubtful() {
                    let quality = text.get(&format!("quality-{}", preset.quality.key()));
                    format!("{known}; {quality}")
                } else {
                    known
                }
            }
            Origin::Measured { run, .. } => {
                text.format("origin-measured.detail", &[("run", run.clone().into())])
            }
            Origin::Entered {
                by: Some(by),
                on: Some(on),
            } => text.format(
                "origin-entered.detail",
                &[("by", by.clone().into()), ("date", (*on).into())],
            ),
            Origin::Entered { .. } => text.get("origin-entered").into_owned(),
            Origin::Estimated {
                error_share: Some(error),
                ..
            } => text.format(
                "origin-estimated.detail",
                &[("error", Arg::Percent(*error))],
            ),
            Origin::Estimated { .. } => text.get("origin-estimated").into_owned(),
        }
    }

    /// A part as it stands in a formula: a number, a constant, or its own formula.
    fn part(&mut self, id: NodeId, around: Bond, brackets: usize, written: &mut Written) -> String {
        let node = self.explanation.node(id);
        let is_input = self.explanation.input(id).is_some();
        if !is_input && self.explanation.formula(id) == Formula::Constant {
            return self.constant(node.value, node.unit);
        }
        let has_number = self.numbers.contains_key(&id);
        if is_input || has_number || node.term.is_some() || brackets >= DEEPEST_BRACKETS {
            if !has_number {
                written.below.push(id);
            }
            let number = self.number_of(id);
            return format!("[{number}]");
        }
        self.formula(id, around, brackets + 1, written)
    }

    /// A constant with its unit; a bare number where it has none.
    fn constant(&self, value: f64, unit: Unit) -> String {
        if unit.is_none() {
            self.text.number(value, weighbridge_text::Digits::SCREEN)
        } else {
            self.text.quantity(value, unit)
        }
    }

    fn formula(
        &mut self,
        id: NodeId,
        around: Bond,
        brackets: usize,
        written: &mut Written,
    ) -> String {
        let text = self.text;
        let (own, words) = match self.explanation.formula(id) {
            Formula::Input(_) | Formula::Constant => {
                return self.part(id, around, DEEPEST_BRACKETS, written);
            }
            Formula::Sum(parts) => match self.without(parts, 0.0).as_slice() {
                [only] => return self.part(*only, around, brackets, written),
                parts => {
                    let words = self.joined(parts, " + ", Bond::Sum, brackets, written);
                    (Bond::Sum, words)
                }
            },
            Formula::Product(parts) => match self.without(parts, 1.0).as_slice() {
                [only] => return self.part(*only, around, brackets, written),
                parts => {
                    let words = self.joined(parts, " × ", Bond::Product, brackets, written);
                    (Bond::Product, words)
                }
            },
            Formula::Difference(a, b) => {
                let a = self.part(a, Bond::Sum, brackets, written);
                let b = self.part(b, Bond::Product, brackets, written);
                (Bond::Sum, format!("{a} − {b}"))
            }
            Formula::Quotient(a, b) => {
                let a = self.part(a, Bond::Product, brackets, written);
                let b = self.part(b, Bond::Power, brackets, written);
                (Bond::Product, format!("{a} ÷ {b}"))
            }
            Formula::Power(a, b) => {
                let a = self.part(a, Bond::Power, brackets, written);
                let b = self.part(b, Bond::Power, brackets, written);
                (Bond::Power, format!("{a} ^ {b}"))
            }
            Formula::RootOfSquares(a, b) => {
                let a = self.part(a, Bond::Power, brackets, written);
                let b = self.part(b, Bond::Power, brackets, written);
                (Bond::Power, format!("√({a}² + {b}²)"))
            }
            Formula::RootOfCubes(a, b) => {
                let a = self.part(a, Bond::Power, brackets, written);
                let b = self.part(b, Bond::Power, brackets, written);
                (Bond::Power, format!("∛({a}³ + {b}³)"))
            }
            Formula::Doublings(a) => {
                let a = self.part(a, Bond::Power, brackets, written);
                (Bond::Power, format!("log₂ {a}"))
            }
            Formula::Larger(a, b) => (
                Bond::Words,
                self.of_both("formula-larger", a, b, brackets, written),
            ),
            Formula::Smaller(a, b) => (
                Bond::Words,
                self.of_both("formula-smaller", a, b, brackets, written),
            ),
            Formula::WholeUp(a) => {
                let a = self.part(a, Bond::Power, brackets, written);
                (Bond::Words, format!("{a} {}", text.get("formula-whole-up")))
            }
            Formula::WholeDown(a) => {
                let a = self.part(a, Bond::Power, brackets, written);
                let words = format!("{a} {}", text.get("formula-whole-down"));
                (Bond::Words, words)
            }
            Formula::Choice(a, limit, then, otherwise) => {
                let mut part = |id| Arg::from(self.part(id, Bond::Sum, brackets, written));
                let values = [
                    ("first", part(a)),
                    ("second", part(limit)),
                    ("third", part(then)),
                    ("fourth", part(otherwise)),
                ];
                (Bond::Words, text.format("formula-choice", &values))
            }
            // The value is shown with its unit wherever it stands.
            Formula::InPlainUnits(a) => return self.part(a, around, brackets, written),
        };
        if own < around || (own == Bond::Words && brackets > 0) {
            format!("({words})")
        } else {
            words
        }
    }

    fn of_both(
        &mut self,
        key: &str,
        a: NodeId,
        b: NodeId,
        brackets: usize,
        written: &mut Written,
    ) -> String {
        let a = self.part(a, Bond::Sum, brackets, written);
        let b = self.part(b, Bond::Sum, brackets, written);
        format!("{} {}", self.text.get(key), self.text.list([a, b]))
    }

    /// The parts without those that change nothing: constants, noughts of a sum, and factors
    /// without a name; named factors of one stay, since they are what a reader may change.
    fn without(&self, parts: Vec<NodeId>, neutral: f64) -> Vec<NodeId> {
        let counts = |id: &NodeId| {
            let is_constant = self.explanation.formula(*id) == Formula::Constant;
            let has_name =
                self.explanation.term(*id).is_some() || self.explanation.input(*id).is_some();
            let may_go = is_constant || (!self.extent.all && (neutral == 0.0 || !has_name));
            !may_go || self.explanation.node(*id).value != neutral
        };
        let kept: Vec<NodeId> = parts.iter().copied().filter(counts).collect();
        if kept.is_empty() { parts } else { kept }
    }

    fn joined(
        &mut self,
        parts: &[NodeId],
        sign: &str,
        bond: Bond,
        brackets: usize,
        written: &mut Written,
    ) -> String {
        let shorten = bond == Bond::Sum && parts.len() > LONG_SUM && !self.extent.all;
        let mut words: Vec<String> = Vec::with_capacity(parts.len());
        for (place, part) in parts.iter().enumerate() {
            if shorten && (FIRST_PARTS..parts.len() - 1).contains(&place) {
                if place == FIRST_PARTS {
                    words.push("…".to_owned());
                    written.left_out += parts.len() - 1 - FIRST_PARTS;
                }
                continue;
            }
            words.push(self.part(*part, bond, brackets, written));
        }
        words.join(sign)
    }
}
