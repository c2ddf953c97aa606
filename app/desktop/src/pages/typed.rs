//! Fields for what is no figure: words, days, and whole months.
//!
//! As number fields do, they keep a draft while they have the keyboard: leaving the field or Enter
//! commits it, Escape brings the old text back, and what is refused stays where it is with the reason.

use egui::accesskit::Invalid;
use egui::{Align2, EventFilter, Id, Key, Modifiers, Response, Stroke, TextEdit, Ui, vec2};
use weighbridge_engine::figure::FieldSpec;
use weighbridge_engine::scenario::{InputPath, Setting};
use weighbridge_session::Action;
use weighbridge_text::Text;
use weighbridge_units::{Arg, PartialDate, Unit};

use super::Page;
use super::figures::beside;
use crate::look::Look;
use crate::widgets::{FigureRow, NumberField};

/// The words around a field, and what tells it from others on the page.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Unique on the page.
    pub id_salt: &'a str,
    /// Name of the field.
    pub label: &'a str,
    /// One line of help.
    pub help: &'a str,
}

/// A field of one line, or of several where `rows` is more than one.
/// Returns the new text, without spaces around it, in the frame in which it was committed.
pub fn text_ui(ui: &mut Ui, words: Words<'_>, value: &str, rows: usize) -> Option<String> {
    let parse = |typed: &str| Ok(typed.trim().to_owned());
    typed(ui, words, value, rows, &parse, &|_| String::new())
}

/// A field for a day, a month or a year.
/// Returns the new date in the frame in which it was committed.
pub fn date_ui(
    ui: &mut Ui,
    text: Text,
    words: Words<'_>,
    value: PartialDate,
) -> Option<PartialDate> {
    let parse = |typed: &str| read_date(text, typed);
    typed(ui, words, &value.to_string(), 1, &parse, &|date| {
        text.date(*date)
    })
}

/// The same where there may be no date: an empty field is none.
pub fn optional_date_ui(
    ui: &mut Ui,
    text: Text,
    words: Words<'_>,
    value: Option<PartialDate>,
) -> Option<Option<PartialDate>> {
    let parse = |typed: &str| match typed.trim() {
        "" => Ok(None),
        typed => read_date(text, typed).map(Some),
    };
    let shown = value.map_or_else(String::new, |date| date.to_string());
    let echo = |date: &Option<PartialDate>| date.map_or_else(String::new, |date| text.date(date));
    typed(ui, words, &shown, 1, &parse, &echo)
}

/// A row for a number within the bounds of `spec` that is no figure of the case.
/// Returns the new value in the frame in which it was committed.
pub fn number_ui(
    ui: &mut Ui,
    text: Text,
    words: Words<'_>,
    spec: &FieldSpec,
    value: f64,
) -> Option<f64> {
    let parse = |typed: &str| {
        let value = text
            .parse_in(typed, spec.unit)
            .map_err(|error| text.describe(&error))?;
        spec.check(value).map_err(|fault| text.describe(&fault))
    };
    let format = |value: f64| text.editable_in(value, spec.unit);
    let unit = text.unit_name(spec.unit);
    let field = NumberField::new(words.id_salt, words.label, value, &parse, &format)
        .unit(&unit)
        .description(words.help);
    let row = FigureRow {
        name: words.label,
        origin: words.help,
        is_weak: false,
        help: "",
        kept: &text.get("window-kept"),
        understood_as: &text.get("window-understood-as"),
    };
    row.show(ui, field).committed
}

/// The same for a number in a form, called by the text of its spec's name.
pub fn named_number_ui(ui: &mut Ui, text: Text, spec: &FieldSpec, value: &mut f64) {
    let label = text.get(spec.name);
    let words = Words {
        id_salt: spec.name,
        label: &label,
        help: "",
    };
    if let Some(typed) = number_ui(ui, text, words, spec, *value) {
        *value = typed;
    }
}

/// A line that is typed as it stands, over the width that is there; `is_secret` hides it.
/// Screen readers know it by `label`, which is drawn by whoever calls.
pub fn line_ui(
    ui: &mut Ui,
    id_salt: &str,
    label: &str,
    value: &mut String,
    is_secret: bool,
) -> Response {
    let look = Look::of(ui);
    let edit = TextEdit::singleline(value)
        .id_salt(id_salt)
        .password(is_secret)
        .desired_width(f32::INFINITY)
        .min_size(vec2(0.0, look.control_height()))
        .align(Align2::LEFT_CENTER);
    let field = ui.add(edit);
    ui.ctx()
        .accesskit_node_builder(field.id, |node| node.set_label(label));
    field
}

/// A row for whole months that are a choice and no figure, such as a useful life.
pub fn months_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    path: &str,
    words: Words<'_>,
    value: u16,
    (least, most): (u16, u16),
) {
    let text = page.text;
    let spec = FieldSpec {
        group: "",
        name: "",
        unit: Unit::MONTHS,
        min: f64::from(least),
        max: f64::from(most),
        start: f64::from(value),
        whole: true,
    };
    let number = |ui: &mut Ui| number_ui(ui, text, words, &spec, f64::from(value));
    if let Some(months) = beside(ui, number, |_| {}) {
        let setting = Setting::Number(months);
        page.act(Action::SetChoice {
            path: InputPath::new(path),
            setting,
        });
    }
}

