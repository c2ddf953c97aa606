//! A slider with a mark where the decision flips.

use std::ops::RangeInclusive;

use egui::accesskit::{Action, ActionData, Role};
use egui::{EventFilter, Key, Modifiers, Response, Sense, Stroke, Ui, pos2, vec2};

use super::focus_ring;
use crate::look::Look;

/// A slider over a range, linear or in equal ratios.
#[must_use = "a slider is drawn by `show`"]
pub struct Slider<'a> {
    name: &'a str,
    value: f64,
    range: RangeInclusive<f64>,
    in_ratios: bool,
    flip: Option<(f64, &'a str)>,
    text: &'a dyn Fn(f64) -> String,
    width: f32,
}

/// What happened to a [`Slider`] in this frame.
pub struct SliderReply {
    /// The slider itself.
    pub response: Response,
    /// The new value, where it moved.
    pub moved: Option<f64>,
    /// The movement is over: what moved since it began is one step of undo.
    pub settled: bool,
}

/// From the edge of a slider to the beginning of its track.
pub fn inset(look: &Look) -> f32 {
    2.5 * look.grid
}

impl<'a> Slider<'a> {
    /// A slider named `name`; `text` writes a value for the tooltip and the screen reader.
    pub fn new(
        name: &'a str,
        value: f64,
        range: RangeInclusive<f64>,
        text: &'a dyn Fn(f64) -> String,
    ) -> Self {
        Self {
            name,
            value,
            range,
            in_ratios: false,
            flip: None,
            text,
            width: 400.0,
        }
    }

    /// Equal distances are equal ratios; only for ranges above zero.
    pub fn in_ratios(mut self) -> Self {
        self.in_ratios = *self.range.start() > 0.0;
        self
    }

    /// Marks where the decision flips; `sentence` says it.
    pub fn flip(mut self, at: f64, sentence: &'a str) -> Self {
        self.flip = Some((at, sentence));
        self
    }

    /// Width in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Draws the slider and says what happened.
    pub fn show(self, ui: &mut Ui) -> SliderReply {
        let look = Look::of(ui);
        let size = vec2(self.width, look.control_height());
        let (area, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
        let thumb = 2.0 * look.grid;
        let track = area.shrink2(vec2(inset(&look), 0.0)).x_range();

        let mut moved = None;
        if let Some(pointer) = response.interact_pointer_pos()
            && (response.dragged() || response.is_pointer_button_down_on() || response.clicked())
        {
            let share = f64::from((pointer.x - track.min) / track.span());
            moved = Some(self.at(share.clamp(0.0, 1.0)));
        }
        let keyed = self.keys(ui, &response);
        moved = keyed.or(moved).filter(|value| *value != self.value);
        let settled = response.drag_stopped() || response.clicked() || keyed.is_some();
        let value = moved.unwrap_or(self.value);

        self.tell(ui, &response, value);
        if ui.is_rect_visible(area) {
            let x =
                |value: f64| track.min + track.span() * self.share(value).clamp(0.0, 1.0) as f32;
            let (y, painter) = (area.center().y, ui.painter());
            painter.hline(track, y, Stroke::new(3.0, look.rule));
            painter.hline(track.min..=x(value), y, Stroke::new(3.0, look.accent));
            if let Some((flip, _)) = self.flip.filter(|(flip, _)| self.range.contains(flip)) {
                let half = 2.25 * look.grid;
                painter.vline(x(flip), y - half..=y + half, Stroke::new(2.0, look.bad));
            }
            let lit = response.hovered() || response.dragged();
            let fill = if lit { look.accent_ground } else { look.card };
            painter.circle(
                pos2(x(value), y),
                thumb,
                fill,
                Stroke::new(2.5, look.accent),
            );
            focus_ring(ui, area, look.control_corner(), &response);
        }
        let response = match self.flip {
            Some((_, sentence)) if !response.dragged() => response.on_hover_text(sentence),
            _ => response,
        };
        if response.dragged() {
            response.show_tooltip_text((self.text)(value));
        }
        SliderReply {
            response,
            moved,
            settled,
        }
    }

    fn keys(&self, ui: &Ui, response: &Response) -> Option<f64> {
        let mut steps = 0.0;
        ui.input(|input| {
            steps += input.num_accesskit_action_requests(response.id, Action::Increment) as f64;
            steps -= input.num_accesskit_action_requests(response.id, Action::Decrement) as f64;
        });
        let asked = ui.input(|input| {
            input
                .accesskit_action_requests(response.id, Action::SetValue)
                .find_map(|request| match &request.data {
                    Some(ActionData::NumericValue(value)) => Some(*value),
                    _ => None,
                })
        });
        if asked.is_some() {
            return asked.map(|value| value.clamp(*self.range.start(), *self.range.end()));
        }
        let mut end = None;
        if response.has_focus() {
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..Default::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            ui.input_mut(|input| {
                for (key, step) in [
                    (Key::ArrowRight, 1.0),
                    (Key::ArrowUp, 1.0),
                    (Key::ArrowLeft, -1.0),
                    (Key::ArrowDown, -1.0),
                    (Key::PageUp, 10.0),
                    (Key::PageDown, -10.0),
                ] {
                    steps += step * input.count_and_consume_key(Modifiers::NONE, key) as f64;
                }
                if input.consume_key(Modifiers::NONE, Key::Home) {
                    end = Some(*self.range.start());
                }
                if input.consume_key(Modifiers::NONE, Key::End) {
                    end = Some(*self.range.end());
                }
            });
        }
        end.or_else(|| {
            let share = self.share(self.value) + steps / 100.0;
            (steps != 0.0).then(|| self.at(share.clamp(0.0, 1.0)))
        })
    }

    /// How far along the track a value stands, from 0 to 1.
    fn share(&self, value: f64) -> f64 {
        let (start, end) = (*self.range.start(), *self.range.end());
        if self.in_ratios {
            (value / start).ln() / (end / start).ln()
        } else {
            (value - start) / (end - start)
        }
    }

    /// The value at this share of the track, on a round step of three significant figures.
    fn at(&self, share: f64) -> f64 {
        let (start, end) = (*self.range.start(), *self.range.end());
        let value = if self.in_ratios {
            start * (end / start).powf(share)
        } else {
            start + share * (end - start)
        };
        if share <= 0.0 {
            return start;
        }
        if share >= 1.0 || value == 0.0 {
            return if share >= 1.0 { end } else { value };
        }
        let unit = 10_f64.powf(value.abs().log10().floor() - 2.0);
        ((value / unit).round() * unit).clamp(start, end)
    }

    fn tell(&self, ui: &Ui, response: &Response, value: f64) {
        response.widget_info(|| egui::WidgetInfo::slider(ui.is_enabled(), value, self.name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Slider);
            node.set_min_numeric_value(*self.range.start());
            node.set_max_numeric_value(*self.range.end());
            node.set_value((self.text)(value));
            node.add_action(Action::SetValue);
            node.add_action(Action::Increment);
            node.add_action(Action::Decrement);
            if let Some((_, sentence)) = self.flip {
                node.set_description(sentence);
            }
        });
    }
}
