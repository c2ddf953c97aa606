//! What an option is made of: model, machine, price, tiers, scores and the parts of a cascade.

use weighbridge_catalogue::scenario::SCORE;
use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::compose::{self, ComposeError};
use weighbridge_engine::figure::Figure;
use weighbridge_engine::scenario::{
    Api, CapabilityScore, ContextTier, DecisionOption, InputPath, OptionId, Plan, VolumeDiscount,
};

use super::figures::check_range;
use super::options::check_part;
use crate::action::{Action, CascadePart};
use crate::edited::{Edit, Editor};
use crate::error::ActionError;

/// Actions inside one option.
pub(super) fn edit_option(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    editor: &Editor,
    action: Action,
) -> Result<Edit, ActionError> {
    match action {
        Action::RenameOption { option, name } => {
            let place = find(scenario, &option)?;
            let edit = Edit::of_option("edit-rename-option", &place.name);
            place.name = name;
            Ok(edit)
        }
        Action::SetPrice { option, price } => {
            recompose(scenario, &option, "edit-price", |scenario, option| {
                compose::set_price(scenario, catalogue, option, &price)
            })
        }
        Action::SetModel {
            option,
            model,
            format,
        } => recompose(scenario, &option, "edit-model", |scenario, option| {
            compose::set_hosted_model(scenario, catalogue, option, &model, format)
        }),
        Action::SetHardware { option, choice } => {
            recompose(scenario, &option, "edit-hardware", |scenario, option| {
                compose::set_hardware(scenario, catalogue, option, &choice)
            })
        }
        Action::SetMeasuredMachine { option, machine } => {
            recompose(scenario, &option, "edit-hardware", |_, option| {
                compose::set_measured_machine(catalogue, option, &machine)
            })
        }
        Action::SetEngine { option, engine } => {
            recompose(scenario, &option, "edit-engine", |_, option| {
                compose::set_engine(catalogue, option, &engine)
            })
        }
        Action::SetCacheBits { option, bits } => {
            recompose(scenario, &option, "edit-cache-bits", |_, option| {
                compose::set_cache_bits(catalogue, option, bits)
            })
        }
        Action::SetCascadePart { option, part, to } => {
            set_cascade_part(scenario, &option, part, to)
        }
        Action::SetCustomisation { option, method } => {
            let place = find(scenario, &option)?;
            compose::set_customisation(place, catalogue, method);
            Ok(Edit::of_option("edit-customisation", &place.name))
        }
        Action::SetRetirement { option, retirement } => {
            let (api, edit) = api(scenario, &option, "edit-retirement")?;
            api.retirement = retirement;
            Ok(edit)
        }
        Action::AddContextTier(option) => {
            let (api, edit) = api(scenario, &option, "edit-context-tiers")?;
            add_context_tier(api, editor)?;
            Ok(edit)
        }
        Action::RemoveContextTier { option, index } => {
            let (api, edit) = api(scenario, &option, "edit-context-tiers")?;
            remove(&mut api.tiers, index)?;
            Ok(edit)
        }
        Action::AddVolumeDiscount(option) => {
            let (api, edit) = api(scenario, &option, "edit-volume-discounts")?;
            add_volume_discount(api, editor)?;
            Ok(edit)
        }
        Action::RemoveVolumeDiscount { option, index } => {
            let (api, edit) = api(scenario, &option, "edit-volume-discounts")?;
            remove(&mut api.volume_discounts, index)?;
            Ok(edit)
        }
        Action::AddScore { option, score } => {
            check_score(&score.score)?;
            let (scores, edit) = scores(scenario, &option)?;
            scores.push(score);
            Ok(edit)
        }
        Action::EnterScore {
            option,
            index,
            value,
        } => {
            let figure = editor.entered(value);
            check_score(&figure)?;
            let (scores, edit) = scores(scenario, &option)?;
            let place = scores.get_mut(index);
            place.ok_or(ActionError::NoSuchEntry(index))?.score = figure;
            Ok(edit)
        }
        Action::RemoveScore { option, index } => {
            let (scores, edit) = scores(scenario, &option)?;
            remove(scores, index)?;
            Ok(edit)
        }
        // Everything else was done above.
        other => {
            debug_assert!(false, "not an action on an option: {other:?}");
            Ok(Edit::named("edit-title"))
        }
    }
}

fn find<'a>(
    scenario: &'a mut Scenario,
    id: &OptionId,
) -> Result<&'a mut DecisionOption, ActionError> {
    let option = scenario.option_mut(id);
    option.ok_or_else(|| ActionError::NoSuchOption(id.clone()))
}

