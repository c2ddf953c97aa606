//! A scene as typst markup: native shapes and text, so that paper keeps vectors, fonts and selectable words.

use std::fmt::Write;

use weighbridge_charts::svg::number;
use weighbridge_charts::{Anchor, Colour, Mark, Palette, Point, Role, Scene, Stroke, fonts};

/// Markup that draws the scene as one block of its own size, described for those who cannot see it.
///
/// It stands on a line of its own in a document whose text font is Lato.
#[must_use]
pub fn markup(scene: &Scene, palette: &Palette) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "#figure(alt: {}, block(width: {}pt, height: {}pt, breakable: false, {{\n\
         set text(top-edge: \"baseline\", bottom-edge: \"baseline\", hyphenate: false)\n\
         set par(justify: false, leading: 0pt, spacing: 0pt)",
        string(&format!("{} {}", scene.title, scene.description)),
        number(scene.width),
        number(scene.height)
    );
    for mark in &scene.marks {
        out.push_str(&statement(mark, scene, palette));
        out.push('\n');
    }
    out.push_str("}))\n");
    out
}

/// A typst string literal; what the fonts cannot show is replaced where it is seen.
#[must_use]
pub(crate) fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for character in fonts::printable(text).chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            _ => out.push(character),
        }
    }
    out.push('"');
    out
}

fn statement(mark: &Mark, scene: &Scene, palette: &Palette) -> String {
    match mark {
        Mark::Rect { rect, fill } => format!(
            "{}rect(width: {}pt, height: {}pt, fill: {}, stroke: none))",
            place(rect.x, rect.y),
            number(rect.width.max(0.0)),
            number(rect.height.max(0.0)),
            colour(*fill, palette)
        ),
        Mark::Polyline { points, stroke } => format!(
            "{}curve(stroke: {}, {}))",
            place(0.0, 0.0),
            stroke_of(stroke, palette),
            segments(points)
        ),
        Mark::Polygon {
            points,
            fill,
            stroke,
        } => format!(
            "{}polygon(fill: {}, stroke: {}, {}))",
            place(0.0, 0.0),
            colour(*fill, palette),
            optional_stroke(stroke.as_ref(), palette),
            pairs(points).join(", ")
        ),
        Mark::Area { polygons, fill } => format!(
            "{}curve(fill: {}, stroke: none, {}))",
            place(0.0, 0.0),
            colour(*fill, palette),
            polygons
                .iter()
                .map(|points| format!("{}, curve.close(mode: \"straight\")", segments(points)))
                .collect::<Vec<_>>()
                .join(", ")
        ),
        Mark::Circle {
            centre,
            radius,
            fill,
            stroke,
        } => format!(
            "{}circle(radius: {}pt, fill: {}, stroke: {}))",
            place(centre.x - radius, centre.y - radius),
            number(*radius),
            colour(*fill, palette),
            optional_stroke(stroke.as_ref(), palette)
        ),
        Mark::Text {
            at,
            text,
            size,
            weight,
            anchor,
            fill,
        } => {
            // Placed by its own left, middle or right, as the typesetter measures it.
            let (alignment, dx) = match anchor {
                Anchor::Start => ("left", at.x),
                Anchor::Middle => ("center", at.x - scene.width / 2.0),
                Anchor::End => ("right", at.x - scene.width),
            };
            format!(
                "place(top + {alignment}, dx: {}pt, dy: {}pt, box(text(size: {}pt, weight: {}, fill: {}, {})))",
                number(dx),
                number(at.y),
                number(*size),
                weight.number(),
                colour(*fill, palette),
                string(text)
            )
        }
    }
}

fn place(x: f64, y: f64) -> String {
    format!(
        "place(top + left, dx: {}pt, dy: {}pt, ",
        number(x),
        number(y)
    )
}

fn segments(points: &[Point]) -> String {
    pairs(points)
        .iter()
        .enumerate()
        .map(|(index, pair)| match index {
            0 => format!("curve.move({pair})"),
            _ => format!("curve.line({pair})"),
        })
        .collect::<Vec<_>>()
        .join(", ")
}

fn pairs(points: &[Point]) -> Vec<String> {
    points
        .iter()
        .map(|point| format!("({}pt, {}pt)", number(point.x), number(point.y)))
        .collect()
}

fn optional_stroke(stroke: Option<&Stroke>, palette: &Palette) -> String {
    stroke.map_or("none".to_owned(), |stroke| stroke_of(stroke, palette))
}

fn stroke_of(stroke: &Stroke, palette: &Palette) -> String {
    let dash = if stroke.dash.is_empty() {
        "none".to_owned()
    } else {
        let lengths: Vec<String> = stroke
            .dash
            .iter()
            .map(|length| format!("{}pt", number(*length)))
            .collect();
        format!("({})", lengths.join(", "))
    };
    format!(
        "(paint: {}, thickness: {}pt, dash: {dash}, join: \"round\")",
        colour(stroke.colour, palette),
        number(stroke.width)
    )
}

fn colour(role: Role, palette: &Palette) -> String {
    let Colour { alpha, .. } = palette.colour(role);
    let hex = palette.colour(role).hex();
    if alpha == 255 {
        format!("rgb(\"{hex}\")")
    } else {
        format!("rgb(\"{hex}{alpha:02x}\")")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_cannot_leave_their_quotes() {
        assert_eq!(string("a \"b\" \\ #c\n$d$"), r#""a \"b\" \\ #c $d$""#);
    }
}
