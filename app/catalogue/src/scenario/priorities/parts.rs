//! Conditions, gates, criteria, futures and judgements, in frameworks and scenarios alike.

use weighbridge_engine::catalogue::{Quality, StartingJudgement};
use weighbridge_engine::figure::Figure;
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{
    Answer, Change, Condition, Consequence, Criterion, DataPlace, Deployment, Evidence, Favours,
    Gate, GateTest, LocalText, Move, POINTS_LIMIT, SWING, Setting, WhatIf,
};

use super::super::names::QUALITIES;
use super::super::value::Value;
use super::paths::Written;
use super::taker::{Taker, read_number, read_setting};
use crate::faults::FaultKind;

/// Points of a judgement or an anchor.
const POINTS: (f64, f64) = (0.0, 100.0);
/// Anything a result of the arithmetic may be.
const ANY: (f64, f64) = (-1e15, 1e15);

/// A condition about which only its id is known.
pub(super) fn blank_condition(id: String) -> Condition {
    Condition {
        id,
        statement: LocalText::default(),
        favours: Favours::OpenWeights,
        answer: Answer::Unknown,
        sources: Vec::new(),
        consequences: Vec::new(),
    }
}

/// Reads a condition; paths are noted in `written`, to be checked once everything is known.
pub(super) fn read_condition<'v>(
    taker: &mut Taker<'_, '_, 'v>,
    condition: &mut Condition,
    written: &mut Vec<Written>,
) {
    taker.need_local("statement", &mut condition.statement);
    let favours = Favours::ALL.map(|side| (side.key(), side));
    taker.need_choice("favours", &favours, &mut condition.favours);
    let answers = Answer::ALL.map(|answer| (answer.key(), answer));
    taker.choice("answer", &answers, &mut condition.answer);
    taker.texts("sources", &mut condition.sources);
    taker.items(
        "consequences",
        &mut condition.consequences,
        &mut |taker, value, path| read_consequence(taker, value, path, written),
    );
}

fn read_consequence(
    taker: &mut Taker<'_, '_, '_>,
    value: &Value,
    at: &str,
    written: &mut Vec<Written>,
) -> Option<Consequence> {
    let mut path = String::new();
    taker.need_text("path", &mut path);
    let mut kinds = Vec::new();
    taker.kinds("kinds", &mut kinds);
    let setting = |taker: &mut Taker<'_, '_, '_>, key| {
        let (value, path) = taker.need(key)?;
        read_setting(taker.reader, value, &path)
    };
    let yes = setting(taker, "yes");
    let no = setting(taker, "no");
    let unknown = setting(taker, "unknown");
    let spread = taker.keys.take("spread").and_then(|(value, path)| {
        let items = taker.reader.list(value, &path);
        let [low, high] = items else {
            let kind = FaultKind::WrongType {
                expected: crate::faults::Expected::List,
                found: value.excerpt(),
            };
            taker.reader.fault(value.place, &path, kind);
            return None;
        };
        let low = read_number(taker.reader, low, &format!("{path}[0]"), (0.0, 1.0))?;
        let high = read_number(taker.reader, high, &format!("{path}[1]"), (1.0, 1000.0))?;
        Some((low, high))
    });
    let mut why = LocalText::default();
    taker.local("why", &mut why);
    let consequence = Consequence {
        path,
        kinds,
        yes: yes?,
        no: no?,
        unknown: unknown?,
        spread,
        why,
    };
    written.push(Written {
        place: value.place,
        at: format!("{at}.path"),
        path: consequence.path.clone(),
        kinds: consequence.kinds.clone(),
        settings: [&consequence.yes, &consequence.no, &consequence.unknown]
            .map(Setting::clone)
            .to_vec(),
    });
    Some(consequence)
}

/// A gate about which only its id is known.
pub(super) fn blank_gate(id: String) -> Gate {
    Gate {
        id,
        test: GateTest::Licence,
        on: false,
        limit: Figure::starting(&POINTS_LIMIT),
        percentile: 0.5,
        guidance: LocalText::default(),
        sources: Vec::new(),
    }
}

