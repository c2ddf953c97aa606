//! An endpoint: the speed of a model behind somebody's interface, timed from here.

mod state;

use egui::Ui;
use weighbridge_engine::figure::FieldSpec;
use weighbridge_engine::scenario::{Measurement, Plan as OptionPlan};
use weighbridge_latency::Load;
use weighbridge_session::Action;
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Describe as _, Money, Unit};

pub(super) use state::State;
use state::{Kept, SWEEP};

use super::machine::found::figure_columns;
use super::machine::run::{ANSWER, PROMPT, tokens};
use super::machine::trace::trace;
use super::machine::users::chart;
use crate::look::Look;
use crate::measuring::into_case::{self, of_endpoint};
use crate::measuring::record;
use crate::pages::Page;
use crate::pages::parts::{Stamp, note, option_picker, point};
use crate::pages::typed::{self, Words};
use crate::widgets::table::{Cell, Row, table};
use crate::widgets::{Icon, button, choice, page as parts_of_page};

/// Draws the view.
pub(super) fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    state.keep_up(page.session.today());
    parts_of_page::headline(ui, &headline(text, state), &text.get("endpoint-sure"));
    parts_of_page::columns(ui, 2, 430.0, |ui, column| match column {
        0 => asking(ui, page, state),
        _ => {
            if state.is_asking() {
                running(ui, text, state);
            }
            result(ui, page, state);
            users(ui, page, state);
        }
    });
}

fn headline(text: Text, state: &State) -> String {
    let newest = state.runs.first();
    let speed = newest.and_then(|kept| kept.summary.alone()?.user_tokens_per_second);
    match (newest, speed) {
        (Some(kept), Some(speed)) => text.format(
            "endpoint-headline",
            &[
                ("model", Arg::from(kept.run.model.clone())),
                ("speed", Arg::from(text.number(speed.p50, Digits::SCREEN))),
            ],
        ),
        (Some(_), None) => text.get("endpoint-headline-failed").into_owned(),
        (None, _) => text.get("endpoint-headline-nothing").into_owned(),
    }
}

fn asking(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let title = text.get("endpoint-ask");
    let aid = text.get("endpoint-ask-aid");
    parts_of_page::card(ui, &title, &aid, |ui| {
        ui.add_enabled_ui(!state.is_asking(), |ui| {
            fields(ui, page, state);
            cost(ui, text, state);
            let start = text.format(
                "endpoint-start",
                &[("count", Arg::from(state.asked.planned().requests))],
            );
            if ui
                .add_enabled(state.asked.is_ready(), button::primary(&start))
                .clicked()
            {
                state.ask(ui.ctx());
            }
        });
        let look = Look::of(ui);
        if let Some(fault) = &state.fault {
            point(ui, Icon::Exclamation, look.bad, text.render(fault));
        }
    });
}

fn fields(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let look = Look::of(ui);
    let asked = &mut state.asked;
    line(ui, text, "endpoint-url", &mut asked.url, false);
    if !asked.url.trim().is_empty()
        && let Err(bad) = asked.address()
    {
        ui.add(egui::Label::new(look.note(text.describe(&bad)).color(look.bad)).wrap());
    }
    line(ui, text, "endpoint-model", &mut asked.model, false);
    let kinds = [
        text.get("endpoint-key-variable"),
        text.get("endpoint-key-typed"),
    ];
    let kinds = kinds.each_ref().map(AsRef::as_ref);
    let name = text.get("endpoint-key");
    let chosen = usize::from(!asked.key_is_variable);
    ui.label(look.note(name.as_ref()));
    if let Some(picked) = choice::segmented(ui, &name, &kinds, chosen) {
        asked.key_is_variable = picked == 0;
        asked.key.clear();
    }
    let key = match asked.key_is_variable {
        true => "endpoint-key-variable-name",
        false => "endpoint-key-itself",
    };
    line(ui, text, key, &mut asked.key, !asked.key_is_variable);
    tokens(ui, text, &PROMPT, &mut asked.prompt_tokens);
    tokens(ui, text, &ANSWER, &mut asked.output_tokens);
    let sweep = text.format(
        "here-sweep",
        &[("users", Arg::texts(SWEEP.map(|users| users.to_string())))],
    );
    choice::toggle(ui, &mut asked.sweeps, &sweep);
    let name = text.get("endpoint-option");
    ui.label(look.note(name.as_ref()));
    if let Some(picked) = option_picker(ui, page, &name, state.asked.option.as_ref()) {
        take_prices(page, state, &picked);
        state.asked.option = Some(picked);
    }
}

