//! What others published of the same hardware, or of the nearest, beside the newest run.

use egui::Ui;
use weighbridge_engine::serving::{Device, Quantity};
use weighbridge_text::{Digits, Text};
use weighbridge_units::Arg;

use super::state::{Beside, State};
use crate::look::Look;
use crate::measuring::device_of_run;
use crate::measuring::into_case::{Stamp as Stamped, of_this_machine};
use crate::measuring::kept::name_of;
use crate::measuring::published::{Comparison, Nearness, compare};
use crate::pages::Page;
use crate::pages::parts::{Stamp, note, point};
use crate::widgets::table::{Cell, Row, figure_column, table, text_column};
use crate::widgets::{Icon, page as parts_of_page};

/// Published measurements of writing and of reading a prompt that are shown.
const SHOWN: usize = 3;

/// Draws the card; nothing before the first run.
pub(super) fn card(ui: &mut Ui, page: &Page<'_>, state: &mut State) {
    if state.runs.is_empty() {
        return;
    }
    let text = page.text;
    let title = text.get("beside-title");
    let made = of_newest(page, state);
    parts_of_page::card(ui, &title, &text.get("beside-aid"), |ui| {
        let Some(beside) = made else {
            note(ui, text.get("beside-no-device"));
            return;
        };
        if beside.list.is_empty() {
            note(ui, text.get("beside-nothing"));
            return;
        }
        how_near(ui, text, beside);
        for (quantity, heading) in [
            (Quantity::DecodeAlone, "beside-writing"),
            (Quantity::Prefill, "beside-reading"),
        ] {
            let of_quantity = |one: &&Comparison| one.row.case.quantity == quantity;
            let rows: Vec<&Comparison> = beside.list.iter().filter(of_quantity).collect();
            if !rows.is_empty() {
                rows_ui(ui, text, &text.get(heading), &rows);
            }
        }
        note(ui, text.get("beside-caution"));
    });
}

/// Whether the chip itself was measured by others, or what stands for it.
fn how_near(ui: &mut Ui, text: Text, beside: &Beside) {
    let look = Look::of(ui);
    let nearest = beside.list.iter().map(|one| one.hardware).min();
    let hardware = [("hardware", Arg::from(beside.hardware.clone()))];
    let (icon, colour, key) = match nearest {
        Some(Nearness::SameChip) => (Icon::Tick, look.good, "beside-same-chip"),
        Some(Nearness::SameClass) => (Icon::Information, look.accent, "beside-same-class"),
        Some(Nearness::OtherClass) | None => {
            (Icon::Exclamation, look.caution, "beside-other-class")
        }
    };
    point(ui, icon, colour, text.format(key, &hardware));
}

fn rows_ui(ui: &mut Ui, text: Text, heading: &str, rows: &[&Comparison]) {
    let columns = [
        text_column(heading, 1.0),
        figure_column(text.get("beside-column-published")),
        figure_column(text.get("beside-column-here")),
        figure_column(text.get("beside-column-ratio")),
    ];
    let number = |value: f64| text.number(value, Digits::SCREEN);
    let rows: Vec<Row> = rows
        .iter()
        .map(|one| {
            let ratio = Arg::from(text.number(one.ratio(), Digits::Significant(2)));
            Row::new([
                Cell::new(what(text, one)).note(details(text, one)),
                Cell::new(number(one.value)),
                Cell::new(number(one.own)),
                Cell::new(text.format("beside-times", &[("ratio", ratio)])),
            ])
        })
        .collect();
    table(ui, heading, &columns, &rows);
}

/// The model and its format, and the chip.
fn what(text: Text, one: &Comparison) -> String {
    let case = &one.row.case;
    text.format(
        "beside-what",
        &[
            ("model", Arg::from(case.model.clone())),
            ("bits", Arg::Decimal(case.weight_bits, 1)),
            ("hardware", Arg::from(hardware_words(&case.device))),
        ],
    )
}

/// How near it is, how much of the bandwidth it takes, and who published it when.
fn details(text: Text, one: &Comparison) -> String {
    let words = |key: String| text.get(&key).into_owned();
    let same = |key: &str, is_same: bool| words(format!("beside-{key}-{is_same}"));
    let mut parts = vec![
        words(format!("beside-near-{}", one.hardware.key())),
        same("model", one.is_same_model),
        same("format", one.is_same_format),
    ];
    if let Some((theirs, own)) = one.bandwidth_shares {
        let share = |share: f64| Arg::from(text.percent(share, Digits::Decimals(0)));
        parts.push(text.format(
            "beside-bandwidth",
            &[("theirs", share(theirs)), ("own", share(own))],
        ));
    }
    parts.extend([
        one.row.case.engine.clone(),
        one.row.date.clone(),
        one.row.source.clone(),
    ]);
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// Hardware as measurements name it, with spaces between the words.
fn hardware_words(device: &Device) -> String {
    device.id.trim_start_matches("CPU-").replace('-', " ")
}

/// What is laid beside the newest run; none where nobody knows on what it ran.
fn of_newest<'a>(page: &Page<'_>, state: &'a mut State) -> Option<&'a Beside> {
    let key = (Stamp::of(page), state.generation);
    let (runs, machine, rates) = (&state.runs, &state.machine, &state.measured);
    let made = state.beside.get(key, || {
        let (kept, machine) = (runs.first()?, machine.as_ref()?);
        let (run, facts) = (&kept.timed.run, &kept.timed.facts);
        let catalogue = page.session.catalogue();
        let device = device_of_run(run, machine, rates.as_ref(), kept.gpu, catalogue)?;
        let stamp = Stamped {
            on: kept.on,
            source: String::new(),
            conditions: String::new(),
        };
        let model = facts.stands_for.unwrap_or(&facts.name);
        let measured = of_this_machine(run, facts, model, &device, &stamp);
        Some(Beside {
            hardware: name_of(machine, kept.gpu),
            list: compare(&measured, SHOWN),
        })
    });
    made.as_ref()
}
