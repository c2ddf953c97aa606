//! What follows for the choice, in sentences: screens, paper and the command line say the same.

use weighbridge_engine::Scenario;
use weighbridge_engine::scenario::{DataPlace, Gate, GateTest, InputPath, LocalText, OptionId};
use weighbridge_engine::weighing::{
    Flip, GateReason, MEMORY, OptionWeighing, Prospects, Reason, Recommendation, Verdict, Weighing,
};
use weighbridge_units::{Arg, Base, Message, Money, Unit};

use crate::{Digits, Text};

/// Futures in which odds are told to people.
const FUTURES: u32 = weighbridge_engine::uncertainty::odds::FUTURES;

/// The words for a scenario's choice.
#[derive(Debug, Clone, Copy)]
pub struct ChoiceWords<'a> {
    text: Text,
    scenario: &'a Scenario,
}

/// How something that is not known well could be found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayToFindOut {
    /// Somebody knows: a vendor, a department, those who weigh.
    Ask,
    /// A measurement on the machine.
    Measure,
    /// A trial with real tasks.
    Pilot,
    /// Logs of what is in use already.
    ImportLogs,
}

impl WayToFindOut {
    /// How a figure could be found out, by what it is about.
    pub fn of(path: &InputPath) -> WayToFindOut {
        let parts: Vec<&str> = path.as_str().split('.').collect();
        let (group, field) = match *parts.as_slice() {
            ["options", _, "assessment", ..] => return WayToFindOut::Pilot,
            ["options", _, group, .., field] | [group, .., field] => (group, field),
            _ => return WayToFindOut::Ask,
        };
        match group {
            "workload" if field.starts_with("target") || field == "growth_per_month" => {
                WayToFindOut::Ask
            }
            "workload" => WayToFindOut::ImportLogs,
            "serving" | "interface_speed" => WayToFindOut::Measure,
            "cascade" | "quality" | "scores" => WayToFindOut::Pilot,
            _ => WayToFindOut::Ask,
        }
    }

    /// The key of its word.
    pub const fn key(self) -> &'static str {
        match self {
            WayToFindOut::Ask => "choice-find-ask",
            WayToFindOut::Measure => "choice-find-measure",
            WayToFindOut::Pilot => "choice-find-pilot",
            WayToFindOut::ImportLogs => "choice-find-logs",
        }
    }
}

