//! What is known of an option's model, and what its licence asks.

use egui::Ui;
use weighbridge_engine::catalogue::{Clause, Model};
use weighbridge_engine::scenario::{DecisionOption, ModelFacts, Plan};
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Message, Money, Unit};

use super::chooser::Chooser;
use super::fields::{change_words, fact, owner, subtitle};
use super::prices::sale_words;
use crate::look::Look;
use crate::pages::Page;
use crate::pages::figures::group_ui;
use crate::widgets::page;

/// The model's facts and its licence.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption) -> Option<Chooser> {
    let text = page.text;
    let mut asked = None;
    page::card(ui, &text.get("options-card-model"), "", |ui| {
        let name = text.get("column-model");
        let (change, said) = change_words(text, "column-model");
        let value = option.model.as_ref().map_or_else(
            || text.get("value-unknown").into_owned(),
            |model| model_words(page, model),
        );
        if fact(ui, &name, &value, Some((&change, &said))) {
            asked = Some(Chooser::model(option));
        }
        if let Some(model) = &option.model {
            facts(ui, page, option, model);
            subtitle(ui, &text.get("options-licence"));
            licence(ui, page, model);
        }
        group_ui(ui, page, owner(&option.id), &option.licence);
    });
    asked
}

/// Licence fees of an option that has no model of its own.
pub(super) fn licence_card(ui: &mut Ui, page: &mut Page<'_>, option: &DecisionOption) {
    let title = page.text.get("options-licence");
    page::card(ui, &title, "", |ui| {
        group_ui(ui, page, owner(&option.id), &option.licence);
    });
}

fn model_words(page: &Page<'_>, model: &ModelFacts) -> String {
    let record = page.session.catalogue().model(&model.id);
    let is_own = record.is_some_and(|record| record.provenance.is_users());
    let parts = [
        Some(model.name.clone()),
        Some(model.vendor.clone()).filter(|vendor| !vendor.is_empty()),
        is_own.then(|| page.text.get("options-own-record").into_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Pairs of a name and a value, in two columns.
fn facts(ui: &mut Ui, page: &Page<'_>, option: &DecisionOption, model: &ModelFacts) {
    let text = page.text;
    let look = Look::of(ui);
    let record = page.session.catalogue().model(&model.id);
    let unknown = || text.get("value-unknown").into_owned();
    let weights = if model.open_weights {
        "options-weights-open"
    } else {
        "options-weights-closed"
    };
    let context = model
        .context_tokens
        .map(|tokens| text.quantity(tokens as f64, Unit::TOKENS));
    let sale = sale_words(page, &model.id);
    let mut pairs = vec![
        ("options-weights", text.get(weights).into_owned()),
        (
            "options-released",
            model.released.map_or_else(unknown, |date| text.date(date)),
        ),
        ("options-context", context.unwrap_or_else(unknown)),
        ("options-parameters", size(text, option, record)),
    ];
    pairs.extend(sale.map(|sale| ("options-sale", sale)));
    if !model.languages.is_empty() {
        pairs.push(("options-languages", model.languages.join(", ")));
    }
    page::columns(ui, pairs.len(), 140.0, |ui, index| {
        let (key, value) = &pairs[index];
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(egui::Label::new(look.small(text.get(key))).wrap());
            ui.add(egui::Label::new(look.body(value)).wrap());
        });
    });
}

/// The model's size: as the option has it, else as the catalogue does.
fn size(text: Text, option: &DecisionOption, record: Option<&Model>) -> String {
    let own = super::view::hosting(option).map(|hosting| {
        let serving = &hosting.serving;
        (
            serving.parameters_total_billion.value,
            serving.parameters_active_billion.value,
        )
    });
    let known = record.and_then(|model| {
        let total = model.parameters_total()?;
        Some((
            total / 1e9,
            model.parameters_active().unwrap_or(total) / 1e9,
        ))
    });
    let written = |billions: f64| text.quantity(billions, Unit::BILLION_PARAMETERS);
    match own.or(known) {
        Some((total, active)) if active < total => {
            let active = text.number(active, Digits::SCREEN);
            let message = Message::new("options-parameters-active").with("total", written(total));
            text.render(&message.with("active", active))
        }
        Some((total, _)) => written(total),
        None => match option.plan {
            Plan::ProprietaryApi(_) => text.get("value-undisclosed").into_owned(),
            _ => text.get("value-unknown").into_owned(),
        },
    }
}

/// The licence's name, and its clauses as sentences.
fn licence(ui: &mut Ui, page: &Page<'_>, model: &ModelFacts) {
    let look = Look::of(ui);
    let text = page.text;
    let name = match model.licence.as_str() {
        "" => text.get("value-unknown").into_owned(),
        name => name.to_owned(),
    };
    ui.add(egui::Label::new(look.body(name)).wrap());
    for sentence in clauses(page, model) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = look.grid;
            ui.label(look.note("–"));
            ui.add(egui::Label::new(look.note(sentence)).wrap());
        });
    }
}

/// The clauses kept with the option; their numbers are in the catalogue's record.
fn clauses(page: &Page<'_>, model: &ModelFacts) -> Vec<String> {
    let record = page.session.catalogue().model(&model.id);
    model
        .licence_clauses
        .iter()
        .filter_map(|key| {
            let clauses = record
                .map(|record| record.licence.clauses.as_slice())
                .unwrap_or_default();
            let full = clauses.iter().find(|clause| clause.key() == key);
            clause(page.text, key, full)
        })
        .collect()
}

fn clause(text: Text, key: &str, full: Option<&Clause>) -> Option<String> {
    let message = match full {
        Some(Clause::UserCap(users)) => Message::new("clause-user-cap")
            .with("users", Arg::Text(text.compact(*users as f64).into())),
        Some(Clause::RevenueCapUsd(revenue)) => {
            let revenue = text.compact_money(Money::usd(*revenue));
            Message::new("clause-revenue-cap").with("revenue", revenue)
        }
        Some(Clause::Other(words)) => Message::new("clause-other").with("text", words.clone()),
        Some(clause) => Message::new(format!("clause-{}", clause.key())),
        // The catalogue has lost the record, and with it the number.
        None => match key {
            "user-cap" => Message::new("clause-user-cap-unspecified"),
            "revenue-cap" => Message::new("options-clause-revenue-cap-unspecified"),
            "other" => return None,
            key => {
                let key = format!("clause-{key}");
                return text.find(&key).map(|sentence| sentence.into_owned());
            }
        },
    };
    Some(text.render(&message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use weighbridge_text::Locale;

    #[test]
    fn a_clause_is_a_sentence_with_its_number_where_that_is_known() {
        let text = Text::new(Locale::En);
        for (key, full, sentence) in [
            (
                "user-cap",
                Some(Clause::UserCap(700_000_000)),
                Some("The vendor must agree above 700M users a month."),
            ),
            (
                "user-cap",
                None,
                Some("The vendor must agree above some number of users."),
            ),
            (
                "revenue-cap",
                Some(Clause::RevenueCapUsd(1e6)),
                Some("The vendor must agree above a yearly revenue of $1M."),
            ),
            (
                "revenue-cap",
                None,
                Some("The vendor must agree above some yearly revenue."),
            ),
            ("non-commercial", None, Some("Not for business.")),
            ("other", None, None),
            ("of-a-newer-version", None, None),
        ] {
            let said = clause(text, key, full.as_ref());
            assert_eq!(said.as_deref(), sentence, "{key}");
        }
    }
}
