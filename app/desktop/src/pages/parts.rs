//! What the pages of results share: things made once for each change, the answer, small parts.

use std::sync::Arc;

use egui::{CursorIcon, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::explain::{ResultPart, ResultRef};
use weighbridge_engine::model::{CostLine, Measure};
use weighbridge_engine::outcome::{OptionOutcome, Outcome};
use weighbridge_engine::scenario::{InputPath, OptionId, Scenario};
use weighbridge_text::{Digits, Locale, Text};
use weighbridge_units::{Arg, Base, Message, Money, Unit};

use super::{Ask, Page};
use crate::look::Look;
use crate::widgets::icon::{self, Icon};
use crate::widgets::table::{Cell, Key, Row};
use crate::widgets::{Entry, PickerWords, button, focus_ring, page as parts_of_page, picker};

/// What finished words depend on: another stamp, other words.
///
/// The currency and its rate are part of the scenario, and so of its generation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    generation: u64,
    locale: Locale,
    catalogue: *const Catalogue,
}

impl Stamp {
    /// The stamp of what a page shows.
    pub fn of(page: &Page<'_>) -> Stamp {
        Stamp {
            generation: page.session.document().generation(),
            locale: page.text.locale(),
            catalogue: Arc::as_ptr(page.session.catalogue()),
        }
    }
}

/// Something made once for each key.
#[derive(Clone, Debug)]
pub struct Cached<K, V> {
    made: Option<(K, V)>,
}

impl<K, V> Default for Cached<K, V> {
    fn default() -> Self {
        Cached { made: None }
    }
}

impl<K: PartialEq, V> Cached<K, V> {
    /// What was made for this key, where it was.
    pub fn known(&self, key: &K) -> Option<&V> {
        self.made
            .as_ref()
            .filter(|(known, _)| known == key)
            .map(|(_, value)| value)
    }

    /// What was made for this key; made now where the key is another one.
    pub fn get(&mut self, key: K, make: impl FnOnce() -> V) -> &V {
        let made = match self.made.take() {
            Some((known, value)) if known == key => (known, value),
            _ => (key, make()),
        };
        &self.made.insert(made).1
    }
}

/// The answer by cost.
#[derive(Clone, Copy, Debug)]
pub enum Answer<'a> {
    /// No option can be had.
    Nothing,
    /// One option can be had.
    Only(&'a OptionOutcome),
    /// One costs least, and another follows.
    Cheapest {
        /// The cheapest.
        first: &'a OptionOutcome,
        /// The one that follows.
        second: &'a OptionOutcome,
        /// How much less the first costs, as net present value in USD.
        margin_usd: f64,
    },
}

