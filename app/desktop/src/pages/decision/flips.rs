//! What would turn the choice round: three sentences, and single inputs one by one.

use std::sync::Arc;

use egui::{Context, Layout, Rect, Sense, Ui, vec2};
use weighbridge_engine::Scenario;
use weighbridge_engine::break_even::{VOLUME, usual_range};
use weighbridge_engine::figure::Figure;
use weighbridge_engine::finance::{Interval, Scale, Scan, intervals_where_negative};
use weighbridge_engine::scenario::{DecisionOption, InputPath, OptionId, Plan};
use weighbridge_engine::weighing::{self, worths};
use weighbridge_text::{Digits, Text};
use weighbridge_units::{Arg, Base, Money, Unit};

use super::choice::Choice;
use super::sureness::dimmed;
use crate::look::Look;
use crate::pages::background::{Background, GoOn, Known};
use crate::pages::charts::waiting;
use crate::pages::parts::{fold, note, wide_table};
use crate::pages::{Ask, Page};
use crate::widgets::icon::{self, Icon};
use crate::widgets::table::{Cell, Row, figure_column, text_column};
use crate::widgets::{button, page as parts_of_page};

/// Cells in which crossings are looked for; two inside one cell are missed.
const CELLS: usize = 120;

/// Ends farther apart than this factor are divided by ratios, not by differences.
const WIDE: f64 = 20.0;

/// The search, on another thread than the window's.
#[derive(Debug, Default)]
pub(super) struct FlipSearch {
    search: Background<(u64, OptionId, OptionId), Flips>,
    is_open: bool,
}

/// What was found.
#[derive(Debug)]
struct Flips {
    /// Those that flip the decision with the least change first, then those that do not.
    pub moves: Vec<Flip>,
}

/// One input and where it flips the decision.
#[derive(Debug)]
struct Flip {
    pub path: InputPath,
    pub unit: Unit,
    pub here: f64,
    /// The nearest value at which the two options are worth the same.
    pub at: Option<f64>,
}

impl FlipSearch {
    fn get(
        &mut self,
        context: &Context,
        page: &Page<'_>,
        pair: &(OptionId, OptionId),
    ) -> Known<'_, Flips> {
        let document = page.session.document();
        let key = (document.generation(), pair.0.clone(), pair.1.clone());
        let (scenario, pair) = (Arc::clone(document.scenario()), pair.clone());
        self.search.get("what would flip it", context, key, || {
            Box::new(move |go_on| search(&scenario, &pair, go_on))
        })
    }
}

/// Three sentences at most, and below them how far single inputs must move.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, choice: &Choice<'_>, search: &mut FlipSearch) {
    let text = page.text;
    let Some((first, second)) = choice.pair() else {
        return;
    };
    let name = |id: &OptionId| {
        let option = choice.scenario.option(id);
        Arg::from(option.map_or_else(String::new, |option| option.name.clone()))
    };
    let names = [("first", name(first)), ("second", name(second))];
    let title = text.get("decision-flips");
    let mut asked = None;
    parts_of_page::card(ui, &title, "", |ui| {
        asked = sentences(ui, page, choice);
        let inputs = text.get("decision-flips-inputs");
        if fold(ui, &inputs, "", search.is_open) {
            search.is_open = !search.is_open;
        }
        if search.is_open {
            note(ui, text.format("decision-flips-inputs-aid", &names));
            let pair = (first.clone(), second.clone());
            let known = search.get(ui.ctx(), page, &pair);
            match known.result {
                None => waiting(ui, page, known.has_failed),
                Some(found) => dimmed(ui, known.is_current, |ui| {
                    if !found.moves.iter().any(|flip| flip.at.is_some()) {
                        note(ui, text.format("decision-flips-inputs-none", &names));
                    }
                    asked = asked
                        .take()
                        .or_else(|| table(ui, page, choice, &inputs, found));
                }),
            }
        }
    });
    if let Some(path) = asked {
        page.ask(Ask::Reveal(path));
    }
}

/// What would turn it round, the nearest first; inputs lead to their fields.
fn sentences(ui: &mut Ui, page: &Page<'_>, choice: &Choice<'_>) -> Option<InputPath> {
    let text = page.text;
    let recommendation = match (choice.now(), &choice.futures) {
        // What inputs would do is known for the case before, which is better than silence.
        (None, Some(before)) => &before.recommendation,
        _ => &choice.recommendation,
    };
    let knows_inputs = choice
        .futures
        .as_ref()
        .is_some_and(|futures| futures.knows_inputs);
    let is_current = choice.now().is_some() || choice.futures.is_none();
    let mut asked = None;
    dimmed(ui, is_current, |ui| {
        for flip in &recommendation.flips {
            let words = choice.words.flip(recommendation, flip);
            let path = match flip {
                weighing::Flip::Input { path, .. } => Some(path),
                _ => None,
            };
            if leading_point(ui, &words, path.map(|_| text.get("decision-go-to-input"))) {
                asked = path.cloned();
            }
        }
        if knows_inputs && recommendation.flips.is_empty() {
            note(ui, text.get("decision-flips-nothing"));
        } else if !knows_inputs && choice.odds.is_busy() {
            note(ui, text.get("results-computing"));
        }
    });
    asked
}