/// Reads a date: as files have it (`2026-11-24`), or the day first (`24/11/2026`, `11.2026`).
///
/// # Errors
/// The sentence that says how dates are written.
pub fn read_date(text: Text, typed: &str) -> Result<PartialDate, String> {
    let turned = day_first(typed).unwrap_or_else(|| typed.to_owned());
    PartialDate::parse(&turned).map_err(|_| {
        text.format(
            "error-date",
            &[("text", Arg::from(typed.trim().to_owned()))],
        )
    })
}

/// `24/11/2026` as `2026-11-24`; nothing where it is not written that way.
fn day_first(typed: &str) -> Option<String> {
    let parts: Vec<&str> = typed.trim().split(['/', '.']).collect();
    if parts.len() < 2 || parts.len() > 3 {
        return None;
    }
    let (year, rest) = parts.split_last()?;
    let mut turned = (*year).to_owned();
    for part in rest.iter().rev() {
        turned.push_str(&format!("-{part:0>2}"));
    }
    Some(turned)
}

/// What is kept between frames; only while the field differs from its value.
#[derive(Clone)]
struct Draft {
    text: String,
    /// The value when the draft was begun: another value (undo) ends the draft.
    value: String,
    refused: Option<String>,
}

fn typed<T>(
    ui: &mut Ui,
    words: Words<'_>,
    value: &str,
    rows: usize,
    parse: &dyn Fn(&str) -> Result<T, String>,
    echo: &dyn Fn(&T) -> String,
) -> Option<T> {
    let look = Look::of(ui);
    let id = ui.make_persistent_id(("typed", words.id_salt));
    let fresh = || Draft {
        text: value.to_owned(),
        value: value.to_owned(),
        refused: None,
    };
    let stored = ui.data(|data| data.get_temp::<Draft>(id));
    let mut draft = stored
        .filter(|draft| draft.value == value)
        .unwrap_or_else(fresh);
    let had_focus = ui.memory(|memory| memory.has_focus(id));
    if had_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        draft = fresh();
    }
    let mut committed = None;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = look.grid / 2.0;
        ui.add(egui::Label::new(look.body(words.label)).wrap());
        let meaning = parse(&draft.text).ok();
        let second = second_line(words.help, meaning.as_ref().map(echo));
        if !second.is_empty() {
            ui.add(egui::Label::new(look.small(second)).wrap());
        }
        let response = edit(ui, id, &mut draft, rows);
        if response.changed() {
            draft.refused = None;
        }
        if response.lost_focus() && draft.text != value {
            match parse(&draft.text) {
                Ok(meaning) => committed = Some(meaning),
                Err(fault) => draft.refused = Some(fault),
            }
        }
        if let Some(fault) = &draft.refused {
            let said = ui.add(egui::Label::new(look.small(fault).color(look.bad)).wrap());
            ui.ctx().accesskit_node_builder(said.id, |node| {
                node.set_live(egui::accesskit::Live::Polite);
            });
        }
        tell(ui, id, words, draft.refused.as_deref());
        if response.has_focus() || draft.refused.is_some() {
            ui.data_mut(|data| data.insert_temp(id, draft));
        } else {
            ui.data_mut(|data| data.remove::<Draft>(id));
        }
    });
    committed
}

/// Help, and what is understood where that says more than what is typed.
fn second_line(help: &str, echo: Option<String>) -> String {
    match echo.filter(|echo| !echo.is_empty()) {
        Some(echo) if help.is_empty() => echo,
        Some(echo) => format!("{echo}. {help}"),
        None => help.to_owned(),
    }
}

fn edit(ui: &mut Ui, id: Id, draft: &mut Draft, rows: usize) -> egui::Response {
    let look = Look::of(ui);
    let refused = draft.refused.is_some();
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        escape: true,
        tab: false,
    };
    ui.scope(|ui| {
        if refused {
            let frame = Stroke::new(1.5 * look.hairline, look.bad);
            let widgets = &mut ui.visuals_mut().widgets;
            widgets.inactive.bg_stroke = frame;
            widgets.hovered.bg_stroke = frame;
        }
        let edit = if rows > 1 {
            TextEdit::multiline(&mut draft.text).desired_rows(rows)
        } else {
            TextEdit::singleline(&mut draft.text)
                .min_size(vec2(0.0, look.control_height()))
                .align(egui::Align2::LEFT_CENTER)
        };
        ui.add(
            edit.id(id)
                .desired_width(f32::INFINITY)
                .event_filter(filter)
                .text_color(if refused { look.bad } else { look.ink }),
        )
    })
    .inner
}

fn tell(ui: &Ui, id: Id, words: Words<'_>, fault: Option<&str>) {
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_label(words.label);
        match fault {
            Some(fault) => {
                node.set_invalid(Invalid::True);
                node.set_description(fault);
            }
            None if !words.help.is_empty() => node.set_description(words.help),
            None => (),
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use weighbridge_text::Locale;

    #[test]
    fn dates_are_read_as_files_have_them_and_with_the_day_first() {
        let text = Text::new(Locale::En);
        for (typed, date) in [
            ("2026-11-24", Some("2026-11-24")),
            (" 2026-11 ", Some("2026-11")),
            ("2026", Some("2026")),
            ("24/11/2026", Some("2026-11-24")),
            ("4.3.2026", Some("2026-03-04")),
            ("11/2026", Some("2026-11")),
            ("31/02/2026", None),
            ("11/24/2026", None),
            ("soon", None),
            ("1/2/3/4", None),
            ("", None),
        ] {
            let read = read_date(text, typed).ok().map(|date| date.to_string());
            assert_eq!(read.as_deref(), date, "{typed}");
        }
    }
}
