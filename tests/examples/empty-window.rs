//! An eframe window with nothing in it: the yardstick for the time to the first frame.
//!
//! `cargo run --release -p weighbridge-tests --example empty-window [-- --renderer=glow]`
//! prints the milliseconds from the start of `main` to the end of the first painted frame, and leaves.

use std::time::Instant;

use weighbridge_desktop::start::FirstFrame;

struct Empty {
    first_frame: FirstFrame,
}

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        if let Some(milliseconds) = self.first_frame.begin_frame(ui.ctx()) {
            println!("{milliseconds:.1}");
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
        }
    }
}

fn main() -> eframe::Result {
    let first_frame = FirstFrame::new(Instant::now());
    let mut options = eframe::NativeOptions::default();
    options.viewport = options.viewport.with_inner_size([1440.0, 900.0]);
    if std::env::args().any(|option| option == "--renderer=glow") {
        options.renderer = eframe::Renderer::Glow;
    }
    eframe::run_native(
        "empty",
        options,
        Box::new(|_| Ok(Box::new(Empty { first_frame }))),
    )
}
