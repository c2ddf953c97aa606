//! The steps of an explanation in words.

use egui::Ui;
use weighbridge_engine::explain::{ExplainedInput, Explanation, Formula};
use weighbridge_engine::scenario::Scenario;
use weighbridge_engine::trace::NodeId;
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Unit};

use crate::look::Look;
use crate::pages::parts::result_name;
use crate::widgets::button;

/// Steps without a name are written into each other to this depth.
const DEEPEST_BRACKETS: usize = 4;

/// Parts of a sum or product that a formula names; the rest is counted.
const MOST_PARTS: usize = 6;

/// A value with its unit; a bare number where it has none.
pub(super) fn value(text: Text, value: f64, unit: Unit) -> String {
    if unit.is_none() {
        text.number(value, Digits::SCREEN)
    } else {
        text.quantity(value, unit)
    }
}

/// The name of a step.
pub(super) fn label(text: Text, explanation: &Explanation, id: NodeId) -> String {
    if id == explanation.root {
        return result_name(text, explanation.result.part);
    }
    if let Some(input) = explanation.input(id) {
        return input_label(text, input);
    }
    let Some(term) = explanation.term(id) else {
        return text.get("why-step").into_owned();
    };
    let term = text.get(&format!("term-{}", term.key())).into_owned();
    match explanation.node(id).month {
        Some(month) => text.format(
            "why-of-month",
            &[
                ("term", Arg::from(term)),
                ("month", Arg::Ordinal(i64::from(month))),
            ],
        ),
        None => term,
    }
}

fn input_label(text: Text, input: &ExplainedInput) -> String {
    let (group, name) = input.field;
    text.field_label(group, name).into_owned()
}

/// Where an input came from.
pub(super) fn origin(text: Text, input: &ExplainedInput) -> String {
    text.render(&input.figure.origin.in_short())
}

/// An input as a link with its value and origin; returns whether it was pressed.
pub(super) fn input_row(
    ui: &mut Ui,
    text: Text,
    scenario: &Scenario,
    input: &ExplainedInput,
) -> bool {
    let look = Look::of(ui);
    let text = text.about_input(scenario, input.path.as_str());
    let label = input_label(text, input);
    let unit = scenario
        .spec(&input.path)
        .map_or(Unit::NONE, |spec| spec.unit);
    let written = value(text, input.figure.value, unit);
    let owner = input
        .path
        .as_str()
        .strip_prefix("options.")
        .and_then(|rest| rest.split('.').next())
        .and_then(|id| {
            scenario
                .options
                .iter()
                .find(|option| option.id.as_str() == id)
        });
    let label = match owner {
        Some(option) => text.format(
            "why-subject",
            &[
                ("result", Arg::from(label)),
                ("option", Arg::from(option.name.clone())),
            ],
        ),
        None => label,
    };
    let name = text.format(
        "why-go-to-input",
        &[
            ("input", Arg::from(label.clone())),
            ("value", Arg::from(written.clone())),
        ],
    );
    let pressed = ui.add(button::link(&label).name(&name)).clicked();
    ui.add(
        egui::Label::new(look.small(format!(
            "{written} · {}",
            text.describe(&input.figure.origin)
        )))
        .wrap(),
    );
    pressed
}

/// A formula in words.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// The formula, with the names of what it reads.
    pub formula: String,
    /// The steps that it reads, each once.
    pub below: Vec<NodeId>,
    /// Noughts of sums, which change nothing.
    pub noughts: usize,
}

/// The formula of a step; nothing for inputs and constants.
pub(super) fn written(text: Text, explanation: &Explanation, id: NodeId) -> Option<Written> {
    if explanation.parts(id).is_empty() {
        return None;
    }
    let mut writer = Writer {
        text,
        explanation,
        written: Written::default(),
    };
    let formula = writer.formula(id, Bond::Words, 0);
    Some(Written {
        formula,
        ..writer.written
    })
}

/// How tightly a formula holds its parts together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    Words,
    Sum,
    Product,
    Power,
}

struct Writer<'a> {
    text: Text,
    explanation: &'a Explanation,
    written: Written,
}

