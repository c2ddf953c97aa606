//! Options as a list: added, copied, moved and removed.

use weighbridge_engine::Scenario;
use weighbridge_engine::compose;
use weighbridge_engine::figure::{Figure, Range};
use weighbridge_engine::scenario::{DecisionOption, InputPath, OptionId, Plan};
use weighbridge_engine::uncertainty::ranges::stream_of;
use weighbridge_units::Message;

use crate::edited::Edit;
use crate::error::ActionError;

/// Adds an option at the end; its id gives way where another option has it.
pub(super) fn add_option(
    scenario: &mut Scenario,
    mut option: DecisionOption,
) -> Result<Edit, ActionError> {
    if scenario.option(&option.id).is_some() {
        option.id = scenario.fresh_id(&option.name);
    }
    if let Plan::Cascade(cascade) = &option.plan {
        for part in [Some(&cascade.small), cascade.large.as_ref()] {
            check_part(scenario, &option.id, part)?;
        }
    }
    option.colour = scenario.fresh_colour();
    let edit = Edit::of_option("edit-add-option", &option.name);
    if option.assessments.is_empty() {
        option.assessments = compose::starting_assessments(scenario, &option);
    }
    scenario.options.push(option);
    Ok(edit)
}

pub(super) fn check_part(
    scenario: &Scenario,
    cascade: &OptionId,
    part: Option<&OptionId>,
) -> Result<(), ActionError> {
    let Some(id) = part else { return Ok(()) };
    if id == cascade {
        return Err(ActionError::NestedCascade(id.clone()));
    }
    match scenario.option(id) {
        None => Err(ActionError::NoSuchOption(id.clone())),
        Some(option) if matches!(option.plan, Plan::Cascade(_)) => {
            Err(ActionError::NestedCascade(id.clone()))
        }
        Some(_) => Ok(()),
    }
}

pub(super) fn duplicate_option(
    scenario: &mut Scenario,
    id: &OptionId,
) -> Result<Edit, ActionError> {
    let place = position(scenario, id)?;
    let mut copy = scenario.options[place].clone();
    let edit = Edit::of_option("edit-duplicate-option", &copy.name);
    copy.name = fresh_name(scenario, &copy.name);
    copy.id = scenario.fresh_id(&copy.name);
    copy.colour = scenario.fresh_colour();
    let ranges = shared_ranges(scenario, id, &copy.id);
    scenario.options.insert(place + 1, copy);
    for (path, figure) in ranges {
        scenario.set_figure(&path, figure)?;
    }
    Ok(edit)
}

/// The figures of a copy that have ranges, each naming the quantity that its original is a value
/// of: both move together in every draw, also after one of them is given other ends.
fn shared_ranges(
    scenario: &Scenario,
    original: &OptionId,
    copy: &OptionId,
) -> Vec<(InputPath, Figure)> {
    let own = format!("options.{original}.");
    let mut found = Vec::new();
    let mut take = |path: InputPath, figure: &Figure| {
        let (Some(range), Some(rest)) = (&figure.range, path.as_str().strip_prefix(&own)) else {
            return;
        };
        let quantity = Some(stream_of(figure, &path));
        let range = Some(Range {
            quantity,
            ..range.clone()
        });
        let path = InputPath::new(format!("options.{copy}.{rest}"));
        found.push((
            path,
            Figure {
                range,
                ..figure.clone()
            },
        ));
    };
    scenario.each_figure(&mut |at, figure| take(at.path(), figure));
    scenario.each_decision_figure(&mut |path, _, figure| take(path, figure));
    found
}

/// The same name with the first number that makes it another one.
fn fresh_name(scenario: &Scenario, name: &str) -> String {
    let stem = match name.rsplit_once(' ') {
        Some((stem, number)) if number.parse::<u32>().is_ok_and(|number| number < 100) => stem,
        _ => name,
    };
    let taken = |name: &str| scenario.options.iter().any(|option| option.name == name);
    (2..)
        .map(|number| format!("{stem} {number}"))
        .find(|name| !taken(name))
        .unwrap_or_else(|| name.to_owned())
}

pub(super) fn move_option(
    scenario: &mut Scenario,
    id: &OptionId,
    to: usize,
) -> Result<Edit, ActionError> {
    let place = position(scenario, id)?;
    let option = scenario.options.remove(place);
    let edit = Edit::of_option("edit-move-option", &option.name);
    let to = to.min(scenario.options.len());
    scenario.options.insert(to, option);
    Ok(edit)
}

pub(super) fn remove_option(scenario: &mut Scenario, id: &OptionId) -> Result<Edit, ActionError> {
    let place = position(scenario, id)?;
    let option = scenario.options.remove(place);
    let mut edit = Edit::of_option("edit-remove-option", &option.name);
    let mut notices = Vec::new();
    scenario.options.retain_mut(|other| {
        let Plan::Cascade(cascade) = &mut other.plan else {
            return true;
        };
        if cascade.small == *id {
            let notice = Message::new("notice-cascade-removed").with("option", other.name.clone());
            notices.push(notice);
            return false;
        }
        if cascade.large.as_ref() == Some(id) {
            cascade.large = None;
            let notice =
                Message::new("notice-cascade-shortened").with("option", other.name.clone());
            notices.push(notice);
        }
        true
    });
    edit.notices = notices;
    Ok(edit)
}

fn position(scenario: &Scenario, id: &OptionId) -> Result<usize, ActionError> {
    let place = scenario.position(id);
    place.ok_or_else(|| ActionError::NoSuchOption(id.clone()))
}
