//! The editor of a range: one value or low to high, how the ends are meant, and the shape.

use egui::Ui;
use weighbridge_engine::figure::{FieldSpec, Figure, Range, RangeReading, RangeShape};
use weighbridge_engine::scenario::InputPath;
use weighbridge_engine::uncertainty::shape::distribution;
use weighbridge_session::Action;
use weighbridge_text::ChoiceWords;
use weighbridge_units::Arg;

use super::parts::{caption, check, note, read};
use super::quantities;
use super::{Subject, cases, sketch, together};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::arrow::step_of;
use crate::widgets::{FigureRow, Icon, NumberField, button, choice, page as parts_of_page};

/// The shapes offered, in the order in which they are offered.
const SHAPES: [&str; 8] = [
    "usual",
    "triangular",
    "pert",
    "normal",
    "lognormal",
    "uniform",
    "trigen",
    "cases",
];

/// Draws the editor. Returns whether it is to be closed.
pub(super) fn editor(ui: &mut Ui, page: &mut Page<'_>, subject: &Subject<'_>) -> bool {
    let look = Look::of(ui);
    let text = subject.text;
    ui.spacing_mut().item_spacing.y = look.gap_small;
    let mut closes = false;
    let unit = text.unit_name(subject.spec.unit);
    parts_of_page::two_ends(
        ui,
        "range title",
        look.control_height(),
        |ui| {
            let title = if unit.is_empty() {
                subject.label.to_owned()
            } else {
                format!("{} ({unit})", subject.label)
            };
            parts_of_page::heading(ui, &title);
        },
        |ui| {
            let close = text.get("button-close");
            closes = ui.add(button::glyph(Icon::Cross, &close)).clicked();
        },
    );
    let (one, some) = (text.get("ranges-one-value"), text.get("ranges-low-to-high"));
    let chosen = usize::from(subject.figure.range.is_some());
    let kind = text.get("ranges-kind");
    if let Some(picked) = choice::segmented(ui, &kind, &[&one, &some], chosen) {
        let range = (picked == 1).then(|| usual_range(subject.spec, subject.figure.value));
        set(page, subject, range);
    }
    match &subject.figure.range {
        None => note(ui, &text.get("ranges-one-value.help")),
        Some(range) => of_range(ui, page, subject, range),
    }
    reset(ui, page, subject);
    closes
}

fn of_range(ui: &mut Ui, page: &mut Page<'_>, subject: &Subject<'_>, range: &Range) {
    let look = Look::of(ui);
    let text = subject.text;
    sketch::picture(ui, subject);
    if let Err(fault) = distribution(subject.figure) {
        let sentence = text.render(&fault.message(range.reading));
        ui.add(egui::Label::new(look.small(sentence).color(look.bad)).wrap());
    }
    if let RangeShape::Cases(now) = &range.shape {
        if let Some(range) = cases::ui(ui, subject, range, now) {
            set(page, subject, Some(range));
        }
    } else {
        ends(ui, page, subject, range);
        let name = text.get("ranges-reading");
        caption(ui, &name);
        let readings = [RangeReading::Percentiles10And90, RangeReading::Bounds];
        let words = readings.map(|reading| text.get(reading_key(reading)));
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        let chosen = readings
            .iter()
            .position(|reading| *reading == range.reading);
        if let Some(picked) = choice::segmented(ui, &name, &words, chosen.unwrap_or(0)) {
            let reading = readings[picked];
            let mut range = Range {
                reading,
                ..range.clone()
            };
            if reading == RangeReading::Bounds && !range.shape.takes_bounds() {
                range.shape = RangeShape::Usual;
            }
            set(page, subject, Some(range));
        }
        note(
            ui,
            &text.get(&format!("{}.help", reading_key(range.reading))),
        );
    }
    shapes(ui, page, subject, range);
    shared(ui, page, subject);
    together::of_figure(ui, page, subject);
    if ui.add(button::quiet(&text.get("ranges-remove"))).clicked() {
        set(page, subject, None);
    }
}

/// Low and high, each refused with the reason where it does not fit.
fn ends(ui: &mut Ui, page: &mut Page<'_>, subject: &Subject<'_>, range: &Range) {
    for is_low in [true, false] {
        let with = |end: f64| {
            if is_low {
                Range {
                    low: end,
                    ..range.clone()
                }
            } else {
                Range {
                    high: end,
                    ..range.clone()
                }
            }
        };
        let parse = |typed: &str| {
            let end = read(subject, typed)?;
            check(subject, &with(end)).map(|()| end)
        };
        let key = if is_low { "ranges-low" } else { "ranges-high" };
        let value = if is_low { range.low } else { range.high };
        if let Some(end) = number(ui, subject, key, value, &parse) {
            set(page, subject, Some(with(end)));
        }
    }
}

