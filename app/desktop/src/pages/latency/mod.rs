//! How fast each option answers, and on what machine: rough estimates for what is self-hosted.

pub mod measurements;
mod memory;

use egui::Ui;
use weighbridge_engine::explain::ResultPart;
use weighbridge_engine::finding::Finding;
use weighbridge_engine::model::Measure;
use weighbridge_engine::outcome::OptionOutcome;
use weighbridge_engine::scenario::{
    DecisionOption, InputPath, Plan, Scenario, SelfHosted, Setting, ThroughputSource,
};
use weighbridge_session::Action;
use weighbridge_units::{Arg, Unit};

use super::figures::{Owner, figures_ui};
use super::parts::{
    add_options_first, ask_why, measure_key, note, owner_and_group, point, why_cell,
};
use super::{Ask, Page};
use crate::look::Look;
use crate::widgets::table::{Cell, Row, figure_column, table, text_column};
use crate::widgets::{Icon, button, choice, page as parts_of_page};

/// What is looked at on the page.
#[derive(Debug, Default)]
pub struct State {
    /// What was measured, and a file that is being taken in.
    pub measurements: measurements::State,
}

/// The figures of a machine, in the order in which they are read.
const FIGURES: [Measure; 8] = [
    Measure::SequencesThatFit,
    Measure::BatchSize,
    Measure::TimeToFirstToken,
    Measure::TimePerOutputToken,
    Measure::TokensPerSecond,
    Measure::ReplicasFirstMonth,
    Measure::ReplicasLastMonth,
    Measure::Utilisation,
];

const TARGETS: [&str; 2] = [
    "target_time_to_first_token_seconds",
    "target_tokens_per_second",
];

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let session = page.session;
    let scenario = session.scenario();
    if add_options_first(ui, page, "step-latency") {
        return;
    }
    let sure = format!(
        "{} {}",
        text.get("step-latency.today"),
        text.get("latency-rough")
    );
    parts_of_page::headline(ui, &headline(page), &sure);
    let hosted: Vec<(&DecisionOption, &SelfHosted, &OptionOutcome)> = scenario
        .options
        .iter()
        .zip(&session.outcome().options)
        .filter_map(|(option, outcome)| Some((option, hosting(&option.plan)?, outcome)))
        .collect();
    parts_of_page::columns(ui, hosted.len() + 1, 430.0, |ui, index| {
        match hosted.get(index) {
            Some((option, hosting, outcome)) => option_card(ui, page, option, hosting, outcome),
            None => {
                targets_card(ui, page);
                elsewhere_card(ui, page);
            }
        }
    });
    measurements::ui(ui, page, &mut state.measurements);
}

/// Whether the field of an input stands on this page.
pub fn holds(scenario: &Scenario, path: &InputPath) -> bool {
    let field = path.as_str().rsplit('.').next().unwrap_or_default();
    owner_and_group(scenario, path).is_some_and(|(_, group)| match group.as_str() {
        "workload" => TARGETS.contains(&field),
        "serving" => field == "entered_tokens_per_second",
        _ => false,
    })
}

/// The model on a machine of one's own.
pub(super) fn hosting(plan: &Plan) -> Option<&SelfHosted> {
    match plan {
        Plan::RentedGpu(plan) => Some(&plan.hosting),
        Plan::OnPremises(plan) => Some(&plan.hosting),
        Plan::OnDevice(plan) => Some(&plan.hosting),
        Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_) | Plan::Cascade(_) => None,
    }
}

