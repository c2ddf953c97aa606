//! What the program says by itself: strips in the page, and toasts that go away.
//! Both are live regions, so a screen reader says them without being asked.

use std::time::Duration;

use egui::accesskit::{Live, Role};
use egui::{Align2, Context, Id, Margin, Order, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::button::{self};
use super::icon::{self, Icon};
use crate::look::Look;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something worth knowing.
    Information,
    /// Something worked.
    Good,
    /// Something to look at.
    Caution,
    /// Something did not work.
    Bad,
}

/// A strip over the page: a sentence, and perhaps a thing to do.
/// Returns whether its button was pressed.
pub fn strip(ui: &mut Ui, tone: Tone, sentence: &str, action: Option<&str>) -> bool {
    let look = Look::of(ui);
    let (glyph, colour) = signs(&look, tone);
    let mut pressed = false;
    let frame = egui::Frame::new()
        .fill(look.tint(colour, 0.08))
        .stroke(Stroke::new(look.hairline, look.tint(colour, 0.45)))
        .corner_radius(look.card_corner())
        .inner_margin(Margin::symmetric(
            (3.0 * look.grid) as i8,
            (1.5 * look.grid) as i8,
        ));
    let response = frame
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            egui::Sides::new()
                .shrink_left()
                .wrap_mode(egui::TextWrapMode::Wrap)
                .show(
                    ui,
                    |ui| {
                        let (area, _) =
                            ui.allocate_exact_size(vec2(4.0, 4.0) * look.grid, Sense::hover());
                        icon::draw(ui.painter(), area, glyph, colour);
                        ui.add(egui::Label::new(look.body(sentence)).wrap());
                    },
                    |ui| {
                        if let Some(action) = action {
                            pressed = ui.add(button::link(action)).clicked();
                        }
                    },
                );
        })
        .response;
    announce(ui, &response, tone, sentence);
    pressed
}

/// Toasts: sentences that appear above the page and go away.
/// Those of tone [`Tone::Bad`] stay until they are dismissed.
#[derive(Clone, Debug, Default)]
pub struct Toasts {
    shown: Vec<Toast>,
    count: u64,
}

#[derive(Clone, Debug)]
struct Toast {
    number: u64,
    tone: Tone,
    sentence: String,
    /// Seconds of egui's clock; `None` until it was first drawn.
    until: Option<f64>,
}

impl Toasts {
    /// Shows a sentence.
    pub fn push(&mut self, tone: Tone, sentence: impl Into<String>) {
        self.count += 1;
        let toast = Toast {
            number: self.count,
            tone,
            sentence: sentence.into(),
            until: None,
        };
        self.shown.push(toast);
    }

    /// Is nothing shown?
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// Draws the toasts over the page, `above` points from its bottom; `dismiss` names the button that closes one.
    pub fn show(&mut self, context: &Context, above: f32, dismiss: &str) {
        let look = Look::of(context);
        let now = context.input(|input| input.time);
        let mut bottom = above + look.gap;
        let mut dismissed = None;
        for toast in self.shown.iter_mut().rev() {
            let until = *toast.until.get_or_insert(now + seconds(&toast.sentence));
            if toast.tone != Tone::Bad {
                if now >= until {
                    dismissed = Some(toast.number);
                    continue;
                }
                context.request_repaint_after(Duration::from_secs_f64((until - now).max(0.05)));
            }
            let area = egui::Area::new(Id::unique(("toast", toast.number)))
                .order(Order::Tooltip)
                .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -bottom))
                .show(context, |ui| {
                    let (glyph, colour) = signs(&look, toast.tone);
                    let frame = egui::Frame::popup(ui.style())
                        .stroke(Stroke::new(look.hairline, look.tint(colour, 0.6)))
                        .inner_margin(Margin::symmetric(12, 8));
                    let response = frame
                        .show(ui, |ui| {
                            ui.horizontal(|ui| {
                                let side = vec2(4.0, 4.0) * look.grid;
                                let (area, _) = ui.allocate_exact_size(side, Sense::hover());
                                icon::draw(ui.painter(), area, glyph, colour);
                                let room = 130.0 * look.grid;
                                ui.scope(|ui| {
                                    ui.set_max_width(room);
                                    ui.add(egui::Label::new(look.body(&toast.sentence)).wrap());
                                });
                                if ui.add(button::glyph(Icon::Cross, dismiss)).clicked() {
                                    dismissed = Some(toast.number);
                                }
                            });
                        })
                        .response;
                    announce(ui, &response, toast.tone, &toast.sentence);
                });
            bottom += area.response.rect.height() + look.gap_small;
        }
        if let Some(number) = dismissed {
            self.shown.retain(|toast| toast.number != number);
            context.request_repaint();
        }
    }
}

/// Reading time: four seconds and a little for each word.
fn seconds(sentence: &str) -> f64 {
    4.0 + 0.35 * sentence.split_whitespace().count() as f64
}

fn signs(look: &Look, tone: Tone) -> (Icon, egui::Color32) {
    match tone {
        Tone::Information => (Icon::Information, look.accent),
        Tone::Good => (Icon::Tick, look.good),
        Tone::Caution => (Icon::Exclamation, look.caution),
        Tone::Bad => (Icon::Cross, look.bad),
    }
}

fn announce(ui: &Ui, response: &egui::Response, tone: Tone, sentence: &str) {
    let place = Rect::from_min_size(
        pos2(response.rect.left(), response.rect.top()),
        vec2(1.0, 1.0),
    );
    let live = ui.interact(place, response.id.with("live"), Sense::hover());
    ui.ctx().accesskit_node_builder(live.id, |node| {
        let (role, urgency) = if tone == Tone::Bad {
            (Role::Alert, Live::Assertive)
        } else {
            (Role::Status, Live::Polite)
        };
        node.set_role(role);
        node.set_live(urgency);
        node.set_label(sentence);
    });
}
