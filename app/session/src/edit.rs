//! Actions on a scenario: what each changes, and what the step is called.

use weighbridge_catalogue::scenario::SCORE;
use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::compose::{self, ComposeError};
use weighbridge_engine::figure::{FieldSpec, Figure, Origin, PresetOrigin, Range, ValueFault};
use weighbridge_engine::scenario::{
    Answer, Api, CapabilityScore, ContextTier, DecisionOption, InputPath, OptionId, Plan, Sampling,
    SamplingMethod, SetError, Setting, VolumeDiscount,
};
use weighbridge_engine::uncertainty::correlation;
use weighbridge_engine::uncertainty::ranges::stream_of;
use weighbridge_engine::uncertainty::shape::distribution;
use weighbridge_engine::uncertainty::{RangeFault, append_dimensions};
use weighbridge_text::field_key_of;
use weighbridge_units::{Arg, Currency, Message, PartialDate};

use crate::action::{Action, CascadePart};
use crate::decide::{decide, set_answer};
use crate::default::default_figure;
use crate::error::ActionError;
use crate::measured::{believe, measure, refills};

/// Who enters figures, and when.
#[derive(Debug, Clone)]
pub(crate) struct Editor {
    pub(crate) author: Option<String>,
    pub(crate) today: PartialDate,
}

impl Editor {
    fn entered(&self, value: f64) -> Figure {
        let origin = Origin::Entered {
            by: self.author.clone(),
            on: Some(self.today),
        };
        Figure {
            value,
            origin,
            range: None,
        }
    }
}

/// What an action did to a scenario.
#[derive(Debug)]
pub(crate) struct Edit {
    /// What the step is called in the menu.
    pub(crate) name: Message,
    /// What else happened.
    pub(crate) notices: Vec<Message>,
}

impl Edit {
    pub(crate) fn named(key: &'static str) -> Edit {
        Edit {
            name: Message::new(key),
            notices: Vec::new(),
        }
    }

    pub(crate) fn of_option(key: &'static str, name: &str) -> Edit {
        let mut edit = Edit::named(key);
        edit.name = edit.name.with("option", name.to_owned());
        edit
    }
}

/// Does an action that changes the scenario.
///
/// # Errors
/// Why it cannot be done; the scenario must then be thrown away.
pub(crate) fn apply(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    editor: &Editor,
    action: Action,
) -> Result<Edit, ActionError> {
    let refills = refills(&action);
    let mut edit = act(scenario, catalogue, editor, action)?;
    if refills && !scenario.measurements.is_empty() {
        edit.notices.extend(believe(scenario, catalogue));
    }
    if scenario.sampling.method == SamplingMethod::Sobol {
        // At once, so that what is added next leaves the draws of all others as they are.
        append_dimensions(scenario)?;
    }
    Ok(edit)
}

fn act(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    editor: &Editor,
    action: Action,
) -> Result<Edit, ActionError> {
    match action {
        Action::SetValue { path, value } => {
            let edit = set_figure(scenario, catalogue, &path, editor.entered(value))?;
            if path.as_str() == "finance.fx_rate" {
                scenario.question.fx_date = Some(editor.today);
            }
            Ok(edit)
        }
        Action::SetFigure { path, figure } => set_figure(scenario, catalogue, &path, figure),
        Action::ResetFigure { path } => reset_figure(scenario, catalogue, &path),
        Action::SetChoice { path, setting } => set_choice(scenario, catalogue, &path, &setting),
        Action::SetTitle(title) => {
            scenario.question.title = title;
            Ok(Edit::named("edit-title"))
        }
        Action::SetQuestion(text) => {
            scenario.question.text = text;
            Ok(Edit::named("edit-question"))
        }
        Action::SetDate(date) => {
            scenario.question.date = date;
            Ok(Edit::named("edit-date"))
        }
        Action::SetCurrency(currency) => {
            set_currency(scenario, catalogue, currency);
            Ok(Edit::named("edit-currency"))
        }
        Action::SetRateDate(date) => {
            scenario.question.fx_date = date;
            Ok(Edit::named("edit-fx-date"))
        }
        Action::SetLanguages(languages) => {
            scenario.question.working_languages = languages;
            Ok(Edit::named("edit-languages"))
        }
        Action::SetNotes(notes) => {
            scenario.question.notes = notes;
            Ok(Edit::named("edit-notes"))
        }
        Action::SetSampling(sampling) => set_sampling(scenario, sampling),
        Action::UpdatePresets(changes) => {
            compose::update(scenario, &changes);
            let mut edit = Edit::named("edit-update-presets");
            edit.name = edit.name.with("count", changes.len());
            Ok(edit)
        }
        Action::AddOption(option) => add_option(scenario, option),
        Action::DuplicateOption(id) => duplicate_option(scenario, &id),
        Action::MoveOption { option, to } => move_option(scenario, &option, to),
        Action::RemoveOption(id) => remove_option(scenario, &id),
        of_option @ (Action::RenameOption { .. }
        | Action::SetPrice { .. }
        | Action::SetModel { .. }
        | Action::SetHardware { .. }
        | Action::SetMeasuredMachine { .. }
        | Action::SetEngine { .. }
        | Action::SetCacheBits { .. }
        | Action::SetCascadePart { .. }
        | Action::SetCustomisation { .. }
        | Action::SetRetirement { .. }
        | Action::AddContextTier(_)
        | Action::RemoveContextTier { .. }
        | Action::AddVolumeDiscount(_)
        | Action::RemoveVolumeDiscount { .. }
        | Action::AddScore { .. }
        | Action::EnterScore { .. }
        | Action::RemoveScore { .. }) => edit_option(scenario, catalogue, editor, of_option),
        of_measurements @ (Action::AddMeasurements(_)
        | Action::AddRun { .. }
        | Action::RemoveMeasurement(_)
        | Action::UseMeasurement { .. }) => measure(scenario, catalogue, of_measurements),
        of_decision => decide(scenario, catalogue, of_decision),
    }
}

