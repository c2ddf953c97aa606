//! What was typed of one measurement, and the measurement that it is; or what each field still lacks.

use std::collections::BTreeMap;

use weighbridge_catalogue::importers::is_faster_than_memory;
use weighbridge_catalogue::measurements::{Names, aliases, devices, models, year_of};
use weighbridge_engine::catalogue::{Catalogue, WeightFormat};
use weighbridge_engine::scenario::{
    EndpointCase, Measurement, MeasurementKind, OptionId, Plan, Scenario, Subject,
};
use weighbridge_engine::serving::deployed::{hosting_in, hosting_of};
use weighbridge_engine::serving::fit::Observation;
use weighbridge_engine::serving::{Case, Conditions, Quantity, case_of};
use weighbridge_text::Text;
use weighbridge_units::{Arg, Message, PartialDate, Unit};

use crate::pages::typed::read_date;

/// Most tokens, users or accelerators that anybody measures with.
const MOST: f64 = 10_000_000.0;
/// Bits of a cached number where nobody says.
const CACHE_BITS: f64 = 16.0;

/// A field of the form, in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Model,
    Hardware,
    Weights,
    Engine,
    Accelerators,
    Input,
    Output,
    Users,
    Value,
    Date,
    Source,
    /// What concerns all of them together.
    Whole,
}

/// What fields lack, each in one sentence.
pub(super) type Faults = BTreeMap<Field, String>;

/// What was typed and chosen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Written {
    /// The option that was measured; none where it was another model on another machine.
    pub(super) option: Option<OptionId>,
    pub(super) model: Option<String>,
    pub(super) hardware: Option<String>,
    pub(super) weights: Option<WeightFormat>,
    /// The engine; none where it is the option's.
    pub(super) engine: Option<String>,
    pub(super) accelerators: String,
    pub(super) quantity: Quantity,
    pub(super) input: String,
    pub(super) output: String,
    pub(super) users: String,
    pub(super) value: String,
    pub(super) date: String,
    pub(super) source: String,
    pub(super) note: String,
}

impl Written {
    /// With the lengths of the case's workload, today, and its first option that can be measured.
    pub(super) fn of(scenario: &Scenario, text: Text, today: PartialDate) -> Written {
        let whole = |tokens: f64| text.editable(tokens.round().max(1.0));
        let workload = &scenario.workload;
        let options = scenario.options.iter();
        let mut options = options.filter(|option| can_be_measured(&option.plan));
        // What runs on machines is what estimates are of.
        let first = options
            .clone()
            .find(|option| hosting_in(&option.plan).is_some())
            .or_else(|| options.next());
        Written {
            option: first.map(|option| option.id.clone()),
            model: None,
            hardware: None,
            weights: None,
            engine: None,
            accelerators: "1".to_owned(),
            quantity: Quantity::DecodeAlone,
            input: whole(workload.input_tokens_per_request.value),
            output: whole(workload.output_tokens_per_request.value),
            users: String::new(),
            value: String::new(),
            date: today.to_string(),
            source: String::new(),
            note: String::new(),
        }
    }

