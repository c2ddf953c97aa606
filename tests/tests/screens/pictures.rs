//! Pictures of the main screens, compared with those in `snapshots/`.
//!
//! They are drawn by a Vulkan driver in software, so that every machine draws the same.
//! `UPDATE_SNAPSHOTS=1 cargo test -p weighbridge-tests --test screens pictures` draws them anew; look at
//! them before they are committed.
//! How much may differ stands in `kittest.toml`.

use crate::window_support::{User, today};
use egui::{Key, Vec2};
use egui_kittest::Harness;
use egui_kittest::wgpu::WgpuTestRenderer;
use weighbridge_desktop::look::Theme;
use weighbridge_desktop::window::{Preferences, Setup};
use weighbridge_text::Locale;

/// A screen: its name, its language and theme, and the key of its step; none is the first screen.
struct Screen {
    name: &'static str,
    locale: Locale,
    theme: Theme,
    step: Option<Key>,
}

/// The size of every picture, in pixels: that of a small laptop.
const SIZE: Vec2 = Vec2::new(1280.0, 800.0);

const SCREENS: [Screen; 9] = [
    Screen {
        name: "first-screen",
        locale: Locale::En,
        theme: Theme::Light,
        step: None,
    },
    Screen {
        name: "options",
        locale: Locale::En,
        theme: Theme::Light,
        step: Some(Key::Num3),
    },
    Screen {
        name: "cost-light",
        locale: Locale::En,
        theme: Theme::Light,
        step: Some(Key::Num4),
    },
    Screen {
        name: "cost-dark",
        locale: Locale::PtBr,
        theme: Theme::Dark,
        step: Some(Key::Num4),
    },
    Screen {
        name: "priorities",
        locale: Locale::En,
        theme: Theme::Light,
        step: Some(Key::Num8),
    },
    Screen {
        name: "priorities-dark",
        locale: Locale::PtBr,
        theme: Theme::Dark,
        step: Some(Key::Num8),
    },
    Screen {
        name: "decision",
        locale: Locale::En,
        theme: Theme::Light,
        step: Some(Key::Num9),
    },
    Screen {
        name: "decision-dark",
        locale: Locale::PtBr,
        theme: Theme::Dark,
        step: Some(Key::Num9),
    },
    Screen {
        name: "decision-high-contrast",
        locale: Locale::Es,
        theme: Theme::HighContrast,
        step: Some(Key::Num9),
    },
];

#[test]
fn the_main_screens_look_as_they_did() {
    let mut different = Vec::new();
    for screen in SCREENS {
        let setup = Setup {
            locale: screen.locale,
            preferences: Preferences {
                theme: screen.theme,
                ..Preferences::default()
            },
            ..Setup::plain(today())
        };
        let builder = Harness::builder().renderer(renderer());
        let mut user = User::with(builder, SIZE, setup);
        if let Some(key) = screen.step {
            user.press("Support assistant");
            user.ctrl(key);
        }
        // Nothing is lit by a pointer that rests where something was pressed.
        user.harness.remove_cursor();
        user.settle();
        if let Err(error) = user.harness.try_snapshot(screen.name) {
            different.push(error.to_string());
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

fn renderer() -> WgpuTestRenderer {
    std::panic::catch_unwind(WgpuTestRenderer::new).unwrap_or_else(|_| {
        panic!(
            "no Vulkan driver draws the pictures; \
             install one in software (on Debian and Ubuntu: apt install mesa-vulkan-drivers libvulkan1)"
        )
    })
}
