//! What happens after the first year: licence, retirement, price law, leaving, languages.

use egui::Ui;
use weighbridge_engine::catalogue::Clause;
use weighbridge_engine::explain::ResultPart;
use weighbridge_engine::finding::Finding;
use weighbridge_engine::model::CostLine;
use weighbridge_engine::scenario::{DecisionOption, Deployment, Plan};
use weighbridge_units::{Arg, Message, Money};

use super::parts::{
    LanguageSupport, add_options_first, ask_why, language_name, language_support, months, note,
    point, short_money,
};
use super::{Ask, Page};
use crate::look::Look;
use crate::widgets::{Icon, button, page as parts_of_page};

/// What is looked at on the page: nothing yet that the document does not hold.
#[derive(Debug, Default)]
pub struct State {}

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut Page<'_>, _: &mut State) {
    if add_options_first(ui, page, "step-long-term") {
        return;
    }
    let text = page.text;
    let scenario = page.session.scenario();
    parts_of_page::headline(ui, &headline(page), &text.get("step-long-term.today"));
    parts_of_page::columns(ui, scenario.options.len(), 400.0, |ui, index| {
        if let Some(option) = scenario.options.get(index) {
            option_card(ui, page, option);
        }
    });
    parts_of_page::card(ui, &text.get("long-term-later"), "", |ui| {
        note(ui, text.get("long-term-later-body"));
    });
}

/// How many options lose their model inside the horizon.
fn headline(page: &Page<'_>) -> String {
    let (text, outcome) = (page.text, page.session.outcome());
    let count = |wanted: fn(&Finding) -> bool| {
        let concerned = |id| outcome.findings_of(id).any(wanted);
        outcome
            .options
            .iter()
            .filter(|option| concerned(&option.id))
            .count()
    };
    let lost = count(|finding| matches!(finding, Finding::RetiresWithoutSuccessor { .. }));
    let moved = count(|finding| matches!(finding, Finding::MovesToSuccessor { .. }));
    let said = |key, count: usize| {
        text.format(
            key,
            &[("count", Arg::from(count)), ("months", months(outcome))],
        )
    };
    match (lost, moved) {
        (0, 0) => said("long-term-headline-none", 0),
        (0, moved) => said("long-term-headline-moved", moved),
        (lost, _) => said("long-term-headline-lost", lost),
    }
}

fn option_card(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption) {
    let text = page.text;
    let kind = text.get(&format!("deployment-{}", option.deployment().key()));
    let aid = match &option.model {
        Some(model) => format!("{kind} · {}, {}", model.name, model.vendor),
        None => kind.into_owned(),
    };
    parts_of_page::card(ui, &option.name, &aid, |ui| {
        licence(ui, page, option);
        retirement(ui, page, option);
        price_law(ui, page, option);
        data(ui, page, option);
        exit(ui, page, option);
        languages(ui, page, option);
        if ui
            .add(button::link(&text.get("long-term-change")))
            .clicked()
        {
            page.ask(Ask::Option(option.id.clone()));
        }
    });
}

fn heading(ui: &mut Ui, words: impl Into<String>) {
    let look = Look::of(ui);
    ui.add_space(look.grid);
    ui.label(look.strong(words));
}

fn licence(ui: &mut Ui, page: &Page<'_>, option: &DecisionOption) {
    let look = Look::of(ui);
    let text = page.text;
    let Some(model) = &option.model else { return };
    let licence = if model.licence.is_empty() {
        text.get("value-unknown").into_owned()
    } else {
        model.licence.clone()
    };
    heading(
        ui,
        text.format("long-term-licence", &[("licence", Arg::from(licence))]),
    );
    if model.licence_clauses.is_empty() {
        let key = if model.open_weights {
            "long-term-no-clauses"
        } else {
            "long-term-clauses-unknown"
        };
        note(ui, text.get(key));
    }
    for key in &model.licence_clauses {
        let colour = if is_grave(key) {
            look.caution
        } else {
            look.muted
        };
        let sign = if is_grave(key) {
            Icon::Exclamation
        } else {
            Icon::Dot
        };
        point(ui, sign, colour, clause_words(page, &model.id, key));
    }
}

/// Whether a clause may stop a client from using the model at all.
pub(super) fn is_grave(clause: &str) -> bool {
    matches!(
        clause,
        "user-cap"
            | "user-cap-unspecified"
            | "revenue-cap"
            | "not-for-eu-domiciled"
            | "non-commercial"
            | "separate-agreement"
            | "hosting-restricted"
    )
}

/// A clause as a sentence. The scenario keeps its key; its figures are the catalogue's.
pub(super) fn clause_words(page: &Page<'_>, model: &str, key: &str) -> String {
    let text = page.text;
    let known = page.session.catalogue().model(model).and_then(|model| {
        model
            .licence
            .clauses
            .iter()
            .find(|clause| clause.key() == key)
    });
    let unknown = || Arg::key("value-unknown");
    let message = match (key, known) {
        ("user-cap", Some(Clause::UserCap(users))) => {
            Message::new("clause-user-cap").with("users", Arg::Count(*users))
        }
        ("user-cap", _) => Message::new("clause-user-cap-unspecified"),
        ("revenue-cap", Some(Clause::RevenueCapUsd(usd))) => {
            Message::new("clause-revenue-cap").with("revenue", Money::usd(*usd))
        }
        ("revenue-cap", _) => Message::new("clause-revenue-cap").with("revenue", unknown()),
        ("other", Some(Clause::Other(words))) => return words.clone(),
        ("other", _) => Message::new("clause-other").with("text", unknown()),
        _ => Message::new(format!("clause-{key}")),
    };
    text.render(&message)
}

