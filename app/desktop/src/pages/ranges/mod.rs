//! The range of an input: a small picture beside its field, and an editor that opens from it.
//!
//! The editor changes the figure through actions as everything does, so each change is one step
//! of undo; what does not fit stays in its field with the reason, and the last good range stands.

mod cases;
mod editor;
mod parts;
mod quantities;
mod sketch;
mod together;

use egui::accesskit::Role;
use egui::{CursorIcon, Id, Popup, PopupCloseBehavior, Response, Sense, StrokeKind, Ui, vec2};
use egui::{ScrollArea, WidgetInfo};
use weighbridge_engine::figure::{FieldSpec, Figure};
use weighbridge_text::Text;
use weighbridge_units::Arg;

use super::Page;
use crate::look::Look;
use crate::widgets::focus_ring;

pub use together::list_ui as correlations_ui;

/// How wide the editor is, in points.
const WIDTH: f32 = 376.0;

/// The input whose range is shown.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// Its path.
    pub path: &'a str,
    /// Its name.
    pub label: &'a str,
    /// Its field.
    pub spec: &'static FieldSpec,
    /// The figure itself.
    pub figure: &'a Figure,
    /// How its values are written.
    pub text: Text,
}

impl Subject<'_> {
    /// A value as its field holds it, for sentences.
    fn written(&self, value: f64) -> String {
        self.text.editable_in(value, self.spec.unit)
    }

    /// Low and high in words, or that there is one value only.
    fn in_words(&self) -> String {
        match &self.figure.range {
            Some(range) => self.text.format(
                "value-range",
                &[
                    ("low", Arg::from(self.written(range.low))),
                    ("high", Arg::from(self.written(range.high))),
                ],
            ),
            None => self.text.get("ranges-one-value").into_owned(),
        }
    }
}

/// The side of the picture, in points: as high as a field.
pub fn button_side(look: &Look) -> f32 {
    look.control_height()
}

/// The picture of a range, and the editor where it is open.
pub fn range_ui(ui: &mut Ui, page: &mut Page<'_>, subject: Subject<'_>) {
    let response = button(ui, &subject);
    let key = Id::unique("weighbridge open range");
    let was_open = ui
        .data(|data| data.get_temp::<String>(key))
        .is_some_and(|open| open == subject.path);
    let mut is_open = was_open != response.clicked();
    // A list that opens from inside the editor takes its own clicks.
    let has_list = Popup::is_any_open(ui);
    let title = subject.text.format(
        "ranges-of",
        &[("field", Arg::from(subject.label.to_owned()))],
    );
    let shown = Popup::from_response(&response)
        .open_bool(&mut is_open)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .accessible_name(&title)
        .frame(egui::Frame::popup(ui.style()).inner_margin(egui::Margin::same(12)))
        .width(WIDTH)
        .gap(Look::of(ui).grid)
        .show(|ui| {
            ui.set_width(WIDTH);
            // The area is as high as it was; what has grown since needs room of its own.
            let height = 0.86 * ui.ctx().content_rect().height();
            ui.set_max_height(height);
            ScrollArea::vertical()
                .max_height(height)
                .auto_shrink([false, true])
                .show(ui, |ui| editor::editor(ui, page, &subject))
                .inner
        });
    if let Some(shown) = shown {
        let beside = was_open && !has_list && shown.response.clicked_elsewhere();
        if beside || shown.inner {
            is_open = false;
        }
    }
    if is_open && !was_open {
        let path = subject.path.to_owned();
        ui.data_mut(|data| data.insert_temp(key, path));
    } else if !is_open && was_open {
        ui.data_mut(|data| data.remove::<String>(key));
        response.request_focus();
    }
}

fn button(ui: &mut Ui, subject: &Subject<'_>) -> Response {
    let look = Look::of(ui);
    let side = button_side(&look);
    let (area, response) = ui.allocate_exact_size(vec2(side, side), Sense::click());
    let name = subject.text.format(
        "ranges-of",
        &[("field", Arg::from(subject.label.to_owned()))],
    );
    let words = subject.in_words();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(words.as_str()));
    if ui.is_rect_visible(area) {
        let corner = look.control_corner();
        let fill = if response.hovered() {
            look.tint(look.accent_ground, 0.6)
        } else {
            look.card
        };
        ui.painter()
            .rect(area, corner, fill, look.rule_stroke(), StrokeKind::Inside);
        let inner = area.shrink2(vec2(1.25, 1.75) * look.grid);
        sketch::thumbnail(ui, inner, subject);
        focus_ring(ui, area, corner, &response);
    }
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(format!("{name}: {words}"))
}
