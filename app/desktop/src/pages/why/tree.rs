//! The tree: steps that open to the steps they read; arrow keys walk through it.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use egui::accesskit::Role;
use egui::{
    CursorIcon, EventFilter, Key, Modifiers, Rect, Response, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};
use weighbridge_engine::catalogue::Catalogue;
use weighbridge_engine::explain::Explanation;
use weighbridge_engine::scenario::{InputPath, Scenario};
use weighbridge_engine::trace::NodeId;
use weighbridge_text::Text;
use weighbridge_units::Arg;

use super::words;
use crate::look::Look;
use crate::pages::parts::{Cached, Stamp};
use crate::reasons::{self, Grounds};
use crate::widgets::focus_ring;
use crate::widgets::icon::{self, Icon};

/// Steps shown below one step before the rest is asked for.
const MOST_BELOW: usize = 8;

/// How deep steps are indented; deeper ones stand no further right.
const DEEPEST_INDENT: usize = 8;

/// How far the tree is open. A step is known by the way to it.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// The result itself is open from the start; here are the others, and the result where closed.
    turned: BTreeSet<u64>,
    /// Steps of which all steps below are shown.
    in_full: BTreeSet<u64>,
    version: u64,
    lines: Cached<(Stamp, u64, NodeId), Vec<Line>>,
}

/// What the tree tells of.
pub(super) struct Told<'a> {
    pub(super) explanation: &'a Explanation,
    /// Why factors of speed are what they are.
    pub(super) grounds: &'a Grounds,
    pub(super) scenario: &'a Scenario,
    pub(super) catalogue: &'a Catalogue,
}

/// A visible line.
#[derive(Debug)]
struct Line {
    /// The way to the step.
    way: u64,
    depth: usize,
    label: String,
    value: String,
    formula: String,
    origin: String,
    is_weak: bool,
    kind: Kind,
}

#[derive(Debug, PartialEq)]
enum Kind {
    /// A step that opens.
    Step { is_open: bool },
    /// A step with nothing below.
    Leaf,
    /// An input.
    Input(InputPath),
    /// So many more steps.
    More,
}

enum Reply {
    Turn(u64),
    ShowAll(u64),
    Reveal(InputPath),
}

impl Tree {
    /// Draws the tree; returns the input that was pressed.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        text: Text,
        told: &Told<'_>,
        stamp: Stamp,
    ) -> Option<InputPath> {
        let explanation = told.explanation;
        let key = (stamp, self.version, explanation.root);
        let walk = Walk {
            text,
            explanation,
            told,
            turned: &self.turned,
            in_full: &self.in_full,
        };
        let lines = self.lines.get(key, || {
            let mut lines = Vec::new();
            walk.push(explanation.root, 0, way_of(0, explanation.root), &mut lines);
            lines
        });
        let builder = UiBuilder::new()
            .id_salt("why tree")
            .accessibility_role(Role::Tree)
            .accessibility_label(text.get("button-explain"));
        let reply = ui.scope_builder(builder, |ui| draw(ui, lines)).inner;
        match reply? {
            Reply::Reveal(path) => return Some(path),
            Reply::Turn(way) => {
                if !self.turned.remove(&way) {
                    self.turned.insert(way);
                }
            }
            Reply::ShowAll(way) => {
                self.in_full.insert(way);
            }
        }
        self.version += 1;
        ui.ctx().request_repaint();
        None
    }
}

/// The way to a step: the way to the step above, and its own number.
fn way_of(above: u64, id: NodeId) -> u64 {
    let mut hasher = DefaultHasher::new();
    (above, id).hash(&mut hasher);
    hasher.finish()
}

struct Walk<'a> {
    text: Text,
    explanation: &'a Explanation,
    told: &'a Told<'a>,
    turned: &'a BTreeSet<u64>,
    in_full: &'a BTreeSet<u64>,
}

