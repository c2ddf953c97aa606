//! Starting the window, and what happens when that does not work.
//!
//! wgpu is tried first and glow (OpenGL) second.
//! When a start dies while graphics are set up, a small file remembers it, and the next start begins with the other way.
//! What cannot be started ends as a [`StartError`]: one sentence with what was tried and what to install.

mod attempt;
mod failure;
mod first_frame;
mod graphics;
mod marker;
mod watched;

use std::time::Instant;

pub use failure::{Failed, StartError};
pub use first_frame::FirstFrame;
pub use graphics::{Graphics, Renderer};
pub use marker::{Marker, state_file};

/// How the window is started.
#[derive(Clone, Debug)]
pub struct Options {
    /// In the window's frame until the program changes it.
    pub title: String,
    /// Only this way of drawing; both in turn where none is named.
    pub renderer: Option<Renderer>,
    /// Width and height of the window in points, where the last run left one.
    pub size: Option<[f32; 2]>,
    /// When the process began, for [`Options::first_frame_and_exit`].
    pub began: Instant,
    /// Print the milliseconds up to the end of the first painted frame, and leave.
    pub first_frame_and_exit: bool,
}

/// Makes the application once graphics stand.
pub type Make<'a> = dyn Fn(&eframe::CreationContext<'_>, &Graphics) -> Box<dyn eframe::App> + 'a;

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When there is no display, a library is missing, or no way of drawing works.
pub fn run(options: &Options, make: &Make<'_>) -> Result<(), StartError> {
    if !display_is_there() {
        return Err(StartError::NoDisplay);
    }
    let file = state_file();
    let marker = file.as_deref().map(Marker::read).unwrap_or_default();
    let mut failed = Vec::new();
    for renderer in order(options.renderer, &marker) {
        let attempt = attempt::Attempt {
            options,
            renderer,
            is_safe_mode: options.renderer.is_none() && renderer != Renderer::Wgpu,
            file: file.as_deref(),
        };
        match attempt.run(make) {
            Ok(()) => return Ok(()),
            Err(failure) => {
                let is_final = failure.is_final();
                failed.push(failure);
                if is_final {
                    break;
                }
            }
        }
    }
    // Without a library or a display there are no adapters to list, and asking may fail the same way.
    let adapters = if failed.iter().any(Failed::is_final) {
        Vec::new()
    } else {
        graphics::adapters()
    };
    Err(StartError::Graphics { failed, adapters })
}

/// Which ways of drawing are tried, first to last.
fn order(named: Option<Renderer>, marker: &Marker) -> Vec<Renderer> {
    match named {
        Some(renderer) => vec![renderer],
        None if marker.is_broken(Renderer::Wgpu) && !marker.is_broken(Renderer::Glow) => {
            vec![Renderer::Glow, Renderer::Wgpu]
        }
        None => vec![Renderer::Wgpu, Renderer::Glow],
    }
}

/// On Linux a window needs to be told where its display is; elsewhere there always is one.
fn display_is_there() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_that_died_is_not_repeated() {
        let mut marker = Marker::default();
        assert_eq!(order(None, &marker), [Renderer::Wgpu, Renderer::Glow]);
        marker.begin(Renderer::Wgpu);
        assert_eq!(order(None, &marker), [Renderer::Glow, Renderer::Wgpu]);
        marker.begin(Renderer::Glow);
        assert_eq!(
            order(None, &marker),
            [Renderer::Wgpu, Renderer::Glow],
            "both died: start over"
        );
        assert_eq!(order(Some(Renderer::Glow), &marker), [Renderer::Glow]);
    }
}
