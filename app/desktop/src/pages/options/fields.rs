//! What the cards of an option are put together of: figures, facts, choices and their titles.

use egui::Ui;
use weighbridge_engine::scenario::OptionId;
use weighbridge_text::Text;

use crate::look::Look;
use crate::pages::Page;
use crate::pages::choices::choice_ui;
use crate::pages::figures::Owner;
use crate::widgets::{button, page};

/// The option as the owner of its figures.
pub(super) fn owner(id: &OptionId) -> Owner<'_> {
    Owner {
        option: Some(id),
        index: None,
    }
}

/// A title of some fields inside a card.
pub(super) fn subtitle(ui: &mut Ui, words: &str) {
    let look = Look::of(ui);
    ui.add_space(look.grid);
    ui.add(egui::Label::new(look.strong(words)).wrap());
}

/// A name and its value on one line, with a button that changes it where there is one.
/// Returns whether the button was pressed.
pub(super) fn fact(ui: &mut Ui, name: &str, value: &str, change: Option<(&str, &str)>) -> bool {
    let look = Look::of(ui);
    let mut pressed = false;
    page::two_ends(
        ui,
        name,
        look.body_size + look.grid,
        |ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add(egui::Label::new(look.small(name)).wrap());
                ui.add(egui::Label::new(look.body(value)).wrap());
            });
        },
        |ui| {
            if let Some((words, said)) = change {
                pressed = ui.add(button::quiet(words).name(said)).clicked();
            }
        },
    );
    pressed
}

/// "Change…" and what a screen reader says of it.
pub(super) fn change_words(text: Text, what: &str) -> (String, String) {
    let said = text.format(
        "options-change-what",
        &[("what", text.get(what).into_owned().into())],
    );
    (text.get("options-change").into_owned(), said)
}

/// A choice of the option among few, with its help; the field's path is its own.
pub(super) fn option_choice(
    ui: &mut Ui,
    page: &mut Page<'_>,
    option: &OptionId,
    (field, prefix): (&str, &str),
    keys: &[&'static str],
    chosen: &str,
) {
    let name = page
        .text
        .get(&format!("choice-{}", field.replace('_', "-")));
    subtitle(ui, &name);
    let path = format!("options.{option}.{field}");
    choice_ui(ui, page, path, (&name, prefix), keys, chosen);
}
