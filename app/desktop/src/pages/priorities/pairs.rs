//! Weighing by comparisons in pairs (AHP): each on a scale from a ninth to nine, and how far they
//! agree with each other.

use egui::{Sense, Ui, vec2};
use weighbridge_engine::decision::pairwise::{Consistency, Light, Triad};
use weighbridge_engine::scenario::Participant;
use weighbridge_session::Action;
use weighbridge_text::{Digits, Text};
use weighbridge_units::Arg;

use super::{Shown, State};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::parts::note;
use crate::widgets::{Icon, Slider, button, icon, page as parts_of_page};

/// How many steps the scale has to either side of "equally important".
const STEPS: f64 = 8.0;

/// Draws the light and the pairs.
pub(super) fn ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    state: &mut State,
    shown: &Shown<'_>,
    participant: &Participant,
) {
    let look = Look::of(ui);
    let text = shown.text;
    let ids = shown.weighed();
    let weighed = shown.weighing.participants.iter();
    let mut weighed = weighed.filter(|weighed| weighed.id == participant.id);
    match weighed
        .next()
        .and_then(|weighed| weighed.consistency.as_ref())
    {
        Some((consistency, lit, triad)) => {
            light(ui, state, shown, &ids, consistency, *lit, triad.as_ref());
        }
        None => note(ui, text.get("priorities-pairs-too-many")),
    }
    parts_of_page::rule(ui);
    ui.spacing_mut().item_spacing.y = look.grid / 2.0;
    for first in 0..ids.len() {
        for second in first + 1..ids.len() {
            pair(
                ui,
                page,
                state,
                shown,
                participant,
                (&ids[first], &ids[second]),
            );
        }
    }
}

/// The traffic light in colour and in words, with the comparisons that clash most.
fn light(
    ui: &mut Ui,
    state: &mut State,
    shown: &Shown<'_>,
    ids: &[String],
    consistency: &Consistency,
    lit: Light,
    triad: Option<&Triad>,
) {
    let look = Look::of(ui);
    let text = shown.text;
    let (colour, sign, key) = match lit {
        Light::Green => (look.good, Icon::Tick, "priorities-light-green"),
        Light::Amber => (look.caution, Icon::Exclamation, "priorities-light-amber"),
        Light::Red => (look.bad, Icon::Cross, "priorities-light-red"),
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = look.gap_small;
        let side = 4.0 * look.grid;
        let (area, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
        icon::draw(ui.painter(), area, sign, colour);
        let ratio = Arg::from(text.number(consistency.ratio, Digits::Decimals(2)));
        let sentence = text.format(key, &[("ratio", ratio)]);
        let said = ui.add(egui::Label::new(look.body(sentence)).wrap());
        ui.ctx().accesskit_node_builder(said.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
    });
    let Some(triad) = triad.filter(|_| lit != Light::Green) else {
        return;
    };
    let [one, two, three] = triad.criteria.map(|place| {
        let id = ids.get(place).cloned().unwrap_or_default();
        let name = shown.words.criterion(&id);
        (id, name)
    });
    let sentence = text.format(
        "priorities-triad",
        &[
            ("first", Arg::from(one.1.clone())),
            ("second", Arg::from(two.1.clone())),
            ("third", Arg::from(three.1.clone())),
            (
                "said",
                Arg::from(text.number(triad.said, Digits::Significant(2))),
            ),
            (
                "implied",
                Arg::from(text.number(triad.implied, Digits::Significant(2))),
            ),
        ],
    );
    ui.add(egui::Label::new(look.note(sentence)).wrap());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = look.gap;
        for (first, second) in [(&one, &three), (&one, &two), (&two, &three)] {
            let words = text.format(
                "priorities-go-to-pair",
                &[
                    ("first", Arg::from(first.1.clone())),
                    ("second", Arg::from(second.1.clone())),
                ],
            );
            if ui.add(button::link(&words)).clicked() {
                state.pair = Some((first.0.clone(), second.0.clone()));
            }
        }
    });
}

