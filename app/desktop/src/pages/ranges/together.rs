//! Quantities that move together: pairs with their rank correlation.

use egui::Ui;
use weighbridge_engine::scenario::{Correlation, InputPath, Sampling};
use weighbridge_engine::uncertainty::CorrelationFault;
use weighbridge_engine::uncertainty::correlation::check;
use weighbridge_engine::uncertainty::ranges::stream_of;
use weighbridge_session::Action;
use weighbridge_units::{Arg, Unit};

use super::Subject;
use super::parts::{caption, note};
use super::quantities::{self, Stream};
use crate::look::Look;
use crate::pages::Page;
use crate::widgets::{Entry, Icon, NumberField, PickerWords, button, picker};

/// The rank correlation that a new pair starts with.
const START: f64 = 0.5;

/// In the editor of a range: what its quantity moves together with.
pub(super) fn of_figure(ui: &mut Ui, page: &mut Page<'_>, subject: &Subject<'_>) {
    let text = page.text;
    let scenario = page.session.scenario();
    let own = stream_of(subject.figure, &InputPath::new(subject.path));
    let streams = quantities::streams(scenario);
    let title = text.get("ranges-together");
    caption(ui, &title);
    let correlations = &scenario.sampling.correlations;
    let mut partners = vec![own.clone()];
    for (index, pair) in correlations.iter().enumerate() {
        let partner = match (&pair.first, &pair.second) {
            (first, second) if *first == own => second,
            (first, second) if *second == own => first,
            _ => continue,
        };
        partners.push(partner.clone());
        let name = quantities::name(text, scenario, &streams, partner);
        pair_row(ui, page, index, pair, &name);
    }
    if partners.len() == 1 {
        note(ui, &text.get("ranges-together.help"));
    }
    let others: Vec<&Stream> = streams
        .iter()
        .filter(|stream| !partners.contains(&stream.id))
        .collect();
    if let Some(partner) = choose(ui, page, "ranges-together-add", &streams, &others) {
        add(page, own, partner);
    }
}

/// All pairs of the case, for those who look after the sample: each with its rank correlation.
pub fn list_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let text = page.text;
    let scenario = page.session.scenario();
    let streams = quantities::streams(scenario);
    let correlations = &scenario.sampling.correlations;
    for (index, pair) in correlations.iter().enumerate() {
        let [first, second] =
            [&pair.first, &pair.second].map(|id| quantities::name(text, scenario, &streams, id));
        let name = text.format(
            "ranges-pair",
            &[("first", Arg::from(first)), ("second", Arg::from(second))],
        );
        pair_row(ui, page, index, pair, &name);
    }
    // A pair is made of two choices; the first is kept until the second is made.
    let key = egui::Id::unique("first of a new pair");
    let first = ui.data(|data| data.get_temp::<String>(key));
    match first {
        None => {
            let all: Vec<&Stream> = streams.iter().collect();
            if let Some(id) = choose(ui, page, "ranges-pair-first", &streams, &all) {
                ui.data_mut(|data| data.insert_temp(key, id));
            }
        }
        Some(first) => {
            let name = quantities::name(text, scenario, &streams, &first);
            note(
                ui,
                &text.format("ranges-pair-begun", &[("first", Arg::from(name))]),
            );
            let others: Vec<&Stream> = streams
                .iter()
                .filter(|stream| {
                    stream.id != first && !are_paired(correlations, &stream.id, &first)
                })
                .collect();
            let second = choose(ui, page, "ranges-pair-second", &streams, &others);
            let cancels = ui.add(button::link(&text.get("button-cancel"))).clicked();
            if second.is_some() || cancels {
                ui.data_mut(|data| data.remove::<String>(key));
            }
            if let Some(second) = second {
                add(page, first, second);
            }
        }
    }
}

fn are_paired(correlations: &[Correlation], one: &str, other: &str) -> bool {
    correlations.iter().any(|pair| {
        (pair.first == one && pair.second == other) || (pair.first == other && pair.second == one)
    })
}

