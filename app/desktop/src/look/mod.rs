//! How the program looks: colours, sizes and fonts, read from the token files.
//!
//! Nothing outside this module writes a colour.
//! A widget asks [`Look::of`] and draws with what it gets.

mod fonts;
mod style;
mod tokens;

use std::sync::Arc;

use egui::{Color32, CornerRadius, FontId, Id, Margin, RichText, Stroke};

pub use fonts::{BOLD, STRONG};

/// Which set of colours is in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on a quiet light ground.
    #[default]
    Light,
    /// Light ink on a dark ground.
    Dark,
    /// Black on white with black rules.
    HighContrast,
}

impl Theme {
    /// Every theme, in the order in which the toggle walks through them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::HighContrast];

    /// The theme after this one; the last is followed by the first.
    pub fn next(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::HighContrast,
            Self::HighContrast => Self::Light,
        }
    }

    /// The key of the theme's name in the message files.
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Light => "theme-light",
            Self::Dark => "theme-dark",
            Self::HighContrast => "theme-high-contrast",
        }
    }
}

/// Colours, sizes (in points) and fonts of one theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The theme these colours belong to.
    pub theme: Theme,
    /// Behind everything.
    pub ground: Color32,
    /// Behind one idea.
    pub card: Color32,
    /// Behind what can be typed into.
    pub field: Color32,
    /// Hairlines and frames.
    pub rule: Color32,
    /// Text.
    pub ink: Color32,
    /// Text that explains other text.
    pub muted: Color32,
    /// What can be acted on, and where the keyboard is.
    pub accent: Color32,
    /// Behind what is chosen.
    pub accent_ground: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// State: done, passed.
    pub good: Color32,
    /// State: look here before you trust it.
    pub caution: Color32,
    /// Errors, and what flips the decision; nothing else.
    pub bad: Color32,
    /// Behind a dialog, over the page.
    pub veil: Color32,
    /// One colour an option; never used for text.
    pub series: Vec<Color32>,
    /// One colour a part of a stacked bar.
    pub parts: Vec<Color32>,
    /// Text on a part.
    pub on_part: Color32,
    /// The base of every distance.
    pub grid: f32,
    /// Between things that belong together.
    pub gap_small: f32,
    /// Between things on one page.
    pub gap: f32,
    /// Between groups, and around the page.
    pub gap_large: f32,
    /// Radius of a corner.
    pub corner: f32,
    /// Width of a rule.
    pub hairline: f32,
    /// Size of the page's headline.
    pub headline_size: f32,
    /// Size of a card's title.
    pub title_size: f32,
    /// Size of ordinary text.
    pub body_size: f32,
    /// Size of a reading aid.
    pub note_size: f32,
    /// Size of an origin or an axis label.
    pub small_size: f32,
}

impl Look {
    /// The look of a theme, from the token files compiled into the program.
    ///
    /// # Errors
    /// When the high-contrast palette cannot be read, with line and column; a test holds that it can.
    pub fn new(theme: Theme) -> Result<Self, ron::error::SpannedError> {
        tokens::look(theme)
    }

    /// The look installed in this context; the light one where none was.
    pub fn of(context: &egui::Context) -> Arc<Self> {
        let stored = context.data(|data| data.get_temp::<Arc<Self>>(key()));
        stored.unwrap_or_else(|| {
            let look = Arc::new(Self::new(Theme::default()).unwrap_or_else(|_| tokens::plain()));
            context.data_mut(|data| data.insert_temp(key(), Arc::clone(&look)));
            look
        })
    }

    /// Is the ground dark?
    pub fn is_dark(&self) -> bool {
        self.theme == Theme::Dark
    }

    /// The colour of the option at this place; the colours repeat after the last.
    pub fn series_colour(&self, index: usize) -> Color32 {
        self.series
            .get(index % self.series.len().max(1))
            .copied()
            .unwrap_or(self.accent)
    }

    /// The headline of a page.
    pub fn headline(&self, text: impl Into<String>) -> RichText {
        RichText::new(text)
            .font(FontId::new(self.headline_size, fonts::bold()))
            .color(self.ink)
    }

    /// The title of a card.
    pub fn title(&self, text: impl Into<String>) -> RichText {
        RichText::new(text).font(self.title_font()).color(self.ink)
    }

