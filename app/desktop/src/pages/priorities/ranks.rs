//! Weighing by an order of importance.

use egui::{Response, Ui};
use weighbridge_engine::decision::weights::RankScheme;
use weighbridge_engine::scenario::Participant;
use weighbridge_session::Action;
use weighbridge_units::Arg;

use super::{Shown, State};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::parts::note;
use crate::widgets::{Icon, button, choice, page as parts_of_page};

const SCHEMES: [(RankScheme, &str); 3] = [
    (RankScheme::OrderCentroid, "priorities-scheme-centroid"),
    (RankScheme::Sum, "priorities-scheme-sum"),
    (RankScheme::Reciprocal, "priorities-scheme-reciprocal"),
];

/// Draws the order, each criterion with the buttons that move it.
pub(super) fn ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    state: &mut State,
    shown: &Shown<'_>,
    participant: &Participant,
) {
    let look = Look::of(ui);
    let text = shown.text;
    let order = order(shown, participant);
    let side = look.control_height();
    if participant.ranks.is_empty() {
        // Until somebody says so, an order that is only shown is nobody's order.
        note(ui, text.get("priorities-no-order"));
        if ui
            .add(button::quiet(&text.get("priorities-take-order")))
            .clicked()
        {
            page.act(Action::SetRanks {
                participant: participant.id.clone(),
                ranks: order.clone(),
            });
        }
    }
    let mut moved = None;
    for (place, id) in order.iter().enumerate() {
        let name = shown.words.criterion(id);
        let called = |key: &str| text.format(key, &[("criterion", Arg::from(name.clone()))]);
        ui.push_id(id, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = look.gap_small;
                let (up, down) = (called("priorities-rank-up"), called("priorities-rank-down"));
                let up = up_down(ui, place > 0, button::glyph(Icon::Up, &up));
                let is_last = place + 1 == order.len();
                let down = up_down(ui, !is_last, button::glyph(Icon::Down, &down));
                if up.clicked() && place > 0 {
                    moved = Some((place, place - 1, 0));
                } else if down.clicked() && !is_last {
                    moved = Some((place, place + 1, 1));
                }
                // The keyboard follows a criterion to where it has moved.
                if let Some((_, which)) = state.moved.take_if(|(moved, _)| moved == id) {
                    [&up, &down][which].request_focus();
                }
                let number = text.editable((place + 1) as f64);
                ui.add_sized([side, side], egui::Label::new(look.note(number)));
                ui.add(egui::Label::new(look.body(&name)).wrap());
            });
        });
    }
    if let Some((from, to, which)) = moved {
        state.moved = Some((order[from].clone(), which));
        let mut ranks = order;
        ranks.swap(from, to);
        page.act(Action::SetRanks {
            participant: participant.id.clone(),
            ranks,
        });
    }
    parts_of_page::rule(ui);
    let name = text.get("priorities-scheme");
    ui.label(look.small(name.as_ref()));
    let words = SCHEMES.map(|(_, key)| text.get(key));
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    let scheme = participant.rank_scheme;
    let at = SCHEMES.iter().position(|(known, _)| *known == scheme);
    if let Some(picked) = choice::segmented(ui, &name, &words, at.unwrap_or(0)) {
        page.act(Action::SetRankScheme {
            participant: participant.id.clone(),
            scheme: SCHEMES[picked].0,
        });
    }
    let help = SCHEMES[at.unwrap_or(0)].1;
    ui.add(egui::Label::new(look.small(text.get(&format!("{help}.help")))).wrap());
}

/// A button that keeps the keyboard at the end of the list too, where it does nothing.
fn up_down(ui: &mut Ui, works: bool, button: button::Button<'_>) -> Response {
    ui.scope(|ui| {
        if !works {
            ui.multiply_opacity(0.35);
        }
        ui.add(button)
    })
    .inner
}

/// The order as far as it was said; what was not comes last, in the order of the framework.
fn order(shown: &Shown<'_>, participant: &Participant) -> Vec<String> {
    let all = shown.weighed();
    let mut order: Vec<String> = participant
        .ranks
        .iter()
        .filter(|id| all.contains(id))
        .cloned()
        .collect();
    let rest: Vec<String> = all.into_iter().filter(|id| !order.contains(id)).collect();
    order.extend(rest);
    order
}
