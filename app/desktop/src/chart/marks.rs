//! Paints the marks of a scene with egui's painter.

use egui::{Align2, Color32, FontFamily, FontId, Mesh, Painter, Pos2, Stroke, pos2, vec2};
use weighbridge_charts::fonts::Weight;
use weighbridge_charts::{Anchor, Mark, Point, Role, Scene};

use super::items::{dashed, disc, filled_outline};
use crate::look::{BOLD, Look, STRONG};

/// Paints all marks but the ground, which is the card's.
pub(super) fn paint(painter: &Painter, origin: Pos2, scene: &Scene, look: &Look) {
    let place = |point: &Point| pos2(origin.x + point.x as f32, origin.y + point.y as f32);
    for mark in scene.marks.iter().skip(1) {
        match mark {
            Mark::Rect { rect, fill } => {
                let min = pos2(origin.x + rect.x as f32, origin.y + rect.y as f32);
                let size = vec2(rect.width as f32, rect.height as f32);
                painter.rect_filled(
                    egui::Rect::from_min_size(min, size),
                    0.0,
                    colour(*fill, look),
                );
            }
            Mark::Polyline { points, stroke } => {
                let line: Vec<Pos2> = points.iter().map(place).collect();
                painter.extend(dashed(line, stroke_of(stroke, look), &stroke.dash));
            }
            Mark::Polygon {
                points,
                fill,
                stroke,
            } => {
                let corners: Vec<Pos2> = points.iter().map(place).collect();
                let stroke = stroke
                    .as_ref()
                    .map_or(Stroke::NONE, |stroke| stroke_of(stroke, look));
                painter.add(filled_outline(corners, colour(*fill, look), stroke));
            }
            Mark::Area { polygons, fill } => {
                // One mesh has no seams and costs the same whatever the number of areas.
                let fill = colour(*fill, look);
                let mut mesh = Mesh::default();
                for polygon in polygons {
                    let first = mesh.vertices.len() as u32;
                    for point in polygon {
                        mesh.colored_vertex(place(point), fill);
                    }
                    for corner in 2..polygon.len() as u32 {
                        mesh.add_triangle(first, first + corner - 1, first + corner);
                    }
                }
                painter.add(mesh);
            }
            Mark::Circle {
                centre,
                radius,
                fill,
                stroke,
            } => {
                let stroke = stroke
                    .as_ref()
                    .map_or(Stroke::NONE, |stroke| stroke_of(stroke, look));
                let fill = colour(*fill, look);
                painter.add(disc(place(centre), *radius as f32, fill, stroke));
            }
            Mark::Text {
                at,
                text,
                size,
                weight,
                anchor,
                fill,
            } => {
                let font = FontId::new(*size as f32, family(*weight));
                let galley = painter.layout_no_wrap(text.clone(), font, colour(*fill, look));
                let at = place(at);
                let shift = match anchor {
                    Anchor::Start => 0.0,
                    Anchor::Middle => galley.size().x / 2.0,
                    Anchor::End => galley.size().x,
                };
                let ascent = galley.rows.first().map_or(galley.size().y, |row| {
                    row.glyphs
                        .first()
                        .map_or(row.size.y, |glyph| glyph.font_ascent)
                });
                let rect =
                    Align2::LEFT_TOP.anchor_size(pos2(at.x - shift, at.y - ascent), galley.size());
                painter.galley(rect.min, galley, colour(*fill, look));
            }
        }
    }
}

fn stroke_of(stroke: &weighbridge_charts::Stroke, look: &Look) -> Stroke {
    Stroke::new(stroke.width as f32, colour(stroke.colour, look))
}

fn family(weight: Weight) -> FontFamily {
    match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Semibold => FontFamily::Name(STRONG.into()),
        Weight::Bold => FontFamily::Name(BOLD.into()),
    }
}

pub(super) fn colour(role: Role, look: &Look) -> Color32 {
    match role {
        Role::Ground => look.card,
        Role::Ink => look.ink,
        Role::Muted => look.muted,
        Role::Rule => look.rule,
        Role::Accent => look.accent,
        Role::Bad => look.bad,
        Role::OnPart => look.on_part,
        Role::Series(option) => look.series_colour(option),
        Role::SeriesSoft(option) => look.series_colour(option).gamma_multiply(super::SOFT),
        Role::Part(part) => look
            .parts
            .get(part % look.parts.len().max(1))
            .copied()
            .unwrap_or(look.accent),
        Role::SeriesTint(_) | Role::Grade(_) => match role.mixture() {
            Some((of, share)) => look.card.lerp_to_gamma(colour(of, look), share as f32),
            None => look.card,
        },
    }
}