/// Takes over the prices that an option of the case pays.
fn take_prices(
    page: &Page<'_>,
    state: &mut State,
    option: &weighbridge_engine::scenario::OptionId,
) {
    let plan = page
        .session
        .scenario()
        .option(option)
        .map(|found| &found.plan);
    if let Some(OptionPlan::ProprietaryApi(api) | OptionPlan::HostedOpenModel(api)) = plan {
        let plan = &api.token_plan;
        state.asked.input_usd_per_mtok = plan.input_usd_per_million_tokens.value;
        state.asked.output_usd_per_mtok = plan.output_usd_per_million_tokens.value;
    }
}

/// What it may cost, said and agreed to before anything is sent to somebody else's machine.
fn cost(ui: &mut Ui, text: Text, state: &mut State) {
    let Ok(address) = state.asked.address() else {
        return;
    };
    if address.is_loopback() {
        note(ui, text.get("endpoint-loopback"));
        return;
    }
    let asked = &mut state.asked;
    let price = Unit::USD_PER_MILLION_TOKENS;
    dollars(
        ui,
        text,
        "endpoint-input-price",
        (price, 10_000.0),
        &mut asked.input_usd_per_mtok,
    );
    dollars(
        ui,
        text,
        "endpoint-output-price",
        (price, 10_000.0),
        &mut asked.output_usd_per_mtok,
    );
    dollars(
        ui,
        text,
        "endpoint-ceiling",
        (Unit::USD, 1e6),
        &mut asked.ceiling_usd,
    );
    let planned = asked.planned();
    let usd = |usd: f64| Arg::from(text.in_dollars().money(Money::usd(usd)));
    let said = text.format(
        "latency-cost-planned",
        &[
            ("address", Arg::from(address.to_string())),
            ("requests", Arg::from(planned.requests)),
            ("input", Arg::Decimal(planned.input_tokens, 0)),
            ("output", Arg::Decimal(planned.output_tokens, 0)),
            ("cost", usd(planned.usd)),
        ],
    );
    note(ui, said);
    if planned.usd > asked.ceiling_usd {
        let look = Look::of(ui);
        let above = text.format(
            "latency-cost-above",
            &[
                ("cost", usd(planned.usd)),
                ("ceiling", usd(asked.ceiling_usd)),
            ],
        );
        point(ui, Icon::Exclamation, look.bad, above);
    }
    choice::toggle(ui, &mut asked.agrees, &text.get("endpoint-agree"));
}

fn line(ui: &mut Ui, text: Text, key: &str, value: &mut String, is_secret: bool) {
    let look = Look::of(ui);
    let label = text.get(key);
    ui.label(look.note(label.as_ref()));
    typed::line_ui(ui, key, &label, value, is_secret);
}

/// A row for an amount in dollars.
fn dollars(ui: &mut Ui, text: Text, key: &'static str, (unit, max): (Unit, f64), value: &mut f64) {
    let spec = FieldSpec {
        group: "",
        name: key,
        unit,
        min: 0.0,
        max,
        start: 0.0,
        whole: false,
    };
    let label = text.get(key);
    let words = Words {
        id_salt: key,
        label: &label,
        help: "",
    };
    if let Some(typed) = typed::number_ui(ui, text.in_dollars(), words, &spec, *value) {
        *value = typed;
    }
}

fn running(ui: &mut Ui, text: Text, state: &mut State) {
    let title = text.format(
        "here-running",
        &[("model", Arg::from(state.asked.model.clone()))],
    );
    let live = &state.live;
    let aid = text.format(
        "endpoint-progress",
        &[
            ("done", Arg::from(live.answered)),
            ("all", Arg::from(live.requests)),
            ("failed", Arg::from(live.failed)),
        ],
    );
    let expected = state.asked.output_tokens as usize;
    parts_of_page::card(ui, &title, &aid, |ui| {
        let look = Look::of(ui);
        trace(ui, text, live.gaps.seconds(), expected.saturating_sub(1));
        if !live.said.is_empty() {
            ui.add(egui::Label::new(look.note(live.said.as_str())).truncate());
        }
        let stop = text.get("here-cancel");
        if ui
            .add_enabled(!state.is_stopping(), button::quiet(&stop))
            .clicked()
        {
            state.stop();
        }
    });
    ui.ctx()
        .request_repaint_after(std::time::Duration::from_millis(250));
}