/// What the estimate says of fit and targets, in one sentence.
fn headline(page: &Page<'_>) -> String {
    let text = page.text;
    let (scenario, outcome) = (page.session.scenario(), page.session.outcome());
    let hosted: Vec<&DecisionOption> = scenario
        .options
        .iter()
        .filter(|option| hosting(&option.plan).is_some())
        .collect();
    if hosted.is_empty() {
        return text.get("latency-headline-none").into_owned();
    }
    let counts = |wanted: fn(&Finding) -> bool| {
        hosted
            .iter()
            .filter(|option| outcome.findings_of(&option.id).any(wanted))
            .count()
    };
    let total = ("total", Arg::from(hosted.len()));
    let too_big = counts(|finding| matches!(finding, Finding::MemoryShort { .. }));
    if too_big > 0 {
        return text.format(
            "latency-headline-too-big",
            &[("count", Arg::from(too_big)), total],
        );
    }
    let missed = counts(|finding| {
        matches!(
            finding,
            Finding::TimeToFirstTokenMissed { .. } | Finding::WritingSpeedMissed { .. }
        )
    });
    if missed > 0 {
        return text.format(
            "latency-headline-missed",
            &[("count", Arg::from(missed)), total],
        );
    }
    if has_targets(scenario) {
        return text.format(
            "latency-headline-met",
            &[("count", Arg::from(hosted.len()))],
        );
    }
    let speed = |option: &&OptionOutcome| {
        option
            .get(Measure::TimePerOutputToken)
            .unwrap_or(f64::INFINITY)
    };
    let fastest = outcome
        .options
        .iter()
        .min_by(|a, b| speed(a).total_cmp(&speed(b)));
    match fastest.and_then(|option| Some((option, option.get(Measure::TimePerOutputToken)?))) {
        Some((option, seconds)) => text.format(
            "latency-headline-fastest",
            &[
                ("option", Arg::from(option.name.clone())),
                (
                    "speed",
                    Arg::Quantity(1.0 / seconds, Unit::TOKENS_PER_SECOND),
                ),
            ],
        ),
        None => text.get("step-latency.headline").into_owned(),
    }
}

fn has_targets(scenario: &Scenario) -> bool {
    let workload = &scenario.workload;
    workload.target_time_to_first_token_seconds.value > 0.0
        || workload.target_tokens_per_second.value > 0.0
}

fn option_card(
    ui: &mut Ui,
    page: &mut Page<'_>,
    option: &DecisionOption,
    hosting: &SelfHosted,
    outcome: &OptionOutcome,
) {
    let text = page.text;
    let gpus = Arg::Quantity(hosting.serving.gpus_per_replica.value, Unit::GPUS);
    let machine = if hosting.hardware_name.is_empty() {
        text.get("value-unknown").into_owned()
    } else {
        hosting.hardware_name.clone()
    };
    let aid = text.format(
        "latency-machine",
        &[
            ("machine", Arg::from(machine)),
            ("gpus", gpus),
            ("format", Arg::from(hosting.weight_format.to_uppercase())),
        ],
    );
    let mut pressed = None;
    parts_of_page::card(ui, &option.name, &aid, |ui| {
        memory::bar(ui, page, outcome);
        verdict(ui, page, option, hosting);
        let shown: Vec<Measure> = FIGURES
            .into_iter()
            .filter(|measure| outcome.get(*measure).is_some())
            .collect();
        let columns = [
            text_column(text.get("results-figure"), 1.0),
            figure_column(text.get("column-value")),
        ];
        let rows: Vec<Row> = shown
            .iter()
            .map(|measure| {
                let name = text.get(&measure_key(*measure));
                Row::new([
                    Cell::new(name),
                    why_cell(text, outcome, ResultPart::Measure(*measure)),
                ])
            })
            .collect();
        if let Some((row, _)) = table(ui, &option.name, &columns, &rows) {
            pressed = shown.get(row).copied();
        }
        throughput(ui, page, option, hosting);
    });
    if let Some(measure) = pressed {
        ask_why(page, &option.id, ResultPart::Measure(measure));
    }
}

