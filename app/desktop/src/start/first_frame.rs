//! Measures how long the first frame takes.

use std::time::Instant;

/// Tells when the first frame has been painted.
///
/// egui calls the program before a frame is painted, so the end of the first frame is known when the second begins.
#[derive(Clone, Copy, Debug)]
pub struct FirstFrame {
    began: Instant,
    frames: u8,
}

impl FirstFrame {
    /// `began` is the moment from which is counted.
    pub fn new(began: Instant) -> Self {
        Self { began, frames: 0 }
    }

    /// To be called at the beginning of every frame.
    /// Returns the milliseconds up to the end of the first frame, once.
    pub fn begin_frame(&mut self, context: &egui::Context) -> Option<f64> {
        if self.frames >= 2 {
            return None;
        }
        self.frames += 1;
        if self.frames == 1 {
            context.request_repaint();
            return None;
        }
        Some(self.began.elapsed().as_secs_f64() * 1000.0)
    }
}
