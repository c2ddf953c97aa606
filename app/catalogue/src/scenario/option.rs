//! Reads an option: spelled out, made of records it names, or made of records and then changed.

use weighbridge_engine::Scenario;
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::figure::FieldSpec;
use weighbridge_engine::scenario::{
    CapabilityScore, CustomisationMethod, DataPlace, DecisionOption, ModelFacts,
};
use weighbridge_units::Unit;

use super::figures::{Sources, read_figure, read_group};
use super::names::PLANS;
use super::plan::{PlanReading, read_plan, read_reference};
use super::priorities::read_assessments;
use super::reader::{Keys, Reader};
use super::reference::{Named, facts_of, resolve};
use super::value::{Form, Value};

/// A score in percent, which no group of figures holds.
pub const SCORE: FieldSpec = FieldSpec {
    group: "score",
    name: "score",
    unit: Unit::NONE,
    min: 0.0,
    max: 100.0,
    start: 0.0,
    whole: false,
};

/// What the reading of an option needs to know of the rest of the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surroundings<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) catalogue: &'a Catalogue,
    pub(super) sources: &'a Sources,
}

/// Reads an option; nothing where it cannot be told what it is.
pub(super) fn read_option(
    reader: &mut Reader<'_>,
    value: &Value,
    path: &str,
    around: Surroundings<'_>,
) -> Option<DecisionOption> {
    let mut keys = reader.group(value, path)?;
    let id = keys.need(reader, "id");
    let id = id.and_then(|(value, path)| reader.id(value, &path));
    let name = keys.take("name");
    let name = name.and_then(|(value, path)| reader.text(value, &path));
    let colour = keys
        .take("colour")
        .and_then(|(value, path)| reader.whole(value, &path, 0, u64::from(u8::MAX)))
        .and_then(|colour| u8::try_from(colour).ok());
    let model = keys.take("model");
    let model_name = match &model {
        Some((value, path)) if matches!(value.form, Form::Leaf(_)) => {
            Named::read(reader, (value, path.clone()))
        }
        _ => None,
    };
    let plan = keys.need(reader, "plan").and_then(|(value, path)| {
        let (deployment, keys) = reader.variant(value, &path, &PLANS)?;
        Some(PlanReading {
            deployment,
            keys,
            place: value.place,
            path,
        })
    });

    let base = plan.and_then(|mut plan| {
        let deployment = plan.deployment;
        let reference = read_reference(reader, &mut plan, model_name.as_ref());
        let made = match &reference {
            Ok(Some(reference)) => resolve(
                reader,
                around.scenario,
                around.catalogue,
                deployment,
                reference,
            ),
            _ => None,
        };
        let spelled_out = matches!(reference, Ok(None));
        let mut option = read_plan(reader, plan, around.sources, made, id.as_ref(), spelled_out)?;
        if spelled_out && let Some(name) = &model_name {
            option.model = facts_of(reader, around.catalogue, name);
        }
        Some(option)
    });
    // Even an option of no known kind has groups whose faults can be found.
    let fallback = Scenario::new("", around.scenario.question.date).fresh_id("option");
    let known = base.is_some();
    let mut option = base.unwrap_or_else(|| {
        let plan = weighbridge_engine::scenario::Plan::ProprietaryApi(Default::default());
        DecisionOption::new(fallback, "", plan)
    });
    if let Some((value, path)) = model
        && !matches!(value.form, Form::Leaf(_))
    {
        option.model = read_model(reader, value, &path);
    }
    read_costs(reader, &mut keys, around.sources, &mut option);
    read_scores(reader, &mut keys, around.sources, &mut option);
    read_stance(reader, &mut keys, around, &mut option);
    keys.finish(reader);

    option.id = id?;
    option.colour = colour.unwrap_or_else(|| around.scenario.fresh_colour());
    if let Some(name) = name {
        option.name = name;
    } else if option.name.is_empty() {
        option.name = option.id.to_string();
    }
    known.then_some(option)
}

