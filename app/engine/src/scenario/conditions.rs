//! Answering conditions: every consequence is set through the path of an ordinary input.

use super::{
    Answer, Condition, Consequence, Deployment, InputPath, OptionId, Scenario, SetError, Setting,
};
use crate::catalogue::Quality;
use crate::figure::{Figure, Origin, PresetOrigin, Range, RangeReading};

/// The part of a path that stands for every option.
const EVERY_OPTION: &str = "options.*.";

impl Scenario {
    /// Answers a condition and sets what follows; other inputs stay.
    ///
    /// Inputs that an option does not have are passed over, and so are consequences for a gate or
    /// criterion that somebody removed.
    ///
    /// # Errors
    /// [`SetError`] where no condition has the id, or a consequence does not fit its input.
    pub fn answer(&mut self, condition: &str, answer: Answer) -> Result<(), SetError> {
        let mut conditions = self.priorities.conditions.iter_mut();
        let Some(found) = conditions.find(|found| found.id == condition) else {
            return Err(SetError::UnknownPath {
                path: format!("conditions.{condition}.answer"),
            });
        };
        found.answer = answer;
        let found = found.clone();
        self.apply(&found, None)
    }

    /// Sets what follows for one option from the conditions that are answered, as for an option
    /// that has just been added.
    ///
    /// # Errors
    /// [`SetError`] where a consequence does not fit its input.
    pub fn apply_answers_to(&mut self, option: &OptionId) -> Result<(), SetError> {
        let answered: Vec<Condition> = self
            .priorities
            .conditions
            .iter()
            .filter(|condition| condition.answer != Answer::Unknown)
            .cloned()
            .collect();
        answered
            .iter()
            .try_for_each(|condition| self.apply(condition, Some(option)))
    }

    /// The inputs meant by a path in which `*` may stand for every option of some kinds.
    pub fn expand(&self, path: &str, kinds: &[Deployment]) -> Vec<InputPath> {
        let Some(rest) = path.strip_prefix(EVERY_OPTION) else {
            return vec![InputPath::new(path)];
        };
        self.options
            .iter()
            .filter(|option| kinds.is_empty() || kinds.contains(&option.deployment()))
            .map(|option| InputPath::new(format!("options.{}.{rest}", option.id)))
            .collect()
    }

    fn apply(&mut self, condition: &Condition, only: Option<&OptionId>) -> Result<(), SetError> {
        for (place, consequence) in condition.consequences.iter().enumerate() {
            let of_options = consequence.path.starts_with(EVERY_OPTION);
            if only.is_some() && !of_options {
                continue;
            }
            let owner = only.map(|option| format!("options.{option}."));
            for path in self.expand(&consequence.path, &consequence.kinds) {
                let concerned = owner
                    .as_ref()
                    .is_none_or(|owner| path.as_str().starts_with(owner));
                if concerned {
                    self.follow(condition, place, consequence, &path)?;
                }
            }
        }
        Ok(())
    }

    fn follow(
        &mut self,
        condition: &Condition,
        place: usize,
        consequence: &Consequence,
        path: &InputPath,
    ) -> Result<(), SetError> {
        // Conditions do not answer each other.
        if path.as_str().starts_with("conditions.") {
            return Ok(());
        }
        let setting = consequence.setting(condition.answer);
        let set = match setting {
            Setting::Number(value) if self.spec(path).is_some() => {
                let origin = self.consequence_origin(condition, place);
                let figure = Figure {
                    value: *value,
                    origin,
                    range: consequence.range(*value, self.spec(path)),
                };
                self.set_figure(path, figure)
            }
            _ => self.set(path, setting),
        };
        match set {
            Err(SetError::UnknownPath { .. }) => Ok(()),
            set => set,
        }
    }

    /// What a consequence sets is an assumption of the framework.
    fn consequence_origin(&self, condition: &Condition, place: usize) -> Origin {
        let framework = self.priorities.framework.as_ref();
        Origin::Preset(PresetOrigin {
            record: framework.map_or_else(String::new, |framework| framework.id.clone()),
            field: format!(
                "conditions.{}.{place}.{}",
                condition.id,
                condition.answer.key()
            ),
            source: condition.sources.join("; "),
            as_of: framework.map_or(self.question.date, |framework| framework.as_of),
            quality: Quality::Assumed,
        })
    }
}

