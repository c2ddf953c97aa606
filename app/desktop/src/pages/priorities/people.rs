//! Who weighs: adding, naming and removing people, and how far apart they are.

use egui::accesskit::Role;
use egui::{Key, TextEdit, Ui, vec2};
use weighbridge_engine::scenario::Participant;
use weighbridge_engine::weighing::ParticipantWeighing;
use weighbridge_session::Action;
use weighbridge_text::Digits;
use weighbridge_units::Arg;

use super::{Shown, State, tabs, view, with_cost};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::parts::{note, wide_table};
use crate::pages::typed::{self, Words};
use crate::widgets::table::{Cell, Column, Row, figure_column, text_column};
use crate::widgets::{Icon, button, page as parts_of_page};

/// The room from which on the field for a further name stands beside those there are.
const BESIDE: f32 = 760.0;

/// The card in which somebody is chosen, added, named or removed.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, shown: &Shown<'_>) {
    let text = shown.text;
    let title = text.get("priorities-people");
    let aid = text.get("priorities-people-aid");
    parts_of_page::card(ui, &title, &aid, |ui| {
        let people = &shown.scenario.priorities.participants;
        let mut names = vec![text.get("priorities-start").into_owned()];
        names.extend(
            people
                .iter()
                .map(|participant| view::name_of(shown, participant)),
        );
        let now = people
            .iter()
            .position(|participant| state.whose.as_deref() == Some(participant.id.as_str()))
            .map_or(0, |place| place + 1);
        let mut picked = None;
        let mut tabs = |ui: &mut Ui| {
            picked = tabs::tabs(ui, &text.get("priorities-whose"), &names, Some(now));
        };
        let height = Look::of(ui).control_height();
        if ui.available_width() < BESIDE {
            tabs(ui);
            newcomer(ui, page, state, shown);
        } else {
            let right = |ui: &mut Ui| newcomer(ui, page, state, shown);
            parts_of_page::two_ends(ui, "people", height, tabs, right);
        }
        if let Some(picked) = picked {
            state.whose = picked
                .checked_sub(1)
                .and_then(|place| people.get(place))
                .map(|participant| participant.id.clone());
        }
        if let Some(participant) = chosen(state, shown) {
            one(ui, page, shown, &participant.id, &participant.name);
        }
    });
}

/// Who is being asked.
pub(super) fn chosen<'a>(state: &State, shown: &Shown<'a>) -> Option<&'a Participant> {
    let whose = state.whose.as_deref()?;
    shown.scenario.priorities.participant(whose)
}

/// The name of who is chosen, and the button that removes them.
fn one(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>, id: &str, name: &str) {
    let look = Look::of(ui);
    let text = shown.text;
    let remove = text.format(
        "priorities-remove-person",
        &[("name", Arg::from(name.to_owned()))],
    );
    let salt = format!("name of {id}");
    let label = text.get("priorities-name");
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = look.gap_small;
        let width = ui.available_width().min(80.0 * look.grid);
        let down = egui::Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(vec2(width, 0.0), down, |ui| {
            ui.set_width(width);
            let words = Words {
                id_salt: &salt,
                label: &label,
                help: "",
            };
            if let Some(name) = typed::text_ui(ui, words, name, 1) {
                page.act(Action::RenameParticipant {
                    participant: id.to_owned(),
                    name,
                });
            }
        });
        ui.vertical(|ui| {
            ui.add_space(look.body_size + 1.5 * look.grid);
            if ui.add(button::glyph(Icon::Bin, &remove)).clicked() {
                page.act(Action::RemoveParticipant(id.to_owned()));
            }
        });
    });
}

/// A field for the name of somebody new.
fn newcomer(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, shown: &Shown<'_>) {
    let look = Look::of(ui);
    let text = shown.text;
    let label = text.get("priorities-newcomer");
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = look.gap_small;
        let edit = TextEdit::singleline(&mut state.newcomer)
            .id_salt("newcomer")
            .hint_text(label.as_ref())
            .desired_width(58.0 * look.grid)
            .min_size(vec2(0.0, look.control_height()))
            .align(egui::Align2::LEFT_CENTER);
        let field = ui.add(edit);
        ui.ctx().accesskit_node_builder(field.id, |node| {
            node.set_role(Role::TextInput);
            node.set_label(label.as_ref());
        });
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let is_typed = !state.newcomer.trim().is_empty();
        let add = text.get("priorities-add-person");
        let pressed = ui.add_enabled(is_typed, button::quiet(&add).icon(Icon::Plus));
        if (pressed.clicked() || entered) && is_typed {
            let name = state.newcomer.trim().to_owned();
            page.act(Action::AddParticipant(name));
            state.newcomer.clear();
        }
    });
}