/// A row with a field for a value of the subject's own unit.
fn number(
    ui: &mut Ui,
    subject: &Subject<'_>,
    key: &str,
    value: f64,
    parse: &dyn Fn(&str) -> Result<f64, String>,
) -> Option<f64> {
    let text = subject.text;
    let (label, unit) = (text.get(key), text.unit_name(subject.spec.unit));
    let (kept, understood) = (text.get("window-kept"), text.get("window-understood-as"));
    let format = |value: f64| subject.written(value);
    let salt = format!("{} of {}", key, subject.path);
    let step = step_of(subject.spec, value);
    let field = NumberField::new(&salt, &label, value, parse, &format)
        .unit(&unit)
        .step(step);
    let row = FigureRow {
        name: &label,
        kept: &kept,
        understood_as: &understood,
        ..FigureRow::default()
    };
    row.show(ui, field).committed
}

/// The shapes, one of them chosen, with a line on what it means.
fn shapes(ui: &mut Ui, page: &mut Page<'_>, subject: &Subject<'_>, range: &Range) {
    let text = subject.text;
    let now = range.shape.key();
    let name = text.get("ranges-shape");
    caption(ui, &name);
    let words: Vec<String> = SHAPES
        .iter()
        .map(|shape| text.get(&format!("ranges-shape-{shape}")).into_owned())
        .collect();
    let chosen = SHAPES.iter().position(|shape| *shape == now).unwrap_or(0);
    let refused = egui::Id::unique(("refused shape", subject.path));
    if let Some(picked) = chips(ui, &name, &words, chosen) {
        let candidate = reshaped(subject, range, SHAPES[picked]);
        match check(subject, &candidate) {
            Ok(()) => {
                ui.data_mut(|data| data.remove::<String>(refused));
                set(page, subject, Some(candidate));
            }
            Err(reason) => {
                let sentence = text.format(
                    "ranges-shape-refused",
                    &[
                        ("shape", Arg::from(words[picked].clone())),
                        ("reason", Arg::from(reason)),
                    ],
                );
                ui.data_mut(|data| data.insert_temp(refused, sentence));
            }
        }
    }
    match ui.data(|data| data.get_temp::<String>(refused)) {
        Some(sentence) => {
            let look = Look::of(ui);
            let said = ui.add(egui::Label::new(look.small(sentence).color(look.bad)).wrap());
            ui.ctx().accesskit_node_builder(said.id, |node| {
                node.set_live(egui::accesskit::Live::Polite);
            });
        }
        None => note(ui, &text.get(&format!("ranges-shape-{now}.help"))),
    }
}

/// The range in another shape, its ends kept.
fn reshaped(subject: &Subject<'_>, range: &Range, shape: &str) -> Range {
    let mut next = range.clone();
    next.shape = match shape {
        "uniform" => RangeShape::Uniform,
        "triangular" => RangeShape::Triangular,
        "pert" => RangeShape::Pert,
        "normal" => RangeShape::Normal,
        "lognormal" => RangeShape::Lognormal,
        "trigen" => RangeShape::Trigen,
        "cases" => RangeShape::Cases(cases::from_range(subject.figure.value, range)),
        _ => RangeShape::Usual,
    };
    if !next.shape.takes_bounds() {
        next.reading = RangeReading::Percentiles10And90;
    }
    next
}

fn reading_key(reading: RangeReading) -> &'static str {
    match reading {
        RangeReading::Percentiles10And90 => "ranges-reading-percentiles",
        RangeReading::Bounds => "ranges-reading-bounds",
    }
}

/// One of several that wrap onto more lines where they need to.
fn chips(ui: &mut Ui, name: &str, words: &[String], chosen: usize) -> Option<usize> {
    let look = Look::of(ui);
    // Rows of choices that fit the width; arrow keys move inside a row.
    let room = ui.available_width();
    let width = |word: &str| {
        let galley = ui
            .painter()
            .layout_no_wrap(word.to_owned(), look.body_font(), look.ink);
        galley.size().x + 6.0 * look.grid
    };
    let mut rows: Vec<Vec<usize>> = vec![Vec::new()];
    let mut taken = 0.0;
    for (index, word) in words.iter().enumerate() {
        let wide = width(word);
        if taken + wide > room && taken > 0.0 {
            rows.push(Vec::new());
            taken = 0.0;
        }
        taken += wide;
        if let Some(row) = rows.last_mut() {
            row.push(index);
        }
    }
    let mut picked = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = look.grid;
        for (place, row) in rows.iter().enumerate() {
            let labels: Vec<&str> = row.iter().map(|index| words[*index].as_str()).collect();
            let here = row.iter().position(|index| *index == chosen);
            ui.push_id(place, |ui| {
                if let Some(found) =
                    choice::segmented(ui, name, &labels, here.unwrap_or(usize::MAX))
                {
                    picked = Some(row[found]);
                }
            });
        }
    });
    picked
}