fn read_model(reader: &mut Reader<'_>, value: &Value, path: &str) -> Option<ModelFacts> {
    let mut keys = reader.group(value, path)?;
    let mut text = |reader: &mut Reader<'_>, key| {
        let found = keys.take(key);
        found.and_then(|(value, path)| reader.text(value, &path))
    };
    let name = text(reader, "name");
    let id = text(reader, "id").unwrap_or_default();
    let vendor = text(reader, "vendor").unwrap_or_default();
    let licence = text(reader, "licence").unwrap_or_default();
    let open = keys.take("open_weights");
    let open_weights = open.and_then(|(value, path)| reader.truth(value, &path));
    let clauses = keys.take("licence_clauses");
    let licence_clauses = clauses.map_or_else(Vec::new, |(value, path)| reader.texts(value, &path));
    let languages = keys.take("languages");
    let languages = languages.map_or_else(Vec::new, |(value, path)| reader.texts(value, &path));
    let context = keys.take("context_tokens");
    let context_tokens = context.and_then(|(value, path)| reader.whole(value, &path, 0, u64::MAX));
    let released = keys.take("released");
    let released = released.and_then(|(value, path)| reader.date(value, &path));
    keys.finish(reader);
    Some(ModelFacts {
        name: name.unwrap_or_else(|| id.clone()),
        id,
        vendor,
        open_weights: open_weights.unwrap_or(false),
        licence,
        licence_clauses,
        languages,
        context_tokens,
        released,
    })
}

fn read_costs(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    sources: &Sources,
    option: &mut DecisionOption,
) {
    read_group(reader, keys, "people", sources, &mut option.people);
    let maintenance = &mut option.maintenance;
    read_group(reader, keys, "maintenance", sources, maintenance);
    let methods = CustomisationMethod::ALL.map(|method| (method.key(), method));
    let method = keys.take("customisation_method");
    if let Some(method) = method.and_then(|(value, path)| reader.choice(value, &path, &methods)) {
        option.customisation_method = method;
    }
    let customisation = &mut option.customisation;
    read_group(reader, keys, "customisation", sources, customisation);
    read_group(reader, keys, "transition", sources, &mut option.transition);
    read_group(reader, keys, "licence", sources, &mut option.licence);
    read_group(reader, keys, "quality", sources, &mut option.quality);
}

/// Where data goes, which clauses were read, and how the option is judged.
fn read_stance(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    around: Surroundings<'_>,
    option: &mut DecisionOption,
) {
    let places = DataPlace::ALL.map(|place| (place.key(), place));
    let place = keys.take("data_place");
    if let Some(place) = place.and_then(|(value, path)| reader.choice(value, &path, &places)) {
        option.data_place = Some(place);
    }
    if let Some((value, path)) = keys.take("clauses_cleared") {
        option.clauses_cleared = reader.texts(value, &path);
    }
    let priorities = &around.scenario.priorities;
    read_assessments(reader, keys, around.sources, priorities, option);
}

/// Scores are added to those of the model's record; one with the same table, benchmark, variant
/// and language takes its place.
fn read_scores(
    reader: &mut Reader<'_>,
    keys: &mut Keys<'_>,
    sources: &Sources,
    option: &mut DecisionOption,
) {
    let Some((value, path)) = keys.take("scores") else {
        return;
    };
    let from_record = option.scores.len();
    for (index, item) in reader.list(value, &path).iter().enumerate() {
        let path = format!("{path}[{index}]");
        let Some(score) = read_score(reader, item, &path, sources) else {
            continue;
        };
        let same = |other: &&mut CapabilityScore| {
            other.group == score.group
                && other.benchmark == score.benchmark
                && other.variant == score.variant
                && other.language == score.language
        };
        match option.scores.iter_mut().take(from_record).find(same) {
            Some(place) => *place = score,
            None => option.scores.push(score),
        }
    }
}

fn read_score(
    reader: &mut Reader<'_>,
    value: &Value,
    path: &str,
    sources: &Sources,
) -> Option<CapabilityScore> {
    let mut keys = reader.group(value, path)?;
    let mut need = |reader: &mut Reader<'_>, key| {
        let found = keys.need(reader, key);
        found.and_then(|(value, path)| reader.text(value, &path))
    };
    let group = need(reader, "group");
    let benchmark = need(reader, "benchmark");
    let mut text = |reader: &mut Reader<'_>, key| {
        let found = keys.take(key);
        found.and_then(|(value, path)| reader.text(value, &path))
    };
    let group_name = text(reader, "group_name");
    let benchmark_name = text(reader, "benchmark_name");
    let variant = text(reader, "variant").unwrap_or_default();
    let protocol = text(reader, "protocol").unwrap_or_default();
    let language = text(reader, "language");
    let score = keys
        .need(reader, "score")
        .and_then(|(value, path)| read_figure(reader, value, &path, &SCORE, sources, None));
    keys.finish(reader);
    let (group, benchmark) = (group?, benchmark?);
    Some(CapabilityScore {
        group_name: group_name.unwrap_or_else(|| group.clone()),
        benchmark_name: benchmark_name.unwrap_or_else(|| benchmark.clone()),
        group,
        benchmark,
        variant,
        protocol,
        language,
        score: score?,
    })
}
