//! A scene as a standalone SVG file; text stays text, in the font family that the program carries.

use std::fmt::Write;

use crate::{Anchor, Colour, Mark, Palette, Point, Role, Scene, Stroke, fonts};

/// The scene as an SVG document, with its message and description for readers that cannot see it.
///
/// Lengths are written to a hundredth of a point, so that equal scenes give equal bytes on every machine.
#[must_use]
pub fn write(scene: &Scene, palette: &Palette) -> String {
    let mut out = String::new();
    let (width, height) = (number(scene.width), number(scene.height));
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}pt\" height=\"{height}pt\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"title description\" \
         font-family=\"Lato, Carlito, sans-serif\" font-variant-numeric=\"tabular-nums\">"
    );
    let _ = writeln!(out, "<title id=\"title\">{}</title>", escape(&scene.title));
    let _ = writeln!(
        out,
        "<desc id=\"description\">{}</desc>",
        escape(&scene.description)
    );
    for mark in &scene.marks {
        let line = element(mark, palette);
        out.push_str(&line);
        out.push('\n');
    }
    out.push_str("</svg>\n");
    out
}

fn element(mark: &Mark, palette: &Palette) -> String {
    match mark {
        Mark::Rect { rect, fill } => format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>",
            number(rect.x),
            number(rect.y),
            number(rect.width.max(0.0)),
            number(rect.height.max(0.0)),
            fill_of(*fill, palette)
        ),
        Mark::Polyline { points, stroke } => format!(
            "<polyline points=\"{}\" fill=\"none\"{} stroke-linejoin=\"round\"/>",
            points_of(points),
            stroke_of(stroke, palette)
        ),
        Mark::Polygon {
            points,
            fill,
            stroke,
        } => format!(
            "<polygon points=\"{}\"{}{}/>",
            points_of(points),
            fill_of(*fill, palette),
            stroke
                .as_ref()
                .map_or(String::new(), |stroke| stroke_of(stroke, palette))
        ),
        Mark::Area { polygons, fill } => format!(
            "<path d=\"{}\"{}/>",
            polygons
                .iter()
                .map(|points| format!("M{}Z", points_of(points)))
                .collect::<String>(),
            fill_of(*fill, palette)
        ),
        Mark::Circle {
            centre,
            radius,
            fill,
            stroke,
        } => format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}{}/>",
            number(centre.x),
            number(centre.y),
            number(*radius),
            fill_of(*fill, palette),
            stroke
                .as_ref()
                .map_or(String::new(), |stroke| stroke_of(stroke, palette))
        ),
        Mark::Text {
            at,
            text,
            size,
            weight,
            anchor,
            fill,
        } => {
            let anchor = match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            format!(
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\" font-weight=\"{}\"{anchor}{}>{}</text>",
                number(at.x),
                number(at.y),
                number(*size),
                weight.number(),
                fill_of(*fill, palette),
                escape(&fonts::printable(text))
            )
        }
    }
}

/// A length to a hundredth, without trailing zeros and without "-0".
#[must_use]
pub fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text {
        "-0" => "0".to_owned(),
        text => text.to_owned(),
    }
}

/// The text with the characters that XML reserves written as entities, and those that it forbids left out.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if character.is_control() => {}
            _ => out.push(character),
        }
    }
    out
}

fn points_of(points: &[Point]) -> String {
    points
        .iter()
        .map(|point| format!("{},{}", number(point.x), number(point.y)))
        .collect::<Vec<_>>()
        .join(" ")
}

fn fill_of(role: Role, palette: &Palette) -> String {
    let colour = palette.colour(role);
    format!(
        " fill=\"{}\"{}",
        colour.hex(),
        opacity("fill-opacity", colour)
    )
}

fn stroke_of(stroke: &Stroke, palette: &Palette) -> String {
    let colour = palette.colour(stroke.colour);
    let dash = if stroke.dash.is_empty() {
        String::new()
    } else {
        let lengths: Vec<String> = stroke.dash.iter().map(|length| number(*length)).collect();
        format!(" stroke-dasharray=\"{}\"", lengths.join(" "))
    };
    format!(
        " stroke=\"{}\" stroke-width=\"{}\"{}{dash}",
        colour.hex(),
        number(stroke.width),
        opacity("stroke-opacity", colour)
    )
}

fn opacity(name: &str, colour: Colour) -> String {
    if colour.alpha == 255 {
        String::new()
    } else {
        format!(" {name}=\"{}\"", number(f64::from(colour.alpha) / 255.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short_and_never_minus_zero() {
        for (value, text) in [
            (1.0, "1"),
            (0.505, "0.51"),
            (-0.001, "0"),
            (-2.5, "-2.5"),
            (100.0, "100"),
        ] {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn reserved_characters_are_escaped() {
        assert_eq!(
            escape("R&D <\"fast\">\u{0}\n"),
            "R&amp;D &lt;&quot;fast&quot;&gt; "
        );
    }
}