/// The other figures that move with this one, since they are one quantity.
fn shared(ui: &mut Ui, page: &Page<'_>, subject: &Subject<'_>) {
    let scenario = page.session.scenario();
    let streams = quantities::streams(scenario);
    let is_own = |path: &InputPath| path.as_str() == subject.path;
    let Some(stream) = streams
        .iter()
        .find(|stream| stream.paths.iter().any(is_own))
    else {
        return;
    };
    let words = ChoiceWords::new(page.text, scenario);
    let others = stream.paths.iter().filter(|path| !is_own(path));
    let others: Vec<String> = others.map(|path| words.input(path)).collect();
    if !others.is_empty() {
        let list = Arg::from(page.text.list(others));
        note(ui, &page.text.format("ranges-shared", &[("figures", list)]));
    }
}

fn reset(ui: &mut Ui, page: &mut Page<'_>, subject: &Subject<'_>) {
    let path = InputPath::new(subject.path);
    let untouched = page.session.default_figure(&path);
    let differs = untouched.is_some_and(|untouched| untouched.range != subject.figure.range);
    let words = page.text.get("window-reset-figure");
    if differs && ui.add(button::link(&words)).clicked() {
        page.act(Action::ResetFigure { path });
    }
}

/// Sets the range of the figure; its value and its origin stay.
fn set(page: &mut Page<'_>, subject: &Subject<'_>, range: Option<Range>) {
    page.act(Action::SetFigure {
        path: InputPath::new(subject.path),
        figure: Figure {
            range,
            ..subject.figure.clone()
        },
    });
}

/// A range to start from: a fifth to either side, inside what the field allows.
fn usual_range(spec: &FieldSpec, value: f64) -> Range {
    let width = if value != 0.0 {
        0.2 * value.abs()
    } else if spec.start != 0.0 {
        0.2 * spec.start.abs()
    } else {
        0.1 * spec.max.min(10.0)
    };
    let round = |value: f64| {
        if spec.whole {
            value.round()
        } else {
            tidy(value)
        }
    };
    let width = if spec.whole { width.max(1.0) } else { width };
    let low = round((value - width).max(spec.min))
        .min(value)
        .max(spec.min);
    let high = round((value + width).min(spec.max))
        .max(value)
        .min(spec.max);
    Range::new(low, high, RangeReading::Percentiles10And90)
}

/// A value with three figures, so that a starting range reads well.
fn tidy(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let figures = 2 - value.abs().log10().floor() as i32;
    // Through text: a quotient would leave a tail of digits.
    format!("{value:.*}", figures.max(0) as usize)
        .parse()
        .unwrap_or(value)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use weighbridge_engine::figure::FigureGroup as _;
    use weighbridge_engine::scenario::{Finance, TokenPlan, Workload};

    use super::*;

    #[test]
    fn a_starting_range_holds_its_value_inside_what_is_allowed() {
        let specs = Workload::SPECS
            .iter()
            .chain(TokenPlan::SPECS)
            .chain(Finance::SPECS);
        let mut seen = 0;
        for spec in specs {
            for value in [spec.min, spec.start, spec.max.min(1e6).max(spec.min)] {
                let range = usual_range(spec, value);
                assert!(
                    spec.min <= range.low && range.high <= spec.max,
                    "{}: {range:?}",
                    spec.name
                );
                assert!(
                    range.low <= value && value <= range.high,
                    "{}: {range:?}",
                    spec.name
                );
                assert!(
                    range.low < range.high || spec.min == spec.max,
                    "{}",
                    spec.name
                );
                if spec.whole {
                    assert_eq!(range.low.fract() + range.high.fract(), 0.0, "{}", spec.name);
                }
                seen += 1;
            }
        }
        assert!(seen > 50);
    }

    #[test]
    fn starting_ends_have_three_figures() {
        for (value, tidied) in [
            (2.3601, 2.36),
            (1234.5, 1234.0),
            (0.012345, 0.0123),
            (0.0, 0.0),
        ] {
            assert!(
                (tidy(value) - tidied).abs() < 1e-12,
                "{value}: {}",
                tidy(value)
            );
        }
    }
}
