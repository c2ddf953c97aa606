//! Fields for the figures of a group: label, unit, origin, range and help from one place.

use egui::{Ui, vec2};
use weighbridge_engine::figure::{FieldSpec, Figure, FigureGroup};
use weighbridge_engine::scenario::{InputPath, InputRef, OptionId};
use weighbridge_engine::uncertainty::ranges::is_drawn;
use weighbridge_session::Action;
use weighbridge_text::Text;
use weighbridge_units::{Arg, Base};

use super::Page;
use super::arrow::step_of;
use super::ranges::{Subject, button_side, range_ui};
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
    let place = InputRef {
        option: owner.option,
        index: owner.index,
        spec,
    };
    let path = place.to_string();
    let text = page.text.about_input(page.session.scenario(), &path);
    let input = Input {
        path: &path,
        label: &text.field_label(spec.group, spec.name),
        help: &text.field_help(spec.group, spec.name),
        spec,
        figure,
    };
    input_ui(ui, page, input);
}

/// An input under a name of its own.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// Its path.
    pub path: &'a str,
    /// Its name.
    pub label: &'a str,
    /// One line of help.
    pub help: &'a str,
    /// Its field.
    pub spec: &'static FieldSpec,
    /// Its figure.
    pub figure: &'a Figure,
}

/// The row of an input.
pub fn input_ui(ui: &mut Ui, page: &mut Page<'_>, input: Input<'_>) {
    let Input {
        path,
        label,
        help,
        spec,
        figure,
    } = input;
    let text = field_text(page, spec).about_input(page.session.scenario(), path);
    let origin = origin_words(page, figure, spec);
    let unit = text.unit_name(spec.unit);
    let (kept, understood) = (text.get("window-kept"), text.get("window-understood-as"));
    let parse = |typed: &str| parse(text, spec, typed);
    let format = |value: f64| text.editable_in(value, spec.unit);
    let range = allowed(page, spec);
    let description = format!("{origin}. {range}. {help}");
    let field = NumberField::new(path, label, figure.value, &parse, &format)
        .unit(&unit)
        .step(step_of(spec, figure.value))
        .description(&description);
    let row = FigureRow {
        name: label,
        origin: &origin,
        is_weak: figure.origin.is_doubtful(),
        help: &format!("{help} {range}"),
        kept: &kept,
        understood_as: &understood,
    };
    let reply = beside(
        ui,
        |ui| row.show(ui, field),
        |ui| {
            // A limit that the client sets is the same in every future.
            if is_drawn(spec) {
                let subject = Subject {
                    path,
                    label,
                    spec,
                    figure,
                    text,
                };
                range_ui(ui, page, subject);
            }
        },
    );
    show_if_revealed(ui, path, &reply.response);
    if let Some(value) = reply.committed {
        page.act(Action::SetValue {
            path: InputPath::new(path),
            value,
        });
    }
    figure_menu(ui, page, &reply.response, path, figure);
}

/// What was typed into a field, where it is a value of the field.
///
/// # Errors
/// The sentence that says why it is none.
pub fn parse(text: Text, spec: &FieldSpec, typed: &str) -> Result<f64, String> {
    let value = text
        .parse_in(typed, spec.unit)
        .map_err(|error| text.describe(&error))?;
    spec.check(value).map_err(|fault| text.describe(&fault))
}

/// Gives a field the keyboard and scrolls to it, where it is the one to be shown.
pub fn show_if_revealed(ui: &Ui, path: &str, response: &egui::Response) {
    if revealed(ui, path) {
        response.request_focus();
        response.scroll_to_me(Some(egui::Align::Center));
    }
}

/// A row with a button of a field's height at its right end, or with as much room left there, so
/// that fields stand under each other.
pub fn beside<R>(ui: &mut Ui, row: impl FnOnce(&mut Ui) -> R, button: impl FnOnce(&mut Ui)) -> R {
    let look = Look::of(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = look.grid;
        let width = ui.available_width() - button_side(&look) - look.grid;
        let down = egui::Layout::top_down(egui::Align::Min);
        let made = ui
            .allocate_ui_with_layout(vec2(width, 0.0), down, |ui| {
                ui.set_width(width);
                row(ui)
            })
            .inner;
        ui.vertical(|ui| {
            ui.add_space(look.grid / 2.0);
            button(ui);
        });
        made
    })
    .inner
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
pub(super) fn figure_menu(
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
pub(super) fn origin_words(page: &Page<'_>, figure: &Figure, spec: &FieldSpec) -> String {
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
