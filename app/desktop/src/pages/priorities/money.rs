//! How cost enters, once: what a point of value is worth, or cost as one criterion more.

use egui::Ui;
use weighbridge_engine::figure::FigureGroup as _;
use weighbridge_engine::scenario::{CostRole, InputPath, MoneyAxis};
use weighbridge_session::Action;
use weighbridge_units::{Arg, Money, Unit};

use super::{Shown, State, View};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::choices::radio_list;
use crate::pages::figures::{Owner, beside, figures_ui, group_ui, parse};
use crate::pages::parts::{months, note, point};
use crate::widgets::{FigureRow, Icon, NumberField, button, page as parts_of_page};

/// Narrower than this, cards stand under each other.
const LEAST_COLUMN: f32 = 430.0;

/// The points that the trade-off question is about: enough to be seen, few enough to be a choice.
const ASKED_POINTS: f64 = 10.0;

/// The field that the trade-off question sets.
const WORTH: &str = "usd_per_point";

/// Draws the view.
pub(super) fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, shown: &Shown<'_>) {
    parts_of_page::columns(ui, 2, LEAST_COLUMN, |ui, column| match column {
        0 => {
            role_card(ui, page, shown);
            review_card(ui, page, shown);
        }
        _ => match shown.scenario.priorities.cost_role {
            CostRole::MoneyAxis => question_card(ui, page, shown),
            CostRole::Criterion => criterion_card(ui, page, state, shown),
        },
    });
}

fn role_card(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>) {
    let text = shown.text;
    let title = text.get("priorities-money");
    parts_of_page::card(ui, &title, &text.get("priorities-money-aid"), |ui| {
        let rows: Vec<(String, String)> = CostRole::ALL
            .iter()
            .map(|role| {
                let key = format!("priorities-cost-{}", role.key());
                let help = text.get(&format!("{key}.help"));
                (text.get(&key).into_owned(), help.into_owned())
            })
            .collect();
        let now = shown.scenario.priorities.cost_role;
        let at = CostRole::ALL.iter().position(|role| *role == now);
        if let Some(picked) = radio_list(ui, &title, &rows, at.unwrap_or(0)) {
            page.act(Action::SetCostRole(CostRole::ALL[picked]));
        }
    });
}

/// When the choice is looked at again, which the second look of the decision reads.
fn review_card(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>) {
    let text = shown.text;
    let title = text.get("priorities-review");
    parts_of_page::card(ui, &title, &text.get("priorities-review-aid"), |ui| {
        let review = &shown.scenario.priorities.review;
        group_ui(ui, page, Owner::default(), review);
    });
}

/// The one question, the figure it sets with its range, and what it comes to.
fn question_card(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>) {
    let text = shown.text;
    let axis = &shown.scenario.priorities.money_axis;
    let title = text.get("priorities-trade-off");
    let question = text.format(
        "priorities-trade-off-question",
        &[
            ("points", Arg::Number(ASKED_POINTS)),
            ("months", months(page.session.outcome())),
        ],
    );
    parts_of_page::card(ui, &title, "", |ui| {
        let look = Look::of(ui);
        ui.add(egui::Label::new(look.strong(&question)).wrap());
        answer(ui, page, shown, &question);
        figures_ui(ui, page, Owner::default(), axis, &[WORTH]);
        for sentence in meanings(shown) {
            point(ui, Icon::Dot, look.muted, sentence);
        }
        if axis.usd_per_point.value == 0.0 {
            note(ui, text.get("priorities-worth-nothing"));
        }
    });
}