impl<'a> ChoiceWords<'a> {
    /// The words for a scenario in a language and the client's currency.
    pub fn new(text: Text, scenario: &'a Scenario) -> ChoiceWords<'a> {
        ChoiceWords { text, scenario }
    }

    /// The recommendation, without a full stop: the option, and by how much; none where the case
    /// has neither criteria nor gates, and cost alone decides.
    pub fn headline(self, weighing: &Weighing, recommendation: &Recommendation) -> String {
        let name = |place: usize| Arg::from(self.option(place));
        let Some(best) = recommendation.best else {
            return self.say("choice-none", &[]);
        };
        let (Some(second), Some(margin)) = (recommendation.runner_up, recommendation.margin_usd)
        else {
            return self.say("choice-only", &[("option", name(best))]);
        };
        let args = [
            ("option", name(best)),
            ("second", name(second)),
            ("margin", self.money(margin)),
            ("months", self.months()),
        ];
        if margin <= 0.0 {
            self.say("choice-even", &args)
        } else if self.scenario.priorities.criteria.is_empty() || weighing.usd_per_point <= 0.0 {
            self.say("choice-cheaper", &args)
        } else {
            self.say("choice-worth-more", &args)
        }
    }

    /// How sure the recommendation is: in how many futures of fifty the option is best, and
    /// between which amounts the margin lies.
    pub fn how_sure(self, recommendation: &Recommendation, prospects: &Prospects) -> String {
        let Some(best) = recommendation
            .best
            .and_then(|place| prospects.options.get(place))
        else {
            return String::new();
        };
        let mut sentences = Vec::new();
        if recommendation.runner_up.is_some() {
            sentences.push(self.say(
                "choice-odds",
                &[
                    ("count", Arg::from(best.best_futures)),
                    ("all", Arg::from(FUTURES)),
                ],
            ));
        }
        if let Some(margin) = prospects.margin_usd {
            let ends = [
                ("low", self.money(margin.p10)),
                ("high", self.money(margin.p90)),
            ];
            sentences.push(self.say("choice-margin-range", &ends));
        } else if let Some(cost) = best.npv_usd {
            let ends = [
                ("low", self.money(cost.p10)),
                ("high", self.money(cost.p90)),
            ];
            sentences.push(self.say("choice-cost-range", &ends));
        }
        sentences.join(" ")
    }

    /// Which options are out, and which gates close on them; empty where none is.
    pub fn gates(self, weighing: &Weighing) -> String {
        let mut out: Vec<(String, Vec<String>)> = Vec::new();
        let mut in_total = 0_usize;
        for (place, option) in weighing.options.iter().enumerate() {
            let gates = self.closed_gates(option);
            if gates.is_empty() {
                continue;
            }
            in_total += 1;
            out.push((self.option(place), gates));
        }
        match out.as_slice() {
            [] if self.scenario.priorities.gates.iter().any(|gate| gate.on) => {
                self.say("choice-all-pass", &[])
            }
            [] => String::new(),
            [(option, gates)] => self.say(
                "choice-one-out",
                &[
                    ("option", Arg::from(option.clone())),
                    ("gates", Arg::from(self.text.list(gates.clone()))),
                ],
            ),
            _ => {
                let mut gates: Vec<String> = Vec::new();
                for gate in out.into_iter().flat_map(|(_, gates)| gates) {
                    if !gates.contains(&gate) {
                        gates.push(gate);
                    }
                }
                self.say(
                    "choice-several-out",
                    &[
                        ("count", Arg::from(in_total)),
                        ("gates", Arg::from(self.text.list(gates))),
                    ],
                )
            }
        }
    }

    /// The names of the gates that close on an option.
    fn closed_gates(self, option: &OptionWeighing) -> Vec<String> {
        let gates = option
            .gates
            .iter()
            .filter(|gate| matches!(gate.verdict, Verdict::Closed(_)));
        gates.map(|gate| self.gate_called(&gate.gate)).collect()
    }

    /// "Out because its first token takes 3.2 s, and 2 s are allowed."; none where it is in.
    pub fn out_because(self, option: &OptionWeighing) -> Option<String> {
        let reasons: Vec<String> = option.closed().map(|reason| self.closed(reason)).collect();
        if reasons.is_empty() {
            return None;
        }
        let reasons = Arg::from(self.text.list(reasons));
        Some(self.say("choice-out-because", &[("reasons", reasons)]))
    }

    /// Why a gate closes, as what follows "out because".
    pub fn closed(self, reason: &GateReason) -> String {
        let text = self.text;
        let number = |value: f64| Arg::from(text.number(value, Digits::SCREEN));
        match reason {
            GateReason::DataResidency { place, allowed } => self.say(
                "choice-closed-data-residency",
                &[
                    ("place", Arg::from(self.place(*place))),
                    ("allowed", Arg::from(self.place(*allowed))),
                ],
            ),
            GateReason::Licence { licence, clauses } => self.say(
                "choice-closed-licence",
                &[
                    ("licence", Arg::from(licence.clone())),
                    ("count", Arg::from(clauses.len())),
                ],
            ),
            GateReason::TimeToFirstToken {
                seconds,
                target_seconds,
            } => self.say(
                "choice-closed-time-to-first-token",
                &[
                    ("time", Arg::from(text.duration(*seconds))),
                    ("target", Arg::from(text.duration(*target_seconds))),
                ],
            ),
            GateReason::WritingSpeed {
                tokens_per_second,
                target,
            } => {
                let speed = |value: f64| Arg::from(text.quantity(value, Unit::TOKENS_PER_SECOND));
                self.say(
                    "choice-closed-writing-speed",
                    &[
                        ("speed", speed(*tokens_per_second)),
                        ("target", speed(*target)),
                    ],
                )
            }
            GateReason::Memory {
                needed_gigabytes,
                memory_gigabytes,
            } => {
                let size = |gigabytes: f64| Arg::from(text.bytes(gigabytes * 1e9));
                self.say(
                    "choice-closed-memory",
                    &[
                        ("need", size(*needed_gigabytes)),
                        ("room", size(*memory_gigabytes)),
                    ],
                )
            }
            GateReason::MemoryInDraws { share } => {
                let share = Arg::from(text.percent(*share, Digits::Decimals(0)));
                self.say("choice-closed-memory-in-draws", &[("share", share)])
            }
            GateReason::Context {
                tokens,
                context_tokens,
            } => self.say(
                "choice-closed-context",
                &[
                    ("tokens", Arg::from(text.compact(*tokens))),
                    ("limit", Arg::from(text.compact(*context_tokens))),
                ],
            ),
            GateReason::MinimumScore {
                benchmark,
                score,
                limit,
            } => self.say(
                "choice-closed-minimum-score",
                &[
                    ("benchmark", Arg::from(benchmark.clone())),
                    (
                        "score",
                        Arg::from(text.percent(score / 100.0, Digits::SCREEN)),
                    ),
                    (
                        "limit",
                        Arg::from(text.percent(limit / 100.0, Digits::SCREEN)),
                    ),
                ],
            ),
            GateReason::Languages { missing } => self.say(
                "choice-closed-languages",
                &[
                    ("count", Arg::from(missing.len())),
                    (
                        "languages",
                        Arg::from(text.list(missing.iter().map(|tag| self.language(tag)))),
                    ),
                ],
            ),
            GateReason::Skills { fte, limit } => self.say(
                "choice-closed-skills",
                &[("fte", number(*fte)), ("limit", number(*limit))],
            ),
            GateReason::MinimumJudgement {
                criterion,
                points,
                limit,
            } => self.say(
                "choice-closed-minimum-judgement",
                &[
                    ("criterion", Arg::from(self.criterion(criterion))),
                    ("points", number(*points)),
                    ("limit", number(*limit)),
                ],
            ),
        }
    }

    /// A reason for the choice.
    pub fn reason(self, recommendation: &Recommendation, reason: &Reason) -> String {
        let second = recommendation
            .runner_up
            .map_or_else(String::new, |place| self.option(place));
        match reason {
            Reason::CostsLess { usd } => self.say(
                "choice-reason-costs-less",
                &[
                    ("amount", self.money(*usd)),
                    ("second", Arg::from(second)),
                    ("months", self.months()),
                ],
            ),
            Reason::Better {
                criterion,
                points,
                usd,
            } => self.say(
                "choice-reason-better",
                &[
                    ("criterion", Arg::from(self.criterion(criterion))),
                    ("second", Arg::from(second)),
                    (
                        "points",
                        Arg::from(self.text.number(*points, Digits::Decimals(1))),
                    ),
                    ("amount", self.money(*usd)),
                ],
            ),
            Reason::OthersOut { options } => {
                let names = options.iter().map(|place| self.option(*place));
                self.say(
                    "choice-reason-others-out",
                    &[
                        ("count", Arg::from(options.len())),
                        ("options", Arg::from(self.text.list(names))),
                    ],
                )
            }
            Reason::OnlyOne => self.say("choice-reason-only-one", &[]),
        }
    }

    /// What would turn the choice round, as a sentence.
    pub fn flip(self, _: &Recommendation, flip: &Flip) -> String {
        let text = self.text;
        match flip {
            Flip::Input { path, here, at, to } => {
                let key = if at < here {
                    "choice-flip-input-below"
                } else {
                    "choice-flip-input-above"
                };
                let second = self.option(*to);
                self.say(
                    key,
                    &[
                        ("input", Arg::from(self.input(path))),
                        ("at", Arg::from(self.value(path, *at))),
                        ("here", Arg::from(self.value(path, *here))),
                        ("second", Arg::from(second)),
                    ],
                )
            }
            Flip::Weight {
                criterion,
                here,
                at,
                to,
            } => {
                let key = if at < here {
                    "choice-flip-weight-below"
                } else {
                    "choice-flip-weight-above"
                };
                let share = |value: f64| Arg::from(text.percent(value, Digits::Decimals(0)));
                self.say(
                    key,
                    &[
                        ("criterion", Arg::from(self.criterion(criterion))),
                        ("at", share(*at)),
                        ("here", share(*here)),
                        ("second", Arg::from(self.option(*to))),
                    ],
                )
            }
            Flip::Gate { gate, to } => {
                let name = self
                    .gate_of(gate)
                    .map_or_else(|| gate.clone(), |gate| self.gate(gate));
                self.say(
                    "choice-flip-gate",
                    &[
                        ("gate", Arg::from(name)),
                        ("second", Arg::from(self.option(*to))),
                    ],
                )
            }
        }
    }

    /// The name of an option, by its place.
    pub fn option(self, place: usize) -> String {
        let option = self.scenario.options.get(place);
        option.map_or_else(String::new, |option| option.name.clone())
    }

    /// The name of a criterion, by its id.
    pub fn criterion(self, id: &str) -> String {
        if id == weighbridge_engine::scenario::COST {
            return self.say("choice-criterion-cost", &[]);
        }
        let mut criteria = self.scenario.priorities.criteria.iter();
        let criterion = criteria.find(|criterion| criterion.id == id);
        criterion.map_or_else(
            || id.to_owned(),
            |criterion| self.local(&criterion.name).to_owned(),
        )
    }

    /// The name of a participant, by their id.
    pub fn participant(self, id: &str) -> String {
        let mut participants = self.scenario.priorities.participants.iter();
        let participant = participants.find(|participant| participant.id == id);
        participant.map_or_else(|| id.to_owned(), |participant| participant.name.clone())
    }

    /// A gate in a few words, as "time to first token".
    pub fn gate(self, gate: &Gate) -> String {
        let key = format!("choice-gate-{}", gate.test.key());
        match &gate.test {
            GateTest::MinimumScore(column) => {
                self.say(&key, &[("benchmark", Arg::from(column.clone()))])
            }
            GateTest::MinimumJudgement(criterion) => {
                self.say(&key, &[("criterion", Arg::from(self.criterion(criterion)))])
            }
            _ => self.say(&key, &[]),
        }
    }

    /// A gate in a few words, by its id.
    pub fn gate_called(self, id: &str) -> String {
        match self.gate_of(id) {
            Some(gate) => self.gate(gate),
            // A model that does not fit is out whether or not a gate asks.
            None if id == MEMORY => self.say("choice-gate-memory", &[]),
            None => id.to_owned(),
        }
    }

    /// A gate, by its id.
    pub fn gate_of(self, id: &str) -> Option<&'a Gate> {
        self.scenario
            .priorities
            .gates
            .iter()
            .find(|gate| gate.id == id)
    }

