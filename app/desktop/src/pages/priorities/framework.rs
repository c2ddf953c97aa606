//! The framework in use, with its source, and choosing another.

use egui::Ui;
use weighbridge_session::Action;
use weighbridge_units::Arg;

use super::Shown;
use crate::look::Look;
use crate::pages::Page;
use crate::pages::parts::note;
use crate::widgets::{Entry, Icon, PickerWords, button, page as parts_of_page, picker};

/// The card of the framework.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>) {
    let text = shown.text;
    parts_of_page::card(ui, &text.get("priorities-framework"), "", |ui| {
        let look = Look::of(ui);
        match &shown.scenario.priorities.framework {
            Some(origin) => {
                ui.add(egui::Label::new(look.body(text.local(&origin.title))).wrap());
                let date = Arg::Date(origin.as_of);
                let mut line = text.format("priorities-framework-date", &[("date", date)]);
                if let Some(record) = page.session.catalogue().framework(&origin.id) {
                    let purpose = text.local(&record.purpose);
                    if !purpose.is_empty() {
                        note(ui, purpose);
                    }
                    if !record.sources.is_empty() {
                        line = format!("{line} · {}", record.sources.join("; "));
                    }
                }
                ui.add(egui::Label::new(look.small(line)).wrap());
            }
            None => note(ui, text.get("priorities-framework-own")),
        }
        choose(ui, page, shown);
    });
}

/// What stands where the case has neither criteria nor gates: the way to some.
pub(super) fn first_card(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>) {
    let text = shown.text;
    let usual = page.session.catalogue().default_framework();
    let words = usual.map(|framework| {
        let title = Arg::from(text.local(&framework.title).to_owned());
        text.format("priorities-framework-use", &[("framework", title)])
    });
    let pressed = parts_of_page::card(ui, "", "", |ui| {
        let leads_on = words
            .as_deref()
            .map(|words| button::primary(words).icon(Icon::Right));
        let sentence = text.get("priorities-framework-none");
        parts_of_page::empty(ui, Icon::Information, &sentence, leads_on)
    });
    if pressed.inner
        && let Some(framework) = usual
    {
        page.act(Action::ApplyFramework(framework.id.clone()));
    }
    if page.session.catalogue().frameworks().len() > 1 {
        choose(ui, page, shown);
    }
}

fn choose(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>) {
    let text = shown.text;
    let frameworks = page.session.catalogue().frameworks();
    let now = shown.scenario.priorities.framework.as_ref();
    let chosen = frameworks
        .iter()
        .position(|framework| now.is_some_and(|now| now.id == framework.id));
    let entries: Vec<Entry> = frameworks
        .iter()
        .map(|framework| Entry {
            title: text.local(&framework.title).to_owned(),
            note: text.local(&framework.purpose).to_owned(),
            aliases: framework.id.clone(),
            ..Entry::default()
        })
        .collect();
    let label = text.get("priorities-framework-choose");
    let words = PickerWords {
        search: &text.get("button-search"),
        nothing: &text.get("window-search-nothing"),
    };
    if let Some(picked) = picker::picker(ui, &label, chosen, &label, &entries, words)
        && let Some(framework) = frameworks.get(picked)
    {
        page.act(Action::ApplyFramework(framework.id.clone()));
    }
}
