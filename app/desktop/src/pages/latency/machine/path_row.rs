//! A line for a path.

use egui::Ui;
use weighbridge_text::Text;

use crate::look::Look;
use crate::pages::typed;
use crate::widgets::button;

/// A line for a path with the system's dialog beside it; returns whether that is wanted.
pub(super) fn path_row(
    ui: &mut Ui,
    text: Text,
    id_salt: &str,
    label: &str,
    path: &mut String,
) -> bool {
    let look = Look::of(ui);
    let choose = text.get("here-choose-file");
    ui.horizontal(|ui| {
        // The button's own width is not known before it is drawn; what it needs is left free.
        let words = choose.clone().into_owned();
        let words = ui
            .painter()
            .layout_no_wrap(words, look.body_font(), look.ink);
        let room = ui.available_width() - words.size().x - 8.0 * look.grid;
        ui.allocate_ui(egui::vec2(room, look.control_height()), |ui| {
            ui.set_width(room);
            typed::line_ui(ui, id_salt, label, path, false);
        });
        ui.add(button::quiet(&choose)).clicked()
    })
    .inner
}
