//! A field for one number, in the user's own way of writing.
//!
//! The widget knows no locale and no range: it asks `parse` what a text means and `format` how a value is written.
//! While the user types, the text is kept apart from the value;
//! Enter, Tab or leaving the field commits it, Escape brings the value's own text back.
//! A text that is refused stays where it is, framed, with the reason, and the value is not touched.

use egui::accesskit::Invalid;
use egui::{Align2, EventFilter, Id, Key, Modifiers, Response, Stroke, TextEdit, Ui, vec2};

use crate::look::Look;

/// What a text means, or one sentence why it means nothing; also the place for "must be at least 1".
pub type Parse<'a> = &'a dyn Fn(&str) -> Result<f64, String>;
/// How a value is written.
pub type Format<'a> = &'a dyn Fn(f64) -> String;

/// A field for one number.
#[must_use = "a field is drawn by `show`"]
pub struct NumberField<'a> {
    id_salt: &'a str,
    name: &'a str,
    value: f64,
    parse: Parse<'a>,
    format: Format<'a>,
    unit: &'a str,
    step: f64,
    description: &'a str,
    width: f32,
    is_unit_beside: bool,
}

/// What happened in a [`NumberField`] in this frame.
pub struct NumberReply {
    /// The text field itself.
    pub response: Response,
    /// The new value, in the frame in which it was committed and differs from the old one.
    pub committed: Option<f64>,
    /// Why the text in the field is refused; the old value stands.
    pub fault: Option<String>,
    /// The value that stands, as it is written.
    pub written: String,
    /// What an unfinished text is understood as, where it is not written that way already.
    pub understood: Option<String>,
}

/// What is kept between frames; only while the field differs from its value.
#[derive(Clone)]
struct Draft {
    text: String,
    /// The value when the draft was begun: another value (undo, a slider) ends the draft.
    value: f64,
    refused: bool,
}

impl<'a> NumberField<'a> {
    /// A field showing `value`; `id_salt` is the input's path and must be unique on the page.
    pub fn new(
        id_salt: &'a str,
        name: &'a str,
        value: f64,
        parse: Parse<'a>,
        format: Format<'a>,
    ) -> Self {
        Self {
            id_salt,
            name,
            value,
            parse,
            format,
            unit: "",
            step: 1.0,
            description: "",
            width: 120.0,
            is_unit_beside: false,
        }
    }

    /// The unit, drawn after the number.
    pub fn unit(mut self, unit: &'a str) -> Self {
        self.unit = unit;
        self
    }

    /// How far one press of an arrow key goes (ten times as far with Shift).
    pub fn step(mut self, step: f64) -> Self {
        self.step = step;
        self
    }

    /// What a screen reader adds after the name: origin, range, help.
    pub fn description(mut self, description: &'a str) -> Self {
        self.description = description;
        self
    }

    /// Width in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Leaves the unit to whoever draws the words beside the field.
    pub(super) fn unit_beside(mut self) -> Self {
        self.is_unit_beside = true;
        self
    }

