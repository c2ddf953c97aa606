//! A range that is a few values with their chances.
//!
//! Chances must add up to one, which no single change can keep; so the list is edited as a whole,
//! and counts once it adds up.

use egui::{Id, Ui};
use weighbridge_engine::figure::{Range, RangeShape};
use weighbridge_units::{Arg, Unit};

use super::Subject;
use super::parts::{caption, check, percent, read};
use crate::look::Look;
use crate::pages::arrow::step_of;
use crate::widgets::{Icon, NumberField, button};

/// How far from one the chances may add up.
const SLACK: f64 = 1e-9;

/// What is being edited, and the list of the figure when that began.
#[derive(Clone)]
struct Draft {
    began: Vec<(f64, f64)>,
    cases: Vec<(f64, f64)>,
}

/// Three cases at low, value and high, with the chances that keep mean and spread of percentiles
/// (Swanson's rule: 30, 40 and 30 %).
pub(super) fn from_range(value: f64, range: &Range) -> Vec<(f64, f64)> {
    vec![(range.low, 0.3), (value, 0.4), (range.high, 0.3)]
}

/// The list of cases. Returns the range in the frame in which another list counts.
pub(super) fn ui(
    ui: &mut Ui,
    subject: &Subject<'_>,
    range: &Range,
    now: &[(f64, f64)],
) -> Option<Range> {
    let look = Look::of(ui);
    let text = subject.text;
    let key = Id::unique(("cases", subject.path));
    let kept = ui.data(|data| data.get_temp::<Draft>(key));
    let mut draft = kept
        .filter(|draft| draft.began == now)
        .unwrap_or_else(|| Draft {
            began: now.to_vec(),
            cases: now.to_vec(),
        });
    let before = draft.cases.clone();
    caption(ui, &text.get("ranges-cases"));
    let mut removed = None;
    for index in 0..draft.cases.len() {
        let is_last = draft.cases.len() == 1;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = look.gap_small;
            row(ui, subject, index, &mut draft.cases[index]);
            let words = text.format("ranges-case-remove", &[("place", Arg::from(index + 1))]);
            let bin = button::glyph(Icon::Bin, &words);
            if ui.add_enabled(!is_last, bin).clicked() {
                removed = Some(index);
            }
        });
    }
    if let Some(index) = removed {
        draft.cases.remove(index);
    }
    let sum: f64 = draft.cases.iter().map(|case| case.1).sum();
    let adds_up = (sum - 1.0).abs() <= SLACK;
    ui.horizontal(|ui| {
        if ui
            .add(button::quiet(&text.get("ranges-case-add")))
            .clicked()
        {
            let rest = (1.0 - sum).max(0.0);
            draft.cases.push((subject.figure.value, rest));
        }
        if !adds_up
            && sum > 0.0
            && ui
                .add(button::quiet(&text.get("ranges-case-scale")))
                .clicked()
        {
            draft.cases.iter_mut().for_each(|case| case.1 /= sum);
        }
    });
    let candidate = of_cases(range, &draft.cases);
    let sum: f64 = draft.cases.iter().map(|case| case.1).sum();
    let fault = if (sum - 1.0).abs() > SLACK {
        Some(text.format(
            "ranges-cases-sum",
            &[("sum", Arg::from(percent(text, sum)))],
        ))
    } else {
        check(subject, &candidate).err()
    };
    if let Some(fault) = &fault {
        let sentence = format!("{fault} {}", text.get("ranges-last-stands"));
        let said = ui.add(egui::Label::new(look.small(sentence).color(look.bad)).wrap());
        ui.ctx().accesskit_node_builder(said.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
    }
    let counts = fault.is_none() && draft.cases != before;
    if draft.cases == draft.began || counts {
        ui.data_mut(|data| data.remove::<Draft>(key));
    } else {
        ui.data_mut(|data| data.insert_temp(key, draft));
    }
    counts.then_some(candidate)
}

/// The range of a list: its ends are the smallest and the largest case.
fn of_cases(range: &Range, cases: &[(f64, f64)]) -> Range {
    let ends = cases.iter().map(|case| case.0);
    Range {
        low: ends.clone().fold(f64::INFINITY, f64::min),
        high: ends.fold(f64::NEG_INFINITY, f64::max),
        shape: RangeShape::Cases(cases.to_vec()),
        ..range.clone()
    }
}

/// A value and its chance, side by side.
fn row(ui: &mut Ui, subject: &Subject<'_>, index: usize, (value, chance): &mut (f64, f64)) {
    let text = subject.text;
    let place = [("place", Arg::from(index + 1))];
    let look = Look::of(ui);
    let (chance_width, bin) = (21.0 * look.grid, look.control_height());
    let width = ui.available_width() - chance_width - bin - 2.0 * look.gap_small - look.grid;
    let (name, unit) = (
        text.format("ranges-case-value", &place),
        text.unit_name(subject.spec.unit),
    );
    // The unit stands over the editor too; here the figure comes first.
    let wide = ui
        .painter()
        .layout_no_wrap(unit.clone(), look.note_font(), look.muted)
        .size()
        .x;
    let unit = if wide > 0.4 * width {
        ""
    } else {
        unit.as_str()
    };
    let salt = format!("case {index} of {}", subject.path);
    let parse = |typed: &str| read(subject, typed);
    let format = |value: f64| subject.written(value);
    let field = NumberField::new(&salt, &name, *value, &parse, &format)
        .unit(unit)
        .step(step_of(subject.spec, *value))
        .width(width);
    if let Some(entered) = field.show(ui).committed {
        *value = entered;
    }
    let name = text.format("ranges-case-chance", &place);
    let salt = format!("chance {index} of {}", subject.path);
    let parse = |typed: &str| {
        let share = text
            .parse_in(typed, Unit::SHARE)
            .map_err(|error| text.describe(&error))?;
        if (0.0..=1.0).contains(&share) {
            Ok(share)
        } else {
            Err(text.get("ranges-chance-outside").into_owned())
        }
    };
    let format = |share: f64| text.editable_in(share, Unit::SHARE);
    let field = NumberField::new(&salt, &name, *chance, &parse, &format)
        .unit("%")
        .step(0.05)
        .width(chance_width);
    if let Some(entered) = field.show(ui).committed {
        *chance = entered;
    }
}