    /// Where data is processed.
    pub fn place(self, place: DataPlace) -> String {
        self.say(&format!("choice-place-{}", place.key()), &[])
    }

    /// What a framework says in its own words.
    pub fn local(self, local: &LocalText) -> String {
        self.text.local(local).to_owned()
    }

    /// An input with the option or person it belongs to, as "Output, GPT-6.1 Sol".
    pub fn input(self, path: &InputPath) -> String {
        let (field, owner) = self.field_and_owner(path);
        if owner.is_empty() {
            return field;
        }
        let args = [("result", Arg::from(field)), ("option", Arg::from(owner))];
        self.say("why-subject", &args)
    }

    /// Several figures that are one quantity, as "Output (A and B)".
    pub fn quantity(self, paths: &[InputPath]) -> String {
        let [first, ..] = paths else {
            return String::new();
        };
        let field = self.field_and_owner(first).0;
        let mut owners: Vec<String> = Vec::new();
        for path in paths {
            let owner = self.field_and_owner(path).1;
            if !owner.is_empty() && !owners.contains(&owner) {
                owners.push(owner);
            }
        }
        if owners.is_empty() {
            return field;
        }
        format!("{field} ({})", self.text.list(owners))
    }

    /// The name of an input and that of the option or person it belongs to, which may be empty.
    pub fn field_and_owner(self, path: &InputPath) -> (String, String) {
        let parts: Vec<&str> = path.as_str().split('.').collect();
        let option = |id: &str| {
            let id = OptionId::parse(id)?;
            Some(self.scenario.option(&id)?.name.clone())
        };
        match *parts.as_slice() {
            ["options", id, "assessment", criterion] => {
                (self.judgement(criterion), option(id).unwrap_or_default())
            }
            ["participants", id, "weight", criterion] => {
                (self.weight(criterion), self.participant(id))
            }
            ["criteria", criterion, "weight"] => (self.weight(criterion), String::new()),
            ["gates", gate, "limit"] => {
                let name = Arg::from(self.gate_called(gate));
                (
                    self.say("choice-input-limit", &[("gate", name)]),
                    String::new(),
                )
            }
            _ => {
                let text = self.text.about_input(self.scenario, path.as_str());
                let field = self.scenario.spec(path).map_or_else(
                    || path.to_string(),
                    |spec| text.field_label(spec.group, spec.name).into_owned(),
                );
                let owner = match *parts.as_slice() {
                    ["options", id, ..] => option(id).unwrap_or_default(),
                    _ => String::new(),
                };
                (field, owner)
            }
        }
    }

