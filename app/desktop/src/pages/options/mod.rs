//! Which ways are open: the options at the left, the chosen one at the right.

mod changes;
mod chooser;
mod details;
mod entries;
mod fields;
mod hosting;
mod list;
mod model;
mod prices;
pub(in crate::pages) mod running;
mod view;

use egui::{Layout, Ui, vec2};
use weighbridge_engine::scenario::OptionId;
use weighbridge_session::Action;
use weighbridge_units::Arg;

use super::{Ask, Page};
use crate::look::Look;
use crate::widgets::{Icon, Tone, button, notice, page};

/// Width of the list where it stands beside the details.
const LIST_WIDTH: f32 = 328.0;
/// Narrower than this, the details stand under the list.
const LEAST_WIDTH: f32 = 760.0;

/// What the page keeps between frames.
#[derive(Debug, Default)]
pub struct State {
    selected: Option<OptionId>,
    list: list::State,
    chooser: Option<chooser::Chooser>,
    changes: changes::State,
    /// The name of what was removed, and the document's generation before.
    removed: Option<(String, u64)>,
    /// The place to choose once there are so many options: a copy gets its id from the session.
    awaited: Option<(usize, usize)>,
}

impl State {
    /// Shows this option when the page is drawn next.
    pub fn select(&mut self, option: OptionId) {
        self.selected = Some(option);
    }

    /// The option whose details are shown.
    pub fn selected(&self) -> Option<&OptionId> {
        self.selected.as_ref()
    }

    /// Opens the dialog that adds an option, as the button does.
    pub fn begin_adding(&mut self) {
        self.chooser = Some(chooser::Chooser::add());
    }
}

/// Draws the page.
pub fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    settle(page, state);
    let (headline, line) = view::headline(page.session, page.text);
    page::headline(ui, &headline, &line);
    removed_strip(ui, page, state);
    changes::strip(ui, page, &mut state.changes);
    let options = &page.session.scenario().options;
    if options.is_empty() {
        empty(ui, page, state);
    } else if ui.available_width() < LEAST_WIDTH {
        list_ui(ui, page, state);
        details_ui(ui, page, state);
    } else {
        let gap = Look::of(ui).gap;
        let rest = ui.available_width() - LIST_WIDTH - gap;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            column(ui, LIST_WIDTH, |ui| list_ui(ui, page, state));
            column(ui, rest, |ui| details_ui(ui, page, state));
        });
    }
    changes::dialog(ui.ctx(), page, &mut state.changes);
    if let Some(added) = chooser::show(ui.ctx(), page, &mut state.chooser) {
        state.selected = Some(added);
    }
}

fn column(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    let look = Look::of(ui);
    let down = Layout::top_down(egui::Align::Min);
    ui.allocate_ui_with_layout(vec2(width, 0.0), down, |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing = vec2(look.gap_small, look.gap);
        contents(ui);
    });
}

/// Chooses what is there: a copy just made, or the first where the chosen one is gone.
fn settle(page: &Page<'_>, state: &mut State) {
    let scenario = page.session.scenario();
    if let Some((place, count)) = state.awaited
        && scenario.options.len() == count
    {
        state.selected = scenario.options.get(place).map(|option| option.id.clone());
        state.awaited = None;
    }
    let is_there = state
        .selected
        .as_ref()
        .is_some_and(|id| scenario.option(id).is_some());
    // An option that was just added is there in the next frame only.
    let is_added = page
        .asks
        .iter()
        .any(|ask| matches!(ask, Ask::Do(Action::AddOption(_))));
    if !is_there && !is_added {
        state.selected = scenario.options.first().map(|option| option.id.clone());
    }
}

fn empty(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let text = page.text;
    let add = text.get("button-add-option");
    page::card(ui, "", "", |ui| {
        let button = button::primary(&add).icon(Icon::Plus);
        let sentence = text.get("options-empty");
        if page::empty(ui, Icon::Plus, &sentence, Some(button)) {
            state.begin_adding();
        }
    });
}

fn list_ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let chosen = state.selected.clone();
    for event in list::ui(ui, page, &mut state.list, chosen.as_ref()) {
        match event {
            list::Event::Select(id) => state.selected = Some(id),
            list::Event::Duplicate(id) => {
                let scenario = page.session.scenario();
                let place = scenario.position(&id).map(|place| place + 1);
                state.awaited = place.map(|place| (place, scenario.options.len() + 1));
                page.act(Action::DuplicateOption(id));
            }
            list::Event::Remove(id) => remove(page, state, id),
            list::Event::Add => state.begin_adding(),
        }
    }
}

fn remove(page: &mut Page<'_>, state: &mut State, id: OptionId) {
    let scenario = page.session.scenario();
    let (Some(place), Some(option)) = (scenario.position(&id), scenario.option(&id)) else {
        return;
    };
    let next = scenario.options.get(place + 1).or_else(|| {
        let before = place.checked_sub(1)?;
        scenario.options.get(before)
    });
    state.selected = next.map(|option| option.id.clone());
    state.removed = Some((option.name.clone(), page.session.document().generation()));
    page.act(Action::RemoveOption(id));
}

/// Right after a removal: what is gone, and a way back.
fn removed_strip(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let Some((name, before)) = &state.removed else {
        return;
    };
    let generation = page.session.document().generation();
    if generation > before + 1 {
        state.removed = None;
    } else if generation == before + 1 {
        let sentence = page
            .text
            .format("options-removed", &[("option", Arg::from(name.clone()))]);
        if notice::strip(
            ui,
            Tone::Information,
            &sentence,
            Some(&page.text.get("button-undo")),
        ) {
            state.removed = None;
            page.act(Action::Undo);
        }
    }
}

fn details_ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State) {
    let session = page.session;
    let Some(option) = state
        .selected
        .as_ref()
        .and_then(|id| session.scenario().option(id))
    else {
        return;
    };
    // Fields of another option are other fields, with other drafts.
    ui.push_id(option.id.as_str(), |ui| {
        if let Some(chooser) = details::ui(ui, page, option) {
            state.chooser = Some(chooser);
        }
    });
}
