//! The client's own gates: adding one, how surely it must hold, and removing it.

use egui::Ui;
use weighbridge_engine::capability::columns;
use weighbridge_engine::figure::Figure;
use weighbridge_engine::scenario::{DataPlace, Evidence, Gate, GateTest, LocalText};
use weighbridge_session::Action;
use weighbridge_units::Arg;

use super::Shown;
use super::glance::gate_name;
use crate::look::Look;
use crate::pages::Page;
use crate::widgets::{Entry, Icon, PickerWords, button, picker};

/// The share of futures that is more likely than not.
const MEDIAN: f64 = 0.5;

/// Shares of futures in which a gate may be asked to hold.
const SHARES: [f64; 7] = [MEDIAN, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

/// A list of what can be asked and is not asked yet.
pub(super) fn add_ui(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>) {
    let text = shown.text;
    let gates: Vec<Gate> = tests(shown)
        .into_iter()
        .filter(|test| {
            let mut known = shown.scenario.priorities.gates.iter();
            !known.any(|gate| is_same(&gate.test, test))
        })
        .map(newcomer)
        .collect();
    if gates.is_empty() {
        return;
    }
    let entries: Vec<Entry> = gates
        .iter()
        .map(|gate| Entry {
            title: gate_name(shown, gate),
            ..Entry::default()
        })
        .collect();
    let label = text.get("own-gate-add");
    let words = PickerWords {
        search: &text.get("button-search"),
        nothing: &text.get("window-search-nothing"),
    };
    if let Some(picked) = picker::picker(ui, &label, None, &label, &entries, words)
        && let Some(gate) = gates.into_iter().nth(picked)
    {
        page.act(Action::AddGate(gate));
    }
}

/// In which share of futures the gate must hold.
pub(super) fn percentile_ui(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>, gate: &Gate) {
    let look = Look::of(ui);
    let text = shown.text;
    let mut shares = SHARES.to_vec();
    if !shares.contains(&gate.percentile) {
        shares.push(gate.percentile);
        shares.sort_by(f64::total_cmp);
    }
    let entries: Vec<Entry> = shares
        .iter()
        .map(|share| Entry {
            title: if *share == MEDIAN {
                text.get("own-gate-median").into_owned()
            } else {
                text.format("own-gate-in-share", &[("share", Arg::Percent(*share))])
            },
            ..Entry::default()
        })
        .collect();
    let chosen = shares.iter().position(|share| *share == gate.percentile);
    let name = Arg::from(gate_name(shown, gate));
    ui.label(look.small(text.get("own-gate-holds").as_ref()));
    let label = text.format("own-gate-holds-of", &[("gate", name)]);
    let words = PickerWords {
        search: &text.get("button-search"),
        nothing: &text.get("window-search-nothing"),
    };
    if let Some(picked) = picker::picker(ui, &label, chosen, "", &entries, words)
        && let Some(percentile) = shares.get(picked)
    {
        page.act(Action::SetGatePercentile {
            gate: gate.id.clone(),
            percentile: *percentile,
        });
    }
}

/// The button that removes the gate; that of memory stays, for what does not fit cannot be had.
pub(super) fn remove_ui(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>, gate: &Gate) {
    if gate.test == GateTest::Memory {
        return;
    }
    let name = Arg::from(gate_name(shown, gate));
    let remove = shown.text.format("own-gate-remove", &[("gate", name)]);
    let word = shown.text.get("button-remove");
    if ui
        .add(button::link(&word).icon(Icon::Bin).name(&remove))
        .clicked()
    {
        page.act(Action::RemoveGate(gate.id.clone()));
    }
}

/// Everything that can be asked: each test once, for each column of scores and each criterion.
fn tests(shown: &Shown<'_>) -> Vec<GateTest> {
    let mut tests = vec![
        GateTest::DataResidency(DataPlace::OwnTenancy),
        GateTest::Licence,
        GateTest::TimeToFirstToken,
        GateTest::WritingSpeed,
        GateTest::Context,
        GateTest::Languages,
        GateTest::Skills,
    ];
    let scores = columns(shown.scenario).into_iter();
    tests.extend(scores.map(|found| GateTest::MinimumScore(found.column.key())));
    let criteria = shown.scenario.priorities.criteria.iter();
    let judged = criteria.filter(|criterion| criterion.evidence == Evidence::Judgement);
    tests.extend(judged.map(|criterion| GateTest::MinimumJudgement(criterion.id.clone())));
    tests
}

/// Whether two tests ask the same, how strictly apart.
fn is_same(one: &GateTest, other: &GateTest) -> bool {
    match (one, other) {
        (GateTest::MinimumScore(one), GateTest::MinimumScore(other))
        | (GateTest::MinimumJudgement(one), GateTest::MinimumJudgement(other)) => one == other,
        _ => one.key() == other.key(),
    }
}

/// The gate of a test, asked, at the lowest limit: it closes on nobody until somebody sets one.
fn newcomer(test: GateTest) -> Gate {
    let most = |spec: &weighbridge_engine::figure::FieldSpec| match test {
        // The limit of posts is an upper one.
        GateTest::Skills => spec.max,
        _ => spec.min,
    };
    let limit = test.limit().map_or(0.0, most);
    Gate {
        id: test.key().to_owned(),
        limit: Figure::entered(limit),
        test,
        on: true,
        percentile: MEDIAN,
        guidance: LocalText::default(),
        sources: Vec::new(),
    }
}
