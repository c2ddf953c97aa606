//! The memory of a replica as a bar: weights, cache of the requests served at once, and what is free.

use egui::accesskit::Role;
use egui::{Rect, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use weighbridge_engine::model::Measure;
use weighbridge_engine::outcome::OptionOutcome;
use weighbridge_units::{Arg, Unit};

use crate::look::Look;
use crate::pages::Page;
use crate::pages::parts::note;

/// Draws the bar and its figures; nothing where the option has no memory of its own.
pub(super) fn bar(ui: &mut Ui, page: &Page<'_>, option: &OptionOutcome) {
    let look = Look::of(ui);
    let text = page.text;
    let (Some(weights), Some(one), Some(memory)) = (
        option.get(Measure::WeightGigabytes),
        option.get(Measure::CacheGigabytesPerSequence),
        option.get(Measure::MemoryGigabytes),
    ) else {
        return;
    };
    let batch = option.get(Measure::BatchSize).unwrap_or(1.0).max(1.0);
    let cache = one * batch;
    let free = memory - weights - cache;
    let gigabytes = |value: f64| Arg::Quantity(value, Unit::GIGABYTES);
    let key = if free >= 0.0 {
        "latency-memory"
    } else {
        "latency-memory-short"
    };
    let words = text.format(
        key,
        &[
            ("weights", gigabytes(weights)),
            ("cache", gigabytes(cache)),
            ("count", Arg::Count(batch as u64)),
            ("free", gigabytes(free.abs())),
            ("memory", gigabytes(memory)),
        ],
    );
    let (area, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), 4.5 * look.grid), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &words));
    if ui.is_rect_visible(area) {
        let whole = memory.max(weights + cache).max(f64::MIN_POSITIVE);
        let x = |gigabytes: f64| area.left() + area.width() * (gigabytes / whole) as f32;
        let painter = ui.painter();
        painter.rect(
            area,
            look.control_corner(),
            look.field,
            look.rule_stroke(),
            StrokeKind::Inside,
        );
        let part = |place: usize| look.parts.get(place).copied().unwrap_or(look.accent);
        let stretch = |from: f64, to: f64| {
            Rect::from_min_max(
                pos2(x(from), area.top() + 1.0),
                pos2(x(to), area.bottom() - 1.0),
            )
        };
        painter.rect_filled(stretch(0.0, weights), look.control_corner(), part(0));
        painter.rect_filled(
            stretch(weights, weights + cache),
            look.control_corner(),
            part(1),
        );
        if free < 0.0 {
            // The end of the memory, which the model does not heed.
            let end = egui::Stroke::new(2.0 * look.hairline, look.bad);
            painter.vline(x(memory), area.expand(3.0).y_range(), end);
        }
    }
    note(ui, words);
}
