//! The client's own criteria: adding one, saying what it means and what tells it, and removing it.

use egui::Ui;
use weighbridge_engine::capability::columns;
use weighbridge_engine::figure::{FieldSpec, Figure};
use weighbridge_engine::model::Measure;
use weighbridge_engine::scenario::{Criterion, Evidence, LocalText, SWING};
use weighbridge_session::Action;
use weighbridge_units::{Arg, Base, Unit};

use super::{Shown, State};
use crate::look::Look;
use crate::pages::Page;
use crate::pages::parts::{measure_key, note};
use crate::pages::typed::{self, Words};
use crate::widgets::{Entry, FigureRow, Icon, NumberField, PickerWords, button};
use crate::widgets::{page as parts_of_page, picker};

/// Ends of a scale of points.
const SCALE: (f64, f64) = (0.0, 100.0);

/// The card in which criteria are added, changed and removed.
pub(super) fn card(ui: &mut Ui, page: &mut Page<'_>, state: &mut State, shown: &Shown<'_>) {
    let text = shown.text;
    let criteria = &shown.scenario.priorities.criteria;
    // What was added last is what somebody wants to name.
    if state
        .criteria_before
        .is_some_and(|count| criteria.len() > count)
    {
        state.criteria_before = None;
        state.edited = criteria.last().map(|criterion| criterion.id.clone());
    }
    let title = text.get("own-criteria");
    parts_of_page::card(ui, &title, &text.get("own-criteria-aid"), |ui| {
        let edited = criteria
            .iter()
            .position(|criterion| state.edited.as_deref() == Some(criterion.id.as_str()));
        if !criteria.is_empty() {
            let entries: Vec<Entry> = criteria
                .iter()
                .map(|criterion| Entry {
                    title: text.local(&criterion.name).to_owned(),
                    aliases: criterion.id.clone(),
                    ..Entry::default()
                })
                .collect();
            let label = text.get("own-criterion-choose");
            if let Some(picked) = pick(ui, shown, &label, edited, &entries) {
                state.edited = criteria.get(picked).map(|criterion| criterion.id.clone());
            }
        }
        let add = text.get("own-criterion-add");
        if ui.add(button::quiet(&add).icon(Icon::Plus)).clicked() {
            state.criteria_before = Some(criteria.len());
            page.act(Action::AddCriterion(newcomer(
                text.get("own-criterion-new").as_ref(),
            )));
        }
        if let Some(criterion) = edited.and_then(|place| criteria.get(place)) {
            parts_of_page::rule(ui);
            ui.push_id(("criterion", &criterion.id), |ui| {
                form(ui, page, shown, criterion);
            });
        }
    });
}

/// A criterion that nobody has described yet.
fn newcomer(name: &str) -> Criterion {
    Criterion {
        id: name.to_owned(),
        name: LocalText::plain(name),
        guidance: LocalText::default(),
        evidence: Evidence::Judgement,
        worst: SCALE.0,
        best: SCALE.1,
        worst_means: LocalText::default(),
        best_means: LocalText::default(),
        starting_weight: Figure::starting(&SWING),
        sources: Vec::new(),
    }
}

/// Everything about one criterion.
fn form(ui: &mut Ui, page: &mut Page<'_>, shown: &Shown<'_>, criterion: &Criterion) {
    let text = shown.text;
    let name = text.local(&criterion.name).to_owned();
    let mut changed = criterion.clone();
    let mut has_changed = false;
    let mut words = |ui: &mut Ui, key: &str, place: &mut LocalText, rows: usize| {
        let label = text.get(key);
        let salt = format!("{key} of {}", criterion.id);
        let words = Words {
            id_salt: &salt,
            label: &label,
            help: "",
        };
        if let Some(typed) = typed::text_ui(ui, words, text.local(place), rows) {
            *place = LocalText::plain(typed);
            has_changed = true;
        }
    };
    words(ui, "own-criterion-name", &mut changed.name, 1);
    words(ui, "own-criterion-guidance", &mut changed.guidance, 3);
    words(ui, "own-criterion-worst-means", &mut changed.worst_means, 1);
    words(ui, "own-criterion-best-means", &mut changed.best_means, 1);
    // A criterion without a name could not be found again.
    has_changed &= !changed.name.is_empty();
    if let Some(evidence) = evidence_ui(ui, shown, criterion) {
        (changed.worst, changed.best) = usual_ends(page, &evidence);
        changed.evidence = evidence;
        has_changed = true;
    }
    if criterion.evidence != Evidence::Judgement {
        for (key, place) in [
            ("own-criterion-worst", &mut changed.worst),
            ("own-criterion-best", &mut changed.best),
        ] {
            if let Some(value) = end_ui(ui, page, criterion, key, *place) {
                *place = value;
                has_changed = true;
            }
        }
        note(ui, text.get("own-criterion-ends-aid"));
    }
    if has_changed {
        page.act(Action::EditCriterion(changed));
    }
    let remove = text.format("own-criterion-remove", &[("criterion", Arg::from(name))]);
    if ui.add(button::quiet(&remove).icon(Icon::Bin)).clicked() {
        page.act(Action::RemoveCriterion(criterion.id.clone()));
    }
}