impl<'a> Answer<'a> {
    /// The answer of an outcome.
    pub fn of(outcome: &'a Outcome) -> Answer<'a> {
        match outcome.by_cost().as_slice() {
            [] => Answer::Nothing,
            [only] => Answer::Only(only),
            [first, second, ..] => Answer::Cheapest {
                first,
                second,
                margin_usd: npv(second) - npv(first),
            },
        }
    }
}

fn npv(option: &OptionOutcome) -> f64 {
    option.get(Measure::NetPresentValue).unwrap_or(0.0)
}

/// "36 months" as a value for a sentence.
pub fn months(outcome: &Outcome) -> Arg {
    let count = Arg::Count(u64::from(outcome.horizon_months));
    Arg::Message(Box::new(Message::new("count-months").with("count", count)))
}

/// Money of the client, shortened, as a value for a sentence.
pub fn short_money(text: Text, usd: f64) -> Arg {
    Arg::from(text.compact_money(Money::usd(usd)))
}

/// How the figures are meant: a base case, discounted.
pub fn how_sure(page: &Page<'_>) -> String {
    let rate = page.session.scenario().finance.discount_rate_per_year.value;
    page.text.format(
        "results-how-sure",
        &[
            ("months", months(page.session.outcome())),
            ("rate", Arg::Percent(rate)),
        ],
    )
}

/// Where there is no option yet, the question of the step and the way to the options.
/// Returns whether the page ends here.
pub fn add_options_first(ui: &mut Ui, page: &mut Page<'_>, step: &str) -> bool {
    if !page.session.scenario().options.is_empty() {
        return false;
    }
    let text = page.text;
    parts_of_page::headline(
        ui,
        &text.get(&format!("{step}.headline")),
        &text.get(&format!("{step}.help")),
    );
    let words = text.get("step-options");
    let asks = parts_of_page::card(ui, "", "", |ui| {
        let leads_on = button::primary(&words).icon(Icon::Right);
        parts_of_page::empty(
            ui,
            Icon::Information,
            &text.get("results-no-options"),
            Some(leads_on),
        )
    });
    if asks.inner {
        page.ask(Ask::Step(OPTIONS_STEP));
    }
    true
}

/// The place of the step of the options.
const OPTIONS_STEP: usize = 2;

/// A figure of an option in a table: money in the client's currency without its "per", the rest
/// with its unit.
pub fn measure_words(text: Text, measure: Measure, value: f64) -> String {
    let unit = measure.unit();
    if unit.exponent(Base::Usd) == 1 {
        text.money(Money::usd(value))
    } else if unit == Unit::REPLICAS {
        text.number(value, Digits::SCREEN)
    } else {
        text.quantity(value, unit)
    }
}

/// The key of a measure's name.
pub fn measure_key(measure: Measure) -> String {
    format!("measure-{}", measure.key().replace('_', "-"))
}

/// The name of a result: a measure or a cost line.
pub fn result_name(text: Text, part: ResultPart) -> String {
    match part {
        ResultPart::Measure(measure) => text.get(&measure_key(measure)).into_owned(),
        ResultPart::Line(line) => text.get(&line_key(line)).into_owned(),
    }
}

/// The key of a cost line's name.
pub fn line_key(line: CostLine) -> String {
    format!("cost-line-{}", line.key())
}

/// The value of a result in words; nothing where the option has none.
pub fn result_words(text: Text, option: &OptionOutcome, part: ResultPart) -> Option<String> {
    match part {
        ResultPart::Measure(measure) => option
            .get(measure)
            .map(|value| measure_words(text, measure, value)),
        ResultPart::Line(line) => option.line_usd(line).map(|usd| text.money(Money::usd(usd))),
    }
}

/// A figure that says why when it is pressed; a dash where there is none.
pub fn why_cell(text: Text, option: &OptionOutcome, part: ResultPart) -> Cell {
    match result_words(text, option, part) {
        None => Cell::new("–"),
        Some(words) => {
            let name = text.format(
                "results-why-of",
                &[
                    ("result", Arg::from(result_name(text, part))),
                    ("option", Arg::from(option.name.clone())),
                    ("value", Arg::from(words.clone())),
                ],
            );
            Cell::new(words).link(name)
        }
    }
}

/// Asks why a figure of an option is what it is.
pub fn ask_why(page: &mut Page<'_>, option: &OptionId, part: ResultPart) {
    page.ask(Ask::Why(ResultRef {
        option: option.clone(),
        part,
    }));
}

/// The name of an option with the mark of its colour: filled, or an empty ring where it is out.
pub fn option_cell(look: &Look, option: &OptionOutcome) -> Cell {
    let colour = look.series_colour(usize::from(option.colour));
    let key = if option.is_feasible() {
        Key::Dot(colour)
    } else {
        Key::Ring(colour)
    };
    Cell::new(&option.name).key(key)
}

/// A row in the weight of its option: strong for the cheapest, grey where it is out.
pub fn option_row(outcome: &Outcome, option: &OptionOutcome, cells: Vec<Cell>) -> Row {
    let row = Row::new(cells);
    if !option.is_feasible() {
        row.faded()
    } else if outcome
        .cheapest()
        .is_some_and(|cheapest| cheapest.id == option.id)
    {
        row.strong()
    } else {
        row
    }
}

/// Chooses one of the options; nothing where the choice stays.
pub fn option_picker(
    ui: &mut Ui,
    page: &Page<'_>,
    name: &str,
    chosen: Option<&OptionId>,
) -> Option<OptionId> {
    let text = page.text;
    let outcome = page.session.outcome();
    let entries: Vec<Entry> = outcome
        .options
        .iter()
        .map(|option| Entry {
            title: option.name.clone(),
            note: text
                .get(&format!("deployment-{}", option.deployment.key()))
                .into_owned(),
            figure: option
                .get(Measure::NetPresentValue)
                .map_or_else(String::new, |usd| text.compact_money(Money::usd(usd))),
            aliases: option.id.to_string(),
        })
        .collect();
    let place = chosen.and_then(|id| outcome.options.iter().position(|option| option.id == *id));
    let (search, nothing) = (text.get("button-search"), text.get("window-search-nothing"));
    let words = PickerWords {
        search: &search,
        nothing: &nothing,
    };
    let unchosen = text.get("button-choose");
    let picked = picker::picker(ui, name, place, &unchosen, &entries, words)?;
    outcome.options.get(picked).map(|option| option.id.clone())
}

/// The option an input belongs to and the group it stands in.
pub fn owner_and_group(
    scenario: &Scenario,
    path: &InputPath,
) -> Option<(Option<OptionId>, String)> {
    let spec = scenario.spec(path)?;
    let option = path
        .as_str()
        .strip_prefix("options.")
        .and_then(|rest| OptionId::parse(rest.split('.').next()?));
    Some((option, spec.group.to_owned()))
}

/// A heading that opens and closes what stands below it; returns whether it was pressed.
pub fn fold(ui: &mut Ui, title: &str, note: &str, is_open: bool) -> bool {
    let look = Look::of(ui);
    let size = vec2(ui.available_width(), look.control_height());
    let (area, response) = ui.allocate_exact_size(size, Sense::click());
    let label = if note.is_empty() {
        title.to_owned()
    } else {
        format!("{title}, {note}")
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    if ui.is_rect_visible(area) {
        if response.hovered() {
            let fill = look.tint(look.accent_ground, 0.5);
            ui.painter().rect_filled(area, look.control_corner(), fill);
        }
        let middle = area.center().y;
        let arrow = Rect::from_center_size(
            pos2(area.left() + 1.5 * look.grid, middle),
            vec2(3.0, 3.0) * look.grid,
        );
        let sign = if is_open { Icon::Down } else { Icon::Right };
        icon::draw(ui.painter(), arrow, sign, look.muted);
        let note = ui
            .painter()
            .layout_no_wrap(note.to_owned(), look.small_font(), look.muted);
        let note_left = area.right() - note.size().x - look.grid;
        ui.painter().galley(
            pos2(note_left, middle - note.size().y / 2.0),
            note,
            look.muted,
        );
        let room = Rect::from_min_max(
            pos2(area.left() + 4.5 * look.grid, area.top()),
            pos2(note_left - look.grid, area.bottom()),
        );
        crate::widgets::cut_text(ui.painter(), room, title, look.strong_font(), look.ink);
        focus_ring(ui, area, look.control_corner(), &response);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// Two panes beside each other, the left one narrow; under each other where there is no room.
pub fn panes(ui: &mut Ui, mut contents: impl FnMut(&mut Ui, Pane)) {
    let look = Look::of(ui);
    let wide = ui.available_width();
    let narrow = (0.30 * wide).clamp(290.0, 380.0);
    if wide < 700.0 {
        contents(ui, Pane::Right);
        contents(ui, Pane::Left);
        return;
    }
    let rest = wide - narrow - look.gap;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = look.gap;
        for (pane, width) in [(Pane::Left, narrow), (Pane::Right, rest)] {
            let down = egui::Layout::top_down(egui::Align::Min);
            ui.allocate_ui_with_layout(vec2(width, 0.0), down, |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing = vec2(look.gap_small, look.gap);
                contents(ui, pane);
            });
        }
    });
}

/// A pane of [`panes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The narrow one.
    Left,
    /// The wide one.
    Right,
}