    /// Ordinary text.
    pub fn body(&self, text: impl Into<String>) -> RichText {
        RichText::new(text).font(self.body_font()).color(self.ink)
    }

    /// Ordinary text that carries the weight of its sentence.
    pub fn strong(&self, text: impl Into<String>) -> RichText {
        RichText::new(text).font(self.strong_font()).color(self.ink)
    }

    /// A second line: unit, reading aid.
    pub fn note(&self, text: impl Into<String>) -> RichText {
        RichText::new(text).font(self.note_font()).color(self.muted)
    }

    /// The smallest text: origins, captions.
    pub fn small(&self, text: impl Into<String>) -> RichText {
        RichText::new(text)
            .font(self.small_font())
            .color(self.muted)
    }

    /// Font of a card's title.
    pub fn title_font(&self) -> FontId {
        FontId::new(self.title_size, fonts::bold())
    }

    /// Font of ordinary text.
    pub fn body_font(&self) -> FontId {
        FontId::new(self.body_size, egui::FontFamily::Proportional)
    }

    /// Font of text that carries weight.
    pub fn strong_font(&self) -> FontId {
        FontId::new(self.body_size, fonts::strong())
    }

    /// Font of a reading aid.
    pub fn note_font(&self) -> FontId {
        FontId::new(self.note_size, egui::FontFamily::Proportional)
    }

    /// Font of origins and captions.
    pub fn small_font(&self) -> FontId {
        FontId::new(self.small_size, egui::FontFamily::Proportional)
    }

    /// The stroke of a rule or a frame.
    pub fn rule_stroke(&self) -> Stroke {
        Stroke::new(self.hairline, self.rule)
    }

    /// The stroke around what has the keyboard.
    pub fn focus_stroke(&self) -> Stroke {
        Stroke::new(2.0 * self.hairline, self.accent)
    }

    /// The radius of a card's corner.
    pub fn card_corner(&self) -> CornerRadius {
        CornerRadius::same(self.corner as u8)
    }

    /// The radius of a control's corner: a little tighter than a card's.
    pub fn control_corner(&self) -> CornerRadius {
        CornerRadius::same((self.corner - 2.0).max(0.0) as u8)
    }

    /// The frame of a card.
    pub fn card_frame(&self) -> egui::Frame {
        egui::Frame::new()
            .fill(self.card)
            .stroke(self.rule_stroke())
            .corner_radius(self.card_corner())
            .inner_margin(Margin::same(self.gap as i8))
    }

    /// Height of a button, a field, a row that can be clicked.
    pub fn control_height(&self) -> f32 {
        7.0 * self.grid
    }

    /// Mixes a colour into the card, for hover and pressed states.
    pub fn tint(&self, colour: Color32, share: f32) -> Color32 {
        self.card.lerp_to_gamma(colour, share)
    }
}

/// Puts fonts, colours and sizes of a theme into the context.
/// Fonts are loaded once; calling this again only changes the colours.
pub fn install(context: &egui::Context, theme: Theme) {
    let look = Arc::new(Look::new(theme).unwrap_or_else(|_| tokens::plain()));
    let fonts_are_in = context.data(|data| data.get_temp::<bool>(key()).unwrap_or(false));
    if !fonts_are_in {
        context.set_fonts(fonts::definitions());
        context.data_mut(|data| data.insert_temp(key(), true));
    }
    style::apply(context, &look);
    context.data_mut(|data| data.insert_temp(key(), look));
}

fn key() -> Id {
    Id::unique("weighbridge look")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use std::path::{Path, PathBuf};

    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else {
                found.push(path);
            }
        }
    }

    /// `TRANSPARENT` and `PLACEHOLDER` are no colours that anybody sees.
    #[test]
    fn only_the_look_writes_colours() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let look = source.join("look");
        let mut files = Vec::new();
        sources(&source, &mut files);
        assert!(
            files.iter().any(|file| file.starts_with(&look)),
            "looks in the right place"
        );
        for file in files.iter().filter(|file| !file.starts_with(&look)) {
            let text = std::fs::read_to_string(file).unwrap();
            for (at, _) in text.match_indices("Color32::") {
                let what = &text[at + "Color32::".len()..];
                assert!(
                    what.starts_with("TRANSPARENT") || what.starts_with("PLACEHOLDER"),
                    "{}: Color32::{}",
                    file.display(),
                    what.split_whitespace().next().unwrap_or_default()
                );
            }
        }
    }
}