impl Consequence {
    /// What is set under an answer.
    pub const fn setting(&self, answer: Answer) -> &Setting {
        match answer {
            Answer::Yes => &self.yes,
            Answer::No => &self.no,
            Answer::Unknown => &self.unknown,
        }
    }

    /// The range of a value that is set, inside what the field allows.
    fn range(&self, value: f64, spec: Option<&crate::figure::FieldSpec>) -> Option<Range> {
        let (low, high) = self.spread?;
        let spec = spec?;
        let low = (value * low).clamp(spec.min, spec.max).min(value);
        let high = (value * high).clamp(spec.min, spec.max).max(value);
        (low < high).then(|| Range::new(low, high, RangeReading::Percentiles10And90))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use weighbridge_units::PartialDate;

    use super::super::{
        Api, Criterion, DataPlace, DecisionOption, Device, Evidence, Favours, Gate, GateTest,
        LocalText, Plan, SWING,
    };
    use super::*;

    fn consequence(path: &str, kinds: &[Deployment], yes: Setting, no: Setting) -> Consequence {
        Consequence {
            path: path.to_owned(),
            kinds: kinds.to_vec(),
            yes,
            unknown: no.clone(),
            no,
            spread: Some((0.5, 2.0)),
            why: LocalText::plain("because"),
        }
    }

    /// Two options, a gate, a criterion, and a condition that touches all of them.
    fn case() -> Scenario {
        let word = |word: &str| Setting::Word(word.to_owned());
        let mut scenario = Scenario::new("Case", PartialDate::day(2026, 11, 24).unwrap());
        for (id, plan) in [
            ("bought", Plan::ProprietaryApi(Api::default())),
            ("device", Plan::OnDevice(Device::default())),
        ] {
            let id = OptionId::parse(id).unwrap();
            scenario
                .options
                .push(DecisionOption::new(id.clone(), id.as_str(), plan));
        }
        scenario.priorities.criteria.push(Criterion {
            id: "control".to_owned(),
            name: LocalText::plain("Control"),
            guidance: LocalText::default(),
            evidence: Evidence::Judgement,
            worst: 0.0,
            best: 100.0,
            worst_means: LocalText::default(),
            best_means: LocalText::default(),
            starting_weight: Figure::starting(&SWING),
            sources: Vec::new(),
        });
        scenario.priorities.gates.push(Gate {
            id: "residency".to_owned(),
            test: GateTest::DataResidency(DataPlace::Provider),
            on: false,
            limit: Figure::entered(0.0),
            percentile: 0.5,
            guidance: LocalText::default(),
            sources: Vec::new(),
        });
        let device = [Deployment::OnDevice];
        let number = Setting::Number;
        scenario.priorities.conditions.push(Condition {
            id: "at-home".to_owned(),
            statement: LocalText::plain("Data stays at home"),
            favours: Favours::OpenWeights,
            answer: Answer::Unknown,
            sources: vec!["S0/S1 · F1".to_owned()],
            consequences: vec![
                consequence("gates.residency.on", &[], word("yes"), word("no")),
                consequence(
                    "gates.residency.allowed",
                    &[],
                    word("own-tenancy"),
                    word("provider"),
                ),
                consequence("criteria.control.weight", &[], number(90.0), number(40.0)),
                consequence(
                    "options.*.assessment.control",
                    &device,
                    number(95.0),
                    number(70.0),
                ),
                consequence(
                    "options.*.people.ml_engineer_fte",
                    &[],
                    number(0.2),
                    number(0.5),
                ),
                consequence(
                    "options.*.owned.server_price_usd",
                    &[],
                    number(1.0),
                    number(2.0),
                ),
                consequence("gates.gone.on", &[], word("yes"), word("no")),
            ],
        });
        scenario
    }

    fn value(scenario: &Scenario, path: &str) -> Option<f64> {
        Some(scenario.figure(&InputPath::new(path))?.value)
    }

    #[test]
    fn an_answer_sets_what_follows_and_another_answer_turns_it_round() {
        let mut scenario = case();
        let before = scenario.clone();
        let path = InputPath::new("conditions.at-home.answer");
        for (word, on, place, weight, judgement, fte) in [
            ("yes", true, DataPlace::OwnTenancy, 90.0, 95.0, 0.2),
            ("no", false, DataPlace::Provider, 40.0, 70.0, 0.5),
            ("yes", true, DataPlace::OwnTenancy, 90.0, 95.0, 0.2),
        ] {
            scenario
                .set(&path, &Setting::Word(word.to_owned()))
                .unwrap();
            let gate = &scenario.priorities.gates[0];
            assert_eq!(gate.on, on, "{word}");
            assert_eq!(gate.test, GateTest::DataResidency(place), "{word}");
            assert_eq!(value(&scenario, "criteria.control.weight"), Some(weight));
            let judged = value(&scenario, "options.device.assessment.control");
            assert_eq!(judged, Some(judgement), "{word}");
            assert_eq!(value(&scenario, "options.bought.assessment.control"), None);
            let people = value(&scenario, "options.bought.people.ml_engineer_fte");
            assert_eq!(people, Some(fte), "{word}");
        }
        assert_eq!(scenario.question, before.question);
        assert_eq!(scenario.workload, before.workload);
        let refused = scenario.set(&path, &Setting::Word("maybe".to_owned()));
        assert!(matches!(refused, Err(SetError::UnknownChoice { .. })));
        let nobody = scenario.answer("nobody", Answer::Yes);
        assert!(matches!(nobody, Err(SetError::UnknownPath { .. })));
    }

    #[test]
    fn what_follows_is_marked_as_assumed_and_keeps_its_doubt() {
        let mut scenario = case();
        scenario.answer("at-home", Answer::Yes).unwrap();
        let path = InputPath::new("options.device.assessment.control");
        let figure = scenario.figure(&path).unwrap();
        assert!(figure.origin.is_doubtful());
        let range = figure.range.as_ref().unwrap();
        assert_eq!((range.low, range.high), (47.5, 100.0));
    }

    #[test]
    fn a_further_option_follows_the_answers_and_changes_no_other() {
        let mut scenario = case();
        scenario.answer("at-home", Answer::Yes).unwrap();
        let by_hand = InputPath::new("options.device.people.ml_engineer_fte");
        scenario.set(&by_hand, &Setting::Number(3.0)).unwrap();
        let id = OptionId::parse("second").unwrap();
        let plan = Plan::OnDevice(Device::default());
        scenario
            .options
            .push(DecisionOption::new(id.clone(), "Second", plan));
        scenario.apply_answers_to(&id).unwrap();
        let judged = value(&scenario, "options.second.assessment.control");
        assert_eq!(judged, Some(95.0));
        assert_eq!(value(&scenario, by_hand.as_str()), Some(3.0));
    }

    #[test]
    fn weights_and_judgements_appear_once_they_are_set() {
        let mut scenario = case();
        let participants = &mut scenario.priorities.participants;
        participants.push(super::super::Participant::new("board", "Board"));
        let weight = InputPath::new("participants.board.weight.control");
        assert_eq!(value(&scenario, weight.as_str()), Some(SWING.start));
        assert!(scenario.priorities.participants[0].swings.is_empty());
        scenario.set(&weight, &Setting::Number(80.0)).unwrap();
        assert_eq!(value(&scenario, weight.as_str()), Some(80.0));
        let refused = scenario.set(&weight, &Setting::Number(101.0));
        assert!(matches!(refused, Err(SetError::Value { .. })));
        for path in [
            "participants.board.weight.nothing",
            "participants.nobody.weight.control",
            "options.bought.assessment.nothing",
            "gates.residency.limit",
            "money_axis.nothing",
        ] {
            let refused = scenario.set(&InputPath::new(path), &Setting::Number(1.0));
            assert!(
                matches!(refused, Err(SetError::UnknownPath { .. })),
                "{path}"
            );
        }
        let mut seen = Vec::new();
        scenario.each_decision_figure(&mut |path, spec, figure| {
            assert_eq!(scenario.spec(&path), Some(spec), "{path}");
            assert_eq!(scenario.figure(&path), Some(figure), "{path}");
            seen.push(path.to_string());
        });
        let expected = [
            "criteria.control.weight",
            "participants.board.weight.control",
            "money_axis.usd_per_point",
            "money_axis.worst_cost_usd",
            "money_axis.best_cost_usd",
        ];
        assert_eq!(seen, expected);
    }
}