impl Walk<'_> {
    fn push(&self, id: NodeId, depth: usize, way: u64, lines: &mut Vec<Line>) {
        let node = self.explanation.node(id);
        let mut line = Line {
            way,
            depth,
            label: words::label(self.text, self.explanation, id),
            value: words::value(self.text, node.value, node.unit),
            formula: String::new(),
            origin: String::new(),
            is_weak: false,
            kind: Kind::Leaf,
        };
        if let Some(input) = self.explanation.input(id) {
            line.origin = words::origin(self.text, input);
            line.is_weak = input.figure.origin.is_doubtful();
            line.kind = Kind::Input(input.path.clone());
            lines.push(line);
            self.push_reasons(&input.path, depth + 1, way, lines);
            return;
        }
        let Some(written) = words::written(self.text, self.explanation, id) else {
            lines.push(line);
            return;
        };
        line.formula = format!("= {}", written.formula);
        let is_open = self.turned.contains(&way) != (depth == 0);
        if written.noughts > 0 && is_open {
            let count = Arg::from(written.noughts);
            line.origin = self.text.format("why-noughts", &[("count", count)]);
        }
        if !written.below.is_empty() {
            line.kind = Kind::Step { is_open };
        }
        lines.push(line);
        if !is_open {
            return;
        }
        let shown = if self.in_full.contains(&way) {
            written.below.len()
        } else {
            MOST_BELOW
        };
        for part in written.below.iter().take(shown) {
            self.push(*part, depth + 1, way_of(way, *part), lines);
        }
        if written.below.len() > shown {
            lines.push(self.more(written.below.len() - shown, depth + 1, way));
        }
    }

    /// Why a factor of speed is what it is, below the factor.
    fn push_reasons(&self, path: &InputPath, depth: usize, way: u64, lines: &mut Vec<Line>) {
        let Some(grounds) = self.told.grounds.factors.get(path) else {
            return;
        };
        let (scenario, catalogue) = (self.told.scenario, self.told.catalogue);
        let reasons = reasons::words(self.text, scenario, catalogue, grounds);
        let shown = match self.in_full.contains(&way) {
            true => reasons.len(),
            false => MOST_BELOW,
        };
        let hidden = reasons.len().saturating_sub(shown);
        for (place, reason) in reasons.into_iter().take(shown).enumerate() {
            let mut hasher = DefaultHasher::new();
            (way, "reason", place).hash(&mut hasher);
            lines.push(Line {
                way: hasher.finish(),
                depth,
                label: reason.name,
                value: reason.factor,
                formula: String::new(),
                origin: reason.detail,
                is_weak: false,
                kind: Kind::Leaf,
            });
        }
        if hidden > 0 {
            lines.push(self.more(hidden, depth, way));
        }
    }

    /// The line that shows the rest of what stands below a step.
    fn more(&self, count: usize, depth: usize, way: u64) -> Line {
        let count = Arg::from(count);
        Line {
            way,
            depth,
            label: self.text.format("why-show-more", &[("count", count)]),
            value: String::new(),
            formula: String::new(),
            origin: String::new(),
            is_weak: false,
            kind: Kind::More,
        }
    }
}

fn draw(ui: &mut Ui, lines: &[Line]) -> Option<Reply> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut reply = None;
    let responses: Vec<Response> = lines.iter().map(|line| row(ui, line)).collect();
    for (place, (line, response)) in lines.iter().zip(&responses).enumerate() {
        if response.clicked() {
            reply = Some(match &line.kind {
                Kind::Step { .. } => Reply::Turn(line.way),
                Kind::Input(path) => Reply::Reveal(path.clone()),
                Kind::More => Reply::ShowAll(line.way),
                Kind::Leaf => continue,
            });
        }
        if !response.has_focus() {
            continue;
        }
        let above = lines[..place]
            .iter()
            .rposition(|other| other.depth < line.depth);
        match arrow(ui, response) {
            Some(Key::ArrowDown) => focus(responses.get(place + 1)),
            Some(Key::ArrowUp) => focus(
                place
                    .checked_sub(1)
                    .and_then(|before| responses.get(before)),
            ),
            Some(Key::ArrowRight) => match line.kind {
                Kind::Step { is_open: false } => reply = Some(Reply::Turn(line.way)),
                Kind::Step { is_open: true } => focus(responses.get(place + 1)),
                _ => {}
            },
            Some(Key::ArrowLeft) => match line.kind {
                Kind::Step { is_open: true } => reply = Some(Reply::Turn(line.way)),
                _ => focus(above.and_then(|above| responses.get(above))),
            },
            _ => {}
        }
    }
    reply
}

fn focus(response: Option<&Response>) {
    if let Some(response) = response {
        response.request_focus();
        response.scroll_to_me(None);
    }
}

