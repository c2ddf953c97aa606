//! The fonts of the window: Lato in three weights, and DejaVu Sans for what Lato lacks.
//!
//! Lato's figures are tabular by default, so columns of figures line up without a font feature.
//! The files are the ones that paper uses.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

/// Name of the family for text that carries weight.
pub const STRONG: &str = "strong";
/// Name of the family for titles.
pub const BOLD: &str = "bold";

const REGULAR_FILE: &[u8] = include_bytes!("../../../../assets/fonts/Lato-Regular.ttf");
const SEMIBOLD_FILE: &[u8] = include_bytes!("../../../../assets/fonts/Lato-Semibold.ttf");
const BOLD_FILE: &[u8] = include_bytes!("../../../../assets/fonts/Lato-Bold.ttf");
const FALLBACK_FILE: &[u8] = include_bytes!("../../../../assets/fonts/DejaVuSans.ttf");

/// Lato leaves more room under its letters than over them; moved down by this share of their size
/// they stand in the middle of a button.
const DOWN: f32 = 0.09;

/// The family for text that carries weight.
pub(super) fn strong() -> FontFamily {
    FontFamily::Name(STRONG.into())
}

/// The family for titles.
pub(super) fn bold() -> FontFamily {
    FontFamily::Name(BOLD.into())
}

/// Every family with its fallback.
pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, file) in [
        ("Lato", REGULAR_FILE),
        ("Lato Semibold", SEMIBOLD_FILE),
        ("Lato Bold", BOLD_FILE),
        ("DejaVu Sans", FALLBACK_FILE),
    ] {
        let tweak = FontTweak {
            y_offset_factor: DOWN,
            ..FontTweak::default()
        };
        fonts.font_data.insert(
            name.to_owned(),
            Arc::new(FontData::from_static(file).tweak(tweak)),
        );
    }
    for (family, first) in [
        (FontFamily::Proportional, "Lato"),
        // Nothing is set in a typewriter face; paths and ids read well in Lato too.
        (FontFamily::Monospace, "Lato"),
        (strong(), "Lato Semibold"),
        (bold(), "Lato Bold"),
    ] {
        fonts
            .families
            .insert(family, vec![first.to_owned(), "DejaVu Sans".to_owned()]);
    }
    fonts
}
