//! The details of one option: what was found about it, its model, its plan, quality and licence.

use egui::Ui;
use weighbridge_engine::finding::Finding;
use weighbridge_engine::scenario::{Cascade, CascadeMode, DecisionOption, OptionId, Plan};
use weighbridge_session::{Action, CascadePart};

use super::chooser::Chooser;
use super::entries::{Choice, Source};
use super::fields::{option_choice, owner, subtitle};
use super::{hosting, model, prices, view};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::figures::{figures_ui, group_ui};
use crate::widgets::{PickerWords, notice, page, picker};

/// Narrower than this, cards stand under each other.
const LEAST_COLUMN: f32 = 330.0;

/// Draws the details. Returns a dialog where one is asked for.
pub(super) fn ui(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption) -> Option<Chooser> {
    let mut asked = None;
    findings(ui, page, option);
    page::columns(ui, 2, LEAST_COLUMN, |ui, column| {
        match (&option.plan, column) {
            (Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api), 0) => {
                asked = asked.take().or(prices::list_card(ui, page, option, api));
                prices::law_card(ui, page, option, api);
                prices::tiers_card(ui, page, option, api);
                prices::discounts_card(ui, page, option, api);
            }
            (Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api), _) => {
                asked = asked.take().or(model::card(ui, page, option));
                quality_card(ui, page, option);
                prices::retirement_card(ui, page, option, api);
            }
            (Plan::RentedGpu(plan), 0) => {
                asked = asked.take().or(hosting::rent_card(ui, page, option, plan));
                quality_card(ui, page, option);
            }
            (Plan::OnPremises(plan), 0) => {
                asked = asked.take().or(hosting::owned_card(ui, page, option, plan));
                quality_card(ui, page, option);
            }
            (Plan::OnDevice(plan), 0) => {
                asked = asked
                    .take()
                    .or(hosting::device_card(ui, page, option, plan));
                quality_card(ui, page, option);
            }
            (Plan::Cascade(cascade), 0) => cascade_card(ui, page, option, cascade),
            (Plan::Cascade(_), _) => {
                quality_card(ui, page, option);
                model::licence_card(ui, page, option);
            }
            (_, _) => {
                asked = asked.take().or(model::card(ui, page, option));
                if let Some(hosted) = view::hosting(option) {
                    asked = asked
                        .take()
                        .or(hosting::serving_card(ui, page, option, hosted));
                }
            }
        }
    });
    asked
}

/// What was found about the option, grave ones first.
fn findings(ui: &mut Ui, page: &Page<'_>, option: &DecisionOption) {
    let text = page.text;
    let look = Look::of(ui);
    let outcome = page.session.outcome();
    let mut found: Vec<&Finding> = outcome.findings_of(&option.id).collect();
    found.sort_by_key(|finding| !finding.is_grave());
    if found.is_empty() {
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = look.grid;
        for finding in found {
            notice::strip(ui, view::tone(finding), &text.describe(finding), None);
        }
    });
}

fn quality_card(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption) {
    let text = page.text;
    let aid = text.get("options-card-quality.help");
    page::card(ui, &text.get("options-card-quality"), &aid, |ui| {
        group_ui(ui, page, owner(&option.id), &option.quality);
    });
}

fn cascade_card(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption, cascade: &Cascade) {
    let text = page.text;
    let title = text.get("options-card-cascade");
    page::card(ui, &title, &text.get("deployment-cascade.help"), |ui| {
        let small = (
            CascadePart::Small,
            "options-choose-small",
            Some(&cascade.small),
        );
        let large = (
            CascadePart::Large,
            "options-choose-large",
            cascade.large.as_ref(),
        );
        for part in [small, large] {
            part_ui(ui, page, &option.id, part);
        }
        let keys = CascadeMode::ALL.map(CascadeMode::key);
        option_choice(
            ui,
            page,
            &option.id,
            ("mode", "cascade-mode"),
            &keys,
            cascade.mode.key(),
        );
        page::rule(ui);
        let escalating = ["escalation_share", "large_model_solved_share"];
        let sampling = [
            "samples",
            "single_sample_solved_share",
            "coverage_exponent",
            "verifier_recall",
            "verifier_usd_per_sample",
            "failure_usd_per_task",
        ];
        figures_ui(ui, page, owner(&option.id), &cascade.cascade, &escalating);
        subtitle(ui, &text.get("options-samples"));
        figures_ui(ui, page, owner(&option.id), &cascade.cascade, &sampling);
    });
}

/// One part of a cascade, chosen among the plain options.
fn part_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    cascade: &OptionId,
    (part, key, chosen): (CascadePart, &str, Option<&OptionId>),
) {
    let look = Look::of(ui);
    let text = page.text;
    let entries = Source::of(page).parts(None, part == CascadePart::Large);
    let place = entries
        .choices
        .iter()
        .position(|choice| match (choice, chosen) {
            (Choice::Part(id), Some(chosen)) => id == chosen,
            (Choice::NoPart, None) => true,
            _ => false,
        });
    let label = text.get(key);
    ui.label(look.small(label.as_ref()));
    let words = PickerWords {
        search: &text.get("button-search"),
        nothing: &text.get("window-search-nothing"),
    };
    let unchosen = text.get("options-part-missing");
    if let Some(picked) = picker::picker(ui, &label, place, &unchosen, &entries.rows, words) {
        let to = match entries.choices.get(picked) {
            Some(Choice::Part(id)) => Some(id.clone()),
            _ => None,
        };
        page.act(Action::SetCascadePart {
            option: cascade.clone(),
            part,
            to,
        });
    }
}