/// A sentence with a mark before it, and after it a button that leads to its input.
fn leading_point(ui: &mut Ui, words: &str, leads: Option<impl AsRef<str>>) -> bool {
    let look = Look::of(ui);
    let mut pressed = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = look.gap_small;
        let side = 3.0 * look.grid;
        let (area, _) =
            ui.allocate_exact_size(vec2(side, look.body_size + 1.5 * look.grid), Sense::hover());
        let mark = Rect::from_center_size(area.center(), vec2(side, side) * 0.7);
        icon::draw(ui.painter(), mark, Icon::Dot, look.bad);
        let width = ui.available_width() - look.control_height() - look.gap_small;
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(egui::Align::Min), |ui| {
            ui.set_width(width);
            ui.add(egui::Label::new(look.body(words)).wrap().selectable(true));
        });
        if let Some(leads) = leads {
            let name = format!("{}: {words}", leads.as_ref());
            pressed = ui.add(button::glyph(Icon::Right, &name)).clicked();
        }
    });
    pressed
}

fn table(
    ui: &mut Ui,
    page: &Page<'_>,
    choice: &Choice<'_>,
    title: &str,
    found: &Flips,
) -> Option<InputPath> {
    let look = Look::of(ui);
    let text = page.text;
    let (moving, standing): (Vec<_>, Vec<_>) =
        found.moves.iter().partition(|flip| flip.at.is_some());
    let columns = [
        text_column(text.get("decision-input"), 1.0),
        figure_column(text.get("decision-today")),
        figure_column(text.get("decision-flips-at")),
        figure_column(text.get("decision-change")),
    ];
    let rows: Vec<Row> = moving
        .iter()
        .filter_map(|flip| {
            let at = flip.at?;
            let text = text.about_input(page.session.scenario(), flip.path.as_str());
            let link = text.format(
                "why-go-to-input",
                &[
                    ("input", Arg::from(choice.words.input(&flip.path))),
                    ("value", Arg::from(text.quantity(flip.here, flip.unit))),
                ],
            );
            let (field, owner) = choice.words.field_and_owner(&flip.path);
            let unit = text.unit_name(flip.unit);
            let parts = [owner, unit].into_iter().filter(|part| !part.is_empty());
            Some(Row::new([
                Cell::new(field)
                    .note(parts.collect::<Vec<_>>().join(" · "))
                    .link(link),
                Cell::new(value(text, flip.unit, flip.here)),
                Cell::new(value(text, flip.unit, at)).colour(look.bad),
                Cell::new(change(text, flip.here, at)),
            ]))
        })
        .collect();
    let mut asked = None;
    if !rows.is_empty() {
        let pressed = wide_table(ui, title, &columns, &rows);
        asked = pressed.and_then(|(row, _)| Some(moving.get(row)?.path.clone()));
    }
    if !standing.is_empty() {
        let inputs = standing.iter().map(|flip| choice.words.input(&flip.path));
        let inputs = Arg::from(text.list(inputs));
        note(ui, text.format("decision-standing", &[("inputs", inputs)]));
    }
    asked
}

/// Looks for the nearest crossing of net benefit over each input that matters.
fn search(scenario: &Scenario, (first, second): &(OptionId, OptionId), go_on: GoOn<'_>) -> Flips {
    let mut moves = Vec::new();
    let (Some(one), Some(other)) = (scenario.position(first), scenario.position(second)) else {
        return Flips { moves };
    };
    for path in candidates(scenario, first, second) {
        if !go_on() {
            break;
        }
        let (Some(spec), Some(figure)) = (scenario.spec(&path), scenario.figure(&path)) else {
            continue;
        };
        let here = figure.value;
        // From nothing no share of a change can be told.
        if here <= 0.0 {
            continue;
        }
        let Some((start, end)) = usual_range(scenario, &path) else {
            continue;
        };
        let mut there = scenario.clone();
        let difference = |value: f64| {
            // A value that the field does not take is no crossing.
            if there.set_figure(&path, Figure::entered(value)).is_err() {
                return f64::NAN;
            }
            let found = worths(&there);
            let benefit = |place: usize| found[place].net_benefit_usd.unwrap_or(f64::NAN);
            benefit(other) - benefit(one)
        };
        let is_wide = start > 0.0 && end / start > WIDE;
        let scan = Scan {
            range: Interval { start, end },
            cells: CELLS,
            scale: if is_wide {
                Scale::Logarithmic
            } else {
                Scale::Linear
            },
            jumps: &[],
        };
        let Ok(ahead) = intervals_where_negative(difference, &scan) else {
            continue;
        };
        let away = |value: &f64| (value / here).ln().abs();
        let at = ahead
            .iter()
            .flat_map(|stretch| [stretch.start, stretch.end])
            .filter(|value| *value > start && *value < end)
            .min_by(|a, b| away(a).total_cmp(&away(b)));
        moves.push(Flip {
            path,
            unit: spec.unit,
            here,
            at,
        });
    }
    let far = |flip: &Flip| {
        flip.at
            .map_or(f64::INFINITY, |at| (at / flip.here).ln().abs())
    };
    moves.sort_by(|a, b| far(a).total_cmp(&far(b)));
    Flips { moves }
}