/// What tells how an option does: a judgement, a result, or a score.
fn evidence_ui(ui: &mut Ui, shown: &Shown<'_>, criterion: &Criterion) -> Option<Evidence> {
    let look = Look::of(ui);
    let text = shown.text;
    let mut entries = vec![(Evidence::Judgement, text.get("own-evidence-judgement"))];
    // What is money enters as cost, and cost enters once.
    let results = Measure::ALL
        .iter()
        .filter(|measure| measure.unit().exponent(Base::Usd) == 0);
    entries.extend(results.map(|measure| {
        let evidence = Evidence::Result(*measure);
        (evidence, text.get(&measure_key(*measure)))
    }));
    let scores: Vec<(Evidence, String)> = columns(shown.scenario)
        .into_iter()
        .map(|found| {
            let name = format!("{} · {}", found.benchmark_name, found.group_name);
            (Evidence::Score(found.column.key()), name)
        })
        .collect();
    let mut choices: Vec<(Evidence, String)> = entries
        .into_iter()
        .map(|(evidence, name)| (evidence, name.into_owned()))
        .collect();
    choices.extend(scores);
    if let Evidence::Score(column) = &criterion.evidence
        && !choices.iter().any(|(it, _)| *it == criterion.evidence)
    {
        choices.push((criterion.evidence.clone(), column.clone()));
    }
    let chosen = choices.iter().position(|(it, _)| *it == criterion.evidence);
    let entries: Vec<Entry> = choices
        .iter()
        .map(|(_, title)| Entry {
            title: title.clone(),
            ..Entry::default()
        })
        .collect();
    let label = text.get("own-criterion-evidence");
    ui.label(look.small(label.as_ref()));
    let picked = pick(ui, shown, &label, chosen, &entries)?;
    choices
        .into_iter()
        .nth(picked)
        .map(|(evidence, _)| evidence)
}

/// Ends to start from, which the client then states: the whole scale, or for a result nothing and
/// the largest of the options, the good end where less is better.
fn usual_ends(page: &Page<'_>, evidence: &Evidence) -> (f64, f64) {
    let Evidence::Result(measure) = evidence else {
        return SCALE;
    };
    let options = page.session.outcome().options.iter();
    let figures = options.filter_map(|option| option.get(*measure));
    let most = figures.fold(0.0_f64, f64::max);
    let most = if most > 0.0 { two_figures(most) } else { 1.0 };
    if measure.unit() == Unit::SECONDS || measure.unit() == Unit::GIGABYTES {
        (most, 0.0)
    } else {
        (0.0, most)
    }
}

/// Upwards to two figures, as somebody would state it.
fn two_figures(value: f64) -> f64 {
    let step = 10.0_f64.powi(value.log10().floor() as i32 - 1);
    (value / step).ceil() * step
}

/// The figure at one end of the scale.
fn end_ui(
    ui: &mut Ui,
    page: &Page<'_>,
    criterion: &Criterion,
    key: &str,
    value: f64,
) -> Option<f64> {
    let text = page.text;
    let spec = FieldSpec {
        group: "",
        name: "",
        unit: match &criterion.evidence {
            Evidence::Result(measure) => measure.unit(),
            Evidence::Judgement | Evidence::Score(_) => Unit::NONE,
        },
        min: -1e15,
        max: 1e15,
        start: value,
        whole: false,
    };
    let parse = |typed: &str| {
        let value = text
            .parse_in(typed, spec.unit)
            .map_err(|error| text.describe(&error))?;
        spec.check(value).map_err(|fault| text.describe(&fault))
    };
    let format = |value: f64| text.editable_in(value, spec.unit);
    let (label, unit) = (text.get(key), text.unit_name(spec.unit));
    let salt = format!("{key} of {}", criterion.id);
    let field = NumberField::new(&salt, &label, value, &parse, &format)
        .unit(&unit)
        .step(two_figures(value.abs().max(1e-6)) / 100.0);
    let row = FigureRow {
        name: &label,
        origin: "",
        is_weak: false,
        help: "",
        kept: &text.get("window-kept"),
        understood_as: &text.get("window-understood-as"),
    };
    row.show(ui, field).committed
}

fn pick(
    ui: &mut Ui,
    shown: &Shown<'_>,
    label: &str,
    chosen: Option<usize>,
    entries: &[Entry],
) -> Option<usize> {
    let text = shown.text;
    let words = PickerWords {
        search: &text.get("button-search"),
        nothing: &text.get("window-search-nothing"),
    };
    picker::picker(
        ui,
        label,
        chosen,
        &text.get("button-choose"),
        entries,
        words,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_is_stated_in_two_figures_and_lies_beyond_every_option() {
        for (value, stated) in [(0.123, 0.13), (1_001.0, 1_100.0), (7.0, 7.0)] {
            let found = two_figures(value);
            assert!((found - stated).abs() < 1e-9, "{value}: {found}");
            assert!(found >= value);
        }
    }
}
