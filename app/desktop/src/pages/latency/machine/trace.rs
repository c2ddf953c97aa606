//! The time of every token, while a model is timed: a bar for each.

use egui::accesskit::Role;
use egui::{Align2, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use weighbridge_text::{Digits, Text};
use weighbridge_units::Arg;

use crate::look::Look;

/// Height of the picture in points.
const HEIGHT: f32 = 132.0;
/// Room for the numbers at its side.
const SIDE: f32 = 44.0;
/// Parts that the axis is divided into.
const PARTS: u32 = 2;

/// The gaps between the tokens of the first user's answer, as they come.
#[derive(Debug, Default)]
pub(in crate::pages::latency) struct Gaps {
    seconds: Vec<f64>,
    last: Option<f64>,
    /// Gaps that tell of something else than writing.
    skipped: usize,
}

impl Gaps {
    /// Begins another answer, whose first gaps may tell of something else than writing.
    pub(in crate::pages::latency) fn begin(&mut self, skipped: usize) {
        *self = Gaps {
            skipped,
            ..Gaps::default()
        };
    }

    /// A token came, so many seconds after it was asked for.
    pub(in crate::pages::latency) fn token(&mut self, seconds: f64) {
        if let Some(last) = self.last.replace(seconds) {
            match self.skipped.checked_sub(1) {
                Some(left) => self.skipped = left,
                None => self.seconds.push(seconds - last),
            }
        }
    }

    /// Seconds between tokens so far.
    pub(in crate::pages::latency) fn seconds(&self) -> &[f64] {
        &self.seconds
    }
}

/// Draws the gaps between tokens, `expected` of which are wanted.
///
/// Screen readers are told the number of tokens and the middle of their times.
pub(in crate::pages::latency) fn trace(
    ui: &mut Ui,
    text: Text,
    gaps_seconds: &[f64],
    expected: usize,
) {
    let look = Look::of(ui);
    let (area, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    response.widget_info(|| {
        let middle = middle_ms(gaps_seconds).unwrap_or(0.0);
        let words = text.format(
            "here-trace-summary",
            &[
                ("count", Arg::from(gaps_seconds.len())),
                ("middle", Arg::Decimal(middle, 1)),
            ],
        );
        WidgetInfo::labeled(Role::Image, ui.is_enabled(), words)
    });
    if !ui.is_rect_visible(area) {
        return;
    }
    let painter = ui.painter();
    let title = look.small_size + look.grid;
    let plot = egui::Rect::from_min_max(
        pos2(area.left() + SIDE, area.top() + title + look.grid),
        area.right_bottom() - vec2(0.0, look.grid),
    );
    painter.text(
        pos2(plot.left(), area.top()),
        Align2::LEFT_TOP,
        text.get("here-trace-unit"),
        look.small_font(),
        look.muted,
    );
    let top = nice_top(gaps_seconds.iter().fold(0.0, |most, gap| gap.max(most)) * 1e3);
    for part in 0..=PARTS {
        let share = f64::from(part) / f64::from(PARTS);
        let y = plot.bottom() - plot.height() * share as f32;
        painter.hline(plot.x_range(), y, Stroke::new(look.hairline, look.rule));
        painter.text(
            pos2(plot.left() - look.grid, y),
            Align2::RIGHT_CENTER,
            text.number(top * share, Digits::Significant(3)),
            look.small_font(),
            look.muted,
        );
    }
    let places = expected.max(gaps_seconds.len()).max(1);
    let width = plot.width() / places as f32;
    let gap = if width > 3.0 { 1.0 } else { 0.0 };
    for (place, seconds) in gaps_seconds.iter().enumerate() {
        let share = (seconds * 1e3 / top).clamp(0.0, 1.0) as f32;
        let left = plot.left() + width * place as f32;
        let bar = egui::Rect::from_min_max(
            pos2(left, plot.bottom() - plot.height() * share),
            pos2(left + (width - gap).max(0.5), plot.bottom()),
        );
        painter.rect_filled(bar, 0.0, look.series_colour(0));
    }
}

/// The middle of some times, in milliseconds.
pub(in crate::pages::latency) fn middle_ms(gaps_seconds: &[f64]) -> Option<f64> {
    let mut sorted = gaps_seconds.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).map(|seconds| 1e3 * seconds)
}

/// The top of an axis that holds a value: 1, 2, 4 or 8 times a power of ten.
fn nice_top(most: f64) -> f64 {
    if !(most.is_finite() && most > 0.0) {
        return 1.0;
    }
    let power = 10f64.powf(most.log10().floor());
    [1.0, 2.0, 4.0, 8.0, 10.0]
        .into_iter()
        .map(|times| times * power)
        .find(|top| *top >= most)
        .unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_end_at_round_numbers_above() {
        for (most, top) in [
            (0.0, 1.0),
            (0.7, 0.8),
            (1.0, 1.0),
            (5.6, 8.0),
            (83.0, 100.0),
        ] {
            assert!((nice_top(most) - top).abs() < 1e-9, "{most}");
        }
        assert_eq!(nice_top(f64::NAN), 1.0);
    }

    #[test]
    fn the_middle_is_no_outlier() {
        assert_eq!(middle_ms(&[0.005, 0.5, 0.006]), Some(6.0));
        assert_eq!(middle_ms(&[]), None);
    }
}
