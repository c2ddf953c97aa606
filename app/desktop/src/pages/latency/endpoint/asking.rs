//! Which endpoint is asked for what, under which load, and what that may cost.

use egui::Ui;
use weighbridge_engine::figure::FieldSpec;
use weighbridge_engine::scenario::{Api, Plan as OptionPlan};
use weighbridge_text::Text;
use weighbridge_units::{Arg, Base, Money, Unit};

use super::super::lengths::{ANSWER, PROMPT};
use super::state::{Asked, State};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::parts::{note, option_picker, point};
use crate::pages::typed::{self, named_number_ui};
use crate::widgets::{Icon, button, choice, page as parts_of_page};

/// Requests a second where they arrive at random.
const RATE: FieldSpec = FieldSpec {
    group: "",
    name: "endpoint-rate",
    unit: Unit::of(Base::Request).per(Base::Second),
    min: 0.01,
    max: 1_000.0,
    start: 1.0,
    whole: false,
};

/// Requests in all at that rate.
const REQUESTS: FieldSpec = FieldSpec {
    group: "",
    name: "endpoint-requests",
    unit: Unit::of(Base::Request),
    min: 1.0,
    max: 100_000.0,
    start: 50.0,
    whole: true,
};

pub(super) fn asking(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
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
    named_number_ui(ui, text, &PROMPT, &mut asked.prompt_tokens);
    named_number_ui(ui, text, &ANSWER, &mut asked.output_tokens);
    load(ui, text, asked);
    let name = text.get("endpoint-option");
    ui.label(look.note(name.as_ref()));
    if let Some(picked) = option_picker(ui, page, &name, state.asked.option.as_ref()) {
        let option = page.session.scenario().option(&picked);
        if let Some(OptionPlan::ProprietaryApi(api) | OptionPlan::HostedOpenModel(api)) =
            option.map(|found| &found.plan)
        {
            take_prices(&mut state.asked, api);
        }
        state.asked.option = Some(picked);
    }
}

/// Users at once, each asking again as soon as answered, or requests that arrive at random.
fn load(ui: &mut Ui, text: Text, asked: &mut Asked) {
    let look = Look::of(ui);
    let name = text.get("endpoint-load");
    let kinds = [
        text.get("endpoint-load-users"),
        text.get("endpoint-load-random"),
    ];
    let kinds = kinds.each_ref().map(AsRef::as_ref);
    ui.label(look.note(name.as_ref()));
    if let Some(picked) = choice::segmented(ui, &name, &kinds, usize::from(asked.at_random)) {
        asked.at_random = picked == 1;
    }
    if asked.at_random {
        named_number_ui(ui, text, &RATE, &mut asked.per_second);
        named_number_ui(ui, text, &REQUESTS, &mut asked.requests);
        note(ui, text.get("endpoint-load-random-help"));
        return;
    }
    line(ui, text, "endpoint-users", &mut asked.users, false);
    match asked.concurrency() {
        Some(_) => note(ui, text.get("endpoint-load-users-help")),
        None => {
            let words = look.note(text.get("endpoint-users-bad").as_ref());
            ui.add(egui::Label::new(words.color(look.bad)).wrap());
        }
    }
}

/// Takes over the prices that an option of the case pays.
pub(super) fn take_prices(asked: &mut Asked, api: &Api) {
    let plan = &api.token_plan;
    asked.input_usd_per_mtok = plan.input_usd_per_million_tokens.value;
    asked.output_usd_per_mtok = plan.output_usd_per_million_tokens.value;
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
    let mut agrees = asked.agrees();
    if choice::toggle(ui, &mut agrees, &text.get("endpoint-agree")).changed() {
        asked.agree(agrees);
    }
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
    named_number_ui(ui, text.in_dollars(), &spec, value);
}
