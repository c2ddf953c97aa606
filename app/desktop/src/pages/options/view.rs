//! Options in words: the sentence over the page, and what a card of the list says.

use weighbridge_engine::Scenario;
use weighbridge_engine::finding::Finding;
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{DecisionOption, OptionId, Plan, SelfHosted};
use weighbridge_session::Session;
use weighbridge_text::Text;
use weighbridge_units::{Arg, Message, Money};

use super::entries::{dollars, per_million};
use crate::widgets::Tone;

/// The headline, and one line under it.
pub(super) fn headline(session: &Session, text: Text) -> (String, String) {
    let (scenario, outcome) = (session.scenario(), session.outcome());
    let count = scenario.options.len();
    let options = Message::new("count-options").with("count", count);
    let impossible = outcome
        .options
        .iter()
        .filter(|option| !option.is_feasible())
        .count();
    let open = scenario
        .options
        .iter()
        .filter(|option| is_open(scenario, option))
        .count();
    let date = Arg::Date(scenario.question.date);
    let line = text.render(&Message::new("options-line").with("date", date));
    let headline = match (count, outcome.cheapest()) {
        (0, _) => {
            let help = text.get("step-options.help").into_owned();
            return (text.get("step-options.headline").into_owned(), help);
        }
        (1, Some(_)) => text.get("options-headline-one").into_owned(),
        (_, None) => text.get("options-headline-none").into_owned(),
        _ if impossible > 0 => {
            let message = Message::new("options-headline-impossible")
                .with("count", impossible)
                .with("options", options);
            text.render(&message)
        }
        (_, Some(cheapest)) => {
            let message = Message::new("options-headline")
                .with("open", open)
                .with("options", options)
                .with("cheapest", cheapest.name.clone());
            text.render(&message)
        }
    };
    (headline, line)
}

/// Whether all models an option asks have open weights.
fn is_open(scenario: &Scenario, option: &DecisionOption) -> bool {
    match &option.plan {
        Plan::ProprietaryApi(_) => false,
        Plan::Cascade(cascade) => [Some(&cascade.small), cascade.large.as_ref()]
            .into_iter()
            .flatten()
            .filter_map(|id| scenario.option(id))
            .all(|part| !matches!(part.plan, Plan::ProprietaryApi(_))),
        _ => true,
    }
}

/// What a card of the list says.
pub(super) struct CardWords {
    /// Name of the option.
    pub(super) name: String,
    /// Kind and model.
    pub(super) kind: String,
    /// What is paid for what.
    pub(super) price: String,
    /// What it comes to.
    pub(super) cost: String,
    /// The gravest finding, and how many there are besides.
    pub(super) alert: Option<(Tone, String)>,
}

/// The words of one option's card.
pub(super) fn card(session: &Session, text: Text, option: &DecisionOption) -> CardWords {
    CardWords {
        name: option.name.clone(),
        kind: kind_line(text, option),
        price: price_line(session.scenario(), text, option),
        cost: cost_line(session, text, &option.id),
        alert: alert(session, text, &option.id),
    }
}

/// "Rented GPUs · Llama 3.3 70B, FP8".
pub(super) fn kind_line(text: Text, option: &DecisionOption) -> String {
    let kind = text.get(&format!("deployment-{}", option.deployment().key()));
    let model = option.model.as_ref().map(|model| model.name.as_str());
    let format = hosting(option).map(|hosting| hosting.weight_format.as_str());
    let format = format.filter(|format| !format.is_empty());
    match (model, format) {
        (Some(model), Some(format)) => format!("{kind} · {model}, {format}"),
        (Some(model), None) => format!("{kind} · {model}"),
        (None, _) => kind.into_owned(),
    }
}

fn price_line(scenario: &Scenario, text: Text, option: &DecisionOption) -> String {
    let message = match &option.plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => {
            let plan = &api.token_plan;
            let input = plan.input_usd_per_million_tokens.value;
            return per_million(text, input, plan.output_usd_per_million_tokens.value);
        }
        Plan::RentedGpu(plan) => {
            let rent = dollars(text, plan.rented.usd_per_gpu_hour.value);
            Message::new("options-price-per-gpu-hour").with("price", rent)
        }
        Plan::OnPremises(plan) => {
            let price = dollars(text, plan.owned.server_price_usd.value);
            Message::new("options-price-per-server").with("price", price)
        }
        Plan::OnDevice(plan) => {
            let price = dollars(text, plan.device.device_price_usd.value);
            Message::new("options-price-per-device").with("price", price)
        }
        Plan::Cascade(cascade) => {
            let name = |id: &OptionId| {
                let part = scenario.option(id);
                part.map_or_else(|| id.to_string(), |part| part.name.clone())
            };
            let message = match &cascade.large {
                Some(large) => Message::new("options-name-cascade").with("large", name(large)),
                None => Message::new("options-name-samples"),
            };
            message.with("small", name(&cascade.small))
        }
    };
    text.render(&message)
}

/// All cost in an average month, in the client's currency.
pub(super) fn cost_line(session: &Session, text: Text, id: &OptionId) -> String {
    let option = session.outcome().option(id);
    match option.and_then(|option| option.get(Measure::AverageMonthlyCost)) {
        Some(cost) => {
            let cost = text.compact_money(Money::usd(cost));
            text.format("options-cost-all-in", &[("cost", Arg::from(cost))])
        }
        None => text.get("options-cost-unknown").into_owned(),
    }
}

fn alert(session: &Session, text: Text, id: &OptionId) -> Option<(Tone, String)> {
    let outcome = session.outcome();
    let findings: Vec<&Finding> = outcome
        .findings_of(id)
        .filter(|finding| !is_quiet(finding))
        .collect();
    let gravest = findings.first()?;
    let sentence = text.describe(*gravest);
    let sentence = match findings.len() - 1 {
        0 => sentence,
        more => {
            let more = text.format("options-more-findings", &[("count", Arg::from(more))]);
            format!("{sentence} {more}")
        }
    };
    Some((tone(gravest), sentence))
}

/// Findings that say how good a figure is and not that anything is amiss; the details show them.
fn is_quiet(finding: &Finding) -> bool {
    matches!(
        finding,
        Finding::ThroughputEstimated { .. }
            | Finding::DoubtfulPresets { .. }
            | Finding::OldPresets { .. }
            | Finding::MovesToSuccessor { .. }
    )
}

/// How a finding is shown: what cannot be had in red, what was found by estimate as information.
pub(super) fn tone(finding: &Finding) -> Tone {
    match finding {
        finding if finding.is_grave() => Tone::Bad,
        Finding::ThroughputEstimated { .. } | Finding::MovesToSuccessor { .. } => Tone::Information,
        _ => Tone::Caution,
    }
}

/// The model on a machine, where the option hosts one itself.
pub(super) fn hosting(option: &DecisionOption) -> Option<&SelfHosted> {
    match &option.plan {
        Plan::RentedGpu(plan) => Some(&plan.hosting),
        Plan::OnPremises(plan) => Some(&plan.hosting),
        Plan::OnDevice(plan) => Some(&plan.hosting),
        _ => None,
    }
}
