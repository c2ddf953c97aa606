//! How options do by each criterion: an overview, and the judgements of one criterion to edit.

use egui::Ui;
use weighbridge_engine::figure::Figure;
use weighbridge_engine::scenario::{ASSESSMENT, Criterion, DecisionOption, Evidence, InputPath};
use weighbridge_engine::weighing::{EvidenceState, OptionWeighing, Performance};
use weighbridge_session::Action;
use weighbridge_text::Digits;
use weighbridge_units::{Arg, Unit};

use super::points::{Points, anchors, points_ui};
use super::{Shown, State, view};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::figures::origin_words;
use crate::pages::parts::{measure_words, note, result_name, wide_table};
use crate::pages::typed::{self, Words};
use crate::widgets::table::{Cell, Column, Key, Row, figure_column, text_column};
use crate::widgets::{Icon, button, icon, page as parts_of_page};

/// Draws the view.
pub(super) fn ui(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, shown: &Shown<'_>) {
    let criteria = &shown.scenario.priorities.criteria;
    let Some(first) = criteria.first() else {
        parts_of_page::card(ui, "", "", |ui| {
            note(ui, shown.text.get("priorities-no-criteria"));
        });
        return;
    };
    overview(ui, page, state, shown);
    let chosen = state
        .criterion
        .as_deref()
        .and_then(|id| shown.scenario.priorities.criterion(id))
        .unwrap_or(first);
    one(ui, page, state, shown, chosen);
}

/// Criteria by options; a press on a row opens its criterion below.
fn overview(ui: &mut Ui, page: &Page<'_>, state: &mut State, shown: &Shown<'_>) {
    let look = Look::of(ui);
    let text = shown.text;
    let title = text.get("priorities-judgements");
    let (assumed, unknown) = view::judged(shown);
    let aid = text.format(
        "priorities-judgements-aid",
        &[
            ("assumed", Arg::from(assumed)),
            ("unknown", Arg::from(unknown)),
        ],
    );
    parts_of_page::card(ui, &title, &aid, |ui| {
        let options = &page.session.outcome().options;
        let mut columns: Vec<Column> = vec![text_column(text.get("priorities-criterion"), 1.6)];
        columns.extend(options.iter().map(|option| figure_column(&option.name)));
        let criteria = &shown.scenario.priorities.criteria;
        let mut rows: Vec<Row> = criteria
            .iter()
            .enumerate()
            .map(|(place, criterion)| {
                let name = text.local(&criterion.name);
                let open = text.format(
                    "priorities-judge",
                    &[("criterion", Arg::from(name.to_owned()))],
                );
                let mut cells = vec![Cell::new(name).link(open)];
                let options = shown.scenario.options.iter().zip(&shown.weighing.options);
                cells.extend(options.map(|(option, weighed)| {
                    cell(
                        &look,
                        shown,
                        criterion,
                        option,
                        &weighed.performances[place],
                    )
                }));
                Row::new(cells)
            })
            .collect();
        let mut total = vec![Cell::new(text.get("priorities-value"))];
        total.extend(
            shown
                .weighing
                .options
                .iter()
                .map(|option| Cell::new(text.number(option.value_points, Digits::Decimals(0)))),
        );
        rows.push(Row::new(total).strong());
        if let Some((row, _)) = wide_table(ui, &title, &columns, &rows) {
            state.criterion = criteria.get(row).map(|criterion| criterion.id.clone());
        }
        note(ui, text.get("priorities-judgements-note"));
    });
}

