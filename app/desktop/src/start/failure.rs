//! Why the window did not open, in words a person can act on.

use weighbridge_text::Text;
use weighbridge_units::Arg;

use super::Renderer;

/// The window could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartError {
    /// The session has no display at all.
    NoDisplay,
    /// Every way of drawing failed.
    Graphics {
        /// What was tried, in order.
        failed: Vec<Failed>,
        /// The graphics adapters that were seen.
        adapters: Vec<String>,
    },
}

/// One way of drawing that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// Which one.
    pub renderer: Renderer,
    /// What it said, on one line.
    pub reason: String,
    /// Nothing was reached that another way of drawing could do better.
    is_final: bool,
}

/// A library that the window loads when it starts: how its name begins, and the Debian package with it.
/// Longer names come before those they begin with.
const LIBRARIES: &[(&str, &str)] = &[
    ("libxkbcommon-x11", "libxkbcommon-x11-0"),
    ("libxkbcommon", "libxkbcommon0"),
    // winit loads these together and does not say which of them is missing.
    (
        "xlib's shared libraries",
        "libx11-6 libx11-xcb1 libxcursor1 libxi6",
    ),
    ("libX11-xcb", "libx11-xcb1"),
    ("libX11", "libx11-6"),
    ("libXcursor", "libxcursor1"),
    ("libXi", "libxi6"),
    ("libXrandr", "libxrandr2"),
    ("libXrender", "libxrender1"),
    ("libxcb", "libxcb1"),
    ("libwayland-egl", "libwayland-egl1"),
    ("libwayland", "libwayland-client0"),
    ("libEGL", "libegl1"),
    ("libGL", "libgl1"),
    ("libvulkan", "libvulkan1"),
];

impl Failed {
    pub(super) fn from_error(renderer: Renderer, error: &eframe::Error) -> Self {
        let is_final = matches!(error, eframe::Error::WinitEventLoop(_));
        let reason = match error {
            // Its text is a dump of everything that was asked for.
            eframe::Error::NoGlutinConfigs(..) => "no OpenGL configuration fits".to_owned(),
            _ => one_line(without_place(&error.to_string())),
        };
        Self {
            renderer,
            reason,
            is_final,
        }
    }

    pub(super) fn from_panic(renderer: Renderer, message: String) -> Self {
        let reason = one_line(&message);
        // A library or an extension of the window system: it is missing for every way of drawing.
        let is_final = package_for(&reason).is_some_and(|package| !is_graphics(package))
            || reason.contains("X server missing");
        Self {
            renderer,
            reason,
            is_final,
        }
    }

    /// Would any other way of drawing fail the same?
    pub(super) fn is_final(&self) -> bool {
        self.is_final
    }
}

impl StartError {
    /// The sentences for the user: what happened, what to install, what works without a window.
    pub fn explain(&self, text: Text) -> String {
        let headless = text.get("window-headless");
        match self {
            Self::NoDisplay => format!("{} {headless}", text.get("window-no-display")),
            Self::Graphics { failed, adapters } => {
                let tried: Vec<_> = failed
                    .iter()
                    .map(|failed| format!("{} ({})", failed.renderer.name(), failed.reason))
                    .collect();
                let what = text.format(
                    "window-not-opened",
                    &[("tried", Arg::from(tried.join("; ")))],
                );
                let packages = packages(failed);
                let next = if !packages.is_empty() {
                    text.format(
                        "window-install-libraries",
                        &[("packages", Arg::from(packages.join(" ")))],
                    )
                } else if failed.iter().any(Failed::is_final) {
                    text.get("window-check-display").into_owned()
                } else {
                    let seen = if adapters.is_empty() {
                        text.get("window-no-adapters").into_owned()
                    } else {
                        text.format(
                            "window-adapters",
                            &[("adapters", Arg::from(adapters.join("; ")))],
                        )
                    };
                    format!("{seen} {}", text.get("window-install-driver"))
                };
                format!("{what} {next} {headless}")
            }
        }
    }
}

/// The Debian packages whose absence explains the failures, each once.
fn packages(failed: &[Failed]) -> Vec<&'static str> {
    let mut packages: Vec<_> = failed
        .iter()
        .filter_map(|failed| package_for(&failed.reason))
        .collect();
    packages.dedup();
    packages
}

fn package_for(reason: &str) -> Option<&'static str> {
    LIBRARIES
        .iter()
        .find(|(library, _)| reason.contains(library))
        .map(|(_, package)| *package)
}

fn is_graphics(package: &str) -> bool {
    matches!(
        package,
        "libegl1" | "libgl1" | "libvulkan1" | "libwayland-egl1"
    )
}

/// winit puts the place in its own source before the reason; nobody but its authors needs it.
fn without_place(text: &str) -> &str {
    let Some(at) = text.find(".rs:") else {
        return text;
    };
    text[at + 4..]
        .split_once(": ")
        .map_or(text, |(_, reason)| reason)
}

/// Errors of drivers come with line breaks and long tails; a sentence has room for the beginning.
fn one_line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(240) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Text = Text::new(weighbridge_text::Locale::En);

    #[test]
    fn a_missing_library_names_its_package() {
        for (message, package) in [
            (
                "Library libxkbcommon-x11.so could not be loaded.",
                "libxkbcommon-x11-0",
            ),
            (
                "Library libxkbcommon.so could not be loaded.",
                "libxkbcommon0",
            ),
            (
                "Failed to initialize: libX11.so.6: cannot open shared object file",
                "libx11-6",
            ),
        ] {
            let failed = Failed::from_panic(Renderer::Wgpu, message.to_owned());
            assert!(failed.is_final(), "{message}");
            let error = StartError::Graphics {
                failed: vec![failed],
                adapters: Vec::new(),
            };
            let text = error.explain(ENGLISH);
            assert!(text.contains(&format!("apt install {package}")), "{text}");
            assert!(text.contains("weighbridge evaluate"), "{text}");
        }
    }

    #[test]
    fn a_driver_that_fails_leaves_the_other_way_open() {
        let failed = Failed::from_panic(Renderer::Wgpu, "device\n  lost".to_owned());
        assert!(!failed.is_final());
        assert_eq!(failed.reason, "device lost");
        let adapters = vec!["llvmpipe (Vulkan)".to_owned()];
        let text = StartError::Graphics {
            failed: vec![failed],
            adapters,
        }
        .explain(ENGLISH);
        for part in [
            "Vulkan (device lost)",
            "llvmpipe (Vulkan)",
            "mesa-vulkan-drivers",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[test]
    fn places_in_source_files_are_left_out() {
        let text = "winit EventLoopError: os error at /somewhere/mod.rs:788: Failed to open connection to X server";
        assert_eq!(without_place(text), "Failed to open connection to X server");
        assert_eq!(without_place("no place: here"), "no place: here");
    }

    #[test]
    fn long_reasons_are_cut_between_characters() {
        assert_eq!(one_line(&"é".repeat(300)).chars().count(), 241);
    }
}