/// The inputs that decide most: volume, lengths, and for both options price and people.
fn candidates(scenario: &Scenario, first: &OptionId, second: &OptionId) -> Vec<InputPath> {
    let mut paths: Vec<String> = vec![
        VOLUME.to_owned(),
        "workload.input_tokens_per_request".to_owned(),
        "workload.output_tokens_per_request".to_owned(),
    ];
    for option in [first, second]
        .into_iter()
        .filter_map(|id| scenario.option(id))
    {
        paths.extend(
            fields(option)
                .into_iter()
                .map(|field| format!("options.{}.{field}", option.id)),
        );
    }
    paths.into_iter().map(InputPath::new).collect()
}

fn fields(option: &DecisionOption) -> Vec<&'static str> {
    let mut fields = match &option.plan {
        Plan::ProprietaryApi(_) | Plan::HostedOpenModel(_) => {
            vec![
                "token_plan.input_usd_per_million_tokens",
                "token_plan.output_usd_per_million_tokens",
            ]
        }
        Plan::RentedGpu(_) => vec!["rented.usd_per_gpu_hour"],
        Plan::OnPremises(_) => vec![
            "owned.server_price_usd",
            "owned.electricity_usd_per_kilowatt_hour",
        ],
        Plan::OnDevice(_) => vec!["device.device_price_usd", "device.devices"],
        Plan::Cascade(_) => vec!["cascade.escalation_share", "cascade.samples"],
    };
    fields.push("people.platform_engineer_fte");
    fields
}

/// A value without its unit, which stands beside the name.
fn value(text: Text, unit: Unit, value: f64) -> String {
    if unit.exponent(Base::Usd) == 1 {
        text.money(Money::usd(value))
    } else if unit.is_share() {
        text.percent(value, Digits::SCREEN)
    } else {
        text.compact(value)
    }
}

/// "−38%" or "×12".
fn change(text: Text, here: f64, at: f64) -> String {
    let ratio = at / here;
    if ratio >= 3.0 {
        return format!("× {}", text.number(ratio, Digits::SCREEN));
    }
    let share = text.percent(ratio - 1.0, Digits::Decimals(0));
    if ratio > 1.0 {
        format!("+{share}")
    } else {
        share
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use weighbridge_engine::evaluate;
    use weighbridge_engine::weighing::weigh;

    use super::*;

    #[test]
    fn at_a_flip_both_options_are_worth_the_same() {
        let catalogue = weighbridge_catalogue::built_in().unwrap().0;
        let files = weighbridge_catalogue::sample_files();
        let mut found = 0;
        for file in &files {
            let name = &file.path;
            let scenario = weighbridge_catalogue::scenario::read(name, file.text, &catalogue)
                .unwrap()
                .scenario;
            let weighing = weigh(&scenario, &evaluate(&scenario));
            let (Some(first), Some(second)) = (weighing.best(), weighing.runner_up()) else {
                continue;
            };
            let pair = (first.id.clone(), second.id.clone());
            let flips = search(&scenario, &pair, &mut || true);
            assert!(!flips.moves.is_empty(), "{name}");
            for flip in &flips.moves {
                let Some(at) = flip.at else { continue };
                let margin = |value: f64| {
                    let mut there = scenario.clone();
                    there
                        .set_figure(&flip.path, Figure::entered(value))
                        .unwrap();
                    let worth = worths(&there);
                    let benefit = |id| worth[there.position(id).unwrap()].net_benefit_usd;
                    benefit(&pair.0).unwrap() - benefit(&pair.1).unwrap()
                };
                let (below, above) = (margin(at * (1.0 - 1e-4)), margin(at * (1.0 + 1e-4)));
                assert!(
                    below * above <= 0.0,
                    "{name} {} at {at}: {below} {above}",
                    flip.path
                );
                found += 1;
            }
        }
        assert!(found >= 6, "only {found} flips in all samples");
    }

    #[test]
    fn work_that_is_told_to_stop_stops() {
        let catalogue = weighbridge_catalogue::built_in().unwrap().0;
        let files = weighbridge_catalogue::sample_files();
        let file = files.first().unwrap();
        let scenario = weighbridge_catalogue::scenario::read(&file.path, file.text, &catalogue)
            .unwrap()
            .scenario;
        let ids: Vec<OptionId> = scenario
            .options
            .iter()
            .map(|option| option.id.clone())
            .collect();
        let flips = search(&scenario, &(ids[0].clone(), ids[1].clone()), &mut || false);
        assert!(flips.moves.is_empty());
    }
}
