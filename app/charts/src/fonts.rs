//! Text is measured with the font files that screen and paper draw with, so that both place labels alike.
//!
//! Advances are summed without kerning, which makes a measured line slightly longer than a drawn one.

use std::sync::LazyLock;

use ttf_parser::Face;

/// Lato Regular, as drawn and embedded everywhere.
pub const LATO_REGULAR: &[u8] = include_bytes!("../../../assets/fonts/Lato-Regular.ttf");
/// Lato Semibold.
pub const LATO_SEMIBOLD: &[u8] = include_bytes!("../../../assets/fonts/Lato-Semibold.ttf");
/// Lato Bold.
pub const LATO_BOLD: &[u8] = include_bytes!("../../../assets/fonts/Lato-Bold.ttf");
/// Lato Italic.
pub const LATO_ITALIC: &[u8] = include_bytes!("../../../assets/fonts/Lato-Italic.ttf");

/// What stands for a character that the font lacks.
const SUBSTITUTE: char = '?';

/// The weight of a text run.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    Semibold,
    /// 700.
    Bold,
}

impl Weight {
    /// The weight as CSS and typst count it.
    #[must_use]
    pub fn number(self) -> u16 {
        match self {
            Weight::Regular => 400,
            Weight::Semibold => 600,
            Weight::Bold => 700,
        }
    }
}

/// The width of a line of text in points.
#[must_use]
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let face = face(weight);
    let units: u64 = text
        .chars()
        .map(|character| {
            let glyph = face
                .glyph_index(character)
                .or_else(|| face.glyph_index(SUBSTITUTE));
            u64::from(
                glyph
                    .and_then(|glyph| face.glyph_hor_advance(glyph))
                    .unwrap_or(0),
            )
        })
        .sum();
    units as f64 * size / f64::from(face.units_per_em())
}

/// From the baseline up to the top of capitals and figures, in points.
#[must_use]
pub fn cap_height(size: f64) -> f64 {
    let face = face(Weight::Regular);
    f64::from(face.capital_height().unwrap_or(1400)) * size / f64::from(face.units_per_em())
}

/// The distance between the baselines of two lines, in points.
#[must_use]
pub fn line_height(size: f64) -> f64 {
    size * 1.25
}

/// The text with characters that paper cannot show made visible as a question mark, and line breaks as spaces.
#[must_use]
pub fn printable(text: &str) -> String {
    let face = face(Weight::Regular);
    text.chars()
        .map(|character| match character {
            '\n' | '\r' | '\t' => ' ',
            _ if character.is_control() || face.glyph_index(character).is_none() => SUBSTITUTE,
            _ => character,
        })
        .collect()
}

/// The text, shortened with an ellipsis where it is wider than `max_width` points.
///
/// Empty where not even the ellipsis fits.
#[must_use]
pub fn shorten(text: &str, size: f64, weight: Weight, max_width: f64) -> String {
    if width(text, size, weight) <= max_width {
        return text.to_owned();
    }
    let mut kept = text.to_owned();
    while kept.pop().is_some() {
        let candidate = format!("{}…", kept.trim_end());
        if width(&candidate, size, weight) <= max_width {
            return candidate;
        }
    }
    String::new()
}

/// The text broken at spaces into at most `max_lines` lines of `max_width` points, the last one shortened.
///
/// A single word wider than a line is shortened on its own line.
#[must_use]
pub fn wrap(
    text: &str,
    size: f64,
    weight: Weight,
    max_width: f64,
    max_lines: usize,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut words = text.split(' ').filter(|word| !word.is_empty()).peekable();
    while words.peek().is_some() && lines.len() < max_lines {
        if lines.len() + 1 == max_lines {
            let rest = words.by_ref().collect::<Vec<_>>().join(" ");
            lines.push(shorten(&rest, size, weight, max_width));
            break;
        }
        let mut line = words.next().unwrap_or_default().to_owned();
        while let Some(word) = words.peek() {
            let longer = format!("{line} {word}");
            if width(&longer, size, weight) > max_width {
                break;
            }
            line = longer;
            words.next();
        }
        lines.push(shorten(&line, size, weight, max_width));
    }
    lines
}

fn face(weight: Weight) -> &'static Face<'static> {
    fn load(bytes: &'static [u8]) -> Face<'static> {
        Face::parse(bytes, 0).expect("the built-in fonts are checked by a test")
    }
    static REGULAR: LazyLock<Face<'static>> = LazyLock::new(|| load(LATO_REGULAR));
    static SEMIBOLD: LazyLock<Face<'static>> = LazyLock::new(|| load(LATO_SEMIBOLD));
    static BOLD: LazyLock<Face<'static>> = LazyLock::new(|| load(LATO_BOLD));
    match weight {
        Weight::Regular => &REGULAR,
        Weight::Semibold => &SEMIBOLD,
        Weight::Bold => &BOLD,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_tabular_in_every_weight() {
        for weight in [Weight::Regular, Weight::Semibold, Weight::Bold] {
            let zero = width("0", 12.0, weight);
            assert!(zero > 5.0 && zero < 9.0, "{weight:?}: {zero}");
            for figure in '1'..='9' {
                assert_eq!(
                    width(&figure.to_string(), 12.0, weight),
                    zero,
                    "{weight:?} {figure}"
                );
            }
        }
        assert!(width("Cost", 12.0, Weight::Bold) > width("Cost", 12.0, Weight::Regular));
        let capital = cap_height(10.0);
        assert!(capital > 6.5 && capital < 8.0, "{capital}");
    }

    #[test]
    fn shortened_text_fits_and_keeps_its_start() {
        let text = "Llama 3.3 70B on two rented H100s";
        for max_width in [0.0, 5.0, 20.0, 60.0, 150.0, 400.0] {
            let short = shorten(text, 12.0, Weight::Regular, max_width);
            assert!(width(&short, 12.0, Weight::Regular) <= max_width);
            let start = short.trim_end_matches('…');
            assert!(text.starts_with(start), "{short}");
        }
        assert_eq!(shorten(text, 12.0, Weight::Regular, 400.0), text);
    }

    #[test]
    fn wrapped_text_loses_nothing_when_it_fits() {
        let text = "Llama 3.3 70B on two rented H100s";
        let lines = wrap(text, 12.0, Weight::Regular, 120.0, 4);
        assert!(lines.len() >= 2);
        assert_eq!(lines.join(" "), text);
        let two = wrap(text, 12.0, Weight::Regular, 80.0, 2);
        assert_eq!(two.len(), 2);
        assert!(two[1].ends_with('…'), "{two:?}");
        assert!(wrap("", 12.0, Weight::Regular, 80.0, 2).is_empty());
        assert!(wrap(text, 12.0, Weight::Regular, 80.0, 0).is_empty());
    }

    #[test]
    fn characters_that_the_font_lacks_stay_visible() {
        assert_eq!(
            printable("São Paulo – 2×H100 ≥ 1 €"),
            "São Paulo – 2×H100 ≥ 1 €"
        );
        assert_eq!(printable("模型\n\u{7}"), "?? ?");
    }
}