/// A wrapped paragraph of ordinary text.
pub fn paragraph(ui: &mut Ui, words: impl Into<String>) {
    let look = Look::of(ui);
    ui.add(egui::Label::new(look.body(words)).wrap().selectable(true));
}

/// A wrapped reading aid.
pub fn note(ui: &mut Ui, words: impl Into<String>) {
    let look = Look::of(ui);
    ui.add(egui::Label::new(look.note(words)).wrap().selectable(true));
}

/// A sentence with a glyph before it.
pub fn point(ui: &mut Ui, sign: Icon, colour: egui::Color32, words: impl Into<String>) {
    let look = Look::of(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = look.gap_small;
        let side = 3.5 * look.grid;
        let (area, _) =
            ui.allocate_exact_size(vec2(side, look.body_size + 1.5 * look.grid), Sense::hover());
        icon::draw(
            ui.painter(),
            Rect::from_center_size(area.center(), vec2(side, side)),
            sign,
            colour,
        );
        ui.add(egui::Label::new(look.body(words)).wrap().selectable(true));
    });
}

/// A table that scrolls sideways where it is wider than the page.
pub fn wide_table(
    ui: &mut Ui,
    name: &str,
    columns: &[crate::widgets::table::Column],
    rows: &[Row],
) -> Option<(usize, usize)> {
    egui::ScrollArea::horizontal()
        .id_salt(("wide table", name))
        .show(ui, |ui| {
            // Rather a table that scrolls than names of one letter a line.
            let least = NAME_WIDTH + FIGURE_WIDTH * columns.len().saturating_sub(1) as f32;
            if columns.len() > FEW_COLUMNS && ui.available_width() < least {
                ui.set_width(least);
            }
            crate::widgets::table::table(ui, name, columns, rows)
        })
        .inner
}