/// Whether the estimate meets the targets, in words.
fn verdict(ui: &mut Ui, page: &Page<'_>, option: &DecisionOption, hosting: &SelfHosted) {
    let look = Look::of(ui);
    let text = page.text;
    let mut missed = false;
    for finding in page.session.outcome().findings_of(&option.id) {
        let colour = match finding {
            Finding::MemoryShort { .. } => look.bad,
            Finding::TimeToFirstTokenMissed { .. } | Finding::WritingSpeedMissed { .. } => {
                look.caution
            }
            _ => continue,
        };
        missed = true;
        point(ui, Icon::Exclamation, colour, text.describe(finding));
    }
    if missed {
        return;
    }
    if hosting.throughput == ThroughputSource::Entered {
        point(
            ui,
            Icon::Information,
            look.accent,
            text.get("latency-entered"),
        );
    } else if has_targets(page.session.scenario()) {
        point(ui, Icon::Tick, look.good, text.get("latency-met"));
    } else {
        point(ui, Icon::Ring, look.muted, text.get("latency-no-target"));
    }
}

/// Whether the estimate or a figure of the client's own counts, and the field for that figure.
fn throughput(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption, hosting: &SelfHosted) {
    let text = page.text;
    let is_entered = hosting.throughput == ThroughputSource::Entered;
    let name = text.format(
        "latency-throughput-of",
        &[("option", Arg::from(option.name.clone()))],
    );
    let (estimated, entered) = (
        text.get("throughput-estimated"),
        text.get("throughput-entered"),
    );
    ui.push_id(("throughput", option.id.as_str()), |ui| {
        let choices = [estimated.as_ref(), entered.as_ref()];
        if let Some(picked) = choice::segmented(ui, &name, &choices, usize::from(is_entered)) {
            let word = if picked == 1 { "entered" } else { "estimated" };
            page.act(Action::SetChoice {
                path: InputPath::new(format!("options.{}.throughput", option.id)),
                setting: Setting::Word(word.to_owned()),
            });
        }
        if is_entered {
            let owner = Owner {
                option: Some(&option.id),
                index: None,
            };
            figures_ui(
                ui,
                page,
                owner,
                &hosting.serving,
                &["entered_tokens_per_second"],
            );
        } else {
            note(ui, text.get("throughput-estimated.help"));
        }
    });
}

fn targets_card(ui: &mut Ui, page: &mut Page<'_>) {
    let text = page.text;
    let scenario = page.session.scenario();
    parts_of_page::card(
        ui,
        &text.get("latency-targets"),
        &text.get("latency-targets-aid"),
        |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            figures_ui(ui, page, Owner::default(), &scenario.workload, &TARGETS);
        },
    );
}

/// Options whose speed is somebody else's, which nothing here estimates.
fn elsewhere_card(ui: &mut Ui, page: &mut Page<'_>) {
    let look = Look::of(ui);
    let text = page.text;
    let scenario = page.session.scenario();
    let elsewhere: Vec<&DecisionOption> = scenario
        .options
        .iter()
        .filter(|option| hosting(&option.plan).is_none())
        .collect();
    if elsewhere.is_empty() {
        return;
    }
    let mut asked = None;
    parts_of_page::card(
        ui,
        &text.get("latency-elsewhere"),
        &text.get("latency-elsewhere-aid"),
        |ui| {
            for option in elsewhere {
                ui.horizontal(|ui| {
                    let kind = text.get(&format!("deployment-{}", option.deployment().key()));
                    if ui.add(button::link(&option.name)).clicked() {
                        asked = Some(option.id.clone());
                    }
                    ui.label(look.note(kind));
                });
            }
        },
    );
    if let Some(option) = asked {
        page.ask(Ask::Option(option));
    }
}

#[cfg(test)]
mod tests {
    use weighbridge_engine::figure::FigureGroup;
    use weighbridge_engine::scenario::Workload;

    #[test]
    fn targets_are_fields() {
        for field in super::TARGETS {
            assert!(<Workload as FigureGroup>::spec(field).is_some(), "{field}");
        }
    }
}
