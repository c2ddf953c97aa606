//! The design tokens: every size and colour, read once from `assets/look/tokens.ron`.
//!
//! The window and the paper painter read the same struct, so that an option has one colour everywhere.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::ChartError;

/// Sizes in points and the three palettes.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Tokens {
    /// The base of the layout grid.
    pub grid: f64,
    /// The gap inside a group.
    pub gap_small: f64,
    /// The gap between groups, and a card's inner margin.
    pub gap: f64,
    /// The gap between sections.
    pub gap_large: f64,
    /// The corner radius of cards and buttons.
    pub corner: f64,
    /// The width of rules and grid lines.
    pub hairline: f64,
    /// Type sizes.
    pub text: TextSizes,
    /// Opacity of a series colour where it fills a band or an interval, 0 to 1.
    pub soft_opacity: f64,
    /// Colours on a light ground.
    pub light: Palette,
    /// Colours on a dark ground.
    pub dark: Palette,
    /// Colours on white paper.
    pub paper: Palette,
}

/// Type sizes in points.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct TextSizes {
    /// A step's headline.
    pub headline: f64,
    /// A card's or chart's title.
    pub title: f64,
    /// Running text.
    pub body: f64,
    /// A chart's subtitle, and notes.
    pub note: f64,
    /// Ticks and direct labels.
    pub label: f64,
    /// Origins of figures, and source lines.
    pub small: f64,
}

/// The colours of one theme.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Palette {
    /// Behind the cards.
    pub ground: Colour,
    /// Behind charts and tables.
    pub card: Colour,
    /// Hairlines and grid lines.
    pub rule: Colour,
    /// Text.
    pub ink: Colour,
    /// Secondary text, ticks.
    pub muted: Colour,
    /// What can be pressed, and "you are here".
    pub accent: Colour,
    /// Behind a selected row or step.
    pub accent_ground: Colour,
    /// Text on the accent.
    pub on_accent: Colour,
    /// A passed gate.
    pub good: Colour,
    /// A weak figure.
    pub caution: Colour,
    /// An error, or what flips the decision.
    pub bad: Colour,
    /// The options' colours, in order.
    pub series: Vec<Colour>,
    /// The fills of a bar's parts, in order; each carries `on_part` text.
    pub parts: Vec<Colour>,
    /// Text on a part's fill.
    pub on_part: Colour,
}

/// An sRGB colour.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(try_from = "String")]
pub struct Colour {
    /// 0 to 255.
    pub red: u8,
    /// 0 to 255.
    pub green: u8,
    /// 0 to 255.
    pub blue: u8,
    /// 0 (clear) to 255 (solid).
    pub alpha: u8,
}

/// What a mark's colour means; a palette says which colour that is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Role {
    /// The sheet the chart lies on.
    Ground,
    /// Text.
    Ink,
    /// Secondary text and axes.
    Muted,
    /// Hairlines.
    Rule,
    /// "You are here".
    Accent,
    /// What flips the decision.
    Bad,
    /// An option's colour, by its index.
    Series(usize),
    /// An option's colour as the fill of a band or an interval.
    SeriesSoft(usize),
    /// The fill of a bar's part, by its index.
    Part(usize),
    /// Text on any part's fill.
    OnPart,
    /// An option's colour as the solid fill of an area that carries text in ink.
    SeriesTint(usize),
    /// A fill that says a place in an order, by its index: the first is the strongest. Text on it is ink.
    Grade(usize),
}

impl Role {
    /// For a colour mixed of another and the sheet's: that other, and its share from 0 to 1.
    #[must_use]
    pub fn mixture(self) -> Option<(Role, f64)> {
        // The strongest still carries ink in every palette; a test holds it.
        const GRADES: [f64; 6] = [0.46, 0.3, 0.2, 0.13, 0.08, 0.05];
        match self {
            Role::SeriesTint(index) => Some((Role::Series(index), 0.2)),
            Role::Grade(index) => Some((Role::Accent, GRADES[index.min(GRADES.len() - 1)])),
            _ => None,
        }
    }
}

impl Tokens {
    /// The tokens built into the program.
    #[must_use]
    pub fn built_in() -> &'static Tokens {
        static TOKENS: LazyLock<Tokens> = LazyLock::new(|| {
            Tokens::parse(include_str!("../../../assets/look/tokens.ron"))
                .expect("the built-in tokens are checked by a test")
        });
        &TOKENS
    }

    /// Reads tokens from RON.
    ///
    /// # Errors
    /// [`ChartError::Tokens`] with line and column, or naming a palette that is too short.
    pub fn parse(text: &str) -> Result<Tokens, ChartError> {
        let tokens: Tokens =
            ron::from_str(text).map_err(|error| ChartError::Tokens(error.to_string()))?;
        for (name, palette) in [
            ("light", &tokens.light),
            ("dark", &tokens.dark),
            ("paper", &tokens.paper),
        ] {
            if palette.series.is_empty() || palette.parts.is_empty() {
                return Err(ChartError::Tokens(format!(
                    "palette {name} needs at least one colour in series and in parts"
                )));
            }
        }
        Ok(tokens)
    }
}