impl Writer<'_> {
    /// A part as it stands in a formula: a name, a constant, or its own formula.
    fn part(&mut self, id: NodeId, around: Bond, brackets: usize) -> String {
        let node = self.explanation.node(id);
        let is_input = self.explanation.input(id).is_some();
        if !is_input && self.explanation.formula(id) == Formula::Constant {
            return value(self.text, node.value, node.unit);
        }
        if is_input || node.term.is_some() || brackets >= DEEPEST_BRACKETS {
            self.name(id);
            let label = label(self.text, self.explanation, id);
            return self
                .text
                .format("why-quoted", &[("name", Arg::from(label))]);
        }
        self.formula(id, around, brackets + 1)
    }

    fn name(&mut self, id: NodeId) {
        if !self.written.below.contains(&id) {
            self.written.below.push(id);
        }
    }

    fn formula(&mut self, id: NodeId, around: Bond, brackets: usize) -> String {
        let text = self.text;
        let deeper = |bond: Bond| if bond == Bond::Words { Bond::Sum } else { bond };
        let (own, words) = match self.explanation.formula(id) {
            Formula::Input(_) | Formula::Constant => {
                return self.part(id, around, DEEPEST_BRACKETS);
            }
            Formula::Sum(parts) => (
                Bond::Sum,
                self.joined(&parts, 0.0, " + ", Bond::Sum, brackets),
            ),
            Formula::Product(parts) => (
                Bond::Product,
                self.joined(&parts, 1.0, " × ", Bond::Product, brackets),
            ),
            Formula::Difference(a, b) => {
                let (a, b) = (
                    self.part(a, Bond::Sum, brackets),
                    self.part(b, Bond::Product, brackets),
                );
                (Bond::Sum, format!("{a} − {b}"))
            }
            Formula::Quotient(a, b) => {
                let (a, b) = (
                    self.part(a, Bond::Product, brackets),
                    self.part(b, Bond::Power, brackets),
                );
                (Bond::Product, format!("{a} ÷ {b}"))
            }
            Formula::Power(a, b) => {
                let (a, b) = (
                    self.part(a, Bond::Power, brackets),
                    self.part(b, Bond::Power, brackets),
                );
                (Bond::Power, format!("{a} ^ {b}"))
            }
            Formula::RootOfSquares(a, b) => {
                let a = self.part(a, Bond::Power, brackets);
                let b = self.part(b, Bond::Power, brackets);
                (Bond::Power, format!("√({a}² + {b}²)"))
            }
            Formula::RootOfCubes(a, b) => {
                let a = self.part(a, Bond::Power, brackets);
                let b = self.part(b, Bond::Power, brackets);
                (Bond::Power, format!("∛({a}³ + {b}³)"))
            }
            Formula::Doublings(a) => {
                let a = self.part(a, Bond::Power, brackets);
                (Bond::Power, format!("log₂ {a}"))
            }
            Formula::Larger(a, b) => (Bond::Words, self.of_both("formula-larger", a, b, brackets)),
            Formula::Smaller(a, b) => {
                (Bond::Words, self.of_both("formula-smaller", a, b, brackets))
            }
            Formula::WholeUp(a) => {
                let a = self.part(a, Bond::Power, brackets);
                (Bond::Words, format!("{a} {}", text.get("formula-whole-up")))
            }
            Formula::WholeDown(a) => {
                let a = self.part(a, Bond::Power, brackets);
                (
                    Bond::Words,
                    format!("{a} {}", text.get("formula-whole-down")),
                )
            }
            Formula::Choice(a, limit, then, otherwise) => {
                let mut part = |id| Arg::from(self.part(id, deeper(Bond::Sum), brackets));
                let values = [
                    ("first", part(a)),
                    ("second", part(limit)),
                    ("third", part(then)),
                    ("fourth", part(otherwise)),
                ];
                (Bond::Words, text.format("formula-choice", &values))
            }
            // The value is shown with its unit wherever it stands.
            Formula::InPlainUnits(a) => return self.part(a, around, brackets),
        };
        let is_loose = own < around || (own == Bond::Words && brackets > 0);
        if is_loose {
            format!("({words})")
        } else {
            words
        }
    }

    fn of_both(&mut self, key: &str, a: NodeId, b: NodeId, brackets: usize) -> String {
        let (a, b) = (
            self.part(a, Bond::Sum, brackets),
            self.part(b, Bond::Sum, brackets),
        );
        format!("{} {}", self.text.get(key), self.text.list([a, b]))
    }

    /// Parts with a sign between them, without those that change nothing; `neutral` is the value
    /// that changes nothing.
    fn joined(
        &mut self,
        parts: &[NodeId],
        neutral: f64,
        sign: &str,
        bond: Bond,
        brackets: usize,
    ) -> String {
        let counts = |id: &NodeId| {
            let is_constant = self.explanation.formula(*id) == Formula::Constant;
            let may_go = is_constant || neutral == 0.0;
            !may_go || self.explanation.node(*id).value != neutral
        };
        let kept: Vec<NodeId> = parts.iter().copied().filter(counts).collect();
        if neutral == 0.0 {
            self.written.noughts += parts.len() - kept.len();
        }
        let kept = if kept.is_empty() {
            parts.to_vec()
        } else {
            kept
        };
        let shown = if kept.len() > MOST_PARTS {
            MOST_PARTS / 2
        } else {
            kept.len()
        };
        let mut words: Vec<String> = Vec::with_capacity(shown + 1);
        for (place, id) in kept.iter().enumerate() {
            // What is not written is still below, one step each.
            let part = self.part(*id, bond, brackets);
            if place < shown {
                words.push(part);
            }
        }
        if kept.len() > shown {
            let more = Arg::from(kept.len() - shown);
            words.push(self.text.format("why-more-parts", &[("count", more)]));
        }
        words.join(sign)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use weighbridge_engine::explain::{ResultRef, explain};
    use weighbridge_text::Locale;

    use super::*;

    fn sample() -> Scenario {
        let catalogue = weighbridge_catalogue::built_in().unwrap().0;
        let files = weighbridge_catalogue::sample_files();
        let file = files
            .iter()
            .find(|file| file.path.contains("support-assistant"))
            .unwrap();
        weighbridge_catalogue::scenario::read(&file.path, file.text, &catalogue)
            .unwrap()
            .scenario
    }

    #[test]
    fn every_step_of_every_result_has_words_in_every_language() {
        let scenario = sample();
        for locale in Locale::ALL {
            let text = Text::new(locale);
            for result in [
                "rented-llama.npv_usd",
                "owned-oss.lines.infrastructure",
                "flagship.usd_per_request",
            ] {
                let explanation = explain(&scenario, &ResultRef::parse(result).unwrap()).unwrap();
                let mut stack = vec![explanation.root];
                let mut seen = std::collections::BTreeSet::new();
                while let Some(id) = stack.pop() {
                    if !seen.insert(id) {
                        continue;
                    }
                    let label = label(text, &explanation, id);
                    assert!(
                        !label.is_empty() && !label.contains('['),
                        "{locale} {label}"
                    );
                    if let Some(written) = written(text, &explanation, id) {
                        assert!(
                            !written.formula.is_empty() && !written.formula.contains('['),
                            "{locale} {}",
                            written.formula
                        );
                        stack.extend(written.below);
                    }
                }
                assert!(seen.len() > 20, "{result} has {} steps", seen.len());
            }
        }
    }
}