/// What an option's performance is worth of a hundred, with where that comes from.
fn cell(
    look: &Look,
    shown: &Shown<'_>,
    criterion: &Criterion,
    option: &DecisionOption,
    performance: &Performance,
) -> Cell {
    let text = shown.text;
    let worth = text.number(100.0 * performance.value, Digits::Decimals(0));
    match performance.evidence {
        EvidenceState::Unknown => Cell::new(worth)
            .colour(look.muted)
            .note(text.get("priorities-unknown"))
            .key(Key::Glyph(Icon::Ring, look.muted)),
        EvidenceState::Found => Cell::new(worth).note(text.get("priorities-found")),
        EvidenceState::Judged => {
            let assumed = option
                .assessment(&criterion.id)
                .is_some_and(|found| view::is_assumed(&found.figure.origin));
            let key = if assumed {
                "priorities-assumed"
            } else {
                "priorities-own"
            };
            Cell::new(worth).note(text.get(key))
        }
    }
}

/// One criterion: what it means, and how each option does.
fn one(
    ui: &mut Ui,
    page: &mut Page<'_>,
    state: &mut State,
    shown: &Shown<'_>,
    criterion: &Criterion,
) {
    let text = shown.text;
    let name = text.local(&criterion.name);
    let guidance = text.local(&criterion.guidance);
    ui.push_id(&criterion.id, |ui| {
        parts_of_page::card(ui, name, guidance, |ui| {
            let look = Look::of(ui);
            let ends = ends(shown, criterion);
            ui.add(egui::Label::new(look.body(&ends)).wrap());
            let place = shown.scenario.priorities.criteria.iter();
            let place = place
                .map(|known| known.id.as_str())
                .position(|id| id == criterion.id)
                .unwrap_or(0);
            for (option, weighed) in shown.scenario.options.iter().zip(&shown.weighing.options) {
                parts_of_page::rule(ui);
                let Some(performance) = weighed.performances.get(place) else {
                    continue;
                };
                if criterion.evidence == Evidence::Judgement {
                    judgement(ui, page, state, shown, (criterion, &ends), option);
                } else {
                    found(ui, page, shown, criterion, weighed, performance);
                }
            }
        });
    });
}

/// What worst and best mean, with their figures where they are not the ends of a judgement.
fn ends(shown: &Shown<'_>, criterion: &Criterion) -> String {
    let text = shown.text;
    let written = |value: f64| match &criterion.evidence {
        Evidence::Judgement => String::new(),
        Evidence::Result(measure) => format!("{} · ", measure_words(text, *measure, value)),
        Evidence::Score(_) => format!("{} · ", score_words(shown, value)),
    };
    let worst = format!(
        "{}{}",
        written(criterion.worst),
        text.local(&criterion.worst_means)
    );
    let best = format!(
        "{}{}",
        written(criterion.best),
        text.local(&criterion.best_means)
    );
    let bare = |words: &str| words.trim_end_matches(" · ").to_owned();
    anchors(text, &bare(&worst), &bare(&best))
}

/// A score as a percentage.
fn score_words(shown: &Shown<'_>, value: f64) -> String {
    shown.text.percent(value / 100.0, Digits::SCREEN)
}

/// A judgement by slider and by number, with where it comes from and why.
fn judgement(
    ui: &mut Ui,
    page: &mut Page<'_>,
    state: &mut State,
    shown: &Shown<'_>,
    (criterion, ends): (&Criterion, &str),
    option: &DecisionOption,
) {
    let look = Look::of(ui);
    let text = shown.text;
    let path = format!("options.{}.assessment.{}", option.id, criterion.id);
    let assessment = option.assessment(&criterion.id);
    let name = text.format(
        "why-subject",
        &[
            ("result", Arg::from(text.local(&criterion.name).to_owned())),
            ("option", Arg::from(option.name.clone())),
        ],
    );
    let points = Points {
        path: &path,
        name: &name,
        spec: &ASSESSMENT,
        figure: assessment.map(|found| &found.figure),
        help: ends,
    };
    points_ui(ui, page, &mut state.drags, points, |ui, page| {
        let colour = look.series_colour(usize::from(option.colour));
        dotted(ui, &option.name, colour);
        match assessment {
            None => {
                ui.add(egui::Label::new(look.small(text.get("priorities-unknown-help"))).wrap());
            }
            Some(found) => {
                let origin = origin_words(page, &found.figure, &ASSESSMENT);
                ui.add(egui::Label::new(look.small(origin)).wrap());
                let why = text.local(&found.why);
                if view::is_assumed(&found.figure.origin) {
                    if !why.is_empty() {
                        ui.add(egui::Label::new(look.small(why)).wrap());
                    }
                } else {
                    reason(ui, page, option, criterion, (&name, why));
                }
                back(ui, page, shown, &path, &name, &found.figure);
            }
        }
    });
}

