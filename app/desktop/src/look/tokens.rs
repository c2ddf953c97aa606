//! Reads the token files into a [`Look`].

use egui::Color32;
use weighbridge_charts::tokens::{Colour, Palette, Tokens};

use super::{Look, Theme};

const CONTRAST: &str = include_str!("../../../../assets/look/contrast.ron");

/// The look of one theme.
///
/// # Errors
/// When the high-contrast palette cannot be read, with line and column.
pub(super) fn look(theme: Theme) -> Result<Look, ron::error::SpannedError> {
    let tokens = Tokens::built_in();
    let palette = match theme {
        Theme::Light => &tokens.light,
        Theme::Dark => &tokens.dark,
        Theme::HighContrast => &ron::from_str::<Palette>(CONTRAST)?,
    };
    let ground = colour(palette.ground);
    let card = colour(palette.card);
    Ok(Look {
        theme,
        ground,
        card,
        // Typing happens on white by day and in a hollow by night.
        field: if theme == Theme::Dark { ground } else { card },
        rule: colour(palette.rule),
        ink: colour(palette.ink),
        muted: colour(palette.muted),
        accent: colour(palette.accent),
        accent_ground: colour(palette.accent_ground),
        on_accent: colour(palette.on_accent),
        good: colour(palette.good),
        caution: colour(palette.caution),
        bad: colour(palette.bad),
        veil: Color32::from_black_alpha(if theme == Theme::Dark { 140 } else { 72 }),
        series: palette.series.iter().copied().map(colour).collect(),
        parts: palette.parts.iter().copied().map(colour).collect(),
        on_part: colour(palette.on_part),
        grid: tokens.grid as f32,
        gap_small: tokens.gap_small as f32,
        gap: tokens.gap as f32,
        gap_large: tokens.gap_large as f32,
        corner: tokens.corner as f32,
        hairline: tokens.hairline as f32,
        headline_size: tokens.text.headline as f32,
        title_size: tokens.text.title as f32,
        body_size: tokens.text.body as f32,
        note_size: tokens.text.note as f32,
        small_size: tokens.text.label as f32,
    })
}

/// A black-on-white look for the case that the token files are broken: the window stays usable.
pub(super) fn plain() -> Look {
    let (white, black, grey) = (Color32::WHITE, Color32::BLACK, Color32::DARK_GRAY);
    Look {
        theme: Theme::Light,
        ground: white,
        card: white,
        field: white,
        rule: grey,
        ink: black,
        muted: grey,
        accent: black,
        accent_ground: Color32::LIGHT_GRAY,
        on_accent: white,
        good: black,
        caution: black,
        bad: black,
        veil: Color32::from_black_alpha(90),
        series: vec![black, grey],
        parts: vec![Color32::LIGHT_GRAY],
        on_part: black,
        grid: 4.0,
        gap_small: 8.0,
        gap: 16.0,
        gap_large: 24.0,
        corner: 7.0,
        hairline: 1.0,
        headline_size: 22.0,
        title_size: 15.0,
        body_size: 14.0,
        note_size: 12.5,
        small_size: 12.0,
    }
}

fn colour(colour: Colour) -> Color32 {
    Color32::from_rgba_unmultiplied(colour.red, colour.green, colour.blue, colour.alpha)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use super::*;

    /// Relative luminance of WCAG 2.2.
    fn luminance(colour: Color32) -> f32 {
        let linear = |channel: u8| {
            let share = f32::from(channel) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    }

    fn contrast(one: Color32, other: Color32) -> f32 {
        let (light, dark) = (
            luminance(one).max(luminance(other)),
            luminance(one).min(luminance(other)),
        );
        (light + 0.05) / (dark + 0.05)
    }

    #[test]
    fn text_is_readable_in_every_theme() {
        for theme in Theme::ALL {
            let look = Look::new(theme).unwrap();
            let least = if theme == Theme::HighContrast {
                7.0
            } else {
                4.5
            };
            for (name, text, ground) in [
                ("ink on ground", look.ink, look.ground),
                ("ink on card", look.ink, look.card),
                ("ink on the chosen", look.ink, look.accent_ground),
                ("muted on ground", look.muted, look.ground),
                ("muted on card", look.muted, look.card),
                ("on accent", look.on_accent, look.accent),
                ("bad on card", look.bad, look.card),
                ("good on card", look.good, look.card),
                ("caution on card", look.caution, look.card),
                ("accent on card", look.accent, look.card),
            ] {
                let found = contrast(text, ground);
                assert!(
                    found >= least,
                    "{theme:?}: {name} has {found:.2}:1, wants {least}:1"
                );
            }
        }
    }

    #[test]
    fn high_contrast_is_higher() {
        let look = Look::new(Theme::HighContrast).unwrap();
        assert!(contrast(look.rule, look.card) >= 4.5);
        for colour in &look.series {
            assert!(contrast(*colour, look.card) >= 4.5, "{colour:?}");
        }
    }
}