/// One comparison: a name at either end, the scale between them, and what it says below.
fn pair(
    ui: &mut Ui,
    page: &mut Page<'_>,
    state: &mut State,
    shown: &Shown<'_>,
    participant: &Participant,
    (first, second): (&String, &String),
) {
    let look = Look::of(ui);
    let text = shown.text;
    let names = [first, second].map(|id| shown.words.criterion(id));
    let times = times(participant, first, second);
    let (place, written) = (place_of(times), |place: f64| in_words(text, &names, place));
    let label = text.format(
        "priorities-pair",
        &[
            ("first", Arg::from(names[0].clone())),
            ("second", Arg::from(names[1].clone())),
        ],
    );
    let key = format!("pair {} {first} {second}", participant.id);
    let wide = ui.available_width();
    let slider = (0.34 * wide).clamp(120.0, 320.0);
    let said = 22.0 * look.grid;
    let side = (0.5 * (wide - slider - said) - 2.0 * look.gap_small).max(40.0);
    let reply = ui
        .horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = look.gap_small;
            end(ui, &names[0], side, true, place < 0.0);
            // To the left the first counts for more, as it stands there.
            let reply = Slider::new(&label, place, -STEPS..=STEPS, &written)
                .width(slider)
                .show(ui);
            end(ui, &names[1], side, false, place > 0.0);
            ui.add(egui::Label::new(look.small(short(text, place))).truncate());
            reply
        })
        .inner;
    let wanted = state.pair.as_ref().is_some_and(|(one, other)| {
        (one == first && other == second) || (one == second && other == first)
    });
    if wanted {
        reply.response.request_focus();
        reply.response.scroll_to_me(Some(egui::Align::Center));
        state.pair = None;
    }
    let is_held = reply.response.is_pointer_button_down_on();
    let is_dragged = state.drags.as_deref() == Some(key.as_str());
    if is_held && !is_dragged {
        page.act(Action::BeginGesture);
        state.drags = Some(key.clone());
    }
    if let Some(moved) = reply.moved {
        // An arrow key goes a hundredth of the scale; here a step is a step of the scale.
        let moved = if is_held || reply.response.clicked() {
            moved.round()
        } else {
            (place + (moved - place).signum()).clamp(-STEPS, STEPS)
        };
        if moved != place {
            page.act(Action::SetComparison {
                participant: participant.id.clone(),
                first: first.clone(),
                second: second.clone(),
                times: times_at(moved),
            });
        }
    }
    if !is_held && is_dragged {
        page.act(Action::EndGesture);
        state.drags = None;
    }
}

/// The name at an end of the scale, strong where it counts for more.
fn end(ui: &mut Ui, name: &str, width: f32, is_left: bool, is_strong: bool) {
    let look = Look::of(ui);
    let words = if is_strong {
        look.strong(name)
    } else {
        look.body(name)
    };
    let layout = if is_left {
        egui::Layout::right_to_left(egui::Align::Center)
    } else {
        egui::Layout::left_to_right(egui::Align::Center)
    };
    let size = vec2(width, look.control_height());
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_width(width);
        ui.add(egui::Label::new(words).truncate());
    });
}

/// "Control: three times as important".
fn in_words(text: Text, names: &[String; 2], place: f64) -> String {
    let place = place.round();
    if place == 0.0 {
        return text.get("priorities-pair-equal").into_owned();
    }
    let name = if place < 0.0 { &names[0] } else { &names[1] };
    text.format(
        "priorities-pair-times",
        &[
            ("criterion", Arg::from(name.clone())),
            ("times", Arg::Number(place.abs() + 1.0)),
        ],
    )
}

/// "three times", beside names of which the weightier one stands out.
fn short(text: Text, place: f64) -> String {
    if place.round() == 0.0 {
        return text.get("priorities-pair-equal-short").into_owned();
    }
    let times = Arg::Number(place.round().abs() + 1.0);
    text.format("priorities-pair-times-short", &[("times", times)])
}

/// How many times as important the first is as the second; once where nobody said.
fn times(participant: &Participant, first: &str, second: &str) -> f64 {
    participant
        .comparisons
        .iter()
        .find_map(|pair| {
            if pair.first == first && pair.second == second {
                Some(pair.times)
            } else if pair.first == second && pair.second == first {
                Some(1.0 / pair.times)
            } else {
                None
            }
        })
        .unwrap_or(1.0)
}

/// The place of a comparison on the scale: to the left the first counts for more.
fn place_of(times: f64) -> f64 {
    let place = if times >= 1.0 {
        1.0 - times
    } else {
        1.0 / times - 1.0
    };
    place.clamp(-STEPS, STEPS)
}

/// The comparison at a place on the scale.
fn times_at(place: f64) -> f64 {
    if place <= 0.0 {
        1.0 - place
    } else {
        1.0 / (1.0 + place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_goes_from_nine_to_a_ninth_and_back() {
        for (place, times) in [
            (-8.0, 9.0),
            (-2.0, 3.0),
            (0.0, 1.0),
            (1.0, 0.5),
            (8.0, 1.0 / 9.0),
        ] {
            assert!((times_at(place) - times).abs() < 1e-12, "{place}");
            assert!((place_of(times) - place).abs() < 1e-9, "{times}");
        }
        assert_eq!(place_of(20.0), -8.0);
    }
}
