//! Buttons: the one thing to do next, everything else, and a glyph alone.

use egui::accesskit::Role;
use egui::{
    Color32, CursorIcon, Response, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, vec2,
};

use super::focus_ring;
use super::icon::{self, Icon};
use crate::look::Look;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    Primary,
    Quiet,
    Bare,
}

/// A button; made by [`primary`], [`quiet`], [`link`] or [`glyph`].
#[must_use = "a button is drawn by `ui.add(button)`"]
pub struct Button<'a> {
    text: &'a str,
    name: &'a str,
    icon: Option<Icon>,
    icon_after: bool,
    hint: Option<String>,
    weight: Weight,
    open: bool,
    colour: Option<Color32>,
}

/// The one thing to do next; at most one on a page.
pub fn primary(text: &str) -> Button<'_> {
    Button::new(text, Weight::Primary)
}

/// Any other thing to do.
pub fn quiet(text: &str) -> Button<'_> {
    Button::new(text, Weight::Quiet)
}

/// A thing to do inside running text: underlined, without a frame.
pub fn link(text: &str) -> Button<'_> {
    Button::new(text, Weight::Bare)
}

/// A glyph alone; `name` is what a screen reader says and what the tooltip shows.
pub fn glyph(icon: Icon, name: &str) -> Button<'_> {
    let mut button = Button::new("", Weight::Quiet);
    button.name = name;
    button.icon = Some(icon);
    button.hint = Some(name.to_owned());
    button
}

impl<'a> Button<'a> {
    fn new(text: &'a str, weight: Weight) -> Self {
        Self {
            text,
            name: text,
            icon: None,
            icon_after: false,
            hint: None,
            weight,
            open: false,
            colour: None,
        }
    }

    /// A glyph before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A glyph after the text, such as the arrow of a menu.
    pub fn icon_after(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self.icon_after = true;
        self
    }

    /// What a screen reader says, where the text alone does not tell (a "Why?" beside each figure).
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = name;
        self
    }

    /// What is shown when the pointer rests here.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Is something open that belongs to this button?
    pub fn open(mut self, open: bool) -> Self {
        self.open = open;
        self
    }

    /// Draws text and glyph in this colour; for what removes something for good.
    pub fn colour(mut self, colour: Color32) -> Self {
        self.colour = Some(colour);
        self
    }

    fn colours(&self, look: &Look, response: &Response) -> (Color32, Stroke, Color32) {
        let pressed = response.is_pointer_button_down_on() || self.open;
        let hovered = response.hovered();
        match self.weight {
            Weight::Primary => {
                let towards = if pressed {
                    0.25
                } else if hovered {
                    0.12
                } else {
                    0.0
                };
                (
                    look.accent.lerp_to_gamma(look.card, towards),
                    Stroke::NONE,
                    look.on_accent,
                )
            }
            Weight::Quiet => {
                let fill = if pressed {
                    look.accent_ground
                } else if hovered {
                    look.tint(look.accent_ground, 0.6)
                } else {
                    look.card
                };
                (fill, look.rule_stroke(), look.ink)
            }
            Weight::Bare => {
                let colour = if hovered || pressed {
                    look.ink
                } else {
                    look.accent
                };
                (Color32::TRANSPARENT, Stroke::NONE, colour)
            }
        }
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let look = Look::of(ui);
        let bare = self.weight == Weight::Bare;
        let galley = (!self.text.is_empty()).then(|| {
            ui.painter().layout_no_wrap(
                self.text.to_owned(),
                look.body_font(),
                Color32::PLACEHOLDER,
            )
        });
        let text_width = galley.as_ref().map_or(0.0, |galley| galley.size().x);
        let icon_side = if self.icon.is_some() {
            3.5 * look.grid
        } else {
            0.0
        };
        let between = if galley.is_some() && self.icon.is_some() {
            1.5 * look.grid
        } else {
            0.0
        };
        let padding = if bare {
            0.0
        } else if galley.is_some() {
            3.0 * look.grid
        } else {
            1.75 * look.grid
        };
        let height = if bare {
            look.body_size + 2.0 * look.grid
        } else {
            look.control_height()
        };
        let size = vec2(text_width + icon_side + between + 2.0 * padding, height);
        let (area, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.name));
        if ui.is_rect_visible(area) {
            let (fill, frame, colour) = self.colours(&look, &response);
            let colour = self.colour.unwrap_or(colour);
            let painter = ui.painter();
            painter.rect(area, look.control_corner(), fill, frame, StrokeKind::Inside);
            let left = area.left() + padding;
            let (icon_left, text_left) = if self.icon_after {
                (left + text_width + between, left)
            } else {
                (left, left + icon_side + between)
            };
            if let Some(icon) = self.icon {
                let place = egui::Rect::from_center_size(
                    egui::pos2(icon_left + icon_side / 2.0, area.center().y),
                    vec2(icon_side, icon_side),
                );
                icon::draw(painter, place, icon, colour);
            }
            if let Some(galley) = galley {
                let top = area.center().y - galley.size().y / 2.0;
                let bottom = top + galley.size().y;
                painter.galley(egui::pos2(text_left, top), galley, colour);
                if bare {
                    let underline = Stroke::new(look.hairline, colour.gamma_multiply(0.6));
                    painter.hline(text_left..=text_left + text_width, bottom, underline);
                }
            }
            focus_ring(ui, area, look.control_corner(), &response);
        }
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        match self.hint {
            Some(hint) => response.on_hover_text(hint),
            None => response,
        }
    }
}
