//! What a newer catalogue, or another date, says of the figures of the case.

use egui::{Context, Ui};
use weighbridge_engine::compose::PresetChange;
use weighbridge_engine::figure::Origin;
use weighbridge_session::Action;
use weighbridge_units::Arg;

use crate::look::Look;
use crate::pages::Page;
use crate::widgets::table::{self, Cell, Row};
use crate::widgets::{Tone, button, dialog as dialogs, notice};

/// What is kept between frames.
#[derive(Debug, Default)]
pub(super) struct State {
    is_open: bool,
}

/// Says that the catalogue gives figures otherwise, where it does.
pub(super) fn strip(ui: &mut Ui, page: &Page<'_>, state: &mut State) {
    let count = page.session.preset_changes().len();
    if count == 0 {
        state.is_open = false;
        return;
    }
    let sentence = page
        .text
        .format("options-changes", &[("count", Arg::from(count))]);
    let review = page.text.get("options-changes-review");
    if notice::strip(ui, Tone::Information, &sentence, Some(&review)) {
        state.is_open = true;
    }
}

/// The list of differences; nothing is taken over unless it is asked for.
pub(super) fn dialog(context: &Context, page: &mut Page<'_>, state: &mut State) {
    if !state.is_open {
        return;
    }
    let text = page.text;
    let changes = page.session.preset_changes();
    let title = text.get("options-changes-title");
    let mut taken = false;
    let mut closes = false;
    let ((), leaves) = dialogs::dialog(context, "preset changes", &title, 720.0, |ui| {
        let look = Look::of(ui);
        ui.add(egui::Label::new(look.note(text.get("options-changes-help"))).wrap());
        let heads = [
            "options-changes-input",
            "options-changes-saved",
            "options-changes-now",
        ];
        let [input, saved, now] = heads.map(|key| text.get(key));
        let columns = [
            table::text_column(input, 1.0),
            table::figure_column(saved),
            table::figure_column(now),
        ];
        let rows: Vec<Row> = changes.iter().map(|change| row(page, change)).collect();
        egui::ScrollArea::vertical()
            .max_height(420.0)
            .show(ui, |ui| {
                table::table(ui, &title, &columns, &rows);
            });
        ui.add_space(look.gap_small);
        dialogs::buttons(ui, |ui| {
            let update = text.format(
                "options-changes-update",
                &[("count", Arg::from(changes.len()))],
            );
            taken = ui.add(button::primary(&update)).clicked();
            closes = ui.add(button::quiet(&text.get("button-cancel"))).clicked();
        });
    });
    if taken {
        page.act(Action::UpdatePresets(changes.to_vec()));
    }
    state.is_open = !(taken || closes || leaves);
}

/// The input, and both figures with their dates.
fn row(page: &Page<'_>, change: &PresetChange) -> Row {
    let scenario = page.session.scenario();
    let path = change.path.as_str();
    let text = page.text.in_dollars().about_input(scenario, path);
    let owner = path
        .strip_prefix("options.")
        .and_then(|rest| rest.split('.').next());
    let option = owner.and_then(|id| {
        scenario
            .options
            .iter()
            .find(|option| option.id.as_str() == id)
    });
    let (name, saved, now) = match scenario.spec(&change.path) {
        Some(spec) => (
            text.field_label(spec.group, spec.name).into_owned(),
            text.quantity(change.saved.value, spec.unit),
            text.quantity(change.current.value, spec.unit),
        ),
        None => (
            path.to_owned(),
            text.editable(change.saved.value),
            text.editable(change.current.value),
        ),
    };
    let read = |origin: &Origin| match origin {
        Origin::Preset(preset) => text.short_date(preset.as_of),
        _ => String::new(),
    };
    let name = Cell::new(name).note(option.map(|option| option.name.clone()).unwrap_or_default());
    Row::new([
        name,
        Cell::new(saved).note(read(&change.saved.origin)),
        Cell::new(now).note(read(&change.current.origin)),
    ])
}
