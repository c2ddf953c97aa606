//! A [`Look`] as egui's own style, for the widgets that egui draws.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::style::{Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, Context, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Visuals, vec2,
};

use super::{Look, fonts};

/// Makes egui draw with this look, whatever the system's own theme is.
pub(super) fn apply(context: &Context, look: &Look) {
    let base = if look.is_dark() {
        egui::Theme::Dark
    } else {
        egui::Theme::Light
    };
    context.set_theme(base);
    let style = Arc::new(style(look, (*context.style_of(base)).clone()));
    // Whoever turns egui to its other theme must still see this look, and not half of it.
    for theme in [egui::Theme::Dark, egui::Theme::Light] {
        context.set_style_of(theme, Arc::clone(&style));
    }
}

fn style(look: &Look, mut style: Style) -> Style {
    style.text_styles = text_styles(look);
    style.visuals = visuals(look);
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(look.gap_small, look.gap_small);
    spacing.button_padding = vec2(2.5 * look.grid, look.grid);
    spacing.interact_size = vec2(10.0 * look.grid, look.control_height());
    spacing.window_margin = Margin::same(look.gap as i8);
    spacing.menu_margin = Margin::same((1.5 * look.grid) as i8);
    spacing.icon_width = 4.0 * look.grid;
    spacing.icon_spacing = look.gap_small;
    spacing.tooltip_width = 90.0 * look.grid;
    spacing.menu_spacing = look.grid;
    spacing.scroll = egui::style::ScrollStyle::thin();
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style.animation_time = 0.1;
    style
}

fn text_styles(look: &Look) -> BTreeMap<TextStyle, FontId> {
    let plain = FontFamily::Proportional;
    BTreeMap::from([
        (
            TextStyle::Heading,
            FontId::new(look.headline_size, fonts::bold()),
        ),
        (TextStyle::Body, FontId::new(look.body_size, plain.clone())),
        (
            TextStyle::Button,
            FontId::new(look.body_size, plain.clone()),
        ),
        (
            TextStyle::Monospace,
            FontId::new(look.body_size, FontFamily::Monospace),
        ),
        (TextStyle::Small, FontId::new(look.small_size, plain)),
    ])
}

fn visuals(look: &Look) -> Visuals {
    let mut visuals = if look.is_dark() {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(look.muted);
    visuals.hyperlink_color = look.accent;
    visuals.faint_bg_color = look.tint(look.rule, 0.25);
    visuals.extreme_bg_color = look.field;
    visuals.text_edit_bg_color = Some(look.field);
    visuals.code_bg_color = look.accent_ground;
    visuals.warn_fg_color = look.caution;
    visuals.error_fg_color = look.bad;
    visuals.window_corner_radius = look.card_corner();
    visuals.menu_corner_radius = look.card_corner();
    visuals.window_fill = look.card;
    visuals.window_stroke = look.rule_stroke();
    visuals.panel_fill = look.ground;
    visuals.window_shadow = shadow(look, 24, 8);
    visuals.popup_shadow = shadow(look, 12, 4);
    visuals.selection = Selection {
        bg_fill: look.accent_ground,
        stroke: look.focus_stroke(),
    };
    visuals.text_cursor.stroke = look.focus_stroke();
    visuals.widgets = widgets(look);
    visuals.interact_cursor = None;
    visuals.striped = false;
    visuals.slider_trailing_fill = true;
    visuals
}

fn widgets(look: &Look) -> Widgets {
    let state = |fill: Color32, frame: Stroke| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: frame,
        corner_radius: look.control_corner(),
        fg_stroke: Stroke::new(look.hairline, look.ink),
        expansion: 0.0,
    };
    let hovered = look.tint(look.accent_ground, 0.6);
    Widgets {
        noninteractive: state(look.card, look.rule_stroke()),
        inactive: state(look.card, look.rule_stroke()),
        hovered: state(hovered, Stroke::new(look.hairline, look.muted)),
        active: state(look.accent_ground, look.focus_stroke()),
        open: state(look.accent_ground, look.rule_stroke()),
    }
}

fn shadow(look: &Look, blur: u8, offset: i8) -> Shadow {
    Shadow {
        offset: [0, offset],
        blur,
        spread: 0,
        color: look.veil.gamma_multiply(0.4),
    }
}
