//! The controls of the window, drawn in the program's own look.
//!
//! None of them knows the scenario, a locale or a message key: they get words, values and closures, and say what happened.
//! Every one can be reached and used from the keyboard and has a name for a screen reader.

pub mod button;
pub mod choice;
pub mod dialog;
pub mod figure_row;
pub mod icon;
pub mod notice;
pub mod number_field;
pub mod page;
pub mod picker;
pub mod rail;
pub mod slider;
pub mod table;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CornerRadius, EventFilter, FontId, Key, Modifiers, Painter, Rect, Response,
    StrokeKind, Ui, pos2,
};

use crate::look::Look;

pub use figure_row::FigureRow;
pub use icon::Icon;
pub use notice::{Toasts, Tone};
pub use number_field::{NumberField, NumberReply};
pub use picker::{Entry, PickerWords};
pub use rail::StepState;
pub use slider::{Slider, SliderReply};

/// Draws one line of text in the middle of the height of `room`, cut off with an ellipsis where it is too long.
pub fn cut_text(painter: &Painter, room: Rect, text: &str, font: FontId, colour: Color32) {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = TextWrapping::truncate_at_width(room.width().max(0.0));
    let galley = painter.layout_job(job);
    painter.galley(
        pos2(room.left(), room.center().y - galley.size().y / 2.0),
        galley,
        colour,
    );
}

/// Draws a ring around what has the keyboard.
/// A widget drawn by this program calls it last, so that nothing covers the ring.
pub fn focus_ring(ui: &Ui, area: Rect, corner: CornerRadius, response: &Response) {
    if response.has_focus() {
        let look = Look::of(ui);
        ui.painter()
            .rect_stroke(area, corner, look.focus_stroke(), StrokeKind::Outside);
    }
}

/// Steps to the right, less those to the left, that were pressed while a widget has the keyboard.
pub fn sideways_keys(ui: &Ui, response: &Response) -> Option<i64> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter {
        horizontal_arrows: true,
        ..Default::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let step = ui.input_mut(|input| {
        input.count_and_consume_key(Modifiers::NONE, Key::ArrowRight) as i64
            - input.count_and_consume_key(Modifiers::NONE, Key::ArrowLeft) as i64
    });
    (step != 0).then_some(step)
}