/// Tables of more columns than these are kept from becoming narrow.
const FEW_COLUMNS: usize = 5;
/// What a name needs to be read, and what a figure takes on average.
const NAME_WIDTH: f32 = 200.0;
const FIGURE_WIDTH: f32 = 84.0;

/// What a model's vendor says about a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LanguageSupport {
    /// The vendor lists it.
    Stated,
    /// The vendor lists others.
    NotStated,
    /// The vendor lists none, or nothing is known of the model.
    Unknown,
}

/// Whether a list of supported languages holds a working language; a country does not matter.
pub fn language_support(stated: Option<&[String]>, tag: &str) -> LanguageSupport {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
    match stated {
        None | Some([]) => LanguageSupport::Unknown,
        Some(list) if list.iter().any(|known| primary(known) == primary(tag)) => {
            LanguageSupport::Stated
        }
        Some(_) => LanguageSupport::NotStated,
    }
}

/// The name of a language in the user's language; the tag where there is no name for it.
pub fn language_name(text: Text, tag: &str) -> String {
    let named = |tag: &str| text.find(&format!("language-{}", tag.to_lowercase()));
    let primary = tag.split('-').next().unwrap_or(tag);
    named(tag)
        .or_else(|| named(primary))
        .map_or_else(|| tag.to_owned(), |name| name.into_owned())
}

/// The working languages as a table of what vendors say, or nothing where none is named.
pub fn languages_table(ui: &mut Ui, page: &Page<'_>, name: &str) -> bool {
    let look = Look::of(ui);
    let text = page.text;
    let scenario = page.session.scenario();
    let languages = &scenario.question.working_languages;
    if languages.is_empty() {
        return false;
    }
    let mut columns = vec![crate::widgets::table::text_column(
        text.get("column-option"),
        2.0,
    )];
    columns.extend(
        languages
            .iter()
            .map(|tag| crate::widgets::table::text_column(language_name(text, tag), 1.0)),
    );
    let outcome = page.session.outcome();
    let rows: Vec<Row> = scenario
        .options
        .iter()
        .zip(&outcome.options)
        .map(|(option, of_option)| {
            let stated = option
                .model
                .as_ref()
                .map(|model| model.languages.as_slice());
            let mut cells = vec![option_cell(&look, of_option)];
            cells.extend(
                languages
                    .iter()
                    .map(|tag| support_cell(&look, text, language_support(stated, tag))),
            );
            Row::new(cells)
        })
        .collect();
    crate::widgets::table::table(ui, name, &columns, &rows);
    true
}

fn support_cell(look: &Look, text: Text, support: LanguageSupport) -> Cell {
    let (sign, colour, key) = match support {
        LanguageSupport::Stated => (Icon::Tick, look.good, "results-language-stated"),
        LanguageSupport::NotStated => (
            Icon::Exclamation,
            look.caution,
            "results-language-not-stated",
        ),
        LanguageSupport::Unknown => (Icon::Ring, look.muted, "value-unknown"),
    };
    Cell::new(text.get(key)).key(Key::Glyph(sign, colour))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_of_another_country_counts_and_silence_is_no_answer() {
        let stated = ["en".to_owned(), "pt".to_owned()];
        for (list, tag, expected) in [
            (Some(&stated[..]), "pt-BR", LanguageSupport::Stated),
            (Some(&stated[..]), "EN", LanguageSupport::Stated),
            (Some(&stated[..]), "ja", LanguageSupport::NotStated),
            (Some(&[][..]), "ja", LanguageSupport::Unknown),
            (None, "ja", LanguageSupport::Unknown),
        ] {
            assert_eq!(language_support(list, tag), expected, "{tag}");
        }
    }

    #[test]
    fn what_is_cached_is_made_once_for_each_key() {
        let mut cached = Cached::default();
        let mut made = 0;
        for key in [1, 1, 2, 2, 1] {
            cached.get(key, || made += 1);
        }
        assert_eq!(made, 3);
        assert!(cached.known(&1).is_some() && cached.known(&2).is_none());
    }
}
