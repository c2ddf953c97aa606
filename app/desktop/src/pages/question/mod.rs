//! What is to be decided, how far ahead, and in which money.

mod languages;
mod view;

use egui::Ui;
use weighbridge_engine::scenario::{
    InputPath, LONGEST_HORIZON_MONTHS, SHORTEST_HORIZON_MONTHS, Setting,
};
use weighbridge_session::Action;
use weighbridge_units::{Arg, Currency};

use super::Page;
use super::figures::{Owner, figures_ui};
use super::typed::{self, Words};
use crate::look::Look;
use crate::widgets::{Entry, PickerWords, Slider, page, picker};

/// Narrower than this, cards stand under each other.
const LEAST_COLUMN: f32 = 380.0;

/// What the page keeps between frames.
#[derive(Debug, Default)]
pub struct State {
    /// The horizon is being dragged.
    drags_horizon: bool,
    languages: languages::State,
}

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let (headline, line) = view::headline(page.session, page.text);
    page::headline(ui, &headline, &line);
    page::columns(ui, 2, LEAST_COLUMN, |ui, column| match column {
        0 => {
            case_card(ui, page);
            languages::card(ui, page, &mut state.languages);
        }
        _ => {
            horizon_card(ui, page, state);
            money_card(ui, page);
        }
    });
}

fn case_card(ui: &mut Ui, page: &mut Page<'_>) {
    let text = page.text;
    let question = &page.session.scenario().question;
    page::card(
        ui,
        &text.get("question-card-case"),
        &text.get("question-card-case.help"),
        |ui| {
            let (title, text_, notes) = ("question-title", "question-text", "question-notes");
            if let Some(title) = words(ui, page, title, &question.title, 1) {
                page.act(Action::SetTitle(title));
            }
            if let Some(asked) = words(ui, page, text_, &question.text, 4) {
                page.act(Action::SetQuestion(asked));
            }
            if let Some(notes) = words(ui, page, notes, &question.notes, 4) {
                page.act(Action::SetNotes(notes));
            }
        },
    );
}

fn words(ui: &mut Ui, page: &Page<'_>, key: &str, value: &str, rows: usize) -> Option<String> {
    let label = page.text.get(key);
    let help = page.text.get(&format!("{key}.help"));
    typed::text_ui(
        ui,
        Words {
            id_salt: key,
            label: &label,
            help: &help,
        },
        value,
        rows,
    )
}

fn horizon_card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let question = &page.session.scenario().question;
    let aid = text.get("question-card-time.help");
    page::card(ui, &text.get("question-card-time"), &aid, |ui| {
        let (label, help) = (text.get("question-date"), text.get("question-date.help"));
        let date_words = Words {
            id_salt: "question.date",
            label: &label,
            help: &help,
        };
        if let Some(date) = typed::date_ui(ui, text, date_words, question.date) {
            page.act(Action::SetDate(date));
        }
        let range = (SHORTEST_HORIZON_MONTHS, LONGEST_HORIZON_MONTHS);
        let (label, help) = (
            text.get("question-horizon"),
            text.get("question-horizon.help"),
        );
        let path = "question.horizon_months";
        let horizon_words = Words {
            id_salt: path,
            label: &label,
            help: &help,
        };
        typed::months_ui(
            ui,
            page,
            path,
            horizon_words,
            question.horizon_months,
            range,
        );
        horizon_slider(ui, page, state, &label, path);
    });
}

/// The slider: what it moves between press and release is one step of undo.
fn horizon_slider(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, name: &str, path: &str) {
    let text = page.text;
    let now = page.session.scenario().question.horizon_months;
    let written = |months: f64| {
        text.format(
            "count-months",
            &[("count", Arg::from(months.round() as u32))],
        )
    };
    let range = f64::from(SHORTEST_HORIZON_MONTHS)..=f64::from(LONGEST_HORIZON_MONTHS);
    let slider = Slider::new(name, f64::from(now), range, &written).width(ui.available_width());
    let reply = slider.show(ui);
    let is_held = reply.response.is_pointer_button_down_on();
    if is_held && !state.drags_horizon {
        page.act(Action::BeginGesture);
    }
    if let Some(months) = reply
        .moved
        .map(f64::round)
        .filter(|months| *months != f64::from(now))
    {
        page.act(Action::SetChoice {
            path: InputPath::new(path),
            setting: Setting::Number(months),
        });
    }
    if !is_held && state.drags_horizon {
        page.act(Action::EndGesture);
    }
    state.drags_horizon = is_held;
}

fn money_card(ui: &mut Ui, page: &mut Page<'_>) {
    let text = page.text;
    let scenario = page.session.scenario();
    page::card(
        ui,
        &text.get("question-card-money"),
        &text.get("question-card-money.help"),
        |ui| {
            currency_ui(ui, page);
            if scenario.question.currency != Currency::Usd {
                figures_ui(ui, page, Owner::default(), &scenario.finance, &["fx_rate"]);
                let (label, help) = (
                    text.get("question-fx-date"),
                    text.get("question-fx-date.help"),
                );
                let rate_words = Words {
                    id_salt: "question.fx_date",
                    label: &label,
                    help: &help,
                };
                let date = scenario.question.fx_date;
                if let Some(date) = typed::optional_date_ui(ui, text, rate_words, date) {
                    page.act(Action::SetRateDate(date));
                }
                page::rule(ui);
            }
            figures_ui(
                ui,
                page,
                Owner::default(),
                &scenario.finance,
                &["discount_rate_per_year"],
            );
        },
    );
}

fn currency_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let text = page.text;
    let look = Look::of(ui);
    let entries: Vec<Entry> = Currency::ALL
        .iter()
        .map(|currency| {
            let key = format!("currency-{}", currency.code().to_lowercase());
            Entry {
                title: view::first_upper(&text.get(&key)),
                figure: currency.code().to_owned(),
                ..Entry::default()
            }
        })
        .collect();
    let now = page.session.scenario().question.currency;
    let chosen = Currency::ALL.iter().position(|currency| *currency == now);
    let label = text.get("question-currency");
    let words = PickerWords {
        search: &text.get("question-currency-search"),
        nothing: &text.get("window-search-nothing"),
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = look.grid / 2.0;
        ui.label(look.body(label.as_ref()));
        ui.add(egui::Label::new(look.small(text.get("question-currency.help"))).wrap());
    });
    if let Some(index) = picker::picker(ui, &label, chosen, "", &entries, words) {
        page.act(Action::SetCurrency(Currency::ALL[index]));
    }
}