/// The field for the answer: money for the points asked about.
fn answer(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>, question: &str) {
    // Prices are typed in dollars everywhere.
    let text = shown.text.in_dollars();
    let Some(spec) = MoneyAxis::spec(WORTH) else {
        return;
    };
    let figure = &shown.scenario.priorities.money_axis.usd_per_point;
    let (kept, understood) = (text.get("window-kept"), text.get("window-understood-as"));
    let typed = |typed: &str| {
        let total = text
            .parse_in(typed, Unit::USD)
            .map_err(|error| text.describe(&error))?;
        spec.check(total / ASKED_POINTS)
            .map(|_| total)
            .map_err(|_| parse(text, spec, typed).err().unwrap_or_default())
    };
    let format = |value: f64| text.editable(value);
    let label = text.format(
        "priorities-worth-of",
        &[("points", Arg::Number(ASKED_POINTS))],
    );
    let unit = text.unit_name(Unit::USD);
    let value = figure.value * ASKED_POINTS;
    let step = if value > 0.0 {
        10.0_f64.powf((value / 20.0).log10().round())
    } else {
        1_000.0
    };
    let field = NumberField::new("worth of the points asked", &label, value, &typed, &format)
        .unit(&unit)
        .step(step)
        .description(question);
    let row = FigureRow {
        name: &label,
        kept: &kept,
        understood_as: &understood,
        ..FigureRow::default()
    };
    if let Some(total) = beside(ui, |ui| row.show(ui, field), |_| {}).committed {
        page.act(Action::SetValue {
            path: InputPath::new(format!("money_axis.{WORTH}")),
            value: total / ASKED_POINTS,
        });
    }
}

/// What the trade-off comes to between the options there are.
fn meanings(shown: &Shown<'_>) -> Vec<String> {
    let text = shown.text;
    let money = |usd: f64| Arg::from(text.compact_money(Money::usd(usd)));
    let worth = shown.weighing.usd_per_point;
    let mut sentences = vec![text.format(
        "priorities-whole-scale",
        &[
            ("points", Arg::Number(100.0)),
            ("worth", money(100.0 * worth)),
        ],
    )];
    let running: Vec<&weighbridge_engine::weighing::OptionWeighing> = shown
        .weighing
        .ranking
        .iter()
        .map(|place| &shown.weighing.options[*place])
        .collect();
    let values = running.iter().map(|option| option.value_points);
    let (low, high) = (
        values.clone().fold(f64::INFINITY, f64::min),
        values.fold(f64::NEG_INFINITY, f64::max),
    );
    let costs = running.iter().filter_map(|option| option.npv_usd);
    let (cheap, dear) = (
        costs.clone().fold(f64::INFINITY, f64::min),
        costs.fold(f64::NEG_INFINITY, f64::max),
    );
    if running.len() > 1 && low <= high && cheap <= dear {
        sentences.push(text.format(
            "priorities-between-options",
            &[
                ("points", Arg::Decimal(high - low, 0)),
                ("worth", money(worth * (high - low))),
                ("cost", money(dear - cheap)),
            ],
        ));
    }
    if let (Some(best), Some(second), Some(margin)) = (
        shown.weighing.ranking.first(),
        shown.weighing.ranking.get(1),
        shown.weighing.margin_usd(),
    ) {
        sentences.push(text.format(
            "priorities-leads-by",
            &[
                ("option", Arg::from(shown.words.option(*best))),
                ("second", Arg::from(shown.words.option(*second))),
                ("margin", money(margin)),
            ],
        ));
    }
    sentences
}

/// Cost among the criteria: its two ends, and what a point is worth by its weight.
fn criterion_card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, shown: &Shown<'_>) {
    let text = shown.text;
    let axis = &shown.scenario.priorities.money_axis;
    let title = text.get("priorities-cost-ends");
    parts_of_page::card(ui, &title, &text.get("priorities-cost-ends-aid"), |ui| {
        let look = Look::of(ui);
        figures_ui(
            ui,
            page,
            Owner::default(),
            axis,
            &["worst_cost_usd", "best_cost_usd"],
        );
        if axis.worst_cost_usd.value <= axis.best_cost_usd.value {
            let sentence = text.get("priorities-cost-ends-turned");
            ui.add(egui::Label::new(look.small(sentence).color(look.bad)).wrap());
        }
        let worth = Money::usd(shown.weighing.usd_per_point);
        let weight = shown.weighing.cost_weight.unwrap_or(0.0);
        let implied = text.format(
            "priorities-implied",
            &[
                ("weight", Arg::Percent(weight)),
                ("worth", Arg::from(text.compact_money(worth))),
            ],
        );
        ui.add(egui::Label::new(look.strong(implied)).wrap());
        for sentence in meanings(shown) {
            point(ui, Icon::Dot, look.muted, sentence);
        }
        if ui
            .add(button::quiet(&text.get("priorities-weigh-cost")))
            .clicked()
        {
            state.view = View::Weights;
        }
    });
}