/// Changes an option by a function that also reads the scenario around it.
fn recompose(
    scenario: &mut Scenario,
    id: &OptionId,
    key: &'static str,
    change: impl FnOnce(&Scenario, &mut DecisionOption) -> Result<(), ComposeError>,
) -> Result<Edit, ActionError> {
    let mut option = find(scenario, id)?.clone();
    let edit = Edit::of_option(key, &option.name);
    change(scenario, &mut option)?;
    *find(scenario, id)? = option;
    Ok(edit)
}

fn api<'a>(
    scenario: &'a mut Scenario,
    id: &OptionId,
    key: &'static str,
) -> Result<(&'a mut Api, Edit), ActionError> {
    let option = find(scenario, id)?;
    let edit = Edit::of_option(key, &option.name);
    match &mut option.plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => Ok((api, edit)),
        _ => Err(ComposeError::OtherPlan(id.clone()).into()),
    }
}

fn scores<'a>(
    scenario: &'a mut Scenario,
    id: &OptionId,
) -> Result<(&'a mut Vec<CapabilityScore>, Edit), ActionError> {
    let option = find(scenario, id)?;
    let edit = Edit::of_option("edit-scores", &option.name);
    Ok((&mut option.scores, edit))
}

fn check_score(figure: &Figure) -> Result<(), ActionError> {
    let value = figure.value;
    SCORE.check(value).map_err(|_| ActionError::Score(value))?;
    // Scores stand in a list and have no path; the sentence at the field needs none.
    check_range(&SCORE, &InputPath::new(SCORE.name), figure)
}

fn remove<T>(list: &mut Vec<T>, index: usize) -> Result<(), ActionError> {
    if index >= list.len() {
        return Err(ActionError::NoSuchEntry(index));
    }
    list.remove(index);
    Ok(())
}

/// A tier at twice the last limit that starts from the prices below it.
fn add_context_tier(api: &mut Api, editor: &Editor) -> Result<(), ActionError> {
    let plan = &api.token_plan;
    let tier = match api.tiers.last() {
        Some(last) => ContextTier {
            above_input_tokens: editor.entered(last.above_input_tokens.value.max(0.5) * 2.0),
            ..last.clone()
        },
        None => ContextTier {
            above_input_tokens: ContextTier::default().above_input_tokens,
            input_usd_per_million_tokens: plan.input_usd_per_million_tokens.clone(),
            cached_input_usd_per_million_tokens: plan.cached_input_usd_per_million_tokens.clone(),
            cache_write_usd_per_million_tokens: plan.cache_write_usd_per_million_tokens.clone(),
            output_usd_per_million_tokens: plan.output_usd_per_million_tokens.clone(),
        },
    };
    check_limit::<ContextTier>("above_input_tokens", tier.above_input_tokens.value)?;
    api.tiers.push(tier);
    Ok(())
}

/// A reduction of nothing from twice the last limit on.
fn add_volume_discount(api: &mut Api, editor: &Editor) -> Result<(), ActionError> {
    let last = api.volume_discounts.last();
    let from = last.map_or(10_000.0, |last| {
        last.from_usd_per_month.value.max(500.0) * 2.0
    });
    check_limit::<VolumeDiscount>("from_usd_per_month", from)?;
    api.volume_discounts.push(VolumeDiscount {
        from_usd_per_month: editor.entered(from),
        ..VolumeDiscount::default()
    });
    Ok(())
}

/// There is no step above the largest limit that the field allows.
fn check_limit<G: weighbridge_engine::figure::FigureGroup>(
    field: &str,
    limit: f64,
) -> Result<(), ActionError> {
    match G::spec(field) {
        Some(spec) if spec.check(limit).is_err() => Err(ActionError::StepOrder(limit)),
        _ => Ok(()),
    }
}

fn set_cascade_part(
    scenario: &mut Scenario,
    id: &OptionId,
    part: CascadePart,
    to: Option<OptionId>,
) -> Result<Edit, ActionError> {
    check_part(scenario, id, to.as_ref())?;
    let option = find(scenario, id)?;
    let edit = Edit::of_option("edit-cascade-part", &option.name);
    let Plan::Cascade(cascade) = &mut option.plan else {
        return Err(ComposeError::OtherPlan(id.clone()).into());
    };
    match (part, to) {
        (CascadePart::Small, Some(to)) => cascade.small = to,
        (CascadePart::Small, None) => return Err(ActionError::NothingAskedFirst),
        (CascadePart::Large, to) => cascade.large = to,
    }
    Ok(edit)
}
