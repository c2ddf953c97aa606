//! What a user does with keyboard and pointer on any page, drawn until it rests.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

/// Replaces the text of a field and leaves it by Enter.
pub(crate) fn fill<S>(harness: &mut Harness<'_, S>, label: &str, typed: &str) {
    harness
        .get_by_role_and_label(Role::TextInput, label)
        .focus();
    harness.run_ok();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness
        .get_by_role_and_label(Role::TextInput, label)
        .type_text(typed);
    harness.run_ok();
    harness.key_press(Key::Enter);
    harness.run_ok();
}

/// Presses the control of a role and a label.
pub(crate) fn press<S>(harness: &mut Harness<'_, S>, role: Role, label: &str) {
    harness.get_by_role_and_label(role, label).click();
    harness.run_ok();
}

/// Takes what a search finds first.
pub(crate) fn search<S>(harness: &mut Harness<'_, S>, typed: &str) {
    harness.get_by_role(Role::SearchInput).type_text(typed);
    harness.run_ok();
    harness.key_press(Key::Enter);
    harness.run_ok();
}