fn set_figure(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    path: &InputPath,
    figure: Figure,
) -> Result<Edit, ActionError> {
    let spec = scenario.spec(path).ok_or_else(|| unknown_path(path))?;
    check_range(spec, path, &figure)?;
    scenario.set_figure(path, figure)?;
    check_steps(scenario, path)?;
    compose::follow(scenario, catalogue, path);
    Ok(field_edit(scenario, "edit-figure", path, spec))
}

fn reset_figure(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    path: &InputPath,
) -> Result<Edit, ActionError> {
    let spec = scenario.spec(path).ok_or_else(|| unknown_path(path))?;
    if forget(scenario, catalogue, path) {
        return Ok(field_edit(scenario, "edit-reset", path, spec));
    }
    let figure =
        default_figure(scenario, catalogue, path).unwrap_or_else(|| Figure::starting(spec));
    scenario.set_figure(path, figure)?;
    check_steps(scenario, path)?;
    compose::follow(scenario, catalogue, path);
    Ok(field_edit(scenario, "edit-reset", path, spec))
}

/// Takes away a weight or a judgement that stands only because somebody gave it: a participant's
/// weight gives way to the criterion's own, a judgement that no framework makes to nothing.
fn forget(scenario: &mut Scenario, catalogue: &Catalogue, path: &InputPath) -> bool {
    let parts: Vec<&str> = path.as_str().split('.').collect();
    match *parts.as_slice() {
        ["participants", id, "weight", criterion] => {
            let mut participants = scenario.priorities.participants.iter_mut();
            if let Some(participant) = participants.find(|found| found.id == id) {
                participant.swings.retain(|(found, _)| found != criterion);
            }
            true
        }
        ["options", id, "assessment", criterion] => {
            if default_figure(scenario, catalogue, path).is_some() {
                return false;
            }
            let mut options = scenario.options.iter_mut();
            if let Some(option) = options.find(|found| found.id.as_str() == id) {
                option
                    .assessments
                    .retain(|found| found.criterion != criterion);
            }
            true
        }
        _ => false,
    }
}

fn field_edit(scenario: &Scenario, key: &'static str, path: &InputPath, spec: &FieldSpec) -> Edit {
    let mut edit = Edit::named(key);
    let field = Arg::key(field_key_of(scenario, path, spec));
    edit.name = edit.name.with("field", field);
    edit
}

fn unknown_path(path: &InputPath) -> ActionError {
    ActionError::Set(SetError::UnknownPath {
        path: path.to_string(),
    })
}

/// A range must be one that can be drawn from, with ends that the field allows.
fn check_range(spec: &FieldSpec, path: &InputPath, figure: &Figure) -> Result<(), ActionError> {
    let Some(range) = &figure.range else {
        return Ok(());
    };
    if let Err(fault) = distribution(figure) {
        return Err(ActionError::Range(RangeFault {
            path: path.clone(),
            reading: range.reading,
            fault,
        }));
    }
    // The ends need not be whole where the field is: draws are rounded.
    let ends = FieldSpec {
        whole: false,
        ..*spec
    };
    for end in [range.low, range.high] {
        ends.check(end).map_err(|fault| SetError::Value {
            path: path.to_string(),
            fault,
        })?;
    }
    Ok(())
}

/// Correlations must be possible, and dimensions are only ever appended to.
fn set_sampling(scenario: &mut Scenario, sampling: Sampling) -> Result<Edit, ActionError> {
    correlation::check(&sampling.correlations)?;
    let (fewest, most) = Sampling::DRAWS;
    if !(fewest..=most).contains(&sampling.draws) {
        return Err(ActionError::Set(SetError::Value {
            path: "sampling.draws".to_owned(),
            fault: ValueFault::OutOfRange {
                min: f64::from(fewest),
                max: f64::from(most),
                value: f64::from(sampling.draws),
            },
        }));
    }
    let dimensions = std::mem::take(&mut scenario.sampling.dimensions);
    scenario.sampling = Sampling {
        dimensions,
        ..sampling
    };
    Ok(Edit::named("edit-sampling"))
}