/// The tests, with what they ask where they ask for something.
fn tests() -> [(&'static str, GateTest); 10] {
    [
        GateTest::DataResidency(DataPlace::Provider),
        GateTest::Licence,
        GateTest::TimeToFirstToken,
        GateTest::WritingSpeed,
        GateTest::Memory,
        GateTest::Context,
        GateTest::MinimumScore(String::new()),
        GateTest::Languages,
        GateTest::Skills,
        GateTest::MinimumJudgement(String::new()),
    ]
    .map(|test| (test.key(), test))
}

/// Reads a gate.
pub(super) fn read_gate(taker: &mut Taker<'_, '_, '_>, gate: &mut Gate) {
    let tests = tests();
    let words: Vec<(&str, usize)> = tests
        .iter()
        .enumerate()
        .map(|(place, (word, _))| (*word, place))
        .collect();
    if let Some((value, path)) = taker.need("test")
        && let Some(place) = taker.reader.choice(value, &path, &words)
    {
        gate.test = tests[place].1.clone();
    }
    match &mut gate.test {
        GateTest::DataResidency(allowed) => {
            let places = DataPlace::ALL.map(|place| (place.key(), place));
            taker.need_choice("allowed", &places, allowed);
        }
        GateTest::MinimumScore(column) => taker.need_text("column", column),
        GateTest::MinimumJudgement(criterion) => taker.need_text("criterion", criterion),
        _ => {}
    }
    taker.truth("on", &mut gate.on);
    if let Some(spec) = gate.test.limit() {
        taker.figure("limit", spec, &mut gate.limit);
    }
    if let Some(percentile) = taker.number("percentile", (0.0, 1.0)) {
        gate.percentile = percentile;
    }
    taker.local("guidance", &mut gate.guidance);
    taker.texts("sources", &mut gate.sources);
}

/// A criterion about which only its id is known.
pub(super) fn blank_criterion(id: String) -> Criterion {
    Criterion {
        id,
        name: LocalText::default(),
        guidance: LocalText::default(),
        evidence: Evidence::Judgement,
        worst: POINTS.0,
        best: POINTS.1,
        worst_means: LocalText::default(),
        best_means: LocalText::default(),
        starting_weight: Figure::starting(&SWING),
        sources: Vec::new(),
    }
}

/// Reads a criterion.
pub(super) fn read_criterion(taker: &mut Taker<'_, '_, '_>, criterion: &mut Criterion) {
    taker.need_local("name", &mut criterion.name);
    taker.local("guidance", &mut criterion.guidance);
    read_evidence(taker, &mut criterion.evidence);
    let bounds = match criterion.evidence {
        Evidence::Judgement | Evidence::Score(_) => POINTS,
        Evidence::Result(_) => ANY,
    };
    let worst = taker.number("worst", bounds);
    criterion.worst = worst.unwrap_or(criterion.worst);
    if let Some((value, path)) = taker.keys.take("best")
        && let Some(best) = read_number(taker.reader, value, &path, bounds)
    {
        if best == criterion.worst {
            let kind = FaultKind::OutOfRange {
                min: bounds.0,
                max: bounds.1,
                value: best,
            };
            taker.reader.fault(value.place, &path, kind);
        }
        criterion.best = best;
    }
    taker.local("worst_means", &mut criterion.worst_means);
    taker.local("best_means", &mut criterion.best_means);
    taker.figure("weight", &SWING, &mut criterion.starting_weight);
    taker.texts("sources", &mut criterion.sources);
}

/// `judgement`, or one of `result: "…"` and `score: "…"`.
fn read_evidence(taker: &mut Taker<'_, '_, '_>, evidence: &mut Evidence) {
    let keys = ["result", "score"].map(str::to_owned);
    if taker.keys.has("result") && taker.keys.has("score") {
        let path = taker.keys.path_of("score");
        let kind = FaultKind::Exclusive {
            keys: keys.to_vec(),
        };
        taker.reader.fault(taker.keys.place, &path, kind);
    }
    let measures: Vec<(&str, Measure)> = Measure::ALL
        .iter()
        .map(|measure| (measure.key(), *measure))
        .collect();
    if let Some((value, path)) = taker.keys.take("result")
        && let Some(measure) = taker.reader.choice(value, &path, &measures)
    {
        *evidence = Evidence::Result(measure);
    }
    if let Some((value, path)) = taker.keys.take("score")
        && let Some(column) = taker.reader.text(value, &path)
    {
        *evidence = Evidence::Score(column);
    }
}

/// A future about which only its id is known.
pub(super) fn blank_what_if(id: String) -> WhatIf {
    WhatIf {
        id,
        name: LocalText::default(),
        story: LocalText::default(),
        moves: Vec::new(),
        sources: Vec::new(),
    }
}

/// Reads a future; paths are noted in `written`.
pub(super) fn read_what_if(
    taker: &mut Taker<'_, '_, '_>,
    what_if: &mut WhatIf,
    written: &mut Vec<Written>,
) {
    taker.need_local("name", &mut what_if.name);
    taker.local("story", &mut what_if.story);
    taker.items("moves", &mut what_if.moves, &mut |taker, value, path| {
        read_move(taker, value, path, written)
    });
    taker.texts("sources", &mut what_if.sources);
}

fn read_move(
    taker: &mut Taker<'_, '_, '_>,
    value: &Value,
    at: &str,
    written: &mut Vec<Written>,
) -> Option<Move> {
    let mut path = String::new();
    taker.need_text("path", &mut path);
    let mut kinds = Vec::new();
    taker.kinds("kinds", &mut kinds);
    let times = taker.number("times", (0.0, 1e6)).map(Change::Times);
    let plus = taker.number("plus", ANY).map(Change::Plus);
    let to = taker.number("to", ANY).map(Change::To);
    let given = ["times", "plus", "to"]
        .iter()
        .filter(|key| taker.keys.has(key));
    match given.count() {
        0 => {
            let key = "times".to_owned();
            let path = taker.keys.path_of(&key);
            let kind = FaultKind::MissingKey { key };
            taker.reader.fault(value.place, &path, kind);
        }
        1 => {}
        _ => {
            let keys = ["times", "plus", "to"].map(str::to_owned).to_vec();
            let kind = FaultKind::Exclusive { keys };
            taker.reader.fault(value.place, at, kind);
        }
    }
    let change = times.or(plus).or(to)?;
    written.push(Written {
        place: value.place,
        at: format!("{at}.path"),
        path: path.clone(),
        kinds: kinds.clone(),
        settings: Vec::new(),
    });
    Some(Move {
        path,
        kinds,
        change,
    })
}

/// Reads judgements to start from: each row is for one or more kinds of option.
pub(super) fn read_judgements(
    taker: &mut Taker<'_, '_, '_>,
    list: &mut Vec<StartingJudgement>,
    known: &dyn Fn(&str) -> bool,
) {
    let mut rows: Vec<Vec<StartingJudgement>> = Vec::new();
    let has = taker.keys.has("judgements");
    taker.items("judgements", &mut rows, &mut |taker, value, path| {
        read_judgement(taker, value, path, known)
    });
    if has {
        *list = rows.into_iter().flatten().collect();
    }
}

fn read_judgement(
    taker: &mut Taker<'_, '_, '_>,
    value: &Value,
    at: &str,
    known: &dyn Fn(&str) -> bool,
) -> Option<Vec<StartingJudgement>> {
    let mut criterion = String::new();
    taker.need_text("criterion", &mut criterion);
    if !criterion.is_empty() && !known(&criterion) {
        let kind = FaultKind::UnknownReference {
            kind: "criterion".to_owned(),
            id: criterion.clone(),
        };
        let path = format!("{at}.criterion");
        taker.reader.fault(value.place, &path, kind);
    }
    let mut kinds: Vec<Deployment> = Vec::new();
    if !taker.keys.has("kinds") {
        let key = "kinds".to_owned();
        let path = taker.keys.path_of(&key);
        let kind = FaultKind::MissingKey { key };
        taker.reader.fault(value.place, &path, kind);
    }
    taker.kinds("kinds", &mut kinds);
    let (mut low, mut base, mut high) = (f64::NAN, f64::NAN, f64::NAN);
    taker.need_number("low", POINTS, &mut low);
    taker.need_number("base", POINTS, &mut base);
    taker.need_number("high", POINTS, &mut high);
    if low > base || base > high {
        let kind = FaultKind::RangeOrder { low, base, high };
        taker.reader.fault(value.place, &format!("{at}.low"), kind);
    }
    let mut why = LocalText::default();
    taker.local("why", &mut why);
    let mut source = String::new();
    taker.need_text("source", &mut source);
    let quality = taker.keys.take("quality").and_then(|(value, path)| {
        let (quality, keys) = taker.reader.variant(value, &path, &QUALITIES)?;
        keys.finish(taker.reader);
        Some(quality)
    });
    let judgement = |kind| StartingJudgement {
        criterion: criterion.clone(),
        kind,
        low,
        base,
        high,
        why: why.clone(),
        source: source.clone(),
        quality: quality.unwrap_or(Quality::Assumed),
    };
    let complete = low.is_finite() && base.is_finite() && high.is_finite();
    complete.then(|| kinds.into_iter().map(judgement).collect())
}

/// Reads a list of numbers within bounds.
pub(super) fn read_numbers(
    taker: &mut Taker<'_, '_, '_>,
    key: &'static str,
    bounds: (f64, f64),
    place: &mut Vec<f64>,
) {
    if let Some((value, path)) = taker.keys.take(key) {
        let items = taker.reader.list(value, &path).iter().enumerate();
        let mut numbers = Vec::new();
        for (index, item) in items {
            let path = format!("{path}[{index}]");
            numbers.extend(read_number(taker.reader, item, &path, bounds));
        }
        *place = numbers;
    }
}
