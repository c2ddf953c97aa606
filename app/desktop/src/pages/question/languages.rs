//! The languages a service must work in: common ones to tick, any other by its tag.

use egui::accesskit::Role;
use egui::{Response, Sense, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2};
use weighbridge_session::Action;
use weighbridge_text::Text;
use weighbridge_units::Arg;

use super::Page;
use crate::look::Look;
use crate::widgets::{Icon, button, focus_ring, icon, page};

/// The languages offered, as BCP 47 tags; each has a name in the message files.
pub(super) const COMMON: [&str; 20] = [
    "en", "pt", "es", "fr", "de", "it", "nl", "pl", "sv", "da", "fi", "el", "ro", "uk", "tr", "ar",
    "hi", "zh", "ja", "ko",
];

/// What is being typed.
#[derive(Debug, Default)]
pub(super) struct State {
    tag: String,
    refused: bool,
}

/// The card of the working languages.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let chosen = &page.session.scenario().question.working_languages;
    let title = text.get("question-languages");
    page::card(ui, &title, &text.get("question-languages.help"), |ui| {
        let others = chosen
            .iter()
            .map(String::as_str)
            .filter(|tag| !COMMON.contains(tag));
        let shown: Vec<&str> = COMMON.into_iter().chain(others).collect();
        let mut pressed = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for tag in shown {
                let is_on = chosen.iter().any(|one| one == tag);
                if chip(ui, &name(text, tag), is_on).clicked() {
                    pressed = Some((tag.to_owned(), is_on));
                }
            }
        });
        if let Some((tag, was_on)) = pressed {
            let mut languages = chosen.clone();
            if was_on {
                languages.retain(|one| *one != tag);
            } else {
                languages.push(tag);
            }
            page.act(Action::SetLanguages(languages));
        }
        other(ui, page, state, chosen);
    });
}

/// A field for a tag that is not offered.
fn other(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, chosen: &[String]) {
    let look = Look::of(ui);
    let text = page.text;
    let label = text.get("question-other-language");
    ui.horizontal(|ui| {
        ui.label(look.note(label.as_ref()));
        let edit = TextEdit::singleline(&mut state.tag)
            .id_salt("other language")
            .desired_width(96.0)
            .min_size(vec2(0.0, look.control_height()))
            .align(egui::Align2::LEFT_CENTER);
        let field = ui.add(edit);
        ui.ctx()
            .accesskit_node_builder(field.id, |node| node.set_label(label.as_ref()));
        if field.changed() {
            state.refused = false;
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let is_typed = !state.tag.trim().is_empty();
        let add = text.get("button-add");
        let pressed = ui.add_enabled(is_typed, button::quiet(&add)).clicked();
        if (pressed || entered) && is_typed {
            match well_formed(&state.tag) {
                Some(tag) => {
                    if !chosen.contains(&tag) {
                        let mut languages = chosen.to_vec();
                        languages.push(tag);
                        page.act(Action::SetLanguages(languages));
                    }
                    state.tag.clear();
                }
                None => state.refused = true,
            }
        }
    });
    if state.refused {
        let typed = Arg::from(state.tag.trim().to_owned());
        let sentence = text.format("question-bad-language", &[("text", typed)]);
        ui.add(egui::Label::new(look.small(sentence).color(look.bad)).wrap());
    }
}

/// The tag in its usual spelling (`pt-BR`), where it is one of a language and perhaps a country.
fn well_formed(typed: &str) -> Option<String> {
    let parts: Vec<&str> = typed.trim().split('-').collect();
    let letters = |part: &str, from: usize, to: usize| {
        (from..=to).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    match parts.as_slice() {
        [language] if letters(language, 2, 3) => Some(language.to_lowercase()),
        [language, country] if letters(language, 2, 3) && letters(country, 2, 2) => Some(format!(
            "{}-{}",
            language.to_lowercase(),
            country.to_uppercase()
        )),
        _ => None,
    }
}

/// The language's name, or its tag where it is not one of the common ones.
fn name(text: Text, tag: &str) -> String {
    let key = format!("language-{tag}");
    let known = COMMON.contains(&tag).then(|| text.get(&key).into_owned());
    known.unwrap_or_else(|| tag.to_owned())
}

/// A word in a rounded frame that is on or off; a tick says so beside the colour.
fn chip(ui: &mut Ui, words: &str, is_on: bool) -> Response {
    let look = Look::of(ui);
    let colour = if is_on { look.accent } else { look.ink };
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), look.note_font(), colour);
    let tick = if is_on { 4.0 * look.grid } else { 0.0 };
    let height = 6.5 * look.grid;
    let size = vec2(galley.size().x + tick + 5.0 * look.grid, height);
    let (area, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), is_on, words));
    if ui.is_rect_visible(area) {
        let corner = egui::CornerRadius::same((height / 2.0) as u8);
        let fill = match (is_on, response.hovered()) {
            (true, _) => look.accent_ground,
            (false, true) => look.tint(look.accent_ground, 0.5),
            (false, false) => look.card,
        };
        ui.painter()
            .rect(area, corner, fill, look.rule_stroke(), StrokeKind::Inside);
        let left = area.left() + 2.5 * look.grid;
        if is_on {
            let side = vec2(3.0, 3.0) * look.grid;
            let centre = pos2(left + 1.5 * look.grid, area.center().y);
            let place = egui::Rect::from_center_size(centre, side);
            icon::draw(ui.painter(), place, Icon::Tick, look.accent);
        }
        let top = area.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(left + tick, top), galley, colour);
        focus_ring(ui, area, corner, &response);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

#[cfg(test)]
mod tests {
    use super::*;
    use weighbridge_text::{Locale, known_key};

    #[test]
    fn tags_are_a_language_and_perhaps_a_country() {
        for (typed, tag) in [
            ("gl", Some("gl")),
            ("PT-br", Some("pt-BR")),
            ("yue", Some("yue")),
            ("portuguese", None),
            ("pt_BR", None),
            ("pt-", None),
            ("", None),
        ] {
            assert_eq!(well_formed(typed).as_deref(), tag, "{typed}");
        }
    }

    #[test]
    fn every_common_language_has_a_name() {
        for tag in COMMON {
            assert!(known_key(&format!("language-{tag}")), "{tag}");
            assert_ne!(name(Text::new(Locale::Es), tag), tag);
        }
    }
}