/// Limits of context tiers and volume discounts must go on rising.
fn check_steps(scenario: &Scenario, path: &InputPath) -> Result<(), ActionError> {
    let Some(rest) = path.as_str().strip_prefix("options.") else {
        return Ok(());
    };
    let option = rest.split('.').next().and_then(OptionId::parse);
    let option = option.and_then(|id| scenario.option(&id));
    let Some(Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api)) =
        option.map(|option| &option.plan)
    else {
        return Ok(());
    };
    let tiers = api.tiers.iter().map(|tier| tier.above_input_tokens.value);
    let discounts = api.volume_discounts.iter();
    let discounts = discounts.map(|step| step.from_usd_per_month.value);
    rising(tiers).and_then(|()| rising(discounts))
}

fn rising(limits: impl Iterator<Item = f64>) -> Result<(), ActionError> {
    let mut last = f64::NEG_INFINITY;
    for limit in limits {
        if limit <= last {
            return Err(ActionError::StepOrder(limit));
        }
        last = limit;
    }
    Ok(())
}

fn set_choice(
    scenario: &mut Scenario,
    catalogue: &Catalogue,
    path: &InputPath,
    setting: &Setting,
) -> Result<Edit, ActionError> {
    if scenario.spec(path).is_some() {
        return Err(unknown_path(path));
    }
    match answer_of(path, setting) {
        // As the action would: what the catalogue says comes back where an answer is taken back.
        Some((condition, answer)) => set_answer(scenario, catalogue, condition, answer)?,
        None => scenario.set(path, setting)?,
    }
    let choice = path.as_str().rsplit('.').next().unwrap_or_default();
    if choice == "currency" {
        set_currency(scenario, catalogue, scenario.question.currency);
    }
    let mut edit = Edit::named("edit-choice");
    let key = format!("choice-{}", choice.replace('_', "-"));
    edit.name = edit.name.with("choice", Arg::key(key));
    Ok(edit)
}

/// The condition and answer of a choice that answers one.
fn answer_of<'a>(path: &'a InputPath, setting: &Setting) -> Option<(&'a str, Answer)> {
    let condition = path.as_str().strip_prefix("conditions.")?;
    let condition = condition.strip_suffix(".answer")?;
    let Setting::Word(word) = setting else {
        return None;
    };
    let answer = Answer::ALL
        .into_iter()
        .find(|answer| answer.key() == word)?;
    Some((condition, answer))
}

/// Another currency brings the rate of the catalogue, which is for the client to replace.
fn set_currency(scenario: &mut Scenario, catalogue: &Catalogue, currency: Currency) {
    scenario.question.currency = currency;
    let id = format!("currency.{}", currency.code().to_ascii_lowercase());
    let start = weighbridge_engine::scenario::Finance::default().fx_rate;
    let rate = &mut scenario.finance.fx_rate;
    match catalogue.assumption(&id) {
        Some(assumption) if currency != Currency::Usd => {
            let sourcing = assumption.provenance.of("base");
            scenario.question.fx_date = Some(sourcing.as_of);
            *rate = Figure {
                value: assumption.base,
                origin: Origin::Preset(PresetOrigin {
                    record: id,
                    field: "base".to_owned(),
                    source: sourcing.source.clone(),
                    as_of: sourcing.as_of,
                    quality: sourcing.quality,
                }),
                range: assumption.range.map(|(low, high)| Range {
                    quantity: assumption.quantity.clone(),
                    ..Range::new(low, high, assumption.reading)
                }),
            };
        }
        _ => {
            scenario.question.fx_date = None;
            *rate = start;
        }
    }
}

/// Adds an option at the end; its id gives way where another option has it.
fn add_option(scenario: &mut Scenario, mut option: DecisionOption) -> Result<Edit, ActionError> {
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

fn check_part(
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

fn duplicate_option(scenario: &mut Scenario, id: &OptionId) -> Result<Edit, ActionError> {
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

fn move_option(scenario: &mut Scenario, id: &OptionId, to: usize) -> Result<Edit, ActionError> {
    let place = position(scenario, id)?;
    let option = scenario.options.remove(place);
    let edit = Edit::of_option("edit-move-option", &option.name);
    let to = to.min(scenario.options.len());
    scenario.options.insert(to, option);
    Ok(edit)
}

fn remove_option(scenario: &mut Scenario, id: &OptionId) -> Result<Edit, ActionError> {
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

/// Actions inside one option.
fn edit_option(
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
