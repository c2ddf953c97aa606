//! What a model writes, or why it shows nothing.

use egui::Ui;
use egui::text::{LayoutJob, TextFormat};
use weighbridge_text::Text;
use weighbridge_units::Message;

use crate::look::Look;
use crate::pages::parts::{note, point};
use crate::widgets::Icon;

/// Height in points from which on what a model wrote is scrolled.
const WRITTEN_HEIGHT: f32 = 160.0;

/// What a model writes, as it writes it; in grey what it wrote before and writes again.
pub(super) fn written(ui: &mut Ui, text: Text, said: &str, before: &str) {
    let rest = before.strip_prefix(said).unwrap_or_default();
    if said.is_empty() && rest.is_empty() {
        return;
    }
    let look = Look::of(ui);
    let title = text.get("here-written");
    ui.label(look.note(title.as_ref()));
    let mut job = LayoutJob::default();
    for (part, colour) in [(said, look.ink), (rest, look.muted)] {
        job.append(part, 0.0, TextFormat::simple(look.body_font(), colour));
    }
    let shown = egui::Frame::new()
        .fill(look.ground)
        .stroke(look.rule_stroke())
        .corner_radius(look.control_corner())
        .inner_margin(2.0 * look.grid)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            egui::ScrollArea::vertical()
                .id_salt("here-written")
                .max_height(WRITTEN_HEIGHT)
                .min_scrolled_height(WRITTEN_HEIGHT)
                .stick_to_bottom(true)
                .show(ui, |ui| {
                    ui.add(egui::Label::new(job).wrap().selectable(true))
                })
                .inner
        });
    let said = said.to_owned();
    ui.ctx().accesskit_node_builder(shown.inner.id, |node| {
        node.set_description(title.as_ref());
        node.set_value(said);
    });
}

/// Why a file's model shows no text, though it is timed.
pub(super) fn no_text(ui: &mut Ui, text: Text, why: &Message) {
    let look = Look::of(ui);
    point(ui, Icon::Exclamation, look.caution, text.render(why));
    note(ui, text.get("here-no-text"));
}
