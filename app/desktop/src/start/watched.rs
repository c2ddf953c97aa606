//! The application with a watch over its first frame.

use super::{FirstFrame, Options};

/// Passes everything on to the application, and says when its first frame has been painted.
pub(super) struct Watched<F> {
    app: Box<dyn eframe::App>,
    first_frame: FirstFrame,
    leaves: bool,
    settle: Option<F>,
}

impl<F: FnOnce()> Watched<F> {
    pub(super) fn new(app: Box<dyn eframe::App>, options: &Options, settle: F) -> Self {
        Self {
            app,
            first_frame: FirstFrame::new(options.began),
            leaves: options.first_frame_and_exit,
            settle: Some(settle),
        }
    }

    fn watch(&mut self, context: &egui::Context) {
        let Some(milliseconds) = self.first_frame.begin_frame(context) else {
            return;
        };
        if let Some(settle) = self.settle.take() {
            settle();
        }
        if self.leaves {
            println!("{milliseconds:.1}");
            context.send_viewport_cmd(egui::ViewportCommand::Close);
        }
    }
}

impl<F: FnOnce()> eframe::App for Watched<F> {
    fn logic(&mut self, context: &egui::Context, frame: &mut eframe::Frame) {
        self.app.logic(context, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        // Several passes may make one frame; only the first of them begins it.
        if ui.ctx().current_pass_index() == 0 {
            self.watch(&ui.ctx().clone());
        }
        self.app.ui(ui, frame);
    }

    fn on_exit(&mut self, gl: Option<&eframe::glow::Context>) {
        self.app.on_exit(gl);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn raw_input_hook(&mut self, context: &egui::Context, input: &mut egui::RawInput) {
        self.app.raw_input_hook(context, input);
    }
}