/// What came of the newest run, and the way into the case.
fn result(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let Some(kept) = state.runs.first() else {
        return;
    };
    let title = text.format(
        "here-result",
        &[("model", Arg::from(kept.run.model.clone()))],
    );
    let aid = text.describe(&kept.run.place);
    let list = measurements(page, kept);
    let mut adds = None;
    parts_of_page::card(ui, &title, &aid, |ui| {
        let look = Look::of(ui);
        levels(ui, text, kept);
        for failure in failures(kept) {
            point(ui, Icon::Exclamation, look.caution, text.describe(&failure));
        }
        if let Some(stopped) = &kept.run.stopped {
            point(ui, Icon::Information, look.caution, text.describe(stopped));
        }
        if let Some(spent) = kept.run.spent_usd {
            let spent = text.in_dollars().money(Money::usd(spent));
            note(
                ui,
                text.format("endpoint-spent", &[("spent", Arg::from(spent))]),
            );
        }
        if kept.option.is_none() {
            note(ui, text.get("endpoint-no-option"));
        } else if kept.is_in_case {
            note(ui, text.get("endpoint-in-the-case"));
        } else if let Some(list) = list.filter(|list| !list.is_empty()) {
            let words = text.get("here-into-the-case");
            if ui.add(button::primary(&words)).clicked() {
                adds = Some(list);
            }
        }
    });
    if let (Some(measurements), Some(kept)) = (adds, state.runs.first_mut()) {
        let run = Box::new(record::of_endpoint(&kept.run, kept.on));
        page.act(Action::AddRun { run, measurements });
        kept.is_in_case = true;
    }
}

fn levels(ui: &mut Ui, text: Text, kept: &Kept) {
    let columns = figure_columns(
        text,
        [
            "measured-column-users",
            "endpoint-column-first",
            "endpoint-column-between",
            "measured-column-each",
            "measured-column-all",
            "endpoint-column-failed",
        ],
    );
    let ms = |spread: Option<weighbridge_latency::Spread>| match spread {
        Some(spread) => format!(
            "{} / {}",
            text.duration(spread.p50 / 1e3),
            text.duration(spread.p95 / 1e3)
        ),
        None => "–".to_owned(),
    };
    let figure = |value: Option<f64>| {
        value.map_or_else(
            || "–".to_owned(),
            |value| text.number(value, Digits::SCREEN),
        )
    };
    let rows: Vec<Row> = kept
        .summary
        .levels
        .iter()
        .map(|level| {
            let users = match level.load {
                Load::Users(users) => text.compact(f64::from(users)),
                Load::Rate(rate) => figure(Some(rate)),
            };
            Row::new([
                Cell::new(users),
                Cell::new(ms(level.first_token_ms)),
                Cell::new(ms(level.inter_token_ms)),
                Cell::new(figure(
                    level.user_tokens_per_second.map(|spread| spread.p50),
                )),
                Cell::new(figure(level.total_tokens_per_second)),
                Cell::new(text.compact(f64::from(level.failed))),
            ])
        })
        .collect();
    let name = text.get("endpoint-ask");
    table(ui, &name, &columns, &rows);
}

/// Every kind of failure once, in the order in which they came.
fn failures(kept: &Kept) -> Vec<weighbridge_latency::Failure> {
    let mut list = Vec::new();
    for failure in kept
        .run
        .answers
        .iter()
        .filter_map(|answer| answer.failure.clone())
    {
        let is_known = list.iter().any(|known: &weighbridge_latency::Failure| {
            known.message().key == failure.message().key
        });
        if !is_known {
            list.push(failure);
        }
    }
    list
}

/// What a run says of the option that buys there; none where no option was named.
fn measurements(page: &Page<'_>, kept: &Kept) -> Option<Vec<Measurement>> {
    let option = page.session.scenario().option(kept.option.as_ref()?)?;
    let (OptionPlan::ProprietaryApi(api) | OptionPlan::HostedOpenModel(api)) = &option.plan else {
        return None;
    };
    let model = option
        .model
        .as_ref()
        .map_or(&option.name, |model| &model.id);
    let stamp = into_case::Stamp {
        on: kept.on,
        source: match &kept.run.place {
            weighbridge_latency::Place::Endpoint { url, .. } => url.clone(),
            _ => String::new(),
        },
        conditions: page.text.describe(&kept.run.place),
    };
    Some(of_endpoint(&kept.run, model, &api.provider, &stamp))
}

/// More users share the speed.
fn users(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let key = (Stamp::of(page), state.runs.len());
    let runs = &state.runs;
    let made = state.by_users.get(key, || {
        runs.iter()
            .find_map(|kept| chart(page, &kept.run, &kept.summary, kept.on))
    });
    if let Some(chart) = made {
        state.charts.finished_card(ui, page, chart);
    }
}
