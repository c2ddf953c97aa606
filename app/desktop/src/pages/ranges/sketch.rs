//! How a range is spread, as a picture: small inside the button beside a field, and larger in the
//! editor, with low, value and high marked.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Mesh, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};
use weighbridge_charts::density::Density;
use weighbridge_engine::figure::{Figure, RangeShape};
use weighbridge_engine::uncertainty::shape::distribution;
use weighbridge_units::Arg;

use super::Subject;
use crate::look::Look;

/// The picture of a figure's range; made once for each figure, since quantiles of some shapes are
/// slow.
fn density(ui: &Ui, subject: &Subject<'_>) -> Option<Arc<Density>> {
    type Kept = (Figure, Option<Arc<Density>>);
    subject.figure.range.as_ref()?;
    let key = egui::Id::unique(("density of a range", subject.path));
    if let Some((figure, density)) = ui.data(|data| data.get_temp::<Kept>(key))
        && figure == *subject.figure
    {
        return density;
    }
    let made = distribution(subject.figure).ok();
    let made = made.map(|distribution| Arc::new(Density::of(&distribution)));
    let kept: Kept = (subject.figure.clone(), made.clone());
    ui.data_mut(|data| data.insert_temp(key, kept));
    made
}

/// The picture inside the button; one stroke where there is one value only.
pub(super) fn thumbnail(ui: &Ui, area: Rect, subject: &Subject<'_>) {
    let look = Look::of(ui);
    let painter = ui.painter();
    let Some(density) = density(ui, subject) else {
        let line = Stroke::new(look.hairline, look.muted);
        painter.hline(area.x_range(), area.bottom(), line);
        let stroke = Stroke::new(1.5 * look.hairline, look.muted);
        painter.vline(area.center().x, area.y_range(), stroke);
        return;
    };
    paint(painter, area, &density, &look);
    let line = Stroke::new(look.hairline, look.accent);
    painter.hline(area.x_range(), area.bottom(), line);
}

/// The picture in the editor, with low, value and high marked below it.
pub(super) fn picture(ui: &mut Ui, subject: &Subject<'_>) {
    let look = Look::of(ui);
    let (Some(range), Some(density)) = (&subject.figure.range, density(ui, subject)) else {
        return;
    };
    let value = subject.figure.value;
    let size = vec2(ui.available_width(), 22.0 * look.grid);
    let (whole, response) = ui.allocate_exact_size(size, Sense::hover());
    let summary = subject.text.format(
        "ranges-sketch",
        &[
            ("field", Arg::from(subject.label.to_owned())),
            ("value", Arg::from(subject.written(value))),
            ("low", Arg::from(subject.written(range.low))),
            ("high", Arg::from(subject.written(range.high))),
        ],
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), &summary));
    if !ui.is_rect_visible(whole) {
        return;
    }
    let mut area = whole.shrink2(vec2(6.0 * look.grid, look.grid));
    area.max.y -= 4.5 * look.grid;
    paint(ui.painter(), area, &density, &look);
    ui.painter()
        .hline(whole.x_range(), area.bottom(), look.rule_stroke());
    let width = density.high - density.low;
    let place = |value: f64| {
        let share = if width > 0.0 {
            ((value - density.low) / width).clamp(-0.05, 1.05)
        } else {
            0.5
        };
        area.left() + share as f32 * area.width()
    };
    // The value first: where labels would touch, the ends give way, which stand in fields below.
    let is_of_cases = matches!(range.shape, RangeShape::Cases(_));
    let marks = [
        (!is_of_cases).then_some((value, true)),
        Some((range.low, false)),
        Some((range.high, false)),
    ];
    let mut taken: Vec<egui::Rangef> = Vec::new();
    for (value, is_base) in marks.into_iter().flatten() {
        let x = place(value);
        let (colour, top) = if is_base {
            (look.ink, area.top())
        } else {
            (look.muted, area.bottom() - 2.0 * look.grid)
        };
        let stroke = Stroke::new(look.hairline, colour);
        ui.painter()
            .vline(x, top..=area.bottom() + look.grid, stroke);
        let galley = ui
            .painter()
            .layout_no_wrap(subject.written(value), look.small_font(), colour);
        let most = (whole.right() - galley.size().x).max(whole.left());
        let left = (x - galley.size().x / 2.0).clamp(whole.left(), most);
        let room = egui::Rangef::new(left - look.grid, left + galley.size().x + look.grid);
        if taken.iter().any(|other| other.intersects(room)) {
            continue;
        }
        taken.push(room);
        let at = pos2(left, area.bottom() + 1.25 * look.grid);
        ui.painter().galley(at, galley, colour);
    }
}

fn paint(painter: &Painter, area: Rect, density: &Density, look: &Look) {
    let at = |share: &[f64; 2]| -> Pos2 {
        pos2(
            area.left() + share[0] as f32 * area.width(),
            area.bottom() - share[1] as f32 * area.height(),
        )
    };
    let fill = look.tint(look.accent, 0.28);
    if density.outline.len() >= 2 {
        let mut mesh = Mesh::default();
        for share in &density.outline {
            let next = mesh.vertices.len() as u32;
            let top = at(share);
            mesh.colored_vertex(pos2(top.x, area.bottom()), fill);
            mesh.colored_vertex(top, fill);
            if next >= 2 {
                mesh.add_triangle(next - 2, next - 1, next);
                mesh.add_triangle(next - 1, next, next + 1);
            }
        }
        painter.add(Shape::mesh(mesh));
        let line = Stroke::new(1.25 * look.hairline, look.accent);
        painter.add(Shape::line(density.outline.iter().map(at).collect(), line));
    }
    for spike in &density.spikes {
        let top = at(spike);
        let stroke = Stroke::new(2.5 * look.hairline, look.accent);
        painter.vline(top.x, top.y..=area.bottom(), stroke);
    }
}