    /// What can be measured of what was chosen: less of an interface, of which nobody knows on what
    /// it runs.
    pub(super) fn quantities(&self, scenario: &Scenario) -> &'static [Quantity] {
        match self.provider(scenario) {
            Some(_) => &EndpointCase::QUANTITIES,
            None => &Quantity::ALL,
        }
    }

    /// Whether so many users at once belong to the figure.
    pub(super) fn has_users(&self) -> bool {
        matches!(
            self.quantity,
            Quantity::FixedBatch | Quantity::InterToken | Quantity::TimeToFirstToken
        )
    }

    /// Whether the figure is a time, of which less is better.
    pub(super) fn is_time(&self) -> bool {
        matches!(
            self.quantity,
            Quantity::InterToken | Quantity::TimeToFirstToken
        )
    }

    /// Who runs the option, where it is an interface.
    fn provider(&self, scenario: &Scenario) -> Option<String> {
        match &scenario.option(self.option.as_ref()?)?.plan {
            Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => Some(api.provider.clone()),
            _ => None,
        }
    }

    /// The engine that served it: the chosen one, or the option's.
    pub(super) fn served_by(&self, scenario: &Scenario) -> Option<String> {
        let of_option = || {
            let hosting = hosting_of(scenario, self.option.as_ref()?)?;
            Some(hosting.engine.clone()).filter(|engine| !engine.is_empty())
        };
        self.engine.clone().or_else(of_option)
    }

    /// What was measured, whatever the figure.
    ///
    /// # Errors
    /// The sentences of the fields that it lacks.
    pub(super) fn subject(
        &self,
        scenario: &Scenario,
        catalogue: &Catalogue,
        text: Text,
    ) -> Result<Subject, Faults> {
        let mut faults = Faults::new();
        let input = whole(text, Field::Input, &self.input, &mut faults);
        let output = whole(text, Field::Output, &self.output, &mut faults);
        let users = match self.has_users() {
            true => whole(text, Field::Users, &self.users, &mut faults),
            false => Some(1.0),
        };
        if let Some(provider) = self.provider(scenario) {
            let option = self.option.as_ref().and_then(|id| scenario.option(id));
            let model = option.and_then(|option| option.model.as_ref());
            return match (input, output, users, model) {
                (Some(input_tokens), Some(output_tokens), Some(concurrency), Some(model)) => {
                    Ok(Subject::Endpoint(EndpointCase {
                        quantity: self.quantity,
                        model: model.id.clone(),
                        provider,
                        input_tokens,
                        output_tokens,
                        concurrency,
                    }))
                }
                (.., None) => {
                    Err([(Field::Model, text.get("typed-lacks-model").into_owned())].into())
                }
                _ => Err(faults),
            };
        }
        let engine = self.served_by(scenario);
        if engine.is_none() {
            faults.insert(Field::Engine, text.get("typed-lacks-engine").into_owned());
        }
        let case = match &self.option {
            Some(option) => case_of(scenario, option, self.quantity),
            None => self.other(catalogue, text, &mut faults),
        };
        let (Some(case), Some(engine), Some(input), Some(output), Some(users)) =
            (case, engine, input, output, users)
        else {
            return Err(faults);
        };
        let year = read_date(text, &self.date).map_or(case.year, year_of);
        let conditions = Conditions {
            steady_arrivals: self.is_time() && users > 1.0,
            ..Conditions::default()
        };
        let case = Case {
            engine,
            year,
            input_tokens: input,
            output_tokens: output,
            concurrency: match self.quantity {
                Quantity::Saturated => 0.0,
                _ => users,
            },
            conditions,
            ..case
        };
        match case.check() {
            Ok(()) if faults.is_empty() => Ok(Subject::Deployment(case)),
            Ok(()) => Err(faults),
            Err(reason) => {
                faults.insert(Field::Whole, text.describe(&reason));
                Err(faults)
            }
        }
    }

    /// Another model on another machine, as the catalogue knows them.
    fn other(&self, catalogue: &Catalogue, text: Text, faults: &mut Faults) -> Option<Case> {
        let lacks = [
            (Field::Model, "typed-lacks-model", self.model.is_none()),
            (
                Field::Hardware,
                "typed-lacks-hardware",
                self.hardware.is_none(),
            ),
            (
                Field::Weights,
                "typed-lacks-weights",
                self.weights.is_none(),
            ),
        ];
        for (field, key, _) in lacks.iter().filter(|(.., lacks)| *lacks) {
            faults.insert(*field, text.get(key).into_owned());
        }
        let accelerators = whole(text, Field::Accelerators, &self.accelerators, faults);
        let (model, hardware) = (self.model.as_ref()?, self.hardware.as_ref()?);
        let names = Names {
            devices: devices().ok()?,
            models: models().ok()?,
            aliases: aliases().ok()?,
            catalogue: Some(catalogue),
        };
        let Some((model, shapes)) = names.model(model) else {
            let name = Arg::from(model.clone());
            let said = text.format("typed-unknown-model", &[("model", name)]);
            faults.insert(Field::Model, said);
            return None;
        };
        let (device, accelerators) = (names.device(hardware)?, accelerators?);
        Some(Case {
            quantity: self.quantity,
            engine: String::new(),
            engine_version: String::new(),
            year: 0.0,
            model,
            shapes,
            device,
            weight_bits: self.weights?.bits_per_weight(),
            cache_bits: CACHE_BITS,
            accelerators,
            tensor_parallel: accelerators,
            pipeline_parallel: 1.0,
            expert_groups: 1.0,
            input_tokens: 0.0,
            output_tokens: 0.0,
            concurrency: 0.0,
            conditions: Conditions::default(),
        })
    }

    /// The figure.
    ///
    /// # Errors
    /// Its sentence.
    pub(super) fn figure(&self, text: Text) -> Result<f64, String> {
        number(text, &self.value)
    }

    /// The measurement.
    ///
    /// # Errors
    /// The sentences of the fields that it lacks.
    pub(super) fn read(
        &self,
        scenario: &Scenario,
        catalogue: &Catalogue,
        text: Text,
        today: PartialDate,
    ) -> Result<Measurement, Faults> {
        let (subject, mut faults) = match self.subject(scenario, catalogue, text) {
            Ok(subject) => (Some(subject), Faults::new()),
            Err(faults) => (None, faults),
        };
        let mut note = |field, found: Result<(), String>| {
            if let Err(said) = found {
                faults.insert(field, said);
            }
        };
        let value = self.figure(text);
        note(Field::Value, value.clone().map(|_| ()));
        let on =
            read_date(text, &self.date).and_then(|on| match on.earliest().days_until(today) >= 0 {
                true => Ok(on),
                false => Err(text.get("typed-too-late").into_owned()),
            });
        note(Field::Date, on.clone().map(|_| ()));
        let source = self.source.trim();
        if source.is_empty() {
            note(
                Field::Source,
                Err(text.get("typed-lacks-source").into_owned()),
            );
        }
        if let (Some(Subject::Deployment(case)), Ok(value)) = (&subject, &value) {
            let observation = Observation {
                case: case.clone(),
                value: *value,
            };
            if is_faster_than_memory(&observation) {
                let reason = Message::new("import-unresolved-faster-than-memory");
                note(Field::Value, Err(sentence(&text.render(&reason))));
            }
        }
        let (Some(subject), Ok(value), Ok(on), true) = (subject, value, on, faults.is_empty())
        else {
            return Err(faults);
        };
        let name = format!("{} {} {on}", subject.model(), self.quantity.key());
        Ok(Measurement {
            id: OptionId::from_name(&name).to_string(),
            kind: MeasurementKind::Entered,
            on,
            source: source.to_owned(),
            subject,
            value,
            spread: None,
            estimated: None,
            conditions: self.note.trim().to_owned(),
            run: None,
            is_busy: false,
            is_in_use: true,
        })
    }
}