fn retirement(ui: &mut Ui, page: &Page<'_>, option: &DecisionOption) {
    let look = Look::of(ui);
    let text = page.text;
    heading(ui, text.get("long-term-retirement"));
    let found = page
        .session
        .outcome()
        .findings_of(&option.id)
        .find(|finding| {
            matches!(
                finding,
                Finding::MovesToSuccessor { .. } | Finding::RetiresWithoutSuccessor { .. }
            )
        });
    if let Some(finding) = found {
        let is_lost = matches!(finding, Finding::RetiresWithoutSuccessor { .. });
        let (sign, colour) = if is_lost {
            (Icon::Exclamation, look.caution)
        } else {
            (Icon::Right, look.muted)
        };
        point(ui, sign, colour, text.describe(finding));
        return;
    }
    let after = match &option.plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => api.retirement.as_ref(),
        _ => None,
    };
    let words = match (after, option.deployment()) {
        (Some(retirement), _) => text.format(
            "long-term-retires-after",
            &[("date", Arg::Date(retirement.sold_until))],
        ),
        (None, Deployment::ProprietaryApi | Deployment::HostedOpenModel) => {
            text.get("long-term-no-retirement").into_owned()
        }
        (None, Deployment::Cascade) => text.get("long-term-as-its-parts").into_owned(),
        (None, _) => text.get("long-term-own-weights").into_owned(),
    };
    note(ui, words);
}

fn price_law(ui: &mut Ui, page: &Page<'_>, option: &DecisionOption) {
    let text = page.text;
    let (law, change) = match &option.plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => {
            let key = format!("price-law-{}", api.price_law.key());
            (
                text.get(&key),
                text.get(&format!("{key}.help")).into_owned(),
            )
        }
        Plan::RentedGpu(plan) => {
            let change = Arg::Percent(plan.rented.rent_change_per_year.value);
            (
                text.get("field-rented-rent-change-per-year"),
                text.format("long-term-rent-change", &[("change", change)]),
            )
        }
        Plan::OnPremises(_) | Plan::OnDevice(_) | Plan::Cascade(_) => return,
    };
    heading(
        ui,
        text.format(
            "long-term-price-law",
            &[("law", Arg::from(law.into_owned()))],
        ),
    );
    note(ui, change);
}

/// Where the data goes, as far as the kind of option tells.
fn data(ui: &mut Ui, page: &Page<'_>, option: &DecisionOption) {
    let text = page.text;
    heading(ui, text.get("long-term-data"));
    let provider = match &option.plan {
        Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api) => Some(&api.provider),
        Plan::RentedGpu(plan) => Some(&plan.provider),
        Plan::OnPremises(_) | Plan::OnDevice(_) | Plan::Cascade(_) => None,
    };
    let words = match (provider, option.deployment()) {
        (Some(provider), _) => {
            let provider = if provider.is_empty() {
                Arg::key("value-unknown")
            } else {
                Arg::from(provider.clone())
            };
            text.format("long-term-data-elsewhere", &[("provider", provider)])
        }
        (None, Deployment::Cascade) => text.get("long-term-as-its-parts").into_owned(),
        (None, _) => text.get("long-term-data-here").into_owned(),
    };
    note(ui, words);
}

fn exit(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption) {
    let text = page.text;
    heading(ui, text.get("long-term-exit"));
    let usd = page
        .session
        .outcome()
        .option(&option.id)
        .and_then(|outcome| outcome.line_usd(CostLine::Exit));
    let Some(usd) = usd else {
        note(ui, text.get("value-unknown"));
        return;
    };
    let words = text.format(
        "long-term-exit-cost",
        &[
            ("cost", short_money(text, usd)),
            (
                "chance",
                Arg::Percent(option.transition.exit_probability.value),
            ),
        ],
    );
    note(ui, words);
    let name = text.format(
        "long-term-why-exit",
        &[("option", Arg::from(option.name.clone()))],
    );
    if ui
        .add(button::link(&text.get("button-explain")).name(&name))
        .clicked()
    {
        ask_why(page, &option.id, ResultPart::Line(CostLine::Exit));
    }
}

fn languages(ui: &mut Ui, page: &Page<'_>, option: &DecisionOption) {
    let look = Look::of(ui);
    let text = page.text;
    let languages = &page.session.scenario().question.working_languages;
    if languages.is_empty() || option.model.is_none() {
        return;
    }
    heading(ui, text.get("question-languages"));
    let stated = option
        .model
        .as_ref()
        .map(|model| model.languages.as_slice());
    let of_kind = |kind: LanguageSupport| {
        let names: Vec<String> = languages
            .iter()
            .filter(|tag| language_support(stated, tag) == kind)
            .map(|tag| language_name(text, tag))
            .collect();
        (!names.is_empty()).then(|| text.list(names))
    };
    for (kind, sign, colour, key) in [
        (
            LanguageSupport::Stated,
            Icon::Tick,
            look.good,
            "long-term-languages-stated",
        ),
        (
            LanguageSupport::NotStated,
            Icon::Exclamation,
            look.caution,
            "long-term-languages-not-stated",
        ),
        (
            LanguageSupport::Unknown,
            Icon::Ring,
            look.muted,
            "long-term-languages-unknown",
        ),
    ] {
        if let Some(names) = of_kind(kind) {
            point(
                ui,
                sign,
                colour,
                text.format(key, &[("languages", Arg::from(names))]),
            );
        }
    }
}