/// Why somebody judges so, in their own words.
fn reason(
    ui: &mut Ui,
    page: &mut Page<'_>,
    option: &DecisionOption,
    criterion: &Criterion,
    (name, why): (&str, &str),
) {
    let name = Arg::from(name.to_owned());
    let label = page
        .text
        .format("priorities-reason", &[("judgement", name)]);
    let words = Words {
        id_salt: "reason",
        label: &label,
        help: "",
    };
    if let Some(why) = typed::text_ui(ui, words, why, 1) {
        page.act(Action::SetReason {
            option: option.id.clone(),
            criterion: criterion.id.clone(),
            why,
        });
    }
}

/// The way back to the framework's own judgement, where somebody gave another.
fn back(
    ui: &mut Ui,
    page: &mut Page<'_>,
    shown: &Shown<'_>,
    path: &str,
    name: &str,
    figure: &Figure,
) {
    let path = InputPath::new(path);
    let untouched = page.session.default_figure(&path);
    let differs = untouched.is_some_and(|untouched| untouched != *figure);
    if !differs || view::is_assumed(&figure.origin) {
        return;
    }
    let words = shown.text.get("priorities-back-to-start");
    let said = format!("{words}: {name}");
    if ui.add(button::link(&words).name(&said)).clicked() {
        page.act(Action::ResetFigure { path });
    }
}

/// What the arithmetic or a published score says; nothing to judge.
fn found(
    ui: &mut Ui,
    page: &Page<'_>,
    shown: &Shown<'_>,
    criterion: &Criterion,
    weighed: &OptionWeighing,
    performance: &Performance,
) {
    let look = Look::of(ui);
    let text = shown.text;
    let outcome = page.session.outcome();
    let Some(option) = outcome.option(&weighed.id) else {
        return;
    };
    ui.spacing_mut().item_spacing.y = look.grid / 2.0;
    dotted(
        ui,
        &option.name,
        look.series_colour(usize::from(option.colour)),
    );
    let sentence = if performance.evidence == EvidenceState::Unknown {
        text.get("priorities-unknown-help").into_owned()
    } else {
        let (what, value) = match &criterion.evidence {
            Evidence::Result(measure) => (
                result_name(
                    text,
                    weighbridge_engine::explain::ResultPart::Measure(*measure),
                ),
                measure_words(text, *measure, performance.figure),
            ),
            _ => (
                text.get("priorities-score").into_owned(),
                score_words(shown, performance.figure),
            ),
        };
        let worth = text.quantity(100.0 * performance.value, Unit::NONE);
        let key = if performance.clips {
            "priorities-found-clipped"
        } else {
            "priorities-found-worth"
        };
        text.format(
            key,
            &[
                ("what", Arg::from(what)),
                ("value", Arg::from(value)),
                ("points", Arg::from(worth)),
            ],
        )
    };
    ui.add(egui::Label::new(look.small(sentence)).wrap());
}

/// An option's name with its dot.
fn dotted(ui: &mut Ui, name: &str, colour: egui::Color32) {
    let look = Look::of(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = look.grid;
        let side = 3.5 * look.grid;
        let size = egui::vec2(side, look.body_size + look.grid);
        let (area, _) = ui.allocate_exact_size(size, egui::Sense::hover());
        let square = egui::Rect::from_center_size(area.center(), egui::vec2(side, side));
        icon::draw(ui.painter(), square, Icon::Dot, colour);
        ui.add(egui::Label::new(look.strong(name)).wrap());
    });
}