/// The name of a pair, the field of its rank correlation, and the button that removes it.
fn pair_row(ui: &mut Ui, page: &mut Page<'_>, index: usize, pair: &Correlation, name: &str) {
    let look = Look::of(ui);
    let text = page.text;
    let sampling = &page.session.scenario().sampling;
    let with = |rank: f64| {
        let mut correlations = sampling.correlations.clone();
        correlations[index].rank = rank;
        correlations
    };
    let parse = |typed: &str| {
        let rank = text
            .parse_in(typed, Unit::NONE)
            .map_err(|error| text.describe(&error))?;
        fault(page, &with(rank)).map_or(Ok(rank), Err)
    };
    let format = |rank: f64| text.editable(rank);
    let label = text.format("ranges-rank-of", &[("pair", Arg::from(name.to_owned()))]);
    let salt = format!("rank of pair {index}");
    let remove = text.format(
        "ranges-pair-remove",
        &[("pair", Arg::from(name.to_owned()))],
    );
    let mut removes = false;
    let mut reply = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = look.gap_small;
        let fields = 20.0 * look.grid + look.control_height() + 2.0 * look.gap_small;
        let room = (ui.available_width() - fields).max(80.0);
        let down = egui::Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(egui::vec2(room, look.control_height()), down, |ui| {
            ui.set_width(room);
            ui.add(egui::Label::new(look.body(name)).wrap());
        });
        let field = NumberField::new(&salt, &label, pair.rank, &parse, &format)
            .step(0.05)
            .width(20.0 * look.grid);
        reply = Some(field.show(ui));
        removes = ui.add(button::glyph(Icon::Bin, &remove)).clicked();
    });
    let Some(reply) = reply else { return };
    if let Some(fault) = &reply.fault {
        let kept = format!("{fault} {} {}", text.get("window-kept"), reply.written);
        let said = ui.add(egui::Label::new(look.small(kept).color(look.bad)).wrap());
        ui.ctx().accesskit_node_builder(said.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
    }
    if let Some(rank) = reply.committed {
        let correlations = with(rank);
        set(page, correlations);
    } else if removes {
        let mut correlations = page.session.scenario().sampling.correlations.clone();
        correlations.remove(index);
        set(page, correlations);
    }
}

/// Why these pairs cannot be drawn together, where they cannot; quantities are named as people
/// call them.
fn fault(page: &Page<'_>, correlations: &[Correlation]) -> Option<String> {
    let fault = check(correlations).err()?;
    let scenario = page.session.scenario();
    let streams = quantities::streams(scenario);
    let name = |id: &String| quantities::name(page.text, scenario, &streams, id);
    let named = |pair: Correlation| Correlation {
        first: name(&pair.first),
        second: name(&pair.second),
        rank: pair.rank,
    };
    let fault = match fault {
        CorrelationFault::OutOfRange(pair) => CorrelationFault::OutOfRange(named(pair)),
        CorrelationFault::Same(id) => CorrelationFault::Same(name(&id)),
        CorrelationFault::Twice(pair) => CorrelationFault::Twice(named(pair)),
        CorrelationFault::Contradiction {
            pairs,
            last_between,
        } => CorrelationFault::Contradiction {
            pairs: pairs.into_iter().map(named).collect(),
            last_between,
        },
    };
    Some(page.text.describe(&fault))
}

/// Chooses one of some streams.
fn choose(
    ui: &mut Ui,
    page: &Page<'_>,
    key: &str,
    streams: &[Stream],
    among: &[&Stream],
) -> Option<String> {
    if among.is_empty() {
        return None;
    }
    let text = page.text;
    let entries: Vec<Entry> = among
        .iter()
        .map(|stream| Entry {
            title: quantities::name(text, page.session.scenario(), streams, &stream.id),
            aliases: stream.id.clone(),
            ..Entry::default()
        })
        .collect();
    let label = text.get(key);
    let words = PickerWords {
        search: &text.get("button-search"),
        nothing: &text.get("window-search-nothing"),
    };
    let picked = picker::picker(ui, &label, None, &label, &entries, words)?;
    among.get(picked).map(|stream| stream.id.clone())
}

/// A new pair: at the usual correlation, or at none where that does not go with the other pairs.
fn add(page: &mut Page<'_>, first: String, second: String) {
    let mut correlations = page.session.scenario().sampling.correlations.clone();
    correlations.push(Correlation {
        first,
        second,
        rank: START,
    });
    if fault(page, &correlations).is_some()
        && let Some(last) = correlations.last_mut()
    {
        last.rank = 0.0;
    }
    set(page, correlations);
}

fn set(page: &mut Page<'_>, correlations: Vec<Correlation>) {
    let sampling = Sampling {
        correlations,
        ..page.session.scenario().sampling.clone()
    };
    page.act(Action::SetSampling(sampling));
}
