//! The inputs that only the choice rests on: judgements, weights, limits, and the worth of value.

use weighbridge_engine::figure::{FieldSpec, Figure};
use weighbridge_engine::scenario::{CostRole, Elicitation, Evidence, GateTest, InputPath};

use super::{Group, Use, alike, table};
use crate::document::Subject;
use crate::document::sources::Sources;
use crate::document::table::Row;

/// The groups in the order in which they are read.
const GROUPS: [&str; 5] = ["assessment", "weight", "gate", "money-axis", "review"];

/// One input with what it is called.
struct Entry<'a> {
    group: &'static str,
    label: String,
    spec: &'static FieldSpec,
    uses: Vec<Use<'a>>,
}

/// Groups of the inputs that the choice rests on; none where cost alone decides.
pub(super) fn groups(subject: &Subject<'_>, sources: &mut Sources) -> Vec<Group> {
    let entries = entries(subject);
    let groups = GROUPS.into_iter().filter_map(|group| {
        let members = entries.iter().filter(|entry| entry.group == group);
        let rows: Vec<Row> = members
            .flat_map(|entry| rows(subject, entry, sources))
            .collect();
        (!rows.is_empty()).then(|| Group {
            heading: subject.get(&format!("report-group-{group}")),
            table: table(subject, rows, group == "assessment"),
        })
    });
    groups.collect()
}

fn rows(subject: &Subject<'_>, entry: &Entry<'_>, sources: &mut Sources) -> Vec<Row> {
    let uses = entry.uses.iter().enumerate();
    uses.map(|(nth, used)| {
        used.row(
            subject,
            sources,
            entry.label.clone(),
            entry.spec.unit,
            nth > 0,
        )
    })
    .collect()
}

fn entries<'a>(subject: &Subject<'a>) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    let words = subject.words();
    let mut add = |path: &InputPath, spec: &'static FieldSpec, figure: &'a Figure| {
        let Some((group, option)) = read(subject, path) else {
            return;
        };
        let (field, owner) = words.field_and_owner(path);
        let label = match option {
            None if !owner.is_empty() => format!("{field} ({owner})"),
            _ => field,
        };
        let known = entries
            .iter()
            .position(|entry| entry.group == group && entry.label == label);
        let entry = known.unwrap_or_else(|| {
            entries.push(Entry {
                group,
                label,
                spec,
                uses: Vec::new(),
            });
            entries.len() - 1
        });
        let uses = &mut entries[entry].uses;
        match uses.iter_mut().find(|known| alike(known.figure, figure)) {
            Some(known) => known.places.extend(option),
            None => uses.push(Use {
                figure,
                places: option.into_iter().collect(),
            }),
        }
    };
    subject
        .scenario
        .each_decision_figure(&mut |path, spec, figure: &'a Figure| add(&path, spec, figure));
    if subject.decided.review.is_some() {
        let review = &subject.scenario.priorities.review;
        weighbridge_engine::figure::FigureGroup::each(
            review,
            &mut |spec: &'static FieldSpec, figure: &'a Figure| {
                let path = InputPath::new(format!("{}.{}", spec.group, spec.name));
                add(&path, spec, figure);
            },
        );
    }
    entries
}

/// The group of an input and its option's place; none where the choice does not rest on it.
fn read(subject: &Subject<'_>, path: &InputPath) -> Option<(&'static str, Option<usize>)> {
    let priorities = &subject.scenario.priorities;
    let parts: Vec<&str> = path.as_str().split('.').collect();
    match *parts.as_slice() {
        ["options", option, "assessment", criterion] => {
            let judged = priorities
                .criterion(criterion)
                .is_some_and(|criterion| criterion.evidence == Evidence::Judgement);
            let asked = priorities.gates.iter().any(|gate| {
                gate.on && gate.test == GateTest::MinimumJudgement(criterion.to_owned())
            });
            let mut options = subject.scenario.options.iter();
            let place = options.position(|found| found.id.as_str() == option);
            (judged || asked).then_some(("assessment", place))
        }
        ["gates", gate, _] => priorities.gate(gate)?.on.then_some(("gate", None)),
        ["criteria", ..] => priorities
            .participants
            .is_empty()
            .then_some(("weight", None)),
        ["participants", participant, ..] => {
            let asked = priorities.participant(participant)?.elicitation;
            (asked == Elicitation::Swings).then_some(("weight", None))
        }
        ["money_axis", field] => {
            let is_of_axis = field == "usd_per_point";
            let counts = is_of_axis == (priorities.cost_role == CostRole::MoneyAxis);
            (counts && !priorities.criteria.is_empty()).then_some(("money-axis", None))
        }
        ["review", _] => Some(("review", None)),
        _ => None,
    }
}