impl Palette {
    /// The colour of a role; indices beyond the palette start again at its first colour.
    #[must_use]
    pub fn colour(&self, role: Role) -> Colour {
        let nth = |colours: &[Colour], index: usize| colours[index % colours.len()];
        match role {
            Role::Ground => self.card,
            Role::Ink => self.ink,
            Role::Muted => self.muted,
            Role::Rule => self.rule,
            Role::Accent => self.accent,
            Role::Bad => self.bad,
            Role::Series(index) => nth(&self.series, index),
            Role::SeriesSoft(index) => {
                nth(&self.series, index).with_opacity(Tokens::built_in().soft_opacity)
            }
            Role::Part(index) => nth(&self.parts, index),
            Role::OnPart => self.on_part,
            Role::SeriesTint(_) | Role::Grade(_) => match role.mixture() {
                Some((of, share)) => self.card.mixed_with(self.colour(of), share),
                None => self.card,
            },
        }
    }
}

impl Colour {
    /// The same colour at an opacity from 0 to 1.
    #[must_use]
    pub fn with_opacity(self, opacity: f64) -> Colour {
        Colour {
            alpha: (opacity.clamp(0.0, 1.0) * 255.0).round() as u8,
            ..self
        }
    }

    /// This colour with a share, from 0 to 1, of another: between them in sRGB.
    #[must_use]
    pub fn mixed_with(self, other: Colour, share: f64) -> Colour {
        let share = share.clamp(0.0, 1.0);
        let mix = |one: u8, two: u8| {
            (f64::from(one) * (1.0 - share) + f64::from(two) * share).round() as u8
        };
        Colour {
            red: mix(self.red, other.red),
            green: mix(self.green, other.green),
            blue: mix(self.blue, other.blue),
            alpha: 255,
        }
    }

    /// `#rrggbb`, without the opacity.
    #[must_use]
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// Contrast with another solid colour, from 1 to 21.
    ///
    /// # Source
    /// WCAG 2.2, "relative luminance" and "contrast ratio".
    #[must_use]
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Colour, String> {
        let wrong = || format!("{text:?} is not a colour written RRGGBB");
        if text.len() != 6 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(wrong());
        }
        let channel = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| wrong());
        Ok(Colour {
            red: channel(0)?,
            green: channel(2)?,
            blue: channel(4)?,
            alpha: 255,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn text_can_be_read_on_every_ground() {
        let tokens = Tokens::built_in();
        for (name, palette) in [
            ("light", &tokens.light),
            ("dark", &tokens.dark),
            ("paper", &tokens.paper),
        ] {
            for ground in [palette.ground, palette.card] {
                for (text, colour) in [
                    ("ink", palette.ink),
                    ("muted", palette.muted),
                    ("accent", palette.accent),
                    ("good", palette.good),
                    ("caution", palette.caution),
                    ("bad", palette.bad),
                ] {
                    let contrast = colour.contrast(ground);
                    assert!(
                        contrast >= 4.5,
                        "{name}: {text} on {ground:?} has {contrast:.2}"
                    );
                }
                // Lines and dots are graphics: 3:1 would be best, the look's own yellow and sky blue
                // reach less on white, which is why a label stands at every one of them.
                for colour in &palette.series {
                    assert!(colour.contrast(ground) >= 2.0, "{name}: {colour:?}");
                }
            }
            for part in &palette.parts {
                let contrast = palette.on_part.contrast(*part);
                assert!(contrast >= 4.5, "{name}: on {part:?} {contrast:.2}");
            }
            assert!(palette.on_accent.contrast(palette.accent) >= 4.5, "{name}");
            let tints = (0..palette.series.len()).map(Role::SeriesTint);
            for role in tints.chain((0..7).map(Role::Grade)) {
                let contrast = palette.ink.contrast(palette.colour(role));
                assert!(contrast >= 4.5, "{name}: ink on {role:?} {contrast:.2}");
            }
        }
    }

    #[test]
    fn wrong_tokens_say_where() {
        let text = include_str!("../../../assets/look/tokens.ron");
        let cases = [
            (text.replacen("FBFAF7", "FBFAFZ", 1), "FBFAFZ"),
            (text.replacen("gap_small", "gap_tiny", 1), "gap_tiny"),
            (
                text.replacen(
                    "series: [\"0072B2\", \"D55E00\", \"009E73\", \"CC79A7\", \"E69F00\", \"56B4E9\"]",
                    "series: []",
                    1,
                ),
                "light",
            ),
        ];
        for (text, part) in cases {
            let error = Tokens::parse(&text).unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
        }
    }

    #[test]
    fn indices_beyond_the_palette_start_again() {
        let palette = &Tokens::built_in().paper;
        let count = palette.series.len();
        assert_eq!(
            palette.colour(Role::Series(count + 1)),
            palette.colour(Role::Series(1))
        );
        assert_eq!(palette.colour(Role::SeriesSoft(0)).alpha, 41);
    }
}