    fn judgement(self, criterion: &str) -> String {
        let criterion = Arg::from(self.criterion(criterion));
        self.say("choice-input-judgement", &[("criterion", criterion)])
    }

    fn weight(self, criterion: &str) -> String {
        let criterion = Arg::from(self.criterion(criterion));
        self.say("choice-input-weight", &[("criterion", criterion)])
    }

    /// A value of an input with its unit, shortened.
    pub fn value(self, path: &InputPath, value: f64) -> String {
        let unit = self
            .scenario
            .spec(path)
            .map_or(Unit::NONE, |spec| spec.unit);
        if unit == Unit::USD {
            self.text.compact_money(Money::usd(value))
        } else if unit.exponent(Base::Usd) == 1 || unit.is_share() {
            self.text.short_quantity(value, unit)
        } else {
            self.text.compact(value)
        }
    }

    fn language(self, tag: &str) -> String {
        let primary = tag.split('-').next().unwrap_or(tag);
        let named = |tag: &str| self.text.find(&format!("language-{}", tag.to_lowercase()));
        named(tag)
            .or_else(|| named(primary))
            .map_or_else(|| tag.to_owned(), |name| name.into_owned())
    }

    fn months(self) -> Arg {
        let count = Arg::from(u64::from(self.scenario.question.horizon_months));
        Arg::Message(Box::new(Message::new("count-months").with("count", count)))
    }

    fn money(self, usd: f64) -> Arg {
        Arg::from(self.text.compact_money(Money::usd(usd)))
    }

    fn say(self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.text.format(key, args)
    }
}
