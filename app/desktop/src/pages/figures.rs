//! Fields for the figures of a group: label, unit, origin, range and help from one place.

use egui::Ui;
use weighbridge_engine::figure::{FieldSpec, Figure, FigureGroup};
use weighbridge_engine::scenario::{InputPath, InputRef, OptionId};
use weighbridge_session::Action;
use weighbridge_text::Text;
use weighbridge_units::{Arg, Base};

use super::Page;
use crate::look::Look;
use crate::widgets::{FigureRow, NumberField};

/// Whose figures are shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Owner<'a> {
    /// The option; nothing for figures of the scenario.
    pub option: Option<&'a OptionId>,
    /// The place in a list, such as the second context tier.
    pub index: Option<usize>,
}

/// Rows for some fields of a group, in the order given.
pub fn figures_ui<G: FigureGroup>(
    ui: &mut Ui,
    page: &mut Page<'_>,
    owner: Owner<'_>,
    group: &G,
    fields: &[&str],
) {
    for name in fields {
        if let (Some(spec), Some(figure)) = (G::spec(name), group.get(name)) {
            figure_ui(ui, page, owner, spec, figure);
        }
    }
}

/// Rows for all fields of a group.
pub fn group_ui<G: FigureGroup>(ui: &mut Ui, page: &mut Page<'_>, owner: Owner<'_>, group: &G) {
    for spec in G::SPECS {
        if let Some(figure) = group.get(spec.name) {
            figure_ui(ui, page, owner, spec, figure);
        }
    }
}

/// One row: what is typed becomes an action when it is committed.
pub fn figure_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    owner: Owner<'_>,
    spec: &'static FieldSpec,
    figure: &Figure,
) {
    let text = field_text(page, spec);
    let place = InputRef {
        option: owner.option,
        index: owner.index,
        spec,
    };
    let path = place.to_string();
    let label = text.field_label(spec.group, spec.name);
    let help = text.field_help(spec.group, spec.name);
    let origin = origin_words(page, figure, spec);
    let unit = text.unit_name(spec.unit);
    let (kept, understood) = (text.get("window-kept"), text.get("window-understood-as"));
    let parse = |typed: &str| {
        let value = text
            .parse_in(typed, spec.unit)
            .map_err(|error| text.describe(&error))?;
        spec.check(value).map_err(|fault| text.describe(&fault))
    };
    let format = |value: f64| text.editable_in(value, spec.unit);
    let range = allowed(page, spec);
    let description = format!("{origin}. {range}. {help}");
    let field = NumberField::new(&path, &label, figure.value, &parse, &format)
        .unit(&unit)
        .step(step_of(spec, figure.value))
        .description(&description);
    let row = FigureRow {
        name: &label,
        origin: &origin,
        is_weak: figure.origin.is_doubtful(),
        help: &format!("{help} {range}"),
        kept: &kept,
        understood_as: &understood,
    };
    let reply = row.show(ui, field);
    if revealed(ui, &path) {
        reply.response.request_focus();
        reply.response.scroll_to_me(Some(egui::Align::Center));
    }
    if let Some(value) = reply.committed {
        page.act(Action::SetValue {
            path: InputPath::new(path.clone()),
            value,
        });
    }
    figure_menu(ui, page, &reply.response, &path, figure);
}

/// Marks a field so that it takes the keyboard and scrolls into view when its page is drawn.
pub fn reveal(context: &egui::Context, path: &InputPath) {
    let path = path.as_str().to_owned();
    context.data_mut(|data| data.insert_temp(reveal_key(), path));
}

/// The field that is to be revealed, for pages that have to open what hides it.
pub fn to_reveal(context: &egui::Context) -> Option<InputPath> {
    context
        .data(|data| data.get_temp::<String>(reveal_key()))
        .map(InputPath::new)
}

fn revealed(ui: &Ui, path: &str) -> bool {
    let wanted = ui.data(|data| data.get_temp::<String>(reveal_key()));
    let here = wanted.is_some_and(|wanted| wanted == path);
    if here {
        ui.data_mut(|data| data.remove::<String>(reveal_key()));
    }
    here
}

fn reveal_key() -> egui::Id {
    egui::Id::unique("weighbridge revealed input")
}

/// The context menu of a field: full origin, and back to what it would be untouched.
fn figure_menu(
    ui: &Ui,
    page: &mut Page<'_>,
    response: &egui::Response,
    path: &str,
    figure: &Figure,
) {
    let look = Look::of(ui);
    let text = page.text;
    let path = InputPath::new(path);
    response.context_menu(|ui| {
        ui.set_max_width(320.0);
        ui.add(egui::Label::new(look.note(text.describe(&figure.origin))).wrap());
        let untouched = page.session.default_figure(&path);
        if let Some(untouched) = untouched
            && untouched != *figure
            && ui
                .button(text.get("window-reset-figure").as_ref())
                .clicked()
        {
            page.act(Action::ResetFigure { path: path.clone() });
            ui.close();
        }
    });
}

/// How the figures of a field are written: those of money in dollars, as they are held and
/// computed; the exchange rate alone in the client's money.
fn field_text(page: &Page<'_>, spec: &FieldSpec) -> Text {
    if spec.unit.exponent(Base::ClientCurrency) == 0 {
        page.text.in_dollars()
    } else {
        page.text
    }
}

/// Where a figure came from, with its range where it has one.
fn origin_words(page: &Page<'_>, figure: &Figure, spec: &FieldSpec) -> String {
    let text = field_text(page, spec);
    let origin = text.render(&figure.origin.in_short());
    match &figure.range {
        Some(range) => {
            let write = |value: f64| Arg::from(text.editable_in(value, spec.unit));
            let ends = [("low", write(range.low)), ("high", write(range.high))];
            format!("{origin} · {}", text.format("value-range", &ends))
        }
        None => origin,
    }
}

/// "Allowed 0 to 100".
fn allowed(page: &Page<'_>, spec: &FieldSpec) -> String {
    let text = field_text(page, spec);
    let write = |value: f64| Arg::from(text.editable_in(value, spec.unit));
    text.format(
        "value-allowed",
        &[("low", write(spec.min)), ("high", write(spec.max))],
    )
}

/// How far an arrow key goes: a whole, or about a twentieth of the value as a round number.
fn step_of(spec: &FieldSpec, value: f64) -> f64 {
    let size = if value == 0.0 {
        spec.start.abs().max(spec.min.abs())
    } else {
        value.abs()
    };
    if size == 0.0 || !size.is_finite() {
        return if spec.whole { 1.0 } else { 0.01 };
    }
    let step = 10.0_f64.powf((size / 20.0).log10().round());
    if spec.whole {
        step.max(1.0).round()
    } else {
        step
    }
}