/// "Two of three would choose A; Finance would choose B"; nothing where fewer than two weigh.
pub(super) fn sentence(shown: &Shown<'_>) -> Option<String> {
    let text = shown.text;
    let people = &shown.weighing.participants;
    let first = shown.weighing.ranking.first().copied()?;
    if people.len() < 2 {
        return None;
    }
    let agree = people.iter().filter(|one| one.best == Some(first)).count();
    let mut sentence = text.format(
        "priorities-agree",
        &[
            ("count", Arg::from(agree)),
            ("total", Arg::from(people.len())),
            ("option", Arg::from(shown.words.option(first))),
        ],
    );
    for one in people {
        if let Some(best) = one.best.filter(|best| *best != first) {
            sentence.push(' ');
            sentence.push_str(&text.format(
                "priorities-prefers",
                &[
                    ("name", Arg::from(shown.words.participant(&one.id))),
                    ("option", Arg::from(shown.words.option(best))),
                ],
            ));
        }
    }
    Some(sentence)
}

/// Everybody's weights beside the group's, how far apart they are, and what each would choose.
pub(super) fn table_card(ui: &mut Ui, shown: &Shown<'_>) {
    let text = shown.text;
    let title = text.get("priorities-table");
    let aid = text.get("priorities-table-aid");
    parts_of_page::card(ui, &title, &aid, |ui| {
        let people = &shown.weighing.participants;
        let mut columns: Vec<Column> = vec![
            text_column(text.get("priorities-criterion"), 2.0),
            figure_column(text.get("priorities-group")),
        ];
        columns.extend(
            people
                .iter()
                .map(|one| figure_column(shown.words.participant(&one.id))),
        );
        let group = with_cost(&shown.weighing.weights, shown.weighing.cost_weight);
        let own: Vec<Vec<f64>> = people
            .iter()
            .map(|one| with_cost(&one.weights, one.cost_weight))
            .collect();
        let percent = |share: f64| text.percent(share, Digits::Decimals(0));
        let mut rows: Vec<Row> = shown
            .weighed()
            .iter()
            .enumerate()
            .map(|(place, id)| {
                let mut cells = vec![Cell::new(shown.words.criterion(id))];
                cells.push(Cell::new(percent(group[place])));
                cells.extend(own.iter().map(|weights| Cell::new(percent(weights[place]))));
                Row::new(cells)
            })
            .collect();
        let mut apart = vec![Cell::new(text.get("priorities-apart")), Cell::new("–")];
        apart.extend(people.iter().map(|one| Cell::new(percent(one.distance))));
        rows.push(Row::new(apart));
        wide_table(ui, &title, &columns, &rows);
        choices(ui, shown, people);
        if let Some(sentence) = sentence(shown) {
            note(ui, sentence);
        }
    });
}

/// What each would choose; names of options are too long for columns of figures.
fn choices(ui: &mut Ui, shown: &Shown<'_>, people: &[ParticipantWeighing]) {
    let text = shown.text;
    let chosen = |best: Option<usize>| {
        best.map_or_else(
            || text.get("priorities-no-choice").into_owned(),
            |best| shown.words.option(best),
        )
    };
    let title = text.get("priorities-choices");
    let columns = [
        text_column(text.get("priorities-who"), 1.0),
        text_column(&*title, 2.0),
    ];
    let first = shown.weighing.ranking.first().copied();
    let mut rows =
        vec![Row::new([text.get("priorities-group").into_owned(), chosen(first)]).strong()];
    rows.extend(
        people
            .iter()
            .map(|one| Row::new([shown.words.participant(&one.id), chosen(one.best)])),
    );
    wide_table(ui, &title, &columns, &rows);
}