/// Whether an option can be measured: a cascade is measured by its parts.
pub(super) fn can_be_measured(plan: &Plan) -> bool {
    !matches!(plan, Plan::Cascade(_))
}

/// A part of a sentence as a sentence of its own.
fn sentence(part: &str) -> String {
    let mut letters = part.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!("{first}{}.", letters.as_str())
}

/// A positive number.
fn number(text: Text, typed: &str) -> Result<f64, String> {
    let bare = Arg::from(typed.trim().to_owned());
    match text.parse_in(typed, Unit::NONE) {
        _ if typed.trim().is_empty() => Err(text.get("typed-not-positive").into_owned()),
        Err(_) => Err(text.format("typed-no-number", &[("text", bare)])),
        Ok(value) if value.is_finite() && value > 0.0 => Ok(value),
        Ok(_) => Err(text.get("typed-not-positive").into_owned()),
    }
}

/// A whole number from 1 on.
fn whole(text: Text, field: Field, typed: &str, faults: &mut Faults) -> Option<f64> {
    let read = text.parse_in(typed, Unit::NONE).ok();
    let found = read.filter(|value| value.fract() == 0.0 && (1.0..=MOST).contains(value));
    if found.is_none() {
        let most = [("most", Arg::Number(MOST))];
        faults.insert(field, text.format("typed-not-whole", &most));
    }
    found
}
