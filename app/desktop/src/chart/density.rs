//! The small picture of a range beside its figure.

use egui::accesskit::Role;
use egui::{Mesh, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};
use weighbridge_charts::density::Density;

use crate::look::Look;

/// The size at which the picture is still read: as wide as a short field, as high as a row.
const SIZE: Vec2 = vec2(96.0, 24.0);
/// The height of the ticks below the outline.
const TICK: f32 = 4.0;

/// Paints the outline of a density with ticks at P10, the median (longer) and P90.
///
/// `said` is what a screen reader says of it and what stands under the pointer.
pub fn density_ui(ui: &mut Ui, density: &Density, said: &str) -> Response {
    let (area, response) = ui.allocate_exact_size(SIZE, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), said));
    if !ui.is_rect_visible(area) {
        return response;
    }
    let look = Look::of(ui);
    let frame = Rect::from_min_max(
        pos2(area.left() + 1.0, area.top() + 1.0),
        pos2(area.right() - 1.0, area.bottom() - TICK - 1.0),
    );
    let place = |at: &[f64; 2]| {
        pos2(
            frame.left() + at[0] as f32 * frame.width(),
            frame.bottom() - at[1] as f32 * frame.height(),
        )
    };
    let painter = ui.painter();
    let fill = look.accent.gamma_multiply(0.22);
    let line = Stroke::new(1.25, look.accent);
    if density.outline.len() >= 2 {
        let mut mesh = Mesh::default();
        for at in &density.outline {
            let next = mesh.vertices.len() as u32;
            let top = place(at);
            mesh.colored_vertex(pos2(top.x, frame.bottom()), fill);
            mesh.colored_vertex(top, fill);
            if next >= 2 {
                mesh.add_triangle(next - 2, next - 1, next);
                mesh.add_triangle(next - 1, next, next + 1);
            }
        }
        painter.add(mesh);
        painter.add(Shape::line(
            density.outline.iter().map(place).collect(),
            line,
        ));
    }
    for spike in &density.spikes {
        let top = place(spike);
        painter.vline(top.x, top.y..=frame.bottom(), Stroke::new(2.0, look.accent));
    }
    painter.hline(
        frame.x_range(),
        frame.bottom(),
        Stroke::new(look.hairline, look.muted),
    );
    for (index, share) in density.ticks.iter().enumerate() {
        let is_median = index == 1;
        let x = frame.left() + *share as f32 * frame.width();
        let length = if is_median { TICK } else { TICK * 0.7 };
        let width = if is_median { 2.0 } else { 1.0 };
        painter.vline(
            x,
            frame.bottom()..=frame.bottom() + length,
            Stroke::new(width, look.ink),
        );
    }
    response.on_hover_text(said)
}