    /// The unit, where it leaves too little of the width for the number.
    pub(super) fn unit_without_room(&self, ui: &Ui) -> Option<&'a str> {
        let look = Look::of(ui);
        let galley =
            ui.painter()
                .layout_no_wrap(self.unit.to_owned(), look.note_font(), look.muted);
        (galley.size().x > 0.5 * self.width).then_some(self.unit)
    }

    /// Draws the field and says what happened.
    pub fn show(self, ui: &mut Ui) -> NumberReply {
        let id = ui.make_persistent_id(("number field", self.id_salt));
        let stored = ui.data(|data| data.get_temp::<Draft>(id));
        let mut draft = stored
            .filter(|draft| same(draft.value, self.value))
            .unwrap_or_else(|| self.fresh());

        let had_focus = ui.memory(|memory| memory.has_focus(id));
        let mut committed = if had_focus {
            self.keys(ui, &mut draft)
        } else {
            None
        };
        let response = self.text_edit(ui, id, &mut draft);
        if response.changed() {
            draft.refused = false;
        }
        if response.gained_focus() {
            select_all(ui, id, &draft.text);
        }
        if response.lost_focus() && committed.is_none() {
            committed = self.commit(&mut draft);
        }

        let fault = self.fault(&draft, response.has_focus());
        let understood = self.understood(&draft, response.has_focus());
        self.tell(ui, &response, fault.as_deref());
        let value = committed.unwrap_or(self.value);
        if !response.has_focus() && !draft.refused {
            ui.data_mut(|data| data.remove::<Draft>(id));
        } else {
            draft.value = value;
            ui.data_mut(|data| data.insert_temp(id, draft));
        }
        let written = (self.format)(value);
        let committed = committed.filter(|value| !same(*value, self.value));
        NumberReply {
            response,
            committed,
            fault,
            written,
            understood,
        }
    }

    fn fresh(&self) -> Draft {
        Draft {
            text: (self.format)(self.value),
            value: self.value,
            refused: false,
        }
    }

    /// Escape and the arrow keys; they are taken before the text field can see them.
    fn keys(&self, ui: &Ui, draft: &mut Draft) -> Option<f64> {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            *draft = self.fresh();
            return None;
        }
        let presses = ui.input_mut(|input| {
            let mut count = |modifiers, key| input.count_and_consume_key(modifiers, key) as f64;
            // With Shift first: a key without modifiers also matches with Shift.
            10.0 * (count(Modifiers::SHIFT, Key::ArrowUp) - count(Modifiers::SHIFT, Key::ArrowDown))
                + count(Modifiers::NONE, Key::ArrowUp)
                - count(Modifiers::NONE, Key::ArrowDown)
        });
        if presses == 0.0 {
            return None;
        }
        let from = (self.parse)(&draft.text).unwrap_or(self.value);
        let text = (self.format)(from + presses * self.step);
        // A step out of the range is not taken.
        let value = (self.parse)(&text).ok()?;
        *draft = Draft {
            text,
            value: self.value,
            refused: false,
        };
        Some(value)
    }

    fn commit(&self, draft: &mut Draft) -> Option<f64> {
        if draft.text == (self.format)(self.value) {
            draft.refused = false;
            return None;
        }
        let meaning = (self.parse)(&draft.text);
        draft.refused = meaning.is_err();
        meaning.ok()
    }

    fn fault(&self, draft: &Draft, has_focus: bool) -> Option<String> {
        // An unfinished text is not held against the user: "-" and "1e" are on their way.
        if has_focus && !draft.refused {
            return None;
        }
        if draft.refused {
            (self.parse)(&draft.text).err()
        } else {
            None
        }
    }

    fn understood(&self, draft: &Draft, has_focus: bool) -> Option<String> {
        if !has_focus {
            return None;
        }
        let written = (self.format)((self.parse)(&draft.text).ok()?);
        (written != draft.text.trim()).then_some(written)
    }

    fn text_edit(&self, ui: &mut Ui, id: Id, draft: &mut Draft) -> Response {
        let look = Look::of(ui);
        let refused = draft.refused;
        ui.scope(|ui| {
            if refused {
                let frame = Stroke::new(1.5 * look.hairline, look.bad);
                let widgets = &mut ui.visuals_mut().widgets;
                widgets.inactive.bg_stroke = frame;
                widgets.hovered.bg_stroke = frame;
                ui.visuals_mut().selection.stroke = Stroke::new(2.0 * look.hairline, look.bad);
            }
            let filter = EventFilter {
                vertical_arrows: true,
                horizontal_arrows: true,
                escape: true,
                tab: false,
            };
            let mut edit = TextEdit::singleline(&mut draft.text)
                .id(id)
                .align(Align2::RIGHT_CENTER)
                .desired_width(self.width)
                .min_size(vec2(0.0, look.control_height()))
                .event_filter(filter)
                .text_color(if refused { look.bad } else { look.ink });
            if !self.unit.is_empty() && !self.is_unit_beside {
                edit = edit.suffix(look.note(self.unit));
            }
            ui.add(edit)
        })
        .inner
    }

    fn tell(&self, ui: &Ui, response: &Response, fault: Option<&str>) {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            let name = if self.unit.is_empty() {
                self.name.to_owned()
            } else {
                format!("{} ({})", self.name, self.unit)
            };
            node.set_label(name);
            match fault {
                Some(fault) => {
                    node.set_invalid(Invalid::True);
                    node.set_description(fault);
                }
                None if !self.description.is_empty() => node.set_description(self.description),
                None => (),
            }
        });
    }
}

/// Equal as bits say it: a value that is not a number is still the same value.
fn same(one: f64, other: f64) -> bool {
    one == other || (one.is_nan() && other.is_nan())
}

fn select_all(ui: &Ui, id: Id, text: &str) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = TextEdit::load_state(ui, id).unwrap_or_default();
    let end = text.chars().count();
    state
        .cursor
        .set_char_range(Some(CCursorRange::two(CCursor::new(0), CCursor::new(end))));
    state.store(ui, id);
}