/// The arrow key that was pressed while the row has the keyboard.
fn arrow(ui: &Ui, response: &Response) -> Option<Key> {
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        ..Default::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    ui.input_mut(|input| {
        [
            Key::ArrowDown,
            Key::ArrowUp,
            Key::ArrowRight,
            Key::ArrowLeft,
        ]
        .into_iter()
        .find(|key| input.consume_key(Modifiers::NONE, *key))
    })
}

fn row(ui: &mut Ui, line: &Line) -> Response {
    let look = Look::of(ui);
    let indent = 4.0 * look.grid * line.depth.min(DEEPEST_INDENT) as f32 + 5.0 * look.grid;
    let width = ui.available_width();
    let painter = ui.painter().clone();
    let (is_link, is_head) = (
        matches!(line.kind, Kind::Input(_) | Kind::More),
        line.depth == 0,
    );
    let font = if is_head {
        look.strong_font()
    } else {
        look.body_font()
    };
    let colour = if is_link { look.accent } else { look.ink };
    let value = painter.layout_no_wrap(line.value.clone(), font.clone(), look.ink);
    let room = (width - indent - value.size().x - 2.0 * look.gap_small).max(60.0);
    let label = painter.layout(line.label.clone(), font, colour, room);
    let below = |words: &str, font, colour| {
        (!words.is_empty()).then(|| {
            painter.layout(
                words.to_owned(),
                font,
                colour,
                (width - indent - look.grid).max(60.0),
            )
        })
    };
    let formula = below(&line.formula, look.note_font(), look.muted);
    let origin = below(
        &line.origin,
        look.small_font(),
        if line.is_weak {
            look.caution
        } else {
            look.muted
        },
    );
    let further: Vec<_> = [formula, origin].into_iter().flatten().collect();
    let height = label.size().y
        + further
            .iter()
            .map(|galley| galley.size().y + look.grid / 2.0)
            .sum::<f32>()
        + 2.0 * look.grid;
    let id = ui.scope_id().with((line.way, line.kind == Kind::More));
    let (_, area) = ui.allocate_space(vec2(width, height));
    let response = ui.interact(area, id, Sense::click());
    tell(ui, &response, line);
    if ui.is_rect_visible(area) {
        if response.hovered() && line.kind != Kind::Leaf {
            painter.rect_filled(
                area,
                look.control_corner(),
                look.tint(look.accent_ground, 0.5),
            );
        }
        let top = area.top() + look.grid;
        let left = area.left() + indent;
        if let Kind::Step { is_open } = line.kind {
            let centre = pos2(left - 2.75 * look.grid, top + look.body_size * 0.6);
            let sign = if is_open { Icon::Down } else { Icon::Right };
            icon::draw(
                &painter,
                Rect::from_center_size(centre, vec2(3.0, 3.0) * look.grid),
                sign,
                look.muted,
            );
        }
        painter.galley(
            pos2(area.right() - look.grid - value.size().x, top),
            value,
            look.ink,
        );
        let mut reached = top + label.size().y;
        if is_link {
            let line = Stroke::new(look.hairline, colour.gamma_multiply(0.6));
            painter.hline(left..=left + label.size().x, reached, line);
        }
        painter.galley(pos2(left, top), label, colour);
        for galley in further {
            reached += look.grid / 2.0;
            let height = galley.size().y;
            painter.galley(pos2(left, reached), galley, look.muted);
            reached += height;
        }
        painter.hline(left..=area.right(), area.bottom(), look.rule_stroke());
        focus_ring(ui, area.shrink(1.0), look.control_corner(), &response);
    }
    if line.kind == Kind::Leaf {
        response
    } else {
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}

/// What a screen reader says of a row: name, value, and how it comes about.
fn tell(ui: &Ui, response: &Response, line: &Line) {
    let role = match line.kind {
        Kind::Input(_) => Role::Link,
        Kind::More => Role::Button,
        Kind::Step { .. } | Kind::Leaf => Role::TreeItem,
    };
    let mut name = line.label.clone();
    if !line.value.is_empty() {
        name = format!("{name} = {}", line.value);
    }
    response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_level(line.depth + 1);
        if let Kind::Step { is_open } = line.kind {
            node.set_expanded(is_open);
        }
        let further = [line.formula.as_str(), line.origin.as_str()];
        let further: Vec<&str> = further
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect();
        if !further.is_empty() {
            node.set_description(further.join(". "));
        }
    });
}
